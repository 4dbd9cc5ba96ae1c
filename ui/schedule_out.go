package ui

import (
	"context"
	"fmt"

	"cosohoi/app"
	"cosohoi/ui/kit"
)

// chooseOut offers the ways in which the schedule leaves the program.
func (i *inspectionsScreen) chooseOut() {
	year := i.yearInView()
	kit.ShowMenu(i.more, []kit.Option{
		{ID: "year", Label: fmt.Sprintf("In lịch kiểm tra năm %d…", year)},
		{ID: "ics", Label: "Lưu cho điện thoại, Outlook (.ics)…"},
		{ID: "csv", Label: "Lưu bảng CSV…"},
	}, func(id string) {
		switch id {
		case "year":
			i.printYear(year)
		case "ics":
			i.saveSchedule("Lưu lịch cho điện thoại, Outlook", ".ics")
		case "csv":
			i.saveSchedule("Lưu lịch thành bảng CSV", ".csv")
		}
	})
}

// yearInView is the year that the calendar shows or, while the list is shown, that of the day in view.
func (i *inspectionsScreen) yearInView() int {
	if i.views.Selected() != viewList && !i.calendar.first.IsZero() {
		return i.calendar.first.Year
	}
	return i.on.Year
}

// saveSchedule writes the schedule of the term in view to a file.
func (i *inspectionsScreen) saveSchedule(title, ending string) {
	on, term := i.on, number(i.term.ID())
	i.saveFile(title, "lich-kiem-tra", ending, func(ctx context.Context, path string) error {
		return i.office.SaveSchedule(ctx, path, on, term)
	}, func(path string) {
		kit.Tell(i.win, "Đã lưu", "Lịch kiểm tra đã được lưu vào “"+path+"”.")
	})
}

// printYear shows the calendar page of a year, to be saved or printed.
func (i *inspectionsScreen) printYear(year int) {
	on, unit, latest := i.on, i.shell.unit, 0
	load(i.shell, &latest, func(ctx context.Context) (app.Paper, error) { return i.office.YearPlanPaper(ctx, on, year, unit) }, func(paper app.Paper) {
		i.showPaper(paper, "Lịch kiểm tra")
	})
}
