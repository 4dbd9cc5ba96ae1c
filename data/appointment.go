package data

import (
	"context"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Kinds of the records of this file.
const (
	KindPosition    Kind = "position"
	KindAppointment Kind = "appointment"
)

// Position is a post that units of a level have, such as chi hội trưởng.
type Position struct {
	Base
	Code  string
	Name  string
	Level Level
	// Rank orders the posts of all levels, the highest first; the lowest number of a cadre is her main post.
	Rank int
	// Single posts have at most one holder in a unit.
	Single bool
}

func (*Position) kind() Kind { return KindPosition }
func (p *Position) prepare() error {
	p.Name = vietnamese.Clean(p.Name)
	return nil
}

// Appointment is a post that a cadre holds in a unit from StartedOn to EndedOn, both days included; a zero
// StartedOn is not known, a zero EndedOn still goes on.
type Appointment struct {
	Base
	CadreID    int64
	UnitID     int64
	PositionID int64
	// TermID is 0 for posts without a term.
	TermID int64 `gorm:"serializer:zeronull"`
	// Manner is how she came to it: "bầu", "bầu bổ sung" or "chỉ định".
	Manner    string
	Decision  string
	StartedOn day.Date
	EndedOn   day.Date
	Reason    string
}

func (*Appointment) kind() Kind { return KindAppointment }
func (a *Appointment) prepare() error {
	a.Manner, a.Decision, a.Reason = vietnamese.Clean(a.Manner), vietnamese.Clean(a.Decision), vietnamese.Clean(a.Reason)
	if !a.EndedOn.IsZero() && a.EndedOn.Last().Before(a.StartedOn) {
		return Faultf(nil, "Ngày thôi giữ chức danh %s sớm hơn ngày bắt đầu %s; hãy sửa lại ngày.", a.EndedOn, a.StartedOn)
	}
	return nil
}

// Post is an appointment with the words that a list shows.
type Post struct {
	Appointment
	PositionName string
	Rank         int
	Single       bool
	UnitKind     string
	UnitName     string
	UnitLevel    Level
	// ParentKind and ParentName are of the unit above, "" for the province.
	ParentKind string
	ParentName string
}

// UnitLabel names the unit of the post: "Chi hội xóm 4, xã Hải Vân".
func (p Post) UnitLabel() string {
	label := unitLabel(p.UnitKind, p.UnitName)
	if (p.UnitLevel == Branch || p.UnitLevel == Group || p.UnitLevel == BaseUnit) && p.ParentName != "" {
		label += ", " + p.ParentKind + " " + p.ParentName
	}
	return label
}

// Positions lists all posts by rank.
func (r Reader) Positions(ctx context.Context) ([]Position, error) {
	var positions []Position
	err := r.db.WithContext(ctx).Where("deleted_at IS NULL").Order("rank, id").Find(&positions).Error
	return positions, r.fail(err, "positions")
}

// Appointment returns one appointment.
func (r Reader) Appointment(ctx context.Context, id int64) (Appointment, error) {
	return take[Appointment](ctx, r, id)
}

// PostQuery narrows a list of posts; zero fields do not.
type PostQuery struct {
	Cadres []int64
	Units  []int64
	// On keeps those held on the day; zero lists all, past ones too.
	On day.Date
	// Position keeps one post.
	Position int64
}

// Posts lists posts by rank, the latest first within a rank. Units are named as they were on the last day of the post, or on On.
func (r Reader) Posts(ctx context.Context, q PostQuery) ([]Post, error) {
	// A unit that changed its name has several states; the latest that began by the end of the post names it.
	named := func(alias, unit, until string) string {
		return "LEFT JOIN unit_states " + alias + " ON " + alias + ".id = (SELECT x.id FROM unit_states x WHERE x.unit_id = " + unit + " AND x.deleted_at IS NULL AND (x.valid_from IS NULL OR " + until + " IS NULL OR x.valid_from <= " + until + ") ORDER BY x.valid_from DESC LIMIT 1)"
	}
	until := "a.ended_on"
	args := []any{}
	if !q.On.IsZero() {
		until = "?"
		args = []any{q.On.ISO(), q.On.ISO(), q.On.ISO(), q.On.ISO()}
	}
	joins := "JOIN positions p ON p.id = a.position_id JOIN units u ON u.id = a.unit_id " +
		named("s", "a.unit_id", until) + " " + named("t", "s.parent_id", until)
	db := r.db.WithContext(ctx).Table("appointments a").Joins(joins, args...).
		Select("a.*, p.name AS position_name, p.rank, p.single, u.level AS unit_level, s.kind AS unit_kind, s.name AS unit_name, coalesce(t.kind, '') AS parent_kind, coalesce(t.name, '') AS parent_name").
		Where("a.deleted_at IS NULL").Order("p.rank, a.started_on DESC, a.id")
	if q.Cadres != nil {
		db = db.Where("a.cadre_id IN ?", q.Cadres)
	}
	if q.Units != nil {
		db = db.Where("a.unit_id IN ?", q.Units)
	}
	if q.Position != 0 {
		db = db.Where("a.position_id = ?", q.Position)
	}
	if !q.On.IsZero() {
		db = db.Where(held("a.started_on", "a.ended_on"), q.On.ISO(), q.On.ISO())
	}
	var posts []Post
	return posts, r.fail(db.Find(&posts).Error, "posts")
}

// PostsBelow lists the posts held on a day in a unit and all below it, by unit order and rank.
func (r Reader) PostsBelow(ctx context.Context, on day.Date, unit int64, limit, offset int) ([]Post, error) {
	sql := subtree + `SELECT a.*, p.name AS position_name, p.rank, p.single, u.level AS unit_level, s.kind AS unit_kind, s.name AS unit_name,
		coalesce(t.kind, '') AS parent_kind, coalesce(t.name, '') AS parent_name
		FROM subtree JOIN appointments a ON a.unit_id = subtree.id JOIN positions p ON p.id = a.position_id JOIN units u ON u.id = a.unit_id
		JOIN unit_states s ON s.unit_id = a.unit_id AND ` + stateHeld + `
		LEFT JOIN unit_states t ON t.unit_id = s.parent_id AND ` + held("t.valid_from", "t.valid_to") + ` AND t.deleted_at IS NULL
		WHERE ` + appointmentHeld + ` ORDER BY p.rank, t.sort_key, s.sort_key, a.id LIMIT ? OFFSET ?`
	day := on.ISO()
	args := append(subtreeArgs(unit, on), day, day, day, day, day, day, limit, offset)
	var posts []Post
	return posts, r.fail(r.db.WithContext(ctx).Raw(sql, args...).Find(&posts).Error, "posts below %d", unit)
}

// CountHolders counts, for each of some units, the cadres with a post there on a day; units without are left out.
func (r Reader) CountHolders(ctx context.Context, on day.Date, units []int64) (map[int64]int, error) {
	return r.countBy(ctx, "SELECT a.unit_id AS id, count(DISTINCT a.cadre_id) AS n FROM appointments a WHERE a.unit_id IN ? AND "+appointmentHeld+" GROUP BY a.unit_id", units, on)
}

// Vacant returns which of some units lack, on a day, a holder of a single post of their level: id to post name.
func (r Reader) Vacant(ctx context.Context, on day.Date, units []int64) (map[int64]string, error) {
	var rows []struct {
		ID   int64
		Name string
	}
	err := r.db.WithContext(ctx).Raw(`SELECT u.id, p.name FROM units u JOIN positions p ON p.level = u.level AND p.single AND p.deleted_at IS NULL
		WHERE u.id IN ? AND NOT EXISTS (SELECT 1 FROM appointments a WHERE a.unit_id = u.id AND a.position_id = p.id AND `+appointmentHeld+`)
		ORDER BY p.rank DESC`, units, on.ISO(), on.ISO()).Find(&rows).Error
	vacant := make(map[int64]string, len(rows))
	for _, row := range rows {
		vacant[row.ID] = row.Name
	}
	return vacant, r.fail(err, "vacant posts")
}

// PartyBelow counts the cadres who hold a post in a unit or below it on a day, and the Party members among them.
// position 0 counts all posts.
func (r Reader) PartyBelow(ctx context.Context, on day.Date, unit, position int64) (members, all int, err error) {
	sql := subtree + "SELECT count(*) AS n, coalesce(sum(" + partyJoined + " <= ?), 0) AS members FROM (SELECT DISTINCT a.cadre_id FROM subtree JOIN appointments a ON a.unit_id = subtree.id WHERE " +
		appointmentHeld + " AND (? = 0 OR a.position_id = ?)) AS held JOIN cadres c ON c.id = held.cadre_id WHERE c.deleted_at IS NULL"
	var row struct{ N, Members int }
	args := append(subtreeArgs(unit, on), on.ISO(), on.ISO(), on.ISO(), position, position)
	err = r.db.WithContext(ctx).Raw(sql, args...).Scan(&row).Error
	return row.Members, row.N, r.fail(err, "party members below %d", unit)
}

// PartyOverall is PartyBelow for the whole province, without walking its tree.
func (r Reader) PartyOverall(ctx context.Context, on day.Date) (members, all int, err error) {
	var row struct{ N, Members int }
	err = r.db.WithContext(ctx).Raw("SELECT count(*) AS n, coalesce(sum("+partyJoined+" <= ?), 0) AS members FROM cadres c WHERE c.deleted_at IS NULL AND EXISTS (SELECT 1 FROM appointments a WHERE a.cadre_id = c.id AND "+appointmentHeld+")",
		on.ISO(), on.ISO(), on.ISO()).Scan(&row).Error
	return row.Members, row.N, r.fail(err, "party members")
}

// EachAppointment calls do for every appointment in order of id, a page at a time.
func (r Reader) EachAppointment(ctx context.Context, do func([]Appointment) error) error {
	return each(ctx, r, func(a Appointment) int64 { return a.ID }, do)
}
