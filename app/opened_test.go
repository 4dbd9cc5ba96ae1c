package app

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"cosohoi/data"
	"cosohoi/data/day"
)

// clock stands two days after the end of the demonstration, a Monday.
func clock() time.Time { return time.Date(2026, 11, 2, 9, 30, 0, 0, time.Local) }

// at is a clock that stands on a day.
func at(d day.Date) func() time.Time {
	return func() time.Time { return time.Date(d.Year, time.Month(d.Month), d.Day, 9, 30, 0, 0, time.Local) }
}

func openAt(tb testing.TB, path string, o OpenOptions) *Office {
	tb.Helper()
	if o.Now == nil {
		o.Now = clock
	}
	office, err := Open(tb.Context(), path, o)
	if err != nil {
		tb.Fatalf("open %s: %v", path, err)
	}
	tb.Cleanup(func() { _ = office.db.CloseWithoutCopy() })
	return office
}

// empty opens a new database without a founding.
func empty(tb testing.TB) *Office {
	return openAt(tb, filepath.Join(tb.TempDir(), "cosohoi.db"), OpenOptions{Create: true})
}

var (
	madeFolder string
	onceEach   sync.Map // name of a made file to its *sync.Once
)

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "cosohoi-app")
	if err != nil {
		panic(err)
	}
	madeFolder = folder
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

// made gives a file that is built once for all tests and only read or copied by them.
func made(tb testing.TB, name string, build func(*Office) error) string {
	tb.Helper()
	path := filepath.Join(madeFolder, name)
	once, _ := onceEach.LoadOrStore(name, new(sync.Once))
	once.(*sync.Once).Do(func() {
		office, err := Open(tb.Context(), path, OpenOptions{Create: true, Now: clock, Who: "Người thử"})
		if err != nil {
			tb.Fatal(err)
		}
		if err := build(office); err != nil {
			tb.Fatal(err)
		}
		if err := office.db.CloseWithoutCopy(); err != nil {
			tb.Fatal(err)
		}
	})
	return path
}

func demoFile(tb testing.TB) string {
	return made(tb, "minh-hoa.db", func(o *Office) error { return o.Demo(tb.Context(), DemoOptions{Scale: 1, Seed: 77}) })
}

func foundedFile(tb testing.TB) string {
	return made(tb, "nam-dinh.db", func(o *Office) error { return o.Found(tb.Context(), SuggestedFounding()) })
}

// copied gives an own copy of a made file, so that a test may write.
func copied(tb testing.TB, from string, now func() time.Time) *Office {
	tb.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		tb.Fatal(err)
	}
	path := filepath.Join(tb.TempDir(), "cosohoi.db")
	if err := os.WriteFile(path, content, 0o644); err != nil {
		tb.Fatal(err)
	}
	return openAt(tb, path, OpenOptions{Now: now})
}

// demoOffice opens the shared demonstration, for tests that only read.
func demoOffice(tb testing.TB) *Office { return openAt(tb, demoFile(tb), OpenOptions{}) }

// founded opens an own province of Nam Định without cadres, with the clock on a day.
func founded(tb testing.TB, on day.Date) *Office { return copied(tb, foundedFile(tb), at(on)) }

// unit finds a unit by its code.
func unit(tb testing.TB, o *Office, on day.Date, code string) data.UnitOn {
	tb.Helper()
	u, err := o.UnitByCode(tb.Context(), on, code)
	if err != nil {
		tb.Fatalf("unit %s: %v", code, err)
	}
	return u
}

func must[T any](value T, err error) func(testing.TB) T {
	return func(tb testing.TB) T {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
		return value
	}
}

// refused checks that an error tells the user a Vietnamese sentence with some words.
func refused(tb testing.TB, err error, words ...string) {
	tb.Helper()
	if err == nil {
		tb.Fatalf("not refused; want a sentence with %q", words)
	}
	said(tb, Message(err), words...)
}
