package data

import (
	"context"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"gorm.io/gorm"

	"cosohoi/data/vietnamese"
)

// KindAttachment is the kind of Attachment records.
const KindAttachment Kind = "attachment"

// attachmentKinds are the endings of files that may be kept: papers, photos, recordings. Programs are not, since they would run with a click.
var attachmentKinds = []string{
	".pdf", ".jpg", ".jpeg", ".png", ".heic", ".webp", ".tif", ".tiff", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods",
	".txt", ".csv", ".zip", ".mp3", ".m4a", ".mp4", ".mov",
}

// Attachment is a file that proves something about the record OwnerID of the kind OwnerKind. The file lies in the store under its Hash.
type Attachment struct {
	Base
	OwnerKind Kind
	OwnerID   int64
	// Name is the file name without folder; it is for people, the store does not use it.
	Name string
	Hash string // SHA-256 in hexadecimal
	Size int64  // in bytes
	Note string
}

func (*Attachment) kind() Kind { return KindAttachment }
func (a *Attachment) prepare() error {
	a.Name, a.Note = SafeFileName(a.Name), vietnamese.Clean(a.Note)
	return checkAttachmentKind(a.Name)
}

// checkAttachmentKind refuses files that are neither papers, photos nor recordings.
func checkAttachmentKind(name string) error {
	if Attachable(name) {
		return nil
	}
	return Faultf(nil, "Không đính kèm được tệp “%s” vì không phải văn bản, ảnh hay ghi âm, ghi hình; hãy chọn tệp PDF, ảnh, Word hoặc Excel.", name)
}

// Attachable tells whether a file may be kept, by the ending of its name.
func Attachable(name string) bool {
	return slices.Contains(attachmentKinds, strings.ToLower(path.Ext(name)))
}

// longestName keeps names within what every file system takes.
const longestName = 120

// SafeFileName is a name that shows and stores well everywhere: without folders, without characters that Windows refuses or that turn the
// direction of writing, not a device, not too long. The ending stays.
func SafeFileName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`<>:"|?*`, r):
			return '-'
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	name = strings.TrimRight(vietnamese.Clean(name), " .")
	ending := path.Ext(name)
	stem := strings.Trim(strings.TrimSuffix(name, ending), " .")
	if stem == "" {
		stem = "tep"
	}
	switch first, _, _ := strings.Cut(strings.ToUpper(stem), "."); {
	case first == "CON", first == "PRN", first == "AUX", first == "NUL",
		len(first) == 4 && (strings.HasPrefix(first, "COM") || strings.HasPrefix(first, "LPT")) && first[3] >= '0' && first[3] <= '9':
		stem = "tep-" + stem
	}
	if runes := []rune(stem); len(runes) > longestName {
		stem = string(runes[:longestName])
	}
	return stem + ending
}

// Attachments lists the files of some records of a kind in the order in which they came.
func (r Reader) Attachments(ctx context.Context, kind Kind, owners []int64) ([]Attachment, error) {
	return listed[Attachment](ctx, r, "attachments", func(db *gorm.DB) *gorm.DB {
		return db.Where("owner_kind = ? AND owner_id IN ?", kind, owners).Order("owner_id, id")
	})
}

// AttachmentPath is where the file of an attachment lies.
func (r Reader) AttachmentPath(a Attachment) string { return storedAt(filepath.Dir(r.path), a.Hash) }
