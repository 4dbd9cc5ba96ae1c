package ui

import (
	"image"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

var (
	procGetWindowPlacement = user32.NewProc("GetWindowPlacement")
	procSetWindowPlacement = user32.NewProc("SetWindowPlacement")
	procMonitorFromRect    = user32.NewProc("MonitorFromRect")
	procGetMonitorInfo     = user32.NewProc("GetMonitorInfoW")
	procGetDpiForSystem    = user32.NewProc("GetDpiForSystem")
	procSystemParameters   = user32.NewProc("SystemParametersInfoW")
)

// nativeRect is RECT.
type nativeRect struct{ left, top, right, bottom int32 }

func (r nativeRect) area() image.Rectangle {
	return image.Rect(int(r.left), int(r.top), int(r.right), int(r.bottom))
}

func nativeRectOf(a image.Rectangle) nativeRect {
	return nativeRect{int32(a.Min.X), int32(a.Min.Y), int32(a.Max.X), int32(a.Max.Y)}
}

// placement is WINDOWPLACEMENT.
type placement struct {
	length, flags, show uint32
	minimized           [2]int32
	maximized           [2]int32
	normal              nativeRect
}

// monitorInfo is MONITORINFO.
type monitorInfo struct {
	size         uint32
	screen, work nativeRect
	flags        uint32
}

const (
	showNormal         = 1
	showMaximized      = 3
	restoreToMaximized = 2 // flag of a window minimized from its whole size
	nearestMonitor     = 2
)

// handleOf is the window as Windows knows it, 0 when there is none.
func handleOf(w fyne.Window) (handle uintptr) {
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, ok := context.(driver.WindowsWindowContext); ok {
				handle = c.HWND
			}
		})
	}
	return handle
}

// settleNative makes the window at home on Windows: typing Vietnamese works, and it lies where it was left. To be
// called once, when the window is shown, on its goroutine. It returns false when there is no window, about which Fyne only
// writes into the log.
func settleNative(w fyne.Window, p fyne.Preferences) bool {
	handle := handleOf(w)
	if handle == 0 {
		return false
	}
	takeTypedBackspace(handle)
	settlePlace(handle, p)
	return true
}

// scaleVariable multiplies the scale of Windows in Fyne.
const scaleVariable = "FYNE_SCALE"

// fitScale makes everything smaller where the scale chosen in Windows leaves the window no room on the main screen, as 150 % does on
// 1366×768. To be called before Fyne starts.
func fitScale() {
	const workArea, usualDPI = 0x30, 96
	var work nativeRect
	if ok, _, _ := procSystemParameters.Call(workArea, 0, uintptr(unsafe.Pointer(&work)), 0); ok == 0 || os.Getenv(scaleVariable) != "" {
		return
	}
	dpi, _, _ := procGetDpiForSystem.Call()
	area := work.area()
	if share := fittingScale(float64(dpi)/usualDPI, area.Dx(), area.Dy()); share < 1 {
		_ = os.Setenv(scaleVariable, strconv.FormatFloat(share, 'f', 4, 64))
	}
}

// settlePlace puts the window where it was left, or within the screen when that is gone.
func settlePlace(handle uintptr, p fyne.Preferences) {
	var now placement
	if !readPlacement(handle, &now) {
		return
	}
	place, kept := readPlace(p.String(preferencePlace))
	if !kept {
		place = windowPlace{area: now.normal.area()}
	}
	wanted := nativeRectOf(place.area)
	monitor, _, _ := procMonitorFromRect.Call(uintptr(unsafe.Pointer(&wanted)), nearestMonitor)
	info := monitorInfo{size: uint32(unsafe.Sizeof(monitorInfo{}))}
	if ok, _, err := procGetMonitorInfo.Call(monitor, uintptr(unsafe.Pointer(&info))); ok == 0 {
		slog.Warn("screen of the window", "err", err)
		return
	}
	now.normal = nativeRectOf(within(info.work.area(), place.area))
	now.flags, now.show = 0, showNormal
	if place.maximized {
		now.show = showMaximized
	}
	if ok, _, err := procSetWindowPlacement.Call(handle, uintptr(unsafe.Pointer(&now))); ok == 0 {
		slog.Warn("place of the window", "err", err)
	}
}

// rememberPlace keeps where the window lies for the next start.
func rememberPlace(w fyne.Window, p fyne.Preferences) {
	var now placement
	handle := handleOf(w)
	if handle == 0 || !readPlacement(handle, &now) {
		return
	}
	maximized := now.show == showMaximized || now.flags&restoreToMaximized != 0
	p.SetString(preferencePlace, windowPlace{now.normal.area(), maximized}.String())
}

func readPlacement(handle uintptr, to *placement) bool {
	to.length = uint32(unsafe.Sizeof(*to))
	ok, _, err := procGetWindowPlacement.Call(handle, uintptr(unsafe.Pointer(to)))
	if ok == 0 {
		slog.Warn("place of the window", "err", err)
	}
	return ok != 0
}

// graphicsCure says what to do when there is no OpenGL, as with old drivers and on some virtual machines and remote desktops.
func graphicsCure() string {
	folder := "của chương trình"
	if program, err := os.Executable(); err == nil {
		folder = "“" + filepath.Dir(program) + "”"
	}
	return "hãy cập nhật trình điều khiển màn hình, hoặc chép tệp opengl32.dll của Mesa (vẽ bằng bộ xử lý) vào thư mục " + folder +
		" rồi mở lại; dữ liệu không bị ảnh hưởng, nhật ký ở “" + filepath.Join(logFolder(), logName) + "”."
}
