//go:build soak

package app

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// scales are the sizes at which costs are compared: a province of 12,070 cadres, ten and a hundred of them.
var scales = []int{1, 10, 100}

// scaledOffice opens the database of a scale, built once (minutes for 100) and kept, since every measurement needs it.
func scaledOffice(tb testing.TB, scale int) *Office {
	tb.Helper()
	path := filepath.Join(os.TempDir(), "cosohoi-lon", fmt.Sprintf("%d.db", scale))
	_, err := os.Stat(path)
	o, openErr := Open(tb.Context(), path, OpenOptions{Create: true, Now: clock})
	if openErr != nil {
		tb.Fatal(openErr)
	}
	if err != nil {
		if err := o.Demo(tb.Context(), DemoOptions{Scale: scale, Seed: 77}); err != nil {
			tb.Fatal(err)
		}
	}
	tb.Cleanup(func() { _ = o.db.CloseWithoutCopy() })
	return o
}

func TestBuildBig(t *testing.T) { scaledOffice(t, scales[len(scales)-1]) }

// BenchmarkAtScale prints what each costs at each scale, and its ratio to the same by hand: the cost must grow no faster than the data.
func BenchmarkAtScale(b *testing.B) {
	for _, c := range []struct {
		name string
		run  func(*testing.B, *Office)
	}{
		{"Targets", benchmarkTargets}, {"Overview", benchmarkOverview}, {"Tree", benchmarkTree}, {"TreeCounts", benchmarkTreeCounts},
		{"Search", benchmarkSearch}, {"SearchEverything", benchmarkSearchEverything},
	} {
		for _, scale := range scales {
			b.Run(fmt.Sprintf("%s/%d", c.name, scale), func(b *testing.B) { c.run(b, scaledOffice(b, scale)) })
		}
	}
}
