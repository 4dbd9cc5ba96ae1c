package ui

import "cosohoi/data/day"

// weekdayNames are the days of the week, Sunday first as Go counts them.
var weekdayNames = []string{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}

// weekdayName names the day of the week of a full date.
func weekdayName(d day.Date) string { return weekdayNames[d.Time().Weekday()] }
