package app

import (
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
)

// TargetPeriod is the time over which a target looks back from a day.
type TargetPeriod string

// The periods of targets: what holds on the day alone, the calendar half-year or year up to it, all since the first day of the target.
const (
	OnTheDay     TargetPeriod = "day"
	ThisHalfYear TargetPeriod = "half"
	ThisYear     TargetPeriod = "year"
	SinceStart   TargetPeriod = "term"
)

// TargetPeriods lists them with their names.
var TargetPeriods = []Word{{string(OnTheDay), "tại ngày xem"}, {string(ThisHalfYear), "6 tháng"}, {string(ThisYear), "năm"}, {string(SinceStart), "từ ngày bắt đầu chỉ tiêu"}}

// Word is a value that is stored and what people read for it.
type Word struct{ ID, Name string }

// nameOf is what people read for a value; one without a name is read as it is.
func nameOf(words []Word, id string) string {
	if at := slices.IndexFunc(words, func(w Word) bool { return w.ID == id }); at >= 0 {
		return words[at].Name
	}
	return id
}

// Test asks of a unit or the holder of a post for at least AtLeast records; with Not, for fewer. AtStart looks on the first day of the span,
// or the first of the holder in her post. FromAbove counts what the unit and those above it did, instead of it and those below.
type Test struct {
	data.Count
	AtLeast   int
	Not       bool `json:",omitempty"`
	AtStart   bool `json:",omitempty"`
	FromAbove bool `json:",omitempty"`
}

// Definition says how a target is measured. It is data: those of the plan and the office's own are of this one form. A share is that of those
// who meet Tests (with Any, one of them) among the units of a level, or the holders of a post, that meet Among. With Total it is a number
// instead: of all that is counted. With Rate it is a share that the biểu số liệu kỳ works out, by the code of its column.
type Definition struct {
	// Of is a level ("base") or, after "post:", the code of a post.
	Of string
	// Feature keeps units that are "hardship" or "religious".
	Feature string `json:",omitempty"`
	// AtStart counts those who held the post on the first day.
	AtStart bool        `json:",omitempty"`
	Among   []Test      `json:",omitempty"`
	Tests   []Test      `json:",omitempty"`
	Any     bool        `json:",omitempty"`
	Total   *data.Count `json:",omitempty"`
	Rate    string      `json:",omitempty"`
	Period  TargetPeriod
}

const ofPost = "post:"

// post is the code of the post whose holders are counted, "" where units are.
func (d Definition) post() string {
	if code, ok := strings.CutPrefix(d.Of, ofPost); ok {
		return code
	}
	return ""
}

// span is the time that a definition looks at on a day.
func (d Definition) span(on, first day.Date) data.Span {
	s := data.Span{From: on, On: on}
	switch d.Period {
	case ThisYear:
		s.From = day.Of(on.Year, 1, 1)
	case ThisHalfYear:
		s.From = day.Of(on.Year, 1, 1)
		if on.Month > 6 {
			s.From = day.Of(on.Year, 7, 1)
		}
	case SinceStart:
		if !first.IsZero() && first.First().Before(on) {
			s.From = first.First()
		}
	}
	return s
}

// Reading is one way to read an ambiguous target; Says stands under the table.
type Reading struct {
	ID, Says string
	Definition
}

// Target is a chỉ tiêu: of the plan (ID 0) or the office's own.
type Target struct {
	ID                int64
	Code, Name        string
	Counted           string  // what is counted: "cơ sở Hội", "chi hội trưởng"
	Goal              float64 // per cent, or a number where the definition has a Total
	FirstDay, LastDay day.Date
	// Readings are the ways to read it, the usual one first; the one at Reading holds.
	Readings []Reading
	Reading  int
	stored   data.Target
}

// Definition is how the target is measured.
func (t Target) Definition() Definition { return t.Readings[t.Reading].Definition }

// Says is the sentence for the reading that holds.
func (t Target) Says() string { return t.Readings[t.Reading].Says }

// IsTotal tells that the target is a number and not a share.
func (t Target) IsTotal() bool { return t.Definition().Total != nil }

// holds tells whether the target is valid on a day.
func (t Target) holds(on day.Date) bool {
	return (t.FirstDay.IsZero() || !t.FirstDay.First().After(on)) && (t.LastDay.IsZero() || !t.LastDay.Last().Before(on))
}
