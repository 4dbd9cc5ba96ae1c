package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"cosohoi/app"
	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports"
)

// jobCall is the command line of one headless job.
type jobCall struct {
	flags *flagSet
	args  []string
	out   io.Writer
	err   io.Writer
}

// words reads the flags of the job and returns its plain words, of which there must be exactly the named ones.
func (c jobCall) words(names ...string) ([]string, error) {
	words, err := c.flags.parse(c.args, false)
	switch {
	case err != nil:
		return nil, err
	case len(words) < len(names):
		return nil, usagef("Thiếu %s.", strings.Join(names[len(words):], ", "))
	case len(words) > len(names):
		return nil, usagef("Thừa “%s”.", words[len(names)])
	}
	return words, nil
}

// dateFlag is a flag that takes a full date.
type dateFlag struct{ day.Date }

func (d *dateFlag) Set(text string) error {
	parsed, err := day.Parse(text)
	if err == nil && !parsed.IsFull() {
		err = day.ErrInvalid
	}
	d.Date = parsed
	return err
}

// date adds a date flag; the value is read after words.
func (c jobCall) date(name string) *dateFlag {
	d := &dateFlag{}
	c.flags.Var(d, name, "")
	return d
}

func (d *dateFlag) or(other day.Date) day.Date {
	if d.IsZero() {
		return other
	}
	return d.Date
}

// jobs are the headless jobs by name. None needs a display.
var jobs = map[string]func(context.Context, jobCall) error{
	"demo":       demoJob,
	"units":      unitsJob,
	"orgchart":   orgChartJob,
	"reorganise": reorganiseJob,
	"figures":    figuresJob,
	"schedule":   scheduleJob,
	"due":        dueJob,
	"targets":    targetsJob,
	"report":     reportJob,
	"compose":    composeJob,
	"register":   registerJob,
	"export":     exportJob,
	"backup":     backupJob,
	"restore":    restoreJob,
	"check":      checkJob,
	"preview":    previewJob,
	"guide":      guideJob,
	"sample":     sampleJob,
}

// withOffice opens the database, does the work and closes it; closing keeps a copy when something changed.
func (c jobCall) withOffice(ctx context.Context, create bool, work func(*app.Office) error) (err error) {
	office, err := app.Open(ctx, c.flags.path, app.OpenOptions{Create: create})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, office.Close(context.WithoutCancel(ctx))) }()
	return work(office)
}

func demoJob(ctx context.Context, c jobCall) error {
	scale := c.flags.Int("scale", 1, "")
	seed := c.flags.Uint64("seed", 77, "")
	if _, err := c.words(); err != nil {
		return err
	}
	return c.withOffice(ctx, true, func(o *app.Office) error {
		if err := o.Demo(ctx, app.DemoOptions{Scale: *scale, Seed: *seed}); err != nil {
			return err
		}
		t, err := o.Totals(ctx, o.Today())
		if err != nil {
			return err
		}
		fmt.Fprintf(c.out, "Đã tạo tỉnh minh họa trong “%s”: %d cơ sở, %d chi hội, %d tổ, %d cán bộ.\n", o.Path(), t.Units[data.BaseUnit], t.Units[data.Branch], t.Units[data.Group], t.Cadres)
		return nil
	})
}

func unitsJob(ctx context.Context, c jobCall) error {
	asOf := c.date("as-of")
	asCSV := c.flags.Bool("csv", false, "")
	all := c.flags.Bool("all", false, "")
	if _, err := c.words(); err != nil {
		return err
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		on := asOf.or(o.Today())
		if *asCSV {
			return o.ExportUnits(ctx, c.out, on, *all)
		}
		t, err := o.Totals(ctx, on)
		if err != nil {
			return err
		}
		for _, level := range []data.Level{data.Province, data.District, data.Affiliate, data.BaseUnit, data.Branch, data.Group} {
			fmt.Fprintf(c.out, "%-18s %6d\n", app.LevelName(level), t.Units[level])
		}
		return nil
	})
}

func scheduleJob(ctx context.Context, c jobCall) error {
	asCSV := c.flags.Bool("csv", false, "")
	asICS := c.flags.String("ics", "", "")
	name := c.flags.String("term", "", "")
	asOf := c.date("as-of")
	if _, err := c.words(); err != nil {
		return err
	}
	if *asICS != "" {
		if err := target(*asICS, ".ics"); err != nil {
			return err
		}
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		on := asOf.or(o.Today())
		term, err := o.FindTerm(ctx, on, *name)
		switch {
		case err != nil:
			return err
		case *asICS != "":
			if err := o.SaveSchedule(ctx, *asICS, on, term.ID); err != nil {
				return err
			}
			fmt.Fprintf(c.out, "Đã lưu lịch kiểm tra nhiệm kỳ %s vào “%s”.\n", term.Name, *asICS)
			return nil
		case *asCSV:
			return o.ExportSchedule(ctx, c.out, on, term.ID)
		}
		rounds, err := o.Rounds(ctx, on, term.ID)
		if err != nil {
			return err
		}
		for _, r := range rounds {
			fmt.Fprintf(c.out, "%4d  %s–%s  hạn %s  %4d/%d cuộc, quá hạn %d  %s\n", r.ID, r.PeriodFrom, r.PeriodTo, r.DueOn, r.Done, r.Owed, r.Late, r.Name)
		}
		return nil
	})
}

func exportJob(ctx context.Context, c jobCall) error {
	sensitive := c.flags.Bool("sensitive", false, "")
	asOf := c.date("as-of")
	words, err := c.words("loại dữ liệu (units, cadres, appointments, schedule)", "tệp CSV")
	if err != nil {
		return err
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		on := asOf.or(o.Today())
		var content bytes.Buffer
		content.WriteString("\ufeff") // Excel takes a CSV for UTF-8 only with this mark
		switch words[0] {
		case "units":
			err = o.ExportUnits(ctx, &content, on, true)
		case "cadres":
			err = o.ExportCadres(ctx, &content, *sensitive)
		case "appointments":
			err = o.ExportAppointments(ctx, &content)
		case "schedule":
			var term data.Term
			if term, _, err = o.TermOn(ctx, on); err == nil {
				err = o.ExportSchedule(ctx, &content, on, term.ID)
			}
		default:
			return usagef("Không xuất được “%s”; có units, cadres, appointments và schedule.", words[0])
		}
		if err != nil {
			return err
		}
		return reports.WriteFile(words[1], content.Bytes())
	})
}

func backupJob(ctx context.Context, c jobCall) error {
	words, err := c.words("tệp sao lưu")
	if err != nil {
		return err
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		if err := o.Backup(ctx, words[0]); err != nil {
			return err
		}
		fmt.Fprintf(c.out, "Đã sao lưu “%s” vào “%s” và kiểm tra bản sao.\n", o.Path(), words[0])
		return nil
	})
}

func restoreJob(ctx context.Context, c jobCall) error {
	words, err := c.words("tệp sao lưu")
	if err != nil {
		return err
	}
	lock, err := app.LockWindow(c.flags.path)
	if err != nil {
		return err
	}
	defer lock.Release()
	kept, err := app.Restore(ctx, words[0], c.flags.path, time.Now())
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "Đã phục hồi “%s” từ “%s”.\n", c.flags.path, words[0])
	if kept != "" {
		fmt.Fprintf(c.out, "Cơ sở dữ liệu trước khi phục hồi được giữ ở “%s”.\n", kept)
	}
	return nil
}

func checkJob(ctx context.Context, c jobCall) error {
	if _, err := c.words(); err != nil {
		return err
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		problems, err := o.Check(ctx)
		if err != nil {
			return err
		}
		for _, p := range problems {
			fmt.Fprintln(c.err, p)
		}
		if len(problems) > 0 {
			fmt.Fprintf(c.err, "Cơ sở dữ liệu “%s” có %d vấn đề.\n", o.Path(), len(problems))
			return errToldAlready
		}
		fmt.Fprintf(c.out, "Cơ sở dữ liệu “%s” toàn vẹn.\n", o.Path())
		return nil
	})
}

// previewJob prepares the viewing of pages once for all windows, in a process of its own.
func previewJob(ctx context.Context, c jobCall) error {
	if _, err := c.words(); err != nil {
		return err
	}
	if err := app.PreparePreview(ctx); err != nil {
		return err
	}
	fmt.Fprintln(c.out, "Đã chuẩn bị xong phần xem trang văn bản.")
	return nil
}

// guideJob writes the printed guide.
func guideJob(_ context.Context, c jobCall) error {
	file := c.flags.String("out", "", "")
	if _, err := c.words(); err != nil {
		return err
	}
	if *file == "" {
		return usagef("Thiếu tệp: --out huong-dan-nhanh.pdf.")
	}
	paper, err := app.QuickGuide()
	if err != nil {
		return err
	}
	return app.SavePaper(*file, paper)
}

// sampleJob makes the sample province beside the database for the window, in a process of its own.
func sampleJob(ctx context.Context, c jobCall) error {
	if _, err := c.words(); err != nil {
		return err
	}
	if err := app.MakeSample(ctx, c.flags.path); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "Tỉnh minh họa nằm trong “%s”.\n", app.SamplePath(c.flags.path))
	return nil
}
