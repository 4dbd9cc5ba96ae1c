package docx

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"cosohoi/reports/layout"
)

var look = flag.String("look", "", "folder to write the sample papers to, as Word files and as PDF, to look at them")

func TestLook(t *testing.T) {
	if *look == "" {
		t.Skip("name a folder with -look to look at the samples")
	}
	write := func(name string, content []byte) {
		if err := os.WriteFile(filepath.Join(*look, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, doc := range samples() {
		write(name+".docx", mustFile(t, doc))
		pdf, err := layout.PDF(doc)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		write(name+"-layout.pdf", pdf)
	}
}
