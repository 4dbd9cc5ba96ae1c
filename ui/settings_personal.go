package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// requestState says in a cell where a request stands.
func (t *settingsScreen) requestState(p data.PersonalRequest) kit.Cell {
	switch app.StateOfRequest(p, t.office.Today()) {
	case app.RequestLate:
		return kit.Cell{Text: "quá hạn", Tone: kit.ToneLate, Tag: true}
	case app.RequestAnswered:
		return kit.Cell{Text: "đã trả lời " + p.AnsweredOn.String(), Tone: kit.ToneGood, Tag: true}
	}
	return kit.Cell{Text: "chờ trả lời", Tone: kit.ToneCare, Tag: true}
}

// personalTab is the register of requests about personal data (Luật 91/2025/QH15), with what answers them.
func (t *settingsScreen) personalTab() fyne.CanvasObject {
	table := kit.NewDataTable([]kit.Column[data.PersonalRequest]{
		{ID: "number", Title: "Số", Width: 46, Cell: func(p data.PersonalRequest) kit.Cell { return kit.Cell{Text: text(p.ID)} }},
		{ID: "person", Title: "Người yêu cầu", Width: 180, Grow: 2, Cell: func(p data.PersonalRequest) kit.Cell { return kit.Cell{Text: p.Person} }},
		{ID: "request", Title: "Yêu cầu", Width: 140, Cell: func(p data.PersonalRequest) kit.Cell { return kit.Cell{Text: app.RequestName(p.Request)} }},
		{ID: "received", Title: "Ngày nhận", Width: 96, Cell: func(p data.PersonalRequest) kit.Cell { return kit.Cell{Text: p.ReceivedOn.String()} }},
		{ID: "by", Title: "Hạn trả lời", Width: 96, Cell: func(p data.PersonalRequest) kit.Cell { return kit.Cell{Text: p.AnswerBy.String()} }},
		{ID: "state", Title: "Trạng thái", Width: 164, Cell: t.requestState},
		{ID: "outcome", Title: "Kết quả", Width: 150, Grow: 2, Cell: func(p data.PersonalRequest) kit.Cell { return kit.Cell{Text: p.Outcome} }},
	}, func(p data.PersonalRequest) string { return text(p.ID) }, func(ctx context.Context, _ kit.Sort, offset, limit int) (kit.Page[data.PersonalRequest], error) {
		all, err := t.office.PersonalRequests(ctx)
		if err != nil {
			return kit.Page[data.PersonalRequest]{}, err
		}
		return fromSlice(all)(ctx, kit.Sort{}, offset, limit)
	})
	table.SetRunner(t.background)
	table.OnError = t.fail
	reload := table.Reload
	table.OnOpened = func(p data.PersonalRequest) { t.answerRequest(p, reload) }
	table.SetEmpty("Chưa có yêu cầu nào. Khi có người hỏi về dữ liệu của mình, hãy ghi lại để trả lời đúng hạn.", nil)
	table.Reload()
	chosen := func(then func(data.PersonalRequest)) func() {
		return func() {
			p, ok := table.Selected()
			if !ok {
				kit.Tell(t.win, "Dữ liệu cá nhân", "Hãy chọn một yêu cầu trong bảng trước.")
				return
			}
			then(p)
		}
	}
	actions := line(-1,
		kit.NewAction("+ Yêu cầu…", "", func() { t.requestForm(reload) }),
		kit.NewAction("Trả lời…", "", chosen(func(p data.PersonalRequest) { t.answerRequest(p, reload) })),
		kit.NewAction("Xóa theo yêu cầu…", "", chosen(func(p data.PersonalRequest) { t.eraseByRequest(p, reload) })),
		kit.NewAction("Xuất dữ liệu của một người…", "", t.exportPerson))
	note := kit.Paragraph("Mỗi người có quyền xem, sửa, xóa dữ liệu của mình (Luật 91/2025/QH15); cơ quan trả lời trong 02 ngày làm việc (Nghị định 356/2025/NĐ-CP).").Quiet()
	return padded(below(10, 2, note, actions, table), 12, 0, 0, 0)
}

// anyCadre is a picker among all records, also of those who hold no post any more.
func (t *settingsScreen) anyCadre() *kit.Picker {
	const offered = 12
	return t.newPicker("Gõ tên cán bộ…", func(ctx context.Context, typed string) ([]kit.Option, error) {
		if typed == "" {
			return nil, nil
		}
		found, err := t.office.Cadres(ctx, data.CadreQuery{On: t.dayInView(), Text: typed, Serving: data.ServingAny, Limit: offered})
		options := make([]kit.Option, len(found.Rows))
		for i, r := range found.Rows {
			detail := r.Title
			if detail == "" {
				detail = "không giữ chức danh"
			}
			if !r.Birth.IsZero() {
				detail = "sinh " + r.Birth.String() + " · " + detail
			}
			options[i] = kit.Option{ID: text(r.ID), Label: r.Name, Detail: detail}
		}
		return options, err
	})
}

// requestForm adds a request.
func (t *settingsScreen) requestForm(saved func()) {
	kinds := make([]kit.Option, len(app.RequestNames))
	for i, r := range app.RequestNames {
		kinds[i] = kit.Option{ID: r.ID, Label: r.Name}
	}
	request := kit.NewChoice(kinds, nil)
	person, cadre, note := kit.NewEntry(), t.anyCadre(), kit.NewNote(2)
	cadre.OnChanged = func(o kit.Option) {
		if person.Value() == "" {
			person.SetText(o.Label)
		}
	}
	received := kit.NewDateField(false)
	received.Today = t.office.Today
	received.SetDate(t.office.Today())
	read := func() data.PersonalRequest {
		on, _ := received.Date()
		return data.PersonalRequest{CadreID: number(cadre.ID()), Person: person.Value(), Request: request.ID(), ReceivedOn: on, Note: note.Value()}
	}
	before := read()
	kit.ShowForm(t.win, "Thêm yêu cầu về dữ liệu cá nhân", []kit.Field{
		{Label: "Hồ sơ", Widget: cadre, Hint: "Để trống nếu cơ quan không có hồ sơ của người ấy."},
		{Label: "Người yêu cầu", Widget: person, Check: func() error {
			if person.Value() == "" {
				return app.Problem("Hãy gõ tên người yêu cầu.")
			}
			return nil
		}},
		{Label: "Yêu cầu", Widget: request, Check: chosenOne(request, "người ấy yêu cầu điều gì")},
		{Label: "Ngày nhận", Widget: received, Check: received.Check, Hint: "Hạn trả lời là ngày làm việc thứ hai sau ngày nhận."},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}, kit.FormOptions{Width: 620, Changed: func() bool { return read() != before }, Save: t.saveRequest(read, saved)})
}

func (t *settingsScreen) saveRequest(read func() data.PersonalRequest, saved func()) func(done func(error)) {
	return func(done func(error)) {
		p := read()
		t.do(func(ctx context.Context) error { return t.office.SavePersonalRequest(ctx, p) }, func(err error) {
			done(sentence(err))
			if err == nil {
				saved()
			}
		})
	}
}

// answerRequest notes when and how a request was answered.
func (t *settingsScreen) answerRequest(before data.PersonalRequest, saved func()) {
	answered, outcome := kit.NewDateField(false), kit.NewNote(3)
	answered.Today = t.office.Today
	answered.SetDate(before.AnsweredOn)
	if before.AnsweredOn.IsZero() {
		answered.SetDate(t.office.Today())
	}
	outcome.SetText(before.Outcome)
	read := func() data.PersonalRequest {
		p := before
		p.AnsweredOn, _ = answered.Date()
		p.Outcome = outcome.Value()
		return p
	}
	first := read()
	kit.ShowForm(t.win, fmt.Sprintf("Trả lời yêu cầu số %d: %s", before.ID, vietnamese.LowerFirst(app.RequestName(before.Request))), []kit.Field{
		{Label: "Ngày trả lời", Widget: answered, Check: answered.Check, Hint: "Hạn trả lời " + before.AnswerBy.String() + "."},
		{Label: "Kết quả", Widget: outcome, Check: outcome.Check},
	}, kit.FormOptions{Width: 560, Changed: func() bool { return read() != first }, Save: t.saveRequest(read, saved)})
}

// eraseByRequest shows what erasing would remove and keep, asks twice and erases.
func (t *settingsScreen) eraseByRequest(p data.PersonalRequest, saved func()) {
	const title = "Xóa dữ liệu cá nhân"
	switch {
	case p.Request != data.RequestErase:
		kit.Tell(t.win, title, fmt.Sprintf("Yêu cầu số %d là “%s”; hãy chọn một yêu cầu xóa dữ liệu.", p.ID, vietnamese.LowerFirst(app.RequestName(p.Request))))
		return
	case p.CadreID == 0:
		kit.Tell(t.win, title, fmt.Sprintf("Yêu cầu số %d không gắn với hồ sơ cán bộ nào nên không có gì để xóa; hãy trả lời yêu cầu.", p.ID))
		return
	case !p.AnsweredOn.IsZero():
		kit.Tell(t.win, title, fmt.Sprintf("Yêu cầu số %d đã được trả lời ngày %s.", p.ID, p.AnsweredOn))
		return
	}
	latest := 0
	load(t.shell, &latest, func(ctx context.Context) (app.Erasure, error) { return t.office.PreviewErasure(ctx, p.CadreID) }, func(e app.Erasure) {
		if e.Duty != "" {
			kit.Tell(t.win, title, e.Duty)
			return
		}
		question := "Sẽ xóa của “" + e.Cadre.FullName + "”:\n• " + strings.Join(e.Removed, ";\n• ") + ".\n\nGiữ lại:\n• " + strings.Join(e.Kept, ";\n• ") + "."
		kit.Ask(t.win, title, question, "Tiếp tục", "Hủy", func() {
			sure := fmt.Sprintf("Xóa dữ liệu của “%s” theo yêu cầu số %d? Việc này không hoàn tác được.", e.Cadre.FullName, p.ID)
			kit.Ask(t.win, title, sure, "Xóa hẳn", "Hủy", func() {
				t.do(func(ctx context.Context) error { return t.office.ErasePersonalData(ctx, p.ID) }, func(err error) {
					if err != nil {
						t.fail(err)
						return
					}
					saved()
				})
			})
		})
	})
}

// exportPerson saves all that is held on one person.
func (t *settingsScreen) exportPerson() {
	cadre := t.anyCadre()
	kit.ShowForm(t.win, "Xuất dữ liệu của một người", []kit.Field{
		{Label: "Hồ sơ", Widget: cadre, Hint: "Gồm cả dữ liệu nhạy cảm; việc xuất được ghi vào nhật ký.", Check: func() error {
			if cadre.ID() == "" {
				return app.Problem("Hãy gõ tên và chọn hồ sơ.")
			}
			return nil
		}},
	}, kit.FormOptions{SaveLabel: "Tiếp tục", Width: 560, Changed: func() bool { return false }, Save: func(done func(error)) {
		id, name := number(cadre.ID()), cadre.Option().Label
		done(nil)
		t.saveFile("Lưu dữ liệu của "+name+" thành tệp Excel", app.FileName("Dữ liệu cá nhân "+name), ".xlsx", func(ctx context.Context, path string) error {
			return t.office.SavePersonalData(ctx, path, id)
		}, func(path string) {
			kit.Tell(t.win, "Đã lưu", "Dữ liệu của “"+name+"” đã được lưu vào “"+path+"”.")
		})
	}})
}
