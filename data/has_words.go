package data

import (
	"database/sql/driver"
	"strings"

	"github.com/glebarez/go-sqlite"

	"cosohoi/data/vietnamese"
)

// has_words(text, key) is 1 when each word of a search key begins a word of a text, without regard to tone marks, case and order. Lists
// that are too short for an index of their own are searched with it.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("has_words", 2, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		text, _ := args[0].(string)
		key, _ := args[1].(string)
		if hasWords(text, key) {
			return int64(1), nil
		}
		return int64(0), nil
	})
}

func hasWords(text, key string) bool {
	text = " " + vietnamese.SearchKey(text)
	for _, word := range strings.Fields(key) {
		if !strings.Contains(text, " "+word) {
			return false
		}
	}
	return true
}
