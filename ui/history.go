package ui

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"cosohoi/data"
	"cosohoi/ui/kit"
)

// historyTable shows what was done to a record, the latest first.
func historyTable(s *shell, kind data.Kind, id int64) fyne.CanvasObject {
	columns := []kit.Column[data.HistoryLine]{
		{ID: "at", Title: "Thời điểm", Width: 128, Cell: func(l data.HistoryLine) kit.Cell {
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

// fieldNames are the words for the fields of records in the history.
var fieldNames = map[string]string{
	"FullName": "họ và tên", "Birth": "ngày sinh", "NativePlace": "quê quán", "Residence": "nơi ở", "Phone": "điện thoại",
	"Education": "học vấn", "Specialty": "chuyên môn", "Politics": "lý luận chính trị", "UnionSince": "công tác Hội từ", "Note": "ghi chú", "Female": "giới tính",
	"Code": "mã", "Name": "tên", "Kind": "loại", "ValidFrom": "từ ngày", "ValidTo": "đến ngày", "Hardship": "khó khăn", "Religious": "có đạo",
	"PlannedOn": "ngày dự kiến", "DoneOn": "ngày kiểm tra", "StartedOn": "từ ngày", "EndedOn": "đến ngày",
}

// sensitiveFields are named in the history without their values (Nghị định 356/2025/NĐ-CP).
var sensitiveFields = map[string]string{
	"Ethnic": "dân tộc", "Religion": "tôn giáo", "Circumstances": "hoàn cảnh", "PartyProbationOn": "vào Đảng dự bị", "PartyOfficialOn": "vào Đảng chính thức",
	"PartyCard": "số thẻ đảng viên", "PartyCell": "chi bộ", "PartyPost": "chức vụ Đảng", "CitizenID": "số định danh",
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
		if word, sensitive := sensitiveFields[name]; sensitive {
			parts = append(parts, word)
		} else if word, known := fieldNames[name]; known {
			parts = append(parts, fmt.Sprintf("%s: %s thành %s", word, shown(before[name]), shown(value)))
		}
	}
	slices.Sort(parts)
	return strings.Join(parts, "; ")
}

func shown(value any) string {
	switch v := value.(type) {
	case string:
		if v == "" {
			return "trống"
		}
		return "“" + v + "”"
	case bool:
		if v {
			return "có"
		}
		return "không"
	}
	return fmt.Sprint(value)
}
