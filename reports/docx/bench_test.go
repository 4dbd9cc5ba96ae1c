package docx

import "testing"

// BenchmarkList is a list of 10 000 cadres in seven columns.
func BenchmarkList(b *testing.B) {
	doc := list()
	doc.Body[0] = twoRowTable(10_000)
	for b.Loop() {
		b.SetBytes(int64(len(mustFile(b, doc))))
	}
}
