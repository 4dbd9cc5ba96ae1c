package reports

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// declared are the names of the fields of a kind as they are looked up by.
func declared(k Kind) []string {
	var names []string
	for _, f := range k.Fields {
		names = append(names, fieldKey(f.Name))
	}
	return names
}

func TestEveryKindHasAPaper(t *testing.T) {
	full, empty := samples(), empties()
	for _, k := range Kinds() {
		if full[k.ID] == nil || empty[k.ID] == nil {
			t.Errorf("%s: the tests have no sample of it", k.ID)
		}
		if k.Title == "" || k.About == "" || DefaultOutline(k.ID) == "" {
			t.Errorf("%s lacks a title, a sentence about it or a default outline", k.ID)
		}
		names := declared(k)
		slices.Sort(names)
		if len(slices.Compact(slices.Clone(names))) != len(names) {
			t.Errorf("%s declares a field twice: %v", k.ID, names)
		}
		for _, f := range k.Fields {
			if f.About == "" || strings.ToLower(f.Name) != fieldKey(f.Name) {
				t.Errorf("%s: field %q needs a name as it is looked up by and a sentence about it", k.ID, f.Name)
			}
		}
	}
	files, err := outlines.ReadDir("outlines")
	if err != nil || len(files) != len(Kinds()) {
		t.Errorf("%d outlines for %d kinds, %v", len(files), len(Kinds()), err)
	}
	if _, known := KindByID("không có"); known || DefaultOutline("không có") != "" {
		t.Error("an unknown kind is known")
	}
}

// An outline of all declared fields can be filled, and one with any other field cannot: what the office reads in the list of
// fields is what it can use.
func TestFieldsAreWhatTheCatalogueSays(t *testing.T) {
	for _, k := range Kinds() {
		all := ""
		for _, name := range declared(k) {
			all += "«" + name + "»\n\n"
		}
		for _, paper := range []drafter{samples()[k.ID], empties()[k.ID]} {
			if _, err := paper.Draft(all); err != nil {
				t.Errorf("%s: a declared field has no value: %v", k.ID, err)
			}
		}
		for _, m := range fieldMark.FindAllStringSubmatch(DefaultOutline(k.ID), -1) {
			if !slices.Contains(declared(k), fieldKey(m[1])) {
				t.Errorf("%s: the default outline uses the field %q, which the catalogue does not name", k.ID, m[1])
			}
		}
		if _, err := samples()[k.ID].Draft("«trường lạ»"); err == nil {
			t.Errorf("%s: an unknown field is no error", k.ID)
		}
	}
}

// golden compares a text with its file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run the tests with -update and read the file", err)
	}
	if got != string(want) {
		t.Errorf("%s differs from the draft; run with -update and read the difference. The draft is\n%s", path, got)
	}
}

func TestDrafts(t *testing.T) {
	for id, paper := range samples() {
		source, err := paper.Draft("")
		if err != nil {
			t.Fatal(err)
		}
		golden(t, id+".md", source.String())
		if _, err := compose.Parse(source.String()); err != nil {
			t.Errorf("%s: the draft is no whole document: %v", id, err)
		}
		doc := document(t, paper)
		if _, err := layout.PDF(doc); err != nil {
			t.Errorf("%s cannot be drawn: %v", id, err)
		}
		if missing, err := layout.Missing(doc); err != nil || len(missing) > 0 {
			t.Errorf("%s: the font lacks %v, %v", id, missing, err)
		}
		for _, remark := range layout.Lint(doc) {
			if remark.Wrong {
				t.Errorf("%s breaks a rule of the form: %s: %s", id, remark.Part, remark.Text)
			}
		}
	}
}

// inventedNumber is a number that stands for nothing: a bare count of nothing, a rate, the year one.
var inventedNumber = regexp.MustCompile(`\b0/0\b|\d%|năm 1\b|0001|\b0 (?:tập thể|cá nhân|đơn vị|chỉ tiêu|người|đợt)`)

// Without values a paper is a form to fill in: it can be drawn and states nothing.
func TestEmptyDrafts(t *testing.T) {
	for id, paper := range empties() {
		source, err := paper.Draft("")
		if err != nil {
			t.Fatal(err)
		}
		text := source.String()
		golden(t, id+"-trong.md", text)
		if found := inventedNumber.FindString(text); found != "" {
			t.Errorf("%s states %q of nothing", id, found)
		}
		if strings.ContainsAny(text, "«»") {
			t.Errorf("%s keeps a field", id)
		}
		if id != CadreListID && len(Prompts(text)) == 0 {
			t.Errorf("%s has no place to write", id)
		}
		if _, err := layout.PDF(document(t, paper)); err != nil {
			t.Errorf("%s cannot be drawn: %v", id, err)
		}
	}
}

// The office's own outline replaces the default one, its front matter too.
func TestOwnOutline(t *testing.T) {
	source, err := sampleInspection(0).Draft("---\nkind: BÁO CÁO\nsummary: Tóm tắt «kỳ báo cáo»\nplace: Hà Nội\narchive: VP\nsigner: {position: CHÁNH VĂN PHÒNG}\n---\n\n«kết quả chung»\n")
	if err != nil {
		t.Fatal(err)
	}
	h := source.Head
	if h.Summary != "Tóm tắt năm 2023" || h.Archive != "VP" || h.Signer.Position != "CHÁNH VĂN PHÒNG" || len(h.To) > 0 {
		t.Errorf("the outline's own components are lost: %+v", h)
	}
	if h.Issuer != "BAN THƯỜNG VỤ" || h.Symbol != "BC-BTV" || h.Number != 8 || h.Date != "2023-12-05" {
		t.Errorf("the letterhead does not complete the outline: %+v", h)
	}
}

// slips are marks and numbers that no careful writer leaves: a blank before a mark, two marks, a count from 1 to 9 without its
// zero, a prompt that repeats the word before it.
var slips = regexp.MustCompile(`\S  |\s[,.;:)]|\([\s]|[,;:]\.|\.\.|,,|;;|\s[1-9] (?:đơn vị|lượt|chi hội|nội dung|chỉ tiêu|tập thể|cá nhân|đoàn|đợt|người|bản)\b|(?:từ|đến|ngày|tại) \[điền (?:từ|đến|ngày|tại) \p{L}+\]`)

// The text of every paper, filled and empty, is written as it is printed: no slips, no word twice.
func TestDraftsReadWell(t *testing.T) {
	for _, papers := range []map[string]drafter{samples(), empties()} {
		for id, paper := range papers {
			text := prose(document(t, paper))
			for line := range strings.SplitSeq(text, "\n") {
				if found := slips.FindString(line); found != "" {
					t.Errorf("%s: %q in %s", id, found, line)
				}
				words := strings.Fields(strings.ToLower(line))
				for i := 1; i < len(words); i++ {
					if words[i] == words[i-1] {
						t.Errorf("%s: %q twice in %s", id, words[i], line)
					}
				}
			}
		}
	}
}
