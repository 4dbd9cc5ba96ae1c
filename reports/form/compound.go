package form

import "strings"

// compounds are words of two syllables that stand in the titles of the Union's papers. Vietnamese writes syllables apart, so
// that only a list can tell where a centred line must not end: "PHONG / TRÀO" reads badly.
var compounds = set("ban ngành", "báo cáo", "biên bản", "bồi dưỡng", "cán bộ", "chấp hành", "chi hội", "chỉ tiêu", "chủ tịch", "chương trình", "công tác",
	"cơ sở", "danh sách", "đại biểu", "đại diện", "đại hội", "đánh giá", "đề án", "đề cương", "đề nghị", "điều lệ", "đoàn thể", "đột phá", "đơn vị",
	"giai đoạn", "giám sát", "giới thiệu", "hoạt động", "học tập", "hội nghị", "hội viên", "kế hoạch", "kết luận", "kết quả", "khen thưởng",
	"kiểm tra", "kiện toàn", "kỷ niệm", "liên hiệp", "mô hình", "nghị quyết", "nhiệm kỳ", "nhiệm vụ", "phát triển", "phối hợp", "phong trào",
	"phụ lục", "phụ nữ", "phương hướng", "quyết định", "sơ kết", "số liệu", "sơ đồ", "tập trung", "tập thể", "thành lập", "thành phố", "thành tích",
	"thành viên", "thi đua", "thông báo", "thực hiện", "thường trực", "thường vụ", "tổ chức", "tổng kết", "trích ngang", "triển khai", "trung ương",
	"tuyên truyền", "việt nam", "vững mạnh", "xã hội", "xây dựng", "xuất sắc", "ý kiến")

// Compound is true for two words, without marks between them, that make one of a title and are not parted at the end of a
// centred line.
func Compound(before, word string) bool {
	return compounds[strings.ToLower(strings.TrimLeft(before, openings)+" "+strings.TrimRight(word, closings))]
}
