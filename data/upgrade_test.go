package data

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// released gives the migrations up to a number, as the program that brought them had them.
func released(t *testing.T, upTo int) fstest.MapFS {
	t.Helper()
	names, err := migrationNames(migrations)
	fail(t, err)
	files := fstest.MapFS{}
	for _, name := range names[:upTo] {
		script, err := fs.ReadFile(migrations, name)
		fail(t, err)
		files[name] = &fstest.MapFile{Data: script}
	}
	return files
}

// version1 is a database as the first released program left it, with a row in every table.
func version1(t *testing.T) string {
	t.Helper()
	path, _ := migrated(t, released(t, 1))
	db, err := sql.Open("sqlite", path+"?_pragma=foreign_keys(1)")
	fail(t, err)
	const base, stamp = "version, created_at, updated_at", "1, '2023-07-04 01:00:00+00:00', '2023-07-04 01:00:00+00:00'"
	for _, row := range []struct{ table, columns, values string }{
		{"units", "level", "'province'"}, {"units", "level", "'base'"},
		{"unit_states", "unit_id, parent_id, kind, name, search_key, sort_key", "1, NULL, 'tỉnh', 'Nam Định', 'tinh nam dinh', '3a'"},
		{"unit_states", "unit_id, parent_id, kind, name, search_key, sort_key", "2, 1, 'xã', 'Hải Vân', 'xa hai van', '3b'"},
		{"terms", "name, first_day, last_day", "'2022 - 2027', '2022-03-11', '2027-03-10'"},
		{"positions", "code, name, level, rank", "'CT', 'Chủ tịch', 'province', 1"},
		{"cadres", "full_name, birth, search_key, sort_key", "'Phạm Thị Đào', '1965', 'pham thi dao', 'x'"},
		{"appointments", "cadre_id, unit_id, position_id, term_id, started_on", "1, 1, 1, 1, '2021-05'"},
		{"rounds", "term_id, rhythm, name, period_from, period_to, due_on", "1, 'year', 'Năm 2023', '2023-01-01', '2023-12-31', '2023-12-31'"},
		{"visits", "round_id, unit_id, inspector_id, planned_on", "1, 2, 1, '2023-10-10'"},
		{"visit_members", "visit_id, cadre_id, role", "1, 1, 'leader'"},
		{"letterheads", "parent, issuer, organ_symbol, organ_name, place, position", "'HỘI', 'BAN THƯỜNG VỤ', 'BTV', 'Ban Thường vụ', 'Nam Định', 'CHỦ TỊCH'"},
		{"settings", "name, value", "'office', 'Hội LHPN tỉnh Nam Định'"},
	} {
		_, err := db.Exec(fmt.Sprintf("INSERT INTO %s (%s, %s) VALUES (%s, %s)", row.table, base, row.columns, stamp, row.values))
		fail(t, err)
	}
	_, err = db.Exec("INSERT INTO operations (at, who, label) VALUES ('2023-07-04 01:00:00+00:00', 'Thử', 'Khởi tạo'); INSERT INTO audit_entries (operation_id, kind, record_id, last_id, action) VALUES (1, 'unit', 1, 2, 'insert')")
	fail(t, err)
	fail(t, db.Close())
	return path
}

// rowsOf writes down every row of every table of version 1 in the columns of version 1.
func rowsOf(t *testing.T, path string) string {
	t.Helper()
	first, _ := migrated(t, released(t, 1))
	blank, err := sql.Open("sqlite", first)
	fail(t, err)
	defer blank.Close()
	db, err := sql.Open("sqlite", path)
	fail(t, err)
	defer db.Close()
	var all strings.Builder
	for _, table := range []string{"units", "unit_states", "terms", "positions", "cadres", "appointments", "rounds", "visits", "visit_members", "letterheads", "settings", "operations", "audit_entries", "cadre_names", "unit_names"} {
		known, err := blank.Query("SELECT * FROM " + table + " LIMIT 0")
		fail(t, err)
		columns, err := known.Columns()
		fail(t, errors.Join(err, known.Close()))
		query := "SELECT " + strings.Join(columns, ", ") + " FROM " + table
		if table == "positions" { // version 4 brings the posts of the Ủy ban Kiểm tra
			query += " WHERE code NOT LIKE '%KT-%'"
		}
		rows, err := db.Query(query)
		fail(t, err)
		for rows.Next() {
			values, into := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			fail(t, rows.Scan(into...))
			for i, name := range columns {
				fmt.Fprintf(&all, "%s.%s=%v ", table, name, values[i])
			}
			all.WriteByte('\n')
		}
		fail(t, errors.Join(rows.Err(), rows.Close()))
	}
	return all.String()
}

func TestADatabaseOfVersion1IsUpgraded(t *testing.T) {
	path := version1(t)
	before := rowsOf(t, path)
	if strings.Count(before, "\n") < 15 {
		t.Fatalf("the database of version 1 holds too little:\n%s", before)
	}
	db := open(t, path, Options{})
	if after := rowsOf(t, path); after != before {
		t.Errorf("before the upgrade:\n%s\nafter:\n%s", before, after)
	}
	if names, err := migrationNames(migrations); err != nil || number(t, path, "PRAGMA user_version") != len(names) {
		t.Errorf("structure %d, want that of the last of %d migrations; %v", number(t, path, "PRAGMA user_version"), len(names), err)
	}
	if n := number(t, path, "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'audit_entries'"); n != 2 {
		t.Errorf("the audit has %d indexes, want 2: its table was made anew", n)
	}
	copies := filesIn(t, backupFolder(path))
	if len(copies) != 1 || !strings.HasPrefix(copies[0], "cosohoi-truoc-nang-cap-1-") {
		t.Fatalf("copies before the upgrade: %q, want one", copies)
	}
	safe := filepath.Join(backupFolder(path), copies[0])
	if n := number(t, safe, "PRAGMA user_version"); n != 1 || rowsOf(t, safe) != before {
		t.Errorf("the copy has structure %d and other rows than before", n)
	}
	if l, err := db.LetterheadOn(background(), testDay, ""); err != nil || !l.Usual || l.OrganSymbol != "BTV" {
		t.Errorf("the letterhead of old is %+v, %v; want it as the usual one", l, err)
	}
	if n := number(t, path, "SELECT count(*) FROM catalogue_entries WHERE catalogue = 'ethnic'"); n != 54 {
		t.Errorf("%d ethnic groups to choose from, want the 54 of Vietnam", n)
	}
	if n := number(t, path, "SELECT count(*) FROM positions WHERE bodies = ',ubkt,'"); n != 7 {
		t.Errorf("%d posts of the Ủy ban Kiểm tra, want 7", n)
	}
	issue(t, db, 1)
	if problems, err := db.Check(background()); err != nil || len(problems) != 0 {
		t.Errorf("the upgraded file: %q, %v", problems, err)
	}
}

// The step that failed may have got anywhere: after its first table, or after all but its last line.
func TestAnUpgradeThatFailsInTheMiddleLeavesVersion1(t *testing.T) {
	whole := string(released(t, 2)["migrations/0002_van_ban.sql"].Data)
	for name, script := range map[string]string{
		"in the middle":              strings.Replace(whole, "CREATE TABLE signatories", "INSERT INTO nowhere VALUES (1);\nCREATE TABLE signatories", 1),
		"at its end":                 whole + "\nINSERT INTO nowhere VALUES (1);",
		"with a reference to no row": whole + "\nDELETE FROM units WHERE id = 2;",
	} {
		t.Run(name, func(t *testing.T) {
			path := version1(t)
			before := rowsOf(t, path)
			files := released(t, 1)
			files["migrations/0002_van_ban.sql"] = &fstest.MapFile{Data: []byte(script)}
			err := migrate(background(), files, path, backupFolder(path), quick, testNow)
			var fault *Fault
			if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, "Không nâng cấp được cơ sở dữ liệu") || !strings.Contains(fault.Sentence, "dữ liệu được giữ nguyên") || !strings.Contains(fault.Sentence, path) {
				t.Fatalf("the user is told %v", err)
			}
			if n := number(t, path, "PRAGMA user_version"); n != 1 {
				t.Errorf("structure %d, want 1", n)
			}
			if after := rowsOf(t, path); after != before {
				t.Errorf("before:\n%s\nafter:\n%s", before, after)
			}
			for _, left := range []string{
				"SELECT count(*) FROM sqlite_schema WHERE name IN ('documents', 'document_files', 'outlines', 'operations_at')",
				"SELECT count(*) FROM pragma_table_info('letterheads') WHERE name = 'usual'",
			} {
				if number(t, path, left) != 0 {
					t.Errorf("half of the step is left: %s", left)
				}
			}
			// The program that was mended opens it as if nothing had been.
			db := open(t, path, Options{})
			if problems, err := db.Check(background()); err != nil || len(problems) != 0 {
				t.Errorf("after the second try: %q, %v", problems, err)
			}
		})
	}
}
