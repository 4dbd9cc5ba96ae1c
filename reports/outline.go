package reports

import (
	"reflect"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"cosohoi/reports/compose"
)

// fieldMark is a named field of an outline, in guillemets as Word's mail merge shows it: «kỳ báo cáo».
var fieldMark = regexp.MustCompile(`«([^«»\n]*)»`)

// Fill puts values into an outline in the text form of package compose, with or without front matter. The keys of values are
// the names of the fields in lower case; the values are body text of that form.
//
// A field inside a paragraph is replaced where it stands; an empty value leaves a prompt there, see Prompts. A line that
// consists of one field takes the whole value, which may be several paragraphs, tables and appendices; an empty value takes
// the line away. The same holds for an entry of the front matter, where each line of a value makes an entry of a list. A
// field written in capitals is filled in capitals.
//
// A field that values does not know is a fault that names it and its line, and so is a guillemet without its other half.
func Fill(outline string, values map[string]string) (string, error) {
	source, err := fill(outline, values)
	if err != nil {
		return "", err
	}
	if reflect.ValueOf(source.Head).IsZero() {
		return source.Body, nil
	}
	return source.String(), nil
}

func fill(outline string, values map[string]string) (compose.Source, error) {
	f := filler{}
	for name, value := range values {
		f[fieldKey(name)] = value
	}
	if err := f.check(outline); err != nil {
		return compose.Source{}, err
	}
	source, err := compose.ParseDraft(outline)
	if err != nil {
		return compose.Source{}, err
	}
	f.head(reflect.ValueOf(&source.Head).Elem())
	source.Body = f.body(source.Body)
	return source, nil
}

// filler holds the values by fieldKey.
type filler map[string]string

// fieldKey is the name of a field as values are looked up by: in lower case, composed, single blanks.
func fieldKey(name string) string {
	return strings.ToLower(norm.NFC.String(strings.Join(strings.Fields(name), " ")))
}

// check finds the first field that has no value and the first guillemet that stands alone.
func (f filler) check(outline string) error {
	for i, line := range strings.Split(outline, "\n") {
		for _, m := range fieldMark.FindAllStringSubmatch(line, -1) {
			if _, known := f[fieldKey(m[1])]; !known {
				return compose.FaultAtLine(i+1, "loại văn bản này không có trường “%s”: hãy sửa lại tên trường hoặc bỏ hai dấu « ».", strings.TrimSpace(m[1]))
			}
		}
		if strings.ContainsAny(fieldMark.ReplaceAllString(line, ""), "«»") {
			return compose.FaultAtLine(i+1, "dấu « hoặc » đứng lẻ: hãy viết tên trường giữa hai dấu « ».")
		}
	}
	return nil
}

// value is the value of a field; one written in capitals has its value in capitals.
func (f filler) value(name string) string {
	value := f[fieldKey(name)]
	if name = norm.NFC.String(name); name == strings.ToUpper(name) {
		return strings.ToUpper(value)
	}
	return value
}

// inline replaces the fields of a line, each value on one line.
func (f filler) inline(line string) string {
	if !strings.Contains(line, "«") {
		return line
	}
	row := strings.HasPrefix(strings.TrimSpace(line), "|")
	return fieldMark.ReplaceAllStringFunc(line, func(mark string) string {
		name := fieldMark.FindStringSubmatch(mark)[1]
		value := strings.Join(strings.Fields(f.value(name)), " ")
		if value == "" {
			return blankFor(name)
		}
		if row {
			value = strings.ReplaceAll(value, "|", `\|`)
		}
		return value
	})
}

// only is the name of the field that a text consists of.
func only(text string) (name string, ok bool) {
	text = strings.TrimSpace(text)
	if m := fieldMark.FindStringSubmatch(text); m != nil && m[0] == text {
		return m[1], true
	}
	return "", false
}

// body fills a body. Blank lines part what a field makes from what stands around it.
func (f filler) body(body string) string {
	var out []string
	blank := true // the last line of out, or its beginning
	put := func(line string) {
		if line == "" && blank {
			return
		}
		out, blank = append(out, line), line == ""
	}
	for line := range strings.SplitSeq(body, "\n") {
		name, alone := only(line)
		if !alone {
			put(strings.TrimRight(f.inline(line), " \t"))
			continue
		}
		put("")
		for part := range strings.SplitSeq(f.value(name), "\n") {
			put(part)
		}
		put("")
	}
	return strings.TrimRight(strings.Join(out, "\n"), "\n")
}

// head fills all texts of the front matter.
func (f filler) head(of reflect.Value) {
	switch of.Kind() {
	case reflect.Pointer:
		if !of.IsNil() {
			f.head(of.Elem())
		}
	case reflect.Struct:
		for i := range of.NumField() {
			f.head(of.Field(i))
		}
	case reflect.String:
		if name, alone := only(of.String()); alone {
			of.SetString(plain(f.value(name)))
			return
		}
		lines := strings.Split(of.String(), "\n")
		for i, line := range lines {
			if strings.Contains(line, "«") {
				lines[i] = plain(f.inline(line))
			}
		}
		of.SetString(strings.Join(lines, "\n"))
	case reflect.Slice:
		if of.IsNil() {
			return
		}
		filled := reflect.MakeSlice(of.Type(), 0, of.Len())
		for i := range of.Len() {
			for _, entry := range f.entries(of.Index(i)) {
				if !entry.IsZero() {
					filled = reflect.Append(filled, entry)
				}
			}
		}
		of.Set(filled)
	}
}

// entries fills an entry of a list; one that is a field alone makes an entry of each line of its value.
func (f filler) entries(entry reflect.Value) []reflect.Value {
	name, alone := "", false
	if entry.Kind() == reflect.String {
		name, alone = only(entry.String())
	}
	if !alone {
		f.head(entry)
		return []reflect.Value{entry}
	}
	var made []reflect.Value
	for line := range strings.SplitSeq(plain(f.value(name)), "\n") {
		made = append(made, reflect.ValueOf(strings.TrimSpace(line)).Convert(entry.Type()))
	}
	return made
}
