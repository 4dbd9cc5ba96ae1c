// Package exchange writes tables as Excel workbooks that the office can print, sort and send on as they are.
package exchange

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"
)

// Sheet is one table of a workbook.
type Sheet struct {
	// Name stands on the tab; what Excel does not take in it is replaced.
	Name string
	// Title and Subtitle stand over the table; either may be empty.
	Title, Subtitle string
	Columns         []Column
	// Rows hold a value for each column or for the first ones. nil leaves the cell empty: not reported is not zero. See Kind
	// for what a column takes.
	Rows [][]any
}

// Column is a column of a table. Width is in characters of the usual text; 0 takes one that suits the kind.
type Column struct {
	Title string
	Width float64
	Kind  Kind
}

// Kind says what the values of a column are. Every column takes texts too, such as "—" where no number can be.
type Kind int

// The kinds of columns.
const (
	Text    Kind = iota // a string; never read as a formula, number or date
	Number              // an integer or float; a year or a code with leading zeros is a Text
	Date                // a day.Date or time.Time; a day.Date known by month or year only stays a text
	Percent             // a share of 1 as float: 0.232 is shown as 23,2%
)

// creator is who made the workbook, in its properties.
const creator = "Cơ sở Hội"

// core holds the properties of the workbook. Excelize would put in a time, which has to be false when the same tables are
// to give the same bytes.
const core = xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>` + creator + `</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>`

// Workbook makes an Excel file (.xlsx) of tables. The same tables give the same bytes.
func Workbook(sheets ...Sheet) (content []byte, err error) {
	if len(sheets) == 0 {
		return nil, errors.New("exchange: a workbook without sheets")
	}
	f, err := newFile()
	if err != nil {
		return nil, fmt.Errorf("exchange: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	styles, err := newStyles(f)
	if err != nil {
		return nil, fmt.Errorf("exchange: %w", err)
	}
	names := sheetNames(sheets)
	heads := map[string]int{} // of the parts that hold the sheets
	for i, s := range sheets {
		heads[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = s.head()
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), names[0])
		} else {
			_, err = f.NewSheet(names[i])
		}
		if err == nil {
			err = writeSheet(f, styles, names[i], s)
		}
		if err != nil {
			return nil, fmt.Errorf("exchange: sheet %q: %w", names[i], err)
		}
	}
	return pack(f, heads)
}

// newFile is an empty workbook of the program: its font, its name, and no moment of making, so that the same content gives the same file.
func newFile() (*excelize.File, error) {
	f := excelize.NewFile()
	f.Pkg.Store("docProps/core.xml", []byte(core))
	return f, errors.Join(f.SetDefaultFont(font), f.SetAppProps(&excelize.AppProperties{Application: creator}))
}

// formWorkbook makes the workbook of a form that somebody fills in: one sheet of a name, which fill writes.
func formWorkbook(name string, fill func(f *excelize.File, sheet string) error) (content []byte, err error) {
	f, err := newFile()
	if err != nil {
		return nil, fmt.Errorf("exchange: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	sheet := sheetNames([]Sheet{{Name: name}})[0]
	if err := f.SetSheetName(f.GetSheetName(0), sheet); err != nil {
		return nil, fmt.Errorf("exchange: %w", err)
	}
	if err := fill(f, sheet); err != nil {
		return nil, fmt.Errorf("exchange: form %q: %w", name, err)
	}
	return pack(f, nil)
}

// pack gives the file of a workbook; see finish.
func pack(f *excelize.File, heads map[string]int) ([]byte, error) {
	packed, err := f.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("exchange: %w", err)
	}
	return finish(packed.Bytes(), heads)
}

// finish gives the parts of a workbook a fixed order, since excelize writes its streams in that of a map, and loosens the
// heights of its sheets from their heads on.
func finish(packed []byte, heads map[string]int) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, fmt.Errorf("exchange: %w", err)
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range in.File {
		if head, isSheet := heads[part.Name]; isSheet {
			err = copyLoose(w, part, head)
		} else {
			err = w.Copy(part)
		}
		if err != nil {
			return nil, fmt.Errorf("exchange: %s: %w", part.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("exchange: %w", err)
	}
	return out.Bytes(), nil
}

// copyLoose copies a sheet with the heights of its table loosened.
func copyLoose(w *zip.Writer, part *zip.File, head int) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	sheet, err := io.ReadAll(r)
	if err := errors.Join(err, r.Close()); err != nil {
		return err
	}
	into, err := w.Create(part.Name)
	if err != nil {
		return err
	}
	_, err = into.Write(loosen(sheet, head))
	return err
}
