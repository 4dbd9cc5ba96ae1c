package ui

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/data/vietnamese"
	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
	"cosohoi/ui/kit"
)

// headEntry is an input for a component of the form.
func (e *paperEditor) headEntry(value string, set func(h *compose.Head, value string)) *kit.Entry {
	input := kit.NewEntry()
	input.SetText(value)
	input.OnChanged = func(string) { e.head(func(h *compose.Head) { set(h, input.Value()) }) }
	return input
}

// headNote is an input of several lines for a component of the form.
func (e *paperEditor) headNote(rows int, value string, set func(h *compose.Head, value string)) *kit.Note {
	input := kit.NewNote(rows)
	input.SetText(value)
	input.OnChanged = func(string) { e.head(func(h *compose.Head) { set(h, vietnamese.CleanLines(input.Text)) }) }
	return input
}

// headChoice is a choice for a component of the form.
func (e *paperEditor) headChoice(options []kit.Option, id string, set func(h *compose.Head, id string)) *kit.Choice {
	choice := kit.NewChoice(options, func(id string) { e.head(func(h *compose.Head) { set(h, id) }) })
	choice.SetID(id)
	return choice
}

// headCheck is a box to tick for a component of the form.
func (e *paperEditor) headCheck(label string, on bool, set func(h *compose.Head, on bool)) *kit.Check {
	box := kit.NewCheck(label, nil)
	box.SetChecked(on)
	box.OnChanged = func(on bool) { e.head(func(h *compose.Head) { set(h, on) }) }
	return box
}

// textLines are the lines of a text that hold something.
func textLines(text string) []string {
	var all []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// formTab are the components of the form at the head of the paper, and its settings.
func (e *paperEditor) formTab() fyne.CanvasObject {
	holder := container.NewStack()
	e.fillForm(holder)
	return padded(holder, 8, 0, 0, 0)
}

// fillForm builds the leaf anew, as after the other form was chosen, which has other sizes.
func (e *paperEditor) fillForm(holder *fyne.Container) {
	h := e.doc.Draft.Head
	date := kit.NewDateField(false)
	date.Today = e.office.Today
	date.SetDate(dateOf(h))
	date.OnChanged = func() {
		d, err := date.Date()
		if err != nil || !d.IsZero() && !d.IsFull() {
			return // not yet a date
		}
		e.head(func(h *compose.Head) {
			h.Date = d.ISO()
			if h.Date == "" && h.Year == 0 {
				h.Year = e.today.Year
			}
		})
	}
	rows := []fyne.CanvasObject{
		labelled("Tên loại (để trống: công văn)", e.headEntry(h.Kind, func(h *compose.Head, v string) { h.Kind = strings.ToUpper(v) })),
		labelled("Trích yếu (xuống dòng ở đâu thì in ở đó)", e.headNote(3, strings.TrimRight(h.Summary, "\n"), func(h *compose.Head, v string) { h.Summary = v })),
		columns([]float32{0, 0}, labelled("Ký hiệu", e.headEntry(h.Symbol, func(h *compose.Head, v string) { h.Symbol = v })), labelled("Địa danh", e.headEntry(h.Place, func(h *compose.Head, v string) { h.Place = v }))),
		labelled("Ngày văn bản (để trống: viết tay)", date),
		labelled("Cơ quan chủ quản", e.headEntry(h.Parent, func(h *compose.Head, v string) { h.Parent = strings.ToUpper(v) })),
		labelled("Cơ quan ban hành", e.headEntry(h.Issuer, func(h *compose.Head, v string) { h.Issuer = strings.ToUpper(v) })),
		labelled("Căn cứ (mỗi căn cứ một dòng)", e.headNote(3, strings.Join(h.Basis, "\n"), func(h *compose.Head, v string) { h.Basis = textLines(v) })),
	}
	if h.Enacting != "" || strings.EqualFold(h.Kind, "QUYẾT ĐỊNH") {
		rows = append(rows, labelled("Thẩm quyền ban hành", e.headEntry(h.Enacting, func(h *compose.Head, v string) { h.Enacting = v })))
	}
	rows = append(rows,
		columns([]float32{0, 0},
			labelled("Mức độ khẩn", e.headChoice([]kit.Option{{ID: "", Label: "Không"}, {ID: "khẩn", Label: "Khẩn"}, {ID: "thượng khẩn", Label: "Thượng khẩn"}, {ID: "hỏa tốc", Label: "Hỏa tốc"}}, strings.ToLower(h.Urgency), func(h *compose.Head, id string) { h.Urgency = id })),
			labelled("Lưu hành", e.headChoice([]kit.Option{{ID: "", Label: "Bình thường"}, {ID: "lưu hành nội bộ", Label: "Lưu hành nội bộ"}, {ID: "xem xong trả lại", Label: "Xem xong trả lại"}}, strings.ToLower(h.Circulation), func(h *compose.Head, id string) { h.Circulation = id }))),
		columns([]float32{0, 0},
			labelled("Thể thức", e.headChoice([]kit.Option{{ID: "", Label: "Nghị định 30/2020"}, {ID: "party", Label: "Văn bản của Đảng"}}, partyForm(h), func(h *compose.Head, id string) {
				if h.Form != id {
					h.Form, h.Preset, h.Spacing, h.Indent = id, 0, 0, 0
				}
				fyne.Do(func() { e.fillForm(holder) })
			})),
			labelled("Cỡ chữ", e.headChoice(presets(h), presetID(h), func(h *compose.Head, id string) { h.Preset, _ = strconv.Atoi(id) }))),
		columns([]float32{0, 0},
			labelled("Giãn dòng", e.headChoice(lineHeights(h), spacingID(h), func(h *compose.Head, id string) { h.Spacing, _ = strconv.ParseFloat(id, 64) })),
			labelled("Lùi đầu dòng", e.headChoice([]kit.Option{{ID: "0", Label: "1,27 cm"}, {ID: "10", Label: "1 cm"}}, indentID(h), func(h *compose.Head, id string) { h.Indent, _ = strconv.ParseFloat(id, 64) }))),
		labelled("Lề trên – dưới – trái – phải (mm)", e.marginsInput(h)),
		e.headCheck("In hoa đề mục I, II, III", h.HeadingCase == "upper", func(h *compose.Head, on bool) {
			if h.HeadingCase = ""; on {
				h.HeadingCase = "upper"
			}
		}),
		e.headCheck("Văn bản điện tử (để trống dòng “Kèm theo”)", h.Electronic, func(h *compose.Head, on bool) { h.Electronic = on }),
		labelled("Địa chỉ, điện thoại ở chân trang đầu", e.headNote(2, h.Address, func(h *compose.Head, v string) { h.Address = v })),
	)
	holder.Objects = []fyne.CanvasObject{kit.FollowFocus(container.NewVScroll(padded(below(10, -1, rows...), 2, 12, 2, 2)))}
	holder.Refresh()
}

// presets are the sizes of the text that the form of a paper allows.
func presets(h compose.Head) []kit.Option {
	if partyForm(h) != "" {
		return []kit.Option{{ID: "14", Label: "14"}, {ID: "15", Label: "15"}}
	}
	return []kit.Option{{ID: "14", Label: "14"}, {ID: "13", Label: "13"}}
}

// lineHeights are the usual heights of lines, in single lines; papers of the Party have lines of exactly 20 points.
func lineHeights(h compose.Head) []kit.Option {
	if partyForm(h) != "" {
		return []kit.Option{{ID: "0", Label: "20 pt"}}
	}
	return spacings
}

var spacings = []kit.Option{{ID: "0", Label: "1,15"}, {ID: "1", Label: "1,0"}, {ID: "1.2", Label: "1,2"}, {ID: "1.3", Label: "1,3"}, {ID: "1.5", Label: "1,5"}}

func partyForm(h compose.Head) string {
	if strings.EqualFold(h.Form, "party") {
		return "party"
	}
	return ""
}

func presetID(h compose.Head) string {
	if h.Preset == 0 {
		return "14"
	}
	return strconv.Itoa(h.Preset)
}

func spacingID(h compose.Head) string {
	if h.Spacing == 1.15 {
		return "0"
	}
	return strconv.FormatFloat(h.Spacing, 'f', -1, 64)
}

func indentID(h compose.Head) string {
	if h.Indent == 10 {
		return "10"
	}
	return "0"
}

// marginsInput takes the four margins in one line, "20 20 30 15"; empty is the usual ones.
func (e *paperEditor) marginsInput(h compose.Head) fyne.CanvasObject {
	text := ""
	if m := h.Margins; m != nil {
		text = strings.TrimSpace(fmt.Sprintf("%g %g %g %g", m.Top, m.Bottom, m.Left, m.Right))
	}
	input := kit.NewEntry()
	input.SetPlaceHolder("20 20 30 15")
	input.SetText(text)
	input.OnChanged = func(typed string) {
		fields := strings.Fields(strings.ReplaceAll(typed, "–", " "))
		if len(fields) == 0 {
			e.head(func(h *compose.Head) { h.Margins = nil })
			return
		}
		var mm [4]float64
		for i, field := range fields {
			value, err := strconv.ParseFloat(strings.ReplaceAll(field, ",", "."), 64)
			if err != nil || i >= len(mm) {
				return
			}
			mm[i] = value
		}
		if len(fields) == len(mm) {
			e.head(func(h *compose.Head) {
				h.Margins = &layout.Margins{Top: mm[0], Bottom: mm[1], Left: mm[2], Right: mm[3]}
			})
		}
	}
	return input
}
