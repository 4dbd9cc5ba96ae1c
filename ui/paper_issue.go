package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"cosohoi/app"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// issue asks for date and number of the draft in view and issues it.
func (p *papersScreen) issue() {
	const title = "Cấp số, ban hành"
	if !p.opened(title) {
		return
	}
	p.editor.leave(func() {
		doc := p.editor.doc
		proof := app.ProofOf(doc.Draft)
		switch {
		case proof.Problem != "":
			kit.Tell(p.win, title, proof.Problem)
			return
		case doc.Draft.Head.Symbol == "":
			kit.Tell(p.win, title, "Văn bản này không có ký hiệu nên không vào sổ. Nếu cần cấp số, hãy ghi ký hiệu ở thẻ Thể thức, ví dụ BC-BTV.")
			return
		}
		on := dateOf(doc.Draft.Head)
		if on.IsZero() {
			on = p.today
		}
		latest := 0
		load(p.shell, &latest, func(ctx context.Context) (app.Numbering, error) {
			return p.office.NumberFor(ctx, doc.Draft.Head.Kind, doc.Draft.Head.Symbol, on.Year)
		}, func(n app.Numbering) { p.askIssue(title, doc, proof, on, n) })
	})
}

func (p *papersScreen) askIssue(title string, doc app.Document, proof app.Proof, on day.Date, n app.Numbering) {
	h := doc.Draft.Head
	date := kit.NewDateField(false)
	date.Today = p.office.Today
	date.SetDate(on)
	serial := kit.NewEntry()
	serial.SetPlaceHolder(fmt.Sprintf("%02d (số tiếp theo)", n.Next))
	copies, keeper := kit.NewEntry(), kit.NewEntry()
	copies.SetText(numberOrBlank(h.Copies))
	keeper.SetText(h.Archive)
	despite := kit.NewCheck("Vẫn ban hành", nil)
	fields := []kit.Field{
		{Label: "Ngày văn bản", Widget: date, Check: required(date), Hint: orderHint(n)},
		{Label: "Số", Widget: serial, Check: func() error {
			_, err := wholeNumber(serial.Value(), "Số văn bản")
			return err
		}, Hint: gapHint(n)},
		{Label: "Ký hiệu", Widget: kit.Body(h.Symbol)},
		{Label: "Số bản", Widget: copies, Check: func() error {
			_, err := wholeNumber(copies.Value(), "Số bản")
			return err
		}},
		{Label: "Bản lưu", Widget: keeper},
	}
	if text := stillOpen(proof); text != "" {
		fields = append(fields, kit.Field{Label: "Cần xem lại", Widget: despite, Hint: text, Check: func() error {
			if !despite.Checked {
				return app.Problem("%s Hãy sửa, hoặc đánh dấu “Vẫn ban hành”.", text)
			}
			return nil
		}})
	}
	kit.ShowForm(p.win, title+": "+doc.Title, fields, kit.FormOptions{
		SaveLabel: "Ban hành", Width: 620,
		Save: func(done func(error)) {
			i := app.Issuing{Keeper: keeper.Value(), DespiteRemarks: despite.Checked}
			i.Date, _ = date.Date()
			i.Number, _ = wholeNumber(serial.Value(), "")
			i.Copies, _ = wholeNumber(copies.Value(), "")
			issue := func() {
				var issued app.Document
				p.do(func(ctx context.Context) (err error) {
					issued, err = p.office.Issue(ctx, doc, i)
					return err
				}, func(err error) {
					done(sentence(err))
					if err == nil {
						p.editor.take(issued)
					}
				})
			}
			if i.Number <= n.Next || i.Date.Year != on.Year {
				issue()
				return
			}
			kit.Ask(p.win, title, fmt.Sprintf("Số tiếp theo là %02d; cấp số %02d thì các số ở giữa bị bỏ trống trong sổ. Vẫn cấp số %02d?", n.Next, i.Number, i.Number), "Vẫn cấp", "Xem lại", issue)
			done(app.Problem("Số %02d bỏ qua số %02d; hãy gõ lại hoặc xác nhận.", i.Number, n.Next))
		},
	})
}

// stillOpen says what a careful office would mend before issuing.
func stillOpen(proof app.Proof) string {
	var parts []string
	wrong := 0
	for _, r := range proof.Paper.Remarks {
		if r.Wrong {
			if wrong++; wrong <= 2 {
				parts = append(parts, r.Text)
			}
		}
	}
	if wrong > 2 {
		parts = append(parts, fmt.Sprintf("Và %d điều khác chưa đúng thể thức.", wrong-2))
	}
	if proof.Open > 0 {
		parts = append(parts, fmt.Sprintf("Còn %d chỗ trong ngoặc vuông chưa viết.", proof.Open))
	}
	return strings.Join(parts, " ")
}

func orderHint(n app.Numbering) string {
	if n.After.IsZero() {
		return ""
	}
	return "Văn bản gần nhất trong sổ ghi ngày " + n.After.String() + "."
}

func gapHint(n app.Numbering) string {
	if len(n.Gaps) == 0 {
		return "Để trống để lấy số tiếp theo; không số nào bị bỏ trống."
	}
	const shown = 8
	var gaps []string
	for _, g := range n.Gaps[:min(len(n.Gaps), shown)] {
		gaps = append(gaps, fmt.Sprintf("%02d", g))
	}
	text := "Để trống để lấy số tiếp theo. Số chưa dùng: " + strings.Join(gaps, ", ")
	if len(n.Gaps) > shown {
		text += "…"
	}
	return text + "."
}

// wholeNumber reads a number that may be left out; what names it in the complaint.
func wholeNumber(typed, what string) (int, error) {
	if typed == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 1 {
		return 0, app.Problem("%s “%s” không phải là số; hãy gõ chữ số hoặc để trống.", what, typed)
	}
	return n, nil
}
