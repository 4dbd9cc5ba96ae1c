package compose

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// frontLimit bounds the front matter in bytes: the longest real one is a few kilobytes, and the YAML parser recurses.
const frontLimit = 64 << 10

// readHead reads the front matter, whose first line is line 2 of the text. It walks the syntax tree instead of decoding:
// values are taken as typed (05 is five, not an octal number; a date stays as written) and every error is in Vietnamese.
func readHead(front string) (Head, map[string]int, error) {
	r := headReader{keys: map[string]int{}, front: strings.Split(front, "\n")}
	var h Head
	if len(front) > frontLimit {
		return h, r.keys, atLine(1, "phần khai báo dài quá mức: hãy kiểm tra dòng --- đóng phần khai báo.")
	}
	root, err := r.tree(front)
	if err != nil || root == nil {
		return h, r.keys, err
	}
	if err := r.fields(root, reflect.ValueOf(&h).Elem(), ""); err != nil {
		return Head{}, r.keys, err
	}
	if date, ok := readDate(h.Date); ok {
		h.Date = date.Format(dateForm)
	}
	if h.Copy != nil {
		if date, ok := readDate(h.Copy.Date); ok {
			h.Copy.Date = date.Format(dateForm)
		}
	}
	return h, r.keys, nil
}

type headReader struct {
	keys  map[string]int // lines of the keys at the top
	front []string
}

// tree is the front matter as a syntax tree, nil when it is empty.
func (r headReader) tree(front string) (ast.Node, error) {
	file, err := parseYAML(front)
	if err != nil {
		line := 1
		var known yaml.Error
		if errors.As(err, &known) && known.GetToken() != nil && known.GetToken().Position != nil {
			line = known.GetToken().Position.Line
		}
		return nil, r.syntax(min(max(line, 1), len(r.front)))
	}
	var root ast.Node
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		if root != nil {
			return nil, atLine(lineOf(doc.Body), "phần khai báo chỉ có một: hãy xóa dòng phân cách thừa.")
		}
		root = doc.Body
	}
	return root, nil
}

// parseYAML guards the parser, which is not ours and is fed whatever was typed.
func parseYAML(front string) (file *ast.File, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("yaml: %v", p)
		}
	}()
	return parser.ParseBytes([]byte(front), 0, parser.AllowDuplicateMapKey())
}

// syntax says what is most likely wrong with a line (counted within the front matter) that YAML does not accept. The
// library's own words are left out: they are English and quote the file.
func (r headReader) syntax(line int) error {
	typed := r.front[line-1]
	advice := "hãy viết theo mẫu “tên: giá trị”, mỗi mục một dòng."
	_, value, _ := strings.Cut(typed, ": ")
	switch value = strings.TrimSpace(value); {
	case strings.Contains(typed, "\t"):
		advice = "hãy thay dấu Tab bằng dấu cách."
	case strings.Contains(value, ": ") || strings.HasSuffix(value, ":"):
		advice = "nội dung có dấu hai chấm, hãy đặt nội dung trong dấu nháy đơn '…'."
	case value != "" && strings.ContainsAny(value[:1], "\"'[]{}&*!|>%@`,#?"):
		advice = "hãy đặt nội dung trong dấu nháy đơn '…' hoặc đóng đủ dấu nháy, dấu ngoặc."
	case !strings.Contains(typed, ":"):
		advice = "hãy thêm tên mục và dấu hai chấm, hoặc lùi dòng vào nếu là phần tiếp của dòng trên."
	}
	return atLine(line+1, "phần khai báo viết chưa đúng cách: %s", advice)
}

// fields fills a struct from a mapping. within names the mapping in messages; at the top it is empty.
func (r headReader) fields(node ast.Node, into reflect.Value, within string) error {
	var entries []*ast.MappingValueNode
	switch n := node.(type) {
	case *ast.MappingNode:
		entries = n.Values
	case *ast.MappingValueNode:
		entries = []*ast.MappingValueNode{n}
	default:
		if within == "" {
			return atLine(lineOf(node), "phần khai báo phải gồm các dòng “tên: giá trị”.")
		}
		return atLine(lineOf(node), "mục “%s” phải gồm các dòng con “tên: giá trị”: hãy xuống dòng, lùi vào rồi viết từng dòng con.", within)
	}
	seen := map[string]bool{}
	for _, e := range entries {
		key, line := e.Key.GetToken().Value, lineOf(e.Key)
		field, ok := fieldOf(into, key)
		name := strings.TrimPrefix(within+"."+key, ".")
		switch {
		case !ok:
			return atLine(line, "không có mục “%s”%s: hãy sửa lại tên mục hoặc xóa dòng này.", key, nearest(into.Type(), key))
		case seen[key]:
			return atLine(line, "mục “%s” được khai báo hai lần: hãy giữ lại một.", name)
		}
		seen[key] = true
		if within == "" {
			r.keys[key] = line
		}
		if err := r.value(e.Value, field, name, line); err != nil {
			return err
		}
	}
	return nil
}

// value fills one field; an empty value leaves it empty.
func (r headReader) value(node ast.Node, into reflect.Value, name string, line int) error {
	if _, empty := node.(*ast.NullNode); node == nil || empty && node.GetToken().Value != "~" && !strings.EqualFold(node.GetToken().Value, "null") {
		return nil
	}
	switch into.Kind() {
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		return r.fields(node, into.Elem(), name)
	case reflect.Struct:
		return r.fields(node, into, name)
	case reflect.Slice:
		return r.list(node, into, name, line)
	}
	text, ok := scalar(node)
	switch node.(type) {
	case *ast.AliasNode, *ast.AnchorNode, *ast.TagNode:
		return atLine(line, "nội dung của mục “%s” bắt đầu bằng một dấu có nghĩa riêng (*, & hoặc !): hãy đặt nội dung trong dấu nháy đơn '…'.", name)
	}
	if !ok {
		return atLine(line, "mục “%s” chỉ nhận một giá trị: hãy viết giá trị trên cùng một dòng với tên mục.", name)
	}
	switch into.Kind() {
	case reflect.String:
		into.SetString(text)
	case reflect.Int:
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 || n > numberLimit {
			return atLine(line, "mục “%s” phải là một số nguyên không âm: hãy sửa “%s”.", name, text)
		}
		into.SetInt(int64(n))
	case reflect.Float64:
		// A decimal comma is how Vietnamese writes it.
		n, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
		if err != nil || !(n >= 0 && n <= numberLimit) {
			return atLine(line, "mục “%s” phải là một số không âm: hãy sửa “%s”.", name, text)
		}
		into.SetFloat(n)
	case reflect.Bool:
		switch strings.ToLower(text) {
		case "true", "có":
			into.SetBool(true)
		case "false", "không":
			into.SetBool(false)
		default:
			return atLine(line, "mục “%s” chỉ nhận true (có) hoặc false (không): hãy sửa “%s”.", name, text)
		}
	}
	return nil
}

// numberLimit bounds every number of the front matter; nothing on paper comes near it.
const numberLimit = 1_000_000

// list fills a list; a single value makes a list of one.
func (r headReader) list(node ast.Node, into reflect.Value, name string, line int) error {
	items := []ast.Node{node}
	if n, ok := node.(*ast.SequenceNode); ok {
		items = n.Values
	}
	for _, item := range items {
		element := reflect.New(into.Type().Elem()).Elem()
		if item != nil && item.GetToken() != nil {
			line = lineOf(item)
		}
		if text, is := onePair(item); is && element.Kind() == reflect.String {
			element.SetString(text)
		} else if err := r.value(item, element, name, line); err != nil {
			return err
		}
		if !element.IsZero() {
			into.Set(reflect.Append(into, element))
		}
	}
	return nil
}

// scalar is the text of a single value as typed, without blanks at the ends of its lines.
func scalar(node ast.Node) (string, bool) {
	text := ""
	switch n := node.(type) {
	case *ast.StringNode:
		text = n.Value
	case *ast.LiteralNode:
		text = n.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NullNode, *ast.InfinityNode, *ast.NanNode:
		text = n.GetToken().Value
	default:
		return "", false
	}
	lines := strings.Split(normalise(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n"), true
}

// onePair is the text of an entry of a list that YAML takes for a mapping, because it has a colon: “- Lưu: VT, VP”.
func onePair(node ast.Node) (string, bool) {
	if m, ok := node.(*ast.MappingNode); ok && len(m.Values) == 1 && !m.IsFlowStyle {
		node = m.Values[0]
	}
	pair, ok := node.(*ast.MappingValueNode)
	if !ok || pair.IsFlowStyle {
		return "", false
	}
	value, ok := scalar(pair.Value)
	if _, null := pair.Value.(*ast.NullNode); null {
		value = ""
	}
	return strings.TrimSpace(pair.Key.GetToken().Value + ": " + value), ok
}

// lineOf is the line of the text on which a node stands: the front matter starts on line 2.
func lineOf(node ast.Node) int {
	if t := node.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line + 1
	}
	return 1
}

// keyOf is the name of a field in the front matter.
func keyOf(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
	if name == "" {
		return strings.ToLower(field.Name)
	}
	return name
}

func fieldOf(of reflect.Value, key string) (reflect.Value, bool) {
	for i := range of.NumField() {
		if keyOf(of.Type().Field(i)) == key {
			return of.Field(i), true
		}
	}
	return reflect.Value{}, false
}

// nearest names the key that was probably meant: one that differs in at most two letters.
func nearest(of reflect.Type, key string) string {
	best, least := "", 3
	for i := range of.NumField() {
		name := keyOf(of.Field(i))
		if d := distance(name, key, least); d < least {
			best, least = name, d
		}
	}
	if best == "" {
		return ""
	}
	return " (có phải “" + best + "”?)"
}

// distance is the number of letters to put in, take out or replace to make b of a, or limit if there are as many.
func distance(a, b string, limit int) int {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	switch {
	case a == "" && b == "" || limit == 0:
		return 0
	case a == "":
		return min(limit, len(b))
	case b == "":
		return min(limit, len(a))
	}
	return 1 + min(distance(a[1:], b, limit-1), distance(a, b[1:], limit-1), distance(a[1:], b[1:], limit-1))
}
