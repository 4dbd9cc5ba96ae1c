package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"cosohoi/reports"
)

// demoFile is the demonstration province, made once by the job itself.
var demoFile string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "cosohoi")
	if err == nil {
		demoFile = filepath.Join(folder, "tỉnh mẫu.db") // blanks and Vietnamese letters are usual in paths
		var out, errOut bytes.Buffer
		if code := run(context.Background(), []string{"--db", demoFile, "demo"}, &out, &errOut); code != exitOK {
			err = fmt.Errorf("demo ended with %d: %s", code, errOut.String())
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

// cosohoi runs a command line and returns what it printed.
func cosohoi(args ...string) (code int, out, errOut string) {
	var o, e bytes.Buffer
	code = run(context.Background(), args, &o, &e)
	return code, o.String(), e.String()
}

func TestWrongUsageEndsWithTwoAndSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"nope"}, "Không có lệnh “nope”"},
		{[]string{"units", "--nope"}, "--as-of"},
		{[]string{"units", "--as-of", "31/02/2024"}, "sai: --as-of 31/02/2024"},
		{[]string{"units", "--as-of"}, "thiếu giá trị"},
		{[]string{"units", "extra"}, "Thừa “extra”"},
		{[]string{"report"}, "report --list"},
		{[]string{"report", "nope"}, "Không có loại văn bản “nope”"},
		{[]string{"report", "kiem-tra", "--year", "2023"}, "--out"},
		{[]string{"report", "kiem-tra", "--out", "x.pdf"}, "--year"},
		{[]string{"report", "kiem-tra", "--year", "2023", "--out", "x.odt"}, "phải có đuôi .pdf, .docx, .md"},
		{[]string{"report", "bien-ban-kiem-tra", "--out", "x.pdf"}, "--visit"},
		{[]string{"report", "bien-ban", "--out", "x.pdf"}, "--visit"},
		{[]string{"report", "bao-cao", "--out", "x.pdf"}, "Không có loại văn bản “bao-cao”"}, // four kinds begin so
		{[]string{"report", "kiem-tra", "--period", "round", "--out", "x.pdf"}, "--round"},
		{[]string{"due", "--on", "31/02/2024"}, "sai: --on 31/02/2024"},
		{[]string{"report", "ke-hoach-kiem-tra", "--out", "x.pdf"}, "--round"},
		{[]string{"compose"}, "Thiếu tệp văn bản dạng chữ"},
		{[]string{"compose", "a.md"}, "--out"},
		{[]string{"register", "--out", "x.pdf"}, "--year"},
		{[]string{"backup"}, "Thiếu tệp sao lưu"},
		{[]string{"export", "nope", filepath.Join(t.TempDir(), "x.csv")}, "Không xuất được “nope”"},
		{[]string{"demo", "--scale", "x"}, "sai: --scale x"},
	} {
		args := append([]string{"--db", demoFile}, c.args...)
		code, out, errOut := cosohoi(args...)
		if code != exitUsage || !strings.Contains(errOut, c.says) || !strings.Contains(errOut, "cosohoi help") || out != "" {
			t.Errorf("%v: code %d, out %q, err %q; want code 2 and %q", c.args, code, out, errOut, c.says)
		}
	}
}

func TestFailedJobsEndWithOneAndOneSentence(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "không có.db")
	text := filepath.Join(t.TempDir(), "thư.db")
	if err := os.WriteFile(text, []byte("Kính gửi các đồng chí, đây không phải là cơ sở dữ liệu."+strings.Repeat(" ", 200)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"--db", missing, "units"}, "Không tìm thấy tệp"},
		{[]string{"--db", text, "check"}, "không phải là cơ sở dữ liệu"},
		{[]string{"--db", demoFile, "demo"}, "đã có dữ liệu"},
		{[]string{"--db", demoFile, "demo", "--scale", "1000"}, "từ 1 đến 100"},
		{[]string{"--db", demoFile, "report", "trich-ngang", "--unit", "99999", "--out", filepath.Join(t.TempDir(), "x.pdf")}, "Không có đơn vị nào mang mã “99999”"},
		{[]string{"--db", demoFile, "report", "kiem-tra", "--year", "1999", "--out", filepath.Join(t.TempDir(), "x.pdf")}, "Không có nhiệm kỳ"},
		{[]string{"--db", demoFile, "report", "kiem-tra", "--year", "2023", "--period", "quý", "--out", filepath.Join(t.TempDir(), "x.pdf")}, "Kỳ báo cáo “quý” không có"},
		{[]string{"--db", demoFile, "report", "kiem-tra", "--year", "2023", "--out", filepath.Join(t.TempDir(), "no", "x.pdf")}, "thư mục"},
		{[]string{"--db", demoFile, "backup", demoFile}, "Đã có tệp"},
		{[]string{"--db", demoFile, "compose", "không có.md", "--out", filepath.Join(t.TempDir(), "x.pdf")}, "Không tìm thấy tệp “không có.md”"},
		{[]string{"--db", demoFile, "report", "bao-cao-giua-nhiem-ky", "--term", "1999", "--out", filepath.Join(t.TempDir(), "x.pdf")}, "Không có nhiệm kỳ “1999”"},
		{[]string{"--db", demoFile, "report", "trich-ngang", "--unit", "14230", "--layout", "x", "--out", filepath.Join(t.TempDir(), "x.pdf")}, "Mẫu danh sách “x” không có"},
		{[]string{"--db", missing, "restore", text}, "không phải là"},
	} {
		code, _, errOut := cosohoi(c.args...)
		lines := strings.Split(strings.TrimSpace(errOut), "\n")
		if code != exitFailed || len(lines) != 1 || !strings.Contains(errOut, c.says) {
			t.Errorf("%v: code %d, err %q; want code 1 and one sentence with %q", c.args[2:], code, errOut, c.says)
		}
	}
	if _, err := os.Stat(missing); err == nil {
		t.Error("a job made the database that was not there")
	}
}

func TestUnitsListsTheProvinceOf2023(t *testing.T) {
	code, out, errOut := cosohoi("--db", demoFile, "units", "--as-of", "2023-07-04", "--csv")
	if code != exitOK {
		t.Fatalf("code %d: %s", code, errOut)
	}
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if head := strings.Join(rows[0], ","); head != "code,name,level,parent_code" {
		t.Errorf("head %q", head)
	}
	count := map[string]int{}
	seen := map[string]bool{"": true}
	for _, row := range rows[1:] {
		count[row[2]]++
		if !seen[row[3]] {
			t.Errorf("%v comes before its parent", row)
		}
		seen[row[0]] = true
		if row[0] == "14230" && strings.Join(row, ",") != "14230,Xã Hải Vân,base,366" {
			t.Errorf("Hải Vân is %v", row)
		}
	}
	for level, want := range map[string]int{"province": 1, "district": 10, "affiliate": 4, "base": 226} {
		if count[level] != want {
			t.Errorf("%d units of level %s, want %d", count[level], level, want)
		}
	}
}

func TestOrgChartJob(t *testing.T) {
	file := filepath.Join(t.TempDir(), "so-do.pdf")
	code, out, errOut := cosohoi("--db", demoFile, "orgchart", "--unit", "366", "--as-of", "2023-07-04", "--out", file)
	if code != exitOK || !strings.Contains(out, "Sơ đồ tổ chức") {
		t.Fatalf("code %d: %s%s", code, out, errOut)
	}
	text, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"HẢI HẬU", "Xã Hải Vân", "04/07/2023"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the chart does not say %q:\n%s", want, text)
		}
	}
}

// The schedule of a term as a calendar file, and the year on one page; what is wrong on the command line is told.
func TestScheduleJobs(t *testing.T) {
	folder := t.TempDir()
	calendar, page := filepath.Join(folder, "lich.ics"), filepath.Join(folder, "lich.pdf")
	if code, out, errOut := cosohoi("--db", demoFile, "schedule", "--term", "2022-2027", "--ics", calendar); code != exitOK || !strings.Contains(out, "2022 - 2027") {
		t.Fatalf("code %d: %s%s", code, out, errOut)
	}
	if content, err := os.ReadFile(calendar); err != nil || !strings.HasPrefix(string(content), "BEGIN:VCALENDAR\r\n") {
		t.Errorf("the calendar file: %.40q, %v", content, err)
	}
	if code, _, errOut := cosohoi("--db", demoFile, "report", "lich-kiem-tra", "--year", "2024", "--out", page); code != exitOK {
		t.Fatalf("code %d: %s", code, errOut)
	}
	text, err := exec.Command("pdftotext", "-layout", page, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"LỊCH KIỂM TRA, GIÁM SÁT NĂM 2024", "Huyện Hải Hậu", "Tổng cộng", "Quốc khánh"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the page does not say %q:\n%s", want, text)
		}
	}
	for _, c := range []struct {
		args []string
		code int
		said string
	}{
		{[]string{"schedule", "--term", "1999-2004"}, exitFailed, "Không có nhiệm kỳ “1999-2004”"},
		{[]string{"schedule", "--ics", "lich.txt"}, exitUsage, ".ics"},
		{[]string{"report", "lich-kiem-tra", "--out", page}, exitUsage, "--year 2024"},
		{[]string{"report", "lich-kiem-tra", "--year", "2024", "--out", "lich.docx"}, exitUsage, ".pdf"},
		{[]string{"report", "lich-kiem-tra", "--year", "2024", "--unit", "99999", "--out", page}, exitFailed, "99999"},
	} {
		if code, _, errOut := cosohoi(append([]string{"--db", demoFile}, c.args...)...); code != c.code || !strings.Contains(errOut, c.said) {
			t.Errorf("%v: code %d, %q; want %d and %q", c.args, code, errOut, c.code, c.said)
		}
	}
}

// The batch of 2024 from the command line: looked at, applied, refused a second time, taken back. A file that does not fit is told line
// by line.
func TestReorganiseJob(t *testing.T) {
	content, err := os.ReadFile(demoFile)
	if err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(t.TempDir(), "tinh.db")
	if err := os.WriteFile(db, content, 0o644); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "dot.csv")
	rows := "\ufeff# Tên: Đợt thử;;;;;;\r\n# Ngày: 01/09/2024\r\n# Căn cứ: Nghị quyết thử\r\nma_cu;ten_cu;cap_tren_cu;ma_moi;ten_moi;cap_tren_moi;can_cu\r\n" +
		"14230;Xã Hải Vân;366;14224;Xã Hải Nam;366;\r\n99999;Xã Không Có;366;14224;Xã Hải Nam;366;\r\n14224;Xã Hải Nam;365;14224;Xã Hải Nam;366;\r\n"
	if err := os.WriteFile(file, []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}
	communes := func() int {
		_, out, _ := cosohoi("--db", db, "units", "--as-of", "2024-09-01", "--csv")
		return strings.Count(out, ",base,")
	}
	for _, c := range []struct {
		args     []string
		code     int
		says     string
		communes int
	}{
		{[]string{"2024", "--preview"}, exitOK, "Xem trước", 226},
		{[]string{"2024"}, exitOK, "Xã Hải Vân → Xã Hải Nam", 175},
		{[]string{"2024"}, exitFailed, "chỉ áp dụng một lần", 175},
		{[]string{"2024", "--undo"}, exitOK, "Đã hoàn tác", 226},
		{[]string{"2024", "--undo"}, exitFailed, "chưa được áp dụng", 226},
		{[]string{file}, exitFailed, "Dòng 6: ngày 31/08/2024 không có đơn vị nào mang mã “99999”", 226},
		{[]string{file}, exitFailed, "Dòng 7: “Xã Hải Nam” đang thuộc “Huyện Hải Hậu”, không thuộc đơn vị mã “365”", 226},
		{[]string{db}, exitFailed, "Dòng tiêu đề cần có các cột", 226},
		{nil, exitUsage, "Thiếu 2024, 2025 hoặc tệp CSV", 226},
	} {
		code, out, errOut := cosohoi(append([]string{"--db", db, "reorganise"}, c.args...)...)
		if code != c.code || !strings.Contains(out+errOut, c.says) {
			t.Errorf("%v: code %d, want %d and %q:\n%s%s", c.args, code, c.code, c.says, out, errOut)
		}
		if n := communes(); n != c.communes {
			t.Errorf("after %v there are %d communes, want %d", c.args, n, c.communes)
		}
	}
}

func TestHelpNamesEveryJob(t *testing.T) {
	code, out, _ := cosohoi("help")
	if code != exitOK {
		t.Fatalf("code %d", code)
	}
	for name := range jobs {
		if !strings.Contains(out, "\n  "+name) {
			t.Errorf("help does not name %q", name)
		}
	}
	if code, again, _ := cosohoi("--help"); code != exitOK || again != out {
		t.Errorf("--help: code %d, %d characters; want the same page", code, len(again))
	}
}

// Each kind of paper comes out as PDF, as Word and as text, and the text composes to the same PDF.
func TestEveryPaperFromTheCommandLine(t *testing.T) {
	folder := t.TempDir()
	_, listed, _ := cosohoi("report", "--list")
	lines := strings.Split(strings.TrimSpace(listed), "\n")
	if len(lines) != len(reports.Kinds()) {
		t.Fatalf("%d kinds are listed, there are %d", len(lines), len(reports.Kinds()))
	}
	_, schedule, _ := cosohoi("--db", demoFile, "schedule", "--csv")
	visit, _, _ := strings.Cut(strings.Split(schedule, "\n")[1], ",")
	_, rounds, _ := cosohoi("--db", demoFile, "schedule")
	values := map[string][]string{
		"--year": {"2025"}, "--period": {"year"}, "--term": {"2022 - 2027"}, "--round": {strings.Fields(rounds)[0]}, "--visit": {visit},
		"--unit": {"14230"}, "--layout": {"hoi"}, "--sensitive": nil, "--subject": {"Thực hiện khâu đột phá"},
	}
	for _, line := range lines {
		words := strings.Fields(line)
		args := []string{"--db", demoFile, "report", words[0], "--date", "2026-10-30", "--as-of", "2026-10-30"}
		for _, word := range words {
			if strings.HasPrefix(word, "--") {
				args = append(append(args, word), values[word]...)
			}
		}
		for _, ending := range []string{".pdf", ".docx", ".md"} {
			if code, _, errOut := cosohoi(append(args, "--out", filepath.Join(folder, words[0]+ending))...); code != exitOK {
				t.Fatalf("%s%s: %s", words[0], ending, errOut)
			}
		}
		composed := filepath.Join(folder, words[0]+"-2.pdf")
		if code, _, errOut := cosohoi("compose", filepath.Join(folder, words[0]+".md"), "--out", composed); code != exitOK {
			t.Fatalf("%s composed: %s", words[0], errOut)
		}
		first, err := os.ReadFile(filepath.Join(folder, words[0]+".pdf"))
		second, err2 := os.ReadFile(composed)
		if err != nil || err2 != nil || !bytes.Equal(first, second) {
			t.Errorf("%s: the composed text gives another PDF (%v, %v)", words[0], err, err2)
		}
	}
}

// The register of a year comes out for paper and for Excel.
func TestRegisterJob(t *testing.T) {
	for _, ending := range []string{".pdf", ".docx", ".xlsx"} {
		path := filepath.Join(t.TempDir(), "sổ"+ending)
		if code, _, errOut := cosohoi("--db", demoFile, "register", "--year", "2026", "--out", path); code != exitOK {
			t.Errorf("%s: %s", ending, errOut)
		}
		if info, err := os.Stat(path); err != nil || info.Size() < 1000 {
			t.Errorf("%s is not written: %v", ending, err)
		}
	}
}

// TestSameDataSameBytes: a paper is a function of the data and the days asked for.
func TestSameDataSameBytes(t *testing.T) {
	for _, args := range [][]string{
		{"report", "kiem-tra", "--year", "2023", "--period", "6m", "--date", "2023-07-31", "--as-of", "2023-07-31"},
		{"report", "trich-ngang", "--unit", "14230", "--date", "2023-07-31", "--as-of", "2023-07-31"},
	} {
		var files [2][]byte
		for i := range files {
			path := filepath.Join(t.TempDir(), "văn bản.pdf")
			if code, _, errOut := cosohoi(append(append([]string{"--db", demoFile}, args...), "--out", path)...); code != exitOK {
				t.Fatalf("%v: code %d: %s", args, code, errOut)
			}
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files[i] = content
		}
		if !bytes.Equal(files[0], files[1]) {
			t.Errorf("%v gave different bytes", args)
		}
	}
}

// TestAPaperOfThePastReadsAsItWas: figures as of a day count only what had been done by then.
func TestAPaperOfThePastReadsAsItWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	if code, _, errOut := cosohoi("--db", demoFile, "report", "kiem-tra", "--year", "2023", "--period", "6m", "--number", "5", "--date", "2023-06-30", "--as-of", "2023-06-30", "--out", path); code != exitOK {
		t.Fatal(errOut)
	}
	text, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext (package poppler-utils): %v", err)
	}
	words := strings.Join(strings.Fields(string(text)), " ")
	for _, want := range []string{"Số: 05/BC-BTV", "ngày 30 tháng 6 năm 2023", "Kính gửi: Thường trực Tỉnh ủy", "0/240"} {
		if !strings.Contains(words, want) {
			t.Errorf("the paper lacks %q", want) // visits begin on 01/07/2023, so none was done
		}
	}
}

func TestBackupAndRestore(t *testing.T) {
	folder := t.TempDir()
	copied, restored := filepath.Join(folder, "bản sao.db"), filepath.Join(folder, "mới", "a.db")
	if code, _, errOut := cosohoi("--db", demoFile, "backup", copied); code != exitOK {
		t.Fatal(errOut)
	}
	if code, _, errOut := cosohoi("--db", restored, "restore", copied); code != exitOK {
		t.Fatal(errOut)
	}
	_, before, _ := cosohoi("--db", demoFile, "units", "--csv", "--all")
	code, after, errOut := cosohoi("--db", restored, "units", "--csv", "--all")
	if code != exitOK || before != after {
		t.Errorf("code %d (%s): the restored database lists other units", code, errOut)
	}
	if code, out, errOut := cosohoi("--db", restored, "check"); code != exitOK || !strings.Contains(out, "toàn vẹn") {
		t.Errorf("check: code %d, %q, %q", code, out, errOut)
	}
}

// A scheduled task reads what is due as text or JSON, and never counts as failed for it.
func TestDueEndsWell(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"due", "--on", "15/07/2024"}, "quá hạn"},
		{[]string{"due", "--on", "2024-07-15", "--json"}, `"kind": "visit"`},
		{[]string{"due", "--on", "1990-01-01", "--json"}, "["},
	} {
		code, out, errOut := cosohoi(append([]string{"--db", demoFile}, c.args...)...)
		if code != exitOK || !strings.Contains(out, c.says) || errOut != "" {
			t.Errorf("%v: code %d, err %q, out without %q: %.200s", c.args, code, errOut, c.says, out)
		}
		if c.args[len(c.args)-1] == "--json" && !json.Valid([]byte(out)) {
			t.Errorf("%v: no JSON: %.200s", c.args, out)
		}
	}
}

func TestFiguresJob(t *testing.T) {
	code, out, errOut := cosohoi("--db", demoFile, "figures", "--period", "2025-6m", "--csv")
	if lines := strings.Split(strings.TrimSpace(out), "\n"); code != exitOK || len(lines) != 242 || !strings.HasPrefix(lines[0], "unit_code,unit,level,parent_code,state,A1,") {
		t.Errorf("code %d, %d lines, want a head, the province, 10 districts, 226 communes and 4 affiliates: %s", code, len(lines), errOut)
	}
	if code, out, _ := cosohoi("--db", demoFile, "figures", "--period", "2025-6m", "--unit", "366"); code != exitOK || !strings.Contains(out, "Huyện Hải Hậu") || strings.Contains(out, "Giao Thủy") {
		t.Errorf("code %d for one district:\n%s", code, out)
	}
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"figures"}, exitUsage, "--period"},
		{[]string{"figures", "--period", "2025-q1"}, exitUsage, "2025-q1"},
		{[]string{"figures", "--period", "2019-6m"}, exitFailed, "chưa mở"},
	} {
		if code, _, errOut := cosohoi(append([]string{"--db", demoFile}, c.args...)...); code != c.code || !strings.Contains(errOut, c.says) {
			t.Errorf("%q ends with %d and %q; want %d and %q", c.args, code, errOut, c.code, c.says)
		}
	}
}
