package reports

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cosohoi/reports/docx"
	"cosohoi/reports/layout"
)

// LibreOffice opens the Word file of every kind of paper and prints the words of the PDF, each as often; qpdf finds the PDF
// sound. All files are converted in one run, because starting LibreOffice takes seconds.
func TestEveryPaperAsWordAndPDF(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is missing: install it to check the PDF files")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is missing: install libreoffice-writer-nogui to compare the Word files with the PDF")
	}
	folder := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "pdf", "--outdir", folder}
	pdfs := map[string][]byte{}
	docs := map[string]layout.Document{"so-van-ban-di": sampleRegister().Document()}
	for id, paper := range samples() {
		docs[id] = document(t, paper)
	}
	for id, doc := range docs {
		if pdfs[id], err = layout.PDF(doc); err != nil {
			t.Fatal(err)
		}
		own := filepath.Join(folder, id+"-ban-in.pdf")
		file, err := docx.File(doc)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, id+".docx")
		if os.WriteFile(own, pdfs[id], 0o600) != nil || os.WriteFile(path, file, 0o600) != nil {
			t.Fatal("the files cannot be written")
		}
		if out, err := exec.Command(qpdf, "--check", own).CombinedOutput(); err != nil || strings.Contains(string(out), "WARNING") {
			t.Errorf("%s: qpdf: %v\n%s", id, err, out)
		}
		args = append(args, path)
	}
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	for id, doc := range docs {
		printed, err := os.ReadFile(filepath.Join(folder, id+".pdf"))
		if err != nil {
			t.Errorf("LibreOffice did not open %s: %v", id, err)
			continue
		}
		plain, err := layout.PDF(withoutCharts(doc)) // Word has their tables alone
		if err != nil {
			t.Fatal(err)
		}
		want, got, heads := wordCounts(t, plain), wordCounts(t, printed), headWords(doc)
		for word, n := range want {
			if got[word] < n && (got[word] == 0 || !heads[word]) { // a head is repeated where its table is parted
				t.Errorf("%s: %q stands %d times in the PDF and %d times in the Word file", id, word, n, got[word])
			}
		}
	}
}

// withoutCharts is a document with the tables of its charts alone.
func withoutCharts(doc layout.Document) layout.Document {
	doc.Appendices = slices.Clone(doc.Appendices)
	for i, a := range doc.Appendices {
		body := slices.Clone(a.Body)
		for k, b := range body {
			if table, ok := b.(layout.Table); ok {
				table.Chart = layout.Chart{}
				body[k] = table
			}
		}
		doc.Appendices[i].Body = body
	}
	return doc
}

// headWords are the words of the heads of the tables in the text.
func headWords(doc layout.Document) map[string]bool {
	words := map[string]bool{}
	for _, table := range tables(doc.Body) {
		for _, line := range table.Head {
			for _, c := range line {
				for _, word := range strings.Fields(c.Text) {
					words[word] = true
				}
			}
		}
	}
	return words
}

// wordCounts counts the words of a PDF. Numbers alone are left out: those of the pages depend on where pages end.
func wordCounts(t *testing.T, pdf []byte) map[string]int {
	t.Helper()
	cmd := exec.Command("pdftotext", "-layout", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdftotext: %v (it comes with poppler-utils)", err)
	}
	counts := map[string]int{}
	words := strings.Fields(string(out))
	for _, word := range slices.DeleteFunc(words, func(w string) bool { return strings.Trim(w, "0123456789") == "" }) {
		counts[word]++
	}
	return counts
}
