//go:build window

package window

import (
	"context"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
)

// TestMergeOfTwoCommunes merges Xã Hải Nam into Xã Hải Vân from today: the preview comes first, the page shows the larger commune, and after
// a new start the list of reorganisations takes it back.
func TestMergeOfTwoCommunes(t *testing.T) {
	h := newHome(t)
	database := h.demoDatabase(t)
	before := h.job(t, database, "units", "--csv", "--all")
	p := openProgram(t, h, database)
	p.openUnit("xa hai van")
	alone := p.picture(unitRecord)

	p.clickMenu(reorganiseButton, 1) // Nhập đơn vị khác vào “Xã Hải Vân”…
	p.until("the form of a merge", p.inFront)
	p.rest()
	p.typeText("xa hai nam")
	p.key("Return")
	p.key(strings.Fields(strings.Repeat("Tab ", 6))...) // to the legal basis
	p.typeText("Nghị quyết số 01/NQ-HĐND ngày 01/11/2026")
	p.opensSheet("ctrl+s", orderSheet)                  // the preview
	p.key(strings.Fields(strings.Repeat("Tab ", 4))...) // from the leaves over both parts of the table and “Hủy”
	p.opensSheet("Return", saidSheet)                   // what was done
	p.closesForm("Escape")
	p.until("the page of the larger commune", func() bool { return !p.shows(alone) })
	if o := p.close(); o.code != 0 || o.errOut != "" {
		t.Fatalf("closed with %d: %s", o.code, o.errOut)
	}
	merged := records(t, h.job(t, database, "units", "--csv"))
	if find(merged, "code", "14224") != nil || find(merged, "code", "14230") == nil {
		t.Error("Xã Hải Nam stands beside Xã Hải Vân, or both are gone")
	}
	h.job(t, database, "check")

	p = openProgram(t, h, database)
	p.openUnit("xa hai van")
	p.clickMenu(reorganiseButton, 8) // Các lần sắp xếp đã làm…
	p.waitForSheet(orderSheet)
	p.key("Return") // the last one
	p.key("Tab")    // to “Hoàn tác…”
	p.opensSheet("Return", question)
	p.closesForm("Return")
	p.until("the page of the commune as it was before the merge", func() bool { return p.shows(alone) })
	if o := p.close(); o.code != 0 || o.errOut != "" {
		t.Fatalf("closed with %d: %s", o.code, o.errOut)
	}
	if after := h.job(t, database, "units", "--csv", "--all"); after != before {
		t.Error("the units are not those before the merge")
	}
	h.job(t, database, "check")
}

// TestSecondChair gives a new cadre the post of chủ tịch that somebody holds: it is refused and asked about; going back leaves the form as
// it was, and agreeing ends the post of the one and begins that of the other in one step.
func TestSecondChair(t *testing.T) {
	h := newHome(t)
	database := h.demoDatabase(t)
	was := chairs(t, database, "14230")
	if len(was) != 1 {
		t.Fatalf("chairs before: %v", was)
	}
	p := openProgram(t, h, database)
	p.key("ctrl+3")
	p.opensForm("ctrl+n")
	const name = "Ưng Thị Ngọc Thoảng"
	p.typeText(name)
	p.key(strings.Fields(strings.Repeat("Tab ", 7))...)
	p.rest() // the form has come down to the unit
	p.typeText("hai van")
	p.key("Return") // the first of the list
	p.key("Tab")
	p.key("Down")
	p.key("Return") // Chủ tịch
	p.opensSheet("ctrl+s", question)
	p.opensSheet("Escape", cadreForm) // going back leads to the form
	p.opensSheet("ctrl+s", question)
	p.closesForm("Return") // Thay người
	if o := p.close(); o.code != 0 || o.errOut != "" {
		t.Fatalf("closed with %d: %s", o.code, o.errOut)
	}
	if now := chairs(t, database, "14230"); !slices.Equal(now, []string{name}) {
		t.Errorf("the chairs are %v, before %v", now, was)
	}
	h.job(t, database, "check")
}

// TestMergeOfTwoRecords finds two records of one person in the list of duplicates, takes the telephone number of the other one, and merges
// them.
func TestMergeOfTwoRecords(t *testing.T) {
	h := newHome(t)
	database := h.demoDatabase(t)
	const name = "Ưng Thị Ngọc Thoảng"
	today := day.FromTime(time.Now())
	var at, choice int
	var wanted string
	withOffice(t, database, func(ctx context.Context, o *app.Office) error {
		commune, err := o.UnitByCode(ctx, today, "14230")
		if err != nil {
			return err
		}
		positions, err := o.PositionsOf(ctx, today, commune.ID)
		if err != nil {
			return err
		}
		for i, phone := range []string{"0912000001", "0912000002"} {
			post := data.Appointment{UnitID: commune.ID, PositionID: positions[len(positions)-1-i].ID, StartedOn: day.Of(2024, 1, 1+i)}
			if _, err := o.SaveCadre(ctx, data.Cadre{FullName: name, Female: true, Birth: day.Of(1985, 7, 1), Phone: phone}, post); err != nil {
				return err
			}
		}
		pairs, err := o.Duplicates(ctx, today)
		if err != nil {
			return err
		}
		at = slices.IndexFunc(pairs, func(d app.Duplicate) bool { return d.A.Name == name })
		m, err := o.CompareCadres(ctx, today, pairs[at].A.ID, pairs[at].B.ID)
		if err != nil {
			return err
		}
		choice = slices.IndexFunc(m.Choices, func(c app.MergeChoice) bool { return c.Caption == "Điện thoại" })
		wanted = m.Choices[choice].Values[1-m.Choices[choice].Take]
		return nil
	})
	p := openProgram(t, h, database)
	p.key("ctrl+3")
	p.click(duplicatesButton.X, duplicatesButton.Y)
	p.waitForSheet(duplicatesSheet)
	p.key(strings.Fields(strings.Repeat("Down ", at))...)
	p.opensSheet("Return", compareSheet)
	p.key(strings.Fields(strings.Repeat("Down ", choice))...)
	p.key("Return")                   // takes the other number
	p.opensSheet("ctrl+s", saidSheet) // what was merged
	p.closesForm("Escape")
	if o := p.close(); o.code != 0 || o.errOut != "" {
		t.Fatalf("closed with %d: %s", o.code, o.errOut)
	}
	if got := h.cadre(t, database, name); got["phone"] != wanted {
		t.Errorf("the record that is left has the number %q, want %q", got["phone"], wanted)
	}
	withOffice(t, database, func(ctx context.Context, o *app.Office) error {
		found, err := o.Cadres(ctx, data.CadreQuery{On: today, Text: name, Limit: 5})
		if err != nil {
			return err
		}
		if len(found.Rows) != 1 {
			t.Errorf("%d records of her are left", len(found.Rows))
			return nil
		}
		file, err := o.CadreFile(ctx, found.Rows[0].ID)
		if len(file.Posts) != 2 {
			t.Errorf("she holds %d posts, want those of both records", len(file.Posts))
		}
		return err
	})
	h.job(t, database, "check")
}

// Buttons that no key presses.
var (
	reorganiseButton = image.Pt(1132, 82) // Sắp xếp tổ chức, on the screen Tổ chức
	duplicatesButton = image.Pt(971, 82)  // Hồ sơ trùng…, on the screen Cán bộ
)

// firstLeaf is a point of the line under the name of the first leaf of a unit, besideSearch the part of the page over which the list of the
// search does not lie.
var (
	firstLeaf    = image.Pt(630, 229)
	besideSearch = image.Rect(700, 115, 1345, 720)
)

// openUnit goes to a unit by the search of the top bar.
func (p *program) openUnit(typed string) {
	p.t.Helper()
	p.must(p.press("ctrl+2"))
	p.until("the province", func() bool { return p.at(firstLeaf.X, firstLeaf.Y) == accent })
	p.rest()
	p.key("ctrl+k")
	p.typeText(typed)
	p.after("the unit “"+typed+"”", besideSearch, func() { p.must(p.press("Return")) })
}

// clickMenu opens a menu and takes one of its lines, counted from 0.
func (p *program) clickMenu(button image.Point, line int) {
	p.t.Helper()
	below := image.Rect(button.X-60, button.Y+24, button.X+60, button.Y+130)
	p.after("the menu", below, func() { p.click(button.X, button.Y) })
	p.key(strings.Fields(strings.Repeat("Down ", line))...)
	p.after("the choice in the menu", whole(), func() { p.must(p.press("Return")) })
}

// Widths of sheets.
const (
	orderSheet      = 860 // the preview and the list of reorganisations
	saidSheet       = 560 // what was done
	duplicatesSheet = 1240
	cadreForm       = 860
	question        = 440
	compareSheet    = 960
)

// opensSheet presses keys that open a sheet, after a while in which the form before it may be gone already.
func (p *program) opensSheet(keys string, width int) {
	p.t.Helper()
	p.must(p.press(keys))
	p.waitForSheet(width)
}

// waitForSheet waits for a sheet of a width: light inside its left edge, dark outside.
func (p *program) waitForSheet(width int) {
	p.t.Helper()
	const inside = 6
	edge := (screenWidth - width) / 2
	p.until("a sheet", func() bool {
		return p.inFront() && p.at(edge+inside, screenHeight/2) == sheetGround && p.at(edge-inside, screenHeight/2) != sheetGround
	})
	p.rest()
}

func find(rows []map[string]string, column, value string) map[string]string {
	for _, row := range rows {
		if row[column] == value {
			return row
		}
	}
	return nil
}

// withOffice looks at a database that no window has open.
func withOffice(t *testing.T, database string, look func(context.Context, *app.Office) error) {
	t.Helper()
	ctx := context.Background()
	office, err := app.Open(ctx, database, app.OpenOptions{})
	if err != nil {
		t.Fatal(err)
	}
	err = look(ctx, office)
	if closed := office.Close(ctx); err == nil {
		err = closed
	}
	if err != nil {
		t.Fatal(err)
	}
}

// chairs names the chủ tịch of a commune today.
func chairs(t *testing.T, database, code string) (names []string) {
	t.Helper()
	withOffice(t, database, func(ctx context.Context, o *app.Office) error {
		today := day.FromTime(time.Now())
		commune, err := o.UnitByCode(ctx, today, code)
		if err != nil {
			return err
		}
		page, err := o.UnitPage(ctx, today, commune.ID)
		for _, post := range page.Posts {
			if post.PositionName == "Chủ tịch" {
				names = append(names, post.Cadre.FullName)
			}
		}
		return err
	})
	return names
}
