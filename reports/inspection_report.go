package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// InspectionReport is the "Báo cáo kết quả kiểm tra, giám sát" of a period, sent upward. Plan 77/KH-BCH, III.5, asks for
// inspection at 6 months, one year, mid-term and the end of the term. Sums, rates and sentences are computed from these
// values; the report states nothing else. All dates but Date must be set.
type InspectionReport struct {
	Letterhead Letterhead
	Number     int       // 0: left to be written by hand
	Date       time.Time // zero: an undated draft of the year of AsOf

	Basis  string    // what the report answers to: "Kế hoạch số 77/KH-BCH ngày 04 tháng 7 năm 2023 của Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh Nam Định"
	Period string    // "6 tháng đầu năm 2023", "năm 2023"
	From   time.Time // first day of the period
	To     time.Time // last day of the period
	AsOf   time.Time // figures are counted up to this day
	Term   string    // "2022 - 2027"

	Rounds    []ReportRound // in order of due date
	Districts []ReportDistrict
	Late      []ReportLate // as many as the Late of all tallies together, in any order
	Notes     []ReportNote // shortcomings that the visits recorded, in any order
	Found     InspectionFindings
}

// ReportRound is a round of inspection of the period.
type ReportRound struct {
	Name          string // "Đợt kiểm tra 6 tháng đầu năm 2023"
	From, To, Due time.Time
}

// ReportTally counts the units of one district in one round.
type ReportTally struct {
	Owed int // units to be inspected
	Done int // of these, inspected
	Late int // of these, not inspected and past their planned date
}

// ReportDistrict is a row of the table: a district, or "Các đơn vị trực thuộc" for the affiliates together.
type ReportDistrict struct {
	Name    string
	Tallies []ReportTally // one for each round, in the order of InspectionReport.Rounds; missing ones count as zero
}

// ReportLate is a unit that is past its planned date and not inspected.
type ReportLate struct {
	Unit, District, Round string
	Planned               time.Time
}

// ReportNote is what a visit recorded of a unit.
type ReportNote struct {
	Unit     string
	District string // as ReportLate.District, a row of the table; may be empty
	Date     time.Time
	Leader   string // head of the team; may be empty
	Note     string
}

// affiliatesRow is the name of the row that is no district.
const affiliatesRow = "Các đơn vị trực thuộc"

// listInText is up to how many rows a list stands in the text; a longer one becomes an appendix.
const listInText = 15

// roundsPerTable keeps the table inside a portrait page; more rounds give more tables with the names repeated.
const roundsPerTable = 2

// roundsInTables is up to how many rounds the districts stand round by round; of more their sums do.
const roundsInTables = 4

// Draft fills an outline, "" for the default one. It works for any values, empty ones too.
func (r InspectionReport) Draft(outline string) (compose.Source, error) {
	on := issueOf(InspectionReportID, r.Letterhead, r.Number, r.Date, yearOf(r.AsOf, 0))
	return draft(InspectionReportID, outline, on, r.values())
}

var inspectionReportFields = slices.Concat(spanFields, findingFields, []Field{
	{"tình hình triển khai", "các đợt kiểm tra trong kỳ"},
	{"kết quả chung", "số đơn vị đã kiểm tra, tỷ lệ, quá hạn"},
	{"kết quả theo đơn vị", "bảng kết quả theo địa bàn, đơn vị"},
	{"ưu điểm", "địa bàn, đơn vị đã hoàn thành"},
	{"hạn chế", "số đơn vị chưa kiểm tra, danh sách quá hạn"},
	{"nội dung ghi nhận", "ghi chú của các đoàn qua kiểm tra"},
	{"nhiệm vụ", "nhiệm vụ rút ra từ số liệu, đánh số 1., 2., …"},
	{"phụ lục", "các phụ lục danh sách khi dài hơn 15 dòng"},
})

func (r InspectionReport) values() map[string]string {
	values := span{r.Basis, r.Term, r.Period, r.From, r.To, r.AsOf}.values()
	w := inspectionWriter{InspectionReport: r.inOrder()}
	// In the order of the text, since the appendices are numbered in the order of their mention.
	for _, part := range []struct {
		field string
		write func()
	}{
		{"tình hình triển khai", w.situation}, {"kết quả chung", w.overall}, {"kết quả theo đơn vị", w.byDistrict},
		{"xếp loại đơn vị", w.levels}, {"khắc phục kiến nghị", w.remedies}, {"ưu điểm, tồn tại theo lĩnh vực", w.categories},
		{"ưu điểm", w.strengths}, {"hạn chế", w.shortfall}, {"chưa được kiểm tra", w.unvisited}, {"nội dung ghi nhận", w.notes},
		{"bất cập", w.recurrent}, {"nhiệm vụ", w.outlook},
	} {
		w.body = nil
		part.write()
		values[part.field] = blocks(w.body...)
	}
	values["phụ lục"] = compose.FormatAppendices(w.appendices)
	return values
}

// inOrder is the report with its lists by district, in the order of the table, then by day, then by unit, as a reader looks
// for a unit in them.
func (r InspectionReport) inOrder() InspectionReport {
	rank := map[string]int{}
	for i, d := range r.Districts {
		rank[d.Name] = i - len(r.Districts) // what is in no row of the table comes last
	}
	names := collate.New(language.Vietnamese, collate.Numeric) // "xã Hải Vân 2" before "xã Hải Vân 10"
	before := func(districtA, districtB string, a, b time.Time, unitA, unitB string) int {
		return cmp.Or(cmp.Compare(rank[districtA], rank[districtB]), names.CompareString(districtA, districtB), a.Compare(b), names.CompareString(unitA, unitB))
	}
	r.Late, r.Notes = slices.Clone(r.Late), slices.Clone(r.Notes)
	slices.SortStableFunc(r.Late, func(a, b ReportLate) int { return before(a.District, b.District, a.Planned, b.Planned, a.Unit, b.Unit) })
	slices.SortStableFunc(r.Notes, func(a, b ReportNote) int { return before(a.District, b.District, a.Date, b.Date, a.Unit, b.Unit) })
	return r
}

// inspectionWriter collects the parts of the report.
type inspectionWriter struct {
	InspectionReport
	body       []layout.Block
	appendices []layout.Appendix
}

func (w *inspectionWriter) say(format string, values ...any) {
	w.body = append(w.body, paragraph(format, values...))
}

func (w *inspectionWriter) situation() {
	if len(w.Rounds) == 0 {
		w.say("Trong kỳ báo cáo không có đợt kiểm tra, giám sát nào theo kế hoạch; chưa có số liệu để tổng hợp.")
		return
	}
	w.say("Trong kỳ báo cáo có %s đợt kiểm tra, giám sát theo kế hoạch:", Count(len(w.Rounds)))
	for i, round := range w.Rounds {
		t := w.roundTotal(i)
		owed := "chưa có đơn vị phải kiểm tra"
		if t.Owed > 0 {
			owed = Count(t.Owed) + " đơn vị phải kiểm tra"
		}
		w.say("- %s: kiểm tra kết quả thực hiện từ %s đến %s, thời hạn hoàn thành %s; %s%s", round.Name,
			layout.LongDate(round.From), layout.LongDate(round.To), layout.LongDate(round.Due), owed, listEnd(i, len(w.Rounds)))
	}
	if len(w.Districts) > 0 {
		w.say("Số liệu được tổng hợp từ %s.", w.scope())
	}
}

func (w *inspectionWriter) overall() {
	total, day := w.total(), orPrompt(longDate(w.AsOf), "điền ngày số liệu")
	if total.Owed == 0 {
		w.say("Tính đến %s, chưa có số liệu về đơn vị phải kiểm tra trong kỳ.", day)
		return
	}
	w.say("Tính đến %s, đã kiểm tra %s%s.", day, share(total.Done, total.Owed, w.noun()+" phải kiểm tra"), remainder(total, w.noun()))
	if len(w.Rounds) == 1 {
		return
	}
	w.say("Kết quả theo từng đợt:")
	for i, round := range w.Rounds {
		w.say("- %s: %s%s", round.Name, w.roundTotal(i).sentence(), listEnd(i, len(w.Rounds)))
	}
}

// sentence is a tally in running text.
func (t ReportTally) sentence() string {
	if t.Owed == 0 {
		return "chưa có đơn vị phải kiểm tra"
	}
	return "đã kiểm tra " + share(t.Done, t.Owed, "đơn vị phải kiểm tra") + remainder(t, "đơn vị")
}

func (w *inspectionWriter) byDistrict() {
	if len(w.Rounds) == 0 || len(w.Districts) == 0 {
		w.say("Chưa có số liệu theo địa bàn, đơn vị trong kỳ báo cáo.")
		return
	}
	w.say("Kết quả cụ thể của từng địa bàn, đơn vị như sau:")
	if len(w.Rounds) > roundsInTables {
		w.body = append(w.body, w.sumTable())
		return
	}
	for from := 0; from < len(w.Rounds); from += roundsPerTable {
		to := min(from+roundsPerTable, len(w.Rounds))
		w.body = append(w.body, w.roundTable(from, to))
	}
	if w.hasNoRate() {
		w.say("Ghi chú: dấu “–” là không có đơn vị phải kiểm tra nên không tính tỷ lệ.")
	}
}

// remainder says what is still to be done: "; còn 26 đơn vị chưa kiểm tra, trong đó 11 đơn vị đã quá hạn".
func remainder(t ReportTally, noun string) string {
	left := t.Owed - t.Done
	switch {
	case left <= 0:
		return ""
	case t.Late <= 0:
		return fmt.Sprintf("; còn %s %s chưa kiểm tra, chưa đến hạn", Count(left), noun)
	case t.Late >= left:
		return fmt.Sprintf("; còn %s %s chưa kiểm tra, đều đã quá hạn", Count(left), noun)
	}
	return fmt.Sprintf("; còn %s %s chưa kiểm tra, trong đó %s %s đã quá hạn", Count(left), noun, Count(t.Late), noun)
}

// roundTable is the table of the rounds from..to by district, with its total row. A single round of the report needs no name
// above its figures.
func (w *inspectionWriter) roundTable(from, to int) layout.Table {
	const measure, index = 165.0, 10.0 // mm: the text of a portrait page, the column TT
	figure := 20.0
	if to-from > 1 {
		figure = 14.0
	}
	figures := float64(4*(to-from)) * figure
	table := layout.Table{
		Size:    12,
		Columns: []layout.Column{{Width: index, Align: layout.Centre}, {Width: measure - index - figures}},
		Head:    [][]layout.HeadCell{{{Text: "TT", RowSpan: 2}, {Text: "Địa bàn, đơn vị", RowSpan: 2}}, nil},
	}
	figureHead := &table.Head[1]
	if len(w.Rounds) == 1 {
		table.Head = [][]layout.HeadCell{{{Text: "TT"}, {Text: "Địa bàn, đơn vị"}}}
		figureHead = &table.Head[0]
	}
	for _, round := range w.Rounds[from:to] {
		for range 4 {
			table.Columns = append(table.Columns, layout.Column{Width: figure, Align: layout.Right})
		}
		if len(w.Rounds) > 1 {
			table.Head[0] = append(table.Head[0], layout.HeadCell{Text: round.Name, ColSpan: 4})
		}
		*figureHead = append(*figureHead, layout.HeadCell{Text: "Phải kiểm tra"}, layout.HeadCell{Text: "Đã kiểm tra"},
			layout.HeadCell{Text: "Tỷ lệ (%)"}, layout.HeadCell{Text: "Quá hạn"})
	}
	for i, district := range w.Districts {
		row := layout.Row{Cells: []string{strconv.Itoa(i + 1), district.Name}}
		for k := from; k < to; k++ {
			row.Cells = append(row.Cells, figureCells(district.tally(k))...)
		}
		table.Rows = append(table.Rows, row)
	}
	total := layout.Row{Cells: []string{"", "Tổng cộng"}, Total: true}
	for k := from; k < to; k++ {
		total.Cells = append(total.Cells, figureCells(w.roundTotal(k))...)
	}
	table.Rows = append(table.Rows, total)
	return table
}

// sumTable is the table of all rounds together by district: each row is one round of the sums.
func (w *inspectionWriter) sumTable() layout.Table {
	sums := inspectionWriter{InspectionReport: w.InspectionReport}
	sums.Rounds = []ReportRound{{}}
	sums.Districts = make([]ReportDistrict, len(w.Districts))
	for i, d := range w.Districts {
		sums.Districts[i] = ReportDistrict{d.Name, []ReportTally{d.total(len(w.Rounds))}}
	}
	return sums.roundTable(0, 1)
}

func figureCells(t ReportTally) []string {
	return []string{number(t.Owed), number(t.Done), rate(t.Done, t.Owed), number(t.Late)}
}

func (w *inspectionWriter) strengths() {
	total := w.total()
	var complete []string
	owing := 0
	for _, d := range w.Districts {
		if t := d.total(len(w.Rounds)); t.Owed > 0 {
			owing++
			if t.Done >= t.Owed {
				complete = append(complete, midSentence(d.Name))
			}
		}
	}
	switch {
	case total.Owed == 0:
		w.say("Chưa có số liệu để đánh giá.")
	case total.Done == 0:
		w.say("Chưa có kết quả kiểm tra để đánh giá.")
	case len(complete) == owing:
		w.say("- Đã hoàn thành kiểm tra %s tại tất cả %s địa bàn, đơn vị.", share(total.Done, total.Owed, w.noun()+" phải kiểm tra"), Count(owing))
	case len(complete) == 0:
		w.say("- Đã tổ chức kiểm tra %s.", share(total.Done, total.Owed, w.noun()+" phải kiểm tra"))
	default:
		w.say("- Đã tổ chức kiểm tra %s.", share(total.Done, total.Owed, w.noun()+" phải kiểm tra"))
		w.say("- Có %s/%s địa bàn, đơn vị đã hoàn thành kiểm tra 100%% số đơn vị phải kiểm tra: %s.",
			Count(len(complete)), Count(owing), strings.Join(complete, "; "))
	}
}

// shortfall says what is behind: the sums, where it is late, and which units.
func (w *inspectionWriter) shortfall() {
	total := w.total()
	left := total.Owed - total.Done
	switch {
	case total.Owed == 0:
		w.say("Chưa có số liệu để đánh giá.")
		return
	case left <= 0:
		w.say("- Không có đơn vị chưa kiểm tra; không có đơn vị quá hạn.")
		return
	}
	w.say("- Còn %s/%s %s chưa được kiểm tra.", Count(left), Count(total.Owed), w.noun())
	if total.Late == 0 {
		w.say("- Không có đơn vị quá hạn chưa kiểm tra.")
		return
	}
	var late []string
	for _, d := range w.Districts {
		if t := d.total(len(w.Rounds)); t.Late > 0 {
			late = append(late, fmt.Sprintf("%s\u00a0(%s)", midSentence(d.Name), Count(t.Late)))
		}
	}
	where := ""
	if len(late) > 0 {
		where = ", thuộc: " + strings.Join(late, "; ")
	}
	switch {
	case len(w.Late) == 0:
		w.say("- Có %s %s đã quá hạn chưa kiểm tra%s.", Count(total.Late), w.noun(), where)
	case len(w.Late) <= listInText:
		w.say("- Có %s %s đã quá hạn chưa kiểm tra%s. Danh sách cụ thể:", Count(total.Late), w.noun(), where)
		w.body = append(w.body, w.lateTable())
	default:
		w.say("- Có %s %s đã quá hạn chưa kiểm tra%s (danh sách tại %s).", Count(total.Late), w.noun(), where, w.nextAppendix())
		w.appendices = append(w.appendices, layout.Appendix{Title: "DANH SÁCH ĐƠN VỊ QUÁ HẠN CHƯA KIỂM TRA", Body: []layout.Block{w.lateTable()}})
	}
}

// nextAppendix is how the text refers to the appendix that is added next: a single one has no number.
func (w *inspectionWriter) nextAppendix() string {
	all := 0
	for _, n := range []int{len(w.Late), len(w.Found.Unvisited), len(w.Notes)} {
		if n > listInText {
			all++
		}
	}
	if all > 1 {
		return "Phụ lục " + []string{"I", "II", "III"}[len(w.appendices)] + " kèm theo"
	}
	return "Phụ lục kèm theo"
}

// lateTable lists the late units in their order, the district first; with a single round its name would stand in every row.
func (w *inspectionWriter) lateTable() layout.Table {
	table := layout.Table{Size: 12, Head: make([][]layout.HeadCell, 1)}
	unit, rounds := 93.0, len(w.Rounds) > 1
	if rounds {
		unit = 58
	}
	column := func(head string, width float64, align layout.Align) { // 165 mm
		table.Columns = append(table.Columns, layout.Column{Width: width, Align: align})
		table.Head[0] = append(table.Head[0], layout.HeadCell{Text: head})
	}
	column("TT", 10, layout.Centre)
	column("Địa bàn", 39, layout.Left)
	column("Đơn vị", unit, layout.Left)
	if rounds {
		column("Đợt kiểm tra", 35, layout.Left)
	}
	column("Ngày theo kế hoạch", 23, layout.Centre)
	for i, l := range w.Late {
		cells := []string{number(i + 1), l.District, l.Unit}
		if rounds {
			cells = append(cells, l.Round)
		}
		table.Rows = append(table.Rows, layout.Row{Cells: append(cells, ShortDate(l.Planned))})
	}
	return table
}

// place is the unit of a note with its district, as far as its name does not hold it already.
func (n ReportNote) place() string {
	district := midSentence(n.District)
	if district == "" || n.District == affiliatesRow || strings.Contains(strings.ToLower(n.Unit), strings.ToLower(district)) {
		return n.Unit
	}
	return n.Unit + ", " + district
}

func (w *inspectionWriter) notes() {
	switch {
	case len(w.Notes) == 0:
		w.say("Chưa có nội dung do các đoàn kiểm tra ghi nhận trong kỳ.")
	case len(w.Notes) <= listInText:
		w.say("Qua kiểm tra, các đoàn ghi nhận %s nội dung:", Count(len(w.Notes)))
		for _, n := range w.Notes {
			visit := "kiểm tra " + layout.LongDate(n.Date)
			if n.Leader != "" {
				visit += ", trưởng đoàn: " + n.Leader
			}
			w.say("- %s (%s): %s", n.place(), visit, sentence(n.Note))
		}
	default:
		w.say("Qua kiểm tra, các đoàn ghi nhận %s nội dung (chi tiết tại %s).", Count(len(w.Notes)), w.nextAppendix())
		table := layout.Table{
			Size: 12,
			Columns: []layout.Column{{Width: 12, Align: layout.Centre}, {Width: 70}, {Width: 25, Align: layout.Centre},
				{Width: 45}, {Width: 100}}, // 252 mm
			Head: [][]layout.HeadCell{{{Text: "TT"}, {Text: "Đơn vị được kiểm tra"}, {Text: "Ngày kiểm tra"}, {Text: "Trưởng đoàn"}, {Text: "Nội dung ghi nhận"}}},
		}
		for i, n := range w.Notes {
			table.Rows = append(table.Rows, layout.Row{Cells: []string{number(i + 1), n.place(), ShortDate(n.Date), n.Leader, sentence(n.Note)}})
		}
		w.appendices = append(w.appendices, layout.Appendix{Title: "NỘI DUNG GHI NHẬN QUA KIỂM TRA", Landscape: true, Body: []layout.Block{table}})
	}
}

// outlook names the next steps; their wording holds for any figures. The duties are those of plan 77/KH-BCH, III.5 and IV.
func (w *inspectionWriter) outlook() {
	total := w.total()
	left := total.Owed - total.Done
	var steps []string
	if total.Late > 0 {
		steps = append(steps, fmt.Sprintf("Tập trung hoàn thành kiểm tra %s %s đã quá hạn; làm rõ nguyên nhân chậm tiến độ của từng đơn vị.", Count(total.Late), w.noun()))
	}
	if rest := left - total.Late; rest > 0 {
		steps = append(steps, fmt.Sprintf("Hoàn thành kiểm tra %s %s chưa đến hạn theo đúng kế hoạch.", Count(rest), w.noun()))
	}
	if m := w.Found.remedyTotal(); m.Asked > m.Done {
		steps = append(steps, fmt.Sprintf("Đôn đốc các đơn vị khắc phục %s kiến nghị còn lại, trong đó %s kiến nghị quá hạn; tổ chức kiểm tra lại khi cần.", Count(m.Asked-m.Done), Count(m.Late)))
	} else if len(w.Notes) > 0 {
		steps = append(steps, "Hướng dẫn, đôn đốc các đơn vị khắc phục những tồn tại đã được ghi nhận qua kiểm tra; theo dõi kết quả khắc phục.")
	}
	steps = append(steps,
		"Tiếp tục tổ chức kiểm tra, giám sát, đánh giá định kỳ (6 tháng, 01 năm, giữa và cuối nhiệm kỳ) theo kế hoạch.",
		"Phản ánh kịp thời những bất cập trong quá trình triển khai thực hiện lên Hội cấp trên để có biện pháp chỉ đạo, hướng dẫn phù hợp.")
	for i, step := range steps {
		w.say("%d. %s", i+1, step)
	}
}

// noun is what the report counts over all its rounds.
func (w *inspectionWriter) noun() string { return countedIn(len(w.Rounds)) }

// countedIn is what a number of rounds counts: units, or visits owed ("lượt đơn vị") where a unit may be owed in several.
func countedIn(rounds int) string {
	if rounds > 1 {
		return "lượt đơn vị"
	}
	return "đơn vị"
}

// scope names where the figures come from, whatever levels the province has on that day.
func (w *inspectionWriter) scope() string {
	areas, affiliates := 0, false
	for _, d := range w.Districts {
		if d.Name == affiliatesRow {
			affiliates = true
		} else {
			areas++
		}
	}
	switch {
	case areas == 0:
		return "các đơn vị trực thuộc"
	case affiliates:
		return Count(areas) + " địa bàn và các đơn vị trực thuộc"
	}
	return Count(areas) + " địa bàn"
}

func (w *inspectionWriter) hasNoRate() bool {
	for _, d := range w.Districts {
		for k := range w.Rounds {
			if d.tally(k).Owed == 0 {
				return true
			}
		}
	}
	return false
}

func (w *inspectionWriter) roundTotal(round int) ReportTally {
	var sum ReportTally
	for _, d := range w.Districts {
		sum = sum.plus(d.tally(round))
	}
	return sum
}

func (w *inspectionWriter) total() ReportTally {
	var sum ReportTally
	for k := range w.Rounds {
		sum = sum.plus(w.roundTotal(k))
	}
	return sum
}

func (d ReportDistrict) tally(round int) ReportTally {
	if round < len(d.Tallies) {
		return d.Tallies[round]
	}
	return ReportTally{}
}

func (d ReportDistrict) total(rounds int) ReportTally {
	var sum ReportTally
	for k := range rounds {
		sum = sum.plus(d.tally(k))
	}
	return sum
}

func (t ReportTally) plus(o ReportTally) ReportTally {
	return ReportTally{t.Owed + o.Owed, t.Done + o.Done, t.Late + o.Late}
}

// ShortDate is a date in a table or in brackets: 05/7/2023, with the zeros of Phụ lục I Phần I Mục II.4. A zero date is empty.
func ShortDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	month := "%d"
	if t.Month() <= time.February {
		month = "%02d"
	}
	return fmt.Sprintf("%02d/"+month+"/%d", t.Day(), t.Month(), t.Year())
}
