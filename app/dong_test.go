package app

import "testing"

func TestAmountsAreTypedAndWrittenInDong(t *testing.T) {
	for typed, want := range map[string]int64{"350000": 350000, "1.350.000": 1350000, "1 350 000 đ": 1350000, "5": 5} {
		if got, err := ParseDong(typed); err != nil || got != want {
			t.Errorf("%q: %d %v, want %d", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", "0", "-5", "ba trăm", "350,5"} {
		if _, err := ParseDong(typed); err == nil {
			t.Errorf("%q was taken", typed)
		}
	}
	for amount, want := range map[int64]string{5: "5", 999: "999", 1000: "1.000", 350000: "350.000", 1350000: "1.350.000"} {
		if got := Dong(amount); got != want {
			t.Errorf("%d is written %q, want %q", amount, got, want)
		}
	}
}
