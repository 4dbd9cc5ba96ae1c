package app

import (
	"regexp"
	"strings"
	"testing"
)

// english are words of SQLite, Go and the operating system that must never reach a user.
var english = regexp.MustCompile(`(?i)\b(error|failed|sql|database|locked|disk|file|constraint|no such|record|transaction|context|invalid|cannot|denied|directory|malformed|unexpected)\b`)

// said checks that a sentence is Vietnamese, tells what happened rather than that something did, and holds some words.
func said(tb testing.TB, sentence string, words ...string) {
	tb.Helper()
	plain := regexp.MustCompile(`“[^”]*”`).ReplaceAllString(sentence, "") // paths and names are as they are
	if strings.Contains(sentence, "ngoài dự kiến") || english.MatchString(plain) || !strings.HasSuffix(sentence, ".") {
		tb.Errorf("not a sentence for the user: %q", sentence)
	}
	for _, word := range words {
		if !strings.Contains(sentence, word) {
			tb.Errorf("%q does not say %q", sentence, word)
		}
	}
}
