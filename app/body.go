package app

import (
	"strings"

	"cosohoi/data"
)

// Body is a committee of a unit, by the name under which posts belong to it (data.Position.Bodies).
type Body string

// The committees of a unit.
const (
	FullCommittee       Body = "bch"
	StandingBoard       Body = "btv"
	Presidium           Body = "tt"
	InspectionCommittee Body = "ubkt"
)

// Bodies lists the committees, the widest first.
var Bodies = []Body{FullCommittee, StandingBoard, Presidium, InspectionCommittee}

// BodyName is what a committee is called.
func BodyName(b Body) string {
	return map[Body]string{FullCommittee: "Ban Chấp hành", StandingBoard: "Ban Thường vụ", Presidium: "Thường trực", InspectionCommittee: "Ủy ban Kiểm tra"}[b]
}

// InBody tells whether a post belongs to a committee.
func InBody(p data.Position, b Body) bool { return strings.Contains(p.Bodies, ","+string(b)+",") }

// JoinBodies writes committees as Position.Bodies keeps them. Who is in a smaller committee is in the larger ones: Thường trực are
// in Ban Thường vụ, and these in Ban Chấp hành.
func JoinBodies(of []Body) string {
	in := map[Body]bool{}
	for _, b := range of {
		in[b] = true
	}
	in[StandingBoard] = in[StandingBoard] || in[Presidium]
	in[FullCommittee] = in[FullCommittee] || in[StandingBoard]
	joined := ""
	for _, b := range Bodies {
		if in[b] {
			joined += "," + string(b)
		}
	}
	if joined != "" {
		joined += ","
	}
	return joined
}

// BodyNames names the committees of a post in short: "BCH, BTV".
func BodyNames(p data.Position) string {
	short := map[Body]string{FullCommittee: "BCH", StandingBoard: "BTV", Presidium: "Thường trực", InspectionCommittee: "UBKT"}
	var names []string
	for _, b := range Bodies {
		if InBody(p, b) {
			names = append(names, short[b])
		}
	}
	return strings.Join(names, ", ")
}
