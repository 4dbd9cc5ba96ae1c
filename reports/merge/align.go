package merge

import "slices"

// dense bounds the number of pairs that are compared one by one; longer stretches are first cut at items that occur once.
const dense = 1 << 18

// common matches equal items of a and b in order: match[i] is the index in b of a[i], or -1. Where there is a choice it
// prefers the heaviest items. It is the heaviest common subsequence of short lists; of long ones, that between the items
// that occur once in both.
func common(a, b []string, weight func(string) int) []int {
	match := make([]int, len(a))
	for i := range match {
		match[i] = -1
	}
	commonWithin(a, b, 0, 0, match, weight)
	return match
}

// commonWithin matches a and b, which start at index atA and atB of the whole lists.
func commonWithin(a, b []string, atA, atB int, match []int, weight func(string) int) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		match[atA] = atB
		a, b, atA, atB = a[1:], b[1:], atA+1, atB+1
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		match[atA+len(a)-1] = atB + len(b) - 1
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return
	}
	if len(a)*len(b) <= dense {
		heaviest(len(a), len(b), func(i, j int) int {
			if a[i] != b[j] {
				return 0
			}
			return weight(a[i])
		}, func(i, j int) { match[atA+i] = atB + j })
		return
	}
	cuts := anchors(a, b)
	if len(cuts) == 0 {
		nearest(len(a), len(b), func(i, j int) int {
			if a[i] == b[j] {
				return 1
			}
			return 0
		}, func(i, j int) { match[atA+i] = atB + j })
		return
	}
	fromA, fromB := 0, 0
	for _, p := range cuts {
		commonWithin(a[fromA:p[0]], b[fromB:p[1]], atA+fromA, atB+fromB, match, weight)
		match[atA+p[0]] = atB + p[1]
		fromA, fromB = p[0]+1, p[1]+1
	}
	commonWithin(a[fromA:], b[fromB:], atA+fromA, atB+fromB, match, weight)
}

// anchors are the longest ordered run of pairs of items that occur once in a and once in b.
func anchors(a, b []string) [][2]int {
	type seat struct{ inA, inB, at int }
	seats := make(map[string]*seat, len(a))
	for _, item := range a {
		s := seats[item]
		if s == nil {
			s = &seat{}
			seats[item] = s
		}
		s.inA++
	}
	for j, item := range b {
		if s := seats[item]; s != nil {
			s.inB++
			s.at = j
		}
	}
	// The longest rising run of places in b, by piles: below[k] is the pair under a pair, ends the last pair of each pile.
	var pairs [][2]int
	var below, ends []int
	for i, item := range a {
		s := seats[item]
		if s.inA != 1 || s.inB != 1 {
			continue
		}
		pile, _ := slices.BinarySearchFunc(ends, s.at, func(k, at int) int { return pairs[k][1] - at })
		under := -1
		if pile > 0 {
			under = ends[pile-1]
		}
		if pile == len(ends) {
			ends = append(ends, 0)
		}
		ends[pile] = len(pairs)
		pairs, below = append(pairs, [2]int{i, s.at}), append(below, under)
	}
	var run [][2]int
	if len(ends) > 0 {
		for k := ends[len(ends)-1]; k >= 0; k = below[k] {
			run = append(run, pairs[k])
		}
	}
	slices.Reverse(run)
	return run
}

// heaviest finds the ordered pairing of n with m items that has the greatest sum of worth, and calls pair for each of its
// pairs. Items of no worth are not paired.
func heaviest(n, m int, worth func(i, j int) int, pair func(i, j int)) {
	// best[i*(m+1)+j] is the greatest sum of the items from i and j on.
	best := make([]int32, (n+1)*(m+1))
	values := make([]int32, n*m)
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			at := i*(m+1) + j
			most := max(best[at+m+1], best[at+1])
			if w := int32(worth(i, j)); w > 0 {
				values[i*m+j] = w
				most = max(most, best[at+m+2]+w)
			}
			best[at] = most
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		at := i*(m+1) + j
		switch w := values[i*m+j]; {
		case w > 0 && best[at] == best[at+m+2]+w:
			pair(i, j)
			i, j = i+1, j+1
		case best[at] == best[at+m+1]:
			i++
		default:
			j++
		}
	}
}

// lookahead is how far nearest looks for the next pair.
const lookahead = 16

// nearest pairs items of long lists that have no anchors, as they come: where two are no pair, with the nearest that is.
func nearest(n, m int, worth func(i, j int) int, pair func(i, j int)) {
	for i, j := 0, 0; i < n && j < m; i, j = i+1, j+1 {
	search:
		for far := range 2 * lookahead {
			for skip := max(0, far-lookahead); skip <= min(far, lookahead); skip++ {
				if x, y := i+skip, j+far-skip; x < n && y < m && worth(x, y) > 0 {
					i, j = x, y
					pair(i, j)
					break search
				}
			}
		}
	}
}
