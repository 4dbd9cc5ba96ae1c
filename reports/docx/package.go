package docx

import (
	"archive/zip"
	"bytes"
	"strings"
	"time"
)

// The relations of document.xml to the other parts.
const (
	relationStyles      = "rId1"
	relationSettings    = "rId2"
	relationFootnotes   = "rId3"
	relationNumber      = "rId4"
	relationBlankHeader = "rId5"
	relationBlankFooter = "rId6"
	relationAddress     = "rId7"
)

const (
	officeTypes     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageTypes    = "http://schemas.openxmlformats.org/package/2006/"
	wordContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// part is a file of the package.
type part struct {
	name        string
	contentType string
	relation    string // of document.xml to it; empty: the package's own
	kind        string // of the relation
	content     []byte
}

// pack makes the package.
func (w *writer) pack() ([]byte, error) {
	parts := []part{
		{"word/document.xml", wordContentType + "document.main+xml", "", officeTypes + "officeDocument", w.part()},
		{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", "", packageTypes + "relationships/metadata/core-properties", w.coreProperties()},
		{"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", "", officeTypes + "extended-properties", appProperties()},
		{"word/styles.xml", wordContentType + "styles+xml", relationStyles, officeTypes + "styles", w.stylesPart()},
		{"word/settings.xml", wordContentType + "settings+xml", relationSettings, officeTypes + "settings", settings()},
		{"word/footnotes.xml", wordContentType + "footnotes+xml", relationFootnotes, officeTypes + "footnotes", footnotes(w.notes)},
		{"word/header1.xml", wordContentType + "header+xml", relationNumber, officeTypes + "header", pageNumberHeader()},
		{"word/header2.xml", wordContentType + "header+xml", relationBlankHeader, officeTypes + "header", blankPart("w:hdr")},
		{"word/footer1.xml", wordContentType + "footer+xml", relationBlankFooter, officeTypes + "footer", blankPart("w:ftr")},
	}
	if w.addressed() {
		parts = append(parts, part{"word/footer2.xml", wordContentType + "footer+xml", relationAddress, officeTypes + "footer", addressFooter(w.doc.Address)})
	}

	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	add := func(name string, content []byte) error {
		// The time is the first that the format knows: the same document gives the same bytes.
		file, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = file.Write(content)
		}
		return err
	}
	for _, p := range append([]part{
		{name: "[Content_Types].xml", content: contentTypes(parts)},
		{name: "_rels/.rels", content: relations(parts, true)},
		{name: "word/_rels/document.xml.rels", content: relations(parts, false)},
	}, parts...) {
		if err := add(p.name, p.content); err != nil {
			return nil, err
		}
	}
	if err := archive.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func contentTypes(parts []part) []byte {
	m := &markup{}
	m.start("Types", "xmlns", packageTypes+"content-types")
	m.empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	m.empty("Default", "Extension", "xml", "ContentType", "application/xml")
	for _, p := range parts {
		m.empty("Override", "PartName", "/"+p.name, "ContentType", p.contentType)
	}
	m.end()
	return m.part()
}

// relations lists the parts that the package, or document.xml, points to.
func relations(parts []part, ofPackage bool) []byte {
	m := &markup{}
	m.start("Relationships", "xmlns", packageTypes+"relationships")
	for i, p := range parts {
		switch {
		case ofPackage && p.relation == "":
			m.empty("Relationship", "Id", "rId"+itoa(i+1), "Type", p.kind, "Target", p.name)
		case !ofPackage && p.relation != "":
			m.empty("Relationship", "Id", p.relation, "Type", p.kind, "Target", strings.TrimPrefix(p.name, "word/"))
		}
	}
	m.end()
	return m.part()
}

// coreProperties are title, author, subject and dates, as in the PDF.
func (w *writer) coreProperties() []byte {
	d := w.doc
	title, author, subject := d.Properties()
	date := d.Date
	if year := date.Year(); date.IsZero() || year < 1 || year > 9999 {
		date = time.Date(min(max(d.Year, 2000), 9999), time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	day := date.Format("2006-01-02") + "T00:00:00Z"

	m := &markup{}
	m.start("cp:coreProperties", "xmlns:cp", packageTypes+"metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	m.element("dc:title", title)
	m.element("dc:subject", subject)
	m.element("dc:creator", author)
	m.element("cp:lastModifiedBy", author)
	m.element("dcterms:created", day, "xsi:type", "dcterms:W3CDTF")
	m.element("dcterms:modified", day, "xsi:type", "dcterms:W3CDTF")
	m.element("dc:language", "vi-VN")
	m.end()
	return m.part()
}

func appProperties() []byte {
	m := &markup{}
	m.start("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	m.element("Application", "Cơ sở Hội")
	m.end()
	return m.part()
}

// settings keeps Word in the mode of its current versions.
func settings() []byte {
	m := &markup{}
	m.start("w:settings", "xmlns:w", nsMain)
	m.start("w:footnotePr")
	m.empty("w:footnote", "w:id", "-1")
	m.empty("w:footnote", "w:id", "0")
	m.end()
	m.start("w:compat")
	m.empty("w:doNotExpandShiftReturn") // a line that ends with a break is not stretched
	m.empty("w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15")
	m.end()
	m.empty("w:themeFontLang", "w:val", "vi-VN")
	m.end()
	return m.part()
}
