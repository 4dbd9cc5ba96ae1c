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
	load(t.shell, &latest, func(ctx context.Context) (targetWords, error) {
		sources, err := t.office.MeasureSources(ctx)
		if err != nil {
			return targetWords{}, err
		}
		rates, err := t.office.FigureRates(ctx)
		if err != nil {
			return targetWords{}, err
		}
		positions, err := t.office.Positions(ctx, "")
		return targetWords{sources, positions, rates}, err
	}, func(words targetWords) { t.targetBasics(before, words) })
}

// targetWords are what a target may be made of.
type targetWords struct {
	sources   app.MeasureSources
	positions []data.Position
	rates     []app.Word
}

// kinds are what a target may be; a rate of the figures only if a form has one.
func (w targetWords) kinds() []kit.Option {
	const share = "Tỷ lệ (%)"
	kinds := []kit.Option{
		{ID: string(data.BaseUnit), Label: "Tỷ lệ cơ sở Hội có …", Group: share}, {ID: string(data.Branch), Label: "Tỷ lệ chi hội có …", Group: share},
		{ID: string(data.District), Label: "Tỷ lệ đơn vị cấp huyện có …", Group: share}, {ID: targetOfHolders, Label: "Tỷ lệ người giữ một chức danh có …", Group: share},
	}
	if len(w.rates) > 0 {
		kinds = append(kinds, kit.Option{ID: targetRate, Label: "Tỷ lệ trong biểu số liệu kỳ", Group: share})
	}
	return append(kinds, kit.Option{ID: targetTotal, Label: "Tổng số …", Group: "Số lượng"})
}

func (t *targetsScreen) targetBasics(before app.Target, words targetWords) {
	title := "Thêm chỉ tiêu"
	if before.ID != 0 {
		title = "Sửa chỉ tiêu " + before.Code
	}
	in := t.newTargetInput(before, words)
	started, _ := in.read()
	kit.ShowForm(t.win, title, in.fields(), kit.FormOptions{SaveLabel: "Tiếp", Width: 640, Changed: func() bool { now, _ := in.read(); return now != started }, Save: func(done func(error)) {
		s, d := in.read()
		if d.Rate != "" { // has no conditions
			t.saveTarget(s, d, done)
			return
		}
		done(nil)
		t.targetConditions(s, d, words.sources)
	}})
}

// targetInput is what the first step asks for.
type targetInput struct {
	stored  data.Target
	before  app.Definition
	counted *data.Count // what the target counted before, nil for nothing

	code, goal                         *kit.Entry
	name                               *kit.Note
	first, last                        *kit.DateField
	kind, holder, rate, source, period *kit.Choice
}

func (t *targetsScreen) newTargetInput(before app.Target, words targetWords) *targetInput {
	in := &targetInput{stored: before.Stored(), before: app.Definition{Of: string(data.BaseUnit), Period: app.ThisYear}}
	if before.ID != 0 {
		in.before = before.Definition()
	}
	d := in.before
	in.code, in.name, in.goal = textInput(in.stored.Code), noteOf(2, in.stored.Name), textInput("")
	if in.stored.Goal > 0 {
		in.goal.SetText(vietnamese.Decimal(in.stored.Goal, -1))
	}
	in.first, in.last = t.dateInput(in.stored.FirstDay), t.dateInput(in.stored.LastDay)
	in.kind = kit.NewChoice(words.kinds(), nil)
	post, isPost := strings.CutPrefix(d.Of, "post:")
	switch {
	case d.Rate != "":
		in.kind.SetID(targetRate)
	case d.Total != nil:
		in.kind.SetID(targetTotal)
	case isPost:
		in.kind.SetID(targetOfHolders)
	default:
		in.kind.SetID(d.Of)
	}
	var posts []kit.Option
	for _, p := range words.positions {
		posts = append(posts, kit.Option{ID: p.Code, Label: p.Name, Detail: app.LevelName(p.Level)})
	}
	in.holder = kit.NewChoice(posts, nil)
	in.holder.SetID(post)
	in.rate = choiceOf(words.rates, d.Rate)
	in.counted = d.Total
	if in.counted == nil && len(d.Tests) > 0 {
		in.counted = &d.Tests[0].Count
	}
	var sources []kit.Option
	for _, s := range words.sources {
		sources = append(sources, kit.Option{ID: string(s.ID), Label: vietnamese.UpperFirst(s.Name)})
	}
	in.source = kit.NewChoice(sources, nil)
	in.source.SetID(string(data.CountModels))
	if in.counted != nil {
		in.source.SetID(string(in.counted.Source))
	}
	in.period = choiceOf(app.TargetPeriods, string(d.Period))
	return in
}

func (in *targetInput) amount() (float64, error) { return typedNumber(in.goal.Value()) }

// typedNumber reads a number as it is written in Vietnamese, with a decimal comma and dots between thousands.
func typedNumber(typed string) (float64, error) {
	return strconv.ParseFloat(strings.Replace(strings.ReplaceAll(typed, ".", ""), ",", ".", 1), 64)
}

// read gives what was typed. The conditions of before stay as long as the same is counted.
func (in *targetInput) read() (data.Target, app.Definition) {
	s := in.stored
	s.Code, s.Name = in.code.Value(), in.name.Value()
	s.Goal, _ = in.amount()
	s.FirstDay, _ = in.first.Date()
	s.LastDay, _ = in.last.Date()
	d := app.Definition{Of: in.kind.ID(), Period: app.TargetPeriod(in.period.ID()), Feature: in.before.Feature}
	count := data.Count{Source: data.Source(in.source.ID())}
	same := in.counted != nil && in.counted.Source == count.Source
	if same {
		count = *in.counted
	}
	switch in.kind.ID() {
	case targetRate:
		d.Of, d.Rate, d.Feature = string(data.BaseUnit), in.rate.ID(), ""
		return s, d
	case targetTotal:
		d.Of, d.Total = string(data.BaseUnit), &count
		return s, d
	case targetOfHolders:
		d.Of = "post:" + in.holder.ID()
	}
	test := app.Test{Count: count, AtLeast: 1}
	if same && len(in.before.Tests) > 0 {
		test.AtLeast, test.Not = in.before.Tests[0].AtLeast, in.before.Tests[0].Not
	}
	d.Tests = []app.Test{test}
	return s, d
}

func (in *targetInput) fields() []kit.Field {
	return []kit.Field{
		{Label: "Mã", Widget: in.code, Check: typed(in.code, "mã, ví dụ “CT5”")},
		{Label: "Nội dung", Widget: in.name, Check: func() error {
			if in.name.Value() == "" {
				return app.Problem("Hãy gõ nội dung chỉ tiêu.")
			}
			return in.name.Check()
		}},
		{Label: "Chỉ tiêu là", Widget: in.kind},
		{Label: "Chức danh", Widget: in.holder, Hint: "Chỉ chọn khi tính tỷ lệ người giữ một chức danh.", Check: func() error {
			if in.kind.ID() == targetOfHolders && in.holder.ID() == "" {
				return app.Problem("Hãy chọn chức danh.")
			}
			return nil
		}},
		{Label: "Cột tỷ lệ", Widget: in.rate, Hint: "Chỉ chọn khi lấy tỷ lệ trong biểu số liệu kỳ; không cần chọn hai ô sau.", Check: func() error {
			if in.kind.ID() == targetRate && in.rate.ID() == "" {
				return app.Problem("Hãy chọn cột tỷ lệ.")
			}
			return nil
		}},
		{Label: "Đếm", Widget: in.source, Check: func() error {
			if in.kind.ID() == targetOfHolders && !data.Source(in.source.ID()).OfCadre() {
				return app.Problem("Loại bản ghi này không gắn với người; hãy chọn loại khác, ví dụ lượt bồi dưỡng.")
			}
			return nil
		}},
		{Label: "Trong thời gian", Widget: in.period},
		{Label: "Mức phấn đấu", Widget: in.goal, Hint: "Phần trăm, hoặc số lượng nếu là tổng số.", Check: func() error {
			if n, err := in.amount(); err != nil || n <= 0 || n > 100 && in.kind.ID() != targetTotal {
				return app.Problem("Hãy gõ số lớn hơn 0, tỷ lệ không quá 100.")
			}
			return nil
		}},
		{Label: "Từ ngày", Widget: in.first, Check: in.first.Check},
		{Label: "Đến ngày", Widget: in.last, Check: in.last.Check, Hint: "Để trống nếu chưa định ngày kết thúc."},
	}
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
		if f.Number {
			sums = append(sums, kit.Option{ID: string(f.ID), Label: f.Name})
		}
		field, condition := conditionInput(f, before)
		fields, conditions = append(fields, field), append(conditions, condition)
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

// conditionInput asks for a condition on a field: a number to be reached, one of many values, or some of a few; the condition is off
// when nothing was asked.
func conditionInput(f app.MeasureField, before data.Condition) (kit.Field, func() (condition data.Condition, on bool)) {
	switch {
	case f.Number:
		least := textInput("")
		if before.AtLeast > 0 {
			least.SetText(vietnamese.Decimal(before.AtLeast, -1))
		}
		check := func() error {
			if _, err := typedNumber(least.Value()); least.Value() != "" && err != nil {
				return app.Problem("Hãy gõ số, hoặc để trống.")
			}
			return nil
		}
		return kit.Field{Label: f.Name + " từ", Widget: least, Hint: "Để trống nếu không hạn chế.", Check: check}, func() (data.Condition, bool) {
			n, err := typedNumber(least.Value())
			return data.Condition{Field: f.ID, AtLeast: n}, err == nil && n > 0
		}
	case len(f.Values) > manyValues:
		one := kit.NewChoice(append([]kit.Option{{Label: "Bất kỳ"}}, options(f.Values)...), nil)
		one.SetID("")
		if len(before.Is) > 0 {
			one.SetID(before.Is[0])
		}
		return kit.Field{Label: f.Name, Widget: one}, func() (data.Condition, bool) {
			return data.Condition{Field: f.ID, Is: []string{one.ID()}}, one.ID() != ""
		}
	}
	boxes := make([]*kit.Check, len(f.Values))
	objects := make([]fyne.CanvasObject, len(f.Values))
	for i, v := range f.Values {
		boxes[i] = kit.NewCheck(vietnamese.UpperFirst(v.Name), nil)
		boxes[i].SetChecked(slices.Contains(before.Is, v.ID))
		objects[i] = boxes[i]
	}
	return kit.Field{Label: f.Name, Widget: below(2, -1, objects...), Hint: "Không chọn gì là bất kỳ."}, func() (data.Condition, bool) {
		c := data.Condition{Field: f.ID}
		for i, b := range boxes {
			if b.Checked {
				c.Is = append(c.Is, f.Values[i].ID)
			}
		}
		return c, len(c.Is) > 0
	}
}
