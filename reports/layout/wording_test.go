package layout

import (
	"slices"
	"strings"
	"testing"
)

// What a paper says in the form of the decree and in that of the Party.
func TestWordingOfTheForms(t *testing.T) {
	doc := Document{Kind: "TỜ TRÌNH", Number: 5, Symbol: "TTr/TU", To: []string{"Tỉnh ủy; "}, Basis: []string{"- Căn cứ Điều lệ.", "", "Xét đề nghị"},
		Recipients: []string{"Các ban"}, Archive: "VT."}
	for form, want := range map[Form]string{
		ND30:  "Số: 05/TTr/TU|Kính gửi|Tỉnh ủy|Căn cứ Điều lệ;|Xét đề nghị.|- Như trên;|- Các ban;|- Lưu: VT.",
		Party: "Số 05-TTr/TU|Kính trình|Tỉnh ủy|- Căn cứ Điều lệ;|- Xét đề nghị.|- Như trên;|- Các ban;|- Lưu: VT.",
	} {
		doc.Form = form
		label, names := doc.Addressees()
		lines := slices.Concat([]string{doc.NumberLine(doc.Number, doc.Symbol), label}, names, doc.BasisLines(), doc.RecipientLines())
		if got := strings.Join(lines, "|"); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestResolution(t *testing.T) {
	for kind, want := range map[string]string{"": "", "QUYẾT ĐỊNH": "QUYẾT ĐỊNH:", "Nghị quyết ": "QUYẾT NGHỊ:"} {
		if got := (Document{Enacting: "BAN CHẤP HÀNH", Kind: kind}).Resolution(); got != want {
			t.Errorf("a %s decides with %q, want %q", kind, got, want)
		}
	}
}

// A footnote draws its mark, so a block that holds nothing else is not blank and is the end of the text.
func TestBlocksWithFootnotesAreNotBlank(t *testing.T) {
	for _, b := range []Block{Heading{Note: note("Theo Điều lệ.")}, Paragraph{Runs: []Run{{Text: " ", Note: note("Theo Điều lệ.")}}}} {
		if Blank(b) {
			t.Errorf("%v draws the mark of a footnote", b)
		}
		doc := Document{Symbol: "KH-BTV", Body: []Block{Text("Hết."), b}}
		if end := doc.EndedBody()[0].(Paragraph).Runs[0].Text; end != "Hết." {
			t.Errorf("“%s” stands before the end of the text", end)
		}
	}
}

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{1: "I", 2: "II", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 49: "XLIX", 58: "LVIII"} {
		if got := roman(n); got != want {
			t.Errorf("roman(%d) = %s, want %s", n, got, want)
		}
	}
}
