package app

import (
	"context"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Found is what a search over everything finds, the first of each sort.
type Found struct {
	Units     []UnitMatch
	Cadres    []CadreMatch
	Visits    []VisitRow
	Documents []data.DocumentRow
}

// minPhoneDigits is how many digits tell a part of a telephone number from a number of something else.
const minPhoneDigits = 3

// SearchEverything finds units, people, visits and documents by the beginnings of words, without tone marks and in any order; people
// also by another name or a part of their telephone number. Of each sort it lists at most limit.
func (o *Office) SearchEverything(ctx context.Context, on day.Date, text string, limit int) (found Found, err error) {
	if vietnamese.SearchKey(text) == "" {
		return found, nil
	}
	if found.Units, err = o.SearchUnits(ctx, on, text, nil, limit); err != nil {
		return found, err
	}
	if found.Cadres, err = o.searchPeople(ctx, on, text, limit); err != nil {
		return found, err
	}
	if found.Visits, err = o.searchVisits(ctx, on, text, limit); err != nil {
		return found, err
	}
	found.Documents, _, err = o.Documents(ctx, data.DocumentFilter{Search: text}, 0, limit)
	return found, err
}

// searchPeople finds those in a post first, then the others, by name unless thousands bear it; digits are looked for in telephone numbers.
func (o *Office) searchPeople(ctx context.Context, on day.Date, text string, limit int) ([]CadreMatch, error) {
	var cadres []data.Cadre
	digits, byPhone := phonePart(text)
	if byPhone {
		var err error
		if cadres, err = o.db.CadresByPhone(ctx, digits, limit); err != nil {
			return nil, err
		}
	} else {
		for _, serving := range []data.Serving{data.ServingNow, data.ServingNot} {
			if len(cadres) == limit {
				break
			}
			more, err := o.db.Cadres(ctx, data.CadreQuery{On: on, Text: text, Serving: serving, AnyOrder: true, Limit: limit - len(cadres)})
			if err != nil {
				return nil, err
			}
			cadres = append(cadres, more...)
		}
	}
	rows, err := o.cadreRows(ctx, on, cadres)
	matches := make([]CadreMatch, len(rows))
	for i, r := range rows {
		matches[i] = CadreMatch{r.ID, r.Name, postOf(r)}
		if byPhone {
			matches[i].Post = cadres[i].Phone + " · " + matches[i].Post
		}
		if cadres[i].Alias != "" {
			matches[i].Name += " (" + cadres[i].Alias + ")"
		}
	}
	return matches, err
}

// phonePart reads what was typed as a part of a telephone number, as it is stored: "+84 912" gives "0912".
func phonePart(text string) (digits string, ok bool) {
	digits = plainPhone(strings.TrimSpace(text))
	return digits, len(digits) >= minPhoneDigits && strings.Trim(digits, "0123456789") == ""
}

// searchVisits finds visits by the unit, after the words "kiểm tra" or without them.
func (o *Office) searchVisits(ctx context.Context, on day.Date, text string, limit int) ([]VisitRow, error) {
	key := strings.TrimSpace(strings.TrimPrefix(vietnamese.SearchKey(text), "kiem tra"))
	if key == "" {
		return nil, nil
	}
	visits, err := o.db.SearchVisits(ctx, on, key, limit)
	if err != nil {
		return nil, err
	}
	rounds, err := o.roundsOf(ctx, visits)
	if err != nil {
		return nil, err
	}
	return o.visitRows(ctx, on, visits, rounds)
}
