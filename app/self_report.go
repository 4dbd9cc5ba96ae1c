package app

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"cosohoi/data"
	"cosohoi/data/exchange"
	"cosohoi/data/vietnamese"
	"cosohoi/reports"
)

// The columns of the form by which a unit tells of itself.
const (
	selfPoints = 4
	selfResult = 5
	selfProof  = 6
)

// proofWord stands before the proofs within what the unit says of itself.
const proofWord = "Minh chứng: "

// selfKey tells in a file which form of which unit it is.
func selfKey(v data.Visit, checklist int64) string {
	return fmt.Sprintf("%d/%d/%d", v.UnitID, v.RoundID, checklist)
}

// SelfReportName is the name of the file for the unit of a visit, without folder.
func SelfReportName(v VisitRow) string {
	return FileName("Tu kiem tra "+v.UnitLabel()+" "+v.Round) + ".xlsx"
}

// SaveSelfReport writes the form by which the unit of a visit tells of itself, with what it told already: into an Excel file, to be read
// back, or by the ending of the path into a Word file, to be written on.
func (o *Office) SaveSelfReport(ctx context.Context, path string, v VisitRow) error {
	if strings.EqualFold(filepath.Ext(path), ".docx") {
		return o.saveSelfOutline(ctx, path, v)
	}
	content, err := o.selfReport(ctx, v)
	if err != nil {
		return err
	}
	return reports.WriteFile(path, content)
}

// SaveSelfReports writes a file for each visit of a round into a folder, each named after its unit. It returns how many. Visits that were
// called off get none.
func (o *Office) SaveSelfReports(ctx context.Context, folder string, visits []VisitRow, step func(done, total int, what string)) (int, error) {
	taken := map[string]bool{}
	n := 0
	for i, v := range visits {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		step(i, len(visits), v.UnitLabel())
		if v.State == CalledOff {
			continue
		}
		name := SelfReportName(v)
		if taken[name] { // two units of one name
			name = strings.TrimSuffix(name, ".xlsx") + "-" + strconv.FormatInt(v.UnitID, 10) + ".xlsx"
		}
		taken[name] = true
		if err := o.SaveSelfReport(ctx, filepath.Join(folder, name), v); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

func (o *Office) selfReport(ctx context.Context, v VisitRow) ([]byte, error) {
	f, err := o.VisitForm(ctx, v.Visit)
	if err != nil {
		return nil, err
	}
	if len(f.Lines) == 0 {
		return nil, Problem("Chưa có mẫu nội dung kiểm tra cho ngày %s; hãy thêm mẫu trong Cài đặt.", v.PlannedOn)
	}
	form := exchange.Form{
		Name: "Tự kiểm tra", Title: "BIỂU TỰ KIỂM TRA", Key: selfKey(v.Visit, f.Checklist.ID),
		Subtitle: v.UnitLabel() + " · " + v.Round + " · " + f.Checklist.Name,
		Columns: []exchange.FormColumn{
			{Title: "TT", Width: 5}, {Title: "Nội dung", Width: 44}, {Title: "Giấy tờ cần có", Width: 26}, {Title: "Điểm tối đa", Width: 8},
			{Title: "Tự chấm điểm", Width: 9, Entry: true, Most: []float64{}}, {Title: "Kết quả thực hiện", Width: 40, Entry: true}, {Title: "Minh chứng", Width: 28, Entry: true},
		},
	}
	for _, l := range f.Lines {
		result, proof := splitProof(l.Answer.SelfNote)
		cells := []any{float64(l.Item.Rank), l.Item.Text, l.Item.Guide, l.Item.MaxPoints, nil, result, proof}
		if l.Answer.SelfPoints != nil {
			cells[selfPoints] = *l.Answer.SelfPoints
		}
		form.Columns[selfPoints].Most = append(form.Columns[selfPoints].Most, l.Item.MaxPoints)
		form.Rows = append(form.Rows, exchange.FormRow{ID: strconv.FormatInt(l.Item.ID, 10), Cells: cells})
	}
	return form.Workbook()
}

// saveSelfOutline writes the form as a paper.
func (o *Office) saveSelfOutline(ctx context.Context, path string, v VisitRow) error {
	f, err := o.VisitForm(ctx, v.Visit)
	if err != nil {
		return err
	}
	if len(f.Lines) == 0 {
		return Problem("Chưa có mẫu nội dung kiểm tra cho ngày %s; hãy thêm mẫu trong Cài đặt.", v.PlannedOn)
	}
	letterhead, _, err := o.letterheadOn(ctx, v.PlannedOn, v.PlannedOn, "")
	if err != nil {
		return err
	}
	list := reports.PlainList{Letterhead: letterhead, Title: "ĐỀ CƯƠNG TỰ KIỂM TRA", Conditions: v.UnitLabel() + ", " + v.Round, Columns: []reports.PlainColumn{
		{Title: "Nội dung", Width: 40}, {Title: "Giấy tờ cần có", Width: 24}, {Title: "Điểm tối đa", Width: 9, Centre: true}, {Title: "Tự chấm", Width: 9, Centre: true},
		{Title: "Kết quả thực hiện", Width: 34}, {Title: "Minh chứng", Width: 24}}}
	for _, l := range f.Lines {
		result, proof := splitProof(l.Answer.SelfNote)
		self := ""
		if l.Answer.SelfPoints != nil {
			self = vietnamese.Decimal(*l.Answer.SelfPoints, -1)
		}
		list.Rows = append(list.Rows, []string{l.Item.Text, l.Item.Guide, vietnamese.Decimal(l.Item.MaxPoints, -1), self, result, proof})
	}
	return SaveWord(path, list.Document())
}

// splitProof parts what a unit said of itself into the result and its proofs.
func splitProof(note string) (result, proof string) {
	if proof, only := strings.CutPrefix(note, proofWord); only {
		return "", proof
	}
	result, proof, _ = strings.Cut(note, "\n"+proofWord)
	return result, proof
}

func joinProof(result, proof string) string {
	if proof != "" {
		proof = proofWord + proof
	}
	return strings.Trim(result+"\n"+proof, "\n")
}

// SelfReportLine is what a file says of one item, beside what is known.
type SelfReportLine struct {
	Item   data.ChecklistItem
	Before data.VisitAnswer
	Points *float64
	Note   string
	Row    int    // in the sheet
	Wrong  string // what is wrong in the row, "" for nothing
}

// Changed tells that the line says something new.
func (l SelfReportLine) Changed() bool {
	same := l.Points == nil && l.Before.SelfPoints == nil || l.Points != nil && l.Before.SelfPoints != nil && *l.Points == *l.Before.SelfPoints
	return !same || l.Note != l.Before.SelfNote
}

// ReadSelfReport reads the form that the unit of a visit filled in, without storing anything. The form of another unit, round or
// checklist is refused; what is wrong in a row stands at its line.
func (o *Office) ReadSelfReport(ctx context.Context, path string, v data.Visit) ([]SelfReportLine, error) {
	filled, err := exchange.ReadForm(path)
	if err != nil {
		return nil, err
	}
	f, err := o.VisitForm(ctx, v)
	if err != nil {
		return nil, err
	}
	if filled.Key != selfKey(v, f.Checklist.ID) {
		return nil, o.otherForm(ctx, filepath.Base(path), filled.Key, v)
	}
	items := map[string]FormLine{}
	for _, l := range f.Lines {
		items[strconv.FormatInt(l.Item.ID, 10)] = l
	}
	var lines []SelfReportLine
	seen := map[string]bool{}
	for _, r := range filled.Rows {
		l, known := items[r.ID]
		if !known || seen[r.ID] {
			return nil, Problem("Dòng %d của tệp không thuộc mẫu nội dung kiểm tra hoặc bị lặp; hãy xuất lại biểu rồi đề nghị đơn vị ghi lại.", r.Row)
		}
		seen[r.ID] = true
		cell := func(i int) string {
			if i < len(r.Cells) {
				return r.Cells[i]
			}
			return ""
		}
		line := SelfReportLine{Item: l.Item, Before: l.Answer, Row: r.Row, Note: joinProof(vietnamese.CleanLines(cell(selfResult)), vietnamese.CleanLines(cell(selfProof)))}
		line.Points, err = ParsePoints(cell(selfPoints), l.Item.MaxPoints)
		if err != nil {
			line.Wrong = fmt.Sprintf("Dòng %d, cột “Tự chấm điểm”: %s", r.Row, Message(err))
		}
		lines = append(lines, line)
	}
	return lines, nil
}

// otherForm says of which unit a form is that was taken for that of a visit.
func (o *Office) otherForm(ctx context.Context, name, key string, v data.Visit) error {
	unit, rest, _ := strings.Cut(key, "/")
	id, err := strconv.ParseInt(unit, 10, 64)
	if err != nil {
		return Problem("Tệp “%s” bị sửa phần ẩn nên không biết của đơn vị nào; hãy xuất lại biểu rồi đề nghị đơn vị ghi lại.", name)
	}
	if id != v.UnitID {
		names, err := o.db.UnitNames(ctx, []int64{id})
		if err != nil {
			return err
		}
		if s, known := names[id]; known {
			return Problem("Tệp “%s” là biểu của %s, không phải của đơn vị này; hãy chọn đúng tệp.", name, lowerKind(s.Label()))
		}
		return Problem("Tệp “%s” là biểu của đơn vị khác; hãy chọn đúng tệp.", name)
	}
	if round, _, _ := strings.Cut(rest, "/"); round != strconv.FormatInt(v.RoundID, 10) {
		return Problem("Tệp “%s” là biểu của đợt kiểm tra khác; hãy chọn đúng tệp.", name)
	}
	return Problem("Tệp “%s” theo một bản khác của mẫu nội dung kiểm tra; hãy xuất lại biểu rồi đề nghị đơn vị ghi lại.", name)
}

// ImportSelfReport stores what a unit said of itself, all or none; what the team answered meanwhile stays. It returns the operation, to be
// taken back, 0 when the lines say nothing new.
func (o *Office) ImportSelfReport(ctx context.Context, visit data.Visit, lines []SelfReportLine) (int64, error) {
	said := map[int64]SelfReportLine{}
	for _, l := range lines {
		if l.Wrong != "" {
			return 0, Problem("%s", l.Wrong)
		}
		said[l.Item.ID] = l
	}
	changes, err := o.db.Write(ctx, "Nhập tự kiểm tra của đơn vị", func(tx *data.Tx) error {
		form, err := visitForm(ctx, tx.Reader, visit)
		if err != nil {
			return err
		}
		var answers []data.VisitAnswer
		for _, now := range form.Lines {
			l, told := said[now.Item.ID]
			l.Before = now.Answer
			if told && l.Changed() {
				a := now.Answer
				a.SelfPoints, a.SelfNote = l.Points, l.Note
				answers = append(answers, a)
			}
		}
		if len(answers) == 0 {
			return nil
		}
		return saveAnswers(ctx, tx, visit, answers)
	})
	return changes.OperationID, err
}
