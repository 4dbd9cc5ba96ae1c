package app

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
)

// splitFile is a batch of 01/09/2026 with some rows.
func splitFile(rows ...string) []byte {
	return []byte("# Tên: Chia tách thử\n# Ngày: 01/09/2026\n# Căn cứ: Nghị quyết thử\nma_cu,ten_cu,cap_tren_cu,ma_moi,ten_moi,cap_tren_moi,can_cu,don_vi_duoi\n" + strings.Join(rows, "\n"))
}

// branchNames lists the chi hội of a commune on a day.
func branchNames(t *testing.T, o *Office, on day.Date, code string) []string {
	t.Helper()
	var names []string
	for _, u := range must(o.db.UnitsOn(t.Context(), on, data.UnitQuery{Parents: []int64{unit(t, o, on, code).ID}}))(t) {
		names = append(names, u.Name)
	}
	return names
}

// A file splits Xã Hải Vân (12 chi hội) in two ways: it goes on with what the new commune does not take, or it ends and two new ones share
// everything. Undoing gives back the province as it was, byte for byte.
func TestAFileSplitsAUnit(t *testing.T) {
	ctx := t.Context()
	on, last := day.Of(2026, 9, 1), day.Of(2026, 8, 31)
	for _, c := range []struct {
		name  string
		rows  []string
		below map[string]int // chi hội by code on the first day
		ends  bool
		first string // chi hội of the first new commune
	}{
		{"goes on", []string{
			"14230,Xã Hải Vân,366,14230,Xã Hải Vân,366,,",
			"14230,Xã Hải Vân,366,99101,Xã Hải Vân Thượng,366,,xóm 1|Chi hội xóm 2 | XÓM 3",
		}, map[string]int{"14230": 9, "99101": 3}, false, "xóm 1"},
		{"ends", []string{
			"14230,Xã Hải Vân,366,99101,Xã Thượng,366,,xóm 12",
			"14230,Xã Hải Vân,366,99102,Phường Hạ,356,,",
		}, map[string]int{"99101": 1, "99102": 11}, true, "xóm 12"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := copied(t, demoFile(t), clock)
			before := exported(t, o)
			old := unit(t, o, last, "14230")
			cadres := must(o.UnitPage(ctx, last, old.ID))(t).Posts
			outcome := reorganise(t, o, must(ReadBatch(splitFile(c.rows...)))(t).Order())
			for code, want := range c.below {
				if got := branchNames(t, o, on, code); len(got) != want {
					t.Errorf("%s has %d chi hội, want %d: %v", code, len(got), want, got)
				}
			}
			if got := branchNames(t, o, on, "99101"); !slices.Contains(got, c.first) {
				t.Errorf("the new commune has %v, not %s", got, c.first)
			}
			_, err := o.db.UnitOn(ctx, on, old.ID)
			if ended := IsNotFound(err); ended != c.ends {
				t.Errorf("Hải Vân ended: %v, want %v (%v)", ended, c.ends, err)
			}
			waiting := 0
			if c.ends {
				waiting = len(cadres) // both chủ tịch and phó chủ tịch lose their posts
			}
			if len(outcome.Waiting) != waiting {
				t.Errorf("%d cadres wait for a post, want %d", len(outcome.Waiting), waiting)
			}
			if len(branchNames(t, o, last, "14230")) != 12 {
				t.Error("the day before is not as it was")
			}
			if problems := must(o.Check(ctx))(t); len(problems) > 0 {
				t.Errorf("check: %v", problems)
			}
			if err := o.UndoReorganisation(ctx, outcome.ID); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(before, exported(t, o)) {
				t.Error("undoing does not give back what was")
			}
		})
	}
}

// What is wrong with a split is said line by line, the first row standing on line 5, and nothing is changed.
func TestASplitThatDoesNotFit(t *testing.T) {
	o := copied(t, demoFile(t), clock)
	before := exported(t, o)
	const keep = "14230,Xã Hải Vân,366,14230,Xã Hải Vân,366,,"
	for _, c := range []struct {
		name string
		rows []string
		want []string
	}{
		{"the same part twice", []string{keep, keep}, []string{"Dòng 6: mã cũ “14230” và mã mới “14230” đã có ở dòng 5"}},
		{"split and dissolved", []string{keep, "14230,Xã Hải Vân,366,,,,,"}, []string{"Dòng 6: “Xã Hải Vân” được chia tách ở dòng khác nên không thể vừa giải thể"}},
		{"split and merged", []string{keep, "14230,Xã Hải Vân,366,14215,Thị trấn Yên Định,366,,xóm 1", "14215,Thị trấn Yên Định,366,14215,Thị trấn Yên Định,366,,"},
			[]string{"Dòng 7: mã mới “14215” đã có ở dòng 6"}},
		{"a list without a split", []string{"14230,Xã Hải Vân,366,14230,Xã Hải Vân Mới,366,,xóm 1"}, []string{"Dòng 5: cột don_vi_duoi chỉ dùng khi chia tách"}},
		{"names that are not there or twice", []string{keep, "14230,Xã Hải Vân,366,99101,Xã Thượng,366,,xóm 1|xóm 99", "14230,Xã Hải Vân,366,99102,Xã Hạ,366,,xóm 1"},
			[]string{"Dòng 6: dưới “Xã Hải Vân” không có đơn vị “xóm 99”", "Dòng 7: “xóm 1” đã có ở dòng 6"}},
		{"nobody takes the rest", []string{"14230,Xã Hải Vân,366,99101,Xã Thượng,366,,xóm 1", "14230,Xã Hải Vân,366,99102,Xã Hạ,366,,xóm 2"},
			[]string{"chưa thuộc đơn vị mới nào"}},
		{"two take the rest", []string{keep, "14230,Xã Hải Vân,366,99101,Xã Thượng,366,,"}, []string{"chỉ một dòng được bỏ trống cột don_vi_duoi"}},
		{"an unknown unit above", []string{keep, "14230,Xã Hải Vân,366,99101,Xã Thượng,999,,xóm 1"}, []string{"Dòng 6: không có đơn vị cấp trên mã “999”"}},
		{"a code in use", []string{keep, "14230,Xã Hải Vân,366,14233,Xã Thượng,366,,xóm 1"}, []string{"Mã “14233” sẽ thuộc cả"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			batch, err := ReadBatch(splitFile(c.rows...))
			if err == nil {
				_, err = o.Reorganise(t.Context(), batch.Order())
			}
			var misfit *Misfit
			if !errors.As(err, &misfit) {
				t.Fatalf("not refused: %v", err)
			}
			said := strings.Join(misfit.Lines, "\n")
			for _, want := range c.want {
				if !strings.Contains(said, want) {
					t.Errorf("does not say %q:\n%s", want, said)
				}
			}
			if len(misfit.Lines) != len(c.want) {
				t.Errorf("%d lines, want %d:\n%s", len(misfit.Lines), len(c.want), said)
			}
		})
	}
	if !bytes.Equal(before, exported(t, o)) {
		t.Error("a refused split changed something")
	}
}
