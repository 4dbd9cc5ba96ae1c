package reports

import "slices"

// Kind is a kind of paper that the program drafts.
type Kind struct {
	ID           string // "bao-cao-6-thang"
	Title        string // in lists: "Báo cáo 6 tháng"
	Abbreviation string // of its type by Nghị định 30/2020/NĐ-CP, Phụ lục III: "BC"; "" for a công văn and a plain list
	About        string // one sentence: what it is for
	Fields       []Field
}

// Field is a named field of an outline, written «name» there.
type Field struct {
	Name  string // as it is typed, apart from its case: "kỳ báo cáo"
	About string // what stands there
}

// The ids of the kinds, which are the names of the default outlines too.
const (
	HalfYearReportID       = "bao-cao-6-thang"
	YearReportID           = "bao-cao-nam"
	MidTermReportID        = "bao-cao-giua-nhiem-ky"
	EndOfTermReportID      = "bao-cao-cuoi-nhiem-ky"
	InspectionPlanID       = "ke-hoach-kiem-tra"
	TeamDecisionID         = "quyet-dinh-doan-kiem-tra"
	InspectionNoticeID     = "thong-bao-lich-kiem-tra"
	InspectionMinutesID    = "bien-ban-kiem-tra"
	InspectionConclusionID = "thong-bao-ket-luan"
	InspectionReportID     = "kiem-tra"
	AwardProposalID        = "to-trinh-khen-thuong"
	CadreListID            = "trich-ngang"
	PlanID                 = "ke-hoach"
	OfficialLetterID       = "cong-van"
	InvitationID           = "giay-moi"
)

// Kinds lists the kinds of papers in the order in which the office looks for them.
func Kinds() []Kind {
	kinds := []Kind{
		{HalfYearReportID, "Báo cáo 6 tháng", "BC", "Kết quả công tác Hội và phong trào phụ nữ 6 tháng, gửi cấp trên.", halfYearReportFields},
		{YearReportID, "Báo cáo năm", "BC", "Kết quả công tác Hội và phong trào phụ nữ cả năm, gửi cấp trên.", yearReportFields},
		{MidTermReportID, "Báo cáo sơ kết giữa nhiệm kỳ", "BC", "Đánh giá nửa đầu nhiệm kỳ và nhiệm vụ, giải pháp nửa cuối nhiệm kỳ.", midTermReportFields},
		{EndOfTermReportID, "Báo cáo tổng kết nhiệm kỳ", "BC", "Tổng kết nhiệm kỳ và phương hướng nhiệm kỳ tới.", endOfTermReportFields},
		{InspectionPlanID, "Kế hoạch kiểm tra, giám sát", "KH", "Nội dung, thành phần đoàn, lịch kiểm tra và đề cương báo cáo của đơn vị.", inspectionPlanFields},
		{TeamDecisionID, "Quyết định thành lập đoàn kiểm tra", "QĐ", "Thành lập đoàn, giao nhiệm vụ và thời gian kiểm tra.", teamDecisionFields},
		{InspectionNoticeID, "Thông báo lịch kiểm tra", "TB", "Báo cho đơn vị ngày, đoàn kiểm tra và việc cần chuẩn bị.", inspectionNoticeFields},
		{InspectionMinutesID, "Biên bản kiểm tra", "BB", "Ghi buổi làm việc của đoàn với một đơn vị.", inspectionMinutesFields},
		{InspectionConclusionID, "Thông báo kết luận kiểm tra", "TB", "Kết luận với một đơn vị và việc phải khắc phục.", inspectionConclusionFields},
		{InspectionReportID, "Báo cáo kết quả kiểm tra, giám sát", "BC", "Kết quả các đợt kiểm tra trong kỳ, gửi cấp trên.", inspectionReportFields},
		{AwardProposalID, "Tờ trình khen thưởng", "TTr", "Đề nghị khen thưởng tập thể, cá nhân, có danh sách kèm theo.", awardProposalFields},
		{CadreListID, "Danh sách trích ngang cán bộ", "", "Danh sách trích ngang cán bộ Hội, cán bộ chi hội hoặc cán bộ quy hoạch.", cadreListFields},
		{PlanID, "Kế hoạch", "KH", "Kế hoạch công tác theo bố cục mục đích, chỉ tiêu, nhiệm vụ, tổ chức thực hiện.", planFields},
		{OfficialLetterID, "Công văn", "", "Công văn trao đổi, đề nghị, trả lời.", officialLetterFields},
		{InvitationID, "Giấy mời", "GM", "Mời dự hội nghị, cuộc họp.", invitationFields},
	}
	for i := range kinds {
		kinds[i].Fields = slices.Concat(kinds[i].Fields, commonFields)
	}
	return kinds
}

// KindByID finds a kind of paper.
func KindByID(id string) (Kind, bool) {
	kinds := Kinds()
	i := slices.IndexFunc(kinds, func(k Kind) bool { return k.ID == id })
	if i < 0 {
		return Kind{}, false
	}
	return kinds[i], true
}
