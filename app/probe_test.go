//go:build soak

package app

import (
	"fmt"
	"testing"
	"time"

	"cosohoi/data"
)

func TestProbe(t *testing.T) {
	start := time.Now()
	o := bigOffice(t)
	fmt.Println("open", time.Since(start))
	ctx, on := t.Context(), o.Today()
	lap := func(name string, f func()) {
		s := time.Now()
		f()
		fmt.Println(name, time.Since(s).Round(time.Millisecond/10))
	}
	lap("levels", func() { fmt.Println(o.db.LevelCounts(ctx, on)) })
	lap("countcadres", func() { fmt.Println(o.db.CountCadres(ctx, data.CadreQuery{On: on}, 0)) })
	lap("first page", func() { o.Cadres(ctx, data.CadreQuery{On: on, Limit: 200}) })
	lap("page at 100000", func() { o.db.Cadres(ctx, data.CadreQuery{On: on, Limit: 200, Offset: 100000}) })
	lap("tree", func() { o.UnitRows(ctx, on, 0) })
	hh := unit(t, o, on, "366")
	hv := unit(t, o, on, "14230")
	pv, _ := o.Province(ctx, on)
	lap("unit page district", func() { o.UnitPage(ctx, on, hh.ID) })
	lap("unit page commune", func() { o.UnitPage(ctx, on, hv.ID) })
	lap("unit page province", func() { o.UnitPage(ctx, on, pv.ID) })
	lap("cadres of district", func() { o.Cadres(ctx, data.CadreQuery{On: on, Unit: hh.ID, Limit: 200}) })
	lap("cadres of district named", func() { o.Cadres(ctx, data.CadreQuery{On: on, Unit: hh.ID, Text: "nguyen", Limit: 200}) })
	lap("find units", func() { o.FindUnits(ctx, on, "xom 1") })
	lap("search units", func() { o.SearchUnits(ctx, on, "hai van", nil, 20) })
	yes := true
	lap("party", func() { o.Cadres(ctx, data.CadreQuery{On: on, Party: &yes, Limit: 200}) })
	for _, s := range []data.CadreSort{data.SortByBirth, data.SortByParty, data.SortByPosition, data.SortByUnit} {
		lap("sort "+string(s), func() { p, err := o.Cadres(ctx, data.CadreQuery{On: on, Sort: s, Limit: 200}); fmt.Println(len(p.Rows), err) })
	}
	for range 1 {
		for _, text := range append(typed, "thuy", "yen", "nguyen thi yen", "xuan", "kim yen", "zzz", "k", "th", "luong thi bich yen", "a") {
			var page []data.Cadre
			var err error
			lap(text, func() { page, err = o.db.Cadres(ctx, data.CadreQuery{On: on, Text: text, Limit: 200}) })
			fmt.Println(len(page), err)
			lap("   count", func() { fmt.Println(o.db.CountCadres(ctx, data.CadreQuery{On: on, Text: text}, countLimit)) })
			lap("   posts", func() { o.cadreRows(ctx, on, page) })
		}
	}
}
