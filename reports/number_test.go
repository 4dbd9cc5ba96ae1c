package reports

import "testing"

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1234: "1.234", 1234567: "1.234.567", -1234: "-1.234"} {
		if got := number(n); got != want {
			t.Errorf("number(%d) = %s, want %s", n, got, want)
		}
	}
	for n, want := range map[int]string{0: "0", 2: "02", 10: "10", 1234: "1.234"} {
		if got := Count(n); got != want {
			t.Errorf("count(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestRate(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		want, why   string
	}{
		{0, 0, "–", "nothing owed has no rate, not 0 %"},
		{0, 9, "0,0", "nothing done of something owed is 0 %"},
		{200, 226, "88,5", "88,4956 is rounded"},
		{1, 8, "12,5", "one decimal, comma"},
		{1, 16, "6,3", "6,25 is rounded up"},
		{9, 9, "100,0", "complete"},
		{9999, 10000, "99,9", "not complete never shows as 100,0"},
		{1, 10000, "0,1", "begun never shows as 0,0"},
		{24, 2, "1.200,0", "thousands take a dot"},
	} {
		if got := rate(c.part, c.whole); got != c.want {
			t.Errorf("%s: rate(%d, %d) = %s, want %s", c.why, c.part, c.whole, got, c.want)
		}
	}
	if got := share(200, 226, "đơn vị"); got != "200/226 đơn vị, đạt 88,5%" {
		t.Errorf("a rate keeps numerator and denominator: %s", got)
	}
	if got := percent(4, 4); got != "100%" {
		t.Errorf("running text writes 100%%, got %s", got)
	}
}
