package ui

import (
	"strings"
	"testing"

	"cosohoi/app"
	"cosohoi/data"
)

// A request to erase shows first what would go and what would stay, and says that it cannot be undone before anything is done; for a person
// who holds a post it says why it must not be.
func TestErasingIsPreviewedAndAskedTwice(t *testing.T) {
	s := openShell(t)
	settings := newSettingsScreen(s)
	page, err := s.office.Cadres(s.ctx, data.CadreQuery{On: s.on, Serving: data.ServingNow, Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	serving := page.Rows[0]
	gone, err := s.office.SaveCadre(s.ctx, data.Cadre{FullName: "Bùi Thị Ngọc Ánh", Female: true}, data.Appointment{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []data.PersonalRequest{
		{CadreID: serving.ID, Person: serving.Name, Request: data.RequestErase, ReceivedOn: s.on},
		{CadreID: gone, Person: "Bùi Thị Ngọc Ánh", Request: data.RequestErase, ReceivedOn: s.on},
	} {
		if err := s.office.SavePersonalRequest(s.ctx, p); err != nil {
			t.Fatal(err)
		}
	}
	requests, err := s.office.PersonalRequests(s.ctx)
	if err != nil {
		t.Fatal(err)
	}
	of := func(cadre int64) data.PersonalRequest {
		for _, p := range requests {
			if p.CadreID == cadre {
				return p
			}
		}
		t.Fatalf("no request of cadre %d", cadre)
		return data.PersonalRequest{}
	}
	settings.eraseByRequest(of(serving.ID), func() { t.Error("erased somebody who holds a post") })
	if got := overlayTexts(s); !strings.Contains(got, "đang giữ chức danh") {
		t.Errorf("no reason is given:\n%s", got)
	}
	tapAction(t, s, "Đã hiểu")

	erased := false
	settings.eraseByRequest(of(gone), func() { erased = true })
	if got := overlayTexts(s); !strings.Contains(got, "Sẽ xóa của “Bùi Thị Ngọc Ánh”") || !strings.Contains(got, "Giữ lại") {
		t.Errorf("no preview:\n%s", got)
	}
	tapAction(t, s, "Tiếp tục")
	if got := overlayTexts(s); erased || !strings.Contains(strings.Join(strings.Fields(got), " "), "không hoàn tác được") {
		t.Errorf("erased: %v; not asked again:\n%s", erased, got)
	}
	tapAction(t, s, "Xóa hẳn")
	file, err := s.office.CadreFile(s.ctx, gone)
	if err != nil || !erased || file.Cadre.FullName != app.ErasedName(of(gone).ID) {
		t.Errorf("erased: %v, now %q (%v)", erased, file.Cadre.FullName, err)
	}
}
