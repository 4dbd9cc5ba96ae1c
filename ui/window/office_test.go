//go:build window

package window

import (
	"context"
	"encoding/csv"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"cosohoi/app"
	"cosohoi/data/day"
)

// TestOfficeDay does what the secretary does on a day of inspections: she notes a late visit as done, leaves, and
// prints.
func TestOfficeDay(t *testing.T) {
	h := newHome(t)
	database := h.demoDatabase(t)
	before := h.demoCopy(t, database)
	p := openProgram(t, h, database)

	p.openOverdueVisit()
	yesterday := time.Now().AddDate(0, 0, -1)
	const note = "Chi hội sinh hoạt đều; sổ ghi biên bản còn thiếu, đề nghị bổ sung."
	p.recordVisit(yesterday.Format("02/01/2006"), "nguyen", note)
	if o := p.close(); o.code != 0 || o.errOut != "" {
		t.Fatalf("closed with %d: %s", o.code, o.errOut)
	}

	visit := changedVisit(t, h.schedule(t, before), h.schedule(t, database))
	if visit["state"] != "đã kiểm tra" || visit["done_on"] != yesterday.Format("2006-01-02") {
		t.Fatalf("the schedule says %v", visit)
	}
	year, period := visit["period_to"][:4], "year"
	if visit["rhythm"] == "half_year" {
		period = "6m"
	}
	oldTotals, _ := h.inspectionReport(t, before, year, period)
	newTotals, text := h.inspectionReport(t, database, year, period)
	if newTotals.done != oldTotals.done+1 || newTotals.late != oldTotals.late-1 {
		t.Errorf("the report counts %+v, before %+v", newTotals, oldTotals)
	}
	if !strings.Contains(text, strings.TrimSuffix(note, ".")) {
		t.Errorf("the report does not say %q", note)
	}
	id, _ := strconv.ParseInt(visit["visit_id"], 10, 64)
	if leader := leaderOf(t, database, id); !strings.HasPrefix(leader, "Nguyễn ") {
		t.Errorf("the leader is %q", leader)
	}
	h.job(t, database, "check")
	h.checkKeptCopy(t, database)
}

// TestNewCadre adds a cadre with a Vietnamese name, finds her again without tone marks, and corrects her name.
func TestNewCadre(t *testing.T) {
	h := newHome(t)
	database := h.demoDatabase(t)
	p := openProgram(t, h, database)
	p.key("ctrl+3")
	p.opensForm("ctrl+n")
	const name = "Ưng Thị Ngọc Thoảng"
	p.typeText(name)

	// Esc on what was typed asks first, and a second Esc goes back to it.
	typed := p.picture(whole())
	p.key("Escape")
	p.key("Escape")
	if !p.inFront() || !p.shows(typed) {
		p.fail("after Esc, Esc the form is not as it was")
	}

	p.key("Tab")
	p.typeText("7/1985")
	p.key("Tab", "Tab") // past the gender
	p.typeText("0912345678")
	p.key("Tab")
	p.typeText("Xã Hải Vân, huyện Hải Hậu")
	p.key(strings.Fields(strings.Repeat("Tab ", 3))...)
	p.pick("hai van") // the unit
	p.key("Tab")
	p.key("Down")
	p.key("End", "Return") // the last post that the unit has, which several may hold
	p.closesForm("ctrl+s")
	if got := h.cadre(t, database, name); got["birth"] != "1985-07" || got["native_place"] != "Xã Hải Vân, huyện Hải Hậu" || got["phone"] != "0912345678" {
		p.fail("stored: %v", got)
	}

	p.key("ctrl+f")
	p.typeText("tran") // somebody else
	p.selectFirstRow(cadreRecord)
	p.key("ctrl+f")
	p.must(p.press("ctrl+a"))
	p.typeText("ung thi ngoc thoang")
	p.selectFirstRow(cadreRecord)
	p.opensForm("F2")
	p.must(p.press("ctrl+a"))
	const corrected = "Ưng Thị Ngọc Thoãng"
	p.typeText(corrected)
	p.closesForm("ctrl+s")
	if o := p.close(); o.code != 0 {
		t.Fatalf("closed with %d: %s", o.code, o.errOut)
	}
	if h.cadre(t, database, corrected) == nil || h.cadre(t, database, name) != nil {
		t.Error("the corrected name did not take the place of the first one")
	}
	h.job(t, database, "check")
}

// TestLeavingAnEditedForm opens a form with the mouse and closes the window over it: the program asks, and stays when told to.
func TestLeavingAnEditedForm(t *testing.T) {
	h := newHome(t)
	p := openProgram(t, h, h.demoDatabase(t))
	p.click(90, 162)  // Cán bộ in the rail
	p.click(1280, 82) // + Cán bộ
	p.until("the form of a new cadre", p.inFront)
	p.rest()
	p.typeText("Ưng Thị")
	typed := p.picture(whole())
	p.after("the question", whole(), func() { p.must(p.askToClose(p.window)) })
	p.key("Escape")
	if !p.shows(typed) {
		p.fail("staying does not lead back to the form")
	}
	p.after("the question", whole(), func() { p.must(p.askToClose(p.window)) })
	p.key("Return")
	if !p.shows(typed) {
		p.fail("Enter does not keep what was typed")
	}
	p.after("the question", whole(), func() { p.must(p.askToClose(p.window)) })
	p.key("Tab") // to “Thoát”
	p.must(p.press("Return"))
	if o := p.end(); o.code != 0 {
		t.Errorf("ended with %d: %s", o.code, o.errOut)
	}
}

// TestSearch finds a unit from another screen and goes to it.
func TestSearch(t *testing.T) {
	h := newHome(t)
	p := openProgram(t, h, h.demoDatabase(t))
	start := p.picture(unitRecord)
	p.key("ctrl+3", "ctrl+k")
	p.typeText("xa hai van")
	p.must(p.press("Return"))
	p.until("Tổ chức with a unit", func() bool { return !p.shows(start) && p.at(1, 122) == railBar })
	p.rest()
	p.opensForm("F2") // of the unit that was found
	p.must(p.press("ctrl+a"))
	p.typeText("Hải Vân Mới")
	p.closesForm("ctrl+s")
	if o := p.close(); o.code != 0 {
		t.Fatalf("closed with %d: %s", o.code, o.errOut)
	}
	if units := h.job(t, p.database, "units", "--csv"); !strings.Contains(units, "14230,Xã Hải Vân Mới,") {
		t.Error("unit 14230 has not got its new name")
	}
}

// TestSecondCopy starts the program again on a file that is open: the second copy calls the window and leaves.
func TestSecondCopy(t *testing.T) {
	h := newHome(t)
	database := h.demoDatabase(t)
	p := openProgram(t, h, database)
	p.must(p.focus(p.root)) // somebody works elsewhere
	o := run(t, h.env(p.number), built(t, "COSOHOI"), "--db", database)
	if o.code != 0 || !strings.Contains(o.out, "đang mở") || o.errOut != "" {
		t.Errorf("second copy: exit %d, %q, %q", o.code, o.out, o.errOut)
	}
	const quick = 10 * time.Second
	if o.took > quick {
		t.Errorf("second copy took %v", o.took)
	}
	p.until("the first window to come to the front", func() bool {
		window, err := p.focused()
		return err == nil && window == p.window
	})
	if o := p.close(); o.code != 0 {
		t.Errorf("closed with %d: %s", o.code, o.errOut)
	}
}

// TestKilled kills the program in the middle of a form, after a visit was recorded: nothing that was saved is lost,
// and the program starts again.
func TestKilled(t *testing.T) {
	h := newHome(t)
	database := h.demoDatabase(t)
	before := h.demoCopy(t, database)
	p := openProgram(t, h, database)
	p.openOverdueVisit()
	p.recordVisit(time.Now().Format("02/01/2006"), "tran", "Ghi trước khi mất điện.")
	p.key("ctrl+3")
	p.opensForm("ctrl+n")
	p.typeText("Ưng Thị")
	p.kill()

	h.job(t, database, "check")
	visit := changedVisit(t, h.schedule(t, before), h.schedule(t, database))
	if visit["state"] != "đã kiểm tra" {
		t.Errorf("the schedule says %v", visit)
	}
	if h.cadre(t, database, "Ưng Thị") != nil {
		t.Error("the cadre whose form was never saved is there")
	}
	again := launch(t, p.display, h, built(t, "COSOHOI"), "--db", database)
	again.settleAt(screenWidth, screenHeight)
	if o := again.close(); o.code != 0 {
		t.Errorf("the next start ended with %d: %s", o.code, o.errOut)
	}
}

// Parts of the screens, with room to spare.
var (
	cadreRecord = image.Rect(980, 160, 1345, 720)
	visitRecord = image.Rect(1055, 115, 1345, 720)
)

// openOverdueVisit chooses the first late visit of the round in view, with the keyboard alone.
func (p *program) openOverdueVisit() {
	p.t.Helper()
	p.key("ctrl+7")
	p.key("ctrl+f")
	p.key("Tab")            // to the state
	p.key("Down")           // opens it on "Tất cả"
	p.key("Down", "Return") // "Quá hạn"
	p.key("ctrl+f")
	p.selectFirstRow(visitRecord)
}

// selectFirstRow goes from a filter to the first row and waits for its record.
func (p *program) selectFirstRow(record image.Rectangle) {
	p.t.Helper()
	p.must(p.press("Return"))
	p.rest()
	p.after("the record of the first row", record, func() { p.must(p.press("Home")) })
}

// recordVisit fills in the form of the chosen visit and saves it.
func (p *program) recordVisit(date, leader, note string) {
	p.t.Helper()
	p.opensForm("F2")
	p.must(p.press("ctrl+a"))
	p.typeText(date)
	p.key("Tab")
	p.pick(leader)
	p.key("Tab") // the members
	p.key("Tab")
	p.typeText(note)
	p.closesForm("ctrl+s")
}

// demoCopy keeps the database as it was before the window changed it.
func (h home) demoCopy(t *testing.T, database string) string {
	t.Helper()
	content, err := os.ReadFile(database)
	if err != nil {
		t.Fatal(err)
	}
	h.write(t, "truoc/tinh.db", string(content))
	return filepath.Join(h.folder, "truoc", "tinh.db")
}

// records reads a CSV with a head into one map a line.
func records(t *testing.T, text string) []map[string]string {
	t.Helper()
	lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	if err != nil || len(lines) == 0 {
		t.Fatalf("CSV with %d lines: %v", len(lines), err)
	}
	rows := make([]map[string]string, 0, len(lines)-1)
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func (h home) schedule(t *testing.T, database string) []map[string]string {
	t.Helper()
	return records(t, h.job(t, database, "schedule", "--csv"))
}

// changedVisit returns the one visit of which something changed.
func changedVisit(t *testing.T, before, after []map[string]string) map[string]string {
	t.Helper()
	old := map[string]string{}
	for _, v := range before {
		old[v["visit_id"]] = fmt.Sprint(v)
	}
	var changed []map[string]string
	for _, v := range after {
		if old[v["visit_id"]] != fmt.Sprint(v) {
			changed = append(changed, v)
		}
	}
	if len(changed) != 1 || len(before) != len(after) {
		t.Fatalf("%d visits changed, %d were there and %d are: %v", len(changed), len(before), len(after), changed)
	}
	return changed[0]
}

// cadre finds a cadre by her exact name, nil when there is none.
func (h home) cadre(t *testing.T, database, name string) map[string]string {
	t.Helper()
	path := filepath.Join(h.folder, "can-bo.csv")
	h.job(t, database, "export", "cadres", path)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range records(t, string(content)) {
		if row["full_name"] == name {
			return row
		}
	}
	return nil
}

// reportTotals are the figures in the last line of the table of a report on inspections.
type reportTotals struct{ done, late int }

var totalLine = regexp.MustCompile(`(?m)^\s*Tổng cộng\s+(.*)$`)

// inspectionReport prints the report without a window and reads it back from the PDF.
func (h home) inspectionReport(t *testing.T, database, year, period string) (reportTotals, string) {
	t.Helper()
	path := filepath.Join(filepath.Dir(database), "bao-cao.pdf")
	h.job(t, database, "report", "kiem-tra", "--year", year, "--period", period, "--out", path)
	read := func(mode string) string {
		out, err := exec.Command("pdftotext", mode, path, "-").Output()
		if err != nil {
			t.Fatalf("pdftotext: %v", err)
		}
		return string(out)
	}
	line := totalLine.FindStringSubmatch(read("-layout"))
	if line == nil {
		t.Fatal("the report has no line “Tổng cộng”")
	}
	figures := strings.Fields(line[1]) // for each round: owed, done, per cent, late
	if len(figures)%4 != 0 {
		t.Fatalf("totals of the report: %q", line[1])
	}
	var sum reportTotals
	for i := 0; i < len(figures); i += 4 {
		done, err := strconv.Atoi(figures[i+1])
		if err != nil {
			t.Fatalf("totals of the report: %q", line[1])
		}
		late, err := strconv.Atoi(figures[i+3])
		if err != nil {
			t.Fatalf("totals of the report: %q", line[1])
		}
		sum.done += done
		sum.late += late
	}
	return sum, strings.Join(strings.Fields(read("-raw")), " ")
}

// leaderOf asks the database who led a visit; no headless job says it.
func leaderOf(t *testing.T, database string, visit int64) string {
	t.Helper()
	ctx := context.Background()
	office, err := app.Open(ctx, database, app.OpenOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = office.Close(ctx) }()
	page, err := office.VisitPage(ctx, day.FromTime(time.Now()), visit)
	if err != nil {
		t.Fatal(err)
	}
	return page.LeaderName()
}

// checkKeptCopy looks for exactly one copy beside the database, which must be sound.
func (h home) checkKeptCopy(t *testing.T, database string) {
	t.Helper()
	copies, _ := filepath.Glob(filepath.Join(filepath.Dir(database), "sao-luu", "tinh-*.db"))
	if len(copies) != 1 {
		t.Fatalf("kept copies: %v", copies)
	}
	restored := filepath.Join(h.folder, "phuc-hoi", "tinh.db")
	h.job(t, restored, "restore", copies[0])
	h.job(t, restored, "check")
	if got, want := fmt.Sprint(h.schedule(t, restored)), fmt.Sprint(h.schedule(t, database)); got != want {
		t.Error("the kept copy is not what the window left")
	}
}
