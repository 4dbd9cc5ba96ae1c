package compose

import (
	"fmt"

	"cosohoi/reports/fault"
)

// atLine is an error in one line of the text.
func atLine(line int, format string, values ...any) error {
	return fault.New(fmt.Sprintf("Dòng %d: ", line)+fmt.Sprintf(format, values...), nil)
}
