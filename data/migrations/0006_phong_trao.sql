-- The movement (phong trào) behind the targets of plan 77/KH-BCH. A record belongs to the unit that did it and stays with it when the unit
-- ends; where a unit went up into one other, that one answers for it from then on (unit_links).
-- Kinds of mô hình: those of the plan and the office's own.
CREATE TABLE model_kinds (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	code TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	paired INTEGER NOT NULL DEFAULT 0,
	for_group INTEGER NOT NULL DEFAULT 0,
	checklist TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	rank INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX model_kinds_code ON model_kinds (code) WHERE deleted_at IS NULL;
-- Mô hình of a unit. origin_id is the one that it repeats (nhân rộng).
CREATE TABLE models (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	kind_id INTEGER NOT NULL REFERENCES model_kinds (id),
	unit_id INTEGER NOT NULL REFERENCES units (id),
	name TEXT NOT NULL DEFAULT '',
	target_group TEXT NOT NULL DEFAULT '',
	members INTEGER CHECK (members >= 0),
	pilot INTEGER NOT NULL DEFAULT 0,
	origin_id INTEGER REFERENCES models (id),
	decision TEXT NOT NULL DEFAULT '',
	started_on TEXT NOT NULL,
	ended_on TEXT,
	end_reason TEXT NOT NULL DEFAULT '',
	result TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX models_unit ON models (unit_id, kind_id);
CREATE INDEX models_kind ON models (kind_id, ended_on, started_on);
-- Kinds of pairs "1+1" (plan 77/KH-BCH, footnote 1), with what stands on either side.
CREATE TABLE pair_kinds (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	code TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	helper TEXT NOT NULL,
	helped TEXT NOT NULL,
	of_units INTEGER NOT NULL DEFAULT 0,
	rank INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX pair_kinds_code ON pair_kinds (code) WHERE deleted_at IS NULL;
-- Each side is a unit, a cadre, or a person who has no record here, by name.
CREATE TABLE pairs (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	model_id INTEGER NOT NULL REFERENCES models (id),
	kind_id INTEGER NOT NULL REFERENCES pair_kinds (id),
	helper_unit_id INTEGER REFERENCES units (id),
	helper_cadre_id INTEGER REFERENCES cadres (id),
	helper TEXT NOT NULL DEFAULT '',
	helped_unit_id INTEGER REFERENCES units (id),
	helped_cadre_id INTEGER REFERENCES cadres (id),
	helped TEXT NOT NULL DEFAULT '',
	started_on TEXT NOT NULL,
	ended_on TEXT,
	result TEXT NOT NULL DEFAULT ''
);
CREATE INDEX pairs_model ON pairs (model_id);
CREATE INDEX pairs_helper ON pairs (helper_cadre_id) WHERE helper_cadre_id IS NOT NULL;
CREATE INDEX pairs_helped ON pairs (helped_cadre_id) WHERE helped_cadre_id IS NOT NULL;
-- Reviews of a model, usually one a year. met holds the points of the checklist that are met, one bit each from the lowest; complete: all of them.
CREATE TABLE model_reviews (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	model_id INTEGER NOT NULL REFERENCES models (id),
	reviewed_on TEXT NOT NULL,
	reviewer TEXT NOT NULL CHECK (reviewer <> ''),
	effective INTEGER NOT NULL,
	met INTEGER NOT NULL DEFAULT 0,
	complete INTEGER NOT NULL DEFAULT 0,
	members INTEGER CHECK (members >= 0),
	result TEXT NOT NULL DEFAULT ''
);
CREATE INDEX model_reviews_model ON model_reviews (model_id, reviewed_on);
CREATE TABLE activities (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	unit_id INTEGER NOT NULL REFERENCES units (id),
	kind TEXT NOT NULL CHECK (kind IN ('knowledge', 'contest', 'campaign', 'other')),
	occasion TEXT NOT NULL DEFAULT '',
	topic TEXT NOT NULL CHECK (topic <> ''),
	held_on TEXT NOT NULL,
	place TEXT NOT NULL DEFAULT '',
	partners TEXT NOT NULL DEFAULT '',
	participants INTEGER CHECK (participants >= 0),
	evidence TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX activities_unit ON activities (unit_id, held_on);
CREATE INDEX activities_held ON activities (held_on);
-- Sinh hoạt of chi hội and tổ; leader is who of the commune's Thường trực was there.
CREATE TABLE meetings (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	unit_id INTEGER NOT NULL REFERENCES units (id),
	held_on TEXT NOT NULL,
	topic TEXT NOT NULL DEFAULT '',
	present INTEGER CHECK (present >= 0),
	expected INTEGER CHECK (expected >= 0),
	leader TEXT NOT NULL DEFAULT '' CHECK (leader IN ('', 'chair', 'deputy')),
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX meetings_unit ON meetings (unit_id, held_on);
-- Tin bài and video clips that a unit wrote.
CREATE TABLE news_items (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	unit_id INTEGER NOT NULL REFERENCES units (id),
	kind TEXT NOT NULL CHECK (kind IN ('article', 'video')),
	title TEXT NOT NULL CHECK (title <> ''),
	published_on TEXT NOT NULL,
	outlet TEXT NOT NULL DEFAULT '',
	link TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX news_items_unit ON news_items (unit_id, published_on);
-- Tham mưu, đề xuất to Party and government; money in đồng.
CREATE TABLE proposals (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	unit_id INTEGER NOT NULL REFERENCES units (id),
	content TEXT NOT NULL CHECK (content IN ('programme', 'allowance', 'resource', 'personnel', 'party', 'other')),
	document TEXT NOT NULL DEFAULT '',
	proposed_on TEXT NOT NULL,
	addressee TEXT NOT NULL CHECK (addressee <> ''),
	summary TEXT NOT NULL CHECK (summary <> ''),
	outcome TEXT NOT NULL DEFAULT 'pending' CHECK (outcome IN ('pending', 'accepted', 'partly', 'refused')),
	answered_on TEXT,
	answer TEXT NOT NULL DEFAULT '',
	money INTEGER CHECK (money >= 0),
	equipment TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX proposals_unit ON proposals (unit_id, proposed_on);
-- Phối hợp with other bodies, such as quy chế 51/QC-UBND-HPN.
CREATE TABLE coordinations (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	unit_id INTEGER NOT NULL REFERENCES units (id),
	partner TEXT NOT NULL CHECK (partner <> ''),
	document TEXT NOT NULL DEFAULT '',
	signed_on TEXT NOT NULL,
	ends_on TEXT,
	content TEXT NOT NULL DEFAULT '',
	result TEXT NOT NULL DEFAULT ''
);
CREATE INDEX coordinations_unit ON coordinations (unit_id);
-- Danh hiệu thi đua with its criteria and the form of the award; last_year 0 is open.
CREATE TABLE emulation_titles (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	name TEXT NOT NULL CHECK (name <> ''),
	form TEXT NOT NULL DEFAULT '',
	subject TEXT NOT NULL DEFAULT '',
	criteria TEXT NOT NULL DEFAULT '',
	first_year INTEGER NOT NULL,
	last_year INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE unit_awards (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	unit_id INTEGER NOT NULL REFERENCES units (id),
	title TEXT NOT NULL CHECK (title <> ''),
	granted_by TEXT NOT NULL DEFAULT '',
	decision TEXT NOT NULL DEFAULT '',
	granted_on TEXT NOT NULL,
	note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX unit_awards_unit ON unit_awards (unit_id);
-- Gương điển hình: a collective or a person, who may be a cadre.
CREATE TABLE good_examples (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	unit_id INTEGER NOT NULL REFERENCES units (id),
	cadre_id INTEGER REFERENCES cadres (id),
	name TEXT NOT NULL CHECK (name <> ''),
	field TEXT NOT NULL DEFAULT '',
	recognised_on TEXT NOT NULL,
	summary TEXT NOT NULL DEFAULT '',
	spread TEXT NOT NULL DEFAULT ''
);
CREATE INDEX good_examples_unit ON good_examples (unit_id);
CREATE INDEX good_examples_cadre ON good_examples (cadre_id) WHERE cadre_id IS NOT NULL;
-- Units are rated like cadres, by schemes with years: subject is 'base' or 'branch'. Their levels have the points from which they are given.
ALTER TABLE rating_levels ADD COLUMN threshold INTEGER NOT NULL DEFAULT 0;
-- knock_out: without a point here the unit gets the lowest level.
CREATE TABLE rating_criteria (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	scheme_id INTEGER NOT NULL REFERENCES rating_schemes (id),
	name TEXT NOT NULL CHECK (name <> ''),
	points INTEGER NOT NULL CHECK (points >= 0),
	knock_out INTEGER NOT NULL DEFAULT 0,
	rank INTEGER NOT NULL
);
CREATE INDEX rating_criteria_scheme ON rating_criteria (scheme_id, rank);
-- scores is JSON: points by criterion as the unit gave them itself, as the upper level did, and final. level_id is that of the final points.
CREATE TABLE unit_ratings (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	unit_id INTEGER NOT NULL REFERENCES units (id),
	year INTEGER NOT NULL,
	scheme_id INTEGER NOT NULL REFERENCES rating_schemes (id),
	scores TEXT NOT NULL,
	self_points INTEGER,
	upper_points INTEGER,
	final_points INTEGER,
	level_id INTEGER REFERENCES rating_levels (id),
	reason TEXT NOT NULL DEFAULT '',
	evidence TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX unit_ratings_year ON unit_ratings (unit_id, year) WHERE deleted_at IS NULL;
CREATE INDEX unit_ratings_of_year ON unit_ratings (year, level_id);
-- The tasks of the plan, section III and IV, and the office's own.
CREATE TABLE plan_tasks (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	code TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	lead TEXT NOT NULL DEFAULT '',
	subject TEXT NOT NULL DEFAULT '',
	rhythm TEXT NOT NULL DEFAULT '',
	section TEXT NOT NULL DEFAULT '',
	due_on TEXT,
	rank INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX plan_tasks_code ON plan_tasks (code) WHERE deleted_at IS NULL;
-- What a unit did of a task; the latest tells how it stands.
CREATE TABLE task_reports (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	task_id INTEGER NOT NULL REFERENCES plan_tasks (id),
	unit_id INTEGER NOT NULL REFERENCES units (id),
	reported_on TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('begun', 'done', 'stuck')),
	progress TEXT NOT NULL CHECK (progress <> ''),
	evidence TEXT NOT NULL DEFAULT ''
);
CREATE INDEX task_reports_task ON task_reports (task_id, reported_on);
CREATE INDEX task_reports_unit ON task_reports (unit_id);
-- Plans and periodic reports of units that came in (plan 77/KH-BCH, IV.2). A report of a unit answers for the units below it.
CREATE TABLE received_papers (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	unit_id INTEGER NOT NULL REFERENCES units (id),
	kind TEXT NOT NULL CHECK (kind IN ('plan', 'half_year', 'year')),
	year INTEGER NOT NULL,
	document TEXT NOT NULL DEFAULT '',
	issued_on TEXT,
	received_on TEXT NOT NULL,
	note TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX received_papers_once ON received_papers (unit_id, kind, year) WHERE deleted_at IS NULL;
-- The office's own targets; those of the plan come with the program. definition is JSON (app.Definition).
CREATE TABLE targets (
	id INTEGER PRIMARY KEY,
	version INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	updated_at DATETIME NOT NULL,
	deleted_at DATETIME,
	code TEXT NOT NULL,
	name TEXT NOT NULL CHECK (name <> ''),
	goal REAL NOT NULL CHECK (goal > 0),
	first_day TEXT,
	last_day TEXT,
	definition TEXT NOT NULL
);
CREATE UNIQUE INDEX targets_code ON targets (code) WHERE deleted_at IS NULL;
-- What every office starts with.
INSERT INTO model_kinds (version, created_at, updated_at, code, name, paired, for_group, checklist, note, rank) VALUES
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '1+1', '“1+1”', 1, 0, '', 'Kế hoạch 77/KH-BCH, chú thích 1', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '3C3B', '“3 có, 3 biết”', 0, 0, 'Có hội viên tiên phong
Có hoạt động hằng tháng
Có nguồn lực tổ chức hoạt động
Biết mặt hội viên
Biết hoàn cảnh hội viên
Biết nhu cầu hội viên, phụ nữ', 'Kế hoạch 77/KH-BCH, chú thích 2', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'DT', 'Thu hút hội viên đặc thù', 0, 1, '', 'Kế hoạch 77/KH-BCH, mục II', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'DHCH', 'Đồng hành xây dựng chi hội vững mạnh', 0, 0, '', 'Kế hoạch 77/KH-BCH, mục III.2.1', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'MXH', 'Phụ nữ ứng dụng mạng xã hội trong sinh hoạt Hội', 0, 0, '', 'Kế hoạch 77/KH-BCH, mục III.2.2; mô hình điểm tại xã Hải Vân, huyện Hải Hậu', 5);
INSERT INTO pair_kinds (version, created_at, updated_at, code, name, helper, helped, of_units, rank) VALUES
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'a', 'Chi hội khá kèm chi hội yếu', 'Chi hội khá', 'Chi hội yếu', 1, 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'b', 'Hội viên vận động phụ nữ tham gia tổ chức Hội', 'Hội viên', 'Phụ nữ', 0, 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'c', 'Đảng viên nữ bồi dưỡng, giới thiệu phát triển Đảng', 'Đảng viên nữ', 'Cán bộ Hội, hội viên', 0, 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'd', 'Chi hội mạnh kết nghĩa giúp đỡ chi hội yếu', 'Chi hội mạnh', 'Chi hội yếu', 1, 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'e', 'Hội viên có điều kiện hỗ trợ hội viên khó khăn', 'Hội viên có điều kiện', 'Hội viên khó khăn', 0, 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'f', 'Cặp khác', 'Bên giúp đỡ', 'Bên được giúp đỡ', 0, 6);
INSERT INTO plan_tasks (version, created_at, updated_at, code, name, lead, subject, rhythm, section, rank) VALUES
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '1.1', 'Rà soát, đánh giá, xếp loại chất lượng Chủ tịch, Phó Chủ tịch Hội cơ sở; chi hội trưởng, chi hội phó', 'Hội LHPN huyện/TP', 'cán bộ cơ sở, chi hội', 'hằng năm', 'III.1', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '1.2', 'Xây dựng kế hoạch và tổ chức đào tạo, bồi dưỡng, cập nhật kiến thức theo phân cấp (trên cơ sở kết quả xếp loại)', 'Hội LHPN huyện/TP', 'cán bộ cơ sở, chi hội', 'hằng năm', 'III.1', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '1.3', 'Bồi dưỡng phương pháp, kỹ năng vận động quần chúng, phát hiện và xử lý tình huống, tổ chức hoạt động Hội', 'Hội LHPN huyện/TP', 'cán bộ cơ sở, chi hội', 'thường xuyên', 'III.1', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '1.4', 'Chủ tịch, Phó Chủ tịch cơ sở sử dụng thành thạo phần mềm cơ bản, phần mềm quản lý cán bộ, hội viên', 'Hội LHPN cơ sở', 'Chủ tịch, Phó Chủ tịch', 'đến hết nhiệm kỳ', 'III.1', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '1.5', 'Phân công, bố trí cán bộ đi cơ sở nắm tình hình, hướng dẫn, hỗ trợ (nhất là đơn vị khó khăn, đông đồng bào có đạo)', 'Hội LHPN tỉnh, huyện', 'cơ sở', 'thường xuyên', 'III.1', 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '1.6', 'Tham mưu giới thiệu quy hoạch, tạo nguồn Chủ tịch, Phó Chủ tịch cơ sở; vận động cán bộ nữ nghỉ hưu làm chi hội trưởng, tổ trưởng', 'Hội LHPN huyện/TP, cơ sở', 'nguồn cán bộ', 'thường xuyên', 'III.1', 6),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '2.1', 'Hướng dẫn, hỗ trợ xây dựng mô hình “1+1”, “3 có, 3 biết” gắn “Đồng hành xây dựng chi hội vững mạnh”', 'Hội LHPN huyện/TP', 'cơ sở, chi hội', 'thường xuyên', 'III.2.1', 7),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '2.2', 'Định hướng khung nội dung sinh hoạt chi, tổ; định kỳ đánh giá chất lượng sinh hoạt', 'Hội LHPN huyện/TP', 'chi hội, tổ', 'định kỳ', 'III.2.1', 8),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '2.3', 'Theo dõi, hỗ trợ cơ sở cập nhật, quản lý cán bộ, hội viên trên phần mềm theo quy định', 'Hội LHPN huyện/TP', 'cơ sở', 'thường xuyên', 'III.2.1', 9),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '2.4', 'Chủ tịch, Phó Chủ tịch cơ sở nắm tình hình hội viên; định kỳ dự sinh hoạt chi, tổ; kiến nghị với cấp ủy và Hội cấp trên', 'Chủ tịch, Phó Chủ tịch cơ sở', 'chi hội, tổ', 'định kỳ', 'III.2.1', 10),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '2.5', 'Tham mưu, đề xuất kiện toàn tổ chức bộ máy, nhân sự khi chia tách, sáp nhập hoặc biến động', 'Chủ tịch, Phó Chủ tịch cơ sở', 'tổ chức Hội', 'khi phát sinh', 'III.2.1', 11),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '2.6', 'Biên tập tin bài, video clip mô hình tiêu biểu, tài liệu tuyên truyền trên website', 'Hội LHPN tỉnh', 'toàn tỉnh', 'thường xuyên', 'III.2.2', 12),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '2.7', 'Đánh giá mô hình điểm “Phụ nữ ứng dụng mạng xã hội trong sinh hoạt Hội” xã Hải Vân để nhân rộng', 'Hội LHPN tỉnh', 'xã Hải Vân', 'một lần', 'III.2.2', 13),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '2.8', 'Nâng cao chất lượng đội ngũ báo cáo viên toàn tỉnh', 'Hội LHPN tỉnh', 'báo cáo viên', 'thường xuyên', 'III.2.2', 14),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '2.9', 'Phát huy Ủy viên BCH cơ cấu các ngành, lĩnh vực', 'Hội LHPN các cấp', 'Ủy viên BCH', 'thường xuyên', 'III.2.2', 15),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '2.10', 'Viết tin bài, cung cấp gương điển hình cho website của Hội', 'Hội LHPN huyện, cơ sở', 'điển hình', 'thường xuyên', 'III.2.2', 16),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '2.11', 'Vận động, phát huy hội viên nòng cốt, hội viên danh dự, lực lượng cốt cán', 'Hội LHPN huyện, cơ sở', 'hội viên', 'thường xuyên', 'III.2.2', 17),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '3.1', 'Tham mưu cấp ủy bố trí, đào tạo, bồi dưỡng cán bộ nữ, phát triển đảng viên nữ, tạo nguồn', 'Hội LHPN các cấp', 'cán bộ nữ', 'thường xuyên', 'III.3', 18),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '3.2', 'Tạo nguồn lực tổ chức hoạt động, trang thiết bị ứng dụng chuyển đổi số (nhất là cấp cơ sở)', 'Hội LHPN các cấp', 'cơ sở', 'thường xuyên', 'III.3', 19),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '4.1', 'Thực hiện Quy chế phối hợp số 51/QC-UBND-HPN (Nghị định 56/2012/NĐ-CP)', 'Hội LHPN tỉnh', 'UBND các cấp', 'thường xuyên', 'III.4', 20),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '4.2', 'Phối hợp với cơ quan, ban ngành, đoàn thể cùng cấp', 'Hội LHPN các cấp', 'ban ngành', 'thường xuyên', 'III.4', 21),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '5.1', 'Xây dựng tiêu chí thi đua, danh hiệu, hình thức khen thưởng; biểu dương điển hình', 'Hội LHPN các cấp', 'tập thể, cá nhân', 'hằng năm', 'III.5', 22),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '5.2', 'Theo dõi, đôn đốc Chủ tịch, Phó Chủ tịch cơ sở, chi, tổ trưởng', 'Hội LHPN các cấp', 'cán bộ', 'thường xuyên', 'III.5', 23),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '5.3', 'Kiểm tra, giám sát, đánh giá định kỳ: 6 tháng, 01 năm, giữa và cuối nhiệm kỳ; sơ kết, tổng kết', 'Hội LHPN các cấp', 'cấp dưới', '6 tháng; năm; giữa NK; cuối NK', 'III.5', 24),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '6.1', 'Xây dựng kế hoạch cụ thể hóa, hướng dẫn cơ sở', 'Hội LHPN huyện/TP, đơn vị trực thuộc', 'cấp dưới', 'một lần', 'IV.2', 25),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '6.2', 'Báo cáo kết quả 6 tháng, 01 năm về Ban Xây dựng tổ chức Hội', 'Hội LHPN huyện/TP', 'Ban XDTCH tỉnh', '6 tháng; năm', 'IV.2', 26),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', '6.3', 'Tổng hợp, báo cáo Trung ương Hội', 'Ban XDTCH Hội LHPN tỉnh', 'Trung ương Hội', '6 tháng; năm', 'IV.1, IV.2', 27);
INSERT INTO catalogue_entries (version, created_at, updated_at, catalogue, name, rank) VALUES
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'special_group', 'Phụ nữ có đạo', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'special_group', 'Nữ công nhân thuê trọ', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'special_group', 'Tiểu thương', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'special_group', 'Phụ nữ khai thác thủy sản', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'special_group', 'Phụ nữ cao tuổi', 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'special_group', 'Phụ nữ trẻ', 6),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'special_group', 'Phụ nữ đơn thân', 7),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'example_field', 'Phát triển kinh tế', 1),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'example_field', 'Xây dựng gia đình', 2),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'example_field', 'Công tác Hội', 3),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'example_field', 'Nhân đạo, từ thiện', 4),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'example_field', 'Xây dựng nông thôn mới', 5),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'example_field', 'Học tập, nghiên cứu', 6);
-- A way to rate units to begin with, marked as a sample: the guideline of the term gives no points that could be found.
INSERT INTO rating_schemes (version, created_at, updated_at, subject, name, first_year) VALUES
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'base', 'Xếp loại cơ sở Hội (mẫu)', 2022),
	(1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'branch', 'Xếp loại chi hội (mẫu)', 2022);
INSERT INTO rating_levels (version, created_at, updated_at, scheme_id, name, short, rank, threshold)
	SELECT 1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', (SELECT max(id) FROM rating_schemes WHERE subject = 'base'), column1, column2, column3, column4 FROM (VALUES
		('Hoàn thành xuất sắc nhiệm vụ', 'Xuất sắc', 1, 90),
		('Hoàn thành tốt nhiệm vụ', 'Tốt', 2, 70),
		('Hoàn thành nhiệm vụ', 'Hoàn thành', 3, 50),
		('Không hoàn thành nhiệm vụ', 'Không hoàn thành', 4, 0)
	);
INSERT INTO rating_levels (version, created_at, updated_at, scheme_id, name, short, rank, threshold)
	SELECT 1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', (SELECT max(id) FROM rating_schemes WHERE subject = 'branch'), column1, column2, column3, column4 FROM (VALUES
		('Hoàn thành xuất sắc nhiệm vụ', 'Xuất sắc', 1, 90),
		('Hoàn thành tốt nhiệm vụ', 'Tốt', 2, 70),
		('Hoàn thành nhiệm vụ', 'Hoàn thành', 3, 50),
		('Không hoàn thành nhiệm vụ', 'Không hoàn thành', 4, 0)
	);
INSERT INTO rating_criteria (version, created_at, updated_at, scheme_id, name, points, knock_out, rank)
	SELECT 1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', (SELECT max(id) FROM rating_schemes WHERE subject = 'base'), column1, column2, column3, column4 FROM (VALUES
		('Tỷ lệ tập hợp phụ nữ vào Hội', 20, 0, 1),
		('Sinh hoạt Hội đúng định kỳ ở chi hội, tổ', 20, 1, 2),
		('Mô hình “1+1”, “3 có, 3 biết”, thu hút hội viên đặc thù', 20, 0, 3),
		('Tham mưu, đề xuất với cấp ủy, chính quyền', 15, 0, 4),
		('Bồi dưỡng cán bộ, phát triển đảng viên nữ', 15, 0, 5),
		('Chế độ báo cáo, cập nhật phần mềm', 10, 0, 6)
	);
INSERT INTO rating_criteria (version, created_at, updated_at, scheme_id, name, points, knock_out, rank)
	SELECT 1, '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', (SELECT max(id) FROM rating_schemes WHERE subject = 'branch'), column1, column2, column3, column4 FROM (VALUES
		('Hội viên tham gia sinh hoạt từ 80% trở lên', 25, 0, 1),
		('Sinh hoạt ít nhất 3 tháng một lần', 20, 1, 2),
		('Hội viên nòng cốt từ 20% trở lên', 15, 0, 3),
		('Có mô hình thu hút hội viên', 20, 0, 4),
		('Thu nộp hội phí, sổ sách đầy đủ', 20, 0, 5)
	);
