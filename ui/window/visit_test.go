//go:build window

package window

import (
	"context"
	"image"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
)

// verdictColumn is where the verdicts of the checklist stand, with room to spare.
var verdictColumn = image.Rect(622, 270, 750, 660)

// TestVisitFromNoticeToClosedFile takes a late visit through all its steps with the keyboard alone: notice, team, checklist, a shortcoming,
// its remedy, the conclusion, the remedy done, the file closed.
func TestVisitFromNoticeToClosedFile(t *testing.T) {
	h := newHome(t)
	database := h.demoDatabase(t)
	before := h.demoCopy(t, database)
	p := openProgram(t, h, database)
	p.openOverdueVisit()
	p.key("Return") // its page
	step := func() {
		p.opensForm("ctrl+Return")
		p.closesForm("ctrl+s")
	}
	step() // announced today
	step() // begun today
	p.opensForm("ctrl+Return")
	p.key("Tab") // the day is today
	p.pick("nguyen")
	p.closesForm("ctrl+s")

	p.key("alt+2")
	p.key("Down", "Up") // the items are there
	for _, verdict := range []string{"1", "2", "3"} {
		p.after("the verdict", verdictColumn, func() { p.must(p.press(verdict)) })
	}
	p.key("Up") // to the third item, which is unmet
	p.opensForm("t")
	p.closesForm("ctrl+s")
	p.key("alt+3")
	p.opensForm("k")
	const remedy = "Lập danh sách chi hội “3 có, 3 biết”"
	p.typeText(remedy)
	p.key("Tab", "Tab")
	p.typeText("Ban Thường vụ")
	p.key("Tab", "Tab")
	p.typeText(time.Now().AddDate(0, 0, 30).Format("02/01/2006"))
	p.closesForm("ctrl+s")
	step() // concluded
	p.key("alt+4")
	p.opensForm("x") // the remedy is done
	p.closesForm("ctrl+s")
	step() // closed
	p.key("Escape")
	if o := p.close(); o.code != 0 || o.errOut != "" {
		t.Fatalf("closed with %d: %s", o.code, o.errOut)
	}

	visit := changedVisit(t, h.schedule(t, before), h.schedule(t, database))
	minutes := filepath.Join(h.folder, "bien-ban.pdf")
	h.job(t, database, "report", "bien-ban-kiem-tra", "--visit", visit["visit_id"], "--out", minutes)
	if out, err := exec.Command("pdftotext", minutes, "-").Output(); err != nil || !strings.Contains(string(out), "BIÊN BẢN") {
		t.Errorf("the minutes cannot be read: %v", err)
	}
	ctx := context.Background()
	office, err := app.Open(ctx, database, app.OpenOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = office.Close(ctx) }()
	id, _ := strconv.ParseInt(visit["visit_id"], 10, 64)
	r, err := office.VisitRecord(ctx, day.FromTime(time.Now()), id)
	if err != nil {
		t.Fatal(err)
	}
	if r.Stage != app.StageClosed || !strings.HasPrefix(r.LeaderName(), "Nguyễn ") {
		t.Errorf("the visit is %s, led by %q", r.Stage, r.LeaderName())
	}
	if a := r.Form.Lines; a[0].Answer.Verdict != data.Met || a[1].Answer.Verdict != data.PartlyMet || a[2].Answer.Verdict != data.Unmet {
		t.Errorf("answers %v", a[:3])
	}
	if f := r.Findings; len(f.Shortcomings) != 1 || f.Shortcomings[0].ItemID != r.Form.Lines[2].Item.ID || len(f.Remedies) != 1 ||
		f.Remedies[0].Action != remedy || f.Remedies[0].FindingID != f.Shortcomings[0].ID || f.Remedies[0].State != app.RemedyReported {
		t.Errorf("found %+v", f)
	}
	h.job(t, database, "check")
}
