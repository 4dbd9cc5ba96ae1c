package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"cosohoi/ui/kit"
)

// recentFiles is how many files that were saved are offered again.
const recentFiles = 10

// rememberFile puts a saved file first among those that are offered again.
func (s *shell) rememberFile(path string) {
	p := s.app.Preferences()
	list := slices.DeleteFunc(p.StringList(preferenceRecent), func(known string) bool { return known == path })
	list = slices.Insert(list, 0, path)
	p.SetStringList(preferenceRecent, list[:min(len(list), recentFiles)])
	s.showRecent()
}

// recent are the saved files that are still there, the latest first.
func (s *shell) recent() []string {
	return slices.DeleteFunc(slices.Clone(s.app.Preferences().StringList(preferenceRecent)), func(path string) bool {
		info, err := os.Stat(path)
		return err != nil || info.IsDir()
	})
}

// showRecent offers the saved files in the bar below once there are any.
func (s *shell) showRecent() {
	if len(s.app.Preferences().StringList(preferenceRecent)) > 0 {
		s.saved.Show()
	} else {
		s.saved.Hide()
	}
	relayout(s.saved)
}

// openRecent asks which of the saved files to open.
func (s *shell) openRecent() {
	files := s.recent()
	if len(files) == 0 {
		kit.Tell(s.win, "Tệp đã lưu", "Chưa có tệp nào được lưu từ chương trình, hoặc các tệp đã được chuyển đi nơi khác.")
		return
	}
	options := make([]kit.Option, len(files))
	for i, path := range files {
		options[i] = kit.Option{ID: path, Label: filepath.Base(path), Detail: filepath.Base(filepath.Dir(path))}
	}
	kit.ShowMenu(s.saved, options, func(path string) {
		s.openInSystem(filepath.Base(path), func(context.Context) (string, error) { return path, nil })
	})
}

// openInSystem opens a file in the system's program for it; prepare makes it and tells where it lies.
func (s *shell) openInSystem(name string, prepare func(context.Context) (path string, err error)) {
	s.do(func(ctx context.Context) error {
		path, err := prepare(ctx)
		if err != nil {
			return err
		}
		return openFile(ctx, path)
	}, func(err error) {
		if errors.Is(err, errNoViewer) {
			kit.Tell(s.win, "Mở tệp", "Máy chưa có chương trình mở tệp “"+name+"”; hãy cài một chương trình đọc loại tệp này, hoặc lưu tệp rồi mở ở máy khác.")
			return
		}
		s.fail(err)
	})
}
