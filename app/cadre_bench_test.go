package app

import (
	"testing"

	"cosohoi/data"
)

// BenchmarkCadreFile measures the record of a cadre with all that hangs on it: what a click on a row of the list waits for.
func BenchmarkCadreFile(b *testing.B) {
	o := demoOffice(b)
	page, err := o.Cadres(b.Context(), data.CadreQuery{On: o.Today(), Limit: 200})
	if err != nil || len(page.Rows) == 0 {
		b.Fatalf("%d cadres, %v", len(page.Rows), err)
	}
	for i := 0; b.Loop(); i++ {
		if _, err := o.CadreFile(b.Context(), page.Rows[i%len(page.Rows)].ID); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWholeProvince measures the counts over all cadres of the province.
func BenchmarkWholeProvince(b *testing.B) {
	o := demoOffice(b)
	province, err := o.Province(b.Context(), o.Today())
	if err != nil {
		b.Fatal(err)
	}
	for _, count := range []struct {
		name string
		do   func() error
	}{
		{"party_funnel", func() error { _, err := o.db.PartyFunnel(b.Context(), o.Today(), province.ID); return err }},
		{"branch_heads", func() error { _, err := o.db.BranchHeadProfile(b.Context(), o.Today(), province.ID); return err }},
	} {
		b.Run(count.name, func(b *testing.B) {
			for b.Loop() {
				if err := count.do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
