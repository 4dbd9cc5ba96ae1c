package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
	"cosohoi/reports/compose"
)

// ready drafts a plan and writes what is left to write, so that it can be issued.
func ready(t testing.TB, o *Office, subject string) Document {
	t.Helper()
	d := must(o.NewDocument(t.Context(), PaperRequest{Kind: reports.PlanID, Subject: subject}))(t)
	d.Draft.Body = "Ban Thường vụ xây dựng kế hoạch như sau:\n\nI. MỤC ĐÍCH\n\n- Nâng cao chất lượng cơ sở Hội."
	d.Draft.Head.Signer = &compose.Signer{Authority: "TM. BAN THƯỜNG VỤ", Position: "CHỦ TỊCH", Name: "Trần Thị Định"}
	return must(o.SaveDraft(t.Context(), d))(t)
}

func issue(t testing.TB, o *Office, d Document, i Issuing) Document {
	t.Helper()
	issued, err := o.Issue(t.Context(), d, i)
	if err != nil {
		t.Fatal(Message(err), err)
	}
	return issued
}

// A document goes from draft to issued: number, date and bytes are fixed, and printing it again gives exactly that file.
func TestIssuingFreezesTheBytes(t *testing.T) {
	o := founded(t, day.Of(2023, 8, 1))
	d := ready(t, o, "Thực hiện khâu đột phá năm 2024")
	if d.State != data.DocumentDraft || d.Title != "Kế hoạch Thực hiện khâu đột phá năm 2024" {
		t.Errorf("draft %q %q", d.State, d.Title)
	}
	issued := issue(t, o, d, Issuing{Date: day.Of(2023, 8, 1), Copies: 12})
	if got := issued.Reference(); got != "01/KH-BTV" || issued.Copies != 12 || issued.Signer != "Trần Thị Định" || issued.TypeName != "Kế hoạch" {
		t.Errorf("issued as %s, %d copies, signer %q, type %q", got, issued.Copies, issued.Signer, issued.TypeName)
	}
	first := must(o.IssuedPaper(t.Context(), issued.ID))(t)
	file := must(o.db.DocumentFileOf(t.Context(), issued.ID))(t)
	if sum := sha256.Sum256(first.PDF); hex.EncodeToString(sum[:]) != file.SHA256 || file.Pages != 1 {
		t.Errorf("SHA-256 %s, %d pages", file.SHA256, file.Pages)
	}
	// Whoever signs from tomorrow on: the paper of yesterday stays.
	if err := o.SaveSignatory(t.Context(), data.Signatory{OrganSymbol: "BTV", Name: "Nguyễn Thị Thu Hà", Position: "CHỦ TỊCH", Main: true}); err != nil {
		t.Fatal(err)
	}
	if again := must(o.IssuedPaper(t.Context(), issued.ID))(t); !bytes.Equal(first.PDF, again.PDF) {
		t.Error("the second print differs from the first")
	}
	issued.Draft.Body += "\n\nThêm một đoạn."
	_, err := o.SaveDraft(t.Context(), issued)
	refused(t, err, "đã phát hành nên không soạn tiếp được")
	refused(t, o.RemoveDraft(t.Context(), issued.Document), "đã vào sổ nên không xóa được")
}

// Numbers are drawn per year and series, never twice; what is cancelled keeps its number; gaps can be seen and filled.
func TestNumbers(t *testing.T) {
	o := founded(t, day.Of(2023, 8, 1))
	on := day.Of(2023, 8, 1)
	first := issue(t, o, ready(t, o, "Một"), Issuing{Date: on})
	issue(t, o, ready(t, o, "Năm"), Issuing{Date: on, Number: 5})
	_, err := o.Issue(t.Context(), ready(t, o, "Lại một"), Issuing{Date: on, Number: 1})
	refused(t, err, "Số 01/KH-BTV năm 2023 đã cấp cho văn bản “Kế hoạch Một”")
	if err := o.CancelDocument(t.Context(), first.Document, ""); err == nil {
		t.Error("cancelled without a reason")
	}
	if err := o.CancelDocument(t.Context(), first.Document, "Sai thể thức"); err != nil {
		t.Fatal(err)
	}
	n := must(o.NumberFor(t.Context(), "KẾ HOẠCH", "KH-BTV", 2023))(t)
	if n.Next != 6 || len(n.Gaps) != 3 || n.Gaps[0] != 2 || n.After != on {
		t.Errorf("numbering %+v, want next 6, gaps 2 3 4", n)
	}
	if got := issue(t, o, ready(t, o, "Hai"), Issuing{Date: on, Number: 2}).Number; got != 2 {
		t.Errorf("the gap was not filled but %d drawn", got)
	}
	if got := issue(t, o, ready(t, o, "Năm sau"), Issuing{Date: day.Of(2024, 1, 2)}).Number; got != 1 {
		t.Errorf("the first number of a year is %d", got)
	}
	if err := o.ChooseSeriesRule(t.Context(), data.SeriesOfTypes); err != nil {
		t.Fatal(err)
	}
	// A series for each type starts at 1; the number that the one series gave to the same symbol is not given again.
	if n := must(o.NumberFor(t.Context(), "THÔNG BÁO", "TB-BTV", 2023))(t); n.Next != 1 {
		t.Errorf("the series of notices starts at %d", n.Next)
	}
	_, err = o.Issue(t.Context(), ready(t, o, "Theo loại"), Issuing{Date: on})
	refused(t, err, "Số 01/KH-BTV năm 2023 đã cấp")
}

// What a careful office would send back is not issued in silence.
func TestIssuingRefuses(t *testing.T) {
	o := founded(t, day.Of(2023, 8, 1))
	on := day.Of(2023, 8, 1)
	for _, c := range []struct {
		name  string
		spoil func(d *Document)
		how   Issuing
		want  string
	}{
		{"no signer", func(d *Document) { d.Draft.Head.Signer = nil }, Issuing{Date: on}, "chưa có người ký"},
		{"empty body", func(d *Document) { d.Draft.Body = " " }, Issuing{Date: on}, "chưa có nội dung"},
		{"no date", func(*Document) {}, Issuing{}, "Hãy gõ đủ ngày, tháng, năm"},
		{"no symbol", func(d *Document) { d.Draft.Head.Symbol = "" }, Issuing{Date: on}, "không có ký hiệu"},
		{"against the form", func(d *Document) { d.Draft.Head.Symbol = "BC-BTV" }, Issuing{Date: on}, "không khớp với tên loại"},
		{"number out of range", func(*Document) {}, Issuing{Date: on, Number: 1_000_000}, "Số văn bản 1000000 không hợp lệ"},
		{"table that no page holds", func(d *Document) { d.Draft.Body += "\n\n{widths: 300}\n| A |\n|:--|\n| 1 |" }, Issuing{Date: on}, "300"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := ready(t, o, c.name)
			c.spoil(&d)
			_, err := o.Issue(t.Context(), d, c.how)
			refused(t, err, c.want)
			if again := must(o.OpenDocument(t.Context(), d.ID))(t); again.State != data.DocumentDraft || again.Number != 0 {
				t.Error("a refused document is issued all the same")
			}
		})
	}
	d := ready(t, o, "Vẫn ban hành")
	d.Draft.Head.Symbol = "BC-BTV"
	issue(t, o, d, Issuing{Date: on, DespiteRemarks: true})
}

// Refreshing brings new figures into the text and leaves what was typed; figures typed over by hand stay and are told of.
func TestRefreshingKeepsWhatWasTyped(t *testing.T) {
	o := copied(t, demoFile(t), clock)
	d := must(o.NewDocument(t.Context(), PaperRequest{Kind: reports.YearReportID, Year: 2026}))(t)
	totals := must(o.Totals(t.Context(), o.Today()))(t)
	before := "Toàn hệ thống có " + reports.Count(totals.Cadres) + " cán bộ Hội đang giữ chức vụ."
	if !strings.Contains(d.Draft.Body, before) {
		t.Fatalf("the draft lacks %q", before)
	}
	d.Draft.Body = strings.Replace(d.Draft.Body, before, "Đến nay t"+before[1:]+" Đội ngũ cơ bản ổn định.", 1)
	d.Draft.Body = strings.Replace(d.Draft.Body, "[Nêu phương hướng chung]", "Tiếp tục thực hiện khâu đột phá.", 1)
	d = must(o.SaveDraft(t.Context(), d))(t)

	commune := unit(t, o, o.Today(), "14230")
	positions := must(o.Positions(t.Context(), data.BaseUnit))(t)
	if _, err := o.SaveCadre(t.Context(), data.Cadre{FullName: "Ngô Thị Thử", Female: true}, data.Appointment{UnitID: commune.ID, PositionID: positions[len(positions)-1].ID, StartedOn: day.Of(2026, 10, 1)}); err != nil {
		t.Fatal(err)
	}
	d, changes, err := o.RefreshDraft(t.Context(), d, o.Today())
	if err != nil {
		t.Fatal(err)
	}
	want := "Đến nay toàn hệ thống có " + reports.Count(totals.Cadres+1) + " cán bộ Hội đang giữ chức vụ. Đội ngũ cơ bản ổn định."
	if !strings.Contains(d.Draft.Body, want) || !strings.Contains(d.Draft.Body, "Tiếp tục thực hiện khâu đột phá.") {
		t.Errorf("after refreshing the text lacks %q", want)
	}
	if len(changes) != 1 || changes[0].Kept {
		t.Errorf("changes %+v", changes)
	}
	if _, changes, err = o.RefreshDraft(t.Context(), d, o.Today()); err != nil || len(changes) != 0 {
		t.Errorf("a second refresh changes %+v, %v", changes, err)
	}
}

// Typing that was saved meanwhile in another window is not lost: the second save is refused.
func TestTwoWindowsOnOneDraft(t *testing.T) {
	o := founded(t, day.Of(2023, 8, 1))
	d := ready(t, o, "Hai cửa sổ")
	mine, theirs := d, d
	theirs.Draft.Body += "\n\nCủa cửa sổ kia."
	must(o.SaveDraft(t.Context(), theirs))(t)
	mine.Draft.Body += "\n\nCủa cửa sổ này."
	if _, err := o.SaveDraft(t.Context(), mine); !IsConflict(err) {
		t.Errorf("the second save gives %v", err)
	}
}

// A copy starts anew: no number, no date, the text as it was.
func TestCopyingADocument(t *testing.T) {
	o := founded(t, day.Of(2023, 8, 1))
	from := issue(t, o, ready(t, o, "Mẫu"), Issuing{Date: day.Of(2023, 8, 1)})
	made := must(o.CopyDocument(t.Context(), from.ID))(t)
	if made.State != data.DocumentDraft || made.Number != 0 || made.Draft.Head.Number != 0 || made.Draft.Head.Date != "" || made.Draft.Body != from.Draft.Body {
		t.Errorf("the copy is %+v", made.Document)
	}
}

// The register prints as Phụ lục IV of the decree and goes to Excel; documents made outside stand in it with the others.
func TestRegister(t *testing.T) {
	o := founded(t, day.Of(2023, 8, 1))
	on := day.Of(2023, 8, 1)
	issue(t, o, ready(t, o, "Một"), Issuing{Date: on})
	outside := data.Document{Number: 3, Symbol: "BTV-XDTC", IssuedOn: on, Summary: "mời họp", Signer: "Trần Thị Định"}
	if err := o.RecordDocument(t.Context(), outside); err != nil {
		t.Fatal(Message(err))
	}
	refused(t, o.RecordDocument(t.Context(), outside), "đã cấp")
	rows := must(o.RegisterOf(t.Context(), 2023, ""))(t)
	if len(rows) != 2 || rows[1].Reference() != "03/BTV-XDTC" {
		t.Fatalf("register %+v", rows)
	}
	_, err := o.IssuedPaper(t.Context(), rows[1].ID)
	refused(t, err, "ghi vào sổ từ bên ngoài")
	document, title, err := o.RegisterDocument(t.Context(), 2023, "")
	if err != nil {
		t.Fatal(err)
	}
	paper := must(NewPaper(document, title))(t)
	if len(paper.PDF) == 0 || paper.FileName != "so-dang-ky-van-ban-di-nam-2023.pdf" {
		t.Errorf("printed as %q", paper.FileName)
	}
	path := filepath.Join(t.TempDir(), "sổ văn bản.xlsx")
	if err := o.SaveRegisterWorkbook(t.Context(), path, 2023); err != nil {
		t.Fatal(err)
	}
	if content, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(content, []byte("PK")) {
		t.Errorf("the workbook is no archive: %v", err)
	}
}

// One sort of recipients has one set a day.
func TestRecipientSets(t *testing.T) {
	o := founded(t, day.Of(2023, 8, 1))
	sets := must(o.RecipientSetsOn(t.Context(), o.Today()))(t)
	if len(sets) != 3 || sets[0].Name != "Báo cáo lên Tỉnh ủy" {
		t.Fatalf("sets %+v", sets)
	}
	refused(t, o.SaveRecipientSet(t.Context(), data.RecipientSet{Name: "Báo cáo lên Tỉnh ủy", Recipients: "x"}), "Đã có danh sách nơi nhận")
	later := data.RecipientSet{Name: "Báo cáo lên Tỉnh ủy", ValidFrom: day.Of(2025, 7, 1), Addressees: "Thường trực Tỉnh ủy", Recipients: "Ban Tuyên giáo và Dân vận Tỉnh ủy"}
	if err := o.SaveRecipientSet(t.Context(), later); err != nil {
		t.Fatal(err)
	}
	for on, want := range map[day.Date]string{day.Of(2024, 1, 1): "Ban Dân vận Tỉnh ủy", day.Of(2025, 7, 1): "Ban Tuyên giáo và Dân vận Tỉnh ủy"} {
		sets := must(o.RecipientSetsOn(t.Context(), on))(t)
		if got := lines(sets[0].Recipients)[0]; got != want {
			t.Errorf("on %s the first recipient is %q, want %q", on, got, want)
		}
	}
}
