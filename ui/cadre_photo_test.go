package ui

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Only photo files are offered, the one taken last first; their endings may be in capitals.
func TestThePicturesOfAFolder(t *testing.T) {
	folder := t.TempDir()
	for i, name := range []string{"danh sách.xlsx", "cũ.PNG", "mới.jpg", "ảnh.jpeg.txt"} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		at := time.Date(2026, 11, 1+i, 8, 0, 0, 0, time.Local)
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, "thư mục.jpg"), 0o700); err != nil {
		t.Fatal(err)
	}
	got := pictures(folder)
	if len(got) != 2 || got[0].ID != "mới.jpg" || got[0].Detail != "03/11/2026" || got[1].ID != "cũ.PNG" {
		t.Errorf("offered %+v", got)
	}
	if got := pictures(filepath.Join(folder, "không có")); got != nil {
		t.Errorf("a folder that is not there has %+v", got)
	}
}
