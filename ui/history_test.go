package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"cosohoi/data"
)

// auditedFields lists the fields of all models that stand in audit entries, each with a model that has it. The models are those structs
// of the package data that embed Base.
func auditedFields(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../data/*.go")
	if err != nil {
		t.Fatal(err)
	}
	fields := map[string]string{}
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			model, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if made, ok := model.Type.(*ast.StructType); ok && embedsBase(made) {
				for _, f := range made.Fields.List {
					for _, name := range f.Names {
						if f.Tag == nil || !strings.Contains(f.Tag.Value, `json:"-"`) {
							fields[name.Name] = model.Name.Name
						}
					}
				}
			}
			return true
		})
	}
	return fields
}

func embedsBase(s *ast.StructType) bool {
	for _, f := range s.Fields.List {
		if id, ok := f.Type.(*ast.Ident); ok && len(f.Names) == 0 && id.Name == "Base" {
			return true
		}
	}
	return false
}

// A field without a Vietnamese name would change without a word in the history; a name without a field is a leftover.
func TestEveryFieldHasAName(t *testing.T) {
	fields := auditedFields(t)
	if fields["FullName"] != "Cadre" || len(fields) < 200 {
		t.Fatalf("the models are not found: %d fields", len(fields))
	}
	for field, model := range fields {
		_, told := fieldNames[field]
		_, unsaid := unsaidFields[field]
		if told == unsaid {
			t.Errorf("%s.%s must stand in fieldNames or in unsaidFields: %v, %v", model, field, told, unsaid)
		}
	}
	for _, names := range []map[string]string{fieldNames, unsaidFields} {
		for field := range names {
			if _, ok := fields[field]; !ok {
				t.Errorf("%s is a field of no model", field)
			}
		}
	}
}

func TestAChangeIsToldInWords(t *testing.T) {
	for _, c := range []struct{ what, before, after, want string }{
		{"a day, known by month or not at all", `{"Birth":"","UnionSince":"2019-07"}`, `{"Birth":"1965-07-15","UnionSince":""}`, "công tác Hội từ: 07/2019 thành trống; ngày sinh: trống thành 15/07/1965"},
		{"sensitive data are named alone", `{"Ethnic":"Kinh","CitizenID":"1"}`, `{"Ethnic":"Tày","CitizenID":"2"}`, "dân tộc; số định danh"},
		{"a reference says nothing by its number", `{"PositionID":3}`, `{"PositionID":4}`, "chức danh"},
		{"yes and no", `{"Female":true,"RetiredOfficial":false}`, `{"Female":false,"RetiredOfficial":true}`, "cán bộ, công chức nghỉ hưu: không thành có; giới tính: nữ thành nam"},
		{"words and figures", `{"Degree":"Cao đẳng","BoardSeats":25}`, `{"Degree":"Đại học","BoardSeats":27}`, "số ủy viên Ban Chấp hành: 25 thành 27; trình độ cao nhất: “Cao đẳng” thành “Đại học”"},
	} {
		if got := changeText(data.HistoryLine{Action: "update", Before: c.before, After: c.after}); got != c.want {
			t.Errorf("%s: %s\nwant %s", c.what, got, c.want)
		}
	}
}
