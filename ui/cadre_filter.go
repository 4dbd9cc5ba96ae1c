package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/ui/kit"
)

// The choices of the chip about the Party.
const (
	partyYes = "yes"
	partyNo  = "no"
)

// filterBar is the line of filters: those with inputs of their own, how to add another, and the further ones.
func (c *cadresScreen) filterBar() fyne.CanvasObject {
	c.filter = kit.NewEntry()
	c.filter.SetPlaceHolder("Tên cán bộ…")
	c.filter.OnChanged = func(string) { c.search() }
	c.filter.OnSubmitted = func(string) { c.table.Focus() }
	c.unitPick = c.newPicker("Đơn vị: tất cả", c.searchUnits)
	c.unitPick.OnChanged = func(kit.Option) { c.search() }
	c.position = kit.NewChip("Chức danh", []kit.Option{{ID: "0", Label: "Tất cả"}}, func(string) { c.search() })
	c.position.SetID("0")
	c.party = kit.NewChip("Đảng viên", []kit.Option{{ID: "", Label: "Tất cả"}, {ID: partyYes, Label: "Là đảng viên"}, {ID: partyNo, Label: "Chưa là đảng viên"}}, func(string) { c.search() })
	c.party.SetID("")
	c.serving = kit.NewChip("Tình trạng", []kit.Option{{ID: "0", Label: "Đang giữ chức danh"}, {ID: "1", Label: "Không giữ chức danh"}, {ID: "2", Label: "Tất cả"}}, func(string) { c.search() })
	c.serving.SetID("0")
	c.addCondition = kit.NewAction("+ Điều kiện", "", c.chooseCondition)
	c.savedFilters = kit.NewAction("Bộ lọc đã lưu", "", c.chooseFilter).Menu()
	c.filters = flow()
	c.arrangeFilters(nil)
	return c.filters
}

// arrangeFilters puts the chips of the further conditions after the inputs, which keep their places.
func (c *cadresScreen) arrangeFilters(conditions []app.CadreCondition) {
	objects := []fyne.CanvasObject{fixed(150, c.filter), fixed(160, c.unitPick), c.position, c.party, c.serving, c.addCondition, c.savedFilters}
	for _, condition := range conditions {
		objects = append(objects, kit.NewCondition(condition.Caption, condition.Value, func() {
			c.setFurther(app.WithoutCondition(c.further, condition.ID))
			c.win.Canvas().Focus(c.addCondition)
		}))
	}
	c.filters.Objects = objects
	relayout(c.filters)
}

// setFurther lists anew with other further conditions.
func (c *cadresScreen) setFurther(q data.CadreQuery) {
	c.further = app.FurtherConditions(q)
	c.showConditions()
	c.search()
}

// showConditions draws the chips of the further conditions.
func (c *cadresScreen) showConditions() {
	q := c.further
	load(c.shell, &c.latestConditions, func(ctx context.Context) ([]app.CadreCondition, error) { return c.office.CadreConditions(ctx, q) }, c.arrangeFilters)
}

// filterQuery is the query that the filters ask for.
func (c *cadresScreen) filterQuery() data.CadreQuery {
	q := c.further
	q.On, q.Text, q.Unit, q.Position, q.Serving = c.on, c.filter.Value(), number(c.unitPick.ID()), number(c.position.ID()), data.Serving(number(c.serving.ID()))
	switch c.party.ID() {
	case partyYes, partyNo:
		member := c.party.ID() == partyYes
		q.Party = &member
	}
	return q
}

// openQuery shows the list with the conditions of a query, in place of those that it has.
func (c *cadresScreen) openQuery(q data.CadreQuery) {
	c.show(screenCadres)
	q.On = c.on
	load(c.shell, &c.latestConditions, func(ctx context.Context) ([]app.CadreCondition, error) { return c.office.CadreConditions(ctx, q) }, func(conditions []app.CadreCondition) {
		c.filling = true
		c.filter.SetText(q.Text)
		c.unitPick.SetOption(kit.Option{})
		c.position.SetID(text(q.Position))
		c.serving.SetID(strconv.Itoa(int(q.Serving)))
		c.party.SetID("")
		if q.Party != nil {
			c.party.SetID(map[bool]string{true: partyYes, false: partyNo}[*q.Party])
		}
		c.further = app.FurtherConditions(q)
		var chips []app.CadreCondition
		for _, condition := range conditions {
			switch condition.ID {
			case app.ConditionUnit:
				c.unitPick.SetOption(kit.Option{ID: text(q.Unit), Label: condition.Value})
			case app.ConditionText, app.ConditionPosition, app.ConditionParty, app.ConditionServing:
			default:
				chips = append(chips, condition)
			}
		}
		c.filling = false
		c.arrangeFilters(chips)
		c.search()
	})
}

// What the menu “+ Điều kiện” adds.
const (
	conditionWaiting   = "waiting"
	conditionLeft      = "left"
	conditionFullTime  = "full_time"
	conditionRetired   = "retired"
	conditionBodies    = "bodies"
	conditionAllowance = "allowance"
	conditionAge       = "age"
	conditionDegree    = "degree"
	conditionPolitics  = "politics"
	conditionUntrained = "untrained"
	conditionRated     = "rated"
	conditionUnrated   = "unrated"
	conditionMissing   = "missing"
)

// chooseCondition opens the menu of further conditions.
func (c *cadresScreen) chooseCondition() {
	year := c.on.Year - 1
	options := []kit.Option{
		{ID: conditionWaiting, Label: "Cần bố trí lại sau sắp xếp", Group: "Công tác"},
		{ID: conditionLeft, Label: "Đã thôi công tác Hội", Group: "Công tác"},
		{ID: conditionFullTime, Label: "Chuyên trách…", Group: "Công tác"},
		{ID: conditionRetired, Label: "Cán bộ, công chức nghỉ hưu", Group: "Công tác"},
		{ID: conditionBodies, Label: "Tham gia đoàn thể khác", Group: "Công tác"},
		{ID: conditionAllowance, Label: "Đang hưởng mức bồi dưỡng", Group: "Công tác"},
		{ID: conditionAge, Label: "Tuổi…", Group: "Nhân thân, trình độ"},
		{ID: conditionDegree, Label: "Trình độ cao nhất…", Group: "Nhân thân, trình độ"},
		{ID: conditionPolitics, Label: "Lý luận chính trị…", Group: "Nhân thân, trình độ"},
		{ID: conditionUntrained, Label: "Chưa qua lớp bồi dưỡng nào", Group: "Nhân thân, trình độ"},
		{ID: conditionMissing, Label: "Thiếu ngày sinh hoặc số điện thoại", Group: "Nhân thân, trình độ"},
		{ID: conditionRated, Label: "Xếp loại…", Group: "Xếp loại"},
		{ID: conditionUnrated, Label: "Chưa xếp loại năm " + strconv.Itoa(year), Group: "Xếp loại"},
		{ID: conditionUnrated + "+", Label: "Chưa xếp loại năm " + strconv.Itoa(year+1), Group: "Xếp loại"},
	}
	kit.ShowMenu(c.addCondition, options, func(id string) {
		q := c.further
		switch id {
		case conditionWaiting:
			q.Waiting = true
		case conditionLeft:
			q.Left = true
		case conditionRetired:
			q.RetiredOfficial = true
		case conditionBodies:
			q.InOtherBodies = true
		case conditionAllowance:
			q.HasAllowance = true
		case conditionUntrained:
			q.NeverTrained = true
		case conditionMissing:
			q.MissingData = true
		case conditionUnrated:
			q.NotRatedIn = year
		case conditionUnrated + "+":
			q.NotRatedIn = year + 1
		case conditionAge:
			c.askAge()
			return
		case conditionRated:
			c.askRated()
			return
		default:
			c.askWord(id)
			return
		}
		c.setFurther(q)
	})
}

// askWord offers the words of a catalogue for a condition.
func (c *cadresScreen) askWord(catalogue string) {
	latest := 0
	load(c.shell, &latest, func(ctx context.Context) ([]string, error) { return c.office.Catalogue(ctx, catalogue) }, func(words []string) {
		kit.ShowMenu(c.addCondition, wordOptions(words), func(word string) {
			q := c.further
			switch catalogue {
			case conditionFullTime:
				q.FullTime = word
			case conditionDegree:
				q.Degree = word
			case conditionPolitics:
				q.Politics = word
			}
			c.setFurther(q)
		})
	})
}

// numberOrNone reads what was typed; empty is 0.
func numberOrNone(e *kit.Entry) (int, error) {
	if e.Value() == "" {
		return 0, nil
	}
	return strconv.Atoi(e.Value())
}

const oldest = 120

func (c *cadresScreen) askAge() {
	from, to := kit.NewEntry(), kit.NewEntry()
	for e, n := range map[*kit.Entry]int{from: c.further.AgeFrom, to: c.further.AgeTo} {
		if n > 0 {
			e.SetText(strconv.Itoa(n))
		}
	}
	check := func(e *kit.Entry) func() error {
		return func() error {
			if n, err := numberOrNone(e); err != nil || n < 0 || n > oldest {
				return app.Problem("Hãy gõ số tuổi bằng chữ số, ví dụ 35, hoặc để trống.")
			}
			return nil
		}
	}
	kit.ShowForm(c.win, "Lọc theo tuổi", []kit.Field{
		{Label: "Từ", Widget: from, Check: check(from), Hint: "Tuổi tròn vào ngày đang xem; chỉ biết năm sinh thì tính từ đầu năm."},
		{Label: "Đến", Widget: to, Check: func() error {
			if err := check(to)(); err != nil {
				return err
			}
			a, _ := numberOrNone(from)
			b, _ := numberOrNone(to)
			switch {
			case a == 0 && b == 0:
				return app.Problem("Hãy gõ ít nhất một trong hai số tuổi.")
			case b != 0 && b < a:
				return app.Problem("Tuổi đến %d nhỏ hơn tuổi từ %d; hãy sửa lại.", b, a)
			}
			return nil
		}},
	}, kit.FormOptions{SaveLabel: "Lọc", Width: 480, Save: func(done func(error)) {
		q := c.further
		q.AgeFrom, _ = numberOrNone(from)
		q.AgeTo, _ = numberOrNone(to)
		done(nil)
		c.setFurther(q)
	}})
}

func (c *cadresScreen) askRated() {
	latest := 0
	load(c.shell, &latest, func(ctx context.Context) ([]app.RatingScale, error) { return c.office.RatingScales(ctx, 0) }, func(scales []app.RatingScale) {
		options := append([]kit.Option{{ID: "0", Label: "Mức nào cũng được"}}, levelOptions(scales)...)
		level, year := kit.NewChoice(options, nil), textInput(strconv.Itoa(c.on.Year-1))
		level.SetID("0")
		kit.ShowForm(c.win, "Lọc theo xếp loại", []kit.Field{
			{Label: "Mức", Widget: level},
			{Label: "Năm", Widget: year, Hint: "Để trống: năm nào cũng được.", Check: func() error {
				n, err := numberOrNone(year)
				switch {
				case err != nil || n < 0:
					return app.Problem("Hãy gõ năm, ví dụ %d, hoặc để trống.", c.on.Year-1)
				case n == 0 && level.ID() == "0":
					return app.Problem("Hãy chọn mức hoặc gõ năm.")
				}
				return nil
			}},
		}, kit.FormOptions{SaveLabel: "Lọc", Width: 560, Save: func(done func(error)) {
			q := c.further
			q.RatedLevel = number(level.ID())
			q.RatedYear, _ = numberOrNone(year)
			done(nil)
			c.setFurther(q)
		}})
	})
}
