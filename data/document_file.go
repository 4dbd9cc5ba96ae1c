package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"cosohoi/data/vietnamese"
)

// KindDocumentFile is the kind of DocumentFile records.
const KindDocumentFile Kind = "document_file"

// DocumentFile is a document as it was issued. It is stored once, with the issuing, and never changes: what was signed
// must be shown and printed again byte by byte, whatever became of data and layout since.
type DocumentFile struct {
	Base
	DocumentID int64
	// Name is a file name without folder.
	Name string
	// SHA256 is that of PDF in hexadecimal; storing the file fills it in.
	SHA256 string `gorm:"column:sha256"`
	Pages  int
	// PDF stays out of the audit, which has its SHA256.
	PDF []byte `gorm:"column:pdf" json:"-"`
}

func (*DocumentFile) kind() Kind { return KindDocumentFile }
func (f *DocumentFile) prepare() error {
	f.Name = vietnamese.Clean(f.Name)
	f.SHA256 = f.sum()
	switch {
	case len(f.PDF) == 0:
		return Faultf(nil, "Bản phát hành của văn bản trống; hãy tạo lại tệp PDF rồi phát hành.")
	case f.Name == "":
		return Faultf(nil, "Bản phát hành của văn bản chưa có tên tệp; hãy đặt tên tệp.")
	}
	return nil
}

func (f *DocumentFile) sum() string {
	sum := sha256.Sum256(f.PDF)
	return hex.EncodeToString(sum[:])
}

// allow lets one file in for a document that is issued, and nothing after.
func (f *DocumentFile) allow(t *Tx, stored Record, _ string) error {
	if stored != nil {
		return Faultf(nil, "Bản đã phát hành được giữ nguyên, không sửa hay xóa được; hãy hủy văn bản và làm văn bản mới.")
	}
	var d Document
	err := t.db.Select("id, state, title, number, symbol").Where("id = ? AND deleted_at IS NULL", f.DocumentID).Take(&d).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Faultf(fmt.Errorf("file of document %d: %w", f.DocumentID, ErrNotFound), "Văn bản không còn nữa, có thể đã bị xóa ở cửa sổ khác; hãy tải lại danh sách.")
	}
	if err != nil {
		return fmt.Errorf("file of document %d: %w", f.DocumentID, err)
	}
	if d.State == DocumentDraft {
		return Faultf(nil, "Văn bản “%s” chưa phát hành nên chưa có bản để lưu; hãy phát hành văn bản.", d.Title)
	}
	var n int64
	if err := t.db.Model(f).Where("document_id = ?", f.DocumentID).Count(&n).Error; err != nil {
		return fmt.Errorf("file of document %d: %w", f.DocumentID, err)
	}
	if n > 0 {
		return Faultf(nil, "Văn bản số %s đã có bản phát hành, không thay được; hãy hủy văn bản và làm văn bản mới.", d.Reference())
	}
	return nil
}

// Issue turns a draft, or a document that is not stored yet, into an issued one together with the file that is printed.
// Number, Symbol and IssuedOn are the caller's.
func (t *Tx) Issue(d *Document, f *DocumentFile) error {
	d.State = DocumentIssued
	store := t.Update
	if d.ID == 0 {
		store = t.Insert
	}
	if err := store(d); err != nil {
		return err
	}
	f.DocumentID = d.ID
	return t.Insert(f)
}

// DocumentFileOf returns the file of an issued document; ErrNotFound when there is none. Bytes that are not those that were
// stored are not given out: the Fault says so.
func (r Reader) DocumentFileOf(ctx context.Context, documentID int64) (DocumentFile, error) {
	var f DocumentFile
	err := r.db.WithContext(ctx).Where("document_id = ? AND deleted_at IS NULL", documentID).Take(&f).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		err = ErrNotFound
	}
	if err != nil {
		return DocumentFile{}, r.fail(err, "file of document %d", documentID)
	}
	if f.sum() == f.SHA256 {
		return f, nil
	}
	d, err := r.DocumentByID(ctx, documentID)
	if err != nil {
		return DocumentFile{}, err
	}
	return DocumentFile{}, Faultf(fmt.Errorf("file of document %d: SHA-256 is not %s", documentID, f.SHA256), "Bản đã phát hành của văn bản số %s năm %d bị hỏng trong cơ sở dữ liệu; hãy phục hồi từ bản sao lưu.", d.Reference(), d.Year)
}
