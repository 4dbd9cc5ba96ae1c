package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports/orgchart"
)

// drawn writes a box as one line.
func drawn(u orgchart.Unit) string {
	var posts []string
	for _, p := range u.Posts {
		holder := strings.Join(p.Holders, ", ")
		if holder == "" {
			holder = "(khuyết)"
		}
		posts = append(posts, p.Name+": "+holder)
	}
	return u.Name + " | " + strings.Join(posts, "; ") + " | " + strings.Join(u.Counts, ", ")
}

func TestTheChartOfACommune(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	commune := unit(t, o, today, "14230")
	addCadre(t, o, data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}, commune, "Chủ tịch")
	for i := range namedHolders + 1 {
		addCadre(t, o, data.Cadre{FullName: fmt.Sprintf("Đỗ Thị Mẫu %d", i)}, commune, "Ủy viên Ban Chấp hành")
	}
	branch := newUnit(t, o, commune, "xóm 1", "")
	newUnit(t, o, commune, "xóm 2", "")
	chart := must(o.OrgChart(ctx, today, commune.ID))(t)
	if want := "SƠ ĐỒ TỔ CHỨC HỘI LHPN XÃ HẢI VÂN"; chart.Title != want {
		t.Errorf("title %q, want %q", chart.Title, want)
	}
	if got, want := drawn(chart.Top), "Hội LHPN xã Hải Vân | Chủ tịch: Bùi Thị Ngọc Ánh; Ủy viên Ban Chấp hành: 5 người | 2 chi hội, 6 cán bộ"; got != want {
		t.Errorf("top %q\nwant %q", got, want)
	}
	head := position(t, o, data.UnitOn{ID: branch, Level: data.Branch}, "Chi hội trưởng")
	must(o.SaveCadre(ctx, data.Cadre{FullName: "Vũ Thị Cam", Female: true}, data.Appointment{UnitID: branch, PositionID: head, StartedOn: today}))(t)
	chart = must(o.OrgChart(ctx, today, commune.ID))(t)
	want := []string{"Chi hội xóm 1 | Chi hội trưởng: Vũ Thị Cam | 1 cán bộ", "Chi hội xóm 2 | Chi hội trưởng: (khuyết) | 0 cán bộ"}
	for i, child := range chart.Children {
		if got := drawn(child); got != want[i] {
			t.Errorf("child %q\nwant %q", got, want[i])
		}
	}
	// The day before the chi hội were founded the commune stands alone.
	if before := must(o.OrgChart(ctx, day.Of(2024, 2, 29), commune.ID))(t); len(before.Children) != 0 {
		t.Errorf("children before they were founded: %v", before.Children)
	}
}

// Under the province stand the districts and then the affiliates, with the counts that the tree gives unit by unit.
func TestTheChartOfTheProvince(t *testing.T) {
	ctx := t.Context()
	o := demoOffice(t)
	on := o.Today()
	chart := must(o.OrgChart(ctx, on, 0))(t)
	rows := must(o.UnitRows(ctx, on, must(o.Province(ctx, on))(t).ID))(t)
	if len(chart.Children) != len(rows) {
		t.Fatalf("%d boxes for %d units", len(chart.Children), len(rows))
	}
	for i, row := range rows {
		page := must(o.UnitPage(ctx, on, row.ID))(t)
		if got, want := chart.Children[i].Counts, countsLine(data.Below{Units: page.Below, Cadres: page.Cadres}); !slices.Equal(got, want) || chart.Children[i].Name != row.Label() {
			t.Errorf("%s: %q, want %s: %q", chart.Children[i].Name, got, row.Label(), want)
		}
	}
	if _, err := orgchart.PDF(chart); err != nil {
		t.Error(err)
	}
}
