// Package locale gives the process a language before Fyne looks for one. Without it Fyne writes an English
// error to the console of every headless job on a machine whose language is "C". It must initialise before
// Fyne's packages: Go does so in the order of import paths among packages whose dependencies are ready.
package locale

import "os"

func init() {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		switch os.Getenv(name) {
		case "":
			continue
		case "C", "POSIX", "C.UTF-8", "C.utf8":
			_ = os.Setenv(name, "vi_VN.UTF-8")
		}
		return
	}
	_ = os.Setenv("LANG", "vi_VN.UTF-8")
}
