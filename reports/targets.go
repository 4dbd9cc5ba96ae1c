package reports

import (
	"fmt"
	"slices"
	"strings"

	"cosohoi/reports/layout"
)

// Figure is a share: how many of how many. Both are kept, since a percentage alone hides what stands behind it. A Figure that
// is not Known was not reported, which is neither 0 nor "not applicable"; a known one with Denominator 0 has nothing to count.
type Figure struct {
	Numerator, Denominator int // 0 or more
	Known                  bool
}

// TargetResult is what became of a target of the plan.
type TargetResult struct {
	Code string  // "CT1.1"; tables number the targets by it, "" by their order
	Name string  // as the plan words it: "100% cơ sở Hội có mô hình “1+1”"
	Unit string  // what is counted: "cơ sở Hội", "chi hội trưởng"
	Plan string  // for the table: "100%", "≥ 50%"
	Goal float64 // per cent from which the plan is met; 0: the plan names none, and nothing is said about meeting it
	Now  Figure
	// Before is what Now is compared with: the same period of the year before; in the reports on a term, the start of the term.
	Before Figure
	// Reading is the sentence that says how an ambiguous target was counted; it stands under the table. May be empty.
	Reading string
	Units   []TargetUnit // of the appendix, in the order of its rows
	// Unreported counts those of the denominator of Now that do not meet the target and have not reported.
	Unreported int
	// Number tells that the figures are numbers, in their numerators, and no shares; Goal is one, too.
	Number bool
}

// TargetUnit is the figure of one unit.
type TargetUnit struct {
	Name string // "Huyện Hải Hậu"
	Now  Figure
}

// unknownFigure stands where nothing was reported.
const unknownFigure = "chưa có số liệu"

// counted is a figure in a table: "200/226".
func (f Figure) counted() string {
	if !f.Known {
		return unknownFigure
	}
	return number(f.Numerator) + "/" + number(f.Denominator)
}

// percent is the rate of a figure in a table: "88,5"; "" where there is no figure.
func (f Figure) percent() string {
	if !f.Known {
		return ""
	}
	return rate(f.Numerator, f.Denominator)
}

// counted is a figure of the target in a table.
func (t TargetResult) counted(f Figure) string {
	if t.Number && f.Known {
		return number(f.Numerator)
	}
	return f.counted()
}

// percent is the rate of a figure of the target in a table.
func (t TargetResult) percent(f Figure) string {
	if t.Number {
		return ""
	}
	return f.percent()
}

// hasRate tells whether there is something to count.
func (f Figure) hasRate() bool { return f.Known && f.Denominator > 0 }

// change is the difference of two rates in tenths of a percentage point, as far as both are known. It is taken between the
// printed rates, so that the reader who subtracts finds the same.
func change(now, before Figure) (points int, ok bool) {
	if !now.hasRate() || !before.hasRate() {
		return 0, false
	}
	return tenths(now.Numerator, now.Denominator) - tenths(before.Numerator, before.Denominator), true
}

// met tells whether a target with a goal is met; ok is false where that is not known.
func (t TargetResult) met() (met, ok bool) {
	if t.Number {
		return float64(t.Now.Numerator) >= t.Goal, t.Now.Known && t.Goal > 0
	}
	if !t.Now.hasRate() || t.Goal <= 0 {
		return false, false
	}
	return 100*float64(t.Now.Numerator) >= t.Goal*float64(t.Now.Denominator), true
}

// label is the number of a target in tables: "1.1" of CT1.1, or its place in the list.
func (t TargetResult) label(i int) string {
	if code := strings.TrimPrefix(strings.TrimSpace(t.Code), "CT"); code != "" {
		return code
	}
	return number(i + 1)
}

// targetSet is the targets of a report with the words of their comparison.
type targetSet struct {
	targets []TargetResult
	before  string // head of the column: "Cùng kỳ"
	against string // in running text: "so với cùng kỳ"
}

// sentences says what became of each target that has figures; of the others the table says all there is.
func (s targetSet) sentences() []layout.Block {
	known := slices.DeleteFunc(slices.Clone(s.targets), func(t TargetResult) bool { return !t.Now.Known })
	if len(known) == 0 {
		return nil
	}
	said := []layout.Block{paragraph("Cụ thể:")}
	for i, t := range known {
		said = append(said, paragraph("- %s: %s%s", shortName(t.Name), s.sentence(t), listEnd(i, len(known))))
	}
	return said
}

// sentence is what became of a target with figures.
func (s targetSet) sentence(t TargetResult) string {
	var text string
	switch {
	case t.Number:
		text = Count(t.Now.Numerator) + " " + t.Unit
	case t.Now.Denominator <= 0:
		return "không có " + t.Unit + " thuộc diện tính"
	default:
		text = share(t.Now.Numerator, t.Now.Denominator, t.Unit)
	}
	if points, ok := change(t.Now, t.Before); ok {
		text += ", " + movement(points) + " " + s.against
	}
	switch met, ok := t.met(); {
	case ok && met:
		text += "; đạt kế hoạch"
	case ok:
		text += "; chưa đạt kế hoạch"
		if t.Unreported > 0 {
			text += "; " + Count(t.Unreported) + " " + t.Unit + " chưa báo cáo"
		}
	}
	return text
}

// movement is a difference of rates in running text: "tăng 3,2 điểm %".
func movement(points int) string {
	by := strings.TrimSuffix(decimal(points), ",0") + " điểm %"
	switch {
	case points > 0:
		return "tăng " + by
	case points < 0:
		return "giảm " + by
	}
	return "giữ nguyên"
}

// tally gives the numbers, as tables print them, of the targets that are met, of those that are not and of those of which that
// is not known.
func (s targetSet) tally() (met, unmet, unknown []string) {
	for i, t := range s.targets {
		switch reached, ok := t.met(); {
		case !ok:
			unknown = append(unknown, t.label(i))
		case reached:
			met = append(met, t.label(i))
		default:
			unmet = append(unmet, t.label(i))
		}
	}
	return met, unmet, unknown
}

// summary says how many targets are met, as far as it is known.
func (s targetSet) summary() string {
	met, _, unknown := s.tally()
	all := len(s.targets)
	switch {
	case all == 0:
		return "Chưa có số liệu về các chỉ tiêu của kế hoạch."
	case len(unknown) == 0 && len(met) == 0:
		return fmt.Sprintf("Chưa đạt chỉ tiêu nào trong %s chỉ tiêu của kế hoạch.", Count(all))
	case len(unknown) == 0:
		return fmt.Sprintf("Đạt và vượt %s/%s chỉ tiêu của kế hoạch.", Count(len(met)), Count(all))
	case len(unknown) == all:
		return fmt.Sprintf("Chưa đủ số liệu để đánh giá mức đạt của %s chỉ tiêu.", Count(all))
	}
	reached := "đạt và vượt " + Count(len(met)) + " chỉ tiêu"
	if len(met) == 0 {
		reached = "chưa đạt chỉ tiêu nào"
	}
	return fmt.Sprintf("Trong %s chỉ tiêu của kế hoạch, %s chỉ tiêu có đủ số liệu để đánh giá, trong đó %s; %s chỉ tiêu chưa đủ số liệu.",
		Count(all), Count(all-len(unknown)), reached, Count(len(unknown)))
}
