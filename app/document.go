package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports/compose"
	"cosohoi/reports/merge"
)

// Documents lists a page of documents and tells how many there are in all; see data.Reader.Documents.
func (o *Office) Documents(ctx context.Context, f data.DocumentFilter, offset, limit int) ([]data.DocumentRow, int, error) {
	return o.db.Documents(ctx, f, offset, limit)
}

// DocumentYears lists the years that have documents, the latest first.
func (o *Office) DocumentYears(ctx context.Context) ([]int, error) { return o.db.DocumentYears(ctx) }

// UnitDocuments lists the documents about a unit: asked for about it or about an inspection of it, or sent to it under any name that it
// bore. All of the register is issued by the province; see Documents.
func (o *Office) UnitDocuments(ctx context.Context, unit int64) ([]data.TiedDocument, error) {
	u, err := o.db.UnitByID(ctx, unit)
	if err != nil {
		return nil, err
	}
	states, err := o.db.UnitStates(ctx, unit)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, s := range states {
		as := data.UnitOn{Level: u.Level, Kind: s.Kind, Name: s.Name}
		for _, full := range []bool{false, true} {
			if name := UnionName(as, full); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if u.Level == data.Branch || u.Level == data.Group { // "Chi hội xóm 1" stands in many communes
		names = nil
	}
	return o.db.DocumentsAbout(ctx, unit, names)
}

// Document is a stored document with its text form taken apart.
type Document struct {
	data.Document
	Draft compose.Source
	// Refreshable tells that the database can fill it again.
	Refreshable bool
}

// OpenDocument reads a document.
func (o *Office) OpenDocument(ctx context.Context, id int64) (Document, error) {
	d, err := o.db.DocumentByID(ctx, id)
	if err != nil {
		return Document{}, err
	}
	return opened(d)
}

func opened(d data.Document) (Document, error) {
	source, err := compose.ParseDraft(d.Source)
	if err != nil {
		return Document{}, fmt.Errorf("text of document %d: %w", d.ID, err)
	}
	return Document{Document: d, Draft: source, Refreshable: d.State == data.DocumentDraft && d.Request != ""}, nil
}

// NewDocument drafts a paper from the database and keeps it as a draft.
func (o *Office) NewDocument(ctx context.Context, r PaperRequest) (Document, error) {
	if r.AsOf.IsZero() {
		r.AsOf = o.Today()
	}
	source, title, err := o.draft(ctx, r)
	if err != nil {
		return Document{}, err
	}
	text := source.String()
	d := data.Document{
		Paper: r.Kind, Title: title, Year: r.draftYear(), State: data.DocumentDraft,
		Source: text, Generated: text, Request: r.json(), RefreshedOn: o.Now(),
	}
	describe(&d, source.Head)
	return o.insert(ctx, d, "Soạn văn bản: "+title)
}

// CopyDocument starts a new draft from the text of a document, without its number and date.
func (o *Office) CopyDocument(ctx context.Context, id int64) (Document, error) {
	from, err := o.OpenDocument(ctx, id)
	if err != nil {
		return Document{}, err
	}
	source := from.Draft
	source.Head.Number, source.Head.Date, source.Head.Year = 0, "", o.Today().Year
	d := data.Document{
		Paper: from.Paper, Title: from.Title + " (bản chép)", Year: o.Today().Year, State: data.DocumentDraft,
		Source: source.String(), Generated: from.Generated, Request: from.Request, RefreshedOn: from.RefreshedOn,
	}
	describe(&d, source.Head)
	return o.insert(ctx, d, "Chép thành văn bản mới: "+from.Title)
}

func (o *Office) insert(ctx context.Context, d data.Document, label string) (Document, error) {
	if _, err := o.db.Write(ctx, label, func(tx *data.Tx) error { return tx.Insert(&d) }); err != nil {
		return Document{}, err
	}
	return opened(d)
}

// SaveDraft stores what was typed. It may be called every few seconds: what one person types within ten minutes is one entry of
// the history. data.ErrConflict tells that the document was changed elsewhere.
func (o *Office) SaveDraft(ctx context.Context, d Document) (Document, error) {
	stored := d.Document
	stored.Source = d.Draft.String()
	if stored.Paper == "" || slices.Contains(Questions(stored.Paper), AskSubject) {
		stored.Title = titleOf(d.Draft.Head)
	}
	describe(&stored, d.Draft.Head)
	if _, err := o.db.Write(ctx, "Soạn văn bản", func(tx *data.Tx) error { return tx.Amend(&stored) }); err != nil {
		return Document{}, err
	}
	return Document{Document: stored, Draft: d.Draft, Refreshable: d.Refreshable}, nil
}

// describe copies from the front matter what the list and the register show.
func describe(d *data.Document, h compose.Head) {
	d.Symbol, d.TypeName, d.Copies = h.Symbol, TypeName(h.Kind), h.Copies
	d.Summary = strings.TrimSpace(h.Summary)
	signers := h.Signers
	if h.Signer != nil {
		signers = []compose.Signer{*h.Signer}
	}
	var names []string
	for _, s := range signers {
		if s.Name != "" {
			names = append(names, s.Name)
		}
	}
	d.Signer = strings.Join(names, ", ")
	d.Recipients = strings.Join(slices.Concat(h.To, h.Recipients), "\n")
	d.Keeper = h.Archive
}

// RefreshDraft brings the figures of a draft up to a day. What was typed stays; the changes say what became of each place whose
// figures are new. The draft is stored.
func (o *Office) RefreshDraft(ctx context.Context, d Document, asOf day.Date) (Document, []merge.Change, error) {
	r, ok, err := readRequest(d.Document)
	if err != nil {
		return d, nil, err
	}
	if !ok {
		return d, nil, Problem("Văn bản “%s” được soạn tay nên không có số liệu để làm mới.", d.Title)
	}
	r.AsOf = asOf
	fresh, _, err := o.draft(ctx, r)
	if err != nil {
		return d, nil, err
	}
	base, err := compose.ParseDraft(d.Generated)
	if err != nil {
		return d, nil, fmt.Errorf("generated text of document %d: %w", d.ID, err)
	}
	// The components of the form are settings, which the office chose for this paper; only the text follows the database.
	body, changes := merge.Refresh(base.Body, d.Draft.Body, fresh.Body)
	d.Draft.Body = body
	d.Generated, d.Request, d.RefreshedOn = fresh.String(), r.json(), o.Now()
	stored := d.Document
	stored.Source = d.Draft.String()
	if _, err := o.db.Write(ctx, "Làm mới số liệu: "+stored.Title, func(tx *data.Tx) error { return tx.Update(&stored) }); err != nil {
		return d, nil, err
	}
	d.Document = stored
	return d, changes, nil
}

// RemoveDraft puts a draft into the recycle bin.
func (o *Office) RemoveDraft(ctx context.Context, d data.Document) error {
	_, err := o.db.Write(ctx, "Xóa dự thảo: "+d.Title, func(tx *data.Tx) error { return tx.Remove(&d) })
	return err
}

// RestoreDraft brings a removed draft back as it was; version is that of its row in the list of removed ones.
func (o *Office) RestoreDraft(ctx context.Context, row data.DocumentRow) error {
	d := data.Document{Base: data.Base{ID: row.ID, Version: row.Version}}
	_, err := o.db.Write(ctx, "Khôi phục dự thảo: "+row.Title, func(tx *data.Tx) error { return tx.Restore(&d) })
	return err
}

// IsConflict tells that a record was changed elsewhere after it was read.
func IsConflict(err error) bool { return errors.Is(err, data.ErrConflict) }
