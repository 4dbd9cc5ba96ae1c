package layout

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"cosohoi/reports/fault"
	"cosohoi/reports/form"
)

// check refuses what no page of the form can hold. The faults name what to change.
func check(d Document) error {
	if err := checkForm(d); err != nil {
		return err
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

// checkForm refuses settings outside the form's ranges.
func checkForm(d Document) error {
	profile, ok := d.Profile()
	switch {
	case !ok && d.Form == Party:
		return fault.New(fmt.Sprintf("Cỡ chữ %d không dùng được cho văn bản của Đảng: hãy chọn cỡ chữ 14 hoặc 15.", d.Preset), nil)
	case !ok && d.Form == ND30:
		return fault.New(fmt.Sprintf("Cỡ chữ %d không dùng được cho văn bản: hãy chọn bộ cỡ chữ 13 hoặc 14.", d.Preset), nil)
	case !ok:
		return fault.New("Thể thức của văn bản không có trong chương trình: hãy chọn thể thức theo Nghị định 30/2020/NĐ-CP hoặc thể thức văn bản của Đảng.", nil)
	}
	if line := profile.BodyLine(d.Spacing); d.Spacing != 0 && !(line >= profile.LineMin-breakSlack && line <= profile.LineMax+breakSlack) {
		if d.Form == Party {
			return fault.New("Giãn dòng nằm ngoài quy định của Đảng: hãy đặt sao cho mỗi dòng cao 18–22 pt, hoặc để trống để dùng 20 pt.", nil)
		}
		return fault.New("Giãn dòng nằm ngoài quy định: hãy đặt từ 1 đến 1,5 dòng, hoặc để trống để dùng 1,15 dòng.", nil)
	}
	if d.Indent != 0 && d.Indent != form.NarrowIndent && d.Indent != form.FirstLineIndent {
		return fault.New(fmt.Sprintf("Lùi đầu dòng %s mm không đúng quy định: hãy đặt 10 mm hoặc 12,7 mm.", decimal(d.Indent)), nil)
	}
	if !d.Margins.legal() {
		return fault.New("Lề trang nằm ngoài quy định: hãy đặt lề trên và lề dưới 20–25 mm, lề trái 30–35 mm, lề phải 15–20 mm.", nil)
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
	if table.Size != 0 && (table.Size < form.TableMinPt || table.Size > form.TableMaxPt) {
		return fault.New(fmt.Sprintf("Cỡ chữ %.0f của bảng không dùng được: hãy chọn cỡ chữ từ 10 đến 14.", table.Size), nil)
	}
	total, shared := 0.0, 0
	for i, c := range table.Columns {
		if c.Width == 0 {
			shared++
			continue
		}
		if !(c.Width > 2*form.CellPadding) {
			return fault.New(fmt.Sprintf("Cột %d của bảng quá hẹp: hãy đặt chiều rộng lớn hơn %.0f mm.", i+1, 2*form.CellPadding), nil)
		}
		total += c.Width
	}
	if total > measure+tableWidthSlack {
		return fault.New(fmt.Sprintf("Bảng rộng %s mm, vượt khổ chữ %s mm: hãy thu hẹp các cột hoặc xoay trang ngang.", decimal(total), decimal(measure)), nil)
	}
	if room := measure - total; room < float64(shared)*form.TableColumnMin {
		return fault.New(fmt.Sprintf("Bảng có %d cột tự chia nhưng chỉ còn %s mm: hãy bớt cột, thu hẹp các cột đã đặt chiều rộng hoặc xoay trang ngang.", shared, decimal(room)), nil)
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
	for i := range s.slabs {
		if s.slabs[i].withHead() > room {
			return fault.New("Văn bản có phần cao hơn một trang và không tách được (trích yếu, nơi nhận hoặc tiêu đề bảng): hãy rút gọn phần đó hoặc chuyển thành phụ lục.", nil)
		}
	}
	if s.foot != nil && (s.foot.height > addressShare*room || s.slabs[0].height+s.foot.height > room) {
		return fault.New("Địa chỉ ở cuối trang đầu quá dài: hãy rút gọn còn vài dòng.", nil)
	}
	return nil
}

// checkNumber refuses a number with its symbol that is wider than the issuer's column: it would run into the date.
func (t *typesetter) checkNumber(number int, symbol, of string, page format) error {
	if line := t.numberLine(number, symbol); len(line) > 0 && line[0].width > t.halves(page).left {
		return fault.New("Số, ký hiệu của "+of+" quá dài, không vừa một dòng dưới tên cơ quan: hãy rút gọn ký hiệu.", nil)
	}
	return nil
}

// decimal writes a number with one decimal at most, as Vietnamese texts do: "12,7".
func decimal(v float64) string {
	return strings.ReplaceAll(strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64), ".", ",")
}
