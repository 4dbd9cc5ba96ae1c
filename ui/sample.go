package ui

import (
	"context"
	"fmt"
	"os/exec"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/ui/kit"
)

// openSample opens the sample province in a window of its own, after making it when it is not there. working is told while it is made,
// and again with "" when that is over.
func (s *shell) openSample(working func(sentence string)) {
	if s.program == "" {
		s.fail(app.Problem("Không mở được tỉnh minh họa vì không tìm thấy tệp chương trình; hãy chạy lệnh “cosohoi sample”."))
		return
	}
	if !app.HasSample(s.office.Path()) {
		working("Đang tạo tỉnh minh họa, khoảng nửa phút…")
	}
	s.do(func(ctx context.Context) error {
		if out, err := exec.CommandContext(ctx, s.program, "--db", s.office.Path(), "sample").CombinedOutput(); err != nil {
			return fmt.Errorf("make the sample: %w: %s", err, out)
		}
		return exec.Command(s.program, "--db", app.SamplePath(s.office.Path())).Start()
	}, func(err error) {
		working("")
		s.fail(err)
	})
}

// removeSample deletes the sample province after asking.
func (s *shell) removeSample(then func()) {
	kit.Ask(s.win, "Xóa tỉnh minh họa", "Xóa hẳn tỉnh minh họa và các bản sao của nó? Dữ liệu của cơ quan không bị đụng đến.", "Xóa", "Không", func() {
		s.do(func(context.Context) error { return app.RemoveSample(s.office.Path()) }, func(err error) {
			s.fail(err)
			then()
		})
	})
}

// samplePart is what Cài đặt offers about the sample province.
func (t *settingsScreen) samplePart() fyne.CanvasObject {
	if app.IsSample(t.office.Path()) {
		return below(8, -1, kit.Section("Tỉnh minh họa"), kit.Paragraph("Cửa sổ này đang mở tỉnh minh họa, tên người và số liệu là bịa. Xóa nó ở cửa sổ dữ liệu của cơ quan.").Quiet())
	}
	state := kit.Body("").Quiet()
	show := func() {
		if app.HasSample(t.office.Path()) {
			state.SetText("Đã có tỉnh minh họa trên máy này.")
		} else {
			state.SetText("Chưa có tỉnh minh họa trên máy này.")
		}
		relayout(state)
	}
	show()
	open := kit.NewAction("Mở tỉnh minh họa", "", func() {
		t.openSample(func(sentence string) {
			state.SetText(sentence)
			if sentence == "" {
				show()
			}
		})
	})
	remove := kit.NewAction("Xóa tỉnh minh họa…", "", func() { t.removeSample(show) })
	return below(8, -1, kit.Section("Tỉnh minh họa"), kit.Paragraph("Một tỉnh với tên và số liệu bịa, mở trong cửa sổ riêng, để thử mà không đụng đến dữ liệu của cơ quan.").Quiet(), state, line(-1, open, remove))
}
