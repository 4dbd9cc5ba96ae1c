package data

import (
	"context"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Kinds of the records of this file.
const (
	KindCourse     Kind = "course"
	KindAttendance Kind = "attendance"
)

// Course is a lớp đào tạo, bồi dưỡng.
type Course struct {
	Base
	Name      string
	Subject   string
	Organiser string
	Place     string
	Manner    string // "tập trung", "trực tuyến"
	StartedOn day.Date
	EndedOn   day.Date
	Note      string
}

func (*Course) kind() Kind { return KindCourse }
func (c *Course) prepare() error {
	for _, text := range []*string{&c.Name, &c.Subject, &c.Organiser, &c.Place, &c.Manner} {
		*text = vietnamese.Clean(*text)
	}
	c.Note = vietnamese.CleanLines(c.Note)
	switch {
	case c.Name == "":
		return Faultf(nil, "Lớp bồi dưỡng chưa có tên; hãy gõ tên lớp.")
	case !c.EndedOn.IsZero() && c.EndedOn.Last().Before(c.StartedOn):
		return Faultf(nil, "Lớp “%s” kết thúc %s, trước khi bắt đầu %s; hãy sửa lại ngày.", c.Name, c.EndedOn, c.StartedOn)
	}
	return nil
}

// Attendance is a cadre in a course, with what she got from it.
type Attendance struct {
	Base
	CourseID    int64
	CadreID     int64
	Certificate string
	Result      string
	Note        string
}

func (*Attendance) kind() Kind { return KindAttendance }
func (a *Attendance) prepare() error {
	a.Certificate, a.Result, a.Note = vietnamese.Clean(a.Certificate), vietnamese.Clean(a.Result), vietnamese.CleanLines(a.Note)
	return nil
}

// Courses lists all courses, the latest first.
func (r Reader) Courses(ctx context.Context) ([]Course, error) {
	return listed[Course](ctx, r, "courses", func(db *gorm.DB) *gorm.DB { return db.Order("started_on DESC, id DESC") })
}

// CoursesByID lists some courses, the latest first.
func (r Reader) CoursesByID(ctx context.Context, ids []int64) ([]Course, error) {
	return listed[Course](ctx, r, "some courses", func(db *gorm.DB) *gorm.DB { return db.Where("id IN ?", ids).Order("started_on DESC, id DESC") })
}

// Course returns one course.
func (r Reader) Course(ctx context.Context, id int64) (Course, error) {
	return take[Course](ctx, r, id)
}

// AttendancesOf lists the attendances of some cadres.
func (r Reader) AttendancesOf(ctx context.Context, cadres []int64) ([]Attendance, error) {
	return listed[Attendance](ctx, r, "attendances of cadres", func(db *gorm.DB) *gorm.DB { return db.Where("cadre_id IN ?", cadres).Order("id DESC") })
}

// Attendances lists who was in a course.
func (r Reader) Attendances(ctx context.Context, course int64) ([]Attendance, error) {
	return listed[Attendance](ctx, r, "attendances of a course", func(db *gorm.DB) *gorm.DB { return db.Where("course_id = ?", course).Order("id") })
}
