package reports

import (
	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// Document is the default draft as content, until app takes drafts.
func (r InspectionReport) Document() layout.Document { return content(r.Draft("")) }

// Document is the default draft as content, until app takes drafts.
func (l CadreList) Document() layout.Document { return content(l.Draft("")) }

// content is a draft of a default outline, which the tests prove to be without fault.
func content(source compose.Source, err error) layout.Document {
	if err != nil {
		panic(err)
	}
	doc, err := source.Document()
	if err != nil {
		panic(err)
	}
	return doc
}
