package data

import (
	"context"
	"fmt"
)

// documentRules are questions to which a sound register answers with no row. Each gives the ids of documents; the sentence
// names them by reference, year and title.
var documentRules = []struct{ sql, sentence string }{
	{"SELECT d.id FROM documents d WHERE d.state <> 'draft' AND d.paper <> '' AND NOT EXISTS (SELECT 1 FROM document_files f WHERE f.document_id = d.id AND f.deleted_at IS NULL)", "Văn bản số %s năm %d “%s” đã phát hành nhưng không còn bản PDF."},
	{"SELECT b.id FROM documents a JOIN documents b ON b.year = a.year AND b.number = a.number AND (b.series = a.series OR (b.symbol = a.symbol AND a.symbol <> '')) AND b.id > a.id WHERE a.number > 0 AND a.deleted_at IS NULL AND b.deleted_at IS NULL GROUP BY b.id", "Văn bản số %s năm %d “%s” trùng số với một văn bản khác."},
	{"SELECT id FROM documents WHERE state <> 'draft' AND deleted_at IS NOT NULL", "Văn bản số %s năm %d “%s” đã vào sổ nhưng lại bị xóa."},
}

// checkDocuments looks at the register and at every issued file.
func (db *DB) checkDocuments(ctx context.Context) ([]Problem, error) {
	var problems []Problem
	name := func(ids []int64, sentence string) error {
		var rows []DocumentRow
		if err := db.db.WithContext(ctx).Table("documents").Select(documentRowColumns).Where("id IN ?", ids).Order("id").Limit(20).Find(&rows).Error; err != nil {
			return db.wrap(err, "check %q", sentence)
		}
		for _, d := range rows {
			problems = append(problems, Problem(fmt.Sprintf(sentence, d.Reference(), d.Year, d.Title)))
		}
		return nil
	}
	for _, rule := range documentRules {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var ids []int64
		if err := db.db.WithContext(ctx).Raw("SELECT * FROM (" + rule.sql + ") AS found LIMIT 20").Scan(&ids).Error; err != nil {
			return nil, db.wrap(err, "check %q", rule.sentence)
		}
		if err := name(ids, rule.sentence); err != nil {
			return nil, err
		}
	}
	damaged, err := db.damagedFiles(ctx)
	if err != nil {
		return nil, err
	}
	err = name(damaged, "Bản đã phát hành của văn bản số %s năm %d “%s” bị hỏng; hãy phục hồi từ bản sao lưu.")
	return problems, err
}

// damagedFiles lists the documents, at most 20, whose issued file is not what was stored. Files are read one by one, since
// together they may not fit into memory.
func (db *DB) damagedFiles(ctx context.Context) ([]int64, error) {
	var ids, damaged []int64
	if err := db.db.WithContext(ctx).Model(&DocumentFile{}).Where("deleted_at IS NULL").Order("id").Pluck("id", &ids).Error; err != nil {
		return nil, db.wrap(err, "check issued files")
	}
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f, err := take[DocumentFile](ctx, db.Reader, id)
		if err != nil {
			return nil, err
		}
		if f.sum() != f.SHA256 {
			damaged = append(damaged, f.DocumentID)
		}
		if len(damaged) == 20 {
			break
		}
	}
	return damaged, nil
}
