-- What an operation undid.
ALTER TABLE operations ADD COLUMN undoes INTEGER REFERENCES operations (id);
CREATE INDEX operations_undoes ON operations (undoes) WHERE undoes IS NOT NULL;

-- Reorganisations: what a date and a decision did to the tree. The states of units tell what holds; these tell why.
CREATE TABLE reorganisations (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'move', 'found', 'dissolve', 'batch')),
	name TEXT NOT NULL CHECK (name <> ''),
	happened_on TEXT NOT NULL,
	basis TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	batch TEXT NOT NULL DEFAULT '' -- names a batch, which is applied once only
);
CREATE UNIQUE INDEX reorganisations_batch ON reorganisations (batch) WHERE batch <> '' AND deleted_at IS NULL;

-- One link of predecessor and successor. A unit that was founded has no predecessor, one that was dissolved no successor.
CREATE TABLE unit_links (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	reorganisation_id INTEGER NOT NULL REFERENCES reorganisations (id),
	from_id INTEGER REFERENCES units (id),
	to_id INTEGER REFERENCES units (id),
	change TEXT NOT NULL,
	basis TEXT NOT NULL DEFAULT ''
);
CREATE INDEX unit_links_reorganisation ON unit_links (reorganisation_id);
CREATE INDEX unit_links_from ON unit_links (from_id);
CREATE INDEX unit_links_to ON unit_links (to_id);

-- The reorganisation that ended a post: its holder waits for another one ("cần bố trí lại").
ALTER TABLE appointments ADD COLUMN reorganisation_id INTEGER REFERENCES reorganisations (id);
-- What a member of a committee stands for (cơ cấu): "lực lượng vũ trang", "đồng bào có đạo".
ALTER TABLE appointments ADD COLUMN sector TEXT NOT NULL DEFAULT '';
CREATE INDEX appointments_reorganisation ON appointments (reorganisation_id) WHERE reorganisation_id IS NOT NULL;

-- The committees to which a post belongs, in small letters between commas: ",bch,btv,tt,".
ALTER TABLE positions ADD COLUMN bodies TEXT NOT NULL DEFAULT '';

-- The rest of the record of a cadre (Mẫu 2C-BNV/2008 and the lists of the Union). Health and family relations are not asked for.
ALTER TABLE cadres ADD COLUMN alias TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN birth_place TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN household TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN citizen_id TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN citizen_id_on TEXT;
ALTER TABLE cadres ADD COLUMN insurance TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN zalo TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN degree TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN state_management TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN languages TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN informatics TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN software_skill TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN party_card TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN party_cell TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN party_post TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN member_since TEXT;
ALTER TABLE cadres ADD COLUMN full_time TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN other_posts TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN councillor TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN other_bodies TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN retired_official INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cadres ADD COLUMN circumstances TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN left_on TEXT;
ALTER TABLE cadres ADD COLUMN left_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE cadres ADD COLUMN consent_on TEXT;
ALTER TABLE cadres ADD COLUMN consent_manner TEXT NOT NULL DEFAULT '';
-- A record without a person any more: erased on request, kept for the counts.
ALTER TABLE cadres ADD COLUMN anonymised_on TEXT;
-- A record whose person is in another one; it lies in the recycle bin.
ALTER TABLE cadres ADD COLUMN merged_into INTEGER REFERENCES cadres (id);
CREATE INDEX cadres_phone ON cadres (phone) WHERE phone <> '';

CREATE TABLE cadre_photos (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	image BLOB NOT NULL
);
CREATE UNIQUE INDEX cadre_photos_cadre ON cadre_photos (cadre_id) WHERE deleted_at IS NULL;

-- The words that forms offer: dân tộc, tôn giáo, trình độ and so on; catalogue names the list.
CREATE TABLE catalogue_entries (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	catalogue TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	rank INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX catalogue_entries_name ON catalogue_entries (catalogue, name) WHERE deleted_at IS NULL;

-- A nhiệm kỳ of the committees of one unit, opened by its congress: each unit counts its own (khóa XVII, lần thứ I).
CREATE TABLE unit_terms (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	unit_id INTEGER NOT NULL REFERENCES units (id),
	ordinal TEXT NOT NULL DEFAULT '',
	name TEXT NOT NULL CHECK (name <> ''),
	congress_on TEXT,
	first_day TEXT NOT NULL,
	last_day TEXT NOT NULL,
	-- Seats that the congress set; 0 is not set.
	committee_seats INTEGER NOT NULL DEFAULT 0,
	board_seats INTEGER NOT NULL DEFAULT 0,
	inspection_seats INTEGER NOT NULL DEFAULT 0,
	note TEXT NOT NULL DEFAULT '',
	CHECK (first_day < last_day)
);
CREATE INDEX unit_terms_unit ON unit_terms (unit_id, first_day);

-- Schemes of rating are data: the levels change with decrees. subject is what is rated: 'cadre' or 'party_member'.
CREATE TABLE rating_schemes (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	subject TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	first_year INTEGER NOT NULL,
	last_year INTEGER NOT NULL DEFAULT 0 -- 0 is open
);
CREATE TABLE rating_levels (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	scheme_id INTEGER NOT NULL REFERENCES rating_schemes (id),
	name TEXT NOT NULL CHECK (name <> ''),
	short TEXT NOT NULL DEFAULT '',
	rank INTEGER NOT NULL -- 1 is the best
);
CREATE INDEX rating_levels_scheme ON rating_levels (scheme_id, rank);
CREATE TABLE cadre_ratings (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	year INTEGER NOT NULL,
	scheme_id INTEGER NOT NULL REFERENCES rating_schemes (id),
	level_id INTEGER NOT NULL REFERENCES rating_levels (id),
	decision TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX cadre_ratings_year ON cadre_ratings (cadre_id, year, scheme_id) WHERE deleted_at IS NULL;
CREATE INDEX cadre_ratings_of_year ON cadre_ratings (year, level_id);

CREATE TABLE courses (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	name TEXT NOT NULL CHECK (name <> ''),
	subject TEXT NOT NULL DEFAULT '', -- nghiệp vụ công tác Hội, lý luận chính trị, …
	organiser TEXT NOT NULL DEFAULT '',
	place TEXT NOT NULL DEFAULT '',
	manner TEXT NOT NULL DEFAULT '', -- tập trung, trực tuyến, …
	started_on TEXT,
	ended_on TEXT,
	note TEXT NOT NULL DEFAULT ''
);
CREATE TABLE attendances (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	course_id INTEGER NOT NULL REFERENCES courses (id),
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	certificate TEXT NOT NULL DEFAULT '',
	result TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX attendances_once ON attendances (course_id, cadre_id) WHERE deleted_at IS NULL;
CREATE INDEX attendances_cadre ON attendances (cadre_id);

-- Quy hoạch, stored only once it is public.
CREATE TABLE successions (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	unit_id INTEGER NOT NULL REFERENCES units (id),
	position_id INTEGER NOT NULL REFERENCES positions (id),
	period TEXT NOT NULL,
	published_on TEXT NOT NULL,
	decision TEXT NOT NULL DEFAULT '',
	removed_on TEXT,
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX successions_cadre ON successions (cadre_id);
CREATE INDEX successions_post ON successions (unit_id, position_id);

-- Mức bồi dưỡng a month, đồng, with the paper that grants it (plan 77/KH-BCH, chỉ tiêu 4).
CREATE TABLE allowances (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	amount INTEGER NOT NULL CHECK (amount > 0),
	source TEXT NOT NULL CHECK (source <> ''),
	from_month TEXT NOT NULL,
	to_month TEXT,
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX allowances_cadre ON allowances (cadre_id, from_month);

-- Steps towards the Party before admission; admission itself and full membership are dates of the cadre.
CREATE TABLE party_steps (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	step TEXT NOT NULL CHECK (step IN ('outstanding', 'course', 'introduced', 'stopped')),
	taken_on TEXT NOT NULL,
	document TEXT NOT NULL DEFAULT '', -- number of the certificate or resolution
	expires_on TEXT, -- of the certificate
	helper TEXT NOT NULL DEFAULT '', -- the Party member who helps
	reason TEXT NOT NULL DEFAULT '', -- of stopping
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX party_steps_cadre ON party_steps (cadre_id, taken_on);

CREATE TABLE cadre_awards (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	title TEXT NOT NULL CHECK (title <> ''),
	granted_by TEXT NOT NULL DEFAULT '',
	decision TEXT NOT NULL DEFAULT '',
	granted_on TEXT NOT NULL,
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX cadre_awards_cadre ON cadre_awards (cadre_id);

CREATE TABLE disciplines (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	measure TEXT NOT NULL CHECK (measure <> ''),
	imposed_by TEXT NOT NULL DEFAULT '',
	decision TEXT NOT NULL DEFAULT '',
	from_day TEXT NOT NULL,
	to_day TEXT,
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX disciplines_cadre ON disciplines (cadre_id);

-- Phân công phụ trách cơ sở, and the trips made for it (plan 77/KH-BCH, III.1).
CREATE TABLE assignments (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	unit_id INTEGER NOT NULL REFERENCES units (id),
	decision TEXT NOT NULL DEFAULT '',
	started_on TEXT NOT NULL,
	ended_on TEXT,
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX assignments_cadre ON assignments (cadre_id);
CREATE INDEX assignments_unit ON assignments (unit_id);
CREATE TABLE trips (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	cadre_id INTEGER NOT NULL REFERENCES cadres (id),
	unit_id INTEGER NOT NULL REFERENCES units (id),
	made_on TEXT NOT NULL,
	purpose TEXT NOT NULL CHECK (purpose <> ''),
	result TEXT NOT NULL DEFAULT ''
);
CREATE INDEX trips_unit ON trips (unit_id, made_on);
CREATE INDEX trips_cadre ON trips (cadre_id, made_on);

CREATE TABLE saved_filters (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	screen TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	filter TEXT NOT NULL -- JSON
);
CREATE UNIQUE INDEX saved_filters_name ON saved_filters (screen, name) WHERE deleted_at IS NULL;

-- Requests of persons about their data (Luật 91/2025/QH15): to be answered within two working days (Nghị định 356/2025/NĐ-CP).
CREATE TABLE personal_requests (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	cadre_id INTEGER REFERENCES cadres (id),
	person TEXT NOT NULL CHECK (person <> ''),
	request TEXT NOT NULL CHECK (request IN ('access', 'correct', 'erase', 'restrict', 'object')),
	received_on TEXT NOT NULL,
	answer_by TEXT NOT NULL,
	answered_on TEXT,
	outcome TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT ''
);

-- What a new database starts with, too: the office changes it in Cài đặt.
INSERT INTO rating_schemes (id, version, created_at, updated_at, subject, name, first_year) VALUES
	(1, 1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'cadre', 'Nghị định 90/2020/NĐ-CP', 2020),
	(2, 1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'party_member', 'Xếp loại đảng viên', 2018);
INSERT INTO rating_levels (version, created_at, updated_at, scheme_id, name, short, rank) VALUES
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 'Hoàn thành xuất sắc nhiệm vụ', 'Xuất sắc', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 'Hoàn thành tốt nhiệm vụ', 'Tốt', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 'Hoàn thành nhiệm vụ', 'Hoàn thành', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 1, 'Không hoàn thành nhiệm vụ', 'Không hoàn thành', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 2, 'Hoàn thành xuất sắc nhiệm vụ', 'Xuất sắc', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 2, 'Hoàn thành tốt nhiệm vụ', 'Tốt', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 2, 'Hoàn thành nhiệm vụ', 'Hoàn thành', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 2, 'Không hoàn thành nhiệm vụ', 'Không hoàn thành', 4);
INSERT INTO catalogue_entries (version, created_at, updated_at, catalogue, name, rank) VALUES
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Kinh', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Tày', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Thái', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Hoa', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Khơ-me', 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Mường', 6),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Nùng', 7),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Hmông', 8),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Dao', 9),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Gia-rai', 10),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Ngái', 11),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Ê-đê', 12),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Ba-na', 13),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Xơ-đăng', 14),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Sán Chay', 15),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Cơ-ho', 16),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Chăm', 17),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Sán Dìu', 18),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Hrê', 19),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Mnông', 20),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Ra-glai', 21),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Xtiêng', 22),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Bru-Vân Kiều', 23),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Thổ', 24),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Giáy', 25),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Cơ-tu', 26),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Gié-Triêng', 27),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Mạ', 28),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Khơ-mú', 29),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Co', 30),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Ta-ôi', 31),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Chơ-ro', 32),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Kháng', 33),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Xinh-mun', 34),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Hà Nhì', 35),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Chu-ru', 36),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Lào', 37),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'La Chí', 38),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'La Ha', 39),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Phù Lá', 40),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'La Hủ', 41),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Lự', 42),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Lô Lô', 43),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Chứt', 44),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Mảng', 45),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Pà Thẻn', 46),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Cờ Lao', 47),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Cống', 48),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Bố Y', 49),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Si La', 50),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Pu Péo', 51),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Brâu', 52),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Ơ-đu', 53),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'ethnic', 'Rơ-măm', 54),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'religion', 'Không', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'religion', 'Công giáo', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'religion', 'Phật giáo', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'religion', 'Tin lành', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'religion', 'Cao Đài', 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'religion', 'Phật giáo Hòa Hảo', 6),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'religion', 'Hồi giáo', 7),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'religion', 'Tôn giáo khác', 8),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'education', '12/12', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'education', '11/12', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'education', '10/12', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'education', '9/12', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'education', '8/12', 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'education', '7/12', 6),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'education', '6/12', 7),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'education', '5/12', 8),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'education', '10/10', 9),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'education', '9/10', 10),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'education', '8/10', 11),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'education', '7/10', 12),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'degree', 'Chưa qua đào tạo', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'degree', 'Sơ cấp', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'degree', 'Trung cấp', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'degree', 'Cao đẳng', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'degree', 'Đại học', 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'degree', 'Thạc sĩ', 6),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'degree', 'Tiến sĩ', 7),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'politics', 'Sơ cấp', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'politics', 'Trung cấp', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'politics', 'Cao cấp', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'politics', 'Cử nhân', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'state_management', 'Cán sự', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'state_management', 'Chuyên viên', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'state_management', 'Chuyên viên chính', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'state_management', 'Chuyên viên cao cấp', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'informatics', 'Cơ bản', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'informatics', 'Nâng cao', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'informatics', 'Trung cấp trở lên', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'software_skill', 'Chưa sử dụng', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'software_skill', 'Sử dụng được', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'software_skill', 'Thành thạo', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'full_time', 'Chuyên trách', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'full_time', 'Không chuyên trách', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'circumstances', 'Gia đình chính sách', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'circumstances', 'Hộ nghèo', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'circumstances', 'Hộ cận nghèo', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'sector', 'Cơ quan chuyên trách', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'sector', 'Cấp dưới trực tiếp', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'sector', 'Lực lượng vũ trang', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'sector', 'Khối cơ quan, đơn vị', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'sector', 'Doanh nghiệp', 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'sector', 'Đồng bào có đạo', 6),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'sector', 'Dân tộc thiểu số', 7),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'sector', 'Nữ trí thức, giáo viên, y tế', 8),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'sector', 'Tiểu thương', 9),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'sector', 'Cán bộ nghỉ hưu', 10),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'leaving', 'Hết nhiệm kỳ', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'leaving', 'Chuyển công tác', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'leaving', 'Nghỉ hưu', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'leaving', 'Miễn nhiệm', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'leaving', 'Thôi tham gia', 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'leaving', 'Qua đời', 6),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'course_subject', 'Nghiệp vụ công tác Hội', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'course_subject', 'Lý luận chính trị', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'course_subject', 'Chuyên môn', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'course_subject', 'Quản lý nhà nước', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'course_subject', 'Tin học, phần mềm quản lý hội viên', 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'course_subject', 'Ngoại ngữ', 6),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'course_manner', 'Tập trung', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'course_manner', 'Trực tuyến', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'course_manner', 'Vừa làm vừa học', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'award', 'Kỷ niệm chương “Vì sự phát triển của phụ nữ Việt Nam”', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'award', 'Bằng khen của Trung ương Hội', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'award', 'Bằng khen của Ủy ban nhân dân tỉnh', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'award', 'Giấy khen của Hội cấp tỉnh', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'award', 'Giấy khen của Ủy ban nhân dân cấp huyện', 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'award', 'Giấy khen của Hội cấp huyện', 6),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'award', 'Giấy khen của Ủy ban nhân dân cấp xã', 7),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'award', 'Giấy khen của Hội cơ sở', 8),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'discipline', 'Khiển trách', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'discipline', 'Cảnh cáo', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'discipline', 'Cách chức', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'discipline', 'Khai trừ', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'party_stop', 'Quá tuổi', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'party_stop', 'Không còn nguyện vọng', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'party_stop', 'Lý lịch chưa đủ điều kiện', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'party_stop', 'Chuyển nơi cư trú', 4);

-- Databases that have their posts already get the committees of these, and the Ủy ban Kiểm tra.
UPDATE positions SET bodies = CASE substr(code, 1, 4)
	WHEN 'CT-T' THEN ',bch,btv,tt,' WHEN 'CT-H' THEN ',bch,btv,tt,' WHEN 'CT-X' THEN ',bch,btv,tt,'
	WHEN 'PCT-' THEN ',bch,btv,tt,' WHEN 'BTV-' THEN ',bch,btv,' WHEN 'BCH-' THEN ',bch,' ELSE '' END;
INSERT INTO positions (version, created_at, updated_at, code, name, level, rank, single, bodies)
	SELECT 1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', column1, column2, column3, column4, column5, ',ubkt,' FROM (VALUES
		('CNKT-TINH', 'Chủ nhiệm Ủy ban Kiểm tra', 'province', 14, 0),
		('PKT-TINH', 'Phó Chủ nhiệm Ủy ban Kiểm tra', 'province', 15, 0),
		('UVKT-TINH', 'Ủy viên Ủy ban Kiểm tra', 'province', 16, 0),
		('CNKT-HUYEN', 'Chủ nhiệm Ủy ban Kiểm tra', 'district', 24, 0),
		('UVKT-HUYEN', 'Ủy viên Ủy ban Kiểm tra', 'district', 24, 0),
		('CNKT-XA', 'Chủ nhiệm Ủy ban Kiểm tra', 'base', 34, 0),
		('UVKT-XA', 'Ủy viên Ủy ban Kiểm tra', 'base', 35, 0)
	) WHERE EXISTS (SELECT 1 FROM positions);
