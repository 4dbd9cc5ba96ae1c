package compose

import (
	"reflect"
	"testing"

	"cosohoi/reports/layout"
)

// A table is read for editing and written back as the same table, its total and groups at their rows.
func TestATableIsReadAndWrittenBack(t *testing.T) {
	text := "{widths: 10,60,25 | total: last | group: 1}\n| TT | Đơn vị | Số |\n|:-:|:--|--:|\n| I | Khối huyện | |\n| 1 | Hải Hậu | 34 |\n| | Cộng | 34 |"
	table, err := ReadTable(text, false)
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != 3 || !table.Rows[0].Group || !table.Rows[2].Total || table.Columns[1].Width != 60 {
		t.Errorf("read %+v", table)
	}
	again, err := ReadTable(FormatBlocks([]layout.Block{table}), false)
	if err != nil || !reflect.DeepEqual(again, table) {
		t.Errorf("written back %+v, %v", again, err)
	}
	if _, err := ReadTable("Một đoạn văn.", false); err == nil {
		t.Error("a paragraph is read as a table")
	}
}

// The line of an appendix is taken apart and put together again.
func TestAppendixHead(t *testing.T) {
	for line, want := range map[string]struct {
		title     string
		landscape bool
	}{
		"# Phụ lục {ngang}: SỐ LIỆU": {"SỐ LIỆU", true}, "# Phụ lục: DANH SÁCH": {"DANH SÁCH", false}, "# Phụ lục": {"", false},
	} {
		title, landscape, ok := AppendixHead(line)
		if !ok || title != want.title || landscape != want.landscape {
			t.Errorf("%q gives %q, %v, %v", line, title, landscape, ok)
		}
		if got := FormatAppendixHead(title, landscape); got != line {
			t.Errorf("%q is written back as %q", line, got)
		}
	}
	if title, _, _ := AppendixHead("# Phụ lục:  HAI  DẤU CÁCH "); title != "HAI DẤU CÁCH" {
		t.Errorf("blanks of a title count once: %q", title)
	}
	if _, _, ok := AppendixHead("Phụ lục: không phải"); ok {
		t.Error("a paragraph is taken for an appendix")
	}
}

func TestFoldedTables(t *testing.T) {
	folded := "Một.\n\n[Bảng 2: TT · 3 dòng]\n\n\\[Bảng 9: của người gõ\n\n[Bảng 1: A · 1 dòng]"
	if got := FoldedTables(folded); !reflect.DeepEqual(got, []int{2, 1}) {
		t.Errorf("tables %v, want 2 and 1 in the order of the text", got)
	}
}
