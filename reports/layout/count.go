package layout

// Pages counts the pages of a document. It returns the same errors as PDF.
func Pages(doc Document) (int, error) {
	t := &typesetter{}
	sections, err := t.compose(doc)
	if err != nil {
		return 0, err
	}
	n := 0
	for i := range sections {
		n += len(sections[i].pages())
	}
	return n, nil
}
