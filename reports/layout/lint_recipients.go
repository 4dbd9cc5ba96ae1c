package layout

import (
	"regexp"
	"slices"
	"strings"
)

// addressed are the kinds that name whom they ask or inform above the text (Mục II.9.b); a report does when it goes upward.
var addressed = []string{"TỜ TRÌNH", "BÁO CÁO", ""}

var (
	lateNote  = regexp.MustCompile(`;\s*\(`)
	archiveVT = regexp.MustCompile(`^VT(?:$|[,;. ])`)
	byArticle = regexp.MustCompile(`(?i)^như[\s\x{a0}]+điều`)
)

func (l *linter) recipients() {
	d := l.doc
	if !l.official() {
		return
	}
	kind := l.kind()
	to := listed(d.To)
	switch {
	case len(to) == 0 && kind == "":
		l.wrong(PartRecipients, "Công văn chưa có “Kính gửi”: hãy điền nơi giải quyết công việc.")
	case len(to) == 0 && kind == "TỜ TRÌNH":
		l.wrong(PartRecipients, "Tờ trình chưa có “Kính gửi”: hãy điền cơ quan có thẩm quyền giải quyết.")
	case len(to) == 0 && kind == "BÁO CÁO":
		l.note(PartRecipients, "Báo cáo gửi cấp trên phải có “Kính gửi”: nếu báo cáo này gửi cấp trên, hãy điền nơi nhận báo cáo.")
	case len(to) > 0 && !slices.Contains(addressed, kind) && kind != "GIẤY MỜI" && kind != "CÔNG ĐIỆN":
		l.note(PartRecipients, "%s không có mục “Kính gửi”, chỉ có “Nơi nhận”: hãy chuyển các tên đó xuống Nơi nhận.", sentenceCase(kind))
	}
	names := listed(d.Recipients)
	if len(names) == 0 && len(to) == 0 {
		l.wrong(PartRecipients, "Chưa có nơi nhận văn bản: hãy liệt kê các nơi nhận.")
	}
	for _, name := range names {
		lower := strings.ToLower(Clean(name))
		switch {
		case strings.HasPrefix(lower, "như trên"):
			l.wrong(PartRecipients, "Dòng “Như trên” do chương trình tự in khi có “Kính gửi”: hãy bỏ trong danh sách nơi nhận.")
		case strings.HasPrefix(lower, "lưu:") || strings.HasPrefix(lower, "lưu vt"):
			l.wrong(PartRecipients, "Dòng “%s” ghi lẫn trong danh sách nơi nhận: hãy chuyển sang mục Lưu.", excerpt(name))
		case lateNote.MatchString(name):
			l.wrong(PartRecipients, "Nơi nhận “%s” có dấu chấm phẩy trước phần trong ngoặc: hãy bỏ dấu đó, chương trình tự in dấu ở cuối dòng.", excerpt(name))
		}
	}
	if kind == "QUYẾT ĐỊNH" && len(names) > 0 && len(to) == 0 && !byArticle.MatchString(names[0]) {
		l.note(PartRecipients, "Nơi nhận của quyết định thường mở đầu bằng “Như Điều …” (điều ghi trách nhiệm thi hành): hãy xem lại.")
	}
	archive := listed([]string{d.Archive})
	switch {
	case len(archive) == 0:
		l.wrong(PartRecipients, "Chưa có dòng lưu: hãy điền mục Lưu, ví dụ VT, VP.")
	case d.Form == ND30 && !archiveVT.MatchString(archive[0]):
		l.wrong(PartRecipients, "Dòng lưu “%s” phải bắt đầu bằng VT rồi đến đơn vị soạn thảo: hãy viết như VT, VP.", archive[0])
	}
}

var (
	partyAuthority = regexp.MustCompile(`(?i)^\s*(T/M|K/T|T/L|T/UQ)`)
	bareAuthority  = regexp.MustCompile(`^\s*(TM|KT|TL|TUQ|Q)[ ,:-]`)
	joinedMark     = regexp.MustCompile(`^\s*(TM|KT|TL|TUQ)\.\S`)
	academicTitle  = regexp.MustCompile(`(?i)^\s*(GS|PGS|TS|ThS|BS|CN|KS|NGƯT|NGND)\b[.,]?`)
)

func (l *linter) signers() {
	d := l.doc
	if len(d.Signers) == 0 {
		if l.official() {
			l.wrong(PartRecipients, "Chưa có người ký văn bản: hãy điền chức vụ và họ tên người ký.")
		}
		return
	}
	for _, s := range d.Signers {
		for _, text := range []string{s.Authority, s.Deputy, s.Position} {
			l.upper(PartRecipients, "Quyền hạn, chức vụ người ký", text)
			l.authority(text)
		}
		if l.official() && strings.TrimSpace(s.Position) == "" && strings.TrimSpace(s.Authority) == "" {
			l.wrong(PartRecipients, "Người ký %schưa có chức vụ: hãy điền chức vụ.", named(s.Name))
		} else if strings.HasPrefix(strings.TrimSpace(s.Authority), "TM.") && strings.TrimSpace(s.Position) == "" {
			l.wrong(PartRecipients, "Ký “%s” phải ghi chức vụ người ký ở dòng dưới: hãy điền chức vụ.", s.Authority)
		}
		if l.official() && strings.TrimSpace(s.Name) == "" {
			l.wrong(PartRecipients, "Người ký “%s” chưa có họ tên: hãy điền họ và tên.", strings.TrimSpace(s.Authority+" "+s.Position))
		}
		if d.Form == ND30 && academicTitle.MatchString(Clean(s.Name)) {
			l.wrong(PartRecipients, "Trước họ tên người ký “%s” không ghi học hàm, học vị: hãy bỏ đi.", s.Name)
		}
		deputy := strings.TrimSpace(s.Deputy)
		if deputy != "" && !strings.HasPrefix(deputy, "KT.") && !strings.HasPrefix(deputy, "K/T") {
			l.wrong(PartRecipients, "Dòng ký thay “%s” phải bắt đầu bằng “KT.”: hãy viết như KT. CHỦ TỊCH.", deputy)
		}
		if strings.HasPrefix(strings.TrimSpace(Clean(s.Position)), "PHÓ ") && deputy == "" && strings.HasPrefix(strings.TrimSpace(s.Authority), "TM.") {
			l.note(PartRecipients, "Cấp phó ký thay thường có dòng “KT.” trên chức vụ %s: hãy xem lại.", strings.TrimSpace(s.Position))
		}
	}
}

// authority remarks on how "TM." and its like are written: with a dot and a space in the decree's form.
func (l *linter) authority(text string) {
	text = Clean(text)
	switch {
	case l.doc.Form == Party:
		// The layout writes "T/M" itself.
	case partyAuthority.MatchString(text):
		l.wrong(PartRecipients, "“%s” viết theo kiểu văn bản của Đảng: hãy dùng dấu chấm, như TM., KT., TL.", text)
	case bareAuthority.MatchString(text):
		l.wrong(PartRecipients, "“%s” thiếu dấu chấm sau chữ viết tắt: hãy viết như TM. BAN THƯỜNG VỤ.", text)
	case joinedMark.MatchString(text):
		l.wrong(PartRecipients, "“%s” thiếu dấu cách sau chữ viết tắt: hãy viết như TM. BAN THƯỜNG VỤ.", text)
	}
}

// named is a name in quotes with a space after it, or nothing.
func named(name string) string {
	if name = strings.TrimSpace(name); name == "" {
		return ""
	}
	return "“" + name + "” "
}
