package app

import (
	"testing"

	"cosohoi/data"
)

// A filter comes back as it was saved, without day and order; the same name replaces it, and removing forgets it.
func TestAFilterIsSavedReplacedAndRemoved(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	no := false
	q := data.CadreQuery{On: today, Text: "lan", Unit: 3, Position: 4, Serving: data.ServingAny, Party: &no, AgeFrom: 40, Waiting: true, Politics: "Sơ cấp", Sort: data.SortByBirth, Limit: 200}
	for _, name := range []string{"Cũ", " cũ "} {
		if err := o.SaveFilter(ctx, name, q); err != nil {
			t.Fatal(err)
		}
		q.AgeTo = 50
	}
	saved := must(o.SavedFilters(ctx))(t)
	if len(saved) != 1 || saved[0].Name != "cũ" {
		t.Fatalf("saved %+v, want one under the name given last", saved)
	}
	got := must(FilterQuery(saved[0]))(t)
	if got.Party == nil || *got.Party {
		t.Errorf("the Party is %v, want no", got.Party)
	}
	got.Party = nil
	if want := (data.CadreQuery{Text: "lan", Unit: 3, Position: 4, Serving: data.ServingAny, AgeFrom: 40, AgeTo: 50, Waiting: true, Politics: "Sơ cấp"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	refused(t, o.SaveFilter(ctx, " ", q), "chưa có tên")
	if err := o.RemoveFilter(ctx, saved[0]); err != nil {
		t.Fatal(err)
	}
	if left := must(o.SavedFilters(ctx))(t); len(left) != 0 {
		t.Errorf("left %+v", left)
	}
}

func TestAFilterOfAnotherProgramIsReadAsFarAsItIsKnown(t *testing.T) {
	got := must(FilterQuery(data.SavedFilter{Filter: `{"AgeFrom":30,"Moon":"full"}`}))(t)
	if got != (data.CadreQuery{AgeFrom: 30}) {
		t.Errorf("read %+v", got)
	}
	_, err := FilterQuery(data.SavedFilter{Name: "Hỏng", Filter: "{"})
	refused(t, err, "Hỏng", "không đọc được")
}
