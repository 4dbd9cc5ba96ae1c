package app

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"cosohoi/data"
)

// picture is red above and blue below.
func picture(width, height int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			if y < height/2 {
				m.SetRGBA(x, y, color.RGBA{R: 255, A: 255})
			} else {
				m.SetRGBA(x, y, color.RGBA{B: 255, A: 255})
			}
		}
	}
	return m
}

func asPNG(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAPortraitIsThreeToFour(t *testing.T) {
	for _, c := range []struct{ width, height, wantWidth, wantHeight int }{
		{1200, 1600, 600, 800},
		{1600, 1200, 600, 800}, // its middle, 900×1200
		{300, 1000, 300, 400},  // small: as large as it is
		{3, 4, 3, 4},
	} {
		portrait := must(Portrait(asPNG(t, picture(c.width, c.height))))(t)
		size, kind, err := image.DecodeConfig(bytes.NewReader(portrait))
		if err != nil || kind != "jpeg" || size.Width != c.wantWidth || size.Height != c.wantHeight || len(portrait) > photoBytes {
			t.Errorf("%d×%d gives a %s of %d×%d, %d bytes, %v", c.width, c.height, kind, size.Width, size.Height, len(portrait), err)
		}
	}
	_, err := Portrait([]byte("%PDF-1.7"))
	refused(t, err, "JPEG hoặc PNG")
}

// A telephone held upright stores the photo lying, and says in EXIF how to turn it.
func TestAPortraitStandsUpright(t *testing.T) {
	lying := turned(turned(turned(picture(600, 800).(*image.RGBA)))) // as the sensor saw it
	var b bytes.Buffer
	if err := jpeg.Encode(&b, lying, nil); err != nil {
		t.Fatal(err)
	}
	exif := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00")
	photo := append([]byte{0xFF, 0xD8, 0xFF, 0xE1, 0, byte(len(exif) + 2)}, exif...)
	photo = append(photo, b.Bytes()[2:]...)
	portrait := must(jpeg.Decode(bytes.NewReader(must(Portrait(photo))(t))))(t)
	if size := portrait.Bounds().Size(); size != image.Pt(600, 800) {
		t.Fatalf("the portrait is %v", size)
	}
	if r, _, blue, _ := portrait.At(300, 50).RGBA(); r < blue {
		t.Error("it stands on its head")
	}
	for cut := range photo[:60] { // a damaged head is no reason to fail
		quarterTurns(photo[:cut])
	}
}

func TestAPhotoTakesThePlaceOfTheOneBefore(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	id := addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, unit(t, o, today, "14230"), "Chủ tịch")
	if must(o.CadreFile(ctx, id))(t).Photo != nil {
		t.Error("a photo from nowhere")
	}
	path := filepath.Join(t.TempDir(), "ảnh.png")
	refused(t, o.SetPhoto(ctx, id, path), "Không tìm thấy tệp ảnh")
	for _, width := range []int{30, 60} {
		if err := os.WriteFile(path, asPNG(t, picture(width, 2*width)), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := o.SetPhoto(ctx, id, path); err != nil {
			t.Fatal(err)
		}
		size := must(jpeg.DecodeConfig(bytes.NewReader(must(o.CadreFile(ctx, id))(t).Photo.Image)))(t)
		if size.Width != width {
			t.Errorf("the photo is %d wide, want %d", size.Width, width)
		}
	}
}
