package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/ui/kit"
)

// tourStop is one stop of the walk through the window.
type tourStop struct{ screen, text string }

// tourStops are the stops in the order in which an office meets the screens. Screens that are not there are passed by.
var tourStops = []tourStop{
	{screenOverview, "Tổng quan là trang đầu mỗi ngày: số liệu, kiểm tra sắp tới, những việc cần làm. Bấm vào một việc để xem danh sách."},
	{screenUnits, "Tổ chức là cây đơn vị từ tỉnh đến tổ. Chọn một đơn vị để xem cán bộ, Ban Chấp hành, kiểm tra và lịch sử của nó. Ctrl+N thêm, F2 sửa."},
	{screenCadres, "Cán bộ là danh sách và hồ sơ. Gõ tên không dấu để lọc; đánh dấu nhiều người bằng phím cách để làm một việc cho tất cả."},
	{screenTargets, "Chỉ tiêu của Kế hoạch 77 được tính từ những gì đã ghi; bấm vào một chỉ tiêu để xem những đơn vị chưa đạt."},
	{screenMovement, "Phong trào là nơi ghi mô hình, hoạt động, đề xuất, xếp loại đơn vị và nhiệm vụ của kế hoạch."},
	{screenFigures, "Số liệu kỳ là biểu 6 tháng, năm trên lưới như bảng tính: dán từ Excel được, số đếm được thì không phải gõ."},
	{screenInspections, "Kiểm tra có sẵn lịch của nhiệm kỳ. Mỗi cuộc đi từ dự kiến đến đóng hồ sơ; tồn tại và kiến nghị được theo dõi đến khi xong."},
	{screenPapers, "Văn bản được soạn từ chính dữ liệu: chọn loại, chương trình điền sẵn câu, bảng, phụ lục; bên phải là trang in thật."},
	{screenSettings, "Cài đặt giữ thể thức văn bản, danh mục, nhiệm kỳ, sao lưu. Hết một vòng: F1 mở trợ giúp của màn hình đang xem bất cứ lúc nào."},
}

// startTour walks through the screens, with a strip at the foot of the window that says what each is for.
func (s *shell) startTour() { s.tourAt(0) }

// tourAt shows a stop; one beyond the last ends the walk.
func (s *shell) tourAt(n int) {
	if n < 0 || n >= len(tourStops) {
		s.endTour()
		return
	}
	stop := tourStops[n]
	s.show(stop.screen)
	next := kit.NewAction("Tiếp", "", func() { s.tourAt(n + 1) }).Primary()
	if n == len(tourStops)-1 {
		next = kit.NewAction("Xong", "", s.endTour).Primary()
	}
	actions := []fyne.CanvasObject{kit.Caption(fmt.Sprintf("%d/%d", n+1, len(tourStops)))}
	if n > 0 {
		actions = append(actions, kit.NewAction("Trước", "", func() { s.tourAt(n - 1) }))
	}
	actions = append(actions, next, kit.NewAction("Thôi", "", s.endTour))
	words := container.NewBorder(nil, nil, nil, line(-1, actions...), padded(kit.Paragraph(stop.text), 6, 12, 0, 0))
	s.walk.Objects = []fyne.CanvasObject{padded(kit.NewCard(words, 10), 0, kit.PagePadding, 8, kit.PagePadding)}
	s.walk.Show()
	relayout(s.walk)
	s.win.Canvas().Focus(next)
}

func (s *shell) endTour() {
	s.walk.Hide()
	relayout(s.walk)
	s.app.Preferences().SetBool(preferenceToured, true)
}
