package compose

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

const twoTables = "Đầu\n\n{widths: 10,60 | total: last}\n| TT | Đơn vị |\n|:-:|:--|\n| 1 | Hải Hậu |\n| 2 | Giao Thủy |\n\nGiữa\n\n| A |\n|--|\n\nCuối"

// A table with its options becomes one line that tells its head and its rows; the line can move and go, not double.
func TestFold(t *testing.T) {
	folded, tables := Fold(twoTables)
	want := "Đầu\n\n[Bảng 1: TT, Đơn vị · 2 dòng]\n\nGiữa\n\n[Bảng 2: A · 0 dòng]\n\nCuối"
	if folded != want || len(tables) != 2 {
		t.Fatalf("got\n%s\nwith %q", folded, tables)
	}
	cases := []struct{ name, folded, want, fails string }{
		{"as it was", folded, twoTables, ""},
		{"a line that moved", "[Bảng 2: A · 0 dòng]\n\n[Bảng 1: …]", tables[1] + "\n\n" + tables[0], ""},
		{"a line that went", "Đầu\n\n[Bảng 2: A · 0 dòng]", "Đầu\n\n" + tables[1], ""},
		{"a line that stands twice", "[Bảng 1: A]\n\n[Bảng 1: A]", "", "Dòng 3: Bảng 1 đã đứng ở dòng 1"},
		{"a number without a table", "[Bảng 3: A]", "", "Dòng 1: không có Bảng 3"},
		{"a line that lost its end", "[Bảng 1: A · 2 dòng] rồi", "", "Dòng 1: dòng của Bảng 1 phải đứng riêng"},
		{"a line joined to the text before it", "Đầu [Bảng 1: TT, Đơn vị · 2 dòng]", "", "Dòng 1: dòng của Bảng 1 đang dính"},
	}
	for _, c := range cases {
		got, err := Unfold(c.folded, tables)
		switch {
		case c.fails == "" && (err != nil || got != c.want):
			t.Errorf("%s: %v\n%s", c.name, err, got)
		case c.fails != "" && (err == nil || !strings.HasPrefix(sentence(t, err), c.fails)):
			t.Errorf("%s: %v, wanted %s", c.name, err, c.fails)
		}
	}
}

// Unfold gives back what was folded, to the letter, also where the text itself looks like a fold line.
func TestUnfoldIsTheInverseOfFold(t *testing.T) {
	lines := []string{"| a | b |", "|--|--|", "{widths: 10,20}", "", " ", "chữ", "[Bảng 1: x · 2 dòng]", `\[Bảng 1: x · 2 dòng]`, `\\[Bảng 7]`, "[Bảng x]", "trước [Bảng 1: x]", "  | c |", "|--|\r", `\|`}
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOf(rapid.SampledFrom(lines)).Draw(t, "lines"), "\n")
		folded, tables := Fold(body)
		got, err := Unfold(folded, tables)
		if err != nil || got != body {
			t.Fatalf("%v\n%q\nfolded %q\ngives  %q", err, body, folded, got)
		}
		if _, again := Fold(folded); again != nil && !reflect.DeepEqual(again, []string{}) {
			t.Fatalf("a folded text still has tables: %q", folded)
		}
	})
}

// A body with the list of 12 000 members of staff is folded while typing goes on: in milliseconds.
func TestFoldOfALongTableIsQuick(t *testing.T) {
	var b strings.Builder
	b.WriteString("Đầu\n\n| TT | Họ và tên | Chức danh |\n|:-:|:--|:--|\n")
	for i := range 12_000 {
		fmt.Fprintf(&b, "| %d | Nguyễn Thị Minh | Chi hội trưởng thôn %d, xã Hải Vân |\n", i+1, i)
	}
	body := b.String()
	start := time.Now()
	folded, tables := Fold(body)
	back, err := Unfold(folded, tables)
	took := time.Since(start)
	if err != nil || back != body || !strings.Contains(folded, "[Bảng 1: TT, Họ và tên, Chức danh · 12000 dòng]") {
		t.Fatalf("%v\n%s", err, folded)
	}
	t.Log(took)
	if took > 100*time.Millisecond { // about 5 ms on an idle machine
		t.Errorf("it took %v", took)
	}
	start = time.Now()
	if _, err := (Source{Body: body}).Document(); err != nil {
		t.Fatal(err)
	}
	t.Log("Document:", time.Since(start))
}
