package data

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindCadre is the kind of Cadre records.
const KindCadre Kind = "cadre"

// Cadre is a person who holds or held a post of the Union (fields after Mẫu 2C-BNV/2008). Ethnic, Religion, Circumstances and what
// concerns the Party are sensitive personal data (Nghị định 356/2025/NĐ-CP). Health and family are not kept.
type Cadre struct {
	Base
	FullName    string
	Alias       string // tên gọi khác
	Birth       day.Date
	Female      bool
	BirthPlace  string
	NativePlace string
	Ethnic      string
	Religion    string
	Household   string // nơi đăng ký thường trú
	Residence   string
	CitizenID   string // số định danh; never a picture of the card
	CitizenIDOn day.Date
	Insurance   string // số sổ bảo hiểm xã hội
	Phone       string
	Zalo        string

	Education       string // trình độ học vấn: "12/12"
	Degree          string // highest degree: "Đại học"
	Specialty       string // chuyên ngành: "Sư phạm"
	Politics        string // lý luận chính trị: "Sơ cấp", "Trung cấp", "Cao cấp", "Cử nhân"
	StateManagement string // quản lý nhà nước
	Languages       string
	Informatics     string
	SoftwareSkill   string // mức thành thạo phần mềm (plan 77/KH-BCH, III.1)

	PartyProbationOn day.Date
	PartyOfficialOn  day.Date
	PartyCard        string
	PartyCell        string // chi bộ sinh hoạt
	PartyPost        string // chức vụ Đảng, cấp ủy

	UnionSince      day.Date // công tác Hội từ
	MemberSince     day.Date // vào Hội
	FullTime        string   // "chuyên trách", "không chuyên trách"
	OtherPosts      string   // kiêm nhiệm ở thôn, xóm
	Councillor      string   // đại biểu Hội đồng nhân dân các cấp
	OtherBodies     string   // thành viên tổ chức, đoàn thể khác
	RetiredOfficial bool     // cán bộ, công chức nghỉ hưu
	Circumstances   string   // hoàn cảnh: gia đình chính sách, hộ nghèo

	// LeftOn is when she left the work of the Union for good, with the reason; zero while she is in it.
	LeftOn     day.Date
	LeftReason string
	// ConsentOn is when she agreed to the use of her data, and how (Luật 91/2025/QH15); zero: not asked yet.
	ConsentOn     day.Date
	ConsentManner string
	// AnonymisedOn is when her data were erased on request; the record stays for the counts.
	AnonymisedOn day.Date
	// MergedInto is the record in which this one, a duplicate in the recycle bin, went up.
	MergedInto int64 `gorm:"serializer:zeronull"`

	Note      string
	SearchKey string `json:"-"`
	SortKey   string `json:"-"`
}

func (*Cadre) kind() Kind { return KindCadre }
func (c *Cadre) prepare() error {
	for _, text := range []*string{
		&c.FullName, &c.Alias, &c.BirthPlace, &c.NativePlace, &c.Ethnic, &c.Religion, &c.Household, &c.Residence, &c.CitizenID, &c.Insurance, &c.Phone, &c.Zalo,
		&c.Education, &c.Degree, &c.Specialty, &c.Politics, &c.StateManagement, &c.Languages, &c.Informatics, &c.SoftwareSkill,
		&c.PartyCard, &c.PartyCell, &c.PartyPost, &c.FullTime, &c.OtherPosts, &c.Councillor, &c.OtherBodies, &c.Circumstances, &c.LeftReason, &c.ConsentManner,
	} {
		*text = vietnamese.Clean(*text)
	}
	c.Note = vietnamese.CleanLines(c.Note)
	c.SearchKey, c.SortKey = cadreSearchKey(c.FullName, c.Alias), vietnamese.NameSortKey(c.FullName)
	switch {
	case c.SearchKey == "": // a name without any letter could not be found again either
		return Faultf(nil, "Cán bộ chưa có họ và tên; hãy gõ họ và tên.")
	case !c.PartyOfficialOn.IsZero() && c.PartyOfficialOn.Before(c.PartyProbationOn):
		return Faultf(nil, "Ngày vào Đảng chính thức %s sớm hơn ngày dự bị %s; hãy sửa lại ngày.", c.PartyOfficialOn, c.PartyProbationOn)
	case !c.LeftOn.IsZero() && c.LeftReason == "":
		return Faultf(nil, "“%s” thôi công tác Hội nhưng chưa có lý do; hãy chọn lý do.", c.FullName)
	}
	return nil
}

// IsPartyMember tells whether she is in the Party on a day, probation included.
func (c Cadre) IsPartyMember(on day.Date) bool {
	joined := c.PartyProbationOn
	if joined.IsZero() {
		joined = c.PartyOfficialOn
	}
	return !joined.IsZero() && !joined.After(on)
}

// Serving says which cadres a list holds, by the posts they have on its day.
type Serving int

// The choices of Serving.
const (
	ServingNow Serving = iota // with a post
	ServingNot                // without one: left, or not yet placed
	ServingAny
)

// CadreSort names an order of the cadre list.
type CadreSort string

// The orders of the cadre list. By name is the Vietnamese one: given name first.
const (
	SortByName     CadreSort = "name"
	SortByBirth    CadreSort = "birth"
	SortByParty    CadreSort = "party"
	SortByPosition CadreSort = "position"
	SortByUnit     CadreSort = "unit"
)

// CadreQuery narrows and orders the cadre list; zero fields do not narrow.
type CadreQuery struct {
	On day.Date `json:"-"`
	// Text is matched by the beginnings of words, without tone marks.
	Text string
	// Unit keeps those with a post in the unit or below it; Position those with the post. Both look at the posts held on
	// On, or with ServingNot and ServingAny at the posts of all times.
	Unit     int64
	Position int64
	Serving  Serving
	// Party keeps members (true) or others (false) as of On.
	Party *bool
	// Waiting keeps those whose post a reorganisation ended and who have none on On, Left those who left the Union by On. Both
	// look past Serving as it is by default.
	Waiting, Left bool
	NeverTrained  bool
	HasAllowance  bool // on On
	// RatedLevel and RatedYear keep those with a rating of that level, of that year, or both.
	RatedLevel int64
	RatedYear  int
	// NotRatedIn keeps those without a rating as cadres in a year.
	NotRatedIn                 int
	FullTime, Politics, Degree string // words of the catalogues
	RetiredOfficial            bool
	InOtherBodies              bool
	MissingData                bool // no birth or no phone
	// AgeFrom and AgeTo are full years on On, both included; 0 is no bound.
	AgeFrom, AgeTo int

	Sort       CadreSort
	Descending bool
	// AnyOrder lists a name that thousands bear as it comes, which is at once; sorting them would take longer than a keystroke.
	AnyOrder      bool `json:"-"`
	Limit, Offset int  `json:"-"`
}

// partyJoined is the day a cadre joined the Party.
const partyJoined = "coalesce(c.party_probation_on, c.party_official_on)"

var appointmentHeld = "a.deleted_at IS NULL AND " + held("a.started_on", "a.ended_on")

// matching says how a query finds names.
type matching int

const (
	bySearch   matching = iota // collect all hits of the full-text search, then sort
	byWalking                  // walk the sorted index and look at each name
	byStream                   // take the hits of the full-text search as they come; the table is streamedNames
	withoutOne                 // no text
)

// conditions applies the query to cadres c.
func (q CadreQuery) conditions(db *gorm.DB, how matching) *gorm.DB {
	db = db.Where("c.deleted_at IS NULL")
	on := q.On.ISO()
	switch how {
	case byWalking:
		for _, pattern := range likePatterns(q.Text) {
			db = db.Where("' ' || c.search_key LIKE ?", pattern)
		}
	case bySearch:
		db = db.Where(cadreNameMatch, prefixQuery(q.Text))
	}
	if q.Party != nil {
		if *q.Party {
			db = db.Where(partyJoined+" <= ?", on)
		} else {
			db = db.Where("("+partyJoined+" IS NULL OR "+partyJoined+" > ?)", on)
		}
	}
	db = q.further(db)
	serving := q.serving()
	if q.Waiting {
		q.Unit = 0 // it says where the post was that is gone
	}
	holds := "EXISTS (SELECT 1 FROM appointments a WHERE a.cadre_id = c.id AND " + appointmentHeld + ")"
	if q.Unit != 0 || q.Position != 0 {
		where, args := appointmentHeld, []any{on, on}
		if serving != ServingNow { // those who ever had the post
			where, args = "a.deleted_at IS NULL", nil
		}
		if serving == ServingNot {
			db = db.Where("NOT "+holds, on, on)
		}
		if q.Unit != 0 {
			where += " AND a.unit_id IN (" + subtree + "SELECT id FROM subtree)"
			args = append(args, subtreeArgs(q.Unit, q.On)...)
		}
		if q.Position != 0 {
			where += " AND a.position_id = ?"
			args = append(args, q.Position)
		}
		return db.Where("c.id IN (SELECT a.cadre_id FROM appointments a WHERE "+where+")", args...)
	}
	switch serving {
	case ServingNow:
		db = db.Where(holds, on, on)
	case ServingNot:
		db = db.Where("NOT "+holds, on, on)
	}
	return db
}

// order gives the ORDER BY terms; id last, so that pages never overlap.
func (q CadreQuery) order() (string, []any) {
	direction := ""
	if q.Descending {
		direction = " DESC"
	}
	on := q.On.ISO()
	switch q.Sort {
	case SortByBirth:
		return "c.birth" + direction + ", c.sort_key, c.id", nil
	case SortByParty:
		return partyJoined + direction + ", c.sort_key, c.id", nil
	case SortByPosition:
		return "(SELECT min(p.rank) FROM appointments a JOIN positions p ON p.id = a.position_id WHERE a.cadre_id = c.id AND " + appointmentHeld + ")" + direction + ", c.sort_key, c.id", []any{on, on}
	case SortByUnit:
		return "(SELECT min(s.sort_key) FROM appointments a JOIN unit_states s ON s.unit_id = a.unit_id WHERE a.cadre_id = c.id AND " + appointmentHeld + ")" + direction + ", c.sort_key, c.id", []any{on, on}
	}
	return "c.sort_key" + direction + ", c.id" + direction, nil
}

// Which way to the first page of a name is short depends on how many bear it. Measured at a million cadres, a hit
// costs some 5 µs to fetch and sort, a step along the sorted index 2 µs.
const (
	rareName   = 3000  // fewer hits are sorted
	commonName = 40000 // from so many on, only walking is bearable
	// walkFirst is how far to walk for a name in between: given names stand together in the index, so that the
	// hits may all lie at its end.
	walkFirst = 25000
)

// Cadres lists a page of cadres. Sort is kept for equal keys by Vietnamese name order.
func (r Reader) Cadres(ctx context.Context, q CadreQuery) ([]Cadre, error) {
	q.Text = strings.TrimSpace(q.Text)
	if q.Text == "" {
		return r.cadres(ctx, q, withoutOne, 0)
	}
	if (q.Sort != "" && q.Sort != SortByName) || q.Unit != 0 || q.Position != 0 || len(likePatterns(q.Text)) == 0 {
		return r.cadres(ctx, q, bySearch, 0)
	}
	var hits int
	if err := r.db.WithContext(ctx).Raw(countNameMatches, prefixQuery(q.Text), commonName).Scan(&hits).Error; err != nil {
		return nil, r.fail(err, "count names %q", q.Text)
	}
	if hits < rareName {
		return r.cadres(ctx, q, bySearch, 0)
	}
	if q.AnyOrder {
		var cadres []Cadre
		err := q.conditions(r.db.WithContext(ctx).Table(streamedNames, prefixQuery(q.Text)), byStream).Select("c.*").Limit(q.Limit).Find(&cadres).Error
		return cadres, r.fail(err, "first cadres %q", q.Text)
	}
	if q.Limit > 0 {
		page, err := r.cadres(ctx, q, byWalking, walkFirst)
		if err != nil || len(page) == q.Limit {
			return page, err
		}
	}
	if hits < commonName {
		return r.cadres(ctx, q, bySearch, 0)
	}
	return r.cadres(ctx, q, byWalking, 0)
}

// cadres lists a page, looking only at the first cadres of the order when first is not 0.
func (r Reader) cadres(ctx context.Context, q CadreQuery, how matching, first int) ([]Cadre, error) {
	order, args := q.order()
	table := r.db.WithContext(ctx).Table("cadres c")
	if first > 0 {
		table = r.db.WithContext(ctx).Table("(SELECT * FROM cadres c ORDER BY "+order+" LIMIT ?) AS c", append(args, first)...)
	}
	db := q.conditions(table, how).Select("c.*").
		Order(clause.OrderBy{Expression: clause.Expr{SQL: order, Vars: args}}) // Order drops a plain gorm.Expr in silence
	if q.Limit > 0 {
		db = db.Limit(q.Limit).Offset(q.Offset)
	}
	var cadres []Cadre
	return cadres, r.fail(db.Find(&cadres).Error, "list cadres")
}

// CountCadres counts the cadres that a query lists, at most limit; limit 0 counts all.
func (r Reader) CountCadres(ctx context.Context, q CadreQuery, limit int) (int, error) {
	q.Text = strings.TrimSpace(q.Text)
	how, table := withoutOne, r.db.WithContext(ctx).Table("cadres c")
	if q.Text != "" {
		how, table = byStream, r.db.WithContext(ctx).Table(streamedNames, prefixQuery(q.Text))
	}
	inner := q.conditions(table, how).Select("1 AS hit")
	if limit > 0 {
		inner = inner.Limit(limit)
	}
	var n int
	err := r.db.WithContext(ctx).Table("(?) AS hits", inner).Select("count(*)").Scan(&n).Error
	return n, r.fail(err, "count cadres")
}

// Cadre returns one cadre; ErrNotFound when she is not there.
func (r Reader) Cadre(ctx context.Context, id int64) (Cadre, error) { return take[Cadre](ctx, r, id) }

// EachCadre calls do for every cadre in order of id, a page at a time, so that a million do not lie in memory.
func (r Reader) EachCadre(ctx context.Context, do func([]Cadre) error) error {
	return each(ctx, r, func(c Cadre) int64 { return c.ID }, do)
}

// each walks the live records of a model in order of id, a page at a time.
func each[R any](ctx context.Context, r Reader, id func(R) int64, do func([]R) error) error {
	const page = 2000
	for last := int64(0); ; {
		var records []R
		err := r.db.WithContext(ctx).Where("id > ? AND deleted_at IS NULL", last).Order("id").Limit(page).Find(&records).Error
		if err != nil {
			return r.fail(err, "walk %T after %d", records, last)
		}
		if len(records) == 0 {
			return nil
		}
		if err := do(records); err != nil {
			return fmt.Errorf("walk %T after %d: %w", records, last, err)
		}
		last = id(records[len(records)-1])
	}
}

// CadresByID returns some cadres by their ids; those that are gone are left out.
func (r Reader) CadresByID(ctx context.Context, ids []int64) (map[int64]Cadre, error) {
	var cadres []Cadre
	err := r.db.WithContext(ctx).Where("id IN ? AND deleted_at IS NULL", ids).Find(&cadres).Error
	byID := make(map[int64]Cadre, len(cadres))
	for _, c := range cadres {
		byID[c.ID] = c
	}
	return byID, r.fail(err, "cadres by id")
}
