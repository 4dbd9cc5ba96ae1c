package app_test

import (
	"context"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
)

// TestDayInTerm: a term is seen on the day in view, or on the day of the term nearest to it.
func TestDayInTerm(t *testing.T) {
	term := data.UnitTerm{FirstDay: day.Of(2021, 10, 11), LastDay: day.Of(2026, 10, 10)}
	for _, c := range []struct {
		term     data.UnitTerm
		on, want day.Date
		why      string
	}{
		{term, day.Of(2024, 7, 15), day.Of(2024, 7, 15), "inside the term"},
		{term, day.Of(2026, 11, 25), day.Of(2026, 10, 10), "a past term, on its last day"},
		{term, day.Of(2020, 1, 1), day.Of(2021, 10, 11), "a term to come, on its first day"},
		{data.UnitTerm{}, day.Of(2024, 7, 15), day.Of(2024, 7, 15), "no term is noted"},
	} {
		if got := app.DayInTerm(c.term, c.on); got != c.want {
			t.Errorf("on %s: %s, want %s (%s)", c.on, got, c.want, c.why)
		}
	}
}

// TestPickUnitTerm: the term shown at first is the one of the day, else the last before it, else the first to come.
func TestPickUnitTerm(t *testing.T) {
	terms := []data.UnitTerm{
		{Name: "C", FirstDay: day.Of(2026, 11, 1), LastDay: day.Of(2031, 10, 31)},
		{Name: "B", FirstDay: day.Of(2021, 10, 11), LastDay: day.Of(2026, 10, 10)},
	}
	for on, want := range map[day.Date]string{
		day.Of(2020, 1, 1):   "B", // before all: the first to come
		day.Of(2026, 10, 10): "B", // its last day
		day.Of(2026, 10, 20): "B", // between two terms: the one that ended
		day.Of(2026, 11, 1):  "C", // its first day
	} {
		if got, ok := app.PickUnitTerm(terms, on); !ok || got.Name != want {
			t.Errorf("on %s: %q, want %q", on, got.Name, want)
		}
	}
	if _, ok := app.PickUnitTerm(nil, day.Of(2026, 11, 1)); ok {
		t.Error("a unit without terms has one")
	}
}

// TestCommittee: the members of each body are those whose posts belong to it, once each under the highest; the seats that the congress set
// tell what is vacant, and terms of one unit may not overlap.
func TestCommittee(t *testing.T) {
	ctx := context.Background()
	office, err := app.Open(ctx, filepath.Join(t.TempDir(), "thu.db"), app.OpenOptions{Create: true, Now: func() time.Time { return time.Date(2024, 7, 15, 9, 0, 0, 0, time.UTC) }, Who: "Thử nghiệm"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = office.Close(ctx) })
	if err := office.Found(ctx, app.SuggestedFounding()); err != nil {
		t.Fatal(err)
	}
	on := day.Of(2024, 7, 15)
	commune, err := office.UnitByCode(ctx, on, "14230")
	if err != nil {
		t.Fatal(err)
	}
	positions, err := office.PositionsOf(ctx, on, commune.ID)
	if err != nil {
		t.Fatal(err)
	}
	post := map[string]int64{}
	for _, p := range positions {
		post[p.Code] = p.ID
	}
	add := func(name, code, sector string, birth day.Date, party bool) {
		t.Helper()
		c := data.Cadre{FullName: name, Female: true, Birth: birth}
		if party {
			c.PartyOfficialOn = day.Of(2015, 1, 1)
		}
		if _, err := office.SaveCadre(ctx, c, data.Appointment{UnitID: commune.ID, PositionID: post[code], StartedOn: day.Of(2021, 10, 11), Manner: app.Manners[0], Sector: sector}); err != nil {
			t.Fatal(err)
		}
	}
	add("Trần Thị Thử Một", "CT-XA", "Cơ quan chuyên trách", day.Of(1984, 7, 15), true) // 40 today
	add("Lê Thị Thử Hai", "BTV-XA", "", day.Of(1984, 7, 16), true)                      // 39 until tomorrow
	add("Vũ Thị Thử Ba", "BCH-XA", "Đồng bào có đạo", day.Date{}, false)                // age not known
	add("Đỗ Thị Thử Tư", "CNKT-XA", "", day.Of(1990, 0, 0), false)                      // of Ủy ban Kiểm tra alone
	term := data.UnitTerm{UnitID: commune.ID, Ordinal: "XX", Name: "2021 - 2026", FirstDay: day.Of(2021, 10, 11), LastDay: day.Of(2026, 10, 10), CommitteeSeats: 5, BoardSeats: 2}
	if err := office.SaveUnitTerm(ctx, term); err != nil {
		t.Fatal(err)
	}
	terms, err := office.UnitTerms(ctx, commune.ID)
	if err != nil || len(terms) != 1 {
		t.Fatalf("%d terms, %v", len(terms), err)
	}
	for _, c := range []struct {
		body                   app.Body
		members, vacant, party int
	}{
		{app.FullCommittee, 3, 2, 2},       // five seats, three elected
		{app.StandingBoard, 2, 0, 2},       // chair and member, both seats
		{app.Presidium, 1, 0, 1},           // the chair; no seats are set
		{app.InspectionCommittee, 1, 0, 0}, // its head; no seats are set
	} {
		got, err := office.Committee(ctx, on, commune.ID, terms[0], c.body)
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Members) != c.members || got.Vacant != c.vacant || got.Party != c.party {
			t.Errorf("%s: %d members, %d vacant, %d in the Party; want %d, %d, %d", app.BodyName(c.body), len(got.Members), got.Vacant, got.Party, c.members, c.vacant, c.party)
		}
	}
	full, err := office.Committee(ctx, on, commune.ID, terms[0], app.FullCommittee)
	if err != nil {
		t.Fatal(err)
	}
	if full.AverageAge != 39.5 { // 40 and 39
		t.Errorf("average age %v, want 39.5", full.AverageAge)
	}
	if n := len(full.Sectors); n != 3 || full.Sectors[n-1] != (app.Share{Count: 1}) {
		t.Errorf("sectors %v, want two and at last the one not noted", full.Sectors)
	}

	// The list of the members on paper: the body, the unit, its term and who sits there.
	path := filepath.Join(t.TempDir(), app.CommitteeTableName(commune, terms[0], app.FullCommittee)+".pdf")
	if filepath.Base(path) != "ban-chap-hanh-xa-hai-van-xx-2021-2026.pdf" {
		t.Errorf("the file is called %s", filepath.Base(path))
	}
	if err := office.SaveCommittee(ctx, path, on, commune, terms[0], app.FullCommittee); err != nil {
		t.Fatal(err)
	}
	printed, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"DANH SÁCH ỦY VIÊN BAN CHẤP HÀNH", "Hội Liên hiệp Phụ nữ xã Hải Vân", "khóa XX, nhiệm kỳ 2021 - 2026", "3/5 ủy viên", "Trần Thị Thử Một", "Cơ quan chuyên trách", "11/10/2021"} {
		if !strings.Contains(string(printed), want) {
			t.Errorf("the list does not say %q:\n%s", want, printed)
		}
	}
	if strings.Contains(string(printed), "Đỗ Thị Thử Tư") {
		t.Error("the list of Ban Chấp hành names the head of Ủy ban Kiểm tra, who does not sit there")
	}
	if err := office.SaveCommittee(ctx, strings.TrimSuffix(path, "pdf")+"xlsx", on, commune, terms[0], app.StandingBoard); err != nil {
		t.Error(err)
	}

	overlapping := data.UnitTerm{UnitID: commune.ID, Name: "2026 - 2031", FirstDay: day.Of(2026, 10, 10), LastDay: day.Of(2031, 10, 9)}
	if err := office.SaveUnitTerm(ctx, overlapping); err == nil {
		t.Error("a term that begins on the last day of another was stored")
	}
	overlapping.FirstDay = day.Of(2026, 10, 11)
	if err := office.SaveUnitTerm(ctx, overlapping); err != nil {
		t.Errorf("the term that follows was refused: %v", err)
	}
	if err := office.RemoveUnitTerm(ctx, terms[0]); err != nil {
		t.Fatal(err)
	}
	if left, err := office.UnitTerms(ctx, commune.ID); err != nil || len(left) != 1 || left[0].Name != "2026 - 2031" {
		t.Errorf("after removing one of two terms: %v, %v", left, err)
	}
}
