package reports

import (
	"fmt"
	"strconv"
	"strings"
)

// number writes an integer in the Vietnamese way, with dots between the thousands: 1.234.
func number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return sign + digits
}

// Count writes how many there are in running text, where the office puts a zero before 1 to 9 ("02 hoạt động").
func Count(n int) string {
	if n > 0 && n < 10 {
		return fmt.Sprintf("%02d", n)
	}
	return number(n)
}

// noRate stands where a rate has no denominator: nothing was owed, which is not the same as 0 %.
const noRate = "–"

// rate is part/whole in per cent with one decimal and a comma, without the sign: "88,5". What is not complete never
// shows as 100,0, and what has begun never as 0,0.
func rate(part, whole int) string {
	if whole <= 0 {
		return noRate
	}
	return decimal(tenths(part, whole))
}

// tenths is the rate of part in whole (above 0) in tenths of a per cent, as it is printed.
func tenths(part, whole int) int {
	tenths := (part*2000 + whole) / (2 * whole) // rounded half up
	switch {
	case part < whole && tenths >= 1000:
		return 999
	case part > 0 && tenths == 0:
		return 1
	}
	return tenths
}

// decimal writes tenths with one decimal and a comma: "88,5". The sign of a number below 0 is left to the words around.
func decimal(tenths int) string {
	if tenths < 0 {
		tenths = -tenths
	}
	return number(tenths/10) + "," + strconv.Itoa(tenths%10)
}

// share is a rate for running text, with numerator and denominator: "200/226 đơn vị, đạt 88,5%"; full is "100%".
func share(part, whole int, noun string) string {
	text := Count(part) + "/" + Count(whole) + " " + noun
	if whole <= 0 {
		return text
	}
	return text + ", đạt " + percent(part, whole)
}

func percent(part, whole int) string {
	return strings.TrimSuffix(rate(part, whole), ",0") + "%"
}
