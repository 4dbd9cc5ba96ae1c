package app

import (
	"slices"

	"cosohoi/data"
	"cosohoi/data/vietnamese"
)

// recurrentUnits is at how many units the same shortcoming makes a bất cập that the level above is told of. Plan 77/KH-BCH, IV.2, asks to
// report "những bất cập" and gives no number.
const recurrentUnits = 3

// Recurrent is a shortcoming that was found again and again.
type Recurrent struct {
	Category, Text string
	Units          []int64 // where it was found, each once, in the order in which it was found
	Rounds         int     // in how many rounds
	// CameBack is at how many of the units it was found in more than one visit, or linked to an earlier finding.
	CameBack int
}

// RecurrentShortcomings sums up shortcomings that were found at several units, or came back at one, those at most units first. Findings are the
// same when their words are, apart from case, marks and punctuation, or when the office linked the later to the earlier; the words of the
// last one stand for all. Findings are given in the order in which they were made.
func RecurrentShortcomings(findings []data.FindingAt) []Recurrent {
	type group struct {
		Recurrent
		rounds map[int64]bool
		visits map[int64]map[int64]bool // by unit
		back   map[int64]bool           // units where the office linked it to an earlier one, which may not be given
	}
	var groups []*group
	byText, byID := map[string]*group{}, map[int64]*group{}
	for _, f := range findings {
		if f.Nature != data.Shortcoming {
			continue
		}
		key := vietnamese.SearchKey(f.Text)
		g := byID[f.RepeatsID]
		if g == nil {
			g = byText[key]
		}
		if g == nil {
			g = &group{rounds: map[int64]bool{}, visits: map[int64]map[int64]bool{}, back: map[int64]bool{}}
			groups = append(groups, g)
		}
		if byText[key] == nil {
			byText[key] = g
		}
		byID[f.ID] = g
		g.Category, g.Text = f.Category, f.Text
		g.rounds[f.RoundID] = true
		if g.visits[f.UnitID] == nil {
			g.visits[f.UnitID] = map[int64]bool{}
			g.Units = append(g.Units, f.UnitID)
		}
		g.visits[f.UnitID][f.VisitID] = true
		if f.RepeatsID != 0 {
			g.back[f.UnitID] = true
		}
	}
	var all []Recurrent
	for _, g := range groups {
		g.Rounds = len(g.rounds)
		for unit, visits := range g.visits {
			if len(visits) > 1 || g.back[unit] {
				g.CameBack++
			}
		}
		if len(g.Units) >= recurrentUnits || g.CameBack > 0 {
			all = append(all, g.Recurrent)
		}
	}
	slices.SortStableFunc(all, func(a, b Recurrent) int { return len(b.Units) - len(a.Units) })
	return all
}
