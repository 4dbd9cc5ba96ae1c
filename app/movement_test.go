package app

import (
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

// A scale of three criteria, of which "Sinh hoạt" knocks out: 90 is excellent, 50 good, below that bad.
func sampleScale() UnitScale {
	s := UnitScale{Criteria: []data.RatingCriterion{{Base: data.Base{ID: 1}, Name: "Hội viên", Points: 40}, {Base: data.Base{ID: 2}, Name: "Sinh hoạt", Points: 40, KnockOut: true}, {Base: data.Base{ID: 3}, Name: "Sổ sách", Points: 20}}}
	s.Levels = []data.RatingLevel{{Name: "Xuất sắc", Threshold: 90}, {Name: "Tốt", Threshold: 50}, {Name: "Yếu"}}
	return s
}

func TestGradesOfUnits(t *testing.T) {
	n := func(v int64) data.Number { return data.Number{N: v, Known: true} }
	for _, c := range []struct {
		name       string
		points     map[int64]data.Number
		sum        int64
		level, out string
		complete   bool
	}{
		{"all of 100", map[int64]data.Number{1: n(40), 2: n(40), 3: n(20)}, 100, "Xuất sắc", "", true},
		{"90 is the threshold itself", map[int64]data.Number{1: n(40), 2: n(40), 3: n(10)}, 90, "Xuất sắc", "", true},
		{"89 is one short", map[int64]data.Number{1: n(40), 2: n(40), 3: n(9)}, 89, "Tốt", "", true},
		{"no point where it knocks out", map[int64]data.Number{1: n(40), 2: n(0), 3: n(20)}, 60, "Yếu", "Sinh hoạt", true},
		{"no point where it does not", map[int64]data.Number{1: n(40), 2: n(40), 3: n(0)}, 80, "Tốt", "", true},
		{"one criterion not given yet", map[int64]data.Number{1: n(40), 2: n(40)}, 80, "Tốt", "", false},
	} {
		sum, level, out, ok := sampleScale().Grade(c.points)
		if sum != c.sum || level.Name != c.level || out != c.out || ok != c.complete {
			t.Errorf("%s: got %d %q, knocked out by %q, complete %v", c.name, sum, level.Name, out, ok)
		}
	}
}

// The points of a unit are kept by criterion, by the unit itself, the level above and in the end; only the last give the level.
func TestTheFinalPointsGiveTheLevel(t *testing.T) {
	h := newHamlet(t)
	sheet, err := h.RatingSheet(t.Context(), h.unit["A1"], 2024)
	if err != nil || len(sheet.Scores) == 0 || sheet.Rating.ID != 0 {
		t.Fatalf("%+v, %v", sheet, err)
	}
	for i, c := range sheet.Scale.Criteria {
		sheet.Scores[i].Self = data.Number{N: int64(c.Points), Known: true}
	}
	if err := h.SaveUnitRating(t.Context(), sheet.Rating, sheet.Scores); err != nil {
		t.Fatal(err)
	}
	again, err := h.RatingSheet(t.Context(), h.unit["A1"], 2024)
	if err != nil || !again.Rating.SelfPoints.Known || again.Rating.SelfPoints.N != int64(sheet.Scale.MostPoints()) || again.Rating.LevelID != 0 {
		t.Errorf("after the unit gave itself all points: %+v, %v", again.Rating, err)
	}
	for i, c := range again.Scale.Criteria {
		again.Scores[i].Final = data.Number{N: int64(c.Points+1) / 2, Known: true}
	}
	if err := h.SaveUnitRating(t.Context(), again.Rating, again.Scores); err != nil {
		t.Fatal(err)
	}
	page, n, err := h.UnitRatings(t.Context(), data.MovementQuery{On: h.Today(), Year: 2024})
	if err != nil || n != 1 || page[0].Level != "Hoàn thành nhiệm vụ" { // half of each, rounded up: 51
		t.Errorf("got %+v, %v", page, err)
	}
	latest, err := h.db.LatestUnitRatings(t.Context(), 2025)
	if want := (data.LatestUnitRating{UnitID: h.unit["A1"], Year: 2024, Level: "Hoàn thành nhiệm vụ", Worse: 1}); err != nil || len(latest) != 1 || latest[want.UnitID] != want {
		t.Errorf("latest %+v, %v; want only that of the rated unit, with the one level below it", latest, err)
	}
	if latest, err = h.db.LatestUnitRatings(t.Context(), 2023); err != nil || len(latest) != 0 {
		t.Errorf("latest %+v, %v in the year before", latest, err)
	}
	again.Scores[0].Final.N = 1000
	if err := h.SaveUnitRating(t.Context(), again.Rating, again.Scores); err == nil || !strings.Contains(Message(err), "điểm phải từ 0 đến") {
		t.Errorf("1000 points were taken: %v", err)
	}
}

// One activity noted for many units becomes one of each; a unit that was not there on the day is refused, and then none is stored.
func TestAnActivityOfManyUnits(t *testing.T) {
	h := newHamlet(t)
	h.merge(t)
	a := data.Activity{Kind: data.ActivityKnowledge, Occasion: OccasionMarch, Topic: "Kỹ năng số", HeldOn: onDay("08/03/2024")}
	if err := h.SaveActivity(t.Context(), a, []int64{h.unit["A1"], h.unit["A2"], h.unit["B2"]}); err != nil {
		t.Fatal(err)
	}
	a.HeldOn = onDay("20/10/2024")
	if err := h.SaveActivity(t.Context(), a, []int64{h.unit["A1"], h.unit["B2"]}); err == nil || !strings.Contains(Message(err), "không hoạt động vào ngày 20/10/2024") {
		t.Errorf("B2 was gone by then: %v", err)
	}
	of := func(on day.Date, unit string) int {
		t.Helper()
		page, err := h.Activities(t.Context(), data.MovementQuery{On: on, Unit: h.unit[unit], Year: 2024})
		if err != nil {
			t.Fatal(err)
		}
		return page.Matching
	}
	for _, c := range []struct {
		on   string
		unit string
		want int
	}{{"30/04/2024", "P", 3}, {"30/04/2024", "B1", 0}, {"30/04/2024", "B2", 1}, {"01/05/2024", "B1", 1}, {"01/05/2024", "A", 2}} {
		if got := of(onDay(c.on), c.unit); got != c.want {
			t.Errorf("on %s %s has %d activities, want %d", c.on, c.unit, got, c.want)
		}
	}
	name := must(h.db.UnitOn(t.Context(), onDay("30/04/2024"), h.unit["A2"]))(t).Name
	for _, c := range []struct {
		text string
		want int
		why  string
	}{
		{"ky nang", 3, "tone marks do not matter"},
		{"SO ky", 3, "nor case, nor order, and a word may be begun"},
		{"nang " + name, 1, "words of the record and of its unit"},
		{"ang", 0, "only beginnings of words count"},
		{"knowledge", 0, "how a kind is stored is no text"},
		{"  ", 3, "nothing asked"},
	} {
		page, err := h.Activities(t.Context(), data.MovementQuery{On: onDay("30/04/2024"), Text: c.text})
		if err != nil || page.Matching != c.want || len(page.Rows) != c.want {
			t.Errorf("%q finds %d (%d rows), %v; want %d: %s", c.text, page.Matching, len(page.Rows), err, c.want, c.why)
		}
	}
}

// A pair is a side of two persons' records: it goes with a cadre when her record is merged into another, and its words go when she is erased.
func TestPairsFollowTheirCadres(t *testing.T) {
	h := newHamlet(t)
	m := h.model(t, data.OneAndOne, "A1", "01/01/2024", "")
	kept, gone := data.Cadre{FullName: "Bùi Thị Một", Female: true}, data.Cadre{FullName: "Bùi Thị Một", Female: true}
	h.write(t, func(tx *data.Tx) error {
		if err := tx.Insert(&kept); err != nil {
			return err
		}
		return tx.Insert(&gone)
	})
	if err := h.SavePair(t.Context(), data.Pair{ModelID: m.ID, KindID: 3, HelperCadreID: gone.ID, Helped: "Chị Hai", StartedOn: onDay("02/2024"), Result: "Đã giới thiệu chị Hai"}); err != nil {
		t.Fatal(err)
	}
	h.write(t, func(tx *data.Tx) error {
		moved, _, err := tx.GiveToCadre(t.Context(), gone.ID, kept.ID)
		if moved[data.KindPair] != 1 {
			t.Errorf("moved %v", moved)
		}
		return err
	})
	file, err := h.ModelFile(t.Context(), h.Today(), m.ID)
	if err != nil || len(file.Pairs) != 1 || file.Pairs[0].HelperCadreID != kept.ID || file.Pairs[0].HelpedName != "Chị Hai" {
		t.Fatalf("%+v, %v", file.Pairs, err)
	}
	h.write(t, func(tx *data.Tx) error {
		return tx.Anonymise(t.Context(), kept.ID, "(đã xóa)", h.Today())
	})
	pairs, err := h.db.PairsOfCadre(t.Context(), kept.ID)
	if err != nil || len(pairs) != 1 || pairs[0].Result != "" {
		t.Errorf("after erasing: %+v, %v", pairs, err)
	}
}

// Removing a model takes its pairs and reviews along, and undoing brings all back.
func TestRemovingAModelIsUndoneWhole(t *testing.T) {
	h := newHamlet(t)
	m := h.model(t, data.OneAndOne, "A1", "01/01/2024", "")
	if err := h.SavePair(t.Context(), data.Pair{ModelID: m.ID, KindID: 1, HelperUnitID: h.unit["A1.1"], HelpedUnitID: h.unit["A1.2"], StartedOn: onDay("02/2024")}); err != nil {
		t.Fatal(err)
	}
	if err := h.SaveReview(t.Context(), data.ModelReview{ModelID: m.ID, ReviewedOn: onDay("01/06/2024"), Reviewer: "Huyện A", Effective: true}); err != nil {
		t.Fatal(err)
	}
	if err := h.SavePair(t.Context(), data.Pair{ModelID: m.ID, KindID: 1, HelperUnitID: h.unit["A1.1"], HelpedUnitID: h.unit["A1.1"], StartedOn: onDay("02/2024")}); err == nil {
		t.Error("a branch was paired with itself")
	}
	var operation int64
	h.OnChange(func(c data.Changes) { operation = c.OperationID })
	if err := h.RemoveModel(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	h.check(t, "CT1.1", []worth{{"running", "30/06/2024", "P", "0/5 (5)"}})
	removed := operation - 1 // the reading was chosen after it
	if err := h.Undo(t.Context(), removed); err != nil {
		t.Fatal(err)
	}
	file, err := h.ModelFile(t.Context(), h.Today(), m.ID)
	if err != nil || len(file.Pairs) != 1 || len(file.Reviews) != 1 {
		t.Errorf("after undoing: %d pairs, %d reviews, %v", len(file.Pairs), len(file.Reviews), err)
	}
}

// A task is done when all units that reported have done it, stuck when one is, and a unit counts by its latest report.
func TestHowATaskStands(t *testing.T) {
	report := func(unit int64, state string) data.TaskReport { return data.TaskReport{UnitID: unit, State: state} }
	for _, c := range []struct {
		name    string
		reports []data.TaskReport // the latest first
		state   string
		ready   int
	}{
		{"nothing", nil, TaskNone, 0},
		{"both done", []data.TaskReport{report(1, data.TaskDone), report(2, data.TaskDone)}, data.TaskDone, 2},
		{"one begun", []data.TaskReport{report(1, data.TaskDone), report(2, data.TaskBegun)}, data.TaskBegun, 1},
		{"one stuck", []data.TaskReport{report(1, data.TaskStuck), report(2, data.TaskBegun), report(3, data.TaskDone)}, data.TaskStuck, 1},
		{"stuck before, done now", []data.TaskReport{report(1, data.TaskDone), report(1, data.TaskStuck)}, data.TaskDone, 1},
	} {
		state, ready := taskState(latestOfUnits(c.reports))
		if state != c.state || ready != c.ready {
			t.Errorf("%s: %q, %d ready; want %q, %d", c.name, state, ready, c.state, c.ready)
		}
	}
}
