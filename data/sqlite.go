package data

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	sqlite3 "github.com/glebarez/go-sqlite"
	"github.com/glebarez/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// This file, search.go and the migrations hold all SQL that only SQLite understands. A second dialect (PostgreSQL, for offices
// with several PCs) gets its twin beside it.

// applicationID marks a file as a database of this program ("CSHo"), so that any other SQLite file is refused.
const applicationID = 0x4353486F

// patience is how long a connection waits for another program that is writing.
const patience = 5 * time.Second

// pragmas of every connection. They come in this order on purpose: the busy timeout must hold before the
// journal mode is asked for. Full synchronous, since offices have power cuts.
func pragmas(patience time.Duration) string {
	return fmt.Sprintf("?_pragma=busy_timeout(%d)&_pragma=journal_mode(WAL)&_pragma=synchronous(2)&_pragma=temp_store(2)&_pragma=cache_size(-2000)", patience.Milliseconds())
}

const (
	writerOptions = "&_pragma=foreign_keys(1)&_txlock=immediate"
	readerOptions = "&_pragma=foreign_keys(1)&_pragma=query_only(1)"
	// Migrations rebuild tables; with foreign keys on, dropping a parent would delete its children in silence.
	migrationOptions = "&_pragma=foreign_keys(0)&_txlock=immediate"
)

// openPool opens path with at most conns connections.
func openPool(path, options string, conns int, now func() time.Time) (*gorm.DB, error) {
	db, err := gorm.Open(sqlite.Open(path+options), &gorm.Config{
		TranslateError:         true,
		PrepareStmt:            true,
		SkipDefaultTransaction: true, // every write runs in the transaction of DB.Write
		NowFunc:                func() time.Time { return now().UTC() },
		Logger:                 logger.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	pool, err := db.DB()
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	pool.SetMaxOpenConns(conns)
	pool.SetMaxIdleConns(conns)
	return db, nil
}

func closePool(db *gorm.DB) error {
	if db == nil {
		return nil
	}
	pool, err := db.DB()
	if err != nil {
		return err
	}
	return pool.Close()
}

// header is what the first bytes of a database file tell without opening it.
type header struct {
	schema      int // number of the last migration
	application uint32
	// blank tells that the file has no table: it is empty, or its founding did not come far enough.
	blank bool
}

// readHeader looks at the file as bytes, so that a file that is not ours or too new stays untouched.
// It is refused with a Fault when it is no SQLite file.
func readHeader(path string) (header, error) {
	f, err := os.Open(path)
	if err != nil {
		return header{}, err
	}
	defer f.Close()
	var b [108]byte // the header of the file and that of its first page, the table of tables
	n, err := io.ReadFull(f, b[:])
	if n == 0 && errors.Is(err, io.EOF) {
		return header{blank: true}, nil
	}
	if err != nil || string(b[:16]) != "SQLite format 3\x00" {
		return header{}, Faultf(err, "Tệp “%s” không phải là cơ sở dữ liệu của Cơ sở Hội hoặc đã hỏng; hãy chọn tệp khác hoặc phục hồi từ bản sao lưu.", path)
	}
	h := header{schema: int(binary.BigEndian.Uint32(b[60:64])), application: binary.BigEndian.Uint32(b[68:72])}
	tables := binary.BigEndian.Uint16(b[103:105])
	h.blank = h.schema == 0 && h.application == 0 && tables == 0
	return h, nil
}

// readOurs is readHeader for a file that must be a database of this program, not newer than it knows.
func readOurs(path string, known int) (header, error) {
	h, err := readHeader(path)
	switch {
	case err != nil:
		return h, explain(err, path)
	case h.blank:
		return h, nil
	case h.application != applicationID:
		return h, errForeign(path)
	case h.schema > known:
		return h, errNewer(path, h.schema, known)
	}
	return h, nil
}

// errForeign refuses a file that another program wrote.
func errForeign(path string) error {
	return Faultf(nil, "Tệp “%s” là cơ sở dữ liệu của chương trình khác; hãy chọn tệp khác. Tệp được giữ nguyên.", path)
}

// Codes of SQLite that users can do something about.
const (
	codePerm, codeBusy, codeLocked, codeReadonly, codeIOErr, codeCorrupt, codeFull, codeCantOpen, codeConstraint, codeNotADB = 3, 5, 6, 8, 10, 11, 13, 14, 19, 26
)

// isBusy tells that another program holds the file.
func isBusy(err error) bool {
	var e *sqlite3.Error
	return errors.As(err, &e) && (e.Code()&0xff == codeBusy || e.Code()&0xff == codeLocked)
}

// explain turns an error of the file system or of SQLite into a Fault that says what to do. Errors that
// are Faults already, and those that no user can mend, come back as they are.
func explain(err error, path string) error {
	var fault *Fault
	if err == nil || errors.As(err, &fault) {
		return err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR): // the latter: a file stands where a folder is named
		return Faultf(err, "Không tìm thấy tệp cơ sở dữ liệu “%s”; hãy kiểm tra lại đường dẫn.", path)
	case errors.Is(err, fs.ErrPermission):
		return Faultf(err, "Không có quyền đọc và ghi tệp cơ sở dữ liệu “%s”; hãy bỏ thuộc tính chỉ đọc hoặc chuyển tệp sang thư mục khác.", path)
	}
	const atOdds = "Dữ liệu vừa nhập không khớp với dữ liệu đã có, có thể bản ghi liên quan vừa bị xóa ở nơi khác; chưa có gì được ghi. Hãy tải lại danh sách rồi làm lại."
	if errors.Is(err, gorm.ErrForeignKeyViolated) || errors.Is(err, gorm.ErrDuplicatedKey) {
		return Faultf(err, atOdds)
	}
	var e *sqlite3.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case codeBusy, codeLocked:
		return Faultf(err, "Cơ sở dữ liệu “%s” đang bị một chương trình khác khóa; hãy đóng chương trình đó rồi thử lại.", path)
	case codePerm, codeReadonly, codeCantOpen:
		return Faultf(err, "Không mở được cơ sở dữ liệu “%s” để ghi; hãy bỏ thuộc tính chỉ đọc hoặc chuyển tệp sang thư mục khác.", path)
	case codeFull:
		return Faultf(err, "Ổ đĩa chứa “%s” đã đầy nên thao tác chưa được ghi; hãy giải phóng dung lượng rồi làm lại.", path)
	case codeIOErr:
		return Faultf(err, "Ổ đĩa báo lỗi khi đọc hoặc ghi “%s”; hãy kiểm tra ổ đĩa và dung lượng trống rồi thử lại.", path)
	case codeConstraint:
		return Faultf(err, atOdds)
	case codeCorrupt, codeNotADB:
		return Faultf(err, "Cơ sở dữ liệu “%s” đã hỏng; hãy phục hồi từ bản sao lưu gần nhất (cosohoi restore TỆP).", path)
	}
	return err
}

// pragmaInt reads a pragma that is one number.
func pragmaInt(ctx context.Context, db *sql.DB, name string) (int, error) {
	return count(ctx, db, "PRAGMA "+name)
}

// count runs a query that gives one number.
func count(ctx context.Context, db *sql.DB, query string) (int, error) {
	var n int
	if err := db.QueryRowContext(ctx, query).Scan(&n); err != nil {
		return 0, fmt.Errorf("%s: %w", query, err)
	}
	return n, nil
}

// quickCheck asks SQLite whether pages and indexes of the open file are sound; nil means yes.
func quickCheck(ctx context.Context, db *sql.DB) error {
	return checkPragma(ctx, db, "quick_check(1)")
}

func checkPragma(ctx context.Context, db *sql.DB, pragma string) error {
	var answer string
	if err := db.QueryRowContext(ctx, "PRAGMA "+pragma).Scan(&answer); err != nil {
		return fmt.Errorf("%s: %w", pragma, err)
	}
	if answer != "ok" {
		return fmt.Errorf("%s: %s", pragma, answer)
	}
	return nil
}

// copyInto writes a sound copy of the open database to path, which must not exist: written beside, checked,
// flushed and only then renamed.
func copyInto(ctx context.Context, db *sql.DB, path string) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("copy to %s: %w", path, err)
	}
	part := path + ".part"
	_ = os.Remove(part)
	defer func() {
		if err != nil {
			_ = os.Remove(part)
		}
	}()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return fmt.Errorf("copy to %s: %w", path, err)
	}
	if err := verifyCopy(ctx, part); err != nil {
		return fmt.Errorf("copy to %s: %w", path, err)
	}
	return os.Rename(part, path)
}

// verifyCopy opens a file that nobody else uses and checks it; it leaves no -wal or -shm beside.
func verifyCopy(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", path+"?_pragma=query_only(1)")
	if err != nil {
		return err
	}
	defer db.Close()
	if err := quickCheck(ctx, db); err != nil {
		return err
	}
	id, err := pragmaInt(ctx, db, "application_id")
	if err == nil && id != applicationID {
		err = errors.New("not a database of this program")
	}
	return err
}

// isNetworkPath tells paths like \\server\share, where SQLite's WAL is not safe.
func isNetworkPath(path string) bool {
	return strings.HasPrefix(path, `\\`) || strings.HasPrefix(path, "//")
}
