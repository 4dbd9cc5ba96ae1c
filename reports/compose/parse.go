package compose

import "cosohoi/reports/layout"

// Parse reads the text form. The error has a UserMessage that names the line.
func Parse(text string) (Source, error) { panic("not built yet") }

// String writes the text form. Parse(s.String()) is s.
func (s Source) String() string { panic("not built yet") }

// Document is the value that layout draws. The error has a UserMessage that names the line of the body, or the component.
func (s Source) Document() (layout.Document, error) { panic("not built yet") }

// FormatBlocks writes blocks as body text, from which Document makes the same blocks again.
func FormatBlocks(blocks []layout.Block) string { panic("not built yet") }

// FormatAppendices writes appendices as they stand at the end of a body.
func FormatAppendices(appendices []layout.Appendix) string { panic("not built yet") }
