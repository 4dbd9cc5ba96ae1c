package assets

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed help/*.md
var helpFiles embed.FS

// QuickGuide is the text of the printed guide, in the text form of documents without front matter.
//
//go:embed help/huong-dan-nhanh.txt
var QuickGuide string

//go:embed pictures/*.png
var pictureFiles embed.FS

// HelpTopic is a page of the built-in help.
type HelpTopic struct {
	// ID is that of the screen that the page is about, or a name of its own: "to-chuc", "phim-tat".
	ID string
	// Text is Markdown; its first line is the title, as "# Tổ chức". A picture names a file of Picture.
	Text string
}

// HelpTopics are the pages of the built-in help in their order.
func HelpTopics() []HelpTopic {
	names, err := fs.Glob(helpFiles, "help/*.md")
	if err != nil {
		panic(err) // the pattern is wrong
	}
	topics := make([]HelpTopic, len(names))
	for i, name := range names {
		text, err := helpFiles.ReadFile(name)
		if err != nil {
			panic(err) // embedded
		}
		_, id, _ := strings.Cut(strings.TrimSuffix(path.Base(name), ".md"), "-")
		topics[i] = HelpTopic{id, string(text)}
	}
	return topics
}

// Picture is a PNG that help pages show; ok is false for a name that is not there.
func Picture(name string) (content []byte, ok bool) {
	content, err := pictureFiles.ReadFile("pictures/" + name)
	return content, err == nil
}
