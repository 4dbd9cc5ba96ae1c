package app

import (
	"context"
	"fmt"
	"strings"
	"time"

	"cosohoi/data/day"
)

// The hours of a day at which the office is reminded: from the start of work on, and not at night.
const (
	remindFrom  = 7
	remindUntil = 20
)

// ShouldRemind tells whether what is due is told at a time of the clock: once a day, in the hours of the day, unless silenced. told is the
// day on which it was told last, zero for never.
func ShouldRemind(now time.Time, told day.Date, silenced bool) bool {
	return !silenced && now.Hour() >= remindFrom && now.Hour() < remindUntil && told != day.FromTime(now)
}

// Notice is what is told of what is due.
type Notice struct{ Title, Text string }

// nearDays is how near what is not late must be to be told.
const nearDays = soonDays

// NoticeOf says in a few words what is due; ok is false when nothing is.
func NoticeOf(items []DueItem) (n Notice, ok bool) {
	late, near := map[DueKind]int{}, map[DueKind]int{}
	for _, i := range items {
		switch {
		case i.Late:
			late[i.Kind]++
		case i.Days <= nearDays:
			near[i.Kind]++
		}
	}
	var parts []string
	for _, of := range []struct {
		kind DueKind
		noun string
	}{{DueVisit, "cuộc kiểm tra"}, {DueRemedy, "kiến nghị"}, {DueConclusion, "kết luận"}, {DueReport, "báo cáo khắc phục"}} {
		switch l, n := late[of.kind], near[of.kind]; {
		case l > 0 && n > 0:
			parts = append(parts, fmt.Sprintf("%d %s quá hạn, %d đến hạn trong %d ngày", l, of.noun, n, nearDays))
		case l > 0:
			parts = append(parts, fmt.Sprintf("%d %s quá hạn", l, of.noun))
		case n > 0:
			parts = append(parts, fmt.Sprintf("%d %s đến hạn trong %d ngày", n, of.noun, nearDays))
		}
	}
	if parts == nil {
		return Notice{}, false
	}
	return Notice{"Việc kiểm tra đến hạn", strings.Join(parts, "; ") + "."}, true
}

// DueNotice is what is told of what is due on a day; ok is false when nothing is.
func (o *Office) DueNotice(ctx context.Context, on day.Date) (Notice, bool, error) {
	items, err := o.Due(ctx, on)
	n, ok := NoticeOf(items)
	return n, ok && err == nil, err
}
