//go:build !windows

package ui

import (
	"fyne.io/fyne/v2"

	"cosohoi/app"
)

// notify tells through the desktop.
func (s *shell) notify(n app.Notice) error {
	s.app.SendNotification(fyne.NewNotification(n.Title, n.Text))
	return nil
}
