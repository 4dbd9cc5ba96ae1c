package app

import (
	"context"
	"fmt"

	"cosohoi/data"
	"cosohoi/data/day"
)

// ReminderList is what a reminder counts, ready for a table of three columns.
type ReminderList struct {
	Heads [3]string
	Rows  []ReminderRow
}

// ReminderRow is one of them. Ref names its record as the window does: "u:12" a unit, "c:34" a cadre, "v:56" a visit; "" has none.
type ReminderRow struct {
	Ref   string
	Cells [3]string
	Late  bool
}

// ReminderList lists what a reminder of an overview counts.
func (o *Office) ReminderList(ctx context.Context, on day.Date, unit int64, r Reminder) (ReminderList, error) {
	s := data.Scope{On: on, Unit: unit}
	switch r.Kind {
	case RemindVacant:
		posts, err := o.db.VacantPosts(ctx, s, r.Level)
		list := ReminderList{Heads: [3]string{"Đơn vị", "Chức danh khuyết", "Khuyết từ"}}
		for _, p := range posts {
			since := "chưa ghi ai"
			if !p.EndedOn.IsZero() {
				since = p.EndedOn.String()
			}
			list.Rows = append(list.Rows, ReminderRow{Ref: unitRef(p.UnitID), Cells: [3]string{p.UnitLabel(), p.PositionName, since}})
		}
		return list, err
	case RemindWaiting:
		posts, err := o.db.Waiting(ctx, s)
		if err != nil {
			return ReminderList{}, err
		}
		return o.listPosts(ctx, onePerCadre(posts))
	case RemindTerms:
		return o.listTerms(ctx, s)
	case RemindProbation:
		cadres, err := o.db.ProbationOver(ctx, s)
		return o.listCadres(ctx, on, cadres, err, "Vào Đảng dự bị", func(c data.Cadre) (string, bool) { return c.PartyProbationOn.String(), false })
	case RemindRetirement:
		retiring, err := o.retiring(ctx, s)
		cadres, last := make([]data.Cadre, len(retiring)), map[int64]day.Date{}
		for i, r := range retiring {
			cadres[i], last[r.ID] = r.Cadre, r.last
		}
		return o.listCadres(ctx, on, cadres, err, "Nghỉ hưu sau ngày", func(c data.Cadre) (string, bool) { return last[c.ID].String(), last[c.ID].Before(on) })
	case RemindReturns:
		return o.listLateReturns(ctx, on)
	case RemindVisits:
		return o.listOverdue(ctx, s)
	case RemindRemedies, RemindConclusions, RemindUnvisited, RemindRecurrent:
		return o.listFollowing(ctx, s, r.Kind)
	case RemindRequests:
		return o.listRequests(ctx, s)
	case RemindCertificates:
		return o.listCertificates(ctx, s)
	case RemindTwins:
		cadres, err := o.twinCadres(ctx)
		return o.listCadres(ctx, on, cadres, err, "Ngày sinh", func(c data.Cadre) (string, bool) { return c.Birth.String(), false })
	}
	return ReminderList{}, fmt.Errorf("no list of %q", r.Kind)
}

func unitRef(id int64) string  { return fmt.Sprintf("u:%d", id) }
func cadreRef(id int64) string { return fmt.Sprintf("c:%d", id) }

// listCadres lists cadres with their main posts and, in the last column, what a function says.
func (o *Office) listCadres(ctx context.Context, on day.Date, cadres []data.Cadre, err error, last string, say func(data.Cadre) (string, bool)) (ReminderList, error) {
	if err != nil {
		return ReminderList{}, err
	}
	list := ReminderList{Heads: [3]string{"Họ và tên", "Chức danh, đơn vị", last}, Rows: make([]ReminderRow, len(cadres))}
	rows, err := o.cadreRows(ctx, on, cadres)
	for i, r := range rows {
		text, late := say(cadres[i])
		list.Rows[i] = ReminderRow{cadreRef(r.ID), [3]string{r.Name, postOf(r), text}, late}
	}
	return list, err
}

// postOf names the main post of a row: "Chi hội trưởng xóm 4, xã Hải Vân".
func postOf(r CadreRow) string {
	if r.Title == "" {
		return "không giữ chức danh"
	}
	return r.Title
}

// listPosts lists posts that ended, with those who held them.
func (o *Office) listPosts(ctx context.Context, posts []data.Post) (ReminderList, error) {
	ids := make([]int64, len(posts))
	for i, p := range posts {
		ids[i] = p.CadreID
	}
	cadres, err := o.db.CadresByID(ctx, ids)
	list := ReminderList{Heads: [3]string{"Họ và tên", "Chức danh đã giữ", "Đến ngày"}}
	for _, p := range posts {
		list.Rows = append(list.Rows, ReminderRow{Ref: cadreRef(p.CadreID), Cells: [3]string{cadres[p.CadreID].FullName, PostTitle(p), p.EndedOn.String()}})
	}
	return list, err
}

// listOverdue lists the visits of the term that are past their round.
func (o *Office) listOverdue(ctx context.Context, s data.Scope) (ReminderList, error) {
	term, _, err := o.TermOn(ctx, s.On)
	if err != nil {
		return ReminderList{}, err
	}
	visits, err := o.openVisits(ctx, s, term)
	list := ReminderList{Heads: [3]string{"Đơn vị", "Đợt", "Dự kiến"}}
	for _, v := range visits {
		if v.State == Overdue {
			list.Rows = append(list.Rows, ReminderRow{Ref: fmt.Sprintf("v:%d", v.ID), Cells: [3]string{v.UnitLabel(), v.Round, v.PlannedOn.String()}, Late: true})
		}
	}
	return list, err
}

// requestNames are the requests about personal data in words.
var requestNames = map[string]string{
	data.RequestAccess: "xem dữ liệu", data.RequestCorrect: "sửa dữ liệu", data.RequestErase: "xóa dữ liệu",
	data.RequestRestrict: "hạn chế xử lý", data.RequestObject: "phản đối xử lý",
}

// listRequests lists the requests about personal data without an answer.
func (o *Office) listRequests(ctx context.Context, s data.Scope) (ReminderList, error) {
	requests, err := o.db.PersonalRequests(ctx)
	list := ReminderList{Heads: [3]string{"Người yêu cầu", "Yêu cầu", "Trả lời trước"}}
	for _, r := range requests {
		if !r.AnsweredOn.IsZero() {
			continue
		}
		row := ReminderRow{Cells: [3]string{r.Person, requestNames[r.Request], r.AnswerBy.String()}, Late: r.AnswerBy.Before(s.On)}
		if r.CadreID != 0 {
			row.Ref = cadreRef(r.CadreID)
		}
		list.Rows = append(list.Rows, row)
	}
	return list, err
}

func (o *Office) listTerms(ctx context.Context, s data.Scope) (ReminderList, error) {
	terms, err := o.termsRunningOut(ctx, s)
	if err != nil {
		return ReminderList{}, err
	}
	ids := make([]int64, 0, len(terms))
	for _, t := range terms {
		ids = append(ids, t.unit)
	}
	units, err := o.db.NamedOn(ctx, s.On, ids)
	list := ReminderList{Heads: [3]string{"Đơn vị", "Nhiệm kỳ", "Kết thúc"}}
	for _, t := range terms {
		row := ReminderRow{Cells: [3]string{"Nhiệm kỳ chung (Cài đặt)", t.name, t.last.String()}, Late: t.last.Before(s.On)}
		if t.unit != 0 {
			row.Ref, row.Cells[0] = unitRef(t.unit), UnionName(units[t.unit], false)
		}
		list.Rows = append(list.Rows, row)
	}
	return list, err
}

func (o *Office) listCertificates(ctx context.Context, s data.Scope) (ReminderList, error) {
	steps, err := o.db.CertificatesExpiring(ctx, s, s.On.AddDays(runningOutDays))
	if err != nil {
		return ReminderList{}, err
	}
	ids := make([]int64, len(steps))
	for i, step := range steps {
		ids[i] = step.CadreID
	}
	byID, err := o.db.CadresByID(ctx, ids)
	cadres := make([]data.Cadre, len(steps))
	expires := map[int64]day.Date{}
	for i, step := range steps {
		cadres[i], expires[step.CadreID] = byID[step.CadreID], step.ExpiresOn
	}
	return o.listCadres(ctx, s.On, cadres, err, "Giấy chứng nhận hết hạn", func(c data.Cadre) (string, bool) { return expires[c.ID].String(), false })
}
