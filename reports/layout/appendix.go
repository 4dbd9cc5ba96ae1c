package layout

import (
	"strings"
	"time"

	"cosohoi/reports/form"
)

// appendixHead adds label, title, the line "(Kèm theo …)" and the short rule (Phụ lục I Phần I Mục III.1). The label
// has a Roman numeral only when the document has several appendices.
func (t *typesetter) appendixHead(s *section, index int) {
	label := "Phụ lục"
	if len(t.doc.Appendices) > 1 {
		label += " " + roman(index+1)
	}
	title := t.doc.Appendices[index].Title
	x, measure := s.format.left(), s.format.measure()
	var c column
	put := func(text string, f form.Font) {
		c.put(t.balanced(t.words([]Run{{Text: text}}, f), measure), f.Pt, Centre)
	}
	put(label, t.form.AppendixLabel)
	put(title, form.Bold(t.form.Body))
	if t.doc.Symbol != "" || t.doc.Electronic {
		t.accompanies(&c, measure)
	}
	s.add(slab{height: c.depth + form.SummaryGap + form.AfterTitleGap, keep: true,
		mark: &mark{title: t.clean(strings.TrimSuffix(label+": "+strings.ReplaceAll(title, "\n", " "), ": "))},
		draw: func(p *pen, top float64) {
			c.draw(p, x, top, measure)
			p.rules(form.RuleThickness, centredRule(x, top+c.depth+form.SummaryGap, measure, form.AppendixRule))
		}})
}

// accompanies adds "(Kèm theo Báo cáo số … ngày … / của …)". Number and date are one unbroken text, because the room for what
// is still to be written by hand must keep its width. In an electronic paper number, symbol and date
// stay open (Mẫu 2.2).
func (t *typesetter) accompanies(c *column, measure float64) {
	kind := sentenceCase(t.doc.Kind)
	if kind == "" {
		kind = "Công văn"
	}
	number, date := t.doc.NumberedSymbol(), dateOrRoom(t.doc.Date, t.doc.Year)
	if t.doc.Electronic {
		number, date = numberRoom, dateOrRoom(time.Time{}, 0)
	}
	of := t.doc.OrganName
	if of == "" {
		of = t.doc.Issuer
	}
	f := form.Italic(t.form.Body)
	lead, data := "(Kèm theo "+kind, "số "+number+" "+date
	if whole := t.oneLine(lead+" "+data, f); whole[0].width <= measure {
		c.put(whole, f.Pt, Centre)
	} else {
		c.put(t.balanced(t.words([]Run{{Text: lead}}, f), measure), f.Pt, Centre)
		c.put(t.oneLine(data, f), f.Pt, Centre)
	}
	c.put(t.balanced(t.words([]Run{{Text: "của " + of + ")"}}, f), measure), f.Pt, Centre)
}

// roman writes a number from 1 to 89 in Roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, step := range []struct {
		value  int
		symbol string
	}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.symbol)
		}
	}
	return b.String()
}
