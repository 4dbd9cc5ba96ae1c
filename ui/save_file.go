package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"cosohoi/app"
	"cosohoi/ui/kit"
)

// saveFile asks where to put a file and writes it there: by the system's dialog on Windows; elsewhere the folder is typed or
// chosen from the usual ones, since Fyne's own dialog would empty a file that is there before the new one is written. ending is ".pdf"; saved is told the path.
func (s *shell) saveFile(title, name, ending string, write func(ctx context.Context, path string) error, saved func(path string)) {
	name = strings.TrimSuffix(name, filepath.Ext(name)) + ending
	last := s.app.Preferences().StringWithFallback(preferenceFolder, documentsFolder())
	put := func(path string, done func(error)) {
		s.do(func(ctx context.Context) error { return write(ctx, path) }, func(err error) {
			done(err)
			if err == nil {
				s.app.Preferences().SetString(preferenceFolder, filepath.Dir(path))
				s.rememberFile(path)
				saved(path)
			}
		})
	}
	question := fileQuestion{save: true, title: title, kind: kindNames[ending], endings: []string{ending}, folder: last, name: name}
	if s.askFile(question, func(path string) { put(path, s.fail) }) {
		return
	}
	file, folder := kit.NewEntry(), kit.NewEntry()
	file.SetText(name)
	folder.SetText(last)
	replace := kit.NewCheck("Thay tệp cũ nếu trùng tên", nil)
	usual := kit.NewChoice(usualFolders(), folder.SetText)
	usual.SetID(folder.Text)
	path := func() string {
		typed := file.Value()
		if !strings.EqualFold(filepath.Ext(typed), ending) {
			typed += ending
		}
		return filepath.Join(folder.Text, typed)
	}
	kit.ShowForm(s.win, title, []kit.Field{
		{Label: "Tên tệp", Widget: file, Check: func() error {
			if file.Value() == "" || strings.ContainsAny(file.Value(), `/\:*?"<>|`) {
				return app.Problem(`Hãy gõ tên tệp, không có các dấu / \ : * ? " < > |.`)
			}
			return nil
		}},
		{Label: "Thư mục", Widget: folder, Check: func() error {
			if info, err := os.Stat(folder.Text); err != nil || !info.IsDir() {
				return app.Problem("Không có thư mục này; hãy chọn thư mục khác.")
			}
			return nil
		}},
		{Label: "Nơi thường lưu", Widget: usual},
		{Label: "", Widget: replace},
	}, kit.FormOptions{
		SaveLabel: "Lưu", Width: 640,
		Save: func(done func(error)) {
			target := path()
			if _, err := os.Stat(target); err == nil && !replace.Checked {
				done(app.Problem("Đã có tệp “%s” trong thư mục này; hãy đặt tên khác hoặc chọn “Thay tệp cũ”.", filepath.Base(target)))
				return
			}
			put(target, func(err error) { done(sentence(err)) })
		},
	})
}

// usualFolders are the folders that people save into, by the names that they know. Fyne's own list of folders
// speaks English.
func usualFolders() []kit.Option {
	var options []kit.Option
	for _, f := range []kit.Option{
		{ID: xdg.UserDirs.Documents, Label: "Tài liệu"},
		{ID: xdg.UserDirs.Desktop, Label: "Màn hình nền"},
		{ID: xdg.UserDirs.Download, Label: "Tải xuống"},
		{ID: xdg.Home, Label: "Thư mục của tôi"},
	} {
		if info, err := os.Stat(f.ID); err == nil && info.IsDir() {
			f.Detail = f.ID
			options = append(options, f)
		}
	}
	return options
}

// documentsFolder is where people look for papers.
func documentsFolder() string {
	if _, err := os.Stat(xdg.UserDirs.Documents); err == nil {
		return xdg.UserDirs.Documents
	}
	return xdg.Home
}

// openPaper writes a paper into the cache and opens it in the system's viewer, from which it is printed.
func (s *shell) openPaper(paper app.Paper) {
	s.openInSystem(paper.FileName, func(context.Context) (string, error) {
		path := filepath.Join(xdg.CacheHome, "CoSoHoi", "in", paper.FileName)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return "", fmt.Errorf("folder for printing: %w", err)
		}
		return path, app.SavePaper(path, paper)
	})
}
