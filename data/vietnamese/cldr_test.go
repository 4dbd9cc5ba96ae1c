package vietnamese

import (
	"sort"
	"strings"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// TestGivenNamesSortAsInCLDR compares every two of some given names with the Vietnamese rules of the Unicode consortium: Ă and Â after
// A, Đ after D, tones level, huyền, hỏi, ngã, sắc, nặng.
func TestGivenNamesSortAsInCLDR(t *testing.T) {
	rules := collate.New(language.Vietnamese)
	names := strings.Fields("a à ả ã á ạ An Ân Ánh Ăn Bảy Cúc Dung Dũng Dương Đào Đẹp Điệp Đông Em Êm Hà Hạ Hoa Hòa Hồng Hương Hường Hưởng Lan Mai Mãi Mạ Mã Mả Mà Ma Nga Ngà Oanh Ông Ơn Quế Sen Tâm Thu Thủ Thư Uyên Ưng Xuân Yên Yến")
	for _, a := range names {
		for _, b := range names {
			want := rules.CompareString(strings.ToLower(a), strings.ToLower(b))
			if got := strings.Compare(SortKey(a), SortKey(b)); got != want {
				t.Errorf("%s and %s compare as %d, by CLDR as %d", a, b, got, want)
			}
		}
	}
}

// People stand by given name first, which no rule of CLDR knows; the rest of the name follows it.
func TestPeopleWithOneGivenNameSortByTheRestAsInCLDR(t *testing.T) {
	rules := collate.New(language.Vietnamese)
	families := []string{"Bùi Thị", "Đặng Thị", "Đinh Thị", "Đỗ Thị", "Lê Thị", "Lê Thị Hồng", "Ngô Thị", "Nguyễn Thị", "Phạm Thị", "Trần Thị", "Trần Thị Ánh", "Vũ Thị"}
	for _, given := range []string{"Ăn", "Đào", "Oanh"} {
		people := make([]string, len(families))
		for i, f := range families {
			people[len(people)-1-i] = f + " " + given
		}
		sort.Slice(people, func(i, j int) bool { return NameSortKey(people[i]) < NameSortKey(people[j]) })
		for i := 1; i < len(people); i++ {
			before, after := strings.TrimSuffix(people[i-1], " "+given), strings.TrimSuffix(people[i], " "+given)
			if rules.CompareString(before, after) > 0 {
				t.Errorf("%s stands before %s, by CLDR after", people[i-1], people[i])
			}
		}
	}
}
