package reports

import (
	"fmt"
	"testing"

	"cosohoi/reports/layout"
)

// Whatever columns are chosen, they fit on the page together: no share of them passes it by rounding.
func TestPlainListFitsThePage(t *testing.T) {
	for n := 1; n <= 10; n++ {
		list := PlainList{Title: "DANH SÁCH", Conditions: "Tính đến 01/11/2026"}
		var row []string
		for i := range n {
			list.Columns = append(list.Columns, PlainColumn{Title: fmt.Sprintf("Cột %d", i+1), Width: float64(7 + 9*i%13), Centre: i%2 == 1})
			row = append(row, "Chi hội trưởng")
		}
		list.Rows = [][]string{row, row}
		if _, err := layout.PDF(list.Document()); err != nil {
			t.Errorf("%d columns: %v", n, err)
		}
		width := 0.0
		for _, c := range list.Document().Body[0].(layout.Table).Columns {
			width += c.Width
		}
		if width > listWidth || width < listWidth-2 {
			t.Errorf("%d columns are %.1f mm wide together, the page is %d", n, width, listWidth)
		}
	}
}
