package app

import (
	"context"
	"fmt"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/reports"
	"cosohoi/reports/chart"
)

// ChartFile is a chart that is drawn: a picture for slides and its twin in vectors.
type ChartFile struct {
	Title    string
	PNG, SVG []byte
}

// chartPixels is the width of the picture: sharp on a slide.
const chartPixels = 1600

// drawChart draws a chart in both forms.
func drawChart(title string, c chart.Chart) (ChartFile, error) {
	f := ChartFile{Title: title}
	var err error
	if f.PNG, err = chart.PNG(c, chartPixels); err != nil {
		return f, err
	}
	f.SVG, err = chart.SVG(c)
	return f, err
}

// SaveChart writes a chart to a file, as a picture or as vectors by its ending.
func SaveChart(path string, f ChartFile) error {
	content := f.PNG
	if strings.HasSuffix(strings.ToLower(path), ".svg") {
		content = f.SVG
	}
	return reports.WriteFile(path, content)
}

// share is a value in per cent, or a number; missing when there is nothing to share.
func (t Target) share(v TargetValue) float64 {
	switch {
	case t.IsTotal():
		return float64(v.Numerator)
	case v.Denominator == 0:
		return chart.Missing()
	}
	return 100 * float64(v.Numerator) / float64(v.Denominator)
}

// monthOf is a day as it stands under a chart: "06/2024".
func monthOf(d day.Date) string { return fmt.Sprintf("%02d/%d", d.Month, d.Year) }

// TrendChart draws how a target moved in a unit.
func TrendChart(t Target, points []TrendPoint) (ChartFile, error) {
	c := chart.Lines{Title: t.Code + ": " + shortOf(t.Name, 90), Goal: t.Goal, Percent: !t.IsTotal()}
	for _, p := range points {
		c.Labels = append(c.Labels, monthOf(p.On))
		c.Series.Values = append(c.Series.Values, t.share(p.Values[t.Code]))
	}
	return drawChart(c.Title, c)
}

// PartyChart draws the share of Party members among chi hội trưởng since the day for which the plan gives it.
func PartyChart(points []TrendPoint) (ChartFile, error) {
	c := chart.Lines{Title: "Tỷ lệ chi hội trưởng là đảng viên (mốc 01/2023 của Kế hoạch 77: " + vietnamese.Decimal(PartyShareBefore, 1) + "%)", Percent: true}
	for _, p := range points {
		c.Labels = append(c.Labels, monthOf(p.On))
		c.Series.Values = append(c.Series.Values, Target{Readings: []Reading{{}}}.share(p.Party))
	}
	return drawChart("Tỷ lệ chi hội trưởng là đảng viên", c)
}

// FunnelChart draws how many chi hội trưởng have come how far on the way to the Party in a unit, 0 for the province.
func (o *Office) FunnelChart(ctx context.Context, on day.Date, unit int64) (ChartFile, error) {
	if unit == 0 {
		province, err := o.Province(ctx, on)
		if err != nil {
			return ChartFile{}, err
		}
		unit = province.ID
	}
	counts, err := o.PartyFunnel(ctx, on, unit)
	if err != nil {
		return ChartFile{}, err
	}
	c := chart.Bars{Title: "Chi hội trưởng trên đường phát triển Đảng, " + on.String()}
	for _, s := range append([]data.PartyStage{StageNone}, PartyStages...) {
		c.Labels = append(c.Labels, map[data.PartyStage]string{StageNone: "Chưa có bước", data.StageOutstanding: "Ưu tú", data.StageCourse: "Bồi dưỡng", data.StageIntroduced: "Giới thiệu", StageProbation: "Dự bị", StageOfficial: "Chính thức"}[s])
		c.Series.Values = append(c.Series.Values, float64(counts[s].Heads))
	}
	return drawChart(c.Title, c)
}

// PlaceChart draws a target in the units of a board.
func PlaceChart(b TargetBoard, t Target) (ChartFile, error) {
	c := chart.Bars{Title: t.Code + " theo đơn vị: " + shortOf(t.Name, 80), Goal: t.Goal, Percent: !t.IsTotal()}
	for i, m := range b.Targets {
		if m.Code != t.Code {
			continue
		}
		for _, r := range b.Rows {
			if share := t.share(r.Values[i]); r.Values[i] != (TargetValue{}) {
				c.Labels = append(c.Labels, r.Name)
				c.Series.Values = append(c.Series.Values, share)
			}
		}
	}
	return drawChart(c.Title, c)
}

// shortOf cuts a text at a word.
func shortOf(text string, most int) string {
	r := []rune(text)
	if len(r) <= most {
		return text
	}
	cut := string(r[:most])
	if at := strings.LastIndex(cut, " "); at > 0 {
		cut = cut[:at]
	}
	return cut + "…"
}
