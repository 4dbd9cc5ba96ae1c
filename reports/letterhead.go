// Package reports makes the official papers of the office: each file holds one kind of paper, as content computed from
// plain values. It knows no database and no window; the package layout draws the content.
package reports

import (
	"time"

	"cosohoi/reports/layout"
)

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

// document is the part of a paper that the letterhead gives. A zero date makes an undated draft of the given year.
func (l Letterhead) document(date time.Time, year int) layout.Document {
	return layout.Document{
		Parent: l.Parent, Issuer: l.Issuer, OrganName: l.OrganName,
		Place: l.Place, Date: date, Year: year,
	}
}

func (l Letterhead) signer() layout.Signer {
	return layout.Signer{Authority: l.Authority, Deputy: l.Deputy, Position: l.Position, Name: l.Signer}
}
