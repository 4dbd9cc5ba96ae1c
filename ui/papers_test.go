package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"cosohoi/app"
	"cosohoi/data/day"
	"cosohoi/reports"
	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
	"cosohoi/ui/kit"
)

// openPapers shows Văn bản with a document in it.
func openPapers(t *testing.T, r app.PaperRequest) (*shell, *papersScreen) {
	t.Helper()
	s := openShell(t)
	s.show(screenPapers)
	p := s.screens[screenPapers].(*papersScreen)
	d, err := s.office.NewDocument(s.ctx, r)
	if err != nil {
		t.Fatal(err)
	}
	p.list.Select(text(d.ID))
	p.choose(d.ID)
	if !p.editor.open {
		t.Fatal("the new document is not shown")
	}
	return s, p
}

func plan(subject string) app.PaperRequest {
	return app.PaperRequest{Kind: reports.PlanID, Subject: subject}
}

// overlayTexts is what the form in front says.
func overlayTexts(s *shell) string {
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	var all []string
	for _, d := range texts(top) {
		all = append(all, d.text)
	}
	return strings.Join(all, "\n")
}

func stored(t *testing.T, s *shell, id int64) app.Document {
	t.Helper()
	d, err := s.office.OpenDocument(s.ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What is typed is stored by itself, part by part; the rest of the text stays byte by byte.
func TestTypingIsStored(t *testing.T) {
	s, p := openPapers(t, app.PaperRequest{Kind: reports.YearReportID, Year: 2023})
	e := p.editor
	before := e.doc.Draft.Body
	e.body.step(1)
	old := e.body.text.Text
	e.body.text.SetText(old + "\n\n- Thêm một ý.")
	want := strings.Replace(before, old, old+"\n\n- Thêm một ý.", 1)
	if got := stored(t, s, e.doc.ID).Draft.Body; got != want {
		t.Errorf("stored is not what was typed:\n%s", firstDifference(want, got))
	}
	if e.dirty {
		t.Error("after it was stored the draft still counts as unsaved")
	}
}

// Every part can be gone through and shown without changing the text, the heads of appendices among them.
func TestGoingThroughThePartsChangesNothing(t *testing.T) {
	_, p := openPapers(t, app.PaperRequest{Kind: reports.YearReportID, Year: 2023})
	e := p.editor
	before := e.doc.Draft.Body
	e.tabs.Select(2)
	for _, editor := range []*sectionEditor{e.body, e.appendices} {
		for range len(editor.parts) + 1 {
			editor.typed()
			editor.step(1)
		}
	}
	if e.doc.Draft.Body != before {
		t.Errorf("the text changed:\n%s", firstDifference(before, e.doc.Draft.Body))
	}
}

// A torn line of a table is told at once, and nothing of the stored text is lost.
func TestATornTableIsTold(t *testing.T) {
	s, p := openPapers(t, app.PaperRequest{Kind: reports.YearReportID, Year: 2023})
	e := p.editor
	for i, part := range e.body.parts {
		if strings.Contains(e.body.folded[part.From:part.To], "[Bảng 1:") {
			e.body.at = i
			e.body.fill()
			break
		}
	}
	before := stored(t, s, e.doc.ID).Draft.Body
	e.body.text.SetText(strings.Replace(e.body.text.Text, "[Bảng 1:", "[Bảng 99:", 1))
	if !e.body.torn() || !strings.HasPrefix(e.body.wrong.Text(), "Không có Bảng 99") {
		t.Errorf("nothing is said: %q", e.body.wrong.Text())
	}
	if stored(t, s, e.doc.ID).Draft.Body != before {
		t.Error("a torn text was stored")
	}
	e.body.text.SetText(strings.Replace(e.body.text.Text, "[Bảng 99:", "[Bảng 1:", 1))
	if e.body.torn() {
		t.Error("it is mended and still said")
	}
}

// A fault in the text is said without counting lines, and leads to the part in which it is.
func TestAFaultLeadsToItsPart(t *testing.T) {
	_, p := openPapers(t, app.PaperRequest{Kind: reports.YearReportID, Year: 2023})
	e := p.editor
	body := strings.Replace(e.doc.Draft.Body, "- [Nêu hạn chế, khó khăn]", "- Còn khó khăn[^9].", 1)
	if body == e.doc.Draft.Body {
		t.Fatal("the report has no such place")
	}
	e.doc.Draft.Body = body
	e.body.SetBody(body)
	e.edited()
	if e.proof.Problem == "" || strings.Contains(e.proof.Problem, "Dòng") || e.count.Text() != "chưa in được" {
		t.Errorf("the footnote without text gives %q", e.proof.Problem)
	}
	e.goToLine(e.proof.Line)
	if !strings.Contains(e.body.text.Text, "Còn khó khăn[^9].") {
		t.Errorf("the part in view is\n%s", e.body.text.Text)
	}
	e.goToPrompt()
	if len(reports.Prompts(e.body.text.Text)) == 0 {
		t.Error("going on writing leads to a part with nothing to write")
	}
}

// The components of the form go into the paper and its check: a symbol of another type is remarked on.
func TestTheFormIsCheckedWhileTyping(t *testing.T) {
	_, p := openPapers(t, plan("Thực hiện"))
	e := p.editor
	e.head(func(h *compose.Head) { h.Symbol = "BC-BTV" })
	if !app.Wrong(e.proof.Paper.Remarks) || e.count.Text() != "1 điều chưa đúng" {
		t.Errorf("the wrong symbol gives %q, %+v", e.count.Text(), e.proof.Paper.Remarks)
	}
	e.turnTo(layout.PartRecipients)
	if !hasText(e.card, "Nơi nhận (“Như trên”") {
		t.Error("the leaf of the recipients is not shown")
	}
}

func hasText(o fyne.CanvasObject, part string) bool {
	for _, d := range texts(o) {
		if strings.HasPrefix(d.text, part) {
			return true
		}
	}
	return false
}

// Issuing asks for what is missing, draws the number, and the document shows its line of the register.
func TestIssuingInTheWindow(t *testing.T) {
	s, p := openPapers(t, plan("Thực hiện khâu đột phá năm 2025"))
	p.issue()
	if got := overlayTexts(s); !strings.Contains(got, "01 (số tiếp theo)") || !strings.Contains(got, "chỗ trong ngoặc vuông chưa viết") {
		t.Fatalf("the form of issuing says:\n%s", got)
	}
	closeOverlays(s)
	p.editor.doc.Draft.Body = "Kế hoạch như sau:\n\nI. MỤC ĐÍCH\n\n- Nâng cao chất lượng cơ sở Hội."
	p.editor.edited()
	issued, err := s.office.Issue(s.ctx, p.editor.doc, app.Issuing{Date: day.Of(2024, 7, 15), DespiteRemarks: true})
	if err != nil {
		t.Fatal(app.Message(err))
	}
	p.editor.take(issued)
	if !hasText(s.win.Content(), "01/KH-BTV") || p.primary.Text() != "Chép thành văn bản mới" {
		t.Error("the issued document does not show its number")
	}
	p.showRegister()
	if !has(s, "01/KH-BTV") || !has(s, "Sổ văn bản đi") {
		t.Error("the register does not show the document")
	}
	p.register.close()
	if has(s, "Sổ văn bản đi ") || !p.editor.open {
		t.Error("the way back from the register leads nowhere")
	}
}

func closeOverlays(s *shell) {
	c := s.win.Canvas()
	for top := c.Overlays().Top(); top != nil; top = c.Overlays().Top() {
		c.Overlays().Remove(top)
	}
}

// A draft that was stored by another window while something else is typed here is shown, and what was typed can be kept.
func TestAConflictLosesNothing(t *testing.T) {
	s, p := openPapers(t, plan("Hai cửa sổ"))
	e := p.editor
	mine := e.doc
	other := stored(t, s, mine.ID)
	other.Draft.Body += "\n\nCủa cửa sổ kia."
	e.dirty = true // something is being typed here, so that the change is not taken over
	if _, err := s.office.SaveDraft(s.ctx, other); err != nil {
		t.Fatal(err)
	}
	e.doc = mine
	e.doc.Draft.Body += "\n\nCủa cửa sổ này."
	e.edited()
	if got := overlayTexts(s); !strings.Contains(got, "vừa được sửa ở cửa sổ khác") {
		t.Fatalf("the conflict is not told: %q", got)
	}
	if !strings.HasSuffix(e.doc.Draft.Body, "Của cửa sổ kia.") {
		t.Error("the stored text is not shown")
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !strings.HasSuffix(e.doc.Draft.Body, "Của cửa sổ này.") || e.doc.ID == mine.ID {
		t.Error("what was typed here is not kept as a document of its own")
	}
}

// Each kind of paper asks for what it needs in Vietnamese; what the demonstration cannot answer is refused under its field.
func TestEveryKindAsksForWhatItNeeds(t *testing.T) {
	s := openShell(t)
	s.show(screenPapers)
	p := s.screens[screenPapers].(*papersScreen)
	for _, k := range reports.Kinds() {
		p.askFor(app.PaperRequest{Kind: k.ID})
		got := overlayTexts(s)
		if !strings.HasPrefix(got, k.Title) || !strings.Contains(got, "Số liệu đến ngày") {
			t.Errorf("%s asks:\n%s", k.ID, got)
		}
		if word := englishWords.FindString(got); word != "" {
			t.Errorf("%s shows %q", k.ID, word)
		}
		closeOverlays(s)
	}
}

// The pages can be searched without tone marks, and the place found is on the page in view.
func TestFindingTextInThePages(t *testing.T) {
	_, p := openPapers(t, app.PaperRequest{Kind: reports.YearReportID, Year: 2023})
	p.view.find.SetText("kien nghi, de xuat")
	if len(p.view.found) == 0 || p.view.page != p.view.found[p.view.at].Page || p.view.page == 0 {
		t.Errorf("found %d, page %d", len(p.view.found), p.view.page)
	}
	p.view.find.SetText("chữ không có ở đâu")
	if len(p.view.found) != 0 || p.view.hits.Text() != "không có" {
		t.Errorf("what is nowhere gives %q", p.view.hits.Text())
	}
}

// Word and PDF are written where the user says, also with Vietnamese letters and blanks in the path.
func TestSavingWritesTheFile(t *testing.T) {
	s, p := openPapers(t, plan("Thực hiện"))
	folder := filepath.Join(t.TempDir(), "Văn bản của Hội")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	s.app.Preferences().SetString(preferenceFolder, folder)
	for ending, run := range map[string]func(){".pdf": p.save, ".docx": p.saveWord} {
		run()
		focused := s.win.Canvas().Focused().(*kit.Entry)
		focused.SetText("kế hoạch")
		submit(s)
		if _, err := os.Stat(filepath.Join(folder, "kế hoạch"+ending)); err != nil {
			t.Errorf("%s is not written: %v\n%s", ending, err, overlayTexts(s))
		}
		closeOverlays(s)
	}
}

// submit presses Ctrl+S in the form in front.
func submit(s *shell) {
	test.TypeOnCanvas(s.win.Canvas(), "")
	if f, ok := s.win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(ctrlS)
	}
}

// The settings of papers are there: sets of recipients, signers, outlines, numbering.
func TestSettingsOfPapers(t *testing.T) {
	s := openShell(t)
	s.show(screenSettings)
	screen := s.screens[screenSettings].(*settingsScreen)
	for i, want := range map[int]string{1: "Báo cáo lên Tỉnh ủy", 2: "Chưa ghi người ký nào", 3: "Báo cáo 6 tháng", 4: "Cách cấp số văn bản đi"} {
		screen.tabs.Select(i)
		if !has(s, want) {
			t.Errorf("leaf %d does not show %q", i, want)
		}
	}
	screen.openOutline(reports.PlanID)
	if !strings.HasPrefix(screen.outlineText.Text, "Thực hiện «kế hoạch cấp trên»") || screen.outlineSummary.Text != "«nội dung»" {
		t.Errorf("the outline of the plan is not shown: %q", screen.outlineText.Text)
	}
	screen.outlineText.SetText(screen.outlineText.Text + "\n\n«không có»")
	screen.saveOutline(screen.outlineSource())
	if got := screen.outlineWrong.Text(); !strings.Contains(got, "không có") || strings.HasPrefix(got, "Dòng") {
		t.Errorf("a field that there is not: %q", got)
	}
	screen.outlineText.SetText("Nội dung của «cơ quan ban hành».")
	screen.saveOutline(screen.outlineSource())
	if o, err := s.office.Outline(s.ctx, reports.PlanID); err != nil || !o.Own {
		t.Errorf("the outline is not stored: %v", err)
	}
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("something is told")
	}
}

// ctrlS is the key that saves in a form.
var ctrlS = &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault}

// ctrlHome and ctrlEnd go to the ends of a text.
var (
	ctrlHome = &desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierShortcutDefault}
	ctrlEnd  = &desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierShortcutDefault}
)

// A removed draft is out of the list, stands among the removed ones, and comes back as it was.
func TestARemovedDraftComesBack(t *testing.T) {
	s, p := openPapers(t, plan("Xóa nhầm"))
	doc := p.editor.doc
	p.remove()
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if _, there := p.rows[text(doc.ID)]; there || p.editor.open {
		t.Fatal("the removed draft is still there")
	}
	p.year.SetID(yearBin)
	p.loadList()
	p.choose(doc.ID)
	if got := overlayTexts(s); !strings.Contains(got, "Khôi phục dự thảo “Kế hoạch Xóa nhầm”") {
		t.Fatalf("it is not offered: %q", got)
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if p.editor.doc.ID != doc.ID || p.editor.doc.Draft.Body != doc.Draft.Body {
		t.Error("the restored draft is not shown as it was")
	}
}
