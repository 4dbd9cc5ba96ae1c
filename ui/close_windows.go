package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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

// installedName is the program as the installer puts it there.
const installedName = "CoSoHoi.exe"

// CloseWindows asks every window of the program in this one's folder to close, as its cross does, and waits until nothing of
// it runs any more. A window with something unsaved asks its user; the error says that one stayed open. The
// installer does this before it puts a new program in the place of the old one.
func CloseWindows(ctx context.Context, patience time.Duration) error {
	own, err := os.Executable()
	if err != nil {
		return fmt.Errorf("own path: %w", err)
	}
	running, err := runningAs(filepath.Join(filepath.Dir(own), installedName))
	if err != nil {
		return err
	}
	defer func() {
		for _, p := range running {
			_ = windows.CloseHandle(p.handle)
		}
	}()
	askToClose(running)
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for _, p := range running {
		if err := waitForEnd(ctx, p.handle); err != nil {
			return err
		}
	}
	return nil
}

// runningProcess is a process of this user, with a handle to be closed.
type runningProcess struct {
	id     uint32
	handle windows.Handle
}

// runningAs lists the processes of the program at path without this one. Those of other users cannot be seen.
func runningAs(path string) ([]runningProcess, error) {
	snapshot, err := windows.CreateToolhelp32Snapshot(windows.TH32CS_SNAPPROCESS, 0)
	if err != nil {
		return nil, fmt.Errorf("list the processes: %w", err)
	}
	defer func() { _ = windows.CloseHandle(snapshot) }()
	var running []runningProcess
	entry := windows.ProcessEntry32{}
	entry.Size = uint32(unsafe.Sizeof(entry))
	for err := windows.Process32First(snapshot, &entry); err == nil; err = windows.Process32Next(snapshot, &entry) {
		if entry.ProcessID == uint32(os.Getpid()) || !strings.EqualFold(windows.UTF16ToString(entry.ExeFile[:]), filepath.Base(path)) {
			continue
		}
		process, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION|windows.SYNCHRONIZE, false, entry.ProcessID)
		if err != nil {
			continue
		}
		if !strings.EqualFold(imageOf(process), path) {
			_ = windows.CloseHandle(process)
			continue
		}
		running = append(running, runningProcess{entry.ProcessID, process})
	}
	return running, nil
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

// askToClose posts the message to the visible windows of the processes.
func askToClose(running []runningProcess) {
	each := windows.NewCallback(func(window windows.HWND, _ uintptr) uintptr {
		const goOn = 1
		var id uint32
		if _, err := windows.GetWindowThreadProcessId(window, &id); err != nil {
			return goOn
		}
		visible, _, _ := procIsWindowVisible.Call(uintptr(window))
		if visible != 0 && slices.ContainsFunc(running, func(p runningProcess) bool { return p.id == id }) {
			_, _, _ = procPostMessage.Call(uintptr(window), wmClose, 0, 0)
		}
		return goOn
	})
	_ = windows.EnumWindows(each, unsafe.Pointer(nil)) // a window that goes meanwhile ends the list; waiting tells
}

func waitForEnd(ctx context.Context, process windows.Handle) error {
	const glance = 100 // milliseconds
	for {
		event, err := windows.WaitForSingleObject(process, glance)
		switch {
		case err != nil:
			return fmt.Errorf("wait for the program to end: %w", err)
		case event == windows.WAIT_OBJECT_0:
			return nil
		case ctx.Err() != nil:
			return app.Problem("Một cửa sổ Cơ sở Hội chưa đóng được; hãy lưu những gì đang gõ rồi đóng cửa sổ đó.")
		}
	}
}
