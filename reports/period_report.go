package reports

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cosohoi/reports/compose"
)

// PeriodReport holds the values that the four reports on the work of the Union share: those on 6 months, a year, half a term
// and a term. What the program does not know is left as a place to write.
type PeriodReport struct {
	Letterhead Letterhead
	Number     int       // 0: left to be written by hand
	Date       time.Time // zero: an undated draft of the year of AsOf

	Basis  string    // the plan that is reported on, as InspectionReport.Basis; "": left to write
	Period string    // "6 tháng đầu năm 2023", "năm 2023", "giai đoạn 2022 - 2024"
	From   time.Time // first day of the period
	To     time.Time // last day of the period
	AsOf   time.Time // figures are counted up to this day
	Term   string    // "2022 - 2027"

	Organisation Organisation
	Targets      []TargetResult // in the order of the plan
	PartyTrend   []NamedFigure  // the share of Party members among chi hội trưởng, from moment to moment
	Movement     MovementResult // of the period
	Tasks        []TaskResult   // of the plan, in its order
	Figures      PeriodFigures  // of the period; without lines there is no appendix of them
	Inspections  []RoundResult  // of the period, in order of due date
	Remedies     Remedies       // asked for by the inspections of the period
	Found        InspectionFindings
}

// RoundResult is a round of inspection with its tally over all units.
type RoundResult struct {
	Name  string // "Đợt kiểm tra 6 tháng đầu năm 2023"
	Tally ReportTally
}

// Remedies counts what inspections asked units to put right.
type Remedies struct {
	Asked int // remedies asked for
	Done  int // of these, done
	Late  int // of these, not done and past their date
}

// periodReportFields are the fields of the four reports.
var periodReportFields = slices.Concat(spanFields, []Field{
	{"kỳ tiếp theo", "kỳ tiếp theo, ví dụ 6 tháng cuối năm 2023"},
	{"tổ chức Hội", "số đơn vị từng cấp, bảng"},
	{"đội ngũ cán bộ", "số cán bộ, chức danh còn khuyết, chi hội trưởng là đảng viên"},
	{"mức đạt chỉ tiêu", "một câu: đạt bao nhiêu chỉ tiêu"},
	{"bảng chỉ tiêu", "bảng kế hoạch, thực hiện, tỷ lệ, so sánh"},
	{"kết quả từng chỉ tiêu", "mỗi chỉ tiêu một dòng"},
	{"nơi có số liệu theo đơn vị", "câu dẫn tới phụ lục số liệu"},
	{"số liệu phong trào", "số mô hình, hoạt động, sinh hoạt, tin bài, đề xuất, phối hợp, khen thưởng trong kỳ"},
	{"tiến độ nhiệm vụ", "một câu: bao nhiêu nhiệm vụ đã xong, đang làm, vướng mắc"},
	{"kiểm tra, giám sát", "số đợt, số đơn vị đã kiểm tra, khắc phục"},
	{"chỉ tiêu đạt", "các chỉ tiêu đạt kế hoạch"},
	{"chỉ tiêu chưa đạt", "các chỉ tiêu chưa đạt, chưa có số liệu; đơn vị quá hạn kiểm tra"},
	{"nhiệm vụ từ số liệu", "nhiệm vụ kỳ tới rút ra từ chỉ tiêu chưa đạt, kiểm tra quá hạn"},
	{"phụ lục số liệu", "phụ lục: số liệu chỉ tiêu theo đơn vị, biểu đồ, tiến độ nhiệm vụ, biểu số liệu kỳ"},
})

// comparison is what the figures of a report are compared with.
type comparison struct{ head, words string }

var (
	withLastYear  = comparison{"Cùng kỳ", "so với cùng kỳ"}
	withTermStart = comparison{"Đầu nhiệm kỳ", "so với đầu nhiệm kỳ"}
)

// draft fills the outline of one of the four reports. next is the period after it, "" where that is not known.
func (r PeriodReport) draft(id, outline, next string, with comparison, own map[string]string) (compose.Source, error) {
	values := span{r.Basis, r.Term, r.Period, r.From, r.To, r.AsOf}.values()
	targets := targetSet{r.Targets, with.head, with.words}
	values["kỳ tiếp theo"] = inline(next)
	values["tổ chức Hội"] = blocks(r.Organisation.units()...)
	values["đội ngũ cán bộ"] = blocks(r.Organisation.cadres()...)
	values["mức đạt chỉ tiêu"] = said("%s", targets.summary())
	counted := r.AsOf // the targets are those of the period
	if !r.To.IsZero() && r.To.Before(counted) {
		counted = r.To
	}
	values["bảng chỉ tiêu"] = blocks(targets.table(counted)...)
	values["kết quả từng chỉ tiêu"] = blocks(targets.sentences()...)
	values["nơi có số liệu theo đơn vị"] = ""
	if len(r.Targets) > 0 {
		values["nơi có số liệu theo đơn vị"] = said("Số liệu theo từng đơn vị tại %s kèm theo.", targets.appendixName(r))
	}
	values["số liệu phong trào"] = blocks(r.Movement.sentences()...)
	values["tiến độ nhiệm vụ"] = taskSet(r.Tasks).summary()
	values["kiểm tra, giám sát"] = r.inspections()
	values["chỉ tiêu đạt"] = r.achieved(targets)
	values["chỉ tiêu chưa đạt"] = r.missed(targets)
	values["nhiệm vụ từ số liệu"] = r.duties(targets)
	values["phụ lục số liệu"] = strings.TrimSpace(appendices(targets, r.PartyTrend, r.Tasks) + "\n\n" + r.Figures.appendix())
	for name, value := range own {
		values[name] = value
	}
	return draft(id, outline, issueOf(id, r.Letterhead, r.Number, r.Date, yearOf(r.AsOf, 0)), values)
}

// inspected is the tally of all rounds.
func (r PeriodReport) inspected() ReportTally {
	var sum ReportTally
	for _, round := range r.Inspections {
		sum = sum.plus(round.Tally)
	}
	return sum
}

// noun is what the tally of all rounds counts.
func (r PeriodReport) noun() string { return countedIn(len(r.Inspections)) }

func (r PeriodReport) inspections() string {
	if len(r.Inspections) == 0 {
		return said("Chưa có số liệu về các đợt kiểm tra, giám sát trong kỳ.")
	}
	all := said("Trong kỳ có %s đợt kiểm tra, giám sát theo kế hoạch:", Count(len(r.Inspections)))
	for i, round := range r.Inspections {
		all += "\n\n" + said("- %s: %s%s", round.Name, round.Tally.sentence(), listEnd(i, len(r.Inspections)))
	}
	if text := r.Found.sentence(); text != "" {
		all += "\n\n" + said("%s", text)
	}
	if m := r.Remedies; m.Asked > 0 {
		late := ""
		if m.Late > 0 {
			late = "; " + Count(m.Late) + " nội dung quá hạn chưa khắc phục"
		}
		all += "\n\n" + said("Qua kiểm tra đã yêu cầu khắc phục %s nội dung; đã khắc phục %s%s.", Count(m.Asked), share(m.Done, m.Asked, "nội dung"), late)
	}
	return all
}

// achieved lists what the figures show to be done, as items; "" where they show nothing.
func (r PeriodReport) achieved(targets targetSet) string {
	met, _, _ := targets.tally()
	if len(met) == 0 {
		return ""
	}
	return said("- Đạt và vượt %s/%s chỉ tiêu của kế hoạch: chỉ tiêu %s.", Count(len(met)), Count(len(targets.targets)), strings.Join(met, ", "))
}

// missed lists what the figures show to be behind.
func (r PeriodReport) missed(targets targetSet) string {
	var list []string
	_, unmet, unknown := targets.tally()
	if len(unmet) > 0 {
		list = append(list, said("- Có %s/%s chỉ tiêu chưa đạt kế hoạch: chỉ tiêu %s.", Count(len(unmet)), Count(len(targets.targets)), strings.Join(unmet, ", ")))
	}
	if len(unknown) > 0 && len(unknown) < len(targets.targets) { // of none the summary above the table says it
		list = append(list, said("- Có %s/%s chỉ tiêu chưa đủ số liệu để đánh giá: chỉ tiêu %s.", Count(len(unknown)), Count(len(targets.targets)), strings.Join(unknown, ", ")))
	}
	list = append(list, taskSet(r.Tasks).stuck()...)
	if sum := r.inspected(); sum.Late > 0 {
		list = append(list, said("- Có %s %s đã quá hạn chưa kiểm tra.", Count(sum.Late), r.noun()))
	}
	if text := r.Found.repeated(); text != "" {
		list = append(list, said("- %s", text))
	}
	if m := r.Remedies; m.Late > 0 {
		list = append(list, said("- Có %s nội dung yêu cầu khắc phục qua kiểm tra đã quá hạn.", Count(m.Late)))
	}
	return strings.Join(list, "\n\n")
}

// duties are the steps that the figures call for, as items; "" where they call for none.
func (r PeriodReport) duties(targets targetSet) string {
	var list []string
	for i, t := range targets.targets {
		if met, ok := t.met(); ok && !met {
			left := ""
			// Only where the plan asks for all is what is left a number that needs no rounding.
			if t.Goal >= 100 {
				left = fmt.Sprintf("; còn %s/%s %s chưa đạt", Count(t.Now.Denominator-t.Now.Numerator), Count(t.Now.Denominator), t.Unit)
			}
			list = append(list, said("- Tập trung thực hiện chỉ tiêu %s (%s)%s.", t.label(i), insideSentence(shortName(t.Name)), left))
		}
	}
	if left := r.inspected(); left.Owed > left.Done {
		list = append(list, said("- Hoàn thành kiểm tra %s %s chưa được kiểm tra.", Count(left.Owed-left.Done), r.noun()))
	}
	if m := r.Remedies; m.Asked > m.Done {
		list = append(list, said("- Đôn đốc các đơn vị khắc phục %s nội dung còn lại đã được yêu cầu qua kiểm tra.", Count(m.Asked-m.Done)))
	}
	return strings.Join(list, "\n\n")
}

// shortName is the name of a target inside a sentence.
func shortName(name string) string { return strings.TrimRight(oneLine(name), ".;: ") }
