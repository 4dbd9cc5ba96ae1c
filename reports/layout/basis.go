package layout

import "cosohoi/reports/form"

// basis adds who decides, the căn cứ, each on a line of its own, and the word of decision (Mẫu 1.1, 1.2; Mục II.6.a).
func (t *typesetter) basis(s *section) {
	t.centredLine(s, t.doc.Enacting)
	f := t.form.Basis
	for _, text := range t.doc.BasisLines() {
		t.flow(s, t.breakLines(t.words([]Run{{Text: text}}, f), s.format.measure()-t.indent, s.format.measure()), f.Pt, justified, t.indent)
	}
	t.centredLine(s, t.doc.Resolution())
}

// centredLine adds a bold centred line that stays with what follows.
func (t *typesetter) centredLine(s *section, text string) {
	f := form.Bold(t.form.Body)
	from := len(s.slabs)
	t.flow(s, t.balanced(t.words([]Run{{Text: text}}, f), s.format.measure()), f.Pt, Centre, 0)
	for i := from; i < len(s.slabs); i++ {
		s.slabs[i].keep = true
	}
	if from < len(s.slabs) {
		s.slabs[from].before = form.EnactingGap
	}
}
