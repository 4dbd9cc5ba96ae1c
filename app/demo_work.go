package app

import (
	"fmt"
	"math/rand/v2"

	"cosohoi/data"
	"cosohoi/data/day"
)

// care invents what the offices note of units and of the work there: terms, marks of communes, who looks after them and the trips. It
// draws from a source of its own, so that names, posts and records stay as they were before it.
type care struct {
	*demo
	luck *rand.Rand
}

func (c *care) chance(percent int) bool { return c.luck.IntN(100) < percent }

func (c *care) oneOf(words []string) string { return words[c.luck.IntN(len(words))] }

// demoSectors are what members of committees stand for.
var demoSectors = []string{"Cơ quan chuyên trách", "Lực lượng vũ trang", "Trí thức", "Doanh nhân", "Đồng bào có đạo", "Công nhân, viên chức"}

// sector is what the holder of a post stands for: those who lead work for the Union alone.
func (d *demo) sector(rank int) string {
	if rank < 3 {
		return demoSectors[0]
	}
	return demoSectors[rank%len(demoSectors)]
}

// ordinals are the khóa that the units of the demonstration count; the last is reached by those that begin one before it.
var ordinals = []string{"XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV", "XXV"}

// terms notes for every unit with committees the term that its congress of 2021 opened and, below the province, the next one.
func (c *care) terms(units []data.UnitOn) error {
	var terms []data.UnitTerm
	for _, u := range units {
		if !HasCommittees(u.Level) {
			continue
		}
		ordinal := c.luck.IntN(len(ordinals) - 1)
		t := data.UnitTerm{UnitID: u.ID, Ordinal: ordinals[ordinal], Name: "2021 - 2026"}
		switch u.Level {
		case data.Province:
			t.Ordinal, t.CongressOn = "XVII", day.Of(2021, 10, 11)
			t.CommitteeSeats, t.BoardSeats, t.InspectionSeats = 13, 7, 5
		case data.District:
			t.CongressOn = day.Of(2021, 6, 10+c.luck.IntN(18))
			t.CommitteeSeats, t.BoardSeats, t.InspectionSeats = 7, 4, 3
		default:
			t.CongressOn = day.Of(2021, 3, 5+c.luck.IntN(24))
			t.CommitteeSeats = 2 + c.luck.IntN(2)
		}
		t.FirstDay, t.LastDay = t.CongressOn, t.CongressOn.AddMonths(60).AddDays(-1)
		terms = append(terms, t)
		if u.Level != data.Province { // whose congress comes last
			t.Ordinal, t.Name, t.CongressOn, t.FirstDay = ordinals[ordinal+1], "2026 - 2031", t.LastDay.AddDays(1), t.LastDay.AddDays(1)
			t.LastDay = t.FirstDay.AddMonths(60).AddDays(-1)
			terms = append(terms, t)
		}
	}
	return data.InsertAll(c.tx, terms)
}

// mark says of some communes that they are poor or that many people there have a religion.
func (c *care) mark(communes []data.UnitOn) error {
	for i := range communes {
		u := &communes[i]
		u.Hardship, u.Religious = c.chance(7), c.chance(9)
		if !u.Hardship && !u.Religious {
			continue
		}
		states, err := c.tx.UnitStates(c.ctx, u.ID)
		if err != nil {
			return err
		}
		last := states[len(states)-1]
		last.Hardship, last.Religious = u.Hardship, u.Religious
		if err := c.tx.Update(&last); err != nil {
			return err
		}
	}
	return nil
}

var demoPurposes = []string{"Dự sinh hoạt chi hội", "Nắm tình hình xây dựng mô hình “1+1”", "Hướng dẫn ghi sổ sách, quản lý hội viên", "Cùng Ban Thường vụ xã chuẩn bị kiểm tra"}

var demoResults = []string{"", "Chi hội sinh hoạt đều, hội viên tham gia đông.", "Đã thống nhất việc bổ sung danh sách hội viên.", "Đề nghị huyện hỗ trợ tập huấn chi hội trưởng mới."}

// lookAfter gives communes, those in need first of all, to the board of their district, and notes the trips there.
func (c *care) lookAfter(communes []data.UnitOn) error {
	var assignments []data.Assignment
	var trips []data.Trip
	for _, u := range communes {
		staff := c.staff[u.ParentID]
		need := u.Hardship || u.Religious
		if len(staff) == 0 || need && !c.chance(85) || !need && !c.chance(45) {
			continue
		}
		who := staff[c.luck.IntN(len(staff))]
		from := day.Of(2023, 1+c.luck.IntN(6), 3)
		assignments = append(assignments, data.Assignment{CadreID: who, UnitID: u.ID, StartedOn: from, Decision: fmt.Sprintf("%02d/QĐ-BTV", 5+c.luck.IntN(60))})
		n := c.luck.IntN(2)
		if need {
			n += 2
		}
		for range n {
			trips = append(trips, data.Trip{CadreID: who, UnitID: u.ID, MadeOn: from.AddMonths(1 + c.luck.IntN(30)).AddDays(c.luck.IntN(20)), Purpose: c.oneOf(demoPurposes), Result: c.oneOf(demoResults)})
		}
	}
	if err := data.InsertAll(c.tx, assignments); err != nil {
		return err
	}
	return data.InsertAll(c.tx, trips)
}
