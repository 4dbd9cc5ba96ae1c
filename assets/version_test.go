package assets

import (
	"os"
	"regexp"
	"testing"
)

// The packages of Fyne take the number from FyneApp.toml, everything else from here.
func TestFyneAppHasTheVersion(t *testing.T) {
	content, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^\s*Version = "(.*)"$`).FindSubmatch(content)
	if found == nil || string(found[1]) != Version() {
		t.Errorf("FyneApp.toml says %q, want %q", found, Version())
	}
}
