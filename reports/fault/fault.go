// Package fault holds the one kind of error that documents show to the office.
package fault

// Fault is an error with one Vietnamese sentence for the person at the screen: what happened, to what, and what to do.
type Fault struct {
	message string
	cause   error
}

// New gives a fault that shows message (a whole Vietnamese sentence) and wraps cause, which may be nil.
func New(message string, cause error) *Fault {
	return &Fault{message: message, cause: cause}
}

// Error is for the log: the sentence and the technical cause.
func (f *Fault) Error() string {
	if f.cause == nil {
		return f.message
	}
	return f.message + " (" + f.cause.Error() + ")"
}

// UserMessage is the Vietnamese sentence alone.
func (f *Fault) UserMessage() string { return f.message }

// Unwrap gives the technical cause to errors.Is and errors.As.
func (f *Fault) Unwrap() error { return f.cause }
