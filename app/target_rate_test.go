package app

import (
	"strings"
	"testing"

	"cosohoi/data"
)

// Tỷ lệ tập hợp of 2023: A1 70 of 100, A2 100 of 200, A3 does not report, B1 50 of 100, B2 90 of 100. B2 goes up into B1 on 01/05/2024.
func TestATargetTakesARateOfTheFigures(t *testing.T) {
	h := newHamlet(t)
	h.merge(t)
	year := must(h.OpenReturnPeriod(t.Context(), 2023, data.SpanYear, SuggestedDue(2023, data.SpanYear)))(t)
	for unit, n := range map[string][2]int64{"A1": {100, 70}, "A2": {200, 100}, "B1": {100, 50}, "B2": {100, 90}} {
		put(t, h.Office, year, h.unit[unit], map[string]int64{"B1": n[0], "B2": n[1]})
	}
	rates := must(h.FigureRates(t.Context()))(t)
	if rates[0] != (Word{"B4", "Tỷ lệ tập hợp: hội viên trên phụ nữ từ 18 tuổi"}) {
		t.Errorf("the first rate of the form is %v, want tỷ lệ tập hợp", rates[0])
	}
	if err := h.SaveTarget(t.Context(), data.Target{Code: "TLTH", Name: "Tỷ lệ tập hợp từ 60%", Goal: 60}, Definition{Of: string(data.BaseUnit), Rate: "B4", Period: OnTheDay}); err != nil {
		t.Fatal(err)
	}
	h.check(t, "TLTH", []worth{
		{"", "30/12/2023", "P", "0/0"},         // no period is over yet
		{"", "31/12/2023", "P", "310/500 (1)"}, // A3 has not reported and counts in neither number
		{"", "30/04/2024", "A1", "70/100"},
		{"", "30/04/2024", "A3", "0/0 (1)"},
		{"", "30/04/2024", "B1", "50/100"},
		{"", "01/05/2024", "B1", "140/200"}, // with what B2 reported
	})
	measured := must(h.MeasureTargets(t.Context(), TargetQuery{On: onDay("30/04/2024")}))(t)
	m := measured[len(measured)-1]
	for unit, want := range map[string]TargetState{"A1": TargetReached, "A2": TargetMissed, "A3": TargetUnreported, "A": TargetMissed, "B": TargetReached, "A1.1": TargetNothing} {
		if got := m.State(m.Of(h.unit[unit])); got != want {
			t.Errorf("%s: %v is %s, want %s", unit, m.Of(h.unit[unit]), got, want)
		}
	}
	if !strings.Contains(m.Says(), "cột B4 (tỷ lệ tập hợp") {
		t.Errorf("the target is explained by %q, which does not name the column", m.Says())
	}
	half := must(h.OpenReturnPeriod(t.Context(), 2024, data.SpanHalf, SuggestedDue(2024, data.SpanHalf)))(t)
	put(t, h.Office, half, h.unit["B1"], map[string]int64{"B1": 200, "B2": 150})
	h.check(t, "TLTH", []worth{{"", "29/06/2024", "B1", "140/200"}, {"", "30/06/2024", "B1", "150/200"}, {"", "30/06/2024", "P", "150/200 (3)"}})
}
