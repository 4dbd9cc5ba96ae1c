package app

import (
	"context"
	"fmt"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
)

// CadreCondition is one condition of a list of cadres in words; Caption may be empty.
type CadreCondition struct{ ID, Caption, Value string }

// String writes the condition in one piece, as the title of a list does.
func (c CadreCondition) String() string { return strings.TrimLeft(c.Caption+": "+c.Value, ": ") }

// The conditions that a list has inputs of its own for; the others come and go by cadreConditions.
const (
	ConditionText     = "text"
	ConditionUnit     = "unit"
	ConditionPosition = "position"
	ConditionParty    = "party"
	ConditionServing  = "serving"
)

// cadreConditions tell of each condition whether a query has it, how it reads and how the query is without.
var cadreConditions = []struct {
	id      string
	has     func(q data.CadreQuery) bool
	caption string
	value   func(q data.CadreQuery, level string) string
	clear   func(q *data.CadreQuery)
}{
	{"waiting", func(q data.CadreQuery) bool { return q.Waiting }, "", words("Cần bố trí lại sau sắp xếp"), func(q *data.CadreQuery) { q.Waiting = false }},
	{"left", func(q data.CadreQuery) bool { return q.Left }, "", words("Đã thôi công tác Hội"), func(q *data.CadreQuery) { q.Left = false }},
	{"full_time", func(q data.CadreQuery) bool { return q.FullTime != "" }, "Chế độ", func(q data.CadreQuery, _ string) string { return q.FullTime }, func(q *data.CadreQuery) { q.FullTime = "" }},
	{"retired", func(q data.CadreQuery) bool { return q.RetiredOfficial }, "", words("Cán bộ, công chức nghỉ hưu"), func(q *data.CadreQuery) { q.RetiredOfficial = false }},
	{"bodies", func(q data.CadreQuery) bool { return q.InOtherBodies }, "", words("Tham gia đoàn thể khác"), func(q *data.CadreQuery) { q.InOtherBodies = false }},
	{"allowance", func(q data.CadreQuery) bool { return q.HasAllowance }, "", words("Đang hưởng mức bồi dưỡng"), func(q *data.CadreQuery) { q.HasAllowance = false }},
	{"age", func(q data.CadreQuery) bool { return q.AgeFrom > 0 || q.AgeTo > 0 }, "Tuổi", func(q data.CadreQuery, _ string) string { return ageText(q.AgeFrom, q.AgeTo) }, func(q *data.CadreQuery) { q.AgeFrom, q.AgeTo = 0, 0 }},
	{"degree", func(q data.CadreQuery) bool { return q.Degree != "" }, "Trình độ", func(q data.CadreQuery, _ string) string { return q.Degree }, func(q *data.CadreQuery) { q.Degree = "" }},
	{"politics", func(q data.CadreQuery) bool { return q.Politics != "" }, "Lý luận chính trị", func(q data.CadreQuery, _ string) string { return q.Politics }, func(q *data.CadreQuery) { q.Politics = "" }},
	{"untrained", func(q data.CadreQuery) bool { return q.NeverTrained }, "", words("Chưa qua lớp bồi dưỡng nào"), func(q *data.CadreQuery) { q.NeverTrained = false }},
	{"rated", func(q data.CadreQuery) bool { return q.RatedLevel != 0 || q.RatedYear != 0 }, "Xếp loại", ratedText, func(q *data.CadreQuery) { q.RatedLevel, q.RatedYear = 0, 0 }},
	{"unrated", func(q data.CadreQuery) bool { return q.NotRatedIn != 0 }, "", func(q data.CadreQuery, _ string) string {
		return fmt.Sprintf("Chưa xếp loại năm %d", q.NotRatedIn)
	}, func(q *data.CadreQuery) { q.NotRatedIn = 0 }},
	{"missing", func(q data.CadreQuery) bool { return q.MissingData }, "", words("Thiếu ngày sinh hoặc số điện thoại"), func(q *data.CadreQuery) { q.MissingData = false }},
}

func words(text string) func(data.CadreQuery, string) string {
	return func(data.CadreQuery, string) string { return text }
}

func ageText(from, to int) string {
	switch {
	case to == 0:
		return fmt.Sprintf("từ %d", from)
	case from == 0:
		return fmt.Sprintf("đến %d", to)
	}
	return fmt.Sprintf("từ %d đến %d", from, to)
}

func ratedText(q data.CadreQuery, level string) string {
	switch {
	case q.RatedYear == 0:
		return level
	case q.RatedLevel == 0:
		return fmt.Sprintf("đã có, năm %d", q.RatedYear)
	}
	return fmt.Sprintf("%s, năm %d", level, q.RatedYear)
}

// WithoutCondition is a query without one of its further conditions.
func WithoutCondition(q data.CadreQuery, id string) data.CadreQuery {
	for _, c := range cadreConditions {
		if c.id == id {
			c.clear(&q)
		}
	}
	return q
}

// FurtherConditions keeps of a query what a list has no input of its own for.
func FurtherConditions(q data.CadreQuery) data.CadreQuery {
	q.On, q.Text, q.Unit, q.Position, q.Serving, q.Party = day.Date{}, "", 0, 0, data.ServingNow, nil
	q.Sort, q.Descending, q.Limit, q.Offset = "", false, 0, 0
	return q
}

// CadreConditions words the conditions of a query, those with inputs of their own first. What it names and is gone reads "đã xóa".
func (o *Office) CadreConditions(ctx context.Context, q data.CadreQuery) ([]CadreCondition, error) {
	var found []CadreCondition
	if text := strings.TrimSpace(q.Text); text != "" {
		found = append(found, CadreCondition{ConditionText, "Tên", text})
	}
	if q.Unit != 0 {
		unit, err := o.db.UnitOn(ctx, q.On, q.Unit)
		if err != nil && !IsNotFound(err) {
			return nil, err
		}
		found = append(found, CadreCondition{ConditionUnit, "Đơn vị", orGone(unit.Label())})
	}
	if q.Position != 0 {
		positions, err := o.db.Positions(ctx)
		if err != nil {
			return nil, err
		}
		name := ""
		for _, p := range positions {
			if p.ID == q.Position {
				name = p.Name
			}
		}
		found = append(found, CadreCondition{ConditionPosition, "Chức danh", orGone(name)})
	}
	if q.Party != nil {
		found = append(found, CadreCondition{ConditionParty, "", map[bool]string{true: "Là đảng viên", false: "Chưa là đảng viên"}[*q.Party]})
	}
	switch q.Serving {
	case data.ServingNot:
		found = append(found, CadreCondition{ConditionServing, "", "Không giữ chức danh"})
	case data.ServingAny:
		found = append(found, CadreCondition{ConditionServing, "", "Cả người không giữ chức danh"})
	}
	level := ""
	if q.RatedLevel != 0 {
		scales, err := o.RatingScales(ctx, 0)
		if err != nil {
			return nil, err
		}
		for _, s := range scales {
			for _, l := range s.Levels {
				if l.ID == q.RatedLevel {
					level = l.Name
				}
			}
		}
		level = orGone(level)
	}
	for _, c := range cadreConditions {
		if c.has(q) {
			found = append(found, CadreCondition{c.id, c.caption, c.value(q, level)})
		}
	}
	return found, nil
}

func orGone(name string) string {
	if strings.TrimSpace(name) == "" {
		return "đã xóa"
	}
	return name
}
