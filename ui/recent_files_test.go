package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// The files that were saved are offered again, the latest first, without those that are gone.
func TestSavedFilesAreOfferedAgain(t *testing.T) {
	s := openShell(t)
	s.app.Preferences().SetStringList(preferenceRecent, nil)
	s.showRecent()
	if s.saved.Visible() {
		t.Error("offered before anything was saved")
	}
	folder := t.TempDir()
	var paths []string
	for i := range recentFiles + 2 {
		path := filepath.Join(folder, fmt.Sprintf("Báo cáo %d.pdf", i))
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		s.rememberFile(path)
		paths = append([]string{path}, paths...)
	}
	if got := s.recent(); !slices.Equal(got, paths[:recentFiles]) || !s.saved.Visible() {
		t.Errorf("offered %v, want the last %d", got, recentFiles)
	}
	s.rememberFile(paths[3])
	if err := os.Remove(paths[0]); err != nil {
		t.Fatal(err)
	}
	want := append([]string{paths[3]}, paths[1], paths[2])
	if got := s.recent(); !slices.Equal(got[:3], want) || len(got) != recentFiles-1 {
		t.Errorf("offered %v, want first %v: what was saved again comes first, what is gone is not offered", got, want)
	}
}
