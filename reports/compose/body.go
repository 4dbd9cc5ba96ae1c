package compose

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"cosohoi/reports/layout"
)

// Document is the value that layout draws. It works for a draft: missing components and an empty body stay empty. The error
// has a UserMessage that names the line of the body, or the component.
func (s Source) Document() (layout.Document, error) { return s.document(1) }

// document is Document for a body whose first line has that number.
func (s Source) document(firstLine int) (layout.Document, error) {
	doc, err := s.Head.document()
	if err != nil {
		return layout.Document{}, err
	}
	r := newBodyReader(s.Body, firstLine)
	r.upper = s.Head.HeadingCase == "upper"
	r.landscape, r.measure = s.Head.Landscape, s.Head.measure
	if err := r.read(); err != nil {
		return layout.Document{}, err
	}
	doc.Body, doc.Appendices = r.body, r.appendices
	return doc, nil
}

// appendixTitle is the line that an appendix starts with. A numeral typed after "Phụ lục" goes: the layout numbers them.
var appendixTitle = regexp.MustCompile(`^#\s*(?i:phụ\s+lục)(?:\s+(?:[IVX]+|\d{1,2}))?\s*(\{ngang\})?\s*(?::\s*(.*))?$`)

// bodyReader reads the lines of a body into blocks.
type bodyReader struct {
	lines     []string // without blanks at their ends
	first     int      // number of the first line
	footnotes footnotes

	upper     bool                         // heads I. II. III. in upper case
	landscape bool                         // of the part being read
	measure   func(landscape bool) float64 // width of the text, mm

	body       []layout.Block
	appendices []layout.Appendix
	untitled   bool // the last block is a "Phần I" whose title may follow
}

func newBodyReader(body string, firstLine int) *bodyReader {
	r := &bodyReader{lines: strings.Split(norm.NFC.String(body), "\n"), first: firstLine, measure: Head{}.measure}
	for i, line := range r.lines {
		r.lines[i] = strings.TrimSpace(line)
	}
	return r
}

// at is the number of a line by its index.
func (r *bodyReader) at(i int) int { return r.first + i }

func (r *bodyReader) read() error {
	if err := r.footnotes.collect(r.lines, r.first); err != nil {
		return err
	}
	for i := 0; i < len(r.lines); {
		next, err := r.block(i)
		if err != nil {
			return err
		}
		i = next
	}
	return r.footnotes.unused()
}

// add puts a block where reading is: in the body or in the last appendix.
func (r *bodyReader) add(b layout.Block) {
	part := r.part()
	*part = append(*part, b)
	r.untitled = false
}

func (r *bodyReader) part() *[]layout.Block {
	if n := len(r.appendices); n > 0 {
		return &r.appendices[n-1].Body
	}
	return &r.body
}

// block reads what starts at line i and gives the index of the line after it.
func (r *bodyReader) block(i int) (int, error) {
	line := r.lines[i]
	switch kindOf(line) {
	case blankLine:
		return i + 1, nil
	case breakLine:
		r.add(layout.PageBreak{})
		return i + 1, nil
	case noteLine:
		return r.footnotes.end(r.lines, i), nil
	case appendixLine:
		return i + 1, r.appendix(i)
	case headingLine:
		return i + 1, r.explicitHeading(i)
	case rowLine:
		return r.table(i, tableOption{})
	case optionLine:
		if i+1 < len(r.lines) && kindOf(r.lines[i+1]) == rowLine {
			o, err := readTableOption(line, r.at(i))
			if err != nil {
				return 0, err
			}
			return r.table(i+1, o)
		}
		if isTableOption(line) {
			return 0, atLine(r.at(i), "khai báo bảng {…} phải đứng ngay trên dòng đầu của bảng: hãy xóa dòng trống hoặc xóa khai báo này.")
		}
	}
	end := r.paragraphEnd(i)
	return end, r.paragraph(i, end)
}

// paragraphEnd is the index of the line after the paragraph that starts at line i. Lines join, until a blank one, one that is
// no text, or one that opens a part of its own where the line before is closed by its punctuation or is a heading.
func (r *bodyReader) paragraphEnd(i int) int {
	for end := i + 1; end < len(r.lines); end++ {
		kind, before := kindOf(r.lines[end]), r.lines[end-1]
		switch {
		case kind == optionLine && !(end+1 < len(r.lines) && kindOf(r.lines[end+1]) == rowLine) && !isTableOption(r.lines[end]):
		case kind != textLine:
			return end
		case startsPart(r.lines[end]) && (!isTitle(before) || end == i+1 && startsHeading(before)):
			return end
		}
	}
	return len(r.lines)
}

func (r *bodyReader) appendix(i int) error {
	m := appendixTitle.FindStringSubmatch(r.lines[i])
	if m == nil {
		return atLine(r.at(i), "dấu # đầu dòng chỉ dùng cho phụ lục: hãy viết “# Phụ lục: TÊN PHỤ LỤC”, hoặc thêm dấu \\ trước dấu #.")
	}
	title, err := r.plain(m[2], r.at(i))
	if err != nil {
		return err
	}
	r.landscape = m[1] != ""
	r.appendices = append(r.appendices, layout.Appendix{Title: strings.ToUpper(title), Landscape: r.landscape})
	r.untitled = false
	return nil
}

// centredOption stands after the hashes of an explicit heading that is centred.
const centredOption = "{giữa} "

func (r *bodyReader) explicitHeading(i int) error {
	hashes := explicitHeading.FindString(r.lines[i])
	text, centred := strings.CutPrefix(r.lines[i][len(hashes):], centredOption)
	in, err := readInline(text, r.at(i), r.footnotes.use)
	if err != nil {
		return err
	}
	h, err := heading(in, strings.Count(hashes, "#")-1, r.at(i))
	h.Centred = centred
	r.add(h)
	return err
}

// plain reads a text that has no place for faces or footnotes.
func (r *bodyReader) plain(raw string, line int) (string, error) {
	in, err := readInline(raw, line, noNotes)
	if err != nil {
		return "", err
	}
	if _, plain := faces(in.runs); !plain && len(in.runs) > 0 {
		return "", atLine(line, "chữ đậm, chữ nghiêng không dùng được trong ô của bảng và tên phụ lục: hãy bỏ các dấu * hoặc viết \\*.")
	}
	return in.text, nil
}

func noNotes(_ string, line int) ([]layout.Run, error) {
	return nil, atLine(line, "không đặt được ghi chú cuối trang ở đây: hãy chuyển dấu [^…] sang một đoạn văn.")
}

// paragraph reads the lines from i up to end as one paragraph or heading.
func (r *bodyReader) paragraph(i, end int) error {
	raw, style := strings.Join(r.lines[i:end], "\n"), layout.Body
	switch kindOf(r.lines[i]) {
	case rightLine:
		raw, style = strings.TrimLeft(raw[2:], " \t"), layout.AtRight
	case centredLine:
		raw, style = strings.TrimLeft(raw[2:], " \t"), layout.Centred
	}
	if style == layout.Body {
		if done, err := r.labelled(i, end); done || err != nil {
			return err
		}
	}
	in, err := readInline(raw, r.at(i), r.footnotes.use)
	if err != nil || len(in.runs) == 0 {
		return err
	}
	if style == layout.Body {
		if r.untitled && isPartTitle(in) {
			return r.title(in, r.at(i))
		}
		switch kind, level, mark := outline(in); kind {
		case headingPart:
			h, err := heading(in, level, r.at(i))
			h.Centred = partLabel.MatchString(in.text)
			if r.upper && romanMark.MatchString(in.text) {
				h.Text = strings.ToUpper(h.Text)
			}
			r.add(h)
			return err
		case articlePart:
			in.runs = boldStart(in.runs, mark)
		}
	}
	r.add(layout.Paragraph{Style: style, Runs: in.runs})
	return nil
}

// labelled reads "Phần thứ nhất", "Chương I", "Mục 1" alone on a line, with its title when the next lines hold one. It
// reports whether there was one.
func (r *bodyReader) labelled(i, end int) (bool, error) {
	in, err := readInline(r.lines[i], r.at(i), r.footnotes.peek)
	if err != nil {
		return false, err
	}
	kind, level, _ := outline(in)
	if kind != labelPart {
		return false, nil
	}
	if in, err = readInline(r.lines[i], r.at(i), r.footnotes.use); err != nil {
		return false, err
	}
	h, err := heading(in, level, r.at(i))
	h.Centred = true
	r.add(h)
	r.untitled = h.Note == nil
	if err != nil || end == i+1 {
		return true, err
	}
	title, err := readInline(strings.Join(r.lines[i+1:end], "\n"), r.at(i+1), r.footnotes.use)
	if err != nil {
		return true, err
	}
	return true, r.title(title, r.at(i+1))
}

// isPartTitle tells the paragraph in upper case that is the title of the "Phần I" before it.
func isPartTitle(in inline) bool {
	kind, _, _ := outline(in)
	return kind == plainPart && in.escaped < 0 && isUpper(in.text) && !itemMark.MatchString(in.text)
}

// title puts a title under the label that is the last block.
func (r *bodyReader) title(in inline, line int) error {
	part := *r.part()
	last := len(part) - 1
	label := part[last].(layout.Heading)
	h, err := heading(in, label.Level, line)
	h.Centred, h.Text = true, label.Text+"\n"+h.Text
	part[last] = h
	r.untitled = false
	return err
}

// heading makes a heading of a text; its faces go, since headings are bold. Only at its end can a footnote stand.
func heading(in inline, level, line int) (layout.Heading, error) {
	h := layout.Heading{Level: level, Text: in.text}
	for i, run := range in.runs {
		if run.Note == nil {
			continue
		}
		if i < len(in.runs)-1 {
			return h, atLine(line, "ghi chú của một đề mục phải đứng ở cuối đề mục: hãy chuyển dấu [^…] xuống cuối dòng.")
		}
		h.Note = run.Note
	}
	return h, nil
}

// boldStart makes the first bytes of the runs bold; they lie in the first run.
func boldStart(runs []layout.Run, length int) []layout.Run {
	first, rest := runs[0], runs[0]
	first.Text, first.Bold = first.Text[:length], true
	rest.Text = rest.Text[length:]
	if rest.Text == "" {
		return append([]layout.Run{first}, runs[1:]...)
	}
	first.Note = nil
	return slices.Concat([]layout.Run{first, rest}, runs[1:])
}
