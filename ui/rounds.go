package ui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// roundActions are the acts on rounds above their list.
func (i *inspectionsScreen) roundActions() fyne.CanvasObject {
	return flow(
		kit.NewAction("+ Đợt…", "", func() { i.roundForm(data.Round{TermID: number(i.term.ID()), Rhythm: data.Extra, PeriodFrom: i.on}) }),
		kit.NewAction("Sửa…", "", i.editRound),
		kit.NewAction("Chọn đơn vị…", "", i.propose),
		kit.NewAction("Bỏ đơn vị", "", i.takeOut))
}

// takeOut takes the chosen unit out of a round into which the office had taken it.
func (i *inspectionsScreen) takeOut() {
	if i.visit == 0 || i.page.ID != i.visit {
		kit.Tell(i.win, "Bỏ đơn vị khỏi đợt", "Hãy chọn một cuộc kiểm tra trong danh sách trước.")
		return
	}
	visit := i.page.Visit
	kit.Ask(i.win, "Bỏ đơn vị khỏi đợt", "Bỏ "+vietnamese.LowerFirst(i.page.Unit.Label())+" khỏi đợt “"+i.page.Round+"”? Có thể hoàn tác.", "Bỏ", "Không", func() {
		i.do(func(ctx context.Context) error { return i.office.TakeOut(ctx, visit) }, i.fail)
	})
}

// editRound changes or removes a round that the office made.
func (i *inspectionsScreen) editRound() {
	switch {
	case i.round.ID == 0:
		kit.Tell(i.win, "Sửa đợt kiểm tra", "Hãy chọn một đợt kiểm tra trong danh sách trước.")
	case !app.OwnRound(i.round.Round):
		kit.Tell(i.win, "Sửa đợt kiểm tra", "Đợt “"+i.round.Name+"” do chương trình lập từ nhiệm kỳ. Hãy sửa nhiệm kỳ trong Cài đặt nếu cần đổi ngày; chỉ đợt đột xuất và giám sát chuyên đề sửa được ở đây.")
	default:
		i.roundForm(i.round.Round)
	}
}

// roundForm adds or changes a round besides the rhythms.
func (i *inspectionsScreen) roundForm(before data.Round) {
	kind := kit.NewChoice([]kit.Option{{ID: string(data.Extra), Label: app.RhythmName(data.Extra)}, {ID: string(data.Theme), Label: app.RhythmName(data.Theme)}}, nil)
	kind.SetID(string(before.Rhythm))
	name := kit.NewEntry()
	name.SetText(before.Name)
	name.SetPlaceHolder("Giám sát mô hình “1+1” quý III năm 2024")
	from, to, due := kit.NewDateField(false), kit.NewDateField(false), kit.NewDateField(false)
	from.Today, to.Today, due.Today = i.office.Today, i.office.Today, i.office.Today
	from.SetDate(before.PeriodFrom)
	to.SetDate(before.PeriodTo)
	due.SetDate(before.DueOn)
	read := func() data.Round {
		r := before
		r.Rhythm, r.Name = data.Rhythm(kind.ID()), name.Value()
		r.PeriodFrom, _ = from.Date()
		r.PeriodTo, _ = to.Date()
		r.DueOn, _ = due.Date()
		return r
	}
	title := "Sửa đợt kiểm tra"
	fields := []kit.Field{
		{Label: "Loại", Widget: kind},
		{Label: "Tên đợt", Widget: name, Check: func() error {
			if name.Value() == "" {
				return app.Problem("Hãy gõ tên đợt, ví dụ “Giám sát mô hình 1+1 quý III năm 2024”.")
			}
			return nil
		}},
		{Label: "Kỳ kiểm tra từ ngày", Widget: from, Check: required(from)},
		{Label: "đến ngày", Widget: to, Check: required(to)},
		{Label: "Hạn hoàn thành", Widget: due, Check: required(due), Hint: "Các cuộc kiểm tra diễn ra từ ngày đầu kỳ đến hạn này."},
	}
	if before.ID == 0 {
		title = "Thêm đợt đột xuất, giám sát chuyên đề"
	} else {
		fields = append(fields, kit.Field{Label: "", Widget: line(-1, kit.NewLink("Xóa đợt này…", func() {
			kit.Ask(i.win, "Xóa đợt kiểm tra", "Xóa đợt “"+before.Name+"” cùng các cuộc chưa thông báo? Có thể hoàn tác.", "Xóa", "Không", func() {
				i.do(func(ctx context.Context) error { return i.office.RemoveRound(ctx, before) }, i.fail)
			})
		}))})
	}
	kit.ShowForm(i.win, title, fields, kit.FormOptions{
		Width: 560, Changed: func() bool { return read() != before },
		Save: func(done func(error)) {
			r := read()
			i.do(func(ctx context.Context) (err error) {
				r, err = i.office.SaveRound(ctx, r)
				return err
			}, func(err error) {
				done(sentence(err))
				if err == nil {
					i.wanted = r.ID
					i.loadRounds()
				}
			})
		},
	})
}

// Sizes of the sheet of proposals.
const (
	proposalWidth  = 1080
	proposalHeight = 470
)

// propose lists the units that could be visited in the chosen round, the proposed ones ticked.
func (i *inspectionsScreen) propose() {
	if i.round.ID == 0 {
		kit.Tell(i.win, "Chọn đơn vị kiểm tra", "Hãy chọn một đợt kiểm tra trong danh sách trước.")
		return
	}
	type read struct {
		candidates []app.Candidate
		calendar   app.Calendar
	}
	on, round, latest := i.on, i.round.Round, 0
	load(i.shell, &latest, func(ctx context.Context) (r read, err error) {
		if r.calendar, err = i.office.Calendar(ctx); err != nil {
			return r, err
		}
		r.candidates, err = i.office.Candidates(ctx, on, round)
		return r, err
	}, func(r read) {
		if len(r.candidates) == 0 {
			kit.Tell(i.win, "Chọn đơn vị kiểm tra", "Không còn đơn vị nào để chọn: các đơn vị của đợt “"+round.Name+"” đã có cuộc kiểm tra của tỉnh.")
			return
		}
		i.showProposals(round, r.candidates, r.calendar)
	})
}

func (i *inspectionsScreen) showProposals(round data.Round, candidates []app.Candidate, calendar app.Calendar) {
	var shown atomic.Pointer[[]app.Proposal]
	table := kit.NewDataTable([]kit.Column[app.Proposal]{
		{ID: "unit", Title: "Đơn vị", Width: 150, Grow: 1, Cell: func(p app.Proposal) kit.Cell { return kit.Cell{Text: p.Unit.Label()} }},
		{ID: "above", Title: "Thuộc", Width: 140, Grow: 1, Cell: func(p app.Proposal) kit.Cell { return kit.Cell{Text: p.Above} }},
		{ID: "last", Title: "Lần gần nhất", Width: 100, Cell: func(p app.Proposal) kit.Cell { return dayOrDash(p.LastVisit) }},
		{ID: "weight", Title: "Ưu tiên", Width: 68, Right: true, Cell: func(p app.Proposal) kit.Cell { return kit.Cell{Text: kit.Number(p.Weight)} }},
		{ID: "reasons", Title: "Lý do", Width: 300, Grow: 4, Cell: func(p app.Proposal) kit.Cell {
			if len(p.Reasons) == 0 {
				return kit.Cell{Text: "—", Tone: kit.ToneQuiet}
			}
			return kit.Cell{Text: strings.Join(p.Reasons, "; ")}
		}},
	}, func(p app.Proposal) string { return text(p.Unit.ID) }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[app.Proposal], error) {
		return fromSlice(*shown.Load())(ctx, sort, offset, limit)
	})
	table.SetRunner(i.background)
	table.SetEmpty("Không có đơn vị nào khớp chữ đã gõ.", nil)
	var proposals []app.Proposal
	filter := kit.NewEntry()
	filter.SetPlaceHolder("Tên đơn vị, không cần dấu…")
	narrow := func(string) {
		words := strings.Fields(vietnamese.SearchKey(filter.Value()))
		rows := make([]app.Proposal, 0, len(proposals))
	next:
		for _, p := range proposals {
			key := " " + vietnamese.SearchKey(p.Unit.Label()+" "+p.Above)
			for _, w := range words {
				if !strings.Contains(key, " "+w) {
					continue next
				}
			}
			rows = append(rows, p)
		}
		shown.Store(&rows)
		table.Reload()
	}
	filter.OnChanged = narrow
	from := kit.NewDateField(false)
	from.Today = i.office.Today
	from.SetDate(app.ProposedDays(round, i.office.Today(), calendar)[0])
	to := kit.NewDateField(false)
	to.Today = i.office.Today
	to.SetDate(round.DueOn)
	counted := kit.Caption("")
	table.AllowTicks(func() {
		counted.SetText(fmt.Sprintf("Đã chọn %d đơn vị; ngày được trải đều trên các ngày làm việc.", table.Ticked().Count(len(proposals))))
		relayout(counted)
	})
	rank := func(id string) {
		n, err := strconv.Atoi(id)
		if err != nil {
			return
		}
		proposals = app.Propose(i.on, candidates, n)
		var chosen []string
		for _, p := range proposals {
			if p.Chosen && n > 0 {
				chosen = append(chosen, text(p.Unit.ID))
			}
		}
		narrow("")
		table.SetTicked(chosen)
	}
	caption, numbers := "Mỗi huyện", []int{1, 2, 3, 4, 5}
	if !slices.ContainsFunc(candidates, func(c app.Candidate) bool { return c.AboveID != candidates[0].AboveID }) {
		caption, numbers = "Toàn tỉnh", []int{2, 5, 10, 15, 20}
	}
	each := []kit.Option{{ID: "0", Label: "tự chọn"}}
	for _, n := range numbers {
		each = append(each, kit.Option{ID: strconv.Itoa(n), Label: strconv.Itoa(n)})
	}
	perGroup := kit.NewChip(caption, each, rank)
	start := "0"
	switch {
	case slices.Contains(numbers, round.Sample):
		start = strconv.Itoa(round.Sample)
	case !app.OwnRound(round):
		start = "2"
	}
	perGroup.SetID(start)
	rank(start)
	var shut func()
	take := kit.NewAction("Đưa vào đợt", "Ctrl+Enter", func() {
		days, err := pickedDays(from, to, calendar)
		if err != nil {
			kit.Tell(i.win, "Chọn đơn vị kiểm tra", app.Message(err))
			return
		}
		picks := ticked(table.Ticked(), proposals)
		if len(picks) > 0 {
			app.Spread(picks, days)
		}
		taken := round
		taken.Sample = int(number(perGroup.ID()))
		i.do(func(ctx context.Context) error { return i.office.TakeIn(ctx, taken, picks) }, func(err error) {
			if err != nil {
				i.fail(err)
				return
			}
			shut()
		})
	}).Primary()
	head := line(0, filter, perGroup, kit.Body("Từ"), fixed(130, from), kit.Body("đến"), fixed(130, to))
	shut = kit.ShowSheet(i.win, "Chọn đơn vị tỉnh kiểm tra · "+round.Name, below(8, 1, head, table, counted),
		[]*kit.Action{kit.NewAction("Đóng", "Esc", func() { shut() }), take}, proposalWidth, proposalHeight)
}

// pickedDays are the working days between two dates of a form.
func pickedDays(from, to *kit.DateField, calendar app.Calendar) ([]day.Date, error) {
	a, errA := from.Date()
	b, errB := to.Date()
	switch {
	case errA != nil || errB != nil || !a.IsFull() || !b.IsFull():
		return nil, app.Problem("Hãy gõ đủ ngày đầu và ngày cuối của các cuộc kiểm tra, ví dụ 10/07/2024.")
	case b.Before(a):
		return []day.Date{a}, nil
	}
	return calendar.WorkingDays(a, b), nil
}

// ticked are the proposals that the office left ticked, in their order.
func ticked(k kit.Ticked, proposals []app.Proposal) []app.Pick {
	keys := map[string]bool{}
	for _, key := range k.Keys {
		keys[key] = true
	}
	var picks []app.Pick
	for _, p := range proposals {
		if keys[text(p.Unit.ID)] != k.All {
			picks = append(picks, app.Pick{Unit: p.Unit.ID, Reasons: p.Reasons})
		}
	}
	return picks
}
