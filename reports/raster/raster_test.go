package raster

import (
	"context"
	"errors"
	"image"
	"os"
	"path/filepath"
	"testing"

	"cosohoi/reports/layout"
)

// cacheDir is shared by the tests: compiling takes seconds.
var cacheDir string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "raster")
	if err != nil {
		panic(err)
	}
	cacheDir = filepath.Join(folder, "cache") // Open makes it
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

func sample(t testing.TB, words string) []byte {
	t.Helper()
	pdf, err := layout.PDF(layout.Document{Issuer: "BAN THƯỜNG VỤ", Kind: "BÁO CÁO", Body: []layout.Block{layout.Text(words)},
		Appendices: []layout.Appendix{{Title: "BIỂU", Landscape: true}}})
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// dark counts the pixels of ink.
func dark(m image.Image) int {
	n := 0
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		for x := m.Bounds().Min.X; x < m.Bounds().Max.X; x++ {
			if r, _, _, _ := m.At(x, y).RGBA(); r < 0x8000 {
				n++
			}
		}
	}
	return n
}

func TestRenderer(t *testing.T) {
	r, err := Open(cacheDir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	ctx := context.Background()
	pdf := sample(t, "Kính gửi các đồng chí.")
	if n, err := r.Pages(pdf); n != 2 || err != nil {
		t.Fatalf("got %d pages, %v; want 2", n, err)
	}
	portrait, err := r.Page(ctx, pdf, 0, 72)
	if err != nil {
		t.Fatal(err)
	}
	landscape, err := r.Page(ctx, pdf, 1, 72)
	if err != nil {
		t.Fatal(err)
	}
	// A4 is 595 × 842 points; at 72 dpi a point is a pixel.
	if s := portrait.Bounds().Size(); s.X < 595 || s.X > 596 || s.Y < 841 || s.Y > 842 {
		t.Errorf("the portrait page has %v pixels", s)
	}
	if s := landscape.Bounds().Size(); s.X < s.Y {
		t.Errorf("the landscape page has %v pixels", s)
	}
	before := dark(portrait)
	if before < 500 {
		t.Errorf("the page shows %d dark pixels, want text", before)
	}
	// Another file replaces the open one, and pictures already given stay as they are.
	other, err := r.Page(ctx, sample(t, "Một nội dung khác, dài hơn nội dung trước rất nhiều lần."), 0, 72)
	if err != nil {
		t.Fatal(err)
	}
	if dark(other) <= before || dark(portrait) != before {
		t.Error("the second file is not drawn, or it changed the picture of the first")
	}
}

func TestRendererRefuses(t *testing.T) {
	r, err := Open(cacheDir)
	if err != nil {
		t.Fatal(err)
	}
	pdf := sample(t, "x")
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := r.Page(cancelled, pdf, 0, 72); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled page gives %v", err)
	}
	refuse := func(name string, err error) {
		t.Helper()
		var shown interface{ UserMessage() string }
		if !errors.As(err, &shown) {
			t.Errorf("%s: %v has no message for the user", name, err)
		}
	}
	_, err = r.Pages([]byte("không phải PDF"))
	refuse("no PDF", err)
	_, err = r.Pages(nil)
	refuse("nothing", err)
	_, err = r.Page(context.Background(), pdf, 9, 72)
	refuse("no such page", err)
	_, err = r.Page(context.Background(), pdf, 0, 0)
	refuse("no resolution", err)
	r.Close()
	_, err = r.Pages(pdf)
	refuse("closed", err)
}

func BenchmarkPage(b *testing.B) {
	r, err := Open(cacheDir)
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	pdf := sample(b, "Kính gửi các đồng chí.")
	if _, err := r.Pages(pdf); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := r.Page(context.Background(), pdf, 0, 110); err != nil {
			b.Fatal(err)
		}
	}
}
