package app

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

// newOrder2024 and newOrder2025 are the first days of the two reorganisations that the program brings.
var newOrder2024, newOrder2025 = day.Of(2024, 9, 1), day.Of(2025, 7, 1)

func shipped(tb testing.TB, key string) Reorganisation {
	tb.Helper()
	b, ok, err := ReadyBatch(key)
	if err != nil || !ok {
		tb.Fatalf("batch %s: %v", key, err)
	}
	return b.Order()
}

func reorganise(tb testing.TB, o *Office, r Reorganisation) Outcome {
	tb.Helper()
	outcome, err := o.Reorganise(tb.Context(), r)
	var misfit *Misfit
	if errors.As(err, &misfit) {
		tb.Fatalf("%s:\n%s", r.Name, strings.Join(misfit.Lines, "\n"))
	}
	if err != nil {
		tb.Fatal(err)
	}
	return outcome
}

// count counts the units of a level on a day.
func count(tb testing.TB, o *Office, on day.Date, level data.Level) int {
	tb.Helper()
	return must(o.db.LevelCounts(tb.Context(), on))(tb)[level]
}

// The numbers are those of the resolutions (domain notes, section 1).
func TestTheReorganisationsOfNamDinh(t *testing.T) {
	o := founded(t, day.Of(2026, 1, 5))
	reorganise(t, o, shipped(t, "2024"))
	reorganise(t, o, shipped(t, "2025"))
	for _, c := range []struct {
		on              day.Date
		districts, base int
		why             string
	}{
		{day.Of(2024, 8, 31), 10, 226, "the order of the plan"},
		{newOrder2024, 9, 175, "77 communes went up in others, Mỹ Lộc in the city"},
		{day.Of(2025, 6, 30), 9, 175, "its last day"},
		{newOrder2025, 0, 57, "no districts; 57 communes of the former province"},
	} {
		if got := count(t, o, c.on, data.District); got != c.districts {
			t.Errorf("%s: %d districts on %s, want %d", c.why, got, c.on, c.districts)
		}
		if got := count(t, o, c.on, data.BaseUnit); got != c.base {
			t.Errorf("%s: %d communes on %s, want %d", c.why, got, c.on, c.base)
		}
	}
	// Per district 2023 → 2024, as the resolution has them; the city's with what was Mỹ Lộc.
	for code, want := range map[string][2]int{"356": {25, 21}, "359": {18, 14}, "360": {31, 23}, "361": {24, 20}, "362": {20, 18}, "363": {21, 21}, "364": {20, 14}, "365": {22, 20}, "366": {34, 24}} {
		for i, on := range []day.Date{day.Of(2024, 8, 31), newOrder2024} {
			rows := must(o.UnitRows(t.Context(), on, unit(t, o, on, code).ID))(t)
			if len(rows) != want[i] {
				t.Errorf("%s has %d communes on %s, want %d", code, len(rows), on, want[i])
			}
		}
	}
	if problems, err := o.Check(t.Context()); err != nil || len(problems) != 0 {
		t.Errorf("check: %q, %v", problems, err)
	}
	province := must(o.Province(t.Context(), newOrder2025))(t)
	if province.Label() != "Tỉnh Ninh Bình" || province.Code != "37" {
		t.Errorf("the province is %s %s", province.Label(), province.Code)
	}
	old, _, err := o.letterheadOn(t.Context(), day.Of(2023, 7, 4), day.Date{}, "")
	renamed, _, err2 := o.letterheadOn(t.Context(), newOrder2025, day.Date{}, "")
	if err != nil || err2 != nil || old.Parent != "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH" || renamed.Parent != "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NINH BÌNH" {
		t.Errorf("letterheads %q and %q; a paper of 2023 keeps its own", old.Parent, renamed.Parent)
	}
}

// Codes change their names and names their codes; each case of the files that is easy to get wrong.
func TestNamesAndCodesThroughTheReorganisations(t *testing.T) {
	o := founded(t, day.Of(2026, 1, 5))
	reorganise(t, o, shipped(t, "2024"))
	reorganise(t, o, shipped(t, "2025"))
	before, after := day.Of(2024, 8, 31), newOrder2024
	for _, c := range []struct {
		code string
		on   day.Date
		want string
		why  string
	}{
		{"14248", before, "Xã Hải Thanh", "the code before"},
		{"14248", after, "Xã Hải Hưng", "the same code under another name"},
		{"14248", newOrder2025, "Xã Hải Hưng", "and kept"},
		{"14230", before, "Xã Hải Vân", "the pilot commune"},
		{"14224", after, "Xã Hải Nam", "into which it went"},
		{"13645", before, "Phường Quang Trung", "of the city"},
		{"13768", before, "Xã Quang Trung", "of Vụ Bản: the name stands twice"},
		{"13681", after, "Phường Quang Trung", "the ward has another code"},
		{"13768", after, "Xã Quang Trung", "the commune is untouched"},
		{"14050", after, "Xã Trực Hưng", "equal to the next without tone marks"},
		{"14083", after, "Xã Trực Hùng", "in the same district"},
	} {
		if got := unit(t, o, c.on, c.code).Label(); got != c.want {
			t.Errorf("%s: %s on %s is %s, want %s", c.why, c.code, c.on, got, c.want)
		}
	}
	// Hải Hưng bears its own name through both, whatever its code.
	if was, is := unit(t, o, before, "14239").ID, unit(t, o, newOrder2025, "14248").ID; was != is {
		t.Errorf("Hải Hưng is unit %d and then %d", was, is)
	}
	// Hải Vân → Hải Nam → Hải Hưng.
	id := unit(t, o, before, "14230").ID
	for _, want := range []string{"Xã Hải Nam", "Xã Hải Hưng"} {
		next := must(o.Successors(t.Context(), id))(t)
		if len(next) != 1 || next[0].Label() != want {
			t.Fatalf("after unit %d comes %v, want %s", id, next, want)
		}
		id = next[0].UnitID
	}
	// The commune of Vụ Bản went to Hiển Khánh, not to Phường Nam Định as one public list has it.
	if next := must(o.Successors(t.Context(), unit(t, o, before, "13768").ID))(t); len(next) != 1 || next[0].Label() != "Xã Hiển Khánh" {
		t.Errorf("Quang Trung of Vụ Bản went to %v", next)
	}
}

// everything is all that the office can say of units, cadres and posts.
func everything(tb testing.TB, o *Office) string {
	tb.Helper()
	var b bytes.Buffer
	for _, on := range []day.Date{day.Of(2023, 7, 4), newOrder2024, newOrder2025} {
		if err := o.ExportUnits(tb.Context(), &b, on, true); err != nil {
			tb.Fatal(err)
		}
		if on != newOrder2025 {
			continue
		}
		if term, ok, err := o.TermOn(tb.Context(), on); err != nil || !ok || o.ExportSchedule(tb.Context(), &b, on, term.ID) != nil {
			tb.Fatal("the schedule cannot be exported")
		}
	}
	for _, export := range []func() error{
		func() error { return o.ExportCadres(tb.Context(), &b, false) },
		func() error { return o.ExportAppointments(tb.Context(), &b) },
	} {
		if err := export(); err != nil {
			tb.Fatal(err)
		}
	}
	return b.String()
}

// On a whole province with its cadres: nobody is lost, the preview changes nothing, the undoing leaves every export as it was.
func TestBothBatchesOnAWholeProvinceAndBack(t *testing.T) {
	o := copied(t, demoFile(t), clock)
	before := everything(t, o)
	preview := must(o.PreviewReorganisation(t.Context(), shipped(t, "2024")))(t)
	if everything(t, o) != before {
		t.Fatal("the preview changed something")
	}
	first := reorganise(t, o, shipped(t, "2024"))
	if len(preview.Lines) != len(first.Lines) || preview.Moved != first.Moved || len(preview.Waiting) != len(first.Waiting) || preview.Visits != first.Visits {
		t.Errorf("the preview promised %d lines, %d moved, %d waiting; it were %d, %d, %d", len(preview.Lines), preview.Moved, len(preview.Waiting), len(first.Lines), first.Moved, len(first.Waiting))
	}
	second := reorganise(t, o, shipped(t, "2025"))
	if len(first.Waiting) == 0 || len(second.Waiting) == 0 || first.Moved == 0 {
		t.Errorf("nobody waits: %d, %d; %d moved", len(first.Waiting), len(second.Waiting), first.Moved)
	}
	if problems, err := o.Check(t.Context()); err != nil || len(problems) != 0 {
		t.Errorf("check: %q, %v", problems, err)
	}
	_, err := o.Reorganise(t.Context(), shipped(t, "2024"))
	refused(t, err, "đã được áp dụng", "một lần")
	for _, done := range []Outcome{second, first} {
		if err := o.Undo(t.Context(), done.Operation); err != nil {
			t.Fatal(err)
		}
	}
	if after := everything(t, o); after != before {
		t.Errorf("the undoing left something: %s", firstDifference(before, after))
	}
}

func firstDifference(a, b string) string {
	la, lb := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(la), len(lb)) {
		if la[i] != lb[i] {
			return la[i] + " became " + lb[i]
		}
	}
	return "one is longer"
}

// A tree that was edited by hand is told line by line, and nothing is changed.
func TestABatchThatDoesNotFitChangesNothing(t *testing.T) {
	o := founded(t, today)
	form := must(o.EditUnit(t.Context(), today, unit(t, o, today, "14230").ID))(t)
	form.State.Name = "Hải Vân Mới"
	must(o.SaveUnit(t.Context(), form))(t)
	form = must(o.EditUnit(t.Context(), today, unit(t, o, today, "13633").ID))(t)
	form.State.Code = ""
	must(o.SaveUnit(t.Context(), form))(t)
	newUnit(t, o, unit(t, o, today, "358"), "Thêm Tay", "99002")
	before := everything(t, o)
	_, err := o.Reorganise(t.Context(), shipped(t, "2024"))
	var misfit *Misfit
	if !errors.As(err, &misfit) {
		t.Fatalf("not refused: %v", err)
	}
	said(t, Message(err), "2 chỗ không khớp", "chưa thay đổi gì")
	all := strings.Join(misfit.Lines, "\n")
	for _, want := range []string{"“14230” đang là “Xã Hải Vân Mới”, không phải “Xã Hải Vân”", "không có đơn vị nào mang mã “13633” (Phường Hạ Long)"} {
		if !strings.Contains(all, want) {
			t.Errorf("%s\ndoes not say %s", all, want)
		}
	}
	if everything(t, o) != before {
		t.Error("something was changed")
	}
}

func TestWaitingCadresAreThoseWithoutAnotherPost(t *testing.T) {
	o := copied(t, demoFile(t), clock)
	haiVan, haiNam := unit(t, o, day.Of(2024, 8, 31), "14230"), unit(t, o, day.Of(2024, 8, 31), "14224")
	chair := func(id int64, on day.Date) []PostRow { return must(o.UnitPage(t.Context(), on, id))(t).Posts }
	old, kept := chair(haiVan.ID, day.Of(2024, 8, 31)), chair(haiNam.ID, day.Of(2024, 8, 31))
	if len(old) == 0 || len(kept) == 0 {
		t.Fatal("the communes have no posts")
	}
	outcome := reorganise(t, o, Reorganisation{Name: "Nhập xã Hải Vân vào xã Hải Nam", Basis: "Nghị quyết thử", On: newOrder2024, Steps: []Step{{Kind: data.Merging, From: []int64{haiVan.ID}, Unit: haiNam.ID}}})
	for _, p := range old {
		if !slices.ContainsFunc(outcome.Waiting, func(m CadreMatch) bool { return m.ID == p.CadreID }) {
			t.Errorf("%s lost her post and does not wait", p.Cadre.FullName)
		}
		file := must(o.CadreFile(t.Context(), p.CadreID))(t)
		if len(file.Posts) == 0 || file.Posts[len(file.Posts)-1].ID == 0 {
			t.Errorf("%s lost her history", p.Cadre.FullName)
		}
	}
	if now := chair(haiNam.ID, newOrder2024); len(now) != len(kept) {
		t.Errorf("%d posts in Hải Nam, want the %d it had", len(now), len(kept))
	}
	// The branches of Hải Vân work on under Hải Nam; a name that Hải Nam has too says where it came from.
	if outcome.Moved == 0 || !slices.ContainsFunc(outcome.Renamed, func(s string) bool { return strings.Contains(s, "(Hải Vân)") }) {
		t.Errorf("%d moved, renamed %q", outcome.Moved, outcome.Renamed)
	}
}
