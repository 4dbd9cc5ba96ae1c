package reports

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/jung-kurt/gofpdf"

	"cosohoi/reports/layout"
)

var cadreLayouts = []CadreLayout{UnionCadres, BranchCadres, SuccessionCadres}

func TestCadreListFillsTheLandscapePage(t *testing.T) {
	for _, form := range cadreLayouts {
		for _, sensitive := range []bool{false, true} {
			sum := 0.0
			list := sampleCadres(1, sensitive)
			list.Layout = form
			for _, c := range list.table().Columns {
				sum += c.Width
			}
			if math.Abs(sum-252) > 1e-9 {
				t.Errorf("layout %d, sensitive %v: columns add up to %v mm, want the 252 mm between the margins 30 and 15", form, sensitive, sum)
			}
		}
	}
}

func heads(table layout.Table) string {
	var all []string
	for _, row := range table.Head {
		for _, c := range row {
			all = append(all, c.Text)
		}
	}
	return strings.Join(all, "|")
}

func TestSensitiveColumnsOnlyWhenAskedFor(t *testing.T) {
	for _, form := range cadreLayouts {
		list := sampleCadres(1, false)
		list.Layout = form
		r := &list.Rows[0]
		r.Ethnic, r.Religion, r.PartyProbation, r.PartyOfficial, r.PartyCommittee, r.PartyRating = "Mường", "Công giáo", "01/02/2003", "01/02/2004", "Đảng ủy viên", "HTTNV"
		text := heads(list.table()) + strings.Join(list.table().Rows[0].Cells, "|")
		for _, secret := range []string{"Dân tộc", "Tôn giáo", "Đảng", "Cấp ủy", "Mường", "Công giáo", "01/02/200", "HTTNV"} {
			if strings.Contains(text, secret) {
				t.Errorf("layout %d: %q is printed without being asked for", form, secret)
			}
		}
	}
	for form, heading := range map[CadreLayout]string{
		UnionCadres: "Dân tộc Tôn giáo Ngày vào Đảng Dự bị Chính thức", BranchCadres: "Dân tộc Tôn giáo Ngày vào Đảng", SuccessionCadres: "Cấp ủy Đảng viên",
	} {
		list := sampleCadres(1, true)
		list.Layout = form
		full := strings.ReplaceAll(heads(list.table()), "|", " ")
		for _, want := range strings.Fields(heading) {
			if !strings.Contains(full, want) {
				t.Errorf("layout %d: the sensitive list lacks %q", form, want)
			}
		}
	}
}

func TestBirthStandsUnderNamOrNu(t *testing.T) {
	l := CadreList{Rows: []CadreRow{{Name: "A", Birth: "1965", Female: true}, {Name: "B", Birth: "7/1970"}}}
	for i, want := range []string{"1|A||1965|", "2|B|7/1970||"} {
		if got := strings.Join(l.table().Rows[i].Cells, "|"); !strings.HasPrefix(got, want) {
			t.Errorf("got %s, want %s…", got, want)
		}
	}
}

func TestCadreListOnPaper(t *testing.T) {
	text := rawText(t, document(t, sampleCadres(2000, true)))
	pages := strings.Split(strings.TrimSuffix(text, "\f"), "\f")
	for i, page := range pages {
		if !strings.Contains(page, "Họ và tên") || !strings.Contains(page, "GDPT") {
			t.Errorf("page %d has no head", i+1)
		}
	}
	if !strings.Contains(text, "Danh sách có 2.000 người.\nNGƯỜI LẬP BIỂU TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\nTrần Thị Định") {
		t.Errorf("the end of the list is\n%s", pages[len(pages)-1])
	}
	if !strings.HasPrefix(pages[1], "2\n") || strings.HasPrefix(pages[0], "1\n") {
		t.Error("pages are numbered from the second on")
	}
	for _, row := range sampleCadres(2000, true).Rows[1990:] {
		if !strings.Contains(squash(text), squash(row.Name)) {
			t.Errorf("%s is missing", row.Name)
		}
	}
}

func TestEmptyCadreList(t *testing.T) {
	text := rawText(t, document(t, sampleCadres(0, false)))
	if !strings.Contains(text, "Chưa có số liệu cán bộ của đơn vị tại thời điểm lập danh sách.") || strings.Contains(text, "Danh sách có") {
		t.Errorf("an empty list says so:\n%s", text)
	}
}

// floor prints the cells with gofpdf alone: no wrapping, no repeated head, one line to a row.
func floor(b *testing.B, rows [][]string, widths []float64) []byte {
	pdf := gofpdf.New("L", "mm", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.AddUTF8FontFromBytes("vn", "", append([]byte(nil), liberationserifregular.TTF...))
	pdf.SetFont("vn", "", 10)
	y := 1000.0
	for _, row := range rows {
		if y > 180 {
			pdf.AddPage()
			y = 20
		}
		pdf.SetXY(30, y)
		for i, text := range row {
			pdf.CellFormat(widths[i], 5, text, "1", 0, "L", false, 0, "")
		}
		y += 5
	}
	var out strings.Builder
	if err := pdf.Output(&out); err != nil {
		b.Fatal(err)
	}
	return []byte(out.String())
}

// BenchmarkCadreList sets a list of 5 000 cadres and compares it with gofpdf alone printing the same cells.
func BenchmarkCadreList(b *testing.B) {
	list := sampleCadres(5000, true)
	table := list.table()
	var cells [][]string
	for _, row := range table.Rows {
		cells = append(cells, row.Cells)
	}
	var widths []float64
	for _, c := range table.Columns {
		widths = append(widths, c.Width)
	}
	var ours, least time.Duration
	for b.Loop() {
		start := time.Now()
		if _, err := layout.PDF(document(b, list)); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
		start = time.Now()
		floor(b, cells, widths)
		least += time.Since(start)
	}
	b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "list-ms")
	b.ReportMetric(float64(least.Milliseconds())/float64(b.N), "floor-ms")
	b.ReportMetric(float64(ours)/float64(least), "x-floor")
}
