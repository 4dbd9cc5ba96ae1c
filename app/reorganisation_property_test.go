package app

import (
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"cosohoi/data"
	"cosohoi/data/day"
)

// smallProvince founds a province of two districts with three communes each, every commune with branches of the same names and a chair,
// every branch with a head.
func smallProvince(t *testing.T) string {
	return made(t, "tinh-nho.db", func(o *Office) error {
		ctx := t.Context()
		f := SuggestedFounding()
		f.NamDinh, f.Province = false, "Thử Nghiệm"
		if err := o.Found(ctx, f); err != nil {
			return err
		}
		province, err := o.Province(ctx, today)
		if err != nil {
			return err
		}
		posts, err := o.Positions(ctx, "")
		if err != nil {
			return err
		}
		chief := map[data.Level]int64{}
		for _, p := range posts {
			if p.Single {
				chief[p.Level] = p.ID
			}
		}
		n := 0
		add := func(parent int64, level data.Level, kind, name string) (int64, error) {
			id, err := o.SaveUnit(ctx, UnitForm{Level: level, State: data.UnitState{ParentID: parent, Kind: kind, Name: name}})
			if err != nil {
				return 0, err
			}
			n++
			_, err = o.SaveCadre(ctx, data.Cadre{FullName: fmt.Sprintf("Nguyễn Thị Số %d", n), Female: true}, data.Appointment{UnitID: id, PositionID: chief[level], StartedOn: day.Of(2021, 6, 1)})
			return id, err
		}
		for d := 1; d <= 2; d++ {
			district, err := add(province.ID, data.District, "huyện", fmt.Sprintf("Huyện Thử %d", d))
			if err != nil {
				return err
			}
			for c := 1; c <= 3; c++ {
				commune, err := add(district, data.BaseUnit, "xã", fmt.Sprintf("Thử %d.%d", d, c))
				if err != nil {
					return err
				}
				for b := 1; b <= 2; b++ {
					if _, err := add(commune, data.Branch, "chi hội", fmt.Sprintf("xóm %d", b)); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
}

// drawStep draws a change of units that exist on the day before.
func drawStep(t *rapid.T, o *Office, ctx *testing.T, on day.Date, n int) (Step, bool) {
	level := rapid.SampledFrom([]data.Level{data.BaseUnit, data.BaseUnit, data.District, data.Branch}).Draw(t, "level")
	units := must(o.db.UnitsOn(ctx.Context(), on.AddDays(-1), data.UnitQuery{Levels: []data.Level{level}}))(ctx)
	above := must(o.db.UnitsOn(ctx.Context(), on, data.UnitQuery{Levels: []data.Level{data.Province, data.District, data.BaseUnit}}))(ctx)
	if len(units) < 2 {
		return Step{}, false
	}
	pick := func(what string) data.UnitOn { return rapid.SampledFrom(units).Draw(t, what) }
	parent := func() int64 { return rapid.SampledFrom(above).Draw(t, "above").ID }
	shape := data.UnitState{Kind: KindsOf(level)[0], Name: fmt.Sprintf("Mới %d", n), ParentID: parent()}
	unit := pick("unit")
	switch rapid.IntRange(0, 6).Draw(t, "kind of step") {
	case 0:
		return Step{Kind: data.Merging, From: []int64{pick("from").ID, pick("from").ID}, Unit: unit.ID}, true
	case 1:
		return Step{Kind: data.Merging, From: []int64{unit.ID, pick("from").ID}, State: shape}, true
	case 2:
		var below []int64
		for _, b := range must(o.db.UnitsOn(ctx.Context(), on, data.UnitQuery{Parents: []int64{unit.ID}, Limit: 1}))(ctx) {
			below = append(below, b.ID)
		}
		shape.ParentID = 0
		return Step{Kind: data.Splitting, Unit: unit.ID, Parts: []Part{{State: shape, Below: below}}, Ends: rapid.Bool().Draw(t, "ends")}, true
	case 3:
		return Step{Kind: data.Renaming, Unit: unit.ID, State: shape}, true
	case 4:
		return Step{Kind: data.Moving, Unit: unit.ID, State: data.UnitState{ParentID: parent()}}, true
	case 5:
		return Step{Kind: data.Dissolving, Unit: unit.ID, Heir: parent()}, true
	}
	return Step{Kind: data.Foundation, Level: level, State: shape}, true
}

// Whatever is ordered: the tree stays a tree on every day, no cadre and no post is lost, a refused order changes nothing, and undoing all
// leaves the exports byte for byte as they were.
func TestAnySequenceOfReorganisationsKeepsTheTree(t *testing.T) {
	if checks := flag.Lookup("rapid.checks"); checks.Value.String() == checks.DefValue {
		if err := checks.Value.Set("10"); err != nil { // each opens a database
			t.Fatal(err)
		}
		defer func() { _ = checks.Value.Set(checks.DefValue) }()
	}
	file := smallProvince(t)
	rapid.Check(t, func(r *rapid.T) {
		o := copied(t, file, at(day.Of(2026, 1, 5)))
		defer func() { _ = o.db.CloseWithoutCopy() }()
		start := everything(t, o)
		people, held := census(t, o)
		var done []int64
		on := day.Of(2024, 1, 15)
		for n := range rapid.IntRange(1, 8).Draw(r, "orders") {
			on = on.AddDays(rapid.IntRange(-20, 60).Draw(r, "days later"))
			step, ok := drawStep(r, o, t, on, n)
			if !ok {
				continue
			}
			before := everything(t, o)
			outcome, err := o.Reorganise(t.Context(), Reorganisation{Name: fmt.Sprintf("Lần %d", n), Basis: "Quyết định thử", On: on, Steps: []Step{step}})
			var misfit *Misfit
			switch {
			case err == nil:
				done = append(done, outcome.Operation)
			case errors.As(err, &misfit):
				if after := everything(t, o); after != before {
					r.Fatalf("refused and changed: %s", firstDifference(before, after))
				}
				continue
			default:
				r.Fatalf("%+v: %v", step, err)
			}
			for _, d := range []day.Date{day.Of(2023, 1, 1), on.AddDays(-1), on, on.AddDays(30), day.Of(2026, 1, 1)} {
				if orphans := must(o.db.Orphans(t.Context(), d))(t); len(orphans) > 0 {
					r.Fatalf("after %+v on %s, %q stands under nothing on %s", step, on, orphans[0].Label(), d)
				}
				aTree(r, t, o, d)
			}
			if problems := must(o.Check(t.Context()))(t); len(problems) > 0 {
				r.Fatalf("after %+v: %q", step, problems)
			}
			if p, h := census(t, o); p != people || h != held {
				r.Fatalf("after %+v: %d cadres and %d posts, want %d and %d", step, p, h, people, held)
			}
		}
		for i := len(done) - 1; i >= 0; i-- {
			if err := o.Undo(t.Context(), done[i]); err != nil {
				r.Fatal(err)
			}
		}
		if end := everything(t, o); end != start {
			r.Fatalf("undone to something else: %s", firstDifference(start, end))
		}
	})
}

// aTree checks that every unit of a day leads up to the province.
func aTree(r *rapid.T, t *testing.T, o *Office, on day.Date) {
	units := must(o.db.UnitsOn(t.Context(), on, data.UnitQuery{}))(t)
	parent := map[int64]int64{}
	for _, u := range units {
		parent[u.ID] = u.ParentID
	}
	for _, u := range units {
		id := u.ID
		for steps := 0; parent[id] != 0; steps++ {
			if id = parent[id]; steps > 6 {
				r.Fatalf("%s goes round on %s", u.Label(), on)
			}
		}
	}
}

// census counts all cadres and all posts of all times.
func census(t *testing.T, o *Office) (people, posts int) {
	t.Helper()
	err := errors.Join(
		o.db.EachCadre(t.Context(), func(c []data.Cadre) error { people += len(c); return nil }),
		o.db.EachAppointment(t.Context(), func(a []data.Appointment) error { posts += len(a); return nil }))
	if err != nil {
		t.Fatal(err, filepath.Base(o.Path()))
	}
	return people, posts
}
