package app

import (
	"fmt"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
)

// facts collects what hangs on the cadres of a unit, to be stored together after them.
type facts struct {
	ratings     []data.CadreRating
	attendances []data.Attendance
	steps       []data.PartyStep
	allowances  []data.Allowance
	awards      []data.CadreAward
	successions []data.Succession
}

func (d *demo) storeFacts(f *facts) error {
	for _, store := range []func() error{
		func() error { return data.InsertAll(d.tx, f.ratings) },
		func() error { return data.InsertAll(d.tx, f.attendances) },
		func() error { return data.InsertAll(d.tx, f.steps) },
		func() error { return data.InsertAll(d.tx, f.allowances) },
		func() error { return data.InsertAll(d.tx, f.awards) },
		func() error { return data.InsertAll(d.tx, f.successions) },
	} {
		if err := store(); err != nil {
			return err
		}
	}
	return nil
}

// luck draws what is invented about the records. It is a source of its own, so that a new fact changes neither names nor posts.
func (d *demo) luck(percent int) bool { return d.more.IntN(100) < percent }

func (d *demo) oneOf(words []string) string { return words[d.more.IntN(len(words))] }

// particulars fills in the fields of Mẫu 2C that the list of a province usually has.
func (d *demo) particulars(c *data.Cadre) {
	for _, degree := range []string{"Trung cấp", "Cao đẳng", "Đại học"} {
		if strings.HasPrefix(c.Specialty, degree) {
			c.Degree = degree
		}
	}
	c.RetiredOfficial = c.Birth.Year <= 1968 && d.luck(35)
	if d.luck(25) {
		c.OtherBodies = d.oneOf(demoBodies)
	}
	if d.luck(20) {
		c.Informatics = "Cơ bản"
		c.SoftwareSkill = d.oneOf([]string{"Sử dụng được", "Thành thạo"})
	}
}

var demoBodies = []string{"Hội Nông dân", "Ban công tác Mặt trận", "Hội Cựu chiến binh", "Hội Chữ thập đỏ", "Đoàn Thanh niên"}

// Years in which each unit that teaches holds a course.
const (
	firstCourseYear = 2023
	lastCourseYear  = 2025
)

// teach founds the courses of a unit, one a year.
func (d *demo) teach(u data.UnitOn) error {
	courses := make([]data.Course, 0, lastCourseYear-firstCourseYear+1)
	for year := firstCourseYear; year <= lastCourseYear; year++ {
		first := day.Of(year, 6+d.more.IntN(4), 1+d.more.IntN(20))
		courses = append(courses, data.Course{Name: fmt.Sprintf("Nghiệp vụ công tác Hội năm %d, %s %s", year, u.Kind, u.Name), Subject: "Nghiệp vụ công tác Hội",
			Organiser: "Hội LHPN " + u.Kind + " " + u.Name, Place: u.Label(), Manner: "Tập trung", StartedOn: first, EndedOn: first.AddDays(2)})
	}
	if err := data.InsertAll(d.tx, courses); err != nil {
		return err
	}
	d.courses[u.ID] = courses
	return nil
}

// attend notes the courses of a unit that a cadre went to since she holds her post.
func (d *demo) attend(f *facts, unit, cadre int64, since day.Date, percent int) {
	for _, course := range d.courses[unit] {
		if since.Last().Before(course.StartedOn) && d.luck(percent) {
			a := data.Attendance{CourseID: course.ID, CadreID: cadre, Result: "Hoàn thành"}
			if d.luck(70) {
				a.Certificate = fmt.Sprintf("%d/GCN", 1+d.more.IntN(900))
			}
			f.attendances = append(f.attendances, a)
		}
	}
}

// rate gives the yearly ratings of a cadre and, in the Party, those of a Party member, of the last two years.
func (d *demo) rate(f *facts, c data.Cadre, since day.Date) {
	last := demoUntil.Year - 1
	for year := last - 1; year <= last; year++ {
		end := day.Of(year, 12, 31)
		if since.Last().After(day.Of(year, 6, 30)) || d.luck(2) { // not half a year in the post, or forgotten
			continue
		}
		for _, s := range d.scales {
			if s.Subject == data.RatesPartyMembers && !c.IsPartyMember(end) {
				continue
			}
			level := 1
			switch n := d.more.IntN(100); {
			case n < 13:
				level = 0
			case n > 97:
				level = 3
			case n > 78:
				level = 2
			}
			f.ratings = append(f.ratings, data.CadreRating{CadreID: c.ID, Year: year, SchemeID: s.ID, LevelID: s.Levels[level].ID})
		}
	}
}

// approach notes the steps towards the Party of a cadre: all of them for one who was admitted lately, the first ones for some others.
func (d *demo) approach(f *facts, c data.Cadre, percent int) {
	step := func(stage data.PartyStage, on day.Date) {
		s := data.PartyStep{CadreID: c.ID, Step: stage, TakenOn: on}
		switch stage {
		case data.StageCourse:
			s.Document, s.ExpiresOn = fmt.Sprintf("%d/GCN", 1+d.more.IntN(400)), CertificateExpiry(on)
		case data.StageIntroduced:
			s.Document = fmt.Sprintf("%02d-NQ/CB", 1+d.more.IntN(30))
		case data.StageStopped:
			s.Reason = d.oneOf([]string{"Quá tuổi", "Không còn nguyện vọng", "Chuyển nơi cư trú"})
		}
		f.steps = append(f.steps, s)
	}
	joined := joinedParty(c, demoUntil)
	if !joined.IsZero() {
		if joined.Year >= 2023 && joined.IsFull() {
			step(data.StageOutstanding, joined.AddMonths(-20))
			step(data.StageCourse, joined.AddMonths(-10))
			step(data.StageIntroduced, joined.AddMonths(-2))
		}
		return
	}
	if !d.luck(percent) || demoUntil.Year-c.Birth.Year > 58 {
		return
	}
	first := day.Of(2025, 1+d.more.IntN(12), 1+d.more.IntN(28))
	step(data.StageOutstanding, first)
	switch n := d.more.IntN(10); {
	case n < 3:
		step(data.StageCourse, first.AddMonths(6))
	case n == 3:
		step(data.StageCourse, first.AddMonths(5))
		step(data.StageIntroduced, first.AddMonths(9))
	case n == 4:
		step(data.StageStopped, first.AddMonths(7))
	}
}

// award notes a khen thưởng for some.
func (d *demo) award(f *facts, cadre int64, percent int, titles []string, by string) {
	if d.luck(percent) {
		f.awards = append(f.awards, data.CadreAward{CadreID: cadre, Title: d.oneOf(titles), GrantedBy: by,
			Decision: fmt.Sprintf("%d/QĐ-KT", 10+d.more.IntN(400)), GrantedOn: day.Of(2024+d.more.IntN(2), 3+7*d.more.IntN(2), 8)})
	}
}

var (
	higherAwards = []string{"Kỷ niệm chương “Vì sự phát triển của phụ nữ Việt Nam”", "Bằng khen của Trung ương Hội", "Giấy khen của Hội cấp tỉnh"}
	lowerAwards  = []string{"Giấy khen của Hội cấp huyện", "Giấy khen của Ủy ban nhân dân cấp xã", "Giấy khen của Hội cơ sở"}
)

// boardFacts invents what hangs on the cadres of a board, just stored in b.
func (d *demo) boardFacts(u data.UnitOn, b *batch) error {
	var f facts
	for i, c := range b.cadres {
		since := b.posts[i].StartedOn
		d.rate(&f, c, since)
		d.attend(&f, d.province, c.ID, since, 60)
		d.award(&f, c.ID, 35, higherAwards, "Hội LHPN tỉnh Nam Định")
	}
	if u.Level == data.Province { // a deputy is planned to follow
		f.successions = append(f.successions, data.Succession{CadreID: b.cadres[1].ID, UnitID: u.ID, PositionID: b.posts[0].PositionID, Period: "2026 - 2031", PublishedOn: day.Of(2025, 12, 15), Decision: "45-QĐ/TU"})
	}
	return d.storeFacts(&f)
}

// communeFacts invents what hangs on the cadres of a commune, just stored in b.
func (d *demo) communeFacts(u data.UnitOn, b *batch) error {
	var f facts
	paid := d.luck(80)
	amount := int64(300_000 + 50_000*d.more.IntN(5))
	source := fmt.Sprintf("Nghị quyết số %02d/NQ-HĐND ngày 20/12/2023 của HĐND %s %s", 10+d.more.IntN(60), u.Kind, u.Name)
	for i, p := range b.posts {
		if !p.EndedOn.IsZero() {
			continue
		}
		c := b.cadres[i]
		switch p.PositionID {
		case d.positions["CT-XA"], d.positions["PCT-XA"]:
			d.rate(&f, c, p.StartedOn)
			d.attend(&f, d.province, c.ID, p.StartedOn, 50)
			d.award(&f, c.ID, 25, higherAwards, "Hội LHPN tỉnh Nam Định")
			if p.PositionID == d.positions["PCT-XA"] && d.luck(50) {
				f.successions = append(f.successions, data.Succession{CadreID: c.ID, UnitID: u.ID, PositionID: d.positions["CT-XA"], Period: "2026 - 2031", PublishedOn: day.Of(2025, 11, 1+d.more.IntN(28))})
			}
		case d.positions["CHT"]:
			d.rate(&f, c, p.StartedOn)
			d.attend(&f, u.ParentID, c.ID, p.StartedOn, 35)
			d.approach(&f, c, 14)
			d.award(&f, c.ID, 8, lowerAwards, "Hội LHPN "+u.Kind+" "+u.Name)
			if paid {
				from := day.Date{Year: 2024, Month: 1}
				if p.StartedOn.Last().After(day.Of(2024, 1, 31)) {
					from = day.Date{Year: p.StartedOn.Year, Month: max(p.StartedOn.Month, 1)}
				}
				f.allowances = append(f.allowances, data.Allowance{CadreID: c.ID, Amount: amount, Source: source, FromMonth: from})
			}
		case d.positions["CHP"]:
			d.approach(&f, c, 4)
		}
	}
	return d.storeFacts(&f)
}
