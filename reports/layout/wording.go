package layout

import (
	"fmt"
	"strings"
	"time"
)

// What a document says in the words of its form. Who sets a paper asks here, so that the PDF and the Word file say the same.

// NumberedSymbol is number and symbol of the document as its form writes them: "77/KH-BCH", in the Party form "77-KH/TU".
func (d Document) NumberedSymbol() string {
	p, _ := d.Profile()
	return numbered(d.Number, d.Symbol, p.NumberJoint)
}

// NumberLine is the line of a number and symbol, the document's or its copy's, in the form of the document: "Số: 77/KH-BCH".
// It is empty without a symbol.
func (d Document) NumberLine(number int, symbol string) string {
	if symbol == "" {
		return ""
	}
	p, _ := d.Profile()
	return p.NumberLead + numbered(number, symbol, p.NumberJoint)
}

// Addressees is box 9a (Mục II.9): its label without colon, "Kính gửi" in most papers, and the name after it, or several as
// the lines of a list.
func (d Document) Addressees() (label string, names []string) {
	label, names = "Kính gửi", listed(d.To)
	if p, _ := d.Profile(); p.Submission != "" && strings.EqualFold(strings.TrimSpace(d.Kind), "TỜ TRÌNH") {
		label = p.Submission
	}
	if len(names) > 1 {
		names = itemised("- ", names)
	}
	return label, names
}

// BasisLines are the căn cứ, each ended by ";" and the last one by "." (Mẫu 1.1, 1.2; Mục II.6.a).
func (d Document) BasisLines() []string {
	p, _ := d.Profile()
	return itemised(p.BasisLead, listed(d.Basis))
}

// Resolution is the word of decision after the basis (Mẫu 1.1, 1.2): "QUYẾT ĐỊNH:", or nothing.
func (d Document) Resolution() string {
	if d.Enacting == "" || d.Kind == "" {
		return ""
	}
	kind := strings.TrimSpace(d.Kind)
	if strings.ToUpper(kind) == "NGHỊ QUYẾT" {
		kind = "QUYẾT NGHỊ"
	}
	return kind + ":"
}

// RecipientLines are the lines under "Nơi nhận:" in the order of Mục II.9, the archive last.
func (d Document) RecipientLines() []string {
	names := listed(d.Recipients)
	if len(listed(d.To)) > 0 {
		names = append([]string{"Như trên"}, names...)
	}
	return recipientLines(names, d.Archive)
}

// RecipientLines are the lines under "Nơi nhận:" of the copy.
func (c Copy) RecipientLines() []string { return recipientLines(listed(c.Recipients), c.Archive) }

func recipientLines(names []string, archive string) []string {
	for _, place := range listed([]string{archive}) {
		names = append(names, "Lưu: "+place)
	}
	return itemised("- ", names)
}

// DrafterLine is box 12 (Mục III.3): "PL.(300)".
func (d Document) DrafterLine() string {
	sign := strings.ToUpper(strings.TrimRight(strings.TrimSpace(d.Drafter), "."))
	switch {
	case sign != "" && d.Copies > 0:
		return fmt.Sprintf("%s.(%d)", sign, d.Copies)
	case d.Copies > 0:
		return fmt.Sprintf("(%d)", d.Copies)
	case sign != "":
		return sign + "."
	}
	return ""
}

// AppendixLabel heads an appendix; it has a Roman numeral only when the document has several (Mục III.1).
func (d Document) AppendixLabel(index int) string {
	if len(d.Appendices) < 2 {
		return "Phụ lục"
	}
	return "Phụ lục " + roman(index+1)
}

// Accompanies gives the three parts of "(Kèm theo Báo cáo / số … ngày … / của …)" under the title of an appendix (Mục III.1).
// In an electronic paper number, symbol and date stay open (Mẫu 2.2). A paper without a symbol has no such line.
func (d Document) Accompanies() (lead, data, issuer string) {
	if d.Symbol == "" && !d.Electronic {
		return "", "", ""
	}
	kind := sentenceCase(d.Kind)
	if kind == "" {
		kind = "Công văn"
	}
	number, date := d.NumberedSymbol(), DateOrRoom(d.Date, d.Year)
	if d.Electronic {
		number, date = numberRoom, DateOrRoom(time.Time{}, 0)
	}
	issuer = d.OrganName
	if issuer == "" {
		issuer = d.Issuer
	}
	return "(Kèm theo " + kind, "số " + number + " " + date, "của " + issuer + ")"
}

// Properties are title, author and subject of the file, each on one line.
func (d Document) Properties() (title, author, subject string) {
	oneLine := func(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }
	author = oneLine(d.OrganName)
	if author == "" {
		author = oneLine(d.Issuer)
	}
	subject = DateOrRoom(d.Date, d.Year)
	if d.Symbol != "" && d.Number != 0 {
		subject = "Số " + d.NumberedSymbol() + ", " + subject
	}
	return oneLine(d.Kind + " " + d.Summary), author, oneLine(subject)
}

// Stamp gives the words of box 10b and the width of their frame in millimetres (Mục III.2.b); none where nothing is urgent.
func (u Urgency) Stamp() (words string, width float64) {
	switch u {
	case Urgent:
		return "KHẨN", 20
	case VeryUrgent:
		return "THƯỢNG KHẨN", 40
	case Flash:
		return "HỎA TỐC", 30
	}
	return "", 0
}

// Stamp gives the words of box 11 (Mục III.2.c); none where circulation is free.
func (c Circulation) Stamp() string {
	switch c {
	case ReturnAfter:
		return "XEM XONG TRẢ LẠI"
	case InternalsOnly:
		return "LƯU HÀNH NỘI BỘ"
	}
	return ""
}

// listed strips names of the marks that the form sets itself and leaves empty ones out.
func listed(names []string) []string {
	var kept []string
	for _, name := range names {
		name = strings.TrimSpace(name)
		name = strings.TrimSpace(strings.TrimPrefix(name, "- "))
		name = strings.TrimSpace(strings.TrimRight(name, ";."))
		if name != "" {
			kept = append(kept, name)
		}
	}
	return kept
}

// itemised makes the lines of a list, each led by lead and ended by ";", the last one by ".".
func itemised(lead string, names []string) []string {
	lines := make([]string, len(names))
	for i, name := range names {
		mark := ";"
		if i == len(names)-1 {
			mark = "."
		}
		lines[i] = lead + name + mark
	}
	return lines
}

// roman writes a number from 1 to 89 in Roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, step := range []struct {
		value  int
		symbol string
	}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.symbol)
		}
	}
	return b.String()
}

// sentenceCase lowers all but the first letter: "BÁO CÁO" → "Báo cáo".
func sentenceCase(s string) string {
	r := []rune(strings.ToLower(s))
	if len(r) > 0 {
		copy(r, []rune(strings.ToUpper(string(r[:1]))))
	}
	return string(r)
}
