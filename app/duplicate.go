package app

import (
	"context"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Duplicate is two records that may be of one person, and why.
type Duplicate struct {
	A, B CadreRow
	Why  string
}

// maxDuplicates bounds the list; who has more merges these first.
const maxDuplicates = 1000

// Duplicates lists the pairs of records that may be of one person, by name.
func (o *Office) Duplicates(ctx context.Context, on day.Date) ([]Duplicate, error) {
	pairs, err := o.twinPairs(ctx)
	if err != nil {
		return nil, err
	}
	pairs = pairs[:min(len(pairs), maxDuplicates)]
	rows, err := o.twinRows(ctx, on, twinIDs(pairs))
	if err != nil {
		return nil, err
	}
	var found []Duplicate
	for _, p := range pairs {
		a, b := rows[p.a], rows[p.b]
		if a.ID != 0 && b.ID != 0 {
			found = append(found, Duplicate{a, b, p.why})
		}
	}
	slices.SortStableFunc(found, func(x, y Duplicate) int {
		return strings.Compare(vietnamese.NameSortKey(x.A.Name), vietnamese.NameSortKey(y.A.Name))
	})
	return found, nil
}

// twinCadres lists the cadres who have such a twin, those of one person together.
func (o *Office) twinCadres(ctx context.Context) ([]data.Cadre, error) {
	pairs, err := o.twinPairs(ctx)
	if err != nil {
		return nil, err
	}
	byID, err := o.db.CadresByID(ctx, twinIDs(pairs[:min(len(pairs), maxDuplicates)]))
	cadres := make([]data.Cadre, 0, len(byID))
	for _, c := range byID {
		cadres = append(cadres, c)
	}
	slices.SortFunc(cadres, func(a, b data.Cadre) int {
		if c := strings.Compare(a.SortKey, b.SortKey); c != 0 {
			return c
		}
		return int(a.ID - b.ID)
	})
	return cadres, err
}

func (o *Office) twinRows(ctx context.Context, on day.Date, ids []int64) (map[int64]CadreRow, error) {
	byID, err := o.db.CadresByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	cadres := make([]data.Cadre, 0, len(byID))
	for _, c := range byID {
		cadres = append(cadres, c)
	}
	rows, err := o.cadreRows(ctx, on, cadres)
	known := make(map[int64]CadreRow, len(rows))
	for _, r := range rows {
		known[r.ID] = r
	}
	return known, err
}

// twinPair is two records by id, the older first.
type twinPair struct {
	a, b int64
	why  string
}

func twinIDs(pairs []twinPair) []int64 {
	var ids []int64
	for _, p := range pairs {
		ids = append(ids, p.a, p.b)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// twinPairs pairs the records that may be of one person.
func (o *Office) twinPairs(ctx context.Context) ([]twinPair, error) {
	return o.twins.of(struct{}{}, func() ([]twinPair, error) { return o.findTwins(ctx) })
}

func (o *Office) findTwins(ctx context.Context) ([]twinPair, error) {
	people, err := o.db.PossibleTwins(ctx)
	if err != nil {
		return nil, err
	}
	pairs := suspects(people)
	places, err := o.placesOf(ctx, twinIDs(pairs))
	if err != nil {
		return nil, err
	}
	pairs = slices.DeleteFunc(pairs, func(p twinPair) bool { return p.why == "" && !places.near(p.a, p.b) })
	for i := range pairs {
		if pairs[i].why == "" {
			pairs[i].why = sameUnit
		}
	}
	return pairs, nil
}

// What makes two records of one name those of one person.
const (
	samePhone = "cùng số điện thoại"
	sameBirth = "cùng họ tên, ngày sinh"
	sameUnit  = "cùng họ tên, đơn vị liên quan"
)

// suspects pairs those who may be one person as far as names, birth and telephone tell. Where a pair still has no reason, the units must
// give it.
func suspects(people []data.Twin) []twinPair {
	var pairs []twinPair
	keys := make([]string, len(people))
	years := map[string]map[int][]int{} // by name without tone marks, then by year of birth, 0 when it is not known
	phones := map[string][]int{}
	for i, p := range people {
		keys[i] = vietnamese.NameKey(p.FullName)
		name := vietnamese.SearchKey(p.FullName)
		if years[name] == nil {
			years[name] = map[int][]int{}
		}
		years[name][p.Birth.Year] = append(years[name][p.Birth.Year], i)
		if p.Phone != "" {
			phones[p.Phone] = append(phones[p.Phone], i)
		}
	}
	seen := map[[2]int]bool{}
	look := func(i, j int) {
		i, j = min(i, j), max(i, j)
		if a, b := people[i], people[j]; i != j && !seen[[2]int{i, j}] {
			if why, ok := alike(a, b, keys[i], keys[j]); ok {
				seen[[2]int{i, j}] = true
				pairs = append(pairs, twinPair{min(a.ID, b.ID), max(a.ID, b.ID), why})
			}
		}
	}
	for _, same := range phones {
		for n, i := range same {
			for _, j := range same[n+1:] {
				look(i, j)
			}
		}
	}
	for _, byYear := range years {
		for year, same := range byYear {
			for n, i := range same {
				for _, j := range same[n+1:] {
					look(i, j)
				}
				if year != 0 {
					for _, j := range byYear[0] {
						look(i, j)
					}
				}
			}
		}
	}
	slices.SortFunc(pairs, func(x, y twinPair) int {
		if x.a != y.a {
			return int(x.a - y.a)
		}
		return int(x.b - y.b)
	})
	return pairs
}

// alike tells whether two people may be one as far as their own data go, and why if that is enough. With one telephone the given name
// decides, since middle names are left out at times; otherwise the whole name. Different numbers of identity part two people.
func alike(a, b data.Twin, keyA, keyB string) (why string, ok bool) {
	switch {
	case !bornAlike(a.Birth, b.Birth) || a.CitizenID != "" && b.CitizenID != "" && a.CitizenID != b.CitizenID:
		return "", false
	case a.Phone != "" && a.Phone == b.Phone && sameName(vietnamese.NameKey(vietnamese.GivenName(a.FullName)), vietnamese.NameKey(vietnamese.GivenName(b.FullName))):
		return samePhone, true
	case !sameName(keyA, keyB):
		return "", false
	case a.Birth.IsFull() && b.Birth.IsFull():
		return sameBirth, true
	}
	return "", true
}

// sameName compares names, given as vietnamese.NameKey, of which one may be written without any tone mark: "Pham Thi Dao" may be Phạm Thị Đào, but Trực
// Hưng is not Trực Hùng.
func sameName(a, b string) bool {
	if a == b {
		return true
	}
	bareA, bareB := bareKey(a), bareKey(b)
	return bareA == bareB && (bareA == a || bareB == b)
}

// bareKey takes the marks out of a NameKey.
func bareKey(key string) string {
	return vietnamese.NameKey(vietnamese.SearchKey(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, key)))
}

// bornAlike tells whether two dates may be the same day: "1965" and "15/07/1965". One that is not known may be any.
func bornAlike(a, b day.Date) bool {
	return strings.HasPrefix(a.ISO(), b.ISO()) || strings.HasPrefix(b.ISO(), a.ISO())
}

// places tells where cadres serve and served; units before and after a reorganisation are one place.
type places struct {
	of   map[int64]map[int64]bool
	root map[int64]int64
}

// placesOf collects the units of some cadres and those directly above them.
func (o *Office) placesOf(ctx context.Context, cadres []int64) (places, error) {
	p := places{map[int64]map[int64]bool{}, map[int64]int64{}}
	if len(cadres) == 0 {
		return p, nil
	}
	links, err := o.db.UnitLinks(ctx)
	if err != nil {
		return p, err
	}
	for _, l := range links {
		if a, b := p.one(l.FromID), p.one(l.ToID); a != b {
			p.root[a] = b
		}
	}
	all, err := o.db.PlacesOf(ctx, cadres)
	for _, place := range all {
		p.add(place.CadreID, place.UnitID)
		p.add(place.CadreID, place.AboveID)
	}
	return p, err
}

// one is the unit that stands for all that became one with it.
func (p places) one(unit int64) int64 {
	for p.root[unit] != 0 {
		unit = p.root[unit]
	}
	return unit
}

func (p places) add(cadre, unit int64) {
	if unit == 0 {
		return
	}
	if p.of[cadre] == nil {
		p.of[cadre] = map[int64]bool{}
	}
	p.of[cadre][p.one(unit)] = true
}

// near tells whether two cadres have a unit or one directly above in common.
func (p places) near(a, b int64) bool {
	for unit := range p.of[a] {
		if p.of[b][unit] {
			return true
		}
	}
	return false
}

// Known is a record that the office may already hold of somebody, with how many others there are.
type Known struct {
	CadreRow
	Others int
}

// AlreadyHeld looks for a record of somebody whose data are being typed; unit is where she is to serve, 0 when that is not known. An ID
// of 0 tells that there is none.
func (o *Office) AlreadyHeld(ctx context.Context, on day.Date, c data.Cadre, unit int64) (Known, error) {
	const some = 300 // of a common name
	typed := data.Twin{FullName: c.FullName, Birth: c.Birth, Phone: plainPhone(c.Phone), CitizenID: c.CitizenID}
	if vietnamese.SearchKey(typed.FullName) == "" {
		return Known{}, nil
	}
	people, err := o.db.TwinsOf(ctx, typed.FullName, typed.Phone, some)
	if err != nil {
		return Known{}, err
	}
	key := vietnamese.NameKey(typed.FullName)
	var sure, unsure []int64
	for _, p := range people {
		why, ok := alike(typed, p, key, vietnamese.NameKey(p.FullName))
		switch {
		case ok && (why != "" || !typed.Birth.IsZero() && !p.Birth.IsZero()):
			sure = append(sure, p.ID)
		case ok:
			unsure = append(unsure, p.ID)
		}
	}
	if unit != 0 && len(unsure) > 0 {
		near, err := o.placesOf(ctx, unsure)
		if err != nil {
			return Known{}, err
		}
		serves, err := o.db.UnitOn(ctx, on, unit)
		if err != nil {
			return Known{}, err
		}
		near.add(0, unit)
		near.add(0, serves.ParentID)
		for _, id := range unsure {
			if near.near(0, id) {
				sure = append(sure, id)
			}
		}
	}
	if len(sure) == 0 {
		return Known{}, nil
	}
	rows, err := o.twinRows(ctx, on, sure[:1])
	return Known{rows[sure[0]], len(sure) - 1}, err
}
