package ui

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/ui/kit"
)

// historyTable shows what was done to a record, the latest first.
func historyTable(s *shell, kind data.Kind, id int64) fyne.CanvasObject {
	columns := []kit.Column[data.HistoryLine]{
		{ID: "at", Title: "Thời điểm", Width: 140, Cell: func(l data.HistoryLine) kit.Cell {
			return kit.Cell{Text: l.At.Local().Format("02/01/2006 15:04")}
		}},
		{ID: "who", Title: "Người làm", Width: 80, Grow: 1, Cell: func(l data.HistoryLine) kit.Cell { return kit.Cell{Text: l.Who} }},
		{ID: "what", Title: "Nội dung", Width: 120, Grow: 2, Cell: func(l data.HistoryLine) kit.Cell { return kit.Cell{Text: l.Label} }},
		{ID: "change", Title: "Thay đổi", Width: 110, Grow: 4, Cell: func(l data.HistoryLine) kit.Cell { return kit.Cell{Text: changeText(l)} }},
	}
	var lines []data.HistoryLine
	table := kit.NewDataTable(columns, func(l data.HistoryLine) string { return l.At.String() + l.Label }, func(ctx context.Context, sort kit.Sort, offset, limit int) (kit.Page[data.HistoryLine], error) {
		if offset == 0 {
			read, err := s.office.History(ctx, kind, id)
			if err != nil {
				return kit.Page[data.HistoryLine]{}, err
			}
			lines = read
		}
		return fromSlice(lines)(ctx, sort, offset, limit)
	})
	table.SetRunner(s.background)
	table.OnError = s.fail
	table.SetEmpty("Chưa có thay đổi nào được ghi.", nil)
	table.Reload()
	return table
}

// changeText says in words what a step changed.
func changeText(l data.HistoryLine) string {
	switch l.Action {
	case "insert":
		return "tạo mới"
	case "remove":
		return "đưa vào thùng rác"
	case "restore":
		return "khôi phục từ thùng rác"
	case "read":
		return "xem dữ liệu nhạy cảm"
	}
	var before, after map[string]any
	if json.Unmarshal([]byte(l.Before), &before) != nil || json.Unmarshal([]byte(l.After), &after) != nil {
		return ""
	}
	var parts []string
	for name, value := range after {
		if word, known := fieldNames[name]; known {
			parts = append(parts, fmt.Sprintf("%s: %s thành %s", word, shown(name, before[name]), shown(name, value)))
		} else if word, known := unsaidFields[name]; known {
			parts = append(parts, word)
		}
	}
	slices.Sort(parts)
	return strings.Join(parts, "; ")
}

// shown writes the value of a field as it stood in the audit.
func shown(field string, value any) string {
	switch v := value.(type) {
	case string:
		if v == "" {
			return "trống"
		}
		if d, err := day.Parse(v); err == nil && d.ISO() == v {
			return d.String()
		}
		return "“" + v + "”"
	case bool:
		switch {
		case field == "Female" && v:
			return "nữ"
		case field == "Female":
			return "nam"
		case v:
			return "có"
		}
		return "không"
	}
	return fmt.Sprint(value)
}
