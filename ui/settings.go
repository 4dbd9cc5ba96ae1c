package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/assets"
	"cosohoi/data"
	"cosohoi/reports/compose"
	"cosohoi/ui/kit"
)

// settingsScreen is Cài đặt: the office, its letterheads and terms, the look, the data.
type settingsScreen struct {
	*shell
	letterheads *kit.DataTable[data.Letterhead]
	terms       *kit.DataTable[data.Term]
	heads       atomic.Pointer[[]data.Letterhead]
	allTerms    atomic.Pointer[[]data.Term]
	officeText  *kit.Text
	copies      *kit.Text
	tabs        *kit.Tabs
	tabLabels   []string
	catalogues  *catalogues // once its leaf was opened
	checklists  *checklists // likewise

	sets                      *kit.DataTable[data.RecipientSet]
	signers                   *kit.DataTable[data.Signatory]
	outlines                  *kit.ItemList
	outlineText               *kit.Editor
	outlineHead               compose.Head // of the outline in view
	outlineSummary            *kit.Note
	outlineKind, outlineShown string // which is in view, and as it was stored
	outlineFields             *kit.Text
	outlineWrong              *kit.Text

	latestHeads, latestTerms, latestName, latestOutlines, latestOutline int
}

// outlineLabel is the leaf of the outlines, to which other screens lead.
const outlineLabel = "Đề cương"

func newSettingsScreen(s *shell) *settingsScreen {
	t := &settingsScreen{shell: s}
	t.heads.Store(&[]data.Letterhead{})
	t.allTerms.Store(&[]data.Term{})
	return t
}

func (t *settingsScreen) content() fyne.CanvasObject {
	t.officeText = kit.Title("")
	t.copies = kit.Body("")
	tabs := []kit.Tab{
		{Label: "Thể thức văn bản", Content: t.letterheadTab},
		{Label: "Nơi nhận", Content: t.recipientTab},
		{Label: "Người ký", Content: t.signatoryTab},
		{Label: outlineLabel, Content: t.outlineTab},
		{Label: "Cấp số", Content: t.numberingTab},
		{Label: "Danh mục", Content: t.catalogueTab},
		{Label: "Nội dung kiểm tra", Content: t.checklistTab},
		{Label: "Nhiệm kỳ", Content: t.termTab},
		{Label: "Ngày nghỉ", Content: t.holidayTab},
		{Label: "Cơ quan", Content: t.officeTab},
		{Label: "Hiển thị", Content: t.lookTab},
		{Label: "Dữ liệu", Content: t.dataTab},
		{Label: "Dữ liệu cá nhân", Content: t.personalTab},
	}
	for _, tab := range tabs {
		t.tabLabels = append(t.tabLabels, tab.Label)
	}
	t.tabs = kit.NewTabs(tabs)
	return page("Cài đặt", kit.Caption(""), nil, kit.NewCard(t.tabs, 16))
}

func (t *settingsScreen) concerned(c data.Changes) bool {
	return c.Any(data.KindLetterhead, data.KindTerm, data.KindSetting, data.KindRecipientSet, data.KindSignatory, data.KindOutline,
		data.KindChecklist, data.KindChecklistItem, data.KindCatalogueEntry, data.KindPosition, data.KindRatingScheme, data.KindRatingLevel)
}

func (t *settingsScreen) refresh() {
	load(t.shell, &t.latestHeads, t.office.Letterheads, func(all []data.Letterhead) {
		t.heads.Store(&all)
		if t.letterheads != nil {
			t.letterheads.Reload()
		}
	})
	load(t.shell, &t.latestTerms, t.office.Terms, func(all []data.Term) {
		t.allTerms.Store(&all)
		if t.terms != nil {
			t.terms.Reload()
		}
	})
	load(t.shell, &t.latestName, t.office.OfficeName, t.officeText.SetText)
	if t.sets != nil {
		t.sets.Reload()
	}
	if t.signers != nil {
		t.signers.Reload()
	}
	if t.catalogues != nil {
		t.catalogues.reload()
	}
	if t.checklists != nil {
		t.checklists.reload()
	}
}

func (t *settingsScreen) letterheadTab() fyne.CanvasObject {
	t.letterheads = kit.NewDataTable([]kit.Column[data.Letterhead]{
		{ID: "from", Title: "Áp dụng từ ngày", Width: 130, Cell: func(l data.Letterhead) kit.Cell {
			if l.ValidFrom.IsZero() {
				return kit.Cell{Text: "từ trước"}
			}
			return kit.Cell{Text: l.ValidFrom.String()}
		}},
		{ID: "parent", Title: "Cơ quan chủ quản", Width: 240, Grow: 2, Cell: func(l data.Letterhead) kit.Cell { return kit.Cell{Text: l.Parent} }},
		{ID: "issuer", Title: "Cơ quan ban hành", Width: 150, Grow: 1, Cell: func(l data.Letterhead) kit.Cell { return kit.Cell{Text: l.Issuer} }},
		{ID: "usual", Title: "Thường dùng", Width: 100, Cell: func(l data.Letterhead) kit.Cell {
			if l.Usual {
				return kit.Cell{Text: "có", Tone: kit.ToneGood, Tag: true}
			}
			return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
		}},
		{ID: "place", Title: "Địa danh", Width: 110, Cell: func(l data.Letterhead) kit.Cell { return kit.Cell{Text: l.Place} }},
		{ID: "signer", Title: "Người ký", Width: 170, Grow: 1, Cell: func(l data.Letterhead) kit.Cell {
			if l.Signer == "" {
				return kit.Cell{Text: "chưa ghi", Tone: kit.ToneCare, Tag: true}
			}
			return kit.Cell{Text: l.Signer}
		}},
	}, func(l data.Letterhead) string { return text(l.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[data.Letterhead], error) {
		return fromSlice(*t.heads.Load())(ctx, sort, offset, limit)
	})
	t.letterheads.SetRunner(t.background)
	t.letterheads.OnOpened = t.letterheadForm
	add := kit.NewAction("+ Thể thức mới…", "", func() {
		l := data.Letterhead{ValidFrom: t.today}
		if all := *t.heads.Load(); len(all) > 0 {
			l = all[0]
			l.Base = data.Base{}
			l.ValidFrom = t.today
		}
		t.letterheadForm(l)
	})
	edit := kit.NewAction("Sửa…", "", func() {
		if l, ok := t.letterheads.Selected(); ok {
			t.letterheadForm(l)
		}
	})
	t.letterheads.SetEmpty("Chưa có thể thức văn bản.", nil)
	t.letterheads.Reload()
	note := kit.Paragraph("Văn bản ngày nào in theo thể thức áp dụng ngày đó. Khi đổi tên cơ quan, địa danh hoặc người ký, hãy thêm thể thức mới; đừng sửa thể thức cũ, để văn bản cũ in lại vẫn đúng.").Quiet()
	return padded(below(10, 2, note, line(-1, add, edit), t.letterheads), 12, 0, 0, 0)
}

func (t *settingsScreen) letterheadForm(before data.Letterhead) {
	entry := func(value string) *kit.Entry {
		e := kit.NewEntry()
		e.SetText(value)
		return e
	}
	from := kit.NewDateField(false)
	from.Today = t.office.Today
	from.SetDate(before.ValidFrom)
	parent, issuer, symbol, organ, place := entry(before.Parent), entry(before.Issuer), entry(before.OrganSymbol), entry(before.OrganName), entry(before.Place)
	authority, deputy, position, signer := entry(before.Authority), entry(before.Deputy), entry(before.Position), entry(before.Signer)
	archive := entry(before.Archive)
	basis := kit.NewNote(2)
	basis.SetText(before.Basis)
	to, recipients := kit.NewNote(3), kit.NewNote(3)
	to.SetText(before.Addressees)
	recipients.SetText(before.Recipients)
	usual := kit.NewCheck("Dùng khi không chọn cơ quan khác", nil)
	usual.SetChecked(before.Usual)
	read := func() data.Letterhead {
		l := before
		l.Usual = usual.Checked
		l.ValidFrom, _ = from.Date()
		l.Parent, l.Issuer, l.OrganSymbol, l.OrganName, l.Place = parent.Value(), issuer.Value(), symbol.Value(), organ.Value(), place.Value()
		l.Authority, l.Deputy, l.Position, l.Signer, l.Archive = authority.Value(), deputy.Value(), position.Value(), signer.Value(), archive.Value()
		l.Addressees, l.Recipients, l.Basis = to.Value(), recipients.Value(), basis.Value()
		return l
	}
	needed := func(e *kit.Entry, what string) func() error {
		return func() error {
			if e.Value() == "" {
				return app.Problem("Hãy gõ %s.", what)
			}
			return nil
		}
	}
	kit.ShowForm(t.win, "Thể thức văn bản", []kit.Field{
		{Label: "Áp dụng từ ngày", Widget: from, Check: from.Check, Hint: "Để trống nếu áp dụng từ trước."},
		{Label: "Địa danh", Widget: place, Check: needed(place, "địa danh, ví dụ Nam Định")},
		{Label: "Cơ quan chủ quản", Widget: parent},
		{Label: "Cơ quan ban hành", Widget: issuer, Check: needed(issuer, "cơ quan ban hành, ví dụ BAN THƯỜNG VỤ")},
		{Label: "Ký hiệu cơ quan", Widget: symbol, Hint: "Ví dụ BTV trong 05/BC-BTV.", Check: needed(symbol, "ký hiệu, ví dụ BTV")},
		{Label: "Tên cơ quan trong câu", Widget: organ, Check: needed(organ, "tên cơ quan như viết trong câu")},
		{Label: "Quyền hạn ký", Widget: authority, Hint: "Ví dụ TM. BAN THƯỜNG VỤ."},
		{Label: "Ký thay", Widget: deputy, Hint: "Ví dụ KT. CHỦ TỊCH; để trống nếu Chủ tịch ký."},
		{Label: "Chức vụ người ký", Widget: position, Check: needed(position, "chức vụ, ví dụ CHỦ TỊCH")},
		{Label: "Họ tên người ký", Widget: signer},
		{Label: "Kính gửi (mỗi dòng một nơi)", Widget: to, Check: to.Check},
		{Label: "Nơi nhận (mỗi dòng một nơi)", Widget: recipients, Check: recipients.Check, Hint: "“Như trên” và dòng lưu được thêm tự động."},
		{Label: "Kế hoạch làm căn cứ báo cáo", Widget: basis, Check: func() error {
			if basis.Value() == "" {
				return app.Problem("Hãy gõ kế hoạch mà báo cáo thực hiện.")
			}
			return basis.Check()
		}, Hint: "Viết như trong câu: Kế hoạch số … ngày … của …"},
		{Label: "Lưu", Widget: archive, Hint: "Ví dụ VT, XDTC."},
		{Label: "Cơ quan thường dùng", Widget: usual},
	}, kit.FormOptions{
		Width: 900, Columns: 2,
		Changed: func() bool { return read() != before },
		Save: func(done func(error)) {
			l := read()
			t.do(func(ctx context.Context) error { return t.office.SaveLetterhead(ctx, l) }, func(err error) { done(sentence(err)) })
		},
	})
}

func (t *settingsScreen) termTab() fyne.CanvasObject {
	t.terms = kit.NewDataTable([]kit.Column[data.Term]{
		{ID: "name", Title: "Nhiệm kỳ", Width: 140, Cell: func(x data.Term) kit.Cell { return kit.Cell{Text: x.Name} }},
		{ID: "first", Title: "Từ ngày", Width: 110, Cell: func(x data.Term) kit.Cell { return kit.Cell{Text: x.FirstDay.String()} }},
		{ID: "last", Title: "Đến ngày", Width: 110, Cell: func(x data.Term) kit.Cell { return kit.Cell{Text: x.LastDay.String()} }},
		{ID: "rounds", Title: "Lịch kiểm tra", Width: 150, Cell: func(x data.Term) kit.Cell {
			if x.PostsOnly {
				return kit.Cell{Text: "không lập", Tone: kit.ToneNeutral, Tag: true}
			}
			return kit.Cell{Text: "có", Tone: kit.ToneGood, Tag: true}
		}},
		{ID: "note", Title: "Ghi chú", Width: 200, Grow: 1, Cell: func(x data.Term) kit.Cell { return kit.Cell{Text: x.Note} }},
	}, func(x data.Term) string { return text(x.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[data.Term], error) {
		return fromSlice(*t.allTerms.Load())(ctx, sort, offset, limit)
	})
	t.terms.SetRunner(t.background)
	t.terms.OnOpened = t.termForm
	t.terms.SetEmpty("Chưa có nhiệm kỳ; lịch kiểm tra được lập từ nhiệm kỳ.", nil)
	t.terms.Reload()
	add := kit.NewAction("+ Nhiệm kỳ…", "", func() { t.termForm(data.Term{}) })
	edit := kit.NewAction("Sửa…", "", func() {
		if x, ok := t.terms.Selected(); ok {
			t.termForm(x)
		}
	})
	note := kit.Paragraph("Từ ngày đầu và ngày cuối nhiệm kỳ, chương trình lập các đợt kiểm tra 6 tháng, năm, giữa và cuối nhiệm kỳ. Sửa nhiệm kỳ thì lịch được lập lại sau khi xem trước thay đổi; cuộc đã kiểm tra và ngày do cơ quan chọn được giữ nguyên.").Quiet()
	return padded(below(10, 2, note, line(-1, add, edit), t.terms), 12, 0, 0, 0)
}

func (t *settingsScreen) termForm(before data.Term) {
	name := kit.NewEntry()
	name.SetText(before.Name)
	name.SetPlaceHolder("2022 - 2027")
	first, last := kit.NewDateField(false), kit.NewDateField(false)
	first.Today, last.Today = t.office.Today, t.office.Today
	first.SetDate(before.FirstDay)
	last.SetDate(before.LastDay)
	note := kit.NewNote(2)
	note.SetText(before.Note)
	scheduled := kit.NewCheck("Lập lịch kiểm tra cho nhiệm kỳ này", nil)
	scheduled.SetChecked(!before.PostsOnly)
	read := func() data.Term {
		x := before
		x.PostsOnly = !scheduled.Checked
		x.Name, x.Note = name.Value(), note.Value()
		x.FirstDay, _ = first.Date()
		x.LastDay, _ = last.Date()
		return x
	}
	title := "Sửa nhiệm kỳ " + before.Name
	if before.ID == 0 {
		title = "Thêm nhiệm kỳ"
	}
	fields := append(termFields(name, first, last),
		kit.Field{Label: "Kiểm tra", Widget: scheduled, Hint: "Bỏ chọn nếu nhiệm kỳ chỉ dùng để ghi chức danh."},
		kit.Field{Label: "Ghi chú", Widget: note, Check: note.Check})
	kit.ShowForm(t.win, title, fields, kit.FormOptions{
		Width:   560,
		Changed: func() bool { return read() != before },
		Save:    func(done func(error)) { t.saveTerm(read(), done) },
	})
}

// termFields are the lines of a form that ask for a term.
func termFields(name *kit.Entry, first, last *kit.DateField) []kit.Field {
	return []kit.Field{
		{Label: "Nhiệm kỳ", Widget: name, Check: func() error {
			if name.Value() == "" {
				return app.Problem("Hãy gõ tên nhiệm kỳ, ví dụ “2022 - 2027”.")
			}
			return nil
		}},
		{Label: "Từ ngày", Widget: first, Check: required(first)},
		{Label: "Đến ngày", Widget: last, Check: func() error {
			if err := required(last)(); err != nil {
				return err
			}
			a, _ := first.Date()
			b, _ := last.Date()
			if !a.Before(b) {
				return app.Problem("Ngày kết thúc phải sau ngày bắt đầu.")
			}
			return nil
		}},
	}
}

func (t *settingsScreen) officeTab() fyne.CanvasObject {
	rename := kit.NewAction("Đổi tên…", "", func() {
		name := kit.NewEntry()
		name.SetText(t.officeText.Text())
		kit.ShowForm(t.win, "Tên cơ quan", []kit.Field{{Label: "Tên cơ quan", Widget: name, Hint: "Hiện ở góc trên bên trái cửa sổ."}}, kit.FormOptions{
			Width: 520, Changed: func() bool { return name.Value() != t.officeText.Text() },
			Save: func(done func(error)) {
				t.do(func(ctx context.Context) error { return t.office.RenameOffice(ctx, name.Value()) }, func(err error) { done(sentence(err)) })
			},
		})
	})
	return padded(below(10, -1, kit.Caption("Tên cơ quan"), t.officeText, line(-1, rename)), 12, 0, 0, 0)
}

// Preferences of this PC, kept by Fyne: how things look, never facts.
const (
	preferenceTextScale = "textScale"
	preferenceWidth     = "windowWidth"
	preferenceHeight    = "windowHeight"
	preferencePlace     = "windowPlace"
	preferenceFolder    = "paperFolder"
	preferenceScreen    = "screen"
	preferenceToured    = "toured"
	preferenceVersion   = "versionSeen"
	preferencePhotos    = "photoFolder"
	preferenceRecent    = "recentFiles"
	preferenceTold      = "toldDueOn" // the last day on which what is due was told
	preferenceSilent    = "dueSilenced"
)

// textScales are the sizes offered, in hundredths. Beyond 108 the three columns of Kiểm tra have no room for
// their dates on a screen of 1366 pixels.
var textScales = []kit.Option{{ID: "90", Label: "Nhỏ"}, {ID: "100", Label: "Vừa"}, {ID: "108", Label: "Lớn"}}

func textScale(a fyne.App) int { return a.Preferences().IntWithFallback(preferenceTextScale, 100) }

func (t *settingsScreen) lookTab() fyne.CanvasObject {
	size := kit.NewChoice(textScales, func(id string) {
		n, err := strconv.Atoi(id)
		if err != nil {
			return
		}
		t.app.Preferences().SetInt(preferenceTextScale, n)
		t.app.Settings().SetTheme(kit.Theme(float32(n) / 100))
	})
	size.SetID(strconv.Itoa(textScale(t.app)))
	remind := kit.NewCheck("Nhắc việc kiểm tra đến hạn, mỗi ngày một lần", func(on bool) { t.app.Preferences().SetBool(preferenceSilent, !on) })
	remind.SetChecked(!t.app.Preferences().Bool(preferenceSilent))
	return padded(below(10, -1, kit.Section("Cỡ chữ"), fixed(240, size), kit.Paragraph("Đổi ngay cho mọi màn hình trên máy này.").Quiet(),
		kit.Section("Nhắc việc"), remind, kit.Paragraph("Khi mở chương trình và mỗi sáng: cuộc kiểm tra, kiến nghị, kết luận quá hạn hoặc đến hạn trong 7 ngày.").Quiet(), kit.NewLink("Xem danh sách phím tắt", func() { t.openHelp("phim-tat") })), 12, 0, 0, 0)
}

func (t *settingsScreen) dataTab() fyne.CanvasObject {
	path := t.office.Path()
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	t.showLastCopy()
	backup := kit.NewAction("Sao lưu ngay", "", func() {
		t.jobs.Run("Sao lưu", func(ctx context.Context, _ kit.Progress) error {
			_, err := t.office.KeepCopy(ctx)
			return err
		}, func(err error) {
			if err != nil {
				t.fail(err)
				return
			}
			t.showCopied()
			t.showLastCopy()
		})
	})
	check := kit.NewAction("Kiểm tra dữ liệu", "", func() {
		var problems []data.Problem
		t.jobs.Run("Kiểm tra dữ liệu", func(ctx context.Context, _ kit.Progress) (err error) {
			problems, err = t.office.Check(ctx)
			return err
		}, func(err error) {
			switch {
			case err != nil:
				t.fail(err)
			case len(problems) == 0:
				kit.Tell(t.win, "Kiểm tra dữ liệu", "Cơ sở dữ liệu toàn vẹn, không có vấn đề nào.")
			default:
				kit.Tell(t.win, "Kiểm tra dữ liệu", problemText(problems))
			}
		})
	})
	record := kit.Record([]kit.Pair{
		{Caption: "Tệp dữ liệu", Value: path},
		{Caption: "Thư mục sao lưu", Value: filepath.Join(filepath.Dir(path), "sao-luu")},
		{Caption: "Bản sao gần nhất", Object: t.copies},
		{Caption: "Người dùng", Value: t.office.User()},
		{Caption: "Phiên bản", Value: assets.Version()},
	})
	note := kit.Paragraph("Mỗi lần thoát, nếu dữ liệu có thay đổi, chương trình ghi một bản sao đã kiểm tra và giữ mười bản gần nhất.").Quiet()
	return padded(below(12, -1, record, line(-1, backup, check, kit.NewAction("Phục hồi…", "", t.restore)), note, t.samplePart()), 12, 0, 0, 0)
}

func (t *settingsScreen) showLastCopy() {
	at := t.office.LastCopy()
	if at.IsZero() {
		t.copies.SetText("chưa có")
		return
	}
	t.copies.SetText(at.Format("02/01/2006 15:04:05"))
}

// problemText lists what a check found, the first ones in full.
func problemText(problems []data.Problem) string {
	const shown = 12
	var lines []string
	for _, p := range problems[:min(len(problems), shown)] {
		lines = append(lines, string(p))
	}
	if more := len(problems) - shown; more > 0 {
		lines = append(lines, fmt.Sprintf("… và %d vấn đề nữa.", more))
	}
	return strings.Join(lines, " ")
}
