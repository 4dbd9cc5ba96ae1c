package main

import (
	"context"
	"time"

	"cosohoi/ui"
)

// closePatience leaves time for the copy that a window keeps when it closes.
const closePatience = 30 * time.Second

// The installer has the windows closed by this job before it replaces the program; nobody else needs it.
func init() { jobs["close"] = closeJob }

func closeJob(ctx context.Context, c jobCall) error {
	if _, err := c.words(); err != nil {
		return err
	}
	return ui.CloseWindows(ctx, closePatience)
}
