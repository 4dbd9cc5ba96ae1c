package app

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"cosohoi/assets"
	"cosohoi/data"
	"cosohoi/data/day"
)

// Founding is what a first start asks for.
type Founding struct {
	// NamDinh fills in the province of Nam Định as of 04/07/2023 with its districts, communes and affiliates;
	// otherwise the database starts with the province alone.
	NamDinh bool
	// Province is the name without "tỉnh"; "Nam Định" when NamDinh.
	Province string
	// Office is the name that the window shows: "Hội LHPN tỉnh Nam Định".
	Office string
	// Place is the địa danh of the papers.
	Place string
	// Term is the nhiệm kỳ whose inspections are planned.
	Term data.Term
	// Signer is the name under the papers; may be empty.
	Signer string
}

// SuggestedFounding is what the first start shows filled in. The term is the one that plan 77/KH-BCH names,
// 2022 - 2027, from and to the day of the national congress.
func SuggestedFounding() Founding {
	return Founding{
		NamDinh: true, Province: "Nam Định", Office: "Hội LHPN tỉnh Nam Định", Place: "Nam Định",
		Term: data.Term{Name: "2022 - 2027", FirstDay: day.Of(2022, 3, 11), LastDay: day.Of(2027, 3, 10)},
	}
}

// settingOffice holds the name of the office.
const settingOffice = "office"

// OfficeName returns the name of the office, "" before the founding.
func (o *Office) OfficeName(ctx context.Context) (string, error) {
	return o.db.Setting(ctx, settingOffice)
}

// RenameOffice changes the name of the office.
func (o *Office) RenameOffice(ctx context.Context, name string) error {
	if strings.TrimSpace(name) == "" {
		return Problem("Tên cơ quan còn trống; hãy gõ tên, ví dụ “Hội LHPN tỉnh Nam Định”.")
	}
	_, err := o.db.Write(ctx, "Đổi tên cơ quan", func(tx *data.Tx) error { return tx.SetSetting(ctx, settingOffice, name) })
	return err
}

// IsFounded tells whether the first start has been done.
func (o *Office) IsFounded(ctx context.Context) (bool, error) {
	name, err := o.OfficeName(ctx)
	return name != "", err
}

// Found fills an empty database in one transaction: posts, units, letterhead, term with its rounds.
func (o *Office) Found(ctx context.Context, f Founding) error {
	_, err := o.db.Write(ctx, "Khởi tạo cơ sở dữ liệu", func(tx *data.Tx) error { return found(ctx, tx, f) })
	return err
}

func found(ctx context.Context, tx *data.Tx, f Founding) error {
	name, err := tx.Setting(ctx, settingOffice)
	if err != nil {
		return err
	}
	switch {
	case name != "":
		return Problem("Cơ sở dữ liệu này đã có dữ liệu của “%s”; hãy chọn một tệp khác để bắt đầu mới.", name)
	case strings.TrimSpace(f.Office) == "":
		return Problem("Tên cơ quan còn trống; hãy gõ tên, ví dụ “Hội LHPN tỉnh Nam Định”.")
	case !f.NamDinh && strings.TrimSpace(f.Province) == "":
		return Problem("Tên tỉnh còn trống; hãy gõ tên tỉnh, ví dụ “Nam Định”.")
	}
	if err := tx.SetSetting(ctx, settingOffice, f.Office); err != nil {
		return err
	}
	if err := foundPositions(tx); err != nil {
		return err
	}
	if f.NamDinh {
		f.Province = "Nam Định"
		err = foundNamDinh(tx)
	} else {
		_, err = addUnit(tx, data.Province, data.UnitState{Kind: "tỉnh", Name: f.Province})
	}
	if err != nil {
		return err
	}
	if err := foundPapers(tx, f); err != nil {
		return err
	}
	if err := tx.Insert(&f.Term); err != nil {
		return err
	}
	return replan(ctx, tx, f.Term)
}

// foundPapers gives the office what its papers need: the letterheads of its two organs and the usual sets of recipients.
func foundPapers(tx *data.Tx, f Founding) error {
	standing := suggestedLetterhead(f)
	committee := standing
	standing.Usual = true
	committee.Issuer, committee.OrganSymbol, committee.Authority = "BAN CHẤP HÀNH", "BCH", "TM. BAN CHẤP HÀNH"
	committee.OrganName = strings.Replace(standing.OrganName, "Ban Thường vụ", "Ban Chấp hành", 1)
	for _, l := range []*data.Letterhead{&standing, &committee} {
		if err := tx.Insert(l); err != nil {
			return err
		}
	}
	for _, s := range []data.RecipientSet{
		{Name: "Báo cáo lên Tỉnh ủy", Addressees: standing.Addressees, Recipients: standing.Recipients, Archive: standing.Archive},
		{Name: "Báo cáo lên Trung ương Hội", Addressees: "Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam", Recipients: "Thường trực Tỉnh ủy (để báo cáo)\nBan Dân vận Tỉnh ủy (để báo cáo)\nỦy viên Ban Chấp hành Hội LHPN tỉnh", Archive: standing.Archive},
		{Name: "Văn bản gửi các cấp Hội", Recipients: "Thường trực Tỉnh ủy (để báo cáo)\nHội LHPN các huyện, thành phố; các đơn vị trực thuộc\nCác Ban, Văn phòng Hội LHPN tỉnh", Archive: standing.Archive},
	} {
		if err := tx.Insert(&s); err != nil {
			return err
		}
	}
	return nil
}

// suggestedLetterhead is that of plan 77/KH-BCH, for papers of the Standing Committee.
func suggestedLetterhead(f Founding) data.Letterhead {
	return data.Letterhead{
		Parent:      "HỘI LIÊN HIỆP PHỤ NỮ TỈNH " + strings.ToUpper(f.Province),
		Issuer:      "BAN THƯỜNG VỤ",
		OrganSymbol: "BTV",
		OrganName:   "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh " + f.Province,
		Place:       f.Place,
		Authority:   "TM. BAN THƯỜNG VỤ",
		Position:    "CHỦ TỊCH",
		Signer:      f.Signer,
		Addressees:  "Thường trực Tỉnh ủy",
		Recipients:  "Ban Dân vận Tỉnh ủy\nỦy viên Ban Thường vụ Hội LHPN tỉnh\nHội LHPN các huyện, thành phố; các đơn vị trực thuộc",
		Archive:     "VT, XDTC",
		Basis:       suggestedBasis(f),
	}
}

// suggestedBasis is the plan of Nam Định or, for another province, that of the Central Union on which it rests.
func suggestedBasis(f Founding) string {
	if f.NamDinh {
		return "Kế hoạch số 77/KH-BCH ngày 04 tháng 7 năm 2023 của Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh Nam Định"
	}
	return "Kế hoạch số 290/KH-BCH ngày 04 tháng 5 năm 2023 của Ban Chấp hành Trung ương Hội Liên hiệp Phụ nữ Việt Nam"
}

// addUnit stores a unit with its first state.
func addUnit(tx *data.Tx, level data.Level, state data.UnitState) (int64, error) {
	unit := data.Unit{Level: level}
	if err := tx.Insert(&unit); err != nil {
		return 0, err
	}
	state.UnitID = unit.ID
	return unit.ID, tx.Insert(&state)
}

// addUnits stores many units with their states under two audit entries, and writes the new ids into states.
// Parents must be known, so each level is a call of its own.
func addUnits(tx *data.Tx, level data.Level, states []data.UnitState) error {
	units := make([]data.Unit, len(states))
	for i := range units {
		units[i].Level = level
	}
	if err := data.InsertAll(tx, units); err != nil {
		return err
	}
	for i := range states {
		states[i].UnitID = units[i].ID
	}
	return data.InsertAll(tx, states)
}

func foundPositions(tx *data.Tx) error {
	rows, err := table(assets.Positions, 6)
	if err != nil {
		return fmt.Errorf("positions asset: %w", err)
	}
	positions := make([]data.Position, len(rows))
	for i, row := range rows {
		rank, err := strconv.Atoi(row[3])
		if err != nil {
			return fmt.Errorf("positions asset, row %d: %w", i+2, err)
		}
		positions[i] = data.Position{Code: row[0], Name: row[1], Level: data.Level(row[2]), Rank: rank, Single: row[4] == "1", Bodies: row[5]}
	}
	return data.InsertAll(tx, positions)
}

// foundNamDinh stores the units of 2023 level by level, so that parents come before their children.
func foundNamDinh(tx *data.Tx) error {
	rows, err := table(assets.NamDinh2023, 5)
	if err != nil {
		return fmt.Errorf("units asset: %w", err)
	}
	ids := map[string]int64{}
	for i, level := range []data.Level{data.Province, data.District, data.BaseUnit} {
		if err := foundLevel(tx, rows, strconv.Itoa(i+1), level, ids); err != nil {
			return err
		}
	}
	affiliates, err := table(assets.Affiliates, 5)
	if err != nil {
		return fmt.Errorf("affiliates asset: %w", err)
	}
	states := make([]data.UnitState, len(affiliates))
	for i, row := range affiliates {
		states[i] = data.UnitState{ParentID: ids["36"], Code: row[0], Name: row[1]}
	}
	return addUnits(tx, data.Affiliate, states)
}

func foundLevel(tx *data.Tx, rows [][]string, number string, level data.Level, ids map[string]int64) error {
	var states []data.UnitState
	for _, row := range rows {
		if row[4] != number {
			continue
		}
		states = append(states, data.UnitState{Code: row[0], Name: row[1], Kind: strings.ToLower(row[2]), ParentID: ids[row[3]]})
	}
	if err := addUnits(tx, level, states); err != nil {
		return err
	}
	for _, s := range states {
		ids[s.Code] = s.UnitID
	}
	return nil
}

// table reads a CSV asset of a number of columns without its head.
func table(content []byte, columns int) ([][]string, error) {
	r := csv.NewReader(bytes.NewReader(content))
	r.FieldsPerRecord = columns
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	return rows[1:], nil
}
