package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"

	"cosohoi/app"
	"cosohoi/data"
)

// printedTarget is a target, or a unit behind one, as the job prints it.
type printedTarget struct {
	Code        string   `json:"code"`
	Unit        string   `json:"unit,omitempty"`
	Above       string   `json:"above,omitempty"`
	Name        string   `json:"name,omitempty"`
	Counted     string   `json:"counted,omitempty"`
	From        string   `json:"from,omitempty"`
	On          string   `json:"on,omitempty"`
	Numerator   int      `json:"numerator"`
	Denominator int      `json:"denominator"`
	Unreported  int      `json:"unreported"`
	Value       *float64 `json:"value"` // per cent; null where there is nothing to count, and for numbers
	Threshold   float64  `json:"threshold"`
	State       string   `json:"state"`
	Reading     string   `json:"reading,omitempty"`
}

func printed(t app.MeasuredTarget, v app.TargetValue) printedTarget {
	p := printedTarget{Code: t.Code, Numerator: v.Numerator, Denominator: v.Denominator, Unreported: v.Unreported, Threshold: t.Goal, State: string(t.State(v))}
	if v.Denominator > 0 {
		percent := 100 * float64(v.Numerator) / float64(v.Denominator)
		p.Value = &percent
	}
	return p
}

// share is the value of a target in words: "200/226 (88,5%)", of a number "12".
func (p printedTarget) share() string {
	if p.Denominator == 0 && p.Value == nil {
		return strconv.Itoa(p.Numerator)
	}
	return fmt.Sprintf("%d/%d (%s)", p.Numerator, p.Denominator, app.Percent(p.Numerator, p.Denominator))
}

func targetsJob(ctx context.Context, c jobCall) error {
	on := c.date("on")
	from := c.date("from")
	code := c.flags.String("unit", "", "")
	behind := c.flags.String("units", "", "")
	asJSON := c.flags.Bool("json", false, "")
	asCSV := c.flags.Bool("csv", false, "")
	if _, err := c.words(); err != nil {
		return err
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		day := on.or(o.Today())
		measured, err := o.MeasureTargets(ctx, app.TargetQuery{On: day, From: from.Date})
		if err != nil {
			return err
		}
		var unit data.UnitOn
		if *code == "" {
			unit, err = o.Province(ctx, day)
		} else {
			unit, err = o.UnitByCode(ctx, day, *code)
		}
		if err != nil {
			return err
		}
		var rows []printedTarget
		for _, m := range measured {
			if *behind != "" && m.Code != *behind {
				continue
			}
			p := printed(m, m.Of(unit.ID))
			p.Name, p.Counted, p.From, p.On, p.Reading = m.Name, m.Counted, m.Span.From.ISO(), day.ISO(), m.Says()
			rows = append(rows, p)
			if *behind == "" {
				continue
			}
			units, err := o.UnitsBehind(ctx, day, m, unit.ID)
			if err != nil {
				return err
			}
			for _, u := range units {
				p := printed(m, u.Value)
				p.Unit, p.Above = u.Label(), u.Above
				rows = append(rows, p)
			}
		}
		if *behind != "" && len(rows) == 0 {
			return usagef("Không có chỉ tiêu “%s” vào ngày %s.", *behind, day)
		}
		return c.printTargets(rows, *asJSON, *asCSV)
	})
}

func (c jobCall) printTargets(rows []printedTarget, asJSON, asCSV bool) error {
	switch {
	case asJSON:
		e := json.NewEncoder(c.out)
		e.SetIndent("", "  ")
		return e.Encode(rows)
	case asCSV:
		w := csv.NewWriter(c.out)
		_ = w.Write([]string{"code", "unit", "above", "numerator", "denominator", "unreported", "value", "threshold", "state", "name"})
		for _, r := range rows {
			value := ""
			if r.Value != nil {
				value = strconv.FormatFloat(*r.Value, 'f', 1, 64)
			}
			_ = w.Write([]string{r.Code, r.Unit, r.Above, strconv.Itoa(r.Numerator), strconv.Itoa(r.Denominator), strconv.Itoa(r.Unreported), value, strconv.FormatFloat(r.Threshold, 'f', -1, 64), r.State, r.Name})
		}
		w.Flush()
		return w.Error()
	}
	for _, r := range rows {
		late := ""
		if r.Unreported > 0 {
			late = fmt.Sprintf(", chưa báo cáo %d", r.Unreported)
		}
		state := app.TargetStateName(app.TargetState(r.State))
		if r.Unit != "" {
			above := ""
			if r.Above != "" {
				above = ", " + r.Above
			}
			fmt.Fprintf(c.out, "       %s%s: %s, %s%s\n", r.Unit, above, r.share(), state, late)
			continue
		}
		fmt.Fprintf(c.out, "%-6s %s: %s, mục tiêu %s, %s%s\n       %s\n", r.Code, r.Name, r.share(), strconv.FormatFloat(r.Threshold, 'f', -1, 64), state, late, r.Reading)
	}
	return nil
}
