package app

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"cosohoi/data"
	"cosohoi/data/vietnamese"
)

// wordLimit is how long a word of a catalogue may be; the longest names of awards have some 60 letters.
const wordLimit = 120

// CheckWord tells, in a sentence, what is wrong with a word typed for a catalogue; nil when it is empty.
func CheckWord(typed string) error {
	word := vietnamese.Clean(typed)
	switch {
	case word == "":
		return nil
	case strings.IndexFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0:
		return Problem("“%s” không có chữ hay số nào; hãy gõ lại.", word)
	case utf8.RuneCountInString(word) > wordLimit:
		return Problem("Mục này dài quá %d ký tự; hãy gõ gọn lại, phần giải thích ghi vào Ghi chú.", wordLimit)
	}
	return nil
}

// catalogued is a field of a record for which a catalogue offers words.
type catalogued struct {
	catalogue string
	word      *string
}

// cataloguedFields are such fields of a record, and its id.
func cataloguedFields(r data.Record) (id int64, fields []catalogued) {
	switch r := r.(type) {
	case *data.Cadre:
		return r.ID, []catalogued{{"ethnic", &r.Ethnic}, {"religion", &r.Religion}, {"circumstances", &r.Circumstances}, {"full_time", &r.FullTime},
			{"education", &r.Education}, {"degree", &r.Degree}, {"politics", &r.Politics}, {"state_management", &r.StateManagement},
			{"informatics", &r.Informatics}, {"software_skill", &r.SoftwareSkill}, {"leaving", &r.LeftReason}}
	case *data.Appointment:
		return r.ID, []catalogued{{"sector", &r.Sector}, {"leaving", &r.Reason}}
	case *data.Course:
		return r.ID, []catalogued{{"course_subject", &r.Subject}, {"course_manner", &r.Manner}}
	case *data.PartyStep:
		return r.ID, []catalogued{{"party_stop", &r.Reason}}
	case *data.CadreAward:
		return r.ID, []catalogued{{"award", &r.Title}}
	case *data.Discipline:
		return r.ID, []catalogued{{"discipline", &r.Measure}}
	case *data.Finding:
		return r.ID, []catalogued{{"finding", &r.Category}}
	case *data.UnitAward:
		return r.ID, []catalogued{{"award", &r.Title}}
	case *data.GoodExample:
		return r.ID, []catalogued{{"example_field", &r.Field}}
	case *data.Model:
		return r.ID, []catalogued{{"special_group", &r.TargetGroup}}
	}
	return 0, nil
}

// learn takes the words that somebody typed into a record into their catalogues, as part of the operation that stores the record. Words
// that it had before are left alone, so that one that the office took out of a catalogue does not come back with an old record.
func learn(ctx context.Context, tx *data.Tx, r data.Record) error {
	id, fields := cataloguedFields(r)
	var before []catalogued
	if id != 0 && len(fields) > 0 {
		stored, err := tx.Stored(r)
		if err != nil {
			return err
		}
		_, before = cataloguedFields(stored)
	}
	for i, f := range fields {
		if before != nil && *before[i].word == *f.word {
			continue
		}
		if err := learnWord(ctx, tx, f.catalogue, f.word); err != nil {
			return err
		}
	}
	return nil
}

// learnWord adds a word at the end of a catalogue. One that the catalogue has, but for capitals and blanks, becomes the word as it stands
// there.
func learnWord(ctx context.Context, tx *data.Tx, catalogue string, word *string) error {
	if err := CheckWord(*word); err != nil || vietnamese.Clean(*word) == "" {
		return err
	}
	entries, err := tx.Catalogue(ctx, catalogue)
	if err != nil {
		return err
	}
	rank := 1
	for _, e := range entries {
		if sameWords(e.Name, *word) {
			*word = e.Name
			return nil
		}
		rank = e.Rank + 1
	}
	return tx.Insert(&data.CatalogueEntry{Catalogue: catalogue, Name: *word, Rank: rank})
}
