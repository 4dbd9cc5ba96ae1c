package data

import (
	"context"
	"time"
)

// Operation is what a person did, in Vietnamese. At is its end: that of typing goes on (Tx.Amend).
type Operation struct {
	ID    int64
	At    time.Time
	Who   string
	Label string
	// Undoes is the operation that this one put back; 0 for the others.
	Undoes int64 `gorm:"serializer:zeronull"`
}

// AuditEntry is one record that an operation changed: Before and After are JSON objects of the fields that
// differ. A bulk insert has one entry for RecordID to LastID.
type AuditEntry struct {
	ID               int64
	OperationID      int64
	Kind             Kind
	RecordID, LastID int64
	Action           string
	Before, After    string
}

// HistoryLine is one step in the history of a record.
type HistoryLine struct {
	At         time.Time
	Who, Label string
	// Action is "insert", "update", "remove", "restore" or "read".
	Action        string
	Before, After string
}

// History lists what happened to a record, the latest first.
func (r Reader) History(ctx context.Context, kind Kind, id int64, limit int) ([]HistoryLine, error) {
	var lines []HistoryLine
	err := r.db.WithContext(ctx).Table("audit_entries e").Select("o.at, o.who, o.label, e.action, e.before, e.after").
		Joins("JOIN operations o ON o.id = e.operation_id").
		Where("e.kind = ? AND e.record_id <= ? AND e.last_id >= ?", kind, id, id).Order("e.id DESC").Limit(limit).Find(&lines).Error
	return lines, r.fail(err, "history of %s %d", kind, id)
}

// Operations lists what was done, the latest first.
func (r Reader) Operations(ctx context.Context, limit int) ([]Operation, error) {
	var ops []Operation
	return ops, r.fail(r.db.WithContext(ctx).Order("at DESC, id DESC").Limit(limit).Find(&ops).Error, "operations")
}

// Operation returns one operation.
func (r Reader) Operation(ctx context.Context, id int64) (Operation, error) {
	var ops []Operation
	err := r.db.WithContext(ctx).Where("id = ?", id).Find(&ops).Error
	if err == nil && len(ops) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return Operation{}, r.fail(err, "operation %d", id)
	}
	return ops[0], nil
}

// Readings lists who asked for the sensitive data of a record, the latest first; record 0 in the audit stands for all of a kind.
func (r Reader) Readings(ctx context.Context, kind Kind, id int64) ([]HistoryLine, error) {
	var lines []HistoryLine
	err := r.db.WithContext(ctx).Table("audit_entries e").Select("o.at, o.who, o.label, e.action").
		Joins("JOIN operations o ON o.id = e.operation_id").
		Where("e.kind = ? AND e.record_id IN ? AND e.action = ?", kind, []int64{0, id}, actionRead).Order("e.id DESC").Find(&lines).Error
	return lines, r.fail(err, "readings of %s %d", kind, id)
}
