package app

import (
	"fmt"
	"strings"
	"testing"

	"cosohoi/data"
)

func TestRecurrentShortcomings(t *testing.T) {
	// found is a finding with an id, at a unit, in a visit that is named by unit and round; repeats names an earlier one.
	found := func(id, unit, round int64, text string, repeats int64) data.FindingAt {
		return data.FindingAt{Finding: data.Finding{Base: data.Base{ID: id}, Nature: data.Shortcoming, Category: "Hồ sơ", Text: text, VisitID: 100*unit + round, RepeatsID: repeats}, UnitID: unit, RoundID: round}
	}
	strength := found(1, 1, 1, "Sổ sách rõ ràng", 0)
	strength.Nature = data.Strength
	for _, c := range []struct {
		name     string
		findings []data.FindingAt
		want     string // text, units, rounds, came back
	}{
		{"nothing found", nil, ""},
		{"two units in one round are no rule yet", []data.FindingAt{found(1, 1, 1, "Sổ chưa cập nhật", 0), found(2, 2, 1, "Sổ chưa cập nhật", 0)}, ""},
		{"three units are, whatever the case and the full stop", []data.FindingAt{found(1, 1, 1, "Sổ chưa cập nhật", 0), found(2, 2, 1, "sổ chưa cập nhật.", 0), found(3, 3, 2, "Sổ chưa cập nhật", 0)},
			"Sổ chưa cập nhật [1 2 3] 2 0"},
		{"one unit where it came back", []data.FindingAt{found(1, 1, 1, "Báo cáo chậm", 0), found(2, 1, 2, "Báo cáo chậm", 0)}, "Báo cáo chậm [1] 2 1"},
		{"twice in one visit is not back", []data.FindingAt{found(1, 1, 1, "Báo cáo chậm", 0), found(2, 1, 1, "Báo cáo chậm", 0)}, ""},
		{"the office linked other words", []data.FindingAt{found(1, 1, 1, "Báo cáo chậm", 0), found(2, 1, 2, "Vẫn gửi báo cáo muộn", 1)}, "Vẫn gửi báo cáo muộn [1] 2 1"},
		{"a link counts with what has its words elsewhere", []data.FindingAt{found(1, 1, 1, "Báo cáo chậm", 0), found(2, 1, 2, "Gửi muộn", 1), found(3, 2, 2, "Gửi muộn", 0)}, "Gửi muộn [1 2] 2 1"},
		{"linked to one before the time that is looked at", []data.FindingAt{found(7, 1, 3, "Báo cáo chậm", 2)}, "Báo cáo chậm [1] 1 1"},
		{"what is good is not counted", []data.FindingAt{strength, found(2, 2, 1, "Sổ sách rõ ràng", 0), found(3, 3, 1, "Sổ sách rõ ràng", 0)}, ""},
		{"at most units first", []data.FindingAt{found(1, 1, 1, "A", 0), found(2, 1, 2, "A", 1), found(3, 1, 1, "B", 0), found(4, 2, 1, "B", 0), found(5, 3, 1, "B", 0)}, "B [1 2 3] 1 0; A [1] 2 1"},
	} {
		var got []string
		for _, r := range RecurrentShortcomings(c.findings) {
			got = append(got, fmt.Sprint(r.Text, " ", r.Units, " ", r.Rounds, " ", r.CameBack))
		}
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("%s: got %q, want %q", c.name, text, c.want)
		}
	}
}
