package ui

import (
	"strings"
	"testing"

	"cosohoi/app"
	"cosohoi/reports"
	"cosohoi/reports/layout"
)

// A row of a table of the paper is edited in a sheet, and the paper has it; nothing else in the text changes.
func TestEditingATable(t *testing.T) {
	s, p := openPapers(t, app.PaperRequest{Kind: reports.YearReportID, Year: 2023})
	e := p.editor
	for i, part := range e.body.parts {
		if strings.Contains(e.body.folded[part.From:part.To], "[Bảng 1:") {
			e.body.turnTo(i)
			break
		}
	}
	if !hasText(e.card, "Sửa bảng 1…") {
		t.Fatal("the part with a table offers no editing")
	}
	before := e.doc.Draft.Body
	e.body.edit(1)
	if got := overlayTexts(s); !strings.Contains(got, "Chỉ tiêu") || !strings.Contains(got, "Thực hiện (tử số/mẫu số)") {
		t.Fatalf("the sheet shows\n%s", got)
	}
	closeOverlays(s)
	table := columnTable()
	var saved layout.Table
	editor := &tableEditor{shell: s, table: table, heads: columnHeads(table), shut: func() {}, save: func(changed layout.Table) { saved = changed }}
	editor.table.Rows[0].Cells = []string{"1", "Hải Hậu", "35", "34"}
	editor.changed = true
	editor.done()
	if saved.Rows[0].Cells[2] != "35" {
		t.Errorf("saved %+v", saved.Rows)
	}
	if e.doc.Draft.Body != before {
		t.Error("looking at the table changed the text")
	}
}

func columnTable() layout.Table {
	return layout.Table{
		Columns: []layout.Column{{Width: 10}, {Width: 60}, {Width: 20, Align: layout.Right}, {Width: 20, Align: layout.Right}},
		Head:    [][]layout.HeadCell{{{Text: "TT", RowSpan: 2}, {Text: "Đơn vị", RowSpan: 2}, {Text: "Cơ sở Hội", ColSpan: 2}}, {{Text: "Phải kiểm tra"}, {Text: "Đã kiểm tra"}}},
		Rows:    []layout.Row{{Cells: []string{"1", "Hải Hậu", "34", "34"}}, {Cells: []string{"", "Cộng", "34", "34"}, Total: true}},
	}
}

// A column is named by the heads above it, from the top down.
func TestColumnHeads(t *testing.T) {
	want := "TT | Đơn vị | Cơ sở Hội – Phải kiểm tra | Cơ sở Hội – Đã kiểm tra"
	if got := strings.Join(columnHeads(columnTable()), " | "); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
}

// The head of an appendix is edited in inputs, without its mark.
func TestTheHeadOfAnAppendix(t *testing.T) {
	_, p := openPapers(t, app.PaperRequest{Kind: reports.YearReportID, Year: 2023})
	e := p.editor
	e.tabs.Select(2)
	if e.appendices.title.Text != "SỐ LIỆU THỰC HIỆN CÁC CHỈ TIÊU" || !e.appendices.across.Checked || strings.Contains(e.appendices.text.Text, "#") {
		t.Fatalf("the appendix is shown as %q, %v\n%s", e.appendices.title.Text, e.appendices.across.Checked, e.appendices.text.Text)
	}
	e.appendices.title.SetText("BIỂU SỐ LIỆU")
	if !strings.Contains(e.doc.Draft.Body, "\n# Phụ lục {ngang}: BIỂU SỐ LIỆU\n") {
		t.Error("the new title is not in the text")
	}
	if got := e.proof.Document.Appendices[0].Title; got != "BIỂU SỐ LIỆU" {
		t.Errorf("the paper has the title %q", got)
	}
}

// Ctrl+Home and Ctrl+End go to the ends of the text.
func TestEndsOfTheText(t *testing.T) {
	_, p := openPapers(t, app.PaperRequest{Kind: reports.YearReportID, Year: 2023})
	text := p.editor.body.text
	text.TypedShortcut(ctrlEnd)
	text.TypedRune('Z')
	if !strings.HasSuffix(text.Text, "Z") {
		t.Errorf("after Ctrl+End the letter stands in\n%s", text.Text)
	}
	text.TypedShortcut(ctrlHome)
	text.TypedRune('A')
	if !strings.HasPrefix(text.Text, "A") {
		t.Errorf("after Ctrl+Home the letter stands in\n%s", text.Text)
	}
}
