package app

import (
	"database/sql"
	"strings"
	"testing"
	"time"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// typed are texts as they come up while somebody types: a letter that begins half of all names, family names,
// full names.
var typed = []string{"n", "ng", "nguyen", "nguyen thi", "pham dao", "dao", "yen", "hoa"}

// BenchmarkSearchAsYouType measures one keystroke in the list of cadres against the same questions asked through
// database/sql alone, on the same file in the same run.
func BenchmarkSearchAsYouType(b *testing.B) { benchmarkSearch(b, demoOffice(b)) }

func benchmarkSearch(b *testing.B, o *Office) {
	pool := rawPool(b, o.Path())
	on := o.Today()
	if _, err := o.Totals(b.Context(), on); err != nil { // known since the window opened
		b.Fatal(err)
	}
	for _, text := range typed {
		b.Run(strings.ReplaceAll(text, " ", "_"), func(b *testing.B) {
			var office, raw time.Duration
			for b.Loop() {
				start := time.Now()
				page, err := o.Cadres(b.Context(), data.CadreQuery{On: on, Text: text, Limit: 200})
				office += time.Since(start)
				if err != nil || len(page.Rows) == 0 {
					b.Fatalf("%d rows, %v", len(page.Rows), err)
				}
				start = time.Now()
				rows, matching := rawSearch(b, pool, text, on)
				raw += time.Since(start)
				if rows != len(page.Rows) || matching != page.Matching {
					b.Fatalf("raw finds %d of %d, the office %d of %d", rows, matching, len(page.Rows), page.Matching)
				}
			}
			report(b, office, raw)
		})
	}
}

// BenchmarkSearchEverything measures one keystroke in the search of the top bar against the full-text and telephone lookups that it
// cannot do without, asked through database/sql alone.
func BenchmarkSearchEverything(b *testing.B) { benchmarkSearchEverything(b, demoOffice(b)) }

func benchmarkSearchEverything(b *testing.B, o *Office) {
	pool := rawPool(b, o.Path())
	on := o.Today()
	for _, text := range append([]string{"hai van", "0912", "345"}, typed...) {
		b.Run(strings.ReplaceAll(text, " ", "_"), func(b *testing.B) {
			var office, raw time.Duration
			for b.Loop() {
				start := time.Now()
				if _, err := o.SearchEverything(b.Context(), on, text, 6); err != nil {
					b.Fatal(err)
				}
				office += time.Since(start)
				match := `"` + strings.ReplaceAll(text, " ", `"* "`) + `"*`
				start = time.Now()
				rawRows(b, pool, "SELECT s.* FROM unit_states s WHERE s.deleted_at IS NULL AND s.id IN (SELECT rowid FROM unit_names WHERE unit_names MATCH ?) ORDER BY s.sort_key LIMIT 6", match)
				if digits, ok := phonePart(text); ok {
					rawRows(b, pool, "SELECT * FROM cadres WHERE phone <> '' AND phone LIKE ? AND deleted_at IS NULL LIMIT 6", "%"+digits+"%")
				} else {
					rawRows(b, pool, "SELECT c.* FROM cadres c WHERE c.deleted_at IS NULL AND c.id IN (SELECT rowid FROM cadre_names WHERE cadre_names MATCH ?) ORDER BY c.sort_key LIMIT 6", match)
				}
				raw += time.Since(start)
			}
			report(b, office, raw)
		})
	}
}

// BenchmarkOpenLargestDistrict measures the opening of the district with most communes in the tree; what stands beside them is
// remembered, see BenchmarkTreeCounts.
func BenchmarkOpenLargestDistrict(b *testing.B) { benchmarkTree(b, demoOffice(b)) }

func benchmarkTree(b *testing.B, o *Office) {
	pool := rawPool(b, o.Path())
	on := o.Today()
	if _, err := o.unitTotals(b.Context(), on); err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct{ name, code string }{{"district", "366"}, {"commune", "14230"}} {
		id := unit(b, o, on, c.code).ID
		b.Run(c.name, func(b *testing.B) {
			var office, raw time.Duration
			for b.Loop() {
				start := time.Now()
				rows, err := o.UnitRows(b.Context(), on, id)
				office += time.Since(start)
				if err != nil {
					b.Fatal(err)
				}
				start = time.Now()
				n := rawChildren(b, pool, id, on)
				raw += time.Since(start)
				if n != len(rows) {
					b.Fatalf("raw finds %d units, the office %d", n, len(rows))
				}
			}
			report(b, office, raw)
		})
	}
}

// BenchmarkTreeOfADay measures all units of the province as they were on a day against one recursive query.
func BenchmarkTreeOfADay(b *testing.B) {
	o := demoOffice(b)
	pool := rawPool(b, o.Path())
	on := day.Of(2023, 7, 4)
	const held = "s.deleted_at IS NULL AND (s.valid_from IS NULL OR s.valid_from <= ?) AND (s.valid_to IS NULL OR s.valid_to >= substr(?, 1, length(s.valid_to)))"
	var office, raw time.Duration
	for b.Loop() {
		start := time.Now()
		units, err := o.db.UnitsOn(b.Context(), on, data.UnitQuery{})
		office += time.Since(start)
		if err != nil {
			b.Fatal(err)
		}
		start = time.Now()
		rows := rawRows(b, pool, `WITH RECURSIVE tree (id) AS (SELECT u.id FROM units u WHERE u.level = 'province' UNION SELECT s.unit_id FROM unit_states s JOIN tree ON s.parent_id = tree.id WHERE `+held+`)
			SELECT u.id, u.level, u.note, s.* FROM tree JOIN units u ON u.id = tree.id JOIN unit_states s ON s.unit_id = u.id WHERE u.deleted_at IS NULL AND `+held+` ORDER BY s.sort_key, u.id`,
			on.ISO(), on.ISO(), on.ISO(), on.ISO())
		raw += time.Since(start)
		if len(rows) != len(units) {
			b.Fatalf("raw finds %d units, the office %d", len(rows), len(units))
		}
	}
	report(b, office, raw)
}

// BenchmarkOverview measures the first count of the first screen against counting the cadres of the unit alone, which has to be asked
// in any case; what is asked again comes from memory.
func BenchmarkOverview(b *testing.B) { benchmarkOverview(b, demoOffice(b)) }

func benchmarkOverview(b *testing.B, o *Office) {
	pool := rawPool(b, o.Path())
	on := o.Today()
	d := on.ISO()
	for _, c := range []struct{ name, code string }{{"province", ""}, {"district", "366"}} {
		scope := data.Scope{On: on}
		below := "SELECT unit_id FROM unit_states WHERE ? <= ?"
		args := []any{d, d, d, d}
		if c.code != "" {
			scope.Unit = unit(b, o, on, c.code).ID
			below = `WITH RECURSIVE t (id) AS (SELECT ? UNION SELECT s.unit_id FROM unit_states s JOIN t ON s.parent_id = t.id
				WHERE s.deleted_at IS NULL AND (s.valid_from IS NULL OR s.valid_from <= ?) AND (s.valid_to IS NULL OR s.valid_to >= ?)) SELECT id FROM t`
			args = []any{d, d, scope.Unit, d, d}
		}
		b.Run(c.name, func(b *testing.B) {
			var office, raw time.Duration
			for b.Loop() {
				start := time.Now()
				v, err := o.countOverview(b.Context(), scope)
				office += time.Since(start)
				if err != nil {
					b.Fatal(err)
				}
				start = time.Now()
				n := rawNumber(b, pool, "SELECT count(DISTINCT a.cadre_id) FROM appointments a JOIN cadres c ON c.id = a.cadre_id AND c.deleted_at IS NULL WHERE "+rawHeld+" AND a.unit_id IN ("+below+")", args...)
				raw += time.Since(start)
				if n != v.Cadres {
					b.Fatalf("raw counts %d cadres, the office %d", n, v.Cadres)
				}
			}
			report(b, office, raw)
		})
	}
}

func report(b *testing.B, office, raw time.Duration) {
	b.ReportMetric(float64(office)/float64(raw), "x-floor")
	b.ReportMetric(office.Seconds()*1000/float64(b.N), "ms")
	b.ReportMetric(0, "ns/op")
}

// rawPool opens a file with nothing between the program and the driver.
func rawPool(tb testing.TB, path string) *sql.DB {
	tb.Helper()
	pool, err := sql.Open("sqlite", path+"?_pragma=query_only(1)&_pragma=cache_size(-8000)&_pragma=temp_store(2)")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = pool.Close() })
	return pool
}

// rawRows reads each row in full, as the office has to, and gives the ids in the first column.
func rawRows(tb testing.TB, pool *sql.DB, query string, args ...any) []any {
	tb.Helper()
	rows, err := pool.QueryContext(tb.Context(), query, args...)
	if err != nil {
		tb.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		tb.Fatal(err)
	}
	var ids []any
	values, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			tb.Fatal(err)
		}
		ids = append(ids, values[0])
	}
	if err := rows.Err(); err != nil {
		tb.Fatal(err)
	}
	return ids
}

func rawNumber(tb testing.TB, pool *sql.DB, query string, args ...any) (n int) {
	tb.Helper()
	if err := pool.QueryRowContext(tb.Context(), query, args...).Scan(&n); err != nil {
		tb.Fatal(err)
	}
	return n
}

const rawHeld = "a.deleted_at IS NULL AND (a.started_on IS NULL OR a.started_on <= ?) AND (a.ended_on IS NULL OR a.ended_on >= substr(?, 1, length(a.ended_on)))"

func rawSearch(tb testing.TB, pool *sql.DB, text string, on day.Date) (rows, matching int) {
	d := on.ISO()
	match := ""
	for _, word := range strings.Fields(vietnamese.SearchKey(text)) {
		match += `"` + word + `"* `
	}
	where := "c.deleted_at IS NULL AND c.id IN (SELECT rowid FROM cadre_names WHERE cadre_names MATCH ?) AND EXISTS (SELECT 1 FROM appointments a WHERE a.cadre_id = c.id AND " + rawHeld + ")"
	ids := rawRows(tb, pool, "SELECT c.* FROM cadres c WHERE "+where+" ORDER BY c.sort_key, c.id LIMIT 200", match, d, d)
	rows, matching = len(ids), len(ids)
	if rows == 200 {
		matching = rawNumber(tb, pool, "SELECT count(*) FROM (SELECT 1 FROM cadres c WHERE "+where+" LIMIT ?)", match, d, d, countLimit)
	}
	rawRows(tb, pool, `SELECT a.*, p.name, s.kind, s.name, t.kind, t.name FROM appointments a JOIN positions p ON p.id = a.position_id
		JOIN unit_states s ON s.unit_id = a.unit_id LEFT JOIN unit_states t ON t.unit_id = s.parent_id
		WHERE a.cadre_id IN (?`+strings.Repeat(", ?", rows-1)+`) AND `+rawHeld+` ORDER BY p.rank`, append(ids, d, d)...)
	return rows, matching
}

func rawChildren(tb testing.TB, pool *sql.DB, parent int64, on day.Date) int {
	d := on.ISO()
	const held = "s.deleted_at IS NULL AND (s.valid_from IS NULL OR s.valid_from <= ?) AND (s.valid_to IS NULL OR s.valid_to >= substr(?, 1, length(s.valid_to)))"
	children := "SELECT s.unit_id FROM unit_states s WHERE s.parent_id = ? AND " + held
	n := rawRows(tb, pool, "SELECT u.id, u.level, u.note, s.* FROM units u JOIN unit_states s ON s.unit_id = u.id WHERE u.deleted_at IS NULL AND s.parent_id = ? AND "+held+" ORDER BY s.sort_key, u.id", parent, d, d)
	rawRows(tb, pool, "SELECT s.parent_id, count(*) FROM unit_states s WHERE s.parent_id IN ("+children+") AND "+held+" GROUP BY s.parent_id", parent, d, d, d, d)
	return len(n)
}

// BenchmarkTreeCounts measures what stands beside every unit in the tree, counted for all of them at once, against one SQL query that
// says the same of the cadres alone.
func BenchmarkTreeCounts(b *testing.B) { benchmarkTreeCounts(b, demoOffice(b)) }

func benchmarkTreeCounts(b *testing.B, o *Office) {
	pool := rawPool(b, o.Path())
	on := o.Today()
	d := on.ISO()
	const held = "s.deleted_at IS NULL AND (s.valid_from IS NULL OR s.valid_from <= ?) AND (s.valid_to IS NULL OR s.valid_to >= substr(?, 1, length(s.valid_to)))"
	var office, raw time.Duration
	for b.Loop() {
		start := time.Now()
		totals, err := o.db.UnitTotals(b.Context(), on)
		office += time.Since(start)
		if err != nil {
			b.Fatal(err)
		}
		start = time.Now()
		rows := rawRows(b, pool, `WITH RECURSIVE trees (root, id) AS (SELECT s.unit_id, s.unit_id FROM unit_states s WHERE `+held+`
				UNION ALL SELECT trees.root, s.unit_id FROM trees JOIN unit_states s ON s.parent_id = trees.id WHERE `+held+`)
			SELECT trees.root, count(DISTINCT a.cadre_id), count(DISTINCT CASE WHEN coalesce(c.party_probation_on, c.party_official_on) <= ? THEN a.cadre_id END)
			FROM trees JOIN appointments a ON a.unit_id = trees.id JOIN cadres c ON c.id = a.cadre_id AND c.deleted_at IS NULL WHERE `+rawHeld+" GROUP BY trees.root", d, d, d, d, d, d, d)
		raw += time.Since(start)
		n := 0
		for _, t := range totals {
			if t.Cadres > 0 {
				n++
			}
		}
		if len(rows) != n {
			b.Fatalf("raw finds cadres in %d units, the office in %d", len(rows), n)
		}
	}
	report(b, office, raw)
}
