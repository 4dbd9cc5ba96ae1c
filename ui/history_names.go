package ui

// fieldNames are the words for the fields of records whose values the history tells. One name serves all kinds of record that have the
// field.
var fieldNames = map[string]string{
	"Action": "việc phải khắc phục", "CheckNote": "nhận xét khi kiểm tra lại", "CheckedOn": "ngày kiểm tra lại", "Proof": "minh chứng", "Responsible": "người chịu trách nhiệm",
	"WithdrawnOn": "ngày rút kiến nghị", "WithdrawnReason": "lý do rút", "BegunOn": "ngày bắt đầu kiểm tra", "ClosedOn": "ngày đóng hồ sơ", "ConcludedOn": "ngày kết luận",
	"StartsAt": "giờ bắt đầu", "EndsAt": "giờ kết thúc", "HaltReason": "lý do hoãn, hủy", "HaltedOn": "ngày hoãn, hủy", "NotifiedOn": "ngày thông báo", "Opinion": "ý kiến của đơn vị",
	"Reasons": "lý do chọn đơn vị", "ReportBy": "hạn báo cáo khắc phục", "Category": "nhóm", "Cause": "nguyên nhân", "Settled": "lý do không cần khắc phục",
	"Points": "điểm", "Seen": "hồ sơ đã xem", "SelfNote": "đơn vị tự nhận xét", "SelfPoints": "điểm tự chấm", "FairFrom": "mức khá từ", "GoodFrom": "mức tốt từ", "PassFrom": "mức đạt từ",
	"KnockOut": "điểm liệt", "MaxPoints": "điểm tối đa", "Size": "cỡ tệp", "Sample": "số đơn vị chọn mỗi huyện", "Working": "làm bù",
	// Cadres.
	"FullName": "họ và tên", "Alias": "tên gọi khác", "Birth": "ngày sinh", "Female": "giới tính", "BirthPlace": "nơi sinh", "NativePlace": "quê quán",
	"Household": "nơi đăng ký thường trú", "Residence": "nơi ở", "Phone": "điện thoại", "Zalo": "Zalo",
	"Education": "học vấn", "Degree": "trình độ cao nhất", "Specialty": "chuyên ngành", "Politics": "lý luận chính trị", "StateManagement": "quản lý nhà nước",
	"Languages": "ngoại ngữ", "Informatics": "tin học", "SoftwareSkill": "sử dụng phần mềm",
	"UnionSince": "công tác Hội từ", "MemberSince": "vào Hội", "FullTime": "chuyên trách", "OtherPosts": "kiêm nhiệm ở thôn, xóm", "Councillor": "đại biểu Hội đồng nhân dân",
	"OtherBodies": "tham gia đoàn thể khác", "RetiredOfficial": "cán bộ, công chức nghỉ hưu", "LeftOn": "thôi công tác Hội", "LeftReason": "lý do thôi công tác Hội",
	"ConsentOn": "đồng ý xử lý dữ liệu ngày", "ConsentManner": "cách đồng ý", "AnonymisedOn": "xóa dữ liệu theo yêu cầu ngày", "Note": "ghi chú",
	// What hangs on them.
	"Manner": "hình thức", "Decision": "số quyết định", "StartedOn": "từ ngày", "EndedOn": "đến ngày", "Reason": "lý do", "Sector": "cơ cấu",
	"Organiser": "đơn vị tổ chức", "Certificate": "số chứng nhận", "Result": "kết quả",
	"Period": "giai đoạn", "PublishedOn": "công khai ngày", "RemovedOn": "đưa ra ngày", "MadeOn": "ngày đi", "Purpose": "mục đích",
	// Units and their committees.
	"Code": "mã", "Name": "tên", "Kind": "loại", "Hardship": "khó khăn", "Religious": "có đạo", "ValidFrom": "từ ngày", "ValidTo": "đến ngày",
	"HappenedOn": "có hiệu lực ngày", "Basis": "căn cứ", "Ordinal": "khóa", "FirstDay": "ngày đầu nhiệm kỳ", "LastDay": "ngày cuối nhiệm kỳ", "CongressOn": "ngày đại hội",
	"BoardSeats": "số ủy viên Ban Chấp hành", "CommitteeSeats": "số ủy viên Ban Thường vụ", "InspectionSeats": "số ủy viên Ủy ban Kiểm tra", "PostsOnly": "chỉ là nhiệm kỳ của chức danh",
	// Inspections.
	"PlannedOn": "ngày dự kiến", "DoneOn": "ngày kiểm tra", "Moved": "ngày do cơ quan đổi", "DueOn": "hạn", "PeriodFrom": "kỳ kiểm tra từ", "PeriodTo": "kỳ kiểm tra đến",
	// The movement and the figures of periods.
	"Money": "kinh phí", "Participants": "số người tham gia", "Helped": "đơn vị, người được giúp", "Spread": "việc nhân rộng",
	"Members": "số thành viên", "HeldOn": "ngày sinh hoạt", "Goal": "mức phấn đấu", "ReviewedOn": "ngày đánh giá", "Effective": "hiệu quả",
	"Partners": "đơn vị phối hợp", "ReportedOn": "ngày báo cáo", "EndReason": "lý do kết thúc", "EndsOn": "hết hiệu lực ngày", "Occasion": "dịp",
	"RecognisedOn": "ngày công nhận", "Partner": "cơ quan phối hợp", "Answer": "trả lời", "GroupName": "nhóm cột", "LockedOn": "ngày khóa",
	"Progress": "tiến độ", "Expected": "số hội viên", "TargetGroup": "đối tượng", "Addressee": "nơi nhận đề xuất", "Outlet": "nơi đăng",
	"Evidence": "minh chứng", "ProposedOn": "ngày đề xuất", "SubmittedOn": "ngày nộp", "Leader": "người chủ trì", "Reviewer": "người đánh giá",
	"Link": "đường dẫn", "Equipment": "trang thiết bị", "Present": "số người dự", "FinalPoints": "điểm cuối cùng", "UpperPoints": "điểm cấp trên chấm",
	"Content": "nội dung", "SignedOn": "ngày ký", "Threshold": "ngưỡng điểm", "Field": "lĩnh vực", "Pilot": "mô hình điểm", "Topic": "chủ đề",
	"Lead": "đơn vị chủ trì", "AtLeast": "ít nhất",
	// Papers.
	"Title": "tên gọi", "Year": "năm", "Number": "số", "Symbol": "ký hiệu", "Series": "dãy số", "IssuedOn": "ngày ban hành", "TypeName": "loại văn bản", "Summary": "trích yếu",
	"Signer": "người ký", "Recipients": "nơi nhận", "Keeper": "đơn vị giữ bản lưu", "Copies": "số bản", "SentOn": "ngày gửi", "Receipt": "ký nhận", "Pages": "số trang",
	"Addressees": "kính gửi", "Archive": "lưu", "Authority": "quyền hạn ký", "Deputy": "chức vụ người ký thay", "Issuer": "cơ quan ban hành", "Main": "người ký chính",
	"OrganName": "tên cơ quan", "OrganSymbol": "ký hiệu cơ quan", "Parent": "cơ quan cấp trên", "Place": "địa điểm", "Position": "chức vụ", "Usual": "dùng thường lệ",
	// Lists of Cài đặt and requests of persons.
	"Rank": "thứ tự", "Single": "chỉ một người giữ", "Short": "tên ngắn", "FirstYear": "năm đầu", "LastYear": "năm cuối",
	"Person": "người yêu cầu", "ReceivedOn": "ngày nhận", "AnswerBy": "hạn trả lời", "AnsweredOn": "ngày trả lời", "Outcome": "kết quả trả lời",
}

// unsaidFields are named in the history without their values: sensitive personal data (Nghị định 356/2025/NĐ-CP), references and codes,
// which say nothing to a reader, and long texts.
var unsaidFields = map[string]string{
	"Ethnic": "dân tộc", "Religion": "tôn giáo", "Circumstances": "hoàn cảnh", "PartyProbationOn": "vào Đảng dự bị", "PartyOfficialOn": "vào Đảng chính thức",
	"PartyCard": "số thẻ đảng viên", "PartyCell": "chi bộ", "PartyPost": "chức vụ Đảng", "CitizenID": "số định danh", "CitizenIDOn": "ngày cấp số định danh", "Insurance": "số sổ bảo hiểm xã hội",
	"Step": "bước phát triển Đảng", "TakenOn": "ngày của bước phát triển Đảng", "ExpiresOn": "hạn của giấy chứng nhận", "Document": "số giấy, nghị quyết", "Helper": "đảng viên giúp đỡ",
	"Amount": "mức bồi dưỡng", "FromMonth": "hưởng từ tháng", "ToMonth": "hưởng đến tháng", "Measure": "hình thức kỷ luật", "ImposedBy": "cấp kỷ luật", "FromDay": "kỷ luật từ ngày", "ToDay": "kỷ luật đến ngày",
	"GrantedBy": "cấp khen", "GrantedOn": "ngày khen",

	"CadreID": "cán bộ", "UnitID": "đơn vị", "PositionID": "chức danh", "TermID": "nhiệm kỳ", "ReorganisationID": "lần sắp xếp tổ chức", "MergedInto": "gộp vào hồ sơ khác",
	"CourseID": "lớp bồi dưỡng", "SchemeID": "thang xếp loại", "LevelID": "mức xếp loại", "ParentID": "cấp trên", "FromID": "đơn vị trước", "ToID": "đơn vị sau", "InspectorID": "đơn vị kiểm tra",
	"RoundID": "đợt kiểm tra", "VisitID": "cuộc kiểm tra", "DocumentID": "văn bản", "Level": "cấp", "Role": "vai trò trong đoàn", "Rhythm": "loại đợt kiểm tra", "Change": "cách thay đổi", "Batch": "đợt sắp xếp",
	"Bodies": "thuộc ban", "Subject": "nội dung, đối tượng", "State": "trạng thái", "Paper": "mẫu văn bản", "Request": "yêu cầu", "Catalogue": "danh mục", "Screen": "màn hình",

	"Halt": "hoãn, hủy", "Origin": "loại cuộc kiểm tra", "RecheckOf": "cuộc được kiểm tra lại", "ChecklistID": "mẫu nội dung kiểm tra", "ItemID": "nội dung kiểm tra",
	"FindingID": "tồn tại", "RepeatsID": "tồn tại lần trước", "CheckedIn": "cuộc kiểm tra lại", "Verdict": "đánh giá", "Nature": "ưu điểm hay tồn tại",
	"OwnerID": "hồ sơ có tệp", "OwnerKind": "loại hồ sơ có tệp", "Hash": "dấu kiểm tra tệp", "Section": "phần", "Guide": "cần xem gì",

	"TaskID": "nhiệm vụ", "ForGroup": "loại cho đối tượng đặc thù", "Checklist": "các nội dung của mô hình", "Paired": "loại có cặp",
	"Definition": "cách tính", "Jump": "mức biến động", "HelpedCadreID": "người được giúp", "FormID": "biểu số liệu", "OfUnits": "cặp giữa đơn vị",
	"PeriodID": "kỳ số liệu", "Flow": "số phát sinh trong kỳ", "HelperUnitID": "đơn vị giúp", "HelperCadreID": "người giúp",
	"HelpedUnitID": "đơn vị được giúp", "Yearly": "tính cả năm", "OriginID": "mô hình được nhân rộng", "Checks": "điều kiện kiểm tra",
	"Complete": "đủ nội dung", "KindID": "loại", "Form": "hình thức khen", "Span": "kỳ", "Criteria": "tiêu chí", "Formula": "công thức",
	"Met": "nội dung đạt", "Scores": "điểm từng tiêu chí", "ModelID": "mô hình",

	"Source": "nội dung", "Generated": "nội dung từ số liệu", "RefreshedOn": "lúc làm mới số liệu", "Text": "nội dung", "Filter": "điều kiện lọc", "Value": "giá trị", "SHA256": "dấu kiểm tra tệp",
}
