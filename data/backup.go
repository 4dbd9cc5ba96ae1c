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
	if _, err := os.Stat(info.Path); err == nil { // two sessions within a second: the later one is complete
		if err := os.Remove(info.Path); err != nil {
			return CopyInfo{}, db.wrap(err, "replace copy")
		}
	}
	if err := db.Backup(ctx, info.Path); err != nil {
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
	if _, err := os.Stat(path); err == nil {
		return Faultf(nil, "Đã có tệp “%s”; hãy chọn tên khác để không ghi đè bản sao lưu cũ.", path)
	}
	pool, err := db.writer.DB()
	if err != nil {
		return db.wrap(err, "backup to %s", path)
	}
	if err := quickCheck(ctx, pool); err != nil {
		return Faultf(err, "Cơ sở dữ liệu “%s” đã hỏng nên không sao lưu; hãy phục hồi từ bản sao lưu gần nhất.", db.path)
	}
	if err := copyInto(ctx, pool, path); err != nil {
		return Faultf(err, "Không ghi được bản sao lưu “%s”; hãy kiểm tra dung lượng trống và quyền ghi của thư mục.", path)
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
	h, err := readHeader(from)
	if err != nil {
		return "", explain(err, from)
	}
	names, err := migrationNames()
	if err != nil {
		return "", err
	}
	switch {
	case h.application != applicationID:
		return "", Faultf(nil, "Tệp “%s” không phải là bản sao lưu của Cơ sở Hội; hãy chọn tệp khác.", from)
	case h.schema > len(names):
		return "", errNewer(from, h.schema, len(names))
	}
	part := path + ".phuc-hoi"
	defer os.Remove(part)
	if err := copyFile(from, part); err != nil {
		return "", Faultf(err, "Không chép được “%s” vào chỗ của “%s”; hãy kiểm tra dung lượng trống và quyền ghi.", from, path)
	}
	if err := verifyCopy(ctx, part); err != nil {
		return "", Faultf(err, "Bản sao lưu “%s” đã hỏng nên không phục hồi; hãy chọn bản khác.", from)
	}
	if _, err := os.Stat(path); err == nil {
		if kept, err = setAside(ctx, path, now); err != nil {
			return "", err
		}
	}
	if err := os.Rename(part, path); err != nil {
		return kept, Faultf(err, "Không thay được tệp “%s”; cơ sở dữ liệu cũ đã được giữ ở “%s”.", path, kept)
	}
	return kept, nil
}

// setAside moves the database at path, with what its write-ahead log still holds, into the backup folder.
func setAside(ctx context.Context, path string, now time.Time) (string, error) {
	kept := filepath.Join(backupFolder(path), baseName(path)+"-truoc-phuc-hoi-"+now.Format(copyTimeFormat)+".db")
	if err := os.MkdirAll(filepath.Dir(kept), 0o755); err != nil {
		return "", explain(err, path)
	}
	// Emptying the log also tells whether somebody still has the file open. A damaged file is moved as it is.
	if db, err := sql.Open("sqlite", path+"?_pragma=busy_timeout(2000)"); err == nil {
		var busy, frames, moved int
		err = db.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &frames, &moved)
		_ = db.Close()
		if err == nil && busy != 0 {
			return "", Faultf(nil, "Cơ sở dữ liệu “%s” đang mở ở chương trình khác; hãy đóng chương trình đó rồi phục hồi lại.", path)
		}
	}
	for _, ending := range []string{"-wal", "-shm", ""} {
		err := os.Rename(path+ending, kept+ending)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", Faultf(err, "Không chuyển được tệp “%s” sang thư mục sao lưu; hãy đóng mọi chương trình đang mở tệp rồi thử lại.", path+ending)
		}
	}
	return kept, nil
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
