package app

import (
	"time"

	"cosohoi/reports"
	"cosohoi/reports/compose"
	"cosohoi/reports/layout"
)

// Proof is a draft as it would be printed now.
type Proof struct {
	Document layout.Document
	// Paper has no PDF when the draft cannot be drawn; Problem then says why.
	Paper   Paper
	Problem string
	// Line is the line of the body, from 1, that Problem is about; 0 for none.
	Line int
	// Open counts the places that are left to write in the text and in the components of the form, see reports.Prompts.
	Open int
}

// ProofOf draws a draft; some 10 ms a page. It may be called from any goroutine.
func ProofOf(source compose.Source) Proof {
	title := titleOf(source.Head)
	proof := Proof{Open: len(reports.Prompts(source.String())), Paper: Paper{Title: title, FileName: FileName(title) + ".pdf"}}
	document, err := source.Document()
	if err != nil {
		proof.Problem = Message(err)
		if line, says, ok := compose.AtLine(err); ok {
			proof.Line, proof.Problem = line, says
		}
		return proof
	}
	proof.Document = document
	paper, err := NewPaper(document, title)
	if err != nil {
		proof.Problem = Message(err)
	} else {
		proof.Paper = paper
	}
	proof.Paper.Remarks = layout.Lint(toBeIssued(document))
	return proof
}

// toBeIssued is a draft with the number and date that come with issuing, so that nobody is told that they are missing.
func toBeIssued(d layout.Document) layout.Document {
	if d.Number == 0 {
		d.Number = 1
	}
	if d.Date.IsZero() {
		d.Date = time.Date(max(d.Year, 2000), time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	return d
}
