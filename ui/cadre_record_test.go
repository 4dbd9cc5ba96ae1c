package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
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

// A second holder of a single post is not stored; the form offers to hand the post over, in one operation.
func TestTheHolderOfASinglePostIsReplaced(t *testing.T) {
	s, c := openRecord(t, func(f app.CadreFile) bool {
		return len(f.Posts) == 1 && f.Posts[0].Single && f.Posts[0].EndedOn.IsZero()
	})
	holder := c.file.Posts[0]
	next, err := s.office.SaveCadre(s.ctx, data.Cadre{FullName: "Đặng Thị Dung"}, data.Appointment{})
	if err != nil {
		t.Fatal(err)
	}
	c.postForm("Giao chức danh", data.Appointment{CadreID: next, UnitID: holder.UnitID, PositionID: holder.PositionID, StartedOn: s.on, Manner: app.Manners[0]},
		kit.Option{ID: text(holder.UnitID), Label: holder.UnitLabel()})
	tapAction(t, s, "Lưu")
	if got := overlayTexts(s); !strings.Contains(got, "đang giữ chức danh này") {
		t.Fatalf("nothing is offered:\n%s", got)
	}
	tapAction(t, s, "Thay người")
	old, err := s.office.CadreFile(s.ctx, holder.CadreID)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := old.Posts[0].EndedOn, s.on.AddDays(-1); got != want {
		t.Errorf("the old one holds the post to %s, want %s", got, want)
	}
	file, err := s.office.CadreFile(s.ctx, next)
	if err != nil || len(file.Posts) != 1 {
		t.Errorf("the new one has %d posts, %v", len(file.Posts), err)
	}
	if top := s.win.Canvas().Overlays().Top(); top != nil {
		t.Errorf("the form is still open:\n%s", overlayTexts(s))
	}
}

// The form of a new cadre offers to hand a single post over, too.
func TestANewCadreReplacesTheHolder(t *testing.T) {
	s, c := openRecord(t, func(f app.CadreFile) bool {
		return len(f.Posts) == 1 && f.Posts[0].Single && f.Posts[0].EndedOn.IsZero()
	})
	holder := c.file.Posts[0].Appointment
	post := data.Appointment{UnitID: holder.UnitID, PositionID: holder.PositionID, StartedOn: s.on}
	var told error
	c.savePost(post, func(ctx context.Context) error {
		_, err := s.office.SaveCadre(ctx, data.Cadre{FullName: "Đặng Thị Dung"}, post)
		return err
	}, func(ctx context.Context, holder data.Appointment) error {
		_, err := s.office.AddCadreReplacing(ctx, data.Cadre{FullName: "Đặng Thị Dung"}, post, holder)
		return err
	}, func(err error) { told = err })
	if told == nil {
		t.Fatal("the second holder is not refused")
	}
	tapAction(t, s, "Thay người")
	old, err := s.office.CadreFile(s.ctx, holder.CadreID)
	if err != nil || told != nil || old.Posts[0].EndedOn != s.on.AddDays(-1) {
		t.Errorf("the old one holds the post to %s, %v, %v", old.Posts[0].EndedOn, told, err)
	}
}

// Cơ cấu is asked for where the post belongs to a committee, and nowhere else.
func TestTheSectorIsForCommittees(t *testing.T) {
	s, c := openRecord(t, func(f app.CadreFile) bool { return len(f.Posts) == 1 && f.Posts[0].UnitLevel == data.Group })
	province, err := s.office.Province(s.ctx, s.on)
	if err != nil {
		t.Fatal(err)
	}
	board, err := s.office.PositionsOf(s.ctx, s.on, province.ID)
	if err != nil {
		t.Fatal(err)
	}
	group := c.file.Posts[0]
	for _, one := range []struct {
		what           string
		unit, position int64
		want           string
	}{
		{"a post of the province's committees", province.ID, board[0].ID, "Doanh nghiệp"},
		{"tổ trưởng", group.UnitID, group.PositionID, ""},
	} {
		p := c.newPostFields(data.Appointment{UnitID: one.unit, PositionID: one.position, Sector: "Doanh nghiệp"}, kit.Option{ID: text(one.unit), Label: "đơn vị"})
		if got := p.read().Sector; got != one.want || p.sector.Disabled() != (one.want == "") {
			t.Errorf("%s: cơ cấu %q, want %q", one.what, got, one.want)
		}
	}
}

// tapAction taps the act with a name in what lies in front.
func tapAction(t *testing.T, s *shell, name string) {
	t.Helper()
	var found *kit.Action
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch v := o.(type) {
		case *kit.Action:
			if v.Text() == name {
				found = v
			}
		case *fyne.Container:
			for _, child := range v.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(v).Objects() {
				walk(child)
			}
		}
	}
	walk(s.win.Canvas().Overlays().Top())
	if found == nil {
		t.Fatalf("there is no %q:\n%s", name, overlayTexts(s))
	}
	found.Tapped(nil)
}
