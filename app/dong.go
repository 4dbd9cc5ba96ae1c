package app

import (
	"strconv"
	"strings"
)

// Dong writes an amount with points between thousands: "1.350.000".
func Dong(amount int64) string {
	digits := strconv.FormatInt(amount, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return digits
}

// ParseDong reads an amount as people type it, with or without points and blanks between thousands.
func ParseDong(typed string) (int64, error) {
	amount, err := strconv.ParseInt(strings.NewReplacer(".", "", " ", "", "đ", "").Replace(typed), 10, 64)
	if err != nil || amount <= 0 {
		return 0, Problem("Hãy gõ số tiền bằng chữ số, ví dụ 350.000.")
	}
	return amount, nil
}
