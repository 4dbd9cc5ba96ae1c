package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// keptCopies is how many copies of the last sessions stay in the backup folder.
const keptCopies = 10

const copyTimeFormat = "20060102-150405"

// backupFolder is where copies of the database at path lie.
func backupFolder(path string) string { return filepath.Join(filepath.Dir(path), "sao-luu") }

// baseName is the file name without folder and ending.
func baseName(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

// CopyInfo is a kept copy.
type CopyInfo struct {
	Path string
	At   time.Time
}

// Copies lists the kept copies of the database at path, the latest first.
func Copies(path string) ([]CopyInfo, error) {
	files, err := filepath.Glob(filepath.Join(escapeGlob(backupFolder(path)), escapeGlob(baseName(path))+"-????????-??????.db"))
	if err != nil {
		return nil, fmt.Errorf("copies of %s: %w", path, err)
	}
	var copies []CopyInfo
	for _, f := range files {
		stamp := strings.TrimPrefix(baseName(f), baseName(path)+"-")
		if at, err := time.ParseInLocation(copyTimeFormat, stamp, time.Local); err == nil {
			copies = append(copies, CopyInfo{f, at})
		}
	}
	slices.SortFunc(copies, func(a, b CopyInfo) int { return b.At.Compare(a.At) })
	return copies, nil
}

// escapeGlob keeps a folder called "[2023]" from being read as a pattern.
func escapeGlob(s string) string {
	return strings.NewReplacer("*", "[*]", "?", "[?]", "[", "[[]").Replace(s)
}

// KeepCopy writes a verified copy into the backup folder and removes all but the last ten. A damaged
// database gets no copy, so that sound ones are not pushed out.
func (db *DB) KeepCopy(ctx context.Context) (CopyInfo, error) {
	info := CopyInfo{At: db.now().Local().Truncate(time.Second)}
	info.Path = filepath.Join(backupFolder(db.path), baseName(db.path)+"-"+info.At.Format(copyTimeFormat)+".db")
	// Two sessions may end within a second: the later copy, which is complete, replaces the earlier one.
	if err := db.copyTo(ctx, info.Path); err != nil {
		return CopyInfo{}, err
	}
	db.mutex.Lock()
	db.changed, db.lastCopy = false, info.At
	db.mutex.Unlock()
	copies, err := Copies(db.path)
	if err != nil {
		return info, err
	}
	for _, old := range copies[min(len(copies), keptCopies):] {
		if err := os.Remove(old.Path); err != nil {
			return info, fmt.Errorf("remove old copy: %w", err)
		}
	}
	return info, nil
}

// Backup writes a verified copy of the open database to path, which must not exist.
func (db *DB) Backup(ctx context.Context, path string) error {
	if exists(path) {
		return Faultf(nil, "Đã có tệp “%s”; hãy chọn tên khác để không ghi đè bản sao lưu cũ.", path)
	}
	return db.copyTo(ctx, path)
}

// copyTo writes a verified copy to path, over a file that is there; that one stays when the copy fails.
func (db *DB) copyTo(ctx context.Context, path string) error {
	pool, err := db.writer.DB()
	if err != nil {
		return db.wrap(err, "backup to %s", path)
	}
	if err := quickCheck(ctx, pool); err != nil {
		if ctx.Err() != nil { // stopped, not damaged
			return ctx.Err()
		}
		return Faultf(err, "Cơ sở dữ liệu “%s” đã hỏng nên không sao lưu; hãy phục hồi từ bản sao lưu gần nhất.", db.path)
	}
	if err := copyInto(ctx, pool, path); err != nil {
		return Faultf(err, "Không ghi được bản sao lưu “%s”; hãy kiểm tra dung lượng trống và quyền ghi của thư mục.", path)
	}
	hashes, err := db.attachmentHashes(ctx)
	if err != nil {
		return err
	}
	if err := copyStore(ctx, hashes, filepath.Dir(db.path), filepath.Dir(path)); err != nil {
		return Faultf(err, "Đã ghi bản sao lưu “%s” nhưng không chép được hết tệp đính kèm; hãy kiểm tra dung lượng trống và quyền ghi của thư mục.", path)
	}
	return nil
}

// LastCopy returns when the latest copy was kept, zero when there is none.
func (db *DB) LastCopy() time.Time {
	db.mutex.Lock()
	last := db.lastCopy
	db.mutex.Unlock()
	if last.IsZero() {
		if copies, err := Copies(db.path); err == nil && len(copies) > 0 {
			return copies[0].At
		}
	}
	return last
}

// Restore puts the backup file from in the place of the database at path, which must not be open. The
// replaced database is kept in the backup folder, and its name returned ("" when there was none). Nothing changes when from is not sound, of another
// program or too new.
func Restore(ctx context.Context, from, path string, now time.Time) (kept string, err error) {
	if err := CheckBackup(from); err != nil {
		return "", err
	}
	if err := checkPath(path); err != nil {
		return "", err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return "", Faultf(nil, "“%s” là thư mục, không phải tệp cơ sở dữ liệu; hãy chỉ rõ tên tệp.", path)
	}
	part := path + ".phuc-hoi"
	defer os.Remove(part)
	if err := copyFile(from, part); err != nil {
		return "", Faultf(err, "Không chép được “%s” vào chỗ của “%s”; hãy kiểm tra dung lượng trống và quyền ghi.", from, path)
	}
	if err := verifyCopy(ctx, part); err != nil {
		return "", Faultf(err, "Bản sao lưu “%s” đã hỏng nên không phục hồi; hãy chọn bản khác.", from)
	}
	if err := restoreStore(ctx, part, filepath.Dir(from), filepath.Dir(path)); err != nil {
		return "", Faultf(err, "Không chép được tệp đính kèm của “%s” vào chỗ của “%s”; hãy kiểm tra dung lượng trống và quyền ghi.", from, path)
	}
	kept, putBack, err := setAside(ctx, path, now)
	if err != nil {
		return "", err
	}
	if err := os.Rename(part, path); err != nil {
		if back := putBack(); back != nil {
			return "", errors.Join(back, err)
		}
		return "", Faultf(err, "Không thay được tệp “%s”; cơ sở dữ liệu cũ được giữ nguyên. Hãy kiểm tra quyền ghi rồi thử lại.", path)
	}
	return kept, nil
}

// CheckBackup refuses a file that is no backup of this program, or one of a newer version, by its head. Restore looks at the whole.
func CheckBackup(from string) error {
	names, err := migrationNames(migrations)
	if err != nil {
		return err
	}
	h, err := readOurs(from, len(names))
	if err != nil {
		return err
	}
	if h.blank {
		return Faultf(nil, "Tệp “%s” trống, không phải là bản sao lưu; hãy chọn bản khác.", from)
	}
	return nil
}

// restoreStore brings the files that a copy of the database names from one folder's store into another's.
func restoreStore(ctx context.Context, backup, from, to string) (err error) {
	db, err := sql.Open("sqlite", backup+"?mode=ro&_pragma=query_only(1)")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	rows, err := db.QueryContext(ctx, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'attachments'")
	if err != nil {
		return err
	}
	known := rows.Next() // a copy of an older program has none
	if err := errors.Join(rows.Err(), rows.Close()); err != nil || !known {
		return err
	}
	rows, err = db.QueryContext(ctx, "SELECT DISTINCT hash FROM attachments ORDER BY hash")
	if err != nil {
		return err
	}
	defer rows.Close()
	var hashes []string
	for rows.Next() {
		var hash string
		if err := rows.Scan(&hash); err != nil {
			return err
		}
		hashes = append(hashes, hash)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return copyStore(ctx, hashes, from, to)
}

// setAside moves the database at path, if there is one, into the backup folder under the name that it returns, and with it
// what a crash may have left in a write-ahead log, which SQLite would otherwise play into the next file of that name.
// putBack undoes it; its error says where the old database lies.
func setAside(ctx context.Context, path string, now time.Time) (kept string, putBack func() error, err error) {
	folder := backupFolder(path)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", nil, Faultf(err, "Không tạo được thư mục “%s” để giữ cơ sở dữ liệu cũ; hãy kiểm tra quyền ghi.", folder)
	}
	if err := takeAlone(ctx, path); err != nil {
		return "", nil, err
	}
	stem := filepath.Join(folder, baseName(path)+"-truoc-phuc-hoi-"+now.Format(copyTimeFormat))
	target := stem + ".db"
	for n := 2; exists(target); n++ { // two restores within a second
		target = fmt.Sprintf("%s-%d.db", stem, n)
	}
	var moved []string
	putBack = func() error {
		var failed error
		for _, ending := range moved {
			failed = errors.Join(failed, os.Rename(target+ending, path+ending))
		}
		if failed != nil {
			return Faultf(failed, "Không phục hồi được, và không đưa lại được cơ sở dữ liệu cũ về chỗ; hãy chép tệp “%s” thành “%s”.", target, path)
		}
		return nil
	}
	for _, ending := range []string{"", "-wal", "-shm"} {
		err := os.Rename(path+ending, target+ending)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			if back := putBack(); back != nil {
				return "", nil, errors.Join(back, err)
			}
			return "", nil, Faultf(err, "Không chuyển được tệp “%s” sang thư mục sao lưu; hãy đóng mọi chương trình đang mở tệp rồi thử lại.", path+ending)
		}
		moved = append(moved, ending)
		if ending == "" {
			kept = target
		}
	}
	return kept, putBack, nil
}

// takeAlone refuses a file that somebody else has open, even one who does nothing at the moment: on Linux she would go on
// writing into the file that was moved away. Leaving the WAL mode, which the next Open takes up again, needs to be
// alone, and empties the log. A damaged file cannot answer and counts as alone.
func takeAlone(ctx context.Context, path string) error {
	if h, err := readHeader(path); err != nil || h.blank {
		return nil
	}
	db, err := sql.Open("sqlite", path+"?_pragma=busy_timeout(500)")
	if err != nil {
		return nil
	}
	defer db.Close()
	var mode string
	err = db.QueryRowContext(ctx, "PRAGMA journal_mode=DELETE").Scan(&mode)
	if isBusy(err) || (err == nil && mode != "delete") {
		return Faultf(err, "Cơ sở dữ liệu “%s” đang mở ở chương trình khác; hãy đóng chương trình đó rồi phục hồi lại.", path)
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Sync()
}
