package data

import (
	"context"
	"encoding/json"
	"fmt"

	"gorm.io/gorm"
)

// Undo puts back, in one step, all that an operation changed: what it added goes to the recycle bin, what it changed is as before,
// what it removed comes back. It is refused, with nothing changed, when one of these records was changed since, since that would be
// lost. An undoing is an operation too and can be undone.
func (t *Tx) Undo(ctx context.Context, operation int64) error {
	op, err := t.Operation(ctx, operation)
	if err != nil {
		return err
	}
	var entries []AuditEntry
	err = t.db.WithContext(ctx).Where("operation_id = ? AND action <> ?", operation, actionRead).Order("id DESC").Find(&entries).Error
	if err != nil {
		return t.fail(err, "undo operation %d", operation)
	}
	for _, e := range entries {
		if e.emptied() {
			return Faultf(nil, "Không hoàn tác được “%s” vì dữ liệu của việc này đã được xóa theo yêu cầu của người có dữ liệu.", op.Label)
		}
	}
	if err := t.refuseFounding(ctx, op); err != nil {
		return err
	}
	if err := t.refuseLater(ctx, op); err != nil {
		return err
	}
	if t.operationID != 0 || t.undoes != 0 {
		return fmt.Errorf("undo operation %d: together with other writes", operation)
	}
	t.undoes = operation
	for _, e := range entries {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := t.undoEntry(op, e); err != nil {
			return err
		}
	}
	return nil
}

// refuseFounding refuses to undo the operation that made the province: without it nothing that the program shows has a place, and no
// later operation need stand in the way of that.
func (t *Tx) refuseFounding(ctx context.Context, op Operation) error {
	var n int
	err := t.db.WithContext(ctx).Raw("SELECT count(*) FROM audit_entries e JOIN units u ON u.id BETWEEN e.record_id AND e.last_id WHERE e.operation_id = ? AND e.kind = ? AND e.action = 'insert' AND u.level = ?",
		op.ID, KindUnit, Province).Scan(&n).Error
	if err != nil {
		return t.fail(err, "look for the province in operation %d", op.ID)
	}
	if n > 0 {
		return Faultf(nil, "Không hoàn tác được “%s” vì mọi dữ liệu khác dựa vào đó; muốn làm lại từ đầu thì hãy tạo một cơ sở dữ liệu mới.", op.Label)
	}
	return nil
}

// refuseLater tells which later operation changed one of the records of an operation. What was undone, and its undoing, count for
// nothing.
func (t *Tx) refuseLater(ctx context.Context, op Operation) error {
	var undoings, later []Operation
	if err := t.db.WithContext(ctx).Where("undoes IS NOT NULL").Find(&undoings).Error; err != nil {
		return t.fail(err, "undone operations")
	}
	by := map[int64]int64{} // an operation to the latest one that undid it
	for _, u := range undoings {
		by[u.Undoes] = max(by[u.Undoes], u.ID)
	}
	// An undoing that was undone itself leaves the operation standing.
	undone := func(id int64) bool {
		n := 0
		for by[id] != 0 {
			id = by[id]
			n++
		}
		return n%2 == 1
	}
	if undone(op.ID) {
		return Faultf(nil, "“%s” đã được hoàn tác rồi.", op.Label)
	}
	err := t.db.WithContext(ctx).Raw(`SELECT o.* FROM audit_entries e JOIN audit_entries l ON l.kind = e.kind AND l.record_id BETWEEN e.record_id AND e.last_id
			AND l.operation_id > e.operation_id AND l.action <> 'read'
		JOIN operations o ON o.id = l.operation_id WHERE e.operation_id = ? AND e.action <> 'read' AND o.undoes IS NULL
		UNION SELECT o.* FROM audit_entries l JOIN operations o ON o.id = l.operation_id
		WHERE l.operation_id > ? AND o.undoes IS NULL AND l.last_id > l.record_id AND EXISTS (SELECT 1 FROM audit_entries e WHERE e.operation_id = ? AND e.kind = l.kind
			AND e.action <> 'read' AND e.record_id <= l.last_id AND e.last_id >= l.record_id)
		ORDER BY 1 DESC`, op.ID, op.ID, op.ID).Scan(&later).Error
	if err != nil {
		return t.fail(err, "look for changes after operation %d", op.ID)
	}
	for _, l := range later {
		if undone(l.ID) {
			continue
		}
		return Faultf(nil, "Không hoàn tác được “%s” vì sau đó đã có việc “%s” của %s lúc %s trên cùng dữ liệu; hãy hoàn tác việc ấy trước.",
			op.Label, l.Label, l.Who, l.At.Local().Format("15:04 02/01/2006"))
	}
	return nil
}

func (t *Tx) undoEntry(op Operation, e AuditEntry) error {
	make, known := models[e.Kind]
	if !known {
		return Faultf(nil, "Việc “%s” không hoàn tác được.", op.Label)
	}
	if e.RecordID != e.LastID {
		return t.undoMany(op, e, make())
	}
	stored := make()
	if err := t.db.Where("id = ?", e.RecordID).Take(stored).Error; err != nil {
		return fmt.Errorf("undo %s %s %d: %w", e.Action, e.Kind, e.RecordID, err)
	}
	switch e.Action {
	case actionInsert, actionRestore:
		return t.Remove(stored)
	case actionRemove:
		return t.Restore(stored)
	}
	back := twin(stored)
	if err := json.Unmarshal([]byte(e.Before), back); err != nil {
		return fmt.Errorf("undo %s %d: %w", e.Kind, e.RecordID, err)
	}
	if err := back.prepare(); err != nil {
		return err
	}
	if err := t.allow(back, stored, actionUpdate); err != nil {
		return err
	}
	return t.replace(stored, back, actionUpdate)
}

// undoMany puts many records of one audit entry into the recycle bin or takes them out of it.
func (t *Tx) undoMany(op Operation, e AuditEntry, model Record) error {
	if _, rules := model.(guarded); rules || (e.Action != actionInsert && e.Action != actionRemove && e.Action != actionRestore) {
		return Faultf(nil, "Việc “%s” không hoàn tác được.", op.Label)
	}
	action, deleted := actionRemove, any(t.now)
	where := "id BETWEEN ? AND ? AND deleted_at IS NULL"
	if e.Action == actionRemove {
		action, deleted, where = actionRestore, nil, "id BETWEEN ? AND ? AND deleted_at IS NOT NULL"
	}
	done := t.db.Model(model).Where(where, e.RecordID, e.LastID).Updates(map[string]any{"deleted_at": deleted, "version": gorm.Expr("version + 1"), "updated_at": t.now})
	if done.Error != nil {
		return fmt.Errorf("undo %s of %s %d to %d: %w", e.Action, e.Kind, e.RecordID, e.LastID, done.Error)
	}
	return t.audit(e.Kind, e.RecordID, e.LastID, action, "", fmt.Sprintf(`{"count":%d}`, done.RowsAffected))
}

// OperationThatMade returns the operation that added a record.
func (r Reader) OperationThatMade(ctx context.Context, kind Kind, id int64) (Operation, error) {
	var op Operation
	err := r.db.WithContext(ctx).Raw(`SELECT o.* FROM operations o JOIN audit_entries e ON e.operation_id = o.id
		WHERE e.kind = ? AND e.record_id <= ? AND e.last_id >= ? AND e.action = 'insert' ORDER BY e.id LIMIT 1`, kind, id, id).Scan(&op).Error
	if err == nil && op.ID == 0 {
		err = ErrNotFound
	}
	return op, r.fail(err, "operation that made %s %d", kind, id)
}
