package app

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"cosohoi/data/vietnamese"
	"cosohoi/reports"
	"cosohoi/reports/compose"
	"cosohoi/reports/docx"
	"cosohoi/reports/layout"
)

// Paper is a finished document as it is printed.
type Paper struct {
	Title string
	// FileName is a name without folder that says what is inside: "bao-cao-6-thang-dau-nam-2023.pdf".
	FileName string
	PDF      []byte
	// Remarks are what a careful office would look at before printing, see layout.Lint.
	Remarks []layout.Remark
}

// SavePaper writes a paper to a file, whole or not at all.
func SavePaper(path string, p Paper) error { return reports.WriteFile(path, p.PDF) }

// SaveWord writes the Word file of a document, whole or not at all.
func SaveWord(path string, d layout.Document) error {
	content, err := docx.File(d)
	if err != nil {
		return fmt.Errorf("word file %q: %w", filepath.Base(path), err)
	}
	return reports.WriteFile(path, content)
}

// SaveDocument writes a document as the ending of the path asks: ".docx" for Word, otherwise PDF. It returns what is to be
// looked at before printing.
func SaveDocument(path string, d layout.Document, title string) ([]layout.Remark, error) {
	if strings.EqualFold(filepath.Ext(path), ".docx") {
		return layout.Lint(d), SaveWord(path, d)
	}
	paper, err := NewPaper(d, title)
	if err != nil {
		return nil, err
	}
	return paper.Remarks, SavePaper(path, paper)
}

// SaveSource is SaveDocument for a text form, which ".md" stores as it is.
func SaveSource(path string, s compose.Source, title string) ([]layout.Remark, error) {
	if strings.EqualFold(filepath.Ext(path), ".md") {
		return nil, reports.WriteFile(path, []byte(s.String()))
	}
	d, err := s.Document()
	if err != nil {
		return nil, err
	}
	return SaveDocument(path, d, title)
}

// NewPaper draws a document and looks over it.
func NewPaper(d layout.Document, title string) (Paper, error) {
	pdf, err := layout.PDF(d)
	if err != nil {
		return Paper{}, fmt.Errorf("paper %q: %w", title, err)
	}
	return Paper{Title: title, FileName: FileName(title) + ".pdf", PDF: pdf, Remarks: layout.Lint(d)}, nil
}

// FileName turns a title into a name that every file system and mail program takes.
func FileName(title string) string {
	const longest = 80
	words := strings.Split(vietnamese.SearchKey(title), " ")
	for len(words) > 1 && len(strings.Join(words, "-")) > longest {
		words = words[:len(words)-1]
	}
	return strings.Join(words, "-")
}

// DraftPaper drafts a paper from the database, with its name in lists. It is stored nowhere. number 0 leaves room to write it by
// hand; one that the register of the year has given to another document is refused.
func (o *Office) DraftPaper(ctx context.Context, r PaperRequest, number int) (compose.Source, string, error) {
	if r.AsOf.IsZero() {
		r.AsOf = o.Today()
	}
	source, title, err := o.draft(ctx, r)
	if err != nil {
		return compose.Source{}, "", err
	}
	if source.Head.Number = number; number != 0 {
		err = o.checkNumber(ctx, source.Head, r.draftYear())
	}
	return source, title, err
}

// ReadDocument reads a document in the text form (see compose.Parse), with its name in lists. Errors have a sentence that names
// the line.
func ReadDocument(text string) (compose.Source, string, error) {
	source, err := compose.Parse(text)
	return source, titleOf(source.Head), err
}

// titleOf is the name of a document in lists, from its kind and summary.
func titleOf(h compose.Head) string {
	kind := TypeName(h.Kind)
	if kind == "" && h.Symbol != "" {
		kind = "Công văn"
	}
	title := strings.Join(strings.Fields(kind+" "+h.Summary), " ")
	if title == "" {
		title = "Văn bản chưa đặt tên"
	}
	return title
}

// TypeName writes the kind of a document as lists and the register do: "Báo cáo" of "BÁO CÁO".
func TypeName(kind string) string {
	runes := []rune(strings.ToLower(strings.TrimSpace(kind)))
	if len(runes) == 0 {
		return ""
	}
	return strings.ToUpper(string(runes[:1])) + string(runes[1:])
}

// Wrong tells whether a remark is against the form.
func Wrong(remarks []layout.Remark) bool {
	return slices.ContainsFunc(remarks, func(r layout.Remark) bool { return r.Wrong })
}
