-- Biểu số liệu kỳ. The form is data with the years in which it holds, so that an old period keeps the columns it was filled in with.
CREATE TABLE figure_forms (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	name TEXT NOT NULL CHECK (name <> ''),
	first_year INTEGER NOT NULL,
	last_year INTEGER NOT NULL DEFAULT 0, -- 0 is open
	note TEXT NOT NULL DEFAULT ''
);
CREATE TABLE figure_columns (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	form_id INTEGER NOT NULL REFERENCES figure_forms (id),
	rank INTEGER NOT NULL,
	code TEXT NOT NULL CHECK (code <> ''),
	group_name TEXT NOT NULL,
	title TEXT NOT NULL CHECK (title <> ''),
	short TEXT NOT NULL,
	level TEXT NOT NULL CHECK (level IN ('branch', 'base', 'district')), -- of entry
	kind TEXT NOT NULL CHECK (kind IN ('entered', 'counted', 'computed')),
	source TEXT NOT NULL DEFAULT '', -- names the counter of records; of an entered column, the one that will count it one day
	formula TEXT NOT NULL DEFAULT '',
	flow INTEGER NOT NULL DEFAULT 0, -- happened in the period, as against stood at its end
	yearly INTEGER NOT NULL DEFAULT 0, -- asked for at the end of the year only
	at_least INTEGER NOT NULL DEFAULT 0, -- per cent below which a rate is remarked
	jump INTEGER NOT NULL DEFAULT 0, -- per cent of change from which a reason is asked for
	checks TEXT NOT NULL DEFAULT '' -- conditions such as "B3 <= B2", one a line
);
CREATE UNIQUE INDEX figure_columns_code ON figure_columns (form_id, code) WHERE deleted_at IS NULL;

CREATE TABLE return_periods (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	form_id INTEGER NOT NULL REFERENCES figure_forms (id),
	year INTEGER NOT NULL,
	span TEXT NOT NULL CHECK (span IN ('6m', 'year')),
	first_day TEXT NOT NULL,
	last_day TEXT NOT NULL,
	due_on TEXT NOT NULL,
	locked_on TEXT,
	reason TEXT NOT NULL DEFAULT '', -- why it was unlocked
	CHECK (first_day < last_day)
);
CREATE UNIQUE INDEX return_periods_span ON return_periods (year, span) WHERE deleted_at IS NULL;

-- The return of a unit for a period: no row is "chưa nộp".
CREATE TABLE returns (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	period_id INTEGER NOT NULL REFERENCES return_periods (id),
	unit_id INTEGER NOT NULL REFERENCES units (id),
	state TEXT NOT NULL CHECK (state IN ('open', 'submitted', 'returned', 'locked')),
	submitted_on TEXT,
	due_on TEXT, -- another day than that of the period
	reason TEXT NOT NULL DEFAULT '' -- why it was given back or unlocked
);
CREATE UNIQUE INDEX returns_unit ON returns (period_id, unit_id);

-- One number. NULL is not reported, which is not 0. A row that was taken back is used again, so there is one for each place.
CREATE TABLE figures (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	period_id INTEGER NOT NULL REFERENCES return_periods (id),
	unit_id INTEGER NOT NULL REFERENCES units (id),
	code TEXT NOT NULL,
	value INTEGER,
	reason TEXT NOT NULL DEFAULT '' -- why a check that speaks against the number is wrong
);
CREATE UNIQUE INDEX figures_place ON figures (period_id, unit_id, code);
