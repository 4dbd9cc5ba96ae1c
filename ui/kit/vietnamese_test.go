package kit

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"cosohoi/assets"
)

func toolkitFolder(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	folder := strings.TrimSpace(string(out))
	if err != nil || folder == "" {
		t.Skip("the toolkit's source is not at hand")
	}
	return folder
}

func translations(t *testing.T, content []byte) map[string]any {
	t.Helper()
	var keys map[string]any
	if err := json.Unmarshal(content, &keys); err != nil {
		t.Fatal(err)
	}
	return keys
}

func TestEveryTextOfTheToolkitIsTranslated(t *testing.T) {
	base, err := os.ReadFile(filepath.Join(toolkitFolder(t), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	ours := translations(t, assets.FyneVietnamese)
	for key := range translations(t, base) {
		if ours[key] == nil || ours[key] == "" {
			t.Errorf("%q has no Vietnamese text", key)
		}
	}
}

// The toolkit's own list may lag behind its code.
func TestEveryTextAskedForInTheToolkitsCodeIsTranslated(t *testing.T) {
	ours := translations(t, assets.FyneVietnamese)
	call := regexp.MustCompile(`\blang\.(?:L|X|Localize|LocalizeKey)\("([^"]+)"`)
	folder := toolkitFolder(t)
	for _, part := range []string{"widget", "dialog", "container", "app", "internal/driver"} {
		err := filepath.Walk(filepath.Join(folder, part), func(path string, info os.FileInfo, err error) error {
			if err != nil || info.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			source, err := os.ReadFile(path)
			for _, found := range call.FindAllSubmatch(source, -1) {
				if ours[string(found[1])] == nil {
					t.Errorf("%s asks for %q", filepath.Base(path), found[1])
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheToolkitSpeaksVietnameseWhateverThePCSpeaks(t *testing.T) {
	test.NewTempApp(t)
	if err := InstallVietnamese(); err != nil {
		t.Fatal(err)
	}
	if got := lang.L("Select all"); got != "Chọn tất cả" {
		t.Errorf("says %q", got)
	}
	if got := lang.X("file.name", "Name"); got != "Tên" {
		t.Errorf("says %q", got)
	}
}
