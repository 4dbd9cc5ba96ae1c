package app

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"cosohoi/data"
	"cosohoi/data/day"
)

// counter counts records for a column of the biểu số liệu kỳ. The answer is keyed by the unit in which the records sit.
type counter struct {
	title string // for the list from which the office chooses
	count func(*counting) (map[int64]int64, error)
}

// counters are the sources of counted columns by name. A column whose source is not here is entered until it is.
var counters = map[string]counter{
	"units.base":           {"Cơ sở Hội", countUnits(data.BaseUnit, nil)},
	"units.group":          {"Tổ phụ nữ", countUnits(data.Group, nil)},
	"branches.all":         {"Chi hội", countUnits(data.Branch, nil)},
	"branches.residential": {"Chi hội theo thôn, xóm, tổ dân phố", countUnits(data.Branch, isResidential)},
	"branches.special":     {"Chi hội đặc thù, nghề nghiệp", countUnits(data.Branch, func(name string) bool { return !isResidential(name) })},
	"branches.founded":     {"Chi hội thành lập trong kỳ", func(c *counting) (map[int64]int64, error) { return c.r.BranchesFounded(c.ctx, c.from, c.to) }},
	"branches.dissolved":   {"Chi hội giải thể trong kỳ", func(c *counting) (map[int64]int64, error) { return c.r.BranchesClosed(c.ctx, c.from, c.to, false) }},
	"branches.merged":      {"Chi hội sáp nhập trong kỳ", func(c *counting) (map[int64]int64, error) { return c.r.BranchesClosed(c.ctx, c.from, c.to, true) }},

	"leaders.all":        {"Chủ tịch, Phó Chủ tịch cơ sở", countHolders(isLeader, nil)},
	"leaders.university": {"Chủ tịch, Phó Chủ tịch cơ sở: đại học trở lên", countHolders(isLeader, hasUniversity)},
	"leaders.politics":   {"Chủ tịch, Phó Chủ tịch cơ sở: lý luận chính trị từ trung cấp", countHolders(isLeader, hasPolitics)},
	"leaders.party":      {"Chủ tịch, Phó Chủ tịch cơ sở: đảng viên", countHolders(isLeader, inParty)},
	"leaders.under40":    {"Chủ tịch, Phó Chủ tịch cơ sở: dưới 40 tuổi", countHolders(isLeader, aged(0, 39))},
	"leaders.40to50":     {"Chủ tịch, Phó Chủ tịch cơ sở: 40 đến 50 tuổi", countHolders(isLeader, aged(40, 50))},
	"leaders.over50":     {"Chủ tịch, Phó Chủ tịch cơ sở: trên 50 tuổi", countHolders(isLeader, aged(51, 200))},
	"committee.bch":      {"Ủy viên Ban Chấp hành", countHolders(inBody("bch"), nil)},
	"committee.btv":      {"Ủy viên Ban Thường vụ", countHolders(inBody("btv"), nil)},
	"heads.all":          {"Chi hội trưởng", countHolders(isHead, nil)},
	"heads.party":        {"Chi hội trưởng: đảng viên", countHolders(isHead, inParty)},
	"heads.paid":         {"Chi hội trưởng: hưởng bồi dưỡng", countHolders(isHead, func(_ *counting, p data.HeldPost) bool { return p.Paid })},
	"deputies.all":       {"Chi hội phó, tổ trưởng, tổ phó", countHolders(isDeputy, nil)},
	"deputies.party":     {"Chi hội phó, tổ trưởng, tổ phó: đảng viên", countHolders(isDeputy, inParty)},

	"heads.course":           {"Chi hội trưởng được bồi dưỡng về Đảng trong kỳ", countHeadsWithStep(data.StageCourse, false)},
	"heads.introduced":       {"Chi hội trưởng được giới thiệu trong kỳ", countHeadsWithStep(data.StageIntroduced, false)},
	"heads.admitted":         {"Chi hội trưởng được kết nạp trong kỳ", countHeadsAdmitted(false)},
	"heads.course_since":     {"Chi hội trưởng được bồi dưỡng về Đảng từ 2023", countHeadsWithStep(data.StageCourse, true)},
	"heads.introduced_since": {"Chi hội trưởng được giới thiệu từ 2023", countHeadsWithStep(data.StageIntroduced, true)},
	"heads.admitted_since":   {"Chi hội trưởng được kết nạp từ 2023", countHeadsAdmitted(true)},

	"training.attendances":     {"Lượt đào tạo, bồi dưỡng trong kỳ", func(c *counting) (map[int64]int64, error) { return c.byCadre(c.r.AttendancesIn(c.ctx, c.from, c.to)) }},
	"posts.begun":              {"Chức danh có người mới giữ trong kỳ", func(c *counting) (map[int64]int64, error) { return c.r.PostChanges(c.ctx, c.from, c.to, false) }},
	"posts.ended":              {"Chức danh có người thôi giữ trong kỳ", func(c *counting) (map[int64]int64, error) { return c.r.PostChanges(c.ctx, c.from, c.to, true) }},
	"posts.vacant":             {"Chức danh khuyết", func(c *counting) (map[int64]int64, error) { return c.r.VacantSeats(c.ctx, c.to) }},
	"models.one_plus_one":      {"Cơ sở có mô hình “1+1”", countUnitsHaving(data.BaseUnit, modelsOf(data.OneAndOne))},
	"models.three_three":       {"Chi hội có mô hình “3 có, 3 biết”", countUnitsHaving(data.Branch, modelsOf(data.ThreeAndThree))},
	"models.special":           {"Mô hình thu hút hội viên đặc thù", countRecords(modelsOf(data.SpecialGroup))},
	"models.special_members":   {"Thành viên mô hình thu hút hội viên đặc thù", countRecords(data.Count{Source: data.CountModels, Where: modelsOf(data.SpecialGroup).Where, Sum: data.FieldMembers})},
	"models.special_effective": {"Mô hình thu hút hội viên đặc thù được đánh giá hiệu quả", countEffective},
	"pairs.a":                  {"Cặp “1+1”: chi hội khá kèm chi hội yếu", countRecords(pairsOf("a"))},
	"pairs.b":                  {"Cặp “1+1”: hội viên vận động phụ nữ vào Hội", countRecords(pairsOf("b"))},
	"pairs.c":                  {"Cặp “1+1”: đảng viên nữ giới thiệu phát triển Đảng", countRecords(pairsOf("c"))},
	"pairs.d":                  {"Cặp “1+1”: chi hội mạnh kết nghĩa chi hội yếu", countRecords(pairsOf("d"))},
	"pairs.e":                  {"Cặp “1+1”: hội viên giúp hội viên khó khăn", countRecords(pairsOf("e"))},
	"pairs.f":                  {"Cặp “1+1” khác", countRecords(pairsOf("f"))},
	"activities.occasions":     {"Hoạt động nâng cao kiến thức dịp 8/3, 20/10 trong kỳ", countRecords(atOccasions)},
	"activities.participants":  {"Lượt người tham gia hoạt động dịp 8/3, 20/10 trong kỳ", countRecords(data.Count{Source: data.CountActivities, Where: atOccasions.Where, Sum: data.FieldParticipants})},
	"proposals.all":            {"Tham mưu, đề xuất trong kỳ", countRecords(data.Count{Source: data.CountProposals})},
	"proposals.accepted":       {"Tham mưu, đề xuất trong kỳ được chấp thuận", countRecords(data.Count{Source: data.CountProposals, Where: []data.Condition{is(data.FieldOutcome, data.OutcomeAccepted, data.OutcomePartly)}})},
	"meetings.all":             {"Buổi sinh hoạt chi hội, tổ trong kỳ", countRecords(data.Count{Source: data.CountMeetings})},
	"meetings.with_chair":      {"Buổi sinh hoạt có lãnh đạo cơ sở dự trong kỳ", countRecords(data.Count{Source: data.CountMeetings, Where: []data.Condition{is(data.FieldLeader, data.LeaderChair, data.LeaderDeputy)}})},
	"ratings.base.1":           {"Cơ sở Hội hoàn thành xuất sắc nhiệm vụ", countUnitsRated(data.BaseUnit, 1)},
	"ratings.base.2":           {"Cơ sở Hội hoàn thành tốt nhiệm vụ", countUnitsRated(data.BaseUnit, 2)},
	"ratings.base.3":           {"Cơ sở Hội hoàn thành nhiệm vụ", countUnitsRated(data.BaseUnit, 3)},
	"ratings.base.4":           {"Cơ sở Hội không hoàn thành nhiệm vụ", countUnitsRated(data.BaseUnit, 4)},
	"ratings.branch.1":         {"Chi hội hoàn thành xuất sắc nhiệm vụ", countUnitsRated(data.Branch, 1)},
	"ratings.branch.2":         {"Chi hội hoàn thành tốt nhiệm vụ", countUnitsRated(data.Branch, 2)},
	"ratings.branch.3":         {"Chi hội hoàn thành nhiệm vụ", countUnitsRated(data.Branch, 3)},
	"ratings.branch.4":         {"Chi hội không hoàn thành nhiệm vụ", countUnitsRated(data.Branch, 4)},
	"visits.done":              {"Cuộc kiểm tra trong kỳ", countRecords(data.Count{Source: data.CountVisits})},
	"visits.units": {"Đơn vị được kiểm tra trong kỳ", func(c *counting) (map[int64]int64, error) {
		visits, err := countRecords(data.Count{Source: data.CountVisits})(c)
		for unit := range visits {
			visits[unit] = 1
		}
		return visits, err
	}},
	"remedies.all":             {"Kiến nghị qua kiểm tra trong kỳ", countRemedies(data.RemediesAll)},
	"remedies.done":            {"Kiến nghị qua kiểm tra trong kỳ đã khắc phục", countRemedies(data.RemediesSettled)},
	"remedies.late":            {"Kiến nghị qua kiểm tra trong kỳ quá hạn chưa khắc phục", countRemedies(data.RemediesLate)},
	"awards.unit_flag":         {"Cờ thi đua cho tập thể", countUnitsAwarded("Cờ thi đua")},
	"awards.unit_certificate":  {"Bằng khen cho tập thể", countUnitsAwarded("Bằng khen")},
	"awards.unit_commendation": {"Giấy khen cho tập thể", countUnitsAwarded("Giấy khen")},
	"ratings.cadre.1":          {"Cán bộ hoàn thành xuất sắc nhiệm vụ", countRated(1)},
	"ratings.cadre.2":          {"Cán bộ hoàn thành tốt nhiệm vụ", countRated(2)},
	"ratings.cadre.3":          {"Cán bộ hoàn thành nhiệm vụ", countRated(3)},
	"ratings.cadre.4":          {"Cán bộ không hoàn thành nhiệm vụ", countRated(4)},
	"awards.medal":             {"Kỷ niệm chương cho cá nhân", countAwarded("Kỷ niệm chương")},
	"awards.certificate":       {"Bằng khen cho cá nhân", countAwarded("Bằng khen")},
	"awards.commendation":      {"Giấy khen cho cá nhân", countAwarded("Giấy khen")},
}

// sinceDay is from when the plan counts (77/KH-BCH gives its baseline for 01/2023).
var sinceDay = day.Of(2023, 1, 1)

// counting is one pass over the records for a period; what several counters ask for is read once.
type counting struct {
	ctx      context.Context
	r        data.Reader
	from, to day.Date
	tree     []data.TreeUnit // of the last day
	parents  map[int64]int64 // in it
	next     map[int64]int64 // of a unit that is gone, the first that came after it
	posts    []data.HeldPost
	read     bool
}

func (c *counting) held() ([]data.HeldPost, error) {
	if c.read {
		return c.posts, nil
	}
	var err error
	c.posts, err = c.r.HeldPosts(c.ctx, c.to)
	c.read = err == nil
	return c.posts, err
}

// up goes from a unit towards the top until one satisfies a condition; from a unit that is gone it goes on at the one that came after it.
func (c *counting) up(unit int64, found func(int64) bool) (int64, bool) {
	for steps := 0; unit != 0 && steps < 20; steps++ {
		if found(unit) {
			return unit, true
		}
		if above, known := c.parents[unit]; known {
			unit = above
		} else {
			unit = c.next[unit]
		}
	}
	return 0, false
}

// ofLevel tells which units of the tree are of a level.
func (c *counting) ofLevel(level data.Level) map[int64]bool {
	units := map[int64]bool{}
	for _, u := range c.tree {
		if u.Level == level {
			units[u.ID] = true
		}
	}
	return units
}

// countRecords counts records as the targets do, so that both come to the same.
func countRecords(what data.Count) func(*counting) (map[int64]int64, error) {
	return func(c *counting) (map[int64]int64, error) {
		byUnit, err := c.r.CountByUnit(c.ctx, data.Span{From: c.from, On: c.to}, what)
		counts := make(map[int64]int64, len(byUnit))
		for unit, n := range byUnit {
			counts[unit] = int64(n)
		}
		return counts, err
	}
}

// countUnitsHaving counts the units of a level that have a record themselves or below them. Several units that became one are one.
func countUnitsHaving(level data.Level, what data.Count) func(*counting) (map[int64]int64, error) {
	return func(c *counting) (map[int64]int64, error) {
		records, err := countRecords(what)(c)
		counts, units := map[int64]int64{}, c.ofLevel(level)
		for unit := range records {
			if at, ok := c.up(unit, func(id int64) bool { return units[id] }); ok {
				counts[at] = 1
			}
		}
		return counts, err
	}
}

func modelsOf(kind string) data.Count {
	return data.Count{Source: data.CountModels, Where: []data.Condition{is(data.FieldKind, kind)}}
}

func pairsOf(kind string) data.Count {
	return data.Count{Source: data.CountPairs, Where: []data.Condition{is(data.FieldKind, kind)}}
}

var atOccasions = data.Count{Source: data.CountActivities, Where: []data.Condition{knowledge, is(data.FieldOccasion, OccasionMarch, OccasionOctober)}}

// countEffective counts the models for special groups that were found effective, as the office reads it for target CT1.3.
func countEffective(c *counting) (map[int64]int64, error) {
	chosen, err := readingChoice("CT1.3").Of(c.ctx, c.r)
	if err != nil {
		return nil, err
	}
	for _, reading := range planReadings["CT1.3"] {
		if reading.ID == chosen {
			return countRecords(reading.Definition.Tests[0].Count)(c)
		}
	}
	return nil, fmt.Errorf("target CT1.3 has no reading %q", chosen)
}

// countUnitsRated counts the units of a level in the tree of the last day by the level that they were given for the year. One that is gone
// by then is not counted for its successor, who is rated itself.
func countUnitsRated(level data.Level, rank int) func(*counting) (map[int64]int64, error) {
	return func(c *counting) (map[int64]int64, error) {
		rated, err := c.r.UnitsRated(c.ctx, string(level), c.to.Year, rank)
		units := c.ofLevel(level)
		for unit := range rated {
			if !units[unit] {
				delete(rated, unit)
			}
		}
		return rated, err
	}
}

func countRemedies(stand data.RemedyStand) func(*counting) (map[int64]int64, error) {
	return func(c *counting) (map[int64]int64, error) { return c.r.RemediesOf(c.ctx, stand, c.from, c.to) }
}

func countUnitsAwarded(title string) func(*counting) (map[int64]int64, error) {
	return func(c *counting) (map[int64]int64, error) { return c.r.UnitAwardsWith(c.ctx, title, c.from, c.to) }
}

// countUnits counts the units of a level whose name a condition, if any, keeps.
func countUnits(level data.Level, keep func(name string) bool) func(*counting) (map[int64]int64, error) {
	return func(c *counting) (map[int64]int64, error) {
		counts := map[int64]int64{}
		for _, u := range c.tree {
			if u.Level == level && (keep == nil || keep(u.Name)) {
				counts[u.ID]++
			}
		}
		return counts, nil
	}
}

// isResidential tells from its name that a chi hội is that of a thôn, xóm or tổ dân phố: these begin with a small letter, "xóm 4".
func isResidential(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.IsLower(first) || unicode.IsDigit(first)
}

// countHolders counts, once in each unit, the cadres whose post there one condition keeps and, if there is one, the other too.
func countHolders(post func(data.HeldPost) bool, cadre func(*counting, data.HeldPost) bool) func(*counting) (map[int64]int64, error) {
	return func(c *counting) (map[int64]int64, error) {
		posts, err := c.held()
		counts, seen := map[int64]int64{}, map[[2]int64]bool{}
		for _, p := range posts {
			if at := [2]int64{p.UnitID, p.CadreID}; post(p) && !seen[at] && (cadre == nil || cadre(c, p)) {
				seen[at] = true
				counts[p.UnitID]++
			}
		}
		return counts, err
	}
}

func isLeader(p data.HeldPost) bool { return p.Code == "CT-XA" || p.Code == "PCT-XA" }
func isHead(p data.HeldPost) bool   { return p.Code == branchHead }
func isDeputy(p data.HeldPost) bool { return p.Code == "CHP" || p.Code == "TT" || p.Code == "TP" }

func inBody(body string) func(data.HeldPost) bool {
	return func(p data.HeldPost) bool { return strings.Contains(p.Bodies, ","+body+",") }
}

func inParty(_ *counting, p data.HeldPost) bool { return p.Party }

func hasUniversity(_ *counting, p data.HeldPost) bool {
	switch p.Degree {
	case "Đại học", "Thạc sĩ", "Tiến sĩ":
		return true
	}
	return false
}

func hasPolitics(_ *counting, p data.HeldPost) bool {
	switch p.Politics {
	case "Trung cấp", "Cao cấp", "Cử nhân":
		return true
	}
	return false
}

// aged keeps those whose age in full years on the last day lies between two, included. Without a date of birth nobody has an age.
func aged(from, to int) func(*counting, data.HeldPost) bool {
	return func(c *counting, p data.HeldPost) bool {
		if p.Birth.IsZero() {
			return false
		}
		birth := p.Birth.First()
		age := c.to.Year - birth.Year
		if day.Of(c.to.Year, birth.Month, birth.Day).After(c.to) {
			age--
		}
		return age >= from && age <= to
	}
}

// byCadre moves counts by cadre to the unit of her highest post on the last day; who has none is not counted.
func (c *counting) byCadre(counts map[int64]int64, err error) (map[int64]int64, error) {
	if err != nil {
		return nil, err
	}
	posts, err := c.held()
	units, seen := map[int64]int64{}, map[int64]bool{}
	for _, p := range posts {
		if n := counts[p.CadreID]; n > 0 && !seen[p.CadreID] {
			seen[p.CadreID] = true
			units[p.UnitID] += n
		}
	}
	return units, err
}

func countRated(rank int) func(*counting) (map[int64]int64, error) {
	return func(c *counting) (map[int64]int64, error) { return c.byCadre(c.r.RatedWith(c.ctx, c.to.Year, rank)) }
}

func countAwarded(title string) func(*counting) (map[int64]int64, error) {
	return func(c *counting) (map[int64]int64, error) {
		return c.byCadre(c.r.AwardsWith(c.ctx, title, c.from, c.to))
	}
}

// start is the first day to look at: that of the period or, of what adds up, that of the plan.
func (c *counting) start(since bool) day.Date {
	if since {
		return sinceDay
	}
	return c.from
}

// countHeadsWithStep counts the chi hội trưởng of the last day who took a step towards the Party.
func countHeadsWithStep(stage data.PartyStage, since bool) func(*counting) (map[int64]int64, error) {
	return func(c *counting) (map[int64]int64, error) {
		steps, err := c.r.StepsTaken(c.ctx, stage, c.start(since), c.to)
		if err != nil {
			return nil, err
		}
		return countHolders(isHead, func(_ *counting, p data.HeldPost) bool { return steps[p.CadreID] > 0 })(c)
	}
}

// countHeadsAdmitted counts the chi hội trưởng of the last day who were admitted to the Party.
func countHeadsAdmitted(since bool) func(*counting) (map[int64]int64, error) {
	return func(c *counting) (map[int64]int64, error) {
		from := c.start(since)
		return countHolders(isHead, func(_ *counting, p data.HeldPost) bool {
			return p.Party && !p.Joined.Last().Before(from) && !p.Joined.Last().After(c.to)
		})(c)
	}
}

// hasCounter tells whether the records that a source names are held by the program.
func hasCounter(source string) bool {
	_, known := counters[source]
	return known
}
