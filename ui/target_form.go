package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// What a target of the office's own may be, beside shares of units of a level.
const (
	targetOfHolders = "post"
	targetTotal     = "total"
	targetRate      = "rate"
)

// targetForm asks for a target of the office's own in two steps: what it is, then what is counted, whose conditions hang on the first.
func (t *targetsScreen) targetForm(before app.Target) {
	latest := 0
	type prepared struct {
		sources   app.MeasureSources
		positions []data.Position
		rates     []app.Word
	}
	load(t.shell, &latest, func(ctx context.Context) (prepared, error) {
		sources, err := t.office.MeasureSources(ctx)
		if err != nil {
			return prepared{}, err
		}
		rates, err := t.office.FigureRates(ctx)
		if err != nil {
			return prepared{}, err
		}
		positions, err := t.office.Positions(ctx, "")
		return prepared{sources, positions, rates}, err
	}, func(p prepared) { t.targetBasics(before, p.sources, p.positions, p.rates) })
}

func (t *targetsScreen) targetBasics(before app.Target, sources app.MeasureSources, positions []data.Position, rates []app.Word) {
	stored := before.Stored()
	d := app.Definition{Of: string(data.BaseUnit), Period: app.ThisYear}
	title := "Thêm chỉ tiêu"
	if before.ID != 0 {
		title = "Sửa chỉ tiêu " + before.Code
		d = before.Definition()
	}
	code, name, goal := textInput(stored.Code), noteOf(2, stored.Name), textInput("")
	if stored.Goal > 0 {
		goal.SetText(vietnamese.Decimal(stored.Goal, -1))
	}
	first, last := t.dateInput(stored.FirstDay), t.dateInput(stored.LastDay)
	kinds := []kit.Option{
		{ID: string(data.BaseUnit), Label: "Tỷ lệ cơ sở Hội có …", Group: "Tỷ lệ (%)"}, {ID: string(data.Branch), Label: "Tỷ lệ chi hội có …", Group: "Tỷ lệ (%)"},
		{ID: string(data.District), Label: "Tỷ lệ đơn vị cấp huyện có …", Group: "Tỷ lệ (%)"}, {ID: targetOfHolders, Label: "Tỷ lệ người giữ một chức danh có …", Group: "Tỷ lệ (%)"},
		{ID: targetTotal, Label: "Tổng số …", Group: "Số lượng"},
	}
	if len(rates) > 0 {
		kinds = slices.Insert(kinds, 4, kit.Option{ID: targetRate, Label: "Tỷ lệ trong biểu số liệu kỳ", Group: "Tỷ lệ (%)"})
	}
	kind := kit.NewChoice(kinds, nil)
	post, isPost := strings.CutPrefix(d.Of, "post:")
	switch {
	case d.Rate != "":
		kind.SetID(targetRate)
	case d.Total != nil:
		kind.SetID(targetTotal)
	case isPost:
		kind.SetID(targetOfHolders)
	default:
		kind.SetID(d.Of)
	}
	var posts []kit.Option
	for _, p := range positions {
		posts = append(posts, kit.Option{ID: p.Code, Label: p.Name, Detail: app.LevelName(p.Level)})
	}
	holder := kit.NewChoice(posts, nil)
	holder.SetID(post)
	rate := choiceOf(rates, d.Rate)
	counted := d.Total
	if counted == nil && len(d.Tests) > 0 {
		counted = &d.Tests[0].Count
	}
	var list []kit.Option
	for _, s := range sources {
		list = append(list, kit.Option{ID: string(s.ID), Label: vietnamese.UpperFirst(s.Name)})
	}
	source := kit.NewChoice(list, nil)
	source.SetID(string(data.CountModels))
	if counted != nil {
		source.SetID(string(counted.Source))
	}
	period := choiceOf(app.TargetPeriods, string(d.Period))
	amount := func() (float64, error) {
		return strconv.ParseFloat(strings.Replace(strings.ReplaceAll(goal.Value(), ".", ""), ",", ".", 1), 64)
	}
	read := func() (data.Target, app.Definition) {
		s := stored
		s.Code, s.Name = code.Value(), name.Value()
		s.Goal, _ = amount()
		s.FirstDay, _ = first.Date()
		s.LastDay, _ = last.Date()
		n := app.Definition{Of: kind.ID(), Period: app.TargetPeriod(period.ID()), Feature: d.Feature}
		switch kind.ID() {
		case targetRate:
			n.Of, n.Rate, n.Feature = string(data.BaseUnit), rate.ID(), ""
			return s, n
		case targetOfHolders:
			n.Of = "post:" + holder.ID()
		case targetTotal:
			n.Of, n.Total = string(data.BaseUnit), &data.Count{Source: data.Source(source.ID())}
		}
		if n.Total == nil {
			n.Tests = []app.Test{{Count: data.Count{Source: data.Source(source.ID())}, AtLeast: 1}}
		}
		if counted != nil && counted.Source == data.Source(source.ID()) { // its conditions stay
			if n.Total != nil {
				*n.Total = *counted
			} else {
				n.Tests[0].Count = *counted
				if len(d.Tests) > 0 {
					n.Tests[0].AtLeast, n.Tests[0].Not = d.Tests[0].AtLeast, d.Tests[0].Not
				}
			}
		}
		return s, n
	}
	started, _ := read()
	kit.ShowForm(t.win, title, []kit.Field{
		{Label: "Mã", Widget: code, Check: typed(code, "mã, ví dụ “CT5”")},
		{Label: "Nội dung", Widget: name, Check: func() error {
			if name.Value() == "" {
				return app.Problem("Hãy gõ nội dung chỉ tiêu.")
			}
			return name.Check()
		}},
		{Label: "Chỉ tiêu là", Widget: kind},
		{Label: "Chức danh", Widget: holder, Hint: "Chỉ chọn khi tính tỷ lệ người giữ một chức danh.", Check: func() error {
			if kind.ID() == targetOfHolders && holder.ID() == "" {
				return app.Problem("Hãy chọn chức danh.")
			}
			return nil
		}},
		{Label: "Cột tỷ lệ", Widget: rate, Hint: "Chỉ chọn khi lấy tỷ lệ trong biểu số liệu kỳ; không cần chọn hai ô sau.", Check: func() error {
			if kind.ID() == targetRate && rate.ID() == "" {
				return app.Problem("Hãy chọn cột tỷ lệ.")
			}
			return nil
		}},
		{Label: "Đếm", Widget: source, Check: func() error {
			if kind.ID() == targetOfHolders && !data.Source(source.ID()).OfCadre() {
				return app.Problem("Loại bản ghi này không gắn với người; hãy chọn loại khác, ví dụ lượt bồi dưỡng.")
			}
			return nil
		}},
		{Label: "Trong thời gian", Widget: period},
		{Label: "Mức phấn đấu", Widget: goal, Hint: "Phần trăm, hoặc số lượng nếu là tổng số.", Check: func() error {
			if n, err := amount(); err != nil || n <= 0 || n > 100 && kind.ID() != targetTotal {
				return app.Problem("Hãy gõ số lớn hơn 0, tỷ lệ không quá 100.")
			}
			return nil
		}},
		{Label: "Từ ngày", Widget: first, Check: first.Check},
		{Label: "Đến ngày", Widget: last, Check: last.Check, Hint: "Để trống nếu chưa định ngày kết thúc."},
	}, kit.FormOptions{SaveLabel: "Tiếp", Width: 640, Changed: func() bool { now, _ := read(); return now != started }, Save: func(done func(error)) {
		s, n := read()
		if n.Rate != "" { // has no conditions
			t.saveTarget(s, n, done)
			return
		}
		done(nil)
		t.targetConditions(s, n, sources)
	}})
}

// manyValues is how many values of a field stand as boxes at most; more are a choice of one.
const manyValues = 8

// targetConditions asks for the conditions on what is counted, and how many are needed.
func (t *targetsScreen) targetConditions(stored data.Target, d app.Definition, sources app.MeasureSources) {
	count := d.Total
	if count == nil {
		count = &d.Tests[0].Count
	}
	source := sources.Source(count.Source)
	var fields []kit.Field
	var conditions []func() (data.Condition, bool)
	sums := []kit.Option{{Label: "Số bản ghi"}}
	for _, f := range source.Fields {
		before := data.Condition{}
		if at := slices.IndexFunc(count.Where, func(w data.Condition) bool { return w.Field == f.ID }); at >= 0 {
			before = count.Where[at]
		}
		switch {
		case f.Number:
			sums = append(sums, kit.Option{ID: string(f.ID), Label: f.Name})
			least := textInput("")
			if before.AtLeast > 0 {
				least.SetText(strconv.FormatFloat(before.AtLeast, 'f', -1, 64))
			}
			fields = append(fields, kit.Field{Label: f.Name + " từ", Widget: least, Hint: "Để trống nếu không hạn chế.", Check: func() error {
				if _, err := strconv.ParseFloat(least.Value(), 64); least.Value() != "" && err != nil {
					return app.Problem("Hãy gõ số, hoặc để trống.")
				}
				return nil
			}})
			conditions = append(conditions, func() (data.Condition, bool) {
				n, err := strconv.ParseFloat(least.Value(), 64)
				return data.Condition{Field: f.ID, AtLeast: n}, err == nil && n > 0
			})
		case len(f.Values) > manyValues:
			one := kit.NewChoice(append([]kit.Option{{Label: "Bất kỳ"}}, options(f.Values)...), nil)
			one.SetID("")
			if len(before.Is) > 0 {
				one.SetID(before.Is[0])
			}
			fields = append(fields, kit.Field{Label: f.Name, Widget: one})
			conditions = append(conditions, func() (data.Condition, bool) {
				return data.Condition{Field: f.ID, Is: []string{one.ID()}}, one.ID() != ""
			})
		default:
			boxes := make([]*kit.Check, len(f.Values))
			objects := make([]fyne.CanvasObject, len(f.Values))
			for i, v := range f.Values {
				boxes[i] = kit.NewCheck(vietnamese.UpperFirst(v.Name), nil)
				boxes[i].SetChecked(slices.Contains(before.Is, v.ID))
				objects[i] = boxes[i]
			}
			fields = append(fields, kit.Field{Label: f.Name, Widget: below(2, -1, objects...), Hint: "Không chọn gì là bất kỳ."})
			conditions = append(conditions, func() (data.Condition, bool) {
				c := data.Condition{Field: f.ID}
				for i, b := range boxes {
					if b.Checked {
						c.Is = append(c.Is, f.Values[i].ID)
					}
				}
				return c, len(c.Is) > 0
			})
		}
	}
	need, sum, feature := textInput("1"), kit.NewChoice(sums, nil), kit.NewChoice([]kit.Option{{Label: "Mọi đơn vị"}, {ID: app.FeatureHardship, Label: "Chỉ đơn vị khó khăn"}, {ID: app.FeatureReligious, Label: "Chỉ đơn vị đông đồng bào có đạo"}}, nil)
	sum.SetID("")
	feature.SetID(d.Feature)
	switch {
	case d.Total != nil:
		sum.SetID(string(count.Sum))
		fields = append(fields, kit.Field{Label: "Tính tổng của", Widget: sum})
	default:
		need.SetText(strconv.Itoa(max(d.Tests[0].AtLeast, 1)))
		fields = append(fields, kit.Field{Label: "Ít nhất", Widget: need, Hint: "Số " + source.Name + " cần có để được tính là đạt.", Check: func() error {
			if n, err := strconv.Atoi(need.Value()); err != nil || n < 1 {
				return app.Problem("Hãy gõ số từ 1 trở lên.")
			}
			return nil
		}})
		if !strings.HasPrefix(d.Of, "post:") {
			fields = append(fields, kit.Field{Label: "Đơn vị", Widget: feature})
		}
	}
	kit.ShowForm(t.win, "Điều kiện: "+source.Name, fields, kit.FormOptions{Width: 640, Changed: func() bool { return true }, Save: func(done func(error)) {
		count.Where, count.Sum = nil, data.Field(sum.ID())
		for _, c := range conditions {
			if w, on := c(); on {
				count.Where = append(count.Where, w)
			}
		}
		if d.Total == nil {
			d.Tests[0].AtLeast, _ = strconv.Atoi(need.Value())
			d.Feature = feature.ID()
		}
		t.saveTarget(stored, d, done)
	}})
}

func (t *targetsScreen) saveTarget(stored data.Target, d app.Definition, done func(error)) {
	t.do(func(ctx context.Context) error { return t.office.SaveTarget(ctx, stored, d) }, func(err error) {
		done(sentence(err))
		if err == nil {
			t.chosen = stored.Code
		}
	})
}
