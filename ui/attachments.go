package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// preferenceFiles is where files were attached from last.
const preferenceFiles = "files.folder"

// attachmentList shows the files of a record with the acts on them.
type attachmentList struct {
	*shell
	kind  data.Kind
	owner func() int64
	table *kit.DataTable[data.Attachment]
}

func (s *shell) newAttachmentList(kind data.Kind, owner func() int64) *attachmentList {
	l := &attachmentList{shell: s, kind: kind, owner: owner}
	l.table = kit.NewDataTable([]kit.Column[data.Attachment]{
		{ID: "name", Title: "Tệp", Width: 260, Grow: 1, Cell: func(a data.Attachment) kit.Cell { return kit.Cell{Text: a.Name} }},
		{ID: "size", Title: "Cỡ", Width: 90, Right: true, Cell: func(a data.Attachment) kit.Cell { return kit.Cell{Text: sizeText(a.Size), Tone: kit.ToneQuiet} }},
		{ID: "at", Title: "Đính kèm lúc", Width: 140, Cell: func(a data.Attachment) kit.Cell {
			return kit.Cell{Text: a.CreatedAt.Local().Format("02/01/2006 15:04"), Tone: kit.ToneQuiet}
		}},
	}, func(a data.Attachment) string { return text(a.ID) }, allRows(func(ctx context.Context) ([]data.Attachment, error) { return s.office.Attachments(ctx, kind, owner()) }))
	l.table.SetRunner(s.background)
	l.table.OnError = s.fail
	l.table.OnOpened = l.open
	l.table.SetEmpty("Chưa có tệp nào. Chọn “Đính kèm…” hoặc kéo tệp, ảnh vào cửa sổ.", nil)
	l.table.Reload()
	return l
}

func (l *attachmentList) add() { l.attachForm(l.kind, l.owner(), l.table.Reload) }

func (l *attachmentList) open(a data.Attachment) {
	l.openInSystem(a.Name, func(context.Context) (string, error) { return l.office.ShownAttachment(a) })
}

func (l *attachmentList) saveAs(a data.Attachment) {
	l.saveFile("Lưu tệp đính kèm", a.Name, strings.ToLower(filepath.Ext(a.Name)), func(_ context.Context, path string) error { return l.office.SaveAttachment(a, path) }, func(string) {})
}

func (l *attachmentList) remove(a data.Attachment) {
	kit.Ask(l.win, "Bỏ tệp đính kèm", "Bỏ tệp “"+a.Name+"” khỏi hồ sơ? Tệp vào thùng rác và vẫn lấy lại được.", "Bỏ tệp", "Để nguyên", func() {
		l.do(func(ctx context.Context) error { return l.office.Detach(ctx, a) }, func(err error) {
			l.fail(err)
			l.table.Reload()
		})
	})
}

// sizeText writes the size of a file as people say it.
func sizeText(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d KB", (bytes+1023)>>10)
	}
	return vietnamese.Decimal(float64(bytes)/(1<<20), 1) + " MB"
}

// attachments shows the files of a record in a sheet.
func (s *shell) attachments(kind data.Kind, owner int64, title string) {
	l := s.newAttachmentList(kind, func() int64 { return owner })
	var shut func()
	shut = kit.ShowSheet(s.win, oneLine(title), l.table, []*kit.Action{
		kit.NewAction("Đóng", "Esc", func() { shut() }),
		kit.NewAction("Bỏ tệp…", "", chosenRow(s, l.table, l.remove)),
		kit.NewAction("Lưu thành…", "", chosenRow(s, l.table, l.saveAs)),
		kit.NewAction("Mở", "", chosenRow(s, l.table, l.open)),
		kit.NewAction("Đính kèm…", "Ctrl+N", l.add).Primary(),
	}, 760, 360)
}

// attach keeps files as proofs of a record; then runs when they are kept.
func (s *shell) attach(kind data.Kind, owner int64, paths []string) {
	s.do(func(ctx context.Context) error { return s.office.Attach(ctx, kind, owner, paths) }, s.fail)
}

// diskFile is a file that may be attached.
type diskFile struct {
	name, day string
	size      int64
}

// attachForm ticks files of a folder to be attached.
func (s *shell) attachForm(kind data.Kind, owner int64, kept func()) {
	s.pickFiles("Đính kèm tệp", "Đính kèm", app.Attachable, func(paths []string, done func(error)) {
		s.do(func(ctx context.Context) error { return s.office.Attach(ctx, kind, owner, paths) }, func(err error) {
			done(sentence(err))
			if err == nil {
				kept()
			}
		})
	})
}

// pickFiles ticks files of a folder whose names fit. then takes the paths and tells done what is wrong with them, or nil.
func (s *shell) pickFiles(title, choose string, fits func(name string) bool, then func(paths []string, done func(error))) {
	var files atomic.Pointer[[]diskFile]
	files.Store(&[]diskFile{})
	table := kit.NewDataTable([]kit.Column[diskFile]{
		{ID: "name", Title: "Tệp", Width: 300, Grow: 1, Cell: func(f diskFile) kit.Cell { return kit.Cell{Text: f.name} }},
		{ID: "size", Title: "Cỡ", Width: 90, Right: true, Cell: func(f diskFile) kit.Cell { return kit.Cell{Text: sizeText(f.size), Tone: kit.ToneQuiet} }},
		{ID: "day", Title: "Ngày", Width: 100, Cell: func(f diskFile) kit.Cell { return kit.Cell{Text: f.day, Tone: kit.ToneQuiet} }},
	}, func(f diskFile) string { return f.name }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[diskFile], error) {
		return fromSlice(*files.Load())(ctx, sort, offset, limit)
	})
	table.SetRunner(s.background)
	table.AllowTicks(func() {})
	table.SetEmpty("Thư mục này không có tệp nào chọn được.", nil)
	folder := kit.NewEntry()
	latest := 0
	offer := func(where string) {
		table.ClearTicks()
		load(s, &latest, func(context.Context) ([]diskFile, error) { return filesOf(where, fits), nil }, func(found []diskFile) {
			files.Store(&found)
			table.Reload()
		})
	}
	folder.OnChanged = offer
	usual := kit.NewChoice(usualFolders(), folder.SetText)
	folder.SetText(s.app.Preferences().StringWithFallback(preferenceFiles, documentsFolder()))
	usual.SetID(folder.Text)
	offer(folder.Text)
	wrong := kit.Paragraph("")
	wrong.SetColor(kit.Late)
	tell := func(err error) {
		wrong.SetText(err.Error())
		relayout(wrong)
	}
	var shut func()
	content := below(8, 2, columns([]float32{240, 0}, labelled("Nơi để tệp", usual), labelled("Thư mục", folder)), kit.Caption("Đánh dấu tệp bằng phím cách hoặc bấm vào ô; mới nhất trước."), table, wrong)
	shut = kit.ShowSheet(s.win, title, content, []*kit.Action{
		kit.NewAction("Hủy", "Esc", func() { shut() }),
		kit.NewAction(choose, "Ctrl+S", func() {
			where := folder.Text
			var paths []string
			for _, f := range *files.Load() {
				ticked := table.Ticked()
				if slices.Contains(ticked.Keys, f.name) != ticked.All {
					paths = append(paths, filepath.Join(where, f.name))
				}
			}
			if row, ok := table.Selected(); ok && len(paths) == 0 {
				paths = []string{filepath.Join(where, row.name)}
			}
			if len(paths) == 0 {
				tell(app.Problem("Hãy đánh dấu ít nhất một tệp."))
				return
			}
			then(paths, func(err error) {
				if err != nil {
					tell(err)
					return
				}
				s.app.Preferences().SetString(preferenceFiles, where)
				shut()
			})
		}).Primary(),
	}, 760, 420)
}

// filesOf lists the files of a folder whose names fit, the latest first.
func filesOf(folder string, fits func(name string) bool) []diskFile {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var infos []os.FileInfo
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && !strings.HasPrefix(e.Name(), ".") && fits(e.Name()) {
			infos = append(infos, info)
		}
	}
	slices.SortFunc(infos, func(a, b os.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	files := make([]diskFile, len(infos))
	for i, info := range infos {
		files[i] = diskFile{info.Name(), info.ModTime().Format("02/01/2006"), info.Size()}
	}
	return files
}

// visitFiles is the leaf “Tệp đính kèm” of a visit.
type visitFiles struct {
	*visitPage
	list *attachmentList
}

func newVisitFiles(p *visitPage) *visitFiles { return &visitFiles{visitPage: p} }

func (f *visitFiles) leaf() visitLeaf {
	return visitLeaf{label: func(r app.VisitRecord) string { return counted("Tệp đính kèm", len(r.Files)) }, content: f.content, show: func() {
		if f.list != nil {
			f.list.table.Reload()
		}
	}, focus: func() { f.list.table.FocusIn(f.win) }, create: func() { f.list.add() }, edit: func() { chosenRow(f.shell, f.list.table, f.list.open)() }}
}

func (f *visitFiles) content() fyne.CanvasObject {
	f.list = f.newAttachmentList(data.KindVisit, func() int64 { return f.id })
	l := f.list
	return below(10, 1, flow(kit.NewAction("Đính kèm…", "Ctrl+N", l.add), kit.NewAction("Mở", "F2", chosenRow(f.shell, l.table, l.open)),
		kit.NewAction("Lưu thành…", "", chosenRow(f.shell, l.table, l.saveAs)), kit.NewAction("Bỏ tệp…", "", chosenRow(f.shell, l.table, l.remove))), l.table)
}
