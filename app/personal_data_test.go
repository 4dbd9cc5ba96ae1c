package app

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/glebarez/go-sqlite"
	"github.com/xuri/excelize/v2"

	"cosohoi/data"
	"cosohoi/data/day"
)

// 2024-03-01 is a Friday.
func TestAnswerWithinTwoWorkingDays(t *testing.T) {
	for _, c := range []struct{ received, want day.Date }{
		{day.Of(2024, 2, 26), day.Of(2024, 2, 28)}, // Monday: Wednesday
		{day.Of(2024, 2, 28), day.Of(2024, 3, 1)},  // Wednesday: Friday
		{day.Of(2024, 2, 29), day.Of(2024, 3, 4)},  // Thursday: Monday, over the weekend
		{day.Of(2024, 3, 1), day.Of(2024, 3, 5)},   // Friday: Tuesday
		{day.Of(2024, 3, 2), day.Of(2024, 3, 5)},   // Saturday: the days begin on Monday
		{day.Of(2024, 3, 3), day.Of(2024, 3, 5)},   // Sunday
		{day.Of(2024, 12, 31), day.Of(2025, 1, 3)}, // over the year: 01/01 is a holiday
		{day.Of(2025, 4, 29), day.Of(2025, 5, 5)},  // Tuesday before 30/4 and 1/5: Friday and Monday
	} {
		if got := (Calendar{}).AnswerBy(c.received); got != c.want {
			t.Errorf("received %s: answer by %s, want %s", c.received, got, c.want)
		}
	}
}

func TestStateOfARequest(t *testing.T) {
	p := data.PersonalRequest{ReceivedOn: day.Of(2024, 3, 1), AnswerBy: day.Of(2024, 3, 5)}
	answered := p
	answered.AnsweredOn = day.Of(2024, 3, 20)
	for _, c := range []struct {
		p    data.PersonalRequest
		on   day.Date
		want RequestState
	}{
		{p, day.Of(2024, 3, 5), RequestOpen}, // the last day is in time
		{p, day.Of(2024, 3, 6), RequestLate},
		{answered, day.Of(2024, 3, 21), RequestAnswered},
	} {
		if got := StateOfRequest(c.p, c.on); got != c.want {
			t.Errorf("on %s: %v, want %v", c.on, got, c.want)
		}
	}
}

func TestDutyToKeepData(t *testing.T) {
	held := func(until day.Date) []data.Post {
		return []data.Post{{Appointment: data.Appointment{EndedOn: until}, PositionName: "Chi hội trưởng"}}
	}
	disciplined := func(until day.Date) []data.Discipline {
		return []data.Discipline{{Measure: "Khiển trách", FromDay: day.Of(2023, 6, 1), ToDay: until}}
	}
	c := data.Cadre{FullName: "Bùi Thị Ngọc Ánh"}
	for _, test := range []struct {
		name        string
		cadre       data.Cadre
		posts       []data.Post
		inspections int
		disciplines []data.Discipline
		want        string
	}{
		{"no post, nothing else", c, nil, 0, nil, ""},
		{"a post that ended", c, held(day.Of(2024, 2, 29)), 0, nil, ""},
		{"a post on its last day", c, held(today), 0, nil, "đang giữ chức danh Chi hội trưởng"},
		{"a post without an end", c, held(day.Date{}), 0, nil, "đang giữ chức danh"},
		{"a post that ended some day this year", c, held(day.Date{Year: 2024}), 0, nil, "đang giữ chức danh"},
		{"in the team of an inspection", c, nil, 2, nil, "2 cuộc kiểm tra"},
		{"a discipline that is over", c, nil, 0, disciplined(day.Of(2024, 2, 29)), ""},
		{"a discipline on its last day", c, nil, 0, disciplined(today), "Khiển trách"},
		{"a discipline without an end", c, nil, 0, disciplined(day.Date{}), "Khiển trách"},
		{"erased before", data.Cadre{AnonymisedOn: day.Of(2024, 1, 2)}, nil, 0, nil, "đã được xóa ngày 02/01/2024"},
	} {
		got := DutyToKeep(test.cadre, test.posts, test.inspections, test.disciplines, today)
		if (got == "") != (test.want == "") || !strings.Contains(got, test.want) {
			t.Errorf("%s: %q, want a sentence with %q", test.name, got, test.want)
		}
	}
}

// wanted is a person with her traces in every part of her record, who holds no post any more, and a request to erase them. Every text that
// tells who she is contains one of secrets.
var secrets = []string{"Ngọc Ánh", "bui thi ngoc anh", "0912345678", "Thôn Bí Mật", "036190001234", "Quyết định bí mật", "Ghi chú bí mật"}

func wanted(t *testing.T, o *Office) (cadre, request int64) {
	t.Helper()
	ctx := t.Context()
	commune := unit(t, o, today, "14230")
	id := addCadre(t, o, data.Cadre{
		FullName: "Bùi Thị Ngọc Ánh", Birth: day.Of(1990, 5, 4), NativePlace: "Thôn Bí Mật", Phone: "0912345678", CitizenID: "036190001234", Note: "Ghi chú bí mật",
		PartyProbationOn: day.Of(2020, 1, 1),
	}, commune, "Chủ tịch")
	c := must(o.CadreFile(ctx, id))(t).Cadre
	c.Residence = "Nhà ở Thôn Bí Mật"
	must(o.SaveCadre(ctx, c, data.Appointment{}))(t) // a change leaves the old values in the audit
	post := must(o.CadreFile(ctx, id))(t).Posts[0].Appointment
	post.EndedOn, post.Decision, post.Reason = day.Of(2024, 1, 31), "Quyết định bí mật", "Hết nhiệm kỳ"
	scale := must(o.RatingScales(ctx, 2023))(t)[0]
	for _, err := range []error{
		o.SaveAppointment(ctx, post),
		o.SaveRating(ctx, data.CadreRating{CadreID: id, Year: 2023, SchemeID: scale.ID, LevelID: scale.Levels[0].ID, Note: "Ghi chú bí mật"}),
		o.SaveTraining(ctx, data.Attendance{CadreID: id, Certificate: "Cấp cho Bùi Thị Ngọc Ánh"}, data.Course{Name: "Nghiệp vụ", StartedOn: day.Of(2023, 8, 1)}),
		o.SaveAllowance(ctx, data.Allowance{CadreID: id, Amount: 500000, Source: "ngân sách xã", FromMonth: day.Date{Year: 2023, Month: 6}, Note: "Ghi chú bí mật"}),
		o.SaveAward(ctx, data.CadreAward{CadreID: id, Title: "Giấy khen", Decision: "Quyết định bí mật", GrantedOn: day.Of(2023, 10, 20)}),
		o.SavePersonalRequest(ctx, data.PersonalRequest{CadreID: id, Person: "Bùi Thị Ngọc Ánh", Request: data.RequestErase, ReceivedOn: today, Note: "Gọi 0912345678"}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := o.db.Write(ctx, "Thêm ảnh", func(tx *data.Tx) error {
		return tx.Insert(&data.CadrePhoto{CadreID: id, Image: []byte("ảnh của Ngọc Ánh")})
	}); err != nil {
		t.Fatal(err)
	}
	gone := data.CadreAward{CadreID: id, Title: "Bằng khen", Decision: "Quyết định bí mật", GrantedOn: day.Of(2022, 10, 20)}
	if err := o.SaveAward(ctx, gone); err != nil {
		t.Fatal(err)
	}
	for _, a := range must(o.CadreExtras(ctx, id))(t).Awards {
		if a.Title == "Bằng khen" { // in the recycle bin it must be emptied too
			if err := o.RemoveSub(ctx, "Xóa khen thưởng", &a); err != nil {
				t.Fatal(err)
			}
		}
	}
	return id, must(o.PersonalRequests(ctx))(t)[0].ID
}

// traces lists the live text columns of all tables in which one of the secrets stands. The index of the search holds no texts that can be
// read.
func traces(t *testing.T, o *Office) []string {
	t.Helper()
	db, err := sql.Open("sqlite", o.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	list := func(query string, args ...any) []string {
		rows, err := db.QueryContext(t.Context(), query, args...)
		if err != nil {
			t.Fatal(query, err)
		}
		defer rows.Close()
		var all []string
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				t.Fatal(err)
			}
			all = append(all, name)
		}
		return all
	}
	var found []string
	for _, table := range list("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'cadre_names%' AND name NOT LIKE 'unit_names%'") {
		for _, column := range list("SELECT name FROM pragma_table_info(?)", table) {
			for _, secret := range secrets {
				if n := list(fmt.Sprintf(`SELECT count(*) FROM "%s" WHERE instr(CAST("%s" AS TEXT), ?) > 0`, table, column), secret); n[0] != "0" {
					found = append(found, table+"."+column+": "+secret)
				}
			}
		}
	}
	return found
}

func TestErasingLeavesNoTraceAndChangesNoFigure(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	id, request := wanted(t, o)
	if got := traces(t, o); len(got) < 10 {
		t.Fatalf("before: %v, want traces in the record, what hangs on it and the audit", got)
	}
	before := day.Of(2024, 1, 15) // while she held the post
	commune := unit(t, o, today, "14230")
	figures := func() string {
		page := must(o.UnitPage(ctx, before, commune.ID))(t)
		counts := must(o.Overview(ctx, before, commune.ID))(t).CadreCounts
		return strings.Join([]string{Percent(page.Members, page.Cadres), Percent(counts.Members, counts.Cadres)}, " ")
	}
	counted := figures()
	if err := o.ErasePersonalData(ctx, request); err != nil {
		t.Fatal(err)
	}
	if got := traces(t, o); len(got) > 0 {
		t.Errorf("traces in %v", got)
	}
	if got := figures(); got != counted {
		t.Errorf("figures %q, were %q", got, counted)
	}
	file := must(o.CadreFile(ctx, id))(t)
	if c := file.Cadre; c.FullName != ErasedName(request) || c.AnonymisedOn != today || !c.Female || !c.Birth.IsZero() || len(file.Posts) != 1 {
		t.Errorf("left: %+v", c)
	}
	if p := must(o.PersonalRequests(ctx))(t)[0]; p.AnsweredOn != today || p.Person != ErasedName(request) {
		t.Errorf("the request: %+v", p)
	}
	if problems := must(o.Check(ctx))(t); len(problems) > 0 {
		t.Errorf("the database: %v", problems)
	}
	refused(t, o.ErasePersonalData(ctx, request), "đã được trả lời")
}

// Neither the erasing nor what was done to the record before can be undone, which would bring back what the person had erased.
func TestErasedDataDoNotComeBack(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	id, request := wanted(t, o)
	made := must(o.db.OperationThatMade(ctx, data.KindCadre, id))(t)
	if err := o.ErasePersonalData(ctx, request); err != nil {
		t.Fatal(err)
	}
	var erasing data.Operation
	for _, op := range must(o.db.Operations(ctx, 100))(t) {
		if op.ID > erasing.ID {
			erasing = op
		}
	}
	refused(t, o.Undo(ctx, erasing.ID), "đã được xóa theo yêu cầu")
	refused(t, o.Undo(ctx, made.ID), "đã được xóa theo yêu cầu")
	if got := traces(t, o); len(got) > 0 {
		t.Errorf("traces in %v", got)
	}
}

func TestErasingIsRefusedWhileThereIsADuty(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	id := addCadre(t, o, data.Cadre{FullName: "Đỗ Thị Bưởi"}, unit(t, o, today, "14230"), "Chủ tịch")
	ask := func(kind string, cadre int64) int64 {
		t.Helper()
		if err := o.SavePersonalRequest(ctx, data.PersonalRequest{CadreID: cadre, Person: "Đỗ Thị Bưởi", Request: kind, ReceivedOn: today}); err != nil {
			t.Fatal(err)
		}
		latest := int64(0)
		for _, p := range must(o.PersonalRequests(ctx))(t) {
			latest = max(latest, p.ID)
		}
		return latest
	}
	refused(t, o.ErasePersonalData(ctx, ask(data.RequestErase, id)), "Đỗ Thị Bưởi", "đang giữ chức danh Chủ tịch")
	refused(t, o.ErasePersonalData(ctx, ask(data.RequestAccess, id)), "không phải là yêu cầu xóa")
	refused(t, o.ErasePersonalData(ctx, ask(data.RequestErase, 0)), "chưa ghi hồ sơ")
	if got := must(o.CadreFile(ctx, id))(t).Cadre.FullName; got != "Đỗ Thị Bưởi" {
		t.Errorf("a refused erasing changed the name to %q", got)
	}
}

func TestRequestsThatCannotBeAreRefused(t *testing.T) {
	o := founded(t, today)
	good := data.PersonalRequest{Person: "Đỗ Thị Bưởi", Request: data.RequestAccess, ReceivedOn: today}
	for want, change := range map[string]func(*data.PersonalRequest){
		"yêu cầu điều gì":   func(p *data.PersonalRequest) { p.Request = "" },
		"chưa đến":          func(p *data.PersonalRequest) { p.ReceivedOn = today.AddDays(1) },
		"đủ ngày nhận":      func(p *data.PersonalRequest) { p.ReceivedOn = day.Date{Year: 2024} },
		"sớm hơn ngày nhận": func(p *data.PersonalRequest) { p.AnsweredOn, p.Outcome = today.AddDays(-1), "x" },
		"chưa ghi kết quả":  func(p *data.PersonalRequest) { p.AnsweredOn = today },
	} {
		p := good
		change(&p)
		refused(t, o.SavePersonalRequest(t.Context(), p), want)
	}
}

// The file holds what the record holds, and asking for it is itself noted and stands in the next file.
func TestThePersonSeesAllThatIsHeld(t *testing.T) {
	ctx := t.Context()
	o := founded(t, today)
	id, _ := wanted(t, o)
	path := filepath.Join(t.TempDir(), "du-lieu.xlsx")
	content := func() string {
		if err := o.SavePersonalData(ctx, path, id); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		var all strings.Builder
		for _, sheet := range f.GetSheetList() {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				all.WriteString(sheet + ": " + strings.Join(row, " | ") + "\n")
			}
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		return all.String()
	}
	first := content()
	for _, want := range []string{"Hồ sơ: Điện thoại | 0912345678", "Chức danh: Chủ tịch | Xã Hải Vân", "Xếp loại: 2023", "Đào tạo: Nghiệp vụ", "Bồi dưỡng: 500.000", "Giấy khen", "Yêu cầu: 1 | Xóa dữ liệu"} {
		if !strings.Contains(first, want) {
			t.Errorf("%q is missing in\n%s", want, first)
		}
	}
	if strings.Contains(first, "Xuất toàn bộ dữ liệu") {
		t.Error("the first file already tells of its own asking")
	}
	if second := content(); !strings.Contains(second, "Ai đã xem: 09:30 01/03/2024 | "+o.User()+" | Xuất toàn bộ") {
		t.Errorf("the second file does not tell who asked for the first:\n%s", second)
	}
}
