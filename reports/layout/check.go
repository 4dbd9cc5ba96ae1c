package layout

import (
	"fmt"

	"cosohoi/reports/fault"
)

// check refuses what no page of the form can hold. The faults name what to change.
func check(d Document) error {
	if _, ok := presets[d.Preset]; !ok {
		return fault.New(fmt.Sprintf("Cỡ chữ %d không dùng được cho văn bản: hãy chọn bộ cỡ chữ 13 hoặc 14.", d.Preset), nil)
	}
	if !d.Margins.legal() {
		return fault.New("Lề trang nằm ngoài quy định: hãy đặt lề trên và lề dưới 20–25 mm, lề trái 30–35 mm, lề phải 15–20 mm.", nil)
	}
	if err := checkBody(d.Body, pageFormat(d.Landscape, d.Margins)); err != nil {
		return err
	}
	for _, a := range d.Appendices {
		if err := checkBody(a.Body, pageFormat(a.Landscape, d.Margins)); err != nil {
			return err
		}
	}
	return nil
}

func checkBody(body []Block, page format) error {
	for _, b := range body {
		table, ok := b.(Table)
		if !ok {
			continue
		}
		if err := checkTable(table, page.measure()); err != nil {
			return err
		}
	}
	return nil
}

func checkTable(table Table, measure float64) error {
	if table.Size != 0 && (table.Size < tableMinPt || table.Size > tableMaxPt) {
		return fault.New(fmt.Sprintf("Cỡ chữ %.0f của bảng không dùng được: hãy chọn cỡ chữ từ 10 đến 14.", table.Size), nil)
	}
	total := 0.0
	for i, c := range table.Columns {
		if c.Width <= 2*cellPadding {
			return fault.New(fmt.Sprintf("Cột %d của bảng quá hẹp: hãy đặt chiều rộng lớn hơn %.0f mm.", i+1, 2*cellPadding), nil)
		}
		total += c.Width
	}
	if total > measure+tableWidthSlack {
		return fault.New(fmt.Sprintf("Bảng rộng %.0f mm, vượt khổ chữ %.0f mm: hãy thu hẹp các cột hoặc xoay trang ngang.", total, measure), nil)
	}
	taken := 0
	for _, c := range spans(table.Head, len(table.Columns)) {
		taken += c.ColSpan * c.RowSpan
	}
	if taken != len(table.Head)*len(table.Columns) {
		return fault.New("Tiêu đề của bảng không khớp với số cột: hãy xem lại các ô gộp của tiêu đề.", nil)
	}
	for i, row := range table.Rows {
		if len(row.Cells) != len(table.Columns) {
			return fault.New(fmt.Sprintf("Dòng %d của bảng có %d ô, trong khi bảng có %d cột: hãy sửa lại dòng này.", i+1, len(row.Cells), len(table.Columns)), nil)
		}
	}
	return nil
}

// checkHeights refuses a piece that cannot be broken and is higher than a page: it would run off the paper.
func checkHeights(s *section) error {
	room := s.format.bottom() - s.format.top() + breakSlack
	for _, b := range s.slabs {
		height := b.height
		if b.head != nil {
			height += b.head.height
		}
		if height > room {
			return fault.New("Văn bản có phần cao hơn một trang và không tách được (trích yếu, nơi nhận hoặc tiêu đề bảng): hãy rút gọn phần đó hoặc chuyển thành phụ lục.", nil)
		}
	}
	return nil
}
