package ui

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/ui/kit"
)

// restore puts a kept copy, or another file, in the place of the database. Nothing may be open meanwhile, so the window closes
// afterwards.
func (s *shell) restore() {
	copies, err := app.Copies(s.office.Path())
	if err != nil {
		s.fail(err)
		return
	}
	var options []kit.Option
	for _, c := range copies {
		options = append(options, kit.Option{ID: c.Path, Label: c.At.Format("02/01/2006 15:04"), Detail: filepath.Base(c.Path)})
	}
	file := kit.NewEntry()
	file.SetPlaceHolder("Gõ đường dẫn của bản sao lưu khác…")
	list := kit.NewChoice(options, func(id string) { file.SetText(id) })
	kit.ShowForm(s.win, "Phục hồi từ bản sao lưu", []kit.Field{
		{Label: "Bản đã giữ", Widget: list, Hint: "Mười bản gần nhất trong thư mục sao-luu."},
		{Label: "Tệp", Widget: file, Check: func() error {
			if file.Value() == "" {
				return app.Problem("Hãy chọn một bản sao lưu.")
			}
			return sentence(app.CheckBackup(file.Value()))
		}, Hint: "Dữ liệu hiện tại được giữ lại trong thư mục sao-luu."},
	}, kit.FormOptions{
		SaveLabel: "Phục hồi…", Width: 640,
		Save: func(done func(error)) {
			done(nil)
			from := file.Value()
			kit.Ask(s.win, "Phục hồi", "Thay toàn bộ dữ liệu hiện tại bằng bản “"+filepath.Base(from)+"”? Những gì ghi sau bản đó sẽ không còn trong chương trình; dữ liệu hiện tại được giữ trong thư mục sao-luu. Xong việc chương trình sẽ đóng.", "Phục hồi", "Không", func() {
				s.settleScreens(func() { s.restoreFrom(from) })
			})
		},
	})
}

func (s *shell) restoreFrom(from string) {
	path := s.office.Path()
	s.copied.SetText("Đang phục hồi…")
	s.do(func(ctx context.Context) error {
		ctx = context.WithoutCancel(ctx)
		closing := s.office.Close(ctx)
		if _, err := app.Restore(ctx, from, path, time.Now()); err != nil {
			return err
		}
		return closing
	}, func(err error) {
		end := func() {
			s.win.SetCloseIntercept(nil)
			s.win.Close()
		}
		s.win.SetCloseIntercept(end)
		said := "Đã phục hồi dữ liệu. Hãy đóng chương trình rồi mở lại."
		if err != nil {
			said = app.Message(err) + " Hãy đóng chương trình rồi mở lại."
		}
		// Nothing behind it may be touched any more: the database is another one now.
		shut := kit.NewAction("Đóng chương trình", "", end).Primary()
		card := kit.NewCard(below(14, -1, kit.Title("Phục hồi"), kit.Paragraph(said), shut), 28)
		s.win.SetContent(container.NewStack(canvas.NewRectangle(kit.Window), container.NewCenter(fixed(520, card))))
		s.win.Canvas().Focus(shut)
	})
}
