package data

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrationNames lists the migrations in order; number n is the n-th file.
func migrationNames(files fs.FS) ([]string, error) {
	names, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	for i, name := range names {
		if !strings.HasPrefix(filepath.Base(name), fmt.Sprintf("%04d_", i+1)) {
			return nil, fmt.Errorf("migration %s is not number %d", name, i+1)
		}
	}
	return names, nil
}

// errNewer refuses a file that a newer program wrote.
func errNewer(path string, have, know int) error {
	return Faultf(nil, "Cơ sở dữ liệu “%s” do phiên bản mới hơn của chương trình tạo ra (cấu trúc %d, chương trình này biết đến %d); hãy cài phiên bản mới. Tệp được giữ nguyên.", path, have, know)
}

// migrate brings the file at path to the newest structure, one transaction a step, with foreign keys off
// and checked before each commit. A file that holds data is copied first to backups.
func migrate(ctx context.Context, files fs.FS, path, backups string, patience time.Duration, now time.Time) (err error) {
	names, err := migrationNames(files)
	if err != nil {
		return err
	}
	db, err := sql.Open("sqlite", path+pragmas(patience)+migrationOptions)
	if err != nil {
		return fmt.Errorf("migrate %s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	defer func() { err = errors.Join(err, db.Close()) }()

	have, err := pragmaInt(ctx, db, "user_version")
	if err != nil {
		return err
	}
	if have > len(names) {
		return errNewer(path, have, len(names))
	}
	if have == len(names) {
		return nil
	}
	if have == 0 {
		// The header was read before a write-ahead log, if there was one, came in; look again.
		tables, err := count(ctx, db, "SELECT count(*) FROM sqlite_schema")
		if err != nil {
			return err
		}
		if tables > 0 {
			return errForeign(path)
		}
	}
	if have > 0 {
		safe := filepath.Join(backups, fmt.Sprintf("%s-truoc-nang-cap-%d-%s.db", baseName(path), have, now.Format(copyTimeFormat)))
		if err := copyInto(ctx, db, safe); err != nil {
			return Faultf(err, "Không sao lưu được “%s” trước khi nâng cấp nên chưa nâng cấp; hãy giải phóng dung lượng ổ đĩa rồi mở lại.", path)
		}
	}
	for n := have + 1; n <= len(names); n++ {
		if err := applyMigration(ctx, db, files, n, names[n-1]); err != nil {
			return errMigration(err, path, n)
		}
	}
	return nil
}

// errMigration says that a step failed and that the file is as it was before the step.
func errMigration(err error, path string, number int) error {
	err = explain(fmt.Errorf("migration %d of %s: %w", number, path, err), path)
	var fault *Fault
	if number == 1 || errors.As(err, &fault) || errors.Is(err, context.Canceled) {
		return err
	}
	return Faultf(err, "Không nâng cấp được cơ sở dữ liệu “%s” lên cấu trúc %d; dữ liệu được giữ nguyên, bản sao trước khi nâng cấp nằm trong thư mục sao-luu. Hãy gửi tệp nhật ký cho người hỗ trợ.", path, number)
}

func applyMigration(ctx context.Context, db *sql.DB, files fs.FS, number int, name string) error {
	script, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after the commit
	if _, err := tx.ExecContext(ctx, string(script)); err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	broken := rows.Next()
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	if broken {
		return errors.New("foreign key check failed")
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", number, applicationID)); err != nil {
		return err
	}
	return tx.Commit()
}
