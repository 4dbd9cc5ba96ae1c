package app

import (
	"context"
	"fmt"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
)

// announced are the visits whose step the issue of a paper is: a notice announces the visits of a round that the province makes, and not yet
// held, a conclusion concludes one. Other papers take no step.
func (o *Office) announced(ctx context.Context, d data.Document) ([]data.Visit, error) {
	r, ok, err := readRequest(d)
	if err != nil || !ok {
		return nil, err
	}
	switch r.Kind {
	case reports.InspectionConclusionID:
		v, err := o.db.Visit(ctx, r.Visit)
		if IsNotFound(err) { // removed since the paper was drafted
			return nil, nil
		}
		return []data.Visit{v}, err
	case reports.InspectionNoticeID:
		round, err := o.db.Round(ctx, r.Round)
		if IsNotFound(err) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		rows, err := o.VisitsOf(ctx, o.Today(), []data.Round{round})
		var visits []data.Visit
		for _, row := range rows {
			if inRoundPapers(row, data.Province) {
				visits = append(visits, row.Visit)
			}
		}
		return visits, err
	}
	return nil, nil
}

// stepOf gives a visit the step that a paper of a day is; ok is false when it has nothing to say: the step was taken before, or the visit
// was held without being announced.
func stepOf(v data.Visit, kind string, on day.Date) (_ data.Visit, ok bool, err error) {
	if kind == reports.InspectionNoticeID {
		if !v.NotifiedOn.IsZero() || !v.BegunOn.IsZero() && v.BegunOn.Before(on) || !v.DoneOn.IsZero() && v.DoneOn.Before(on) {
			return v, false, nil
		}
		v.NotifiedOn = on
		return v, true, nil
	}
	switch {
	case !v.ConcludedOn.IsZero():
		return v, false, nil
	case v.DoneOn.IsZero():
		return v, false, Problem("Cuộc kiểm tra chưa ghi kết quả nên chưa ban hành kết luận được; hãy ghi kết quả kiểm tra ở màn hình Kiểm tra trước.")
	case on.Before(v.DoneOn):
		return v, false, Problem("Ngày kết luận %s trước ngày kiểm tra %s; hãy sửa ngày văn bản hoặc ngày kiểm tra.", on, v.DoneOn)
	}
	v.ConcludedOn = on
	return v, true, nil
}

// takeSteps notes the steps that an issued paper is, in the write that issues it.
func takeSteps(tx *data.Tx, visits []data.Visit, kind string, on day.Date) error {
	for _, v := range visits {
		v, ok, err := stepOf(v, kind, on)
		if err != nil {
			return err
		}
		if ok {
			if err := tx.Update(&v); err != nil {
				return err
			}
		}
	}
	return nil
}

// StepsOnPaper says in a sentence which steps of visits rest on an issued paper, since cancelling it leaves them: the unit was told, or the
// visit concluded, and whether it still counts is for the office to say. "" without any.
func (o *Office) StepsOnPaper(ctx context.Context, d data.Document) (string, error) {
	visits, err := o.announced(ctx, d)
	if err != nil {
		return "", err
	}
	n, step := 0, "đã thông báo"
	if d.Paper == reports.InspectionConclusionID {
		step = "đã kết luận"
	}
	for _, v := range visits {
		on := v.NotifiedOn
		if d.Paper == reports.InspectionConclusionID {
			on = v.ConcludedOn
		}
		if on == d.IssuedOn {
			n++
		}
	}
	if n == 0 {
		return "", nil
	}
	return fmt.Sprintf("%d cuộc kiểm tra vẫn ghi %s ngày %s theo văn bản này; nếu không còn đúng, hãy bỏ bước đó ở màn hình Kiểm tra.", n, step, d.IssuedOn), nil
}
