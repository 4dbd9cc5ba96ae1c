// Package compose reads and writes the text form of a document: YAML front matter for the components of Nghị định
// 30/2020/NĐ-CP, then the body as it would be typed, in a small Markdown in which the numbering of Vietnamese papers is
// recognised. The format is described in FORMAT.md.
package compose

import "cosohoi/reports/layout"

// Source is a document in its text form, taken apart: the components and the body with its appendices as typed.
type Source struct {
	Head Head
	Body string
}

// Head is the front matter. Everything is optional but Issuer, a signer and a body.
type Head struct {
	Form        string          `yaml:"form,omitempty"`   // "nd30" (also when empty) or "party"
	Preset      int             `yaml:"preset,omitempty"` // 14 (also when 0) or 13, "party": 14 or 15
	Parent      string          `yaml:"parent,omitempty"`
	Issuer      string          `yaml:"issuer,omitempty"`
	Organ       string          `yaml:"organ,omitempty"` // the issuer as running text names it
	Number      int             `yaml:"number,omitempty"`
	Symbol      string          `yaml:"symbol,omitempty"` // "BC-BTV"
	Place       string          `yaml:"place,omitempty"`
	Date        string          `yaml:"date,omitempty"` // "2023-07-04"; empty: room is left to write it
	Year        int             `yaml:"year,omitempty"` // of an undated paper
	Dateless    bool            `yaml:"dateless,omitempty"`
	Kind        string          `yaml:"kind,omitempty"` // "BÁO CÁO"; empty: công văn
	Summary     string          `yaml:"summary,omitempty"`
	To          []string        `yaml:"to,omitempty"`
	Enacting    string          `yaml:"enacting,omitempty"`
	Basis       []string        `yaml:"basis,omitempty"`
	Urgency     string          `yaml:"urgency,omitempty"`     // "khẩn", "thượng khẩn", "hỏa tốc"
	Circulation string          `yaml:"circulation,omitempty"` // "lưu hành nội bộ", "xem xong trả lại"
	Recipients  []string        `yaml:"recipients,omitempty"`
	Archive     string          `yaml:"archive,omitempty"`
	Signer      *Signer         `yaml:"signer,omitempty"`
	Signers     []Signer        `yaml:"signers,omitempty"` // instead of Signer, when there are several
	Drafter     string          `yaml:"drafter,omitempty"`
	Copies      int             `yaml:"copies,omitempty"`
	Address     string          `yaml:"address,omitempty"`
	Copy        *Copy           `yaml:"copy,omitempty"`
	Electronic  bool            `yaml:"electronic,omitempty"`
	Landscape   bool            `yaml:"landscape,omitempty"`
	Margins     *layout.Margins `yaml:"margins,omitempty"`
	Spacing     float64         `yaml:"spacing,omitempty"`
	Indent      float64         `yaml:"indent,omitempty"`
	HeadingCase string          `yaml:"heading_case,omitempty"` // "typed" (also when empty) or "upper": heads I. II. III.
}

// Signer is a signature block, each line as printed.
type Signer struct {
	Authority string `yaml:"authority,omitempty"` // "TM. BAN CHẤP HÀNH"
	Deputy    string `yaml:"deputy,omitempty"`    // "KT. CHỦ TỊCH", only when a deputy signs
	Position  string `yaml:"position,omitempty"`  // "CHỦ TỊCH"
	Name      string `yaml:"name,omitempty"`
}

// Copy is the block of a copy on paper: "SAO Y", "SAO LỤC", "TRÍCH SAO".
type Copy struct {
	Kind       string   `yaml:"kind"`
	Parent     string   `yaml:"parent,omitempty"`
	Organ      string   `yaml:"organ,omitempty"`
	Number     int      `yaml:"number,omitempty"`
	Symbol     string   `yaml:"symbol,omitempty"`
	Place      string   `yaml:"place,omitempty"`
	Date       string   `yaml:"date,omitempty"`
	Year       int      `yaml:"year,omitempty"`
	Recipients []string `yaml:"recipients,omitempty"`
	Archive    string   `yaml:"archive,omitempty"`
	Signer     Signer   `yaml:"signer,omitempty"`
}
