package vietnamese

import (
	"sort"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestCleanGivesWhatMayBeStored(t *testing.T) {
	for _, c := range []struct{ in, want, why string }{
		{"  Phạm   Thị\tĐào ", "Phạm Thị Đào", "blanks fold to one"},
		{norm.NFD.String("Nguyễn Thị Hường"), "Nguyễn Thị Hường", "a Mac or a web page gives NFD"},
		{"Đào 🌸", "Đào", "no font of a document has emoji"},
		{"Đào\xff\xfe", "Đào", "invalid UTF-8 cannot be printed"},
		{"\ufeffĐào\u200b", "Đào", "marks that nobody sees"},
		{"Hội\u00a0LHPN", "Hội LHPN", "Word's non-breaking blank"},
		{"Đào\x00", "Đào", "control characters"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("Clean(%q) = %q, want %q: %s", c.in, got, c.want, c.why)
		}
	}
	if got := CleanLines("\r\nMột  \r\n\r\nHai\n"); got != "Một\n\nHai" {
		t.Errorf("CleanLines keeps lines: got %q", got)
	}
}

func TestASourceKeepsItsBlanks(t *testing.T) {
	for in, want := range map[string]string{
		"to:\r\n  - Tỉnh ủy\r\r\n":         "to:\n  - Tỉnh ủy\n\n",
		"a\u00a0b \t ":                     "a\u00a0b \t ",
		"\ufeffĐào\x00\x1b\xff":            "Đào",
		norm.NFD.String("Nguyễn\n\nHường"): "Nguyễn\n\nHường",
	} {
		got := CleanSource(in)
		if got != want || CleanSource(got) != got {
			t.Errorf("CleanSource(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCleaningTwiceChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := Clean(string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) + rapid.String().Draw(t, "text"))
		if twice := Clean(once); twice != once {
			t.Fatalf("%q became %q", once, twice)
		}
		if !utf8.ValidString(once) || !norm.NFC.IsNormalString(once) {
			t.Fatalf("%q is not valid NFC", once)
		}
	})
}

func TestSearchKeyIgnoresToneMarksAndCase(t *testing.T) {
	for in, want := range map[string]string{
		"Phạm Thị Đào":                  "pham thi dao",
		norm.NFD.String("Phạm Thị Đào"): "pham thi dao",
		"ĐẶNG THUỲ":                     "dang thuy",
		"ĐẶNG THÙY":                     "dang thuy",
		"Xóm 4, xã Hải Vân":             "xom 4 xa hai van",
		"“3 có, 3 biết”":                "3 co 3 biet",
		"Trực Hưng":                     "truc hung",
		"Trực Hùng":                     "truc hung",
		"":                              "",
	} {
		if got := SearchKey(in); got != want {
			t.Errorf("SearchKey(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSortKeyFollowsTheVietnameseDictionary(t *testing.T) {
	want := []string{"An", "Án", "Ạn", "Ăn", "Âu", "Chi hội 2", "Chi hội 10", "Dung", "Dũng", "Đào", "Em", "Én", "Êm", "Hoa", "Hoà", "Hỏa", "Hõa", "Hóa", "Họa", "Hoàn", "Oanh", "Ông", "Ớt", "Út", "Ưng", "Yến"}
	got := append([]string(nil), want...)
	sort.Slice(got, func(i, j int) bool { return got[len(got)-1-i] < got[len(got)-1-j] }) // shuffle
	sort.SliceStable(got, func(i, j int) bool { return SortKey(got[i]) < SortKey(got[j]) })
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("order %q, want %q", got, want)
		}
	}
}

func TestPeopleSortByGivenNameThenFamilyName(t *testing.T) {
	want := []string{"Bùi Thị An", "Bùi Thị Hồng An", "Bùi Thị Ngọc Ánh", "Trần Thị Bình", "Đặng Thị Dung", "Lê Thị Dung", "Phạm Thị Đào", "Ngô Thị Oanh"}
	got := []string{want[4], want[7], want[3], want[0], want[6], want[5], want[2], want[1]}
	sort.Slice(got, func(i, j int) bool { return NameSortKey(got[i]) < NameSortKey(got[j]) })
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("order %q, want %q", got, want)
		}
	}
}
