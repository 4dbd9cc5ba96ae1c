package data

import (
	"context"
	"strings"

	"cosohoi/data/day"
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
	// visitsByUnit finds visits by any name that their unit bore, those nearest to a day first. The inner limits keep a single typed
	// letter cheap.
	visitsByUnit = `SELECT v.* FROM (SELECT DISTINCT w.id FROM (SELECT rowid FROM unit_names WHERE unit_names MATCH ? LIMIT 20000) hits
			CROSS JOIN unit_states s ON s.id = hits.rowid AND s.deleted_at IS NULL CROSS JOIN visits w ON w.unit_id = s.unit_id AND w.deleted_at IS NULL LIMIT 4000) found
		JOIN visits v ON v.id = found.id JOIN rounds r ON r.id = v.round_id AND r.deleted_at IS NULL
		ORDER BY abs(julianday(v.planned_on) - julianday(?)), v.id LIMIT ?`
	// phoneBegins reads a stretch of the index of the numbers, phoneContains walks all of it. The hits come first, so that no order of
	// names is walked for them.
	phoneBegins   = "(SELECT id FROM cadres WHERE phone <> '' AND phone >= ? AND phone < ? LIMIT 200) hits CROSS JOIN cadres c ON c.id = hits.id"
	phoneContains = "(SELECT id FROM cadres WHERE phone <> '' AND phone LIKE ? LIMIT 200) hits CROSS JOIN cadres c ON c.id = hits.id"
)

// Documents about a unit. A request is JSON, see app.PaperRequest; what was made outside has none.
const (
	documentUnit  = "CASE WHEN json_valid(request) THEN json_extract(request, '$.Unit') END"
	documentVisit = "CASE WHEN json_valid(request) THEN json_extract(request, '$.Visit') END"
	// documentSentTo finds a name that ends within the list of recipients, so that "xã Hải" is not found in "xã Hải Vân".
	documentSentTo = "(recipients || char(10) GLOB ? OR recipients || char(10) GLOB ?)"
)

// sentTo gives the two patterns of documentSentTo for a name.
func sentTo(name string) (ends, aside string) {
	name = "*" + strings.NewReplacer("[", "?", "*", "?", "]", "?").Replace(name)
	return name + "[^ 0-9a-zA-ZÀ-ỹ]*", name + " [^0-9a-zA-ZÀ-ỹ]*"
}

// nameEnd parts the full name from the other name in the search key of a cadre; no search key of a text holds it.
const nameEnd = " / "

// cadreSearchKey is by what a cadre is found: her name and the one she is called by.
func cadreSearchKey(fullName, alias string) string {
	key, other := vietnamese.SearchKey(fullName), vietnamese.SearchKey(alias)
	if key == "" || other == "" {
		return key
	}
	return key + nameEnd + other
}

// SearchVisits lists the first visits to units that match a text, those planned nearest to a day first.
func (r Reader) SearchVisits(ctx context.Context, on day.Date, text string, limit int) ([]Visit, error) {
	var visits []Visit
	err := r.db.WithContext(ctx).Raw(visitsByUnit, prefixQuery(text), on.ISO(), limit).Scan(&visits).Error
	return visits, r.fail(err, "visits by unit %q", text)
}

// CadresByPhone lists the first cadres, by name, whose telephone number begins with the digits; when there is none, those in whose number
// they stand.
func (r Reader) CadresByPhone(ctx context.Context, digits string, limit int) ([]Cadre, error) {
	var cadres []Cadre
	for _, ask := range []struct {
		hits string
		args []any
	}{{phoneBegins, []any{digits, digits + ":"}}, {phoneContains, []any{"%" + digits + "%"}}} { // ":" comes after "9"
		err := r.db.WithContext(ctx).Table(ask.hits, ask.args...).Select("c.*").Where("c.deleted_at IS NULL").Order("c.sort_key, c.id").Limit(limit).Find(&cadres).Error
		if err != nil || len(cadres) > 0 {
			return cadres, r.fail(err, "cadres by telephone")
		}
	}
	return nil, nil
}

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
