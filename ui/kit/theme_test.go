package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// contrast is the ratio of WCAG between two opaque colours.
func contrast(a, b color.NRGBA) float64 {
	light := func(c color.NRGBA) float64 {
		part := func(v uint8) float64 {
			x := float64(v) / 255
			if x <= 0.03928 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestTextColoursCanBeRead(t *testing.T) {
	for name, pair := range map[string][2]color.NRGBA{
		"text on a card": {TextColor, Surface}, "text on the window": {TextColor, Window}, "text on a selection": {TextColor, Tint},
		"secondary on a card": {Secondary, Surface}, "secondary on the window": {Secondary, Window}, "secondary on a selection": {Secondary, Tint},
		"secondary on a table's head": {Secondary, HeaderGround}, "link": {Accent, Surface}, "filled button": {Surface, Accent},
		"good": {Good, GoodBack}, "care": {Care, CareBack}, "late": {Late, LateBack}, "neutral": {Neutral, NeutralBack}, "tint": {AccentDown, Tint},
		"error under a field": {Late, Surface}, "rail": {RailText, RailGround}, "office on the rail": {RailQuiet, RailGround}, "selected on the rail": {Surface, RailSelected}, "badge": {Surface, Badge},
	} {
		if ratio := contrast(pair[0], pair[1]); ratio < 4.5 {
			t.Errorf("%s: %.2f, want at least 4.5", name, ratio)
		}
	}
}

func TestTextSizesFollowTheScaleAndDistancesDoNot(t *testing.T) {
	test.NewTempApp(t)
	plain, large := Theme(1), Theme(1.5)
	if got := large.Size(theme.SizeNameText); got != 21 {
		t.Errorf("text is %v", got)
	}
	if plain.Size(theme.SizeNamePadding) != large.Size(theme.SizeNamePadding) {
		t.Error("distances must not grow")
	}
}

func TestControlsAreAsHighAsTheSketchesHaveThem(t *testing.T) {
	entry, action, choice, date := NewEntry(), NewAction("Lưu", "Ctrl+S", nil), NewChoice(nil, nil), NewDateField(true)
	newWindow(t, entry, 300, 100)
	for name, o := range map[string]fyne.CanvasObject{"input": entry, "button": action, "choice": choice, "date": date} {
		if h := o.MinSize().Height; h < 31.5 || h > 34 {
			t.Errorf("%s is %v high, want about 32", name, h)
		}
	}
	if h := rowHeight(); h < 30 || h > 32.5 {
		t.Errorf("a row is %v high", h)
	}
}

func TestTheRailTellsWhereToGoAndMovesByKeyboard(t *testing.T) {
	var gone []string
	rail := sampleRail()
	rail.onSelected = func(id string) { gone = append(gone, id) }
	rail.Select("tong-quan")
	newWindow(t, rail, 184, 768)
	press(rail, fyne.KeyDown, fyne.KeyEnd, fyne.KeyHome)
	test.TapAt(rail, fyne.NewPos(20, rail.top(4, 768)+5))
	want := []string{"to-chuc", "cai-dat", "tong-quan", "phong-trao"}
	for i := range want {
		if i >= len(gone) || gone[i] != want[i] {
			t.Fatalf("went to %v, want %v", gone, want)
		}
	}
}

func TestLeavesAreBuiltWhenFirstTurnedTo(t *testing.T) {
	built := ""
	leaf := func(name string) Tab {
		return Tab{Label: name, ID: name, Content: func() fyne.CanvasObject { built += name; return Body(name) }}
	}
	tabs := NewTabs([]Tab{leaf("a"), leaf("b"), leaf("c")})
	newWindow(t, tabs, 400, 200)
	press(tabs.bar, fyne.KeyEnd, fyne.KeyLeft, fyne.KeyRight)
	if built != "acb" || tabs.Selected() != 2 {
		t.Errorf("built %q, in view %d", built, tabs.Selected())
	}
	tabs.SelectID("b")
	tabs.SelectID("gone") // as for a unit that has fewer leaves
	if tabs.Selected() != 1 {
		t.Errorf("in view by name: %d, want 1", tabs.Selected())
	}
}
