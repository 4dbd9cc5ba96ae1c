package app

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"cosohoi/assets"
	"cosohoi/data"
	"cosohoi/data/day"
)

// planStart is the day from which the plan counts the way to the Party of chi hội trưởng (footnote 3: tính đến tháng 01/2023).
var planStart = day.Of(2023, 1, 31)

// termStart is the first day of the term of the plan, 2022 - 2027.
var termStart = day.Of(2022, 1, 1)

// PartyShareBefore is the share of Party members among chi hội trưởng at planStart, in per cent (footnote 3 of the plan).
const PartyShareBefore = 23.2

func has(source data.Source, atLeast int, where ...data.Condition) Test {
	return Test{Count: data.Count{Source: source, Where: where}, AtLeast: atLeast}
}

func is(field data.Field, values ...string) data.Condition {
	return data.Condition{Field: field, Is: values}
}

func ofBaseUnits(period TargetPeriod, tests ...Test) Definition {
	return Definition{Of: string(data.BaseUnit), Tests: tests, Period: period}
}

// Occasions at which the plan asks for activities.
const (
	OccasionMarch   = "8/3"
	OccasionOctober = "20/10"
)

var (
	knowledge   = is(data.FieldKind, data.ActivityKnowledge)
	heads       = ofPost + branchHead
	notYetParty = Test{Count: data.Count{Source: data.CountMembers}, AtLeast: 1, Not: true}
	notAtStart  = Test{Count: data.Count{Source: data.CountMembers}, AtLeast: 1, Not: true, AtStart: true}
	towardParty = []Test{has(data.CountPartySteps, 1, is(data.FieldStep, string(data.StageCourse), string(data.StageIntroduced))), has(data.CountAdmissions, 1)}
	paidMonthly = has(data.CountAllowances, 1)
	askedForPay = Test{Count: data.Count{Source: data.CountProposals, Where: []data.Condition{is(data.FieldContent, data.ProposesAllowance)}}, AtLeast: 1, FromAbove: true}
)

// planReadings are the ways to read each target of plan 77/KH-BCH, section II, the usual one first.
var planReadings = map[string][]Reading{
	"CT1.1": {
		{"running", "Cơ sở đạt khi cơ sở hoặc chi hội của cơ sở có mô hình “1+1” đang hoạt động vào ngày tính.", ofBaseUnits(OnTheDay, has(data.CountModels, 1, is(data.FieldKind, data.OneAndOne)))},
		{"pairs", "Cơ sở đạt khi có mô hình “1+1” đang hoạt động với ít nhất một cặp đang hoạt động vào ngày tính.", ofBaseUnits(OnTheDay, has(data.CountModels, 1, is(data.FieldKind, data.OneAndOne), is(data.FieldPairs, data.Yes)))},
	},
	"CT1.2": {
		{"running", "Cơ sở đạt khi ít nhất một chi hội của cơ sở, hoặc cơ sở, có mô hình “3 có, 3 biết” đang hoạt động vào ngày tính.", ofBaseUnits(OnTheDay, has(data.CountModels, 1, is(data.FieldKind, data.ThreeAndThree)))},
		{"complete", "Cơ sở đạt khi có mô hình “3 có, 3 biết” đang hoạt động và đủ 6 tiêu chí ở lần đánh giá gần nhất.", ofBaseUnits(OnTheDay, has(data.CountModels, 1, is(data.FieldKind, data.ThreeAndThree), is(data.FieldReview, data.ReviewedAllPoints)))},
	},
	"CT1.3": {
		{"months12", "“Hiệu quả” là lần đánh giá gần nhất, trong 12 tháng đến ngày tính, kết luận hiệu quả.", ofBaseUnits(OnTheDay, has(data.CountModels, 1, is(data.FieldKind, data.SpecialGroup), is(data.FieldReview, data.ReviewedIn12)))},
		{"year", "“Hiệu quả” là lần đánh giá gần nhất trong năm của ngày tính kết luận hiệu quả.", ofBaseUnits(OnTheDay, has(data.CountModels, 1, is(data.FieldKind, data.SpecialGroup), is(data.FieldReview, data.ReviewedThisYear)))},
		{"ever", "“Hiệu quả” là lần đánh giá gần nhất kết luận hiệu quả, dù đã bao lâu.", ofBaseUnits(OnTheDay, has(data.CountModels, 1, is(data.FieldKind, data.SpecialGroup), is(data.FieldReview, data.ReviewedEver)))},
	},
	"CT2": {
		{"start", "Mẫu số là chi hội trưởng đương nhiệm chưa là đảng viên vào 31/01/2023, hoặc khi nhận chức danh nếu nhận sau ngày đó; tử số là người từ 31/01/2023 đã được bồi dưỡng nhận thức về Đảng, giới thiệu hoặc kết nạp.",
			Definition{Of: heads, Among: []Test{notAtStart}, Tests: towardParty, Any: true, Period: SinceStart}},
		{"now", "Mẫu số là chi hội trưởng đương nhiệm chưa là đảng viên vào ngày tính; tử số là người từ 31/01/2023 đã được bồi dưỡng nhận thức về Đảng hoặc giới thiệu.",
			Definition{Of: heads, Among: []Test{notYetParty}, Tests: towardParty, Any: true, Period: SinceStart}},
		{"cohort", "Mẫu số là người giữ chức chi hội trưởng và chưa là đảng viên vào 31/01/2023, kể cả người đã thôi; tử số là người sau đó đã được bồi dưỡng nhận thức về Đảng, giới thiệu hoặc kết nạp.",
			Definition{Of: heads, AtStart: true, Among: []Test{notAtStart}, Tests: towardParty, Any: true, Period: SinceStart}},
	},
	"CT3.1": {
		{"together", "“02 hoạt động” là hai hoạt động nâng cao kiến thức trong năm, tính chung cả hai dịp 8/3 và 20/10.", ofBaseUnits(ThisYear, has(data.CountActivities, 2, knowledge, is(data.FieldOccasion, OccasionMarch, OccasionOctober)))},
		{"each", "“02 hoạt động” là hai hoạt động nâng cao kiến thức cho mỗi dịp 8/3 và 20/10 trong năm.",
			ofBaseUnits(ThisYear, has(data.CountActivities, 2, knowledge, is(data.FieldOccasion, OccasionMarch)), has(data.CountActivities, 2, knowledge, is(data.FieldOccasion, OccasionOctober)))},
		{"partners", "“02 hoạt động” là hai hoạt động nâng cao kiến thức trong năm, tính chung cả hai dịp, chỉ tính hoạt động có cơ quan phối hợp.",
			ofBaseUnits(ThisYear, has(data.CountActivities, 2, knowledge, is(data.FieldOccasion, OccasionMarch, OccasionOctober), is(data.FieldPartners, data.Yes)))},
	},
	"CT3.2": {
		{"any", "Cơ sở đạt khi trong năm có ít nhất một tham mưu, đề xuất với cấp ủy, chính quyền, về bất cứ nội dung nào.", ofBaseUnits(ThisYear, has(data.CountProposals, 1))},
		{"programme", "Cơ sở đạt khi trong năm có ít nhất một đề xuất tham gia chương trình, đề án hoặc xây dựng Đảng.", ofBaseUnits(ThisYear, has(data.CountProposals, 1, is(data.FieldContent, data.ProposesProgramme, data.ProposesParty)))},
	},
	"CT4": {
		{"proposed", "Tính chi hội trưởng đang hưởng chế độ bồi dưỡng, hoặc mà chi hội, cơ sở hay cấp trên đã có văn bản đề xuất chế độ bồi dưỡng từ đầu nhiệm kỳ 2022 - 2027.",
			Definition{Of: heads, Tests: []Test{paidMonthly, askedForPay}, Any: true, Period: SinceStart}},
		{"paid", "Chỉ tính chi hội trưởng đang hưởng chế độ bồi dưỡng hằng tháng vào ngày tính.", Definition{Of: heads, Tests: []Test{paidMonthly}, Period: OnTheDay}},
	},
}

// readingSetting is the name under which the office keeps how it reads a target.
func readingSetting(code string) string { return "chi-tieu." + code }

// readingChoice is the choice among the readings of a target of the plan.
func readingChoice(code string) data.Choice[string] {
	c := data.Choice[string]{Name: readingSetting(code)}
	for _, r := range planReadings[code] {
		c.Values = append(c.Values, r.ID)
	}
	return c
}

// planTargets are the targets of the plan as the office reads them.
func (o *Office) planTargets(ctx context.Context) ([]Target, error) {
	rows, err := table(assets.Targets, 10)
	if err != nil {
		return nil, fmt.Errorf("targets of the plan: %w", err)
	}
	targets := make([]Target, len(rows))
	for i, row := range rows {
		goal, err := strconv.ParseFloat(row[5], 64)
		if err != nil {
			return nil, fmt.Errorf("targets of the plan: %s: %w", row[0], err)
		}
		t := Target{Code: row[0], Name: row[1], Goal: goal, FirstDay: termStart, Readings: planReadings[row[0]]}
		if t.Code == "CT2" {
			t.FirstDay = planStart
		}
		if len(t.Readings) == 0 {
			return nil, fmt.Errorf("targets of the plan: %s has no definition", t.Code)
		}
		chosen, err := readingChoice(t.Code).Of(ctx, o.db.Reader)
		if err != nil {
			return nil, err
		}
		t.Reading = slices.IndexFunc(t.Readings, func(r Reading) bool { return r.ID == chosen })
		t.Counted = countedWord(t.Definition(), nil)
		targets[i] = t
	}
	return targets, nil
}

// ChooseReading stores how the office reads a target of the plan.
func (o *Office) ChooseReading(ctx context.Context, code, reading string) error {
	_, err := o.db.Write(ctx, "Chọn cách tính chỉ tiêu "+code, func(tx *data.Tx) error { return readingChoice(code).Choose(ctx, tx, reading) })
	return err
}
