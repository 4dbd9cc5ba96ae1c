package layout

import (
	"strings"

	"cosohoi/reports/form"
)

// appendixHead adds label, title, the line "(Kèm theo …)" and the short rule (Phụ lục I Phần I Mục III.1).
func (t *typesetter) appendixHead(s *section, index int) {
	label, title := t.doc.AppendixLabel(index), t.doc.Appendices[index].Title
	x, measure := s.format.left(), s.format.measure()
	var c column
	put := func(text string, f form.Font) {
		c.put(t.balanced(t.words([]Run{{Text: text}}, f), measure), f.Pt, Centre)
	}
	put(label, t.form.AppendixLabel)
	put(title, form.Bold(t.form.Body))
	t.accompanies(&c, measure)
	s.add(slab{height: c.depth + form.SummaryGap + form.AfterTitleGap, keep: true,
		mark: &mark{title: t.clean(strings.TrimSuffix(label+": "+strings.ReplaceAll(title, "\n", " "), ": "))},
		draw: func(p *pen, top float64) {
			c.draw(p, x, top, measure)
			p.rules(form.RuleThickness, centredRule(x, top+c.depth+form.SummaryGap, measure, form.AppendixRule))
		}})
}

// accompanies adds "(Kèm theo Báo cáo số … ngày … / của …)". Number and date are one unbroken text, because the room for what
// is still to be written by hand must keep its width.
func (t *typesetter) accompanies(c *column, measure float64) {
	lead, data, issuer := t.doc.Accompanies()
	if lead == "" {
		return
	}
	f := form.Italic(t.form.Body)
	if whole := t.oneLine(lead+" "+data, f); whole[0].width <= measure {
		c.put(whole, f.Pt, Centre)
	} else {
		c.put(t.balanced(t.words([]Run{{Text: lead}}, f), measure), f.Pt, Centre)
		c.put(t.oneLine(data, f), f.Pt, Centre)
	}
	c.put(t.balanced(t.words([]Run{{Text: issuer}}, f), measure), f.Pt, Centre)
}
