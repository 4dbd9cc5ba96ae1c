package data

import (
	"context"
	"unicode"
	"unicode/utf8"

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
	// Bodies are the committees to which the post belongs, between commas: ",bch,btv,tt,".
	Bodies string
}

func (*Position) kind() Kind { return KindPosition }
func (p *Position) prepare() error {
	if p.Name = vietnamese.Clean(p.Name); p.Name == "" {
		return Faultf(nil, "Chức danh chưa có tên; hãy gõ tên, ví dụ “Chi hội trưởng”.")
	}
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
	// ReorganisationID is the reorganisation that ended the post; 0 for the others.
	ReorganisationID int64 `gorm:"serializer:zeronull"`
	// Sector is what a member of a committee stands for (cơ cấu): "lực lượng vũ trang".
	Sector string
}

func (*Appointment) kind() Kind { return KindAppointment }
func (a *Appointment) prepare() error {
	a.Manner, a.Decision, a.Reason, a.Sector = vietnamese.Clean(a.Manner), vietnamese.Clean(a.Decision), vietnamese.Clean(a.Reason), vietnamese.Clean(a.Sector)
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
	UnitLevel    Level
	// Names are the unit of the post and the two units above it, the nearest first, as they were on the day
	// asked for or, for a post that ended, on its last day.
	Names []UnitState `gorm:"-"`
}

// UnitLabel names the unit of the post as lists do: "Xã Hải Vân, huyện Hải Hậu", "Xóm 4, xã Hải Vân",
// "Tổ 2, xóm 4, xã Hải Vân".
func (p Post) UnitLabel() string {
	if len(p.Names) == 0 {
		return ""
	}
	label := p.Names[0].Label()
	above := map[Level]int{BaseUnit: 1, Branch: 1, Group: 2}[p.UnitLevel]
	if p.UnitLevel == Branch {
		label = vietnamese.UpperFirst(branchName(p.Names[0]))
	}
	for i := 1; i <= above && i < len(p.Names); i++ {
		name := p.Names[i].Kind + " " + p.Names[i].Name
		if p.UnitLevel == Group && i == 1 {
			name = branchName(p.Names[i])
		}
		label += ", " + name
	}
	return label
}

// branchName leaves out "chi hội" where the name says itself what it is: "xóm 4", but "chi hội 4".
func branchName(s UnitState) string {
	if first, _ := utf8.DecodeRuneInString(s.Name); unicode.IsLower(first) {
		return s.Name
	}
	return s.Kind + " " + s.Name
}

// Positions lists all posts by rank.
func (r Reader) Positions(ctx context.Context) ([]Position, error) {
	var positions []Position
	err := r.db.WithContext(ctx).Where("deleted_at IS NULL").Order("rank, id").Find(&positions).Error
	return positions, r.fail(err, "positions")
}

// CountPositionUses counts how often a post was given to a cadre or planned for one, now and before.
func (r Reader) CountPositionUses(ctx context.Context, position int64) (int, error) {
	var n int
	err := r.db.WithContext(ctx).Raw(`SELECT (SELECT count(*) FROM appointments WHERE position_id = ? AND deleted_at IS NULL)
		+ (SELECT count(*) FROM successions WHERE position_id = ? AND deleted_at IS NULL)`, position, position).Scan(&n).Error
	return n, r.fail(err, "count uses of position %d", position)
}

// CountShared counts the units in which two cadres hold a post at the same time.
func (r Reader) CountShared(ctx context.Context, position int64) (int, error) {
	var n int
	err := r.db.WithContext(ctx).Raw(`SELECT count(DISTINCT a.unit_id) FROM appointments a
		JOIN appointments b ON b.unit_id = a.unit_id AND b.position_id = a.position_id AND b.id > a.id AND b.deleted_at IS NULL
		WHERE a.position_id = ? AND a.deleted_at IS NULL AND `+startsBy("b.started_on", "a.ended_on")+" AND "+startsBy("a.started_on", "b.ended_on"), position).Scan(&n).Error
	return n, r.fail(err, "count units that share position %d", position)
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

// Posts lists posts by rank, the latest first within a rank.
func (r Reader) Posts(ctx context.Context, q PostQuery) ([]Post, error) {
	db := r.db.WithContext(ctx).Table("appointments a").Select(postColumns).
		Joins("JOIN positions p ON p.id = a.position_id JOIN units u ON u.id = a.unit_id").
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
	if err := db.Find(&posts).Error; err != nil {
		return nil, r.fail(err, "posts")
	}
	return posts, r.namePosts(ctx, q.On, posts)
}

const postColumns = "a.*, p.name AS position_name, p.rank, p.single, u.level AS unit_level"

// namePosts fills in the names of the units of posts, in three queries for all of them.
func (r Reader) namePosts(ctx context.Context, on day.Date, posts []Post) error {
	const levels = 3 // group, branch, commune
	states := map[int64][]UnitState{}
	next := make([]int64, 0, len(posts))
	for _, p := range posts {
		next = append(next, p.UnitID)
	}
	for range levels {
		var missing []int64
		for _, id := range next {
			if _, known := states[id]; !known && id != 0 {
				states[id] = nil
				missing = append(missing, id)
			}
		}
		if len(missing) == 0 {
			break
		}
		var found []UnitState
		if err := r.db.WithContext(ctx).Where("unit_id IN ? AND deleted_at IS NULL", missing).Order("valid_from").Find(&found).Error; err != nil {
			return r.fail(err, "names of units")
		}
		next = next[:0]
		for _, s := range found {
			states[s.UnitID] = append(states[s.UnitID], s)
			next = append(next, s.ParentID)
		}
	}
	for i := range posts {
		p := &posts[i]
		until := on
		if until.IsZero() {
			until = p.EndedOn.Last()
		}
		for id := p.UnitID; id != 0 && len(p.Names) < levels; {
			s, ok := stateBy(states[id], until)
			if !ok {
				break
			}
			p.Names = append(p.Names, s)
			id = s.ParentID
		}
	}
	return nil
}

// stateBy picks, from states in order of time, the last that began by a day; of none the first. A zero day is
// the end of time.
func stateBy(states []UnitState, on day.Date) (UnitState, bool) {
	if len(states) == 0 {
		return UnitState{}, false
	}
	best := states[0]
	for _, s := range states[1:] {
		if on.IsZero() || !s.ValidFrom.After(on) {
			best = s
		}
	}
	return best, true
}

// PostsBelow lists the posts held on a day in a unit and all below it, by unit order and rank.
func (r Reader) PostsBelow(ctx context.Context, on day.Date, unit int64, limit, offset int) ([]Post, error) {
	sql := subtree + "SELECT " + postColumns + ` FROM subtree JOIN appointments a ON a.unit_id = subtree.id
		JOIN positions p ON p.id = a.position_id JOIN units u ON u.id = a.unit_id
		JOIN unit_states s ON s.unit_id = a.unit_id AND ` + stateHeld + `
		LEFT JOIN unit_states t ON t.unit_id = s.parent_id AND ` + held("t.valid_from", "t.valid_to") + ` AND t.deleted_at IS NULL
		WHERE ` + appointmentHeld + ` ORDER BY p.rank, t.sort_key, s.sort_key, a.id LIMIT ? OFFSET ?`
	day := on.ISO()
	args := append(subtreeArgs(unit, on), day, day, day, day, day, day, limit, offset)
	var posts []Post
	if err := r.db.WithContext(ctx).Raw(sql, args...).Find(&posts).Error; err != nil {
		return nil, r.fail(err, "posts below %d", unit)
	}
	return posts, r.namePosts(ctx, on, posts)
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

// Seat is a post for one person over all units of its level.
type Seat struct {
	PositionID int64
	Name       string
	Level      Level
	Seats      int // units of the level
	Filled     int // of these, with a holder
}

// Seats counts the single posts on a day, by rank; levels without units are left out.
func (r Reader) Seats(ctx context.Context, on day.Date) ([]Seat, error) {
	var seats []Seat
	err := r.db.WithContext(ctx).Raw(`SELECT p.id AS position_id, p.name, p.level, count(*) AS seats,
			sum(CASE WHEN EXISTS (SELECT 1 FROM appointments a WHERE a.unit_id = u.id AND a.position_id = p.id AND `+appointmentHeld+`) THEN 1 ELSE 0 END) AS filled
		FROM positions p JOIN units u ON u.level = p.level AND u.deleted_at IS NULL JOIN unit_states s ON s.unit_id = u.id AND `+stateHeld+`
		WHERE p.single AND p.deleted_at IS NULL GROUP BY p.id, p.name, p.level, p.rank ORDER BY p.rank, p.id`,
		on.ISO(), on.ISO(), on.ISO(), on.ISO()).Scan(&seats).Error
	return seats, r.fail(err, "single posts on %s", on)
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

// EachAppointment calls do for every appointment in order of id, a page at a time.
func (r Reader) EachAppointment(ctx context.Context, do func([]Appointment) error) error {
	return each(ctx, r, func(a Appointment) int64 { return a.ID }, do)
}
