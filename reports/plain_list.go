package reports

import (
	"math"
	"strconv"

	"cosohoi/reports/layout"
)

// PlainList is a list as the screen shows it, printed: its columns, its order, and under the title what it was narrowed by. It is no
// official paper with a fixed form, so it carries no number and no signature.
type PlainList struct {
	Letterhead Letterhead
	Title      string // in capitals
	Conditions string
	Columns    []PlainColumn
	Rows       [][]string // without the running number
	None       string     // the sentence in the place of a table without rows
}

// PlainColumn is a column of a PlainList; Width is its share of the page.
type PlainColumn struct {
	Title  string
	Width  float64
	Centre bool
}

// listWidth is the room between the margins of a landscape page, listNumber that of the running number, mm.
const (
	listWidth  = 252
	listNumber = 12
)

// Document gives the list as content.
func (l PlainList) Document() layout.Document {
	d := layout.Document{
		Parent: l.Letterhead.Parent, Issuer: l.Letterhead.Issuer, OrganName: l.Letterhead.OrganName,
		Landscape: true, Dateless: true, Kind: l.Title, Summary: l.Conditions,
	}
	if len(l.Rows) == 0 {
		d.Body = []layout.Block{paragraph("%s", l.None)}
		return d
	}
	table := layout.Table{Size: 11, Columns: []layout.Column{{Width: listNumber, Align: layout.Centre}}, Head: [][]layout.HeadCell{{{Text: "TT"}}}}
	shares := 0.0
	for _, c := range l.Columns {
		shares += c.Width
	}
	for _, c := range l.Columns { // rounded down to tenths of mm, so that the sum never passes the page
		align := layout.Left
		if c.Centre {
			align = layout.Centre
		}
		table.Columns = append(table.Columns, layout.Column{Width: math.Floor(c.Width/shares*(listWidth-listNumber)*10) / 10, Align: align})
		table.Head[0] = append(table.Head[0], layout.HeadCell{Text: c.Title})
	}
	for i, row := range l.Rows {
		table.Rows = append(table.Rows, layout.Row{Cells: append([]string{strconv.Itoa(i + 1)}, row...)})
	}
	d.Body = []layout.Block{table}
	return d
}
