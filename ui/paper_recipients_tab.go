package ui

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports/compose"
	"cosohoi/ui/kit"
)

// recipientsTab are who receives the paper and who signs it.
func (e *paperEditor) recipientsTab() fyne.CanvasObject {
	holder := container.NewStack()
	e.fillRecipients(holder)
	return padded(holder, 8, 0, 0, 0)
}

// fillRecipients builds the leaf anew, as after a set or a signer was chosen.
func (e *paperEditor) fillRecipients(holder *fyne.Container) {
	h := e.doc.Draft.Head
	again := func() { e.fillRecipients(holder) }
	rows := []fyne.CanvasObject{
		e.recipientSets(again),
		labelled("Kính gửi (mỗi nơi một dòng)", e.headNote(2, strings.Join(h.To, "\n"), func(h *compose.Head, v string) { h.To = textLines(v) })),
		labelled("Nơi nhận (“Như trên” và dòng lưu tự thêm)", e.headNote(4, strings.Join(h.Recipients, "\n"), func(h *compose.Head, v string) { h.Recipients = textLines(v) })),
		labelled("Lưu", e.headEntry(h.Archive, func(h *compose.Head, v string) { h.Archive = v })),
	}
	if h.Signer == nil && len(h.Signers) > 0 {
		for i, s := range h.Signers {
			rows = append(rows, kit.Section("Người ký "+strconv.Itoa(i+1)))
			rows = append(rows, e.signerInputs(s, func(h *compose.Head, f func(*compose.Signer)) { f(&h.Signers[i]) })...)
		}
	} else {
		s := compose.Signer{}
		if h.Signer != nil {
			s = *h.Signer
		}
		rows = append(rows, kit.Section("Người ký"), e.signers(again))
		rows = append(rows, e.signerInputs(s, func(h *compose.Head, f func(*compose.Signer)) {
			if h.Signer == nil {
				h.Signer = &compose.Signer{}
			}
			f(h.Signer)
		})...)
	}
	copies := ""
	if h.Copies > 0 {
		copies = strconv.Itoa(h.Copies)
	}
	rows = append(rows, columns([]float32{0, 0},
		labelled("Ký hiệu người soạn", e.headEntry(h.Drafter, func(h *compose.Head, v string) { h.Drafter = v })),
		labelled("Số bản phát hành", e.headEntry(copies, func(h *compose.Head, v string) {
			if n, err := strconv.Atoi(v); err == nil && n >= 0 || v == "" {
				h.Copies = n
			}
		}))))
	holder.Objects = []fyne.CanvasObject{kit.FollowFocus(container.NewVScroll(padded(below(10, -1, rows...), 2, 12, 2, 2)))}
	holder.Refresh()
}

// signerInputs are the lines of a signature block; change applies a change to its signer in the front matter.
func (e *paperEditor) signerInputs(s compose.Signer, change func(h *compose.Head, f func(*compose.Signer))) []fyne.CanvasObject {
	input := func(caption, value string, set func(s *compose.Signer, v string)) fyne.CanvasObject {
		return labelled(caption, e.headEntry(value, func(h *compose.Head, v string) { change(h, func(s *compose.Signer) { set(s, v) }) }))
	}
	return []fyne.CanvasObject{
		columns([]float32{0, 0},
			input("Quyền hạn (TM., TL.…)", s.Authority, func(s *compose.Signer, v string) { s.Authority = v }),
			input("Ký thay (KT.…)", s.Deputy, func(s *compose.Signer, v string) { s.Deputy = v })),
		columns([]float32{0, 0},
			input("Chức vụ", s.Position, func(s *compose.Signer, v string) { s.Position = v }),
			input("Họ và tên", s.Name, func(s *compose.Signer, v string) { s.Name = v })),
	}
}

// paperDay is the day whose settings a paper takes: its date or, undated, the day in view.
func (e *paperEditor) paperDay() day.Date {
	if d := dateOf(e.doc.Draft.Head); !d.IsZero() {
		return d
	}
	return e.on
}

// recipientSets offers the kept sets of recipients; choosing one fills the inputs.
func (e *paperEditor) recipientSets(again func()) fyne.CanvasObject {
	var sets []data.RecipientSet
	h := e.doc.Draft.Head
	choice := kit.NewChoice(nil, func(id string) {
		i, err := strconv.Atoi(id)
		if err != nil || i >= len(sets) {
			return
		}
		s := sets[i]
		e.readdress(h.To, textLines(s.Addressees))
		e.head(func(h *compose.Head) {
			h.To, h.Recipients = textLines(s.Addressees), textLines(s.Recipients)
			if s.Archive != "" {
				h.Archive = s.Archive
			}
		})
		again()
	})
	on, latest := e.paperDay(), 0
	load(e.shell, &latest, func(ctx context.Context) ([]data.RecipientSet, error) { return e.office.RecipientSetsOn(ctx, on) }, func(found []data.RecipientSet) {
		sets = found
		var options []kit.Option
		for i, s := range sets {
			options = append(options, kit.Option{ID: strconv.Itoa(i), Label: s.Name})
		}
		choice.SetOptions(options)
	})
	return labelled("Điền theo danh sách nơi nhận đã lưu", choice)
}

// readdress follows in the text when the paper goes to somebody else: reports name their addressees in the last sentence.
func (e *paperEditor) readdress(from, to []string) {
	before, after := strings.Join(from, ", "), strings.Join(to, ", ")
	if before == "" || after == "" || before == after {
		return
	}
	if body := strings.ReplaceAll(e.doc.Draft.Body, before, after); body != e.doc.Draft.Body {
		e.typedBody(body)
	}
}

// signers offers who may sign on the day of the paper; choosing one fills the inputs.
func (e *paperEditor) signers(again func()) fyne.CanvasObject {
	var people []data.Signatory
	choice := kit.NewChoice(nil, func(id string) {
		i, err := strconv.Atoi(id)
		if err != nil || i >= len(people) {
			return
		}
		s := people[i]
		e.head(func(h *compose.Head) {
			h.Signer = &compose.Signer{Authority: s.Authority, Deputy: s.Deputy, Position: s.Position, Name: s.Name}
		})
		again()
	})
	on, latest := e.paperDay(), 0
	load(e.shell, &latest, func(ctx context.Context) ([]data.Signatory, error) { return e.office.SignatoriesOn(ctx, on, "") }, func(found []data.Signatory) {
		people = found
		var options []kit.Option
		for i, s := range people {
			options = append(options, kit.Option{ID: strconv.Itoa(i), Label: s.Name, Detail: strings.TrimSpace(s.Deputy + " " + s.Position)})
		}
		choice.SetOptions(options)
	})
	return labelled("Điền theo người ký đã lưu trong Cài đặt", choice)
}
