package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// node is an element of a part; its name has the prefix that it is written with.
type node struct {
	name       string
	attributes map[string]string
	text       string
	children   []*node
}

// prefixes are how tests name the vocabularies.
var prefixes = map[string]string{nsMain: "w", nsDrawing: "wp", nsGraphic: "a", nsShape: "wps", nsChoice: "mc", nsVML: "v", nsRelations: "r"}

func prefixed(name xml.Name) string {
	if prefix := prefixes[name.Space]; prefix != "" {
		return prefix + ":" + name.Local
	}
	return name.Local
}

// all gives the elements of that name, in order.
func (n *node) all(name string) []*node {
	var found []*node
	for _, c := range n.children {
		if c.name == name {
			found = append(found, c)
		}
		found = append(found, c.all(name)...)
	}
	return found
}

// child gives the first child of that name, or an empty node.
func (n *node) child(name string) *node {
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return &node{}
}

// val is the value of a child, or "".
func (n *node) val(name string) string { return n.child(name).attributes["w:val"] }

// plain is the text below a node, a line for each paragraph and each break.
func (n *node) plain() string {
	var b strings.Builder
	n.write(&b)
	return strings.ReplaceAll(b.String(), noBreakSpace, " ")
}

func (n *node) write(b *strings.Builder) {
	switch n.name {
	case "w:t":
		b.WriteString(n.text)
	case "w:br":
		b.WriteByte('\n')
	}
	for _, c := range n.children {
		c.write(b)
	}
	if n.name == "w:p" {
		b.WriteByte('\n')
	}
}

// tester is what tests and property tests have in common.
type tester interface {
	Helper()
	Fatalf(string, ...any)
	Errorf(string, ...any)
}

// parts unpacks a Word file: every part parsed, in the order of the package.
func parts(t tester, file []byte) (map[string]*node, []string) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatalf("not a zip archive: %v", err)
	}
	trees := map[string]*node{}
	var names []string
	for _, f := range archive.File {
		reader, err := f.Open()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		content, err := io.ReadAll(reader)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		tree, err := parse(content)
		if err != nil {
			t.Fatalf("%s is not well-formed: %v", f.Name, err)
		}
		trees[f.Name] = tree
		names = append(names, f.Name)
	}
	return trees, names
}

func parse(content []byte) (*node, error) {
	decoder := xml.NewDecoder(bytes.NewReader(content))
	root := &node{}
	stack := []*node{root}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: prefixed(token.Name), attributes: map[string]string{}}
			for _, a := range token.Attr {
				n.attributes[prefixed(a.Name)] = a.Value
			}
			top.children = append(top.children, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.text += string(token)
		}
	}
}

// document unpacks a Word file and gives its main part.
func document(t testing.TB, file []byte) *node {
	t.Helper()
	trees, _ := parts(t, file)
	return trees["word/document.xml"]
}

// paragraphs gives the paragraphs in a style.
func (n *node) paragraphs(style string) []*node {
	var found []*node
	for _, p := range n.all("w:p") {
		if p.child("w:pPr").val("w:pStyle") == style {
			found = append(found, p)
		}
	}
	return found
}

// order is the order in which the schema asks for the children of an element, as far as this package writes them. Word
// refuses a file that breaks it.
var order = map[string][]string{
	"w:pPr":     {"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl", "w:pBdr", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:sectPr"},
	"w:rPr":     {"w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:u", "w:vertAlign", "w:lang"},
	"w:tblPr":   {"w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"},
	"w:tcPr":    {"w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:textDirection", "w:vAlign"},
	"w:tbl":     {"w:tblPr", "w:tblGrid", "w:tr"},
	"w:tr":      {"w:trPr", "w:tc"},
	"w:sectPr":  {"w:headerReference", "w:footerReference", "w:type", "w:pgSz", "w:pgMar", "w:pgNumType", "w:cols", "w:titlePg"},
	"w:style":   {"w:name", "w:basedOn", "w:next", "w:qFormat", "w:pPr", "w:rPr"},
	"w:pBdr":    {"w:top", "w:left", "w:bottom", "w:right"},
	"wp:anchor": {"wp:simplePos", "wp:positionH", "wp:positionV", "wp:extent", "wp:effectExtent", "wp:wrapNone", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"},
}

// checkFile checks what Word asks of a file beyond well-formed parts: types and relations of all parts, the order of
// elements, whole grids, known styles and notes.
func checkFile(t tester, file []byte) {
	t.Helper()
	trees, names := parts(t, file)
	if names[0] != "[Content_Types].xml" {
		t.Errorf("the first part is %s", names[0])
	}
	types := map[string]bool{}
	for _, o := range trees["[Content_Types].xml"].all("Override") {
		types[strings.TrimPrefix(o.attributes["PartName"], "/")] = true
	}
	related := map[string]bool{}
	for _, r := range trees["_rels/.rels"].all("Relationship") {
		related[r.attributes["Target"]] = true
	}
	targets := map[string]bool{}
	for _, r := range trees["word/_rels/document.xml.rels"].all("Relationship") {
		related["word/"+r.attributes["Target"]] = true
		targets[r.attributes["Id"]] = true
	}
	for _, name := range names {
		if !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" && (!types[name] || !related[name]) {
			t.Errorf("%s has a type: %v, a relation: %v", name, types[name], related[name])
		}
	}
	styles, named := map[string]bool{}, map[string]bool{}
	for _, s := range trees["word/styles.xml"].all("w:style") {
		id := s.attributes["w:styleId"]
		if styles[id] {
			t.Errorf("style %s is declared twice", id)
		}
		name := s.val("w:name")
		styles[id] = true
		if named[name] || strings.Contains(name, ",") {
			t.Errorf("Word would take the name %q for another style", name)
		}
		named[name] = true
	}
	notes := map[string]bool{}
	for _, n := range trees["word/footnotes.xml"].all("w:footnote") {
		notes[n.attributes["w:id"]] = true
	}
	for name, tree := range trees {
		checkTree(t, name, tree)
		for _, kind := range []string{"w:pStyle", "w:rStyle", "w:basedOn", "w:next"} {
			for _, use := range tree.all(kind) {
				if !styles[use.attributes["w:val"]] {
					t.Errorf("%s: no style %q", name, use.attributes["w:val"])
				}
			}
		}
		for _, mark := range tree.all("w:footnoteReference") {
			if !notes[mark.attributes["w:id"]] {
				t.Errorf("no note %s", mark.attributes["w:id"])
			}
		}
		for _, kind := range []string{"w:headerReference", "w:footerReference"} {
			for _, use := range tree.all(kind) {
				if !targets[use.attributes["r:id"]] {
					t.Errorf("no part %s", use.attributes["r:id"])
				}
			}
		}
	}
	shapes := map[string]bool{}
	for _, s := range trees["word/document.xml"].all("wp:docPr") {
		if shapes[s.attributes["id"]] {
			t.Errorf("shape %s stands twice", s.attributes["id"])
		}
		shapes[s.attributes["id"]] = true
	}
}

func checkTree(t tester, part string, n *node) {
	t.Helper()
	if asked, ok := order[n.name]; ok {
		at := 0
		for _, c := range n.children {
			for at < len(asked) && asked[at] != c.name {
				at++
			}
			if at == len(asked) {
				t.Errorf("%s: %s stands at the wrong place in %s", part, c.name, n.name)
				break
			}
		}
	}
	if n.name == "w:tc" && n.children[len(n.children)-1].name != "w:p" {
		t.Errorf("%s: a cell does not end with a paragraph", part)
	}
	if n.name == "w:body" {
		for i, c := range n.children {
			if c.name == "w:tbl" && n.children[i+1].name != "w:p" {
				t.Errorf("%s: no paragraph after a table", part)
			}
		}
	}
	if n.name == "w:tbl" {
		columns := len(n.child("w:tblGrid").children)
		for _, c := range n.child("w:tblGrid").children {
			if width := c.attributes["w:w"]; width == "0" || strings.HasPrefix(width, "-") {
				t.Errorf("%s: a column is %s twips wide", part, width)
			}
		}
		for _, row := range n.children {
			if row.name != "w:tr" {
				continue
			}
			taken := 0
			for _, cell := range row.children {
				if cell.name == "w:tc" {
					taken += max(1, figure(cell.child("w:tcPr").val("w:gridSpan")))
				}
			}
			if taken != columns {
				t.Errorf("%s: a row takes %d of %d columns", part, taken, columns)
			}
		}
	}
	for _, c := range n.children {
		checkTree(t, part, c)
	}
}

// figure reads a number; "" is 0.
func figure(s string) int {
	n := 0
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return n
}
