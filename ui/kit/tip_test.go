package kit

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// rest keeps what would happen after the pointer rested, and does it when the test says so.
func rest(t *testing.T) (pass func()) {
	var waiting []func()
	was := afterDelay
	afterDelay = func(_ time.Duration, then func()) { waiting = append(waiting, then) }
	t.Cleanup(func() { hush(); afterDelay = was })
	return func() {
		now := waiting
		waiting = nil
		for _, then := range now {
			then()
		}
	}
}

func pointAt(o desktop.Hoverable, x, y float32) {
	at := fyne.NewPos(x, y)
	o.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}})
}

func TestTips(t *testing.T) {
	const name = "Hội Liên hiệp Phụ nữ thị trấn Quất Lâm"
	table := NewDataTable([]Column[int]{
		{ID: "code", Title: "CT1", Tip: "Chi hội đạt khá trở lên", Width: 60, Cell: func(int) Cell { return Cell{Text: "đủ"} }},
		{ID: "unit", Title: "Đơn vị", Width: 90, Cell: func(int) Cell { return Cell{Text: name} }},
		{ID: "state", Title: "Trạng thái dài", Width: 90, Cell: func(int) Cell { return Cell{Text: "chưa đạt yêu cầu đề ra", Tag: true} }},
	}, func(i int) string { return "k" }, counted(1, new([]int)))
	table.SetRunner(atOnce)
	pass := rest(t)
	w := newWindow(t, table, 260, 200)
	w.SetContent(WithTips(table))
	table.Reload()
	shown := func() string {
		if layer := layerOf(w.Canvas()); layer.Visible() {
			return layer.text.Text()
		}
		return ""
	}
	for _, c := range []struct {
		over desktop.Hoverable
		x, y float32
		want string
		why  string
	}{
		{table.head, 10, 5, "Chi hội đạt khá trở lên", "the title has an explanation"},
		{table.head, 80, 5, "", "the title fits"},
		{table.list, 10, 10, "", "the text fits"},
		{table.list, 80, 10, name, "the text is cut"},
		{table.list, 170, 10, "chưa đạt yêu cầu đề ra", "the tag is cut"},
		{table.list, 170, 90, "", "there is no row"},
	} {
		pointAt(c.over, c.x, c.y)
		if got := shown(); got != "" {
			t.Errorf("%q before the pointer rested", got)
		}
		pass()
		if got := shown(); got != c.want {
			t.Errorf("at %v, %v: %q, want %q: %s", c.x, c.y, got, c.want, c.why)
		}
	}

	pointAt(table.list, 80, 10)
	table.list.MouseOut()
	pass()
	if got := shown(); got != "" {
		t.Errorf("%q after the pointer left", got)
	}
	pointAt(table.list, 80, 10)
	pass()
	table.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if got := shown(); got != "" {
		t.Errorf("%q after a key", got)
	}
}

// A tip stays in the window, whatever corner the pointer is in.
func TestATipStaysInTheWindow(t *testing.T) {
	layer := newTipLayer()
	newWindow(t, layer, 500, 300)
	layer.Resize(fyne.NewSize(500, 300))
	for _, at := range []fyne.Position{{}, {X: 499}, {Y: 299}, {X: 499, Y: 299}} {
		layer.show("Ghi biểu của đơn vị đang chọn là đã nộp; từ đó đơn vị không sửa được nữa nếu không được trả lại, và biểu tính vào tổng của huyện.", at)
		p, s := layer.ground.Position(), layer.ground.Size()
		if p.X < 0 || p.Y < 0 || p.X+s.Width > 500 || p.Y+s.Height > 300 {
			t.Errorf("with the pointer at %v it lies at %v, %v large", at, p, s)
		}
	}
}
