package raster

import (
	"context"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

// Compiling PDFium takes seconds and some 300 MB of memory. It is done once, into the cache folder; a process
// that shows pages does it elsewhere (see Prepare) so that it stays small itself.

// Prepared tells whether cacheDir holds the compiled code of this version, so that a Renderer starts at once.
func Prepared(cacheDir string) bool {
	_, err := os.Stat(marker(cacheDir))
	return err == nil
}

// Prepare compiles PDFium into cacheDir. It is meant to run in a process of its own. The error has a UserMessage.
func Prepare(ctx context.Context, cacheDir string) error {
	r, err := Open(cacheDir)
	if err != nil {
		return err
	}
	defer r.Close()
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.start(ctx); err != nil {
		return startFault(err)
	}
	if err := os.WriteFile(marker(cacheDir), nil, 0o644); err != nil {
		return startFault(err)
	}
	return nil
}

// marker is a file whose name tells for which versions the folder is prepared.
func marker(cacheDir string) string {
	name := "san-sang"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if strings.HasSuffix(m.Path, "/go-pdfium") || strings.HasSuffix(m.Path, "/wazero") {
				name += "-" + m.Version
			}
		}
	}
	return filepath.Join(cacheDir, name)
}
