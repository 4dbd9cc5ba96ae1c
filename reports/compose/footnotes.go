package compose

import (
	"strings"

	"cosohoi/reports/layout"
)

// footnotes holds the texts of a body's footnotes, which may stand before or after their marks.
type footnotes struct {
	notes  map[string]*footnote
	labels []string // in the order of the texts
}

type footnote struct {
	text []layout.Run
	line int
	used bool
}

// collect reads all texts of footnotes.
func (f *footnotes) collect(lines []string, first int) error {
	f.notes = map[string]*footnote{}
	for i := 0; i < len(lines); i++ {
		if kindOf(lines[i]) != noteLine {
			continue
		}
		line, label, end := first+i, labelOf(lines[i]), f.end(lines, i)
		raw := strings.TrimLeft(strings.Join(lines[i:end], "\n")[len("[^]:")+len(label):], " \t\n")
		in, err := readInline(raw, line, func(_ string, line int) ([]layout.Run, error) {
			return nil, atLine(line, "trong lời ghi chú không đặt được ghi chú khác: hãy bỏ dấu [^…] bên trong.")
		})
		switch {
		case err != nil:
			return err
		case len(in.runs) == 0:
			return atLine(line, "ghi chú [^%s] chưa có lời: hãy viết lời ghi chú sau dấu hai chấm.", label)
		case f.notes[label] != nil:
			return atLine(line, "lời ghi chú [^%s] đã có ở dòng %d: hãy đặt cho một trong hai ghi chú số khác.", label, f.notes[label].line)
		}
		f.notes[label] = &footnote{text: in.runs, line: line}
		f.labels = append(f.labels, label)
		i = end - 1
	}
	return nil
}

// end is the index of the line after the text of a footnote that starts at line i.
func (*footnotes) end(lines []string, i int) int {
	end := i + 1
	for end < len(lines) && kindOf(lines[end]) == textLine {
		end++
	}
	return end
}

// use gives the text of a mark, once.
func (f *footnotes) use(label string, line int) ([]layout.Run, error) {
	note, err := f.peek(label, line)
	if err != nil {
		return nil, err
	}
	if f.notes[label].used {
		return nil, atLine(line, "dấu ghi chú [^%s] đã dùng ở trên: hãy đánh số khác và viết lời ghi chú riêng.", label)
	}
	f.notes[label].used = true
	return note, nil
}

// peek gives the text of a mark without using it.
func (f *footnotes) peek(label string, line int) ([]layout.Run, error) {
	note := f.notes[label]
	if note == nil {
		return nil, atLine(line, "dấu ghi chú [^%s] chưa có lời: hãy thêm một đoạn “[^%s]: lời ghi chú”, hoặc viết \\[ nếu không phải ghi chú.", label, label)
	}
	return note.text, nil
}

// unused is an error when a text has no mark.
func (f *footnotes) unused() error {
	for _, label := range f.labels {
		if note := f.notes[label]; !note.used {
			return atLine(note.line, "lời ghi chú [^%s] không có dấu trong văn bản: hãy đặt dấu [^%s] sau từ cần ghi chú hoặc xóa lời này.", label, label)
		}
	}
	return nil
}
