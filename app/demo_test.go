package app

import (
	"bytes"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

// exported is everything that a database can export, one after the other.
func exported(t *testing.T, o *Office) []byte {
	t.Helper()
	ctx := t.Context()
	var b bytes.Buffer
	term, _, err := o.TermOn(ctx, o.Today())
	if err != nil {
		t.Fatal(err)
	}
	for _, export := range []func() error{
		func() error { return o.ExportUnits(ctx, &b, o.Today(), true) },
		func() error { return o.ExportCadres(ctx, &b, true) },
		func() error { return o.ExportAppointments(ctx, &b) },
		func() error { return o.ExportSchedule(ctx, &b, o.Today(), term.ID) },
	} {
		if err := export(); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func TestSameSeedSameProvince(t *testing.T) {
	made := func(seed uint64) []byte {
		o := empty(t)
		if err := o.Demo(t.Context(), DemoOptions{Scale: 1, Seed: seed}); err != nil {
			t.Fatal(err)
		}
		return exported(t, o)
	}
	first := exported(t, copied(t, demoFile(t), nil))
	if !bytes.Equal(first, made(77)) {
		t.Error("the same seed gave another province")
	}
	if bytes.Equal(first, made(78)) {
		t.Error("another seed gave the same province")
	}
}

func TestTheDemonstrationHasTheShapeOfTheProvince(t *testing.T) {
	ctx := t.Context()
	o := demoOffice(t)
	on := day.Of(2023, 1, 31)
	totals := must(o.Totals(ctx, on))(t)
	if totals.Units[data.BaseUnit] != 226 || totals.Units[data.District] != 10 || totals.Units[data.Affiliate] != 4 {
		t.Errorf("units: %v", totals.Units)
	}
	branches := totals.Units[data.Branch]
	if share := float64(branches) / 226; share < 12 || share > 14 {
		t.Errorf("%.1f branches a commune, want about 13", share)
	}
	province := must(o.Province(ctx, on))(t)
	positions := must(o.Positions(ctx, data.Branch))(t)
	members, heads, err := o.db.PartyBelow(ctx, on, province.ID, positions[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if want := (heads*232 + 500) / 1000; heads != branches || members != want {
		t.Errorf("on 31/01/2023 %d of %d heads of %d branches are in the Party, want %d (23,2 %%)", members, heads, branches, want)
	}
	if problems := must(o.Check(ctx))(t); len(problems) > 0 {
		t.Errorf("check: %v", problems)
	}
}

func TestTheRecordsOfTheDemonstrationAreSound(t *testing.T) {
	ctx := t.Context()
	o := demoOffice(t)
	province := must(o.Province(ctx, demoUntil))(t)
	page := must(o.Cadres(ctx, data.CadreQuery{On: demoUntil, Limit: 800}))(t)
	count := map[string]int{}
	for _, row := range page.Rows {
		f := must(o.CadreFile(ctx, row.ID))(t)
		count["xếp loại"] += len(f.Ratings)
		count["lớp"] += len(f.Trainings)
		count["bồi dưỡng"] += len(f.Allowances)
		count["khen thưởng"] += len(f.Awards)
		for i, s := range f.Steps {
			count["bước"]++
			if err := CheckPartyStep(s, f.Steps[:i], f.Cadre); err != nil {
				t.Errorf("%s: %v", f.Cadre.FullName, err)
			}
		}
	}
	for _, what := range []string{"xếp loại", "lớp", "bồi dưỡng", "khen thưởng", "bước"} {
		if count[what] < 10 {
			t.Errorf("%d %s among %d cadres", count[what], what, len(page.Rows))
		}
	}
	scale := must(o.RatingScales(ctx, 2025))(t)[0]
	if percent, over, err := o.RatingShare(ctx, demoUntil, province.ID, 2025, scale); err != nil || over || percent == 0 {
		t.Errorf("%.1f %% are rated best, %v, %v; the Party allows 20", percent, over, err)
	}
}

func TestADemonstrationOnlyFillsAnEmptyDatabase(t *testing.T) {
	o := founded(t, today)
	before := exported(t, o)
	refused(t, o.Demo(t.Context(), DemoOptions{Scale: 1}), "đã có dữ liệu")
	if !bytes.Equal(before, exported(t, o)) {
		t.Error("the refused demonstration left something behind")
	}
	refused(t, o.Found(t.Context(), SuggestedFounding()), "đã có dữ liệu")
}
