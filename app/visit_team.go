package app

import (
	"context"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
)

// Seat is a place in the team of a visit.
type Seat struct {
	Cadre int64
	Role  data.VisitRole
}

// RoleName names a role as papers do.
func RoleName(r data.VisitRole) string {
	switch r {
	case data.Leader:
		return "Trưởng đoàn"
	case data.Deputy:
		return "Phó Trưởng đoàn"
	case data.Secretary:
		return "Thư ký"
	}
	return "Thành viên"
}

// SaveTeam makes the team of some visits the given one, all or none. A team has one leader, at most one secretary, and nobody who is at
// another unit at the same time.
func (o *Office) SaveTeam(ctx context.Context, visits []data.Visit, seats []Seat) error {
	_, err := o.db.Write(ctx, "Phân công đoàn kiểm tra", func(tx *data.Tx) error {
		for _, v := range visits {
			if err := o.saveTeam(ctx, tx, v, seats); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// checkSeats refuses teams that no decision would name.
func checkSeats(seats []Seat) error {
	count := map[data.VisitRole]int{}
	seen := map[int64]bool{}
	for _, s := range seats {
		count[s.Role]++
		if seen[s.Cadre] {
			return Problem("Một người có hai vai trong đoàn; hãy giữ lại một vai.")
		}
		seen[s.Cadre] = true
	}
	switch {
	case count[data.Leader] == 0:
		return Problem("Đoàn kiểm tra chưa có trưởng đoàn; hãy chọn trưởng đoàn.")
	case count[data.Leader] > 1:
		return Problem("Đoàn kiểm tra có %d trưởng đoàn; hãy giữ lại một người.", count[data.Leader])
	case count[data.Secretary] > 1:
		return Problem("Đoàn kiểm tra có %d thư ký; hãy giữ lại một người.", count[data.Secretary])
	}
	return nil
}

// saveTeam is SaveTeam for one visit within a write.
func (o *Office) saveTeam(ctx context.Context, tx *data.Tx, visit data.Visit, seats []Seat) error {
	if err := checkSeats(seats); err != nil {
		return err
	}
	for _, s := range seats {
		if _, err := tx.Cadre(ctx, s.Cadre); err != nil { // she may have been removed in another window
			return err
		}
	}
	if err := checkTeamFree(ctx, tx, visit, seats); err != nil {
		return err
	}
	roles := map[int64]data.VisitRole{}
	for _, s := range seats {
		roles[s.Cadre] = s.Role
	}
	teams, err := tx.Teams(ctx, []int64{visit.ID})
	if err != nil {
		return err
	}
	for _, m := range teams[visit.ID] {
		role, stays := roles[m.CadreID]
		if !stays {
			if err := tx.Remove(&m.VisitMember); err != nil {
				return err
			}
			continue
		}
		m.Role = role
		if err := tx.Update(&m.VisitMember); err != nil {
			return err
		}
		delete(roles, m.CadreID)
	}
	for _, s := range seats {
		if _, missing := roles[s.Cadre]; missing {
			if err := tx.Insert(&data.VisitMember{VisitID: visit.ID, CadreID: s.Cadre, Role: s.Role}); err != nil {
				return err
			}
		}
	}
	return nil
}

// Busy is a member of a team who is at another unit on the same day.
type Busy struct {
	Cadre int64
	Name  string
	Visit data.Visit
	Unit  string
}

// checkTeamFree refuses a team of which somebody is elsewhere at the same time. Two visits on one day go together when the hours of both
// are known and do not meet.
func checkTeamFree(ctx context.Context, tx *data.Tx, visit data.Visit, seats []Seat) error {
	ids := make([]int64, len(seats))
	for i, s := range seats {
		ids[i] = s.Cadre
	}
	busy, err := teamBusy(ctx, tx.Reader, visit, ids)
	if err != nil || len(busy) == 0 {
		return err
	}
	return Problem("“%s” đã có trong đoàn kiểm tra %s cùng ngày %s; hãy chọn người khác, đổi ngày, hoặc ghi giờ của hai cuộc không trùng nhau.", busy[0].Name, lowerKind(busy[0].Unit), visitDay(visit))
}

// teamBusy lists which of some cadres are at another unit while a visit takes place.
func teamBusy(ctx context.Context, r data.Reader, visit data.Visit, cadres []int64) ([]Busy, error) {
	members, err := r.VisitsWithTeam(ctx, visitDay(visit), cadres, visit.ID)
	if err != nil {
		return nil, err
	}
	var busy []Busy
	for _, m := range members {
		other, err := r.Visit(ctx, m.VisitID)
		if err != nil {
			return nil, err
		}
		if apart(visit, other) {
			continue
		}
		c, err := r.Cadre(ctx, m.CadreID)
		if err != nil {
			return nil, err
		}
		names, err := r.UnitNames(ctx, []int64{other.UnitID})
		if err != nil {
			return nil, err
		}
		busy = append(busy, Busy{c.ID, c.FullName, other, names[other.UnitID].Label()})
	}
	return busy, nil
}

// apart tells that two visits on one day are known not to meet. Times are "08:00", which sort as they pass.
func apart(a, b data.Visit) bool {
	ends := func(x, y data.Visit) bool { return x.EndsAt != "" && y.StartsAt != "" && x.EndsAt <= y.StartsAt }
	return ends(a, b) || ends(b, a)
}

// TeamBusy lists which members of a visit's team are at another unit on its day.
func (o *Office) TeamBusy(ctx context.Context, visit data.Visit, cadres []int64) ([]Busy, error) {
	return teamBusy(ctx, o.db.Reader, visit, cadres)
}

// visitDay is the day of a visit: that on which it was held or, before, the planned one.
func visitDay(v data.Visit) day.Date {
	if v.DoneOn.IsZero() {
		return v.PlannedOn
	}
	return v.DoneOn
}

// TeamText lists a team in one line: "Trần Thị B (trưởng đoàn), Lê Thị C".
func TeamText(team []data.TeamMember) string {
	var names []string
	for _, m := range team {
		name := m.FullName
		if m.Role != data.Member {
			name += " (" + strings.ToLower(RoleName(m.Role)) + ")"
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// Seats are the seats of a team.
func Seats(team []data.TeamMember) []Seat {
	seats := make([]Seat, len(team))
	for i, m := range team {
		seats[i] = Seat{m.CadreID, m.Role}
	}
	slices.SortStableFunc(seats, func(a, b Seat) int {
		return slices.Index(data.VisitRoles, a.Role) - slices.Index(data.VisitRoles, b.Role)
	})
	return seats
}
