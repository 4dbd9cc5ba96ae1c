package app

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// CadreRow is a cadre in a list, with the words that it shows.
type CadreRow struct {
	ID       int64
	Name     string
	Birth    day.Date
	Position string // main post on the day; "" without one
	Unit     string
	Title    string   // both, as papers name them
	Joined   day.Date // the Party, on probation or, not known, officially
	Official bool     // past probation on the day of the list
	Since    day.Date // the main post
	Posts    int      // held on the day
	Phone    string
	Degree   string
	Politics string
	Rating   string // of the year before the day; read for lists only
}

// CadrePage is one page of a list. Matching counts all that the query finds; AtLeast tells that counting
// stopped there. Total counts the serving cadres of the province.
type CadrePage struct {
	Rows            []CadreRow
	Matching, Total int
	AtLeast         bool
}

// countLimit is where counting the hits of a search stops, so that typing stays fluent at a million cadres.
const countLimit = 5000

// Cadres lists one page of cadres.
func (o *Office) Cadres(ctx context.Context, q data.CadreQuery) (CadrePage, error) {
	cadres, err := o.db.Cadres(ctx, q)
	if err != nil {
		return CadrePage{}, err
	}
	var page CadrePage
	if page.Rows, err = o.listRows(ctx, q.On, cadres); err != nil {
		return CadrePage{}, err
	}
	total, err := o.Totals(ctx, q.On)
	if err != nil {
		return CadrePage{}, err
	}
	page.Total = total.Cadres
	switch {
	case q.Offset == 0 && len(cadres) < q.Limit:
		page.Matching = len(cadres)
	case !q.Narrows():
		page.Matching = total.Cadres
	default:
		limit := countLimitOf(q)
		if page.Matching, err = o.db.CountCadres(ctx, q, limit); err != nil {
			return CadrePage{}, err
		}
		page.AtLeast = limit > 0 && page.Matching == limit
	}
	return page, nil
}

// countLimitOf bounds the count of a search by name; other filters are counted to the end, since nobody waits
// for them between two keystrokes.
func countLimitOf(q data.CadreQuery) int {
	if strings.TrimSpace(q.Text) == "" {
		return 0
	}
	return countLimit
}

// listRows are the rows of cadres with all that a list may show.
func (o *Office) listRows(ctx context.Context, on day.Date, cadres []data.Cadre) ([]CadreRow, error) {
	rows, err := o.cadreRows(ctx, on, cadres)
	if err != nil {
		return nil, err
	}
	ratings, err := o.db.RatingNames(ctx, idsOf(cadres), on.Year-1)
	for i := range rows {
		rows[i].Rating = ratings[rows[i].ID]
	}
	return rows, err
}

func (o *Office) cadreRows(ctx context.Context, on day.Date, cadres []data.Cadre) ([]CadreRow, error) {
	ids := make([]int64, len(cadres))
	for i, c := range cadres {
		ids[i] = c.ID
	}
	main := map[int64]data.Post{}
	count := map[int64]int{}
	if len(ids) > 0 {
		posts, err := o.db.Posts(ctx, data.PostQuery{Cadres: ids, On: on})
		if err != nil {
			return nil, err
		}
		for _, p := range posts {
			if count[p.CadreID] == 0 {
				main[p.CadreID] = p
			}
			count[p.CadreID]++
		}
	}
	rows := make([]CadreRow, len(cadres))
	for i, c := range cadres {
		rows[i] = CadreRow{ID: c.ID, Name: c.FullName, Birth: c.Birth, Joined: joinedParty(c, on), Posts: count[c.ID], Phone: c.Phone, Degree: c.Degree, Politics: c.Politics}
		rows[i].Official = !c.PartyOfficialOn.IsZero() && !c.PartyOfficialOn.After(on)
		if p, ok := main[c.ID]; ok {
			rows[i].Position, rows[i].Unit, rows[i].Title, rows[i].Since = p.PositionName, p.UnitLabel(), PostTitle(p), p.StartedOn
		}
	}
	return rows, nil
}

// joinedParty is when a cadre entered the Party, zero when she had not by the day.
func joinedParty(c data.Cadre, on day.Date) day.Date {
	switch {
	case !c.IsPartyMember(on):
		return day.Date{}
	case c.PartyProbationOn.IsZero():
		return c.PartyOfficialOn
	}
	return c.PartyProbationOn
}

// CadreMatch is a cadre found by name, with her main post.
type CadreMatch struct {
	ID   int64
	Name string
	Post string // "Chủ tịch Hội LHPN xã Hải Vân"; "" without one
}

// SearchCadres lists the first serving cadres that match a name; unit keeps those with a post there or below.
func (o *Office) SearchCadres(ctx context.Context, on day.Date, text string, unit int64, limit int) ([]CadreMatch, error) {
	cadres, err := o.db.Cadres(ctx, data.CadreQuery{On: on, Text: text, Unit: unit, Limit: limit})
	if err != nil {
		return nil, err
	}
	rows, err := o.cadreRows(ctx, on, cadres)
	if err != nil {
		return nil, err
	}
	matches := make([]CadreMatch, len(rows))
	for i, r := range rows {
		matches[i] = CadreMatch{r.ID, r.Name, r.Title}
	}
	return matches, nil
}

// PostTitle names a post with its unit as papers do: "Chủ tịch Hội LHPN xã Hải Vân", "Chi hội trưởng xóm 4, xã
// Hải Vân".
func PostTitle(p data.Post) string {
	label := p.UnitLabel()
	switch p.UnitLevel {
	case data.Province, data.District, data.BaseUnit:
		if len(p.Names) > 0 {
			return p.PositionName + " Hội LHPN " + p.Names[0].Kind + " " + p.Names[0].Name
		}
	case data.Affiliate:
		return p.PositionName + " " + label
	}
	_, size := utf8.DecodeRuneInString(label)
	return p.PositionName + " " + strings.ToLower(label[:size]) + label[size:]
}

// StaffOf lists the cadres with a post in a unit itself on a day, by rank, whose names match a text; it is
// meant for the few who work in the office of a unit.
func (o *Office) StaffOf(ctx context.Context, on day.Date, unit int64, text string) ([]CadreMatch, error) {
	posts, err := o.db.Posts(ctx, data.PostQuery{Units: []int64{unit}, On: on})
	if err != nil {
		return nil, err
	}
	staff, err := o.withCadres(ctx, posts)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(vietnamese.SearchKey(text))
	var matches []CadreMatch
	for _, s := range staff {
		key := " " + s.Cadre.SearchKey
		if slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(key, " "+word) }) ||
			slices.ContainsFunc(matches, func(m CadreMatch) bool { return m.ID == s.CadreID }) {
			continue
		}
		matches = append(matches, CadreMatch{s.CadreID, s.Cadre.FullName, PostTitle(s.Post)})
	}
	return matches, nil
}

// CadreFile is the record of a cadre with all her posts, the present ones first.
type CadreFile struct {
	Cadre data.Cadre
	Posts []data.Post
	CadreExtras
}

// CadreFile returns the record of a cadre.
func (o *Office) CadreFile(ctx context.Context, id int64) (CadreFile, error) {
	c, err := o.db.Cadre(ctx, id)
	if err != nil {
		return CadreFile{}, err
	}
	posts, err := o.db.Posts(ctx, data.PostQuery{Cadres: []int64{id}})
	if err != nil {
		return CadreFile{}, err
	}
	var file CadreFile
	file.Cadre = c
	if file.CadreExtras, err = o.CadreExtras(ctx, id); err != nil {
		return CadreFile{}, err
	}
	for _, p := range posts {
		if p.EndedOn.IsZero() {
			file.Posts = append(file.Posts, p)
		}
	}
	for _, p := range posts {
		if !p.EndedOn.IsZero() {
			file.Posts = append(file.Posts, p)
		}
	}
	return file, nil
}

// ShowSensitive returns a record with its sensitive data and notes in the audit that they were asked for (Luật Bảo vệ dữ liệu
// cá nhân 91/2025/QH15, Nghị định 356/2025/NĐ-CP).
func (o *Office) ShowSensitive(ctx context.Context, id int64) (c data.Cadre, err error) {
	_, err = o.db.Write(ctx, "Xem dữ liệu nhạy cảm", func(tx *data.Tx) error {
		if c, err = tx.Cadre(ctx, id); err != nil {
			return err
		}
		return tx.NoteReading(data.KindCadre, id)
	})
	return c, err
}

// LeaveUnion notes that a cadre left the work of the Union for good: her open posts end with it, as one operation.
func (o *Office) LeaveUnion(ctx context.Context, c data.Cadre, on day.Date, reason string) error {
	if on.IsZero() {
		return Problem("Hãy gõ ngày thôi công tác Hội, ví dụ 30/06/2024.")
	}
	_, err := o.db.Write(ctx, "Thôi công tác Hội", func(tx *data.Tx) error {
		if err := learnWord(ctx, tx, "leaving", &reason); err != nil {
			return err
		}
		posts, err := tx.Posts(ctx, data.PostQuery{Cadres: []int64{c.ID}})
		if err != nil {
			return err
		}
		for _, p := range posts {
			if !p.EndedOn.IsZero() && !p.EndedOn.After(on) {
				continue
			}
			p.EndedOn, p.Reason = on, reason
			if err := tx.Update(&p.Appointment); err != nil {
				return err
			}
		}
		c.LeftOn, c.LeftReason = on, reason
		return tx.Update(&c)
	})
	return err
}

// ReturnToUnion takes back that a cadre left; new posts are given to her as to others.
func (o *Office) ReturnToUnion(ctx context.Context, c data.Cadre) error {
	c.LeftOn, c.LeftReason = day.Date{}, ""
	_, err := o.db.Write(ctx, "Trở lại công tác Hội", func(tx *data.Tx) error { return tx.Update(&c) })
	return err
}

var phoneDigits = regexp.MustCompile(`^0\d{9,10}$`)

// CheckPhone tells, in a sentence, what is wrong with a telephone number; nil when it is empty or has the
// 10 digits of a mobile or 11 of a landline number. Blanks, points and +84 are accepted.
func CheckPhone(typed string) error {
	digits := plainPhone(typed)
	switch {
	case digits == "" || phoneDigits.MatchString(digits):
		return nil
	case strings.Trim(digits, "0123456789") != "":
		return Problem("Số điện thoại chỉ gồm chữ số.")
	case digits[0] != '0':
		return Problem("Số điện thoại bắt đầu bằng số 0.")
	}
	return Problem("Số điện thoại cần 10 chữ số. Đang có %d.", len(digits))
}

func plainPhone(typed string) string {
	digits := strings.NewReplacer(" ", "", ".", "", "-", "").Replace(typed)
	if rest, ok := strings.CutPrefix(digits, "+84"); ok {
		digits = "0" + rest
	}
	return digits
}

// CheckBirth tells, in a sentence, what is wrong with a day of birth as of today.
func CheckBirth(birth, today day.Date) error {
	switch {
	case birth.IsZero():
		return nil
	case birth.After(today):
		return Problem("Ngày sinh %s ở tương lai.", birth)
	case birth.Year < today.Year-120:
		return Problem("Năm sinh %d không hợp lý.", birth.Year)
	}
	return nil
}

// checked is a record as it is stored, or what is wrong with it.
func (o *Office) checked(c data.Cadre) (data.Cadre, error) {
	if err := CheckPhone(c.Phone); err != nil {
		return c, err
	}
	c.Phone = plainPhone(c.Phone)
	return c, CheckBirth(c.Birth, o.Today())
}

// SaveCadre stores a new or changed record and, for a new one, her first post when post.UnitID is set.
func (o *Office) SaveCadre(ctx context.Context, c data.Cadre, post data.Appointment) (int64, error) {
	c, err := o.checked(c)
	if err != nil {
		return 0, err
	}
	label := "Sửa hồ sơ cán bộ"
	if c.ID == 0 {
		label = "Thêm cán bộ"
	}
	_, err = o.db.Write(ctx, label, func(tx *data.Tx) error {
		if err := learn(ctx, tx, &c); err != nil {
			return err
		}
		if c.ID != 0 {
			return tx.Update(&c)
		}
		if err := tx.Insert(&c); err != nil {
			return err
		}
		if post.UnitID == 0 {
			return nil
		}
		post.CadreID = c.ID
		return saveAppointment(ctx, tx, post)
	})
	return c.ID, err
}

// AddCadreReplacing stores a new record whose first post is taken over from its holder, as one operation.
func (o *Office) AddCadreReplacing(ctx context.Context, c data.Cadre, post, holder data.Appointment) (int64, error) {
	c, err := o.checked(c)
	if err != nil {
		return 0, err
	}
	_, err = o.db.Write(ctx, "Thêm cán bộ, thay người giữ chức danh", func(tx *data.Tx) error {
		if err := learn(ctx, tx, &c); err != nil {
			return err
		}
		if err := tx.Insert(&c); err != nil {
			return err
		}
		post.CadreID = c.ID
		return replaceHolder(ctx, tx, holder, post)
	})
	return c.ID, err
}

// RemoveCadre puts a record and its posts into the recycle bin. It is refused when she is in the team of a
// visit, whose paper names her.
func (o *Office) RemoveCadre(ctx context.Context, c data.Cadre) error {
	_, err := o.db.Write(ctx, "Xóa hồ sơ cán bộ", func(tx *data.Tx) error {
		teams, err := tx.TeamsOfCadre(ctx, c.ID)
		if err != nil {
			return err
		}
		if teams > 0 {
			return Problem("“%s” có tên trong %d đoàn kiểm tra nên không xóa được; hãy ghi thôi giữ chức danh thay vì xóa.", c.FullName, teams)
		}
		posts, err := tx.Posts(ctx, data.PostQuery{Cadres: []int64{c.ID}})
		if err != nil {
			return err
		}
		for _, p := range posts {
			if err := tx.Remove(&p.Appointment); err != nil {
				return err
			}
		}
		return tx.Remove(&c)
	})
	return err
}
