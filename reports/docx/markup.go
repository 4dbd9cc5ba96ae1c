package docx

import (
	"bytes"
	"encoding/xml"
	"strconv"
)

// markup writes one XML part. It closes what it opened and escapes every text and value, so a part is well-formed
// whatever the document holds.
type markup struct {
	buf  bytes.Buffer
	open []string
}

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// start opens an element; attributes are pairs of name and value.
func (m *markup) start(name string, attributes ...string) {
	m.tag(name, attributes)
	m.buf.WriteByte('>')
	m.open = append(m.open, name)
}

// empty writes an element without content.
func (m *markup) empty(name string, attributes ...string) {
	m.tag(name, attributes)
	m.buf.WriteString("/>")
}

func (m *markup) tag(name string, attributes []string) {
	m.buf.WriteByte('<')
	m.buf.WriteString(name)
	for i := 0; i+1 < len(attributes); i += 2 {
		m.buf.WriteByte(' ')
		m.buf.WriteString(attributes[i])
		m.buf.WriteString(`="`)
		m.text(attributes[i+1])
		m.buf.WriteByte('"')
	}
}

// end closes the element that was opened last.
func (m *markup) end() {
	last := len(m.open) - 1
	m.buf.WriteString("</")
	m.buf.WriteString(m.open[last])
	m.buf.WriteByte('>')
	m.open = m.open[:last]
}

// text writes escaped text.
func (m *markup) text(s string) {
	_ = xml.EscapeText(&m.buf, []byte(s)) // a bytes.Buffer never fails
}

// element writes an element that holds only text.
func (m *markup) element(name, text string, attributes ...string) {
	m.start(name, attributes...)
	m.text(text)
	m.end()
}

// value writes the usual element of WordprocessingML: a name with w:val.
func (m *markup) value(name, val string) { m.empty(name, "w:val", val) }

// part is the finished XML part.
func (m *markup) part() []byte {
	return append([]byte(declaration), m.buf.Bytes()...)
}

// The names of the XML vocabularies.
const (
	nsMain      = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsDrawing   = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	nsGraphic   = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsShape     = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
	nsChoice    = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	nsVML       = "urn:schemas-microsoft-com:vml"
	nsOffice    = "urn:schemas-microsoft-com:office:office"
)

// namespaces are declared at the root of every part that holds paragraphs.
var namespaces = []string{
	"xmlns:w", nsMain, "xmlns:r", nsRelations, "xmlns:wp", nsDrawing, "xmlns:a", nsGraphic, "xmlns:wps", nsShape,
	"xmlns:mc", nsChoice, "xmlns:v", nsVML, "xmlns:o", nsOffice,
}

func itoa(n int) string { return strconv.Itoa(n) }
