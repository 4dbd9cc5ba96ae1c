package data

import (
	"context"
	"fmt"
	"slices"
)

// Problem is something that Check found, as a Vietnamese sentence.
type Problem string

// startsBy is the condition that a post surely starts by the end of another. As in the rule of the office
// (app, overlap) a start known only by month or year counts from its last day, an end from its first.
func startsBy(start, end string) string {
	return "(" + end + " IS NULL OR " + start + " IS NULL OR " + start + " || substr('0000-12-31', length(" + start + ") + 1) <= " + end + " || substr('0000-01-01', length(" + end + ") + 1))"
}

// rules are questions to which a sound database answers with no row. Each gives the id that the sentence names.
var rules = []struct{ sql, sentence string }{
	{"SELECT u.id FROM units u WHERE u.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM unit_states s WHERE s.unit_id = u.id AND s.deleted_at IS NULL)", "Đơn vị số %d không có tên ở bất kỳ thời điểm nào."},
	{"SELECT a.unit_id FROM unit_states a JOIN unit_states b ON b.unit_id = a.unit_id AND b.id > a.id AND a.deleted_at IS NULL AND b.deleted_at IS NULL WHERE (a.valid_to IS NULL OR b.valid_from IS NULL OR b.valid_from <= a.valid_to) AND (b.valid_to IS NULL OR a.valid_from IS NULL OR a.valid_from <= b.valid_to)", "Đơn vị số %d có hai tên cùng lúc."},
	{"SELECT s.unit_id FROM unit_states s JOIN units u ON u.id = s.unit_id WHERE s.deleted_at IS NULL AND s.parent_id IS NULL AND u.level <> 'province'", "Đơn vị số %d không thuộc đơn vị cấp trên nào."},
	{"SELECT s.unit_id FROM unit_states s WHERE s.deleted_at IS NULL AND s.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unit_states p WHERE p.unit_id = s.parent_id AND p.deleted_at IS NULL)", "Đơn vị số %d thuộc một đơn vị đã bị xóa."},
	{"SELECT s.unit_id FROM unit_states s JOIN units u ON u.id = s.unit_id JOIN units p ON p.id = s.parent_id WHERE s.deleted_at IS NULL AND CASE u.level WHEN 'province' THEN 1 WHEN 'district' THEN 2 WHEN 'affiliate' THEN 2 WHEN 'base' THEN 3 WHEN 'branch' THEN 4 ELSE 5 END <= CASE p.level WHEN 'province' THEN 1 WHEN 'district' THEN 2 WHEN 'affiliate' THEN 2 WHEN 'base' THEN 3 WHEN 'branch' THEN 4 ELSE 5 END", "Đơn vị số %d nằm dưới một đơn vị không ở cấp cao hơn."},
	{"SELECT a.unit_id FROM unit_states a JOIN unit_states b ON b.code = a.code AND a.code <> '' AND b.unit_id > a.unit_id WHERE a.deleted_at IS NULL AND b.deleted_at IS NULL AND (a.valid_to IS NULL OR b.valid_from IS NULL OR b.valid_from <= a.valid_to) AND (b.valid_to IS NULL OR a.valid_from IS NULL OR a.valid_from <= b.valid_to)", "Đơn vị số %d trùng mã với một đơn vị khác trong cùng thời gian."},
	{"SELECT a.cadre_id FROM appointments a LEFT JOIN cadres c ON c.id = a.cadre_id AND c.deleted_at IS NULL WHERE a.deleted_at IS NULL AND c.id IS NULL", "Có chức danh của cán bộ số %d, nhưng cán bộ này đã bị xóa."},
	{"SELECT a.unit_id FROM appointments a JOIN positions p ON p.id = a.position_id AND p.single JOIN appointments b ON b.unit_id = a.unit_id AND b.position_id = a.position_id AND b.id > a.id AND b.deleted_at IS NULL WHERE a.deleted_at IS NULL AND " + startsBy("b.started_on", "a.ended_on") + " AND " + startsBy("a.started_on", "b.ended_on"), "Đơn vị số %d có hai người cùng giữ một chức danh chỉ có một người."},
	{"SELECT id FROM cadres WHERE search_key = '' OR sort_key = ''", "Cán bộ số %d thiếu khóa tìm kiếm."},
}

// Check looks at the file and at what the records say of each other. A sound database has no problems. At
// most 20 problems of a sort are named.
func (db *DB) Check(ctx context.Context) ([]Problem, error) {
	pool, err := db.writer.DB()
	if err != nil {
		return nil, db.wrap(err, "check")
	}
	var problems []Problem
	if err := checkPragma(ctx, pool, "integrity_check(1)"); err != nil {
		if ctx.Err() != nil { // stopped, not damaged
			return nil, ctx.Err()
		}
		return []Problem{Problem(fmt.Sprintf("Tệp “%s” đã hỏng; hãy phục hồi từ bản sao lưu gần nhất.", db.path))}, nil
	}
	rows, err := pool.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return nil, db.wrap(err, "check references")
	}
	defer rows.Close()
	for rows.Next() && len(problems) < 20 {
		var table, parent string
		var row *int64
		var key int
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return nil, db.wrap(err, "check references")
		}
		id := int64(0)
		if row != nil {
			id = *row
		}
		problems = append(problems, Problem(fmt.Sprintf("Dòng %d của bảng %s trỏ đến một dòng không có trong bảng %s.", id, table, parent)))
	}
	if err := rows.Err(); err != nil {
		return nil, db.wrap(err, "check references")
	}
	for _, rule := range rules {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var ids []int64
		if err := db.db.WithContext(ctx).Raw("SELECT * FROM (" + rule.sql + ") LIMIT 20").Scan(&ids).Error; err != nil {
			return nil, db.wrap(err, "check %q", rule.sentence)
		}
		for _, id := range ids {
			problems = append(problems, Problem(fmt.Sprintf(rule.sentence, id)))
		}
	}
	papers, err := db.checkDocuments(ctx)
	if err != nil {
		return nil, err
	}
	files, err := db.checkAttachments(ctx)
	return slices.Concat(problems, papers, files), err
}
