package ui

import (
	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// courseInput asks for a course: one that is there, of which only what it lacks can be filled in, or a new one.
type courseInput struct {
	existing        *kit.Choice
	name            *kit.Entry
	subject, manner *kit.Picker
	started, ended  *kit.DateField
	known           map[string]data.Course
}

// newCourse is the choice of a course that is not there yet.
const newCourse = "0"

// newCourseInput offers the courses; chosen is the id of the one to start with, 0 for a new one.
func (c *cadresScreen) newCourseInput(courses []data.Course, chosen int64) *courseInput {
	in := &courseInput{name: kit.NewEntry(), subject: c.wordInput("course_subject", ""), manner: c.wordInput("course_manner", ""),
		started: c.dateInput(day.Date{}), ended: c.dateInput(day.Date{}), known: map[string]data.Course{}}
	options := []kit.Option{{ID: newCourse, Label: "Lớp mới (gõ bên dưới)"}}
	for _, course := range courses {
		in.known[text(course.ID)] = course
		options = append(options, kit.Option{ID: text(course.ID), Label: course.Name, Detail: course.StartedOn.String()})
	}
	in.existing = kit.NewChoice(options, func(string) { in.fill() })
	in.existing.SetID(text(chosen))
	in.fill()
	return in
}

// fill shows the course that is chosen, with what it has locked: it holds for all who were in it.
func (in *courseInput) fill() {
	course := in.known[in.existing.ID()]
	in.name.SetText(course.Name)
	in.subject.SetOption(kit.Option{ID: course.Subject, Label: course.Subject})
	in.manner.SetOption(kit.Option{ID: course.Manner, Label: course.Manner})
	in.started.SetDate(course.StartedOn)
	in.ended.SetDate(course.EndedOn)
	lock := func(w interface {
		Enable()
		Disable()
	}, has bool) {
		if has {
			w.Disable()
		} else {
			w.Enable()
		}
	}
	lock(in.name, course.Name != "")
	lock(in.subject, course.Subject != "")
	lock(in.manner, course.Manner != "")
	lock(in.started, !course.StartedOn.IsZero())
	lock(in.ended, !course.EndedOn.IsZero())
}

func (in *courseInput) fields() []kit.Field {
	return []kit.Field{
		{Label: "Lớp", Widget: in.existing, Hint: "Lớp đã có giữ nguyên những gì đã ghi; chỉ điền được chỗ còn trống."},
		{Label: "Tên lớp", Widget: in.name, Check: func() error {
			if in.existing.ID() == newCourse && in.name.Value() == "" {
				return app.Problem("Hãy gõ tên lớp mới, hoặc chọn lớp đã có.")
			}
			return nil
		}},
		{Label: "Nội dung, chuyên đề", Widget: in.subject, Check: wordCheck(in.subject)},
		{Label: "Hình thức học", Widget: in.manner, Check: wordCheck(in.manner)},
		{Label: "Từ ngày", Widget: in.started, Check: in.started.Check},
		{Label: "Đến ngày", Widget: in.ended, Check: in.ended.Check},
	}
}

// course is the one chosen with what was filled in, or the new one with id 0.
func (in *courseInput) course() data.Course {
	course := in.known[in.existing.ID()]
	course.Name, course.Subject, course.Manner = in.name.Value(), in.subject.ID(), in.manner.ID()
	course.StartedOn, _ = in.started.Date()
	course.EndedOn, _ = in.ended.Date()
	return course
}
