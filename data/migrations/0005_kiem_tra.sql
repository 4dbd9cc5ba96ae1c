-- Rounds besides the four rhythms: đột xuất (extra) and giám sát chuyên đề (theme). sample is how many units two levels down the office
-- means to visit in each district.
CREATE TABLE rounds_new (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	term_id INTEGER NOT NULL REFERENCES terms (id),
	rhythm TEXT NOT NULL CHECK (rhythm IN ('half_year', 'year', 'mid_term', 'end_term', 'extra', 'theme')),
	name TEXT NOT NULL CHECK (name <> ''),
	period_from TEXT NOT NULL,
	period_to TEXT NOT NULL,
	due_on TEXT NOT NULL,
	sample INTEGER NOT NULL DEFAULT 0 CHECK (sample >= 0)
);
INSERT INTO rounds_new SELECT id, version, created_at, updated_at, deleted_at, term_id, rhythm, name, period_from, period_to, due_on, 0 FROM rounds;
DROP TABLE rounds;
ALTER TABLE rounds_new RENAME TO rounds;
CREATE INDEX rounds_term ON rounds (term_id, due_on);

-- A versioned form by which teams inspect. Shares of the points, in percent, from which a unit counts as tốt, khá, đạt.
CREATE TABLE checklists (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	name TEXT NOT NULL CHECK (name <> ''),
	valid_from TEXT,
	valid_to TEXT,
	good_from REAL NOT NULL DEFAULT 90,
	fair_from REAL NOT NULL DEFAULT 70,
	pass_from REAL NOT NULL DEFAULT 50
);
CREATE TABLE checklist_items (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	checklist_id INTEGER NOT NULL REFERENCES checklists (id),
	rank INTEGER NOT NULL,
	section TEXT NOT NULL DEFAULT '',
	text TEXT NOT NULL CHECK (text <> ''),
	guide TEXT NOT NULL DEFAULT '', -- what to look at
	max_points REAL NOT NULL DEFAULT 0 CHECK (max_points >= 0), -- 0: no points
	knock_out INTEGER NOT NULL DEFAULT 0 -- unmet, the unit does not pass whatever its points
);
CREATE INDEX checklist_items_checklist ON checklist_items (checklist_id, rank);

-- A visit has the days of its steps: announced, begun, held, concluded, closed; what it is on a day follows from them.
-- origin: owed by the schedule, sampled by the office, a recheck of another visit, or of a round besides the rhythms.
CREATE TABLE visits_new (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	round_id INTEGER NOT NULL REFERENCES rounds (id),
	unit_id INTEGER NOT NULL REFERENCES units (id),
	inspector_id INTEGER REFERENCES units (id),
	origin TEXT NOT NULL DEFAULT 'owed' CHECK (origin IN ('owed', 'sample', 'recheck', 'extra')),
	recheck_of INTEGER REFERENCES visits (id),
	planned_on TEXT NOT NULL,
	moved INTEGER NOT NULL DEFAULT 0,
	starts_at TEXT NOT NULL DEFAULT '', -- "08:00"
	ends_at TEXT NOT NULL DEFAULT '',
	place TEXT NOT NULL DEFAULT '',
	notified_on TEXT,
	begun_on TEXT,
	done_on TEXT,
	concluded_on TEXT,
	closed_on TEXT,
	halt TEXT NOT NULL DEFAULT '' CHECK (halt IN ('', 'postponed', 'cancelled')),
	halted_on TEXT,
	halt_reason TEXT NOT NULL DEFAULT '',
	reasons TEXT NOT NULL DEFAULT '', -- why the unit was proposed
	checklist_id INTEGER REFERENCES checklists (id),
	report_by TEXT, -- by when the unit tells what it has put right
	opinion TEXT NOT NULL DEFAULT '', -- of the unit
	note TEXT NOT NULL DEFAULT '',
	CHECK ((origin = 'recheck') = (recheck_of IS NOT NULL))
);
INSERT INTO visits_new (id, version, created_at, updated_at, deleted_at, round_id, unit_id, inspector_id, planned_on, moved, done_on, note)
	SELECT id, version, created_at, updated_at, deleted_at, round_id, unit_id, inspector_id, planned_on, moved, done_on, note FROM visits;
DROP TABLE visits;
ALTER TABLE visits_new RENAME TO visits;
CREATE UNIQUE INDEX visits_owed ON visits (round_id, unit_id) WHERE origin = 'owed' AND deleted_at IS NULL;
CREATE INDEX visits_unit ON visits (unit_id);
CREATE INDEX visits_round ON visits (round_id);
CREATE INDEX visits_recheck ON visits (recheck_of) WHERE recheck_of IS NOT NULL;

CREATE TABLE visit_members_new (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	visit_id INTEGER NOT NULL REFERENCES visits (id),
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	role TEXT NOT NULL CHECK (role IN ('leader', 'deputy', 'secretary', 'member'))
);
INSERT INTO visit_members_new SELECT id, version, created_at, updated_at, deleted_at, visit_id, cadre_id, role FROM visit_members;
DROP TABLE visit_members;
ALTER TABLE visit_members_new RENAME TO visit_members;
CREATE INDEX visit_members_visit ON visit_members (visit_id);
CREATE INDEX visit_members_cadre ON visit_members (cadre_id);

-- What the unit said of itself (self_…) and what the team found, on one item of the form. NULL points are not given, which is not 0.
CREATE TABLE visit_answers (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	visit_id INTEGER NOT NULL REFERENCES visits (id),
	item_id INTEGER NOT NULL REFERENCES checklist_items (id),
	verdict TEXT NOT NULL DEFAULT '' CHECK (verdict IN ('', 'yes', 'partly', 'no', 'na')),
	points REAL CHECK (points >= 0),
	note TEXT NOT NULL DEFAULT '',
	seen TEXT NOT NULL DEFAULT '', -- papers that the team saw
	self_points REAL CHECK (self_points >= 0),
	self_note TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX visit_answers_item ON visit_answers (visit_id, item_id) WHERE deleted_at IS NULL;

CREATE TABLE findings (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	visit_id INTEGER NOT NULL REFERENCES visits (id),
	rank INTEGER NOT NULL,
	nature TEXT NOT NULL CHECK (nature IN ('strength', 'shortcoming')),
	category TEXT NOT NULL DEFAULT '',
	text TEXT NOT NULL CHECK (text <> ''),
	cause TEXT NOT NULL DEFAULT '',
	item_id INTEGER REFERENCES checklist_items (id),
	repeats_id INTEGER REFERENCES findings (id), -- the earlier finding that came back
	settled TEXT NOT NULL DEFAULT '' -- why nothing is to be put right
);
CREATE INDEX findings_visit ON findings (visit_id);
CREATE INDEX findings_repeats ON findings (repeats_id) WHERE repeats_id IS NOT NULL;

-- What a unit is to put right, by when. unit_id is the unit that owes it: the inspected one, or its successor.
CREATE TABLE remedies (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	visit_id INTEGER NOT NULL REFERENCES visits (id),
	finding_id INTEGER REFERENCES findings (id),
	unit_id INTEGER NOT NULL REFERENCES units (id),
	rank INTEGER NOT NULL,
	action TEXT NOT NULL CHECK (action <> ''),
	responsible TEXT NOT NULL DEFAULT '',
	cadre_id INTEGER REFERENCES cadres (id),
	due_on TEXT NOT NULL,
	done_on TEXT,
	proof TEXT NOT NULL DEFAULT '',
	checked_on TEXT, -- when a recheck looked at it
	checked_in INTEGER REFERENCES visits (id),
	verdict TEXT NOT NULL DEFAULT '' CHECK (verdict IN ('', 'done', 'partly', 'not')),
	check_note TEXT NOT NULL DEFAULT '',
	withdrawn_on TEXT,
	withdrawn_reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX remedies_visit ON remedies (visit_id);
CREATE INDEX remedies_unit ON remedies (unit_id);
CREATE INDEX remedies_due ON remedies (due_on) WHERE done_on IS NULL AND withdrawn_on IS NULL AND deleted_at IS NULL;

-- Files that prove something. The file itself lies once, under its hash, in the folder dinh-kem beside the database.
CREATE TABLE attachments (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	owner_kind TEXT NOT NULL CHECK (owner_kind <> ''),
	owner_id INTEGER NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	hash TEXT NOT NULL CHECK (length(hash) = 64), -- SHA-256, hexadecimal
	size INTEGER NOT NULL,
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX attachments_owner ON attachments (owner_kind, owner_id);
CREATE INDEX attachments_hash ON attachments (hash);

-- Days that differ from the rule of weekdays and holidays: days off, and Saturdays that are worked.
CREATE TABLE special_days (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	first_day TEXT NOT NULL,
	last_day TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	working INTEGER NOT NULL DEFAULT 0
);

INSERT INTO catalogue_entries (version, created_at, updated_at, catalogue, name, rank) VALUES
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'finding', 'Chỉ đạo, triển khai', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'finding', 'Đội ngũ cán bộ', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'finding', 'Phát triển Đảng', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'finding', 'Phát triển, quản lý hội viên', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'finding', 'Sinh hoạt chi hội, tổ phụ nữ', 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'finding', 'Xây dựng mô hình', 6),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'finding', 'Tham mưu, phối hợp', 7),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'finding', 'Hồ sơ, sổ sách', 8),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'finding', 'Quỹ Hội, nguồn lực', 9),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'finding', 'Thi đua, khen thưởng', 10),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'finding', 'Kiểm tra, giám sát, báo cáo', 11);

-- The form that ships: the targets and tasks of plan 77/KH-BCH as things that a team can see at a unit. Points add up to 100.
INSERT INTO checklists (id, version, created_at, updated_at, name) VALUES
	(1, 1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'Nội dung kiểm tra theo Kế hoạch 77/KH-BCH (mẫu)');
INSERT INTO checklist_items (version, created_at, updated_at, checklist_id, rank, section, text, guide, max_points, knock_out) VALUES
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 1, 'Chỉ đạo, triển khai', 'Xây dựng kế hoạch cụ thể hóa và triển khai đến cơ sở, chi hội', 'Kế hoạch, biên bản họp, văn bản hướng dẫn', 8, 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 2, 'Chỉ tiêu', 'Có mô hình “1+1” đang hoạt động', 'Danh sách các cặp, kết quả giúp đỡ', 8, 0),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 3, 'Chỉ tiêu', 'Có mô hình “3 có, 3 biết” tại chi hội', 'Danh sách chi hội, phiếu tự đánh giá sáu nội dung', 8, 0),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 4, 'Chỉ tiêu', 'Có ít nhất 01 mô hình thu hút hội viên đặc thù hoạt động hiệu quả', 'Quyết định thành lập, danh sách thành viên, sổ sinh hoạt', 8, 0),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 5, 'Chỉ tiêu', 'Bồi dưỡng, giới thiệu chi hội trưởng chưa là đảng viên để phát triển Đảng', 'Danh sách, giấy chứng nhận, nghị quyết giới thiệu', 8, 0),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 6, 'Chỉ tiêu', 'Phối hợp tổ chức hoạt động nâng cao kiến thức dịp 8/3, 20/10', 'Kế hoạch, hình ảnh, tin bài', 8, 0),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 7, 'Chỉ tiêu', 'Chủ động tham mưu, đề xuất với cấp ủy, chính quyền; chế độ bồi dưỡng chi hội trưởng', 'Văn bản đề xuất, ý kiến trả lời', 8, 0),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 8, 'Đội ngũ cán bộ', 'Đánh giá, xếp loại cán bộ Hội; cử cán bộ dự các lớp bồi dưỡng', 'Phiếu xếp loại, danh sách học viên', 8, 0),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 9, 'Nội dung, phương thức hoạt động', 'Sinh hoạt chi hội, tổ phụ nữ đúng định kỳ; Chủ tịch, Phó Chủ tịch dự sinh hoạt', 'Sổ ghi biên bản sinh hoạt', 8, 0),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 10, 'Nội dung, phương thức hoạt động', 'Cập nhật, quản lý cán bộ, hội viên trên phần mềm', 'So số liệu phần mềm với sổ hội viên', 7, 0),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 11, 'Nội dung, phương thức hoạt động', 'Viết tin bài, giới thiệu gương điển hình; ứng dụng mạng xã hội', 'Danh sách tin bài', 6, 0),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 12, 'Phối hợp, thi đua, kiểm tra', 'Phối hợp với các ngành, đoàn thể; thi đua, khen thưởng', 'Chương trình phối hợp, quyết định khen thưởng', 5, 0),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 13, 'Phối hợp, thi đua, kiểm tra', 'Tự kiểm tra, giám sát; khắc phục kiến nghị của lần kiểm tra trước', 'Biên bản tự kiểm tra, báo cáo khắc phục', 5, 0),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 14, 'Phối hợp, thi đua, kiểm tra', 'Hồ sơ, sổ sách của Hội đầy đủ; báo cáo 6 tháng, năm đúng hạn', 'Sổ hội viên, sổ quỹ, báo cáo', 5, 0);
