// Package chart draws the charts of reports and screens: shares over time, and by name. Values in, pictures out; it knows no database and no
// window.
package chart

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"strings"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// The colours of charts, those of the program.
var (
	accent = color.NRGBA{R: 0xA3, G: 0x19, B: 0x5B, A: 0xFF}
	ink    = color.NRGBA{R: 0x1F, G: 0x1B, B: 0x20, A: 0xFF}
	quiet  = color.NRGBA{R: 0x6B, G: 0x63, B: 0x6D, A: 0xFF}
	pale   = color.NRGBA{R: 0xE3, G: 0xDE, B: 0xE4, A: 0xFF}
	goalOf = color.NRGBA{R: 0x1F, G: 0x7A, B: 0x4A, A: 0xFF}
)

// Series is a row of values, one for each label; NaN where there is none.
type Series struct {
	Name   string
	Values []float64
}

// Missing stands for a value that is not known.
func Missing() float64 { return math.NaN() }

// Lines is how shares in per cent, or numbers, move over time.
type Lines struct {
	Title  string
	Labels []string // of the moments, from left to right
	Series Series
	// Goal draws a dashed line; 0 for none.
	Goal float64
	// Percent keeps the axis from 0 to 100 and writes "%".
	Percent bool
}

// Bars is values side by side, such as the steps of a way or the districts.
type Bars struct {
	Title  string
	Labels []string
	Series Series
	Goal   float64
	// Percent keeps the axis from 0 to 100 and writes "%".
	Percent bool
}

// Chart is anything that can be drawn.
type Chart interface {
	plot(variant font.Variant) (*plot.Plot, error)
}

// The families of letters: without serifs for screens and slides, with them for papers.
const (
	sans  font.Variant = "Sans"
	serif font.Variant = "Serif"
)

// size of a chart in points; a slide shows it as large as it likes.
const (
	width  = 480 * vg.Length(1)
	height = 270 * vg.Length(1)
)

func letters(variant font.Variant, size vg.Length, bold bool) font.Font {
	f := font.Font{Typeface: "Liberation", Variant: variant, Size: size}
	if bold {
		f.Weight = xfont.WeightBold
	}
	return f
}

// base is an empty plot in the style of the program.
func base(title string, percent bool, variant font.Variant) *plot.Plot {
	p := plot.New()
	p.BackgroundColor = color.White
	p.Title.Text = title
	p.Title.TextStyle.Font, p.Title.TextStyle.Color, p.Title.Padding = letters(variant, 12, true), ink, 8
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.Tick.Label.Font, a.Tick.Label.Color = letters(variant, 9, false), quiet
		a.LineStyle.Color, a.Tick.LineStyle.Color = pale, pale
	}
	p.Y.Min = 0
	p.Y.Tick.Marker = plot.TickerFunc(func(lo, hi float64) []plot.Tick {
		ticks := plot.DefaultTicks{}.Ticks(lo, hi)
		for i := range ticks {
			if ticks[i].Label == "" {
				continue
			}
			ticks[i].Label = written(ticks[i].Value, percent)
		}
		return ticks
	})
	grid := plotter.NewGrid()
	grid.Vertical.Color = nil
	grid.Vertical.Width = 0
	grid.Horizontal.Color = pale
	p.Add(grid)
	return p
}

// written writes a value as papers do: "86,7%", "1.234".
func written(v float64, percent bool) string {
	if percent {
		if v < 100 && v > 99.9 { // what is not complete never shows as 100%
			v = 99.9
		}
		return strings.TrimSuffix(strings.Replace(fmt.Sprintf("%.1f", v), ".", ",", 1), ",0") + "%"
	}
	s := fmt.Sprintf("%.0f", v)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// scale gives the axis its room.
func scale(p *plot.Plot, percent bool, goal float64, values []float64) {
	most := goal
	for _, v := range values {
		if !math.IsNaN(v) {
			most = max(most, v)
		}
	}
	p.Y.Max = most * 1.12
	if percent {
		p.Y.Max = max(min(math.Ceil(most*1.15/10)*10, 110), 10)
	}
	if p.Y.Max <= 0 {
		p.Y.Max = 1
	}
}

// names puts labels under the places 0, 1, 2, …; when there are many they lean.
func names(p *plot.Plot, labels []string) {
	p.X.Tick.Marker = plot.TickerFunc(func(_, _ float64) []plot.Tick {
		ticks := make([]plot.Tick, len(labels))
		for i, l := range labels {
			ticks[i] = plot.Tick{Value: float64(i), Label: l}
		}
		return ticks
	})
	p.X.Min, p.X.Max = -0.5, float64(len(labels))-0.5
	p.X.Tick.LineStyle.Width = 0
	long := 0
	for _, l := range labels {
		long = max(long, len([]rune(l)))
	}
	if len(labels)*long > 80 {
		p.X.Tick.Label.Rotation = math.Pi / 5
		p.X.Tick.Label.XAlign, p.X.Tick.Label.YAlign = draw.XRight, draw.YCenter
	}
}

func goalLine(p *plot.Plot, goal float64, places int) error {
	if goal <= 0 {
		return nil
	}
	line, err := plotter.NewLine(plotter.XYs{{X: -0.5, Y: goal}, {X: float64(places) - 0.5, Y: goal}})
	if err != nil {
		return err
	}
	line.Color, line.Width, line.Dashes = goalOf, 1, []vg.Length{4, 3}
	p.Add(line)
	return nil
}

// labelShare is the part of the height of a chart that a value takes above its place.
const labelShare = 0.085

// above is where the value of a place is written: over the line of the goal when that would run through it.
func above(value, goal, top float64) float64 {
	if goal > value && goal < value+labelShare*top {
		return goal
	}
	return value
}

// valued writes values above their places.
func valued(p *plot.Plot, points plotter.XYs, percent bool, goal float64, variant font.Variant) error {
	texts, places := make([]string, len(points)), make(plotter.XYs, len(points))
	for i, at := range points {
		texts[i] = written(at.Y, percent)
		places[i] = plotter.XY{X: at.X, Y: above(at.Y, goal, p.Y.Max)}
	}
	labels, err := plotter.NewLabels(plotter.XYLabels{XYs: places, Labels: texts})
	if err != nil {
		return err
	}
	for i := range labels.TextStyle {
		labels.TextStyle[i].Font, labels.TextStyle[i].Color = letters(variant, 9, false), ink
		labels.TextStyle[i].XAlign, labels.TextStyle[i].YAlign = draw.XCenter, draw.YBottom
	}
	labels.Offset.Y = 4
	p.Add(labels)
	return nil
}

// known are the values that are known, at their places.
func (s Series) known() plotter.XYs {
	var points plotter.XYs
	for i, v := range s.Values {
		if !math.IsNaN(v) {
			points = append(points, plotter.XY{X: float64(i), Y: v})
		}
	}
	return points
}

func (l Lines) plot(variant font.Variant) (*plot.Plot, error) {
	p := base(l.Title, l.Percent, variant)
	names(p, l.Labels)
	scale(p, l.Percent, l.Goal, l.Series.Values)
	if err := goalLine(p, l.Goal, len(l.Labels)); err != nil {
		return nil, err
	}
	points := l.Series.known()
	if len(points) == 0 {
		return p, nil
	}
	for from := 0; from < len(points); {
		to := from + 1
		for to < len(points) && points[to].X == points[to-1].X+1 {
			to++
		}
		line, dots, err := plotter.NewLinePoints(points[from:to]) // what is not known breaks the line
		if err != nil {
			return nil, err
		}
		line.Color, line.Width = accent, 2
		dots.Color, dots.Shape, dots.Radius = accent, draw.CircleGlyph{}, 3
		p.Add(line, dots)
		from = to
	}
	return p, valued(p, points, l.Percent, l.Goal, variant)
}

func (b Bars) plot(variant font.Variant) (*plot.Plot, error) {
	p := base(b.Title, b.Percent, variant)
	names(p, b.Labels)
	scale(p, b.Percent, b.Goal, b.Series.Values)
	points := b.Series.known()
	heights := make(plotter.Values, len(b.Series.Values))
	for _, at := range points {
		heights[int(at.X)] = at.Y
	}
	if len(heights) > 0 {
		bars, err := plotter.NewBarChart(heights, min(40, 300/vg.Length(len(heights))))
		if err != nil {
			return nil, err
		}
		bars.Color, bars.LineStyle.Width = accent, 0
		p.Add(bars)
	}
	if err := goalLine(p, b.Goal, len(b.Labels)); err != nil {
		return nil, err
	}
	return p, valued(p, points, b.Percent, b.Goal, variant)
}

// PNG draws a chart as a picture of a width in pixels.
func PNG(c Chart, pixels int) ([]byte, error) {
	p, err := c.plot(sans)
	if err != nil {
		return nil, fmt.Errorf("chart: %w", err)
	}
	canvas := vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(int(float64(pixels)*72/float64(width)+0.5)))
	p.Draw(draw.New(canvas))
	var b bytes.Buffer
	if _, err := (vgimg.PngCanvas{Canvas: canvas}).WriteTo(&b); err != nil {
		return nil, fmt.Errorf("chart: %w", err)
	}
	return b.Bytes(), nil
}

// SVG draws a chart as vectors, with texts as texts.
func SVG(c Chart) ([]byte, error) {
	p, err := c.plot(sans)
	if err != nil {
		return nil, fmt.Errorf("chart: %w", err)
	}
	canvas := vgsvg.New(width, height)
	p.Draw(draw.New(canvas))
	var b bytes.Buffer
	if _, err := canvas.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("chart: %w", err)
	}
	return b.Bytes(), nil
}

// Draw draws a chart for a paper on a canvas of a size in points, such as a page.
func Draw(c Chart, canvas vg.Canvas, width, height float64) error {
	p, err := c.plot(serif)
	if err != nil {
		return fmt.Errorf("chart: %w", err)
	}
	p.BackgroundColor = nil // the paper is white
	p.Draw(draw.NewCanvas(canvas, vg.Length(width), vg.Length(height)))
	return nil
}
