package app

import (
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

// TestPublicHolidays compares with the days off that were announced; Saturdays and Sundays are left out.
func TestPublicHolidays(t *testing.T) {
	for _, c := range []struct {
		year      int
		want, why string
	}{
		{2021, "01/01 10/02 11/02 12/02 15/02 16/02 21/04 30/04 03/05 02/09 03/09", "Tết on a Friday; 01/05 a Saturday, made up on Monday; 02/09 a Thursday"},
		{2022, "03/01 31/01 01/02 02/02 03/02 04/02 11/04 02/05 03/05 01/09 02/09", "Tết on a Tuesday: one day before it; Giỗ Tổ on a Sunday, 30/04 and 01/05 on a weekend"},
		{2023, "02/01 20/01 23/01 24/01 25/01 26/01 01/05 02/05 03/05 01/09 04/09", "Tết on a Sunday; Giỗ Tổ on the Saturday before 30/04; 02/09 a Saturday"},
		{2024, "01/01 08/02 09/02 12/02 13/02 14/02 18/04 30/04 01/05 02/09 03/09", "Tết on a Saturday; 02/09 a Monday"},
		{2025, "01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 01/09 02/09", "Tết on a Wednesday; 02/09 a Tuesday"},
		{2026, "01/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 01/09 02/09", "Giỗ Tổ on a Sunday; 02/09 a Wednesday"},
	} {
		var got []string
		for _, off := range (Calendar{}).DaysOff(c.year) {
			if !isWeekend(off.On) {
				got = append(got, off.On.String()[:5])
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%d (%s):\n%s, want\n%s", c.year, c.why, strings.Join(got, " "), c.want)
		}
	}
}

func TestSpecialDaysGoBeforeTheRule(t *testing.T) {
	c := Calendar{[]data.SpecialDay{
		{FirstDay: day.Of(2024, 5, 4), LastDay: day.Of(2024, 5, 4), Name: "Làm bù ngày 29/4", Working: true},
		{FirstDay: day.Of(2024, 4, 29), LastDay: day.Of(2024, 4, 29), Name: "Nghỉ hoán đổi"},
		{FirstDay: day.Of(2024, 10, 14), LastDay: day.Of(2024, 10, 18), Name: "Tập huấn toàn cơ quan"},
		{FirstDay: day.Of(2024, 10, 16), LastDay: day.Of(2024, 10, 16), Name: "Trực cơ quan", Working: true},
	}}
	for _, x := range []struct {
		on        day.Date
		objection string
		why       string
	}{
		{day.Of(2024, 4, 29), "Ngày 29/04/2024 là ngày nghỉ: Nghỉ hoán đổi.", "a Monday off by decision"},
		{day.Of(2024, 5, 4), "", "the Saturday worked for it"},
		{day.Of(2024, 4, 30), "Ngày 30/04/2024 là ngày nghỉ: Ngày Chiến thắng.", "a public holiday between them"},
		{day.Of(2024, 5, 11), "Ngày 11/05/2024 là Thứ Bảy.", "any other Saturday"},
		{day.Of(2024, 5, 12), "Ngày 12/05/2024 là Chủ nhật.", "a Sunday"},
		{day.Of(2024, 10, 15), "Ngày 15/10/2024 là ngày nghỉ: Tập huấn toàn cơ quan.", "within a run of days off"},
		{day.Of(2024, 10, 16), "", "one day of the run is worked: the shorter entry holds"},
		{day.Of(2024, 10, 21), "", "a plain Monday"},
	} {
		if got := c.Objection(x.on); got != x.objection {
			t.Errorf("%s: %q, want %q", x.why, got, x.objection)
		}
		if c.IsWorkingDay(x.on) != (x.objection == "") {
			t.Errorf("%s: working %v", x.why, c.IsWorkingDay(x.on))
		}
	}
}
