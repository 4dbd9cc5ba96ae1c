package kit

import (
	"fyne.io/fyne/v2"
)

// Pair is one line of a record that is shown: what it is called and what it is.
type Pair struct {
	Caption string
	Value   string
	Tone    Tone
	Object  fyne.CanvasObject // instead of Value
}

// Record shows a record to be read: captions at the left, aligned to their values, which are broken into lines
// where they are long. An empty value is shown as "—".
func Record(rows []Pair) fyne.CanvasObject {
	captions := make([]*Text, len(rows))
	values := make([]fyne.CanvasObject, len(rows))
	objects := make([]fyne.CanvasObject, 0, 2*len(rows))
	for i, row := range rows {
		captions[i] = Body(row.Caption).Quiet()
		switch {
		case row.Object != nil:
			values[i] = row.Object
		case row.Value == "":
			values[i] = Body("—").Quiet()
		default:
			text := Paragraph(row.Value)
			text.color = row.Tone.Ink()
			values[i] = text
		}
		objects = append(objects, captions[i], values[i])
	}
	arrange := func(width float32, put bool) float32 {
		var label float32
		for _, c := range captions {
			label = max(label, c.MinSize().Width)
		}
		label = min(label, width*0.45)
		x := label + 14
		y := float32(0)
		line := lineHeight(textSize())
		for i, c := range captions {
			if put {
				values[i].Resize(fyne.NewSize(max(width-x, 20), values[i].MinSize().Height))
			}
			height := values[i].MinSize().Height
			if t, ok := values[i].(*Text); ok && t.wrap && width > 0 {
				height = line * float32(len(breakLines(t.text, max(width-x, 20), textSize(), t.style)))
			}
			if put {
				top := y
				if _, text := values[i].(*Text); !text {
					top += (min(height, controlHeight()) - line) / 2
				}
				place(c, 0, top, label, line)
				place(values[i], x, y, max(width-x, 20), height)
			}
			y += height + 8
		}
		return y
	}
	var width float32
	return newSized(func(size fyne.Size) {
		width = size.Width
		arrange(width, true)
	}, func() fyne.Size {
		return fyne.NewSize(180*TextScale(), arrange(width, false))
	}, objects...)
}
