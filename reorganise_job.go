package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"cosohoi/app"
)

// reorganiseJob applies a batch of reorganisations: one that the program brings, or a file.
func reorganiseJob(ctx context.Context, c jobCall) error {
	preview := c.flags.Bool("preview", false, "")
	undo := c.flags.Bool("undo", false, "")
	words, err := c.words("2024, 2025 hoặc tệp CSV")
	if err != nil {
		return err
	}
	batch, err := readBatch(words[0])
	if err != nil {
		return c.explainMisfit(err)
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		if *undo {
			return c.undoBatch(ctx, o, batch)
		}
		do := o.Reorganise
		if *preview {
			do = o.PreviewReorganisation
		}
		outcome, err := do(ctx, batch.Order())
		if err != nil {
			return c.explainMisfit(err)
		}
		for _, l := range outcome.Lines {
			before, after := l.Before, l.After
			if before == "" {
				before = "(thành lập)"
			}
			if after == "" {
				after = "(giải thể)"
			}
			fmt.Fprintf(c.out, "%s → %s\n", before, after)
		}
		verb := "Đã áp dụng"
		if *preview {
			verb = "Xem trước"
		}
		fmt.Fprintf(c.out, "%s “%s” từ ngày %s: %d đơn vị thay đổi, %d đơn vị bên dưới chuyển theo, %d cán bộ cần bố trí lại.\n", verb, batch.Name, batch.On, len(outcome.Lines), outcome.Moved, len(outcome.Waiting))
		return nil
	})
}

// undoBatch takes back a batch that was applied.
func (c jobCall) undoBatch(ctx context.Context, o *app.Office, batch app.BatchFile) error {
	all, err := o.Reorganisations(ctx)
	if err != nil {
		return err
	}
	for _, r := range all {
		if r.Batch != batch.Key {
			continue
		}
		if err := o.UndoReorganisation(ctx, r.ID); err != nil {
			return err
		}
		fmt.Fprintf(c.out, "Đã hoàn tác “%s”.\n", r.Name)
		return nil
	}
	return app.Problem("Đợt “%s” chưa được áp dụng nên không có gì để hoàn tác.", batch.Name)
}

// readBatch gives the batch of a name, or that of a file.
func readBatch(word string) (app.BatchFile, error) {
	batch, ok, err := app.ReadyBatch(word)
	if ok || err != nil {
		return batch, err
	}
	content, err := os.ReadFile(word)
	if err != nil {
		return batch, app.Problem("Không đọc được tệp “%s”; hãy kiểm tra lại đường dẫn, hoặc dùng 2024, 2025.", word)
	}
	return app.ReadBatch(content)
}

// explainMisfit writes line by line what does not fit, before the sentence that the error gives.
func (c jobCall) explainMisfit(err error) error {
	var misfit *app.Misfit
	if errors.As(err, &misfit) && len(misfit.Lines) > 1 {
		for _, line := range misfit.Lines {
			fmt.Fprintln(c.err, line)
		}
	}
	return err
}
