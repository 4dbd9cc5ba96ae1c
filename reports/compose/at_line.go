package compose

import (
	"errors"
	"fmt"

	"cosohoi/reports/fault"
	"cosohoi/reports/layout"
)

// lineFault is an error in one line of the text.
type lineFault struct {
	*fault.Fault
	line int
	says string
}

// atLine is an error in one line of the text.
func atLine(line int, format string, values ...any) error {
	says := fmt.Sprintf(format, values...)
	return lineFault{fault.New(fmt.Sprintf("Dòng %d: ", line)+says, nil), line, says}
}

// Unwrap gives the fault itself.
func (f lineFault) Unwrap() error { return f.Fault }

// FaultAtLine is an error in one line of a text in the text form, for what other packages find in it.
func FaultAtLine(line int, format string, values ...any) error {
	return atLine(line, format, values...)
}

// AtLine tells the line that an error of this package is about, from 1, and what it says as a sentence that does not name the
// line; ok is false for an error about no line. Of an error of Source.Document it is the line of the body.
func AtLine(err error) (line int, says string, ok bool) {
	var f lineFault
	if !errors.As(err, &f) {
		return 0, "", false
	}
	return f.line, layout.UpperFirst(f.says), true
}
