package ui

import (
	"strings"
	"testing"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
)

// openRecord shows the record of a cadre for which keep holds, in Cán bộ.
func openRecord(t *testing.T, keep func(app.CadreFile) bool) (*shell, *cadresScreen) {
	t.Helper()
	s := openShell(t)
	s.show(screenCadres)
	c := s.screens[screenCadres].(*cadresScreen)
	page, err := s.office.Cadres(s.ctx, data.CadreQuery{On: s.on, Limit: 200})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range page.Rows {
		file, err := s.office.CadreFile(s.ctx, r.ID)
		if err != nil {
			t.Fatal(err)
		}
		if keep(file) {
			c.openCadre(r.ID)
			return s, c
		}
	}
	t.Fatal("the demonstration has no such cadre")
	return nil, nil
}

func notInTheParty(f app.CadreFile) bool {
	return f.Cadre.PartyProbationOn.IsZero() && f.Cadre.PartyOfficialOn.IsZero() && len(f.Steps) == 0
}

func cardTexts(c *cadresScreen) string {
	var all []string
	for _, d := range texts(c.card) {
		all = append(all, d.text)
	}
	return strings.Join(all, "\n")
}

// A step of the way to the Party is hidden until it is asked for, which is noted, and the form offers the next one.
func TestAPartyStepIsTakenFromTheRecord(t *testing.T) {
	s, c := openRecord(t, notInTheParty)
	c.tab = 2
	c.card.SetContent(c.record(c.file))
	if got := cardTexts(c); strings.Contains(got, "Hiện nay") {
		t.Errorf("the way to the Party is shown unasked:\n%s", got)
	}
	c.reveal(c.cadre)
	if got := cardTexts(c); !strings.Contains(got, "Chưa có bước nào") {
		t.Errorf("the stage is not shown:\n%s", got)
	}
	if err := s.office.TakePartyStep(s.ctx, data.PartyStep{CadreID: c.cadre, Step: data.StageOutstanding, TakenOn: day.Of(s.on.Year-1, 3, 1)}); err != nil {
		t.Fatal(err)
	}
	c.refresh()
	c.stepForm(c.file, data.PartyStep{})
	if got := overlayTexts(s); !strings.Contains(got, "Bồi dưỡng nhận thức về Đảng") {
		t.Errorf("the form does not start with the next step:\n%s", got)
	}
}

// The form of a rating lists the levels, and what it saves stands in the record.
func TestARatingStandsInTheRecord(t *testing.T) {
	s, c := openRecord(t, func(f app.CadreFile) bool { return len(f.Ratings) == 0 && len(f.Posts) > 0 })
	c.rate(c.file, data.CadreRating{})
	if got := overlayTexts(s); !strings.Contains(got, "Xếp loại hằng năm") {
		t.Fatalf("no form:\n%s", got)
	}
	scales, err := s.office.RatingScales(s.ctx, s.on.Year-1)
	if err != nil {
		t.Fatal(err)
	}
	r := data.CadreRating{CadreID: c.cadre, Year: s.on.Year - 1, SchemeID: scales[0].ID, LevelID: scales[0].Levels[1].ID}
	if err := s.office.SaveRating(s.ctx, r); err != nil {
		t.Fatal(err)
	}
	c.revealed, c.tab = c.cadre, 4
	c.refresh()
	if got := cardTexts(c); !strings.Contains(got, scales[0].Levels[1].Name) {
		t.Errorf("the rating is not in the record:\n%s", got)
	}
}

// Another cadre in view hides the sensitive data again.
func TestTheNextRecordIsHiddenAgain(t *testing.T) {
	_, c := openRecord(t, notInTheParty)
	c.reveal(c.cadre)
	first := c.cadre
	c.showCadre(first + 1)
	c.showCadre(first)
	if c.revealed != 0 || !strings.Contains(cardTexts(c), hidden) {
		t.Error("the sensitive data are still shown")
	}
}
