package app

import (
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// WindowLock says that a window is open on a database file. Headless jobs that only read or add do not need it; restoring, which replaces the
// file, does. It goes with the process, whatever ends it.
type WindowLock struct{ lock *flock.Flock }

// LockWindow takes the lock of the database at path. The error says that the file is open in a window.
func LockWindow(path string) (*WindowLock, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, Problem("Không tạo được thư mục “%s” cho cơ sở dữ liệu; hãy chọn nơi khác có quyền ghi.", filepath.Dir(path))
	}
	lock := flock.New(path + ".lock")
	ok, err := lock.TryLock()
	if err != nil {
		return nil, Problem("Không ghi được vào thư mục “%s” của cơ sở dữ liệu; hãy chọn nơi khác có quyền ghi.", filepath.Dir(path))
	}
	if !ok {
		return nil, ErrWindowOpen{path}
	}
	return &WindowLock{lock}, nil
}

// Release gives the lock back.
func (l *WindowLock) Release() { _ = l.lock.Close() }

// ErrWindowOpen tells that a window is open on the file.
type ErrWindowOpen struct{ Path string }

func (e ErrWindowOpen) Error() string { return e.UserMessage() }

// UserMessage gives the Vietnamese sentence.
func (e ErrWindowOpen) UserMessage() string {
	return "Cơ sở dữ liệu “" + e.Path + "” đang mở ở một cửa sổ khác; hãy đóng cửa sổ đó trước."
}
