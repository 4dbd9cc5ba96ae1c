package ui

import (
	"bytes"
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// photo is the portrait for the top of the record, if there is one, and the acts on it.
func (c *cadresScreen) photo(f app.CadreFile) (portrait []fyne.CanvasObject, acts fyne.CanvasObject) {
	if f.Photo == nil {
		return nil, line(0, kit.NewLink("Thêm ảnh…", func() { c.photoForm(f.Cadre) }))
	}
	image := canvas.NewImageFromReader(bytes.NewReader(f.Photo.Image), f.Cadre.FullName)
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSize(90, 120))
	return []fyne.CanvasObject{line(-1, image)}, line(-1,
		kit.NewLink("Đổi ảnh…", func() { c.photoForm(f.Cadre) }),
		kit.NewLink("Xóa ảnh", func() {
			kit.Ask(c.win, "Xóa ảnh", "Xóa ảnh của “"+f.Cadre.FullName+"”?", "Xóa", "Giữ lại", func() {
				c.do(func(ctx context.Context) error { return c.office.RemoveSub(ctx, "Xóa ảnh cán bộ", f.Photo) }, c.fail)
			})
		}))
}

// photoForm takes a photo by the system's dialog on Windows; elsewhere from one of the usual folders, or from one that is typed.
func (c *cadresScreen) photoForm(cadre data.Cadre) {
	title, last := "Ảnh của "+cadre.FullName, c.app.Preferences().StringWithFallback(preferencePhotos, documentsFolder())
	take := func(path string, done func(error)) {
		c.do(func(ctx context.Context) error { return c.office.SetPhoto(ctx, cadre.ID, path) }, func(err error) {
			done(err)
			if err == nil {
				c.app.Preferences().SetString(preferencePhotos, filepath.Dir(path))
			}
		})
	}
	question := fileQuestion{title: title, kind: "Ảnh JPEG, PNG", endings: photoEndings, folder: last}
	if c.askFile(question, func(path string) { take(path, c.fail) }) {
		return
	}
	files := kit.NewChoice(nil, nil)
	folder := kit.NewEntry()
	latest := 0
	offer := func(where string) {
		load(c.shell, &latest, func(context.Context) ([]kit.Option, error) { return pictures(where), nil }, files.SetOptions)
	}
	folder.OnChanged = offer
	usual := kit.NewChoice(usualFolders(), func(where string) { folder.SetText(where) })
	folder.SetText(last)
	usual.SetID(folder.Text)
	offer(folder.Text)
	kit.ShowForm(c.win, title, []kit.Field{
		{Label: "Nơi để ảnh", Widget: usual},
		{Label: "Thư mục", Widget: folder, Check: func() error {
			if info, err := os.Stat(folder.Text); err != nil || !info.IsDir() {
				return app.Problem("Không có thư mục này; hãy chọn thư mục khác.")
			}
			return nil
		}},
		{Label: "Ảnh", Widget: files, Check: chosenOne(files, "tệp ảnh; thư mục này có thể chưa có ảnh JPEG hay PNG nào"),
			Hint: "Tệp JPEG hoặc PNG, mới nhất trước. Phần giữa được cắt theo cỡ 3×4 và thu nhỏ."},
	}, kit.FormOptions{Width: 640, Save: func(done func(error)) {
		take(filepath.Join(folder.Text, files.ID()), func(err error) { done(sentence(err)) })
	}})
}

// photoEndings are the files that a photo may come from.
var photoEndings = []string{".jpg", ".jpeg", ".png"}

// pictures lists the photo files of a folder, the latest first.
func pictures(folder string) []kit.Option {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var found []os.FileInfo
	for _, e := range entries {
		if !slices.Contains(photoEndings, strings.ToLower(filepath.Ext(e.Name()))) {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			found = append(found, info)
		}
	}
	slices.SortFunc(found, func(a, b os.FileInfo) int {
		return cmp.Or(b.ModTime().Compare(a.ModTime()), strings.Compare(a.Name(), b.Name()))
	})
	options := make([]kit.Option, len(found))
	for i, info := range found {
		options[i] = kit.Option{ID: info.Name(), Label: info.Name(), Detail: info.ModTime().Format("02/01/2006")}
	}
	return options
}
