package layout

import "cosohoi/reports/form"

// measure gives the width of a clean text in millimetres and notes characters without a glyph. It takes each advance in
// 1/1000 em, rounded as gofpdf writes it to the file: readers place glyphs by these numbers.
func (t *typesetter) measure(s string, f form.Font) float64 {
	advances := f.Advances()
	sum := 0
	for _, r := range s {
		units, drawn := advances.Of(r)
		if !drawn && t.missing != nil {
			t.missing[r] = true
		}
		sum += (units*1000 + form.UnitsPerEm/2) / form.UnitsPerEm
	}
	return float64(sum) * f.Pt * (form.MmPerPt / 1000)
}
