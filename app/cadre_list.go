package app

import (
	"context"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/reports"
)

// cadreList collects the "Danh sách trích ngang cán bộ" of a unit: those with a post in the unit or below it on a day. That
// sensitive data are asked for is noted in the audit. Seconds for a whole province.
func (o *Office) cadreList(ctx context.Context, r PaperRequest) (drafter, string, error) {
	unit, err := o.db.UnitOn(ctx, r.AsOf, r.Unit)
	if err != nil {
		return nil, "", err
	}
	letterhead, _, err := o.basisOf(ctx, r)
	if err != nil {
		return nil, "", err
	}
	if r.Sensitive {
		_, err := o.db.Write(ctx, "Lập danh sách trích ngang có dữ liệu nhạy cảm: "+UnionName(unit, false), func(tx *data.Tx) error {
			return tx.NoteReading(data.KindUnit, unit.ID)
		})
		if err != nil {
			return nil, "", err
		}
	}
	list := reports.CadreList{Letterhead: letterhead, Unit: UnionName(unit, true), AsOf: r.AsOf.Time(), Date: r.Date.Time(), Layout: r.Layout, Sensitive: r.Sensitive}
	if unit.Level == data.Branch || unit.Level == data.Group {
		above, err := o.above(ctx, r.AsOf, unit.ID)
		if err != nil {
			return nil, "", err
		}
		list.Unit = unit.Label() + ", " + above
	}
	if list.Rows, err = o.cadreListRows(ctx, r, unit.Level); err != nil {
		return nil, "", err
	}
	return list, "Danh sách trích ngang " + Layouts[r.Layout].Who + " " + list.Unit, nil
}

// cadreListRows collects the rows a page at a time; a cadre with several posts stands once, under the highest.
func (o *Office) cadreListRows(ctx context.Context, r PaperRequest, unit data.Level) ([]reports.CadreRow, error) {
	const page = 1000
	var rows []reports.CadreRow
	at := map[int64]int{}
	for offset := 0; ; offset += page {
		posts, err := o.db.PostsBelow(ctx, r.AsOf, r.Unit, page, offset)
		if err != nil {
			return nil, err
		}
		full := len(posts) == page
		posts = slices.DeleteFunc(posts, func(p data.Post) bool { return !r.lists(unit, p.UnitLevel) })
		var ids []int64
		for _, p := range posts {
			if _, known := at[p.CadreID]; !known {
				ids = append(ids, p.CadreID)
			}
		}
		cadres, err := o.db.CadresByID(ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, p := range posts {
			post := PostTitle(p)
			if i, known := at[p.CadreID]; known {
				rows[i].Post += "; " + post
				continue
			}
			at[p.CadreID] = len(rows)
			rows = append(rows, cadreListRow(cadres[p.CadreID], post))
		}
		if !full {
			return rows, nil
		}
	}
}

func cadreListRow(c data.Cadre, post string) reports.CadreRow {
	return reports.CadreRow{
		Name: c.FullName, Birth: c.Birth.Official(), Female: c.Female, Native: c.NativePlace,
		Residence: c.Residence, Phone: c.Phone, Ethnic: c.Ethnic, Religion: c.Religion, Post: post,
		PartyProbation: c.PartyProbationOn.Official(), PartyOfficial: c.PartyOfficialOn.Official(),
		Education: c.Education, Specialty: c.Specialty, Politics: politicsAbbreviation(c.Politics), Since: c.UnionSince.Official(),
	}
}

// politicsAbbreviation shortens the levels of political theory as lists do: SC, TC, CC, CN.
func politicsAbbreviation(level string) string {
	switch strings.ToLower(level) {
	case "sơ cấp":
		return "SC"
	case "trung cấp":
		return "TC"
	case "cao cấp":
		return "CC"
	case "cử nhân":
		return "CN"
	}
	return level
}

// lists tells whether the list of a unit holds the posts of a level: that of the branches holds them and the groups, that of
// the Union those above, unless it is asked for of a branch or group itself. Successions are not recorded yet.
func (r PaperRequest) lists(unit, level data.Level) bool {
	foot := func(l data.Level) bool { return l == data.Branch || l == data.Group }
	switch r.Layout {
	case reports.BranchCadres:
		return foot(level)
	case reports.UnionCadres:
		return !foot(level) || foot(unit)
	}
	return false
}
