package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// sampleName is the file of the sample province, which lies beside the office's own database.
const sampleName = "tinh-minh-hoa.db"

// SamplePath is where the sample province of an office lies, whose database is at path.
func SamplePath(path string) string { return filepath.Join(filepath.Dir(path), sampleName) }

// HasSample tells whether there is a sample province beside a database.
func HasSample(path string) bool {
	_, err := os.Stat(SamplePath(path))
	return err == nil
}

// MakeSample makes the sample province beside a database unless it is there: names and figures are invented. It is whole or not there.
func MakeSample(ctx context.Context, path string) (err error) {
	if HasSample(path) {
		return nil
	}
	sample := SamplePath(path)
	part := sample + ".dang-tao"
	if err := removeDatabase(part); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, removeDatabase(part)) }() // gone after the renaming
	o, err := Open(ctx, part, OpenOptions{Create: true})
	if err != nil {
		return err
	}
	err = o.Demo(ctx, DemoOptions{Scale: 1, Seed: 77})
	if err := errors.Join(err, o.db.CloseWithoutCopy()); err != nil {
		return err
	}
	return os.Rename(part, sample)
}

// RemoveSample deletes the sample province beside a database with all that belongs to it, for good. It is refused while its window is open.
func RemoveSample(path string) error {
	sample := SamplePath(path)
	lock, err := LockWindow(sample)
	if err != nil {
		return err
	}
	lock.Release()
	return removeDatabase(sample)
}

// removeDatabase deletes a database file with its log, lock and kept copies. Attached files stay: the store is shared by the folder.
func removeDatabase(path string) error {
	stem := filepath.Base(path[:len(path)-len(filepath.Ext(path))])
	copies, err := filepath.Glob(filepath.Join(filepath.Dir(path), "sao-luu", stem+"-*.db"))
	if err != nil {
		copies = nil // a folder called "[1]": the copies stay
	}
	for _, file := range append(copies, path+"-wal", path+"-shm", path+".lock", path) {
		if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return Problem("Không xóa được “%s”; hãy đóng chương trình đang mở tệp rồi thử lại.", filepath.Base(file))
		}
	}
	return nil
}

// IsSample tells whether a database is the sample province itself.
func IsSample(path string) bool { return filepath.Base(path) == sampleName }
