package vietnamese

import (
	"strconv"
	"strings"
)

// Number writes a whole number with dots between the thousands: 6.412.
func Number(n int64) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return sign + digits
}

// Decimal writes a number with a decimal comma, rounded to some places; -1 for as many as it has: 7,5.
func Decimal(n float64, places int) string {
	return strings.Replace(strconv.FormatFloat(n, 'f', places, 64), ".", ",", 1)
}
