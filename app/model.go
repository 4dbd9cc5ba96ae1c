package app

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// ModelRow is a model in a list.
type ModelRow struct {
	OfUnit[data.Model]
	Kind data.ModelKind
	// Review is the latest up to the day, zero when there is none; Pairs counts those that run on it.
	Review data.ModelReview
	Pairs  int
}

// ModelState says how a model stands on a day.
func (m ModelRow) ModelState(on day.Date) string {
	switch {
	case m.Record.StartedOn.First().After(on):
		return "chưa bắt đầu"
	case !m.Record.EndedOn.IsZero() && m.Record.EndedOn.Last().Before(on):
		return "đã kết thúc"
	}
	return "đang hoạt động"
}

// Title names a model: its own name or that of its kind.
func (m ModelRow) Title() string {
	if m.Record.Name != "" {
		return m.Record.Name
	}
	return m.Kind.Name
}

// ModelKinds lists the kinds of models in their order.
func (o *Office) ModelKinds(ctx context.Context) ([]data.ModelKind, error) {
	return o.db.ModelKinds(ctx)
}

// PairKinds lists the kinds of pairs "1+1".
func (o *Office) PairKinds(ctx context.Context) ([]data.PairKind, error) { return o.db.PairKinds(ctx) }

// Models lists mô hình with their latest reviews; Kind of the query is the id of a kind.
func (o *Office) Models(ctx context.Context, q data.MovementQuery) (rows []ModelRow, matching int, err error) {
	page, err := movementPage(ctx, o, q, func(m data.Model) int64 { return m.UnitID })
	if err != nil {
		return nil, 0, err
	}
	rows, err = o.modelRows(ctx, q.On, page.Rows)
	return rows, page.Matching, err
}

func (o *Office) modelRows(ctx context.Context, on day.Date, models []OfUnit[data.Model]) ([]ModelRow, error) {
	kinds, err := o.db.ModelKinds(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(models))
	rows := make([]ModelRow, len(models))
	place := map[int64]int{}
	for i, m := range models {
		ids[i] = m.Record.ID
		place[m.Record.ID] = i
		rows[i].OfUnit = m
		if at := slices.IndexFunc(kinds, func(k data.ModelKind) bool { return k.ID == m.Record.KindID }); at >= 0 {
			rows[i].Kind = kinds[at]
		}
	}
	reviews, err := o.db.ModelReviews(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, v := range reviews { // the latest first
		if row := &rows[place[v.ModelID]]; row.Review.ID == 0 && !v.ReviewedOn.After(on) {
			row.Review = v
		}
	}
	pairs, err := o.db.Pairs(ctx, ids)
	for _, p := range pairs {
		if !p.StartedOn.First().After(on) && (p.EndedOn.IsZero() || !p.EndedOn.Last().Before(on)) {
			rows[place[p.ModelID]].Pairs++
		}
	}
	return rows, err
}

// PairRow is a pair with the names of its sides.
type PairRow struct {
	data.Pair
	Kind       data.PairKind
	HelperName string
	HelpedName string
}

// ModelFile is all that is known of a model.
type ModelFile struct {
	ModelRow
	Pairs   []PairRow
	Reviews []data.ModelReview
	// Origin is the model that it repeats, Copies those that repeat it (nhân rộng).
	Origin string
	Copies []ModelRow
}

// ModelFile collects what is known of a model on a day.
func (o *Office) ModelFile(ctx context.Context, on day.Date, id int64) (ModelFile, error) {
	var f ModelFile
	m, err := o.db.Model(ctx, id)
	if err != nil {
		return f, err
	}
	labelled := func(models ...data.Model) ([]ModelRow, error) {
		ids := make([]int64, len(models))
		for i, m := range models {
			ids[i] = m.UnitID
		}
		labels, err := o.unitLabels(ctx, on, ids)
		if err != nil {
			return nil, err
		}
		done := make([]OfUnit[data.Model], len(models))
		for i, m := range models {
			l := labels[m.UnitID]
			done[i] = OfUnit[data.Model]{m, l.name, l.above, l.ended}
		}
		return o.modelRows(ctx, on, done)
	}
	rows, err := labelled(m)
	if err != nil {
		return f, err
	}
	f.ModelRow = rows[0]
	if f.Reviews, err = o.db.ModelReviews(ctx, []int64{id}); err != nil {
		return f, err
	}
	if f.Pairs, err = o.pairRows(ctx, on, id); err != nil {
		return f, err
	}
	if m.OriginID != 0 {
		origin, err := o.db.Model(ctx, m.OriginID)
		if err != nil && !IsNotFound(err) {
			return f, err
		}
		if err == nil {
			rows, err := labelled(origin)
			if err != nil {
				return f, err
			}
			f.Origin = rows[0].Title() + ", " + rows[0].UnitLine()
		}
	}
	copies, err := o.db.ModelCopies(ctx, id)
	if err != nil || len(copies) == 0 {
		return f, err
	}
	f.Copies, err = labelled(copies...)
	return f, err
}

func (o *Office) pairRows(ctx context.Context, on day.Date, model int64) ([]PairRow, error) {
	pairs, err := o.db.Pairs(ctx, []int64{model})
	if err != nil || len(pairs) == 0 {
		return nil, err
	}
	kinds, err := o.db.PairKinds(ctx)
	if err != nil {
		return nil, err
	}
	var units, cadres []int64
	for _, p := range pairs {
		units = append(units, p.HelperUnitID, p.HelpedUnitID)
		cadres = append(cadres, p.HelperCadreID, p.HelpedCadreID)
	}
	labels, err := o.unitLabels(ctx, on, units)
	if err != nil {
		return nil, err
	}
	people, err := o.db.CadresByID(ctx, cadres)
	side := func(unit, cadre int64, name string) string {
		switch {
		case unit != 0:
			return labels[unit].name
		case cadre != 0:
			return people[cadre].FullName
		}
		return name
	}
	rows := make([]PairRow, len(pairs))
	for i, p := range pairs {
		rows[i] = PairRow{Pair: p, HelperName: side(p.HelperUnitID, p.HelperCadreID, p.Helper), HelpedName: side(p.HelpedUnitID, p.HelpedCadreID, p.Helped)}
		if at := slices.IndexFunc(kinds, func(k data.PairKind) bool { return k.ID == p.KindID }); at >= 0 {
			rows[i].Kind = kinds[at]
		}
	}
	return rows, err
}

// SaveModel stores a model of a unit that was there when it started.
func (o *Office) SaveModel(ctx context.Context, m data.Model) error {
	return o.keep(ctx, "Ghi mô hình", m.ID, &m, func(tx *data.Tx) error {
		if m.KindID == 0 {
			return Problem("Hãy chọn loại mô hình.")
		}
		return existed(ctx, tx.Reader, m.UnitID, m.StartedOn)
	})
}

// SavePair stores a pair of a model, within the time of the model.
func (o *Office) SavePair(ctx context.Context, p data.Pair) error {
	return o.keep(ctx, "Ghi cặp “1+1”", p.ID, &p, func(tx *data.Tx) error {
		m, err := tx.Model(ctx, p.ModelID)
		if err != nil {
			return err
		}
		switch {
		case p.StartedOn.Last().Before(m.StartedOn.First()):
			return Problem("Cặp “1+1” bắt đầu %s, trước mô hình (%s); hãy sửa lại ngày.", p.StartedOn, m.StartedOn)
		case !m.EndedOn.IsZero() && p.StartedOn.First().After(m.EndedOn.Last()):
			return Problem("Cặp “1+1” bắt đầu %s, sau khi mô hình kết thúc %s; hãy sửa lại ngày.", p.StartedOn, m.EndedOn)
		}
		for _, unit := range []int64{p.HelperUnitID, p.HelpedUnitID} {
			if unit != 0 {
				if err := existed(ctx, tx.Reader, unit, p.StartedOn); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// SaveReview stores an evaluation of a model. Of a kind with a checklist it is complete when all points are met, and only then effective.
func (o *Office) SaveReview(ctx context.Context, v data.ModelReview) error {
	return o.keep(ctx, "Ghi đánh giá mô hình", v.ID, &v, func(tx *data.Tx) error {
		m, err := tx.Model(ctx, v.ModelID)
		if err != nil {
			return err
		}
		if v.ReviewedOn.Last().Before(m.StartedOn.First()) {
			return Problem("Ngày đánh giá %s sớm hơn ngày bắt đầu mô hình %s; hãy sửa lại ngày.", v.ReviewedOn, m.StartedOn)
		}
		kinds, err := tx.ModelKinds(ctx)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(kinds, func(k data.ModelKind) bool { return k.ID == m.KindID })
		if at < 0 {
			return data.ErrNotFound
		}
		if points := kinds[at].Points(); len(points) > 0 {
			v.Complete = v.MetCount() == len(points)
			v.Effective = v.Complete
		}
		return nil
	})
}

// RemoveModel puts a model into the recycle bin with its pairs and reviews.
func (o *Office) RemoveModel(ctx context.Context, m data.Model) error {
	_, err := o.db.Write(ctx, "Xóa mô hình", func(tx *data.Tx) error {
		pairs, err := tx.Pairs(ctx, []int64{m.ID})
		if err != nil {
			return err
		}
		for _, p := range pairs {
			if err := tx.Remove(&p); err != nil {
				return err
			}
		}
		reviews, err := tx.ModelReviews(ctx, []int64{m.ID})
		if err != nil {
			return err
		}
		for _, v := range reviews {
			if err := tx.Remove(&v); err != nil {
				return err
			}
		}
		return tx.Remove(&m)
	})
	return err
}

// SaveModelKind stores a kind of models; the code of a kind of the plan stays, since targets count by it.
func (o *Office) SaveModelKind(ctx context.Context, k data.ModelKind) error {
	return o.keep(ctx, "Ghi loại mô hình", k.ID, &k, func(tx *data.Tx) error {
		kinds, err := tx.ModelKinds(ctx)
		if err != nil {
			return err
		}
		for _, other := range kinds {
			switch {
			case other.ID != k.ID && sameWords(other.Code, k.Code):
				return Problem("Mã “%s” đã dùng cho loại “%s”; hãy gõ mã khác.", k.Code, other.Name)
			case other.ID == k.ID && other.Code != k.Code && slices.Contains([]string{data.OneAndOne, data.ThreeAndThree, data.SpecialGroup}, other.Code):
				return Problem("Mã “%s” là mã của kế hoạch nên không đổi được.", other.Code)
			}
		}
		if k.ID == 0 && len(kinds) > 0 {
			k.Rank = kinds[len(kinds)-1].Rank + 1
		}
		return nil
	})
}

// RemoveModelKind puts a kind of which there is no model into the recycle bin; those of the plan stay.
func (o *Office) RemoveModelKind(ctx context.Context, k data.ModelKind) error {
	if slices.Contains([]string{data.OneAndOne, data.ThreeAndThree, data.SpecialGroup}, k.Code) {
		return Problem("“%s” là loại mô hình của kế hoạch nên không xóa được.", k.Name)
	}
	_, err := o.db.Write(ctx, "Xóa loại mô hình", func(tx *data.Tx) error {
		if n, err := tx.CountModels(ctx, k.ID); err != nil || n > 0 {
			return cannot(err, "Đã có %d mô hình loại “%s” nên không xóa được.", n, k.Name)
		}
		return tx.Remove(&k)
	})
	return err
}

// ModelMatch is a model found for a picker.
type ModelMatch struct {
	ID            int64
	Title, Detail string
}

// SearchModels lists running models whose name or unit holds a text, for the choice of the one that is repeated; pilots first.
func (o *Office) SearchModels(ctx context.Context, on day.Date, kind int64, text string, limit int) ([]ModelMatch, error) {
	rows, _, err := o.Models(ctx, data.MovementQuery{On: on, Kind: strconv.FormatInt(kind, 10), Running: true})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(rows, func(a, b ModelRow) int {
		return map[bool]int{true: 0, false: 1}[a.Record.Pilot] - map[bool]int{true: 0, false: 1}[b.Record.Pilot]
	})
	var found []ModelMatch
	for _, r := range rows {
		if m := (ModelMatch{r.Record.ID, r.Title(), r.UnitLine()}); matchesWords(m.Title+" "+m.Detail, text) {
			found = append(found, m)
		}
		if len(found) == limit {
			break
		}
	}
	return found, nil
}

// ReviewText says what a review found: "hiệu quả", "4/6 tiêu chí".
func ReviewText(k data.ModelKind, v data.ModelReview) string {
	points := k.Points()
	switch {
	case v.ID == 0:
		return "chưa đánh giá"
	case len(points) > 0 && !v.Complete:
		return fmt.Sprintf("%d/%d tiêu chí", v.MetCount(), len(points))
	case len(points) > 0:
		return fmt.Sprintf("đủ %d tiêu chí", len(points))
	case v.Effective:
		return "hiệu quả"
	}
	return "chưa hiệu quả"
}

// matchesWords tells whether a name holds all words of a text, tone marks aside.
func matchesWords(name, text string) bool {
	key := " " + vietnamese.SearchKey(name)
	for _, w := range strings.Fields(vietnamese.SearchKey(text)) {
		if !strings.Contains(key, " "+w) {
			return false
		}
	}
	return true
}
