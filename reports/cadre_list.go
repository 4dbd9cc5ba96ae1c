package reports

import (
	"strconv"
	"time"

	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// CadreList is the "Danh sách trích ngang cán bộ" of a unit: a landscape list without number, signed by who compiled it and by
// the head.
type CadreList struct {
	Letterhead Letterhead
	Unit       string    // "Hội Liên hiệp Phụ nữ xã Hải Vân"
	AsOf       time.Time // who held a post on this day
	Date       time.Time // of the paper; zero: an undated draft of the year of AsOf
	Layout     CadreLayout
	// Sensitive adds ethnic group, religion and Party data: personal data that is printed only when asked for
	// (Luật 91/2025/QH15).
	Sensitive bool
	Compiler  string // who compiled it; "": room to write the name
	Rows      []CadreRow
}

// CadreLayout says which columns a list has.
type CadreLayout int

// The layouts of the lists that are in use.
const (
	UnionCadres      CadreLayout = iota // cán bộ Hội tỉnh, huyện, xã and members of committees
	BranchCadres                        // cán bộ chi hội
	SuccessionCadres                    // cán bộ quy hoạch
)

// CadreRow is one cadre. Dates are texts, because they may be partial: "1965", "7/1965", "20/7/1965". What is not known stays
// an empty cell to be filled by hand.
type CadreRow struct {
	Name                          string
	Birth                         string
	Female                        bool // in which of the columns Nam, Nữ the birth date stands
	Native                        string
	Residence, Phone              string
	Ethnic, Religion              string // printed only in a sensitive list
	Post                          string // position and unit
	Planned                       string // the post that a succession plan foresees
	PartyProbation, PartyOfficial string // printed only in a sensitive list
	Education                     string // general education: "12/12"
	Specialty                     string
	Politics                      string // political theory
	Language, Informatics         string // foreign language, computing
	Since                         string // time of work for the Union
	// Membership of committees of the Union, "x" or since when.
	CommuneCommittee, Committee, StandingCommittee, InspectionCommittee string
	PartyCommittee                                                      string // cấp ủy viên; printed only in a sensitive list
	Council                                                             string // đại biểu Hội đồng nhân dân
	CentralTraining, Lecturer                                           string // nghiệp vụ công tác Hội do Trung ương tổ chức; giảng viên kiêm chức
	Rating                                                              string // yearly rating as a cadre
	PartyRating                                                         string // as a Party member; printed only in a sensitive list
	Note                                                                string
}

var cadreListFields = []Field{
	{"tên danh sách", "tên loại danh sách"},
	{"đơn vị", "đơn vị có cán bộ trong danh sách"},
	{"ngày số liệu", "danh sách tính đến ngày này"},
	{"danh sách", "bảng danh sách"},
	{"tổng số", "câu cho biết số người"},
	{"người lập biểu", "họ và tên người lập danh sách"},
}

// Draft fills an outline, "" for the default one.
func (l CadreList) Draft(outline string) (compose.Source, error) {
	on := issueOf(CadreListID, l.Letterhead, 0, l.Date, yearOf(l.AsOf, 0))
	on.symbol = ""
	values := map[string]string{
		"tên danh sách":  cadreForms[l.Layout].title,
		"đơn vị":         inline(l.Unit),
		"ngày số liệu":   longDate(l.AsOf),
		"danh sách":      said("Chưa có số liệu cán bộ của đơn vị tại thời điểm lập danh sách."),
		"tổng số":        "",
		"người lập biểu": inline(l.Compiler),
	}
	if len(l.Rows) > 0 {
		values["danh sách"] = blocks(l.table())
		values["tổng số"] = said("Danh sách có %s người.", Count(len(l.Rows)))
	}
	return draft(CadreListID, outline, on, values)
}

// cadreForm is what a layout prints.
type cadreForm struct {
	title   string
	size    float64 // points, of the list without sensitive data; the other one is set in 10
	columns []cadreColumn
}

// cadreColumn is a column of a list. Neighbours of the same group stand under one spanned head.
type cadreColumn struct {
	group, head string
	plain       float64 // mm without sensitive data, 0: left out; the sum is the 252 mm of a landscape page
	sensitive   float64 // mm with sensitive data
	align       layout.Align
	text        func(r CadreRow) string // nil: the number of the row
}

// Heads that several columns share.
const (
	birthHead     = "Ngày, tháng, năm sinh"
	partyHead     = "Ngày vào Đảng"
	schoolHead    = "Trình độ"
	committeeHead = "Tham gia"
	skillHead     = "Nghiệp vụ Hội"
	ratingHead    = "Xếp loại"
)

var cadreForms = map[CadreLayout]cadreForm{
	UnionCadres: {"danh sách trích ngang cán bộ", 10, []cadreColumn{
		{"", "TT", 9.5, 9.5, layout.Centre, nil},
		{"", "Họ và tên", 29, 27.5, layout.Left, func(r CadreRow) string { return r.Name }},
		{birthHead, "Nam", 18.5, 18.5, layout.Centre, CadreRow.birthOfMan},
		{birthHead, "Nữ", 18.5, 18.5, layout.Centre, CadreRow.birthOfWoman},
		{"", "Quê quán", 27, 25, layout.Left, func(r CadreRow) string { return r.Native }},
		{"", "Nơi ở hiện nay", 26, 0, layout.Left, func(r CadreRow) string { return r.Residence }},
		{"", "Dân tộc", 0, 12, layout.Centre, func(r CadreRow) string { return r.Ethnic }},
		{"", "Tôn giáo", 0, 13, layout.Centre, func(r CadreRow) string { return r.Religion }},
		{"", "Chức vụ, đơn vị", 33, 28, layout.Left, func(r CadreRow) string { return r.Post }},
		{partyHead, "Dự bị", 0, 18.5, layout.Centre, func(r CadreRow) string { return r.PartyProbation }},
		{partyHead, "Chính thức", 0, 18.5, layout.Centre, func(r CadreRow) string { return r.PartyOfficial }},
		{schoolHead, "GDPT", 12.5, 12, layout.Centre, func(r CadreRow) string { return r.Education }},
		{schoolHead, "Chuyên môn", 18, 14, layout.Left, func(r CadreRow) string { return r.Specialty }},
		{schoolHead, "LLCT", 12, 12, layout.Centre, func(r CadreRow) string { return r.Politics }},
		{"", "Thời gian công tác Hội", 16, 15, layout.Centre, func(r CadreRow) string { return r.Since }},
		{"", "Điện thoại", 22, 0, layout.Centre, func(r CadreRow) string { return r.Phone }},
		{"", "Ghi chú", 10, 10, layout.Left, func(r CadreRow) string { return r.Note }},
	}},
	BranchCadres: {"danh sách trích ngang cán bộ chi hội", 11, []cadreColumn{
		{"", "TT", 10, 9.5, layout.Centre, nil},
		{"", "Họ và tên", 38, 27, layout.Left, func(r CadreRow) string { return r.Name }},
		{birthHead, "Nam", 21, 18.5, layout.Centre, CadreRow.birthOfMan},
		{birthHead, "Nữ", 21, 18.5, layout.Centre, CadreRow.birthOfWoman},
		{"", "Dân tộc", 0, 12, layout.Centre, func(r CadreRow) string { return r.Ethnic }},
		{"", "Tôn giáo", 0, 13, layout.Centre, func(r CadreRow) string { return r.Religion }},
		{"", "Chức vụ, chi hội", 50, 32, layout.Left, func(r CadreRow) string { return r.Post }},
		{partyHead, "Dự bị", 0, 18.5, layout.Centre, func(r CadreRow) string { return r.PartyProbation }},
		{partyHead, "Chính thức", 0, 18.5, layout.Centre, func(r CadreRow) string { return r.PartyOfficial }},
		{schoolHead, "Học vấn", 15, 12.5, layout.Centre, func(r CadreRow) string { return r.Education }},
		{schoolHead, "Chuyên môn", 32, 16.5, layout.Left, func(r CadreRow) string { return r.Specialty }},
		{schoolHead, "LLCT", 14, 12, layout.Centre, func(r CadreRow) string { return r.Politics }},
		{"", "Thời gian công tác Hội", 19, 15, layout.Centre, func(r CadreRow) string { return r.Since }},
		{"", "Tham gia BCH cơ sở", 17, 14, layout.Centre, func(r CadreRow) string { return r.CommuneCommittee }},
		{"", "Ghi chú", 15, 14.5, layout.Left, func(r CadreRow) string { return r.Note }},
	}},
	SuccessionCadres: {"danh sách trích ngang cán bộ quy hoạch", 10, []cadreColumn{
		{"", "TT", 8.5, 8, layout.Centre, nil},
		{"", "Họ và tên", 23.5, 19, layout.Left, func(r CadreRow) string { return r.Name }},
		{birthHead, "Nam", 18.5, 18.5, layout.Centre, CadreRow.birthOfMan},
		{birthHead, "Nữ", 18.5, 18.5, layout.Centre, CadreRow.birthOfWoman},
		{"", "Chức vụ hiện tại", 20, 16, layout.Left, func(r CadreRow) string { return r.Post }},
		{"", "Chức danh quy hoạch", 19, 16, layout.Left, func(r CadreRow) string { return r.Planned }},
		{schoolHead, "Chuyên môn", 14, 14, layout.Left, func(r CadreRow) string { return r.Specialty }},
		{schoolHead, "LLCT", 12, 12, layout.Centre, func(r CadreRow) string { return r.Politics }},
		{schoolHead, "Ngoại ngữ", 12.5, 11, layout.Centre, func(r CadreRow) string { return r.Language }},
		{schoolHead, "Tin học", 9.5, 9, layout.Centre, func(r CadreRow) string { return r.Informatics }},
		{"", "Công tác Hội từ", 14, 14, layout.Centre, func(r CadreRow) string { return r.Since }},
		{committeeHead, "BCH", 10, 10, layout.Centre, func(r CadreRow) string { return r.Committee }},
		{committeeHead, "BTV", 9.5, 9.5, layout.Centre, func(r CadreRow) string { return r.StandingCommittee }},
		{committeeHead, "UBKT", 12.5, 12.5, layout.Centre, func(r CadreRow) string { return r.InspectionCommittee }},
		{committeeHead, "Cấp ủy", 0, 8.5, layout.Centre, func(r CadreRow) string { return r.PartyCommittee }},
		{committeeHead, "HĐND", 13, 12.5, layout.Centre, func(r CadreRow) string { return r.Council }},
		{skillHead, "TW mở", 11.5, 9, layout.Centre, func(r CadreRow) string { return r.CentralTraining }},
		{skillHead, "Giảng viên kiêm chức", 12.5, 11.5, layout.Centre, func(r CadreRow) string { return r.Lecturer }},
		{ratingHead, "CBCC", 13, 12, layout.Centre, func(r CadreRow) string { return r.Rating }},
		{ratingHead, "Đảng viên", 0, 10.5, layout.Centre, func(r CadreRow) string { return r.PartyRating }},
	}},
}

func (r CadreRow) birthOfMan() string {
	if r.Female {
		return ""
	}
	return r.Birth
}

func (r CadreRow) birthOfWoman() string {
	if r.Female {
		return r.Birth
	}
	return ""
}

// table builds the columns that the list shows, its head of two rows and its rows.
func (l CadreList) table() layout.Table {
	form := cadreForms[l.Layout]
	table := layout.Table{Size: form.size, Head: make([][]layout.HeadCell, 2)}
	if l.Sensitive {
		table.Size = 10
	}
	var shown []cadreColumn
	for _, c := range form.columns {
		width := c.plain
		if l.Sensitive {
			width = c.sensitive
		}
		if width == 0 {
			continue
		}
		table.Columns = append(table.Columns, layout.Column{Width: width, Align: c.align})
		top := &table.Head[0]
		switch {
		case c.group == "":
			*top = append(*top, layout.HeadCell{Text: c.head, RowSpan: 2})
		case len(shown) > 0 && shown[len(shown)-1].group == c.group:
			(*top)[len(*top)-1].ColSpan++
			table.Head[1] = append(table.Head[1], layout.HeadCell{Text: c.head})
		default:
			*top = append(*top, layout.HeadCell{Text: c.group, ColSpan: 1})
			table.Head[1] = append(table.Head[1], layout.HeadCell{Text: c.head})
		}
		shown = append(shown, c)
	}
	table.Rows = make([]layout.Row, len(l.Rows))
	for i, r := range l.Rows {
		cells := make([]string, len(shown))
		for k, c := range shown {
			if c.text == nil {
				cells[k] = strconv.Itoa(i + 1)
				continue
			}
			cells[k] = c.text(r)
		}
		table.Rows[i].Cells = cells
	}
	return table
}
