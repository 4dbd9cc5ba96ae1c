-- The organisation: a unit keeps its own id for ever; what may change (code, name, kind, parent, flags) is
-- a state with the days it holds. No state on a day: the unit does not exist that day.
CREATE TABLE units (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	level TEXT NOT NULL CHECK (level IN ('province', 'district', 'affiliate', 'base', 'branch', 'group')),
	note TEXT NOT NULL DEFAULT ''
);

CREATE TABLE unit_states (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	unit_id INTEGER NOT NULL REFERENCES units (id),
	parent_id INTEGER REFERENCES units (id),
	code TEXT NOT NULL DEFAULT '',
	kind TEXT NOT NULL DEFAULT '',
	name TEXT NOT NULL CHECK (name <> ''),
	hardship INTEGER NOT NULL DEFAULT 0,
	religious INTEGER NOT NULL DEFAULT 0,
	valid_from TEXT,
	valid_to TEXT,
	search_key TEXT NOT NULL,
	sort_key TEXT NOT NULL,
	CHECK (parent_id IS NULL OR parent_id <> unit_id),
	CHECK (valid_from IS NULL OR valid_to IS NULL OR substr(valid_from, 1, length(valid_to)) <= valid_to)
);
CREATE INDEX unit_states_unit ON unit_states (unit_id, valid_to, valid_from, deleted_at);
CREATE INDEX unit_states_parent ON unit_states (parent_id, sort_key);
CREATE INDEX unit_states_code ON unit_states (code) WHERE code <> '';

CREATE TABLE terms (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	name TEXT NOT NULL CHECK (name <> ''),
	first_day TEXT NOT NULL,
	last_day TEXT NOT NULL,
	posts_only INTEGER NOT NULL DEFAULT 0,
	note TEXT NOT NULL DEFAULT '',
	CHECK (first_day < last_day)
);

CREATE TABLE positions (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	level TEXT NOT NULL,
	rank INTEGER NOT NULL,
	single INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX positions_code ON positions (code) WHERE deleted_at IS NULL;

CREATE TABLE cadres (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	full_name TEXT NOT NULL CHECK (full_name <> ''),
	birth TEXT,
	female INTEGER NOT NULL DEFAULT 1,
	ethnic TEXT NOT NULL DEFAULT '',
	religion TEXT NOT NULL DEFAULT '',
	native_place TEXT NOT NULL DEFAULT '',
	residence TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	education TEXT NOT NULL DEFAULT '',
	specialty TEXT NOT NULL DEFAULT '',
	politics TEXT NOT NULL DEFAULT '',
	party_probation_on TEXT,
	party_official_on TEXT,
	union_since TEXT,
	note TEXT NOT NULL DEFAULT '',
	search_key TEXT NOT NULL,
	sort_key TEXT NOT NULL
);
CREATE INDEX cadres_sort ON cadres (sort_key, id);

CREATE TABLE appointments (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	unit_id INTEGER NOT NULL REFERENCES units (id),
	position_id INTEGER NOT NULL REFERENCES positions (id),
	term_id INTEGER REFERENCES terms (id),
	manner TEXT NOT NULL DEFAULT '',
	decision TEXT NOT NULL DEFAULT '',
	started_on TEXT,
	ended_on TEXT,
	reason TEXT NOT NULL DEFAULT '',
	-- Either may be known by month or year only: from 05/2023 to 2023 is possible.
	CHECK (started_on IS NULL OR ended_on IS NULL OR substr(started_on, 1, length(ended_on)) <= ended_on)
);
-- Wide enough to answer "does she hold a post on that day" from the index alone.
CREATE INDEX appointments_cadre ON appointments (cadre_id, ended_on, started_on, deleted_at, unit_id, position_id);
CREATE INDEX appointments_unit ON appointments (unit_id, ended_on, started_on, deleted_at, position_id, cadre_id);

CREATE TABLE rounds (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	term_id INTEGER NOT NULL REFERENCES terms (id),
	rhythm TEXT NOT NULL CHECK (rhythm IN ('half_year', 'year', 'mid_term', 'end_term')),
	name TEXT NOT NULL,
	period_from TEXT NOT NULL,
	period_to TEXT NOT NULL,
	due_on TEXT NOT NULL
);
CREATE INDEX rounds_term ON rounds (term_id, due_on);

CREATE TABLE visits (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	unit_id INTEGER NOT NULL REFERENCES units (id),
	inspector_id INTEGER REFERENCES units (id),
	planned_on TEXT NOT NULL,
	moved INTEGER NOT NULL DEFAULT 0,
	done_on TEXT,
	note TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX visits_owed ON visits (round_id, unit_id) WHERE deleted_at IS NULL;
CREATE INDEX visits_unit ON visits (unit_id);

CREATE TABLE visit_members (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	visit_id INTEGER NOT NULL REFERENCES visits (id),
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	role TEXT NOT NULL CHECK (role IN ('leader', 'member'))
);
CREATE INDEX visit_members_visit ON visit_members (visit_id);
CREATE INDEX visit_members_cadre ON visit_members (cadre_id);

CREATE TABLE letterheads (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	valid_from TEXT,
	parent TEXT NOT NULL,
	issuer TEXT NOT NULL,
	organ_symbol TEXT NOT NULL,
	organ_name TEXT NOT NULL,
	place TEXT NOT NULL,
	authority TEXT NOT NULL DEFAULT '',
	deputy TEXT NOT NULL DEFAULT '',
	position TEXT NOT NULL,
	signer TEXT NOT NULL DEFAULT '',
	addressees TEXT NOT NULL DEFAULT '',
	recipients TEXT NOT NULL DEFAULT '',
	archive TEXT NOT NULL DEFAULT '',
	basis TEXT NOT NULL DEFAULT ''
);

CREATE TABLE settings (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	name TEXT NOT NULL,
	value TEXT NOT NULL
);
CREATE UNIQUE INDEX settings_name ON settings (name) WHERE deleted_at IS NULL;

-- The audit: one operation is what a person did ("Sửa hồ sơ cán bộ"), its entries are the records it changed.
CREATE TABLE operations (
	id INTEGER PRIMARY KEY,
	at DATETIME NOT NULL,
	who TEXT NOT NULL,
	label TEXT NOT NULL
);
CREATE TABLE audit_entries (
	id INTEGER PRIMARY KEY,
	operation_id INTEGER NOT NULL REFERENCES operations (id),
	kind TEXT NOT NULL,
	record_id INTEGER NOT NULL,
	last_id INTEGER NOT NULL, -- equals record_id but for a bulk insert of record_id..last_id
	action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'remove', 'read')),
	before TEXT NOT NULL DEFAULT '',
	after TEXT NOT NULL DEFAULT ''
);
CREATE INDEX audit_entries_record ON audit_entries (kind, record_id);

-- Prefix search by name without tone marks. Only SQLite has FTS5; another database puts its own index here.
-- No Vietnamese syllable has more than seven letters, so every prefix is one list that is read as far as needed.
CREATE VIRTUAL TABLE cadre_names USING fts5 (search_key, content='cadres', content_rowid='id', detail=none, columnsize=0, prefix='1 2 3 4 5 6 7');
CREATE TRIGGER cadre_names_insert AFTER INSERT ON cadres BEGIN
	INSERT INTO cadre_names (rowid, search_key) VALUES (new.id, new.search_key);
END;
CREATE TRIGGER cadre_names_delete AFTER DELETE ON cadres BEGIN
	INSERT INTO cadre_names (cadre_names, rowid, search_key) VALUES ('delete', old.id, old.search_key);
END;
CREATE TRIGGER cadre_names_update AFTER UPDATE OF search_key ON cadres BEGIN
	INSERT INTO cadre_names (cadre_names, rowid, search_key) VALUES ('delete', old.id, old.search_key);
	INSERT INTO cadre_names (rowid, search_key) VALUES (new.id, new.search_key);
END;

CREATE VIRTUAL TABLE unit_names USING fts5 (search_key, content='unit_states', content_rowid='id', detail=none, columnsize=0, prefix='1 2 3');
CREATE TRIGGER unit_names_insert AFTER INSERT ON unit_states BEGIN
	INSERT INTO unit_names (rowid, search_key) VALUES (new.id, new.search_key);
END;
CREATE TRIGGER unit_names_delete AFTER DELETE ON unit_states BEGIN
	INSERT INTO unit_names (unit_names, rowid, search_key) VALUES ('delete', old.id, old.search_key);
END;
CREATE TRIGGER unit_names_update AFTER UPDATE OF search_key ON unit_states BEGIN
	INSERT INTO unit_names (unit_names, rowid, search_key) VALUES ('delete', old.id, old.search_key);
	INSERT INTO unit_names (rowid, search_key) VALUES (new.id, new.search_key);
END;
