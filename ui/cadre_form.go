package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
	"cosohoi/ui/kit"
)

// newCadre opens the form of a new cadre; the post may be chosen in it.
func (c *cadresScreen) newCadre() { c.addCadreAt(0) }

// addCadreAt opens the form of a new cadre with a post in a unit.
func (c *cadresScreen) addCadreAt(unit int64) {
	if unit == 0 {
		c.cadreForm(data.Cadre{Female: true, Ethnic: "Kinh", Religion: "Không"}, kit.Option{})
		return
	}
	on, latest := c.on, 0
	load(c.shell, &latest, func(ctx context.Context) (app.UnitPage, error) { return c.office.UnitPage(ctx, on, unit) }, func(p app.UnitPage) {
		c.cadreForm(data.Cadre{Female: true, Ethnic: "Kinh", Religion: "Không"}, kit.Option{ID: text(unit), Label: p.Unit.Label(), Detail: p.Above})
	})
}

func (c *cadresScreen) editCadre() {
	if c.cadre == 0 || c.file.Cadre.ID != c.cadre {
		return
	}
	c.cadreForm(c.file.Cadre, kit.Option{})
}

// cadreForm edits the whole record in sections, of which only the needed ones are open. Those with sensitive data open once these may be
// shown, which is noted.
func (c *cadresScreen) cadreForm(before data.Cadre, unit kit.Option) {
	isNew := before.ID == 0
	in := &cadreInputs{c: c, before: before}
	name, birth, phone := textInput(before.FullName), c.dateInput(before.Birth), textInput(before.Phone)
	fields := []kit.Field{
		in.field("Họ và tên", name, name.Value, func(d *data.Cadre) { d.FullName = name.Value() }, typed(name, "họ và tên")),
		in.field("Ngày sinh", birth, nil, func(d *data.Cadre) { d.Birth, _ = birth.Date() }, func() error {
			if err := birth.Check(); err != nil {
				return err
			}
			d, _ := birth.Date()
			return sentence(app.CheckBirth(d, c.office.Today()))
		}),
		in.choice("Giới tính", "Nữ", "Nam", func(d *data.Cadre) *bool { return &d.Female }),
		in.field("Điện thoại", phone, phone.Value, func(d *data.Cadre) { d.Phone = phone.Value() }, func() error { return sentence(app.CheckPhone(phone.Value())) }),
		in.text("Quê quán", func(d *data.Cadre) *string { return &d.NativePlace }),
		in.text("Nơi ở hiện nay", func(d *data.Cadre) *string { return &d.Residence }),
	}
	fields[1].Hint = "Có thể chỉ gõ năm hoặc tháng/năm."
	sections := []kit.FormSection{{Title: "Nhân thân", Open: true, Summary: in.summary(), Fields: fields}}
	var post *postFields
	title := "Sửa hồ sơ " + before.FullName
	if isNew {
		title = "Thêm cán bộ"
		post = c.newPostFields(data.Appointment{StartedOn: c.on, Manner: app.Manners[0]}, unit)
		fields[0].Notice = c.watchTwins(name, birth, phone, post, in.read)
		sections = append(sections, kit.FormSection{Title: "Chức danh", Open: true, Fields: post.fields(false)})
	}
	sections = append(sections, in.education(), in.work(), in.party(), in.origin(), in.papers(), in.remarks())
	kit.ShowSections(c.win, title, sections, kit.FormOptions{
		Width: 860, Columns: 2,
		Changed: func() bool { return in.read() != before || (post != nil && post.changed()) },
		Save: func(done func(error)) {
			var id int64
			appointment := data.Appointment{}
			if post != nil {
				appointment = post.read()
			}
			after := in.read()
			c.savePost(appointment, func(ctx context.Context) (err error) {
				id, err = c.office.SaveCadre(ctx, after, appointment)
				return err
			}, func(ctx context.Context, holder data.Appointment) (err error) {
				id, err = c.office.AddCadreReplacing(ctx, after, appointment, holder)
				return err
			}, func(err error) {
				done(err)
				if err == nil {
					c.openCadre(id)
				}
			})
		},
	})
}

// cadreInputs are the inputs of a record, and how what they hold gets into it.
type cadreInputs struct {
	c      *cadresScreen
	before data.Cadre
	puts   []func(*data.Cadre)
	values []func() string // of the section that is being made
}

// read is the record as the inputs say.
func (in *cadreInputs) read() data.Cadre {
	after := in.before
	for _, put := range in.puts {
		put(&after)
	}
	return after
}

// field is a line of the form. value is what the summary of the section says of it, nil for nothing.
func (in *cadreInputs) field(label string, widget fyne.CanvasObject, value func() string, put func(*data.Cadre), check func() error) kit.Field {
	if value != nil {
		in.values = append(in.values, value)
	}
	in.puts = append(in.puts, put)
	return kit.Field{Label: label, Widget: widget, Check: check}
}

func (in *cadreInputs) text(label string, at func(*data.Cadre) *string) kit.Field {
	e := textInput(*at(&in.before))
	return in.field(label, e, e.Value, func(d *data.Cadre) { *at(d) = e.Value() }, nil)
}

func (in *cadreInputs) word(label, catalogue string, at func(*data.Cadre) *string) kit.Field {
	w := in.c.wordInput(catalogue, *at(&in.before))
	return in.field(label, w, w.ID, func(d *data.Cadre) { *at(d) = w.ID() }, wordCheck(w))
}

func (in *cadreInputs) date(label string, at func(*data.Cadre) *day.Date) kit.Field {
	f := in.c.dateInput(*at(&in.before))
	said := func() string {
		if d, err := f.Date(); err == nil && !d.IsZero() {
			return vietnamese.LowerFirst(label) + " " + d.String()
		}
		return ""
	}
	return in.field(label, f, said, func(d *data.Cadre) { *at(d), _ = f.Date() }, f.Check)
}

// choice is one of two.
func (in *cadreInputs) choice(label, yes, no string, at func(*data.Cadre) *bool) kit.Field {
	choice := kit.NewChoice([]kit.Option{{ID: "yes", Label: yes}, {ID: "no", Label: no}}, nil)
	choice.SetID(map[bool]string{true: "yes", false: "no"}[*at(&in.before)])
	return in.field(label, choice, nil, func(d *data.Cadre) { *at(d) = choice.ID() == "yes" }, nil)
}

// summary says what the fields made since the last summary hold.
func (in *cadreInputs) summary() func() string {
	values := in.values
	in.values = nil
	return func() string {
		var said []string
		for _, value := range values {
			if text := value(); text != "" {
				said = append(said, text)
			}
		}
		if len(said) == 0 {
			return "chưa ghi"
		}
		return strings.Join(said, " · ")
	}
}

// sensitive keeps a section of a stored record folded until its data may be shown.
func (in *cadreInputs) sensitive(s kit.FormSection) kit.FormSection {
	if in.before.ID == 0 {
		return s
	}
	shown, id := s.Summary, in.before.ID
	s.Summary = func() string {
		if in.c.revealed != id {
			return hidden
		}
		return shown()
	}
	s.Unlock = func(then func()) { in.c.revealThen(id, then) }
	s.Open = s.Open && in.c.revealed == id
	return s
}

func (in *cadreInputs) education() kit.FormSection {
	fields := []kit.Field{
		in.word("Trình độ học vấn", "education", func(d *data.Cadre) *string { return &d.Education }),
		in.word("Trình độ cao nhất", "degree", func(d *data.Cadre) *string { return &d.Degree }),
		in.text("Chuyên ngành", func(d *data.Cadre) *string { return &d.Specialty }),
		in.word("Lý luận chính trị", "politics", func(d *data.Cadre) *string { return &d.Politics }),
		in.word("Quản lý nhà nước", "state_management", func(d *data.Cadre) *string { return &d.StateManagement }),
		in.text("Ngoại ngữ", func(d *data.Cadre) *string { return &d.Languages }),
		in.word("Tin học", "informatics", func(d *data.Cadre) *string { return &d.Informatics }),
		in.word("Sử dụng phần mềm", "software_skill", func(d *data.Cadre) *string { return &d.SoftwareSkill }),
	}
	return kit.FormSection{Title: "Trình độ", Open: in.c.tab == tabTraining && in.before.ID != 0, Summary: in.summary(), Fields: fields}
}

func (in *cadreInputs) work() kit.FormSection {
	fields := []kit.Field{
		in.date("Công tác Hội từ", func(d *data.Cadre) *day.Date { return &d.UnionSince }),
		in.date("Vào Hội", func(d *data.Cadre) *day.Date { return &d.MemberSince }),
		in.word("Chuyên trách", "full_time", func(d *data.Cadre) *string { return &d.FullTime }),
		in.text("Kiêm nhiệm ở thôn, xóm", func(d *data.Cadre) *string { return &d.OtherPosts }),
		in.text("Đại biểu Hội đồng nhân dân", func(d *data.Cadre) *string { return &d.Councillor }),
		in.text("Tham gia đoàn thể khác", func(d *data.Cadre) *string { return &d.OtherBodies }),
		in.choice("Cán bộ, công chức nghỉ hưu", "Có", "Không", func(d *data.Cadre) *bool { return &d.RetiredOfficial }),
	}
	return kit.FormSection{Title: "Công tác Hội", Summary: in.summary(), Fields: fields}
}

func (in *cadreInputs) party() kit.FormSection {
	probation := in.date("Vào Đảng dự bị", func(d *data.Cadre) *day.Date { return &d.PartyProbationOn })
	official := in.date("Vào Đảng chính thức", func(d *data.Cadre) *day.Date { return &d.PartyOfficialOn })
	valid := official.Check
	official.Check = func() error {
		if err := valid(); err != nil {
			return err
		}
		if d := in.read(); !d.PartyOfficialOn.IsZero() && d.PartyOfficialOn.Before(d.PartyProbationOn) {
			return app.Problem("Ngày chính thức sớm hơn ngày dự bị.")
		}
		return nil
	}
	fields := []kit.Field{probation, official,
		in.text("Số thẻ đảng viên", func(d *data.Cadre) *string { return &d.PartyCard }),
		in.text("Chi bộ sinh hoạt", func(d *data.Cadre) *string { return &d.PartyCell }),
		in.text("Chức vụ Đảng, cấp ủy", func(d *data.Cadre) *string { return &d.PartyPost }),
	}
	return in.sensitive(kit.FormSection{Title: "Đảng", Open: in.c.tab == tabParty && in.before.ID != 0, Summary: in.summary(), Fields: fields})
}

func (in *cadreInputs) origin() kit.FormSection {
	fields := []kit.Field{
		in.word("Dân tộc", "ethnic", func(d *data.Cadre) *string { return &d.Ethnic }),
		in.word("Tôn giáo", "religion", func(d *data.Cadre) *string { return &d.Religion }),
		in.word("Hoàn cảnh", "circumstances", func(d *data.Cadre) *string { return &d.Circumstances }),
	}
	return in.sensitive(kit.FormSection{Title: "Dân tộc, tôn giáo, hoàn cảnh", Summary: in.summary(), Fields: fields})
}

func (in *cadreInputs) papers() kit.FormSection {
	fields := []kit.Field{
		in.text("Tên gọi khác", func(d *data.Cadre) *string { return &d.Alias }),
		in.text("Nơi sinh", func(d *data.Cadre) *string { return &d.BirthPlace }),
		in.text("Nơi đăng ký thường trú", func(d *data.Cadre) *string { return &d.Household }),
		in.text("Zalo", func(d *data.Cadre) *string { return &d.Zalo }),
		in.text("Số định danh cá nhân", func(d *data.Cadre) *string { return &d.CitizenID }),
		in.date("Ngày cấp", func(d *data.Cadre) *day.Date { return &d.CitizenIDOn }),
		in.text("Số sổ bảo hiểm xã hội", func(d *data.Cadre) *string { return &d.Insurance }),
	}
	return kit.FormSection{Title: "Giấy tờ, địa chỉ khác", Summary: in.summary(), Fields: fields}
}

func (in *cadreInputs) remarks() kit.FormSection {
	note := kit.NewNote(2)
	note.SetText(in.before.Note)
	said := func() string { return strings.Join(strings.Fields(note.Value()), " ") }
	fields := []kit.Field{
		in.date("Đồng ý xử lý dữ liệu ngày", func(d *data.Cadre) *day.Date { return &d.ConsentOn }),
		in.text("Cách đồng ý", func(d *data.Cadre) *string { return &d.ConsentManner }),
		in.field("Ghi chú", note, said, func(d *data.Cadre) { d.Note = note.Value() }, note.Check),
	}
	fields[1].Hint = "Ví dụ: phiếu ký ngày nộp hồ sơ."
	return kit.FormSection{Title: "Đồng ý xử lý dữ liệu, ghi chú", Summary: in.summary(), Fields: fields}
}
