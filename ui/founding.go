package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"cosohoi/app"
	"cosohoi/ui/kit"
)

// found fills the window with what an empty database can start with. begin is called with the name of the office once there
// is something to show.
func (s *shell) found(fill func(fyne.CanvasObject), begin func(office string)) {
	start := func(f app.Founding) {
		s.foundingForm(f, begin)
	}
	real := kit.NewAction("Bắt đầu với tỉnh Nam Định (2023)", "", func() { start(app.SuggestedFounding()) }).Primary()
	empty := kit.NewAction("Bắt đầu với tỉnh trống", "", func() {
		f := app.SuggestedFounding()
		f.NamDinh, f.Province, f.Office, f.Place = false, "", "", ""
		start(f)
	})
	working := kit.Paragraph("Tên người và số liệu là bịa, mở trong cửa sổ riêng; xóa được bất cứ lúc nào trong Cài đặt.").Quiet()
	asBefore := working.Text()
	sample := kit.NewAction("Xem thử với tỉnh minh họa", "", func() {
		s.openSample(func(sentence string) {
			if sentence == "" {
				sentence = asBefore
			}
			working.SetText(sentence)
		})
	})
	card := kit.NewCard(below(14, -1,
		kit.Title("Chào mừng đến với Cơ sở Hội"),
		kit.Paragraph("Ba bước: thông tin cơ quan và nhiệm kỳ, các đơn vị, rồi cán bộ. Hãy chọn cách bắt đầu; mọi thông tin đều sửa được sau này trong Cài đặt."),
		real,
		kit.Paragraph("Có sẵn 1 tỉnh, 10 huyện và thành phố, 226 xã, phường, thị trấn và 4 đơn vị trực thuộc theo danh mục năm 2023.").Quiet(),
		empty,
		kit.Paragraph("Chỉ có đơn vị cấp tỉnh; các huyện, xã do cơ quan tự nhập.").Quiet(),
		sample, working,
	), 28)
	ground := canvas.NewRectangle(kit.Window)
	fill(container.NewStack(ground, container.NewCenter(fixed(520, card))))
	s.win.Canvas().Focus(real)
}

// foundingForm asks for what the papers and the schedule need.
func (s *shell) foundingForm(f app.Founding, begin func(office string)) {
	entry := func(value string) *kit.Entry {
		e := kit.NewEntry()
		e.SetText(value)
		return e
	}
	province, office, place, signer := entry(f.Province), entry(f.Office), entry(f.Place), entry(f.Signer)
	office.SetPlaceHolder("Hội LHPN tỉnh …")
	name := entry(f.Term.Name)
	first, last := kit.NewDateField(false), kit.NewDateField(false)
	first.Today, last.Today = s.office.Today, s.office.Today
	first.SetDate(f.Term.FirstDay)
	last.SetDate(f.Term.LastDay)
	needed := func(e *kit.Entry, sentence string) func() error {
		return func() error {
			if e.Value() == "" {
				return errors.New(sentence)
			}
			return nil
		}
	}
	var fields []kit.Field
	if !f.NamDinh {
		fields = append(fields, kit.Field{Label: "Tên tỉnh", Widget: province, Check: needed(province, "Hãy gõ tên tỉnh, ví dụ Nam Định.")})
	}
	fields = append(fields,
		kit.Field{Label: "Tên cơ quan", Widget: office, Check: needed(office, "Hãy gõ tên cơ quan, ví dụ Hội LHPN tỉnh Nam Định.")},
		kit.Field{Label: "Địa danh trên văn bản", Widget: place, Check: needed(place, "Hãy gõ địa danh, ví dụ Nam Định.")},
		kit.Field{Label: "Người ký văn bản", Widget: signer, Hint: "Họ tên Chủ tịch; có thể để trống và ghi sau."},
	)
	fields = append(fields, termFields(name, first, last)...)
	kit.ShowForm(s.win, "Thông tin cơ quan và nhiệm kỳ", fields, kit.FormOptions{
		SaveLabel: "Bắt đầu", Width: 560,
		Save: func(done func(error)) {
			f.Office, f.Place, f.Signer = office.Value(), place.Value(), signer.Value()
			if !f.NamDinh {
				f.Province = province.Value()
			}
			f.Term.Name = name.Value()
			f.Term.FirstDay, _ = first.Date()
			f.Term.LastDay, _ = last.Date()
			s.do(func(ctx context.Context) error { return s.office.Found(ctx, f) }, func(err error) {
				done(sentence(err))
				if err == nil {
					begin(f.Office)
				}
			})
		},
	})
}
