package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// KindPartyStep is the kind of PartyStep records.
const KindPartyStep Kind = "party_step"

// PartyStage names a step towards the Party.
type PartyStage string

// The steps before admission: quần chúng ưu tú, bồi dưỡng nhận thức về Đảng, giới thiệu; and the end of the way without it. Admission
// on probation and full membership are dates of the cadre herself.
const (
	StageOutstanding PartyStage = "outstanding"
	StageCourse      PartyStage = "course"
	StageIntroduced  PartyStage = "introduced"
	StageStopped     PartyStage = "stopped"
)

// PartyStep is one bước phát triển Đảng of a cadre.
type PartyStep struct {
	Base
	CadreID   int64
	Step      PartyStage
	TakenOn   day.Date
	Document  string   // number of the certificate or the resolution
	ExpiresOn day.Date // of the certificate
	Helper    string   // the Party member who helps
	Reason    string   // of stopping
	Note      string
}

func (*PartyStep) kind() Kind { return KindPartyStep }
func (p *PartyStep) prepare() error {
	p.Document, p.Helper, p.Reason, p.Note = vietnamese.Clean(p.Document), vietnamese.Clean(p.Helper), vietnamese.Clean(p.Reason), vietnamese.CleanLines(p.Note)
	switch {
	case p.TakenOn.IsZero():
		return Faultf(nil, "Bước phát triển Đảng chưa có ngày; hãy gõ ngày, tháng hoặc ít nhất là năm.")
	case p.Step == StageStopped && p.Reason == "":
		return Faultf(nil, "Dừng phát triển Đảng cần có lý do; hãy gõ lý do.")
	case !p.ExpiresOn.IsZero() && p.ExpiresOn.Last().Before(p.TakenOn):
		return Faultf(nil, "Giấy chứng nhận hết hạn %s, trước ngày cấp %s; hãy sửa lại ngày.", p.ExpiresOn, p.TakenOn)
	}
	return nil
}

// PartySteps lists the steps of some cadres in order of time.
func (r Reader) PartySteps(ctx context.Context, cadres []int64) ([]PartyStep, error) {
	return listed[PartyStep](ctx, r, "party steps of cadres", func(db *gorm.DB) *gorm.DB {
		return db.Where("cadre_id IN ?", cadres).Order("taken_on, id")
	})
}
