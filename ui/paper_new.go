package ui

import (
	"context"
	"slices"
	"strconv"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/reports"
	"cosohoi/ui/kit"
)

// create asks which kind of paper is wanted.
func (p *papersScreen) create() {
	var items []kit.Item
	for _, k := range reports.Kinds() {
		items = append(items, kit.Item{ID: k.ID, Title: k.Title, Detail: k.About})
	}
	kit.Pick(p.win, "Soạn văn bản mới", "", items, "Chọn", func(id string) { p.askFor(app.PaperRequest{Kind: id}) })
}

// offer asks which of the papers about something is wanted, such as those of a round of inspections.
func (p *papersScreen) offer(title string, r app.PaperRequest, kinds ...string) {
	var items []kit.Item
	for _, id := range kinds {
		if k, known := reports.KindByID(id); known {
			items = append(items, kit.Item{ID: id, Title: k.Title, Detail: k.About})
		}
	}
	kit.Pick(p.win, title, "", items, "Soạn", func(id string) {
		r.Kind = id
		p.askFor(r)
	})
}

// chooseRound offers the papers of a round, and of a visit when one is chosen.
func (p *papersScreen) chooseRound(r data.Round, visit int64) {
	request := app.PaperRequest{Round: r.ID, Visit: visit, Year: r.PeriodTo.Year, Period: app.OneRound}
	kinds := []string{reports.InspectionPlanID, reports.TeamDecisionID, reports.InspectionNoticeID, reports.InspectionReportID}
	if visit != 0 {
		kinds = append([]string{reports.InspectionMinutesID, reports.InspectionConclusionID}, kinds...)
	}
	p.offer("Văn bản của đợt kiểm tra", request, kinds...)
}

// chooseCadreList asks for the list of the cadres of a unit.
func (p *papersScreen) chooseCadreList(u data.UnitOn) {
	p.askFor(app.PaperRequest{Kind: reports.CadreListID, Unit: u.ID})
}

// paperForm are the inputs of what a kind of paper asks for.
type paperForm struct {
	*papersScreen
	request app.PaperRequest
	fields  []kit.Field
	readers []func() // take the inputs over into request
}

// askFor asks what the kind of paper must know and drafts it.
func (p *papersScreen) askFor(r app.PaperRequest) {
	kind, known := reports.KindByID(r.Kind)
	if !known {
		return
	}
	on, latest := p.on, 0
	type answers struct {
		organs []data.Letterhead
		terms  []data.Term
		rounds []data.Round
		unit   string
		visit  string
	}
	load(p.shell, &latest, func(ctx context.Context) (a answers, err error) {
		if a.organs, err = p.office.Organs(ctx, on); err != nil {
			return a, err
		}
		if a.terms, err = p.office.Terms(ctx); err != nil {
			return a, err
		}
		a.terms = app.WithInspections(a.terms)
		for _, t := range a.terms {
			rows, err := p.office.Rounds(ctx, on, t.ID)
			if err != nil {
				return a, err
			}
			for _, row := range rows {
				a.rounds = append(a.rounds, row.Round)
			}
		}
		if r.Unit != 0 {
			page, err := p.office.UnitPage(ctx, on, r.Unit)
			if err != nil {
				return a, err
			}
			a.unit = page.Unit.Label()
		}
		if r.Visit != 0 {
			page, err := p.office.VisitPage(ctx, on, r.Visit)
			if err != nil {
				return a, err
			}
			a.visit = visitLabel(page.VisitRow)
		}
		return a, nil
	}, func(a answers) {
		f := &paperForm{papersScreen: p, request: r}
		f.addOrgan(a.organs)
		questions := app.Questions(r.Kind)
		if r.Kind == reports.InspectionReportID { // the period holds the answer to the others
			f.addPeriod(a.terms, a.rounds)
			questions = nil
		}
		for _, q := range questions {
			switch q {
			case app.AskYear:
				f.addYear()
			case app.AskTerm:
				f.addTerm(a.terms)
			case app.AskRound:
				f.addRound(a.rounds)
			case app.AskVisit:
				f.addVisit(a.visit)
			case app.AskUnit:
				f.addUnit(a.unit)
			case app.AskLayout:
				f.addLayout()
			case app.AskSensitive:
				f.addSensitive()
			case app.AskSubject:
				f.addSubject()
			}
		}
		f.addDays()
		kit.ShowForm(p.win, kind.Title, f.fields, kit.FormOptions{
			SaveLabel: "Soạn", Width: 620,
			Save: func(done func(error)) {
				for _, read := range f.readers {
					read()
				}
				request := f.request
				p.editor.leave(func() {
					var made app.Document
					p.do(func(ctx context.Context) (err error) {
						made, err = p.office.NewDocument(ctx, request)
						return err
					}, func(err error) {
						done(sentence(err))
						if err == nil {
							p.view.page = 0
							p.editor.take(made)
							p.list.Select(text(made.ID))
						}
					})
				})
			},
		})
	})
}

func (f *paperForm) add(field kit.Field, read func()) {
	f.fields = append(f.fields, field)
	f.readers = append(f.readers, read)
}

// addOrgan asks who issues, where more than one organ has a letterhead.
func (f *paperForm) addOrgan(organs []data.Letterhead) {
	if len(organs) < 2 {
		return
	}
	var options []kit.Option
	for _, l := range organs {
		options = append(options, kit.Option{ID: l.OrganSymbol, Label: l.OrganName})
	}
	choice := kit.NewChoice(options, nil)
	choice.SetID(options[0].ID)
	f.add(kit.Field{Label: "Cơ quan ban hành", Widget: choice}, func() { f.request.Organ = choice.ID() })
}

func (f *paperForm) addYear() {
	year := f.request.Year
	if year == 0 {
		year = f.on.Year
		if f.request.Kind == reports.YearReportID && f.on.Month < 7 {
			year-- // a year is reported on when it is over
		}
	}
	var options []kit.Option
	for y := f.today.Year + 1; y > f.today.Year-12; y-- {
		options = append(options, kit.Option{ID: strconv.Itoa(y), Label: strconv.Itoa(y)})
	}
	choice := kit.NewChoice(options, nil)
	choice.SetID(strconv.Itoa(year))
	f.add(kit.Field{Label: "Năm", Widget: choice}, func() { f.request.Year, _ = strconv.Atoi(choice.ID()) })
}

// addPeriod asks what the report on inspections covers: a part of a year, a round or a term.
func (f *paperForm) addPeriod(terms []data.Term, rounds []data.Round) {
	var options []kit.Option
	var meant []app.PaperRequest
	at := 0
	offer := func(label string, r app.PaperRequest) {
		if want := f.request; want.Period == r.Period && (r.Year == 0 || r.Year == want.Year) && (r.Round == 0 || r.Round == want.Round) {
			at = len(options)
		}
		options = append(options, kit.Option{ID: text(int64(len(options))), Label: label})
		meant = append(meant, r)
	}
	if f.request.Period == "" {
		f.request.Year, f.request.Period = f.on.Year, app.WholeYear
		if !f.on.Before(day.Of(f.on.Year, 7, 1)) {
			f.request.Period = app.FirstHalf
		}
	}
	for y := f.today.Year + 1; y > f.today.Year-6; y-- {
		offer("Năm "+strconv.Itoa(y), app.PaperRequest{Period: app.WholeYear, Year: y})
		offer("6 tháng đầu năm "+strconv.Itoa(y), app.PaperRequest{Period: app.FirstHalf, Year: y})
	}
	for _, r := range rounds {
		offer("Đợt kiểm tra: "+vietnamese.LowerFirst(r.Name), app.PaperRequest{Period: app.OneRound, Round: r.ID})
	}
	for _, t := range terms {
		offer("Nhiệm kỳ "+t.Name, app.PaperRequest{Period: app.WholeTerm, Term: t.ID})
	}
	choice := kit.NewChoice(options, nil)
	choice.SetID(text(int64(at)))
	f.add(kit.Field{Label: "Kỳ báo cáo", Widget: choice, Hint: "Một phần của năm, một đợt kiểm tra hoặc cả nhiệm kỳ."}, func() {
		m := meant[number(choice.ID())]
		f.request.Period, f.request.Year, f.request.Round, f.request.Term = m.Period, m.Year, m.Round, m.Term
	})
}

func (f *paperForm) addTerm(terms []data.Term) {
	var options []kit.Option
	for _, t := range terms {
		options = append(options, kit.Option{ID: text(t.ID), Label: t.Name})
	}
	choice := kit.NewChoice(options, nil)
	if t, ok := app.PickTerm(terms, f.on); ok {
		choice.SetID(text(t.ID))
	}
	f.add(kit.Field{Label: "Nhiệm kỳ", Widget: choice, Check: chosen(choice, "nhiệm kỳ")}, func() { f.request.Term = number(choice.ID()) })
}

func (f *paperForm) addRound(rounds []data.Round) {
	var options []kit.Option
	for _, r := range rounds {
		options = append(options, kit.Option{ID: text(r.ID), Label: r.Name, Detail: "hạn " + r.DueOn.String()})
	}
	choice := kit.NewChoice(options, nil)
	id := f.request.Round
	if id == 0 { // the next round that is not over
		for _, r := range rounds {
			if id = r.ID; !r.DueOn.Before(f.on) {
				break
			}
		}
	}
	choice.SetID(text(id))
	f.add(kit.Field{Label: "Đợt kiểm tra", Widget: choice, Check: chosen(choice, "đợt kiểm tra")}, func() { f.request.Round = number(choice.ID()) })
}

// chosen refuses a choice of nothing.
func chosen(c *kit.Choice, what string) func() error {
	return func() error {
		if c.ID() == "" || c.ID() == "0" {
			return app.Problem("Hãy chọn %s.", what)
		}
		return nil
	}
}

// visitLabel names a visit in a list: unit, round, where it stands.
func visitLabel(v app.VisitRow) string {
	return v.UnitLabel() + " – " + vietnamese.LowerFirst(v.Round) + ", " + v.StateText()
}

func (f *paperForm) addVisit(label string) {
	picker := f.newPicker("Gõ tên đơn vị được kiểm tra…", func(ctx context.Context, typed string) ([]kit.Option, error) {
		if typed == "" {
			return nil, nil
		}
		on := f.dayInView()
		units, err := f.office.SearchUnits(ctx, on, typed, []data.Level{data.District, data.Affiliate, data.BaseUnit}, 12)
		if err != nil {
			return nil, err
		}
		var options []kit.Option
		for _, u := range units {
			visits, err := f.office.VisitsOfUnit(ctx, on, u.ID)
			if err != nil {
				return nil, err
			}
			for _, v := range visits[:min(len(visits), 4)] { // the latest
				options = append(options, kit.Option{ID: text(v.ID), Label: v.UnitLabel() + " – " + vietnamese.LowerFirst(v.Round), Detail: v.StateText()})
			}
		}
		return options, nil
	})
	if f.request.Visit != 0 {
		picker.SetOption(kit.Option{ID: text(f.request.Visit), Label: label})
	}
	f.add(kit.Field{Label: "Cuộc kiểm tra", Widget: picker, Check: func() error {
		if picker.ID() == "" {
			return app.Problem("Hãy gõ tên đơn vị và chọn cuộc kiểm tra.")
		}
		return nil
	}}, func() { f.request.Visit = number(picker.ID()) })
}

func (f *paperForm) addUnit(label string) {
	picker := f.newPicker("Gõ tên đơn vị…", f.searchUnits)
	if f.request.Unit != 0 {
		picker.SetOption(kit.Option{ID: text(f.request.Unit), Label: label})
	}
	f.add(kit.Field{Label: "Đơn vị", Widget: picker, Hint: "Gồm cả các đơn vị bên dưới.", Check: func() error {
		if picker.ID() == "" {
			return app.Problem("Hãy gõ tên và chọn đơn vị.")
		}
		return nil
	}}, func() { f.request.Unit = number(picker.ID()) })
}

func (f *paperForm) addLayout() {
	var options []kit.Option
	for _, l := range app.Layouts {
		options = append(options, kit.Option{ID: l.Name, Label: l.Label})
	}
	choice := kit.NewChoice(options, nil)
	choice.SetID(app.Layouts[f.request.Layout].Name)
	f.add(kit.Field{Label: "Mẫu danh sách", Widget: choice}, func() {
		if i := slices.IndexFunc(app.Layouts, func(l app.NamedLayout) bool { return l.Name == choice.ID() }); i >= 0 {
			f.request.Layout = app.Layouts[i].Layout
		}
	})
}

func (f *paperForm) addSensitive() {
	box := kit.NewCheck("In cả dân tộc, tôn giáo, ngày vào Đảng", nil)
	f.add(kit.Field{Label: "Dữ liệu nhạy cảm", Widget: box, Hint: "Chỉ in khi cần; mỗi lần lập được ghi vào nhật ký."}, func() { f.request.Sensitive = box.Checked })
}

func (f *paperForm) addSubject() {
	subject := kit.NewNote(2)
	hint := map[string]string{
		reports.PlanID:           "Ví dụ: Thực hiện khâu đột phá “Tập trung xây dựng cơ sở Hội vững mạnh” năm 2027.",
		reports.OfficialLetterID: "Viết sau V/v, ví dụ: báo cáo kết quả 6 tháng đầu năm.",
		reports.InvitationID:     "Tên cuộc họp, ví dụ: Hội nghị sơ kết công tác Hội 6 tháng đầu năm.",
	}[f.request.Kind]
	f.add(kit.Field{Label: "Trích yếu", Widget: subject, Hint: hint, Check: func() error {
		if subject.Value() == "" {
			return app.Problem("Hãy gõ trích yếu nội dung.")
		}
		return subject.Check()
	}}, func() { f.request.Subject = subject.Value() })
}

// addDays asks for the date of the paper and the day of its figures.
func (f *paperForm) addDays() {
	date, asOf := kit.NewDateField(false), kit.NewDateField(false)
	date.Today, asOf.Today = f.office.Today, f.office.Today
	asOf.SetDate(f.on)
	f.add(kit.Field{Label: "Ngày văn bản", Widget: date, Check: date.Check, Hint: "Để trống khi còn là dự thảo; ngày được ghi khi ban hành."}, func() { f.request.Date, _ = date.Date() })
	f.add(kit.Field{Label: "Số liệu đến ngày", Widget: asOf, Check: required(asOf), Hint: "Báo cáo của kỳ đã qua: chọn ngày chốt số liệu của kỳ đó."}, func() { f.request.AsOf, _ = asOf.Date() })
}
