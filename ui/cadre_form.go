package ui

import (
	"context"

	"cosohoi/app"
	"cosohoi/data"
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

// cadreForm edits a record. Ethnic group and religion of a stored record are not shown here: what is typed
// replaces them, an empty input leaves them as they are.
func (c *cadresScreen) cadreForm(before data.Cadre, unit kit.Option) {
	isNew := before.ID == 0
	entry := func(value string) *kit.Entry {
		e := kit.NewEntry()
		e.SetText(value)
		return e
	}
	name := entry(before.FullName)
	birth := kit.NewDateField(true)
	birth.SetDate(before.Birth)
	gender := kit.NewChoice([]kit.Option{{ID: "f", Label: "Nữ"}, {ID: "m", Label: "Nam"}}, nil)
	gender.SetID(map[bool]string{true: "f", false: "m"}[before.Female])
	native, residence, phone := entry(before.NativePlace), entry(before.Residence), entry(before.Phone)
	ethnic, religion := kit.NewEntry(), kit.NewEntry()
	if isNew {
		ethnic.SetText(before.Ethnic)
		religion.SetText(before.Religion)
	} else {
		ethnic.SetPlaceHolder("ẩn; gõ để thay")
		religion.SetPlaceHolder("ẩn; gõ để thay")
	}
	education, specialty := entry(before.Education), entry(before.Specialty)
	education.SetPlaceHolder("12/12")
	politics := kit.NewChoice([]kit.Option{{ID: "", Label: "Chưa qua đào tạo"}, {ID: "Sơ cấp", Label: "Sơ cấp"}, {ID: "Trung cấp", Label: "Trung cấp"}, {ID: "Cao cấp", Label: "Cao cấp"}, {ID: "Cử nhân", Label: "Cử nhân"}}, nil)
	politics.SetID(before.Politics)
	probation, official, since := kit.NewDateField(true), kit.NewDateField(true), kit.NewDateField(true)
	probation.SetDate(before.PartyProbationOn)
	official.SetDate(before.PartyOfficialOn)
	since.SetDate(before.UnionSince)
	for _, f := range []*kit.DateField{birth, probation, official, since} {
		f.Today = c.office.Today
	}
	note := kit.NewNote(2)
	note.SetText(before.Note)

	read := func() data.Cadre {
		after := before
		after.FullName = name.Value()
		after.Birth, _ = birth.Date()
		after.Female = gender.ID() != "m"
		after.NativePlace, after.Residence, after.Phone = native.Value(), residence.Value(), phone.Value()
		if isNew || ethnic.Value() != "" {
			after.Ethnic = ethnic.Value()
		}
		if isNew || religion.Value() != "" {
			after.Religion = religion.Value()
		}
		after.Education, after.Specialty, after.Politics = education.Value(), specialty.Value(), politics.ID()
		after.PartyProbationOn, _ = probation.Date()
		after.PartyOfficialOn, _ = official.Date()
		after.UnionSince, _ = since.Date()
		after.Note = note.Value()
		return after
	}
	fields := []kit.Field{
		{Label: "Họ và tên", Widget: name, Check: func() error {
			if name.Value() == "" {
				return app.Problem("Hãy gõ họ và tên.")
			}
			return nil
		}},
		{Label: "Ngày sinh", Widget: birth, Hint: "Có thể chỉ gõ năm hoặc tháng/năm.", Check: func() error {
			if err := birth.Check(); err != nil {
				return err
			}
			d, _ := birth.Date()
			return sentence(app.CheckBirth(d, c.office.Today()))
		}},
		{Label: "Giới tính", Widget: gender},
		{Label: "Điện thoại", Widget: phone, Check: func() error { return sentence(app.CheckPhone(phone.Value())) }},
		{Label: "Quê quán", Widget: native},
		{Label: "Nơi ở", Widget: residence},
		{Label: "Dân tộc", Widget: ethnic},
		{Label: "Tôn giáo", Widget: religion},
		{Label: "Trình độ học vấn", Widget: education},
		{Label: "Chuyên môn", Widget: specialty},
		{Label: "Lý luận chính trị", Widget: politics},
		{Label: "Công tác Hội từ", Widget: since, Check: since.Check},
	}
	if isNew || c.revealed == before.ID { // sensitive: in the form only once they are shown
		fields = append(fields, []kit.Field{
			{Label: "Vào Đảng dự bị", Widget: probation, Check: probation.Check},
			{Label: "Vào Đảng chính thức", Widget: official, Check: func() error {
				if err := official.Check(); err != nil {
					return err
				}
				p, _ := probation.Date()
				o, _ := official.Date()
				if !o.IsZero() && o.Before(p) {
					return app.Problem("Ngày chính thức sớm hơn ngày dự bị.")
				}
				return nil
			}},
		}...)
	}
	var post *postFields
	title := "Sửa hồ sơ " + before.FullName
	if isNew {
		title = "Thêm cán bộ"
		post = c.newPostFields(data.Appointment{StartedOn: c.on, Manner: app.Manners[0]}, unit)
		fields = append(fields, post.fields(false)...)
		fields[0].Notice = c.watchTwins(name, birth, phone, post, read)
	}
	fields = append(fields, kit.Field{Label: "Ghi chú", Widget: note, Check: note.Check})
	kit.ShowForm(c.win, title, fields, kit.FormOptions{
		Width: 860, Columns: 2,
		Changed: func() bool { return read() != before || (post != nil && post.changed()) },
		Save: func(done func(error)) {
			var id int64
			appointment := data.Appointment{}
			if post != nil {
				appointment = post.read()
			}
			after := read()
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
