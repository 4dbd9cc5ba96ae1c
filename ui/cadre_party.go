package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// partyWay shows how far a cadre is on the way to the Party, what is due, and the steps.
func (c *cadresScreen) partyWay(f app.CadreFile) fyne.CanvasObject {
	d := f.Cadre
	rows := []kit.Pair{{Caption: "Hiện nay", Value: app.PartyStageName(app.PartyStageOf(f.Steps, d, c.on))}}
	if due := app.OfficialDue(d, c.on); !due.IsZero() {
		pair := kit.Pair{Caption: "Hết dự bị", Value: due.String()}
		if due.Before(c.on) {
			pair.Value, pair.Tone = due.String()+", quá hạn", kit.ToneLate
		}
		rows = append(rows, pair)
	}
	if !d.IsPartyMember(c.on) {
		for _, s := range f.Steps {
			if s.Step == data.StageCourse && !s.ExpiresOn.IsZero() {
				pair := kit.Pair{Caption: "Chứng nhận đến", Value: s.ExpiresOn.String()}
				if s.ExpiresOn.Last().Before(c.on) {
					pair.Value, pair.Tone = s.ExpiresOn.String()+", hết hạn", kit.ToneLate
				}
				rows = append(rows, pair)
			}
		}
	}
	rows = append(rows,
		kit.Pair{Caption: "Vào Đảng dự bị", Value: d.PartyProbationOn.String()},
		kit.Pair{Caption: "Chính thức", Value: d.PartyOfficialOn.String()})
	for _, more := range []kit.Pair{{Caption: "Số thẻ", Value: d.PartyCard}, {Caption: "Chi bộ", Value: d.PartyCell}, {Caption: "Chức vụ Đảng", Value: d.PartyPost}} {
		if more.Value != "" {
			rows = append(rows, more)
		}
	}
	list := subList(c, "Bước", []kit.Column[data.PartyStep]{
		{ID: "step", Title: "Bước", Width: 170, Grow: 1, Cell: func(s data.PartyStep) kit.Cell {
			if s.Step == data.StageStopped {
				return kit.Cell{Text: "Dừng: " + s.Reason, Tone: kit.ToneLate}
			}
			return kit.Cell{Text: app.PartyStageName(s.Step)}
		}},
		{ID: "on", Title: "Ngày", Width: 92, Cell: func(s data.PartyStep) kit.Cell { return kit.Cell{Text: s.TakenOn.String()} }},
	}, func(s data.PartyStep) string { return text(s.ID) }, f.Steps, func(s data.PartyStep) { c.stepForm(f, s) },
		func(s data.PartyStep) (string, data.Record) { return app.PartyStageName(s.Step), &s })
	return below(10, 1, kit.Record(rows), list)
}

// stepForm notes a step; a new one starts as the one that comes next.
func (c *cadresScreen) stepForm(f app.CadreFile, before data.PartyStep) {
	stages := app.PartyStages
	if before.ID != 0 { // a stored step stays a step; admission is a date of the cadre
		stages = stages[:3]
	}
	options := make([]kit.Option, 0, len(stages)+1)
	for _, s := range stages {
		options = append(options, kit.Option{ID: string(s), Label: app.PartyStageName(s)})
	}
	options = append(options, kit.Option{ID: string(data.StageStopped), Label: "Dừng phát triển Đảng"})
	stage := kit.NewChoice(options, nil)
	if before.ID == 0 {
		before = data.PartyStep{CadreID: f.Cadre.ID}
		next := slices.Index(app.PartyStages, app.PartyStageOf(f.Steps, f.Cadre, c.on)) + 1
		stage.SetID(string(app.PartyStages[min(next, len(app.PartyStages)-1)]))
	} else {
		stage.SetID(string(before.Step))
	}
	taken, expires := c.dateInput(before.TakenOn), c.dateInput(before.ExpiresOn)
	document, helper, reason := textInput(before.Document), textInput(before.Helper), c.wordInput("party_stop", before.Reason)
	subForm(c.shell, "Phát triển Đảng: "+f.Cadre.FullName, []kit.Field{
		{Label: "Bước", Widget: stage, Check: chosenOne(stage, "bước")},
		{Label: "Ngày", Widget: taken, Check: required(taken), Hint: "Ngày, tháng/năm hoặc năm."},
		{Label: "Số giấy, nghị quyết", Widget: document},
		{Label: "Chứng nhận đến", Widget: expires, Check: expires.Check, Hint: "Để trống: 60 tháng từ ngày cấp giấy bồi dưỡng nhận thức."},
		{Label: "Đảng viên giúp đỡ", Widget: helper},
		{Label: "Lý do dừng", Widget: reason, Check: func() error {
			if stage.ID() == string(data.StageStopped) && reason.ID() == "" {
				return app.Problem("Hãy chọn lý do dừng.")
			}
			return nil
		}},
	}, func() data.PartyStep {
		s := before
		s.Step = data.PartyStage(stage.ID())
		s.TakenOn, _ = taken.Date()
		s.ExpiresOn, _ = expires.Date()
		if s.Step == data.StageCourse && s.ExpiresOn.IsZero() {
			s.ExpiresOn = app.CertificateExpiry(s.TakenOn)
		}
		s.Document, s.Helper, s.Reason = document.Value(), helper.Value(), reason.ID()
		return s
	}, func(ctx context.Context, s data.PartyStep) error { return c.office.TakePartyStep(ctx, s) })
}
