package kit

import "fyne.io/fyne/v2"

// Notice is a remark on a field of a form that keeps nobody from saving, with something to do about it. It takes no room as long as
// there is nothing to say.
type Notice struct {
	words *Text
	link  *Action
	form  *form
	// folded hides the notice with the section of its field; linked tells that there is something to do.
	folded, linked bool
}

// NewNotice returns a notice with the words of its link.
func NewNotice(link string) *Notice {
	n := &Notice{words: Caption("").Wrapping(), link: NewLink(link, nil)}
	n.words.SetColor(Care)
	n.words.Hide()
	n.link.Hide()
	return n
}

// Say shows a sentence and what the link does; "" takes them away. then is nil for a sentence without a link.
func (n *Notice) Say(sentence string, then func()) {
	if sentence == n.words.Text() && sentence == "" {
		return
	}
	n.words.SetText(sentence)
	n.link.SetOnTapped(then)
	n.linked = then != nil
	n.show()
	if n.form != nil {
		n.form.grow()
	}
}

func (n *Notice) show() {
	n.words.Hide()
	n.link.Hide()
	if n.words.Text() == "" || n.folded {
		return
	}
	n.words.Show()
	if n.linked {
		n.link.Show()
	}
}

// fold hides the notice as long as its section is folded; a field without a notice has nil.
func (n *Notice) fold(folded bool) {
	if n != nil {
		n.folded = folded
		n.show()
	}
}

// Close leaves the form, asking first when something would be lost, and then goes on.
func (n *Notice) Close(then func()) {
	if n.form == nil {
		return
	}
	n.form.leaveFor(then)
}

// place puts the notice under a field and returns its height.
func (n *Notice) place(x, y, width float32, put bool) float32 {
	if n == nil || !n.words.Visible() {
		return 0
	}
	height := float32(len(breakLines(n.words.Text(), width, captionSize(), fyne.TextStyle{})))*lineHeight(captionSize()) + 2
	if put {
		place(n.words, x, y+2, width, height)
	}
	if n.link.Visible() {
		size := n.link.MinSize()
		if put {
			place(n.link, x, y+height, size.Width, size.Height)
		}
		height += size.Height
	}
	return height + 2
}
