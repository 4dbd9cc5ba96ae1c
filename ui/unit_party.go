package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// stageRow is how many stand at a stage on the way to the Party.
type stageRow struct {
	stage data.PartyStage
	data.StageCount
}

// party shows how far the cadres of a unit and below are on the way to the Party, and what kind of people its chi hội trưởng are (plan
// 77/KH-BCH, chỉ tiêu 2).
func (u *unitsScreen) party(p app.UnitPage) fyne.CanvasObject {
	heads := kit.Body("").Wrapping()
	table := kit.NewDataTable([]kit.Column[stageRow]{
		{ID: "stage", Title: "Bước phát triển Đảng", Width: 220, Grow: 1, Cell: func(r stageRow) kit.Cell {
			if r.stage == "" {
				return kit.Cell{Text: "Chưa có bước nào"}
			}
			return kit.Cell{Text: app.PartyStageName(r.stage)}
		}},
		{ID: "all", Title: "Cán bộ", Width: 110, Cell: func(r stageRow) kit.Cell { return kit.Cell{Text: kit.Number(r.All)} }},
		{ID: "heads", Title: "Chi hội trưởng", Width: 130, Cell: func(r stageRow) kit.Cell { return kit.Cell{Text: kit.Number(r.Heads)} }},
	}, func(r stageRow) string { return string(r.stage) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[stageRow], error) {
		counts, err := u.office.PartyFunnel(ctx, u.dayInView(), p.Unit.ID)
		if err != nil {
			return kit.Page[stageRow]{}, err
		}
		var rows []stageRow
		for _, s := range append([]data.PartyStage{""}, append(app.PartyStages, data.StageStopped)...) {
			if n := counts[s]; n.All > 0 || s != data.StageStopped {
				rows = append(rows, stageRow{s, n})
			}
		}
		return fromSlice(rows)(ctx, sort, offset, limit)
	})
	table.SetRunner(u.background)
	table.OnError = u.fail
	table.Reload()
	on, latest := u.on, 0
	load(u.shell, &latest, func(ctx context.Context) (data.HeadProfile, error) {
		return u.office.BranchHeadProfile(ctx, on, p.Unit.ID)
	}, func(h data.HeadProfile) {
		heads.SetText(fmt.Sprintf("%s chi hội trưởng: %s là đảng viên (%s), %s là cán bộ, công chức nghỉ hưu, %s là thành viên tổ chức, đoàn thể khác.",
			kit.Number(h.All), kit.Number(h.Party), app.Percent(h.Party, h.All), kit.Number(h.Retired), kit.Number(h.OtherBodies)))
		relayout(heads)
	})
	return below(10, 1, heads, table)
}
