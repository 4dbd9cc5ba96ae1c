package app

import (
	"testing"
	"time"

	"cosohoi/data/day"
)

func TestNoticeOfWhatIsDue(t *testing.T) {
	item := func(kind DueKind, days int) DueItem { return DueItem{Kind: kind, Days: days, Late: days < 0} }
	for _, c := range []struct {
		name  string
		items []DueItem
		want  string
	}{
		{"nothing", nil, ""},
		{"only far away", []DueItem{item(DueVisit, 8), item(DueRemedy, 30)}, ""},
		{"today and in a week", []DueItem{item(DueVisit, 0), item(DueVisit, 7)}, "2 cuộc kiểm tra đến hạn trong 7 ngày."},
		{"late and near of one kind, late of another", []DueItem{item(DueRemedy, -1), item(DueVisit, -40), item(DueVisit, 3)}, "1 cuộc kiểm tra quá hạn, 1 đến hạn trong 7 ngày; 1 kiến nghị quá hạn."},
		{"conclusions and reports", []DueItem{item(DueConclusion, -2), item(DueReport, 5)}, "1 kết luận quá hạn; 1 báo cáo khắc phục đến hạn trong 7 ngày."},
	} {
		n, ok := NoticeOf(c.items)
		if n.Text != c.want || ok != (c.want != "") {
			t.Errorf("%s: told %q, %v; want %q", c.name, n.Text, ok, c.want)
		}
	}
}

func TestRemindingOnceADay(t *testing.T) {
	at := func(day, hour, minute int) time.Time {
		return time.Date(2024, 7, day, hour, minute, 0, 0, time.FixedZone("ICT", 7*3600))
	}
	today, yesterday := day.Of(2024, 7, 15), day.Of(2024, 7, 14)
	for _, c := range []struct {
		name     string
		now      time.Time
		told     day.Date
		silenced bool
		want     bool
	}{
		{"never told", at(15, 9, 0), day.Date{}, false, true},
		{"told yesterday", at(15, 9, 0), yesterday, false, true},
		{"told today", at(15, 19, 0), today, false, false},
		{"silenced", at(15, 9, 0), yesterday, true, false},
		{"before work", at(15, 6, 59), yesterday, false, false},
		{"as work begins", at(15, 7, 0), yesterday, false, true},
		{"at night", at(15, 20, 0), yesterday, false, false},
		{"the clock was set back", at(13, 9, 0), yesterday, false, true},
	} {
		if got := ShouldRemind(c.now, c.told, c.silenced); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// What is due agrees with the first screen: as many visits overdue and remedies late, and nothing further away than a month.
func TestDueAgreesWithTheOverview(t *testing.T) {
	o := demoOffice(t)
	for _, on := range []day.Date{day.Of(2024, 7, 15), day.Of(2026, 10, 31)} {
		v := must(o.Overview(t.Context(), on, 0))(t)
		items := must(o.Due(t.Context(), on))(t)
		late, remedies := map[DueKind]int{}, 0
		for i, d := range items {
			if d.Late {
				late[d.Kind]++
			}
			if d.Late != d.On.Before(on) && d.Kind != DueVisit || d.On.After(on.AddDays(30)) || d.Days != d.On.DaysSince(on) {
				t.Errorf("%s: %+v", on, d)
			}
			if i > 0 && d.On.Before(items[i-1].On) {
				t.Errorf("%s: %s stands after %s", on, d.Due, items[i-1].Due)
			}
		}
		for _, a := range v.Ladder {
			if a.Late {
				remedies += a.Count
			}
		}
		conclusions := 0
		for _, r := range v.Reminders {
			if r.Kind == RemindConclusions {
				conclusions = r.Late
			}
		}
		if late[DueVisit] != v.Overdue || late[DueRemedy] != remedies || late[DueConclusion] != conclusions {
			t.Errorf("%s: late are %v; the first screen says %d visits, %d remedies, %d conclusions", on, late, v.Overdue, remedies, conclusions)
		}
	}
}

// A visit behind its planned day is not overdue while its round lasts.
func TestWhenADueItemIs(t *testing.T) {
	for _, c := range []struct {
		item DueItem
		want string
	}{
		{DueItem{Days: -5, Late: true}, "quá hạn 5 ngày"}, {DueItem{Days: -2}, "chậm 2 ngày"}, {DueItem{}, "hôm nay"}, {DueItem{Days: 3}, "còn 3 ngày"},
	} {
		if got := c.item.When(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.item, got, c.want)
		}
	}
}
