package compose

import (
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

// String writes the text form. Parse(s.String()) is s for a normalised Source that Parse accepts: texts in NFC without
// blanks at the ends of lines, dates as 2023-07-04, no empty entries in lists.
func (s Source) String() string {
	var b strings.Builder
	b.WriteString(fence + "\n")
	writeFields(&b, reflect.ValueOf(s.Head), "")
	b.WriteString(fence + "\n")
	if s.Body != "" {
		b.WriteString("\n" + s.Body + "\n")
	}
	return b.String()
}

// writeFields writes the fields of a struct that are not empty, one a line, each after indent.
func writeFields(b *strings.Builder, of reflect.Value, indent string) {
	for i := range of.NumField() {
		field := of.Field(i)
		if field.IsZero() || field.Kind() == reflect.Slice && field.Len() == 0 {
			continue
		}
		b.WriteString(indent + keyOf(of.Type().Field(i)) + ":")
		writeValue(b, field, indent)
	}
}

// writeValue writes what follows the colon of a key, up to the end of the line.
func writeValue(b *strings.Builder, value reflect.Value, indent string) {
	switch value.Kind() {
	case reflect.Pointer:
		writeValue(b, value.Elem(), indent)
	case reflect.Struct:
		if value.IsZero() {
			b.WriteString(" {}\n") // present, with nothing in it
			return
		}
		b.WriteString("\n")
		writeFields(b, value, indent+"  ")
	case reflect.Slice:
		b.WriteString("\n")
		for i := range value.Len() {
			item := value.Index(i)
			b.WriteString(indent + "  -")
			if item.Kind() != reflect.Struct {
				writeValue(b, item, indent+"  ")
				continue
			}
			// The first key of a mapping stands on the line of its dash.
			var fields strings.Builder
			writeFields(&fields, item, indent+"    ")
			b.WriteString(" " + strings.TrimPrefix(fields.String(), indent+"    "))
		}
	case reflect.String:
		writeText(b, value.String(), indent)
	case reflect.Int:
		b.WriteString(" " + strconv.FormatInt(value.Int(), 10) + "\n")
	case reflect.Float64:
		b.WriteString(" " + strconv.FormatFloat(value.Float(), 'f', -1, 64) + "\n")
	case reflect.Bool:
		b.WriteString(" " + strconv.FormatBool(value.Bool()) + "\n")
	}
}

var (
	// plainText needs no quotes: it starts with a letter or digit and holds nothing that YAML could read as its own.
	plainText = regexp.MustCompile(`^[\p{L}\d][\p{L}\d ,.;/()“”–…%&+_-]*$`)
	// blockText can stand as a literal block: no line has marks that an editor would not show.
	unprintable = regexp.MustCompile(`[^\n\pL\pM\pN\pP\pS ]`)
)

// writeText writes a text: plain where YAML cannot misread it, several lines as a block, the rest in double quotes.
func writeText(b *strings.Builder, text, indent string) {
	switch {
	case plainText.MatchString(text) && !yamlWord(text):
		b.WriteString(" " + text + "\n")
	case strings.Contains(text, "\n") && !unprintable.MatchString(text):
		b.WriteString(" |\n")
		for line := range strings.SplitSeq(text, "\n") {
			if line != "" {
				b.WriteString(indent + "  " + line)
			}
			b.WriteString("\n")
		}
	default:
		b.WriteString(" " + quoted(text) + "\n")
	}
}

// yamlWord tells the words that some YAML readers take for null or a truth value.
func yamlWord(text string) bool {
	switch strings.ToLower(text) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return true
	}
	return false
}

// quoted writes a text in double quotes, escaping only what must be.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case unprintable.MatchString(string(r)) && r <= 0xffff:
			b.WriteString(`\u` + strconv.FormatInt(0x10000+int64(r), 16)[1:])
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
