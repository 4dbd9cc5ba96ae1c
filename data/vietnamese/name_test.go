package vietnamese

import "testing"

func TestNameKey(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
		why  string
	}{
		{"Xã Nghĩa Hoà", "xã Nghĩa Hòa", true, "both places of the tone mark are in use"},
		{"Giao Thuỷ", "Giao Thủy", true, "the same with y"},
		{"Hải Vân", "Ha\u0309i Va\u0302n", true, "NFC and NFD"},
		{" HẢI  VÂN ", "Hải Vân", true, "capitals and blanks"},
		{"Trực Hưng", "Trực Hùng", false, "two communes of one district"},
		{"Nghĩa Hùng", "Nghĩa Hưng", false, "a commune and its district"},
		{"Nam Điền", "Nam Diên", false, "đ is a letter of its own"},
		{"Xã Quang Trung", "Phường Quang Trung", false, "the kind is part of the name"},
	} {
		if got := NameKey(c.a) == NameKey(c.b); got != c.same {
			t.Errorf("%s: %q and %q are the same: %t", c.why, c.a, c.b, got)
		}
	}
}
