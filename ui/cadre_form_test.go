package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// walk calls do for every visible object inside o.
func walk(o fyne.CanvasObject, do func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	do(o)
	switch v := o.(type) {
	case *fyne.Container:
		for _, child := range v.Objects {
			walk(child, do)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(v).Objects() {
			walk(child, do)
		}
	}
}

// openSection opens the section of the form in front with a title.
func openSection(t *testing.T, s *shell, title string) {
	t.Helper()
	var head fyne.Tappable
	walk(s.win.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		tappable, ok := o.(fyne.Tappable)
		if w, isWidget := o.(fyne.Widget); ok && isWidget && head == nil {
			if all := texts(w); len(all) > 0 && all[0].text == title {
				head = tappable
			}
		}
	})
	if head == nil {
		t.Fatalf("no section %q:\n%s", title, overlayTexts(s))
	}
	head.Tapped(nil)
}

// wordPickers lists the inputs of the form in front that take words, from top to bottom.
func wordPickers(s *shell) (found []*kit.Picker) {
	walk(s.win.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if p, ok := o.(*kit.Picker); ok {
			found = append(found, p)
		}
	})
	return found
}

// The form of a record shows only what is needed; a section opens with its fields, and what is saved in it stands in the record with the
// rest as it was. A word that is typed is offered from then on.
func TestTheWholeRecordIsEditedInOneForm(t *testing.T) {
	s, c := openRecord(t, notInTheParty)
	before := c.file.Cadre
	c.editCadre()
	got := overlayTexts(s)
	for _, want := range []string{"Sửa hồ sơ " + before.FullName, "Họ và tên", "Trình độ", "Công tác Hội", "Giấy tờ, địa chỉ khác", hidden} {
		if !strings.Contains(got, want) {
			t.Errorf("the form does not show %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "Ngoại ngữ") || strings.Contains(got, before.Ethnic+"\n") {
		t.Errorf("a folded section shows its fields:\n%s", got)
	}
	openSection(t, s, "Trình độ")
	degree := wordPickers(s)[1]
	test.Type(degree, "C")
	test.Type(s.win.Canvas().Focused(), "huyên khoa I")
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	tapAction(t, s, "Lưu")
	if top := s.win.Canvas().Overlays().Top(); top != nil {
		t.Fatalf("the form is still open:\n%s", overlayTexts(s))
	}
	after := c.file.Cadre
	if after.Degree != "Chuyên khoa I" {
		t.Errorf("the degree is %q", after.Degree)
	}
	after.Degree, after.Version, after.UpdatedAt = before.Degree, before.Version, before.UpdatedAt
	if after != before {
		t.Errorf("something else changed:\n%+v\n%+v", before, after)
	}
	words, err := s.office.Catalogue(s.ctx, "degree")
	if err != nil || !slices.Contains(words, "Chuyên khoa I") {
		t.Errorf("the word is not offered: %v, %v", words, err)
	}
}

// Sensitive sections open only once it is noted who asked for them; then the form shows their values.
func TestASensitiveSectionIsOpenedWithANote(t *testing.T) {
	s, c := openRecord(t, notInTheParty)
	readings := func() (n int) {
		lines, err := s.office.History(s.ctx, data.KindCadre, c.cadre)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			if l.Action == "read" {
				n++
			}
		}
		return n
	}
	c.editCadre()
	openSection(t, s, "Dân tộc, tôn giáo, hoàn cảnh")
	openSection(t, s, "Đảng")
	if n := readings(); n != 1 {
		t.Errorf("noted %d times, want once for the record", n)
	}
	got := overlayTexts(s)
	shown := false
	for _, p := range wordPickers(s) {
		shown = shown || p.ID() == c.file.Cadre.Ethnic
	}
	if !shown || !strings.Contains(got, "Số thẻ đảng viên") {
		t.Errorf("the sections are not open:\n%s", got)
	}
}

// What is wrong in a folded section opens it and stands beside the field.
func TestWhatIsWrongInAFoldedSectionIsShown(t *testing.T) {
	s, c := openRecord(t, notInTheParty)
	c.revealed = c.cadre
	before := c.file.Cadre
	before.PartyOfficialOn = day.Of(2020, 1, 1)
	before.PartyProbationOn = day.Of(2021, 1, 1) // as an import may have left it
	c.cadreForm(before, kit.Option{})
	tapAction(t, s, "Lưu")
	if got := overlayTexts(s); !strings.Contains(got, "Ngày chính thức sớm hơn ngày dự bị.") || !strings.Contains(got, "Chi bộ sinh hoạt") {
		t.Errorf("the section stays folded:\n%s", got)
	}
}

// F2 on the leaf of the education leads to its section.
func TestTheFormOpensAtTheLeafInView(t *testing.T) {
	s, c := openRecord(t, notInTheParty)
	c.tab = tabTraining
	c.editCadre()
	if got := overlayTexts(s); !strings.Contains(got, "Ngoại ngữ") {
		t.Errorf("the section is folded:\n%s", got)
	}
}

// The form of a course asks subject and manner of a new one; of one that is there only what it lacks can be filled in.
func TestTheCourseIsAskedForSubjectAndManner(t *testing.T) {
	s, c := openRecord(t, func(f app.CadreFile) bool { return len(f.Trainings) == 0 })
	courses := []data.Course{{Base: data.Base{ID: 7}, Name: "Nghiệp vụ", Manner: "Tập trung", StartedOn: day.Of(2023, 5, 1)}}
	in := c.newCourseInput(courses, 0)
	if in.subject.Disabled() || in.manner.Disabled() || in.name.Disabled() {
		t.Error("a new course cannot be described")
	}
	in.existing.SetID("7")
	in.fill()
	if !in.name.Disabled() || !in.manner.Disabled() || !in.started.Disabled() || in.subject.Disabled() {
		t.Error("of a course that is there the subject alone is open")
	}
	in.subject.SetOption(kit.Option{ID: "Chuyên môn", Label: "Chuyên môn"})
	want := courses[0]
	want.Subject = "Chuyên môn"
	if got := in.course(); got != want {
		t.Errorf("reads %+v", got)
	}
	c.trainingForm(c.file.Cadre, app.TrainingRow{})
	if got := overlayTexts(s); !strings.Contains(got, "Nội dung, chuyên đề") || !strings.Contains(got, "Hình thức học") {
		t.Errorf("the form does not ask:\n%s", got)
	}
}
