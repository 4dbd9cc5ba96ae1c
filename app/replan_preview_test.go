package app

import (
	"reflect"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

// TestTheCongressIsBroughtForward ends the term of the demonstration four months early. What the preview shows is what saving does, what was done
// is not in it, and the preview itself leaves nothing behind.
func TestTheCongressIsBroughtForward(t *testing.T) {
	ctx := t.Context()
	o := copied(t, demoFile(t), nil)
	term := must(o.Terms(ctx))(t)[0]
	before := schedule(t, o, term.ID)
	if d := must(o.PreviewTerm(ctx, term))(t); !d.Empty() || d.Sentence() != "Lịch kiểm tra không thay đổi." {
		t.Errorf("saving the term as it is: %s", d.Sentence())
	}
	old := must(scheduleOf(ctx, o.db.Reader, term.ID))(t)
	term.LastDay = term.LastDay.AddMonths(-4)
	shown := must(o.PreviewTerm(ctx, term))(t)
	if schedule(t, o, term.ID) != before {
		t.Fatal("the preview changed the schedule")
	}
	if shown.Empty() || shown.Count(Removed)+shown.Count(Moved) == 0 {
		t.Fatalf("nothing changes: %s", shown.Sentence())
	}
	stored := must(o.SaveTerm(ctx, term))(t)
	now := must(scheduleOf(ctx, o.db.Reader, stored.ID))(t)
	did := old.difference(now)
	if err := nameUnits(ctx, o.db.Reader, did.Visits); err != nil {
		t.Fatal(err)
	}
	if len(did.Visits) != len(shown.Visits) || len(did.Rounds) != len(shown.Rounds) {
		t.Fatalf("shown: %s; done: %s", shown.Sentence(), did.Sentence())
	}
	for i := range did.Visits {
		a, b := did.Visits[i], shown.Visits[i]
		if a.Change == Added { // a new visit gets its number when it is stored
			a.Visit, b.Visit = 0, 0
		}
		if a != b {
			t.Fatalf("shown %+v, done %+v", b, a)
		}
	}
	for i := range did.Rounds {
		a, b := did.Rounds[i], shown.Rounds[i]
		a.After.Base, b.After.Base = data.Base{}, data.Base{}
		if !reflect.DeepEqual(a, b) {
			t.Errorf("shown %+v, done %+v", b, a)
		}
	}
	for id, v := range old.visits {
		if untouchable(v) && !reflect.DeepEqual(now.visits[id], v) {
			t.Errorf("visit %d, which was done or whose day was chosen, changed: %+v became %+v", id, v, now.visits[id])
		}
	}
}

// TestPreviewOfANewTerm shows all rounds of it as added.
func TestPreviewOfANewTerm(t *testing.T) {
	o := founded(t, day.Of(2024, 8, 20))
	d := must(o.PreviewTerm(t.Context(), data.Term{Name: "2027 - 2032", FirstDay: day.Of(2027, 3, 11), LastDay: day.Of(2028, 3, 10)}))(t)
	// 6 tháng 2027, Giữa nhiệm kỳ, Năm 2027, Cuối nhiệm kỳ; ten districts, their 226 communes and the affiliates each.
	if len(d.Rounds) != 4 || d.Count(Added) != len(d.Visits) || len(d.Visits) < 4*236 {
		t.Errorf("%d rounds: %s", len(d.Rounds), d.Sentence())
	}
	if terms := must(o.Terms(t.Context()))(t); len(terms) != 1 {
		t.Errorf("%d terms after a preview, want the one of the founding", len(terms))
	}
}
