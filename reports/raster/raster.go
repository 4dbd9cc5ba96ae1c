// Package raster turns pages of PDF files into pictures for the screen and finds texts on them, with PDFium compiled to
// WebAssembly: no C, the same picture on every machine.
package raster

import (
	"context"
	"image"
	"image/draw"
	"os"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"cosohoi/reports/fault"
)

// Renderer draws pages with one PDFium instance, one call at a time. All its methods may be called from any goroutine;
// calls wait for each other, so call them off the window's goroutine. The first call starts PDFium: 5–6 s when the cache
// folder is empty, about 0.15 s later.
//
// It keeps the file of the last call open, with the text that Find read, so that turning the pages of one file does not
// read it again.
type Renderer struct {
	cache wazero.CompilationCache

	mu       sync.Mutex
	closed   bool
	pool     pdfium.Pool
	instance pdfium.Pdfium
	content  []byte // of the open file; compared by identity
	document references.FPDF_DOCUMENT
	pages    int
	texts    []*pageText // of its pages, nil until read
}

// Open prepares a renderer that keeps compiled code (about 21 MB) in cacheDir, which is made if it is missing. PDFium
// itself starts with the first page asked for. The error has a UserMessage.
func Open(cacheDir string) (*Renderer, error) {
	if err := os.MkdirAll(cacheDir, 0o755); err != nil {
		return nil, fault.New("Không tạo được thư mục đệm “"+cacheDir+"” để xem trước văn bản: hãy kiểm tra quyền ghi vào thư mục này.", err)
	}
	cache, err := wazero.NewCompilationCacheWithDir(cacheDir)
	if err != nil {
		return nil, fault.New("Không dùng được thư mục đệm “"+cacheDir+"” để xem trước văn bản: hãy kiểm tra quyền ghi vào thư mục này.", err)
	}
	return &Renderer{cache: cache}, nil
}

// Pages counts the pages of a PDF file. The error has a UserMessage.
func (r *Renderer) Pages(pdf []byte) (n int, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.load(context.Background(), pdf); err != nil {
		return 0, err
	}
	return r.pages, nil
}

// Size is the size of a page as it is shown, in points (1/72 inch).
type Size struct{ Width, Height float64 }

// Sizes gives the sizes of all pages of a PDF file without drawing them. The error has a UserMessage.
func (r *Renderer) Sizes(pdf []byte) ([]Size, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.load(context.Background(), pdf); err != nil {
		return nil, err
	}
	sizes := make([]Size, r.pages)
	for i := range sizes {
		size, err := r.instance.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: r.document, Index: i})
		if err != nil {
			return nil, fault.New("Tệp không phải là PDF hoặc đã hỏng: hãy tạo lại văn bản.", err)
		}
		sizes[i] = Size{size.Width, size.Height}
	}
	return sizes, nil
}

// Page draws a page, counted from 0, at dpi dots per inch (1–600). The picture belongs to the caller. A cancelled ctx is
// noticed before the drawing starts and its error returned as it is; every other error has a UserMessage. The bytes of
// pdf must not change while pages of it are asked for.
func (r *Renderer) Page(ctx context.Context, pdf []byte, page int, dpi int) (image.Image, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if dpi < 1 || dpi > 600 {
		return nil, fault.New("Độ phân giải để xem trước không hợp lệ: hãy chọn từ 1 đến 600 điểm trên inch.", nil)
	}
	if err := r.load(ctx, pdf); err != nil {
		return nil, err
	}
	if page < 0 || page >= r.pages {
		return nil, fault.New("Trang cần xem không có trong văn bản: hãy mở lại bản xem trước.", nil)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	drawn, err := r.instance.RenderPageInDPI(&requests.RenderPageInDPI{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: r.document, Index: page}},
		DPI:  dpi,
	})
	if err != nil {
		return nil, fault.New("Không hiển thị được trang văn bản: hãy lưu ra tệp và mở bằng chương trình đọc PDF.", err)
	}
	defer drawn.Cleanup()
	// The pixels lie in PDFium's memory until Cleanup: the caller gets a copy.
	from := drawn.Result.RenderedImage
	picture := image.NewRGBA(from.Bounds())
	draw.Draw(picture, picture.Rect, from, from.Bounds().Min, draw.Src)
	return picture, nil
}

// Close stops PDFium. Later calls fail.
func (r *Renderer) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return
	}
	r.closed = true
	r.stop()
	_ = r.cache.Close(context.Background()) // only memory; the files stay for the next start
}

func (r *Renderer) stop() {
	if r.instance != nil {
		_ = r.instance.Close()
	}
	if r.pool != nil {
		_ = r.pool.Close()
	}
	r.instance, r.pool, r.content, r.texts = nil, nil, nil, nil
}

// load starts PDFium if it does not run and opens the file if it is not the open one.
func (r *Renderer) load(ctx context.Context, pdf []byte) error {
	if r.closed {
		return fault.New("Bản xem trước đã đóng: hãy mở lại bản xem trước.", nil)
	}
	if len(pdf) == 0 {
		return fault.New("Văn bản không có nội dung để xem trước: hãy tạo lại văn bản.", nil)
	}
	if r.instance == nil {
		if err := r.start(ctx); err != nil {
			r.stop()
			return startFault(err)
		}
	}
	if len(pdf) == len(r.content) && &pdf[0] == &r.content[0] {
		return nil
	}
	if r.content != nil {
		_, _ = r.instance.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: r.document})
		r.content, r.texts = nil, nil
	}
	opened, err := r.instance.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return fault.New("Tệp không phải là PDF hoặc đã hỏng: hãy tạo lại văn bản.", err)
	}
	count, err := r.instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		_, _ = r.instance.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: opened.Document})
		return fault.New("Tệp không phải là PDF hoặc đã hỏng: hãy tạo lại văn bản.", err)
	}
	r.content, r.document, r.pages, r.texts = pdf, opened.Document, count.PageCount, make([]*pageText, count.PageCount)
	return nil
}

func startFault(err error) error {
	return fault.New("Không khởi động được phần xem trước văn bản: hãy lưu ra tệp và mở bằng chương trình đọc PDF.", err)
}

func (r *Renderer) start(ctx context.Context) error {
	pool, err := webassembly.Init(webassembly.Config{
		MinIdle: 0, MaxIdle: 1, MaxTotal: 1,
		// A file system is not given: pages come from memory only.
		FSConfig: wazero.NewFSConfig(),
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCompilationCache(r.cache).
			// The module uses exception handling, which a configuration of one's own must switch on.
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling),
	})
	if err != nil {
		return err
	}
	r.pool = pool
	// The instance outlives this call, so it must not be bound to the caller's deadline.
	instance, err := pool.GetInstanceWithContext(context.WithoutCancel(ctx))
	if err != nil {
		return err
	}
	r.instance = instance
	return nil
}
