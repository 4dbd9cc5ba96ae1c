package compose

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// valuePieces make up values of the front matter: words, and everything that YAML reads in its own way.
var valuePieces = []string{
	"Hội LHPN", "TM. BAN", "77", "05", "0x1F", "1.5", "2023-07-04", "true", "no", "null", "~", "'", "\"", "#", " #", ":", ": ", "- ", "-", "*", "&a", "!x", "|", ">", "{", "}", "[", "]", ",", "@", "`", "%", "?", "\\", "\t", " ", "\n", "\u00a0", "“", "…", "---", "=", "<<",
}

func valueGen() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(valuePieces), 1, 5).Draw(t, "value"), "")
		lines := strings.Split(text, "\n")
		for i := range lines {
			lines[i] = strings.TrimSpace(lines[i])
		}
		return strings.Trim(strings.Join(lines, "\n"), "\n")
	})
}

// drawHead draws a struct of the front matter, each field empty or not.
func drawHead(t *rapid.T, into reflect.Value) {
	for i := range into.NumField() {
		field := into.Field(i)
		if name := into.Type().Field(i).Name; name == "Date" {
			field.SetString(rapid.SampledFrom([]string{"", "2023-07-04", "chưa rõ"}).Draw(t, name))
			continue
		}
		if rapid.Bool().Draw(t, "empty") {
			continue
		}
		drawValue(t, field)
	}
}

func drawValue(t *rapid.T, field reflect.Value) {
	switch field.Kind() {
	case reflect.String:
		field.SetString(valueGen().Draw(t, "text"))
	case reflect.Int:
		field.SetInt(int64(rapid.IntRange(0, 300).Draw(t, "number")))
	case reflect.Float64:
		field.SetFloat(float64(rapid.IntRange(0, 300).Draw(t, "number")) / 8)
	case reflect.Bool:
		field.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Pointer:
		field.Set(reflect.New(field.Type().Elem()))
		drawHead(t, field.Elem())
	case reflect.Struct:
		drawHead(t, field)
	case reflect.Slice:
		for range rapid.IntRange(0, 3).Draw(t, "entries") {
			entry := reflect.New(field.Type().Elem()).Elem()
			drawValue(t, entry)
			if !entry.IsZero() { // an empty entry is none
				field.Set(reflect.Append(field, entry))
			}
		}
	}
}

// What String writes, ParseDraft reads as the same source, whatever the values look like to YAML.
func TestStringIsTheInverseOfParse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s Source
		drawHead(t, reflect.ValueOf(&s.Head).Elem())
		s.Body = rapid.SampledFrom([]string{"", "Một đoạn.", "---\n\n# Phụ lục: A\n", "\n\nHai dòng trống trước, một sau.\n"}).Draw(t, "body")
		text := s.String()
		got, err := ParseDraft(text)
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if !reflect.DeepEqual(got, s) {
			t.Fatalf("read   %#v\nwanted %#v\nfrom\n%s", got, s, text)
		}
	})
}
