package ui

import (
	"context"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// visitRecheck is the leaf “Kiểm tra lại”: what the first visit found beside what this one says of it.
type visitRecheck struct {
	*visitPage
	rows   atomic.Pointer[[]app.RecheckLine]
	table  *kit.DataTable[app.RecheckLine]
	holder *fyne.Container
}

func newVisitRecheck(p *visitPage) *visitRecheck {
	k := &visitRecheck{visitPage: p}
	k.rows.Store(&[]app.RecheckLine{})
	return k
}

func (k *visitRecheck) leaf() visitLeaf {
	return visitLeaf{label: func(r app.VisitRecord) string { return counted("Kiểm tra lại", len(r.Again)+len(r.Rechecks)) }, content: k.content, show: k.show, focus: func() { k.table.FocusIn(k.win) },
		create: func() { k.planRecheck() }, edit: func() { chosenRow(k.shell, k.table, k.check)() }}
}

// remedyVerdicts are the words for what a recheck says of a remedy.
var remedyVerdicts = []struct {
	verdict data.RemedyVerdict
	word    string
	tone    kit.Tone
}{{data.RemedyDone, "đã xong", kit.ToneGood}, {data.RemedyPartly, "xong một phần", kit.ToneCare}, {data.RemedyNot, "chưa khắc phục", kit.ToneLate}}

func (k *visitRecheck) content() fyne.CanvasObject {
	k.table = kit.NewDataTable([]kit.Column[app.RecheckLine]{
		{ID: "finding", Title: "Tồn tại lần trước", Width: 180, Grow: 2, Cell: func(l app.RecheckLine) kit.Cell {
			if l.Finding.ID == 0 {
				return kit.Cell{Text: "Kiến nghị chung", Tone: kit.ToneQuiet}
			}
			return kit.Cell{Text: oneLine(l.Finding.Text)}
		}},
		{ID: "action", Title: "Việc phải làm", Width: 180, Grow: 2, Cell: func(l app.RecheckLine) kit.Cell { return kit.Cell{Text: oneLine(l.Remedy.Action)} }},
		{ID: "told", Title: "Đơn vị báo", Width: 120, Grow: 1, Cell: func(l app.RecheckLine) kit.Cell {
			if l.Remedy.DoneOn.IsZero() {
				return kit.Cell{Text: "chưa báo", Tone: kit.ToneQuiet}
			}
			return kit.Cell{Text: l.Remedy.DoneOn.String() + " " + oneLine(l.Remedy.Proof)}
		}},
		{ID: "verdict", Title: "Kết quả kiểm tra lại", Width: 140, Cell: func(l app.RecheckLine) kit.Cell {
			for _, v := range remedyVerdicts {
				if v.verdict == l.Remedy.Verdict {
					return kit.Cell{Text: v.word, Tone: v.tone, Tag: true}
				}
			}
			return kit.Cell{Text: "chưa ghi", Tone: kit.ToneNeutral, Tag: true}
		}},
		{ID: "note", Title: "Ghi chú", Width: 120, Grow: 1, Cell: func(l app.RecheckLine) kit.Cell { return kit.Cell{Text: oneLine(l.Remedy.CheckNote)} }},
	}, func(l app.RecheckLine) string { return text(l.Remedy.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.RecheckLine], error) {
		return fromSlice(*k.rows.Load())(ctx, sort, offset, limit)
	})
	k.table.SetRunner(k.background)
	k.table.OnOpened = k.check
	k.table.OnTyped = func(l app.RecheckLine, r rune) {
		if r >= '1' && r <= '3' {
			k.save(l, remedyVerdicts[r-'1'].verdict, l.Remedy.CheckNote, k.fail)
		}
	}
	k.holder = container.NewStack()
	k.show()
	return k.holder
}

func (k *visitRecheck) show() {
	if k.holder == nil {
		return
	}
	rows := k.record.Again
	k.rows.Store(&rows)
	k.table.Reload()
	if _, chosen := k.table.Selected(); !chosen && len(rows) > 0 {
		k.table.Select(text(rows[0].Remedy.ID))
	}
	var shown fyne.CanvasObject
	switch r := k.record; {
	case r.RecheckOf != 0:
		shown = below(10, 1, line(1, kit.NewAction("Ghi kết quả…", "F2", chosenRow(k.shell, k.table, k.check)),
			kit.Caption("Trong bảng: 1 đã xong · 2 xong một phần · 3 chưa khắc phục.").Shrinking()), k.table)
	case len(r.Rechecks) > 0:
		objects := []fyne.CanvasObject{kit.Section("Các cuộc kiểm tra lại")}
		for _, again := range r.Rechecks {
			words := "Dự kiến " + again.PlannedOn.String()
			if !again.DoneOn.IsZero() {
				words = "Đã kiểm tra lại " + again.DoneOn.String()
			}
			objects = append(objects, line(-1, kit.NewLink(words, func() { k.open(again.ID, nil) })))
		}
		shown = below(8, -1, append(objects, line(-1, kit.NewAction("Lập cuộc kiểm tra lại…", "Ctrl+N", k.planRecheck)))...)
	case r.DoneOn.IsZero() || len(r.Findings.Remedies) == 0:
		shown = kit.NewEmpty("Khi đã kiểm tra và có kiến nghị khắc phục, có thể lập cuộc kiểm tra lại ở đây.", nil)
	default:
		shown = kit.NewEmpty("Chưa lập cuộc kiểm tra lại.", kit.NewAction("Lập cuộc kiểm tra lại…", "Ctrl+N", k.planRecheck))
	}
	k.holder.Objects = []fyne.CanvasObject{shown}
	k.holder.Refresh()
}

func (k *visitRecheck) save(l app.RecheckLine, v data.RemedyVerdict, note string, done func(error)) {
	visit := k.record.Visit
	k.do(func(ctx context.Context) error { return k.office.CheckRemedy(ctx, visit, l.Remedy.Remedy, v, note) }, done)
}

// check notes what this visit says of a remedy.
func (k *visitRecheck) check(l app.RecheckLine) {
	options := make([]kit.Option, len(remedyVerdicts))
	for i, v := range remedyVerdicts {
		options[i] = kit.Option{ID: string(v.verdict), Label: v.word}
	}
	verdict, note := kit.NewChoice(options, nil), kit.NewNote(3)
	verdict.SetID(string(l.Remedy.Verdict))
	note.SetText(l.Remedy.CheckNote)
	kit.ShowForm(k.win, "Kết quả kiểm tra lại", []kit.Field{
		{Label: "Tồn tại lần trước", Widget: kit.Paragraph(l.Finding.Text)},
		{Label: "Việc phải làm", Widget: kit.Paragraph(l.Remedy.Action)},
		{Label: "Kết quả", Widget: verdict, Check: chosenOne(verdict, "kết quả khắc phục")},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}, kit.FormOptions{Width: 600, Save: func(done func(error)) {
		k.save(l, data.RemedyVerdict(verdict.ID()), note.Value(), func(err error) { done(sentence(err)) })
	}})
}

// visitBefore is the leaf “Lần trước”: what the visit before this one found at the unit.
type visitBefore struct {
	*visitPage
	holder *fyne.Container
}

func newVisitBefore(p *visitPage) *visitBefore { return &visitBefore{visitPage: p} }

func (b *visitBefore) leaf() visitLeaf {
	return visitLeaf{label: func(app.VisitRecord) string { return "Lần trước" }, content: func() fyne.CanvasObject {
		b.holder = container.NewStack()
		b.show()
		return b.holder
	}, show: b.show}
}

func (b *visitBefore) show() {
	if b.holder == nil {
		return
	}
	b.holder.Objects = []fyne.CanvasObject{b.previous()}
	b.holder.Refresh()
}

func (b *visitBefore) previous() fyne.CanvasObject {
	last := b.record.Previous
	if last == nil {
		return kit.NewEmpty("Đơn vị chưa được kiểm tra lần nào trước cuộc này.", nil)
	}
	objects := []fyne.CanvasObject{
		line(0, kit.Section(last.Round+", "+last.DoneOn.String()), kit.NewLink("Mở cuộc kiểm tra đó", func() { b.open(last.ID, nil) })),
		kit.Caption(app.TeamText(last.Team)).Wrapping(),
	}
	if last.Note != "" {
		objects = append(objects, kit.Paragraph(last.Note))
	}
	found := b.record.Before
	for _, f := range found.Strengths {
		objects = append(objects, kit.Paragraph("+ "+f.Text))
	}
	for _, f := range found.Shortcomings {
		objects = append(objects, kit.Paragraph("– "+f.Text))
		for _, m := range found.Remedies {
			if m.FindingID == f.ID {
				cell := remedyState(m)
				objects = append(objects, padded(line(0, kit.Body(oneLine(m.Action)).Quiet().Shrinking(), kit.NewTag(cell.Text, cell.Tone)), 0, 0, 0, 18))
			}
		}
	}
	for _, m := range found.Remedies {
		if m.FindingID == 0 {
			cell := remedyState(m)
			objects = append(objects, line(0, kit.Body(oneLine(m.Action)).Shrinking(), kit.NewTag(cell.Text, cell.Tone)))
		}
	}
	if len(objects) == 2 {
		objects = append(objects, kit.Body("Không có ghi nhận.").Quiet())
	}
	return scrolled(below(8, -1, objects...))
}
