package ui

import (
	"bytes"
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/ui/kit"
)

// trend is how the targets of a unit moved; it is read once for all of them.
type trend struct {
	unit   int64
	points []app.TrendPoint
}

// withTrend reads how the targets of a unit moved and goes on.
func (t *targetsScreen) withTrend(unit int64, then func([]app.TrendPoint)) {
	on, latest := t.on, 0
	if t.trended != nil && t.trended.unit == unit {
		then(t.trended.points)
		return
	}
	load(t.shell, &latest, func(ctx context.Context) ([]app.TrendPoint, error) { return t.office.TargetTrend(ctx, on, unit) }, func(points []app.TrendPoint) {
		t.trended = &trend{unit, points}
		then(points)
	})
}

// picture shows a chart as large as there is room.
func picture(f app.ChartFile) fyne.CanvasObject {
	image := canvas.NewImageFromReader(bytes.NewReader(f.PNG), f.Title)
	image.FillMode = canvas.ImageFillContain
	image.ScaleMode = canvas.ImageScaleSmooth
	return image
}

// trend shows how a target moved in a unit.
func (t *targetsScreen) trend(m app.MeasuredTarget, unit int64, label string) fyne.CanvasObject {
	holder := container.NewStack(kit.NewEmpty("Đang tính các kỳ trước…", nil))
	t.withTrend(unit, func(points []app.TrendPoint) {
		latest := 0
		load(t.shell, &latest, func(context.Context) (app.ChartFile, error) { return app.TrendChart(m.Target, points) }, func(f app.ChartFile) {
			holder.Objects = []fyne.CanvasObject{below(8, 1, kit.Caption(label+" · cuối mỗi 6 tháng").Wrapping(), picture(f), t.saveChartActions(f))}
			holder.Refresh()
		})
	})
	return holder
}

// saveChartActions save a chart for a slide.
func (t *targetsScreen) saveChartActions(f app.ChartFile) fyne.CanvasObject {
	return line(-1, kit.NewAction("Lưu ảnh PNG…", "", func() { t.saveChart(f, ".png") }), kit.NewAction("Lưu SVG…", "", func() { t.saveChart(f, ".svg") }))
}

func (t *targetsScreen) saveChart(f app.ChartFile, ending string) {
	t.saveFile("Lưu biểu đồ", app.FileName(f.Title), ending, func(_ context.Context, path string) error { return app.SaveChart(path, f) }, func(path string) {
		kit.Tell(t.win, "Đã lưu", "Biểu đồ đã được lưu vào “"+path+"”.")
	})
}

// The charts of the sheet.
const (
	chartPlaces = "places"
	chartTrend  = "trend"
	chartParty  = "party"
	chartFunnel = "funnel"
)

// showCharts opens the charts of the unit in view, to be saved for a slide.
func (t *targetsScreen) showCharts() {
	m, ok := t.target()
	if !ok {
		return
	}
	holder := container.NewStack()
	var shown *app.ChartFile
	latest := 0
	draw := func(id string) {
		on, board := t.on, t.board
		show := func(f app.ChartFile) {
			shown = &f
			holder.Objects = []fyne.CanvasObject{picture(f)}
			holder.Refresh()
		}
		switch id {
		case chartFunnel:
			load(t.shell, &latest, func(ctx context.Context) (app.ChartFile, error) { return t.office.FunnelChart(ctx, on, board.Unit.ID) }, show)
		case chartPlaces:
			load(t.shell, &latest, func(context.Context) (app.ChartFile, error) { return app.PlaceChart(board, m.Target) }, show)
		default:
			t.withTrend(board.Unit.ID, func(points []app.TrendPoint) {
				load(t.shell, &latest, func(context.Context) (app.ChartFile, error) {
					if id == chartParty {
						return app.PartyChart(points)
					}
					return app.TrendChart(m.Target, points)
				}, show)
			})
		}
	}
	which := kit.NewChip("Biểu đồ", []kit.Option{
		{ID: chartPlaces, Label: m.Code + " theo đơn vị"}, {ID: chartTrend, Label: m.Code + " qua các kỳ"},
		{ID: chartParty, Label: "Chi hội trưởng là đảng viên"}, {ID: chartFunnel, Label: "Phễu phát triển Đảng"},
	}, draw)
	which.SetID(chartPlaces)
	save := func(ending string) func() {
		return func() {
			if shown != nil {
				t.saveChart(*shown, ending)
			}
		}
	}
	var shut func()
	shut = kit.ShowSheet(t.win, "Biểu đồ: "+app.UnionName(t.board.Unit, false), below(8, 1, line(-1, which), holder), []*kit.Action{
		kit.NewAction("Đóng", "Esc", func() { shut() }), kit.NewAction("Lưu SVG…", "", save(".svg")), kit.NewAction("Lưu ảnh PNG…", "", save(".png")).Primary(),
	}, 980, 560)
	draw(chartPlaces)
}
