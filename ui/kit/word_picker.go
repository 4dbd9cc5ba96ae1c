package kit

import (
	"slices"
	"strings"

	"cosohoi/data/vietnamese"
)

// newWord marks a word that is not among those that are offered.
const newWord = "mới"

// NewWordPicker returns a picker that offers words and takes any text. A word that is not among them is marked as new, so that nobody adds
// one without seeing it. Its ID is the word.
func NewWordPicker(words []string) *Picker {
	p := NewPicker("Chọn hoặc gõ…", nil)
	p.free, p.words = true, words
	return p
}

// SetWords offers others.
func (p *Picker) SetWords(words []string) {
	p.words = words
	p.Refresh()
}

// chip is what stands in small at the right: the keys that lead here, or that the word is new.
func (p *Picker) chip() string {
	if p.free && p.words != nil && p.text != "" && p.box == nil && !slices.Contains(p.words, p.text) {
		return newWord
	}
	return p.hint
}

func wordOption(word string) Option { return Option{ID: word, Label: word} }

// offer lists the words that a text may mean and, for one that is none of them, the text itself.
func (p *Picker) offer(text string) {
	word, options := vietnamese.Clean(text), make([]Option, len(p.words))
	for i, w := range p.words {
		options[i] = wordOption(w)
	}
	options = matching(options, text)
	meant, known := p.known(word)
	if !known && word != "" {
		options = append(options, Option{ID: word, Label: "Thêm “" + word + "”", Detail: "vào danh mục khi lưu"})
	}
	p.list.note = "Gõ để thêm từ mới"
	p.list.show(options)
	switch {
	case known:
		p.list.markID(meant)
	case word == "":
		p.list.markID(p.text) // what is chosen
	}
	p.answered = p.text // at once: no key has to wait
	p.box.Refresh()
}

// known finds the word that a text is: the same but for capitals, or the only one with these letters when it was typed without tone marks.
func (p *Picker) known(text string) (string, bool) {
	for _, w := range p.words {
		if strings.EqualFold(w, text) {
			return w, true
		}
	}
	key := vietnamese.SearchKey(text)
	if !strings.EqualFold(key, text) {
		return "", false
	}
	var meant []string
	for _, w := range p.words {
		if vietnamese.SearchKey(w) == key {
			meant = append(meant, w)
		}
	}
	if len(meant) == 1 {
		return meant[0], true
	}
	return "", false
}

// settle takes what was typed when the list closes without a choice, so that leaving by the mouse loses nothing.
func (p *Picker) settle() {
	if p.chosen.ID != "" {
		return
	}
	word := vietnamese.Clean(p.text)
	if w, ok := p.known(word); ok {
		word = w
	}
	p.SetOption(wordOption(word))
	if word != "" && p.OnChanged != nil {
		p.OnChanged(p.chosen)
	}
	if p.onSettled != nil {
		p.onSettled()
	}
}
