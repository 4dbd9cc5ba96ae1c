package data

import (
	"context"
	"slices"

	"gorm.io/gorm"

	"cosohoi/data/day"
	"cosohoi/data/vietnamese"
)

// Twin is what tells of a record whether it is of the same person as another.
type Twin struct {
	ID        int64
	FullName  string
	Birth     day.Date
	Phone     string
	CitizenID string
}

// fullNameKey is the search key of the full name of a cadre alone.
const fullNameKey = "substr(c.search_key, 1, instr(c.search_key || '" + nameEnd + "', '" + nameEnd + "') - 1)"

const twinColumns = "c.id, c.full_name, c.birth, c.phone, c.citizen_id"

// PossibleTwins lists the cadres who share name, tone marks aside, or telephone number with another, in order of id. Those whose data
// were erased are nobody any more.
func (r Reader) PossibleTwins(ctx context.Context) ([]Twin, error) {
	var twins []Twin
	err := r.db.WithContext(ctx).Raw(`WITH live AS MATERIALIZED (SELECT ` + twinColumns + `, ` + fullNameKey + ` AS name FROM cadres c WHERE c.deleted_at IS NULL AND c.anonymised_on IS NULL)
		SELECT id, full_name, birth, phone, citizen_id FROM live WHERE name IN (SELECT name FROM live GROUP BY name HAVING count(*) > 1)
			OR phone <> '' AND phone IN (SELECT phone FROM live WHERE phone <> '' GROUP BY phone HAVING count(*) > 1) ORDER BY id`).Scan(&twins).Error
	return twins, r.fail(err, "possible twins")
}

// TwinsOf lists the first cadres with a name, tone marks aside, or a telephone number.
func (r Reader) TwinsOf(ctx context.Context, name, phone string, limit int) ([]Twin, error) {
	var twins []Twin
	key := vietnamese.SearchKey(name)
	err := r.db.WithContext(ctx).Raw("SELECT "+twinColumns+" FROM cadres c WHERE c.deleted_at IS NULL AND c.anonymised_on IS NULL AND ("+cadreNameMatch+" AND "+fullNameKey+" = ? OR c.phone <> '' AND c.phone = ?) ORDER BY c.id LIMIT ?",
		prefixQuery(name), key, phone, limit).Scan(&twins).Error
	return twins, r.fail(err, "twins of %q", name)
}

// Place is a unit in which a cadre holds or held a post, with a unit directly above it at some time; 0 when that is the province, under
// which all are neighbours.
type Place struct{ CadreID, UnitID, AboveID int64 }

// PlacesOf lists the places of some cadres.
func (r Reader) PlacesOf(ctx context.Context, cadres []int64) ([]Place, error) {
	var places []Place
	for chunk := range slices.Chunk(cadres, 10000) {
		var some []Place
		err := r.db.WithContext(ctx).Raw(`SELECT DISTINCT a.cadre_id, a.unit_id, CASE WHEN u.level = ? THEN 0 ELSE coalesce(s.parent_id, 0) END AS above_id
			FROM appointments a JOIN unit_states s ON s.unit_id = a.unit_id AND s.deleted_at IS NULL LEFT JOIN units u ON u.id = s.parent_id
			WHERE a.deleted_at IS NULL AND a.cadre_id IN ? ORDER BY a.cadre_id, a.unit_id`, Province, chunk).Scan(&some).Error
		if err != nil {
			return nil, r.fail(err, "places of cadres")
		}
		places = append(places, some...)
	}
	return places, nil
}

// UnitLinks lists the links of all reorganisations between two units.
func (r Reader) UnitLinks(ctx context.Context) ([]UnitLink, error) {
	return listed[UnitLink](ctx, r, "links of units", func(db *gorm.DB) *gorm.DB { return db.Where("from_id IS NOT NULL AND to_id IS NOT NULL").Order("id") })
}
