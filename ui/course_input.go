package ui

import (
	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// courseInput asks for a course: one that is there, or a new one with the name and days typed.
type courseInput struct {
	existing       *kit.Choice
	name           *kit.Entry
	started, ended *kit.DateField
	known          map[string]data.Course
}

// newCourseInput offers the courses; chosen is the id of the one to start with, 0 for a new one.
func (c *cadresScreen) newCourseInput(courses []data.Course, chosen int64) *courseInput {
	in := &courseInput{name: kit.NewEntry(), started: c.dateInput(day.Date{}), ended: c.dateInput(day.Date{}), known: map[string]data.Course{}}
	options := []kit.Option{{ID: "0", Label: "Lớp mới (gõ tên bên dưới)"}}
	for _, course := range courses {
		in.known[text(course.ID)] = course
		options = append(options, kit.Option{ID: text(course.ID), Label: course.Name, Detail: course.StartedOn.String()})
	}
	in.existing = kit.NewChoice(options, nil)
	in.existing.SetID(text(chosen))
	return in
}

func (in *courseInput) fields() []kit.Field {
	return []kit.Field{
		{Label: "Lớp", Widget: in.existing},
		{Label: "Tên lớp mới", Widget: in.name, Check: func() error {
			if in.existing.ID() == "0" && in.name.Value() == "" {
				return app.Problem("Hãy gõ tên lớp mới, hoặc chọn lớp đã có.")
			}
			return nil
		}},
		{Label: "Từ ngày", Widget: in.started, Check: in.started.Check, Hint: "Chỉ cho lớp mới."},
		{Label: "Đến ngày", Widget: in.ended, Check: in.ended.Check},
	}
}

// course is the one chosen, or the new one with id 0.
func (in *courseInput) course() data.Course {
	course := in.known[in.existing.ID()]
	if course.ID == 0 {
		course.Name = in.name.Value()
		course.StartedOn, _ = in.started.Date()
		course.EndedOn, _ = in.ended.Date()
	}
	return course
}
