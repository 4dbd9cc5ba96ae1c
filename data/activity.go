package data

import (
	"cosohoi/data/day"
)

// Kinds of the records of this file.
const (
	KindActivity Kind = "activity"
	KindMeeting  Kind = "meeting"
	KindNewsItem Kind = "news_item"
)

// What an activity is.
const (
	ActivityKnowledge = "knowledge" // nâng cao kiến thức
	ActivityContest   = "contest"   // hội thi, sân chơi
	ActivityCampaign  = "campaign"  // truyền thông, vận động
	ActivityOther     = "other"
)

// Activity is a hoạt động that a unit held.
type Activity struct {
	Base
	UnitID       int64
	Kind         string
	Occasion     string // "8/3", "20/10" or another
	Topic        string
	HeldOn       day.Date
	Place        string
	Partners     string
	Participants Number
	Evidence     string
	Note         string
}

func (*Activity) kind() Kind                      { return KindActivity }
func (*Activity) listing() (on, end, kind string) { return "held_on", "", "kind" }
func (a *Activity) prepare() error {
	cleaned(&a.Occasion, &a.Topic, &a.Place, &a.Partners)
	cleanedLines(&a.Evidence, &a.Note)
	if a.HeldOn.IsZero() {
		return Faultf(nil, "Hoạt động chưa có ngày; hãy gõ ngày, tháng hoặc ít nhất là năm.")
	}
	return missing(a.Topic, "Hoạt động chưa có nội dung; hãy gõ chủ đề.")
}

// Who of the commune's Thường trực was at a meeting.
const (
	LeaderChair  = "chair"
	LeaderDeputy = "deputy"
)

// Meeting is a buổi sinh hoạt of a chi hội or tổ.
type Meeting struct {
	Base
	UnitID            int64
	HeldOn            day.Date
	Topic             string
	Present, Expected Number
	Leader            string
	Note              string
}

func (*Meeting) kind() Kind                      { return KindMeeting }
func (*Meeting) listing() (on, end, kind string) { return "held_on", "", "leader" }
func (m *Meeting) prepare() error {
	cleaned(&m.Topic)
	cleanedLines(&m.Note)
	switch {
	case m.HeldOn.IsZero():
		return Faultf(nil, "Buổi sinh hoạt chưa có ngày; hãy gõ ngày.")
	case m.Present.Known && m.Expected.Known && m.Present.N > m.Expected.N:
		return Faultf(nil, "Buổi sinh hoạt có %d người dự, nhiều hơn %d hội viên; hãy sửa lại.", m.Present.N, m.Expected.N)
	}
	return nil
}

// NewsItem is a tin bài ("article") or video clip ("video") that a unit wrote.
type NewsItem struct {
	Base
	UnitID       int64
	Kind         string
	Title        string
	PublishedOn  day.Date
	Outlet, Link string
	Note         string
}

func (*NewsItem) kind() Kind                      { return KindNewsItem }
func (*NewsItem) listing() (on, end, kind string) { return "published_on", "", "kind" }
func (n *NewsItem) prepare() error {
	cleaned(&n.Title, &n.Outlet, &n.Link)
	cleanedLines(&n.Note)
	if n.PublishedOn.IsZero() {
		return Faultf(nil, "Tin bài chưa có ngày đăng; hãy gõ ngày.")
	}
	return missing(n.Title, "Tin bài chưa có tên; hãy gõ tên bài hoặc tên video.")
}
