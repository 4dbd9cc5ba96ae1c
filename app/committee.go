package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
)

// HasCommittees tells whether units of a level have committees with terms.
func HasCommittees(level data.Level) bool {
	return level == data.Province || level == data.District || level == data.BaseUnit
}

// Committee is a body of a unit in a term.
type Committee struct {
	// On is the day whose members are counted, see DayInTerm.
	On      day.Date
	Members []PostRow // by rank, each under the highest post that belongs to the body
	// Seats is how many the congress set, 0 when not set; Vacant is what they lack.
	Seats, Vacant int
	Party         int
	AverageAge    float64 // of those whose birth is known; 0 when of nobody
	Sectors       []Share
	Manners       []Share
}

// Share is how many members have something in common.
type Share struct {
	Name  string
	Count int
}

// DayInTerm is the day on which a term is looked at: the day in view, or the day of the term nearest to it. Without a term it is the
// day in view.
func DayInTerm(t data.UnitTerm, on day.Date) day.Date {
	switch {
	case t.LastDay.IsZero():
		return on
	case on.After(t.LastDay):
		return t.LastDay
	case on.Before(t.FirstDay):
		return t.FirstDay
	}
	return on
}

// PickUnitTerm is the term of a unit that holds on a day, failing that the last that ended before or the first to come; terms come the
// latest first. ok is false when there is none.
func PickUnitTerm(terms []data.UnitTerm, on day.Date) (term data.UnitTerm, ok bool) {
	for _, t := range terms {
		if !t.FirstDay.After(on) {
			return t, true
		}
	}
	if len(terms) == 0 {
		return data.UnitTerm{}, false
	}
	return terms[len(terms)-1], true
}

// seatsOf is how many seats a congress set for a body; the Presidium has no number of its own.
func seatsOf(t data.UnitTerm, b Body) int {
	return map[Body]int{FullCommittee: t.CommitteeSeats, StandingBoard: t.BoardSeats, InspectionCommittee: t.InspectionSeats}[b]
}

// UnitTerms lists the terms of a unit, the latest first.
func (o *Office) UnitTerms(ctx context.Context, unit int64) ([]data.UnitTerm, error) {
	return o.db.UnitTerms(ctx, []int64{unit})
}

// SaveUnitTerm stores a term of a unit; one that overlaps another of the same unit is refused.
func (o *Office) SaveUnitTerm(ctx context.Context, t data.UnitTerm) error {
	label := "Sửa nhiệm kỳ của đơn vị"
	if t.ID == 0 {
		label = "Thêm nhiệm kỳ của đơn vị"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		others, err := tx.UnitTerms(ctx, []int64{t.UnitID})
		if err != nil {
			return err
		}
		for _, other := range others {
			if other.ID != t.ID && !other.FirstDay.After(t.LastDay) && !other.LastDay.Before(t.FirstDay) {
				return Problem("Nhiệm kỳ này trùng thời gian với %s (%s – %s); hãy sửa lại ngày.", UnitTermName(other), other.FirstDay, other.LastDay)
			}
		}
		if t.ID == 0 {
			return tx.Insert(&t)
		}
		return tx.Update(&t)
	})
	return err
}

// RemoveUnitTerm takes a term of a unit away; the posts of its members stay.
func (o *Office) RemoveUnitTerm(ctx context.Context, t data.UnitTerm) error {
	return o.RemoveSub(ctx, "Xóa nhiệm kỳ của đơn vị", &t)
}

// Committee collects who sits in a body of a unit in a term, as seen from a day.
func (o *Office) Committee(ctx context.Context, on day.Date, unit int64, t data.UnitTerm, b Body) (Committee, error) {
	c := Committee{On: DayInTerm(t, on), Seats: seatsOf(t, b)}
	positions, err := o.db.Positions(ctx)
	if err != nil {
		return c, err
	}
	belongs := map[int64]bool{}
	for _, p := range positions {
		belongs[p.ID] = InBody(p, b)
	}
	posts, err := o.db.Posts(ctx, data.PostQuery{Units: []int64{unit}, On: c.On})
	if err != nil {
		return c, err
	}
	posts = onePerCadre(slices.DeleteFunc(posts, func(p data.Post) bool { return !belongs[p.PositionID] }))
	ids := make([]int64, len(posts))
	for i, p := range posts {
		ids[i] = p.CadreID
	}
	cadres, err := o.db.CadresByID(ctx, ids)
	for _, p := range posts {
		c.Members = append(c.Members, PostRow{p, cadres[p.CadreID]})
	}
	c.count()
	return c, err
}

// count reckons from the members what is said of a body as a whole.
func (c *Committee) count() {
	sectors, manners := map[string]int{}, map[string]int{}
	var years, known int
	for _, m := range c.Members {
		sectors[m.Sector]++
		manners[m.Manner]++
		if m.Cadre.IsPartyMember(c.On) {
			c.Party++
		}
		if !m.Cadre.Birth.IsZero() {
			years += fullYears(m.Cadre.Birth, c.On)
			known++
		}
	}
	if known > 0 {
		c.AverageAge = float64(years) / float64(known)
	}
	c.Vacant = max(c.Seats-len(c.Members), 0)
	c.Sectors, c.Manners = shares(sectors), shares(manners)
}

// shares lists counts by size; what is not noted comes last.
func shares(counts map[string]int) []Share {
	var all []Share
	for name, n := range counts {
		all = append(all, Share{name, n})
	}
	slices.SortFunc(all, func(a, b Share) int {
		if (a.Name == "") != (b.Name == "") {
			return strings.Compare(b.Name, a.Name)
		}
		return cmp.Or(b.Count-a.Count, strings.Compare(a.Name, b.Name))
	})
	return all
}

// fullYears is the age on a day; a birth known by its year or month alone counts from the end of it.
func fullYears(birth, on day.Date) int {
	age := on.Year - birth.Year
	if last := birth.Last(); last.Month > on.Month || last.Month == on.Month && last.Day > on.Day {
		age--
	}
	return age
}
