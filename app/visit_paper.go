package app

import (
	"context"
	"fmt"
	"strings"
	"time"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/reports"
	"cosohoi/reports/layout"
)

// visitFacts are what the papers on a visit say of it.
type visitFacts struct {
	page  VisitPage
	scope reports.InspectionScope
	unit  string
	on    day.Date
	form  VisitForm
	found VisitFindings
	// first is the visit that this one looks at again, with what became of its remedies; of a recheck only.
	first     data.Visit
	rechecked []RecheckLine
}

// visitFacts collects a visit as it stands on a day.
func (o *Office) visitFacts(ctx context.Context, on day.Date, id int64, basis string) (f visitFacts, err error) {
	if f.page, err = o.VisitPage(ctx, on, id); err != nil {
		return f, err
	}
	visit := f.page.Visit
	f.unit, f.on = inspectedUnit(f.page.VisitRow), visitDay(visit)
	if f.form, err = o.VisitForm(ctx, visit); err != nil {
		return f, err
	}
	if f.found, err = o.VisitFindings(ctx, on, visit); err != nil {
		return f, err
	}
	f.scope = inspectionScope(basis, f.page.Period, f.form)
	if visit.RecheckOf == 0 {
		return f, nil
	}
	if f.first, err = o.db.Visit(ctx, visit.RecheckOf); err != nil {
		return f, err
	}
	f.scope.Subject = "việc khắc phục kiến nghị của lần kiểm tra " + layout.LongDate(f.first.DoneOn.Time())
	f.rechecked, err = o.RecheckLines(ctx, on, visit)
	return f, err
}

// visitPaper collects a paper on one visit: its minutes or its conclusion.
func (o *Office) visitPaper(ctx context.Context, r PaperRequest) (drafter, string, error) {
	letterhead, basis, err := o.basisOf(ctx, r)
	if err != nil {
		return nil, "", err
	}
	f, err := o.visitFacts(ctx, r.AsOf, r.Visit, basis)
	if err != nil {
		return nil, "", err
	}
	if letterhead, err = o.inspectorLetterhead(ctx, letterhead, f.on, f.page.Inspector); err != nil {
		return nil, "", err
	}
	what := "kiểm tra "
	if f.page.RecheckOf != 0 {
		what = "kiểm tra lại "
	}
	if r.Kind == reports.InspectionConclusionID {
		conclusion, err := o.conclusion(ctx, f)
		conclusion.Letterhead, conclusion.Date, conclusion.Year = letterhead, r.Date.Time(), r.draftYear()
		return conclusion, "Thông báo kết luận " + what + vietnamese.LowerFirst(f.page.Unit.Label()), err
	}
	minutes, err := o.minutes(ctx, f)
	minutes.Letterhead, minutes.Year = letterhead, r.draftYear()
	return minutes, "Biên bản " + what + vietnamese.LowerFirst(f.page.Unit.Label()), err
}

// conclusion says of a visit what the unit is told.
func (o *Office) conclusion(ctx context.Context, f visitFacts) (reports.InspectionConclusion, error) {
	about, err := o.aboutUnit(ctx, f.on, f.page.Unit)
	if note := strings.Join(lines(f.page.Note), " "); note != "" {
		about += " Nội dung ghi nhận qua kiểm tra: " + note
	}
	c := reports.InspectionConclusion{
		Scope: f.scope, Unit: f.unit, Visited: f.page.DoneOn.Time(), About: about, Score: scoreOf(f.form),
		First: f.first.DoneOn.Time(), Rechecked: recheckedItems(f), Remedies: f.remedies(), ReportBy: f.page.ReportBy.Time(),
	}
	c.Strengths, c.Shortcomings = f.remarks(false)
	for _, s := range f.found.Shortcomings {
		c.Causes = appendNew(c.Causes, s.Cause)
	}
	return c, err
}

// remarks are what a paper says well and ill of the unit; whole as in shortcomingText. A recheck begins with what became of the
// remedies.
func (f visitFacts) remarks(whole bool) (well, ill []string) {
	done, known := 0, 0
	for _, l := range f.rechecked {
		if l.Remedy.CheckedIn != f.page.ID {
			continue
		}
		known++
		if l.Remedy.Verdict == data.RemedyDone {
			done++
			continue
		}
		text := l.Finding.Text
		if text == "" {
			text = l.Remedy.Action
		}
		ill = append(ill, text+" ("+vietnamese.LowerFirst(remedyVerdictWords[l.Remedy.Verdict])+")")
	}
	if done > 0 {
		well = append(well, fmt.Sprintf("Đã khắc phục %s/%s kiến nghị được kiểm tra lại", reports.Count(done), reports.Count(known)))
	}
	for _, s := range f.found.Strengths {
		well = append(well, s.Text)
	}
	for _, s := range f.found.Shortcomings {
		ill = append(ill, shortcomingText(s, f.found.Earlier, whole))
	}
	return well, ill
}

// minutes record what a visit found; before it was held they are filled in by hand.
func (o *Office) minutes(ctx context.Context, f visitFacts) (reports.InspectionMinutes, error) {
	v := f.page.Visit
	m := reports.InspectionMinutes{
		Scope: f.scope, Unit: f.unit, Place: v.Place, UnitOpinion: v.Opinion, Remedies: f.remedies(), ByHand: v.DoneOn.IsZero(),
		Score: scoreOf(f.form), First: f.first.DoneOn.Time(), Rechecked: recheckedItems(f),
	}
	if !m.ByHand {
		if m.Place == "" { // a visit without a place was held at the unit
			m.Place = "trụ sở " + f.unit
		}
		m.Start, m.End = moment(v.DoneOn, v.StartsAt), moment(v.DoneOn, v.EndsAt)
		if !v.BegunOn.IsZero() {
			m.Start = moment(v.BegunOn, v.StartsAt)
		}
	}
	var err error
	if m.Members, err = o.teamMembers(ctx, f.on, f.page.Team); err != nil {
		return m, err
	}
	for _, member := range f.page.Team {
		if member.Role == data.Secretary {
			m.Secretary = member.FullName
		}
	}
	staff, err := o.StaffOf(ctx, f.on, f.page.UnitID, "")
	if err != nil {
		return m, err
	}
	for i, s := range staff {
		if i == 0 {
			m.UnitHead = s.Name
		}
		if i < 3 { // head and deputies; the office adds who else came
			m.UnitMembers = append(m.UnitMembers, reports.TeamMember{Name: s.Name, Post: s.Post})
		}
	}
	m.Items, m.Table, m.Pointed = inspectedItems(f)
	if note := strings.Join(lines(f.page.Note), " "); note != "" {
		m.Items = append(m.Items, reports.InspectedItem{Content: "Nội dung ghi nhận", Result: note})
	}
	m.Strengths, m.Shortcomings = f.remarks(true)
	return m, nil
}

// moment is a time of a day; an unknown one is its midnight.
func moment(on day.Date, clock string) time.Time {
	t, err := time.Parse("15:04", clock)
	if err != nil {
		return on.Time()
	}
	return on.Time().Add(time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute)
}

// inspectedItems are the items of the form of a visit with what was found, or the contents that the plan names where the office has no
// form. A recheck has them only when its form was filled in: it looks at remedies.
func inspectedItems(f visitFacts) (items []reports.InspectedItem, table, pointed bool) {
	if f.page.RecheckOf != 0 && f.form.Score.Answered == 0 {
		return nil, false, false
	}
	if len(f.form.Lines) == 0 {
		for _, content := range inspectedContents {
			items = append(items, reports.InspectedItem{Content: content})
		}
		return items, false, false
	}
	for _, l := range f.form.Lines {
		item := reports.InspectedItem{Section: l.Item.Section, Content: l.Item.Text, Evidence: l.Answer.Seen}
		var said []string
		for _, text := range []string{verdictWords[l.Answer.Verdict], l.Answer.Note} {
			if text != "" {
				said = append(said, text)
			}
		}
		item.Result = strings.Join(said, ": ")
		if most := l.Item.MaxPoints; most > 0 {
			pointed = true
			if given, ok := PointsOf(l.Item, l.Answer); ok {
				item.Points = vietnamese.Decimal(given, -1) + "/" + vietnamese.Decimal(most, -1)
			} else if l.Answer.Verdict == "" {
				item.Points = "…/" + vietnamese.Decimal(most, -1)
			}
		}
		items = append(items, item)
	}
	return items, true, pointed
}

// verdictWords are what minutes say of an item.
var verdictWords = map[data.Verdict]string{data.Met: "Đạt", data.PartlyMet: "Đạt một phần", data.Unmet: "Chưa đạt", data.NotForUnit: "Không áp dụng"}

// scoreOf is what a form that was filled in adds up to, for papers.
func scoreOf(form VisitForm) reports.InspectionScore {
	s := form.Score
	percent, ok := s.Percent()
	if !ok {
		return reports.InspectionScore{}
	}
	return reports.InspectionScore{
		Points: vietnamese.Decimal(s.Points, -1) + "/" + vietnamese.Decimal(s.Max, -1), Level: s.Level, Failed: s.KnockedOut,
		Share: strings.TrimSuffix(vietnamese.Decimal(percent, 1), ",0") + "%",
	}
}

// shortcomingText is a shortcoming as papers say it: whether it came back and, in minutes, why and whether it was settled at the place.
func shortcomingText(f data.Finding, earlier map[int64]data.FindingAt, whole bool) string {
	var more []string
	if e, ok := earlier[f.RepeatsID]; ok {
		more = append(more, "đã được nêu tại lần kiểm tra ngày "+reports.ShortDate(e.DoneOn.Time()))
	}
	if whole && f.Cause != "" {
		more = append(more, "nguyên nhân: "+vietnamese.LowerFirst(strings.TrimRight(f.Cause, " .")))
	}
	if f.Settled != "" {
		more = append(more, vietnamese.LowerFirst(strings.TrimRight(f.Settled, " .")))
	}
	text := strings.TrimRight(strings.Join(lines(f.Text), " "), " .;")
	if more == nil {
		return text
	}
	return text + " (" + strings.Join(more, "; ") + ")"
}

// remedies are those that a paper asks for: those of the visit and, of a recheck, what the first visit asked for and is still to be done.
func (f visitFacts) remedies() []reports.Remedy {
	var all []reports.Remedy
	add := func(r RemedyRow) {
		all = append(all, reports.Remedy{Task: r.Action, Responsible: r.Who(), Due: r.DueOn.Time()})
	}
	for _, l := range f.rechecked {
		if l.Remedy.CheckedIn == f.page.ID && l.Remedy.Verdict != data.RemedyDone {
			add(l.Remedy)
		}
	}
	for _, r := range f.found.Remedies {
		if r.State != RemedyWithdrawn {
			add(r)
		}
	}
	return all
}

// remedyVerdictWords are what the minutes of a recheck say of a remedy.
var remedyVerdictWords = map[data.RemedyVerdict]string{data.RemedyDone: "Đã khắc phục", data.RemedyPartly: "Khắc phục một phần", data.RemedyNot: "Chưa khắc phục"}

// recheckedItems are what the first visit asked for, beside what the recheck found.
func recheckedItems(f visitFacts) []reports.RecheckedItem {
	var items []reports.RecheckedItem
	for _, l := range f.rechecked {
		if l.Remedy.State == RemedyWithdrawn {
			continue
		}
		item := reports.RecheckedItem{Finding: l.Finding.Text, Task: l.Remedy.Action, Due: l.Remedy.DueOn.Time()}
		if !l.Remedy.DoneOn.IsZero() {
			item.Told = "Đã khắc phục ngày " + reports.ShortDate(l.Remedy.DoneOn.Time())
			if l.Remedy.Proof != "" {
				item.Told += ": " + l.Remedy.Proof
			}
		}
		if l.Remedy.CheckedIn == f.page.ID {
			item.Result = remedyVerdictWords[l.Remedy.Verdict]
			if l.Remedy.CheckNote != "" {
				item.Result += ": " + l.Remedy.CheckNote
			}
		}
		items = append(items, item)
	}
	return items
}

// appendNew adds a text to a list that does not hold it yet.
func appendNew(list []string, text string) []string {
	if text == "" {
		return list
	}
	for _, known := range list {
		if strings.EqualFold(known, text) {
			return list
		}
	}
	return append(list, text)
}
