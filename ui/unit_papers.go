package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// papers is the tab of the documents about a unit; that of the province, which issues them all, lists the register and the drafts.
func (u *unitsScreen) papers(p app.UnitPage) fyne.CanvasObject {
	table := kit.NewDataTable([]kit.Column[data.TiedDocument]{
		{ID: "number", Title: "Số, ký hiệu", Width: 104, Cell: func(d data.TiedDocument) kit.Cell { return kit.Cell{Text: d.Reference()} }},
		{ID: "on", Title: "Ngày", Width: 92, Cell: func(d data.TiedDocument) kit.Cell { return kit.Cell{Text: documentItem(d.DocumentRow).Detail} }},
		{ID: "title", Title: "Văn bản", Width: 200, Grow: 3, Cell: func(d data.TiedDocument) kit.Cell { return kit.Cell{Text: d.Title} }},
		{ID: "tie", Title: "Liên quan", Width: 128, Cell: func(d data.TiedDocument) kit.Cell { return kit.Cell{Text: tieName(d.Tie), Tone: kit.ToneQuiet} }},
		{ID: "state", Title: "Trạng thái", Width: 116, Cell: func(d data.TiedDocument) kit.Cell {
			item := documentItem(d.DocumentRow)
			return kit.Cell{Text: item.State, Tone: item.Tone, Tag: true}
		}},
	}, func(d data.TiedDocument) string { return text(d.ID) }, u.papersAbout(p.Unit))
	table.SetRunner(u.background)
	table.OnError = u.fail
	table.OnOpened = func(d data.TiedDocument) { u.open("d:" + text(d.ID)) }
	table.SetEmpty("Chưa có văn bản nào về đơn vị này, về cuộc kiểm tra ở đây hoặc gửi đến đây.", nil)
	table.Reload()
	return table
}

func (u *unitsScreen) papersAbout(unit data.UnitOn) kit.Source[data.TiedDocument] {
	if unit.Level != data.Province {
		return allRows(func(ctx context.Context) ([]data.TiedDocument, error) { return u.office.UnitDocuments(ctx, unit.ID) })
	}
	return func(ctx context.Context, _ kit.Sort, offset, limit int) (kit.Page[data.TiedDocument], error) {
		documents, total, err := u.office.Documents(ctx, data.DocumentFilter{}, offset, limit)
		rows := make([]data.TiedDocument, len(documents))
		for i, d := range documents {
			rows[i].DocumentRow = d
		}
		return kit.Page[data.TiedDocument]{Rows: rows, Matching: total, Total: total}, err
	}
}

// tieName says why a document stands in the list of a unit; without a tie it is issued there.
func tieName(tie data.DocumentTie) string {
	switch tie {
	case data.TiedByUnit:
		return "về đơn vị"
	case data.TiedByVisit:
		return "cuộc kiểm tra"
	case data.TiedByRecipient:
		return "gửi đến đơn vị"
	}
	return "do đơn vị soạn"
}
