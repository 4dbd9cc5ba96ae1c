package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindPersonalRequest is the kind of PersonalRequest records.
const KindPersonalRequest Kind = "personal_request"

// Requests that a person may make about her data (Luật 91/2025/QH15).
const (
	RequestAccess   = "access"
	RequestCorrect  = "correct"
	RequestErase    = "erase"
	RequestRestrict = "restrict"
	RequestObject   = "object"
)

// PersonalRequest is such a request; it is to be answered by AnswerBy, two working days after it came (Nghị định 356/2025/NĐ-CP).
type PersonalRequest struct {
	Base
	// CadreID is 0 when the office holds no record of the person.
	CadreID    int64 `gorm:"serializer:zeronull"`
	Person     string
	Request    string
	ReceivedOn day.Date
	AnswerBy   day.Date
	AnsweredOn day.Date
	Outcome    string
	Note       string
}

func (*PersonalRequest) kind() Kind { return KindPersonalRequest }
func (p *PersonalRequest) prepare() error {
	p.Person, p.Outcome, p.Note = vietnamese.Clean(p.Person), vietnamese.CleanLines(p.Outcome), vietnamese.CleanLines(p.Note)
	switch {
	case p.Person == "":
		return Faultf(nil, "Yêu cầu chưa có tên người yêu cầu; hãy gõ tên.")
	case !p.ReceivedOn.IsFull():
		return Faultf(nil, "Yêu cầu của “%s” cần đủ ngày nhận; hãy gõ như 10/07/2026.", p.Person)
	case !p.AnsweredOn.IsZero() && p.AnsweredOn.Before(p.ReceivedOn):
		return Faultf(nil, "Ngày trả lời %s sớm hơn ngày nhận %s; hãy sửa lại ngày.", p.AnsweredOn, p.ReceivedOn)
	case !p.AnsweredOn.IsZero() && p.Outcome == "":
		return Faultf(nil, "Yêu cầu của “%s” đã trả lời nhưng chưa ghi kết quả; hãy gõ kết quả.", p.Person)
	}
	return nil
}

// PersonalRequests lists the requests, open ones first, then the latest.
func (r Reader) PersonalRequests(ctx context.Context) ([]PersonalRequest, error) {
	return listed[PersonalRequest](ctx, r, "personal requests", func(db *gorm.DB) *gorm.DB {
		return db.Order("answered_on IS NOT NULL, received_on DESC, id DESC")
	})
}

// PersonalRequest returns one request.
func (r Reader) PersonalRequest(ctx context.Context, id int64) (PersonalRequest, error) {
	return take[PersonalRequest](ctx, r, id)
}
