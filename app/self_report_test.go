package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"cosohoi/data"
)

// fillIn changes cells of a form as a unit would, and gives the path of the changed copy.
func fillIn(t *testing.T, path string, cells map[string]any) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cell, value := range cells {
		if err := f.SetCellValue(f.GetSheetName(0), cell, value); err != nil {
			t.Fatal(err)
		}
	}
	back := filepath.Join(t.TempDir(), "gui-lai.xlsx")
	if err := f.SaveAs(back); err != nil {
		t.Fatal(err)
	}
	return back
}

func TestASelfReportGoesOutAndComesBack(t *testing.T) {
	o := demoOffice(t)
	ctx := t.Context()
	visits := must(o.VisitsOfUnit(ctx, o.Today(), unit(t, o, o.Today(), "14230").ID))(t)
	v := visits[0]
	folder := t.TempDir()
	path := filepath.Join(folder, SelfReportName(v))
	if err := o.SaveSelfReport(ctx, path, v); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sheet := f.GetSheetName(0)
	if shown, err := f.GetColVisible(sheet, "A"); err != nil || shown {
		t.Errorf("the column of the ids is seen: %v", err)
	}
	if p, err := f.GetSheetProtection(sheet); err != nil || !p.SelectUnlockedCells {
		t.Errorf("the sheet is not locked: %+v, %v", p, err)
	}
	back := fillIn(t, path, map[string]any{"F5": 7.5, "G5": "=1+1 là chữ", "H5": "Kế hoạch số 12", "F6": 0})
	lines := must(o.ReadSelfReport(ctx, back, v.Visit))(t)
	if len(lines) != 14 || *lines[0].Points != 7.5 || *lines[1].Points != 0 || lines[2].Points != nil {
		t.Fatalf("read: %+v", lines[:3])
	}
	if want := "=1+1 là chữ\nMinh chứng: Kế hoạch số 12"; lines[0].Note != want {
		t.Errorf("the note is %q, want %q", lines[0].Note, want)
	}
	// The team answers between the preview and the import: its answer stays.
	if err := o.SaveAnswers(ctx, v.Visit, []data.VisitAnswer{{ItemID: lines[0].Item.ID, Verdict: data.Met}}); err != nil {
		t.Fatal(err)
	}
	operation := must(o.ImportSelfReport(ctx, v.Visit, lines))(t)
	form := must(o.VisitForm(ctx, v.Visit))(t)
	if a := form.Lines[0].Answer; a.Verdict != data.Met || *a.SelfPoints != 7.5 || form.Lines[2].Answer.ID != 0 {
		t.Errorf("stored %+v", a)
	}
	again := must(o.ReadSelfReport(ctx, back, v.Visit))(t)
	if n := must(o.ImportSelfReport(ctx, v.Visit, again))(t); n != 0 {
		t.Error("the same file once more changes something")
	}
	// What was told goes out again, so that the unit corrects it.
	if err := o.SaveSelfReport(ctx, path, v); err != nil {
		t.Fatal(err)
	}
	if lines := must(o.ReadSelfReport(ctx, path, v.Visit))(t); lines[0].Changed() || lines[0].Note != again[0].Note {
		t.Errorf("sent again: %+v", lines[0])
	}
	word := filepath.Join(folder, "de-cuong.docx")
	if err := o.SaveSelfReport(ctx, word, v); err != nil {
		t.Fatal(err)
	}
	if content := must(os.ReadFile(word))(t); !strings.HasPrefix(string(content), "PK") {
		t.Error("the outline is no Word file")
	}
	if err := o.Undo(ctx, operation); err != nil {
		t.Fatal(err)
	}
	if a := must(o.VisitForm(ctx, v.Visit))(t).Lines[0].Answer; a.SelfPoints != nil || a.Verdict != data.Met {
		t.Errorf("after the undo: %+v", a)
	}
}

func TestABadSelfReportIsRefused(t *testing.T) {
	o := demoOffice(t)
	ctx := t.Context()
	visits := must(o.VisitsOfUnit(ctx, o.Today(), unit(t, o, o.Today(), "14230").ID))(t)
	v, other := visits[0], must(o.VisitsOfUnit(ctx, o.Today(), unit(t, o, o.Today(), "14227").ID))(t)[0]
	path := filepath.Join(t.TempDir(), "bieu.xlsx")
	if err := o.SaveSelfReport(ctx, path, v); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(t.TempDir(), "chu.xlsx")
	if err := os.WriteFile(text, []byte("không phải Excel"), 0o600); err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(t.TempDir(), "khac.xlsx")
	f := excelize.NewFile()
	if err := f.SaveAs(foreign); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, path string
		visit      data.Visit
		want       string
	}{
		{"of another unit", path, other.Visit, "là biểu của xã Hải Vân"},
		{"of another round", path, visits[1].Visit, "đợt kiểm tra khác"},
		{"no workbook", text, v.Visit, "không phải tệp Excel"},
		{"another workbook", foreign, v.Visit, "không phải biểu tự kiểm tra"},
		{"gone", path + "x", v.Visit, "Không mở được tệp"},
		{"a row of something else", fillIn(t, path, map[string]any{"A6": "999999"}), v.Visit, "Dòng 6"},
		{"a row twice", fillIn(t, path, map[string]any{"A6": cellOf(t, path, "A5")}), v.Visit, "Dòng 6"},
	} {
		if _, err := o.ReadSelfReport(ctx, c.path, c.visit); err == nil || !strings.Contains(Message(err), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	for value, want := range map[any]string{"tám": "“tám” không phải là số", 9.0: "0 đến 8", -1.0: "0 đến 8"} {
		lines := must(o.ReadSelfReport(ctx, fillIn(t, path, map[string]any{"F5": value}), v.Visit))(t)
		if !strings.HasPrefix(lines[0].Wrong, "Dòng 5, cột “Tự chấm điểm”: ") || !strings.Contains(lines[0].Wrong, want) {
			t.Errorf("%v: told %q", value, lines[0].Wrong)
		}
		if _, err := o.ImportSelfReport(ctx, v.Visit, lines); err == nil {
			t.Errorf("%v: taken", value)
		}
	}
}

func cellOf(t *testing.T, path, cell string) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	value, err := f.GetCellValue(f.GetSheetName(0), cell)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func TestEveryUnitOfARoundGetsAFileOfItsName(t *testing.T) {
	o := demoOffice(t)
	ctx := t.Context()
	visits := must(o.VisitsOfUnit(ctx, o.Today(), unit(t, o, o.Today(), "14230").ID))(t)
	round := must(o.db.Round(ctx, visits[0].RoundID))(t)
	all := must(o.VisitsOf(ctx, o.Today(), []data.Round{round}))(t)
	twice := append(all[:3:3], all[0]) // two units of one name
	twice[3].UnitID = 7
	folder := t.TempDir()
	n, err := o.SaveSelfReports(ctx, folder, twice, func(int, int, string) {})
	if err != nil || n != 4 {
		t.Fatalf("%d files, %v", n, err)
	}
	files := must(os.ReadDir(folder))(t)
	if len(files) != 4 {
		t.Errorf("%d files in the folder", len(files))
	}
}

func TestAUnitIsRatedOverTime(t *testing.T) {
	o := copied(t, demoFile(t), nil)
	ctx := t.Context()
	id := unit(t, o, o.Today(), "14230").ID
	var held []VisitRow
	for _, v := range must(o.VisitsOfUnit(ctx, o.Today(), id))(t) {
		if v.State == Done {
			held = append(held, v)
		}
	}
	if len(held) < 2 {
		t.Fatal("two visits are needed")
	}
	for i, verdict := range []data.Verdict{data.Met, data.PartlyMet} { // the last one good, the one before it half
		if !held[i].ClosedOn.IsZero() {
			if err := o.StepBack(ctx, held[i].Visit); err != nil {
				t.Fatal(err)
			}
			reread(t, o, &held[i].Visit)
		}
		var answers []data.VisitAnswer
		for _, l := range must(o.VisitForm(ctx, held[i].Visit))(t).Lines {
			answers = append(answers, data.VisitAnswer{ItemID: l.Item.ID, Verdict: verdict})
		}
		if err := o.SaveAnswers(ctx, held[i].Visit, answers); err != nil {
			t.Fatal(err)
		}
	}
	levels := map[int64]string{}
	for _, r := range must(o.RatingsOfUnit(ctx, o.Today(), id))(t) {
		levels[r.ID] = r.Score.Level
	}
	if levels[held[0].ID] != LevelGood || levels[held[1].ID] != LevelPassed {
		t.Errorf("levels %v", levels)
	}
	// Before the last visit was held it has no score.
	for _, r := range must(o.RatingsOfUnit(ctx, held[0].DoneOn.AddDays(-1), id))(t) {
		if r.ID == held[0].ID && r.Score.Items != 0 {
			t.Errorf("the day before: %+v", r.Score)
		}
	}
}
