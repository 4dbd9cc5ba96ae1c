package layout

import (
	"regexp"
	"strings"
)

var (
	// blanks are places to fill in: dots where a word belongs, long rows of them, lines to write on, fields of a mail merge,
	// figures that nobody reported. Three dots after a word are how a Vietnamese list is left open.
	blanks = regexp.MustCompile(`(?:^|[\s(])(?:…+|\.{3,})(?:\s+[^\s…)]|\s*/)|…{2,}|\.{4,}|_{3,}|«[^»\n]*»?|(?i:chưa có số liệu)`)

	romanHead = regexp.MustCompile(`^[IVXLC]+\. *`)

	// loosely written dates: "ngày 4 tháng 07".
	longDate = regexp.MustCompile(`(?i)ngày[\s\x{a0}]+(\d{1,2})[\s\x{a0}]+tháng[\s\x{a0}]+(\d{1,2})(?:[^\d/]|$)`)
)

func (l *linter) body() {
	d := l.doc
	last := -1
	for i, b := range d.Body {
		if !Blank(b) {
			last = i
		}
	}
	if last < 0 {
		l.wrong(PartBody, "Văn bản chưa có nội dung: hãy soạn nội dung trước khi in.")
		return
	}
	if p, ok := d.Body[last].(Paragraph); ok {
		if texts := bodyTexts([]Block{p}); strings.HasSuffix(strings.TrimSpace(Clean(texts[0])), ":") {
			l.wrong(PartBody, "Đoạn cuối “%s” còn bỏ lửng sau dấu hai chấm: hãy viết tiếp hoặc kết thúc câu.", excerpt(texts[0]))
		}
	} else if _, ok := d.Body[last].(Heading); ok {
		l.wrong(PartBody, "Đề mục cuối “%s” chưa có nội dung: hãy viết tiếp hoặc bỏ đề mục.", excerpt(d.Body[last].(Heading).Text))
	}
	l.heads(PartBody, d.Body)
	l.dates(PartBody, d.Body)
}

// heads remarks on Roman heads that are not in upper case (Mục II.6.đ, Mục V).
func (l *linter) heads(part string, blocks []Block) {
	if l.doc.Form == Party {
		return
	}
	for _, b := range blocks {
		if h, ok := b.(Heading); ok {
			text := Clean(h.Text)
			if number := romanHead.FindString(text); number != "" && text != strings.ToUpper(text) {
				l.note(part, "Đề mục “%s” đánh số La Mã nên viết in hoa theo Nghị định 30/2020/NĐ-CP: hãy gõ lại hoặc chọn in hoa đề mục.", excerpt(text))
			}
		}
	}
}

// dates remarks on dates whose zeros differ from Mục II.4: days under 10 and the months 1 and 2 take one, 3 to 9 do not.
func (l *linter) dates(part string, blocks []Block) {
	for _, text := range bodyTexts(blocks) {
		for _, m := range longDate.FindAllStringSubmatch(text, -1) {
			date, month := m[1], m[2]
			switch {
			case len(date) == 1 || month == "1" || month == "2":
				l.note(part, "Ngày “%s” thiếu số 0: ngày dưới 10 và tháng 1, 2 phải thêm số 0 phía trước; hãy sửa lại.", "ngày "+date+" tháng "+month)
			case month[0] == '0' && month != "01" && month != "02":
				l.note(part, "Ngày “%s” thừa số 0: từ tháng 3 đến tháng 9 không thêm số 0; hãy sửa lại.", "ngày "+date+" tháng "+month)
			}
		}
	}
}

func (l *linter) appendices() {
	d := l.doc
	mentioned := false
	for _, t := range bodyTexts(d.Body) {
		lower := strings.ToLower(Clean(t))
		mentioned = mentioned || strings.Contains(lower, "phụ lục")
	}
	if len(d.Appendices) > 0 && !mentioned {
		l.wrong(PartAppendix, "Nội dung chưa nhắc đến phụ lục kèm theo: hãy thêm chỉ dẫn, ví dụ “(chi tiết tại Phụ lục kèm theo)”.")
	}
	if len(d.Appendices) == 0 && mentioned {
		l.note(PartAppendix, "Nội dung có nhắc đến phụ lục nhưng văn bản không có phụ lục nào: hãy xem lại.")
	}
	for i, a := range d.Appendices {
		name := d.AppendixLabel(i)
		empty := true
		for _, b := range a.Body {
			empty = empty && Blank(b)
		}
		if empty {
			l.wrong(PartAppendix, "%s chưa có nội dung: hãy soạn nội dung hoặc bỏ phụ lục này.", name)
		}
		if strings.TrimSpace(a.Title) == "" {
			l.note(PartAppendix, "%s chưa có tên: hãy đặt tên, viết in hoa.", name)
		}
		l.upper(PartAppendix, "Tên "+strings.ToLower(name[:1])+name[1:], a.Title)
		l.heads(PartAppendix, a.Body)
		l.dates(PartAppendix, a.Body)
	}
}
