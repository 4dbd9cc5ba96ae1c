package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

type (
	activityRow = app.OfUnit[data.Activity]
	meetingRow  = app.OfUnit[data.Meeting]
	newsRow     = app.OfUnit[data.NewsItem]
)

// fixedKinds offers words as the kinds of a filter.
func fixedKinds(words []app.Word) func(context.Context) ([]kit.Option, error) {
	return func(context.Context) ([]kit.Option, error) { return options(words), nil }
}

func (m *movementScreen) activities() movementLeaf {
	return &recordLeaf[activityRow]{
		movementScreen: m, name: "Hoạt động", what: "hoạt động", caption: "Loại", kinds: fixedKinds(app.ActivityKinds),
		key:  func(r activityRow) string { return text(r.Record.ID) },
		list: onUnit(m.office.Activities),
		columns: []kit.Column[activityRow]{
			{ID: "on", Title: "Ngày", Width: 92, Cell: func(r activityRow) kit.Cell { return kit.Cell{Text: r.Record.HeldOn.String()} }},
			unitColumn[data.Activity](),
			{ID: "topic", Title: "Nội dung", Width: 150, Grow: 2, Cell: func(r activityRow) kit.Cell { return kit.Cell{Text: r.Record.Topic} }},
			{ID: "occasion", Title: "Dịp", Width: 60, Cell: func(r activityRow) kit.Cell { return kit.Cell{Text: r.Record.Occasion} }},
			{ID: "participants", Title: "Người dự", Width: 76, Right: true, Cell: func(r activityRow) kit.Cell { return kit.Cell{Text: countText(r.Record.Participants)} }},
		},
		record: func(r activityRow) fyne.CanvasObject {
			a := r.Record
			return titled(a.Topic, r.UnitLine(), withoutEmpty(
				kit.Pair{Caption: "Loại", Value: wordName(app.ActivityKinds, a.Kind)}, kit.Pair{Caption: "Dịp", Value: a.Occasion}, kit.Pair{Caption: "Ngày", Value: a.HeldOn.String()},
				kit.Pair{Caption: "Nơi tổ chức", Value: a.Place}, kit.Pair{Caption: "Cơ quan phối hợp", Value: a.Partners}, kit.Pair{Caption: "Số người tham gia", Value: countText(a.Participants)},
				kit.Pair{Caption: "Minh chứng", Value: a.Evidence}, kit.Pair{Caption: "Ghi chú", Value: a.Note}))
		},
		edit: m.activityForm,
		remove: func(r activityRow) (string, func(context.Context) error) {
			return r.Record.Topic, m.removing("hoạt động", &r.Record)
		},
	}
}

// activityForm edits an activity; a new one may be noted for many units at once.
func (m *movementScreen) activityForm(r activityRow) {
	a := r.Record
	title := "Sửa hoạt động"
	if a.ID == 0 {
		title = "Thêm hoạt động"
		a.Kind, a.HeldOn = data.ActivityKnowledge, m.on
	}
	kind, occasion := choiceOf(app.ActivityKinds, a.Kind), textInput(a.Occasion)
	topic, place, partners := textInput(a.Topic), textInput(a.Place), textInput(a.Partners)
	held, participants := m.dateInput(a.HeldOn), countInput(a.Participants)
	evidence, note := noteOf(2, a.Evidence), noteOf(2, a.Note)
	unit := m.unitInput(nil, m.onDate(held), unitOf(r, a.UnitID))
	set := m.newUnitSet(nil, m.onDate(held), 0)
	units := kit.Field{Label: "Đơn vị", Widget: unit, Check: pickedOne(unit, "đơn vị")}
	if a.ID == 0 {
		units = kit.Field{Label: "Đơn vị", Widget: set.object, Check: set.atLeast(1, "Hãy chọn ít nhất một đơn vị."), Hint: "Chọn nhiều đơn vị để ghi cùng một hoạt động cho từng đơn vị."}
	}
	read := func() data.Activity {
		x := a
		if a.ID != 0 {
			x.UnitID = number(unit.ID())
		}
		x.Kind, x.Occasion, x.Topic, x.Place, x.Partners = kind.ID(), occasion.Value(), topic.Value(), place.Value(), partners.Value()
		x.HeldOn, _ = held.Date()
		x.Participants, _ = countOf(participants)
		x.Evidence, x.Note = evidence.Value(), note.Value()
		return x
	}
	subForm(m.shell, title, []kit.Field{
		units,
		{Label: "Loại", Widget: kind},
		{Label: "Dịp", Widget: occasion, Hint: "Gõ 8/3, 20/10 hoặc dịp khác; chỉ tiêu 3 đếm hoạt động của hai dịp này."},
		{Label: "Nội dung", Widget: topic, Check: typed(topic, "nội dung, ví dụ “Chăm sóc sức khỏe sinh sản”")},
		{Label: "Ngày", Widget: held, Check: required(held)},
		{Label: "Nơi tổ chức", Widget: place},
		{Label: "Cơ quan phối hợp", Widget: partners},
		{Label: "Số người tham gia", Widget: participants, Check: countCheck(participants)},
		{Label: "Minh chứng", Widget: evidence, Check: evidence.Check, Hint: "Số văn bản, đường dẫn tin bài hoặc ảnh."},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}, read, func(ctx context.Context, x data.Activity) error { return m.office.SaveActivity(ctx, x, set.ids()) })
}

func (m *movementScreen) meetings() movementLeaf {
	return &recordLeaf[meetingRow]{
		movementScreen: m, name: "Sinh hoạt", what: "buổi sinh hoạt", caption: "Lãnh đạo dự", kinds: fixedKinds(app.MeetingLeaders),
		key:  func(r meetingRow) string { return text(r.Record.ID) },
		list: onUnit(m.office.Meetings),
		columns: []kit.Column[meetingRow]{
			{ID: "on", Title: "Ngày", Width: 92, Cell: func(r meetingRow) kit.Cell { return kit.Cell{Text: r.Record.HeldOn.String()} }},
			unitColumn[data.Meeting](),
			{ID: "topic", Title: "Nội dung", Width: 150, Grow: 2, Cell: func(r meetingRow) kit.Cell { return kit.Cell{Text: r.Record.Topic} }},
			{ID: "present", Title: "Dự/hội viên", Width: 132, Right: true, Cell: func(r meetingRow) kit.Cell { return kit.Cell{Text: attendance(r.Record)} }},
			{ID: "leader", Title: "Lãnh đạo dự", Width: 108, Cell: func(r meetingRow) kit.Cell { return kit.Cell{Text: wordName(app.MeetingLeaders, r.Record.Leader)} }},
		},
		record: func(r meetingRow) fyne.CanvasObject {
			x := r.Record
			return titled("Sinh hoạt ngày "+x.HeldOn.String(), r.UnitLine(), withoutEmpty(
				kit.Pair{Caption: "Nội dung", Value: x.Topic}, kit.Pair{Caption: "Người dự/hội viên", Value: attendance(x)},
				kit.Pair{Caption: "Lãnh đạo cơ sở dự", Value: wordName(app.MeetingLeaders, x.Leader)}, kit.Pair{Caption: "Ghi chú", Value: x.Note}))
		},
		edit: m.meetingForm,
		remove: func(r meetingRow) (string, func(context.Context) error) {
			return "Sinh hoạt ngày " + r.Record.HeldOn.String(), m.removing("buổi sinh hoạt", &r.Record)
		},
	}
}

// attendance is how many of how many came: "86/120 (71,7%)".
func attendance(m data.Meeting) string {
	switch {
	case m.Present.Known && m.Expected.Known:
		return kit.Number(int(m.Present.N)) + "/" + kit.Number(int(m.Expected.N)) + " (" + app.Percent(int(m.Present.N), int(m.Expected.N)) + ")"
	case m.Present.Known:
		return kit.Number(int(m.Present.N))
	}
	return ""
}

func (m *movementScreen) meetingForm(r meetingRow) {
	x := r.Record
	title := "Sửa buổi sinh hoạt"
	if x.ID == 0 {
		title = "Thêm buổi sinh hoạt"
		x.HeldOn = m.on
	}
	held, topic, present, expected, note := m.dateInput(x.HeldOn), textInput(x.Topic), countInput(x.Present), countInput(x.Expected), noteOf(2, x.Note)
	leader := choiceOf(append([]app.Word{{Name: "Không dự"}}, app.MeetingLeaders...), x.Leader)
	unit := m.unitInput([]data.Level{data.Branch, data.Group}, m.onDate(held), unitOf(r, x.UnitID))
	subForm(m.shell, title, []kit.Field{
		{Label: "Chi hội, tổ", Widget: unit, Check: pickedOne(unit, "chi hội hoặc tổ")},
		{Label: "Ngày", Widget: held, Check: required(held)},
		{Label: "Nội dung", Widget: topic},
		{Label: "Số người dự", Widget: present, Check: countCheck(present)},
		{Label: "Số hội viên", Widget: expected, Check: countCheck(expected), Hint: "Hội viên của chi hội, tổ khi họp, để tính tỷ lệ dự."},
		{Label: "Lãnh đạo cơ sở dự", Widget: leader},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}, func() data.Meeting {
		y := x
		y.UnitID, y.Topic, y.Leader, y.Note = number(unit.ID()), topic.Value(), leader.ID(), note.Value()
		y.HeldOn, _ = held.Date()
		y.Present, _ = countOf(present)
		y.Expected, _ = countOf(expected)
		return y
	}, m.office.SaveMeeting)
}

func (m *movementScreen) news() movementLeaf {
	return &recordLeaf[newsRow]{
		movementScreen: m, name: "Tin bài", what: "tin bài", caption: "Loại", kinds: fixedKinds(app.NewsKinds),
		key:  func(r newsRow) string { return text(r.Record.ID) },
		list: onUnit(m.office.NewsItems),
		columns: []kit.Column[newsRow]{
			{ID: "on", Title: "Ngày đăng", Width: 92, Cell: func(r newsRow) kit.Cell { return kit.Cell{Text: r.Record.PublishedOn.String()} }},
			unitColumn[data.NewsItem](),
			{ID: "kind", Title: "Loại", Width: 88, Cell: func(r newsRow) kit.Cell { return kit.Cell{Text: wordName(app.NewsKinds, r.Record.Kind)} }},
			{ID: "title", Title: "Tên bài", Width: 170, Grow: 3, Cell: func(r newsRow) kit.Cell { return kit.Cell{Text: r.Record.Title} }},
		},
		record: func(r newsRow) fyne.CanvasObject {
			x := r.Record
			return titled(x.Title, r.UnitLine(), withoutEmpty(
				kit.Pair{Caption: "Loại", Value: wordName(app.NewsKinds, x.Kind)}, kit.Pair{Caption: "Ngày đăng", Value: x.PublishedOn.String()}, kit.Pair{Caption: "Đăng ở", Value: x.Outlet},
				kit.Pair{Caption: "Đường dẫn", Value: x.Link}, kit.Pair{Caption: "Ghi chú", Value: x.Note}))
		},
		edit: m.newsForm,
		remove: func(r newsRow) (string, func(context.Context) error) {
			return r.Record.Title, m.removing("tin bài", &r.Record)
		},
	}
}

func (m *movementScreen) newsForm(r newsRow) {
	x := r.Record
	title := "Sửa tin bài"
	if x.ID == 0 {
		title = "Thêm tin bài"
		x.Kind, x.PublishedOn = app.NewsKinds[0].ID, m.on
	}
	kind, name, on, outlet, link, note := choiceOf(app.NewsKinds, x.Kind), textInput(x.Title), m.dateInput(x.PublishedOn), textInput(x.Outlet), textInput(x.Link), noteOf(2, x.Note)
	unit := m.unitInput(nil, m.onDate(on), unitOf(r, x.UnitID))
	subForm(m.shell, title, []kit.Field{
		{Label: "Đơn vị viết", Widget: unit, Check: pickedOne(unit, "đơn vị")},
		{Label: "Loại", Widget: kind},
		{Label: "Tên bài, video", Widget: name, Check: typed(name, "tên bài hoặc tên video")},
		{Label: "Ngày đăng", Widget: on, Check: required(on)},
		{Label: "Đăng ở", Widget: outlet, Hint: "Ví dụ trang thông tin điện tử của Hội LHPN tỉnh."},
		{Label: "Đường dẫn", Widget: link},
		{Label: "Ghi chú", Widget: note, Check: note.Check},
	}, func() data.NewsItem {
		y := x
		y.UnitID, y.Kind, y.Title, y.Outlet, y.Link, y.Note = number(unit.ID()), kind.ID(), name.Value(), outlet.Value(), link.Value(), note.Value()
		y.PublishedOn, _ = on.Date()
		return y
	}, m.office.SaveNewsItem)
}
