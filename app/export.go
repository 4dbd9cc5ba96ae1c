package app

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"cosohoi/data"
	"cosohoi/data/day"
)

// officialLevels are the levels whose units carry an official code.
var officialLevels = []data.Level{data.Province, data.District, data.Affiliate, data.BaseUnit}

// ExportUnits writes the units of a day as CSV: code,name,level,parent_code, parents before their children.
// Branches and groups, which have no official code, come only when all is set; a row then also ends with
// the ids of unit and parent.
func (o *Office) ExportUnits(ctx context.Context, w io.Writer, on day.Date, all bool) error {
	out := csv.NewWriter(w)
	head := []string{"code", "name", "level", "parent_code"}
	levels := officialLevels
	if all {
		head = append(head, "id", "parent_id")
		levels = treeOrder
	}
	if err := out.Write(head); err != nil {
		return fmt.Errorf("export units: %w", err)
	}
	codes := map[int64]string{}
	for _, level := range levels {
		err := o.eachUnit(ctx, on, level, func(u data.UnitOn) error {
			if u.Code != "" {
				codes[u.ID] = u.Code
			}
			row := []string{u.Code, u.Label(), string(u.Level), codes[u.ParentID]}
			if all {
				row = append(row, strconv.FormatInt(u.ID, 10), strconv.FormatInt(u.ParentID, 10))
			}
			return out.Write(row)
		})
		if err != nil {
			return fmt.Errorf("export units: %w", err)
		}
	}
	out.Flush()
	return out.Error()
}

// eachUnit walks the units of a level a page at a time.
func (o *Office) eachUnit(ctx context.Context, on day.Date, level data.Level, do func(data.UnitOn) error) error {
	const page = 5000
	for offset := 0; ; offset += page {
		units, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Levels: []data.Level{level}, Limit: page, Offset: offset})
		if err != nil {
			return err
		}
		for _, u := range units {
			if err := do(u); err != nil {
				return err
			}
		}
		if len(units) < page {
			return nil
		}
	}
}

// ExportCadres writes all cadres as CSV. Ethnic group, religion and Party dates come only when sensitive is
// set, and the audit notes that they were asked for (Luật 91/2025/QH15).
func (o *Office) ExportCadres(ctx context.Context, w io.Writer, sensitive bool) error {
	head := []string{"id", "full_name", "birth", "gender", "native_place", "residence", "phone", "education", "specialty", "politics", "union_since"}
	if sensitive {
		head = append(head, "ethnic", "religion", "party_probation_on", "party_official_on")
		_, err := o.db.Write(ctx, "Xuất danh sách cán bộ có dữ liệu nhạy cảm", func(tx *data.Tx) error {
			return tx.NoteReading(data.KindCadre, 0)
		})
		if err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	if err := out.Write(head); err != nil {
		return fmt.Errorf("export cadres: %w", err)
	}
	err := o.db.EachCadre(ctx, func(cadres []data.Cadre) error {
		for _, c := range cadres {
			gender := "nam"
			if c.Female {
				gender = "nữ"
			}
			row := []string{strconv.FormatInt(c.ID, 10), c.FullName, c.Birth.ISO(), gender, c.NativePlace, c.Residence, c.Phone, c.Education, c.Specialty, c.Politics, c.UnionSince.ISO()}
			if sensitive {
				row = append(row, c.Ethnic, c.Religion, c.PartyProbationOn.ISO(), c.PartyOfficialOn.ISO())
			}
			if err := out.Write(row); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("export cadres: %w", err)
	}
	out.Flush()
	return out.Error()
}

// ExportAppointments writes all posts as CSV.
func (o *Office) ExportAppointments(ctx context.Context, w io.Writer) error {
	positions, err := o.db.Positions(ctx)
	if err != nil {
		return err
	}
	codes := map[int64]string{}
	for _, p := range positions {
		codes[p.ID] = p.Code
	}
	out := csv.NewWriter(w)
	if err := out.Write([]string{"id", "cadre_id", "unit_id", "position", "manner", "decision", "started_on", "ended_on", "reason"}); err != nil {
		return fmt.Errorf("export appointments: %w", err)
	}
	err = o.db.EachAppointment(ctx, func(all []data.Appointment) error {
		for _, a := range all {
			id := func(n int64) string { return strconv.FormatInt(n, 10) }
			if err := out.Write([]string{id(a.ID), id(a.CadreID), id(a.UnitID), codes[a.PositionID], a.Manner, a.Decision, a.StartedOn.ISO(), a.EndedOn.ISO(), a.Reason}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("export appointments: %w", err)
	}
	out.Flush()
	return out.Error()
}

// ExportSchedule writes the rounds and visits of a term as CSV, as they stand on a day.
func (o *Office) ExportSchedule(ctx context.Context, w io.Writer, on day.Date, termID int64) error {
	rounds, err := o.db.Rounds(ctx, termID)
	if err != nil {
		return err
	}
	out := csv.NewWriter(w)
	if err := out.Write([]string{"visit_id", "round", "rhythm", "period_from", "period_to", "due_on", "unit_code", "unit", "inspector_code", "planned_on", "done_on", "state"}); err != nil {
		return fmt.Errorf("export schedule: %w", err)
	}
	for _, r := range rounds {
		visits, err := o.VisitsOf(ctx, on, []data.Round{r})
		if err != nil {
			return err
		}
		for _, v := range visits {
			row := []string{strconv.FormatInt(v.ID, 10), r.Name, string(r.Rhythm), r.PeriodFrom.ISO(), r.PeriodTo.ISO(), r.DueOn.ISO(), v.Unit.Code, v.Unit.Label(), v.Inspector.Code, v.PlannedOn.ISO(), v.DoneOn.ISO(), v.StateText()}
			if err := out.Write(row); err != nil {
				return fmt.Errorf("export schedule: %w", err)
			}
		}
	}
	out.Flush()
	return out.Error()
}
