package ui

import (
	"bytes"
	"context"
	"fmt"
	"os"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/reports"
	"cosohoi/ui/kit"
)

// showFileMenu offers the form as an Excel file, the way back, and the table as it is.
func (f *figuresScreen) showFileMenu() {
	if f.sheet == nil {
		return
	}
	whole := f.sheet.Total.Unit
	options := []kit.Option{{ID: actTemplate, Label: "Xuất biểu mẫu của " + vietnamese.LowerFirst(whole.Label()) + "…"}}
	chosen := whole
	if row, _, ok := f.cell(); ok && row.Unit.ID != whole.ID {
		chosen = row.Unit
		options = append(options, kit.Option{ID: actTemplateRow, Label: "Xuất biểu mẫu của " + vietnamese.LowerFirst(chosen.Label()) + "…"})
	}
	options = append(options, kit.Option{ID: actImport, Label: "Nhập từ biểu đã điền…"}, kit.Option{ID: actTable, Label: "Xuất bảng số liệu (CSV)…"})
	kit.ShowMenu(f.files, options, func(id string) {
		form := func(s *app.ReturnSheet, path string) error { return s.WriteForm(path) }
		switch id {
		case actTemplate:
			f.writeFile("Xuất biểu mẫu", ".xlsx", whole, form)
		case actTemplateRow:
			f.writeFile("Xuất biểu mẫu", ".xlsx", chosen, form)
		case actImport:
			f.importForm()
		case actTable:
			f.writeFile("Xuất bảng số liệu", ".csv", whole, func(s *app.ReturnSheet, path string) error {
				content := bytes.NewBufferString("\ufeff") // Excel takes a CSV for UTF-8 only with this mark
				if err := s.WriteFigures(content); err != nil {
					return err
				}
				return reports.WriteFile(path, content.Bytes())
			})
		}
	})
}

// writeFile writes the sheet of a unit as it is stored into a file.
func (f *figuresScreen) writeFile(title, ending string, unit data.UnitOn, write func(*app.ReturnSheet, string) error) {
	f.grid.Settle()
	period, name := f.sheet.Period.ID, "Biểu số liệu "+f.sheet.Period.Name()+", "+vietnamese.LowerFirst(unit.Label())
	f.stores.whenDone(func() {
		f.saveFile(title, name, ending, func(ctx context.Context, path string) error {
			s, err := f.office.ReturnSheet(ctx, period, unit.ID)
			if err != nil {
				return err
			}
			return write(s, path)
		}, func(path string) {
			kit.Tell(f.win, title, "Đã ghi tệp “"+path+"”.")
		})
	})
}

// importForm asks for a filled form and shows what it would change.
func (f *figuresScreen) importForm() {
	f.grid.Settle()
	path := kit.NewEntry()
	path.SetPlaceHolder(`C:\Tài liệu\bieu-so-lieu.xlsx`)
	period := f.sheet.Period.ID
	var preview app.FigureImport
	kit.ShowForm(f.win, "Nhập số liệu từ biểu đã điền", []kit.Field{{Label: "Tệp Excel", Widget: path, Hint: "Tệp do “Xuất biểu mẫu” tạo ra. Ô để trống không làm thay đổi số đang có.", Check: func() error {
		if path.Value() == "" {
			return app.Problem("Hãy gõ đường dẫn của tệp.")
		}
		return nil
	}}}, kit.FormOptions{SaveLabel: "Xem trước", Width: 640, Save: func(done func(error)) {
		file := path.Value()
		f.do(func(ctx context.Context) error {
			content, err := os.ReadFile(file)
			if err != nil {
				return app.Problem("Không đọc được tệp “%s”; hãy kiểm tra lại đường dẫn.", file)
			}
			preview, err = f.office.PreviewFigures(ctx, period, content)
			return err
		}, func(err error) {
			done(sentence(err))
			if err == nil {
				f.showPreview(preview)
			}
		})
	}})
}

// showPreview lists what a filled form would change; a file with anything wrong is not taken at all.
func (f *figuresScreen) showPreview(p app.FigureImport) {
	table := kit.NewDataTable([]kit.Column[app.FigureImportLine]{
		{ID: "line", Title: "Dòng", Width: 60, Right: true, Cell: func(l app.FigureImportLine) kit.Cell { return kit.Cell{Text: fmt.Sprint(l.Line)} }},
		{ID: "unit", Title: "Đơn vị", Width: 170, Grow: 2, Cell: func(l app.FigureImportLine) kit.Cell { return kit.Cell{Text: l.Unit} }},
		{ID: "code", Title: "Cột", Width: 70, Cell: func(l app.FigureImportLine) kit.Cell { return kit.Cell{Text: l.Code} }},
		{ID: "before", Title: "Đang có", Width: 90, Right: true, Cell: func(l app.FigureImportLine) kit.Cell { return kit.Cell{Text: l.Before, Tone: kit.ToneQuiet} }},
		{ID: "after", Title: "Trong tệp", Width: 90, Right: true, Cell: func(l app.FigureImportLine) kit.Cell { return kit.Cell{Text: l.After} }},
		{ID: "wrong", Title: "Chưa nhận được vì", Width: 200, Grow: 3, Cell: func(l app.FigureImportLine) kit.Cell { return kit.Cell{Text: l.Wrong, Tone: kit.ToneLate} }},
	}, func(l app.FigureImportLine) string { return fmt.Sprint(l.Line, l.Code, l.Unit) }, fromSlice(p.Lines))
	table.SetRunner(f.background)
	table.SetEmpty("Tệp không có số nào mới hoặc khác số đang có.", nil)
	table.Reload()
	var shut func()
	actions := []*kit.Action{kit.NewAction("Đóng", "Esc", func() { shut() })}
	title := fmt.Sprintf("Biểu đã điền: %s số mới hoặc khác, %s số như đang có", kit.Number(len(p.Figures)), kit.Number(p.Same))
	switch {
	case p.Wrong() > 0:
		title = fmt.Sprintf("Biểu đã điền có %d chỗ sai, chưa nhập được; hãy sửa trong tệp", p.Wrong())
	case len(p.Figures) > 0:
		actions = append(actions, kit.NewAction(fmt.Sprintf("Nhập %s số", kit.Number(len(p.Figures))), "Ctrl+S", func() {
			shut()
			f.act("Nhập biểu số liệu "+p.Period.Name()+" từ Excel", p.Figures)
			f.stores.whenDone(f.load) // what lies outside the view too
		}).Primary())
	}
	shut = kit.ShowSheet(f.win, title, table, actions, 960, 420)
}
