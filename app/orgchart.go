package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cosohoi/data"
	"cosohoi/data/day"
	"cosohoi/reports/orgchart"
)

// namedHolders is how many holders of one post the chart names; of a post with more of them it gives the number.
const namedHolders = 4

// OrgChart gives the chart of a unit on a day, 0 for the province: the unit with its own posts, and the units directly under it with who
// leads them.
func (o *Office) OrgChart(ctx context.Context, on day.Date, unit int64) (orgchart.Chart, error) {
	var top data.UnitOn
	var err error
	if unit == 0 {
		top, err = o.Province(ctx, on)
	} else {
		top, err = o.db.UnitOn(ctx, on, unit)
	}
	if err != nil {
		return orgchart.Chart{}, err
	}
	children, err := o.db.UnitsOn(ctx, on, data.UnitQuery{Parents: []int64{top.ID}})
	if err != nil {
		return orgchart.Chart{}, err
	}
	slices.SortStableFunc(children, func(a, b data.UnitOn) int {
		return slices.Index(treeOrder, a.Level) - slices.Index(treeOrder, b.Level)
	})
	ids := []int64{top.ID}
	for _, c := range children {
		ids = append(ids, c.ID)
	}
	counts, err := o.db.CountsBelow(ctx, on, ids)
	if err != nil {
		return orgchart.Chart{}, err
	}
	holders, err := o.holders(ctx, on, ids)
	if err != nil {
		return orgchart.Chart{}, err
	}
	positions, err := o.db.Positions(ctx)
	if err != nil {
		return orgchart.Chart{}, err
	}
	chart := orgchart.Chart{
		Title: "SƠ ĐỒ TỔ CHỨC " + strings.ToUpper(UnionName(top, false)),
		On:    on.Time(),
		Top:   orgchart.Unit{Name: UnionName(top, false), Posts: ownPosts(top, positions, holders), Counts: countsLine(counts[top.ID])},
	}
	for _, c := range children {
		chart.Children = append(chart.Children, orgchart.Unit{Name: c.Label(), Posts: chiefPosts(c, positions, holders), Counts: countsLine(counts[c.ID])})
	}
	return chart, nil
}

// OrgChartPaper draws the chart of a unit on a day, ready to be shown and printed.
func (o *Office) OrgChartPaper(ctx context.Context, on day.Date, unit int64) (Paper, error) {
	chart, err := o.OrgChart(ctx, on, unit)
	if err != nil {
		return Paper{}, err
	}
	pdf, err := orgchart.PDF(chart)
	title := fmt.Sprintf("Sơ đồ tổ chức %s ngày %s", chart.Top.Name, on)
	return Paper{Title: title, FileName: FileName(title) + ".pdf", PDF: pdf}, err
}

// seat is a post in a unit.
type seat struct{ unit, position int64 }

// holders gives the names of those who hold the posts of some units on a day.
func (o *Office) holders(ctx context.Context, on day.Date, units []int64) (map[seat][]string, error) {
	posts, err := o.db.Posts(ctx, data.PostQuery{Units: units, On: on})
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(posts))
	for i, p := range posts {
		ids[i] = p.CadreID
	}
	cadres, err := o.db.CadresByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	holders := map[seat][]string{}
	for _, p := range posts {
		at := seat{p.UnitID, p.PositionID}
		holders[at] = append(holders[at], cadres[p.CadreID].FullName)
	}
	return holders, nil
}

// ownPosts are all posts of a unit that somebody holds, and those for one person that nobody holds.
func ownPosts(u data.UnitOn, positions []data.Position, holders map[seat][]string) []orgchart.Post {
	var posts []orgchart.Post
	for _, p := range positions {
		names := holders[seat{u.ID, p.ID}]
		if p.Level != u.Level && len(names) == 0 || len(names) == 0 && !p.Single {
			continue
		}
		posts = append(posts, orgchart.Post{Name: p.Name, Holders: named(names)})
	}
	return posts
}

// chiefPosts is the highest post for one person that a unit of the level has, with its holder.
func chiefPosts(u data.UnitOn, positions []data.Position, holders map[seat][]string) []orgchart.Post {
	for _, p := range positions { // by rank
		if p.Level == u.Level && p.Single {
			return []orgchart.Post{{Name: p.Name, Holders: named(holders[seat{u.ID, p.ID}])}}
		}
	}
	return nil
}

// named gives the names of the holders of a post or, when there are many, their number.
func named(names []string) []string {
	if len(names) > namedHolders {
		return []string{fmt.Sprintf("%d người", len(names))}
	}
	return names
}

// countsLine says what stands under a unit: "20 cơ sở", "312 chi hội", "1.024 cán bộ".
func countsLine(b data.Below) []string {
	var parts []string
	for _, level := range []data.Level{data.District, data.BaseUnit, data.Branch, data.Group} {
		if n := b.Units[level]; n > 0 {
			word := map[data.Level]string{data.District: "đơn vị cấp huyện", data.BaseUnit: "cơ sở", data.Branch: "chi hội", data.Group: "tổ"}[level]
			parts = append(parts, Dong(int64(n))+" "+word)
		}
	}
	return append(parts, Dong(int64(b.Cadres))+" cán bộ")
}
