package layout

import (
	"strings"

	"cosohoi/reports/form"
)

// resolving is what stands after the basis where it is not the kind of the paper itself (Mẫu 1.1).
var resolving = map[string]string{"NGHỊ QUYẾT": "QUYẾT NGHỊ"}

// basis adds who decides, the căn cứ, and the word of decision (Mẫu 1.1, 1.2; Mục II.6.a): each căn cứ on a line of its
// own, ended by ";" and the last one by ".".
func (t *typesetter) basis(s *section) {
	t.centredLine(s, t.doc.Enacting)
	for i, text := range listed(t.doc.Basis) {
		mark := ";"
		if i == len(listed(t.doc.Basis))-1 {
			mark = "."
		}
		f := t.form.Basis
		words := t.words([]Run{{Text: t.form.BasisLead + text + mark}}, f)
		t.flow(s, t.breakLines(words, s.format.measure()-t.indent, s.format.measure()), f.Pt, justified, t.indent)
	}
	if t.doc.Enacting == "" || t.doc.Kind == "" {
		return
	}
	kind := strings.TrimSpace(t.doc.Kind)
	if other, ok := resolving[strings.ToUpper(kind)]; ok {
		kind = other
	}
	t.centredLine(s, kind+":")
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
