package compose

import (
	"strings"

	"cosohoi/reports/layout"

	"pgregory.net/rapid"
)

// The pieces that random texts are made of: words of a paper, and everything that the form reads as a mark.
var pieces = []string{
	"Hội", "cơ sở", "PHỤ NỮ", "đạt 92,5%", "209/226", "“1+1”", "…", "n", "nội dung", "xã Hải Vân", "Đ", " ", "  ", "\u00a0", "\n",
	"1.", "1. ", "2.1. ", "12.3.4. ", "I. ", "IV. ", "A. ", "Đ. ", "V. I. Lênin", "a) ", "đ) ", "- ", "+ ", "– ", "• ",
	"Phần thứ nhất", "PHẦN I", "Chương II", "Mục 1", "Tiểu mục 2", "Phần I. ", "PHẦN I: KẾT QUẢ", "Điều 1.", "Điều 2. ", "Điều 3: ",
	"*", "**", "***", "****", "\\", "\\n", "[", "[^", "[^1]", "[^1]: ", "^1]", "]", ":", "|", "#", "# ", "# Phụ lục: X", "## ", "---", "--", ":--", "{", "}", "{widths: 10}",
	"{giữa} ", "{ngang}", ">>", "<>", "<", "^", ".", ";", ",", "!", "?", "./.", "[Bảng 1: x]",
}

func textGen(most int) *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, most), func(p []string) string { return strings.Join(p, "") })
}

// runsGen draws the runs of a paragraph in the form in which Document gives them: none empty, neighbours of one face joined.
func runsGen(notes bool) *rapid.Generator[[]layout.Run] {
	return rapid.Custom(func(t *rapid.T) []layout.Run {
		var runs []layout.Run
		for range rapid.IntRange(1, 4).Draw(t, "runs") {
			r := layout.Run{Text: textGen(5).Draw(t, "text"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.IntRange(0, 3).Draw(t, "italic") == 0}
			if notes && rapid.IntRange(0, 4).Draw(t, "noted") == 0 {
				r.Note = runsGen(false).Draw(t, "note")
				if rapid.IntRange(0, 3).Draw(t, "bare") == 0 {
					r.Text = ""
				}
			}
			if last := len(runs) - 1; last >= 0 && runs[last].Note == nil {
				if runs[last].Bold == r.Bold && runs[last].Italic == r.Italic {
					r.Text = runs[last].Text + r.Text
					runs = runs[:last]
				} else if r.Text == "" {
					r.Text = "x"
				}
			}
			runs = append(runs, r)
		}
		runs = trimRuns(runs)
		if len(runs) == 0 {
			runs = []layout.Run{{Text: "x"}}
		}
		return runs
	})
}

func headingGen() *rapid.Generator[layout.Heading] {
	return rapid.Custom(func(t *rapid.T) layout.Heading {
		h := layout.Heading{Level: rapid.IntRange(1, 6).Draw(t, "level"), Centred: rapid.Bool().Draw(t, "centred")}
		h.Text = strings.TrimSpace(textGen(6).Draw(t, "heading"))
		if h.Text == "" {
			h.Text = "Kết luận"
		}
		if rapid.IntRange(0, 4).Draw(t, "noted") == 0 {
			h.Note = runsGen(false).Draw(t, "note")
		}
		return h
	})
}

func cellGen() *rapid.Generator[string] {
	return rapid.Map(textGen(3), strings.TrimSpace)
}

// tableGen draws tables with heads of up to three rows whose cells span at random.
func tableGen() *rapid.Generator[layout.Table] {
	return rapid.Custom(func(t *rapid.T) layout.Table {
		n := rapid.IntRange(1, 5).Draw(t, "columns")
		table := layout.Table{Size: rapid.SampledFrom([]float64{0, 10, 11.5}).Draw(t, "size")}
		for range n {
			table.Columns = append(table.Columns, layout.Column{
				Width: float64(rapid.IntRange(5, 60).Draw(t, "width")) / 2,
				Align: rapid.SampledFrom([]layout.Align{layout.Left, layout.Centre, layout.Right}).Draw(t, "align"),
			})
		}
		table.Head = headGen(n).Draw(t, "head")
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			row := layout.Row{Total: rapid.IntRange(0, 3).Draw(t, "total") == 0, Group: rapid.IntRange(0, 3).Draw(t, "group") == 0}
			for range n {
				row.Cells = append(row.Cells, cellGen().Draw(t, "cell"))
			}
			table.Rows = append(table.Rows, row)
		}
		return table
	})
}

func headGen(columns int) *rapid.Generator[[][]layout.HeadCell] {
	return rapid.Custom(func(t *rapid.T) [][]layout.HeadCell {
		rows := rapid.IntRange(0, 3).Draw(t, "head rows")
		taken := make([][]bool, rows)
		for i := range taken {
			taken[i] = make([]bool, columns)
		}
		var head [][]layout.HeadCell
		for y := range rows {
			row := []layout.HeadCell{}
			for x := range columns {
				if taken[y][x] {
					continue
				}
				wide, high := 1, rapid.IntRange(1, rows-y).Draw(t, "high")
				for x+wide < columns && !taken[y][x+wide] && rapid.Bool().Draw(t, "wider") {
					wide++
				}
				for dy := range high {
					for dx := range wide {
						taken[y+dy][x+dx] = true
					}
				}
				cell := layout.HeadCell{Text: cellGen().Draw(t, "head cell")}
				if wide > 1 {
					cell.ColSpan = wide
				}
				if high > 1 {
					cell.RowSpan = high
				}
				row = append(row, cell)
			}
			head = append(head, row)
		}
		return head
	})
}

func blocksGen() *rapid.Generator[[]layout.Block] {
	return rapid.Custom(func(t *rapid.T) []layout.Block {
		var blocks []layout.Block
		for range rapid.IntRange(1, 6).Draw(t, "blocks") {
			switch rapid.IntRange(0, 5).Draw(t, "kind") {
			case 0:
				blocks = append(blocks, tableGen().Draw(t, "table"))
			case 1, 2:
				blocks = append(blocks, headingGen().Draw(t, "heading"))
			case 3:
				blocks = append(blocks, layout.PageBreak{})
			default:
				style := rapid.SampledFrom([]layout.Style{layout.Body, layout.Body, layout.Centred, layout.AtRight}).Draw(t, "style")
				blocks = append(blocks, layout.Paragraph{Style: style, Runs: runsGen(true).Draw(t, "paragraph")})
			}
		}
		return blocks
	})
}
