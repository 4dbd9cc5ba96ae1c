//go:build window

package window

import (
	"context"
	"strings"
	"testing"
	"time"

	"cosohoi/app"
	"cosohoi/data"
)

// TestWritingAPaper writes an invitation, types into it and closes the window at once: the pages are shown, and nothing typed is
// lost although the program had no time to store it by itself.
func TestWritingAPaper(t *testing.T) {
	h := newHome(t)
	database := h.demoDatabase(t)
	p := openProgram(t, h, database)
	p.key("ctrl+8")
	p.opensForm("ctrl+n")
	p.key("End") // the last kind of paper is the invitation
	p.after("what an invitation asks for", whole(), func() { p.must(p.press("Return")) })
	p.rest()
	p.key("Tab") // past the organ
	const subject = "Hội nghị sơ kết công tác Hội 6 tháng đầu năm"
	p.typeText(subject)
	p.closesForm("ctrl+s")
	p.untilPage()
	p.click(640, 300) // into the text
	const typed = "Thực hiện chương trình công tác năm, "
	p.must(p.write(typed))
	if o := p.close(); o.code != 0 || o.errOut != "" {
		t.Fatalf("closed with %d: %s", o.code, o.errOut)
	}

	ctx := context.Background()
	office, err := app.Open(ctx, database, app.OpenOptions{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = office.Close(ctx) }()
	rows, _, err := office.Documents(ctx, data.DocumentFilter{Search: "hoi nghi so ket"}, 0, 2)
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d invitations are stored, %v", len(rows), err)
	}
	d, err := office.OpenDocument(ctx, rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(d.Draft.Body, strings.TrimSpace(typed)) || !strings.Contains(d.Draft.Body, subject) {
		t.Errorf("stored is\n%s", d.Draft.Body)
	}
	h.job(t, database, "check")
}
