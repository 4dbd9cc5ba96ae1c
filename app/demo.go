package app

import (
	"context"
	"fmt"
	"math/rand/v2"

	"cosohoi/data"
	"cosohoi/data/day"
)

// DemoOptions say how large the demonstration province is.
type DemoOptions struct {
	// Scale multiplies the chi hội of each commune: 1 gives some 12,000 cadres, 100 over a million. 1 to 100.
	Scale int
	// Seed decides everything that is invented: the same seed gives the same province.
	Seed uint64
	// Progress is told how many communes are done of how many; may be nil.
	Progress func(done, total int)
}

// Shape of the demonstration province.
const (
	demoBranches = 13 // chi hội a commune, on average
	// demoPartyShare is the share of branch heads in the Party at 01/2023, in thousandths (plan 77/KH-BCH, footnote 3: 23,2 %).
	demoPartyShare = 232
)

// demoUntil is the day up to which the demonstration province has been at work.
var demoUntil = day.Of(2026, 10, 31)

// Demo founds the province of Nam Định in an empty database and fills it with invented branches, groups,
// cadres, posts and past inspections, in one transaction, and with some papers after it. It takes seconds at scale 1, minutes at 100.
func (o *Office) Demo(ctx context.Context, options DemoOptions) error {
	if options.Scale < 1 || options.Scale > 100 {
		return Problem("Quy mô %d không hợp lệ; hãy chọn từ 1 đến 100.", options.Scale)
	}
	if options.Progress == nil {
		options.Progress = func(int, int) {}
	}
	founding := SuggestedFounding()
	founding.Office = "Nam Định (tỉnh minh họa)"
	founding.Signer = "Nguyễn Thị Minh Họa"
	_, err := o.db.Write(ctx, "Tạo tỉnh minh họa", func(tx *data.Tx) error {
		if err := found(ctx, tx, founding); err != nil {
			return err
		}
		d := &demo{tx: tx, ctx: ctx, random: rand.New(rand.NewPCG(options.Seed, 77)), more: rand.New(rand.NewPCG(options.Seed, 78)),
			looks: rand.New(rand.NewPCG(options.Seed, 80)), known: map[[2]int64]int64{}, scale: options.Scale}
		if err := d.fill(&care{d, rand.New(rand.NewPCG(options.Seed, 79))}, options.Progress, options.Seed); err != nil {
			return err
		}
		return d.returns(options.Seed)
	})
	if err != nil {
		return err
	}
	return o.demoDocuments(ctx)
}

// demo is one run of the generator.
type demo struct {
	tx        *data.Tx
	ctx       context.Context
	random    *rand.Rand
	more      *rand.Rand // of the facts of the records
	looks     *rand.Rand // of what inspections found
	scale     int
	positions map[string]int64
	leaving   [4]string // the first reasons of the catalogue: the others, such as a death, are not invented
	term      int64
	// headsLeft and membersLeft draw exactly the asked share: each head is a member with probability membersLeft/headsLeft.
	headsLeft, membersLeft int
	phones                 int
	staff                  map[int64][]int64 // cadres of a unit who inspect
	province               int64
	courses                map[int64][]data.Course // by the unit that teaches
	places                 []demoPlace             // of the movement
	scales                 []RatingScale
	form                   int64 // by which inspections are made
	items                  []data.ChecklistItem
	known                  map[[2]int64]int64 // the last finding of a unit, by unit and place in demoShortcomings
}

func (d *demo) fill(work *care, progress func(done, total int), seed uint64) error {
	positions, err := d.tx.Positions(d.ctx)
	if err != nil {
		return err
	}
	d.positions, d.staff, d.courses = map[string]int64{}, map[int64][]int64{}, map[int64][]data.Course{}
	if d.scales, err = ratingScales(d.ctx, d.tx.Reader, demoUntil.Year-1); err != nil {
		return err
	}
	for _, p := range positions {
		d.positions[p.Code] = p.ID
	}
	leaving, err := d.tx.Catalogue(d.ctx, "leaving")
	if err != nil {
		return err
	}
	for i, e := range leaving {
		if i < len(d.leaving) {
			d.leaving[i] = e.Name
		}
	}
	term := data.Term{Name: "2021 - 2026", FirstDay: day.Of(2021, 10, 11), LastDay: day.Of(2026, 10, 10), PostsOnly: true, Note: "Nhiệm kỳ Ban Chấp hành Hội LHPN tỉnh khóa XVII"}
	if err := d.tx.Insert(&term); err != nil {
		return err
	}
	d.term = term.ID

	units, err := d.tx.UnitsOn(d.ctx, demoUntil, data.UnitQuery{})
	if err != nil {
		return err
	}
	for _, u := range units { // before the boards, which attend the courses of the province
		if u.Level == data.Province {
			d.province = u.ID
		}
		if u.Level == data.Province || u.Level == data.District {
			if err := d.teach(u); err != nil {
				return err
			}
		}
	}
	var communes []data.UnitOn
	for _, u := range units {
		switch u.Level {
		case data.Province:
			err = d.board(u, "TINH", []string{"CT", "PCT", "PCT", "BTV", "BTV", "BTV", "BTV", "BCH", "BCH", "BCH", "BCH"})
		case data.District:
			err = d.board(u, "HUYEN", []string{"CT", "PCT", "BTV", "BTV", "BCH", "BCH"})
		case data.Affiliate:
			err = d.board(u, "TT", []string{"TB", "PTB"})
		case data.BaseUnit:
			communes = append(communes, u)
		}
		if err != nil {
			return err
		}
	}
	if err := work.terms(units); err != nil {
		return err
	}
	if err := work.mark(communes); err != nil {
		return err
	}
	if err := work.lookAfter(communes); err != nil {
		return err
	}
	branches := make([]int, len(communes))
	for i := range branches {
		branches[i] = (demoBranches - 4 + d.random.IntN(9)) * d.scale
		d.headsLeft += branches[i]
	}
	d.membersLeft = (d.headsLeft*demoPartyShare + 500) / 1000
	for i, u := range communes {
		if err := d.ctx.Err(); err != nil {
			return err
		}
		if err := d.commune(u, branches[i]); err != nil {
			return fmt.Errorf("demo commune %s: %w", u.Code, err)
		}
		progress(i+1, len(communes))
	}
	if err := d.movement(seed, units); err != nil {
		return err
	}
	return d.inspections()
}

// batch collects cadres with their posts and stores them together.
type batch struct {
	cadres []data.Cadre
	posts  []data.Appointment // CadreID is the index into cadres until stored
}

func (b *batch) add(c data.Cadre, p data.Appointment) {
	p.CadreID = int64(len(b.cadres))
	b.cadres = append(b.cadres, c)
	b.posts = append(b.posts, p)
}

func (d *demo) store(b *batch) error {
	if err := data.InsertAll(d.tx, b.cadres); err != nil {
		return err
	}
	for i := range b.posts {
		b.posts[i].CadreID = b.cadres[b.posts[i].CadreID].ID
	}
	return data.InsertAll(d.tx, b.posts)
}

// board fills the posts of a unit that inspects others.
func (d *demo) board(u data.UnitOn, suffix string, codes []string) error {
	var b batch
	for i, code := range codes {
		joined := d.date(2000, 2014)
		if i > 3 && d.chance(30) {
			joined = day.Date{}
		}
		c := d.cadre(u.Name, 1966, 1990, joined)
		if i == 0 && u.Level == data.Province {
			c.FullName = "Nguyễn Thị Minh Họa"
		}
		p := d.post(u.ID, code+"-"+suffix, day.Of(2021, 6+d.random.IntN(4), 1+d.random.IntN(28)))
		if HasCommittees(u.Level) {
			p.Sector = d.sector(i)
		}
		b.add(c, p)
	}
	if err := d.store(&b); err != nil {
		return err
	}
	for _, c := range b.cadres {
		d.staff[u.ID] = append(d.staff[u.ID], c.ID)
	}
	return d.boardFacts(u, &b)
}

// commune fills a cơ sở Hội: its own posts, its branches with two cadres each, and their groups.
func (d *demo) commune(u data.UnitOn, count int) error {
	word := "xóm"
	if u.Kind != "xã" {
		word = "tổ dân phố"
	}
	branches := make([]data.UnitState, count)
	for i := range branches {
		branches[i] = data.UnitState{ParentID: u.ID, Kind: "chi hội", Name: fmt.Sprintf("%s %d", word, i+1), Hardship: d.chance(4)}
	}
	if err := addUnits(d.tx, data.Branch, branches); err != nil {
		return err
	}
	place := demoPlace{unit: u}
	for _, b := range branches[:min(len(branches), demoMovedBranches)] {
		place.branches = append(place.branches, b.UnitID)
	}
	d.places = append(d.places, place)
	var groups []data.UnitState
	for _, branch := range branches {
		for n := range 1 + d.random.IntN(3) {
			groups = append(groups, data.UnitState{ParentID: branch.UnitID, Kind: "tổ", Name: fmt.Sprint(n + 1)})
		}
	}
	if err := addUnits(d.tx, data.Group, groups); err != nil {
		return err
	}
	var b batch
	b.add(d.cadre(u.Name, 1970, 1990, d.date(2000, 2016)), d.post(u.ID, "CT-XA", d.date(2021, 2021)))
	b.add(d.cadre(u.Name, 1972, 1995, d.maybeDate(70, 2008, 2019)), d.post(u.ID, "PCT-XA", d.date(2021, 2022)))
	for _, branch := range branches {
		d.branchHead(&b, u, branch.UnitID)
		b.add(d.cadre(u.Name, 1962, 1996, d.maybeDate(12, 2005, 2022)), d.post(branch.UnitID, "CHP", d.date(2019, 2022)))
	}
	for _, group := range groups {
		b.add(d.cadre(u.Name, 1958, 1995, d.maybeDate(7, 2000, 2022)), d.post(group.UnitID, "TT", d.date(2018, 2022)))
	}
	if err := d.store(&b); err != nil {
		return err
	}
	return d.communeFacts(u, &b)
}

// branchHead fills the post of chi hội trưởng. All are held at 01/2023, the day for which the plan gives the
// share of Party members; later some change hands and a few fall vacant.
func (d *demo) branchHead(b *batch, u data.UnitOn, branch int64) {
	var joined day.Date
	if d.random.IntN(d.headsLeft) < d.membersLeft {
		joined = d.date(2001, 2021)
		d.membersLeft--
	} else if d.chance(9) { // admitted since, as the plan asks
		joined = day.Of(2023+d.random.IntN(3), 2+d.random.IntN(10), 3)
	}
	d.headsLeft--
	post := d.post(branch, "CHT", d.date(2019, 2022))
	switch n := d.random.IntN(1000); {
	case n < 15:
		post.EndedOn, post.Reason = day.Of(2024+d.random.IntN(2), 1+d.random.IntN(12), 28), d.leaving[d.random.IntN(4)]
	case n < 70:
		// Not before February 2023, so that the heads of 31/01/2023 are those with the counted share.
		post.EndedOn, post.Reason = day.Of(2023+d.random.IntN(3), 2+d.random.IntN(11), 28), d.leaving[d.random.IntN(4)]
		next := d.post(branch, "CHT", post.EndedOn.AddDays(1))
		next.Manner = "bầu bổ sung"
		b.add(d.cadre(u.Name, 1975, 1998, d.maybeDate(25, 2012, 2022)), next)
	}
	b.add(d.cadre(u.Name, 1962, 1994, joined), post)
}

func (d *demo) post(unit int64, position string, from day.Date) data.Appointment {
	return data.Appointment{UnitID: unit, PositionID: d.positions[position], TermID: d.term, Manner: "bầu", StartedOn: from}
}

func (d *demo) chance(percent int) bool { return d.random.IntN(100) < percent }

// date invents a day, half of the time known only by month or year, from one year to another.
func (d *demo) date(from, to int) day.Date {
	date := day.Of(from+d.random.IntN(to-from+1), 1+d.random.IntN(12), 1+d.random.IntN(28))
	switch d.random.IntN(8) {
	case 0:
		date.Day, date.Month = 0, 0
	case 1, 2, 3:
		date.Day = 0
	}
	return date
}

func (d *demo) maybeDate(percent, from, to int) day.Date {
	if !d.chance(percent) {
		return day.Date{}
	}
	return d.date(from, to)
}

// inspections notes the visits that took place until demoUntil.
func (d *demo) inspections() error {
	terms, err := d.tx.Terms(d.ctx)
	if err != nil {
		return err
	}
	forms, err := d.tx.Checklists(d.ctx)
	if err != nil {
		return err
	}
	d.form = forms[0].ID
	if d.items, err = d.tx.ChecklistItems(d.ctx, d.form); err != nil {
		return err
	}
	units, err := d.tx.UnitsOn(d.ctx, demoUntil, data.UnitQuery{Levels: InspectedLevels})
	if err != nil {
		return err
	}
	levels := map[int64]data.Level{}
	for _, u := range units {
		levels[u.ID] = u.Level
	}
	for _, term := range terms {
		rounds, err := d.tx.Rounds(d.ctx, term.ID)
		if err != nil {
			return err
		}
		for _, r := range rounds {
			visits, err := d.tx.Visits(d.ctx, []int64{r.ID})
			if err != nil {
				return err
			}
			var all demoInspections
			held := map[int64]data.Visit{}
			for _, v := range visits {
				if v.DoneOn = d.heldOn(r, v); v.DoneOn.IsZero() {
					continue
				}
				if d.chance(35) {
					v.Note = demoNotes[d.random.IntN(len(demoNotes))]
				}
				d.lookInto(&v, levels[v.UnitID], &all)
				if err := d.tx.Update(&v); err != nil {
					return err
				}
				if err := d.send(v, d.random); err != nil {
					return err
				}
				held[v.ID] = v
			}
			if err := d.storeInspections(&all, held); err != nil {
				return err
			}
		}
	}
	return nil
}

// heldOn invents the day on which a visit of a round was held, zero when it was not.
func (d *demo) heldOn(r data.Round, v data.Visit) day.Date {
	done := v.PlannedOn.AddDays(d.random.IntN(6) - 1)
	if done.Before(r.PeriodFrom) {
		done = v.PlannedOn
	}
	missed := 1
	if r.DueOn.AddMonths(6).After(demoUntil) { // the latest rounds are not over yet
		missed = 5
	}
	if done.After(demoUntil) || d.chance(missed) {
		return day.Date{}
	}
	return done
}

// send gives a visit its team.
func (d *demo) send(v data.Visit, by *rand.Rand) error {
	staff := d.staff[v.InspectorID]
	order := by.Perm(min(len(staff), 5))
	for i, at := range order[:min(len(order), 2+by.IntN(2))] {
		m := data.VisitMember{VisitID: v.ID, CadreID: staff[at], Role: data.Member}
		switch {
		case i == 0:
			m.Role = data.Leader
		case i == 2:
			m.Role = data.Secretary
		}
		if err := d.tx.Insert(&m); err != nil {
			return err
		}
	}
	return nil
}
