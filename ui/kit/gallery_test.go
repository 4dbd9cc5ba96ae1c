package kit

import (
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"cosohoi/data/day"
)

func atOnce(f func()) { f() }

// newWindow opens a window with the program's look on the software canvas.
func newWindow(t *testing.T, content fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(Theme(1))
	w := test.NewTempWindow(t, content)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// picture draws the window; with KIT_LOOK set to a folder it leaves the picture there to be looked at.
func picture(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	picture := w.Canvas().Capture()
	folder := os.Getenv("KIT_LOOK")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, picture); err != nil {
		t.Fatal(err)
	}
}

type person struct{ id, name, born, post, unit, party, rating string }

func people(n int) []person {
	names := []string{"Bùi Thị Ngọc Ánh", "Trần Thị Bình", "Nguyễn Thị Châu", "Đặng Thị Dung", "Phạm Thị Đào", "Lê Thị Hằng", "Vũ Thị Hường", "Hoàng Thị Lan", "Đỗ Thị Nhung", "Ngô Thị Oanh", "Trần Thị Phượng"}
	parties := []string{"", "03/2009", "06/2016", "", "đang bồi dưỡng", "", "05/2008", "", "dự bị 12/2023", "", "07/2014"}
	list := make([]person, n)
	for i := range list {
		k := i % len(names)
		list[i] = person{fmt.Sprint(i), names[k], fmt.Sprintf("%02d/%d/%d", i%28+1, i%12+1, 1965+i%30), "Chi hội trưởng", fmt.Sprintf("Chi hội xóm %d, xã Hải Xuân", i%9+1), parties[k], "Tốt"}
	}
	return list
}

func personColumns() []Column[person] {
	return []Column[person]{
		{ID: "name", Title: "Họ và tên", Width: 130, Grow: 2, Sortable: true, Cell: func(p person) Cell { return Cell{Text: p.name} }},
		{ID: "born", Title: "Sinh", Width: 94, Sortable: true, Cell: func(p person) Cell { return Cell{Text: p.born} }},
		{ID: "post", Title: "Chức danh", Width: 100, Grow: 1, Cell: func(p person) Cell { return Cell{Text: p.post} }},
		{ID: "unit", Title: "Đơn vị", Width: 130, Grow: 2, Sortable: true, Cell: func(p person) Cell { return Cell{Text: p.unit} }},
		{ID: "party", Title: "Vào Đảng", Width: 100, Grow: 0.6, Cell: func(p person) Cell {
			if p.party == "" {
				return Cell{Text: "—", Tone: ToneQuiet}
			}
			if p.party[0] == 'd' || p.party[0] > 127 {
				return Cell{Text: p.party, Tag: true, Tone: ToneCare}
			}
			return Cell{Text: p.party}
		}},
		{ID: "rating", Title: "Xếp loại", Width: 70, Cell: func(p person) Cell { return Cell{Text: p.rating} }},
	}
}

func personSource(all []person) Source[person] {
	return func(_ context.Context, _ Sort, offset, limit int) (Page[person], error) {
		end := min(offset+limit, len(all))
		return Page[person]{Rows: all[min(offset, end):end], Matching: len(all), Total: 6412}, nil
	}
}

func sampleRail() *Rail {
	rail := NewRail("Cơ sở Hội", "Hội LHPN tỉnh Nam Định", []RailItem{
		{"tong-quan", "Tổng quan", Icon("tong-quan")}, {"to-chuc", "Tổ chức", Icon("to-chuc")}, {"can-bo", "Cán bộ", Icon("can-bo")},
		{"chi-tieu", "Chỉ tiêu", Icon("chi-tieu")}, {"phong-trao", "Phong trào", Icon("phong-trao")}, {"so-lieu", "Số liệu kỳ", Icon("so-lieu")},
		{"kiem-tra", "Kiểm tra", Icon("kiem-tra")}, {"van-ban", "Văn bản", Icon("van-ban")},
	}, []RailItem{{"cai-dat", "Cài đặt", Icon("cai-dat")}}, nil)
	rail.SetBadge("so-lieu", 3)
	rail.SetBadge("kiem-tra", 12)
	return rail
}

func sampleTree() *UnitTree {
	children := map[string][]Node{
		"": {{ID: "p", Text: "Hội LHPN tỉnh Nam Định", Right: "226", HasChildren: true}, {ID: "tt", Text: "Đơn vị trực thuộc", Right: "4", HasChildren: true}},
		"p": {{ID: "nd", Text: "Thành phố Nam Định", Right: "25", HasChildren: true}, {ID: "ml", Text: "Huyện Mỹ Lộc", Right: "11", HasChildren: true},
			{ID: "hh", Text: "Huyện Hải Hậu", Right: "34", HasChildren: true}, {ID: "yy", Text: "Huyện Ý Yên", Right: "31", HasChildren: true}},
		"hh": {{ID: "con", Text: "Thị trấn Cồn", Right: "13", HasChildren: true}, {ID: "hv", Text: "Xã Hải Vân", Right: "12", HasChildren: true},
			{ID: "hx", Text: "Xã Hải Xuân", Tag: "đồng bào có đạo", TagTone: ToneTint, Right: "14", HasChildren: true}},
		"hv": {{ID: "x1", Text: "Chi hội xóm 1", Right: "2"}, {ID: "x2", Text: "Chi hội xóm 2 với một cái tên dài hơn thường lệ rất nhiều", Right: "2"},
			{ID: "x3", Text: "Chi hội xóm 3", Right: "1", Warning: "khuyết"}},
		"tt": {{ID: "ld", Text: "Ban Nữ công LĐLĐ tỉnh"}, {ID: "ca", Text: "Hội Phụ nữ Công an tỉnh"}},
	}
	tree := NewUnitTree(func(_ context.Context, parent string) ([]Node, error) { return children[parent], nil })
	tree.SetRunner(atOnce)
	tree.Reload()
	tree.Select("hv", []string{"p", "hh"})
	tree.Expand("hv")
	tree.Expand("tt")
	return tree
}

// page lays out a whole screen as the sketches have it.
func page(rail *Rail, title string, actions []fyne.CanvasObject, body fyne.CanvasObject) fyne.CanvasObject {
	search := NewPicker("Tìm đơn vị, cán bộ, văn bản, cuộc kiểm tra…", nil)
	search.SetShortcut("Ctrl+K")
	unit := NewChip("Đơn vị", []Option{{ID: "all", Label: "Toàn tỉnh"}}, nil)
	unit.SetID("all")
	day := NewChip("Tính đến", []Option{{ID: "d", Label: "Hôm nay, 15/7/2024"}}, nil)
	day.SetID("d")
	head := Title(title)
	foot := Caption("namdinh.db     Nguyễn Thị A · nhập liệu")
	right := Caption("226 cơ sở · 2.938 chi hội · 6.412 cán bộ")
	top, bottom := canvas.NewRectangle(Surface), canvas.NewRectangle(Surface)
	line1, line2 := canvas.NewRectangle(Hairline), canvas.NewRectangle(Hairline)
	objects := []fyne.CanvasObject{rail, top, line1, search, unit, day, head, body, bottom, line2, foot, right}
	objects = append(objects, actions...)
	return newSpot(func(size fyne.Size) {
		left := rail.MinSize().Width
		place(rail, 0, 0, left, size.Height)
		place(top, left, 0, size.Width-left, 47)
		place(line1, left, 47, size.Width-left, 1)
		place(search, left+16, 8, 422, 32)
		x := size.Width - 16
		for _, o := range []fyne.CanvasObject{day, unit} {
			x -= o.MinSize().Width
			place(o, x, 8, o.MinSize().Width, 32)
			x -= 12
		}
		place(head, left+16, 62, 400, 32)
		x = size.Width - 16
		for i := len(actions) - 1; i >= 0; i-- {
			w := actions[i].MinSize().Width
			x -= w
			place(actions[i], x, 62, w, 32)
			x -= 8
		}
		place(body, left+16, 106, size.Width-left-32, 620)
		place(bottom, left, 741, size.Width-left, 27)
		place(line2, left, 740, size.Width-left, 1)
		place(foot, left+16, 742, 500, 26)
		place(right, size.Width-16-right.MinSize().Width, 742, right.MinSize().Width, 26)
	}, objects...)
}

func TestGalleryOrganisation(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(Theme(1))
	rail := sampleRail()
	rail.Select("to-chuc")
	tree := sampleTree()
	filter := NewEntry()
	filter.SetPlaceHolder("Lọc trong cây…")
	left := NewCard(newSpot(func(size fyne.Size) {
		place(filter, 10, 10, size.Width-20, 32)
		place(tree, 10, 52, size.Width-20, size.Height-62)
	}, filter, tree), 0)
	name, tag := Title("Hội LHPN xã Hải Vân"), NewTag("điểm “mạng xã hội”", ToneTint)
	sub := Body("Cơ sở · huyện Hải Hậu · mã 14230 · hiệu lực đến 31/8/2024, nhập vào xã Hải Nam").Quiet().Shrinking()
	edit := NewAction("Sửa", "F2", nil)
	tiles := []fyne.CanvasObject{NewFigureCard("Chi hội", "12"), NewFigureCard("Hội viên", "1.486"), NewFigureCard("Tỷ lệ thu hút", "78,4%"), NewFigureCard("Đảng viên", "61"), NewFigureCard("Xếp loại 2023", "Tốt")}
	table := NewDataTable(personColumns(), func(p person) string { return p.id }, personSource(people(12)))
	table.SetRunner(atOnce)
	table.Reload()
	record := Record([]Pair{{Caption: "Tên đầy đủ", Value: "Hội Liên hiệp Phụ nữ xã Hải Vân, huyện Hải Hậu, tỉnh Nam Định"}, {Caption: "Mã", Value: "14230"}, {Caption: "Điện thoại"}, {Caption: "Tình trạng", Object: container.NewHBox(NewTag("đang hoạt động", ToneGood))}})
	tabs := NewTabs([]Tab{{Label: "Thông tin", Content: func() fyne.CanvasObject {
		section := Section("Ban Chấp hành, nhiệm kỳ 2021–2026")
		return newSpot(func(size fyne.Size) {
			for i, tile := range tiles {
				place(tile, float32(i)*(size.Width+12)/5, 0, (size.Width+12)/5-12, 62)
			}
			place(section, 0, 76, size.Width, 20)
			place(table, 0, 102, size.Width, 200)
			place(record, 0, 320, size.Width/2, record.MinSize().Height)
		}, append(tiles, section, table, record)...)
	}}, {Label: "Cán bộ (26)"}, {Label: "Chi hội (12)"}, {Label: "Chỉ tiêu"}, {Label: "Kiểm tra (4)"}, {Label: "Văn bản"}, {Label: "Lịch sử"}})
	right := NewCard(newSpot(func(size fyne.Size) {
		place(name, 14, 14, name.MinSize().Width, 30)
		place(tag, 14+name.MinSize().Width+8, 14, tag.MinSize().Width, 30)
		place(edit, size.Width-14-edit.MinSize().Width, 12, edit.MinSize().Width, 32)
		place(sub, 14, 46, size.Width-28, 22)
		place(tabs, 14, 72, size.Width-28, size.Height-86)
	}, name, tag, sub, edit, tabs), 0)
	body := newSpot(func(size fyne.Size) {
		place(left, 0, 0, 370, size.Height)
		place(right, 382, 0, size.Width-382, size.Height)
	}, left, right)
	content := page(rail, "Tổ chức", []fyne.CanvasObject{NewAction("Sắp xếp tổ chức…", "", nil), NewAction("Sơ đồ", "", nil), NewAction("Xuất Excel", "", nil), NewAction("+ Đơn vị", "", nil).Primary()}, body)
	w := test.NewTempWindow(t, content)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1366, 768))
	table.Select("2")
	w.Canvas().Focus(tree.list)
	picture(t, w, "to-chuc")
}

func TestGalleryForms(t *testing.T) {
	w := newWindow(t, canvas.NewRectangle(Window), 1366, 768)
	name, phone, note := NewEntry(), NewEntry(), NewNote(3)
	name.SetText("Phạm Thị Đào")
	phone.SetText("09123")
	born := NewDateField(true)
	born.SetDate(day.Of(1986, 9, 2))
	post := NewChoice([]Option{{ID: "1", Label: "Sơ cấp"}, {ID: "2", Label: "Trung cấp"}}, nil)
	post.SetID("1")
	unit := NewPicker("Gõ tên đơn vị…", nil)
	off := NewEntry()
	off.SetText("đã khóa")
	off.Disable()
	check := NewCheck("Là đảng viên", nil)
	ShowForm(w, "Sửa cán bộ", []Field{
		{Label: "Họ và tên", Widget: name}, {Label: "Ngày sinh", Widget: born, Check: born.Check, Hint: "Chỉ biết năm thì gõ năm, như 1965."},
		{Label: "Điện thoại", Widget: phone, Check: func() error { return errors.New("số điện thoại cần 10 chữ số, đang có 5") }},
		{Label: "Lý luận chính trị", Widget: post}, {Label: "Đơn vị", Widget: unit}, {Label: "", Widget: check}, {Label: "Mã", Widget: off}, {Label: "Ghi chú", Widget: note},
	}, FormOptions{Changed: func() bool { return true }, Save: func(done func(error)) { done(nil) }})
	picture(t, w, "form")
	w.Canvas().Overlays().Top().(*overlay).onCut(&saveKeys)
	picture(t, w, "form-wrong")
	born.OpenCalendar()
	picture(t, w, "form-calendar")
	born.open.close()
	post.Open()
	picture(t, w, "form-choice")
	post.list.close()
	w.Canvas().Overlays().Top().(*overlay).onKey(nil, &fyne.KeyEvent{Name: fyne.KeyEscape})
	picture(t, w, "form-ask")
}

func TestGalleryTwoColumns(t *testing.T) {
	w := newWindow(t, canvas.NewRectangle(Window), 1366, 768)
	var fields []Field
	for i := range 7 {
		fields = append(fields, Field{Label: fmt.Sprintf("Trường số %d", i+1), Widget: NewEntry()})
	}
	fields = append(fields, Field{Label: "Ghi chú", Widget: NewNote(3), Hint: "Không bắt buộc."})
	ShowForm(w, "Thêm cơ sở", fields, FormOptions{Columns: 2, Width: 640, Save: func(done func(error)) { done(errors.New("đã có đơn vị mang mã 14230")) }})
	w.Canvas().Overlays().Top().(*overlay).onCut(&saveKeys)
	picture(t, w, "form-two")
	w.Canvas().Overlays().Top().(*overlay).close()
	Tell(w, "Đã nhập xong", "Đã nhập 214 cán bộ từ tệp Excel. 3 dòng có tên trùng với cán bộ đã có, xin xem lại trong danh sách cần xem.")
	picture(t, w, "tell")
}

func TestGalleryTable(t *testing.T) {
	for _, scale := range []float32{1, 1.4} {
		app := test.NewTempApp(t)
		app.Settings().SetTheme(Theme(scale))
		table := NewDataTable(personColumns(), func(p person) string { return p.id }, personSource(people(1000)))
		table.SetRunner(atOnce)
		table.Reload()
		jobs := NewJobs()
		jobs.SetRunner(func(func()) {})
		jobs.ticks = func(func()) func() { return func() {} }
		jobs.Run("Đang nhập từ Excel", nil, nil)
		jobs.queue[0].Step(120, 400, "dòng")
		jobs.paint()
		rail := sampleRail()
		rail.Select("can-bo")
		picker := NewPicker("Gõ tên đơn vị…", func(_ context.Context, text string) ([]Option, error) {
			return []Option{{ID: "1", Label: "Xã Hải Vân", Detail: "huyện Hải Hậu", Group: "Đơn vị"}, {ID: "2", Label: "Xã Hải Xuân", Detail: "huyện Hải Hậu", Group: "Đơn vị"}, {ID: "3", Label: "Vũ Thị Hải", Detail: "Chủ tịch, xã Hải An", Group: "Cán bộ"}}, nil
		})
		picker.SetRunner(atOnce)
		empty := NewEmpty("Chưa có cán bộ nào. Thêm từng người, hoặc nhập cả danh sách từ Excel.", NewAction("+ Cán bộ", "Ctrl+N", nil).Primary())
		disabled := NewAction("Xuất / In", "", nil).Menu()
		disabled.Disable()
		focused := NewAction("Nhập từ Excel…", "", nil)
		link := NewLink("xem lịch sử", nil)
		card := NewCard(table, 0)
		body := newSpot(func(size fyne.Size) {
			place(card, 0, 0, 707, size.Height)
			place(picker, 720, 0, 300, 32)
			place(empty, 720, 60, 430, 300)
			place(jobs, 720, 400, jobs.MinSize().Width, 26)
			place(link, 720, 440, link.MinSize().Width, link.MinSize().Height)
		}, card, picker, empty, jobs, link)
		w := test.NewTempWindow(t, page(rail, "Cán bộ", []fyne.CanvasObject{focused, disabled, NewAction("+ Cán bộ", "Ctrl+N", nil).Primary()}, body))
		w.SetPadded(false)
		w.Resize(fyne.NewSize(1366, 768))
		w.Canvas().Focus(focused)
		table.SetSort(Sort{Column: "name"})
		table.Select("4")
		table.list.scrollTo(20)
		picker.TypedRune('h')
		picture(t, w, fmt.Sprintf("table-%g", scale))
	}
}

var saveKeys = desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl}
