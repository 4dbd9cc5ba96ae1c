package raster

import (
	"context"
	"testing"
)

// TestPreparedOnceForAll: what Prepare compiled serves every Renderer of the folder.
func TestPreparedOnceForAll(t *testing.T) {
	folder := t.TempDir()
	if Prepared(folder) {
		t.Fatal("an empty folder counts as prepared")
	}
	if err := Prepare(context.Background(), folder); err != nil {
		t.Fatal(err)
	}
	if !Prepared(folder) {
		t.Fatal("after Prepare the folder does not count as prepared")
	}
}
