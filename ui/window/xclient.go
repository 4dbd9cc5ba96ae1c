//go:build window

package window

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"time"
)

// xClient speaks just enough of the X protocol to find a window, to place it, to ask it to close, and to press keys
// and buttons. A tool started for each key would be slower, and types Vietnamese by changing the keyboard under a
// program that may still be reading the key before.
type xClient struct {
	conn  net.Conn
	root  uint32
	xtest byte
	keys  map[uint32]stroke
}

// stroke is how a symbol is typed.
type stroke struct {
	code  byte
	shift bool
}

// Request codes of the core protocol.
const (
	reqGetWindowAttributes   = 3
	reqConfigureWindow       = 12
	reqQueryTree             = 15
	reqInternAtom            = 16
	reqGetProperty           = 20
	reqSendEvent             = 25
	reqSetInputFocus         = 42
	reqGetInputFocus         = 43
	reqQueryExtension        = 98
	reqChangeKeyboardMapping = 100
	reqGetKeyboardMapping    = 101
)

var le = binary.LittleEndian

// dialX connects to a display and makes its keyboard able to type Vietnamese. It must be called before the program
// under test starts, so that the program never sees the keyboard change.
func dialX(number string) (*xClient, error) {
	conn, err := net.DialTimeout("unix", "/tmp/.X11-unix/X"+number, patience)
	if err != nil {
		return nil, fmt.Errorf("connect to the display: %w", err)
	}
	c := &xClient{conn: conn}
	first, last, err := c.setUp()
	if err != nil {
		return nil, fmt.Errorf("connect to the display: %w", err)
	}
	reply, err := c.ask(reqQueryExtension, 0, u16(5), u16(0), []byte("XTEST\x00\x00\x00"))
	if err != nil || reply[8] == 0 {
		return nil, errors.Join(errors.New("the display has no XTEST"), err)
	}
	c.xtest = reply[9]
	if err := c.learnKeyboard(first, last); err != nil {
		return nil, fmt.Errorf("keyboard of the display: %w", err)
	}
	return c, nil
}

func u16(v int) []byte    { return le.AppendUint16(nil, uint16(v)) }
func u32(v uint32) []byte { return le.AppendUint32(nil, v) }

// setUp opens the conversation and returns the first and last code of the keyboard.
func (c *xClient) setUp() (first, last byte, err error) {
	if err := c.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return 0, 0, err
	}
	if _, err := c.conn.Write([]byte{'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0}); err != nil {
		return 0, 0, err
	}
	head := make([]byte, 8)
	if _, err := io.ReadFull(c.conn, head); err != nil {
		return 0, 0, err
	}
	body := make([]byte, 4*int(le.Uint16(head[6:])))
	if _, err := io.ReadFull(c.conn, body); err != nil {
		return 0, 0, err
	}
	if head[0] != 1 {
		return 0, 0, fmt.Errorf("refused: %s", body)
	}
	vendor, formats := int(le.Uint16(body[16:])), int(body[21])
	screen := body[32+(vendor+3)/4*4+8*formats:]
	c.root = le.Uint32(screen)
	return body[26], body[27], nil
}

// send writes a request; detail is its second byte.
func (c *xClient) send(code, detail byte, parts ...[]byte) error {
	body := bytes.Join(parts, nil)
	for len(body)%4 != 0 {
		body = append(body, 0)
	}
	request := append([]byte{code, detail, 0, 0}, body...)
	le.PutUint16(request[2:], uint16(len(request)/4))
	if err := c.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	_, err := c.conn.Write(request)
	return err
}

// ask sends a request and waits for its reply, or for the error of a request before it.
func (c *xClient) ask(code, detail byte, parts ...[]byte) ([]byte, error) {
	if err := c.send(code, detail, parts...); err != nil {
		return nil, err
	}
	for {
		packet := make([]byte, 32)
		if _, err := io.ReadFull(c.conn, packet); err != nil {
			return nil, err
		}
		switch packet[0] {
		case 0:
			return nil, fmt.Errorf("display: error %d of request %d", packet[1], packet[10])
		case 1:
			more := make([]byte, 4*int(le.Uint32(packet[4:])))
			if _, err := io.ReadFull(c.conn, more); err != nil {
				return nil, err
			}
			return append(packet, more...), nil
		}
	}
}

// settle waits until the display has done what was sent.
func (c *xClient) settle() error {
	_, err := c.ask(reqGetInputFocus, 0)
	return err
}

func (c *xClient) atom(name string) (uint32, error) {
	reply, err := c.ask(reqInternAtom, 0, u16(len(name)), u16(0), []byte(name))
	if err != nil {
		return 0, err
	}
	return le.Uint32(reply[8:]), nil
}

// property reads the bytes of a property of a window, none when it has none.
func (c *xClient) property(window uint32, name string) ([]byte, error) {
	atom, err := c.atom(name)
	if err != nil {
		return nil, err
	}
	reply, err := c.ask(reqGetProperty, 0, u32(window), u32(atom), u32(0), u32(0), u32(1024))
	if err != nil {
		return nil, err
	}
	return reply[32:][:int(le.Uint32(reply[16:]))*int(reply[1])/8], nil
}

// windowOf finds the window that a process shows, other than one that is known already, 0 when it shows none.
func (c *xClient) windowOf(pid int, known uint32) (uint32, error) {
	tree, err := c.ask(reqQueryTree, 0, u32(c.root))
	if err != nil {
		return 0, err
	}
	for i := range int(le.Uint16(tree[16:])) {
		window := le.Uint32(tree[32+4*i:])
		if window == known {
			continue
		}
		owner, err := c.property(window, "_NET_WM_PID")
		if err != nil || len(owner) < 4 || int(le.Uint32(owner)) != pid {
			continue // a window that went meanwhile is none of ours
		}
		attributes, err := c.ask(reqGetWindowAttributes, 0, u32(window))
		const viewable = 2
		if err == nil && attributes[26] == viewable {
			return window, nil
		}
	}
	return 0, nil
}

// place moves a window to the corner of the screen, gives it a size and the keyboard: there is no window manager to
// do it.
func (c *xClient) place(window uint32, width, height int) error {
	const x, y, w, h = 1, 2, 4, 8
	if err := c.send(reqConfigureWindow, 0, u32(window), u16(x|y|w|h), u16(0), u32(0), u32(0), u32(uint32(width)), u32(uint32(height))); err != nil {
		return err
	}
	return c.focus(window)
}

func (c *xClient) focus(window uint32) error {
	const toParent = 2
	if err := c.send(reqSetInputFocus, toParent, u32(window), u32(0)); err != nil {
		return err
	}
	return c.settle()
}

// focused tells which window has the keyboard.
func (c *xClient) focused() (uint32, error) {
	reply, err := c.ask(reqGetInputFocus, 0)
	if err != nil {
		return 0, err
	}
	return le.Uint32(reply[8:]), nil
}

// askToClose does what the button in the corner of a window does.
func (c *xClient) askToClose(window uint32) error {
	protocols, err := c.atom("WM_PROTOCOLS")
	if err != nil {
		return err
	}
	remove, err := c.atom("WM_DELETE_WINDOW")
	if err != nil {
		return err
	}
	const clientMessage, format = 33, 32
	event := bytes.Join([][]byte{{clientMessage, format, 0, 0}, u32(window), u32(protocols), u32(remove), make([]byte, 16)}, nil)
	if err := c.send(reqSendEvent, 0, u32(window), u32(0), event); err != nil {
		return err
	}
	return c.settle()
}

// fake presses or releases a key or a button, or moves the pointer.
func (c *xClient) fake(kind, detail byte, x, y int) error {
	const fakeInput = 2
	return c.send(c.xtest, fakeInput, []byte{kind, detail, 0, 0}, u32(0), u32(c.root), make([]byte, 8), u16(x), u16(y), make([]byte, 8))
}
