package data

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"time"

	"gorm.io/gorm"
)

// Kind names a sort of record in audit entries and change flags.
type Kind string

// Base is what every record has. ID 0 means not stored yet. Version counts the writes and guards against
// overwriting somebody else's change.
type Base struct {
	ID        int64 `gorm:"primaryKey"`
	Version   int64
	CreatedAt time.Time  `json:"-"`
	UpdatedAt time.Time  `json:"-"`
	DeletedAt *time.Time `json:",omitempty"`
}

func (b *Base) base() *Base { return b }

// Record is a pointer to a model that embeds Base.
type Record interface {
	base() *Base
	kind() Kind
	// prepare cleans the texts and fills the derived keys before a write; the error is a Fault.
	prepare() error
}

// guarded is a Record whose rules look at what is stored, beyond its own fields.
type guarded interface {
	Record
	// allow refuses, with a Fault, a write that must not be. stored is nil for a new record.
	allow(t *Tx, stored Record, action string) error
}

// What may be done to a record; all but actionAmend stand in audit entries, where it counts as an update.
const (
	actionInsert  = "insert"
	actionUpdate  = "update"
	actionAmend   = "amend"
	actionRemove  = "remove"
	actionRestore = "restore"
	actionRead    = "read"
)

// Changes tells what a finished Write touched.
type Changes struct {
	// Operation is the label given to Write; OperationID can be given to Undo, 0 when nothing was written.
	Operation   string
	OperationID int64
	kinds       map[Kind]bool
}

// Any tells whether a record of one of the kinds was changed.
func (c Changes) Any(kinds ...Kind) bool {
	for _, k := range kinds {
		if c.kinds[k] {
			return true
		}
	}
	return false
}

// Empty tells that nothing was changed.
func (c Changes) Empty() bool { return len(c.kinds) == 0 }

// Tx is a running write. It reads what it has written through the embedded Reader.
type Tx struct {
	Reader
	changes     Changes
	operationID int64
	entries     []AuditEntry // not written yet
	undoes      int64        // the operation that this one puts back
	label       string
	now         time.Time
	who         string
	frozen      map[[2]int64]bool // what Figure.allow found out: period and unit to locked
}

// OnChange calls listener after every Write that changed something, on the writer's goroutine.
func (db *DB) OnChange(listener func(Changes)) {
	db.mutex.Lock()
	defer db.mutex.Unlock()
	db.listeners = append(db.listeners, listener)
}

// Write is the one door: it runs do in a transaction, which is rolled back when do fails or ctx ends, writes
// the audit under the Vietnamese label, and returns what was changed.
func (db *DB) Write(ctx context.Context, label string, do func(*Tx) error) (Changes, error) {
	tx := &Tx{Reader: Reader{path: db.path}, changes: Changes{Operation: label, kinds: map[Kind]bool{}}, label: label, now: db.now().UTC(), who: db.who}
	err := db.writer.WithContext(ctx).Transaction(func(g *gorm.DB) error {
		tx.db = g
		if err := do(tx); err != nil {
			return err
		}
		if err := tx.writeAudit(); err != nil {
			return err
		}
		return ctx.Err()
	})
	if err != nil && ctx.Err() != nil { // what was running then fails in many ways; the reason is this
		err = errors.Join(ctx.Err(), err)
	}
	if err != nil {
		return Changes{}, db.wrap(err, "write %q", label)
	}
	if tx.changes.Empty() {
		return tx.changes, nil
	}
	db.mutex.Lock()
	db.changed = true
	listeners := db.listeners
	db.mutex.Unlock()
	for _, listener := range listeners {
		listener(tx.changes)
	}
	return tx.changes, nil
}

// Insert stores a new record and gives it its id.
func (t *Tx) Insert(r Record) error {
	if err := r.prepare(); err != nil {
		return err
	}
	if err := t.allow(r, nil, actionInsert); err != nil {
		return err
	}
	t.stamp(r.base())
	if err := t.db.Create(r).Error; err != nil {
		return fmt.Errorf("insert %s: %w", r.kind(), err)
	}
	after, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("audit %s %d: %w", r.kind(), r.base().ID, err)
	}
	return t.audit(r.kind(), r.base().ID, r.base().ID, actionInsert, "", string(after))
}

// InsertAll stores many new records of one kind in batches under a single audit entry, which names the first
// and last id. It is meant for filling a database; R is a model, *R its Record.
func InsertAll[R any, P interface {
	*R
	Record
}](t *Tx, records []R) error {
	if len(records) == 0 {
		return nil
	}
	for i := range records {
		p := P(&records[i])
		if err := p.prepare(); err != nil {
			return err
		}
		if err := t.allow(p, nil, actionInsert); err != nil {
			return err
		}
		t.stamp(p.base())
	}
	first := P(&records[0])
	if err := t.db.CreateInBatches(records, 500).Error; err != nil {
		return fmt.Errorf("insert %d of %s: %w", len(records), first.kind(), err)
	}
	last := P(&records[len(records)-1])
	return t.audit(first.kind(), first.base().ID, last.base().ID, actionInsert, "", fmt.Sprintf(`{"count":%d}`, len(records)))
}

func (t *Tx) stamp(b *Base) {
	b.Version, b.CreatedAt, b.UpdatedAt = 1, t.now, t.now
}

// Update stores a changed record. ErrConflict tells that it was changed after it was read, ErrNotFound that
// it is gone. A record that is as before is not written.
func (t *Tx) Update(r Record) error { return t.change(r, actionUpdate) }

// change stores a changed record by Update or Amend.
func (t *Tx) change(r Record, action string) error {
	if err := r.prepare(); err != nil {
		return err
	}
	stored, err := t.current(r, action)
	if err != nil {
		return err
	}
	if err := t.allow(r, stored, action); err != nil {
		return err
	}
	return t.replace(stored, r, action)
}

// allow asks the rules of a record, if it has such, whether it may be written.
func (t *Tx) allow(r, stored Record, action string) error {
	if g, ok := r.(guarded); ok {
		return g.allow(t, stored, action)
	}
	return nil
}

// Remove puts a record into the recycle bin: it stays in the database as it was stored, outside all lists.
// Of r only id and version count, so that unsaved edits do not slip in.
func (t *Tx) Remove(r Record) error {
	stored, err := t.current(r, actionRemove)
	if err != nil {
		return err
	}
	gone, now := twin(stored), t.now
	gone.base().DeletedAt = &now
	if err := t.allow(gone, stored, actionRemove); err != nil {
		return err
	}
	if err := t.replace(stored, gone, actionRemove); err != nil {
		return err
	}
	*r.base() = *gone.base()
	return nil
}

// Restore takes a record out of the recycle bin, as it was stored. Of r only id and version count; afterwards it is the
// whole record. ErrNotFound tells that it is not in the bin.
func (t *Tx) Restore(r Record) error {
	stored, err := t.current(r, actionRestore)
	if err != nil {
		return err
	}
	back := twin(stored)
	back.base().DeletedAt = nil
	if err := t.allow(back, stored, actionRestore); err != nil {
		return err
	}
	if err := t.replace(stored, back, actionRestore); err != nil {
		return err
	}
	reflect.ValueOf(r).Elem().Set(reflect.ValueOf(back).Elem())
	return nil
}

// twin copies a record, with what its nullable fields point to: a change to one must not reach the other.
func twin(r Record) Record {
	c := reflect.New(reflect.TypeOf(r).Elem())
	c.Elem().Set(reflect.ValueOf(r).Elem())
	for i := range c.Elem().NumField() {
		if f := c.Elem().Field(i); f.Kind() == reflect.Pointer && !f.IsNil() {
			own := reflect.New(f.Type().Elem())
			own.Elem().Set(f.Elem())
			f.Set(own)
		}
	}
	return c.Interface().(Record)
}

// current reads the stored twin of a record, which must have the same version and lie in the recycle bin when it is to be
// restored, otherwise outside.
func (t *Tx) current(r Record, action string) (Record, error) {
	op := fmt.Sprintf("%s %s %d", action, r.kind(), r.base().ID)
	where, sentence := "id = ? AND deleted_at IS NULL", "Bản ghi này không còn nữa, có thể đã bị xóa ở cửa sổ khác; hãy tải lại danh sách."
	if action == actionRestore {
		where, sentence = "id = ? AND deleted_at IS NOT NULL", "Bản ghi này không còn trong thùng rác, có thể đã được khôi phục ở cửa sổ khác; hãy tải lại danh sách."
	}
	stored := reflect.New(reflect.TypeOf(r).Elem()).Interface().(Record)
	err := t.db.Where(where, r.base().ID).Take(stored).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, Faultf(fmt.Errorf("%s: %w", op, ErrNotFound), "%s", sentence)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", op, err)
	}
	if stored.base().Version != r.base().Version {
		return nil, Faultf(fmt.Errorf("%s: %w", op, ErrConflict), "Bản ghi này vừa được sửa ở nơi khác; hãy đóng biểu mẫu, xem lại rồi sửa lần nữa.")
	}
	return stored, nil
}

// Stored returns a record as it is stored; of r only id and version count. ErrConflict and ErrNotFound are those of Update.
func (t *Tx) Stored(r Record) (Record, error) { return t.current(r, actionUpdate) }

// replace writes r in the place of stored, unless nothing differs.
func (t *Tx) replace(stored, r Record, action string) error {
	b := r.base()
	op := fmt.Sprintf("%s %s %d", action, r.kind(), b.ID)
	before, after, err := difference(stored, r)
	if err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	if before == after {
		return nil
	}
	b.Version++
	b.CreatedAt, b.UpdatedAt = stored.base().CreatedAt, t.now
	if err := t.db.Model(r).Where("id = ?", b.ID).Select("*").Updates(r).Error; err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	if action == actionAmend {
		joined, err := t.joinLast(r.kind(), b.ID, before, after)
		if err != nil {
			return fmt.Errorf("%s: %w", op, err)
		}
		if joined {
			return nil
		}
		action = actionUpdate
	}
	return t.audit(r.kind(), b.ID, b.ID, action, before, after)
}

// difference gives the fields that differ, as two JSON objects; two empty ones when nothing does.
func difference(before, after Record) (string, string, error) {
	fields := func(r Record) (map[string]any, error) {
		text, err := json.Marshal(r)
		if err != nil {
			return nil, err
		}
		m := map[string]any{}
		return m, json.Unmarshal(text, &m)
	}
	b, err := fields(before)
	if err != nil {
		return "", "", err
	}
	a, err := fields(after)
	if err != nil {
		return "", "", err
	}
	for name, value := range a {
		if reflect.DeepEqual(b[name], value) {
			delete(a, name)
			delete(b, name)
		}
	}
	oldText, err := json.Marshal(b)
	if err != nil {
		return "", "", err
	}
	newText, err := json.Marshal(a)
	return string(oldText), string(newText), err
}

// NoteReading writes into the audit that sensitive personal data of a record were asked for (Luật 91/2025/QH15: the office must be able to
// say who saw them). It marks no change.
func (t *Tx) NoteReading(kind Kind, id int64) error {
	return t.audit(kind, id, id, actionRead, "", "")
}

// auditBatch is how many audit entries are written at once; one by one they cost as much as the changes themselves.
const auditBatch = 400

// writeAudit stores the audit entries that wait.
func (t *Tx) writeAudit() error {
	if len(t.entries) == 0 {
		return nil
	}
	if err := t.db.CreateInBatches(t.entries, auditBatch).Error; err != nil {
		return fmt.Errorf("audit %q: %w", t.label, err)
	}
	t.entries = nil
	return nil
}

func (t *Tx) audit(kind Kind, first, last int64, action, before, after string) error {
	if t.operationID == 0 {
		op := Operation{At: t.now, Who: t.who, Label: t.label, Undoes: t.undoes}
		if err := t.db.Create(&op).Error; err != nil {
			return fmt.Errorf("audit %q: %w", t.label, err)
		}
		t.operationID, t.changes.OperationID = op.ID, op.ID
	}
	t.entries = append(t.entries, AuditEntry{OperationID: t.operationID, Kind: kind, RecordID: first, LastID: last, Action: action, Before: before, After: after})
	if len(t.entries) >= auditBatch {
		if err := t.writeAudit(); err != nil {
			return err
		}
	}
	if action != actionRead {
		t.changes.kinds[kind] = true
	}
	return nil
}
