// Package reports makes the official papers of the office. A paper is an outline, which the office may edit, filled with
// values that are computed from plain structs; each file holds one kind of paper. The result is a draft in the text form of
// package compose, which package layout draws. reports knows no database and no window.
package reports

// Letterhead is the dated setting that every paper of one day shares: who issues, who signs, who receives.
type Letterhead struct {
	Parent, Issuer string // "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH", "BAN THƯỜNG VỤ"
	OrganSymbol    string // "BTV": the symbol of a report is then "BC-BTV"
	OrganName      string // in running text: "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Nam Định"
	Place          string // "Nam Định"

	Authority, Deputy, Position, Signer string // "TM. BAN THƯỜNG VỤ", "" or "KT. CHỦ TỊCH", "CHỦ TỊCH", "Trần Thị Định"

	To         []string // Kính gửi of papers that go upward: "Thường trực Tỉnh ủy"
	Recipients []string // Nơi nhận without "- Như trên" and without the archive line
	Archive    string   // "VT, VP"
}

// symbol is that of a paper whose type has the abbreviation: "BC-BTV". Without an abbreviation it is "BTV".
func (l Letterhead) symbol(abbreviation string) string {
	if abbreviation == "" || l.OrganSymbol == "" {
		return abbreviation + l.OrganSymbol
	}
	return abbreviation + "-" + l.OrganSymbol
}
