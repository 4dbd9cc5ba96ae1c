package data

import (
	"cosohoi/data/day"
)

// Kinds of the records of this file.
const (
	KindProposal     Kind = "proposal"
	KindCoordination Kind = "coordination"
)

// What a proposal is about.
const (
	ProposesProgramme = "programme" // chương trình, đề án
	ProposesAllowance = "allowance" // chế độ bồi dưỡng
	ProposesResource  = "resource"  // nguồn lực, trang thiết bị
	ProposesPersonnel = "personnel" // nhân sự, tổ chức
	ProposesParty     = "party"     // phát triển Đảng
	ProposesOther     = "other"
)

// What became of a proposal.
const (
	OutcomePending  = "pending"
	OutcomeAccepted = "accepted"
	OutcomePartly   = "partly"
	OutcomeRefused  = "refused"
)

// Proposal is a tham mưu, đề xuất of a unit to Party or government. Money, in đồng, and Equipment are what came of it.
type Proposal struct {
	Base
	UnitID     int64
	Content    string
	Document   string
	ProposedOn day.Date
	Addressee  string
	Summary    string
	Outcome    string
	AnsweredOn day.Date
	Answer     string
	Money      Number
	Equipment  string
	Note       string
}

func (*Proposal) kind() Kind                      { return KindProposal }
func (*Proposal) listing() (on, end, kind string) { return "proposed_on", "", "content" }
func (p *Proposal) prepare() error {
	cleaned(&p.Document, &p.Addressee, &p.Answer, &p.Equipment)
	cleanedLines(&p.Summary, &p.Note)
	switch {
	case p.ProposedOn.IsZero():
		return Faultf(nil, "Đề xuất chưa có ngày; hãy gõ ngày, tháng hoặc ít nhất là năm.")
	case !p.AnsweredOn.IsZero() && p.AnsweredOn.Last().Before(p.ProposedOn):
		return Faultf(nil, "Ngày trả lời %s sớm hơn ngày đề xuất %s; hãy sửa lại ngày.", p.AnsweredOn, p.ProposedOn)
	}
	return missing(p.Addressee, "Đề xuất chưa có nơi nhận; hãy gõ, ví dụ “Đảng ủy xã Hải Vân”.", p.Summary, "Đề xuất chưa có nội dung; hãy gõ nội dung.")
}

// Coordination is a quy chế or chương trình phối hợp of a unit with another body.
type Coordination struct {
	Base
	UnitID           int64
	Partner          string
	Document         string
	SignedOn, EndsOn day.Date
	Content, Result  string
}

func (*Coordination) kind() Kind                      { return KindCoordination }
func (*Coordination) listing() (on, end, kind string) { return "signed_on", "ends_on", "" }
func (c *Coordination) prepare() error {
	cleaned(&c.Partner, &c.Document)
	cleanedLines(&c.Content, &c.Result)
	if c.SignedOn.IsZero() {
		return Faultf(nil, "Chương trình phối hợp chưa có ngày ký; hãy gõ ngày, tháng hoặc ít nhất là năm.")
	}
	if err := missing(c.Partner, "Chương trình phối hợp chưa có cơ quan phối hợp; hãy gõ tên cơ quan."); err != nil {
		return err
	}
	return endsAfter(c.SignedOn, c.EndsOn, "Chương trình phối hợp")
}
