package app

import (
	"bytes"
	"strings"
	"testing"

	"cosohoi/assets"
)

func TestTheQuickGuideHasFourPages(t *testing.T) {
	paper := must(QuickGuide())(t)
	if n := bytes.Count(paper.PDF, []byte("/Type /Page\n")); n != 4 {
		t.Errorf("%d pages, want 4: two sheets of paper printed on both sides", n)
	}
	if strings.Contains(assets.QuickGuide, "[") {
		t.Error("the guide has room to write by hand, as a draft of an office has")
	}
}
