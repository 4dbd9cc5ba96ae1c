package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"

	"cosohoi/app"
)

const wmClose = 0x0010

var (
	procPostMessage     = user32.NewProc("PostMessageW")
	procIsWindowVisible = user32.NewProc("IsWindowVisible")
)

// CloseWindows asks every window of the programs in this program's folder to close, as its cross does, and waits until
// they have ended. A window with something unsaved asks its user; the error says that one stayed open. The
// installer does this before it puts a new program in the place of the old one.
func CloseWindows(ctx context.Context, patience time.Duration) error {
	own, err := os.Executable()
	if err != nil {
		return fmt.Errorf("own path: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for _, process := range askToClose(filepath.Dir(own)) {
		err := waitForEnd(ctx, process)
		_ = windows.CloseHandle(process)
		if err != nil {
			return err
		}
	}
	return nil
}

// askToClose posts the message to the windows and returns the processes that own them, to be closed by the caller.
func askToClose(folder string) []windows.Handle {
	asked := map[uint32]windows.Handle{}
	each := windows.NewCallback(func(window windows.HWND, _ uintptr) uintptr {
		const goOn = 1
		if visible, _, _ := procIsWindowVisible.Call(uintptr(window)); visible == 0 {
			return goOn
		}
		var id uint32
		if _, err := windows.GetWindowThreadProcessId(window, &id); err != nil || id == uint32(os.Getpid()) {
			return goOn
		}
		if _, known := asked[id]; !known {
			process, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION|windows.SYNCHRONIZE, false, id)
			if err != nil {
				return goOn // of somebody else
			}
			if !strings.EqualFold(filepath.Dir(imageOf(process)), folder) {
				_ = windows.CloseHandle(process)
				return goOn
			}
			asked[id] = process
		}
		_, _, _ = procPostMessage.Call(uintptr(window), wmClose, 0, 0)
		return goOn
	})
	_ = windows.EnumWindows(each, unsafe.Pointer(nil))
	var processes []windows.Handle
	for _, process := range asked {
		processes = append(processes, process)
	}
	return processes
}

// imageOf is the program that a process runs, "" when that cannot be seen.
func imageOf(process windows.Handle) string {
	name := make([]uint16, windows.MAX_LONG_PATH)
	size := uint32(len(name))
	if err := windows.QueryFullProcessImageName(process, 0, &name[0], &size); err != nil {
		return ""
	}
	return windows.UTF16ToString(name[:size])
}

func waitForEnd(ctx context.Context, process windows.Handle) error {
	const glance = 100 // milliseconds
	for {
		event, err := windows.WaitForSingleObject(process, glance)
		switch {
		case err != nil:
			return fmt.Errorf("wait for the window to close: %w", err)
		case event == windows.WAIT_OBJECT_0:
			return nil
		case ctx.Err() != nil:
			return app.Problem("Một cửa sổ Cơ sở Hội chưa đóng được; hãy lưu những gì đang gõ rồi đóng cửa sổ đó.")
		}
	}
}
