package reports

import (
	"embed"
	"maps"
	"strconv"
	"strings"
	"time"

	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

//go:embed outlines/*.md
var outlines embed.FS

// DefaultOutline is the outline that the program brings for a kind of paper, in the text form of package compose; "" for an
// unknown id.
func DefaultOutline(id string) string {
	text, err := outlines.ReadFile("outlines/" + id + ".md")
	if err != nil {
		return ""
	}
	return string(text)
}

// issue is what every paper has beside its own values.
type issue struct {
	letterhead Letterhead
	number     int
	symbol     string // "" where the paper carries no number
	date       time.Time
	year       int // of an undated draft
}

// issueOf is the issue of a paper whose symbol starts with the abbreviation of its type. year is that of an undated draft.
func issueOf(id string, l Letterhead, number int, date time.Time, year int) issue {
	kind, _ := KindByID(id)
	return issue{l, number, l.symbol(kind.Abbreviation), date, yearOf(date, year)}
}

// yearOf is the year of a date, of a zero one the other.
func yearOf(date time.Time, otherwise int) int {
	if date.IsZero() {
		return otherwise
	}
	return date.Year()
}

// draft fills an outline ("": the default one of the kind) with the values of a paper and completes its front matter.
func draft(id, outline string, on issue, values map[string]string) (compose.Source, error) {
	if outline == "" {
		outline = DefaultOutline(id)
	}
	all := on.values()
	maps.Copy(all, values)
	source, err := fill(outline, all)
	if err != nil {
		return compose.Source{}, err
	}
	on.complete(&source.Head)
	return source, nil
}

// complete gives the front matter what the outline leaves out.
func (on issue) complete(h *compose.Head) {
	l := on.letterhead
	for _, part := range []struct {
		of    *string
		value string
	}{{&h.Parent, l.Parent}, {&h.Issuer, l.Issuer}, {&h.Organ, l.OrganName}, {&h.Symbol, on.symbol}} {
		if *part.of == "" {
			*part.of = part.value
		}
	}
	if h.Archive == "" && h.Symbol != "" { // a list without number goes with a paper that is kept
		h.Archive = l.Archive
	}
	if h.Place == "" && !h.Dateless {
		h.Place = l.Place
	}
	h.Number = on.number
	if on.date.IsZero() {
		h.Year = on.year
	} else {
		h.Date = on.date.Format("2006-01-02")
	}
	if h.Signer == nil && len(h.Signers) == 0 {
		h.Signer = &compose.Signer{Authority: l.Authority, Deputy: l.Deputy, Position: l.Position, Name: l.Signer}
	}
}

// commonFields are the fields of every outline.
var commonFields = []Field{
	{"cơ quan ban hành", "tên cơ quan ban hành trong lời văn"},
	{"địa danh", "địa danh ghi trên văn bản"},
	{"năm", "năm của văn bản"},
	{"kính gửi", "nơi kính gửi, mỗi nơi một dòng"},
	{"nơi báo cáo", "nơi kính gửi, viết liền trong câu"},
	{"nơi nhận", "nơi nhận, mỗi nơi một dòng"},
	{"quyền hạn ký", "thẩm quyền ký (TM., TL., …)"},
	{"ký thay", "dòng KT. khi cấp phó ký"},
	{"chức vụ người ký", "chức vụ của người ký"},
	{"người ký", "họ và tên người ký"},
}

// values are those of commonFields.
func (on issue) values() map[string]string {
	l := on.letterhead
	year := ""
	if on.year > 0 {
		year = strconv.Itoa(on.year)
	}
	return map[string]string{
		"cơ quan ban hành": inline(l.OrganName),
		"địa danh":         inline(l.Place),
		"năm":              year,
		"kính gửi":         lines(l.To),
		"nơi báo cáo":      inline(strings.Join(l.To, ", ")),
		"nơi nhận":         lines(l.Recipients),
		"quyền hạn ký":     inline(l.Authority),
		"ký thay":          inline(l.Deputy),
		"chức vụ người ký": inline(l.Position),
		"người ký":         inline(l.Signer),
	}
}

// longDate is a date in running text, "" for a zero one.
func longDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return layout.LongDate(t)
}
