-- What lies in the recycle bin may be restored, and the audit says so. SQLite changes a CHECK only with its table.
CREATE TABLE audit_entries_new (
	id INTEGER PRIMARY KEY,
	operation_id INTEGER NOT NULL REFERENCES operations (id),
	kind TEXT NOT NULL,
	record_id INTEGER NOT NULL,
	last_id INTEGER NOT NULL, -- equals record_id but for a bulk insert of record_id..last_id
	action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'remove', 'restore', 'read')),
	before TEXT NOT NULL DEFAULT '',
	after TEXT NOT NULL DEFAULT ''
);
INSERT INTO audit_entries_new (id, operation_id, kind, record_id, last_id, action, before, after)
	SELECT id, operation_id, kind, record_id, last_id, action, before, after FROM audit_entries;
DROP TABLE audit_entries;
ALTER TABLE audit_entries_new RENAME TO audit_entries;
CREATE INDEX audit_entries_record ON audit_entries (kind, record_id);
CREATE INDEX audit_entries_operation ON audit_entries (operation_id);
