package data

import (
	"cmp"
	"context"
	"fmt"

	"gorm.io/gorm"

	"cosohoi/data/day"
)

// erased stands in the place of a text that must not be empty.
const erased = "(đã xóa)"

// personal are the tables whose rows belong to one cadre, with what in them is told in free words and so may tell who she is. What the
// figures count (posts, years, levels, amounts, dates) stays.
var personal = []struct {
	kind  Kind
	table string
	clear map[string]any
	by    string // the column of the cadre, when it is not cadre_id
}{
	{KindAppointment, "appointments", map[string]any{"decision": "", "reason": ""}, ""},
	{KindCadreRating, "cadre_ratings", map[string]any{"decision": "", "note": ""}, ""},
	{KindAttendance, "attendances", map[string]any{"certificate": "", "result": "", "note": ""}, ""},
	{KindSuccession, "successions", map[string]any{"decision": "", "note": ""}, ""},
	{KindAllowance, "allowances", map[string]any{"note": ""}, ""},
	{KindPartyStep, "party_steps", map[string]any{"document": "", "helper": "", "note": "", "reason": gorm.Expr("CASE WHEN reason = '' THEN '' ELSE ? END", erased)}, ""},
	{KindCadreAward, "cadre_awards", map[string]any{"decision": "", "note": ""}, ""},
	{KindDiscipline, "disciplines", map[string]any{"decision": "", "note": ""}, ""},
	{KindAssignment, "assignments", map[string]any{"decision": "", "note": ""}, ""},
	{KindTrip, "trips", map[string]any{"purpose": erased, "result": ""}, ""},
	{KindPersonalRequest, "personal_requests", map[string]any{"note": "", "outcome": gorm.Expr("CASE WHEN answered_on IS NULL THEN '' ELSE ? END", erased)}, ""},
	{KindPair, "pairs", map[string]any{"helper": "", "result": ""}, "helper_cadre_id"},
	{KindPair, "pairs", map[string]any{"helped": "", "result": ""}, "helped_cadre_id"},
	{KindGoodExample, "good_examples", map[string]any{"name": erased, "summary": "", "spread": ""}, ""},
}

// Anonymise empties the record of a cadre, the records merged into it and what belongs to them, in the recycle bin too, so that nobody can
// tell any more who she was. Sex, posts, the days of the Party and of leaving stay, since figures reported earlier count them.
//
// It also empties what the audit kept of these records before and after each change. This is the one exception to an audit that is only
// added to: the law gives a person the right to have her data erased (Luật 91/2025/QH15), and an audit that still shows the name and the
// phone would make the erasing void. Who changed which record when, by what operation, stays. Operations emptied like this cannot be undone.
func (t *Tx) Anonymise(ctx context.Context, cadre int64, name string, on day.Date) error {
	db := t.db.WithContext(ctx)
	if err := t.writeAudit(); err != nil {
		return err
	}
	ids := []int64{cadre}
	for {
		var merged []int64
		if err := db.Table("cadres").Where("merged_into IN ? AND id NOT IN ?", ids, ids).Pluck("id", &merged).Error; err != nil {
			return t.fail(err, "records merged into cadre %d", cadre)
		}
		if len(merged) == 0 {
			break
		}
		ids = append(ids, merged...)
	}
	touched := map[string]any{"version": gorm.Expr("version + 1"), "updated_at": t.now}
	for _, p := range personal {
		column := cmp.Or(p.by, "cadre_id")
		if err := t.emptyAudit(db, p.kind, p.table, column, ids); err != nil {
			return err
		}
		set := map[string]any{}
		for name, value := range p.clear {
			set[name] = value
		}
		if p.kind == KindPersonalRequest {
			set["person"] = name
		}
		for name, value := range touched {
			set[name] = value
		}
		done := db.Table(p.table).Where(column+" IN ?", ids).Updates(set)
		if done.Error != nil {
			return fmt.Errorf("anonymise %s of cadre %d: %w", p.kind, cadre, done.Error)
		}
		if done.RowsAffected > 0 {
			t.changes.kinds[p.kind] = true
		}
	}
	if err := t.emptyAudit(db, KindCadrePhoto, "cadre_photos", "cadre_id", ids); err != nil {
		return err
	}
	if err := db.Where("cadre_id IN ?", ids).Delete(&CadrePhoto{}).Error; err != nil {
		return fmt.Errorf("delete photos of cadre %d: %w", cadre, err)
	}
	t.changes.kinds[KindCadrePhoto] = true
	return t.anonymiseCadres(db, ids, name, on)
}

// anonymiseCadres empties the records of cadres themselves.
func (t *Tx) anonymiseCadres(db *gorm.DB, ids []int64, name string, on day.Date) error {
	if err := t.emptyAudit(db, KindCadre, "cadres", "id", ids); err != nil {
		return err
	}
	var stored []Cadre
	if err := db.Where("id IN ?", ids).Find(&stored).Error; err != nil {
		return t.fail(err, "cadres to anonymise")
	}
	for _, c := range stored {
		empty := Cadre{
			Base: c.Base, FullName: name, Female: c.Female, PartyProbationOn: c.PartyProbationOn, PartyOfficialOn: c.PartyOfficialOn,
			LeftOn: c.LeftOn, AnonymisedOn: on, MergedInto: c.MergedInto,
		}
		if !c.LeftOn.IsZero() {
			empty.LeftReason = erased
		}
		if err := empty.prepare(); err != nil {
			return err
		}
		empty.Version++
		empty.UpdatedAt = t.now
		if err := db.Model(&empty).Where("id = ?", c.ID).Select("*").Updates(&empty).Error; err != nil {
			return fmt.Errorf("anonymise cadre %d: %w", c.ID, err)
		}
		if err := t.audit(KindCadre, c.ID, c.ID, actionUpdate, "", ""); err != nil {
			return err
		}
	}
	return nil
}

// emptyAudit takes out what the audit kept of some rows of a table; see Anonymise.
func (t *Tx) emptyAudit(db *gorm.DB, kind Kind, table, column string, ids []int64) error {
	rows := t.db.Table(table).Select("id").Where(column+" IN ?", ids)
	err := db.Model(&AuditEntry{}).Where("kind = ? AND record_id = last_id AND record_id IN (?)", kind, rows).Updates(map[string]any{"before": "", "after": ""}).Error
	if err != nil {
		return fmt.Errorf("empty the audit of %s: %w", kind, err)
	}
	return nil
}

// emptied tells that what an entry kept was taken out by Anonymise: every other one that is no reading keeps how the record was after it.
func (e AuditEntry) emptied() bool { return e.Action != actionRead && e.After == "" }
