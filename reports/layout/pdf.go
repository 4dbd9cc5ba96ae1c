package layout

import (
	"bytes"
	"time"

	"github.com/jung-kurt/gofpdf"

	"cosohoi/reports/fault"
	"cosohoi/reports/form"
)

// PDF draws a document. The same value gives the same bytes on every machine: the file's dates are the document's. The
// file is PDF 1.4 (Nghị định 30/2020 asks for at least that of an electronic copy), holds its fonts, carries title,
// author (the issuer) and subject (number and date), and a bookmark for each heading and appendix.
//
// Errors have a UserMessage: a preset or margins outside the legal ranges, a symbol, a table or a block that does
// not fit its page.
func PDF(doc Document) ([]byte, error) {
	t := &typesetter{}
	sections, err := t.compose(doc)
	if err != nil {
		return nil, err
	}
	file := gofpdf.New("P", "mm", "A4", "")
	file.SetAutoPageBreak(false, 0)
	file.SetCellMargin(0)
	file.SetCatalogSort(true)
	t.describe(file)

	p := &pen{pdf: file, loaded: map[string]bool{}}
	var marks []bookmark
	for i := range sections {
		marks = append(marks, sections[i].draw(p)...)
	}
	outline(p, marks)

	var out bytes.Buffer
	if err := file.Output(&out); err != nil {
		return nil, fault.New("Không tạo được tệp PDF của văn bản: hãy báo lỗi này cho người hỗ trợ chương trình.", err)
	}
	return out.Bytes(), nil
}

// typesetter turns a document into sections of slabs.
type typesetter struct {
	doc     Document
	form    form.Profile
	line    float64       // height of a body line, mm
	indent  float64       // of first lines, mm
	notes   int           // footnotes so far
	missing map[rune]bool // characters that will not be seen; nil: nobody asks
}

// clean is Clean, noting what it drops from sight.
func (t *typesetter) clean(s string) string {
	c := Clean(s)
	if t.missing != nil && c != s {
		for _, r := range s {
			if r > 0xffff {
				t.missing[r] = true
			}
		}
	}
	return c
}

// compose sets the whole document: the main part, then each appendix.
func (t *typesetter) compose(doc Document) ([]section, error) {
	if err := t.settle(doc); err != nil {
		return nil, err
	}
	doc = t.doc
	sections := make([]section, 1+len(doc.Appendices))
	main := &sections[0]
	*main = section{format: pageFormat(doc.Landscape, doc.Margins), number: t.form.PageNumber}
	if err := t.checkNumber(doc.Number, doc.Symbol, "văn bản", main.format); err != nil {
		return nil, err
	}
	if !doc.Plain {
		t.header(main)
	}
	t.title(main)
	t.addressees(main)
	t.basis(main)
	t.body(main, doc.Body)
	t.signature(main)
	t.address(main)
	for i, a := range doc.Appendices {
		s := &sections[i+1]
		*s = section{format: pageFormat(a.Landscape, doc.Margins), number: t.form.PageNumber}
		t.appendixHead(s, i)
		t.body(s, a.Body)
	}
	last := &sections[len(sections)-1]
	if c := doc.Copy; c != nil {
		if err := t.checkNumber(c.Number, c.Symbol, "bản sao", last.format); err != nil {
			return nil, err
		}
	}
	t.copyBlock(last)
	for i := range sections {
		if err := checkHeights(&sections[i]); err != nil {
			return nil, err
		}
	}
	return sections, nil
}

// settle takes a document with its form and settings: what is not set is usual.
func (t *typesetter) settle(doc Document) error {
	if doc.Margins == (Margins{}) {
		doc.Margins = UsualMargins()
	}
	if err := check(doc); err != nil {
		return err
	}
	t.doc = doc
	t.form, _ = doc.Profile()
	t.line, t.indent = t.form.BodyLine(doc.Spacing), t.form.Indent
	if doc.Indent != 0 {
		t.indent = doc.Indent
	}
	t.doc.Body = doc.EndedBody()
	return nil
}

// body adds the blocks of a body. A page break counts only between two blocks.
func (t *typesetter) body(s *section, blocks []Block) {
	from := len(s.slabs)
	for i, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			beforeTable := false
			if i+1 < len(blocks) {
				_, beforeTable = blocks[i+1].(Table)
			}
			t.paragraph(s, b, beforeTable)
		case Heading:
			t.heading(s, b)
		case Table:
			t.table(s, b)
		case PageBreak:
			s.fresh = len(s.slabs) > from
		}
	}
	s.fresh = false
}

// describe sets the properties of the file.
func (t *typesetter) describe(file *gofpdf.Fpdf) {
	d := t.doc
	title, author, subject := d.Properties()
	file.SetTitle(title, true)
	file.SetAuthor(author, true)
	file.SetSubject(subject, true)
	file.SetCreator("Cơ sở Hội", true)
	date := d.Date
	if date.IsZero() {
		date = time.Date(max(d.Year, 2000), time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	date = time.Date(date.Year(), date.Month(), date.Day(), 0, 0, 0, 0, time.UTC)
	file.SetCreationDate(date)
	file.SetModificationDate(date)
}
