package app

import (
	"fmt"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// demoShortcoming is a shortcoming with its cause and what is asked for. All are invented.
type demoShortcoming struct{ category, text, cause, action, who string }

var demoShortcomings = []demoShortcoming{
	{"Hồ sơ, sổ sách", "Sổ danh sách hội viên cập nhật chưa kịp thời", "Chi hội trưởng mới, chưa nắm cách ghi sổ", "Cập nhật sổ danh sách hội viên của tất cả chi hội", "Chủ tịch Hội cơ sở"},
	{"Hồ sơ, sổ sách", "Biên bản sinh hoạt của một số chi hội còn sơ sài", "Chưa có mẫu biên bản thống nhất", "Thống nhất mẫu và bổ sung biên bản sinh hoạt chi hội", "Phó Chủ tịch Hội cơ sở"},
	{"Xây dựng mô hình", "Mô hình “3 có, 3 biết” mới triển khai ở một số chi hội", "Chưa phân công người theo dõi từng chi hội", "Triển khai mô hình “3 có, 3 biết” đến tất cả chi hội", "Ban Thường vụ Hội cơ sở"},
	{"Xây dựng mô hình", "Chưa có mô hình thu hút hội viên đặc thù", "Chưa khảo sát nhóm hội viên đặc thù trên địa bàn", "Khảo sát, xây dựng 01 mô hình thu hút hội viên đặc thù", "Chủ tịch Hội cơ sở"},
	{"Phát triển Đảng", "Số chi hội trưởng được giới thiệu phát triển Đảng còn ít", "Chưa phối hợp chặt chẽ với chi bộ", "Rà soát, giới thiệu chi hội trưởng dự lớp bồi dưỡng nhận thức về Đảng", "Ban Thường vụ Hội cơ sở"},
	{"Tham mưu, phối hợp", "Chưa có văn bản đề xuất chế độ bồi dưỡng cho chi hội trưởng", "Cán bộ Hội còn lúng túng trong soạn thảo văn bản", "Xây dựng văn bản đề xuất chế độ bồi dưỡng chi hội trưởng", "Chủ tịch Hội cơ sở"},
	{"Sinh hoạt chi hội, tổ phụ nữ", "Sinh hoạt chi hội chưa đúng định kỳ", "Hội viên đi làm ca, khó bố trí thời gian", "Đổi giờ sinh hoạt chi hội cho phù hợp hội viên đi làm", "Chi hội trưởng"},
	{"Phát triển, quản lý hội viên", "Số liệu hội viên trên phần mềm chưa khớp với sổ", "Chưa phân công người cập nhật phần mềm", "Đối chiếu, sửa số liệu hội viên trên phần mềm", "Phó Chủ tịch Hội cơ sở"},
	{"Kiểm tra, giám sát, báo cáo", "Báo cáo 6 tháng gửi chậm", "Tổng hợp từ chi hội chậm", "Gửi báo cáo định kỳ đúng hạn", "Chủ tịch Hội cơ sở"},
}

var demoStrengths = [][2]string{
	{"Chỉ đạo, triển khai", "Kế hoạch được xây dựng sớm, phân công rõ người, rõ việc"},
	{"Sinh hoạt chi hội, tổ phụ nữ", "Chi hội sinh hoạt đều, nội dung gắn với nhu cầu hội viên"},
	{"Tham mưu, phối hợp", "Phối hợp tốt với các ngành tổ chức hoạt động dịp 8/3, 20/10"},
	{"Quỹ Hội, nguồn lực", "Quỹ Hội thu đạt, sổ sách rõ ràng"},
	{"Xây dựng mô hình", "Mô hình “1+1” giúp đỡ hội viên khó khăn có kết quả cụ thể"},
	{"Đội ngũ cán bộ", "Cán bộ Hội được cử dự lớp bồi dưỡng đầy đủ"},
}

// Which visits of the demonstration were written down in full: those from demoDetailFrom on, of one commune in demoDetailEvery and of all
// units that the province inspects.
const demoDetailEvery = 6

var (
	demoDetailFrom = day.Of(2024, 1, 1)
	demoFormFrom   = day.Of(2025, 7, 1) // from then on by the form
)

// demoCheckSaid are the answers to an item of the form, the better ones more often.
var demoCheckSaid = []struct {
	verdict data.Verdict
	share   float64 // of the points
	note    string
}{
	{data.Met, 1, ""}, {data.Met, 1, "đã thực hiện đầy đủ"}, {data.Met, 0.9, "hồ sơ lưu đầy đủ"}, {data.Met, 0.8, ""},
	{data.PartlyMet, 0.6, "mới thực hiện ở một số chi hội"}, {data.PartlyMet, 0.5, "đang triển khai"}, {data.Unmet, 0, "chưa thực hiện"},
}

// demoInspections collects what the visits of a round found.
type demoInspections struct {
	answers  []data.VisitAnswer
	findings []data.Finding
	remedies []data.Remedy // FindingID is the index into findings, from 1, until stored
}

// visitPlace is where the demonstration visits are held.
func visitPlace(unit data.Level) string {
	if unit == data.BaseUnit {
		return "Nhà văn hóa xã"
	}
	return ""
}

// lookInto invents what a visit that was held found: the days of its steps and, of a detailed one, form, findings and remedies.
func (d *demo) lookInto(v *data.Visit, level data.Level, all *demoInspections) {
	passed := func(on day.Date) day.Date {
		if on.After(demoUntil) {
			return day.Date{}
		}
		return on
	}
	v.NotifiedOn, v.ConcludedOn = v.DoneOn.AddDays(-8), passed(v.DoneOn.AddDays(10))
	if v.DoneOn.Before(demoDetailFrom) || level == data.BaseUnit && v.UnitID%demoDetailEvery != 0 {
		if !v.ConcludedOn.IsZero() {
			v.ClosedOn = passed(v.DoneOn.AddDays(25))
		}
		return
	}
	v.Note, v.Place = "", visitPlace(level)
	v.StartsAt, v.EndsAt = "08:00", "11:30"
	if d.looks.IntN(3) == 0 {
		v.StartsAt, v.EndsAt = "14:00", "16:45"
	}
	v.Opinion, v.ReportBy = "Nhất trí với nhận xét, kiến nghị của đoàn kiểm tra.", v.DoneOn.AddDays(60)
	items := d.items
	if v.DoneOn.Before(demoFormFrom) {
		items = nil
	} else {
		v.ChecklistID = d.form
	}
	for _, item := range items {
		said := demoCheckSaid[d.looks.IntN(len(demoCheckSaid)-d.looks.IntN(3))]
		got := float64(int(2*said.share*item.MaxPoints)) / 2
		a := data.VisitAnswer{VisitID: v.ID, ItemID: item.ID, Verdict: said.verdict, Points: &got, Note: said.note}
		if said.verdict != data.Unmet && d.looks.IntN(2) == 0 {
			a.Seen = vietnamese.LowerFirst(item.Guide)
		}
		all.answers = append(all.answers, a)
	}
	rank := 1
	for _, at := range d.looks.Perm(len(demoStrengths))[:2] {
		all.findings = append(all.findings, data.Finding{VisitID: v.ID, Rank: rank, Nature: data.Strength, Category: demoStrengths[at][0], Text: demoStrengths[at][1]})
		rank++
	}
	last, open := v.ConcludedOn, false
	for n, at := range d.shortcomingsOf(v.UnitID) {
		s := demoShortcomings[at]
		all.findings = append(all.findings, data.Finding{VisitID: v.ID, Rank: rank, Nature: data.Shortcoming, Category: s.category, Text: s.text, Cause: s.cause, RepeatsID: d.known[[2]int64{v.UnitID, int64(at)}]})
		rank++
		m := data.Remedy{VisitID: v.ID, FindingID: int64(len(all.findings)), UnitID: v.UnitID, Rank: n + 1, Action: s.action, Responsible: s.who, DueOn: v.DoneOn.AddDays(40 + d.looks.IntN(40))}
		missed := 2
		if m.DueOn.AddMonths(5).After(demoUntil) {
			missed = 40
		}
		if done := m.DueOn.AddDays(d.looks.IntN(16) - 12); !done.After(demoUntil) && d.looks.IntN(100) >= missed {
			m.DoneOn, m.Proof = done, fmt.Sprintf("Báo cáo số %d/BC-HPN ngày %s", 5+d.looks.IntN(60), done)
			if done.After(last) {
				last = done
			}
		}
		open = open || m.DoneOn.IsZero()
		all.remedies = append(all.remedies, m)
	}
	if !open && !v.ConcludedOn.IsZero() {
		v.ClosedOn = passed(last.AddDays(5))
	}
}

// shortcomingsOf picks the shortcomings of a visit: some of those that the unit had before come back.
func (d *demo) shortcomingsOf(unit int64) []int {
	var picked []int
	for _, at := range d.looks.Perm(len(demoShortcomings)) {
		_, before := d.known[[2]int64{unit, int64(at)}]
		if before && d.looks.IntN(100) < 45 || !before && d.looks.IntN(100) < 15 {
			picked = append(picked, at)
		}
		if len(picked) == 3 {
			break
		}
	}
	return picked
}

// storeInspections stores what the visits of a round found, and rechecks the first of them that has a late remedy.
func (d *demo) storeInspections(all *demoInspections, visits map[int64]data.Visit) error {
	if err := data.InsertAll(d.tx, all.answers); err != nil {
		return err
	}
	if err := data.InsertAll(d.tx, all.findings); err != nil {
		return err
	}
	for _, f := range all.findings {
		for at, s := range demoShortcomings {
			if f.Nature == data.Shortcoming && f.Text == s.text {
				d.known[[2]int64{visits[f.VisitID].UnitID, int64(at)}] = f.ID
			}
		}
	}
	for i := range all.remedies {
		all.remedies[i].FindingID = all.findings[all.remedies[i].FindingID-1].ID
	}
	if err := d.recheck(all.remedies, visits); err != nil {
		return err
	}
	return data.InsertAll(d.tx, all.remedies)
}

// recheck looks again at the first visit with two remedies of which the unit told that they are done.
func (d *demo) recheck(remedies []data.Remedy, visits map[int64]data.Visit) error {
	of := map[int64]int{}
	for _, m := range remedies {
		of[m.VisitID]++
	}
	for i := 1; i < len(remedies); i++ {
		first, second := &remedies[i-1], &remedies[i]
		if first.VisitID != second.VisitID || of[first.VisitID] != 2 || first.DoneOn.IsZero() || second.DoneOn.IsZero() {
			continue
		}
		v := visits[first.VisitID]
		on := second.DueOn.AddDays(10)
		for on.Time().Weekday()%6 == 0 { // Saturday or Sunday
			on = on.AddDays(1)
		}
		if on.After(demoUntil) || first.DoneOn.After(on) || second.DoneOn.After(on) || !v.ClosedOn.IsZero() && v.ClosedOn.Before(on) {
			continue
		}
		again := data.Visit{RoundID: v.RoundID, UnitID: v.UnitID, InspectorID: v.InspectorID, Origin: data.Rechecks, RecheckOf: v.ID, PlannedOn: on, Moved: true, DoneOn: on, ConcludedOn: on, Place: v.Place}
		if err := d.tx.Insert(&again); err != nil {
			return err
		}
		if err := d.send(again, d.looks); err != nil {
			return err
		}
		first.CheckedOn, first.CheckedIn, first.Verdict, first.CheckNote = on, again.ID, data.RemedyDone, "Đoàn đã xem hồ sơ, đúng như báo cáo"
		second.CheckedOn, second.CheckedIn, second.Verdict, second.CheckNote = on, again.ID, data.RemedyPartly, "Mới làm xong ở một số chi hội"
		return nil
	}
	return nil
}
