package data

import (
	"context"
	"fmt"
	"reflect"

	"gorm.io/gorm"
)

// Kept counts, by kind, what a record of a cadre carries or what became of it.
type Kept map[Kind]int

// belonging is one kind of record that belongs to a cadre.
type belonging struct {
	kind  Kind
	count func(ctx context.Context, r Reader, cadre int64) (int, error)
	move  func(ctx context.Context, t *Tx, from, to int64) (moved, doubled int, err error)
}

// belongs describes a kind by where the cadre stands in it and by when two records are of one thing, of which a cadre has but one; nil
// where only exact doubles are. fill lets the record that is kept take what it lacks from the one that goes.
func belongs[R any, P interface {
	*R
	Record
}](kind Kind, cadre func(P) *int64, same func(a, b P) bool, fill func(kept, gone P)) belonging {
	return belongsBy[R](kind, "cadre_id", cadre, same, fill)
}

// belongsBy is belongs for records in which the cadre stands in another column.
func belongsBy[R any, P interface {
	*R
	Record
}](kind Kind, column string, cadre func(P) *int64, same func(a, b P) bool, fill func(kept, gone P)) belonging {
	of := func(ctx context.Context, r Reader, id int64) ([]R, error) {
		return listed[R](ctx, r, fmt.Sprintf("%s of cadre %d", kind, id), func(db *gorm.DB) *gorm.DB { return db.Where(column+" = ?", id).Order("id") })
	}
	return belonging{kind: kind,
		count: func(ctx context.Context, r Reader, id int64) (int, error) {
			all, err := of(ctx, r, id)
			return len(all), err
		},
		move: func(ctx context.Context, t *Tx, from, to int64) (moved, doubled int, err error) {
			there, err := of(ctx, t.Reader, to)
			if err != nil {
				return 0, 0, err
			}
			coming, err := of(ctx, t.Reader, from)
			if err != nil {
				return 0, 0, err
			}
			for i := range coming {
				one := P(&coming[i])
				double := false
				for j := range there {
					other := P(&there[j])
					if !exactly(one, other, cadre) && (same == nil || !same(one, other)) {
						continue
					}
					double = true
					if fill != nil {
						fill(other, one)
						if err := t.Update(other); err != nil {
							return moved, doubled, err
						}
					}
					break
				}
				if double {
					doubled++
					err = t.Remove(one)
				} else {
					moved++
					*cadre(one) = to
					err = t.Update(one)
				}
				if err != nil {
					return moved, doubled, err
				}
			}
			return moved, doubled, nil
		},
	}
}

// exactly tells whether two records say the same of their cadres.
func exactly[P Record](a, b P, cadre func(P) *int64) bool {
	x, y := twin(a).(P), twin(b).(P)
	*x.base(), *y.base() = Base{}, Base{}
	*cadre(x), *cadre(y) = 0, 0
	return reflect.DeepEqual(x, y)
}

// heldByCadre lists all kinds that belong to a cadre.
var heldByCadre = []belonging{
	belongs(KindAppointment, func(a *Appointment) *int64 { return &a.CadreID }, nil, nil),
	belongs(KindCadreRating, func(c *CadreRating) *int64 { return &c.CadreID }, func(a, b *CadreRating) bool { return a.Year == b.Year && a.SchemeID == b.SchemeID }, nil),
	belongs(KindAttendance, func(a *Attendance) *int64 { return &a.CadreID }, func(a, b *Attendance) bool { return a.CourseID == b.CourseID }, func(kept, gone *Attendance) {
		fillEmpty(&kept.Certificate, gone.Certificate)
		fillEmpty(&kept.Result, gone.Result)
		fillEmpty(&kept.Note, gone.Note)
	}),
	belongs(KindPartyStep, func(p *PartyStep) *int64 { return &p.CadreID }, nil, nil),
	belongs(KindCadreAward, func(a *CadreAward) *int64 { return &a.CadreID }, nil, nil),
	belongs(KindDiscipline, func(d *Discipline) *int64 { return &d.CadreID }, nil, nil),
	belongs(KindAllowance, func(a *Allowance) *int64 { return &a.CadreID }, nil, nil),
	belongs(KindSuccession, func(s *Succession) *int64 { return &s.CadreID }, nil, nil),
	belongs(KindAssignment, func(a *Assignment) *int64 { return &a.CadreID }, nil, nil),
	belongs(KindTrip, func(t *Trip) *int64 { return &t.CadreID }, nil, nil),
	belongs(KindVisitMember, func(m *VisitMember) *int64 { return &m.CadreID }, func(a, b *VisitMember) bool { return a.VisitID == b.VisitID }, func(kept, gone *VisitMember) {
		if gone.Role == Leader {
			kept.Role = Leader
		}
	}),
	belongs(KindCadrePhoto, func(p *CadrePhoto) *int64 { return &p.CadreID }, func(_, _ *CadrePhoto) bool { return true }, nil),
	belongs(KindPersonalRequest, func(p *PersonalRequest) *int64 { return &p.CadreID }, nil, nil),
	belongsBy(KindPair, "helper_cadre_id", func(p *Pair) *int64 { return &p.HelperCadreID }, nil, nil),
	belongsBy(KindPair, "helped_cadre_id", func(p *Pair) *int64 { return &p.HelpedCadreID }, nil, nil),
	belongs(KindGoodExample, func(g *GoodExample) *int64 { return &g.CadreID }, nil, nil),
}

func fillEmpty(kept *string, gone string) {
	if *kept == "" {
		*kept = gone
	}
}

// HeldByCadre counts what belongs to a cadre, without what lies in the recycle bin.
func (r Reader) HeldByCadre(ctx context.Context, cadre int64) (Kept, error) {
	counts := Kept{}
	for _, h := range heldByCadre {
		n, err := h.count(ctx, r, cadre)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			counts[h.kind] += n
		}
	}
	return counts, nil
}

// GiveToCadre gives all that belongs to a cadre to another, who is the same person. What she has already goes to the recycle bin: exact doubles, and
// what there can be but one of (the rating of a year, a course, a place in a team, the photo).
func (t *Tx) GiveToCadre(ctx context.Context, from, to int64) (moved, doubled Kept, err error) {
	moved, doubled = Kept{}, Kept{}
	for _, h := range heldByCadre {
		m, d, err := h.move(ctx, t, from, to)
		if err != nil {
			return nil, nil, fmt.Errorf("give %s of cadre %d to %d: %w", h.kind, from, to, err)
		}
		if m > 0 {
			moved[h.kind] += m
		}
		if d > 0 {
			doubled[h.kind] += d
		}
	}
	return moved, doubled, nil
}
