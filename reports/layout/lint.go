package layout

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"cosohoi/reports/fault"
)

// Remark is one thing in a document that is not in order: a Vietnamese sentence that says what, and what to do.
type Remark struct {
	Wrong bool   // against the form; else only worth a look
	Part  string // where to mend it: one of the Part constants
	Text  string
}

// The parts of a document to which remarks belong, as the office reads them.
const (
	PartForm       = "Thể thức"
	PartBody       = "Nội dung"
	PartAppendix   = "Phụ lục"
	PartRecipients = "Nơi nhận" // and signers
)

// Lint gives everything in a document that a careful office would send back: what the form asks for and is not there, what
// it forbids, what is not filled in, and what cannot be printed. The remarks stand in the order of the parts. None means
// that nothing was found, not that the content is right.
func Lint(doc Document) []Remark {
	l := &linter{doc: doc}
	l.head()
	l.symbol()
	l.date()
	l.title()
	l.basis()
	l.copy()
	l.body()
	l.appendices()
	l.recipients()
	l.signers()
	l.texts()
	l.made()
	order := []string{PartForm, PartBody, PartAppendix, PartRecipients}
	slices.SortStableFunc(l.remarks, func(a, b Remark) int {
		return slices.Index(order, a.Part) - slices.Index(order, b.Part)
	})
	return l.remarks
}

// linter gathers the remarks on one document.
type linter struct {
	doc     Document
	remarks []Remark
}

func (l *linter) wrong(part, text string, args ...any) {
	l.remarks = append(l.remarks, Remark{true, part, fmt.Sprintf(text, args...)})
}

func (l *linter) note(part, text string, args ...any) {
	l.remarks = append(l.remarks, Remark{false, part, fmt.Sprintf(text, args...)})
}

// official is true for a paper with number and symbol; lists and forms without one have no recipients and no archive.
func (l *linter) official() bool { return l.doc.Symbol != "" }

// kind is the kind of the paper in upper case, NFC.
func (l *linter) kind() string { return strings.ToUpper(strings.TrimSpace(Clean(l.doc.Kind))) }

// upper remarks on a text that the form prints in upper case and that is not typed so.
func (l *linter) upper(part, what, text string) {
	if text = Clean(text); text != strings.ToUpper(text) {
		l.wrong(part, "%s “%s” phải viết in hoa: hãy gõ lại là “%s”.", what, text, strings.ToUpper(text))
	}
}

// made remarks on what shows only when the pages are made: what does not fit, and characters that no font draws.
func (l *linter) made() {
	doc := l.doc
	if doc.Margins == (Margins{}) {
		doc.Margins = UsualMargins()
	}
	faulty := false
	mend := func(part string, err error) {
		var f *fault.Fault
		if errors.As(err, &f) {
			l.wrong(part, "%s", f.UserMessage())
			faulty = true
		}
	}
	mend(PartForm, checkForm(doc))
	mend(PartBody, checkBody(doc.Body, pageFormat(doc.Landscape, doc.Margins)))
	for _, a := range doc.Appendices {
		mend(PartAppendix, checkBody(a.Body, pageFormat(a.Landscape, doc.Margins)))
	}
	if faulty {
		return
	}
	missing, err := Missing(doc)
	mend(PartBody, err)
	if len(missing) > 0 {
		l.wrong(PartBody, "Ký tự %s không in ra được: hãy bỏ hoặc thay bằng chữ thường dùng.", strings.Join(missing, ", "))
	}
}

// text is one text of a document with the part it belongs to.
type text struct{ part, text string }

// all gives every text of a document.
func (l *linter) all() []text {
	d := l.doc
	var all []text
	add := func(part string, texts ...string) {
		for _, t := range texts {
			if t != "" {
				all = append(all, text{part, t})
			}
		}
	}
	add(PartForm, d.Parent, d.Issuer, d.Symbol, d.Place, d.Kind, d.Summary, d.Enacting, d.Address, d.OrganName)
	add(PartForm, d.Basis...)
	add(PartBody, bodyTexts(d.Body)...)
	for _, a := range d.Appendices {
		add(PartAppendix, a.Title)
		add(PartAppendix, bodyTexts(a.Body)...)
	}
	add(PartRecipients, d.To...)
	add(PartRecipients, d.Recipients...)
	add(PartRecipients, d.Archive)
	for _, s := range d.Signers {
		add(PartRecipients, s.Authority, s.Deputy, s.Position, s.Name)
	}
	return all
}

// bodyTexts gives the texts of blocks: paragraphs, headings, footnotes and cells.
func bodyTexts(blocks []Block) []string {
	var texts []string
	runs := func(runs []Run) string {
		whole := ""
		for _, r := range runs {
			whole += r.Text
		}
		return whole
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			texts = append(texts, runs(b.Runs))
			for _, r := range b.Runs {
				texts = append(texts, runs(r.Note))
			}
		case Heading:
			texts = append(texts, b.Text, runs(b.Note))
		case Table:
			for _, row := range b.Head {
				for _, c := range row {
					texts = append(texts, c.Text)
				}
			}
			for _, row := range b.Rows {
				texts = append(texts, row.Cells...)
			}
		}
	}
	return texts
}

// texts remarks on what no part of a paper may hold: letters typed with loose marks, and places left to fill in.
func (l *linter) texts() {
	loose := false
	open := map[string][]string{}
	for _, t := range l.all() {
		loose = loose || !norm.NFC.IsNormalString(t.text)
		for _, found := range blanks.FindAllStringIndex(t.text, -1) {
			open[t.part] = append(open[t.part], around(t.text, found[0], found[1]))
		}
	}
	if loose {
		l.note(PartBody, "Có chữ gõ bằng dấu tổ hợp (Unicode tổ hợp): bản in đã tự chuyển về Unicode dựng sẵn, nên đặt lại bảng mã Unicode dựng sẵn trong UniKey.")
	}
	for _, part := range []string{PartForm, PartBody, PartAppendix, PartRecipients} {
		if places := open[part]; len(places) == 1 {
			l.note(part, "Còn chỗ chưa điền: “%s”; hãy điền hoặc bỏ.", places[0])
		} else if len(places) > 1 {
			l.note(part, "Còn %d chỗ chưa điền, chỗ đầu tiên là “%s”; hãy điền hoặc bỏ.", len(places), places[0])
		}
	}
}

// around gives a piece of a text with a few words on both sides, on one line.
func around(text string, from, to int) string {
	const reach = 4
	before, after := strings.Fields(text[:from]), strings.Fields(text[to:])
	piece := text[from:to]
	lead, trail := "", ""
	if n := len(before); n > 0 {
		lead = strings.Join(before[max(0, n-reach):], " ")
		if strings.HasSuffix(text[:from], " ") {
			lead += " "
		}
	}
	if len(after) > 0 {
		trail = strings.Join(after[:min(reach, len(after))], " ")
		if strings.HasPrefix(text[to:], " ") {
			trail = " " + trail
		}
	}
	return Clean(lead + strings.TrimLeft(piece, " \n\t(") + trail)
}
