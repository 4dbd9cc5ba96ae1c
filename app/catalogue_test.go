package app

import (
	"slices"
	"strings"
	"testing"

	"cosohoi/data"
)

func catalogueWords(t *testing.T, o *Office, name string) string {
	t.Helper()
	return strings.Join(must(o.Catalogue(t.Context(), name))(t), ", ")
}

func TestEveryCatalogueOfTheFormsHasWordsAtTheStart(t *testing.T) {
	o := founded(t, today)
	for _, l := range CatalogueLists {
		if catalogueWords(t, o, l.ID) == "" {
			t.Errorf("%s is empty", l.Title)
		}
	}
}

func TestAnEntryIsAddedMovedRenamedAndRemoved(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	entry := func(name string) data.CatalogueEntry {
		entries := must(o.CatalogueEntries(ctx, "informatics"))(t)
		return entries[slices.IndexFunc(entries, func(e data.CatalogueEntry) bool { return e.Name == name })]
	}
	for _, step := range []struct {
		what string
		do   func() error
		want string
	}{
		{"a new one stands last", func() error {
			return o.SaveCatalogueEntry(ctx, data.CatalogueEntry{Catalogue: "informatics", Name: "Chứng chỉ quốc tế"})
		}, "Cơ bản, Nâng cao, Trung cấp trở lên, Chứng chỉ quốc tế"},
		{"up by one", func() error { return o.MoveCatalogueEntry(ctx, entry("Chứng chỉ quốc tế"), -1) }, "Cơ bản, Nâng cao, Chứng chỉ quốc tế, Trung cấp trở lên"},
		{"the first stays where it is", func() error { return o.MoveCatalogueEntry(ctx, entry("Cơ bản"), -1) }, "Cơ bản, Nâng cao, Chứng chỉ quốc tế, Trung cấp trở lên"},
		{"another name keeps the place", func() error {
			e := entry("Nâng cao")
			e.Name = "  Ứng dụng   nâng cao"
			return o.SaveCatalogueEntry(ctx, e)
		}, "Cơ bản, Ứng dụng nâng cao, Chứng chỉ quốc tế, Trung cấp trở lên"},
		{"removed", func() error { return o.RemoveCatalogueEntry(ctx, entry("Cơ bản")) }, "Ứng dụng nâng cao, Chứng chỉ quốc tế, Trung cấp trở lên"},
		{"after a removal the next stands last, too", func() error {
			return o.SaveCatalogueEntry(ctx, data.CatalogueEntry{Catalogue: "informatics", Name: "Cơ bản"})
		}, "Ứng dụng nâng cao, Chứng chỉ quốc tế, Trung cấp trở lên, Cơ bản"},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.what, err)
		}
		if got := catalogueWords(t, o, "informatics"); got != step.want {
			t.Errorf("%s:\n got %s\nwant %s", step.what, got, step.want)
		}
	}
	refused(t, o.SaveCatalogueEntry(ctx, data.CatalogueEntry{Catalogue: "informatics", Name: "cơ BẢN"}), "đã có “Cơ bản”")
	refused(t, o.SaveCatalogueEntry(ctx, data.CatalogueEntry{Catalogue: "informatics", Name: "  "}), "chưa có tên")
	refused(t, o.SaveCatalogueEntry(ctx, data.CatalogueEntry{Catalogue: "unknown", Name: "Mục"}))
}

func TestARenamedEntryChangesNoRecord(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	id := addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh", Religion: "Tin lành"}, unit(t, o, today, "14230"), "Chủ tịch")
	for _, e := range must(o.CatalogueEntries(ctx, "religion"))(t) {
		if e.Name == "Tin lành" {
			e.Name = "Đạo Tin lành"
			if err := o.SaveCatalogueEntry(ctx, e); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got := must(o.CadreFile(ctx, id))(t).Cadre.Religion; got != "Tin lành" {
		t.Errorf("the record says %q now", got)
	}
}

func TestSmallerCommitteesAreInTheLargerOnes(t *testing.T) {
	for _, c := range []struct{ chosen, want, names string }{
		{"", "", ""},
		{"tt", ",bch,btv,tt,", "BCH, BTV, Thường trực"},
		{"btv", ",bch,btv,", "BCH, BTV"},
		{"ubkt", ",ubkt,", "UBKT"}, // need not be in Ban Chấp hành
		{"ubkt bch", ",bch,ubkt,", "BCH, UBKT"},
	} {
		var chosen []Body
		for _, b := range strings.Fields(c.chosen) {
			chosen = append(chosen, Body(b))
		}
		got := JoinBodies(chosen)
		if names := BodyNames(data.Position{Bodies: got}); got != c.want || names != c.names {
			t.Errorf("%q gives %q (%s), want %q (%s)", c.chosen, got, names, c.want, c.names)
		}
	}
}

func TestAPostInUseIsKept(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, commune, "Phó Chủ tịch")
	addCadre(t, o, data.Cadre{FullName: "Đặng Thị Dung"}, commune, "Phó Chủ tịch")
	positions := must(o.Positions(ctx, data.BaseUnit))(t)
	deputy := positions[slices.IndexFunc(positions, func(p data.Position) bool { return p.Name == "Phó Chủ tịch" })]
	refused(t, o.RemovePosition(ctx, deputy), "đã được ghi 2 lần")
	moved := deputy
	moved.Level = data.Branch
	refused(t, o.SavePosition(ctx, moved), "2 lần", "không đổi cấp")
	single := deputy
	single.Single = true
	refused(t, o.SavePosition(ctx, single), "cùng giữ ở 1 đơn vị")
	again := data.Position{Name: "phó chủ tịch", Level: data.BaseUnit, Rank: 33}
	refused(t, o.SavePosition(ctx, again), "Cơ sở đã có chức danh")

	own := data.Position{Name: "Cộng tác viên", Level: data.BaseUnit, Rank: 39}
	for _, name := range []string{"Cộng tác viên", "Tuyên truyền viên"} { // each gets a code of its own
		own.Name = name
		if err := o.SavePosition(ctx, own); err != nil {
			t.Fatal(err)
		}
	}
	positions = must(o.Positions(ctx, data.BaseUnit))(t)
	added := positions[len(positions)-1]
	if added.Name != "Tuyên truyền viên" {
		t.Fatalf("the last post is %q", added.Name)
	}
	if err := o.RemovePosition(ctx, added); err != nil {
		t.Errorf("a post that nobody holds: %v", err)
	}
}

func TestLevelsFromLines(t *testing.T) {
	before := []data.RatingLevel{{Base: data.Base{ID: 1}, Name: "Xuất sắc"}, {Base: data.Base{ID: 2}, Name: "Tốt"}, {Base: data.Base{ID: 3}, Name: "Yếu"}}
	for _, c := range []struct {
		what, lines string
		want        []int64
	}{
		{"as before", "Xuất sắc/Tốt/Yếu", []int64{1, 2, 3}},
		{"renamed in its place", "Xuất sắc/Khá/Yếu", []int64{1, 2, 3}},
		{"another order", "Tốt/Xuất sắc/Yếu", []int64{2, 1, 3}},
		{"one between", "Xuất sắc/Tốt/Đạt/Yếu", []int64{1, 2, 0, 3}},
		{"one left out", "Xuất sắc/Yếu", []int64{1, 3}},
	} {
		lines := strings.Split(c.lines, "/")
		var ids []int64
		for i, l := range LevelsFrom(before, lines) {
			ids = append(ids, l.ID)
			if l.Name != lines[i] {
				t.Errorf("%s: level %d is %q", c.what, i, l.Name)
			}
		}
		if !slices.Equal(ids, c.want) {
			t.Errorf("%s: %v, want %v", c.what, ids, c.want)
		}
	}
}

func TestAScaleThatWasUsedIsKept(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	id := addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, unit(t, o, today, "14230"), "Chủ tịch")
	scale := func() RatingScale { return must(o.RatingScales(ctx, 2023))(t)[0] }
	if err := o.SaveRating(ctx, data.CadreRating{CadreID: id, Year: 2022, SchemeID: scale().ID, LevelID: scale().Levels[1].ID}); err != nil {
		t.Fatal(err)
	}
	refused(t, o.RemoveRatingScale(ctx, scale()), "Đã có 1 xếp loại")
	less := scale()
	less.Levels = slices.Delete(slices.Clone(less.Levels), 1, 2)
	refused(t, o.SaveRatingScale(ctx, less), "1 cán bộ")
	late := scale()
	late.FirstYear = 2023
	refused(t, o.SaveRatingScale(ctx, late), "1 xếp loại", "ở ngoài các năm này")
	next := RatingScale{RatingScheme: data.RatingScheme{Subject: data.RatesCadres, Name: "Thang mới", FirstYear: 2024},
		Levels: []data.RatingLevel{{Name: "Tốt"}, {Name: "Đạt"}, {Name: "Chưa đạt"}}}
	refused(t, o.SaveRatingScale(ctx, next), "cũng áp dụng cho các năm này")
	old := scale()
	old.LastYear = 2023
	for _, s := range []RatingScale{old, next} {
		if err := o.SaveRatingScale(ctx, s); err != nil {
			t.Fatal(err)
		}
	}
	if got := must(o.RatingScales(ctx, 2024))(t)[0]; got.Name != "Thang mới" || len(got.Levels) != 3 || got.Levels[2].Rank != 3 {
		t.Errorf("2024 is rated by %+v", got)
	}
}
