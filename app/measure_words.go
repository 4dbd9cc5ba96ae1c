package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/vietnamese"
)

// The words for what the records of the movement store.
var (
	ActivityKinds     = []Word{{data.ActivityKnowledge, "Nâng cao kiến thức"}, {data.ActivityContest, "Hội thi, sân chơi"}, {data.ActivityCampaign, "Truyền thông, vận động"}, {data.ActivityOther, "Khác"}}
	Occasions         = []Word{{OccasionMarch, "8/3"}, {OccasionOctober, "20/10"}}
	NewsKinds         = []Word{{"article", "Tin bài"}, {"video", "Video clip"}}
	MeetingLeaders    = []Word{{data.LeaderChair, "Chủ tịch"}, {data.LeaderDeputy, "Phó Chủ tịch"}}
	ProposalContents  = []Word{{data.ProposesProgramme, "Chương trình, đề án"}, {data.ProposesAllowance, "Chế độ bồi dưỡng"}, {data.ProposesResource, "Nguồn lực, trang thiết bị"}, {data.ProposesPersonnel, "Tổ chức, nhân sự"}, {data.ProposesParty, "Xây dựng Đảng, phát triển đảng viên"}, {data.ProposesOther, "Khác"}}
	ProposalOutcomes  = []Word{{data.OutcomePending, "Chưa trả lời"}, {data.OutcomeAccepted, "Được chấp thuận"}, {data.OutcomePartly, "Chấp thuận một phần"}, {data.OutcomeRefused, "Không được chấp thuận"}}
	TaskStates        = []Word{{data.TaskBegun, "đang làm"}, {data.TaskDone, "xong"}, {data.TaskStuck, "vướng mắc"}}
	PaperKinds        = []Word{{data.PaperPlan, "Kế hoạch triển khai"}, {data.PaperHalfYear, "Báo cáo 6 tháng"}, {data.PaperYear, "Báo cáo năm"}}
	reviewOutcomes    = []Word{{data.ReviewedIn12, "hiệu quả, đánh giá trong 12 tháng"}, {data.ReviewedThisYear, "hiệu quả, đánh giá trong năm"}, {data.ReviewedEver, "hiệu quả ở lần đánh giá gần nhất"}, {data.ReviewedAllPoints, "đủ tiêu chí ở lần đánh giá gần nhất"}}
	partyStepWords    = []Word{{string(data.StageOutstanding), "quần chúng ưu tú"}, {string(data.StageCourse), "bồi dưỡng nhận thức về Đảng"}, {string(data.StageIntroduced), "giới thiệu kết nạp"}}
	yesWord           = []Word{{data.Yes, "có"}}
	countedUnitLevels = []Word{{string(data.BaseUnit), "cơ sở Hội"}, {string(data.Branch), "chi hội"}, {string(data.District), "đơn vị cấp huyện"}, {string(data.Group), "tổ phụ nữ"}}
)

// MeasureField is what a condition may look at in a source: one of some values, or a number of at least something.
type MeasureField struct {
	ID     data.Field
	Name   string
	Values []Word
	Number bool
}

// MeasureSource is a sort of record that a target may count.
type MeasureSource struct {
	ID     data.Source
	Name   string // in small letters, after a number: "hoạt động"
	Fields []MeasureField
}

// MeasureSources are all that a target may count, in the order of the form.
type MeasureSources []MeasureSource

// MeasureSources lists what a target may count, with the words of the office for its values.
func (o *Office) MeasureSources(ctx context.Context) (MeasureSources, error) {
	kinds, err := o.db.ModelKinds(ctx)
	if err != nil {
		return nil, err
	}
	pairs, err := o.db.PairKinds(ctx)
	if err != nil {
		return nil, err
	}
	positions, err := o.db.Positions(ctx)
	if err != nil {
		return nil, err
	}
	subjects, err := o.Catalogue(ctx, "course_subject")
	if err != nil {
		return nil, err
	}
	var modelKinds, pairKinds, posts []Word
	for _, k := range kinds {
		modelKinds = append(modelKinds, Word{k.Code, k.Name})
	}
	for _, k := range pairs {
		pairKinds = append(pairKinds, Word{k.Code, k.Name})
	}
	for _, p := range positions {
		posts = append(posts, Word{p.Code, p.Name + " (" + strings.ToLower(LevelName(p.Level)) + ")"})
	}
	levels := func(subjects ...string) ([]Word, error) {
		var words []Word
		for _, subject := range subjects {
			scales, err := scalesOf(ctx, o.db.Reader, subject)
			if err != nil {
				return nil, err
			}
			for _, s := range scales {
				for _, l := range s.Levels {
					if w := (Word{l.Short, l.Name}); !slices.Contains(words, w) {
						words = append(words, w)
					}
				}
			}
		}
		return words, nil
	}
	ofUnits, err := levels(data.RatesBaseUnits, data.RatesBranches)
	if err != nil {
		return nil, err
	}
	ofCadres, err := levels(data.RatesCadres)
	if err != nil {
		return nil, err
	}
	kind := func(words []Word) MeasureField {
		return MeasureField{ID: data.FieldKind, Name: "Loại", Values: words}
	}
	number := func(id data.Field, name string) MeasureField { return MeasureField{ID: id, Name: name, Number: true} }
	words := func(values []string) []Word {
		list := make([]Word, len(values))
		for i, v := range values {
			list[i] = Word{v, v}
		}
		return list
	}
	return MeasureSources{
		{data.CountModels, "mô hình đang hoạt động", []MeasureField{kind(modelKinds), {ID: data.FieldReview, Name: "Đánh giá", Values: reviewOutcomes}, {ID: data.FieldPairs, Name: "Có cặp đang hoạt động", Values: yesWord}, {ID: data.FieldPilot, Name: "Mô hình điểm", Values: yesWord}, number(data.FieldMembers, "Số thành viên")}},
		{data.CountPairs, "cặp “1+1” đang hoạt động", []MeasureField{kind(pairKinds)}},
		{data.CountActivities, "hoạt động", []MeasureField{kind(ActivityKinds), {ID: data.FieldOccasion, Name: "Dịp", Values: Occasions}, {ID: data.FieldPartners, Name: "Có cơ quan phối hợp", Values: yesWord}, number(data.FieldParticipants, "Số người tham gia")}},
		{data.CountMeetings, "buổi sinh hoạt chi hội, tổ", []MeasureField{{ID: data.FieldLeader, Name: "Lãnh đạo cơ sở dự", Values: MeetingLeaders}, number(data.FieldParticipants, "Số người dự")}},
		{data.CountNews, "tin bài, video clip", []MeasureField{kind(NewsKinds)}},
		{data.CountProposals, "tham mưu, đề xuất", []MeasureField{{ID: data.FieldContent, Name: "Nội dung", Values: ProposalContents}, {ID: data.FieldOutcome, Name: "Kết quả", Values: ProposalOutcomes}, number(data.FieldMoney, "Kinh phí được cấp (đồng)")}},
		{data.CountCoordinations, "chương trình phối hợp còn hiệu lực", nil},
		{data.CountUnitAwards, "khen thưởng tập thể", nil},
		{data.CountExamples, "gương điển hình", nil},
		{data.CountUnitRatings, "xếp loại đơn vị", []MeasureField{{ID: data.FieldLevel, Name: "Mức", Values: ofUnits}}},
		{data.CountPapers, "kế hoạch, báo cáo đã gửi", []MeasureField{kind(PaperKinds)}},
		{data.CountTasks, "lần báo cáo tiến độ nhiệm vụ", []MeasureField{{ID: data.FieldState, Name: "Tình trạng", Values: TaskStates}}},
		{data.CountVisits, "cuộc kiểm tra đã thực hiện", nil},
		{data.CountTrips, "chuyến đi cơ sở của cán bộ phụ trách", nil},
		{data.CountPosts, "người giữ chức danh", []MeasureField{{ID: data.FieldPost, Name: "Chức danh", Values: posts}}},
		{data.CountMembers, "đảng viên", nil},
		{data.CountAdmissions, "người được kết nạp Đảng", nil},
		{data.CountPartySteps, "bước phát triển Đảng", []MeasureField{{ID: data.FieldStep, Name: "Bước", Values: partyStepWords}}},
		{data.CountAllowances, "chế độ bồi dưỡng đang hưởng", []MeasureField{number(data.FieldAmount, "Mức (đồng/tháng)")}},
		{data.CountCourses, "lượt bồi dưỡng", []MeasureField{{ID: data.FieldSubject, Name: "Nội dung", Values: words(subjects)}}},
		{data.CountRatings, "xếp loại cán bộ", []MeasureField{{ID: data.FieldLevel, Name: "Mức", Values: ofCadres}}},
		{data.CountCadreAwards, "khen thưởng cá nhân", nil},
	}, nil
}

// Source finds a sort of record.
func (m MeasureSources) Source(id data.Source) MeasureSource {
	if at := slices.IndexFunc(m, func(s MeasureSource) bool { return s.ID == id }); at >= 0 {
		return m[at]
	}
	return MeasureSource{ID: id, Name: string(id)}
}

// countedWord is what a definition counts: "cơ sở Hội", "chi hội trưởng"; of a number, the records.
func countedWord(d Definition, positions []data.Position) string {
	switch code := d.post(); {
	case d.Rate != "":
		return "theo biểu số liệu"
	case d.Total != nil:
		return "bản ghi"
	case code == branchHead:
		return "chi hội trưởng"
	case code != "":
		if at := slices.IndexFunc(positions, func(p data.Position) bool { return p.Code == code }); at >= 0 {
			return strings.ToLower(positions[at].Name)
		}
		return code
	}
	return nameOf(countedUnitLevels, d.Of)
}

// describe writes a definition as a sentence for under the table.
func (m MeasureSources) describe(d Definition, counted string) string {
	what := func(c data.Count) string {
		s := m.Source(c.Source)
		text := s.Name
		var conditions []string
		for _, w := range c.Where {
			at := slices.IndexFunc(s.Fields, func(f MeasureField) bool { return f.ID == w.Field })
			if at < 0 {
				continue
			}
			f := s.Fields[at]
			if f.Number {
				conditions = append(conditions, vietnamese.LowerFirst(f.Name)+" từ "+vietnamese.Decimal(w.AtLeast, -1))
				continue
			}
			values := make([]string, len(w.Is))
			for i, v := range w.Is {
				values[i] = nameOf(f.Values, v)
			}
			conditions = append(conditions, vietnamese.LowerFirst(f.Name)+": "+strings.Join(values, ", "))
		}
		if len(conditions) > 0 {
			text += " (" + strings.Join(conditions, "; ") + ")"
		}
		return text
	}
	when := map[TargetPeriod]string{OnTheDay: "tại ngày tính", ThisHalfYear: "trong 6 tháng", ThisYear: "trong năm", SinceStart: "từ ngày bắt đầu chỉ tiêu"}[d.Period]
	if d.Total != nil {
		if d.Total.Sum != "" {
			s := m.Source(d.Total.Source)
			if at := slices.IndexFunc(s.Fields, func(f MeasureField) bool { return f.ID == d.Total.Sum }); at >= 0 {
				return fmt.Sprintf("Tính tổng %s của %s, %s.", vietnamese.LowerFirst(s.Fields[at].Name), what(*d.Total), when)
			}
		}
		return fmt.Sprintf("Tính số %s, %s.", what(*d.Total), when)
	}
	tests := make([]string, len(d.Tests))
	for i, t := range d.Tests {
		verb := "có ít nhất"
		if t.Not {
			verb = "có ít hơn"
		}
		tests[i] = fmt.Sprintf("%s %d %s", verb, max(t.AtLeast, 1), what(t.Count))
	}
	if d.Feature == FeatureHardship {
		counted += " khó khăn"
	} else if d.Feature == FeatureReligious {
		counted += " đông đồng bào có đạo"
	}
	return fmt.Sprintf("Tính tỷ lệ %s %s, %s.", counted, strings.Join(tests, map[bool]string{true: " hoặc ", false: " và "}[d.Any]), when)
}
