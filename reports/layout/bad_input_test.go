package layout

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cosohoi/reports/form"
)

// fields are all places of a paper where a text is typed.
func fields(text string) map[string]func(d *Document) {
	return map[string]func(d *Document){
		"parent":           func(d *Document) { d.Parent = text },
		"issuer":           func(d *Document) { d.Issuer = text },
		"symbol":           func(d *Document) { d.Symbol = text },
		"place":            func(d *Document) { d.Place = text },
		"organ name":       func(d *Document) { d.OrganName = text },
		"kind":             func(d *Document) { d.Kind = text },
		"summary":          func(d *Document) { d.Summary = text },
		"V/v":              func(d *Document) { d.Kind, d.Summary = "", text },
		"one addressee":    func(d *Document) { d.To = []string{text} },
		"addressee":        func(d *Document) { d.To = []string{text, "Ban Dân vận"} },
		"enacting":         func(d *Document) { d.Enacting = text },
		"căn cứ":           func(d *Document) { d.Basis = []string{text} },
		"body":             func(d *Document) { d.Body = []Block{Text(text)} },
		"centred":          func(d *Document) { d.Body = []Block{Paragraph{Style: Centred, Runs: []Run{{Text: text}}}} },
		"heading":          func(d *Document) { d.Body = []Block{Heading{Level: 1, Text: text}} },
		"centred heading":  func(d *Document) { d.Body = []Block{Heading{Level: 1, Text: text, Centred: true}} },
		"footnote":         func(d *Document) { d.Body = []Block{Paragraph{Runs: []Run{{Text: "Một", Note: note(text)}}}} },
		"cell":             func(d *Document) { d.Body = []Block{cellTable(text, "Số")} },
		"head of a table":  func(d *Document) { d.Body = []Block{cellTable("1", text)} },
		"recipient":        func(d *Document) { d.Recipients = []string{text} },
		"archive":          func(d *Document) { d.Archive = text },
		"drafter":          func(d *Document) { d.Drafter = text },
		"authority":        func(d *Document) { d.Signers[0].Authority = text },
		"deputy":           func(d *Document) { d.Signers[0].Deputy = text },
		"position":         func(d *Document) { d.Signers[0].Position = text },
		"name":             func(d *Document) { d.Signers[0].Name = text },
		"address":          func(d *Document) { d.Address = text },
		"appendix":         func(d *Document) { d.Appendices = []Appendix{{Title: text, Body: []Block{Text("Không.")}}} },
		"issuer of a copy": func(d *Document) { d.Copy = &Copy{Kind: "SAO Y", Organ: text} },
		"kind of a copy":   func(d *Document) { d.Copy = &Copy{Kind: text, Organ: "HỘI LHPN"} },
		"place of a copy":  func(d *Document) { d.Copy = &Copy{Kind: "SAO Y", Organ: "HỘI LHPN", Place: text} },
		"symbol of a copy": func(d *Document) { d.Copy = &Copy{Kind: "SAO Y", Organ: "HỘI LHPN", Symbol: text} },
		"turned head":      func(d *Document) { t := cellTable("1", text); t.Head[0][0].Turned = true; d.Body = []Block{t} },
	}
}

// cellTable is a table with a narrow first column.
func cellTable(cell, head string) Table {
	return Table{
		Columns: []Column{{Width: 20}, {Width: 60}},
		Head:    [][]HeadCell{{{Text: head}, {Text: "Ghi chú"}}},
		Rows:    []Row{{Cells: []string{cell, "không"}}},
	}
}

// userMessage is what an error says to the person at the screen.
func userMessage(t *testing.T, err error) string {
	t.Helper()
	var shown interface{ UserMessage() string }
	if !errors.As(err, &shown) {
		t.Fatalf("%v is not for the person at the screen", err)
	}
	return shown.UserMessage()
}

// A word that is wider than a column or than the page, wherever it is typed, is set in parts, inside the margins and on no
// other word. Only a number with its symbol cannot be parted: there the paper says what to do.
func TestWordWiderThanThePage(t *testing.T) {
	t.Parallel()
	for letters, base := range map[int]func() Document{40: plan, 150: partyPaper} {
		for name, put := range fields(strings.Repeat("Ж", letters)) { // a letter that no other text has
			doc := base()
			doc.Margins = UsualMargins()
			doc.Appendices = []Appendix{{Title: "BIỂU", Body: []Block{Text("Không.")}}} // it names kind, number and organ again
			put(&doc)
			pdf, err := PDF(doc)
			if strings.HasPrefix(name, "symbol") {
				if want := "Số, ký hiệu của "; !strings.HasPrefix(userMessage(t, err), want) {
					t.Errorf("%s: %v, want a message that starts with %q", name, err, want)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			found := 0
			for _, l := range readBack(t, pdf) {
				words := l.words
				if words[0].bottom < 20 {
					words = words[1:]
				}
				t.Run(fmt.Sprintf("%s of %d letters", name, letters), func(t *testing.T) { checkPlaces(t, l, words, doc.Margins) })
				for _, w := range words {
					found += strings.Count(strings.ToUpper(w.text), "Ж")
				}
			}
			if found == 0 || found%letters != 0 {
				t.Errorf("%s: %d of %d letters are on the paper", name, found, letters)
			}
		}
	}
}

// A long place stands above its date; both stay in their column, and room to write a date by hand stays as wide as it was.
func TestLongPlaceStandsAboveItsDate(t *testing.T) {
	doc := plan()
	doc.Place, doc.Body = "Thành phố Hồ Chí Minh và các vùng phụ cận", nil
	first := readBack(t, mustPDF(t, doc))[0]
	place, ok := first.find("Thành phố Hồ Chí Minh và các vùng phụ cận,")
	date, alsoOK := first.find("ngày 04 tháng 7 năm 2023")
	number, _ := first.find("Số: 77/KH-BCH")
	if !ok || !alsoOK {
		t.Fatalf("place and date are not on one line each: %v", first.words)
	}
	if !near(place.baseline(), number.baseline(), 0.05) || date.baseline() < place.baseline()+4 || !near(place.middle(), date.middle(), 0.1) {
		t.Errorf("place, date and number stand at %.1f, %.1f and %.1f mm", place.baseline(), date.baseline(), number.baseline())
	}
}

// A paper without text is head and signatures; what is missing is remarked on.
func TestEmptyBody(t *testing.T) {
	for name, body := range map[string][]Block{"nothing": nil, "blanks": {Text(" \n"), PageBreak{}, Heading{}, Table{}, Paragraph{}}} {
		doc := plan()
		doc.Body = body
		leaves := readBack(t, mustPDF(t, doc))
		if len(leaves) != 1 {
			t.Errorf("%s: %d pages, want 1", name, len(leaves))
		}
		for _, text := range []string{form.NationalName, "KẾ HOẠCH", "TM. BAN CHẤP HÀNH", "Trần Thị Định", "- Lưu: VT, VP."} {
			if _, ok := leaves[0].find(text); !ok {
				t.Errorf("%s: “%s” is not on the paper", name, text)
			}
		}
		if got := remarks(doc); !strings.Contains(got, "sai | Nội dung | Văn bản chưa có nội dung") {
			t.Errorf("%s: the remarks are\n%s", name, got)
		}
	}
}

// A table of 10 000 rows is on paper row by row, with its head on each page.
func TestTableOfTenThousandRows(t *testing.T) {
	const rows = 10_000
	doc := landscapeList()
	table := doc.Body[len(doc.Body)-1].(Table)
	row := table.Rows[1]
	table.Rows = nil
	for i := range rows {
		row.Cells = slices.Clone(row.Cells)
		row.Cells[0] = fmt.Sprint(i + 1)
		table.Rows = append(table.Rows, row)
	}
	doc.Body[len(doc.Body)-1] = table
	pages := strings.Split(strings.TrimSuffix(poppler(t, mustPDF(t, doc), "pdftotext", "-raw"), "\f"), "\f")
	next := 1
	for i, page := range pages {
		if strings.Count(page, "Quê quán") != 1 {
			t.Fatalf("page %d has no head or more than one", i+1)
		}
		for line := range strings.Lines(page) {
			if strings.HasPrefix(line, fmt.Sprintf("%d Nguyễn Thị Thu Hà 12/5/1985", next)) {
				next++
			}
		}
	}
	if next != rows+1 {
		t.Errorf("the rows on paper go up to %d, want %d", next-1, rows)
	}
}

// Without a signer a paper has its recipients alone, at the left; a signer without a name leaves room to write it.
func TestMissingSigner(t *testing.T) {
	doc := plan()
	doc.Signers = nil
	leaves := readBack(t, mustPDF(t, doc))
	if label, ok := leaves[len(leaves)-1].find("Nơi nhận:"); !ok || !near(label.left, 30, 0.1) {
		t.Errorf("the recipients stand at %.1f mm, want the left margin", label.left)
	}
	if got := remarks(doc); !strings.Contains(got, "sai | Nơi nhận | Chưa có người ký") {
		t.Errorf("the remarks are\n%s", got)
	}
	doc.Signers = []Signer{{}}
	if _, err := PDF(doc); err != nil {
		t.Error(err)
	}
	if got := remarks(doc); !strings.Contains(got, "sai | Nơi nhận | ") {
		t.Errorf("the remarks on an empty signer are\n%s", got)
	}
}

// A character without a glyph leaves its place empty and all other letters as they are; it is named in the remarks.
func TestCharacterWithoutGlyph(t *testing.T) {
	doc := plan()
	doc.Body = []Block{Text("Đã làm \u2610 xong 中文, tốt \U0001F44D lắm.")}
	leaves := readBack(t, mustPDF(t, doc))
	for _, text := range []string{"Đã làm", "xong", "tốt", "lắm./."} {
		if _, ok := leaves[0].find(text); !ok {
			t.Errorf("“%s” is not on the paper", text)
		}
	}
	for _, r := range []string{"“☐” (U+2610)", "“中” (U+4E2D)", "“👍” (U+1F44D)"} {
		if got := remarks(doc); !strings.Contains(got, r) {
			t.Errorf("%s is not in the remarks\n%s", r, got)
		}
	}
}
