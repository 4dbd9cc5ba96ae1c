package vietnamese

import "testing"

func TestNumber(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 6412: "6.412", 1234567: "1.234.567", -412: "-412", -6412: "-6.412"} {
		if got := Number(n); got != want {
			t.Errorf("Number(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		n      float64
		places int
		want   string
	}{
		{7.5, -1, "7,5"}, {10, -1, "10"}, {0.25, -1, "0,25"}, // as many places as there are
		{10, 1, "10,0"}, {88.46, 1, "88,5"}, // one place, rounded
	} {
		if got := Decimal(c.n, c.places); got != c.want {
			t.Errorf("Decimal(%g, %d) = %s, want %s", c.n, c.places, got, c.want)
		}
	}
}
