package app

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cosohoi/assets"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/reports"
)

// targets are the targets of plan 77/KH-BCH, section II, with a row for each district and one for the affiliates. Nothing in
// the database counts them yet, so that their figures are not known and papers say so.
func (o *Office) targets(ctx context.Context, on day.Date) ([]reports.TargetResult, error) {
	rows, err := table(assets.Targets, 10)
	if err != nil {
		return nil, fmt.Errorf("targets of the plan: %w", err)
	}
	districts, err := o.districtRows(ctx, on)
	if err != nil {
		return nil, err
	}
	var targets []reports.TargetResult
	for _, row := range rows {
		goal, err := strconv.ParseFloat(row[5], 64)
		if err != nil {
			return nil, fmt.Errorf("targets of the plan: %s: %w", row[0], err)
		}
		t := reports.TargetResult{Code: row[0], Name: row[1], Unit: countedUnit(row[8]), Plan: row[5] + "%", Goal: goal}
		if goal < 100 {
			t.Plan = "≥ " + t.Plan
		}
		for _, d := range districts {
			t.Units = append(t.Units, reports.TargetUnit{Name: d})
		}
		targets = append(targets, t)
	}
	return targets, nil
}

// countedUnit is what the denominator of a target counts: "cơ sở Hội" of "tổng số cơ sở Hội".
func countedUnit(denominator string) string {
	counted := strings.TrimPrefix(strings.TrimPrefix(denominator, "tổng "), "số ")
	counted, _, _ = strings.Cut(counted, " chưa ")
	return counted
}

// districtRows names the rows of a table by district on a day: the districts in Vietnamese order, the affiliates in one row at
// the end. Without districts the communes under the province are the rows.
func (o *Office) districtRows(ctx context.Context, on day.Date) ([]string, error) {
	units, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Levels: []data.Level{data.District, data.Affiliate}})
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(units, func(u data.UnitOn) bool { return u.Level == data.District }) {
		communes, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Levels: []data.Level{data.BaseUnit}})
		if err != nil {
			return nil, err
		}
		units = append(units, communes...)
	}
	var names []string
	affiliates := false
	for _, u := range units {
		if u.Level == data.Affiliate {
			affiliates = true
			continue
		}
		names = append(names, u.Label())
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(vietnamese.SortKey(a), vietnamese.SortKey(b)) })
	if affiliates {
		names = append(names, affiliatesName)
	}
	return names, nil
}
