package reports

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestWriteFileReplacesWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Báo cáo.pdf")
	for _, content := range []string{"bản một", "bản hai, dài hơn"} {
		if err := WriteFile(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != content {
			t.Errorf("the file holds %q, want %q", got, content)
		}
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
		t.Errorf("%d files are left in the folder, want the paper alone", len(files))
	}
}

func TestWriteFileExplainsItself(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "a.pdf"), 0o755); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(folder, "missing", "a.pdf"): "không còn hoặc ổ đĩa đã ngắt kết nối",
		filepath.Join(folder, "a.pdf"):            "đã có thư mục mang tên này",
	} {
		err := WriteFile(path, []byte("x"))
		var shown interface{ UserMessage() string }
		if !errors.As(err, &shown) {
			t.Fatalf("%v has no message for the user", err)
		}
		if m := shown.UserMessage(); !strings.HasPrefix(m, "Không lưu được tệp “a.pdf”: ") || !strings.Contains(m, want) || !strings.HasSuffix(m, ".") {
			t.Errorf("got %q, want it to say %q", m, want)
		}
		var cause *fs.PathError
		if !errors.As(err, &cause) {
			t.Errorf("%v does not wrap its cause", err)
		}
	}
	if files, _ := os.ReadDir(folder); len(files) != 1 {
		t.Error("a failed save leaves its half-written file behind")
	}
}

func TestReasons(t *testing.T) {
	for _, c := range []struct {
		cause error
		want  string
	}{
		{syscall.ENOSPC, "ổ đĩa đã đầy"},
		{fs.ErrPermission, "không có quyền ghi"},
		{fs.ErrNotExist, "không còn"},
		{errors.New("other"), "ổ đĩa báo lỗi khi ghi"},
	} {
		if got := reason(&fs.PathError{Op: "write", Path: "a", Err: c.cause}, "a"); !strings.Contains(got, c.want) {
			t.Errorf("%v: got %q, want it to say %q", c.cause, got, c.want)
		}
	}
}
