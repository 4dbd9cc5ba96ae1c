package ui

import (
	"fmt"
	"runtime"
	"strings"
	"unicode/utf16"
	"unsafe"

	"fyne.io/fyne/v2"
	"golang.org/x/sys/windows"

	"cosohoi/app"
)

var (
	comdlg32                 = windows.NewLazySystemDLL("comdlg32.dll")
	procGetOpenFileName      = comdlg32.NewProc("GetOpenFileNameW")
	procGetSaveFileName      = comdlg32.NewProc("GetSaveFileNameW")
	procCommDlgExtendedError = comdlg32.NewProc("CommDlgExtendedError")
)

// openFileName is OPENFILENAMEW.
type openFileName struct {
	size            uint32
	owner           uintptr
	instance        uintptr
	filter          *uint16
	customFilter    *uint16
	maxCustomFilter uint32
	filterIndex     uint32
	file            *uint16
	maxFile         uint32
	fileTitle       *uint16
	maxFileTitle    uint32
	initialFolder   *uint16
	title           *uint16
	flags           uint32
	fileOffset      uint16
	extensionOffset uint16
	defaultEnding   *uint16
	customData      uintptr
	hook            uintptr
	templateName    *uint16
	reserved        uintptr
	reserved2       uint32
	flagsEx         uint32
}

// Flags of the dialogs.
const (
	askBeforeReplacing = 0x2
	hideReadOnly       = 0x4
	keepFolder         = 0x8 // the current folder of the program stays
	pathMustExist      = 0x800
	fileMustExist      = 0x1000
	asExplorer         = 0x80000
)

// askFile opens the system's own dialog for files, which knows the network places, and calls chosen on the window's
// goroutine unless the user thought better of it. It returns false where the system has none.
func (s *shell) askFile(q fileQuestion, chosen func(path string)) bool {
	owner := handleOf(s.win)
	if owner == 0 {
		return false
	}
	go func() {
		runtime.LockOSThread() // a dialog lives on one thread
		defer runtime.UnlockOSThread()
		path, err := q.ask(owner)
		fyne.Do(func() {
			switch {
			case err != nil:
				s.fail(app.Problem("Windows không mở được hộp chọn tệp (%v); hãy thử lại, hoặc khởi động lại máy.", err))
			case path != "":
				chosen(path)
			}
		})
	}()
	return true
}

// ask shows the dialog over the owner and returns the path, "" when it was cancelled.
func (q fileQuestion) ask(owner uintptr) (string, error) {
	if err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED); err == nil {
		defer windows.CoUninitialize()
	}
	file := make([]uint16, windows.MAX_LONG_PATH)
	copy(file[:len(file)-1], utf16.Encode([]rune(q.name)))
	title, err := windows.UTF16PtrFromString(q.title)
	if err != nil {
		return "", err
	}
	folder, err := windows.UTF16PtrFromString(q.folder)
	if err != nil {
		return "", err
	}
	ending, err := windows.UTF16PtrFromString(strings.TrimPrefix(q.endings[0], "."))
	if err != nil {
		return "", err
	}
	patterns := "*" + strings.Join(q.endings, ";*")
	filter := utf16.Encode([]rune(fmt.Sprintf("%s (%s)\x00%s\x00\x00", q.kind, patterns, patterns)))
	o := openFileName{
		owner: owner, filter: &filter[0], file: &file[0], maxFile: uint32(len(file)), initialFolder: folder, title: title, defaultEnding: ending,
		flags: asExplorer | hideReadOnly | keepFolder | pathMustExist,
	}
	o.size = uint32(unsafe.Sizeof(o))
	show := procGetOpenFileName
	if q.save {
		show = procGetSaveFileName
		o.flags |= askBeforeReplacing
	} else {
		o.flags |= fileMustExist
	}
	if ok, _, _ := show.Call(uintptr(unsafe.Pointer(&o))); ok == 0 {
		if code, _, _ := procCommDlgExtendedError.Call(); code != 0 {
			return "", fmt.Errorf("mã %#x", code)
		}
		return "", nil
	}
	return windows.UTF16ToString(file), nil
}
