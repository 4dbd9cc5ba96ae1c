package app

import (
	"testing"

	"cosohoi/data"
)

func TestFormulasOfFigures(t *testing.T) {
	values := map[string]data.Number{"B1": data.Of(200), "B2": data.Of(120), "B5.1": data.Of(7), "B5.2": data.Of(3), "B3": {}}
	value := func(code string, opening bool) data.Number {
		if opening {
			return data.Of(100)
		}
		return values[code]
	}
	for _, c := range []struct {
		text         string
		above, below int64
		rate, known  bool
		why          string
	}{
		{"B5.1 + B5.2", 10, 0, false, true, "7 + 3"},
		{"b2 - 2*B5.2 + 4", 118, 0, false, true, "120 - 2·3 + 4; small letters are taken too"},
		{"B2 / B1", 120, 200, true, true, "120 of 200"},
		{"(B2 + B5.1)/B1", 127, 200, true, true, "127 of 200"},
		{"B2 + B3", 0, 0, false, false, "B3 was not reported, so a condition on the sum cannot be judged"},
		{"B3 / B1", 0, 0, true, false, "a rate of something not reported is not 0%"},
		{"B2 - dauky.B2", 20, 0, false, true, "120 now, 100 at the end of the year before"},
	} {
		f, err := parseFormula(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		above := sum(f.above, value)
		known := above.Known
		below := data.Of(0)
		if f.isRate() {
			below = sum(f.below, value)
			known = known && below.Known
		}
		if f.isRate() != c.rate || known != c.known || known && (above.N != c.above || below.N != c.below) {
			t.Errorf("%s: %v of %v, rate %v, known %v; want %d of %d (%s)", c.text, above, below, f.isRate(), known, c.above, c.below, c.why)
		}
	}
	for _, text := range []string{"", "B2 B1", "B2 +", "B2 * B1", "B2 / B1 / B3", "tổng"} {
		if _, err := parseFormula(text); err == nil {
			t.Errorf("%q was read as a formula", text)
		}
	}
}

func TestChecksSayWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		text        string
		left, right int64
		says        string
	}{
		{"B3 <= B2", 120, 120, ""},
		{"B3 <= B2", 1200, 1100, "B3 là 1.200, lớn hơn B2 là 1.100"},
		{"A4 = A4.1 + A4.2", 13, 12, "A4 là 13, khác A4.1 + A4.2 là 12"},
		{"B2 = dauky.B2 + B5 - B6", 101, 100, "B2 là 101, khác B2 đầu năm + B5 − B6 là 100"},
		{"B1 >= 10", 9, 10, "B1 là 9, nhỏ hơn 10 là 10"},
	} {
		check, err := parseCheck(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		says := ""
		if check.broken(c.left, c.right) {
			says = check.says(c.left, c.right)
		}
		if says != c.says {
			t.Errorf("%s with %d and %d says %q, want %q", c.text, c.left, c.right, says, c.says)
		}
	}
	if _, err := parseCheck("B3 B2"); err == nil {
		t.Error("a condition without a comparison was read")
	}
}

func TestNumbersAsPeopleTypeThem(t *testing.T) {
	for text, want := range map[string]data.Number{
		"1234": data.Of(1234), "1.234": data.Of(1234), "1 234": data.Of(1234), "1.234.567": data.Of(1234567), " 12 ": data.Of(12), "1.234,00": data.Of(1234), "0": data.Of(0), "12\u00a0345": data.Of(12345),
		"": {}, "-": {}, "—": {}, // not reported
	} {
		if got, err := ParseCount(text); err != nil || got != want {
			t.Errorf("%q is read as %v, %v; want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"12,5", "1.23", "12.3456", "-5", "12 người", "1234567890123", "=A1", "1e3"} {
		if got, err := ParseCount(text); err == nil {
			t.Errorf("%q is read as %v, want a sentence", text, got)
		}
	}
}
