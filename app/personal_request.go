package app

import (
	"context"

	"cosohoi/data"
	"cosohoi/data/day"
)

// answerDays is how many working days there are for the answer to a request about personal data (Nghị định 356/2025/NĐ-CP).
const answerDays = 2

// AnswerBy is the last day for the answer to a request that came on a day: the second working day after it.
func (c Calendar) AnswerBy(received day.Date) day.Date {
	on := received
	for left := answerDays; left > 0; {
		on = on.AddDays(1)
		if c.IsWorkingDay(on) {
			left--
		}
	}
	return on
}

// RequestNames are the words for what a person may ask for, in the order of the law.
var RequestNames = []struct{ ID, Name string }{
	{data.RequestAccess, "Xem dữ liệu"},
	{data.RequestCorrect, "Chỉnh sửa dữ liệu"},
	{data.RequestErase, "Xóa dữ liệu"},
	{data.RequestRestrict, "Hạn chế xử lý"},
	{data.RequestObject, "Phản đối xử lý"},
}

// RequestName gives the words for a kind of request.
func RequestName(id string) string {
	for _, r := range RequestNames {
		if r.ID == id {
			return r.Name
		}
	}
	return id
}

// RequestState says where a request stands.
type RequestState int

// The states of a request.
const (
	RequestOpen RequestState = iota
	RequestLate
	RequestAnswered
)

// StateOfRequest tells where a request stands on a day. The last day for the answer is still in time.
func StateOfRequest(p data.PersonalRequest, on day.Date) RequestState {
	switch {
	case !p.AnsweredOn.IsZero():
		return RequestAnswered
	case on.After(p.AnswerBy):
		return RequestLate
	}
	return RequestOpen
}

// PersonalRequests lists the requests, open ones first.
func (o *Office) PersonalRequests(ctx context.Context) ([]data.PersonalRequest, error) {
	return o.db.PersonalRequests(ctx)
}

// SavePersonalRequest adds or changes a request; its last day follows from the day it came.
func (o *Office) SavePersonalRequest(ctx context.Context, p data.PersonalRequest) error {
	if p.Request == "" {
		return Problem("Hãy chọn người ấy yêu cầu điều gì.")
	}
	if p.ReceivedOn.After(o.Today()) {
		return Problem("Ngày nhận %s chưa đến; hãy sửa lại ngày.", p.ReceivedOn)
	}
	if p.AnsweredOn.After(o.Today()) {
		return Problem("Ngày trả lời %s chưa đến; hãy sửa lại ngày.", p.AnsweredOn)
	}
	if p.ReceivedOn.IsFull() {
		calendar, err := o.Calendar(ctx)
		if err != nil {
			return err
		}
		p.AnswerBy = calendar.AnswerBy(p.ReceivedOn)
	}
	label := "Sửa yêu cầu về dữ liệu cá nhân"
	if p.ID == 0 {
		label = "Thêm yêu cầu về dữ liệu cá nhân"
	}
	_, err := o.db.Write(ctx, label, func(tx *data.Tx) error {
		if p.ID == 0 {
			return tx.Insert(&p)
		}
		return tx.Update(&p)
	})
	return err
}
