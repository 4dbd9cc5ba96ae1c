package app

import (
	"context"
	"fmt"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/exchange"
	"cosohoi/reports"
)

// SavePersonalData writes all that the office holds on a cadre into one Excel file with a sheet for each kind, for the person to see. That
// it was asked for is noted in the audit first.
func (o *Office) SavePersonalData(ctx context.Context, path string, cadre int64) error {
	sheets, err := o.personalSheets(ctx, cadre)
	if err != nil {
		return err
	}
	content, err := exchange.Workbook(sheets...)
	if err != nil {
		return err
	}
	_, err = o.db.Write(ctx, "Xuất toàn bộ dữ liệu của một người", func(tx *data.Tx) error { return tx.NoteReading(data.KindCadre, cadre) })
	if err != nil {
		return err
	}
	return reports.WriteFile(path, content)
}

// personalSheet is a sheet of texts; columns are their titles.
func personalSheet(name, title string, columns ...string) exchange.Sheet {
	s := exchange.Sheet{Name: name, Title: title}
	for _, c := range columns {
		s.Columns = append(s.Columns, exchange.Column{Title: c})
	}
	return s
}

func (o *Office) personalSheets(ctx context.Context, id int64) ([]exchange.Sheet, error) {
	file, err := o.CadreFile(ctx, id)
	if err != nil {
		return nil, err
	}
	ids := []int64{id}
	extras, err := o.CadreExtras(ctx, id)
	if err != nil {
		return nil, err
	}
	profile := personalSheet("Hồ sơ", "DỮ LIỆU CÁ NHÂN CỦA "+file.Cadre.FullName, "Mục", "Nội dung")
	profile.Subtitle = "Hồ sơ tại " + o.Today().String()
	profile.Columns[1].Width = 60
	for _, f := range cadreFields(file.Cadre) {
		profile.Rows = append(profile.Rows, []any{f[0], f[1]})
	}
	photo := "không"
	if _, err := o.db.CadrePhoto(ctx, id); err == nil {
		photo = "có"
	} else if !IsNotFound(err) {
		return nil, err
	}
	profile.Rows = append(profile.Rows, []any{"Ảnh", photo})

	posts := personalSheet("Chức danh", "CHỨC DANH", "Chức danh", "Đơn vị", "Từ ngày", "Đến ngày", "Hình thức", "Quyết định", "Lý do thôi", "Cơ cấu")
	for _, p := range file.Posts {
		posts.Rows = append(posts.Rows, []any{p.PositionName, p.UnitLabel(), p.StartedOn.String(), p.EndedOn.String(), p.Manner, p.Decision, p.Reason, p.Sector})
	}
	ratings := personalSheet("Xếp loại", "XẾP LOẠI HẰNG NĂM", "Năm", "Đối tượng", "Mức", "Quyết định", "Ghi chú")
	for _, r := range extras.Ratings {
		subject := "Cán bộ"
		if r.Subject == data.RatesPartyMembers {
			subject = "Đảng viên"
		}
		ratings.Rows = append(ratings.Rows, []any{fmt.Sprint(r.Year), subject, r.Level, r.Decision, r.Note})
	}
	trainings := personalSheet("Đào tạo", "ĐÀO TẠO, BỒI DƯỠNG", "Lớp", "Từ ngày", "Đến ngày", "Nơi tổ chức", "Chứng chỉ", "Kết quả", "Ghi chú")
	for _, r := range extras.Trainings {
		trainings.Rows = append(trainings.Rows, []any{r.Course.Name, r.Course.StartedOn.String(), r.Course.EndedOn.String(), r.Course.Organiser, r.Certificate, r.Result, r.Note})
	}
	allowances := personalSheet("Bồi dưỡng", "MỨC BỒI DƯỠNG HẰNG THÁNG", "Số tiền (đồng)", "Nguồn", "Từ tháng", "Đến tháng", "Ghi chú")
	for _, a := range extras.Allowances {
		allowances.Rows = append(allowances.Rows, []any{Dong(a.Amount), a.Source, a.FromMonth.String(), a.ToMonth.String(), a.Note})
	}
	steps := personalSheet("Phát triển Đảng", "CÁC BƯỚC PHÁT TRIỂN ĐẢNG", "Bước", "Ngày", "Văn bản", "Người giúp đỡ", "Lý do dừng", "Ghi chú")
	for _, s := range extras.Steps {
		steps.Rows = append(steps.Rows, []any{PartyStageName(s.Step), s.TakenOn.String(), s.Document, s.Helper, s.Reason, s.Note})
	}
	awards := personalSheet("Khen thưởng, kỷ luật", "KHEN THƯỞNG, KỶ LUẬT", "Hình thức", "Cấp quyết định", "Số quyết định", "Từ ngày", "Đến ngày", "Ghi chú")
	for _, a := range extras.Awards {
		awards.Rows = append(awards.Rows, []any{a.Title, a.GrantedBy, a.Decision, a.GrantedOn.String(), "", a.Note})
	}
	for _, d := range extras.Disciplines {
		awards.Rows = append(awards.Rows, []any{"Kỷ luật: " + d.Measure, d.ImposedBy, d.Decision, d.FromDay.String(), d.ToDay.String(), d.Note})
	}
	sheets := []exchange.Sheet{profile, posts, ratings, trainings, allowances, steps, awards}
	for _, more := range []func(context.Context, []int64) (exchange.Sheet, error){o.successionSheet, o.fieldWorkSheet, o.movementSheet, o.requestSheet, o.accessSheet} {
		s, err := more(ctx, ids)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, s)
	}
	return sheets, nil
}

func (o *Office) successionSheet(ctx context.Context, ids []int64) (exchange.Sheet, error) {
	s := personalSheet("Quy hoạch", "QUY HOẠCH", "Giai đoạn", "Chức danh", "Đơn vị", "Công bố ngày", "Đưa ra ngày", "Quyết định", "Ghi chú")
	all, err := o.db.Successions(ctx, ids)
	if err != nil || len(all) == 0 {
		return s, err
	}
	positions, err := o.db.Positions(ctx)
	if err != nil {
		return s, err
	}
	names := map[int64]string{}
	for _, p := range positions {
		names[p.ID] = p.Name
	}
	var units []int64
	for _, r := range all {
		units = append(units, r.UnitID)
	}
	labels, err := o.db.UnitNames(ctx, units)
	for _, r := range all {
		s.Rows = append(s.Rows, []any{r.Period, names[r.PositionID], labels[r.UnitID].Label(), r.PublishedOn.String(), r.RemovedOn.String(), r.Decision, r.Note})
	}
	return s, err
}

// fieldWorkSheet are the units that she looks or looked after, and her trips.
func (o *Office) fieldWorkSheet(ctx context.Context, ids []int64) (exchange.Sheet, error) {
	s := personalSheet("Phụ trách cơ sở", "PHÂN CÔNG PHỤ TRÁCH CƠ SỞ, CHUYẾN ĐI CƠ SỞ", "Việc", "Đơn vị", "Từ ngày", "Đến ngày", "Quyết định, nội dung", "Ghi chú, kết quả")
	assignments, err := o.db.Assignments(ctx, data.AssignmentQuery{Cadre: ids[0]})
	if err != nil {
		return s, err
	}
	trips, err := o.db.Trips(ctx, data.AssignmentQuery{Cadre: ids[0]})
	if err != nil {
		return s, err
	}
	var units []int64
	for _, a := range assignments {
		units = append(units, a.UnitID)
	}
	for _, t := range trips {
		units = append(units, t.UnitID)
	}
	labels, err := o.db.UnitNames(ctx, units)
	for _, a := range assignments {
		s.Rows = append(s.Rows, []any{"Phụ trách", labels[a.UnitID].Label(), a.StartedOn.String(), a.EndedOn.String(), a.Decision, a.Note})
	}
	for _, t := range trips {
		s.Rows = append(s.Rows, []any{"Chuyến đi", labels[t.UnitID].Label(), t.MadeOn.String(), "", t.Purpose, t.Result})
	}
	return s, err
}

// movementSheet are the pairs "1+1" in which she is a side, and the good examples that she is.
func (o *Office) movementSheet(ctx context.Context, ids []int64) (exchange.Sheet, error) {
	s := personalSheet("Phong trào", "CẶP “1+1”, GƯƠNG ĐIỂN HÌNH", "Việc", "Từ ngày", "Đến ngày", "Kết quả")
	pairs, err := o.db.PairsOfCadre(ctx, ids[0])
	if err != nil {
		return s, err
	}
	for _, p := range pairs {
		part := "Được giúp đỡ trong cặp “1+1”"
		if p.HelperCadreID == ids[0] {
			part = "Giúp đỡ trong cặp “1+1”"
		}
		s.Rows = append(s.Rows, []any{part, p.StartedOn.String(), p.EndedOn.String(), p.Result})
	}
	examples, err := o.db.ExamplesOfCadre(ctx, ids[0])
	for _, g := range examples {
		s.Rows = append(s.Rows, []any{"Điển hình: " + g.Name + ", " + g.Field, g.RecognisedOn.String(), "", g.Summary})
	}
	return s, err
}

func (o *Office) requestSheet(ctx context.Context, ids []int64) (exchange.Sheet, error) {
	s := personalSheet("Yêu cầu", "YÊU CẦU VỀ DỮ LIỆU CÁ NHÂN", "Số", "Yêu cầu", "Ngày nhận", "Hạn trả lời", "Ngày trả lời", "Kết quả")
	all, err := o.db.PersonalRequests(ctx)
	for _, p := range all {
		if p.CadreID == ids[0] {
			s.Rows = append(s.Rows, []any{fmt.Sprint(p.ID), RequestName(p.Request), p.ReceivedOn.String(), p.AnswerBy.String(), p.AnsweredOn.String(), p.Outcome})
		}
	}
	return s, err
}

// accessSheet lists who saw her sensitive data.
func (o *Office) accessSheet(ctx context.Context, ids []int64) (exchange.Sheet, error) {
	s := personalSheet("Ai đã xem", "AI ĐÃ XEM DỮ LIỆU NHẠY CẢM", "Thời điểm", "Người xem", "Việc")
	s.Columns[2].Width = 50
	readings, err := o.db.Readings(ctx, data.KindCadre, ids[0])
	for _, r := range readings {
		s.Rows = append(s.Rows, []any{r.At.Local().Format("15:04 02/01/2006"), r.Who, r.Label})
	}
	return s, err
}

// cadreFields are the fields of a record with their names, in the order of Mẫu 2C.
func cadreFields(c data.Cadre) [][2]string {
	sex := "nam"
	if c.Female {
		sex = "nữ"
	}
	retired := "không"
	if c.RetiredOfficial {
		retired = "có"
	}
	date := func(d day.Date) string { return d.String() }
	return [][2]string{
		{"Họ và tên", c.FullName}, {"Tên gọi khác", c.Alias}, {"Ngày sinh", date(c.Birth)}, {"Giới tính", sex}, {"Nơi sinh", c.BirthPlace}, {"Quê quán", c.NativePlace},
		{"Dân tộc", c.Ethnic}, {"Tôn giáo", c.Religion}, {"Nơi đăng ký thường trú", c.Household}, {"Nơi ở hiện nay", c.Residence},
		{"Số định danh", c.CitizenID}, {"Ngày cấp số định danh", date(c.CitizenIDOn)}, {"Số sổ bảo hiểm xã hội", c.Insurance}, {"Điện thoại", c.Phone}, {"Zalo", c.Zalo},
		{"Trình độ học vấn", c.Education}, {"Trình độ cao nhất", c.Degree}, {"Chuyên ngành", c.Specialty}, {"Lý luận chính trị", c.Politics}, {"Quản lý nhà nước", c.StateManagement},
		{"Ngoại ngữ", c.Languages}, {"Tin học", c.Informatics}, {"Sử dụng phần mềm", c.SoftwareSkill},
		{"Vào Đảng dự bị", date(c.PartyProbationOn)}, {"Vào Đảng chính thức", date(c.PartyOfficialOn)}, {"Số thẻ Đảng", c.PartyCard}, {"Chi bộ sinh hoạt", c.PartyCell}, {"Chức vụ Đảng", c.PartyPost},
		{"Công tác Hội từ", date(c.UnionSince)}, {"Vào Hội", date(c.MemberSince)}, {"Chuyên trách", c.FullTime}, {"Kiêm nhiệm", c.OtherPosts}, {"Đại biểu Hội đồng nhân dân", c.Councillor},
		{"Thành viên tổ chức khác", c.OtherBodies}, {"Cán bộ, công chức nghỉ hưu", retired}, {"Hoàn cảnh", c.Circumstances},
		{"Thôi công tác Hội ngày", date(c.LeftOn)}, {"Lý do thôi", c.LeftReason}, {"Đồng ý cho xử lý dữ liệu ngày", date(c.ConsentOn)}, {"Cách đồng ý", c.ConsentManner}, {"Ghi chú", c.Note},
	}
}
