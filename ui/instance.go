package ui

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"time"
)

// One window per database file: the first one listens on a local socket, a second one calls it and leaves.

// socketPath is where the window of a database listens. The name is short, since the path of a socket may
// have no more than about a hundred bytes.
func socketPath(database string) string {
	if absolute, err := filepath.Abs(database); err == nil {
		database = absolute
	}
	sum := sha256.Sum256([]byte(database))
	return filepath.Join(os.TempDir(), "cosohoi-"+hex.EncodeToString(sum[:6])+".sock")
}

// listenForSecond calls front whenever a second copy is started on the file. Not being able to listen is no
// reason not to start: the second copy then says that the file is open.
func listenForSecond(database string, front func()) (stop func()) {
	path := socketPath(database)
	_ = os.Remove(path) // left by a copy that was killed; the lock of the file says that nobody listens
	listener, err := net.Listen("unix", path)
	if err != nil {
		slog.Warn("listen for a second copy", "err", err)
		return func() {}
	}
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			front()
			_, _ = c.Write([]byte("ok"))
			_ = c.Close()
		}
	}()
	return func() { _ = listener.Close() }
}

// callFirst asks the window that has the file open to come to the front.
func callFirst(database string) error {
	const patience = 2 * time.Second
	c, err := net.DialTimeout("unix", socketPath(database), patience)
	if err != nil {
		return fmt.Errorf("call the first window: %w", err)
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(patience)); err != nil {
		return fmt.Errorf("call the first window: %w", err)
	}
	var answer [2]byte
	if _, err := c.Read(answer[:]); err != nil {
		return fmt.Errorf("call the first window: %w", err)
	}
	return nil
}
