package kit

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// lazyTree has three branches of three leaves and remembers whose children were asked for.
func lazyTree(asked *[]string) *UnitTree {
	tree := NewUnitTree(func(_ context.Context, parent string) ([]Node, error) {
		*asked = append(*asked, parent)
		var nodes []Node
		for i := range 3 {
			id := fmt.Sprintf("%s%d", parent, i)
			nodes = append(nodes, Node{ID: id, ParentID: parent, Text: "Đơn vị " + id, HasChildren: len(id) < 3})
		}
		return nodes, nil
	})
	tree.SetRunner(atOnce)
	return tree
}

func shownIDs(tree *UnitTree) string {
	var ids []string
	for _, n := range tree.flat {
		ids = append(ids, n.id)
	}
	return strings.Join(ids, " ")
}

func TestChildrenAreReadWhenABranchIsFirstOpened(t *testing.T) {
	var asked []string
	tree := lazyTree(&asked)
	newWindow(t, tree, 300, 400)
	tree.Reload()
	if fmt.Sprint(asked) != "[]" && strings.Join(asked, ",") != "" {
		t.Errorf("read %q before anything was opened", asked)
	}
	press(tree.list, fyne.KeyDown, fyne.KeyRight, fyne.KeyLeft, fyne.KeyRight)
	if got := strings.Join(asked, ","); got != ",0" {
		t.Errorf("read the children of %q, want the roots and 0, once each", got)
	}
	if got := shownIDs(tree); got != "0 00 01 02 1 2" {
		t.Errorf("shows %s", got)
	}
}

func TestArrowsWalkTheTree(t *testing.T) {
	var asked, told []string
	tree := lazyTree(&asked)
	tree.OnSelected = func(id string) { told = append(told, id) }
	newWindow(t, tree, 300, 400)
	tree.Reload()
	press(tree.list, fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyHome)
	if got := strings.Join(told, " "); got != "0 00 01 0 2 0" {
		t.Errorf("went %s", got)
	}
}

func TestReloadKeepsOpenBranchesSelectionAndPlace(t *testing.T) {
	var asked []string
	tree := lazyTree(&asked)
	newWindow(t, tree, 300, 120)
	tree.Reload()
	tree.Select("12", []string{"1"})
	tree.Expand("2")
	tree.list.scrollTo(40)
	before := shownIDs(tree)
	asked = nil
	tree.Reload()
	if got := shownIDs(tree); got != before {
		t.Errorf("shows %s, before it was %s", got, before)
	}
	if tree.Selected() != "12" || tree.flat[tree.list.selected].id != "12" {
		t.Error("the selection was lost")
	}
	if tree.list.top != 40 {
		t.Errorf("scrolled to %v", tree.list.top)
	}
	if got := strings.Join(asked, ","); got != ",1,2" {
		t.Errorf("read again the children of %q", got)
	}
}

func TestSelectOpensTheWayDown(t *testing.T) {
	var asked []string
	tree := lazyTree(&asked)
	newWindow(t, tree, 300, 400)
	tree.Select("120", []string{"1", "12"})
	if got := shownIDs(tree); got != "0 1 10 11 12 120 121 122 2" {
		t.Errorf("shows %s", got)
	}
	if tree.flat[tree.list.selected].id != "120" {
		t.Error("120 is not selected")
	}
}

func TestAFilterShowsWhatMatchesAndLeavesTheTreeAsItWas(t *testing.T) {
	var asked []string
	tree := lazyTree(&asked)
	newWindow(t, tree, 300, 400)
	tree.Reload()
	tree.Expand("0")
	before := shownIDs(tree)
	tree.Filter([]Node{{ID: "1", Text: "Huyện"}, {ID: "11", ParentID: "1", Text: "Xã"}})
	if got := shownIDs(tree); got != "1 11" {
		t.Errorf("the filter shows %s", got)
	}
	tree.ClearFilter()
	if got := shownIDs(tree); got != before {
		t.Errorf("afterwards it shows %s", got)
	}
}

func TestChildrenOnTheirWaySaySo(t *testing.T) {
	var asked []string
	tree := lazyTree(&asked)
	newWindow(t, tree, 300, 400)
	tree.Reload()
	var waiting func()
	tree.SetRunner(func(f func()) { waiting = f })
	tree.Expand("0")
	if !tree.flat[1].pending {
		t.Error("nothing says that children are on their way")
	}
	waiting()
	if got := shownIDs(tree); got != "0 00 01 02 1 2" {
		t.Errorf("shows %s", got)
	}
}
