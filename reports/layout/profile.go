package layout

import "cosohoi/reports/form"

// Profile gives the form of the document in its set of sizes, which is named after its body text. Of a set that the form does
// not know, and of an unknown form, it gives the usual one and false.
func (d Document) Profile() (form.Profile, bool) {
	usual := d.Preset == 14 || d.Preset == 0
	switch {
	case d.Form == Party && d.Preset == 15:
		return form.Party(15), true
	case d.Form == Party:
		return form.Party(14), usual
	case d.Preset == 13:
		return form.Decree(13), d.Form == ND30
	}
	return form.Decree(14), usual && d.Form == ND30
}
