package data

import (
	"strings"

	"cosohoi/data/vietnamese"
)

// Full-text conditions of SQLite's FTS5; their twins for another dialect belong here too.

const (
	cadreNameMatch = "c.id IN (SELECT rowid FROM cadre_names WHERE cadre_names MATCH ?)"
	unitNameMatch  = "s.id IN (SELECT rowid FROM unit_names WHERE unit_names MATCH ?)"
	// streamedNames joins the hits to the cadres c one by one; cadreNameMatch would collect them all first, which takes half
	// a second when a letter begins a million names and only the first thousand are to be counted.
	streamedNames = "cadre_names CROSS JOIN cadres c ON c.id = cadre_names.rowid AND cadre_names MATCH ?"
	// countNameMatches counts hits up to a limit, so that a common name costs no more than a rare one.
	countNameMatches = "SELECT count(*) FROM (SELECT rowid FROM cadre_names WHERE cadre_names MATCH ? LIMIT ?)"
)

// prefixQuery turns what was typed into an FTS5 query: every word must begin some word of the name.
func prefixQuery(text string) string {
	words := strings.Fields(vietnamese.SearchKey(text))
	if len(words) == 0 {
		return `""`
	}
	for i, w := range words {
		words[i] = `"` + w + `"*`
	}
	return strings.Join(words, " ")
}

// likePatterns are the same query for a walk along an index: each pattern must match ' ' || search_key.
func likePatterns(text string) []string {
	words := strings.Fields(vietnamese.SearchKey(text))
	for i, w := range words {
		words[i] = "% " + w + "%"
	}
	return words
}
