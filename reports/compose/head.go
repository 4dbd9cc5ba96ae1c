package compose

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"cosohoi/reports/fault"
	"cosohoi/reports/layout"
)

// dateForm is how a Head keeps a date.
const dateForm = "2006-01-02"

// readDate reads a date of the front matter: 2023-07-04 or, as Vietnamese writes it, 4/7/2023.
func readDate(text string) (time.Time, bool) {
	for _, form := range []string{dateForm, "2/1/2006"} {
		if t, err := time.Parse(form, text); err == nil && t.Year() >= 1900 && t.Year() < 2200 {
			return t, true
		}
	}
	return time.Time{}, false
}

// The words of the front matter that stand for a value of the layout.
var (
	forms        = map[string]layout.Form{"": layout.ND30, "nd30": layout.ND30, "party": layout.Party}
	urgencies    = map[string]layout.Urgency{"": layout.NotUrgent, "khẩn": layout.Urgent, "thượng khẩn": layout.VeryUrgent, "hỏa tốc": layout.Flash, "hoả tốc": layout.Flash}
	circulations = map[string]layout.Circulation{"": layout.Unrestricted, "lưu hành nội bộ": layout.InternalsOnly, "xem xong trả lại": layout.ReturnAfter}
	copyKinds    = map[string]bool{"SAO Y": true, "SAO LỤC": true, "TRÍCH SAO": true}
)

// problem is a value of the front matter that no document can have.
type problem struct {
	key  string
	says string // what is wrong and what to do
}

// problem finds the first wrong value, nil when there is none. Missing components are no problem here.
func (h Head) problem() *problem {
	wrong := func(key, says string, values ...any) *problem { return &problem{key, fmt.Sprintf(says, values...)} }
	if _, ok := forms[strings.ToLower(h.Form)]; !ok {
		return wrong("form", "thể thức “%s” không có: hãy chọn nd30 hoặc party.", h.Form)
	}
	if sizes := h.presets(); h.Preset != 0 && !slices.Contains(sizes, h.Preset) {
		return wrong("preset", "bộ cỡ chữ %d không có: hãy chọn %d hoặc %d.", h.Preset, sizes[0], sizes[1])
	}
	if _, ok := readDate(h.Date); !ok && h.Date != "" {
		return wrong("date", "ngày “%s” không có trong lịch hoặc viết sai: hãy viết như 2023-07-04 hoặc 4/7/2023.", h.Date)
	}
	if _, ok := urgencies[strings.ToLower(h.Urgency)]; !ok {
		return wrong("urgency", "mức độ khẩn “%s” không có: hãy chọn khẩn, thượng khẩn hoặc hỏa tốc.", h.Urgency)
	}
	if _, ok := circulations[strings.ToLower(h.Circulation)]; !ok {
		return wrong("circulation", "chỉ dẫn lưu hành “%s” không có: hãy chọn lưu hành nội bộ hoặc xem xong trả lại.", h.Circulation)
	}
	if h.Signer != nil && len(h.Signers) > 0 {
		return wrong("signers", "chỉ dùng một trong hai mục “signer” và “signers”: hãy xóa một mục.")
	}
	if m := h.margins(); m.Top < 20 || m.Top > 25 || m.Bottom < 20 || m.Bottom > 25 || m.Left < 30 || m.Left > 35 || m.Right < 15 || m.Right > 20 {
		return wrong("margins", "lề trang nằm ngoài quy định: hãy đặt lề trên và lề dưới 20–25 mm, lề trái 30–35 mm, lề phải 15–20 mm.")
	}
	if h.Spacing != 0 && !(h.Spacing >= 1 && h.Spacing <= 1.5) {
		return wrong("spacing", "giãn dòng phải từ 1 đến 1.5: hãy sửa lại.")
	}
	if h.Indent != 0 && h.Indent != 10 && h.Indent != 12.7 {
		return wrong("indent", "lùi đầu dòng phải là 10 hoặc 12.7 mm: hãy sửa lại.")
	}
	if h.HeadingCase != "" && h.HeadingCase != "typed" && h.HeadingCase != "upper" {
		return wrong("heading_case", "kiểu chữ đề mục “%s” không có: hãy chọn typed (như đã gõ) hoặc upper (in hoa).", h.HeadingCase)
	}
	if c := h.Copy; c != nil {
		if !copyKinds[strings.ToUpper(c.Kind)] {
			return wrong("copy", "hình thức sao “%s” không có: hãy chọn SAO Y, SAO LỤC hoặc TRÍCH SAO.", c.Kind)
		}
		if _, ok := readDate(c.Date); !ok && c.Date != "" {
			return wrong("copy", "ngày sao “%s” không có trong lịch hoặc viết sai: hãy viết như 2023-07-04 hoặc 4/7/2023.", c.Date)
		}
	}
	return nil
}

// presets are the sizes of the body that the form allows.
func (h Head) presets() []int {
	if forms[strings.ToLower(h.Form)] == layout.Party {
		return []int{14, 15}
	}
	return []int{13, 14}
}

// margins are the margins of the pages; those not given are the usual ones.
func (h Head) margins() layout.Margins {
	m := layout.Margins{}
	if h.Margins != nil {
		m = *h.Margins
	}
	for _, side := range []struct {
		of    *float64
		usual float64
	}{{&m.Top, 20}, {&m.Bottom, 20}, {&m.Left, 30}, {&m.Right, 15}} {
		if *side.of == 0 {
			*side.of = side.usual
		}
	}
	return m
}

// measure is the width of the text on a page, mm.
func (h Head) measure(landscape bool) float64 {
	paper := 210.0
	if landscape {
		paper = 297
	}
	m := h.margins()
	return paper - m.Left - m.Right
}

// document gives all components but the body and the appendices.
func (h Head) document() (layout.Document, error) {
	if p := h.problem(); p != nil {
		return layout.Document{}, fault.New(layout.UpperFirst(p.says), nil)
	}
	date, _ := readDate(h.Date)
	d := layout.Document{
		Form:   forms[strings.ToLower(h.Form)],
		Parent: strings.ToUpper(h.Parent), Issuer: strings.ToUpper(h.Issuer), OrganName: h.Organ,
		Number: h.Number, Symbol: h.Symbol, Place: h.Place, Date: date, Year: h.Year, Dateless: h.Dateless,
		Kind: strings.ToUpper(h.Kind), Summary: h.Summary, To: trimmed(h.To),
		Enacting: strings.ToUpper(h.Enacting), Basis: trimmed(h.Basis),
		Urgency: urgencies[strings.ToLower(h.Urgency)], Circulation: circulations[strings.ToLower(h.Circulation)],
		Drafter: h.Drafter, Copies: h.Copies, Address: h.Address, Electronic: h.Electronic,
		Landscape: h.Landscape, Preset: h.Preset, Spacing: h.Spacing, Indent: h.Indent,
	}
	if h.Margins != nil {
		d.Margins = h.margins()
	}
	d.Recipients, d.Archive = recipients(h.Recipients, h.Archive, len(d.To) > 0)
	signers := h.Signers
	if h.Signer != nil {
		signers = []Signer{*h.Signer}
	}
	for _, s := range signers {
		d.Signers = append(d.Signers, layout.Signer(s))
	}
	if h.Copy != nil {
		d.Copy = h.Copy.layout()
	}
	return d, nil
}

func (c Copy) layout() *layout.Copy {
	date, _ := readDate(c.Date)
	to, archive := recipients(c.Recipients, c.Archive, false)
	return &layout.Copy{
		Kind: strings.ToUpper(c.Kind), Parent: strings.ToUpper(c.Parent), Organ: strings.ToUpper(c.Organ),
		Number: c.Number, Symbol: c.Symbol, Place: c.Place, Date: date, Year: c.Year,
		Recipients: to, Archive: archive, Signer: layout.Signer(c.Signer),
	}
}

// lateNote is a purpose typed after the end mark: "Thường trực Tỉnh ủy; (để báo cáo)". It belongs before it.
var lateNote = regexp.MustCompile(`;\s*\(`)

// trimmed takes the dash and the end mark from each entry of a list, which the layout puts itself.
func trimmed(list []string) []string {
	var out []string
	for _, entry := range list {
		entry = strings.TrimSpace(entry)
		for _, dash := range []string{"-", "–", "+"} {
			entry = strings.TrimPrefix(entry, dash+" ")
		}
		entry = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(entry), ";.,/ "))
		if entry != "" {
			out = append(out, lateNote.ReplaceAllString(entry, " ("))
		}
	}
	return out
}

// recipients takes the lines that the layout makes itself out of a list of recipients: "Như trên" and the archive line,
// which stands for a missing archive.
func recipients(list []string, archive string, addressed bool) (to []string, kept string) {
	if entries := trimmed([]string{archive}); len(entries) > 0 {
		kept = strings.TrimSpace(strings.TrimPrefix(entries[0], "Lưu:"))
	}
	for _, entry := range trimmed(list) {
		line, isArchive := strings.CutPrefix(entry, "Lưu:")
		switch {
		case isArchive && kept == "":
			kept = strings.TrimSpace(line)
		case isArchive, addressed && strings.EqualFold(entry, "Như trên"):
		default:
			to = append(to, entry)
		}
	}
	return to, kept
}
