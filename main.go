// Cơ sở Hội holds the organisation, cadres and inspections of a provincial Women's Union. Without a
// subcommand it opens the window; with one it does a headless job.
package main

import (
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"

	"cosohoi/app"
	"cosohoi/ui"
)

// changelog is shown as what is new.
//
//go:embed CHANGELOG.md
var changelog string

// Exit codes.
const (
	exitOK     = 0
	exitFailed = 1 // the job failed, or check found problems
	exitUsage  = 2 // the command line is wrong
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if len(os.Args) > 1 {
		attachConsole()
	}
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// usageError is a wrong command line.
type usageError struct{ sentence string }

func (e usageError) Error() string       { return e.sentence }
func (e usageError) UserMessage() string { return e.sentence }

func usagef(sentence string, args ...any) error { return usageError{fmt.Sprintf(sentence, args...)} }

// run does what the command line asks for and returns the exit code.
func run(ctx context.Context, args []string, out, errOut io.Writer) int {
	err := dispatch(ctx, args, out, errOut)
	if err == nil {
		return exitOK
	}
	if !errors.Is(err, errToldAlready) {
		fmt.Fprintln(errOut, app.Message(err))
		if debug := os.Getenv("COSOHOI_DEBUG"); debug != "" {
			fmt.Fprintln(errOut, err)
		}
	}
	var usage usageError
	if errors.As(err, &usage) {
		fmt.Fprintln(errOut, "Gõ “cosohoi help” để xem cách dùng.")
		return exitUsage
	}
	return exitFailed
}

// errToldAlready ends a job that has printed what is wrong.
var errToldAlready = errors.New("told already")

func dispatch(ctx context.Context, args []string, out, errOut io.Writer) error {
	flags := newFlags()
	rest, err := flags.parse(args, true)
	if err != nil {
		return err
	}
	if len(rest) == 0 {
		leaveConsole()
		return ui.Run(ctx, ui.Options{Path: flags.path, News: changelog, Out: out})
	}
	name := rest[0]
	if name == "help" {
		fmt.Fprint(out, help)
		return nil
	}
	job, ok := jobs[name]
	if !ok {
		return usagef("Không có lệnh “%s”.", name)
	}
	return job(ctx, jobCall{flags: flags, args: rest[1:], out: out, err: errOut})
}

// flagSet reads the flags of one command line. The words of package flag are English and never shown.
type flagSet struct {
	*flag.FlagSet
	path string
}

func newFlags() *flagSet {
	f := &flagSet{FlagSet: flag.NewFlagSet("cosohoi", flag.ContinueOnError)}
	f.SetOutput(io.Discard)
	f.StringVar(&f.path, "db", app.DefaultPath(), "")
	return f
}

// parse reads args. Flags may stand before and after the plain words, which are returned; with
// untilWord it stops at the first of them and returns the rest unread.
func (f *flagSet) parse(args []string, untilWord bool) ([]string, error) {
	var words []string
	for {
		if err := f.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return []string{"help"}, nil
			}
			return nil, f.explain(args)
		}
		rest := f.Args()
		if len(rest) == 0 || untilWord {
			return append(words, rest...), nil
		}
		words = append(words, rest[0])
		args = rest[1:]
	}
}

// explain finds the first flag that is not known; otherwise a value is missing or wrong.
func (f *flagSet) explain(args []string) error {
	for _, arg := range args {
		name, isFlag := strings.CutPrefix(arg, "-")
		name, _, _ = strings.Cut(strings.TrimPrefix(name, "-"), "=")
		if isFlag && name != "" && f.Lookup(name) == nil {
			var known []string
			f.VisitAll(func(fl *flag.Flag) { known = append(known, "--"+fl.Name) })
			slices.Sort(known)
			return usagef("Không có tham số “%s”; lệnh này nhận %s.", arg, strings.Join(known, ", "))
		}
	}
	return usagef("Một tham số thiếu giá trị hoặc có giá trị sai: %s.", strings.Join(args, " "))
}
