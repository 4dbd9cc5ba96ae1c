package ui

import (
	"context"
	"fmt"
	"strconv"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// visitFindings is the leaf “Ưu điểm, tồn tại”.
type visitFindings struct {
	*visitPage
	rows  atomic.Pointer[[]data.Finding]
	table *kit.DataTable[data.Finding]
}

func newVisitFindings(p *visitPage) *visitFindings {
	f := &visitFindings{visitPage: p}
	f.rows.Store(&[]data.Finding{})
	return f
}

func (f *visitFindings) leaf() visitLeaf {
	return visitLeaf{label: func(r app.VisitRecord) string {
		return counted("Ưu điểm, tồn tại", len(r.Findings.Strengths)+len(r.Findings.Shortcomings))
	}, content: f.content, show: f.show, focus: func() { f.table.FocusIn(f.win) }, create: func() { f.add(data.Shortcoming) }, edit: func() { f.chosen(f.findingForm) }}
}

func (f *visitFindings) chosen(then func(data.Finding)) { chosenRow(f.shell, f.table, then)() }

func (f *visitFindings) add(nature data.Nature) {
	f.findingForm(data.Finding{VisitID: f.record.ID, Nature: nature})
}

// remedyCount tells how many remedies answer a finding.
func (p *visitPage) remedyCount(finding int64) (n int) {
	for _, m := range p.record.Findings.Remedies {
		if m.FindingID == finding {
			n++
		}
	}
	return n
}

func (f *visitFindings) content() fyne.CanvasObject {
	f.table = kit.NewDataTable([]kit.Column[data.Finding]{
		{ID: "nature", Title: "", Width: 84, Cell: func(r data.Finding) kit.Cell {
			if r.Nature == data.Strength {
				return kit.Cell{Text: "ưu điểm", Tone: kit.ToneGood, Tag: true}
			}
			return kit.Cell{Text: "tồn tại", Tone: kit.ToneCare, Tag: true}
		}},
		{ID: "text", Title: "Nội dung", Width: 240, Grow: 3, Cell: func(r data.Finding) kit.Cell { return kit.Cell{Text: oneLine(r.Text)} }},
		{ID: "category", Title: "Nhóm", Width: 150, Grow: 1, Cell: func(r data.Finding) kit.Cell { return kit.Cell{Text: r.Category, Tone: kit.ToneQuiet} }},
		{ID: "cause", Title: "Nguyên nhân", Width: 140, Grow: 1, Cell: func(r data.Finding) kit.Cell { return kit.Cell{Text: oneLine(r.Cause), Tone: kit.ToneQuiet} }},
		{ID: "again", Title: "", Width: 80, Cell: func(r data.Finding) kit.Cell {
			if r.RepeatsID != 0 {
				return kit.Cell{Text: "tái diễn", Tone: kit.ToneLate, Tag: true}
			}
			return kit.Cell{}
		}},
		{ID: "remedies", Title: "Kiến nghị", Width: 120, Cell: func(r data.Finding) kit.Cell {
			switch n := f.remedyCount(r.ID); {
			case r.Nature == data.Strength:
				return kit.Cell{}
			case n > 0:
				return kit.Cell{Text: strconv.Itoa(n) + " kiến nghị"}
			case r.Settled != "":
				return kit.Cell{Text: "không cần", Tone: kit.ToneNeutral, Tag: true}
			}
			return kit.Cell{Text: "chưa có", Tone: kit.ToneLate, Tag: true}
		}},
	}, func(r data.Finding) string { return text(r.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[data.Finding], error) {
		return fromSlice(*f.rows.Load())(ctx, sort, offset, limit)
	})
	f.table.SetRunner(f.background)
	f.table.OnOpened = f.findingForm
	toRemedy := func(r data.Finding) { f.remedyFor(r) }
	f.table.OnTyped = func(r data.Finding, typed rune) {
		if typed == 'k' || typed == 'K' {
			toRemedy(r)
		}
	}
	f.table.SetEmpty("Chưa ghi ưu điểm, tồn tại nào. Từ “Nội dung kiểm tra”, bấm T để ghi một nội dung thành tồn tại.", nil)
	actions := flow(kit.NewAction("+ Tồn tại…", "Ctrl+N", func() { f.add(data.Shortcoming) }), kit.NewAction("+ Ưu điểm…", "", func() { f.add(data.Strength) }),
		kit.NewAction("Sửa…", "F2", func() { f.chosen(f.findingForm) }), kit.NewAction("Kiến nghị khắc phục…", "K", func() { f.chosen(toRemedy) }),
		kit.NewAction("Tệp…", "", func() {
			f.chosen(func(r data.Finding) { f.attachments(data.KindFinding, r.ID, "Tệp của: "+r.Text) })
		}),
		kit.NewAction("Xóa…", "", func() { f.chosen(f.remove) }))
	f.show()
	return below(10, 1, actions, f.table)
}

func (f *visitFindings) show() {
	if f.table == nil {
		return
	}
	rows := append(append([]data.Finding(nil), f.record.Findings.Strengths...), f.record.Findings.Shortcomings...)
	f.rows.Store(&rows)
	f.table.Reload()
	if _, chosen := f.table.Selected(); !chosen && len(rows) > 0 {
		f.table.Select(text(rows[0].ID))
	}
}

func (f *visitFindings) remove(r data.Finding) {
	kit.Ask(f.win, "Xóa ưu điểm, tồn tại", "Xóa “"+r.Text+"”?", "Xóa", "Để nguyên", func() {
		f.do(func(ctx context.Context) error { return f.office.RemoveFinding(ctx, r) }, f.fail)
	})
}

// findingForm edits a finding; with ID 0 it adds one.
func (p *visitPage) findingForm(before data.Finding) {
	visit, form := p.record.Visit, p.record.Form
	latest := 0
	load(p.shell, &latest, func(ctx context.Context) ([]data.FindingAt, error) { return p.office.EarlierFindings(ctx, visit) }, func(earlier []data.FindingAt) {
		category := p.wordInput("finding", before.Category)
		words, cause := kit.NewNote(3), kit.NewNote(2)
		words.SetText(before.Text)
		cause.SetText(before.Cause)
		settled := textInput(before.Settled)
		items := []kit.Option{{ID: "0", Label: "Không gắn nội dung nào"}}
		for _, l := range form.Lines {
			items = append(items, kit.Option{ID: text(l.Item.ID), Label: strconv.Itoa(l.Item.Rank) + ". " + l.Item.Text})
		}
		item := kit.NewChoice(items, nil)
		item.SetID(text(before.ItemID))
		again := []kit.Option{{ID: "0", Label: "Không, mới phát hiện"}}
		for _, e := range earlier {
			again = append(again, kit.Option{ID: text(e.ID), Label: oneLine(e.Text), Detail: e.DoneOn.String()})
		}
		repeats := kit.NewChoice(again, nil)
		repeats.SetID(text(before.RepeatsID))
		title := "Ưu điểm: "
		fields := []kit.Field{
			{Label: "Nội dung", Widget: words, Check: func() error {
				if words.Value() == "" {
					return app.Problem("Hãy gõ nội dung.")
				}
				return words.Check()
			}},
			{Label: "Nhóm", Widget: category},
			{Label: "Nội dung kiểm tra", Widget: item},
		}
		if before.Nature == data.Shortcoming {
			title = "Tồn tại, bất cập: "
			fields = append(fields, kit.Field{Label: "Nguyên nhân", Widget: cause, Check: cause.Check},
				kit.Field{Label: "Tái diễn từ", Widget: repeats},
				kit.Field{Label: "Không cần khắc phục vì", Widget: settled, Hint: "Để trống nếu sẽ có kiến nghị khắc phục."})
		}
		subForm(p.shell, title+p.record.Unit.Label(), fields, func() data.Finding {
			f := before
			f.Text, f.Category, f.Cause, f.Settled = words.Value(), category.ID(), cause.Value(), settled.Value()
			f.ItemID, f.RepeatsID = number(item.ID()), number(repeats.ID())
			return f
		}, func(ctx context.Context, f data.Finding) error {
			_, err := p.office.SaveFinding(ctx, f)
			return err
		})
	})
}

// remedyFor opens the form of a remedy that answers a shortcoming.
func (p *visitPage) remedyFor(f data.Finding) {
	if f.Nature != data.Shortcoming {
		kit.Tell(p.win, "Kiến nghị khắc phục", "Kiến nghị khắc phục gắn với tồn tại; hãy chọn một tồn tại.")
		return
	}
	p.remedyForm(data.Remedy{VisitID: p.record.ID, FindingID: f.ID})
}

// remedyForm edits a remedy; with ID 0 it adds one. Its day is that of the last one, so that a list of them is typed fast.
func (p *visitPage) remedyForm(before data.Remedy) {
	r := p.record
	action := kit.NewNote(3)
	action.SetText(before.Action)
	responsible := textInput(before.Responsible)
	person := p.newPicker("Gõ tên cán bộ…", p.searchInspectors(r.UnitID))
	findings := []kit.Option{{ID: "0", Label: "Kiến nghị chung"}}
	for _, f := range r.Findings.Shortcomings {
		findings = append(findings, kit.Option{ID: text(f.ID), Label: oneLine(f.Text)})
	}
	finding := kit.NewChoice(findings, nil)
	finding.SetID(text(before.FindingID))
	dueOn := before.DueOn
	for _, m := range r.Findings.Remedies {
		if m.ID == before.ID && m.CadreID != 0 {
			person.SetOption(kit.Option{ID: text(m.CadreID), Label: m.Person})
		}
		if before.ID == 0 {
			dueOn = m.DueOn
		}
	}
	if dueOn.IsZero() {
		dueOn = r.ReportBy
	}
	due := p.visitDay(dueOn)
	held := r.DoneOn
	if held.IsZero() {
		held = r.PlannedOn
	}
	subForm(p.shell, "Kiến nghị khắc phục: "+r.Unit.Label(), []kit.Field{
		{Label: "Việc phải làm", Widget: action, Check: func() error {
			if action.Value() == "" {
				return app.Problem("Hãy gõ việc phải làm.")
			}
			return action.Check()
		}},
		{Label: "Tồn tại", Widget: finding},
		{Label: "Chịu trách nhiệm", Widget: responsible, Hint: "Người hoặc tổ chức, ví dụ: Ban Thường vụ Hội LHPN xã."},
		{Label: "Cán bộ", Widget: person},
		{Label: "Thời hạn", Widget: due, Check: func() error {
			if err := required(due)(); err != nil {
				return err
			}
			if d, _ := due.Date(); d.Before(held) {
				return app.Problem("Thời hạn trước ngày kiểm tra %s.", held)
			}
			return nil
		}},
	}, func() data.Remedy {
		m := before
		m.Action, m.Responsible, m.FindingID, m.CadreID = action.Value(), responsible.Value(), number(finding.ID()), number(person.ID())
		m.DueOn, _ = due.Date()
		return m
	}, func(ctx context.Context, m data.Remedy) error {
		_, err := p.office.SaveRemedy(ctx, m)
		return err
	})
}

// finishRemedies notes that remedies are done, with their proof.
func (s *shell) finishRemedies(all []data.Remedy) {
	on, proof := s.visitDay(s.office.Today()), kit.NewNote(3)
	what := fmt.Sprintf("%d kiến nghị đã đánh dấu", len(all))
	if len(all) == 1 {
		m := all[0]
		what = m.Action
		if !m.DoneOn.IsZero() {
			on.SetDate(m.DoneOn)
		}
		proof.SetText(m.Proof)
	}
	kit.ShowForm(s.win, "Ghi đã khắc phục", []kit.Field{
		{Label: "Kiến nghị", Widget: kit.Paragraph(what)},
		{Label: "Ngày khắc phục", Widget: on, Check: required(on)},
		{Label: "Minh chứng", Widget: proof, Check: proof.Check, Hint: "Văn bản, hình ảnh, số liệu chứng minh."},
	}, kit.FormOptions{Width: 600, Save: func(done func(error)) {
		d, _ := on.Date()
		words := proof.Value()
		s.do(func(ctx context.Context) error { return s.office.FinishRemedies(ctx, all, d, words) }, func(err error) { done(sentence(err)) })
	}})
}

// reopenRemedy takes back that a remedy is done.
func (s *shell) reopenRemedy(m data.Remedy) {
	s.do(func(ctx context.Context) error { return s.office.FinishRemedy(ctx, m, day.Date{}, m.Proof) }, s.fail)
}

// withdrawRemedy takes a remedy back, for a reason.
func (s *shell) withdrawRemedy(m data.Remedy) {
	reason := kit.NewEntry()
	kit.ShowForm(s.win, "Rút kiến nghị", []kit.Field{{Label: "Kiến nghị", Widget: kit.Paragraph(m.Action)}, {Label: "Lý do", Widget: reason, Check: reasonGiven(reason)}},
		kit.FormOptions{SaveLabel: "Rút kiến nghị", Width: 600, Save: func(done func(error)) {
			why := reason.Value()
			s.do(func(ctx context.Context) error { return s.office.WithdrawRemedy(ctx, m, why) }, func(err error) { done(sentence(err)) })
		}})
}
