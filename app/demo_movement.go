package app

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"

	"cosohoi/data"
	"cosohoi/data/day"
)

// demoPlace is a commune of the demonstration with some of its branches.
type demoPlace struct {
	unit     data.UnitOn
	branches []int64
}

// demoMovedBranches is how many branches of a commune have a movement of their own.
const demoMovedBranches = 4

// Years of which the demonstration province has a movement.
const (
	firstMoveYear = 2024
	lastMoveYear  = 2026
)

// demoMovement collects the invented records of the movement, to be stored together; random is a source of its own, so that they change
// neither names nor posts.
type demoMovement struct {
	d      *demo
	random *rand.Rand
	kinds  map[string]data.ModelKind
	pairs  []data.PairKind
	scales map[data.Level]UnitScale

	models        []data.Model
	paired        []int // indexes of models with pairs
	reviewed      []int // indexes of models with reviews
	places        map[int64]demoPlace
	activities    []data.Activity
	meetings      []data.Meeting
	news          []data.NewsItem
	proposals     []data.Proposal
	coordinations []data.Coordination
	awards        []data.UnitAward
	examples      []data.GoodExample
	ratings       []data.UnitRating
	papers        []data.ReceivedPaper
	reports       []data.TaskReport
}

// movement invents what the units did.
func (d *demo) movement(seed uint64, units []data.UnitOn) error {
	m := &demoMovement{d: d, random: rand.New(rand.NewPCG(seed, 79)), kinds: map[string]data.ModelKind{}, scales: map[data.Level]UnitScale{}, places: map[int64]demoPlace{}}
	kinds, err := d.tx.ModelKinds(d.ctx)
	if err != nil {
		return err
	}
	for _, k := range kinds {
		m.kinds[k.Code] = k
	}
	if m.pairs, err = d.tx.PairKinds(d.ctx); err != nil {
		return err
	}
	for _, level := range []data.Level{data.BaseUnit, data.Branch} {
		scales, err := unitScales(d.ctx, d.tx.Reader, level)
		if err != nil {
			return err
		}
		m.scales[level] = scales[0]
	}
	var districts []data.UnitOn
	for _, u := range units {
		if u.Level == data.District {
			districts = append(districts, u)
		}
	}
	for _, p := range d.places {
		m.places[p.unit.ID] = p
		if p.unit.ParentID == districts[0].ID && m.luck(25) { // of the late district, some have sent nothing at all
			continue
		}
		if err := m.commune(p); err != nil {
			return err
		}
	}
	if err := m.upper(districts); err != nil {
		return err
	}
	return m.store()
}

func (m *demoMovement) luck(percent int) bool { return m.random.IntN(100) < percent }

func (m *demoMovement) oneOf(words []string) string { return words[m.random.IntN(len(words))] }

// in is a day from one month of a year to another.
func (m *demoMovement) in(year, from, to int) day.Date {
	return day.Of(year, from+m.random.IntN(to-from+1), 1+m.random.IntN(28))
}

func some(n int) data.Number { return data.Number{N: int64(n), Known: true} }

var (
	demoTopics    = []string{"Chăm sóc sức khỏe sinh sản", "Kiến thức nuôi dạy con", "Phòng, chống bạo lực gia đình", "An toàn vệ sinh thực phẩm", "Kỹ năng số cho phụ nữ", "Khởi nghiệp, phát triển kinh tế"}
	demoPartners  = []string{"Trạm Y tế", "Hội Nông dân", "Đoàn Thanh niên", "Công an xã", "Ban công tác Mặt trận", "Trường trung học cơ sở"}
	demoMeetings  = []string{"Sinh hoạt định kỳ, triển khai công tác tháng", "Tuyên truyền an toàn giao thông", "Hướng dẫn sử dụng dịch vụ công trực tuyến", "Bình xét hộ vay vốn", "Chuyên đề chăm sóc người cao tuổi"}
	demoNews      = []string{"Phụ nữ xã ra quân vệ sinh môi trường", "Tặng quà hội viên khó khăn", "Mô hình hay ở chi hội", "Hội thi dân vũ chào mừng 20/10", "Gương phụ nữ làm kinh tế giỏi"}
	demoGroupName = []string{"Câu lạc bộ Nữ chức việc", "Tổ nữ công nhân thuê trọ", "Tổ phụ nữ tiểu thương", "Tổ phụ nữ khai thác thủy sản", "Câu lạc bộ phụ nữ cao tuổi", "Tổ phụ nữ trẻ", "Tổ phụ nữ đơn thân"}
	demoGroups    = []string{"Phụ nữ có đạo", "Nữ công nhân thuê trọ", "Tiểu thương", "Phụ nữ khai thác thủy sản", "Phụ nữ cao tuổi", "Phụ nữ trẻ", "Phụ nữ đơn thân"}
	demoFields    = []string{"Phát triển kinh tế", "Xây dựng gia đình", "Công tác Hội", "Nhân đạo, từ thiện"}
)

func (m *demoMovement) model(code string, unit int64, from day.Date, name string) *data.Model {
	m.models = append(m.models, data.Model{KindID: m.kinds[code].ID, UnitID: unit, Name: name, StartedOn: from})
	return &m.models[len(m.models)-1]
}

// commune invents the movement of a commune. Few do nothing at all in the last year.
func (m *demoMovement) commune(p demoPlace) error {
	u := p.unit.ID
	last := lastMoveYear
	if m.luck(6) {
		last--
	}
	if m.luck(93) {
		one := m.model(data.OneAndOne, u, m.in(2023, 8, 12), "")
		if m.luck(5) {
			one.EndedOn, one.EndReason = m.in(2025, 3, 11), "Không còn cặp hoạt động"
		}
		m.paired = append(m.paired, len(m.models)-1)
	}
	if m.luck(88) {
		for i := range min(1+m.random.IntN(2), len(p.branches)) {
			m.model(data.ThreeAndThree, p.branches[i], m.in(2024, 1, 9), "")
			m.reviewed = append(m.reviewed, len(m.models)-1)
		}
	}
	if m.luck(80) {
		kind := m.random.IntN(len(demoGroups))
		group := m.model(data.SpecialGroup, u, m.in(2022+m.random.IntN(3), 1, 12), demoGroupName[kind])
		group.TargetGroup, group.Members = demoGroups[kind], some(18+m.random.IntN(90))
		m.reviewed = append(m.reviewed, len(m.models)-1)
	}
	if m.luck(25) && len(p.branches) > 2 {
		m.model("DHCH", p.branches[2], m.in(2023, 1, 12), "")
	}
	if p.unit.Code == "14230" { // the pilot of the plan, xã Hải Vân
		pilot := m.model("MXH", u, day.Of(2023, 3, 1), "Phụ nữ ứng dụng mạng xã hội trong sinh hoạt Hội")
		pilot.Pilot = true
		m.reviewed = append(m.reviewed, len(m.models)-1)
	}
	for year := firstMoveYear; year <= last; year++ {
		m.year(p, year)
	}
	if m.luck(25) {
		m.coordinations = append(m.coordinations, data.Coordination{UnitID: u, Partner: m.oneOf(demoPartners), Document: fmt.Sprintf("%02d/CTr-PH", 1+m.random.IntN(20)), SignedOn: m.in(2023, 1, 12), EndsOn: day.Of(2026+m.random.IntN(2), 12, 31), Content: "Phối hợp tuyên truyền, vận động hội viên"})
	}
	for year := firstMoveYear; year < lastMoveYear; year++ {
		if m.luck(96) {
			if err := m.rate(data.BaseUnit, u, year); err != nil {
				return err
			}
		}
	}
	for i := range min(2, len(p.branches)) {
		if err := m.rate(data.Branch, p.branches[i], lastMoveYear-1); err != nil {
			return err
		}
	}
	return nil
}

// year invents what a commune did in a year.
func (m *demoMovement) year(p demoPlace, year int) {
	u := p.unit.ID
	for _, o := range []struct {
		name       string
		month, day int
	}{{OccasionMarch, 3, 6}, {OccasionOctober, 10, 18}} {
		if !m.luck(90) {
			continue
		}
		a := data.Activity{UnitID: u, Kind: data.ActivityKnowledge, Occasion: o.name, Topic: m.oneOf(demoTopics), HeldOn: day.Of(year, o.month, o.day-m.random.IntN(4)), Participants: some(40 + m.random.IntN(160))}
		if m.luck(75) {
			a.Partners = m.oneOf(demoPartners)
		}
		m.activities = append(m.activities, a)
	}
	if m.luck(30) {
		m.activities = append(m.activities, data.Activity{UnitID: u, Kind: data.ActivityContest, Occasion: OccasionOctober, Topic: "Hội thi dân vũ thể thao", HeldOn: m.in(year, 9, 10), Participants: some(60 + m.random.IntN(200))})
	}
	if m.luck(86) {
		content := m.oneOf([]string{data.ProposesProgramme, data.ProposesProgramme, data.ProposesResource, data.ProposesParty, data.ProposesAllowance})
		summary := map[string]string{data.ProposesProgramme: "Giao Hội tham gia thực hiện tiêu chí môi trường trong xây dựng nông thôn mới", data.ProposesResource: "Hỗ trợ thiết bị phục vụ chuyển đổi số trong hoạt động Hội", data.ProposesParty: "Tạo nguồn phát triển đảng viên nữ", data.ProposesAllowance: "Mức bồi dưỡng hằng tháng cho chi hội trưởng"}[content]
		prop := data.Proposal{UnitID: u, Content: content, Document: fmt.Sprintf("%02d/TTr-HPN", 1+m.random.IntN(40)), ProposedOn: m.in(year, 1, 9), Addressee: "Đảng ủy, UBND " + p.unit.Kind + " " + p.unit.Name, Summary: summary, Outcome: data.OutcomePending}
		if m.luck(70) {
			prop.Outcome, prop.AnsweredOn = data.OutcomeAccepted, prop.ProposedOn.AddDays(20+m.random.IntN(40))
			if content == data.ProposesResource {
				prop.Money = some(1_000_000 * (3 + m.random.IntN(20)))
			}
		}
		m.proposals = append(m.proposals, prop)
	}
	for i := range min(2, len(p.branches)) {
		held := data.Meeting{UnitID: p.branches[i], HeldOn: m.in(year, 1, 9), Topic: m.oneOf(demoMeetings), Expected: some(80 + m.random.IntN(80))}
		held.Present = some(int(held.Expected.N) * (60 + m.random.IntN(35)) / 100)
		if m.luck(45) {
			held.Leader = m.oneOf([]string{data.LeaderChair, data.LeaderDeputy})
		}
		m.meetings = append(m.meetings, held)
	}
	if m.luck(60) {
		m.news = append(m.news, data.NewsItem{UnitID: u, Kind: m.oneOf([]string{"article", "article", "video"}), Title: m.oneOf(demoNews), PublishedOn: m.in(year, 1, 9), Outlet: "Trang thông tin của Hội"})
	}
	if m.luck(18) {
		m.examples = append(m.examples, data.GoodExample{UnitID: u, Name: "Chi hội " + m.oneOf([]string{"xóm 1", "xóm 2", "xóm 3"}), Field: m.oneOf(demoFields), RecognisedOn: m.in(year, 3, 9), Summary: "Cách làm sáng tạo, được nhân rộng"})
	}
	if m.luck(12) {
		m.awards = append(m.awards, data.UnitAward{UnitID: u, Title: m.oneOf(higherAwards[1:]), GrantedBy: "Hội LHPN tỉnh Nam Định", Decision: fmt.Sprintf("%d/QĐ-KT", 10+m.random.IntN(300)), GrantedOn: day.Of(year, 3, 8)})
	}
}

// rate invents the rating of a unit in a year.
func (m *demoMovement) rate(level data.Level, unit int64, year int) error {
	scale := m.scales[level]
	scores := make([]data.Score, len(scale.Criteria))
	own, upper, final := map[int64]data.Number{}, map[int64]data.Number{}, map[int64]data.Number{}
	for i, c := range scale.Criteria {
		at := c.Points * (62 + m.random.IntN(37)) / 100
		s := data.Score{Criterion: c.ID, Self: some(min(at+m.random.IntN(2), c.Points)), Upper: some(at), Final: some(at)}
		scores[i] = s
		own[c.ID], upper[c.ID], final[c.ID] = s.Self, s.Upper, s.Final
	}
	text, err := json.Marshal(scores)
	if err != nil {
		return err
	}
	r := data.UnitRating{UnitID: unit, Year: year, SchemeID: scale.ID, Scores: string(text)}
	sum, _, _, _ := scale.Grade(own)
	r.SelfPoints = some(int(sum))
	sum, _, _, _ = scale.Grade(upper)
	r.UpperPoints = some(int(sum))
	sum, got, _, _ := scale.Grade(final)
	r.FinalPoints, r.LevelID = some(int(sum)), got.ID
	m.ratings = append(m.ratings, r)
	return nil
}

// upper invents what the province and the districts did: papers, tasks, coordination.
func (m *demoMovement) upper(districts []data.UnitOn) error {
	province := m.d.province
	m.coordinations = append(m.coordinations, data.Coordination{UnitID: province, Partner: "Ủy ban nhân dân tỉnh", Document: "51/QC-UBND-HPN", SignedOn: day.Date{Year: 2022}, Content: "Phối hợp hoạt động giữa Ủy ban nhân dân và Hội LHPN các cấp (Nghị định 56/2012/NĐ-CP)"})
	for n, u := range districts {
		m.papers = append(m.papers, data.ReceivedPaper{UnitID: u.ID, Kind: data.PaperPlan, Year: 2023, Document: fmt.Sprintf("%02d/KH-BTV", 11+m.random.IntN(60)), IssuedOn: m.in(2023, 7, 8), ReceivedOn: m.in(2023, 9, 9)})
		for year := firstMoveYear; year <= lastMoveYear; year++ {
			if n == 0 && year == lastMoveYear { // one is late
				continue
			}
			m.papers = append(m.papers, data.ReceivedPaper{UnitID: u.ID, Kind: data.PaperHalfYear, Year: year, Document: fmt.Sprintf("%02d/BC-BTV", 1+m.random.IntN(60)), IssuedOn: day.Of(year, 6, 20), ReceivedOn: day.Of(year, 6, 25)})
			if year < lastMoveYear {
				m.papers = append(m.papers, data.ReceivedPaper{UnitID: u.ID, Kind: data.PaperYear, Year: year, Document: fmt.Sprintf("%02d/BC-BTV", 60+m.random.IntN(60)), IssuedOn: day.Of(year, 11, 25), ReceivedOn: day.Of(year, 11, 30)})
			}
		}
	}
	tasks, err := m.d.tx.PlanTasks(m.d.ctx)
	if err != nil {
		return err
	}
	for i, t := range tasks {
		if i%5 == 4 {
			continue
		}
		units := []int64{province}
		if i%2 == 0 {
			for _, u := range districts {
				units = append(units, u.ID)
			}
		}
		for _, unit := range units {
			state, progress := data.TaskBegun, "Đang triển khai theo kế hoạch"
			switch {
			case m.luck(50):
				state, progress = data.TaskDone, "Đã hoàn thành phần việc của kỳ"
			case m.luck(3):
				state, progress = data.TaskStuck, "Thiếu kinh phí tổ chức"
			}
			m.reports = append(m.reports, data.TaskReport{TaskID: t.ID, UnitID: unit, ReportedOn: m.in(2026, 3, 10), State: state, Progress: progress})
		}
	}
	return nil
}

// store stores all of it: models first, since pairs and reviews hang on them.
func (m *demoMovement) store() error {
	tx := m.d.tx
	if err := data.InsertAll(tx, m.models); err != nil {
		return err
	}
	var pairs []data.Pair
	for _, i := range m.paired {
		pairs = append(pairs, m.pairsOf(m.models[i])...)
	}
	var reviews []data.ModelReview
	for _, i := range m.reviewed {
		reviews = append(reviews, m.reviewsOf(m.models[i])...)
	}
	for _, store := range []func() error{
		func() error { return data.InsertAll(tx, pairs) }, func() error { return data.InsertAll(tx, reviews) },
		func() error { return data.InsertAll(tx, m.activities) }, func() error { return data.InsertAll(tx, m.meetings) },
		func() error { return data.InsertAll(tx, m.news) }, func() error { return data.InsertAll(tx, m.proposals) },
		func() error { return data.InsertAll(tx, m.coordinations) }, func() error { return data.InsertAll(tx, m.awards) },
		func() error { return data.InsertAll(tx, m.examples) }, func() error { return data.InsertAll(tx, m.ratings) },
		func() error { return data.InsertAll(tx, m.papers) }, func() error { return data.InsertAll(tx, m.reports) },
	} {
		if err := store(); err != nil {
			return err
		}
	}
	return m.repeatPilot()
}

// pairsOf invents the pairs of a model "1+1": of branches, and of people by invented names.
func (m *demoMovement) pairsOf(model data.Model) []data.Pair {
	branches := m.places[model.UnitID].branches
	var pairs []data.Pair
	for range 1 + m.random.IntN(3) {
		kind := m.pairs[m.random.IntN(len(m.pairs)-1)]
		p := data.Pair{ModelID: model.ID, KindID: kind.ID, StartedOn: model.StartedOn, EndedOn: model.EndedOn}
		if kind.OfUnits {
			if len(branches) < 2 {
				continue
			}
			at := m.random.IntN(len(branches) - 1)
			p.HelperUnitID, p.HelpedUnitID = branches[at], branches[at+1]
		} else {
			p.Helper, p.Helped = m.oneOf(familyNames)+" Thị "+m.oneOf(givenNames), m.oneOf(familyNames)+" Thị "+m.oneOf(givenNames)
		}
		pairs = append(pairs, p)
	}
	return pairs
}

// reviewsOf invents the yearly reviews of a model.
func (m *demoMovement) reviewsOf(model data.Model) []data.ModelReview {
	points := 0
	for _, k := range m.kinds {
		if k.ID == model.KindID {
			points = len(k.Points())
		}
	}
	var reviews []data.ModelReview
	for year := max(model.StartedOn.Year+1, firstMoveYear); year <= lastMoveYear; year++ {
		if !m.luck(94) {
			continue
		}
		v := data.ModelReview{ModelID: model.ID, ReviewedOn: m.in(year, 1, 9), Reviewer: "Ban Thường vụ Hội LHPN cấp huyện", Effective: m.luck(90), Members: model.Members}
		if points > 0 {
			v.Met = 1<<points - 1
			if m.luck(25) {
				v.Met &^= 1 << m.random.IntN(points)
			}
			v.Complete = v.MetCount() == points
			v.Effective = v.Complete
		}
		reviews = append(reviews, v)
	}
	return reviews
}

// repeatPilot has some communes repeat the pilot of xã Hải Vân since 2025.
func (m *demoMovement) repeatPilot() error {
	var pilot int64
	for _, one := range m.models {
		if one.Pilot {
			pilot = one.ID
		}
	}
	var copies []data.Model
	for _, p := range m.d.places {
		if pilot != 0 && m.luck(12) {
			copies = append(copies, data.Model{KindID: m.kinds["MXH"].ID, UnitID: p.unit.ID, OriginID: pilot, StartedOn: m.in(2025, 1, 12)})
		}
	}
	return data.InsertAll(m.d.tx, copies)
}
