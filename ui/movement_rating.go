package ui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

func (m *movementScreen) unitRatings() movementLeaf {
	return &recordLeaf[app.RatedUnit]{
		movementScreen: m, name: "Xếp loại", what: "xếp loại đơn vị", allYears: true, caption: "Mức",
		kinds: func(ctx context.Context) ([]kit.Option, error) {
			var list []kit.Option
			for _, level := range []data.Level{data.BaseUnit, data.Branch} {
				scales, err := m.office.UnitScales(ctx, level)
				if err != nil {
					return nil, err
				}
				for _, s := range scales {
					for _, l := range s.Levels {
						list = append(list, kit.Option{ID: text(l.ID), Label: l.Short, Group: s.Name})
					}
				}
			}
			return list, nil
		},
		key:  func(r app.RatedUnit) string { return text(r.Record.ID) },
		list: m.office.UnitRatings,
		more: func(*kit.DataTable[app.RatedUnit]) []fyne.CanvasObject {
			return []fyne.CanvasObject{kit.NewAction("Thang xếp loại đơn vị…", "", m.showUnitScales)}
		},
		columns: []kit.Column[app.RatedUnit]{
			{ID: "year", Title: "Năm", Width: 54, Cell: func(r app.RatedUnit) kit.Cell { return kit.Cell{Text: strconv.Itoa(r.Record.Year)} }},
			{ID: "unit", Title: "Đơn vị", Width: 160, Grow: 2, Cell: func(r app.RatedUnit) kit.Cell { return unitCell(r.UnitLine(), r.Ended) }},
			{ID: "self", Title: "Tự chấm", Width: 72, Right: true, Cell: func(r app.RatedUnit) kit.Cell { return kit.Cell{Text: countText(r.Record.SelfPoints)} }},
			{ID: "upper", Title: "Cấp trên", Width: 72, Right: true, Cell: func(r app.RatedUnit) kit.Cell { return kit.Cell{Text: countText(r.Record.UpperPoints)} }},
			{ID: "final", Title: "Kết luận", Width: 72, Right: true, Cell: func(r app.RatedUnit) kit.Cell { return kit.Cell{Text: countText(r.Record.FinalPoints)} }},
			{ID: "level", Title: "Mức", Width: 190, Grow: 1, Cell: func(r app.RatedUnit) kit.Cell {
				if r.Level == "" {
					return kit.Cell{Text: "chưa kết luận", Tone: kit.ToneCare, Tag: true}
				}
				return kit.Cell{Text: r.Level}
			}},
		},
		record: m.ratingRecord,
		edit:   m.ratingForm,
		remove: func(r app.RatedUnit) (string, func(context.Context) error) {
			return fmt.Sprintf("Xếp loại %s năm %d", r.Unit, r.Record.Year), m.removing("xếp loại đơn vị", &r.Record)
		},
	}
}

// scoreRow is a criterion with its points.
type scoreRow struct {
	data.RatingCriterion
	data.Score
}

func (m *movementScreen) ratingRecord(r app.RatedUnit) fyne.CanvasObject {
	holder := below(8, -1)
	latest := 0
	load(m.shell, &latest, func(ctx context.Context) (app.RatingSheet, error) {
		return m.office.RatingSheet(ctx, r.Record.UnitID, r.Record.Year)
	}, func(s app.RatingSheet) {
		rows := make([]scoreRow, len(s.Scores))
		for i, score := range s.Scores {
			rows[i] = scoreRow{s.Scale.Criteria[i], score}
		}
		points := func(title string, of func(scoreRow) data.Number) kit.Column[scoreRow] {
			return kit.Column[scoreRow]{ID: title, Title: title, Width: 56, Right: true, Cell: func(x scoreRow) kit.Cell { return kit.Cell{Text: countText(of(x))} }}
		}
		table := kit.NewDataTable([]kit.Column[scoreRow]{
			{ID: "name", Title: "Tiêu chí", Width: 130, Grow: 1, Cell: func(x scoreRow) kit.Cell { return kit.Cell{Text: x.Name} }},
			{ID: "most", Title: "Tối đa", Width: 52, Right: true, Cell: func(x scoreRow) kit.Cell { return kit.Cell{Text: strconv.Itoa(x.Points), Tone: kit.ToneQuiet} }},
			points("Tự", func(x scoreRow) data.Number { return x.Self }), points("Trên", func(x scoreRow) data.Number { return x.Upper }), points("K.luận", func(x scoreRow) data.Number { return x.Final }),
		}, func(x scoreRow) string { return text(x.RatingCriterion.ID) }, fromSlice(rows))
		table.SetRunner(m.background)
		table.Reload()
		level := r.Level
		if level == "" {
			level = "chưa kết luận"
		}
		holder.Objects = []fyne.CanvasObject{
			kit.Section(fmt.Sprintf("Xếp loại năm %d", r.Record.Year)), kit.Caption(r.UnitLine() + " · " + s.Scale.Name).Wrapping(),
			kit.Record(withoutEmpty(kit.Pair{Caption: "Mức", Value: level}, kit.Pair{Caption: "Lý do", Value: r.Record.Reason}, kit.Pair{Caption: "Minh chứng", Value: r.Record.Evidence})),
			tall(280, table),
		}
		holder.Refresh()
	})
	return holder
}

// ratingForm asks for unit and year of a new rating first, since they decide by which scale it is.
func (m *movementScreen) ratingForm(r app.RatedUnit) {
	if r.Record.ID != 0 {
		m.scoreForm(r.Record.UnitID, r.Record.Year)
		return
	}
	year := textInput(strconv.Itoa(m.on.Year))
	unit := m.unitInput([]data.Level{data.BaseUnit, data.Branch}, m.office.Today, kit.Option{})
	kit.ShowForm(m.win, "Xếp loại đơn vị", []kit.Field{
		{Label: "Cơ sở, chi hội", Widget: unit, Check: pickedOne(unit, "cơ sở hoặc chi hội")},
		{Label: "Năm", Widget: year, Check: yearTyped(year, true)},
	}, kit.FormOptions{SaveLabel: "Tiếp", Width: 560, Save: func(done func(error)) {
		done(nil)
		n, _ := strconv.Atoi(year.Value())
		m.scoreForm(number(unit.ID()), n)
	}})
}

// scoreForm takes the points of a unit in a year: three columns, a line for each criterion.
func (m *movementScreen) scoreForm(unit int64, year int) {
	latest := 0
	load(m.shell, &latest, func(ctx context.Context) (app.RatingSheet, error) { return m.office.RatingSheet(ctx, unit, year) }, func(s app.RatingSheet) {
		n := len(s.Scale.Criteria)
		inputs := make([][3]*kit.Entry, n)
		var fields []kit.Field
		for i, c := range s.Scale.Criteria {
			given := s.Scores[i]
			for col, v := range []data.Number{given.Self, given.Upper, given.Final} {
				inputs[i][col] = countInput(v)
			}
			hint := fmt.Sprintf("Tối đa %d điểm: tự chấm, cấp trên chấm, kết luận.", c.Points)
			if c.KnockOut {
				hint = fmt.Sprintf("Tối đa %d điểm; 0 điểm ở tiêu chí này thì xếp mức thấp nhất.", c.Points)
			}
			fields = append(fields, kit.Field{Label: c.Name, Widget: columns([]float32{0, 0, 0}, inputs[i][0], inputs[i][1], inputs[i][2]), Hint: hint, Check: func() error {
				for _, e := range inputs[i] {
					if v, err := countOf(e); err != nil || v.N < 0 || v.N > int64(c.Points) {
						return app.Problem("Hãy gõ điểm từ 0 đến %d, hoặc để trống nếu chưa chấm.", c.Points)
					}
				}
				return nil
			}})
		}
		reason, evidence := noteOf(2, s.Rating.Reason), noteOf(2, s.Rating.Evidence)
		fields = append(fields, kit.Field{Label: "Lý do", Widget: reason, Check: reason.Check}, kit.Field{Label: "Minh chứng", Widget: evidence, Check: evidence.Check})
		read := func() ([]data.Score, data.UnitRating) {
			scores := slices.Clone(s.Scores)
			for i := range scores {
				scores[i].Self, _ = countOf(inputs[i][0])
				scores[i].Upper, _ = countOf(inputs[i][1])
				scores[i].Final, _ = countOf(inputs[i][2])
			}
			rating := s.Rating
			rating.Reason, rating.Evidence = reason.Value(), evidence.Value()
			return scores, rating
		}
		kit.ShowForm(m.win, fmt.Sprintf("%s: xếp loại năm %d", s.Unit.Label(), year), fields, kit.FormOptions{
			Width: 760, Columns: 2,
			Changed: func() bool {
				scores, rating := read()
				return rating != s.Rating || !slices.Equal(scores, s.Scores)
			},
			Save: func(done func(error)) {
				scores, rating := read()
				m.do(func(ctx context.Context) error { return m.office.SaveUnitRating(ctx, rating, scores) }, func(err error) { done(sentence(err)) })
			},
		})
	})
}

// unitSubjects name what a scale for units rates.
var unitSubjects = []kit.Option{{ID: data.RatesBaseUnits, Label: "Cơ sở Hội"}, {ID: data.RatesBranches, Label: "Chi hội"}}

// showUnitScales opens the ways to rate units.
func (m *movementScreen) showUnitScales() {
	table := kit.NewDataTable([]kit.Column[app.UnitScale]{
		{ID: "subject", Title: "Đối tượng", Width: 90, Cell: func(s app.UnitScale) kit.Cell {
			for _, o := range unitSubjects {
				if o.ID == s.Subject {
					return kit.Cell{Text: o.Label}
				}
			}
			return kit.Cell{}
		}},
		{ID: "name", Title: "Thang", Width: 200, Grow: 1, Cell: func(s app.UnitScale) kit.Cell { return kit.Cell{Text: s.Name} }},
		{ID: "years", Title: "Năm", Width: 100, Cell: func(s app.UnitScale) kit.Cell {
			if s.LastYear == 0 {
				return kit.Cell{Text: fmt.Sprintf("từ %d", s.FirstYear)}
			}
			return kit.Cell{Text: fmt.Sprintf("%d – %d", s.FirstYear, s.LastYear)}
		}},
		{ID: "criteria", Title: "Tiêu chí", Width: 130, Cell: func(s app.UnitScale) kit.Cell {
			return kit.Cell{Text: fmt.Sprintf("%d, %d điểm", len(s.Criteria), s.MostPoints())}
		}},
		{ID: "levels", Title: "Các mức, từ điểm", Width: 260, Grow: 2, Cell: func(s app.UnitScale) kit.Cell {
			parts := make([]string, len(s.Levels))
			for i, l := range s.Levels {
				parts[i] = fmt.Sprintf("%s %d", l.Short, l.Threshold)
			}
			return kit.Cell{Text: strings.Join(parts, "; ")}
		}},
	}, func(s app.UnitScale) string { return text(s.ID) }, allRows(func(ctx context.Context) ([]app.UnitScale, error) {
		bases, err := m.office.UnitScales(ctx, data.BaseUnit)
		if err != nil {
			return nil, err
		}
		branches, err := m.office.UnitScales(ctx, data.Branch)
		return append(bases, branches...), err
	}))
	table.SetRunner(m.background)
	table.OnError = m.fail
	table.Reload()
	edit := func(s app.UnitScale) { m.unitScaleForm(s, table.Reload) }
	table.OnOpened = edit
	var shut func()
	shut = kit.ShowSheet(m.win, "Thang xếp loại đơn vị", table, []*kit.Action{
		kit.NewAction("Đóng", "Esc", func() { shut() }), kit.NewAction("Sửa…", "", chosenRow(m.shell, table, edit)),
		kit.NewAction("+ Thang", "", func() { edit(app.UnitScale{}) }).Primary(),
	}, 960, 400)
}

// pointLine writes a level or criterion as the form shows it: "Tốt: 70".
func pointLine(name string, points int, mark bool) string {
	line := fmt.Sprintf("%s: %d", name, points)
	if mark {
		line += " *"
	}
	return line
}

// readPoints reads such a line; ok is false when it has no number.
func readPoints(line string) (name string, points int, mark, ok bool) {
	line = strings.TrimSpace(line)
	line, mark = strings.CutSuffix(line, "*")
	at := strings.LastIndex(line, ":")
	if at < 0 {
		return line, 0, mark, false
	}
	points, err := strconv.Atoi(strings.TrimSpace(line[at+1:]))
	return strings.TrimSpace(line[:at]), points, mark, err == nil
}

// writtenLines are the lines of a note that hold something.
func writtenLines(n *kit.Note) []string {
	var all []string
	for _, l := range strings.Split(n.Value(), "\n") {
		if strings.TrimSpace(l) != "" {
			all = append(all, l)
		}
	}
	return all
}

func (m *movementScreen) unitScaleForm(before app.UnitScale, saved func()) {
	title := "Sửa thang xếp loại đơn vị"
	if before.ID == 0 {
		title = "Thêm thang xếp loại đơn vị"
		before.Subject, before.FirstYear = data.RatesBaseUnits, m.on.Year+1
	}
	subject := kit.NewChoice(unitSubjects, nil)
	subject.SetID(before.Subject)
	name, first, last := textInput(before.Name), textInput(strconv.Itoa(before.FirstYear)), textInput("")
	if before.LastYear != 0 {
		last.SetText(strconv.Itoa(before.LastYear))
	}
	var criterionLines, levelLines []string
	for _, c := range before.Criteria {
		criterionLines = append(criterionLines, pointLine(c.Name, c.Points, c.KnockOut))
	}
	for _, l := range before.Levels {
		levelLines = append(levelLines, pointLine(l.Name, l.Threshold, false))
	}
	criteria, levels := noteOf(7, strings.Join(criterionLines, "\n")), noteOf(5, strings.Join(levelLines, "\n"))
	numbered := func(n *kit.Note, sentence string) func() error {
		return func() error {
			for _, l := range writtenLines(n) {
				if _, _, _, ok := readPoints(l); !ok {
					return app.Problem("Dòng “%s” chưa có điểm; hãy gõ như “%s”.", strings.TrimSpace(l), sentence)
				}
			}
			return n.Check()
		}
	}
	read := func() app.UnitScale {
		s := app.UnitScale{RatingScale: app.RatingScale{RatingScheme: before.RatingScheme}}
		s.Name, s.Subject = name.Value(), subject.ID()
		s.FirstYear, _ = strconv.Atoi(first.Value())
		s.LastYear, _ = strconv.Atoi(last.Value())
		for i, l := range writtenLines(criteria) {
			c := data.RatingCriterion{}
			if i < len(before.Criteria) {
				c = before.Criteria[i]
			}
			c.Name, c.Points, c.KnockOut, _ = readPoints(l)
			s.Criteria = append(s.Criteria, c)
		}
		for i, l := range writtenLines(levels) {
			v := data.RatingLevel{}
			if i < len(before.Levels) {
				v = before.Levels[i]
			}
			word := v.Name
			v.Name, v.Threshold, _, _ = readPoints(l)
			if v.Short == "" || v.Short == word {
				v.Short = v.Name
			}
			s.Levels = append(s.Levels, v)
		}
		return s
	}
	kit.ShowForm(m.win, title, []kit.Field{
		{Label: "Tên thang", Widget: name, Check: typed(name, "tên thang")},
		{Label: "Đối tượng", Widget: subject},
		{Label: "Từ năm", Widget: first, Check: yearTyped(first, true)},
		{Label: "Đến năm", Widget: last, Check: yearTyped(last, false), Hint: "Để trống nếu còn áp dụng."},
		{Label: "Tiêu chí", Widget: criteria, Check: numbered(criteria, "Sinh hoạt đúng định kỳ: 20"), Hint: "Mỗi tiêu chí một dòng với điểm tối đa; thêm dấu * cho tiêu chí liệt (0 điểm thì xếp mức thấp nhất)."},
		{Label: "Các mức", Widget: levels, Check: numbered(levels, "Hoàn thành tốt nhiệm vụ: 70"), Hint: "Mỗi mức một dòng với điểm từ đó được xếp, mức cao nhất trước."},
	}, kit.FormOptions{
		Width: 680,
		Changed: func() bool {
			s := read()
			return s.RatingScheme != before.RatingScheme || !slices.Equal(s.Criteria, before.Criteria) || !slices.Equal(s.Levels, before.Levels)
		},
		Save: func(done func(error)) {
			s := read()
			m.do(func(ctx context.Context) error { return m.office.SaveUnitScale(ctx, s) }, func(err error) {
				done(sentence(err))
				if err == nil {
					saved()
				}
			})
		},
	})
}
