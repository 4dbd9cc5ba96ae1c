package app

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

// TestImportsPointOneWay keeps the direction main → ui → app → reports, data → assets. The values of data/day and
// data/vietnamese, data's records and the values of documents may be used by everything above; GORM and the driver only by
// data, the making of files only by app.
func TestImportsPointOneWay(t *testing.T) {
	list := exec.Command("go", "list", "-e", "-tags", "ci,migrated_fynedo", "-json=ImportPath,Imports", "./...")
	list.Dir = ".."
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	forbidden := map[string][]string{
		"cosohoi/assets":  {"cosohoi/data", "cosohoi/reports", "cosohoi/app", "cosohoi/ui"},
		"cosohoi/reports": {"cosohoi/data", "cosohoi/app", "cosohoi/ui", "gorm.io", "github.com/glebarez", "fyne.io"},
		"cosohoi/data":    {"cosohoi/reports", "cosohoi/app", "cosohoi/ui", "fyne.io"},
		"cosohoi/app":     {"cosohoi/ui", "gorm.io", "github.com/glebarez", "fyne.io", "database/sql"},
		"cosohoi/ui":      {"gorm.io", "github.com/glebarez", "database/sql", "cosohoi/reports/docx", "cosohoi/data/exchange"},
		"cosohoi/ui/kit":  {"cosohoi/app", "cosohoi/reports"},
	}
	seen := 0
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		seen++
		for room, others := range forbidden {
			if p.ImportPath != room && !strings.HasPrefix(p.ImportPath, room+"/") {
				continue
			}
			for _, imported := range p.Imports {
				for _, other := range others {
					if imported == other || strings.HasPrefix(imported, other+"/") {
						t.Errorf("%s imports %s", p.ImportPath, imported)
					}
				}
			}
		}
	}
	if seen < 10 {
		t.Fatalf("only %d packages looked at", seen)
	}
}
