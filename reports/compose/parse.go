package compose

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// fence stands alone on the line before and after the front matter.
const fence = "---"

// Parse reads the text form. It is strict: unknown keys, wrong values, a missing issuer, signer or body, and a body that
// cannot be read are errors. The error has a UserMessage that names the line of the text.
func Parse(text string) (Source, error) {
	s, at, err := parse(text)
	if err != nil {
		return Source{}, err
	}
	if at.body == 1 {
		return Source{}, atLine(1, "tệp chưa có phần khai báo: hãy viết cơ quan ban hành, người ký… giữa hai dòng --- ở đầu tệp.")
	}
	if p := s.Head.problem(); p != nil {
		return Source{}, atLine(at.line(p.key), "%s", p.says)
	}
	switch {
	case s.Head.Issuer == "":
		return Source{}, atLine(1, "phần khai báo chưa có cơ quan ban hành: hãy thêm dòng “issuer: TÊN CƠ QUAN”.")
	case s.Head.Signer == nil && len(s.Head.Signers) == 0:
		return Source{}, atLine(1, "phần khai báo chưa có người ký: hãy thêm mục “signer” với “position” và “name”.")
	case strings.TrimSpace(s.Body) == "":
		return Source{}, atLine(at.body, "văn bản chưa có nội dung: hãy soạn nội dung bên dưới dòng --- thứ hai.")
	}
	if _, err := s.document(at.body); err != nil {
		return Source{}, err
	}
	return s, nil
}

// ParseDraft reads the text form of a draft: components may be missing or hold a value that Document refuses, the body may
// be empty or unfinished, and the front matter may be absent. Only what a Source cannot hold is an error: an unknown key, a
// value of the wrong shape. ParseDraft(s.String()) is s for any normalised Source.
func ParseDraft(text string) (Source, error) {
	s, _, err := parse(text)
	return s, err
}

// places tells on which line of the text things stand.
type places struct {
	keys map[string]int // of the front matter
	body int            // first line of the body
}

// line is the line of a key of the front matter; of an absent one, the first line.
func (p places) line(key string) int { return max(p.keys[key], 1) }

func parse(text string) (Source, places, error) {
	text = normalise(text)
	at := places{body: 1}
	first, rest, _ := strings.Cut(text, "\n")
	if strings.TrimRight(first, " \t") != fence {
		return Source{Body: strings.TrimSuffix(text, "\n")}, at, nil
	}
	var front []string
	for closed := false; !closed; {
		if rest == "" {
			return Source{}, at, atLine(1, "phần khai báo mở bằng dòng --- nhưng không có dòng --- đóng lại: hãy thêm một dòng --- trước nội dung.")
		}
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		at.body++
		if closed = strings.TrimRight(line, " \t") == fence; !closed {
			front = append(front, line)
		}
	}
	at.body++
	// The blank line between the front matter and the body belongs to neither, nor does the end of the last line.
	if after, blank := strings.CutPrefix(rest, "\n"); blank {
		rest = after
		at.body++
	}
	head, keys, err := readHead(strings.Join(front, "\n"))
	at.keys = keys
	return Source{Head: head, Body: strings.TrimSuffix(rest, "\n")}, at, err
}

// normalise undoes what editors and other systems do to a text: byte order mark, line ends of Windows, decomposed
// letters, bytes that are no text.
func normalise(text string) string {
	text = strings.TrimPrefix(strings.ToValidUTF8(text, "?"), "\ufeff")
	return norm.NFC.String(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"))
}
