package data

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"cosohoi/data/day"
)

// Source names a sort of record that a measure counts.
type Source string

// The sorts of records. Those of cadres are counted where the cadre holds a post.
const (
	CountModels        Source = "model"
	CountPairs         Source = "pair"
	CountActivities    Source = "activity"
	CountMeetings      Source = "meeting"
	CountNews          Source = "news_item"
	CountProposals     Source = "proposal"
	CountCoordinations Source = "coordination"
	CountUnitAwards    Source = "unit_award"
	CountExamples      Source = "good_example"
	CountUnitRatings   Source = "unit_rating"
	CountPapers        Source = "received_paper"
	CountTasks         Source = "task_report"
	CountVisits        Source = "visit"
	CountTrips         Source = "trip"
	CountPosts         Source = "appointment"
	CountMembers       Source = "party_member" // is in the Party
	CountAdmissions    Source = "admission"    // was admitted
	CountPartySteps    Source = "party_step"
	CountAllowances    Source = "allowance"
	CountCourses       Source = "attendance"
	CountRatings       Source = "cadre_rating"
	CountCadreAwards   Source = "cadre_award"
)

// Field names what a condition of a measure looks at.
type Field string

// Condition keeps the records whose field has one of some values or, for a number, is at least as large.
type Condition struct {
	Field   Field
	Is      []string `json:",omitempty"`
	AtLeast float64  `json:",omitempty"`
}

// Count is what is counted: records of a source that meet all conditions or, with Sum, the total of a number of theirs.
type Count struct {
	Source Source
	Where  []Condition `json:",omitempty"`
	Sum    Field       `json:",omitempty"`
}

// Span is the time of a measure: what holds is counted on the last day, what happened from the first to the last.
type Span struct{ From, On day.Date }

// counted describes the table of a source, under alias r.
type counted struct {
	table string
	joins string
	unit  string // "" where the record belongs to a cadre
	cadre string // "" where it belongs to a unit
	// on is the day of what happened; or from and to those of what holds.
	on, from, to string
	only         string           // a condition without which a record does not count at all
	fields       map[Field]string // columns, or with values the conditions that they stand for
	values       map[Field]map[string]string
}

// lastReview is a value of the latest review of model r by the last day and not before another.
func lastReview(value, since string) string {
	return "(SELECT v." + value + " FROM model_reviews v WHERE v.model_id = r.id AND v.deleted_at IS NULL AND v.reviewed_on <= @on AND v.reviewed_on >= substr(" + since + ", 1, length(v.reviewed_on)) ORDER BY v.reviewed_on DESC, v.id DESC LIMIT 1) = 1"
}

// The fields of sources, and the values of those that are no column.
const (
	FieldKind         Field = "kind"
	FieldReview       Field = "review"
	FieldPairs        Field = "pairs"
	FieldPilot        Field = "pilot"
	FieldMembers      Field = "members"
	FieldOccasion     Field = "occasion"
	FieldParticipants Field = "participants"
	FieldPartners     Field = "partners"
	FieldLeader       Field = "leader"
	FieldContent      Field = "content"
	FieldOutcome      Field = "outcome"
	FieldMoney        Field = "money"
	FieldLevel        Field = "level"
	FieldState        Field = "state"
	FieldPost         Field = "post"
	FieldStep         Field = "step"
	FieldAmount       Field = "amount"
	FieldSubject      Field = "subject"

	ReviewedThisYear  = "year"     // found effective by the latest review, made in the year of the day
	ReviewedIn12      = "months12" // … made in the twelve months before the day
	ReviewedEver      = "ever"     // … whenever that was
	ReviewedAllPoints = "complete" // all points of the checklist met at the latest review
	Yes               = "yes"
)

const (
	rHeld    = "r.deleted_at IS NULL"
	ofPost   = "JOIN positions p ON p.id = r.position_id"
	ofCourse = "JOIN courses k ON k.id = r.course_id AND k.deleted_at IS NULL"
)

var countedSources = map[Source]counted{
	CountModels: {table: "models", joins: "JOIN model_kinds k ON k.id = r.kind_id", unit: "r.unit_id", from: "r.started_on", to: "r.ended_on",
		fields: map[Field]string{FieldKind: "k.code", FieldMembers: "r.members"}, values: map[Field]map[string]string{
			FieldPilot: {Yes: "r.pilot = 1"},
			FieldReview: {ReviewedThisYear: lastReview("effective", "substr(@on, 1, 4)"), ReviewedIn12: lastReview("effective", "@year_ago"), ReviewedEver: lastReview("effective", "''"),
				ReviewedAllPoints: lastReview("complete", "''")},
			FieldPairs: {Yes: "EXISTS (SELECT 1 FROM pairs q WHERE q.model_id = r.id AND q.deleted_at IS NULL AND q.started_on <= @on AND (q.ended_on IS NULL OR q.ended_on >= substr(@on, 1, length(q.ended_on))))"},
		}},
	CountPairs: {table: "pairs", joins: "JOIN models m ON m.id = r.model_id AND m.deleted_at IS NULL AND m.started_on <= @on AND (m.ended_on IS NULL OR m.ended_on >= substr(@on, 1, length(m.ended_on))) JOIN pair_kinds k ON k.id = r.kind_id",
		unit: "m.unit_id", from: "r.started_on", to: "r.ended_on", fields: map[Field]string{FieldKind: "k.code"}},
	CountActivities: {table: "activities", unit: "r.unit_id", on: "r.held_on", fields: map[Field]string{FieldKind: "r.kind", FieldOccasion: "r.occasion", FieldParticipants: "r.participants"},
		values: map[Field]map[string]string{FieldPartners: {Yes: "r.partners <> ''"}}},
	CountMeetings: {table: "meetings", unit: "r.unit_id", on: "r.held_on", fields: map[Field]string{FieldLeader: "r.leader", FieldParticipants: "r.present"}},
	CountNews:     {table: "news_items", unit: "r.unit_id", on: "r.published_on", fields: map[Field]string{FieldKind: "r.kind"}},
	CountProposals: {table: "proposals", unit: "r.unit_id", on: "r.proposed_on",
		fields: map[Field]string{FieldContent: "r.content", FieldOutcome: "r.outcome", FieldMoney: "r.money"}},
	CountCoordinations: {table: "coordinations", unit: "r.unit_id", from: "r.signed_on", to: "r.ends_on"},
	CountUnitAwards:    {table: "unit_awards", unit: "r.unit_id", on: "r.granted_on"},
	CountExamples:      {table: "good_examples", unit: "r.unit_id", on: "r.recognised_on", fields: map[Field]string{FieldSubject: "r.field"}},
	CountUnitRatings: {table: "unit_ratings", joins: "JOIN rating_levels l ON l.id = r.level_id", unit: "r.unit_id", on: "CAST(r.year AS TEXT)",
		fields: map[Field]string{FieldLevel: "l.short"}},
	CountPapers:     {table: "received_papers", unit: "r.unit_id", on: "r.received_on", fields: map[Field]string{FieldKind: "r.kind"}},
	CountTasks:      {table: "task_reports", joins: "JOIN plan_tasks k ON k.id = r.task_id", unit: "r.unit_id", on: "r.reported_on", fields: map[Field]string{FieldState: "r.state", FieldSubject: "k.code"}},
	CountVisits:     {table: "visits", unit: "r.unit_id", on: "r.done_on", only: "r.origin <> 'recheck' AND r.halt <> 'cancelled'"},
	CountTrips:      {table: "trips", unit: "r.unit_id", on: "r.made_on"},
	CountPosts:      {table: "appointments", joins: ofPost, unit: "r.unit_id", cadre: "r.cadre_id", from: "r.started_on", to: "r.ended_on", fields: map[Field]string{FieldPost: "p.code"}},
	CountMembers:    {table: "cadres", cadre: "r.id", from: "coalesce(r.party_probation_on, r.party_official_on, '9999')", to: "NULL"},
	CountAdmissions: {table: "cadres", cadre: "r.id", on: "coalesce(r.party_probation_on, r.party_official_on)"},
	CountPartySteps: {table: "party_steps", cadre: "r.cadre_id", on: "r.taken_on", fields: map[Field]string{FieldStep: "r.step"}},
	CountAllowances: {table: "allowances", cadre: "r.cadre_id", from: "r.from_month", to: "r.to_month", fields: map[Field]string{FieldAmount: "r.amount"}},
	CountCourses:    {table: "attendances", joins: ofCourse, cadre: "r.cadre_id", on: "k.started_on", fields: map[Field]string{FieldSubject: "k.subject"}},
	CountRatings: {table: "cadre_ratings", joins: "JOIN rating_levels l ON l.id = r.level_id", cadre: "r.cadre_id", on: "CAST(r.year AS TEXT)",
		fields: map[Field]string{FieldLevel: "l.short"}},
	CountCadreAwards: {table: "cadre_awards", cadre: "r.cadre_id", on: "r.granted_on"},
}

// OfCadre tells whether the records of a source belong to a cadre; posts do, and to a unit, too.
func (s Source) OfCadre() bool { return countedSources[s].cadre != "" }

// OfUnit tells whether the records of a source belong to a unit.
func (s Source) OfUnit() bool { return countedSources[s].unit != "" }

// Holds tells whether the records of a source hold for some time; the others happened on a day.
func (s Source) Holds() bool { return countedSources[s].from != "" }

// measuring builds the conditions of one count with its arguments, which are named a0, a1, ….
type measuring struct {
	args map[string]any
}

func newMeasuring(s Span) *measuring {
	return &measuring{map[string]any{"on": s.On.ISO(), "from": s.From.ISO(), "year_ago": s.On.AddMonths(-12).AddDays(1).ISO()}}
}

func (m *measuring) arg(value any) string {
	name := fmt.Sprintf("a%d", len(m.args))
	m.args[name] = value
	return "@" + name
}

// rows gives the tables and the condition that picks the counted records. What holds is looked at on the day at, an expression.
func (m *measuring) rows(c Count, at string) (from, where string, src counted, err error) {
	src, known := countedSources[c.Source]
	if !known {
		return "", "", src, fmt.Errorf("measure: source %q", c.Source)
	}
	parts := []string{rHeld}
	if src.only != "" {
		parts = append(parts, src.only)
	}
	if src.from != "" {
		parts = append(parts, fmt.Sprintf("(%s IS NULL OR %s <= %s)", src.from, src.from, at), fmt.Sprintf("(%s IS NULL OR %s >= substr(%s, 1, length(%s)))", src.to, src.to, at, src.to))
	} else {
		parts = append(parts, fmt.Sprintf("%s >= substr(@from, 1, length(%s)) AND %s <= @on", src.on, src.on, src.on))
	}
	for _, w := range c.Where {
		column, ok := src.fields[w.Field]
		switch values := src.values[w.Field]; {
		case ok && len(w.Is) > 0:
			parts = append(parts, column+" IN "+m.arg(w.Is))
		case ok:
			parts = append(parts, column+" >= "+m.arg(w.AtLeast))
		case values != nil && len(w.Is) > 0:
			either := make([]string, len(w.Is))
			for i, v := range w.Is {
				if either[i] = values[v]; either[i] == "" {
					return "", "", src, fmt.Errorf("measure: %s %s %q", c.Source, w.Field, v)
				}
			}
			parts = append(parts, "("+strings.Join(either, " OR ")+")")
		default:
			return "", "", src, fmt.Errorf("measure: %s has no field %q", c.Source, w.Field)
		}
	}
	return src.table + " r " + src.joins, strings.Join(parts, " AND "), src, nil
}

// CountByUnit counts the records of a span by the unit to which they belong; those of cadres by the unit of their posts on its last day.
func (r Reader) CountByUnit(ctx context.Context, s Span, c Count) (map[int64]int, error) {
	m := newMeasuring(s)
	from, where, src, err := m.rows(c, "@on")
	if err != nil {
		return nil, err
	}
	unit, value := src.unit, "count(*)"
	if unit == "" {
		from += " JOIN appointments a ON a.cadre_id = " + src.cadre + " AND a.deleted_at IS NULL AND (a.started_on IS NULL OR a.started_on <= @on) AND (a.ended_on IS NULL OR a.ended_on >= substr(@on, 1, length(a.ended_on)))"
		unit, value = "a.unit_id", "count(DISTINCT r.id)"
	}
	if c.Sum != "" {
		column, ok := src.fields[c.Sum]
		if !ok {
			return nil, fmt.Errorf("measure: %s has no field %q", c.Source, c.Sum)
		}
		value = "coalesce(sum(" + column + "), 0)"
	}
	rows, err := r.db.WithContext(ctx).Raw("SELECT "+unit+", "+value+" FROM "+from+" WHERE "+where+" GROUP BY 1", m.args).Rows()
	if err != nil {
		return nil, r.fail(err, "count %s by unit", c.Source)
	}
	counts := map[int64]int{}
	err = scanAll(rows, func() error {
		var unit int64
		var n int
		err := rows.Scan(&unit, &n)
		counts[unit] = n
		return err
	})
	return counts, r.fail(err, "count %s by unit", c.Source)
}

// scanAll reads all rows and closes them.
func scanAll(rows *sql.Rows, scan func() error) error {
	defer rows.Close()
	for rows.Next() {
		if err := scan(); err != nil {
			return err
		}
	}
	return rows.Err()
}

// HolderTest is a condition on the cadre who holds a post: Count has at least AtLeast records of hers, or with Not fewer. At the start, what
// holds is looked at on the first day of the span or, for a holder who came later, on her first day in the post.
type HolderTest struct {
	Count
	AtLeast int
	Not     bool
	AtStart bool
}

// Holders are the holders of a post: those of the last day of the span or, with AtStart, of the first. Among keeps those who meet all its
// tests; Meet are the tests that are counted, of which with Any one is enough.
type Holders struct {
	Post    string
	AtStart bool
	Among   []HolderTest
	Meet    []HolderTest
	Any     bool
}

// HolderCount counts the holders of a post in a unit, and those who meet the tests.
type HolderCount struct{ Holders, Meeting int }

// MeasureHolders counts the holders of a post by unit. One who holds the post in two units counts in each.
func (r Reader) MeasureHolders(ctx context.Context, s Span, h Holders) (map[int64]HolderCount, error) {
	m := newMeasuring(s)
	at := "@on"
	if h.AtStart {
		at = "@from"
	}
	test := func(t HolderTest) (string, error) {
		on := "@on"
		if t.AtStart {
			on = "CASE WHEN a.started_on > @from THEN a.started_on ELSE @from END"
		}
		from, where, src, err := m.rows(t.Count, on)
		if err == nil && src.cadre == "" {
			err = fmt.Errorf("measure: %s belongs to no cadre", t.Source)
		}
		if err != nil {
			return "", err
		}
		sql := "EXISTS (SELECT 1 FROM " + from + " WHERE " + src.cadre + " = a.cadre_id AND " + where + ")"
		if t.AtLeast > 1 {
			sql = "(SELECT count(*) FROM " + from + " WHERE " + src.cadre + " = a.cadre_id AND " + where + fmt.Sprintf(") >= %d", t.AtLeast)
		}
		if t.Not {
			sql = "NOT " + sql
		}
		return sql, nil
	}
	tests := func(all []HolderTest, join, none string) (string, error) {
		parts := make([]string, len(all))
		for i, t := range all {
			var err error
			if parts[i], err = test(t); err != nil {
				return "", err
			}
		}
		if len(parts) == 0 {
			return none, nil
		}
		return "(" + strings.Join(parts, join) + ")", nil
	}
	among, err := tests(h.Among, " AND ", "1")
	if err != nil {
		return nil, err
	}
	join := " AND "
	if h.Any {
		join = " OR "
	}
	meet, err := tests(h.Meet, join, "0")
	if err != nil {
		return nil, err
	}
	sql := "SELECT a.unit_id, count(*), coalesce(sum(" + meet + "), 0) FROM appointments a JOIN positions p ON p.id = a.position_id AND p.code = " + m.arg(h.Post) +
		" WHERE a.deleted_at IS NULL AND (a.started_on IS NULL OR a.started_on <= " + at + ") AND (a.ended_on IS NULL OR a.ended_on >= substr(" + at + ", 1, length(a.ended_on))) AND " + among + " GROUP BY 1"
	rows, err := r.db.WithContext(ctx).Raw(sql, m.args).Rows()
	if err != nil {
		return nil, r.fail(err, "count holders of %s", h.Post)
	}
	counts := map[int64]HolderCount{}
	err = scanAll(rows, func() error {
		var unit int64
		var n HolderCount
		err := rows.Scan(&unit, &n.Holders, &n.Meeting)
		counts[unit] = n
		return err
	})
	return counts, r.fail(err, "count holders of %s", h.Post)
}

// Placed is where a unit stands on a day, with what measures ask of it.
type Placed struct {
	ID, Parent          int64
	Level               Level
	Hardship, Religious bool
}

// Placed lists all units of a day with the units above them, and tells for those that ended by merging into one other unit which that is.
func (r Reader) Placed(ctx context.Context, on day.Date) (units []Placed, heirs map[int64]int64, err error) {
	rows, err := r.db.WithContext(ctx).Raw("SELECT u.id, coalesce(s.parent_id, 0), u.level, s.hardship, s.religious FROM unit_states s JOIN units u ON u.id = s.unit_id AND u.deleted_at IS NULL WHERE "+stateHeld, on.ISO(), on.ISO()).Rows()
	if err != nil {
		return nil, nil, r.fail(err, "places of units on %s", on)
	}
	err = scanAll(rows, func() error {
		var p Placed
		err := rows.Scan(&p.ID, &p.Parent, &p.Level, &p.Hardship, &p.Religious)
		units = append(units, p)
		return err
	})
	if err != nil {
		return nil, nil, r.fail(err, "places of units on %s", on)
	}
	rows, err = r.db.WithContext(ctx).Raw(`SELECT l.from_id, min(l.to_id) FROM unit_links l JOIN reorganisations g ON g.id = l.reorganisation_id AND g.deleted_at IS NULL
		WHERE l.deleted_at IS NULL AND l.change = 'merge' AND l.from_id IS NOT NULL AND l.to_id IS NOT NULL AND l.from_id <> l.to_id AND g.happened_on <= ?
		GROUP BY 1 HAVING count(DISTINCT l.to_id) = 1`, on.ISO()).Rows()
	if err != nil {
		return nil, nil, r.fail(err, "heirs of units on %s", on)
	}
	heirs = map[int64]int64{}
	err = scanAll(rows, func() error {
		var from, to int64
		err := rows.Scan(&from, &to)
		heirs[from] = to
		return err
	})
	return units, heirs, r.fail(err, "heirs of units on %s", on)
}

// ReportingUnits lists the units that sent a periodic report of the year of a span, and those of which something of the movement is recorded
// in it: a model that runs, an activity, a meeting, news, a proposal.
func (r Reader) ReportingUnits(ctx context.Context, s Span) (papers, records []int64, err error) {
	db := r.db.WithContext(ctx)
	if err := db.Raw("SELECT DISTINCT unit_id FROM received_papers WHERE deleted_at IS NULL AND kind <> 'plan' AND year = ?", s.On.Year).Scan(&papers).Error; err != nil {
		return nil, nil, r.fail(err, "units that reported")
	}
	const during = " >= substr(@from, 1, length(r.day)) AND r.day <= @on"
	sql := "SELECT unit_id FROM models r WHERE r.deleted_at IS NULL AND r.started_on <= @on AND (r.ended_on IS NULL OR r.ended_on >= substr(@from, 1, length(r.ended_on)))"
	for _, t := range []struct{ table, day string }{{"activities", "held_on"}, {"meetings", "held_on"}, {"news_items", "published_on"}, {"proposals", "proposed_on"}} {
		sql += " UNION SELECT unit_id FROM " + t.table + " r WHERE r.deleted_at IS NULL AND r.day" + during
		sql = strings.ReplaceAll(sql, "r.day", "r."+t.day)
	}
	err = db.Raw(sql, map[string]any{"from": s.From.ISO(), "on": s.On.ISO()}).Scan(&records).Error
	return papers, records, r.fail(err, "units with records of the movement")
}
