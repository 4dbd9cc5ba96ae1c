package chart

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// charts are the golden pictures: a share over time with a moment that is not known, bars with a goal, and labels that lean.
var charts = map[string]Chart{
	"dien-bien": Lines{Title: "CT1.1: 100% cơ sở Hội có mô hình “1+1”", Labels: []string{"01/2023", "06/2023", "12/2023", "06/2024", "12/2024"},
		Series: Series{Values: []float64{0, 12.4, Missing(), 86.7, 99.9}}, Goal: 100, Percent: true},
	"pheu": Bars{Title: "Chi hội trưởng trên đường phát triển Đảng", Labels: []string{"Chưa có bước", "Ưu tú", "Bồi dưỡng", "Giới thiệu", "Dự bị", "Chính thức"},
		Series: Series{Values: []float64{1834, 120, 64, 18, 25, 780}}},
	"theo-don-vi": Bars{Title: "CT2 theo đơn vị", Labels: []string{"Nam Định", "Giao Thủy", "Hải Hậu", "Mỹ Lộc", "Nam Trực", "Nghĩa Hưng", "Trực Ninh", "Vụ Bản", "Xuân Trường", "Ý Yên"},
		Series: Series{Values: []float64{11.8, 13.5, 52, 8, 13, 13.6, 10.4, 0, 10.6, Missing()}}, Goal: 50, Percent: true},
}

func TestChartsAsDrawn(t *testing.T) {
	for name, c := range charts {
		picture, err := PNG(c, 800)
		if err != nil {
			t.Fatal(err)
		}
		vectors, err := SVG(c)
		if err != nil {
			t.Fatal(err)
		}
		for ending, got := range map[string][]byte{".png": picture, ".svg": vectors} {
			golden := filepath.Join("testdata", name+ending)
			if *update {
				if err := os.MkdirAll("testdata", 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if same := bytes.Equal(got, want) || ending == ".png" && samePixels(t, got, want); !same {
				t.Errorf("%s is drawn otherwise; look at it, then run with -update", golden)
			}
		}
	}
}

// samePixels tells whether two pictures show the same, however they are packed.
func samePixels(t *testing.T, a, b []byte) bool {
	t.Helper()
	open := func(content []byte) image.Image {
		picture, err := png.Decode(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		return picture
	}
	x, y := open(a), open(b)
	if x.Bounds() != y.Bounds() {
		return false
	}
	for v := range x.Bounds().Dy() {
		for u := range x.Bounds().Dx() {
			if x.At(u, v) != y.At(u, v) {
				return false
			}
		}
	}
	return true
}

// The numbers of a chart are written as papers write them, and an empty chart is drawn, too.
func TestChartsWriteNumbersInVietnamese(t *testing.T) {
	for value, want := range map[float64]string{86.7: "86,7%", 100: "100%", 0: "0%"} {
		if got := written(value, true); got != want {
			t.Errorf("%v is written %s, want %s", value, got, want)
		}
	}
	if got := written(1234567, false); got != "1.234.567" {
		t.Errorf("got %s", got)
	}
	for name, c := range map[string]Chart{"lines": Lines{Title: "Trống"}, "bars": Bars{Title: "Trống", Percent: true, Goal: 50}} {
		svg, err := SVG(c)
		if err != nil || !strings.Contains(string(svg), "Trống") {
			t.Errorf("empty %s: %v", name, err)
		}
	}
}

// The line of the goal never runs through a value: what it would cross is written above it.
func TestValuesKeepClearOfTheGoal(t *testing.T) {
	for value, want := range map[float64]float64{95.8: 100, 91: 100, 75: 75, 100: 100, 104: 104} {
		if got := above(value, 100, 110); got != want {
			t.Errorf("%v is written at %v, want %v", value, got, want)
		}
	}
}
