package app

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
)

// PaperRequest says which paper is wanted. Besides Kind, Organ, Date and AsOf only the fields count that the kind asks for,
// see Questions.
type PaperRequest struct {
	Kind string // id of reports.Kind
	// Organ is the symbol of the organ that issues, "BTV"; "" the usual one.
	Organ string `json:",omitempty"`
	// Date is that of the paper; the zero Date leaves day and month to be written by hand.
	Date day.Date `json:",omitzero"`
	// AsOf is the day up to which figures count.
	AsOf      day.Date            `json:",omitzero"`
	Year      int                 `json:",omitempty"`
	Period    Period              `json:",omitempty"`
	Term      int64               `json:",omitempty"`
	Round     int64               `json:",omitempty"`
	Visit     int64               `json:",omitempty"`
	Unit      int64               `json:",omitempty"`
	Layout    reports.CadreLayout `json:",omitempty"`
	Sensitive bool                `json:",omitempty"`
	// Subject is what a free paper is about, without line breaks.
	Subject string `json:",omitempty"`
}

// Period is what a report on inspections covers: a part of a year, a round or a term.
type Period string

// The periods of the report on inspections (plan 77/KH-BCH, IV.2: "định kỳ 6 tháng, 01 năm").
const (
	FirstHalf Period = "6m"
	WholeYear Period = "year"
	OneRound  Period = "round"
	WholeTerm Period = "term"
)

// Question is something that a kind of paper must know before it can be drafted; it is also the flag of the command line.
type Question string

// The questions, each a field of PaperRequest.
const (
	AskYear      Question = "year"
	AskPeriod    Question = "period"
	AskTerm      Question = "term"
	AskRound     Question = "round"
	AskVisit     Question = "visit"
	AskUnit      Question = "unit"
	AskLayout    Question = "layout"
	AskSensitive Question = "sensitive"
	AskSubject   Question = "subject"
)

// Questions lists what a kind of paper asks for.
func Questions(kind string) []Question {
	switch kind {
	case reports.HalfYearReportID, reports.YearReportID, reports.AwardProposalID:
		return []Question{AskYear}
	case reports.MidTermReportID, reports.EndOfTermReportID:
		return []Question{AskTerm}
	case reports.InspectionPlanID, reports.TeamDecisionID, reports.InspectionNoticeID:
		return []Question{AskRound}
	case reports.InspectionMinutesID, reports.InspectionConclusionID:
		return []Question{AskVisit}
	case reports.InspectionReportID:
		return []Question{AskPeriod, AskYear, AskRound, AskTerm}
	case reports.CadreListID:
		return []Question{AskUnit, AskLayout, AskSensitive}
	case reports.PlanID, reports.OfficialLetterID, reports.InvitationID:
		return []Question{AskSubject}
	}
	return nil
}

// Needs tells whether a request must answer a question. Of the report on inspections the period decides.
func (r PaperRequest) Needs(q Question) bool {
	if r.Kind == reports.InspectionReportID && q != AskPeriod {
		switch r.Period {
		case OneRound:
			return q == AskRound
		case WholeTerm:
			return q == AskTerm
		}
		return q == AskYear
	}
	return slices.Contains(Questions(r.Kind), q)
}

// NamedLayout is a layout of the list of cadres with its name on the command line and its label in the window.
type NamedLayout struct {
	Name, Label string
	Who         string // in titles: "cán bộ chi hội"
	Layout      reports.CadreLayout
}

// Layouts are the layouts of the list of cadres.
var Layouts = []NamedLayout{
	{"hoi", "Cán bộ Hội, ủy viên Ban Chấp hành", "cán bộ", reports.UnionCadres},
	{"chi-hoi", "Cán bộ chi hội", "cán bộ chi hội", reports.BranchCadres},
	{"quy-hoach", "Cán bộ quy hoạch", "cán bộ quy hoạch", reports.SuccessionCadres},
}

// check refuses a request that cannot be drafted, in a sentence that says what is missing.
func (r PaperRequest) check() error {
	kind, known := reports.KindByID(r.Kind)
	if !known {
		var ids []string
		for _, k := range reports.Kinds() {
			ids = append(ids, k.ID)
		}
		return Problem("Không có loại văn bản “%s”; hãy chọn một trong: %s.", r.Kind, strings.Join(ids, ", "))
	}
	switch {
	case r.Needs(AskYear) && (r.Year < 1900 || r.Year > 9999):
		return Problem("“%s” cần biết năm; hãy chọn năm, ví dụ 2023.", kind.Title)
	case r.Needs(AskPeriod) && !slices.Contains([]Period{FirstHalf, WholeYear, OneRound, WholeTerm}, r.Period):
		return Problem("Kỳ báo cáo “%s” không có; hãy chọn 6m (6 tháng đầu năm), year (cả năm), round (một đợt) hoặc term (cả nhiệm kỳ).", r.Period)
	case r.Needs(AskRound) && r.Round == 0:
		return Problem("“%s” cần biết đợt kiểm tra; hãy chọn đợt.", kind.Title)
	case r.Needs(AskVisit) && r.Visit == 0:
		return Problem("“%s” cần biết cuộc kiểm tra; hãy chọn cuộc kiểm tra.", kind.Title)
	case r.Layout < 0 || int(r.Layout) >= len(Layouts):
		return Problem("Mẫu danh sách số %d không có; hãy chọn mẫu khác.", r.Layout)
	case r.Needs(AskUnit) && r.Unit == 0:
		return Problem("“%s” cần biết đơn vị; hãy chọn đơn vị.", kind.Title)
	case !r.Date.IsZero() && !r.Date.IsFull():
		return Problem("Ngày văn bản cần đủ ngày, tháng, năm; hãy gõ như 04/07/2023 hoặc để trống.")
	}
	return nil
}

// draftYear is the year of a paper without date.
func (r PaperRequest) draftYear() int {
	if !r.Date.IsZero() {
		return r.Date.Year
	}
	return r.AsOf.Year
}

// readRequest reads the request that a stored document was drafted from. ok is false for a document made by hand.
func readRequest(d data.Document) (r PaperRequest, ok bool, err error) {
	if d.Request == "" {
		return r, false, nil
	}
	if err := json.Unmarshal([]byte(d.Request), &r); err != nil {
		return r, false, fmt.Errorf("request of document %d: %w", d.ID, err)
	}
	return r, true, nil
}

func (r PaperRequest) json() string {
	text, err := json.Marshal(r)
	if err != nil {
		panic(err) // plain values only
	}
	return string(text)
}

// basisOf gives the letterhead of a request and the plan that its papers answer to.
func (o *Office) basisOf(ctx context.Context, r PaperRequest) (reports.Letterhead, string, error) {
	return o.letterheadOn(ctx, r.Date, r.AsOf, r.Organ)
}
