package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// mergeField is what two records of one person may say differently. What belongs together, such as a number and its day, is one field.
type mergeField struct {
	caption   string
	sensitive bool
	newest    bool                    // a state, of which what was written last holds even where it is empty
	at        func(*data.Cadre) []any // *string, *day.Date or *bool
}

func textField(caption string, at func(*data.Cadre) *string) mergeField {
	return mergeField{caption: caption, at: func(c *data.Cadre) []any { return []any{at(c)} }}
}

func (f mergeField) guarded() mergeField {
	f.sensitive = true
	return f
}

// mergeFields are all fields of a record but the note, of which both are kept.
var mergeFields = []mergeField{
	textField("Họ và tên", func(c *data.Cadre) *string { return &c.FullName }),
	textField("Tên gọi khác", func(c *data.Cadre) *string { return &c.Alias }),
	{caption: "Ngày sinh", at: func(c *data.Cadre) []any { return []any{&c.Birth} }},
	{caption: "Giới tính", at: func(c *data.Cadre) []any { return []any{&c.Female} }},
	textField("Nơi sinh", func(c *data.Cadre) *string { return &c.BirthPlace }),
	textField("Quê quán", func(c *data.Cadre) *string { return &c.NativePlace }),
	textField("Dân tộc", func(c *data.Cadre) *string { return &c.Ethnic }).guarded(),
	textField("Tôn giáo", func(c *data.Cadre) *string { return &c.Religion }).guarded(),
	textField("Hộ khẩu thường trú", func(c *data.Cadre) *string { return &c.Household }),
	textField("Nơi ở", func(c *data.Cadre) *string { return &c.Residence }),
	mergeField{caption: "Số định danh, ngày cấp", at: func(c *data.Cadre) []any { return []any{&c.CitizenID, &c.CitizenIDOn} }}.guarded(),
	textField("Sổ bảo hiểm xã hội", func(c *data.Cadre) *string { return &c.Insurance }),
	textField("Điện thoại", func(c *data.Cadre) *string { return &c.Phone }),
	textField("Zalo", func(c *data.Cadre) *string { return &c.Zalo }),
	textField("Trình độ học vấn", func(c *data.Cadre) *string { return &c.Education }),
	textField("Bằng cấp cao nhất", func(c *data.Cadre) *string { return &c.Degree }),
	textField("Chuyên môn", func(c *data.Cadre) *string { return &c.Specialty }),
	textField("Lý luận chính trị", func(c *data.Cadre) *string { return &c.Politics }),
	textField("Quản lý nhà nước", func(c *data.Cadre) *string { return &c.StateManagement }),
	textField("Ngoại ngữ", func(c *data.Cadre) *string { return &c.Languages }),
	textField("Tin học", func(c *data.Cadre) *string { return &c.Informatics }),
	textField("Sử dụng phần mềm", func(c *data.Cadre) *string { return &c.SoftwareSkill }),
	mergeField{caption: "Vào Đảng dự bị, chính thức", at: func(c *data.Cadre) []any { return []any{&c.PartyProbationOn, &c.PartyOfficialOn} }}.guarded(),
	textField("Số thẻ đảng viên", func(c *data.Cadre) *string { return &c.PartyCard }).guarded(),
	textField("Chi bộ sinh hoạt", func(c *data.Cadre) *string { return &c.PartyCell }).guarded(),
	textField("Chức vụ Đảng", func(c *data.Cadre) *string { return &c.PartyPost }).guarded(),
	{caption: "Công tác Hội từ", at: func(c *data.Cadre) []any { return []any{&c.UnionSince} }},
	{caption: "Vào Hội", at: func(c *data.Cadre) []any { return []any{&c.MemberSince} }},
	textField("Chuyên trách", func(c *data.Cadre) *string { return &c.FullTime }),
	textField("Kiêm nhiệm", func(c *data.Cadre) *string { return &c.OtherPosts }),
	textField("Đại biểu HĐND", func(c *data.Cadre) *string { return &c.Councillor }),
	textField("Đoàn thể khác", func(c *data.Cadre) *string { return &c.OtherBodies }),
	{caption: "Cán bộ, công chức nghỉ hưu", at: func(c *data.Cadre) []any { return []any{&c.RetiredOfficial} }},
	textField("Hoàn cảnh", func(c *data.Cadre) *string { return &c.Circumstances }).guarded(),
	{caption: "Thôi công tác Hội", newest: true, at: func(c *data.Cadre) []any { return []any{&c.LeftOn, &c.LeftReason} }},
	{caption: "Đồng ý dùng dữ liệu", at: func(c *data.Cadre) []any { return []any{&c.ConsentOn, &c.ConsentManner} }},
}

// MergeChoice is a field in which two records differ, and from which of them it is taken.
type MergeChoice struct {
	Caption string
	Values  [2]string
	Take    int // 0 or 1
	field   int
}

// compareCadres lists the fields that differ. Of each the value is preselected that is filled in, else the more exact, else that of the
// record that was written last.
func compareCadres(a, b data.Cadre) []MergeChoice {
	newer := 0
	if b.UpdatedAt.After(a.UpdatedAt) {
		newer = 1
	}
	var choices []MergeChoice
	for i, f := range mergeFields {
		x, y := shown(f.at(&a)), shown(f.at(&b))
		if x == y {
			continue
		}
		c := MergeChoice{Caption: f.caption, Values: [2]string{x, y}, Take: newer, field: i}
		if better, ok := betterValue(f.at(&a), f.at(&b)); ok && !f.newest {
			c.Take = better
		}
		choices = append(choices, c)
	}
	return choices
}

// betterValue tells which of two values says more, when that can be told.
func betterValue(a, b []any) (int, bool) {
	x, y := filled(a), filled(b)
	if x != y {
		if x > y {
			return 0, true
		}
		return 1, true
	}
	switch x := a[0].(type) {
	case *day.Date:
		p, q := x.ISO(), b[0].(*day.Date).ISO()
		if p != q && strings.HasPrefix(p, q) {
			return 0, true
		}
		if p != q && strings.HasPrefix(q, p) {
			return 1, true
		}
	case *string:
		p, q := vietnamese.NameKey(*x), vietnamese.NameKey(*b[0].(*string))
		if p != q && sameName(p, q) { // one is written without tone marks
			if bareKey(p) == p {
				return 1, true
			}
			return 0, true
		}
	}
	return 0, false
}

// filled counts the parts of a value that say something.
func filled(parts []any) int {
	n := 0
	for _, part := range parts {
		switch v := part.(type) {
		case *string:
			n += min(len(*v), 1)
		case *day.Date:
			if !v.IsZero() {
				n++
			}
		case *bool:
			n++
		}
	}
	return n
}

// shown writes a value as the comparison shows it; "" has none.
func shown(parts []any) string {
	var words []string
	for _, part := range parts {
		switch v := part.(type) {
		case *string:
			if *v != "" {
				words = append(words, *v)
			}
		case *day.Date:
			if !v.IsZero() {
				words = append(words, v.String())
			}
		case *bool:
			words = append(words, map[bool]string{true: "có", false: "không"}[*v])
		}
	}
	return strings.Join(words, " · ")
}

// mergeInto gives the record that is kept with what was chosen from the two; of the notes both stay.
func mergeInto(kept data.Cadre, pair [2]data.Cadre, choices []MergeChoice) data.Cadre {
	for _, c := range choices {
		to, from := mergeFields[c.field].at(&kept), mergeFields[c.field].at(&pair[c.Take])
		for i := range to {
			switch v := to[i].(type) {
			case *string:
				*v = *from[i].(*string)
			case *day.Date:
				*v = *from[i].(*day.Date)
			case *bool:
				*v = *from[i].(*bool)
			}
		}
	}
	var notes []string
	for _, c := range pair {
		if c.Note != "" && !slices.Contains(notes, c.Note) {
			notes = append(notes, c.Note)
		}
	}
	kept.Note = strings.Join(notes, "\n")
	return kept
}

// CadreMerge is two records of one person before they become one.
type CadreMerge struct {
	Pair    [2]data.Cadre
	Held    [2]data.Kept // what belongs to each
	Posts   [2]string    // the main post of each, "" without one
	Choices []MergeChoice
}

var errOneRecord = Problem("Đây là một hồ sơ, không phải hai; hãy chọn hai hồ sơ khác nhau để gộp.")

// CompareCadres collects what must be known to merge two records. That sensitive data are shown by it is noted in the audit.
func (o *Office) CompareCadres(ctx context.Context, on day.Date, a, b int64) (CadreMerge, error) {
	if a == b {
		return CadreMerge{}, errOneRecord
	}
	var m CadreMerge
	for i, id := range []int64{a, b} {
		var err error
		if m.Pair[i], err = o.db.Cadre(ctx, id); err != nil {
			return m, goneCadre(err)
		}
		if m.Held[i], err = o.db.HeldByCadre(ctx, id); err != nil {
			return m, err
		}
	}
	rows, err := o.cadreRows(ctx, on, m.Pair[:])
	if err != nil {
		return m, err
	}
	m.Posts = [2]string{rows[0].Title, rows[1].Title}
	m.Choices = compareCadres(m.Pair[0], m.Pair[1])
	if !slices.ContainsFunc(m.Choices, func(c MergeChoice) bool { return mergeFields[c.field].sensitive }) {
		return m, nil
	}
	_, err = o.db.Write(ctx, "Xem dữ liệu nhạy cảm khi so sánh hai hồ sơ", func(tx *data.Tx) error {
		return errors.Join(tx.NoteReading(data.KindCadre, a), tx.NoteReading(data.KindCadre, b))
	})
	return m, err
}

// goneCadre says that one of the records is not there any more.
func goneCadre(err error) error {
	if IsNotFound(err) {
		return Problem("Một trong hai hồ sơ không còn nữa, có thể đã bị xóa hoặc đã gộp; hãy tải lại danh sách hồ sơ trùng.")
	}
	return err
}

// Merged tells what became of a merge.
type Merged struct {
	Operation      int64
	Moved, Doubled data.Kept
}

// MergeCadres makes one record of two: the first of a comparison, or the second when keep is 1, takes the chosen values and all that
// belongs to the other, which goes to the recycle bin. It is one operation and can be undone as one.
func (o *Office) MergeCadres(ctx context.Context, m CadreMerge, keep int) (Merged, error) {
	kept, other := m.Pair[keep], m.Pair[1-keep]
	if kept.ID == other.ID {
		return Merged{}, errOneRecord
	}
	var done Merged
	changes, err := o.db.Write(ctx, fmt.Sprintf("Gộp hồ sơ %s", kept.FullName), func(tx *data.Tx) error {
		result := mergeInto(kept, m.Pair, m.Choices)
		err := tx.Update(&result)
		if err == nil {
			done.Moved, done.Doubled, err = tx.GiveToCadre(ctx, other.ID, kept.ID)
		}
		if err == nil {
			other.MergedInto = kept.ID
			err = tx.Update(&other)
		}
		if err == nil {
			err = tx.Remove(&other)
		}
		return goneCadre(err)
	})
	done.Operation = changes.OperationID
	return done, err
}

// heldNames names what belongs to a cadre, in the order in which it is told.
var heldNames = []struct {
	kind data.Kind
	name string
}{
	{data.KindAppointment, "chức danh"}, {data.KindCadreRating, "xếp loại"}, {data.KindAttendance, "lớp bồi dưỡng"}, {data.KindPartyStep, "bước phát triển Đảng"},
	{data.KindCadreAward, "khen thưởng"}, {data.KindDiscipline, "kỷ luật"}, {data.KindAllowance, "chế độ bồi dưỡng"}, {data.KindSuccession, "quy hoạch"},
	{data.KindAssignment, "phân công phụ trách"}, {data.KindTrip, "chuyến cơ sở"}, {data.KindVisitMember, "đoàn kiểm tra"}, {data.KindCadrePhoto, "ảnh"}, {data.KindPersonalRequest, "yêu cầu dữ liệu cá nhân"},
	{data.KindPair, "cặp “1+1”"}, {data.KindGoodExample, "gương điển hình"},
}

// HeldText lists what belongs to a cadre: "2 chức danh, 1 xếp loại"; "" when there is nothing.
func HeldText(k data.Kept) string {
	var parts []string
	for _, h := range heldNames {
		if k[h.kind] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", k[h.kind], h.name))
		}
	}
	return strings.Join(parts, ", ")
}
