package form

import (
	"math"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// The widths of document-layout 2.2, measured once with another program.
func TestWidths(t *testing.T) {
	for _, c := range []struct {
		text string
		font Font
		want float64
	}{
		{NationalName, Bold(13), 95.7}, {NationalName, Bold(12), 88.3}, {NationalMotto, Bold(14), 60.5},
		{"HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH", Regular(13), 86.0}, {"Nam Định, ngày 04 tháng 7 năm 2023", Italic(14), 75.7},
	} {
		if got := c.font.Width(c.text); math.Abs(got-c.want) > 0.06 {
			t.Errorf("%s at %v pt is %.2f mm wide, want %.1f", c.text, c.font.Pt, got, c.want)
		}
	}
}

// The head of each form stands in its column on one line.
func TestCreedFitsItsColumn(t *testing.T) {
	for _, p := range []Profile{Decree(13), Decree(14), Party(14), Party(15)} {
		for _, l := range p.Creed {
			if width := l.Font.Width(l.Text); width > p.creedColumn {
				t.Errorf("%s is %.1f mm wide in a column of %.1f", l.Text, width, p.creedColumn)
			}
		}
	}
}

func TestEveryVietnameseLetterHasAGlyph(t *testing.T) {
	letters := ""
	for _, vowel := range "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
		for _, tone := range []string{"", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"} {
			letters += string(vowel) + tone
		}
	}
	for _, f := range []Font{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}} {
		for _, r := range norm.NFC.String(letters) + "đĐ₫“”‘’–…•" {
			if _, drawn := f.Advances().Of(r); !drawn {
				t.Errorf("%+v has no glyph for %q (U+%04X)", f, r, r)
			}
		}
	}
}
