// Package data is the provincial database: one SQLite file, its models, queries, backup, and the one door
// through which everything is written. It knows no window and no rule of the office.
package data

import (
	"context"
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"gorm.io/gorm"
)

// DB is an open database file. Reads go through the embedded Reader from any goroutine; writes go through Write.
type DB struct {
	Reader
	writer *gorm.DB
	now    func() time.Time
	who    string

	mutex     sync.Mutex
	listeners []func(Changes)
	changed   bool // something was written since the last verified copy
	lastCopy  time.Time
}

// Options say how a file is opened.
type Options struct {
	// Create makes the file, and its folder, when it is not there.
	Create bool
	// Now is the clock; nil means the computer's.
	Now func() time.Time
	// Who is the name in audit entries; "" means the user of the operating system.
	Who string
	// Patience is how long to wait for another program that is writing; 0 means five seconds.
	Patience time.Duration
}

// Open opens the database file at path, which is a plain file name, and brings it to the newest structure.
// Every error is a Fault where a user can do something about it; the file is left untouched when it is
// damaged, of another program or of a newer version.
func Open(ctx context.Context, path string, o Options) (*DB, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Who == "" {
		o.Who = systemUser()
	}
	if o.Patience == 0 {
		o.Patience = patience
	}
	if err := checkPath(path); err != nil {
		return nil, err
	}
	if err := prepareFile(path, o.Create); err != nil {
		return nil, err
	}
	if err := migrate(ctx, migrations, path, backupFolder(path), o.Patience, o.Now()); err != nil {
		return nil, explain(err, path)
	}
	db := &DB{Reader: Reader{path: path}, now: o.Now, who: o.Who}
	var err error
	if db.writer, err = openPool(path, pragmas(o.Patience)+writerOptions, 1, o.Now); err != nil {
		return nil, explain(err, path)
	}
	if db.Reader.db, err = openPool(path, pragmas(o.Patience)+readerOptions, 2, o.Now); err != nil {
		return nil, explain(errors.Join(err, closePool(db.writer)), path)
	}
	return db, nil
}

// checkPath refuses places where the file would not be safe or not be found again.
func checkPath(path string) error {
	switch {
	case isNetworkPath(path):
		return Faultf(nil, "Cơ sở dữ liệu “%s” nằm trên ổ mạng, dữ liệu có thể hỏng khi mất kết nối; hãy đặt tệp trên ổ đĩa của máy này.", path)
	case strings.ContainsAny(path, "?\x00"): // the driver takes what follows for options
		return Faultf(nil, "Tên tệp cơ sở dữ liệu “%s” có dấu “?”; hãy đặt tên khác.", path)
	case strings.TrimSpace(path) == "":
		return Faultf(nil, "Chưa có tên tệp cơ sở dữ liệu; hãy chỉ rõ tên tệp.")
	}
	return nil
}

// prepareFile makes sure that the file may be read and written, without changing one that is there.
func prepareFile(path string, create bool) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && create:
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return Faultf(err, "Không tạo được thư mục “%s” cho cơ sở dữ liệu; hãy chọn nơi khác có quyền ghi.", filepath.Dir(path))
		}
	case err != nil:
		return explain(err, path)
	case info.IsDir():
		return Faultf(nil, "“%s” là thư mục, không phải tệp cơ sở dữ liệu; hãy chỉ rõ tên tệp.", path)
	default:
		names, err := migrationNames(migrations)
		if err != nil {
			return err
		}
		if _, err := readOurs(path, len(names)); err != nil {
			return err
		}
		if info.Size() == 0 && !create {
			return Faultf(nil, "Tệp “%s” trống, không có dữ liệu nào; hãy chọn tệp khác hoặc phục hồi từ bản sao lưu gần nhất (cosohoi restore TỆP).", path)
		}
	}
	flags := os.O_RDWR
	if create {
		flags |= os.O_CREATE
	}
	f, err := os.OpenFile(path, flags, 0o644)
	if err != nil {
		return explain(err, path)
	}
	return f.Close()
}

// Path returns the file's name as it was given to Open.
func (db *DB) Path() string { return db.path }

// Now returns the time of the database's clock.
func (db *DB) Now() time.Time { return db.now() }

// Who returns the name that audit entries carry.
func (db *DB) Who() string { return db.who }

// Close keeps a verified copy when something was written, then closes the file. The error tells that the
// copy failed or the file could not be closed; the data themselves are safe by then.
func (db *DB) Close(ctx context.Context) error {
	var copyErr error
	if db.changedSinceCopy() {
		_, copyErr = db.KeepCopy(ctx)
	}
	return errors.Join(copyErr, db.CloseWithoutCopy())
}

// CloseWithoutCopy closes the file without a copy, as when the database was only opened to be thrown away.
func (db *DB) CloseWithoutCopy() error {
	return errors.Join(closePool(db.Reader.db), closePool(db.writer))
}

func (db *DB) changedSinceCopy() bool {
	db.mutex.Lock()
	defer db.mutex.Unlock()
	return db.changed
}

func systemUser() string {
	u, err := user.Current()
	if err != nil {
		return "không rõ"
	}
	if u.Name != "" {
		return u.Name
	}
	return u.Username
}

// wrap adds operation and id to an error and explains it when a user can do something about it.
func (db *DB) wrap(err error, op string, args ...any) error {
	if err == nil {
		return nil
	}
	return db.fail(err, op, args...)
}
