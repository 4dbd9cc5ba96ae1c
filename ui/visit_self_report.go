package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// The acts on what a unit tells of itself.
const (
	selfExport    = "export"
	selfWord      = "word"
	selfExportAll = "export-all"
	selfImport    = "import"
)

func (c *visitChecklist) selfReportMenu(anchor *kit.Action) {
	kit.ShowMenu(anchor, []kit.Option{
		{ID: selfExport, Label: "Xuất biểu Excel cho đơn vị này…"},
		{ID: selfWord, Label: "Xuất đề cương Word cho đơn vị này…"},
		{ID: selfExportAll, Label: "Xuất biểu cho mọi đơn vị của đợt…"},
		{ID: selfImport, Label: "Nhập biểu đơn vị đã ghi…"},
	}, c.selfReport)
}

func (c *visitChecklist) selfReport(act string) {
	r := c.record
	switch act {
	case selfExport:
		c.saveFile("Xuất biểu tự kiểm tra", app.SelfReportName(r.VisitRow), ".xlsx", func(ctx context.Context, path string) error {
			return c.office.SaveSelfReport(ctx, path, r.VisitRow)
		}, func(path string) {
			kit.Tell(c.win, "Xuất biểu tự kiểm tra", "Đã lưu “"+filepath.Base(path)+"”; hãy gửi đơn vị ghi vào các ô màu vàng rồi nhập lại.")
		})
	case selfWord:
		c.saveFile("Xuất đề cương tự kiểm tra", app.SelfReportName(r.VisitRow), ".docx", func(ctx context.Context, path string) error {
			return c.office.SaveSelfReport(ctx, path, r.VisitRow)
		}, func(path string) {
			kit.Tell(c.win, "Xuất đề cương tự kiểm tra", "Đã lưu “"+filepath.Base(path)+"”.")
		})
	case selfExportAll:
		c.exportRound(r.Period)
	case selfImport:
		c.pickFiles("Nhập biểu tự kiểm tra", "Xem trước", func(name string) bool {
			return strings.EqualFold(filepath.Ext(name), ".xlsx") && !strings.HasPrefix(name, "~")
		}, c.previewSelfReport)
	}
}

// exportRound writes a file for each unit of a round into a folder.
func (c *visitChecklist) exportRound(round data.Round) {
	folder := kit.NewEntry()
	folder.SetText(c.app.Preferences().StringWithFallback(preferenceFolder, documentsFolder()))
	usual := kit.NewChoice(usualFolders(), folder.SetText)
	usual.SetID(folder.Text)
	kit.ShowForm(c.win, "Xuất biểu cho mọi đơn vị của đợt", []kit.Field{
		{Label: "Nơi thường lưu", Widget: usual},
		{Label: "Thư mục", Widget: folder, Check: func() error {
			if info, err := os.Stat(folder.Text); err != nil || !info.IsDir() {
				return app.Problem("Không có thư mục này; hãy chọn thư mục khác.")
			}
			return nil
		}, Hint: "Mỗi đơn vị một tệp mang tên đơn vị, trong một thư mục con của đợt; tệp cũ cùng tên được thay."},
	}, kit.FormOptions{SaveLabel: "Xuất", Width: 640, Save: func(done func(error)) {
		where, on := filepath.Join(folder.Text, app.FileName("Tu kiem tra "+round.Name)), c.on
		c.app.Preferences().SetString(preferenceFolder, folder.Text)
		done(nil)
		n := 0
		c.jobs.Run("Đang xuất biểu tự kiểm tra", func(ctx context.Context, p kit.Progress) error {
			visits, err := c.office.VisitsOf(ctx, on, []data.Round{round})
			if err != nil {
				return err
			}
			if err := os.MkdirAll(where, 0o755); err != nil {
				return app.Problem("Không tạo được thư mục “%s”; hãy chọn thư mục khác.", where)
			}
			n, err = c.office.SaveSelfReports(ctx, where, visits, p.Step)
			return err
		}, func(err error) {
			if err != nil {
				c.fail(err)
				return
			}
			kit.Tell(c.win, "Xuất biểu tự kiểm tra", fmt.Sprintf("Đã lưu %d tệp vào “%s”.", n, where))
		})
	}})
}

// previewSelfReport shows what a file would change before it is taken.
func (c *visitChecklist) previewSelfReport(paths []string, done func(error)) {
	if len(paths) > 1 {
		done(app.Problem("Hãy chọn một tệp của đơn vị này."))
		return
	}
	visit := c.record.Visit
	var lines []app.SelfReportLine
	c.do(func(ctx context.Context) (err error) {
		lines, err = c.office.ReadSelfReport(ctx, paths[0], visit)
		return err
	}, func(err error) {
		done(sentence(err))
		if err == nil {
			c.showSelfReport(visit, filepath.Base(paths[0]), lines)
		}
	})
}

func (c *visitChecklist) showSelfReport(visit data.Visit, name string, lines []app.SelfReportLine) {
	changed, wrong := 0, []string{}
	for _, l := range lines {
		if l.Wrong != "" {
			wrong = append(wrong, l.Wrong)
		} else if l.Changed() {
			changed++
		}
	}
	table := kit.NewDataTable([]kit.Column[app.SelfReportLine]{
		{ID: "row", Title: "Dòng", Width: 54, Right: true, Cell: func(l app.SelfReportLine) kit.Cell { return kit.Cell{Text: strconv.Itoa(l.Row), Tone: kit.ToneQuiet} }},
		{ID: "item", Title: "Nội dung", Width: 220, Grow: 2, Cell: func(l app.SelfReportLine) kit.Cell { return kit.Cell{Text: l.Item.Text} }},
		{ID: "before", Title: "Đang có", Width: 74, Right: true, Cell: func(l app.SelfReportLine) kit.Cell {
			return kit.Cell{Text: pointsText(l.Before.SelfPoints), Tone: kit.ToneQuiet}
		}},
		{ID: "points", Title: "Tự chấm", Width: 82, Right: true, Cell: func(l app.SelfReportLine) kit.Cell {
			return kit.Cell{Text: pointsText(l.Points), Bold: l.Changed()}
		}},
		{ID: "note", Title: "Kết quả, minh chứng", Width: 220, Grow: 2, Cell: func(l app.SelfReportLine) kit.Cell { return kit.Cell{Text: oneLine(l.Note)} }},
		{ID: "state", Title: "", Width: 110, Cell: func(l app.SelfReportLine) kit.Cell {
			switch {
			case l.Wrong != "":
				return kit.Cell{Text: "sai", Tone: kit.ToneLate, Tag: true}
			case l.Changed():
				return kit.Cell{Text: "sẽ ghi", Tone: kit.ToneGood, Tag: true}
			}
			return kit.Cell{Text: "như cũ", Tone: kit.ToneQuiet}
		}},
	}, func(l app.SelfReportLine) string { return strconv.Itoa(l.Row) }, fromSlice(lines))
	table.SetRunner(c.background)
	table.Reload()
	words := kit.Paragraph(fmt.Sprintf("Tệp “%s”: %d nội dung sẽ được ghi vào phần tự chấm.", name, changed))
	if len(wrong) > 0 {
		words = kit.Paragraph(strings.Join(wrong[:min(len(wrong), 5)], "\n") + "\nHãy sửa trong tệp rồi nhập lại; chưa có gì được ghi.")
		words.SetColor(kit.Late)
	}
	var shut func()
	actions := []*kit.Action{kit.NewAction("Đóng", "Esc", func() { shut() })}
	if len(wrong) == 0 && changed > 0 {
		actions = append(actions, kit.NewAction("Nhập", "Ctrl+S", func() {
			shut()
			c.takeSelfReport(visit, slices.Clone(lines), changed)
		}).Primary())
	}
	shut = kit.ShowSheet(c.win, "Xem trước biểu tự kiểm tra", below(8, 1, words, table), actions, 1040, 420)
}

func (c *visitChecklist) takeSelfReport(visit data.Visit, lines []app.SelfReportLine, changed int) {
	var operation int64
	c.do(func(ctx context.Context) (err error) {
		operation, err = c.office.ImportSelfReport(ctx, visit, lines)
		return err
	}, func(err error) {
		if err != nil || operation == 0 {
			c.fail(err)
			return
		}
		var shut func()
		undo := kit.NewAction("Hoàn tác", "", func() {
			shut()
			c.do(func(ctx context.Context) error { return c.office.Undo(ctx, operation) }, c.fail)
		})
		shut = kit.ShowSheet(c.win, "Nhập biểu tự kiểm tra", kit.Paragraph(fmt.Sprintf("Đã ghi tự chấm của %d nội dung.", changed)), []*kit.Action{undo, kit.NewAction("Đóng", "Esc", func() { shut() }).Primary()}, 520, 60)
	})
}
