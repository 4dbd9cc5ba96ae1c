package vietnamese

import "testing"

func TestTheFirstLetterOfAText(t *testing.T) {
	for _, c := range []struct{ in, upper, lower, why string }{
		{"xã Hải Vân", "Xã Hải Vân", "xã Hải Vân", "the kind of a unit"},
		{"đợt 6 tháng", "Đợt 6 tháng", "đợt 6 tháng", "a letter of two bytes"},
		{"Ở cơ sở", "Ở cơ sở", "ở cơ sở", "a word of one letter is a word"},
		{"UBND xã", "UBND xã", "UBND xã", "an abbreviation is never written uBND"},
		{"B4 và B5", "B4 và B5", "B4 và B5", "nor is a code"},
		{"4 chi hội", "4 chi hội", "4 chi hội", "digits have no case"},
		{"", "", "", "nothing stays nothing"},
	} {
		if got := UpperFirst(c.in); got != c.upper {
			t.Errorf("UpperFirst(%q) = %q, want %q: %s", c.in, got, c.upper, c.why)
		}
		if got := LowerFirst(c.in); got != c.lower {
			t.Errorf("LowerFirst(%q) = %q, want %q: %s", c.in, got, c.lower, c.why)
		}
	}
}
