//go:build soak

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

// converted gives the pages of Word files as LibreOffice prints them, as text: files are converted in one run, because
// starting LibreOffice takes most of the time.
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

// Both papers have the same words on the same number of pages, page numbers among them.
func TestLibreOfficePrintsWhatThePDFShows(t *testing.T) {
	files := map[string][]byte{}
	for name, doc := range samples() {
		files[name] = mustFile(t, doc)
	}
	printed := converted(t, files)
	for name, doc := range samples() {
		t.Run(name, func(t *testing.T) {
			pdf, err := layout.PDF(doc)
			if err != nil {
				t.Fatal(err)
			}
			want, got := pages(t, pdf), printed[name]
			if len(got) != len(want) {
				t.Errorf("%d pages, the PDF has %d", len(got), len(want))
			}
			if w, g := words(want), words(got); !slices.Equal(w, g) {
				t.Errorf("words only in the PDF: %q\nwords only in the Word file: %q", missing(w, g), missing(g, w))
			}
		})
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

// Wherever the text ends on a page, the signatures stand below a line of it, whole; so does the block of a copy stay whole.
func TestLibreOfficeKeepsSignaturesWithTheText(t *testing.T) {
	files := map[string][]byte{}
	for lines := 6; lines < 40; lines++ {
		one, three := decision(), minutes()
		for i := range lines {
			block := layout.Text(fmt.Sprintf("Dòng thứ %d của văn bản.", i))
			one.Body, three.Body = append(one.Body, block), append(three.Body, block)
		}
		files[fmt.Sprintf("one-%d", lines)] = mustFile(t, one)
		files[fmt.Sprintf("three-%d", lines)] = mustFile(t, three)
	}
	for name, pages := range converted(t, files) {
		for _, page := range pages {
			first := "TRƯỞNG ĐOÀN"
			last := "Hồ sơ"
			if strings.HasPrefix(name, "one") {
				first, last = "TM. BAN THƯỜNG VỤ", "Trần Thị Định"
				if strings.Contains(page, "SAO Y") != strings.Contains(page, "Lê Thị Ví Dụ") {
					t.Errorf("%s: the block of the copy is parted", name)
				}
			}
			if strings.Contains(page, last) && (!strings.Contains(page, first) || !strings.Contains(page, "Dòng thứ")) {
				t.Errorf("%s: the signatures are parted or alone on a page", name)
			}
		}
	}
}
