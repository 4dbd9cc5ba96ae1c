package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/reports"
	"cosohoi/reports/compose"
	"cosohoi/ui/kit"
)

// recipientTab are the kept sets of recipients.
func (t *settingsScreen) recipientTab() fyne.CanvasObject {
	t.sets = kit.NewDataTable([]kit.Column[data.RecipientSet]{
		{ID: "name", Title: "Danh sách", Width: 220, Grow: 1, Cell: func(s data.RecipientSet) kit.Cell { return kit.Cell{Text: s.Name} }},
		{ID: "from", Title: "Áp dụng từ ngày", Width: 130, Cell: func(s data.RecipientSet) kit.Cell {
			if s.ValidFrom.IsZero() {
				return kit.Cell{Text: "từ trước"}
			}
			return kit.Cell{Text: s.ValidFrom.String()}
		}},
		{ID: "to", Title: "Kính gửi", Width: 200, Grow: 1, Cell: func(s data.RecipientSet) kit.Cell {
			return kit.Cell{Text: strings.ReplaceAll(s.Addressees, "\n", "; ")}
		}},
		{ID: "recipients", Title: "Nơi nhận", Width: 260, Grow: 2, Cell: func(s data.RecipientSet) kit.Cell {
			return kit.Cell{Text: strings.ReplaceAll(s.Recipients, "\n", "; ")}
		}},
		{ID: "archive", Title: "Lưu", Width: 100, Cell: func(s data.RecipientSet) kit.Cell { return kit.Cell{Text: s.Archive} }},
	}, func(s data.RecipientSet) string { return text(s.ID) }, func(ctx context.Context, _ kit.Sort, offset, limit int) (kit.Page[data.RecipientSet], error) {
		all, err := t.office.RecipientSets(ctx)
		if err != nil {
			return kit.Page[data.RecipientSet]{}, err
		}
		return fromSlice(all)(ctx, kit.Sort{}, offset, limit)
	})
	t.sets.SetRunner(t.background)
	t.sets.OnError = t.fail
	t.sets.OnOpened = t.recipientForm
	t.sets.SetEmpty("Chưa có danh sách nơi nhận.", nil)
	t.sets.Reload()
	add := kit.NewAction("+ Danh sách…", "", func() { t.recipientForm(data.RecipientSet{}) })
	edit := kit.NewAction("Sửa…", "", func() {
		if s, ok := t.sets.Selected(); ok {
			t.recipientForm(s)
		}
	})
	remove := kit.NewAction("Xóa", "", func() {
		if s, ok := t.sets.Selected(); ok {
			t.remove("danh sách “"+s.Name+"”", func(ctx context.Context) error { return t.office.RemoveRecipientSet(ctx, s) })
		}
	})
	note := kit.Paragraph("Khi soạn văn bản, chọn một danh sách để điền Kính gửi, Nơi nhận và dòng lưu. Đổi tên cơ quan nhận thì thêm danh sách cùng tên với ngày áp dụng mới; văn bản cũ giữ nơi nhận cũ.").Quiet()
	return padded(below(10, 2, note, line(-1, add, edit, remove), t.sets), 12, 0, 0, 0)
}

// remove asks before a setting goes into the recycle bin.
func (t *settingsScreen) remove(what string, work func(context.Context) error) {
	kit.Ask(t.win, "Xóa", "Xóa "+what+"? Văn bản đã soạn không thay đổi.", "Xóa", "Giữ lại", func() {
		t.do(work, func(err error) { t.fail(err) })
	})
}

func (t *settingsScreen) recipientForm(before data.RecipientSet) {
	name, archive := kit.NewEntry(), kit.NewEntry()
	name.SetText(before.Name)
	name.SetPlaceHolder("Báo cáo lên Tỉnh ủy")
	archive.SetText(before.Archive)
	from := kit.NewDateField(false)
	from.Today = t.office.Today
	from.SetDate(before.ValidFrom)
	to, recipients := kit.NewNote(2), kit.NewNote(5)
	to.SetText(before.Addressees)
	recipients.SetText(before.Recipients)
	read := func() data.RecipientSet {
		s := before
		s.Name, s.Archive, s.Addressees, s.Recipients = name.Value(), archive.Value(), to.Value(), recipients.Value()
		s.ValidFrom, _ = from.Date()
		return s
	}
	kit.ShowForm(t.win, "Danh sách nơi nhận", []kit.Field{
		{Label: "Tên danh sách", Widget: name, Check: func() error {
			if name.Value() == "" {
				return app.Problem("Hãy gõ tên danh sách, ví dụ “Báo cáo lên Tỉnh ủy”.")
			}
			return nil
		}},
		{Label: "Áp dụng từ ngày", Widget: from, Check: from.Check, Hint: "Để trống nếu áp dụng từ trước."},
		{Label: "Kính gửi (mỗi dòng một nơi)", Widget: to, Check: to.Check},
		{Label: "Nơi nhận (mỗi dòng một nơi)", Widget: recipients, Check: recipients.Check, Hint: "Viết “(để báo cáo)” ngay sau tên nơi nhận; dấu câu được thêm tự động."},
		{Label: "Lưu", Widget: archive, Hint: "Ví dụ VT, XDTC."},
	}, kit.FormOptions{
		Width: 640, Changed: func() bool { return read() != before },
		Save: func(done func(error)) {
			s := read()
			t.do(func(ctx context.Context) error { return t.office.SaveRecipientSet(ctx, s) }, func(err error) { done(sentence(err)) })
		},
	})
}

// signatoryTab are who signs for which organ, with the days.
func (t *settingsScreen) signatoryTab() fyne.CanvasObject {
	t.signers = kit.NewDataTable([]kit.Column[data.Signatory]{
		{ID: "name", Title: "Họ và tên", Width: 180, Grow: 1, Cell: func(s data.Signatory) kit.Cell { return kit.Cell{Text: s.Name} }},
		{ID: "organ", Title: "Cơ quan", Width: 90, Cell: func(s data.Signatory) kit.Cell { return kit.Cell{Text: s.OrganSymbol} }},
		{ID: "authority", Title: "Quyền hạn", Width: 180, Grow: 1, Cell: func(s data.Signatory) kit.Cell {
			return kit.Cell{Text: strings.TrimSpace(s.Authority + " " + s.Deputy)}
		}},
		{ID: "position", Title: "Chức vụ", Width: 150, Grow: 1, Cell: func(s data.Signatory) kit.Cell { return kit.Cell{Text: s.Position} }},
		{ID: "from", Title: "Từ ngày", Width: 100, Cell: func(s data.Signatory) kit.Cell { return kit.Cell{Text: s.ValidFrom.String()} }},
		{ID: "to", Title: "Đến ngày", Width: 100, Cell: func(s data.Signatory) kit.Cell { return kit.Cell{Text: s.ValidTo.String()} }},
		{ID: "main", Title: "Ký thường xuyên", Width: 130, Cell: func(s data.Signatory) kit.Cell {
			if s.Main {
				return kit.Cell{Text: "có", Tone: kit.ToneGood, Tag: true}
			}
			return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
		}},
	}, func(s data.Signatory) string { return text(s.ID) }, func(ctx context.Context, _ kit.Sort, offset, limit int) (kit.Page[data.Signatory], error) {
		all, err := t.office.Signatories(ctx)
		if err != nil {
			return kit.Page[data.Signatory]{}, err
		}
		return fromSlice(all)(ctx, kit.Sort{}, offset, limit)
	})
	t.signers.SetRunner(t.background)
	t.signers.OnError = t.fail
	t.signers.OnOpened = t.signatoryForm
	t.signers.SetEmpty("Chưa ghi người ký nào; văn bản lấy người ký của thể thức.", nil)
	t.signers.Reload()
	add := kit.NewAction("+ Người ký…", "", func() {
		t.signatoryForm(data.Signatory{ValidFrom: t.today, OrganSymbol: "BTV", Authority: "TM. BAN THƯỜNG VỤ"})
	})
	edit := kit.NewAction("Sửa…", "", func() {
		if s, ok := t.signers.Selected(); ok {
			t.signatoryForm(s)
		}
	})
	remove := kit.NewAction("Xóa", "", func() {
		if s, ok := t.signers.Selected(); ok {
			t.remove("người ký “"+s.Name+"”", func(ctx context.Context) error { return t.office.RemoveSignatory(ctx, s) })
		}
	})
	note := kit.Paragraph("Người “ký thường xuyên” được điền vào văn bản mới của cơ quan đó; người khác chọn được ở thẻ “Nơi nhận, ký” khi soạn.").Quiet()
	return padded(below(10, 2, note, line(-1, add, edit, remove), t.signers), 12, 0, 0, 0)
}

func (t *settingsScreen) signatoryForm(before data.Signatory) {
	entry := func(value string) *kit.Entry {
		e := kit.NewEntry()
		e.SetText(value)
		return e
	}
	from, until := kit.NewDateField(false), kit.NewDateField(false)
	from.Today, until.Today = t.office.Today, t.office.Today
	from.SetDate(before.ValidFrom)
	until.SetDate(before.ValidTo)
	name, organ, authority, deputy, position := entry(before.Name), entry(before.OrganSymbol), entry(before.Authority), entry(before.Deputy), entry(before.Position)
	main := kit.NewCheck("Ký thường xuyên cho cơ quan này", nil)
	main.SetChecked(before.Main)
	read := func() data.Signatory {
		s := before
		s.Name, s.OrganSymbol, s.Authority, s.Deputy, s.Position, s.Main = name.Value(), organ.Value(), authority.Value(), deputy.Value(), position.Value(), main.Checked
		s.ValidFrom, _ = from.Date()
		s.ValidTo, _ = until.Date()
		return s
	}
	needed := func(e *kit.Entry, what string) func() error {
		return func() error {
			if e.Value() == "" {
				return app.Problem("Hãy gõ %s.", what)
			}
			return nil
		}
	}
	kit.ShowForm(t.win, "Người ký văn bản", []kit.Field{
		{Label: "Họ và tên", Widget: name, Check: needed(name, "họ và tên, không ghi học hàm, học vị")},
		{Label: "Ký hiệu cơ quan", Widget: organ, Check: needed(organ, "ký hiệu, ví dụ BTV"), Hint: "Như trong 05/BC-BTV."},
		{Label: "Quyền hạn ký", Widget: authority, Hint: "Ví dụ TM. BAN THƯỜNG VỤ."},
		{Label: "Ký thay", Widget: deputy, Hint: "Cấp phó ghi KT. CHỦ TỊCH."},
		{Label: "Chức vụ", Widget: position, Check: needed(position, "chức vụ, ví dụ PHÓ CHỦ TỊCH")},
		{Label: "Ký từ ngày", Widget: from, Check: from.Check},
		{Label: "Ký đến ngày", Widget: until, Check: until.Check, Hint: "Để trống nếu còn ký."},
		{Label: "", Widget: main},
	}, kit.FormOptions{
		Width: 620, Changed: func() bool { return read() != before },
		Save: func(done func(error)) {
			s := read()
			t.do(func(ctx context.Context) error { return t.office.SaveSignatory(ctx, s) }, func(err error) { done(sentence(err)) })
		},
	})
}

// outlineTab are the outlines from which papers are drafted.
func (t *settingsScreen) outlineTab() fyne.CanvasObject {
	t.outlines = kit.NewItemList("", nil)
	t.outlines.OnSelected = t.chooseOutline
	t.outlineSummary, t.outlineText = kit.NewNote(2), kit.NewEditor()
	t.outlineFields = kit.Paragraph("").Quiet()
	t.outlineWrong = kit.Paragraph("")
	t.outlineWrong.SetColor(kit.Late)
	save := kit.NewAction("Lưu đề cương", "", func() { t.saveOutline(t.outlineSource()) }).Primary()
	reset := kit.NewAction("Về mẫu của chương trình", "", func() {
		kit.Ask(t.win, "Về mẫu của chương trình", "Bỏ đề cương của cơ quan và dùng lại mẫu của chương trình?", "Dùng lại mẫu", "Giữ", func() { t.saveOutline("") })
	})
	note := kit.Paragraph("Văn bản mới được soạn theo đề cương. Chỗ trong dấu «…» được điền từ dữ liệu, chỗ trong ngoặc vuông […] để cơ quan viết.").Quiet()
	right := below(8, 2, line(-1, save, reset), labelled("Trích yếu", t.outlineSummary), t.outlineText, t.outlineWrong, kit.Section("Các chỗ điền được"), tall(96, scrolled(t.outlineFields)))
	t.loadOutlines()
	return padded(below(10, 1, note, columns([]float32{280, 0}, kit.NewCard(t.outlines, 6), right)), 12, 0, 0, 0)
}

func (t *settingsScreen) loadOutlines() {
	if t.outlines == nil {
		return
	}
	load(t.shell, &t.latestOutlines, func(ctx context.Context) ([]app.Outline, error) {
		var all []app.Outline
		for _, k := range reports.Kinds() {
			o, err := t.office.Outline(ctx, k.ID)
			if err != nil {
				return nil, err
			}
			all = append(all, o)
		}
		return all, nil
	}, func(all []app.Outline) {
		items := make([]kit.Item, len(all))
		for i, o := range all {
			items[i] = kit.Item{ID: o.Kind.ID, Title: o.Kind.Title, Detail: o.Kind.About}
			if o.Own {
				items[i].State, items[i].Tone = "đã sửa", kit.ToneTint
			}
		}
		t.outlines.SetItems(items)
		if t.outlines.Selected() == "" && len(items) > 0 {
			t.outlines.Select(items[0].ID)
			t.showOutline(items[0].ID)
		}
	})
}

// openOutline shows the outline of a kind of paper.
func (t *settingsScreen) openOutline(kind string) {
	for i, label := range t.tabLabels {
		if label == outlineLabel {
			t.tabs.Select(i)
		}
	}
	t.outlines.Select(kind)
	t.showOutline(kind)
}

// chooseOutline turns to another outline, after asking when the one in view was edited and not stored.
func (t *settingsScreen) chooseOutline(kind string) {
	if kind == t.outlineKind {
		return
	}
	if !t.outlineEdited() {
		t.showOutline(kind)
		return
	}
	back := t.outlineKind
	t.outlines.Select(back)
	kit.AskToDiscard(t.win, "Đề cương chưa lưu", "Đề cương đang sửa chưa được lưu. Bỏ phần đã sửa?", "Bỏ phần đã sửa", "Sửa tiếp", func() {
		t.outlines.Select(kind)
		t.showOutline(kind)
	})
}

// outlineEdited tells whether the outline in view differs from the stored one.
func (t *settingsScreen) outlineEdited() bool {
	return t.outlineKind != "" && t.outlineSource() != t.outlineShown
}

// settle asks before the window closes over an edited outline.
func (t *settingsScreen) settle(then func()) {
	if t.outlines == nil || !t.outlineEdited() {
		then()
		return
	}
	t.show(screenSettings)
	kit.AskToDiscard(t.win, "Đề cương chưa lưu", "Đề cương đang sửa chưa được lưu. Bỏ phần đã sửa và thoát?", "Bỏ phần đã sửa", "Ở lại", then)
}

func (t *settingsScreen) showOutline(kind string) {
	load(t.shell, &t.latestOutline, func(ctx context.Context) (app.Outline, error) { return t.office.Outline(ctx, kind) }, func(o app.Outline) {
		source, err := compose.ParseDraft(o.Text)
		if err != nil {
			t.fail(err)
			return
		}
		t.outlineWrong.SetText("")
		t.outlineHead = source.Head
		t.outlineSummary.SetText(strings.TrimRight(source.Head.Summary, "\n"))
		t.outlineText.SetText(source.Body)
		t.outlineKind, t.outlineShown = kind, t.outlineSource()
		t.outlineText.Home()
		var fields []string
		for _, f := range o.Kind.Fields {
			fields = append(fields, "«"+f.Name+"»: "+f.About)
		}
		t.outlineFields.SetText(strings.Join(fields, "; "))
		relayout(t.outlineFields)
	})
}

// outlineSource is the outline as it is typed. The other components of the form stay as they were: papers take them from the
// settings.
func (t *settingsScreen) outlineSource() string {
	head := t.outlineHead
	head.Summary = t.outlineSummary.Value()
	return compose.Source{Head: head, Body: t.outlineText.Source()}.String()
}

func (t *settingsScreen) saveOutline(outline string) {
	kind := t.outlines.Selected()
	if kind == "" {
		return
	}
	t.do(func(ctx context.Context) error { return t.office.SaveOutline(ctx, kind, outline) }, func(err error) {
		if err != nil {
			sentence := app.Message(err)
			if _, says, ok := compose.AtLine(err); ok { // lines are not counted on the screen
				sentence = says
			}
			t.outlineWrong.SetText(sentence)
			relayout(t.outlineWrong)
			return
		}
		t.loadOutlines()
		t.showOutline(kind)
	})
}

// numberingTab is how numbers are drawn.
func (t *settingsScreen) numberingTab() fyne.CanvasObject {
	choice := kit.NewChoice([]kit.Option{{ID: string(data.OneSeries), Label: "Một dãy số chung cho mọi loại văn bản"}, {ID: string(data.SeriesOfTypes), Label: "Mỗi loại văn bản một dãy số"}}, func(id string) {
		t.do(func(ctx context.Context) error { return t.office.ChooseSeriesRule(ctx, data.SeriesRule(id)) }, func(err error) { t.fail(err) })
	})
	latest := 0
	load(t.shell, &latest, t.office.SeriesRule, func(rule data.SeriesRule) { choice.SetID(string(rule)) })
	note := kit.Paragraph("Số được cấp liên tục trong năm, từ 01 ngày 01 tháng 01 đến hết ngày 31 tháng 12; không số nào cấp hai lần. Cách chia dãy số do người đứng đầu cơ quan quyết định (Nghị định 30/2020/NĐ-CP, Điều 15). Đổi giữa năm thì văn bản đã cấp giữ nguyên số.").Quiet()
	return padded(below(10, -1, kit.Section("Cách cấp số văn bản đi"), fixed(420, choice), note), 12, 0, 0, 0)
}
