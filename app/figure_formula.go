package app

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"cosohoi/data"
	"cosohoi/data/vietnamese"
)

// The language of the biểu số liệu kỳ is small on purpose: sums of columns with whole factors, one sum over another for a rate, and two
// sums compared for a check. All of it is linear, so that what holds for each unit holds for their totals.

// term is one summand: a factor and a column, or the factor alone. Opening asks for what the column was before the period.
type term struct {
	factor  int64
	code    string
	opening bool
}

// openingPrefix marks a column as it was at the end of the year before: "dauky.B2".
const openingPrefix = "dauky."

// formula is how a computed column is computed: a sum or, with below, a rate of two.
type formula struct{ above, below []term }

// isRate tells that the formula gives a share.
func (f formula) isRate() bool { return f.below != nil }

// check is a condition that a correct return fulfils.
type check struct {
	left, right []term
	op          string // "=", "<=" or ">="
	// deepLeft and deepRight are the sides with the columns that are sums themselves taken apart, so that none of their parts is missed.
	deepLeft, deepRight []term
}

// takeApart replaces the columns that are sums by what they add up.
func takeApart(terms []term, sums map[string][]term) []term {
	var deep []term
	for _, t := range terms {
		parts, known := sums[t.code]
		if !known || t.opening {
			deep = append(deep, t)
			continue
		}
		for _, part := range parts {
			part.factor *= t.factor
			deep = append(deep, part)
		}
	}
	return deep
}

var (
	termPattern = regexp.MustCompile(`^\s*([+-]?)\s*(?:(\d+)\s*\*\s*)?((?:` + regexp.QuoteMeta(openingPrefix) + `)?[A-Za-z]+\d+(?:\.\d+)?|\d+)`)
	codePattern = regexp.MustCompile(`^[A-Z]+\d+(\.\d+)?$`)
)

// parseSum reads "B5.1 + 2*B5.2 - 3".
func parseSum(text string) ([]term, error) {
	rest, terms := strings.TrimSpace(text), []term(nil)
	for rest != "" {
		m := termPattern.FindStringSubmatch(rest)
		if m == nil || (m[1] == "" && terms != nil) {
			return nil, Problem("Không hiểu “%s” trong công thức “%s”; hãy viết như B5.1 + B5.2 hoặc B2 / B1.", rest, text)
		}
		t := term{factor: 1}
		if m[2] != "" {
			n, err := strconv.ParseInt(m[2], 10, 32)
			if err != nil {
				return nil, Problem("Hệ số %s trong công thức “%s” quá lớn; hãy viết số nhỏ hơn.", m[2], text)
			}
			t.factor = n
		}
		if n, err := strconv.ParseInt(m[3], 10, 32); err == nil {
			t.factor *= n
		} else {
			t.code, t.opening = strings.CutPrefix(m[3], openingPrefix)
			t.code = strings.ToUpper(t.code)
		}
		if m[1] == "-" {
			t.factor = -t.factor
		}
		terms = append(terms, t)
		rest = strings.TrimSpace(rest[len(m[0]):])
	}
	if terms == nil {
		return nil, Problem("Công thức còn trống; hãy viết như B5.1 + B5.2 hoặc B2 / B1.")
	}
	return terms, nil
}

// parseFormula reads "B5.1 + B5.2" or "B2 / B1", the sides of a rate also in brackets.
func parseFormula(text string) (formula, error) {
	above, below, rate := strings.Cut(text, "/")
	var f formula
	var err error
	if f.above, err = parseSum(unbracket(above)); err != nil || !rate {
		return f, err
	}
	f.below, err = parseSum(unbracket(below))
	return f, err
}

func unbracket(text string) string {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") {
		return text[1 : len(text)-1]
	}
	return text
}

// parseCheck reads "B3 <= B2".
func parseCheck(text string) (check, error) {
	for _, op := range []string{"<=", ">=", "="} {
		left, right, found := strings.Cut(text, op)
		if !found {
			continue
		}
		c := check{op: op}
		var err error
		if c.left, err = parseSum(left); err != nil {
			return c, err
		}
		c.right, err = parseSum(right)
		return c, err
	}
	return check{}, Problem("Điều kiện “%s” thiếu dấu =, <= hoặc >=; hãy viết như B3 <= B2.", text)
}

// sum adds up terms; it is not known when one of them is not.
func sum(terms []term, value func(code string, opening bool) data.Number) data.Number {
	total := data.Of(0)
	for _, t := range terms {
		n := data.Of(1)
		if t.code != "" {
			n = value(t.code, t.opening)
		}
		if !n.Known {
			return data.Number{}
		}
		total.N += t.factor * n.N
	}
	return total
}

// sumOfKnown adds up the terms that are known, as totals add up the units that have reported; it is not known when none is. whole tells that
// all are.
func sumOfKnown(terms []term, value func(code string, opening bool) data.Number) (total data.Number, whole bool) {
	whole = true
	for _, t := range terms {
		n := data.Of(1)
		if t.code != "" {
			n = value(t.code, t.opening)
			total.Known = total.Known || n.Known
		}
		whole = whole && n.Known
		if n.Known {
			total.N += t.factor * n.N
		}
	}
	if !total.Known {
		return data.Number{}, false
	}
	return total, whole
}

// broken tells, of two known sides, that the condition does not hold.
func (c check) broken(left, right int64) bool {
	switch c.op {
	case "<=":
		return left > right
	case ">=":
		return left < right
	}
	return left != right
}

// says tells in words what is wrong: "A4 là 13, khác A4.1 + A4.2 là 12".
func (c check) says(left, right int64) string {
	word := map[string]string{"<=": "lớn hơn", ">=": "nhỏ hơn", "=": "khác"}[c.op]
	return fmt.Sprintf("%s là %s, %s %s là %s", written(c.left), vietnamese.Number(left), word, written(c.right), vietnamese.Number(right))
}

// written gives a sum as it reads in a sentence.
func written(terms []term) string {
	var b strings.Builder
	for i, t := range terms {
		factor := t.factor
		switch {
		case factor < 0 && i == 0:
			b.WriteString("−")
			factor = -factor
		case factor < 0:
			b.WriteString(" − ")
			factor = -factor
		case i > 0:
			b.WriteString(" + ")
		}
		if t.code == "" || factor != 1 {
			b.WriteString(vietnamese.Number(factor))
		}
		if t.code != "" && factor != 1 {
			b.WriteString("×")
		}
		b.WriteString(t.code)
		if t.opening {
			b.WriteString(" đầu năm")
		}
	}
	return b.String()
}

// ParseCount reads a number as it is typed or pasted: 1234, 1.234, "1 234"; "" and "-" are not reported. The error is a Vietnamese sentence.
func ParseCount(text string) (data.Number, error) {
	typed := strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " "))
	if typed == "" || typed == "-" || typed == "–" || typed == "—" {
		return data.Number{}, nil
	}
	wrong := Problem("“%s” không phải số đếm; hãy gõ như 1234 hoặc 1.234, để trống khi chưa báo cáo.", typed)
	whole, fraction, found := strings.Cut(typed, ",")
	if found && strings.Trim(fraction, "0") != "" { // 1.234,00 is how Excel may show a whole number
		return data.Number{}, wrong
	}
	digits := whole
	if groups := strings.FieldsFunc(whole, func(r rune) bool { return r == '.' || r == ' ' }); len(groups) > 1 {
		for i, g := range groups {
			if (i > 0 && len(g) != 3) || len(g) > 3 || g == "" {
				return data.Number{}, wrong
			}
		}
		digits = strings.Join(groups, "")
	}
	if digits == "" || len(digits) > 12 || strings.Trim(digits, "0123456789") != "" {
		return data.Number{}, wrong
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return data.Number{}, wrong
	}
	return data.Of(n), nil
}
