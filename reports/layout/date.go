package layout

import (
	"fmt"
	"strconv"
	"time"
)

// LongDate writes a date as running text does: "ngày 04 tháng 7 năm 2023". Days under 10 and the months 1 and 2 take a
// leading zero, the months 3 to 12 do not (Phụ lục I Phần I Mục II.4).
func LongDate(t time.Time) string {
	month := strconv.Itoa(int(t.Month()))
	if t.Month() <= time.February {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", t.Day(), month, t.Year())
}

// DateOrRoom is LongDate, or the form with room to write the day and the month by hand; year 0 leaves room for it too.
func DateOrRoom(t time.Time, year int) string {
	if !t.IsZero() {
		return LongDate(t)
	}
	text := "ngày" + dateRoom + "tháng" + dateRoom + "năm"
	if year == 0 {
		return text + dateRoom
	}
	return fmt.Sprintf("%s %d", text, year)
}

// NumberedSymbol is number and symbol of a document as running text cites them: "77/KH-BCH". Numbers under 10 take a
// leading zero; no spaces around "/" and "-" (Phụ lục I Phần I Mục II.3). Number 0 leaves about 10 mm to write by hand.
func NumberedSymbol(number int, symbol string) string { return numbered(number, symbol, "/") }

func numbered(number int, symbol, joint string) string {
	if number == 0 {
		return numberRoom + joint + symbol
	}
	return fmt.Sprintf("%02d%s%s", number, joint, symbol)
}
