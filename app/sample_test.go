package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTheSampleProvinceLiesApartAndGoesAway(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cosohoi.db")
	office := openAt(t, path, OpenOptions{Create: true})
	if HasSample(path) || IsSample(path) {
		t.Fatal("a new database has a sample beside it or is one")
	}
	for range 2 { // the second time it is there
		if err := MakeSample(t.Context(), path); err != nil {
			t.Fatal(err)
		}
	}
	sample := SamplePath(path)
	if !HasSample(path) || !IsSample(sample) {
		t.Fatal("the sample is not there")
	}
	if n := must(office.Totals(t.Context(), office.Today()))(t); n.Cadres != 0 {
		t.Errorf("the office's own database has %d cadres of the sample", n.Cadres)
	}
	lock, err := LockWindow(sample)
	if err != nil {
		t.Fatal(err)
	}
	refused(t, RemoveSample(path), "đang mở ở một cửa sổ khác")
	lock.Release()
	opened, err := Open(t.Context(), sample, OpenOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := opened.KeepCopy(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := opened.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := RemoveSample(path); err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{"tinh-minh-hoa*", "sao-luu/tinh-minh-hoa*"} {
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), pattern)); len(left) != 0 {
			t.Errorf("left behind: %q", left)
		}
	}
	if _, err := os.Stat(path); err != nil {
		t.Errorf("the office's own database: %v", err)
	}
}
