package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// visitGeneral is the leaf “Chung”: when, where, who, and what was noted in general.
type visitGeneral struct {
	*visitPage
	holder *fyne.Container
}

func newVisitGeneral(p *visitPage) *visitGeneral { return &visitGeneral{visitPage: p} }

func (g *visitGeneral) leaf() visitLeaf {
	return visitLeaf{label: func(app.VisitRecord) string { return "Chung" }, content: g.content, show: g.show, edit: g.editDetails}
}

func (g *visitGeneral) content() fyne.CanvasObject {
	g.holder = container.NewStack()
	g.show()
	return g.holder
}

func (g *visitGeneral) show() {
	if g.holder == nil {
		return
	}
	r := g.record
	hours := strings.Trim(r.StartsAt+" – "+r.EndsAt, " –")
	left := []fyne.CanvasObject{
		line(0, kit.Section("Thông tin"), kit.NewAction("Sửa…", "F2", g.editDetails)),
		kit.Record([]kit.Pair{
			{Caption: "Kỳ kiểm tra", Value: r.Period.PeriodFrom.String() + " – " + r.Period.PeriodTo.String()},
			{Caption: "Hạn của đợt", Value: r.Period.DueOn.String()},
			{Caption: "Giờ", Value: hours},
			{Caption: "Địa điểm", Value: r.Place},
			{Caption: "Hạn báo cáo khắc phục", Value: r.ReportBy.String()},
			{Caption: "Ghi nhận của đoàn", Value: r.Note},
			{Caption: "Ý kiến của đơn vị", Value: r.Opinion},
		}),
	}
	right := []fyne.CanvasObject{line(0, kit.Section("Đoàn kiểm tra"), kit.NewAction("Phân công…", "", g.editTeam))}
	if len(r.Team) == 0 {
		right = append(right, kit.Body("Chưa phân công đoàn.").Quiet())
	}
	for _, m := range r.Team {
		right = append(right, line(0, kit.Body(m.FullName).Shrinking(), kit.Body(app.RoleName(m.Role)).Quiet()))
	}
	for _, b := range r.Busy {
		words := kit.Paragraph(busyText(b))
		words.SetColor(kit.Late)
		right = append(right, words)
	}
	if r.Reasons != "" {
		right = append(right, kit.Section("Vì sao chọn đơn vị này"))
		for _, reason := range strings.Split(r.Reasons, "\n") {
			right = append(right, kit.Paragraph("· "+reason))
		}
	}
	if s := r.Form.Score; s.Answered > 0 {
		right = append(right, kit.Section("Nội dung kiểm tra"), kit.Paragraph(scoreText(s)))
	}
	if len(r.Rechecks) > 0 {
		right = append(right, kit.Section("Kiểm tra lại"))
		for _, again := range r.Rechecks {
			day := again.PlannedOn
			if !again.DoneOn.IsZero() {
				day = again.DoneOn
			}
			right = append(right, line(-1, kit.NewLink("Cuộc kiểm tra lại ngày "+day.String(), func() { g.open(again.ID, nil) })))
		}
	}
	if first := r.RecheckOf; first != 0 {
		right = append(right, line(-1, kit.NewLink("Mở cuộc kiểm tra lần đầu", func() { g.open(first, nil) })))
	}
	g.holder.Objects = []fyne.CanvasObject{columns([]float32{0, 0}, scrolled(below(8, -1, left...)), scrolled(below(8, -1, right...)))}
	g.holder.Refresh()
}

// busyText says where a member is on the same day.
func busyText(b app.Busy) string {
	return "“" + b.Name + "” đã có trong đoàn kiểm tra " + vietnamese.LowerFirst(b.Unit) + " cùng ngày."
}

func (g *visitGeneral) editDetails() {
	v := g.record.Visit
	from, to, place := textInput(v.StartsAt), textInput(v.EndsAt), textInput(v.Place)
	report := g.visitDay(v.ReportBy)
	note, opinion := kit.NewNote(3), kit.NewNote(3)
	note.SetText(v.Note)
	opinion.SetText(v.Opinion)
	subForm(g.shell, "Thông tin cuộc kiểm tra "+vietnamese.LowerFirst(g.record.Unit.Label()), []kit.Field{
		{Label: "Từ giờ", Widget: from, Hint: "Ví dụ 08:00; để trống nếu chưa biết."},
		{Label: "Đến giờ", Widget: to},
		{Label: "Địa điểm", Widget: place, Hint: "Để trống nếu kiểm tra tại đơn vị."},
		{Label: "Hạn báo cáo khắc phục", Widget: report, Check: report.Check},
		{Label: "Ghi nhận của đoàn", Widget: note, Check: note.Check, Hint: "Được đưa vào báo cáo kết quả kiểm tra."},
		{Label: "Ý kiến của đơn vị", Widget: opinion, Check: opinion.Check},
	}, func() app.VisitDetails {
		d := app.VisitDetails{StartsAt: hourOf(from.Value()), EndsAt: hourOf(to.Value()), Place: place.Value(), Note: note.Value(), Opinion: opinion.Value()}
		d.ReportBy, _ = report.Date()
		return d
	}, func(ctx context.Context, d app.VisitDetails) error { return g.office.SaveVisitDetails(ctx, v.ID, d) })
}

// hourOf writes what people type for a time of the day, "8", "8h30", "8:30", as it is stored: "08:30". What it does not know it leaves.
func hourOf(typed string) string {
	typed = strings.ToLower(strings.ReplaceAll(typed, " ", ""))
	hour, minute, _ := strings.Cut(strings.NewReplacer("h", ":", "g", ":", ".", ":").Replace(typed), ":")
	if minute == "" {
		minute = "00"
	}
	if len(hour) == 1 {
		hour = "0" + hour
	}
	if len(hour) != 2 || len(minute) != 2 {
		return typed
	}
	return hour + ":" + minute
}

func (g *visitGeneral) editTeam() {
	v := g.record.Visit
	leader, team, busy := g.newTeamInputs(v, nil, g.record.Team)
	before := teamSeats(leader, team)
	kit.ShowForm(g.win, "Đoàn kiểm tra "+vietnamese.LowerFirst(g.record.Unit.Label()), []kit.Field{
		{Label: "Trưởng đoàn", Widget: leader, Check: leaderPicked(leader)},
		{Label: "Thành viên", Widget: team.Container, Notice: busy},
	}, kit.FormOptions{Width: 640, Changed: func() bool { return !sameSeats(before, teamSeats(leader, team)) }, Save: func(done func(error)) {
		seats := teamSeats(leader, team)
		g.do(func(ctx context.Context) error { return g.office.SaveTeam(ctx, []data.Visit{v}, seats) }, func(err error) { done(sentence(err)) })
	}})
}
