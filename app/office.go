// Package app is what the office does: it founds a database, keeps units and cadres, plans inspections and
// prepares documents. It knows no widget and no SQL.
package app

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"cosohoi/data"
	"cosohoi/data/day"
)

// Office is an open database with the rules of the office around it. Its methods may be called from any
// goroutine; they take milliseconds unless they say otherwise.
type Office struct {
	db *data.DB
	// totals, trees, overviews and twins remember what is shown again and again: counts of the province, of every unit in the tree, of the
	// first screen, and the records that may be of one person.
	totals    kept[day.Date, Totals]
	trees     kept[day.Date, map[int64]data.UnitTotal]
	overviews kept[overviewKey, Overview]
	twins     kept[struct{}, []twinPair]
	close     func(context.Context) error
}

// DefaultPath is where the database lies when nothing else is said: in the user's local data folder, which
// is not copied over the network.
func DefaultPath() string { return filepath.Join(xdg.DataHome, "CoSoHoi", "cosohoi.db") }

// OpenOptions say how a database is opened; see data.Options.
type OpenOptions = data.Options

// Open opens the database file at path. Errors carry a Vietnamese sentence, see Message.
func Open(ctx context.Context, path string, o OpenOptions) (*Office, error) {
	db, err := data.Open(ctx, path, o)
	if err != nil {
		return nil, err
	}
	office := &Office{db: db}
	office.totals.most, office.trees.most = 2, 2 // days; the trees are large
	var once sync.Once
	office.close = func(ctx context.Context) (err error) {
		once.Do(func() { err = db.Close(ctx) })
		return err
	}
	db.OnChange(func(c data.Changes) {
		if c.Any(countedInTree...) {
			office.trees.forget()
			office.twins.forget()
		}
		office.totals.forget()
		office.overviews.forget()
	})
	return office, nil
}

// Close keeps a verified copy when something was changed and closes the file; seconds for a large one. A
// second call does nothing.
func (o *Office) Close(ctx context.Context) error { return o.close(ctx) }

// Today is the day on the clock of the office.
func (o *Office) Today() day.Date { return day.FromTime(o.db.Now()) }

// Now is the time on the clock of the office.
func (o *Office) Now() time.Time { return o.db.Now() }

// Path is the database file.
func (o *Office) Path() string { return o.db.Path() }

// User is the name under which changes are noted.
func (o *Office) User() string { return o.db.Who() }

// LastCopy is when the last verified copy was kept; zero when never.
func (o *Office) LastCopy() time.Time { return o.db.LastCopy() }

// KeepCopy keeps a verified copy now.
func (o *Office) KeepCopy(ctx context.Context) (data.CopyInfo, error) { return o.db.KeepCopy(ctx) }

// Backup writes a verified copy to a file that must not exist.
func (o *Office) Backup(ctx context.Context, path string) error { return o.db.Backup(ctx, path) }

// Check looks for damage and contradictions; no problems mean a sound database.
func (o *Office) Check(ctx context.Context) ([]data.Problem, error) { return o.db.Check(ctx) }

// OnChange calls listener after every write, on the writer's goroutine.
func (o *Office) OnChange(listener func(data.Changes)) { o.db.OnChange(listener) }

// History lists what happened to a record, the latest first.
func (o *Office) History(ctx context.Context, kind data.Kind, id int64) ([]data.HistoryLine, error) {
	return o.db.History(ctx, kind, id, 100)
}

// Restore puts a backup in the place of the database at path, which must be closed; kept names the file in
// which the replaced database stays.
func Restore(ctx context.Context, from, path string, now time.Time) (kept string, err error) {
	return data.Restore(ctx, from, path, now)
}

// CheckBackup refuses, by its head, a file that Restore would refuse.
func CheckBackup(from string) error { return data.CheckBackup(from) }

// Copies lists the kept copies of the database at path, the latest first.
func Copies(path string) ([]data.CopyInfo, error) { return data.Copies(path) }

// Message gives the Vietnamese sentence of an error for the user. Errors without one are faults of the
// program: the sentence says where the log is to be sent.
func Message(err error) string {
	if err == nil {
		return ""
	}
	var told interface{ UserMessage() string }
	switch {
	case errors.As(err, &told):
		return told.UserMessage()
	case errors.Is(err, day.ErrInvalid):
		return err.Error() + "."
	case errors.Is(err, context.Canceled):
		return "Đã dừng theo yêu cầu; chưa có gì được ghi."
	case errors.Is(err, data.ErrNotFound):
		return "Không tìm thấy bản ghi này, có thể đã bị xóa; hãy tải lại danh sách."
	}
	return "Chương trình gặp lỗi ngoài dự kiến nên chưa làm được việc này; dữ liệu không thay đổi. Hãy thử lại, nếu vẫn lỗi thì gửi tệp nhật ký cho người hỗ trợ."
}

// IsNotFound tells that an error means a record that is not there, or not on the day asked for.
func IsNotFound(err error) bool { return errors.Is(err, data.ErrNotFound) }

// Problem is an error with nothing behind it but a Vietnamese sentence.
func Problem(sentence string, args ...any) error { return data.Faultf(nil, sentence, args...) }

// Undo puts back, in one step, all that an operation changed; it is refused when the same records were changed since.
func (o *Office) Undo(ctx context.Context, operation int64) error {
	op, err := o.db.Operation(ctx, operation)
	if err != nil {
		return err
	}
	_, err = o.db.Write(ctx, "Hoàn tác: "+op.Label, func(tx *data.Tx) error { return tx.Undo(ctx, operation) })
	return err
}
