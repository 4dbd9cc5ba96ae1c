package layout

import (
	"image"
	"image/color"
	"math"
	"strconv"
	"strings"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"cosohoi/reports/chart"
	"cosohoi/reports/form"
)

// Size of a chart on paper, mm.
const (
	chartHeight   = 78.0
	chartWidest   = 190.0
	chartGapAbove = 4.0
)

// chart is the slab of the chart of a table.
func (t *typesetter) chart(s *section, table Table) slab {
	width := min(s.format.measure(), chartWidest)
	left := s.format.left() + (s.format.measure()-width)/2
	drawing := table.drawing()
	return slab{before: chartGapAbove, height: chartHeight, draw: func(p *pen, top float64) {
		v := &vectors{p: p, left: left, bottom: top + chartHeight, width: 1, ink: color.Black, scale: 1}
		p.pdf.SetLineCapStyle("butt")
		if err := chart.Draw(drawing, v, width/form.MmPerPt, chartHeight/form.MmPerPt); err != nil {
			p.pdf.SetError(err)
		}
		v.rest()
	}}
}

// drawing is the chart of the last row of a table.
func (t Table) drawing() chart.Chart {
	last := t.Rows[len(t.Rows)-1].Cells
	var labels []string
	if len(t.Head) > 0 {
		for _, c := range t.Head[len(t.Head)-1] {
			labels = append(labels, c.Text)
		}
	}
	var values chart.Series
	var names []string
	title := ""
	for i, cell := range last {
		if i == 0 {
			title = cell
			continue
		}
		name := ""
		if i < len(labels) {
			name = labels[i]
		}
		names = append(names, name)
		values.Values = append(values.Values, readNumber(cell))
	}
	if t.Chart.Kind == ChartLines {
		return chart.Lines{Title: title, Labels: names, Series: values, Goal: t.Chart.Goal, Percent: t.Chart.Percent}
	}
	return chart.Bars{Title: title, Labels: names, Series: values, Goal: t.Chart.Goal, Percent: t.Chart.Percent}
}

// readNumber reads a number as papers write it: "1.234", "86,7", "50%"; missing when it is none.
func readNumber(text string) float64 {
	text = strings.TrimSuffix(strings.TrimSpace(text), "%")
	v, err := strconv.ParseFloat(strings.Replace(strings.ReplaceAll(text, ".", ""), ",", ".", 1), 64)
	if err != nil {
		return chart.Missing()
	}
	return v
}

// vectors is a canvas of the chart library on a page: its origin is the lower left corner, and its unit the point. Of the transforms only
// shifts and turns of texts are asked for.
type vectors struct {
	p            *pen
	left, bottom float64 // mm
	width        float64 // of lines, points
	ink          color.Color
	dashes       []vg.Length
	shift        vg.Point
	turn         float64 // radians
	scale        float64
	stack        []vectors
}

// SetLineWidth is part of vg.Canvas.
func (v *vectors) SetLineWidth(w vg.Length) { v.width = float64(w) }

// SetLineDash is part of vg.Canvas.
func (v *vectors) SetLineDash(pattern []vg.Length, _ vg.Length) { v.dashes = pattern }

// SetColor is part of vg.Canvas.
func (v *vectors) SetColor(c color.Color) {
	if v.ink = c; c == nil {
		v.ink = color.Black
	}
}

// Rotate is part of vg.Canvas.
func (v *vectors) Rotate(rad float64) { v.turn += rad }

// Translate is part of vg.Canvas.
func (v *vectors) Translate(pt vg.Point) {
	at := v.at(pt)
	v.shift = at
}

// Scale is part of vg.Canvas.
func (v *vectors) Scale(x, _ float64) { v.scale *= x }

// Push is part of vg.Canvas.
func (v *vectors) Push() {
	kept := *v
	kept.stack = nil
	v.stack = append(v.stack, kept)
}

// Pop is part of vg.Canvas.
func (v *vectors) Pop() {
	stack := v.stack
	last := stack[len(stack)-1]
	*v = last
	v.stack = stack[:len(stack)-1]
}

// at is a point without the transforms.
func (v *vectors) at(pt vg.Point) vg.Point {
	sin, cos := math.Sincos(v.turn)
	x, y := float64(pt.X)*v.scale, float64(pt.Y)*v.scale
	return vg.Point{X: v.shift.X + vg.Length(x*cos-y*sin), Y: v.shift.Y + vg.Length(x*sin+y*cos)}
}

// mm is a point on the page.
func (v *vectors) mm(pt vg.Point) (x, y float64) {
	pt = v.at(pt)
	return v.left + float64(pt.X)*form.MmPerPt, v.bottom - float64(pt.Y)*form.MmPerPt
}

// trace puts a path on the page and tells whether there is anything of it.
func (v *vectors) trace(path vg.Path) bool {
	pdf := v.p.pdf
	traced := false
	for _, c := range path {
		switch c.Type {
		case vg.MoveComp:
			x, y := v.mm(c.Pos)
			pdf.MoveTo(x, y)
		case vg.LineComp:
			x, y := v.mm(c.Pos)
			pdf.LineTo(x, y)
		case vg.ArcComp: // as short lines, which at this size are round
			const steps = 24
			for i := range steps + 1 {
				sin, cos := math.Sincos(c.Start + c.Angle*float64(i)/steps)
				x, y := v.mm(vg.Point{X: c.Pos.X + c.Radius*vg.Length(cos), Y: c.Pos.Y + c.Radius*vg.Length(sin)})
				if i == 0 && !traced {
					pdf.MoveTo(x, y)
				} else {
					pdf.LineTo(x, y)
				}
			}
		case vg.CurveComp:
			x, y := v.mm(c.Pos)
			if len(c.Control) == 1 {
				cx, cy := v.mm(c.Control[0])
				pdf.CurveTo(cx, cy, x, y)
			} else {
				ax, ay := v.mm(c.Control[0])
				bx, by := v.mm(c.Control[1])
				pdf.CurveBezierCubicTo(ax, ay, bx, by, x, y)
			}
		case vg.CloseComp:
			pdf.ClosePath()
		}
		traced = true
	}
	return traced
}

func (v *vectors) rgb() (r, g, b int) {
	x, y, z, _ := v.ink.RGBA()
	return int(x >> 8), int(y >> 8), int(z >> 8)
}

// Stroke is part of vg.Canvas.
func (v *vectors) Stroke(path vg.Path) {
	if _, _, _, alpha := v.ink.RGBA(); v.width <= 0 || alpha == 0 {
		return
	}
	pdf := v.p.pdf
	pdf.SetDrawColor(v.rgb())
	v.p.rule = v.width * form.MmPerPt
	pdf.SetLineWidth(v.p.rule)
	dashes := make([]float64, len(v.dashes))
	for i, d := range v.dashes {
		dashes[i] = float64(d) * form.MmPerPt
	}
	pdf.SetDashPattern(dashes, 0)
	if v.trace(path) {
		pdf.DrawPath("D")
	}
}

// Fill is part of vg.Canvas.
func (v *vectors) Fill(path vg.Path) {
	if _, _, _, alpha := v.ink.RGBA(); alpha == 0 {
		return
	}
	v.p.pdf.SetFillColor(v.rgb())
	if v.trace(path) {
		v.p.pdf.DrawPath("F")
	}
}

// FillString is part of vg.Canvas.
func (v *vectors) FillString(f font.Face, pt vg.Point, text string) {
	if f.Font.Size == 0 || text == "" {
		return
	}
	pdf := v.p.pdf
	x, y := v.mm(pt)
	pdf.SetTextColor(v.rgb())
	face := form.Font{Pt: float64(f.Font.Size), Bold: f.Font.Weight >= xfont.WeightBold}
	if v.turn == 0 {
		v.p.text(x, y, text, face)
		return
	}
	v.p.use(face)
	pdf.TransformBegin()
	pdf.TransformRotate(v.turn*180/math.Pi, x, y)
	pdf.Text(x, y, text)
	pdf.TransformEnd()
}

// DrawImage is part of vg.Canvas; no chart has a picture.
func (v *vectors) DrawImage(vg.Rectangle, image.Image) {}

// rest leaves the pen as the rest of the paper expects it.
func (v *vectors) rest() {
	pdf := v.p.pdf
	pdf.SetDrawColor(0, 0, 0)
	pdf.SetFillColor(0, 0, 0)
	pdf.SetTextColor(0, 0, 0)
	pdf.SetDashPattern(nil, 0)
	v.p.rule = 0
}
