package app

import (
	"context"
	"slices"

	"cosohoi/data"
)

// Progress is a line of how far the inspections of a term have come.
type Progress struct {
	Name string
	Tally
}

// Following is how the inspections of a term stand.
type Following struct {
	ByRhythm, ByDistrict []Progress
	// Ladder counts the open remedies by their age, in the order in which they get worse.
	Ladder []RemedyAge
	Open   int // remedies
}

// RemedyAge counts the open remedies of an age.
type RemedyAge struct {
	Name  string
	Count int
	Late  bool
}

// RhythmName names a rhythm as lists do.
func RhythmName(r data.Rhythm) string {
	switch r {
	case data.HalfYear:
		return "6 tháng đầu năm"
	case data.Yearly:
		return "Cả năm"
	case data.MidTerm:
		return "Giữa nhiệm kỳ"
	case data.EndTerm:
		return "Cuối nhiệm kỳ"
	case data.Theme:
		return "Giám sát chuyên đề"
	}
	return "Đột xuất"
}

// rhythmOrder is the order of the rhythms in lists.
var rhythmOrder = []data.Rhythm{data.HalfYear, data.Yearly, data.MidTerm, data.EndTerm, data.Theme, data.Extra}

// following counts how the inspections of a term stand in a scope; open are the open remedies there.
func (o *Office) following(ctx context.Context, s data.Scope, term data.Term, open []data.Remedy) (f Following, err error) {
	counts, err := o.db.ProgressOf(ctx, s, term.ID)
	if err != nil {
		return f, err
	}
	rhythms, rows := map[data.Rhythm]Tally{}, map[int64]Tally{}
	var ids []int64
	for _, c := range counts {
		t := Tally{c.Owed, c.Done, c.Late}
		rhythms[c.Rhythm] = rhythms[c.Rhythm].plus(t)
		if _, known := rows[c.Row]; !known && c.Row != 0 {
			ids = append(ids, c.Row)
		}
		rows[c.Row] = rows[c.Row].plus(t)
	}
	for _, r := range rhythmOrder {
		if t := rhythms[r]; t.Owed > 0 {
			f.ByRhythm = append(f.ByRhythm, Progress{RhythmName(r), t})
		}
	}
	names, err := o.db.NamedOn(ctx, s.On, ids)
	if err != nil {
		return f, err
	}
	for id, t := range rows {
		name := affiliatesName
		if id != 0 {
			name = names[id].Label()
		}
		f.ByDistrict = append(f.ByDistrict, Progress{name, t})
	}
	slices.SortFunc(f.ByDistrict, func(a, b Progress) int { return compareDistricts(a.Name, b.Name) })
	f.Ladder, f.Open = remedyAges(open, s), len(open)
	return f, nil
}

func (t Tally) plus(o Tally) Tally { return Tally{t.Owed + o.Owed, t.Done + o.Done, t.Late + o.Late} }

// remedyAges counts open remedies by what is to be done about them.
func remedyAges(open []data.Remedy, s data.Scope) []RemedyAge {
	ages := []RemedyAge{{Name: "còn thời hạn"}, {Name: "đến hạn trong 7 ngày"}, {Name: "quá hạn đến 15 ngày: " + LadderStep(firstReminderDays), Late: true},
		{Name: "quá hạn 16 đến 30 ngày: " + LadderStep(secondReminderDays), Late: true}, {Name: "quá hạn trên 30 ngày: " + LadderStep(secondReminderDays+1), Late: true}}
	for _, m := range open {
		state, days := RemedyStateOn(m, s.On)
		switch {
		case state == RemedyOpen:
			ages[0].Count++
		case state == RemedyNear:
			ages[1].Count++
		case days <= firstReminderDays:
			ages[2].Count++
		case days <= secondReminderDays:
			ages[3].Count++
		default:
			ages[4].Count++
		}
	}
	return ages
}
