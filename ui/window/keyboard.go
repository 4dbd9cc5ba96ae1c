//go:build window

package window

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// letters are what Vietnamese adds to the keyboard.
const letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ–…“”"

// keysyms of the keys with names.
var keysyms = map[string]uint32{
	"Return": 0xFF0D, "Escape": 0xFF1B, "Tab": 0xFF09, "BackSpace": 0xFF08, "Delete": 0xFFFF, "Home": 0xFF50, "End": 0xFF57,
	"Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54, "space": 0x20,
	"F1": 0xFFBE, "F2": 0xFFBF, "F4": 0xFFC1, "F5": 0xFFC2,
	"shift": 0xFFE1, "ctrl": 0xFFE3, "alt": 0xFFE9,
}

// keysymOf is the symbol of a character.
func keysymOf(r rune) uint32 {
	if r < 0x100 {
		return uint32(r)
	}
	return 0x01000000 | uint32(r)
}

// multimedia is where the symbols of the keys for loudness, mail and the like begin.
const multimedia = 0x10080000

// learnKeyboard reads which key types what, and puts the letters of Vietnamese on keys that type nothing or belong to
// multimedia. They stay there: a keyboard that changes while the program reads it makes wrong letters.
func (c *xClient) learnKeyboard(first, last byte) error {
	reply, err := c.ask(reqGetKeyboardMapping, 0, []byte{first, last - first + 1, 0, 0})
	if err != nil {
		return err
	}
	c.keys = map[uint32]stroke{}
	perKey, free := int(reply[1]), []byte{}
	for i := 0; i <= int(last-first); i++ {
		used := false
		for level := range perKey {
			symbol := le.Uint32(reply[32+4*(i*perKey+level):])
			used = used || symbol != 0 && symbol&^0xFFFF != multimedia
			if _, known := c.keys[symbol]; !known && symbol != 0 && level < 2 {
				c.keys[symbol] = stroke{first + byte(i), level == 1}
			}
		}
		if !used {
			free = append(free, first+byte(i))
		}
	}
	for _, r := range letters {
		if len(free) == 0 {
			return errors.New("too few free keys for the letters of Vietnamese")
		}
		code, small, capital := free[0], keysymOf(r), keysymOf(unicode.ToUpper(r))
		free = free[1:]
		if err := c.send(reqChangeKeyboardMapping, 1, []byte{code, 2, 0, 0}, u32(small), u32(capital)); err != nil {
			return err
		}
		c.keys[small] = stroke{code, false}
		if capital != small {
			c.keys[capital] = stroke{code, true}
		}
	}
	return c.settle()
}

// Kinds of faked input.
const (
	keyDown    = 2
	keyUp      = 3
	buttonDown = 4
	buttonUp   = 5
	moved      = 6
)

// press presses keys together and releases them: "ctrl+3", "Return", "F2".
func (c *xClient) press(keys string) error {
	var held []byte
	for _, name := range strings.Split(keys, "+") {
		symbol, known := keysyms[name]
		if !known {
			runes := []rune(name)
			if len(runes) != 1 {
				return fmt.Errorf("no key %q", name)
			}
			symbol = keysymOf(runes[0])
		}
		s, known := c.keys[symbol]
		if !known {
			return fmt.Errorf("no key types %q", name)
		}
		if s.shift {
			held = append(held, c.keys[keysyms["shift"]].code)
		}
		held = append(held, s.code)
	}
	for _, code := range held {
		if err := c.fake(keyDown, code, 0, 0); err != nil {
			return err
		}
	}
	for i := len(held) - 1; i >= 0; i-- {
		if err := c.fake(keyUp, held[i], 0, 0); err != nil {
			return err
		}
	}
	return c.settle()
}

// write types a text letter by letter.
func (c *xClient) write(text string) error {
	for _, r := range text {
		if err := c.press(string(r)); err != nil {
			return err
		}
	}
	return nil
}
