package data

import (
	"encoding/json"
	"fmt"
	"maps"
	"time"
)

// amendWithin is how long after a save the next one still belongs to the same piece of work.
const amendWithin = 10 * time.Minute

// Amend is Update for a record that is saved every few seconds while somebody types. When the same person made the last
// audit entry of the record under the same label, alone and within ten minutes, the change joins that entry: it keeps
// what was before, gets what is after, and its operation moves to now.
func (t *Tx) Amend(r Record) error { return t.change(r, actionAmend) }

// joinLast writes a change into the last audit entry of a record; false tells that it needs an entry of its own.
func (t *Tx) joinLast(kind Kind, id int64, before, after string) (bool, error) {
	if err := t.writeAudit(); err != nil {
		return false, err
	}
	var entries []AuditEntry
	err := t.db.Where("kind = ? AND record_id = ?", kind, id).Order("id DESC").Limit(1).Find(&entries).Error
	if err != nil || len(entries) == 0 || entries[0].Action != actionUpdate {
		return false, err
	}
	entry := entries[0]
	var op Operation
	if err := t.db.Where("id = ?", entry.OperationID).Take(&op).Error; err != nil {
		return false, err
	}
	if since := t.now.Sub(op.At); op.Who != t.who || op.Label != t.label || since < 0 || since > amendWithin {
		return false, nil
	}
	var together int64 // moving the time of an operation that changed other records would move theirs
	if err := t.db.Model(&entry).Where("operation_id = ?", op.ID).Count(&together).Error; err != nil || together != 1 {
		return false, err
	}
	// A field that this save is the first to change was until now as before it.
	if entry.Before, err = overlay(before, entry.Before); err != nil {
		return false, err
	}
	if entry.After, err = overlay(entry.After, after); err != nil {
		return false, err
	}
	if err := t.db.Model(&entry).Select("before", "after").Updates(&entry).Error; err != nil {
		return false, err
	}
	if err := t.db.Model(&op).Update("at", t.now).Error; err != nil {
		return false, err
	}
	t.changes.kinds[kind] = true
	return true, nil
}

// overlay joins two JSON objects; of a field that both have, the one in top counts.
func overlay(bottom, top string) (string, error) {
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal([]byte(bottom), &fields); err != nil {
		return "", fmt.Errorf("audit entry: %w", err)
	}
	above := map[string]json.RawMessage{}
	if err := json.Unmarshal([]byte(top), &above); err != nil {
		return "", fmt.Errorf("audit entry: %w", err)
	}
	maps.Copy(fields, above)
	joined, err := json.Marshal(fields)
	return string(joined), err
}
