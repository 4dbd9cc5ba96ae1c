package ui

import (
	"context"

	"cosohoi/app"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// showOrgChart shows the chart of the unit in view, to be saved or printed.
func (u *unitsScreen) showOrgChart() {
	if u.unit == 0 {
		return
	}
	on, unit, latest := u.on, u.unit, 0
	load(u.shell, &latest, func(ctx context.Context) (app.Paper, error) { return u.office.OrgChartPaper(ctx, on, unit) }, func(paper app.Paper) {
		u.showPaper(paper, "Sơ đồ")
	})
}

// showPaper shows pages that are no document of the office, such as a chart or a calendar, to be saved or printed.
func (s *shell) showPaper(paper app.Paper, what string) {
	view := newPreview(s)
	var shut func()
	actions := []*kit.Action{
		kit.NewAction("Đóng", "Esc", func() { shut() }),
		kit.NewAction("In", "Ctrl+P", func() { s.openPaper(paper) }),
		kit.NewAction("Lưu PDF…", "Ctrl+S", func() {
			s.saveFile("Lưu "+vietnamese.LowerFirst(what)+" thành tệp PDF", paper.FileName, ".pdf", func(_ context.Context, path string) error {
				return app.SavePaper(path, paper)
			}, func(path string) { kit.Tell(s.win, "Đã lưu", what+" đã được lưu vào “"+path+"”.") })
		}).Primary(),
	}
	shut = kit.ShowSheet(s.win, paper.Title, view.content(), actions, 1180, 700)
	view.show(paper)
}
