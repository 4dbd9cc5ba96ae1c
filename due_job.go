package main

import (
	"context"
	"encoding/json"
	"fmt"

	"cosohoi/app"
)

// dueJob lists what the inspections ask for on a day and in the month after it. It ends well whatever is due, so that a scheduled task does
// not count as failed.
func dueJob(ctx context.Context, c jobCall) error {
	on := c.date("on")
	asJSON := c.flags.Bool("json", false, "")
	if _, err := c.words(); err != nil {
		return err
	}
	return c.withOffice(ctx, false, func(o *app.Office) error {
		day := on.or(o.Today())
		items, err := o.Due(ctx, day)
		if err != nil {
			return err
		}
		if *asJSON {
			if items == nil {
				items = []app.DueItem{}
			}
			encoder := json.NewEncoder(c.out)
			encoder.SetIndent("", "  ")
			encoder.SetEscapeHTML(false)
			return encoder.Encode(items)
		}
		if len(items) == 0 {
			fmt.Fprintf(c.out, "Không có việc kiểm tra nào quá hạn hoặc đến hạn trong 30 ngày từ %s.\n", day)
			return nil
		}
		for _, i := range items {
			fmt.Fprintf(c.out, "%s  %-16s  %-9s  %s: %s\n", i.On, i.When(), i.Kind.Name(), i.Unit, i.What)
		}
		return nil
	})
}
