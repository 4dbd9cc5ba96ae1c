package kit

import (
	"bytes"
	"embed"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

//go:embed icons/*.svg
var iconFiles embed.FS

// iconInk is the colour that the files are drawn in.
const iconInk = "#6B636D"

var iconCache = map[string]fyne.Resource{}

// Icon returns one of the program's pictures, drawn in the secondary colour: tong-quan, to-chuc, can-bo,
// chi-tieu, phong-trao, so-lieu, kiem-tra, van-ban, cai-dat, tim-kiem, lich, and the marks mo, dong, tang, dat, bo,
// which are pictures because Fyne's font has no ▾, ▸, ▲, ✓ and ✕. An unknown name is a programming error and
// gives an empty picture.
func Icon(name string) fyne.Resource {
	if r, ok := iconCache[name]; ok {
		return r
	}
	content, err := iconFiles.ReadFile("icons/" + name + ".svg")
	if err != nil {
		fyne.LogError("kit: no icon named "+name, err)
		content = []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"/>`)
	}
	r := fyne.NewStaticResource(name+".svg", content)
	iconCache[name] = r
	return r
}

// newMark is a picture in ink to be placed inside a widget.
func newMark(name string, ink color.NRGBA) *canvas.Image {
	image := canvas.NewImageFromResource(recolor(Icon(name), ink))
	image.FillMode = canvas.ImageFillContain
	return image
}

// recolor returns the same picture in another colour.
func recolor(r fyne.Resource, c color.NRGBA) fyne.Resource {
	if r == nil {
		return nil
	}
	hex := fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
	return fyne.NewStaticResource(hex[1:]+"-"+r.Name(), bytes.ReplaceAll(r.Content(), []byte(iconInk), []byte(hex)))
}
