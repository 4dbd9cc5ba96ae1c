// Package yearplan draws the inspections of a year on one landscape A4 page to be pinned to the wall: twelve months with how many visits
// each day has, and below them who inspects how much in which month or, when there are few, every visit. It knows no database; the same
// plan gives the same bytes.
package yearplan

import (
	"fmt"
	"strconv"
	"time"

	"cosohoi/reports/drawn"
	"cosohoi/reports/fault"
	"cosohoi/reports/form"
)

// Plan is what is drawn.
type Plan struct {
	Office string // "HỘI LIÊN HIỆP PHỤ NỮ TỈNH NAM ĐỊNH"
	Title  string // "LỊCH KIỂM TRA, GIÁM SÁT NĂM 2024"
	Remark string // "236 cuộc; in ngày 15/07/2024"
	Year   int
	Made   time.Time
	// Days are the days of the year from 1 January.
	Days []Day
	// RowTitle heads the first column of the table: "Đơn vị kiểm tra" or "Đợt kiểm tra".
	RowTitle string
	Rows     []Row
	// Visits are in order of their days. They are listed instead of the table when they fit.
	Visits []Visit
	// Holidays is the line at the foot: "01/01 Tết Dương lịch; …".
	Holidays string
}

// Day is a day of the year: how many visits it has, whether it is a day off, and whether that has a name.
type Day struct {
	Visits       int
	Off, Holiday bool
}

// Row is a line of the table: visits by month.
type Row struct {
	Name   string
	Months [12]int
}

// Visit is a line of the list.
type Visit struct{ Day, Unit, Inspector string }

// Sizes in millimetres.
const (
	pageWidth, pageHeight = 297.0, 210.0
	margin                = 10.0
	headHeight            = 15.0
	monthColumns          = 6
	leastMonth            = 43.0 // the height of a month beside the table
	mostMonth             = 68.0
	gap                   = 3.0
	footHeight            = 8.0
	listColumns           = 4
	listLine              = 4.0
	hairline              = 0.15
	mostRow               = 6.0 // the height of a row of the table
)

var (
	ink     = drawn.Colour{0x1F, 0x1A, 0x1E}
	quiet   = drawn.Colour{0x6B, 0x63, 0x6D}
	alarm   = drawn.Colour{0xB4, 0x1E, 0x1E}
	rule    = drawn.Colour{0xB5, 0xAA, 0xB4}
	tint    = drawn.Colour{0xF3, 0xDC, 0xE8}
	strong  = drawn.Colour{0xE2, 0xA9, 0xC8}
	offDay  = drawn.Colour{0xEE, 0xEC, 0xEE}
	surface = drawn.Colour{0xFF, 0xFF, 0xFF}
)

// PDF draws a plan.
func PDF(plan Plan) ([]byte, error) {
	p := pen{drawn.New(plan.Title, plan.Made)}
	p.PageA4()
	p.head(plan)
	p.foot(plan)
	const room = pageHeight - 2*margin - headHeight - footHeight - 2*gap // for two rows of months and what is below
	lines := (max(len(plan.Visits), 1) + listColumns - 1) / listColumns
	if list := float64(lines+1) * listLine; list <= room-2*leastMonth {
		p.list(plan, p.months(plan, min(mostMonth, (room-list)/2)), lines)
	} else {
		high := max(leastMonth, min(mostMonth, (room-mostRow*float64(len(plan.Rows)+2))/2))
		p.table(plan, p.months(plan, high), room-2*high)
	}
	file, err := p.File()
	if err != nil {
		return nil, fault.New("Không tạo được tệp PDF của lịch kiểm tra: hãy báo lỗi này cho người hỗ trợ chương trình.", fmt.Errorf("year plan: %w", err))
	}
	return file, nil
}

// pen draws on the page.
type pen struct{ *drawn.Pen }

func (p pen) head(plan Plan) {
	middle := pageWidth / 2
	p.centred(middle, margin+3.5, plan.Office, form.Font{Pt: 9}, ink)
	p.centred(middle, margin+10, plan.Title, form.Font{Bold: true, Pt: 15}, ink)
	p.right(pageWidth-margin, margin+10, plan.Remark, form.Font{Italic: true, Pt: 9}, quiet)
}

// months draws the twelve months, each of a height, and returns where they end.
func (p pen) months(plan Plan, height float64) float64 {
	most := 1
	for _, d := range plan.Days {
		most = max(most, d.Visits)
	}
	width := (pageWidth - 2*margin - gap*(monthColumns-1)) / monthColumns
	at := 0
	for m := range 12 {
		first := time.Date(plan.Year, time.Month(m+1), 1, 0, 0, 0, 0, time.UTC)
		n := first.AddDate(0, 1, -1).Day()
		x := margin + float64(m%monthColumns)*(width+gap)
		y := margin + headHeight + float64(m/monthColumns)*(height+gap)
		p.month(m, plan.Days[at:at+n], (int(first.Weekday())+6)%7, most, x, y, width, height)
		at += n
	}
	return margin + headHeight + 2*(height+gap)
}

var weekdays = [7]string{"T2", "T3", "T4", "T5", "T6", "T7", "CN"}

func (p pen) month(m int, days []Day, before, most int, x, y, width, high float64) {
	total := 0
	for _, d := range days {
		total += d.Visits
	}
	p.Text(x, y+3.6, fmt.Sprintf("Tháng %d", m+1), form.Font{Bold: true, Pt: 10}, ink)
	if total > 0 {
		p.right(x+width, y+3.6, fmt.Sprintf("%d cuộc", total), form.Font{Pt: 8.5}, quiet)
	}
	cell, top := width/7, y+8.2
	for i, name := range weekdays {
		p.centred(x+cell*(float64(i)+0.5), y+7.4, name, form.Font{Pt: 7}, quiet)
	}
	height := (high - 8.2) / 6
	p.Rule(hairline, rule)
	for i, d := range days {
		left, up := x+cell*float64((before+i)%7), top+height*float64((before+i)/7)
		fill := surface
		switch {
		case d.Visits*2 > most && d.Visits > 0:
			fill = strong
		case d.Visits > 0:
			fill = tint
		case d.Off:
			fill = offDay
		}
		p.Box(left, up, cell, height, fill)
		tone := ink
		if d.Holiday {
			tone = alarm
		} else if d.Off {
			tone = quiet
		}
		p.Text(left+0.5, up+2.4, strconv.Itoa(i+1), form.Font{Pt: 6.5}, tone)
		if d.Visits > 0 {
			p.right(left+cell-0.6, up+height-1.1, strconv.Itoa(d.Visits), form.Font{Bold: true, Pt: 9}, ink)
		}
	}
}

// table draws who inspects how much in which month, as high as the room allows.
func (p pen) table(plan Plan, top, room float64) {
	rows := plan.Rows
	height := min(mostRow, room/float64(len(rows)+2))
	size := min(9.5, height*1.75)
	name, number := 64.0, (pageWidth-2*margin-64)/13
	line := func(i int, title string, months [12]int, font form.Font) {
		y := top + float64(i)*height
		base := y + height/2 + size*form.MmPerPt*0.35
		p.Line(margin, y+height, pageWidth-margin, y+height)
		p.Text(margin+1, base, cut(title, name-2, font), font, ink)
		sum := 0
		for m, n := range months {
			sum += n
			if n > 0 {
				p.right(margin+name+number*float64(m+1)-3, base, strconv.Itoa(n), font, ink)
			}
		}
		bold := font
		bold.Bold = true
		p.right(pageWidth-margin-3, base, strconv.Itoa(sum), bold, ink)
	}
	bold := form.Font{Bold: true, Pt: size}
	p.Band(margin, top, pageWidth-2*margin, height, tint)
	base := top + height/2 + size*form.MmPerPt*0.35
	p.Text(margin+1, base, plan.RowTitle, bold, ink)
	for m := range 12 {
		p.right(margin+name+number*float64(m+1)-3, base, "T"+strconv.Itoa(m+1), bold, ink)
	}
	p.right(pageWidth-margin-3, base, "Cả năm", bold, ink)
	var sum [12]int
	for i, r := range rows {
		line(i+1, r.Name, r.Months, form.Font{Pt: size})
		for m, n := range r.Months {
			sum[m] += n
		}
	}
	line(len(rows)+1, "Tổng cộng", sum, bold)
}

// list writes every visit, column by column.
func (p pen) list(plan Plan, top float64, lines int) {
	if len(plan.Visits) == 0 {
		p.Text(margin, top+4, "Năm này chưa có cuộc kiểm tra nào.", form.Font{Italic: true, Pt: 10}, quiet)
		return
	}
	width := (pageWidth - 2*margin) / listColumns
	day, font := form.Font{Bold: true, Pt: 8.5}, form.Font{Pt: 8.5}
	for i, v := range plan.Visits {
		x, y := margin+float64(i/lines)*width, top+3+float64(i%lines)*listLine
		p.Text(x, y, v.Day, day, ink)
		words := v.Unit
		if v.Inspector != "" {
			words += " (" + v.Inspector + ")"
		}
		p.Text(x+10, y, cut(words, width-12, font), font, ink)
	}
}

func (p pen) foot(plan Plan) {
	y := pageHeight - margin
	holidays, font := "Ngày nghỉ: "+plan.Holidays, form.Font{Pt: 8}
	for font.Pt > 5 && font.Width(holidays) > pageWidth-2*margin {
		font.Pt -= 0.25
	}
	p.Text(margin, y-4, cut(holidays, pageWidth-2*margin, font), font, alarm)
	p.Text(margin, y, "Số nhỏ: ngày trong tháng; số đậm: số cuộc kiểm tra trong ngày. Nền xám: Thứ Bảy, Chủ nhật, ngày nghỉ. Số đỏ: ngày lễ, Tết, nghỉ bù.", form.Font{Italic: true, Pt: 8}, quiet)
}

// cut shortens a text to a width.
func cut(text string, width float64, font form.Font) string {
	if font.Width(text) <= width {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && font.Width(string(runes)+"…") > width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

func (p pen) centred(x, y float64, text string, font form.Font, c drawn.Colour) {
	p.Text(x-font.Width(text)/2, y, text, font, c)
}

func (p pen) right(x, y float64, text string, font form.Font, c drawn.Colour) {
	p.Text(x-font.Width(text), y, text, font, c)
}
