package app

import (
	"database/sql"
	"testing"
	"time"

	"cosohoi/data"
	"cosohoi/data/day"
)

// BenchmarkTargets measures all targets of the plan for all units of the province on a day against the same counts by hand-written SQL, one
// query a target and one for the tree, added up along the tree; both must come to the same for the province.
func BenchmarkTargets(b *testing.B) { benchmarkTargets(b, demoOffice(b)) }

func benchmarkTargets(b *testing.B, o *Office) {
	pool := rawPool(b, o.Path())
	on := day.Of(2026, 10, 31)
	province := must(o.Province(b.Context(), on))(b)
	var office, raw time.Duration
	for b.Loop() {
		start := time.Now()
		measured, err := o.MeasureTargets(b.Context(), TargetQuery{On: on})
		office += time.Since(start)
		if err != nil {
			b.Fatal(err)
		}
		start = time.Now()
		byHand := rawTargets(b, pool, on)
		raw += time.Since(start)
		for i, m := range measured {
			v := m.Units[province.ID]
			if got := byHand[i][province.ID]; got != [2]int{v.Numerator, v.Denominator} {
				b.Fatalf("%s: by hand %v, the office %+v", m.Code, got, v)
			}
		}
	}
	report(b, office, raw)
}

// rawTargets gives for each target of the plan, by its usual reading, numerator and denominator of every unit.
func rawTargets(b *testing.B, pool *sql.DB, on day.Date) []map[int64][2]int {
	b.Helper()
	d, year := on.ISO(), on.ISO()[:4]
	const (
		running = "r.deleted_at IS NULL AND r.started_on <= ?1 AND (r.ended_on IS NULL OR r.ended_on >= substr(?1, 1, length(r.ended_on)))"
		head    = `FROM appointments a JOIN positions p ON p.id = a.position_id AND p.code = 'CHT' WHERE a.deleted_at IS NULL AND (a.started_on IS NULL OR a.started_on <= ?1)
			AND (a.ended_on IS NULL OR a.ended_on >= substr(?1, 1, length(a.ended_on)))`
	)
	pairs := func(query string, args ...any) map[int64][2]int {
		rows, err := pool.QueryContext(b.Context(), query, args...)
		if err != nil {
			b.Fatal(err)
		}
		defer rows.Close()
		all := map[int64][2]int{}
		for rows.Next() {
			var unit int64
			var n [2]int
			if err := rows.Scan(&unit, &n[0], &n[1]); err != nil {
				b.Fatal(err)
			}
			all[unit] = n
		}
		return all
	}
	parents, levels := map[int64]int64{}, map[int64]data.Level{}
	rows, err := pool.QueryContext(b.Context(), `SELECT u.id, coalesce(s.parent_id, 0), u.level FROM units u JOIN unit_states s ON s.unit_id = u.id WHERE u.deleted_at IS NULL AND s.deleted_at IS NULL
		AND (s.valid_from IS NULL OR s.valid_from <= ?1) AND (s.valid_to IS NULL OR s.valid_to >= substr(?1, 1, length(s.valid_to)))`, d)
	if err != nil {
		b.Fatal(err)
	}
	for rows.Next() {
		var unit, parent int64
		var level data.Level
		if err := rows.Scan(&unit, &parent, &level); err != nil {
			b.Fatal(err)
		}
		parents[unit], levels[unit] = parent, level
	}
	if err := rows.Close(); err != nil {
		b.Fatal(err)
	}
	model := func(kind, more string) map[int64][2]int {
		return pairs("SELECT r.unit_id, count(*), 0 FROM models r JOIN model_kinds k ON k.id = r.kind_id AND k.code = ?2 WHERE "+running+more+" GROUP BY 1", d, kind)
	}
	effective := ` AND (SELECT v.effective FROM model_reviews v WHERE v.model_id = r.id AND v.deleted_at IS NULL AND v.reviewed_on <= ?1 AND v.reviewed_on > date(?1, '-12 months') ORDER BY v.reviewed_on DESC, v.id DESC LIMIT 1) = 1`
	sources := []struct {
		counts map[int64][2]int
		need   int // of a unit with what is below it; 0 where the counts are shares already
	}{
		{model("1+1", ""), 1}, {model("3C3B", ""), 1}, {model("DT", effective), 1},
		{pairs(`SELECT a.unit_id, sum(EXISTS (SELECT 1 FROM party_steps t WHERE t.cadre_id = a.cadre_id AND t.deleted_at IS NULL AND t.step IN ('course', 'introduced') AND t.taken_on >= substr('2023-01-31', 1, length(t.taken_on)) AND t.taken_on <= ?1)
			OR EXISTS (SELECT 1 FROM cadres c WHERE c.id = a.cadre_id AND c.deleted_at IS NULL AND coalesce(c.party_probation_on, c.party_official_on) >= substr('2023-01-31', 1, length(coalesce(c.party_probation_on, c.party_official_on))) AND coalesce(c.party_probation_on, c.party_official_on) <= ?1)), count(*)
			`+head+` AND NOT EXISTS (SELECT 1 FROM cadres c WHERE c.id = a.cadre_id AND c.deleted_at IS NULL AND coalesce(c.party_probation_on, c.party_official_on) <= max('2023-01-31', coalesce(a.started_on, ''))) GROUP BY 1`, d), 0},
		{pairs("SELECT unit_id, count(*), 0 FROM activities WHERE deleted_at IS NULL AND kind = 'knowledge' AND occasion IN ('8/3', '20/10') AND held_on >= ?2 AND held_on <= ?1 GROUP BY 1", d, year), 2},
		{pairs("SELECT unit_id, count(*), 0 FROM proposals WHERE deleted_at IS NULL AND proposed_on >= ?2 AND proposed_on <= ?1 GROUP BY 1", d, year), 1},
		{pairs(`SELECT a.unit_id, sum(EXISTS (SELECT 1 FROM allowances r WHERE r.cadre_id = a.cadre_id AND r.deleted_at IS NULL AND r.from_month <= ?1 AND (r.to_month IS NULL OR r.to_month >= substr(?1, 1, length(r.to_month))))), count(*) `+head+" GROUP BY 1", d), 0},
	}
	asked := pairs("SELECT unit_id, count(*), 0 FROM proposals WHERE deleted_at IS NULL AND content = 'allowance' AND proposed_on >= '2022' AND proposed_on <= ?1 GROUP BY 1", d)
	for unit, n := range sources[6].counts {
		for above := unit; above != 0; above = parents[above] {
			if asked[above][0] > 0 {
				sources[6].counts[unit] = [2]int{n[1], n[1]}
				break
			}
		}
	}
	values := make([]map[int64][2]int, len(sources))
	for i, s := range sources {
		values[i] = map[int64][2]int{}
		own := s.counts
		if s.need > 0 {
			sums := map[int64]int{}
			for unit, n := range s.counts {
				for above := unit; above != 0; above = parents[above] {
					sums[above] += n[0]
				}
			}
			own = map[int64][2]int{}
			for unit, level := range levels {
				if level == data.BaseUnit {
					n := [2]int{0, 1}
					if sums[unit] >= s.need {
						n[0] = 1
					}
					own[unit] = n
				}
			}
		}
		for unit, n := range own {
			for above := unit; above != 0; above = parents[above] {
				sum := values[i][above]
				values[i][above] = [2]int{sum[0] + n[0], sum[1] + n[1]}
			}
		}
	}
	return values
}
