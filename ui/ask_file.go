package ui

// fileQuestion is what the system's dialog asks for: a file to write or one to read.
type fileQuestion struct {
	save    bool
	title   string
	kind    string // of the files, in words: "Tệp PDF"
	endings []string
	folder  string // where the dialog opens
	name    string // suggested
}

// kindNames are the kinds of files by their endings.
var kindNames = map[string]string{".pdf": "Tệp PDF", ".docx": "Tệp Word", ".xlsx": "Tệp Excel"}
