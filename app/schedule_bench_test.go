package app

import (
	"testing"
	"time"

	"cosohoi/data/day"
)

// BenchmarkScheduleOfATerm measures all visits of the whole province in a term, with units and teams, against the same rows read through
// database/sql alone.
func BenchmarkScheduleOfATerm(b *testing.B) {
	o := demoOffice(b)
	on := o.Today()
	term, _, err := o.TermOn(b.Context(), on)
	if err != nil {
		b.Fatal(err)
	}
	pool := rawPool(b, o.Path())
	var office, raw time.Duration
	for b.Loop() {
		start := time.Now()
		visits, err := o.TermVisits(b.Context(), on, term.ID)
		office += time.Since(start)
		if err != nil {
			b.Fatal(err)
		}
		start = time.Now()
		rows := rawRows(b, pool, `SELECT v.* FROM visits v JOIN rounds r ON r.id = v.round_id
			WHERE r.term_id = ? AND r.deleted_at IS NULL AND v.deleted_at IS NULL ORDER BY v.planned_on, v.id`, term.ID)
		rawRows(b, pool, `SELECT m.*, c.full_name FROM visit_members m JOIN cadres c ON c.id = m.cadre_id JOIN visits v ON v.id = m.visit_id
			JOIN rounds r ON r.id = v.round_id WHERE r.term_id = ? AND m.deleted_at IS NULL AND v.deleted_at IS NULL ORDER BY m.role, c.sort_key`, term.ID)
		rawRows(b, pool, `SELECT u.id, u.level, u.note, s.* FROM units u JOIN unit_states s ON s.unit_id = u.id
			WHERE u.level IN ('province', 'district', 'affiliate', 'base') AND s.deleted_at IS NULL`)
		raw += time.Since(start)
		if len(rows) != len(visits) {
			b.Fatalf("raw finds %d visits, the office %d", len(rows), len(visits))
		}
	}
	report(b, office, raw)
}

// BenchmarkRoundsOfATerm measures the rounds of a term with their tallies of done and late, against reading its visits.
func BenchmarkRoundsOfATerm(b *testing.B) {
	o := demoOffice(b)
	on := day.Of(2026, 7, 20)
	term, _, err := o.TermOn(b.Context(), on)
	if err != nil {
		b.Fatal(err)
	}
	pool := rawPool(b, o.Path())
	var office, raw time.Duration
	for b.Loop() {
		start := time.Now()
		rounds, err := o.Rounds(b.Context(), on, term.ID)
		if err != nil {
			b.Fatal(err)
		}
		office += time.Since(start)
		start = time.Now()
		rawRows(b, pool, `SELECT v.* FROM visits v JOIN rounds r ON r.id = v.round_id WHERE r.term_id = ? AND r.deleted_at IS NULL AND v.deleted_at IS NULL`, term.ID)
		raw += time.Since(start)
		if len(rounds) == 0 {
			b.Fatal("no rounds")
		}
	}
	report(b, office, raw)
}
