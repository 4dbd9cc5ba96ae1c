package layout

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want, why string }{
		{"Hội Liên hiệp Phụ nữ", "Hội Liên hiệp Phụ nữ", "a clean text stays"},
		{norm.NFD.String("Hội Phụ nữ tỉnh"), "Hội Phụ nữ tỉnh", "NFD becomes NFC: the fonts place no marks"},
		{"tốt 👍🏽 rồi", "tốt  rồi", "emoji are dropped: gofpdf panics above U+FFFF"},
		{"a\xff\xfeb", "a??b", "bad bytes are seen"},
		{"77/KH\u2011BCH", "77/KH-BCH", "the no-break hyphen has no glyph"},
		{"a\tb", "a b", "a tab is a space"},
		{"a\r\nb\rc", "a\nb\nc", "line breaks are LF"},
		{"\ufeffa\u200bb\u00adc\x00\x1b", "abc", "BOM, zero-width space, soft hyphen and controls are dropped"},
		{"a\u202fb", "a\u00a0b", "a narrow no-break space is a no-break space"},
		{"o\u200d\u031b", "ơ", "marks meet their letter when what parted them is dropped"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: Clean(%+q) = %+q, want %+q", c.why, c.in, got, c.want)
		}
	}
}

func TestCleanAlwaysPrintable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, "in")
		got := Clean(in)
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
			t.Fatalf("%+q is not valid NFC", got)
		}
		if Clean(got) != got {
			t.Fatalf("%+q is changed by a second cleaning", got)
		}
		if i := strings.IndexFunc(got, func(r rune) bool { return r > 0xffff || r != '\n' && r < ' ' }); i >= 0 {
			t.Fatalf("%+q holds a rune that cannot be printed", got)
		}
	})
}

func TestMissingNamesTheCharacters(t *testing.T) {
	doc := plan()
	doc.Body = append(doc.Body, Text("Đã làm ☐, chưa làm ☑ 👍"))
	got, err := Missing(doc)
	if err != nil {
		t.Fatal(err)
	}
	if want := "“☐” (U+2610), “☑” (U+2611), “👍” (U+1F44D)"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
	if got, _ := Missing(plan()); len(got) > 0 {
		t.Errorf("the plan misses %v", got)
	}
}
