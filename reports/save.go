package reports

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"cosohoi/reports/fault"
)

// WriteFile puts content at path, replacing a file that is there. It writes beside the path and renames, so that the
// path holds either the old file or the whole new one, whatever happens. The error has a UserMessage in Vietnamese and
// wraps the cause.
func WriteFile(path string, content []byte) error {
	if err := writeBeside(path, content); err != nil {
		return fault.New("Không lưu được tệp “"+filepath.Base(path)+"”: "+reason(err, path), err)
	}
	return nil
}

func writeBeside(path string, content []byte) (err error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	}
	beside, err := os.CreateTemp(filepath.Dir(path), ".cosohoi-*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(beside.Name())
		}
	}()
	if _, err = beside.Write(content); err == nil {
		err = beside.Sync() // a full disk may be noticed only now
	}
	if closing := beside.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	if err = os.Chmod(beside.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(beside.Name(), path)
}

const onWindows = runtime.GOOS == "windows"

// Numbers of Windows errors, which the other systems do not name.
const (
	windowsSharingViolation = syscall.Errno(32)
	windowsLockViolation    = syscall.Errno(33)
	windowsHandleDiskFull   = syscall.Errno(39)
	windowsDiskFull         = syscall.Errno(112)
)

// reason says what was in the way and what to do about it.
func reason(err error, path string) string {
	var number syscall.Errno
	isNumber := errors.As(err, &number)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "thư mục “" + filepath.Dir(path) + "” không còn hoặc ổ đĩa đã ngắt kết nối; hãy chọn thư mục khác."
	case isNumber && onWindows && (number == windowsSharingViolation || number == windowsLockViolation):
		return "tệp đang mở trong chương trình khác; hãy đóng chương trình đó rồi lưu lại."
	case isNumber && onWindows && (number == windowsDiskFull || number == windowsHandleDiskFull),
		errors.Is(err, syscall.ENOSPC):
		return "ổ đĩa đã đầy; hãy xóa bớt tệp hoặc chọn ổ đĩa khác."
	case errors.Is(err, syscall.EISDIR):
		return "đã có thư mục mang tên này; hãy đặt tên khác cho tệp."
	case errors.Is(err, fs.ErrPermission) && onWindows:
		// Windows refuses to replace an open file with this same error.
		return "tệp đang mở trong chương trình khác hoặc không có quyền ghi vào thư mục “" + filepath.Dir(path) + "”; hãy đóng tệp hoặc chọn thư mục khác."
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "không có quyền ghi vào thư mục “" + filepath.Dir(path) + "”; hãy chọn thư mục khác."
	}
	return "ổ đĩa báo lỗi khi ghi; hãy thử lại hoặc chọn thư mục khác."
}
