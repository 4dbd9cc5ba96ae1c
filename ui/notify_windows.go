package ui

import (
	"fmt"
	"time"
	"unicode/utf16"
	"unsafe"

	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"

	"cosohoi/app"
)

// Fyne would start PowerShell to notify, which antivirus programs stop; the shell itself takes a balloon with the icon of the notification
// area (Shell_NotifyIconW).
var (
	shellNotifyIcon = windows.NewLazySystemDLL("shell32.dll").NewProc("Shell_NotifyIconW")
	loadIcon        = windows.NewLazySystemDLL("user32.dll").NewProc("LoadIconW")
)

// The constants of Shell_NotifyIconW that are used, as shellapi.h and winuser.h name them.
const (
	nimAdd         = 0
	nimDelete      = 2
	nifIcon        = 0x02
	nifTip         = 0x04
	nifInfo        = 0x10
	niifInfo       = 0x01
	idiInformation = 32516
	noticeIconID   = 77
)

// noticeStays is how long the icon stays beside the clock; Windows shows the words for a few seconds and keeps them while the icon is there.
const noticeStays = 30 * time.Second

// notifyIconData is NOTIFYICONDATAW.
type notifyIconData struct {
	size        uint32
	window      uintptr
	id          uint32
	flags       uint32
	callback    uint32
	icon        uintptr
	tip         [128]uint16
	state       uint32
	stateMask   uint32
	info        [256]uint16
	version     uint32
	infoTitle   [64]uint16
	infoFlags   uint32
	guid        windows.GUID
	balloonIcon uintptr
}

// notify tells through the notification area.
func (s *shell) notify(n app.Notice) error {
	native, ok := s.win.(driver.NativeWindow)
	if !ok {
		return fmt.Errorf("notify: %T has no native window", s.win)
	}
	var err error
	native.RunNative(func(context any) {
		if c, ok := context.(driver.WindowsWindowContext); ok {
			err = balloon(c.HWND, s.win.Title(), n)
		}
	})
	return err
}

// balloon shows a notice with an icon that belongs to a window, and takes the icon away later.
func balloon(window uintptr, tip string, n app.Notice) error {
	icon, _, _ := loadIcon.Call(0, idiInformation)
	d := notifyIconData{window: window, id: noticeIconID, flags: nifIcon | nifTip | nifInfo, icon: icon, infoFlags: niifInfo}
	d.size = uint32(unsafe.Sizeof(d))
	words(d.tip[:], tip)
	words(d.info[:], n.Text)
	words(d.infoTitle[:], n.Title)
	if shown, _, err := shellNotifyIcon.Call(nimAdd, uintptr(unsafe.Pointer(&d))); shown == 0 {
		return fmt.Errorf("notify: %w", err)
	}
	time.AfterFunc(noticeStays, func() {
		gone := notifyIconData{window: window, id: noticeIconID}
		gone.size = uint32(unsafe.Sizeof(gone))
		_, _, _ = shellNotifyIcon.Call(nimDelete, uintptr(unsafe.Pointer(&gone)))
	})
	return nil
}

// words writes a text into a field of fixed length, cut where it is too long, with the zero at its end.
func words(field []uint16, text string) {
	n := copy(field[:len(field)-1], utf16.Encode([]rune(text)))
	if n > 0 && utf16.IsSurrogate(rune(field[n-1])) && field[n-1] < 0xdc00 {
		field[n-1] = 0 // half of a letter
	}
}
