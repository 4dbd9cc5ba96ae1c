package app

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/jpeg"
	_ "image/png" // photos may be PNG files
	"os"

	"golang.org/x/image/draw"

	"cosohoi/data"
)

// Portraits are 3×4 cm; 600×800 points print well at that size.
const (
	photoWidth  = 600
	photoHeight = 800
	photoBytes  = 300 << 10 // what package data accepts
	photoFile   = 40 << 20  // a file that is larger is no photo of a person
	photoPoints = 100_000_000
)

// Portrait makes the portrait that a record keeps out of a photo, a JPEG or PNG: upright, its middle cut to 3:4, small.
func Portrait(photo []byte) ([]byte, error) {
	bad := Problem("Không đọc được ảnh này; hãy chọn tệp ảnh JPEG hoặc PNG khác.")
	size, _, err := image.DecodeConfig(bytes.NewReader(photo))
	if err != nil || size.Width < 1 || size.Height < 1 {
		return nil, bad
	}
	if size.Width*size.Height > photoPoints {
		return nil, Problem("Ảnh có %d×%d điểm, quá lớn; hãy chọn ảnh nhỏ hơn.", size.Width, size.Height)
	}
	whole, _, err := image.Decode(bytes.NewReader(photo))
	if err != nil {
		return nil, bad
	}
	turns := quarterTurns(photo)
	width, height := photoWidth, photoHeight
	if turns%2 == 1 { // cut lying, turned afterwards
		width, height = height, width
	}
	cut := middle(whole.Bounds(), width, height)
	if cut.Dx() < width { // small photos are not blown up
		width, height = cut.Dx(), cut.Dy()
	}
	small := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(small, small.Bounds(), image.White, image.Point{}, draw.Src) // under what is transparent
	draw.CatmullRom.Scale(small, small.Bounds(), whole, cut, draw.Over, nil)
	for range turns {
		small = turned(small)
	}
	for quality := 88; ; quality -= 12 {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, small, &jpeg.Options{Quality: quality}); err != nil {
			return nil, err
		}
		if b.Len() <= photoBytes || quality < 20 {
			return b.Bytes(), nil
		}
	}
}

// middle is the largest part of an area in its middle with the shape of width to height.
func middle(area image.Rectangle, width, height int) image.Rectangle {
	w, h := area.Dx(), area.Dy()
	if w*height > h*width {
		w = max(h*width/height, 1)
	} else {
		h = max(w*height/width, 1)
	}
	at := area.Min.Add(image.Pt((area.Dx()-w)/2, (area.Dy()-h)/2))
	return image.Rectangle{Min: at, Max: at.Add(image.Pt(w, h))}
}

// turned is an image after a quarter turn to the right.
func turned(m *image.RGBA) *image.RGBA {
	b := m.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dy(), b.Dx()))
	for y := range b.Dy() {
		for x := range b.Dx() {
			out.SetRGBA(b.Dy()-1-y, x, m.RGBAAt(x, y))
		}
	}
	return out
}

// quarterTurns reads from the EXIF part of a JPEG how often it must be turned to the right to stand upright: telephones store
// photos as the sensor saw them.
func quarterTurns(photo []byte) int {
	for at := 2; at+4 <= len(photo) && photo[at] == 0xFF && photo[at+1] != 0xDA; {
		length := int(binary.BigEndian.Uint16(photo[at+2:]))
		end := at + 2 + length
		if length < 2 || end > len(photo) {
			return 0
		}
		if photo[at+1] == 0xE1 && bytes.HasPrefix(photo[at+4:end], []byte("Exif\x00\x00")) {
			return turnsOf(photo[at+10 : end])
		}
		at = end
	}
	return 0
}

// turnsOf finds the orientation in a TIFF header, which EXIF is.
func turnsOf(tiff []byte) int {
	if len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	const orientation = 0x0112
	first := int64(order.Uint32(tiff[4:]))
	if first+2 > int64(len(tiff)) {
		return 0
	}
	entries := tiff[first+2:]
	for range order.Uint16(tiff[first:]) {
		if len(entries) < 12 {
			return 0
		}
		if order.Uint16(entries) == orientation {
			return map[uint16]int{6: 1, 3: 2, 8: 3}[order.Uint16(entries[8:])]
		}
		entries = entries[12:]
	}
	return 0
}

// SetPhoto keeps the portrait of a cadre made of a photo file, in the place of the one before.
func (o *Office) SetPhoto(ctx context.Context, cadre int64, path string) error {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() {
		return Problem("Không tìm thấy tệp ảnh “%s”; hãy chọn tệp khác.", path)
	}
	if info.Size() > photoFile {
		return Problem("Tệp ảnh lớn hơn %d MB; hãy chọn tệp nhỏ hơn.", photoFile>>20)
	}
	photo, err := os.ReadFile(path)
	if err != nil {
		return Problem("Không mở được tệp ảnh “%s”; hãy kiểm tra quyền đọc tệp.", path)
	}
	portrait, err := Portrait(photo)
	if err != nil {
		return err
	}
	_, err = o.db.Write(ctx, "Ghi ảnh cán bộ", func(tx *data.Tx) error {
		if _, err := tx.Cadre(ctx, cadre); err != nil {
			return err
		}
		before, err := tx.CadrePhoto(ctx, cadre)
		switch {
		case err == nil:
			if err := tx.Remove(&before); err != nil {
				return err
			}
		case !IsNotFound(err):
			return err
		}
		return tx.Insert(&data.CadrePhoto{CadreID: cadre, Image: portrait})
	})
	return err
}

// photoOf is the portrait of a cadre, nil without one.
func (o *Office) photoOf(ctx context.Context, cadre int64) (*data.CadrePhoto, error) {
	p, err := o.db.CadrePhoto(ctx, cadre)
	if IsNotFound(err) {
		return nil, nil
	}
	return &p, err
}
