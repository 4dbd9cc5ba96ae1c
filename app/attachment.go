package app

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"cosohoi/data"
	"cosohoi/reports"
)

// Attach keeps files as proofs of a record, all or none.
func (o *Office) Attach(ctx context.Context, kind data.Kind, owner int64, paths []string) error {
	var files []data.Attachment
	for _, path := range paths {
		a, err := o.db.StoreFile(ctx, path)
		if err != nil {
			return err
		}
		a.OwnerKind, a.OwnerID = kind, owner
		files = append(files, a)
	}
	_, err := o.db.Write(ctx, "Đính kèm tệp", func(tx *data.Tx) error {
		for i := range files {
			if err := tx.Insert(&files[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// Attachable tells whether a file may be kept by its name: papers, photos and recordings may, programs may not.
func Attachable(name string) bool { return data.Attachable(name) }

// Attachments lists the files of a record.
func (o *Office) Attachments(ctx context.Context, kind data.Kind, owner int64) ([]data.Attachment, error) {
	return o.db.Attachments(ctx, kind, []int64{owner})
}

// Detach puts an attachment into the recycle bin; its file stays in the store.
func (o *Office) Detach(ctx context.Context, a data.Attachment) error {
	_, err := o.db.Write(ctx, "Bỏ tệp đính kèm", func(tx *data.Tx) error { return tx.Remove(&a) })
	return err
}

// SaveAttachment writes the file of an attachment to a path, whole or not at all.
func (o *Office) SaveAttachment(a data.Attachment, path string) error {
	content, err := os.ReadFile(o.db.AttachmentPath(a))
	if err != nil {
		return data.Faultf(fmt.Errorf("attachment %d: %w", a.ID, err), "Không còn tệp “%s” trong thư mục đính kèm; hãy chép lại từ bản sao lưu.", a.Name)
	}
	return reports.WriteFile(path, content)
}

// ShownAttachment copies the file of an attachment into a folder for temporary files under the name that people know, for another program
// to show; changes there do not reach the stored file.
func (o *Office) ShownAttachment(a data.Attachment) (string, error) {
	folder := filepath.Join(os.TempDir(), "cosohoi-dinh-kem", a.Hash[:16])
	path := filepath.Join(folder, a.Name)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", data.Faultf(err, "Không tạo được thư mục tạm để mở tệp “%s”; hãy giải phóng dung lượng ổ đĩa.", a.Name)
	}
	in, err := os.Open(o.db.AttachmentPath(a))
	if err != nil {
		return "", data.Faultf(fmt.Errorf("attachment %d: %w", a.ID, err), "Không còn tệp “%s” trong thư mục đính kèm; hãy chép lại từ bản sao lưu.", a.Name)
	}
	defer in.Close()
	out, err := os.Create(path)
	if err != nil {
		if info, statErr := os.Stat(path); statErr == nil && info.Size() == a.Size { // shown already by a program that keeps it
			return path, nil
		}
		return "", data.Faultf(err, "Không mở được tệp “%s”; hãy đóng chương trình đang xem tệp rồi thử lại.", a.Name)
	}
	_, err = io.Copy(out, in)
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return "", data.Faultf(err, "Không mở được tệp “%s”; hãy giải phóng dung lượng ổ đĩa.", a.Name)
	}
	return path, nil
}
