package app

import (
	"context"
	"image"
	"path/filepath"
	"sync"

	"github.com/adrg/xdg"

	"cosohoi/reports/raster"
)

// previewFolder holds the compiled page viewer, some 21 MB.
func previewFolder() string { return filepath.Join(xdg.CacheHome, "CoSoHoi", "xem-trang") }

// PreviewPrepared tells whether pages can be shown at once on this PC; otherwise PreparePreview should run first, in a
// process of its own, since it takes seconds and hundreds of megabytes.
func PreviewPrepared() bool { return raster.Prepared(previewFolder()) }

// PreparePreview compiles the page viewer, once for each version of the program on a PC.
func PreparePreview(ctx context.Context) error { return raster.Prepare(ctx, previewFolder()) }

var viewer = sync.OnceValues(func() (*raster.Renderer, error) { return raster.Open(previewFolder()) })

// PaperSizes gives the sizes of the pages of a paper in points.
func PaperSizes(p Paper) ([]raster.Size, error) {
	r, err := viewer()
	if err != nil {
		return nil, err
	}
	return r.Sizes(p.PDF)
}

// PaperPage draws a page of a paper, counted from 0, at dpi dots per inch.
func PaperPage(ctx context.Context, p Paper, page, dpi int) (image.Image, error) {
	r, err := viewer()
	if err != nil {
		return nil, err
	}
	return r.Page(ctx, p.PDF, page, dpi)
}

// FindInPaper finds a text on the pages of a paper, tone marks and case aside; see raster.Renderer.Find.
func FindInPaper(ctx context.Context, p Paper, text string) ([]raster.Found, error) {
	r, err := viewer()
	if err != nil {
		return nil, err
	}
	return r.Find(ctx, p.PDF, text)
}
