//go:build window

package window

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestFirstStart founds the province of Nam Định in an empty database with Enter alone.
func TestFirstStart(t *testing.T) {
	h := newHome(t)
	database := filepath.Join(h.folder, "moi", "tinh.db")
	p := openProgram(t, h, database)
	p.key("Return") // "Bắt đầu với tỉnh Nam Định (2023)" has the focus
	for range 5 {
		p.key("Return") // to the next input
	}
	p.must(p.press("Return"))
	p.until("the founded province", func() bool { return !p.inFront() })
	p.rest()
	if title := p.title(); title != "Cơ sở Hội – Hội LHPN tỉnh Nam Định" {
		t.Errorf("the window is called %q", title)
	}
	if o := p.close(); o.code != 0 {
		t.Fatalf("closed with %d: %s", o.code, o.errOut)
	}
	units := records(t, h.job(t, database, "units", "--as-of", "2023-07-04", "--csv"))
	if len(units) != 241 {
		t.Errorf("%d units, want 241", len(units))
	}
	found := false
	for _, u := range units {
		found = found || u["code"] == "14230" && u["name"] == "Xã Hải Vân" && u["parent_code"] == "366"
	}
	if !found {
		t.Error("xã Hải Vân 14230 is not under 366")
	}
	h.job(t, database, "check")
}

// TestFaultsAtStart starts the window where it cannot work: it says why in one Vietnamese sentence, ends with 1 and
// leaves the file alone.
func TestFaultsAtStart(t *testing.T) {
	h := newHome(t)
	path := built(t, "COSOHOI")
	d := openDisplay(t)
	sound, err := os.ReadFile(h.demoDatabase(t))
	if err != nil {
		t.Fatal(err)
	}
	newer := bytes.Clone(sound)
	const userVersion = 60 // in the header of an SQLite file
	binary.BigEndian.PutUint32(newer[userVersion:], 9999)
	damaged := bytes.Clone(sound)
	for i := 100; i < 64<<10; i++ {
		damaged[i] = byte(i * 7)
	}
	cut := sound[:len(sound)/3]

	cases := []struct {
		name     string
		content  []byte
		database string
		env      []string
		says     string
	}{
		{name: "damaged", content: damaged, says: "hỏng"},
		{name: "cut short", content: cut, says: "hỏng"},
		{name: "no database", content: []byte(strings.Repeat("Biên bản họp Ban Thường vụ\n", 100)), says: "không phải"},
		{name: "newer", content: newer, says: "mới hơn"},
		{name: "folder that takes no file", database: "/proc/co-so-hoi/tinh.db", says: "thư mục"},
		{name: "a folder in place of the file", database: h.folder, says: "thư mục"},
		{name: "no folder for the log", content: sound, env: []string{"XDG_STATE_HOME=/proc/co-so-hoi"}, says: "nhật ký"},
		{name: "no display", content: sound, env: []string{"DISPLAY="}, says: "màn hình"},
		{name: "display that does not answer", content: sound, env: []string{"DISPLAY=:59999"}, says: "màn hình"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			database := c.database
			if c.content != nil {
				h.write(t, "thu/tinh.db", string(c.content))
				database = filepath.Join(h.folder, "thu", "tinh.db")
			}
			o := run(t, append(h.env(d.number), c.env...), path, "--db", database)
			if o.code != 1 {
				t.Errorf("exit %d, want 1", o.code)
			}
			checkSentence(t, o.errOut)
			if !strings.Contains(o.errOut, c.says) {
				t.Errorf("says %q, want something with %q", o.errOut, c.says)
			}
			if o.out != "" {
				t.Errorf("prints %q", o.out)
			}
			if c.content == nil {
				return
			}
			if left, err := os.ReadFile(database); err != nil || !bytes.Equal(left, c.content) {
				t.Errorf("the file changed: %v", err)
			}
		})
	}
}

// english are words that only an untranslated message has.
var english = regexp.MustCompile(`(?i)\b(error|fail(ed|ure)?|cannot|can't|could|unable|no such|permission|denied|invalid|database|file|panic|goroutine|fyne|opengl error|is not|sqlite)\b`)

// quoted are the names of files, which may be in any language.
var quoted = regexp.MustCompile(`“[^”]*”`)

// checkSentence wants one line with a full stop, in Vietnamese.
func checkSentence(t *testing.T, said string) {
	t.Helper()
	line := strings.TrimSuffix(said, "\n")
	if line == "" || strings.Contains(line, "\n") || !strings.HasSuffix(line, ".") {
		t.Errorf("says %q, want one sentence", said)
	}
	bare := quoted.ReplaceAllString(line, "")
	if word := english.FindString(bare); word != "" {
		t.Errorf("says %q with the English %q", line, word)
	}
	if !strings.ContainsAny(bare, letters) {
		t.Errorf("says %q, which is not Vietnamese", line)
	}
}
