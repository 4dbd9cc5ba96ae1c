package docx

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cosohoi/reports/layout"
)

// converted gives the pages of Word files as LibreOffice prints them, as text. All are converted in one run, because starting
// LibreOffice takes seconds.
func converted(t *testing.T, files map[string][]byte) map[string][]string {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is missing: install libreoffice-writer-nogui to compare the Word files with the PDF")
	}
	folder := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "pdf", "--outdir", folder}
	for name, file := range files {
		path := filepath.Join(folder, name+".docx")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	texts := map[string][]string{}
	for name := range files {
		pdf, err := os.ReadFile(filepath.Join(folder, name+".pdf"))
		if err != nil {
			t.Fatalf("LibreOffice did not open %s: %v", name, err)
		}
		texts[name] = pages(t, pdf)
	}
	return texts
}

// pages is the text of each page of a PDF.
func pages(t *testing.T, pdf []byte) []string {
	t.Helper()
	cmd := exec.Command("pdftotext", "-layout", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdftotext: %v (it comes with poppler-utils)", err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

// words are the words of some pages in an order that does not depend on where lines end.
func words(pages []string) []string {
	all := strings.Fields(strings.Join(pages, " "))
	slices.Sort(all)
	return all
}

// LibreOffice prints the samples as the PDF shows them, and keeps together what the form asks for.
func TestLibreOffice(t *testing.T) {
	files := map[string][]byte{}
	for name, doc := range samples() {
		files[name] = mustFile(t, doc)
	}
	// The text ends on every place of a page around the one where the signatures no longer find room below it.
	ends := map[string]string{} // name of a file → name of its sample
	for lines := 4; lines < 14; lines++ {
		for _, top := range []float64{20, 23.5} {
			for sample, doc := range map[string]layout.Document{"decision": decision(), "minutes": minutes()} {
				doc.Margins = layout.Margins{Top: top, Bottom: 20, Left: 30, Right: 15}
				for i := range lines {
					doc.Body = append(doc.Body, layout.Text(fmt.Sprintf("Dòng thứ %d của văn bản.", i)))
				}
				name := fmt.Sprintf("%s-%d-lines-%v-mm", sample, lines, top)
				files[name], ends[name] = mustFile(t, doc), sample
			}
		}
	}
	printed := converted(t, files)
	for name, doc := range samples() {
		t.Run(name, func(t *testing.T) { checkAgainstPDF(t, doc, printed[name]) })
	}
	for name, sample := range ends {
		t.Run(name, func(t *testing.T) { checkSignatures(t, sample, printed[name]) })
	}
}

// checkAgainstPDF checks that both papers have the same words on the same number of pages, page numbers among them.
func checkAgainstPDF(t *testing.T, doc layout.Document, got []string) {
	pdf, err := layout.PDF(doc)
	if err != nil {
		t.Fatal(err)
	}
	want := pages(t, pdf)
	if len(got) != len(want) {
		t.Errorf("%d pages, the PDF has %d", len(got), len(want))
	}
	if w, g := words(want), words(got); !slices.Equal(w, g) {
		t.Errorf("words only in the PDF: %q\nwords only in the Word file: %q", missing(w, g), missing(g, w))
	}
}

// checkSignatures checks that the signatures stand whole below a line of the text, and that the block of a copy is whole.
func checkSignatures(t *testing.T, sample string, pages []string) {
	first, last := "TRƯỞNG ĐOÀN", "Hồ sơ"
	if sample == "decision" {
		first, last = "TM. BAN THƯỜNG VỤ", "Trần Thị Định"
	}
	found := false
	for _, page := range pages {
		if sample == "decision" && strings.Contains(page, "SAO Y") != strings.Contains(page, "Lê Thị Ví Dụ") {
			t.Error("the block of the copy is parted")
		}
		if strings.Contains(page, last) {
			found = true
			if !strings.Contains(page, first) || !strings.Contains(page, "Dòng thứ") {
				t.Errorf("the signatures are parted or alone on a page:\n%s", page)
			}
		}
	}
	if !found {
		t.Error("the signatures are lost")
	}
}

// missing lists the words of a that b has not, each as often as it lacks.
func missing(a, b []string) []string {
	count := map[string]int{}
	for _, word := range b {
		count[word]++
	}
	var lacking []string
	for _, word := range a {
		if count[word]--; count[word] < 0 {
			lacking = append(lacking, word)
		}
	}
	return lacking
}
