package ui

import (
	"context"
	"log/slog"
	"os/exec"

	"cosohoi/app"
)

// preparePreview has the page viewer compiled in another process, once on a PC, so that the window stays small
// and quick meanwhile. Whoever comes second waits for the first. When it fails, the window compiles for itself.
func (s *shell) preparePreview(ctx context.Context) {
	s.preparing.Lock()
	defer s.preparing.Unlock()
	if s.program == "" || app.PreviewPrepared() {
		return
	}
	if err := exec.CommandContext(ctx, s.program, "preview").Run(); err != nil {
		slog.Warn("prepare the preview", "err", err)
		s.program = "" // not again
	}
}
