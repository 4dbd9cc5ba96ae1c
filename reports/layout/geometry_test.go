package layout

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// The tests here read the made files back and hold them against the figures of the decree (Nghị định 30/2020/NĐ-CP, Phụ
// lục I), which stand in them as numbers: the constants of the engine are what is tested.

// eachPaper runs a test on every sample in both sets of sizes of its form.
func eachPaper(t *testing.T, test func(t *testing.T, doc Document)) {
	presets := map[Form][]int{ND30: {13, 14}, Party: {14, 15}}
	for name, doc := range papers() {
		for _, doc.Preset = range presets[doc.Form] {
			if doc.Margins == (Margins{}) {
				doc.Margins = UsualMargins()
			}
			t.Run(fmt.Sprintf("%s in %d", name, doc.Preset), func(t *testing.T) { test(t, doc) })
		}
	}
}

// longer is a paper with so many more lines before its last block.
func longer(doc Document, lines int) Document {
	last := len(doc.Body) - 1
	more := make([]Block, lines)
	for i := range more {
		more[i] = Text("Một dòng của văn bản.")
	}
	doc.Body = slices.Concat(doc.Body[:last], more, doc.Body[last:])
	return doc
}

// sections gives the pages of each section, the main part first: a section starts with a page that has no number.
func sectionsOf(t *testing.T, doc Document, leaves []leaf) [][]leaf {
	t.Helper()
	var sections [][]leaf
	for _, l := range leaves {
		if len(sections) == 0 || l.words[0].bottom > doc.Margins.Top {
			sections = append(sections, nil)
		}
		last := len(sections) - 1
		sections[last] = append(sections[last], l)
	}
	if len(sections) != 1+len(doc.Appendices) {
		t.Fatalf("%d pages carry no number, the paper has %d parts", len(sections), 1+len(doc.Appendices))
	}
	return sections
}

// Mục I.1 and I.3: A4, the text 20–25 mm from the upper and lower edge, 30–35 mm from the left and 15–20 mm from the right.
// Nothing but page numbers stands in the margins, and the text uses all the room between them.
func TestPaperAndMargins(t *testing.T) {
	t.Parallel()
	eachPaper(t, func(t *testing.T, doc Document) {
		pdf := mustPDF(t, longer(doc, 40))
		leaves := readBack(t, pdf)
		_, strokes := drawn(t, pdf)
		var landscape []bool
		for s, pages := range sectionsOf(t, doc, leaves) {
			across := doc.Landscape
			if s > 0 {
				across = doc.Appendices[s-1].Landscape
			}
			for range pages {
				landscape = append(landscape, across)
			}
		}
		left, right := math.Inf(1), math.Inf(1)
		for p, l := range leaves {
			width, height := 210.0, 297.0
			if landscape[p] {
				width, height = 297, 210
			}
			if !near(l.width, width, 0.01) || !near(l.height, height, 0.01) {
				t.Errorf("page %d is %.2f × %.2f mm, want A4 %v × %v", p+1, l.width, l.height, width, height)
			}
			words := l.words
			if words[0].bottom < doc.Margins.Top {
				words = words[1:]
			}
			checkPlaces(t, l, words, doc.Margins)
			top := math.Inf(1)
			for _, w := range words {
				left, right, top = min(left, w.left), min(right, l.width-w.right), min(top, w.top)
			}
			// Above the ascent of a line lies the air of its spacing, in a table its padding, around a stamp its frame.
			if top < 20 || top > 25+2 {
				t.Errorf("the text of page %d starts %.2f mm from the upper edge, want 20–25", p+1, top)
			}
		}
		if left < 30-0.05 || left > 35+0.05 || right < 15-0.05 || right > 20+0.05 {
			t.Errorf("the text stands %.2f mm from the left edge and %.2f from the right, want 30–35 and 15–20", left, right)
		}
		for _, s := range strokes {
			l := leaves[s.page]
			if min(s.x1, s.x2) < 30-0.1 || max(s.x1, s.x2) > l.width-15+0.1 || min(s.y1, s.y2) < 20-0.1 || max(s.y1, s.y2) > l.height-20+0.1 {
				t.Errorf("page %d: the line %.1f,%.1f–%.1f,%.1f runs into the margins", s.page+1, s.x1, s.y1, s.x2, s.y2)
			}
		}
	})
}

// Mục I.4: pages are numbered with Arabic digits in the size of the text, upright, in the middle of the upper margin, the
// first of a part not. Appendices count for themselves (Mục III.1.đ).
func TestPageNumbers(t *testing.T) {
	t.Parallel()
	eachPaper(t, func(t *testing.T, doc Document) {
		size := float64(doc.Preset)
		if doc.Form == Party {
			size = 14
		}
		pdf := mustPDF(t, longer(doc, 70))
		leaves := readBack(t, pdf)
		pieces, _ := drawn(t, pdf)
		sections := sectionsOf(t, doc, leaves)
		if len(sections[0]) < 3 {
			t.Fatalf("the main part has %d pages, too few to see its numbers", len(sections[0]))
		}
		for s, pages := range sections {
			for i, l := range pages {
				var above []printed
				for _, w := range l.words {
					if w.top < 20 {
						above = append(above, w)
					}
				}
				if i == 0 {
					if len(above) > 0 {
						t.Errorf("“%s” stands in the upper margin of the first page of part %d", above[0].text, s+1)
					}
					continue
				}
				if len(above) != 1 || above[0].text != fmt.Sprint(i+1) {
					t.Fatalf("the upper margin of page %d of part %d holds %v, want its number alone", i+1, s+1, above)
				}
				w, middle := above[0], (doc.Margins.Left+l.width-doc.Margins.Right)/2
				if !near(w.middle(), middle, 0.1) || w.bottom > 20 || w.top < 5 {
					t.Errorf("the number %s stands at %.1f–%.1f mm, %.1f mm from the edge, want the middle %.1f of the upper margin", w.text, w.left, w.right, w.top, middle)
				}
				drawnAs := pieces[slices.IndexFunc(pieces, func(p piece) bool { return p.page == w.page })]
				if drawnAs.text != w.text || drawnAs.pt != size || drawnAs.face != regular {
					t.Errorf("the number is drawn as %+v, want upright in %v pt", drawnAs, size)
				}
			}
		}
	})
}

// under gives the line that is drawn close under the baseline of a text and in its middle.
func under(strokes []stroke, text printed) (stroke, bool) {
	for _, s := range strokes {
		if s.page == text.page && s.y1 == s.y2 && s.y1 > text.baseline() && s.y1 < text.baseline()+3 && near((s.x1+s.x2)/2, text.middle(), 0.3) {
			return s, true
		}
	}
	return stroke{}, false
}

// Mục II.1–II.5, boxes 1–5: the Quốc hiệu stands on one line; the line under the Tiêu ngữ is as long as its text, those
// under the issuer and under the summary a third to half as long; number and date share a baseline, each in the middle of
// its column. A Party paper has one line under the Party's name, and marks in place of the others.
func TestHeadOfThePaper(t *testing.T) {
	t.Parallel()
	eachPaper(t, func(t *testing.T, doc Document) {
		pdf := mustPDF(t, doc)
		first := readBack(t, pdf)[0]
		pieces, strokes := drawn(t, pdf)
		onOneLine := func(text string) printed {
			box, ok := first.find(text)
			if !ok {
				t.Fatalf("“%s” does not stand on one line of page 1", text)
			}
			return box
		}
		lastLine := func(text string) printed {
			lines := piecesOf(pieces, text)
			if len(lines) == 0 {
				t.Fatalf("“%s” is not on the paper", text)
			}
			return onOneLine(lines[len(lines)-1].text)
		}
		ruled := func(what string, text printed, low, high float64) {
			line, _ := under(strokes, text)
			if length := line.x2 - line.x1; length < low || length > high {
				t.Errorf("the line under the %s “%s” is %.1f mm long, want %.1f to %.1f", what, text.text, length, low, high)
			}
		}
		creed, motto := onOneLine(nationalNameOf(doc.Form)), printed{}
		if doc.Form == Party {
			motto = creed
			if _, ok := under(strokes, lastLine(doc.Issuer)); ok {
				t.Error("a Party paper has an asterisk under its issuer, and no line")
			}
			onOneLine("*")
		} else {
			motto = onOneLine("Độc lập - Tự do - Hạnh phúc")
			issuer := lastLine(doc.Issuer)
			ruled("issuer", issuer, issuer.width()/3, issuer.width()/2)
			if doc.Kind != "" {
				summary := lastLine(doc.Summary)
				ruled("summary", summary, summary.width()/3, summary.width()/2)
			}
		}
		ruled("Tiêu ngữ", motto, motto.width()-0.5, motto.width()+0.5)
		if !near(creed.middle(), motto.middle(), 0.1) || creed.right > first.width-15+0.05 || creed.middle() < first.width/2 {
			t.Errorf("the Quốc hiệu stands at %.1f–%.1f mm, want it in the right half above the Tiêu ngữ", creed.left, creed.right)
		}
		if parent := onOneLine(piecesOf(pieces, doc.Parent)[0].text); !near(parent.baseline(), creed.baseline(), 0.4) {
			t.Errorf("the columns of the head start at %.1f and %.1f mm, want one height", parent.baseline(), creed.baseline())
		}
		if doc.Symbol == "" || doc.Dateless {
			return
		}
		number, date := onOneLine(numberOf(doc)), onOneLine("Nam Định, "+LongDate(doc.Date))
		if !near(number.baseline(), date.baseline(), 0.05) {
			t.Errorf("the number stands at %.2f mm, the date at %.2f, want one baseline", number.baseline(), date.baseline())
		}
		if issuer := lastLine(doc.Issuer); !near(number.middle(), issuer.middle(), 0.1) || !near(date.middle(), motto.middle(), 0.1) {
			t.Errorf("number and date stand in the middle of %.1f and %.1f mm, their columns have theirs at %.1f and %.1f", number.middle(), date.middle(), issuer.middle(), motto.middle())
		}
	})
}

func nationalNameOf(form Form) string {
	if form == Party {
		return "ĐẢNG CỘNG SẢN VIỆT NAM"
	}
	return "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
}

func numberOf(doc Document) string {
	if doc.Form == Party {
		return fmt.Sprintf("Số %02d-%s", doc.Number, doc.Symbol)
	}
	return fmt.Sprintf("Số: %02d/%s", doc.Number, doc.Symbol)
}

// piecesOf gives the pieces that draw a text, in their order, a single one before several; nil where it is not drawn in one go.
func piecesOf(pieces []piece, text string) []piece {
	want := squash(text)
	if want == "" {
		return nil
	}
	if i := slices.IndexFunc(pieces, func(p piece) bool { return squash(p.text) == want }); i >= 0 {
		return pieces[i : i+1]
	}
	for i := range pieces {
		got := ""
		for k := i; k < len(pieces) && len(got) < len(want) && strings.HasPrefix(want, got); k++ {
			if got += squash(pieces[k].text); got == want {
				return pieces[i : k+1]
			}
		}
	}
	return nil
}

// Mục II.3 and II.4: a number under 10 and a day under 10 take a zero, of the months January and February only; on the
// paper as in the rule.
func TestZerosOfNumberAndDate(t *testing.T) {
	t.Parallel()
	form := regexp.MustCompile(`^Số: (0[1-9]|[1-9]\d+)/KH-BCH$`)
	dated := regexp.MustCompile(`^Nam Định, ngày (0[1-9]|[12]\d|3[01]) tháng (0[12]|[3-9]|1[0-2]) năm 2026$`)
	doc := plan()
	doc.Body = nil
	for month := time.January; month <= time.December; month++ {
		for _, d := range []int{int(month), 28} {
			doc.Number, doc.Date = d, day(2026, month, d)
			pieces, _ := drawn(t, mustPDF(t, doc))
			for what, rule := range map[string]*regexp.Regexp{"Số": form, "Nam Định,": dated} {
				i := slices.IndexFunc(pieces, func(p piece) bool { return strings.HasPrefix(p.text, what) })
				if i < 0 || !rule.MatchString(pieces[i].text) {
					t.Errorf("day %d of %v: no %s in the right form among %v", d, month, what, pieces)
				}
			}
		}
	}
}

// component is a part of a paper as it is printed.
type component struct{ name, text string }

// componentsOf lists what a paper prints. Bodies are listed by their plain paragraphs and headings.
func componentsOf(doc Document) []component {
	list := []component{
		{"Quốc hiệu", nationalNameOf(doc.Form)}, {"parent", doc.Parent}, {"issuer", doc.Issuer}, {"kind", doc.Kind},
		{"stamp", map[Urgency]string{Urgent: "KHẨN", VeryUrgent: "THƯỢNG KHẨN", Flash: "HỎA TỐC"}[doc.Urgency]},
		{"stamp", map[Circulation]string{ReturnAfter: "XEM XONG TRẢ LẠI", InternalsOnly: "LƯU HÀNH NỘI BỘ"}[doc.Circulation]},
		{"address", doc.Address},
	}
	add := func(name string, texts ...string) {
		for _, text := range texts {
			list = append(list, component{name, text})
		}
	}
	if doc.Form == ND30 {
		add("Tiêu ngữ", "Độc lập - Tự do - Hạnh phúc")
	}
	if doc.Symbol != "" {
		add("number", numberOf(doc))
	}
	if !doc.Dateless {
		add("date", "Nam Định, "+LongDate(doc.Date))
	}
	switch {
	case doc.Kind != "":
		add("summary", doc.Summary)
		if doc.Enacting != "" {
			if doc.Enacting != doc.Issuer { // they could not be told apart
				add("enacting", doc.Enacting)
			}
			add("enacting", map[string]string{"QUYẾT ĐỊNH": "QUYẾT ĐỊNH:", "NGHỊ QUYẾT": "QUYẾT NGHỊ:"}[doc.Kind])
		}
	case doc.Form == Party:
		add("V/v", doc.Summary)
	default:
		add("V/v", "V/v "+doc.Summary)
	}
	for i, to := range doc.To {
		switch {
		case len(doc.To) == 1:
			add("Kính gửi", "Kính gửi: "+to)
		case i < len(doc.To)-1:
			add("Kính gửi", "- "+to+";")
		default:
			add("Kính gửi", "- "+to+".")
		}
	}
	for i, basis := range doc.Basis {
		mark := map[bool]string{false: ";", true: "."}[i == len(doc.Basis)-1]
		add("căn cứ", map[Form]string{Party: "- "}[doc.Form]+strings.TrimSuffix(basis, ";")+mark)
	}
	last := len(doc.Body) - 1
	for i, b := range doc.Body {
		switch b := b.(type) {
		case Paragraph:
			if b.Style == Body && len(b.Runs) == 1 && i < last { // the last one gets its end mark
				add("body", b.Runs[0].Text)
			}
		case Heading:
			if b.Note == nil {
				add("heading", b.Text)
			}
		}
	}
	for _, s := range doc.Signers {
		if doc.Form == Party {
			party := strings.NewReplacer("TM. ", "T/M ", "KT. ", "K/T ")
			s.Authority, s.Deputy = party.Replace(s.Authority), party.Replace(s.Deputy)
		}
		add("authority", s.Authority, s.Deputy)
		add("position", s.Position)
		add("name", s.Name)
	}
	if doc.Archive != "" {
		add("Nơi nhận", "Nơi nhận:")
		for _, r := range doc.Recipients {
			add("recipients", "- "+r+";")
		}
		add("recipients", "- Lưu: "+doc.Archive+".")
	}
	if doc.Copies > 0 {
		add("drafter", fmt.Sprintf("%s.(%d)", doc.Drafter, doc.Copies))
	}
	for i, a := range doc.Appendices {
		label := "Phụ lục"
		if len(doc.Appendices) > 1 {
			label += []string{" I", " II"}[i]
		}
		add("appendix", label)
		add("appendix title", a.Title)
	}
	if c := doc.Copy; c != nil {
		add("kind", c.Kind)
		add("parent", c.Parent)
		add("issuer", c.Organ)
		add("number", fmt.Sprintf("Số: %02d/%s", c.Number, c.Symbol))
		add("date", c.Place+", "+LongDate(c.Date))
	}
	return slices.DeleteFunc(list, func(c component) bool { return c.text == "" })
}

// Mục V: face and size of every component in the two sets of the decree (the footnote of Mục V: sizes rise and fall
// together; number 13, Nơi nhận 12, recipients 11, Phụ lục 14 do not change), and those of Party papers (HD 05-HD/VPTW).
func TestTypeOfEveryComponent(t *testing.T) {
	t.Parallel()
	type typeface struct {
		face         face
		small, large float64 // in the smaller and in the larger set: 13 and 14, Party 14 and 15
	}
	rules := map[string]struct{ decree, party typeface }{
		"Quốc hiệu":      {typeface{bold, 12, 13}, typeface{bold, 15, 15}},
		"Tiêu ngữ":       {decree: typeface{bold, 13, 14}},
		"parent":         {typeface{regular, 12, 13}, typeface{regular, 14, 14}},
		"issuer":         {typeface{bold, 12, 13}, typeface{bold, 14, 14}},
		"number":         {typeface{regular, 13, 13}, typeface{regular, 14, 14}},
		"date":           {typeface{italic, 13, 14}, typeface{italic, 14, 14}},
		"kind":           {typeface{bold, 13, 14}, typeface{bold, 16, 16}},
		"enacting":       {typeface{bold, 13, 14}, typeface{bold, 14, 15}},
		"summary":        {typeface{bold, 13, 14}, typeface{bold, 15, 15}},
		"V/v":            {typeface{regular, 12, 13}, typeface{italic, 12, 12}},
		"Kính gửi":       {typeface{regular, 13, 14}, typeface{italic, 14, 14}},
		"căn cứ":         {typeface{italic, 13, 14}, typeface{regular, 14, 15}},
		"body":           {typeface{regular, 13, 14}, typeface{regular, 14, 15}},
		"heading":        {typeface{bold, 13, 14}, typeface{bold, 14, 15}},
		"authority":      {typeface{bold, 13, 14}, typeface{bold, 14, 14}},
		"position":       {typeface{bold, 13, 14}, typeface{regular, 14, 14}},
		"name":           {typeface{bold, 13, 14}, typeface{bold, 14, 14}},
		"Nơi nhận":       {typeface{boldItalic, 12, 12}, typeface{regular, 14, 14}},
		"recipients":     {typeface{regular, 11, 11}, typeface{regular, 12, 12}},
		"stamp":          {decree: typeface{bold, 13, 13}},
		"address":        {decree: typeface{regular, 11, 11}},
		"drafter":        {decree: typeface{regular, 11, 11}},
		"appendix":       {decree: typeface{bold, 14, 14}},
		"appendix title": {decree: typeface{bold, 13, 14}},
	}
	seen := map[string]bool{}
	eachPaper(t, func(t *testing.T, doc Document) {
		pieces, _ := drawn(t, mustPDF(t, doc))
		// Numbers of pages part the text of a paragraph that goes on.
		pieces = slices.DeleteFunc(pieces, func(p piece) bool { return p.y < 20 })
		for _, c := range componentsOf(doc) {
			want := rules[c.name].decree
			if doc.Form == Party {
				want = rules[c.name].party
			}
			size := want.small
			if doc.Preset == 14 && doc.Form == ND30 || doc.Preset == 15 {
				size = want.large
			}
			found := piecesOf(pieces, c.text)
			if len(found) == 0 {
				t.Errorf("the %s “%s” is not on the paper", c.name, c.text)
			}
			for _, p := range found {
				if p.pt != size || p.face != want.face {
					t.Errorf("the %s “%s” is set in face %d of %v pt, want %d of %v", c.name, p.text, p.face, p.pt, want.face, size)
				}
				if urgent := strings.HasSuffix(p.text, "KHẨN") || p.text == "HỎA TỐC"; p.red != urgent {
					t.Errorf("the %s “%s” is red: %v", c.name, p.text, p.red)
				}
			}
			seen[c.name] = true
		}
	})
	for name := range rules {
		if !seen[name] {
			t.Errorf("no sample paper has a %s", name)
		}
	}
}

// Wherever the text ends on its page, the signers stand on one page, below two lines of the text at least (own choice: the
// decree only says that they follow the text).
func TestSignaturesAreNeverAlone(t *testing.T) {
	t.Parallel()
	for name, doc := range papers() {
		// The block is higher than five lines, so that no way in which it could stand is left out.
		for lines := 0; lines < 36; lines += 5 {
			pieces, _ := drawn(t, mustPDF(t, longer(doc, lines)))
			var places []int
			for _, s := range doc.Signers {
				for _, text := range []string{s.Authority, s.Position, s.Name} {
					if doc.Form == Party {
						text = strings.Replace(text, "TM. ", "T/M ", 1)
					}
					if found := piecesOf(pieces, text); found != nil {
						places = append(places, slices.Index(pieces, found[0]))
					}
				}
			}
			if len(places) < 2 {
				t.Fatalf("%s: no signers are found", name)
			}
			first := pieces[slices.Min(places)]
			if last := pieces[slices.Max(places)]; last.page != first.page {
				t.Errorf("%s with %d lines: “%s” and “%s” stand on two pages", name, lines, first.text, last.text)
			}
			above := map[string]bool{}
			for _, p := range pieces {
				if p.page == first.page && p.y > 20 && p.y < first.y {
					above[fmt.Sprintf("%.1f", p.y)] = true
				}
			}
			if len(above) < 2 {
				t.Errorf("%s with %d lines: %d lines of text stand on the page of the signers", name, lines, len(above))
			}
		}
	}
}

// qpdf reads every sample without a remark.
func TestFilesAreWellFormed(t *testing.T) {
	t.Parallel()
	program, err := exec.LookPath("qpdf")
	if err != nil {
		t.Fatal("qpdf is missing: install it, the tests check the files with it")
	}
	for name, doc := range papers() {
		path := filepath.Join(t.TempDir(), name+".pdf")
		if err := os.WriteFile(path, mustPDF(t, longer(doc, 70)), 0o600); err != nil {
			t.Fatal(err)
		}
		// A remark ends qpdf with 3, a fault with 2.
		if out, err := exec.Command(program, "--check", path).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

// Names of signers who stand beside each other share a line, whatever number of lines stands above each.
func TestNamesOfARowShareALine(t *testing.T) {
	doc := minutes()
	doc.Signers = []Signer{{Position: "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA TẠI CÁC CHI HỘI TRỰC THUỘC", Name: "Bốn"}, {Position: "TRƯỞNG ĐOÀN", Name: "Năm"}}
	boxes := poppler(t, mustPDF(t, doc), "pdftotext", "-bbox")
	var tops []string
	for _, name := range []string{"Bốn", "Năm"} {
		if m := regexp.MustCompile(`yMin="([\d.]+)"[^>]*>` + name + `<`).FindStringSubmatch(boxes); m != nil {
			tops = append(tops, m[1])
		}
	}
	if len(tops) != 2 || tops[0] != tops[1] {
		t.Errorf("the names stand at %v pt", tops)
	}
}
