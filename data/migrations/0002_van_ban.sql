-- Documents and their register. A document is a draft until it is issued: then it has a number for ever, also when it is
-- cancelled, and a file that is kept as it was printed.
CREATE TABLE documents (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	paper TEXT NOT NULL DEFAULT '', -- kind of paper; '' was made outside the program and recorded by hand
	title TEXT NOT NULL CHECK (title <> ''),
	year INTEGER NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'cancelled')),
	source TEXT NOT NULL DEFAULT '',
	generated TEXT NOT NULL DEFAULT '',
	request TEXT NOT NULL DEFAULT '',
	refreshed_on DATETIME,
	series TEXT NOT NULL DEFAULT '', -- '' is the one series for all types
	number INTEGER NOT NULL DEFAULT 0 CHECK (number >= 0), -- 0 is not drawn yet
	symbol TEXT NOT NULL DEFAULT '',
	issued_on TEXT,
	type_name TEXT NOT NULL DEFAULT '',
	summary TEXT NOT NULL DEFAULT '',
	signer TEXT NOT NULL DEFAULT '',
	recipients TEXT NOT NULL DEFAULT '',
	keeper TEXT NOT NULL DEFAULT '',
	copies INTEGER NOT NULL DEFAULT 0,
	sent_on TEXT,
	receipt TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	search_key TEXT NOT NULL,
	CHECK (state = 'draft' OR (number > 0 AND symbol <> '' AND issued_on IS NOT NULL))
);
-- No number is drawn twice, whatever became of its document (Nghị định 30/2020/NĐ-CP, Điều 15). The second index holds when the
-- office changes within a year from one series to a series for each type.
CREATE UNIQUE INDEX documents_number ON documents (year, series, number) WHERE deleted_at IS NULL AND number > 0;
CREATE UNIQUE INDEX documents_symbol ON documents (year, number, symbol) WHERE deleted_at IS NULL AND number > 0 AND symbol <> '';
CREATE INDEX documents_state ON documents (state, updated_at);

-- The write door says the same in Vietnamese; the triggers hold whoever writes.
CREATE TRIGGER documents_frozen BEFORE UPDATE ON documents WHEN old.state <> 'draft' AND (
	new.paper <> old.paper OR new.source <> old.source OR new.generated <> old.generated OR new.request <> old.request
	OR new.refreshed_on IS NOT old.refreshed_on OR new.year <> old.year OR new.series <> old.series OR new.number <> old.number
	OR new.symbol <> old.symbol OR new.issued_on IS NOT old.issued_on OR new.deleted_at IS NOT NULL
	OR new.state = 'draft' OR (old.state = 'cancelled' AND new.state <> 'cancelled')
) BEGIN
	SELECT RAISE(ABORT, 'an issued document is frozen');
END;
CREATE TRIGGER documents_kept BEFORE DELETE ON documents WHEN old.state <> 'draft' BEGIN
	SELECT RAISE(ABORT, 'an issued document is kept');
END;

CREATE TABLE document_files (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	document_id INTEGER NOT NULL REFERENCES documents (id),
	name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	pages INTEGER NOT NULL DEFAULT 0,
	pdf BLOB NOT NULL -- last, so that the columns before it are read without its overflow pages
);
CREATE UNIQUE INDEX document_files_document ON document_files (document_id);
CREATE TRIGGER document_files_issued BEFORE INSERT ON document_files WHEN (SELECT state FROM documents WHERE id = new.document_id) = 'draft' BEGIN
	SELECT RAISE(ABORT, 'a draft has no issued file');
END;
CREATE TRIGGER document_files_frozen BEFORE UPDATE ON document_files BEGIN
	SELECT RAISE(ABORT, 'an issued file is frozen');
END;
CREATE TRIGGER document_files_kept BEFORE DELETE ON document_files BEGIN
	SELECT RAISE(ABORT, 'an issued file is kept');
END;

CREATE TABLE recipient_sets (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	valid_from TEXT,
	name TEXT NOT NULL CHECK (name <> ''),
	addressees TEXT NOT NULL DEFAULT '',
	recipients TEXT NOT NULL DEFAULT '',
	archive TEXT NOT NULL DEFAULT ''
);

CREATE TABLE signatories (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	valid_from TEXT,
	valid_to TEXT,
	organ_symbol TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	authority TEXT NOT NULL DEFAULT '',
	deputy TEXT NOT NULL DEFAULT '',
	position TEXT NOT NULL,
	main INTEGER NOT NULL DEFAULT 0,
	CHECK (valid_from IS NULL OR valid_to IS NULL OR substr(valid_from, 1, length(valid_to)) <= valid_to)
);

CREATE TABLE outlines (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	paper TEXT NOT NULL CHECK (paper <> ''),
	text TEXT NOT NULL
);
CREATE UNIQUE INDEX outlines_paper ON outlines (paper) WHERE deleted_at IS NULL;

-- Several organs issue papers side by side (Ban Chấp hành, Ban Thường vụ). All letterheads so far were the usual one.
ALTER TABLE letterheads ADD COLUMN usual INTEGER NOT NULL DEFAULT 0;
UPDATE letterheads SET usual = 1;

-- An operation may go on while somebody types (Tx.Amend): its time moves, so that ids no longer order by time.
CREATE INDEX operations_at ON operations (at);
CREATE INDEX audit_entries_operation ON audit_entries (operation_id);
