//go:build soak

package app

import (
	"os"
	"path/filepath"
	"testing"
)

// bigPath is the database of scale 100, built once (minutes) and kept, since every measurement needs it.
func bigOffice(tb testing.TB) *Office {
	tb.Helper()
	path := filepath.Join(os.TempDir(), "big", "big.db")
	_, err := os.Stat(path)
	o, openErr := Open(tb.Context(), path, OpenOptions{Create: true, Now: clock})
	if openErr != nil {
		tb.Fatal(openErr)
	}
	if err != nil {
		if err := o.Demo(tb.Context(), DemoOptions{Scale: 100, Seed: 77}); err != nil {
			tb.Fatal(err)
		}
	}
	tb.Cleanup(func() { _ = o.db.CloseWithoutCopy() })
	return o
}

func TestBuildBig(t *testing.T) { bigOffice(t) }

func BenchmarkBigSearch(b *testing.B)           { benchmarkSearch(b, bigOffice(b)) }
func BenchmarkBigSearchEverything(b *testing.B) { benchmarkSearchEverything(b, bigOffice(b)) }
func BenchmarkBigTree(b *testing.B)             { benchmarkTree(b, bigOffice(b)) }
func BenchmarkBigTreeCounts(b *testing.B)       { benchmarkTreeCounts(b, bigOffice(b)) }
func BenchmarkBigTargets(b *testing.B)          { benchmarkTargets(b, bigOffice(b)) }
