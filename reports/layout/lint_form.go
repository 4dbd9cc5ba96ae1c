package layout

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"cosohoi/reports/form"
)

// abbreviations are the signs of the kinds of papers (Phụ lục III Mục I). Công văn and thư công have none.
var abbreviations = map[string]string{
	"NGHỊ QUYẾT": "NQ", "QUYẾT ĐỊNH": "QĐ", "CHỈ THỊ": "CT", "QUY CHẾ": "QC", "QUY ĐỊNH": "QyĐ", "THÔNG CÁO": "TC",
	"THÔNG BÁO": "TB", "HƯỚNG DẪN": "HD", "CHƯƠNG TRÌNH": "CTr", "KẾ HOẠCH": "KH", "PHƯƠNG ÁN": "PA", "ĐỀ ÁN": "ĐA",
	"DỰ ÁN": "DA", "BÁO CÁO": "BC", "BIÊN BẢN": "BB", "TỜ TRÌNH": "TTr", "HỢP ĐỒNG": "HĐ", "CÔNG ĐIỆN": "CĐ",
	"BẢN GHI NHỚ": "BGN", "BẢN THỎA THUẬN": "BTT", "GIẤY ỦY QUYỀN": "GUQ", "GIẤY MỜI": "GM", "GIẤY GIỚI THIỆU": "GGT",
	"GIẤY NGHỈ PHÉP": "GNP", "PHIẾU GỬI": "PG", "PHIẾU CHUYỂN": "PC", "PHIẾU BÁO": "PB",
}

// copyAbbreviations are the signs of copies.
var copyAbbreviations = map[string]string{"SAO Y": "SY", "SAO LỤC": "SL", "TRÍCH SAO": "TrS"}

// untitled are the kinds whose samples have no summary (Mẫu 1.8, 1.10).
var untitled = []string{"GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP", "GIẤY ỦY QUYỀN", "PHIẾU GỬI", "PHIẾU CHUYỂN", "PHIẾU BÁO"}

// abbreviation gives the sign of a kind, which may be named more closely: "BIÊN BẢN KIỂM TRA".
func abbreviation(kind string) (string, bool) {
	for name, sign := range abbreviations {
		if kind == name || strings.HasPrefix(kind, name+" ") {
			return sign, true
		}
	}
	return "", false
}

func (l *linter) head() {
	d := l.doc
	if strings.TrimSpace(d.Issuer) == "" {
		l.wrong(PartForm, "Chưa có tên cơ quan ban hành: hãy điền tên đầy đủ, viết in hoa.")
	}
	l.upper(PartForm, "Tên cơ quan ban hành", d.Issuer)
	l.upper(PartForm, "Tên cơ quan chủ quản", d.Parent)
	l.upper(PartForm, "Tên loại văn bản", d.Kind)
	if strings.Contains(d.Issuer, "*") && d.Form != Party {
		l.wrong(PartForm, "Dấu * dưới tên cơ quan chỉ dùng trong văn bản của Đảng: hãy bỏ đi.")
	}
	for _, t := range l.all() {
		upper := strings.ReplaceAll(strings.ToUpper(Clean(t.text)), "HOÀ", "HÒA")
		switch {
		case strings.Contains(upper, form.NationalName) || strings.Contains(Clean(t.text), form.NationalMotto):
			l.wrong(t.part, "Quốc hiệu, Tiêu ngữ do chương trình tự in, không gõ vào văn bản: hãy xóa dòng “%s”.", excerpt(t.text))
		case Clean(t.text) == form.PartyName:
			l.wrong(t.part, "Tiêu đề “%s” do chương trình tự in khi chọn thể thức của Đảng, không gõ vào văn bản: hãy xóa dòng này.", form.PartyName)
		}
	}
}

var (
	// Capital letters, with digits after the first.
	namedSymbol  = regexp.MustCompile(`^([\p{L}]+)-\p{Lu}[\p{Lu}\d]*(?:-\p{Lu}[\p{Lu}\d]*)*$`)
	letterSymbol = regexp.MustCompile(`^(\p{Lu}[\p{Lu}\d]*)(?:-\p{Lu}[\p{Lu}\d]*)+$`)
	partySymbol  = regexp.MustCompile(`^(\p{L}+)/\p{Lu}[\p{Lu}\d]*(?:-\p{Lu}[\p{Lu}\d]*)*$`)
)

func (l *linter) symbol() {
	d := l.doc
	if d.Number < 0 {
		l.wrong(PartForm, "Số văn bản %d không đúng: hãy điền số từ 1 trở lên, hoặc để trống để ghi tay.", d.Number)
	}
	kind := l.kind()
	sign, known := abbreviation(kind)
	symbol := Clean(d.Symbol)
	if symbol == "" {
		if known || kind == "" {
			l.wrong(PartForm, "Chưa có ký hiệu văn bản: hãy điền, ví dụ %s.", l.sampleSymbol(sign))
		}
		return
	}
	if d.Number == 0 {
		l.note(PartForm, "Văn bản chưa có số: bản in chừa chỗ để ghi tay; hãy vào sổ và điền số trước khi phát hành.")
	}
	form := namedSymbol
	switch {
	case d.Form == Party:
		form = partySymbol
	case kind == "":
		form = letterSymbol
	}
	parts := form.FindStringSubmatch(symbol)
	switch {
	case parts == nil && d.Form != Party && strings.Contains(symbol, "/"):
		l.wrong(PartForm, "Ký hiệu “%s” có dấu gạch chéo theo kiểu văn bản của Đảng: hãy viết dạng %s.", symbol, l.sampleSymbol(sign))
	case parts == nil:
		l.wrong(PartForm, "Ký hiệu “%s” không đúng dạng: hãy viết dạng %s, chữ in hoa, không cách chữ.", symbol, l.sampleSymbol(sign))
	case d.Form == Party:
		// The list of signs of Party papers is another one.
	case kind == "" && (parts[1] == "CV" || strings.Contains(symbol, "-CV")):
		l.wrong(PartForm, "Ký hiệu công văn không có chữ “CV”: hãy viết tên viết tắt của cơ quan và đơn vị soạn thảo, ví dụ %s.", l.sampleSymbol(""))
	case known && parts[1] != sign:
		l.wrong(PartForm, "Ký hiệu “%s” không khớp với tên loại %s: hãy bắt đầu bằng “%s-”.", symbol, kind, sign)
	case !known && kind != "" && !slices.Contains(signs(), parts[1]):
		l.note(PartForm, "Tên loại %s không có trong bảng chữ viết tắt của Nghị định 30/2020/NĐ-CP: hãy xem lại tên loại và ký hiệu “%s”.", kind, symbol)
	}
}

func signs() []string {
	var all []string
	for _, sign := range abbreviations {
		all = append(all, sign)
	}
	return all
}

// sampleSymbol shows how a symbol is written.
func (l *linter) sampleSymbol(sign string) string {
	switch {
	case l.doc.Form == Party && sign == "":
		return "CV/TU"
	case l.doc.Form == Party:
		return sign + "/TU"
	case sign == "":
		return "BTV-XDTC"
	}
	return sign + "-BTV"
}

func (l *linter) date() {
	d := l.doc
	if d.Dateless {
		return
	}
	place := Clean(d.Place)
	first, _ := utf8.DecodeRuneInString(place)
	switch {
	case strings.TrimSpace(place) == "":
		l.wrong(PartForm, "Chưa có địa danh: hãy điền tên địa phương nơi cơ quan đóng trụ sở, ví dụ Nam Định.")
	case unicode.IsLower(first):
		l.wrong(PartForm, "Địa danh “%s” phải viết hoa chữ cái đầu: hãy sửa lại.", place)
	case strings.ContainsAny(place, ",.\n"):
		l.wrong(PartForm, "Địa danh “%s” chỉ gồm tên địa phương, dấu phẩy do chương trình tự in: hãy bỏ phần thừa.", place)
	}
	if d.Date.IsZero() {
		l.note(PartForm, "Văn bản chưa có ngày ban hành: bản in chừa chỗ để ghi tay; hãy điền ngày trước khi phát hành.")
	}
}

// The lines that a summary may take before it is no summary.
const (
	summaryLines = 4
	subjectLines = 5
)

func (l *linter) title() {
	d := l.doc
	summary := strings.TrimSpace(Clean(d.Summary))
	kind := l.kind()
	if summary == "" {
		if !slices.Contains(untitled, kind) {
			l.wrong(PartForm, "Chưa có trích yếu nội dung: hãy viết một câu ngắn hoặc cụm từ nêu nội dung chính.")
		}
		return
	}
	if kind == "" && d.Form == ND30 && strings.HasPrefix(strings.ToLower(summary), "v/v") {
		l.wrong(PartForm, "Chữ “V/v” trước trích yếu công văn do chương trình tự in: hãy bỏ ở đầu trích yếu.")
	}
	if strings.HasSuffix(summary, ".") && !strings.HasSuffix(summary, "..") || strings.HasSuffix(summary, ";") {
		l.note(PartForm, "Trích yếu không có dấu chấm ở cuối: hãy bỏ dấu cuối của “%s”.", excerpt(summary))
	}
	t := &typesetter{}
	if t.settle(Document{Form: d.Form, Preset: d.Preset, Margins: d.Margins}) != nil {
		return // the faulty setting has its own remark
	}
	page := pageFormat(d.Landscape, t.doc.Margins)
	most, lines := summaryLines, len(t.balanced(t.words([]Run{{Text: summary}}, t.form.Summary), page.measure()))
	if kind == "" {
		most, lines = subjectLines, len(t.balanced(t.words([]Run{{Text: t.form.SubjectLead + summary}}, t.form.Subject), t.halves(page).organMeasure()))
	}
	if lines > most {
		l.note(PartForm, "Trích yếu dài %d dòng: hãy rút gọn còn không quá %d dòng.", lines, most)
	}
}

var basisStart = regexp.MustCompile(`^(?:Căn cứ|Theo|Xét|Thực hiện|Trên cơ sở)[\s\x{a0}]`)

func (l *linter) basis() {
	d := l.doc
	kind := l.kind()
	l.upper(PartForm, "Thẩm quyền ban hành", d.Enacting)
	if kind == "QUYẾT ĐỊNH" || kind == "NGHỊ QUYẾT" {
		if strings.TrimSpace(d.Enacting) == "" {
			l.wrong(PartForm, "%s chưa ghi thẩm quyền ban hành: hãy điền tên tập thể hoặc chức vụ người ban hành, viết in hoa.", sentenceCase(kind))
		}
		if len(listed(d.Basis)) == 0 {
			l.wrong(PartForm, "%s chưa có căn cứ ban hành: hãy thêm các căn cứ, mỗi căn cứ một dòng.", sentenceCase(kind))
		}
	}
	for _, b := range listed(d.Basis) {
		if !basisStart.MatchString(Clean(b)) {
			l.note(PartForm, "Căn cứ “%s” không mở đầu bằng “Căn cứ”, “Theo” hoặc “Xét”: hãy xem lại.", excerpt(b))
		}
	}
}

func (l *linter) copy() {
	c := l.doc.Copy
	if c == nil {
		return
	}
	kind := strings.ToUpper(strings.TrimSpace(Clean(c.Kind)))
	sign, known := copyAbbreviations[kind]
	if !known {
		l.wrong(PartForm, "Hình thức sao “%s” không có trong quy định: hãy chọn SAO Y, SAO LỤC hoặc TRÍCH SAO.", c.Kind)
	} else if !strings.HasPrefix(c.Symbol, sign+"-") {
		l.wrong(PartForm, "Ký hiệu bản sao “%s” không khớp với hình thức %s: hãy bắt đầu bằng “%s-”.", c.Symbol, kind, sign)
	}
	if strings.TrimSpace(c.Organ) == "" {
		l.wrong(PartForm, "Bản sao chưa có tên cơ quan sao văn bản: hãy điền tên, viết in hoa.")
	}
	if strings.TrimSpace(c.Signer.Position) == "" || strings.TrimSpace(c.Signer.Name) == "" {
		l.wrong(PartForm, "Bản sao chưa đủ chức vụ và họ tên người ký sao: hãy điền đủ.")
	}
}

// excerpt is the start of a text, short enough for a remark.
func excerpt(text string) string {
	words := strings.Fields(Clean(text))
	const most = 8
	if len(words) <= most {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:most], " ") + "…"
}
