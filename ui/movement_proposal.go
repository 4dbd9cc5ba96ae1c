package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

type (
	proposalRow     = app.OfUnit[data.Proposal]
	coordinationRow = app.OfUnit[data.Coordination]
)

// outcomeCell shows what became of a proposal.
func outcomeCell(outcome string) kit.Cell {
	tone := map[string]kit.Tone{data.OutcomeAccepted: kit.ToneGood, data.OutcomePartly: kit.ToneCare, data.OutcomeRefused: kit.ToneLate, data.OutcomePending: kit.ToneNeutral}[outcome]
	return kit.Cell{Text: vietnamese.LowerFirst(wordName(app.ProposalOutcomes, outcome)), Tone: tone, Tag: true}
}

func (m *movementScreen) proposals() movementLeaf {
	return &recordLeaf[proposalRow]{
		movementScreen: m, name: "Đề xuất", what: "đề xuất", caption: "Nội dung", kinds: fixedKinds(app.ProposalContents),
		key:  func(r proposalRow) string { return text(r.Record.ID) },
		list: onUnit(m.office.Proposals),
		columns: []kit.Column[proposalRow]{
			{ID: "on", Title: "Ngày", Width: 92, Cell: func(r proposalRow) kit.Cell { return kit.Cell{Text: r.Record.ProposedOn.String()} }},
			unitColumn[data.Proposal](),
			{ID: "summary", Title: "Nội dung", Width: 160, Grow: 3, Cell: func(r proposalRow) kit.Cell { return kit.Cell{Text: r.Record.Summary} }},
			{ID: "outcome", Title: "Kết quả", Width: 152, Cell: func(r proposalRow) kit.Cell { return outcomeCell(r.Record.Outcome) }},
		},
		record: func(r proposalRow) fyne.CanvasObject {
			p := r.Record
			money := ""
			if p.Money.Known {
				money = app.Dong(p.Money.N) + " đồng"
			}
			return titled(p.Summary, r.UnitLine(), withoutEmpty(
				kit.Pair{Caption: "Thuộc nội dung", Value: wordName(app.ProposalContents, p.Content)}, kit.Pair{Caption: "Số văn bản", Value: p.Document}, kit.Pair{Caption: "Ngày đề xuất", Value: p.ProposedOn.String()},
				kit.Pair{Caption: "Nơi nhận", Value: p.Addressee}, kit.Pair{Caption: "Kết quả", Value: wordName(app.ProposalOutcomes, p.Outcome)}, kit.Pair{Caption: "Ngày trả lời", Value: p.AnsweredOn.String()},
				kit.Pair{Caption: "Văn bản trả lời", Value: p.Answer}, kit.Pair{Caption: "Kinh phí được cấp", Value: money}, kit.Pair{Caption: "Trang thiết bị", Value: p.Equipment}, kit.Pair{Caption: "Ghi chú", Value: p.Note}))
		},
		edit: m.proposalForm,
		remove: func(r proposalRow) (string, func(context.Context) error) {
			return r.Record.Summary, m.removing("tham mưu, đề xuất", &r.Record)
		},
	}
}

func (m *movementScreen) proposalForm(r proposalRow) {
	p := r.Record
	title := "Sửa tham mưu, đề xuất"
	if p.ID == 0 {
		title = "Thêm tham mưu, đề xuất"
		p.Content, p.Outcome, p.ProposedOn = data.ProposesProgramme, data.OutcomePending, m.on
	}
	content, outcome := choiceOf(app.ProposalContents, p.Content), choiceOf(app.ProposalOutcomes, p.Outcome)
	document, addressee, answer, equipment := textInput(p.Document), textInput(p.Addressee), textInput(p.Answer), textInput(p.Equipment)
	proposed, answered, money := m.dateInput(p.ProposedOn), m.dateInput(p.AnsweredOn), countInput(p.Money)
	summary, note := noteOf(2, p.Summary), noteOf(2, p.Note)
	unit := m.unitInput(nil, m.onDate(proposed), unitOf(r, p.UnitID))
	subForm(m.shell, title, []kit.Field{
		{Label: "Đơn vị đề xuất", Widget: unit, Check: pickedOne(unit, "đơn vị")},
		{Label: "Thuộc nội dung", Widget: content},
		{Label: "Nội dung", Widget: summary, Check: func() error {
			if summary.Value() == "" {
				return app.Problem("Hãy gõ nội dung đề xuất.")
			}
			return summary.Check()
		}},
		{Label: "Số văn bản", Widget: document},
		{Label: "Ngày đề xuất", Widget: proposed, Check: required(proposed)},
		{Label: "Nơi nhận", Widget: addressee, Check: typed(addressee, "nơi nhận, ví dụ “Đảng ủy xã Hải Vân”")},
		{Label: "Kết quả", Widget: outcome},
		{Label: "Ngày trả lời", Widget: answered, Check: answered.Check},
		{Label: "Văn bản trả lời", Widget: answer},
		{Label: "Kinh phí được cấp", Widget: money, Check: countCheck(money), Hint: "Số đồng; để trống nếu không có."},
		{Label: "Trang thiết bị", Widget: equipment, Hint: "Ví dụ 01 máy tính, 01 máy in."},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}, func() data.Proposal {
		x := p
		x.UnitID, x.Content, x.Outcome = number(unit.ID()), content.ID(), outcome.ID()
		x.Document, x.Addressee, x.Answer, x.Equipment, x.Summary, x.Note = document.Value(), addressee.Value(), answer.Value(), equipment.Value(), summary.Value(), note.Value()
		x.ProposedOn, _ = proposed.Date()
		x.AnsweredOn, _ = answered.Date()
		x.Money, _ = countOf(money)
		return x
	}, m.office.SaveProposal)
}

func (m *movementScreen) coordinations() movementLeaf {
	return &recordLeaf[coordinationRow]{
		movementScreen: m, name: "Phối hợp", what: "chương trình phối hợp", holds: true, allYears: true,
		key:  func(r coordinationRow) string { return text(r.Record.ID) },
		list: onUnit(m.office.Coordinations),
		columns: []kit.Column[coordinationRow]{
			{ID: "on", Title: "Ngày ký", Width: 92, Cell: func(r coordinationRow) kit.Cell { return kit.Cell{Text: r.Record.SignedOn.String()} }},
			unitColumn[data.Coordination](),
			{ID: "partner", Title: "Cơ quan phối hợp", Width: 150, Grow: 2, Cell: func(r coordinationRow) kit.Cell { return kit.Cell{Text: r.Record.Partner} }},
			{ID: "document", Title: "Văn bản", Width: 120, Grow: 1, Cell: func(r coordinationRow) kit.Cell { return kit.Cell{Text: r.Record.Document} }},
		},
		record: func(r coordinationRow) fyne.CanvasObject {
			c := r.Record
			return titled("Phối hợp với "+c.Partner, r.UnitLine(), withoutEmpty(
				kit.Pair{Caption: "Văn bản", Value: c.Document}, kit.Pair{Caption: "Ngày ký", Value: c.SignedOn.String()}, kit.Pair{Caption: "Hiệu lực đến", Value: c.EndsOn.String()},
				kit.Pair{Caption: "Nội dung", Value: c.Content}, kit.Pair{Caption: "Kết quả", Value: c.Result}))
		},
		edit: m.coordinationForm,
		remove: func(r coordinationRow) (string, func(context.Context) error) {
			return "Phối hợp với " + r.Record.Partner, m.removing("chương trình phối hợp", &r.Record)
		},
	}
}

func (m *movementScreen) coordinationForm(r coordinationRow) {
	c := r.Record
	title := "Sửa chương trình phối hợp"
	if c.ID == 0 {
		title = "Thêm chương trình phối hợp"
		c.SignedOn = m.on
	}
	partner, document, signed, ends, content, result := textInput(c.Partner), textInput(c.Document), m.dateInput(c.SignedOn), m.dateInput(c.EndsOn), noteOf(2, c.Content), noteOf(3, c.Result)
	unit := m.unitInput(nil, m.onDate(signed), unitOf(r, c.UnitID))
	subForm(m.shell, title, []kit.Field{
		{Label: "Đơn vị", Widget: unit, Check: pickedOne(unit, "đơn vị")},
		{Label: "Cơ quan phối hợp", Widget: partner, Check: typed(partner, "tên cơ quan phối hợp")},
		{Label: "Văn bản", Widget: document, Hint: "Ví dụ 51/QC-UBND-HPN."},
		{Label: "Ngày ký", Widget: signed, Check: required(signed)},
		{Label: "Hiệu lực đến", Widget: ends, Check: ends.Check, Hint: "Để trống khi chưa định ngày kết thúc."},
		{Label: "Nội dung", Widget: content, Check: content.Check},
		{Label: "Kết quả", Widget: result, Check: result.Check},
	}, func() data.Coordination {
		x := c
		x.UnitID, x.Partner, x.Document, x.Content, x.Result = number(unit.ID()), partner.Value(), document.Value(), content.Value(), result.Value()
		x.SignedOn, _ = signed.Date()
		x.EndsOn, _ = ends.Date()
		return x
	}, m.office.SaveCoordination)
}
