package app

import (
	"cmp"
	"context"
	"slices"

	"cosohoi/data"
	"cosohoi/data/day"
)

// Stages on the way to the Party that are no data.PartyStep: nothing yet, and those that are dates of the cadre.
const (
	StageNone      data.PartyStage = ""
	StageProbation data.PartyStage = "probation"
	StageOfficial  data.PartyStage = "official"
)

// PartyStages is the way to the Party in its order.
var PartyStages = []data.PartyStage{data.StageOutstanding, data.StageCourse, data.StageIntroduced, StageProbation, StageOfficial}

// PartyStageName names a stage as lists do.
func PartyStageName(s data.PartyStage) string {
	switch s {
	case data.StageOutstanding:
		return "Quần chúng ưu tú"
	case data.StageCourse:
		return "Bồi dưỡng nhận thức về Đảng"
	case data.StageIntroduced:
		return "Giới thiệu kết nạp"
	case StageProbation:
		return "Kết nạp (dự bị)"
	case StageOfficial:
		return "Chính thức"
	case data.StageStopped:
		return "Dừng"
	}
	return "Chưa có bước nào"
}

// Months of the way to the Party: how long probation lasts, and a certificate of nhận thức về Đảng unless it says otherwise.
const (
	probationMonths   = 12
	certificateMonths = 60
)

// PartyStageOf is the stage of a cadre on a day. Her dates go before the steps; of these the furthest since the last stop
// counts, so that a step after a stop takes the way up again, and dates known only by year do not turn the order.
func PartyStageOf(steps []data.PartyStep, c data.Cadre, on day.Date) data.PartyStage {
	switch {
	case !c.PartyOfficialOn.IsZero() && !c.PartyOfficialOn.After(on):
		return StageOfficial
	case c.IsPartyMember(on):
		return StageProbation
	}
	stage := StageNone
	for _, s := range inOrder(steps) {
		if !s.TakenOn.After(on) && (s.Step == data.StageStopped || stage == data.StageStopped || stageRank(s.Step) > stageRank(stage)) {
			stage = s.Step
		}
	}
	return stage
}

// stageRank is the place of a stage on the way, -1 for none of them.
func stageRank(s data.PartyStage) int { return slices.Index(PartyStages, s) }

// inOrder sorts steps by time; of one day the one noted first comes first, and one that is not stored yet last.
func inOrder(steps []data.PartyStep) []data.PartyStep {
	sorted := slices.Clone(steps)
	slices.SortStableFunc(sorted, func(a, b data.PartyStep) int {
		return cmp.Or(a.TakenOn.Compare(b.TakenOn), cmp.Compare(uint64(a.ID-1), uint64(b.ID-1)))
	})
	return sorted
}

// OfficialDue is when probation is over; zero for one who is not on probation on the day. A date known by month or year
// counts from its end, so that nobody is called late too early.
func OfficialDue(c data.Cadre, on day.Date) day.Date {
	if c.PartyProbationOn.IsZero() || c.PartyProbationOn.After(on) || (!c.PartyOfficialOn.IsZero() && !c.PartyOfficialOn.After(on)) {
		return day.Date{}
	}
	return c.PartyProbationOn.Last().AddMonths(probationMonths)
}

// CertificateExpiry is the usual end of a certificate.
func CertificateExpiry(taken day.Date) day.Date {
	if taken.IsZero() {
		return taken
	}
	return taken.Last().AddMonths(certificateMonths)
}

// CheckPartyStep tells, in a sentence, why a step does not fit the others of a cadre and her dates; others may hold its
// stored self. Between two stops every step is taken once and in its order; steps may be left out, since old papers are lost.
func CheckPartyStep(step data.PartyStep, others []data.PartyStep, c data.Cadre) error {
	if joined := joinedParty(c, day.Of(9999, 12, 31)); !joined.IsZero() && step.TakenOn.First().After(joined.Last()) {
		return Problem("“%s” vào Đảng ngày %s; bước “%s” phải trước ngày đó, hãy sửa lại ngày.", c.FullName, joined, PartyStageName(step.Step))
	}
	if step.Step != data.StageStopped && stageRank(step.Step) < 0 {
		return Problem("Hãy chọn bước phát triển Đảng.")
	}
	steps := slices.DeleteFunc(slices.Clone(others), func(s data.PartyStep) bool { return s.ID == step.ID })
	var since []data.PartyStep // the steps after the last stop
	for _, s := range inOrder(append(steps, step)) {
		if s.Step == data.StageStopped {
			if len(since) == 0 {
				return Problem("Chưa có bước phát triển Đảng nào trước ngày %s để dừng; hãy ghi bước đã qua trước.", s.TakenOn)
			}
			since = nil
			continue
		}
		for _, earlier := range since {
			switch {
			case earlier.Step == s.Step:
				return Problem("Bước “%s” đã được ghi ngày %s; hãy sửa bước đã ghi.", PartyStageName(s.Step), earlier.TakenOn)
			case stageRank(earlier.Step) > stageRank(s.Step) && s.TakenOn.First().After(earlier.TakenOn.Last()):
				return Problem("Bước “%s” ngày %s không thể sau bước “%s” ngày %s; hãy sửa lại ngày.", PartyStageName(s.Step), s.TakenOn, PartyStageName(earlier.Step), earlier.TakenOn)
			}
		}
		since = append(since, s)
	}
	return nil
}

// CheckAdmission tells, in a sentence, why the day of a stage that is a date of the cadre cannot be.
func CheckAdmission(c data.Cadre, steps []data.PartyStep, stage data.PartyStage, on day.Date) error {
	switch {
	case on.IsZero():
		return Problem("Hãy gõ ngày của bước “%s”.", PartyStageName(stage))
	case stage == StageOfficial && c.PartyProbationOn.IsZero():
		return Problem("“%s” chưa có ngày kết nạp; hãy ghi bước kết nạp trước.", c.FullName)
	case stage == StageOfficial && on.Last().Before(c.PartyProbationOn.First().AddMonths(probationMonths)):
		return Problem("Thời gian dự bị là %d tháng; ngày chính thức sớm nhất là %s.", probationMonths, c.PartyProbationOn.First().AddMonths(probationMonths))
	case stage == StageOfficial:
		return nil
	}
	sorted := inOrder(steps)
	if len(sorted) == 0 {
		return nil
	}
	switch last := sorted[len(sorted)-1]; {
	case on.Last().Before(last.TakenOn.First()):
		return Problem("Ngày kết nạp %s sớm hơn bước “%s” ngày %s; hãy sửa lại ngày.", on, PartyStageName(last.Step), last.TakenOn)
	case last.Step == data.StageStopped:
		return Problem("Việc phát triển Đảng đã dừng ngày %s; hãy ghi bước tiếp tục trước khi kết nạp.", last.TakenOn)
	}
	return nil
}

// TakePartyStep notes a step. Admission and official membership become the dates of the cadre, of which there is one each.
func (o *Office) TakePartyStep(ctx context.Context, s data.PartyStep) error {
	_, err := o.db.Write(ctx, "Ghi bước phát triển Đảng", func(tx *data.Tx) error {
		c, err := tx.Cadre(ctx, s.CadreID)
		if err != nil {
			return err
		}
		steps, err := tx.PartySteps(ctx, []int64{s.CadreID})
		if err != nil {
			return err
		}
		switch {
		case s.Step == StageProbation || s.Step == StageOfficial:
			if err := CheckAdmission(c, steps, s.Step, s.TakenOn); err != nil {
				return err
			}
			if s.Step == StageProbation {
				c.PartyProbationOn = s.TakenOn
			} else {
				c.PartyOfficialOn = s.TakenOn
			}
			return tx.Update(&c)
		case s.TakenOn.IsZero():
			return Problem("Hãy gõ ngày của bước “%s”.", PartyStageName(s.Step))
		}
		if err := CheckPartyStep(s, steps, c); err != nil {
			return err
		}
		if err := learn(ctx, tx, &s); err != nil {
			return err
		}
		if s.ID == 0 {
			return tx.Insert(&s)
		}
		return tx.Update(&s)
	})
	return err
}

// PartyFunnel counts the cadres who serve in a unit or below it on a day, by their stage.
func (o *Office) PartyFunnel(ctx context.Context, on day.Date, unit int64) (map[data.PartyStage]data.StageCount, error) {
	return o.db.PartyFunnel(ctx, on, unit)
}

// BranchHeadProfile counts what kind of people the chi hội trưởng in a unit and below it are on a day.
func (o *Office) BranchHeadProfile(ctx context.Context, on day.Date, unit int64) (data.HeadProfile, error) {
	return o.db.BranchHeadProfile(ctx, on, unit)
}
