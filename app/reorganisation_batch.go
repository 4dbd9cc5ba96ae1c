package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"cosohoi/assets"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// BatchFile is a reorganisation of many units read from a file. Each row says what one unit of the old order becomes.
type BatchFile struct {
	// Key names the batch for ever: "2024", "2025", or a hash of the file.
	Key  string
	Name string
	On   day.Date
	// Basis is the resolution; rows may name its clauses.
	Basis string
	Rows  []BatchRow
}

// BatchRow is what one unit becomes. NewCode and NewName are "" for a unit that is dissolved. Rows with the same NewCode are merged; of
// rows with the same Code each is a part into which the unit is split.
type BatchRow struct {
	Line               int // in the file
	Code, Name, Parent string
	NewCode, NewName   string
	NewParent          string
	Basis              string
	// Below names the units that go to a part of a split; none means those that no other part names.
	Below []string
}

// Order is the reorganisation that a batch asks for.
func (b BatchFile) Order() Reorganisation {
	return Reorganisation{Name: b.Name, Basis: b.Basis, On: b.On, Batch: &b}
}

// ReadyBatches are the reorganisations that the program brings: of 01/09/2024 and of 01/07/2025.
func ReadyBatches() ([]BatchFile, error) {
	var batches []BatchFile
	for _, ready := range []struct {
		key     string
		content []byte
	}{{"2024", assets.Reorganisation2024}, {"2025", assets.Reorganisation2025}} {
		b, err := ReadBatch(ready.content)
		if err != nil {
			return nil, fmt.Errorf("batch %s: %w", ready.key, err)
		}
		b.Key = ready.key
		batches = append(batches, b)
	}
	return batches, nil
}

// ReadyBatch is the one of a year, "2024" or "2025".
func ReadyBatch(key string) (BatchFile, bool, error) {
	batches, err := ReadyBatches()
	if err != nil {
		return BatchFile{}, false, err
	}
	i := slices.IndexFunc(batches, func(b BatchFile) bool { return b.Key == key })
	if i < 0 {
		return BatchFile{}, false, nil
	}
	return batches[i], true, nil
}

// batchColumns head the rows of a batch file.
var batchColumns = []string{"ma_cu", "ten_cu", "cap_tren_cu", "ma_moi", "ten_moi", "cap_tren_moi", "can_cu"}

// batchBelow heads the last column, which only files with a split need. Names in it stand between belowSeparator.
const (
	batchBelow     = "don_vi_duoi"
	belowSeparator = "|"
)

// batchHead is a line before the rows: "# Ngày: 01/09/2024".
var batchHead = regexp.MustCompile(`^#\s*(Tên|Ngày|Căn cứ)\s*:\s*(.+)$`)

// ReadBatch reads a batch from a CSV file: three lines "# Tên: …", "# Ngày: …", "# Căn cứ: …", then rows with the columns
// ma_cu,ten_cu,cap_tren_cu,ma_moi,ten_moi,cap_tren_moi,can_cu and, where a unit is split, don_vi_duoi. Names carry their kind ("Xã Hải
// Vân"); the units above are named by their codes. Semicolons, as Excel writes them, are taken for commas. A *Misfit lists the lines that
// cannot be read.
func ReadBatch(content []byte) (BatchFile, error) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	hash := sha256.Sum256(content)
	b := BatchFile{Key: hex.EncodeToString(hash[:8])}
	var wrong []string
	note := func(line int, sentence string, args ...any) {
		wrong = append(wrong, fmt.Sprintf("Dòng %d: ", line)+fmt.Sprintf(sentence, args...))
	}
	text := vietnamese.CleanSource(string(content))
	lines := strings.Split(text, "\n")
	head := 0
	for head < len(lines) {
		m := batchHead.FindStringSubmatch(strings.Trim(strings.TrimSpace(lines[head]), `;,"`))
		if m == nil {
			break
		}
		head++
		switch value := strings.TrimSpace(m[2]); m[1] {
		case "Tên":
			b.Name = value
		case "Căn cứ":
			b.Basis = value
		case "Ngày":
			on, err := day.Parse(value)
			if err != nil || !on.IsFull() {
				note(head, "ngày “%s” không đọc được; hãy gõ như 01/09/2024.", value)
			}
			b.On = on
		}
	}
	if b.Name == "" || b.Basis == "" || (b.On.IsZero() && len(wrong) == 0) {
		wrong = append(wrong, "Đầu tệp cần ba dòng “# Tên: …”, “# Ngày: …” và “# Căn cứ: …”.")
	}
	reader := csv.NewReader(strings.NewReader(strings.Join(lines[head:], "\n")))
	reader.FieldsPerRecord = -1
	if head < len(lines) && strings.Count(lines[head], ";") > strings.Count(lines[head], ",") {
		reader.Comma = ';'
	}
	rows, err := reader.ReadAll()
	if err != nil || len(rows) == 0 || !batchTitles(trimmed(rows[0])) {
		wrong = append(wrong, "Dòng tiêu đề cần có các cột "+strings.Join(batchColumns, ", ")+"; thêm cột "+batchBelow+" khi có chia tách.")
		return b, &Misfit{nameOr(b.Name, "tệp sắp xếp"), wrong}
	}
	b.Rows = readBatchRows(rows[1:], head+2, note)
	if len(b.Rows) == 0 && len(wrong) == 0 {
		wrong = append(wrong, "Tệp không có dòng nào; hãy ghi mỗi đơn vị một dòng.")
	}
	if len(wrong) > 0 {
		return b, &Misfit{nameOr(b.Name, "tệp sắp xếp"), wrong}
	}
	return b, nil
}

// batchTitles tells whether the columns are those of a batch.
func batchTitles(titles []string) bool {
	return slices.Equal(titles, batchColumns) || slices.Equal(titles, append(slices.Clone(batchColumns), batchBelow))
}

// readBatchRows reads the rows, the first of which stands on a line of the file.
func readBatchRows(rows [][]string, line int, note func(int, string, ...any)) []BatchRow {
	var read []BatchRow
	seen := map[[2]string]int{} // old and new code
	for i, cells := range rows {
		cells = trimmed(cells)
		if strings.Join(cells, "") == "" {
			continue
		}
		at := line + i
		for len(cells) <= len(batchColumns) {
			cells = append(cells, "")
		}
		row := BatchRow{at, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], splitNames(cells[7])}
		pair := [2]string{row.Code, row.NewCode}
		switch {
		case row.Code == "" || row.Name == "":
			note(at, "thiếu mã cũ hoặc tên cũ.")
		case (row.NewCode == "") != (row.NewName == ""):
			note(at, "“%s” cần cả mã mới và tên mới; bỏ trống cả hai nếu giải thể.", row.Name)
		case seen[pair] != 0:
			note(at, "mã cũ “%s” và mã mới “%s” đã có ở dòng %d; chia tách thì mỗi đơn vị mới có một mã riêng.", row.Code, row.NewCode, seen[pair])
		}
		seen[pair] = at
		read = append(read, row)
	}
	checkParts(read, note)
	return read
}

func trimmed(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = vietnamese.Clean(c)
	}
	return out
}

func nameOr(name, other string) string {
	if name == "" {
		return other
	}
	return name
}

// batchGroup is the rows that become one unit, and the units that they are; of a split it is the rows that one unit becomes.
type batchGroup struct {
	split bool
	rows  []BatchRow
	units []data.UnitOn
}

// batch carries out the rows, from the top of the tree down; what is dissolved goes last, from the foot up.
func (r *reorganiser) batch(b BatchFile) error {
	old, err := r.tx.UnitsOn(r.ctx, r.last, data.UnitQuery{Levels: []data.Level{data.Province, data.District, data.Affiliate, data.BaseUnit}})
	if err != nil {
		return err
	}
	groups, gone := r.match(b, old)
	if len(r.misfits) > 0 {
		return nil
	}
	after := map[string]int64{} // units by the codes of the new order
	for _, u := range old {
		if u.Code != "" {
			after[u.Code] = u.ID
		}
	}
	for _, g := range groups {
		if g.split {
			if err := r.splitRows(g, after); err != nil {
				return err
			}
			continue
		}
		id, err := r.regroup(g, after)
		if err != nil {
			return err
		}
		after[g.rows[0].NewCode] = id
	}
	for _, g := range slices.Backward(gone) {
		if err := r.dissolve(Step{Kind: data.Dissolving, Unit: g.units[0].ID, Basis: g.rows[0].Basis}); err != nil {
			return err
		}
	}
	return nil
}

// match finds the unit of each row and puts the rows into groups, the upper levels first.
func (r *reorganiser) match(b BatchFile, old []data.UnitOn) (groups, gone []batchGroup) {
	byCode, byID := map[string]data.UnitOn{}, map[int64]data.UnitOn{}
	for _, u := range old {
		byID[u.ID] = u
		if u.Code != "" {
			byCode[u.Code] = u
		}
	}
	at, splits, parts := map[string]int{}, map[string]int{}, partsOf(b.Rows)
	for _, row := range b.Rows {
		u, ok := byCode[row.Code]
		switch {
		case !ok:
			r.misfit("Dòng %d: ngày %s không có đơn vị nào mang mã “%s” (%s).", row.Line, r.last, row.Code, row.Name)
			continue
		case vietnamese.NameKey(u.Label()) != vietnamese.NameKey(row.Name):
			r.misfit("Dòng %d: mã “%s” đang là “%s”, không phải “%s”.", row.Line, row.Code, u.Label(), row.Name)
			continue
		}
		if above := byID[u.ParentID]; row.Parent != above.Code {
			r.misfit("Dòng %d: “%s” đang thuộc “%s”, không thuộc đơn vị mã “%s”.", row.Line, u.Label(), above.Label(), row.Parent)
			continue
		}
		if row.NewCode == "" {
			gone = append(gone, batchGroup{rows: []BatchRow{row}, units: []data.UnitOn{u}})
			continue
		}
		if parts[row.Code] > 1 {
			i, known := splits[row.Code]
			if !known {
				i = len(groups)
				splits[row.Code] = i
				groups = append(groups, batchGroup{split: true, units: []data.UnitOn{u}})
			}
			groups[i].rows = append(groups[i].rows, row)
			continue
		}
		i, known := at[row.NewCode]
		if !known {
			i = len(groups)
			at[row.NewCode] = i
			groups = append(groups, batchGroup{})
		}
		g := &groups[i]
		if len(g.rows) > 0 && (g.rows[0].NewName != row.NewName || g.rows[0].NewParent != row.NewParent || g.units[0].Level != u.Level) {
			r.misfit("Dòng %d: mã mới “%s” có tên, cấp trên hoặc cấp khác ở dòng %d.", row.Line, row.NewCode, g.rows[0].Line)
			continue
		}
		g.rows, g.units = append(g.rows, row), append(g.units, u)
	}
	byLevel := func(a, b batchGroup) int {
		return slices.Index(treeOrder, a.units[0].Level) - slices.Index(treeOrder, b.units[0].Level)
	}
	slices.SortStableFunc(groups, byLevel)
	slices.SortStableFunc(gone, byLevel)
	return groups, gone
}

// regroup makes one unit of a group. It goes on as the unit that bore its name or, when none did and it was alone, as itself; several units
// under a name that none of them bore make a new one.
func (r *reorganiser) regroup(g batchGroup, after map[string]int64) (int64, error) {
	row := g.rows[0]
	kind, name := SplitKind(row.NewName)
	shape := data.UnitState{Kind: kind, Name: name, Code: row.NewCode}
	if row.NewParent != "" {
		if shape.ParentID = after[row.NewParent]; shape.ParentID == 0 {
			r.misfit("Dòng %d: không có đơn vị cấp trên mã “%s” cho “%s”.", row.Line, row.NewParent, row.NewName)
			return 0, nil
		}
	}
	if len(g.units) == 1 {
		return g.units[0].ID, r.reshape(g.units[0], shape, row)
	}
	heir := int64(0)
	for _, u := range g.units {
		if vietnamese.NameKey(u.Label()) == vietnamese.NameKey(row.NewName) {
			heir = u.ID
		}
	}
	from := make([]int64, len(g.units))
	for i, u := range g.units {
		from[i] = u.ID
	}
	lines := len(r.outcome.Lines)
	if err := r.merge(Step{Kind: data.Merging, From: from, Unit: heir, State: shape, Basis: row.Basis}); err != nil {
		return 0, err
	}
	if heir == 0 && len(r.outcome.Lines) > lines {
		heir = r.outcome.Lines[len(r.outcome.Lines)-1].Unit
	}
	return heir, nil
}

// reshape gives a unit that stays alone its new name and place, if they are new.
func (r *reorganiser) reshape(u data.UnitOn, shape data.UnitState, row BatchRow) error {
	if u.Kind == shape.Kind && u.Name == shape.Name && u.Code == shape.Code && u.ParentID == shape.ParentID {
		return nil
	}
	state, ok, err := r.latest(u.ID)
	if !ok {
		return err
	}
	next, err := r.change(state, func(n *data.UnitState) {
		n.Kind, n.Name, n.Code, n.ParentID = shape.Kind, shape.Name, shape.Code, shape.ParentID
	})
	if err != nil {
		return err
	}
	if ok, err := r.fits(u.ID, next); !ok {
		return err
	}
	if err := r.followProvince(state, next); err != nil {
		return err
	}
	change := data.Renaming
	if next.Label() == state.Label() {
		change = data.Moving
	}
	r.tell(state.Label(), next.Label(), row.Basis, u.ID)
	return r.link(u.ID, u.ID, change, row.Basis)
}
