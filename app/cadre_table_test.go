package app

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

// The table has the columns that are shown, in their order, and its second line says what the list is of.
func TestTheTableIsTheList(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	id := addCadre(t, o, data.Cadre{FullName: "Ánh", Birth: day.Date{Year: 1979}, Phone: "0912345678", Politics: "Sơ cấp"}, commune, "Chủ tịch")
	scale := must(o.RatingScales(ctx, today.Year-1))(t)[0]
	if err := o.SaveRating(ctx, data.CadreRating{CadreID: id, Year: today.Year - 1, SchemeID: scale.ID, LevelID: scale.Levels[0].ID}); err != nil {
		t.Fatal(err)
	}
	q := data.CadreQuery{On: today, Unit: commune.ID, Politics: "Sơ cấp", Limit: 10}
	rows := must(o.Cadres(ctx, q))(t).Rows
	conditions := must(o.CadreConditions(ctx, q))(t)
	s := cadreSheet(today, rows, true, conditions, []string{ColumnRating, string(data.SortByName), ColumnPhone, string(data.SortByParty)})
	titles := ""
	for _, c := range s.Columns {
		titles += c.Title + "|"
	}
	if want := fmt.Sprintf("TT|Họ và tên|Vào Đảng|Điện thoại|Xếp loại %d|", today.Year-1); titles != want {
		t.Errorf("columns %s, want %s", titles, want)
	}
	short := scale.Levels[0].Short
	if got, want := fmt.Sprint(s.Rows), fmt.Sprintf("[[1 Ánh <nil> 0912345678 %s]]", short); got != want {
		t.Errorf("rows %s, want %s", got, want)
	}
	if want := "Tính đến " + today.String() + " · 1 người · Đơn vị: " + commune.Label() + " · Lý luận chính trị: Sơ cấp"; s.Subtitle != want {
		t.Errorf("subtitle %q, want %q", s.Subtitle, want)
	}
	if got, want := CadreTableName(today, conditions), "danh-sach-can-bo-xa-hai-van-so-cap-"+today.ISO(); got != want {
		t.Errorf("file name %q, want %q", got, want)
	}
	all := Selection{Query: q, All: true}
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := o.SaveCadreTable(ctx, path, all, []string{string(data.SortByName), string(data.SortByBirth)}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Errorf("the file: %v", err)
	}
	// The same list on paper.
	path = filepath.Join(t.TempDir(), "a.pdf")
	if err := o.SaveCadreTable(ctx, path, all, []string{string(data.SortByName), ColumnPhone}); err != nil {
		t.Fatal(err)
	}
	printed, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"DANH SÁCH CÁN BỘ", "Lý luận chính trị: Sơ cấp", "Điện thoại", "Ánh", "0912345678"} {
		if !strings.Contains(string(printed), want) {
			t.Errorf("the paper does not say %q:\n%s", want, printed)
		}
	}
}

// Only those who are ticked are printed, in the order of the list, and the second line says that they were chosen.
func TestTheTableOfThoseWhoAreTicked(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	ids := []int64{
		addCadre(t, o, data.Cadre{FullName: "Ánh"}, commune, "Chủ tịch"),
		addCadre(t, o, data.Cadre{FullName: "Bình"}, commune, "Phó Chủ tịch"),
		addCadre(t, o, data.Cadre{FullName: "Châu"}, commune, "Ủy viên Ban Thường vụ"),
	}
	q := data.CadreQuery{On: today, Unit: commune.ID, Sort: data.SortByName, Descending: true}
	for _, c := range []struct {
		what      string
		s         Selection
		want, not []string
	}{
		{"two are ticked", Selection{Query: q, IDs: []int64{ids[0], ids[2]}}, []string{"2 người được chọn", "Châu", "Ánh"}, []string{"Bình"}},
		{"all but one", Selection{Query: q, All: true, IDs: ids[:1]}, []string{"2 người được chọn", "Châu", "Bình"}, []string{"Ánh"}},
		{"nobody is ticked: the whole list", Selection{Query: q, All: true}, []string{"3 người ·", "Châu", "Bình", "Ánh"}, []string{"được chọn"}},
	} {
		path := filepath.Join(t.TempDir(), "a.pdf")
		if err := o.SaveCadreTable(ctx, path, c.s, []string{string(data.SortByName)}); err != nil {
			t.Fatal(err)
		}
		printed, err := exec.Command("pdftotext", "-layout", path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		rest := string(printed)
		for _, want := range c.want {
			at := strings.Index(rest, want)
			if at < 0 {
				t.Errorf("%s: no %q after the others in\n%s", c.what, want, printed)
				continue
			}
			rest = rest[at:]
		}
		for _, not := range c.not {
			if strings.Contains(string(printed), not) {
				t.Errorf("%s: %q is printed\n%s", c.what, not, printed)
			}
		}
	}
}
