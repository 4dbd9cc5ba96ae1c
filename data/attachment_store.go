package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// attachmentLimit is the largest file that is kept, in bytes. Photos of a telephone have some 5 MB, scans of a file some 20.
const attachmentLimit = 50 << 20

// storeName is the folder of attached files, beside the database and beside each backup. Files lie under their hash: what is attached
// twice is stored once, and a backup takes only what it does not have.
const storeName = "dinh-kem"

// storedAt is where the file with a hash lies in the store of a folder.
func storedAt(folder, hash string) string {
	return filepath.Join(folder, storeName, hash[:2], hash)
}

// StoreFile copies a file into the store and returns an attachment for it, which is not yet a record: the caller inserts it with its
// owner. A file that no attachment names does no harm.
func (db *DB) StoreFile(ctx context.Context, path string) (Attachment, error) {
	name := SafeFileName(path)
	if err := checkAttachmentKind(name); err != nil {
		return Attachment{}, err
	}
	in, err := os.Open(path)
	if err != nil {
		return Attachment{}, Faultf(err, "Không mở được tệp “%s”; hãy kiểm tra tệp còn đó và đọc được.", name)
	}
	defer in.Close()
	info, err := in.Stat()
	switch {
	case err != nil:
		return Attachment{}, Faultf(err, "Không đọc được tệp “%s”; hãy chọn tệp khác.", name)
	case !info.Mode().IsRegular():
		return Attachment{}, Faultf(nil, "“%s” không phải là tệp; hãy chọn một tệp.", name)
	case info.Size() == 0:
		return Attachment{}, Faultf(nil, "Tệp “%s” trống; hãy chọn tệp khác.", name)
	case info.Size() > attachmentLimit:
		return Attachment{}, Faultf(nil, "Tệp “%s” lớn %d MB, quá %d MB; hãy thu nhỏ hoặc chia tệp rồi đính kèm lại.", name, (info.Size()+(1<<20)-1)>>20, attachmentLimit>>20)
	}
	hash, size, err := storeContent(ctx, filepath.Dir(db.path), in)
	if err != nil {
		return Attachment{}, Faultf(fmt.Errorf("store %q: %w", name, err), "Không chép được tệp “%s” vào thư mục %s; hãy kiểm tra dung lượng trống và quyền ghi.", name, storeName)
	}
	return Attachment{Name: name, Hash: hash, Size: size}, nil
}

// storeContent writes a content into the store of a folder, whole or not at all, unless it is there.
func storeContent(ctx context.Context, folder string, content io.Reader) (hash string, size int64, err error) {
	root := filepath.Join(folder, storeName)
	if err := os.MkdirAll(root, 0o755); err != nil {
		return "", 0, err
	}
	part, err := os.CreateTemp(root, "dang-chep-*")
	if err != nil {
		return "", 0, err
	}
	defer os.Remove(part.Name()) // gone after the renaming
	sum := sha256.New()
	size, err = io.Copy(io.MultiWriter(part, sum), io.LimitReader(&stoppable{ctx, content}, attachmentLimit+1))
	if err == nil && size > attachmentLimit { // it grew meanwhile
		err = errors.New("too large")
	}
	if err == nil {
		err = part.Sync()
	}
	if err := errors.Join(err, part.Close()); err != nil {
		return "", 0, err
	}
	hash = hex.EncodeToString(sum.Sum(nil))
	target := storedAt(folder, hash)
	if sound(target, hash) {
		return hash, size, nil
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return "", 0, err
	}
	return hash, size, os.Rename(part.Name(), target)
}

// stoppable is a reader that ends with its context.
type stoppable struct {
	ctx context.Context
	in  io.Reader
}

// Read is io.Reader's.
func (s *stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.in.Read(p)
}

// sound tells whether a file is there and has the content of its hash.
func sound(path, hash string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return err == nil && hex.EncodeToString(sum.Sum(nil)) == hash
}

// attachmentHashes lists the hashes that the attachments of a database name, in the recycle bin too.
func (r Reader) attachmentHashes(ctx context.Context) ([]string, error) {
	var hashes []string
	err := r.db.WithContext(ctx).Raw("SELECT DISTINCT hash FROM attachments ORDER BY hash").Scan(&hashes).Error
	return hashes, r.fail(err, "hashes of attachments")
}

// copyStore copies the files of some hashes from the store of one folder into that of another, where they are missing. Those that the
// first does not have are left out: the check of the database tells of them.
func copyStore(ctx context.Context, hashes []string, from, to string) error {
	for _, hash := range hashes {
		if err := ctx.Err(); err != nil {
			return err
		}
		source, target := storedAt(from, hash), storedAt(to, hash)
		have, err := os.Stat(source)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		if there, err := os.Stat(target); err == nil && there.Size() == have.Size() {
			continue
		}
		in, err := os.Open(source)
		if err != nil {
			return err
		}
		_, _, err = storeContent(ctx, to, in)
		if err := errors.Join(err, in.Close()); err != nil {
			return fmt.Errorf("copy attachment %s: %w", hash, err)
		}
	}
	return nil
}

// checkAttachments looks at the file of every attachment.
func (db *DB) checkAttachments(ctx context.Context) ([]Problem, error) {
	var all []Attachment
	if err := db.db.WithContext(ctx).Where("deleted_at IS NULL").Order("id").Find(&all).Error; err != nil {
		return nil, db.wrap(err, "check attachments")
	}
	var problems []Problem
	known := map[string]bool{} // hash to soundness
	for _, a := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		fine, seen := known[a.Hash]
		if !seen {
			fine = sound(db.AttachmentPath(a), a.Hash)
			known[a.Hash] = fine
		}
		if !fine {
			problems = append(problems, Problem(fmt.Sprintf("Tệp đính kèm “%s” bị mất hoặc hỏng; hãy chép lại thư mục %s từ bản sao lưu.", a.Name, storeName)))
		}
		if len(problems) == 20 {
			break
		}
	}
	return problems, nil
}
