package data

import (
	"errors"
	"fmt"
)

// Fault is an error with the sentence that the user reads: what happened, to what, what to do. Err, when
// there is one, is the cause with operation and id, for the log only.
type Fault struct {
	Sentence string
	Err      error
}

// Error gives sentence and cause, for the log.
func (f *Fault) Error() string {
	if f.Err == nil {
		return f.Sentence
	}
	return f.Sentence + " [" + f.Err.Error() + "]"
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.Err }

// UserMessage gives the Vietnamese sentence.
func (f *Fault) UserMessage() string { return f.Sentence }

// Faultf makes a Fault whose sentence is formatted; cause may be nil.
func Faultf(cause error, sentence string, args ...any) error {
	return &Fault{fmt.Sprintf(sentence, args...), cause}
}

var (
	// ErrNotFound tells that a record is not there or in the recycle bin; to Tx.Restore, that it is not in the bin.
	ErrNotFound = errors.New("data: record not found")
	// ErrConflict tells that somebody else changed the record after it was read.
	ErrConflict = errors.New("data: record changed meanwhile")
)
