package main

import (
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
)

// The job prints the seven targets with numerator, denominator, value, threshold and state, and with --units the units behind one, which add up
// to the whole.
func TestTargetsOfTheProvinceAreThoseOfItsUnits(t *testing.T) {
	var rows []printedTarget
	code, out, errOut := cosohoi("--db", demoFile, "targets", "--on", "2026-10-31", "--json")
	if code != exitOK {
		t.Fatalf("%d: %s", code, errOut)
	}
	if err := json.Unmarshal([]byte(out), &rows); err != nil || len(rows) != 7 {
		t.Fatalf("%d targets, %v", len(rows), err)
	}
	for _, r := range rows {
		if r.Value == nil || r.Denominator == 0 || r.Threshold == 0 || r.State == "" || r.Reading == "" || r.On != "2026-10-31" {
			t.Errorf("%+v", r)
		}
	}
	code, out, errOut = cosohoi("--db", demoFile, "targets", "--on", "31/10/2026", "--units", "CT2", "--csv")
	if code != exitOK {
		t.Fatalf("%d: %s", code, errOut)
	}
	lines, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || len(lines) != 2+226 { // head, the whole, and 226 communes; the affiliates have no chi hội
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	column := map[string]int{}
	for i, name := range lines[0] {
		column[name] = i
	}
	for _, name := range []string{"numerator", "denominator"} {
		sum := 0
		for _, l := range lines[2:] {
			n, err := strconv.Atoi(l[column[name]])
			if err != nil {
				t.Fatal(err)
			}
			sum += n
		}
		if whole, err := strconv.Atoi(lines[1][column[name]]); err != nil || whole != sum || sum == 0 {
			t.Errorf("%s: the whole is %d, its units %d", name, whole, sum)
		}
	}
}

func TestTargetsOfAUnitAndWrongOnes(t *testing.T) {
	code, out, _ := cosohoi("--db", demoFile, "targets", "--on", "2026-10-31", "--unit", "366")
	if code != exitOK || strings.Count(out, "\nCT")+1 != 7 || !strings.Contains(out, "/34 (") {
		t.Errorf("Hải Hậu with its 34 communes: %d\n%s", code, out)
	}
	for _, args := range [][]string{{"--units", "CT99"}, {"extra"}, {"--on", "31/02/2026"}} {
		if code, _, errOut := cosohoi(append([]string{"--db", demoFile, "targets"}, args...)...); code != exitUsage || errOut == "" {
			t.Errorf("%v: %d %s", args, code, errOut)
		}
	}
	if code, _, errOut := cosohoi("--db", demoFile, "targets", "--unit", "99999"); code != exitFailed || errOut == "" {
		t.Errorf("a unit that is not there: %d %s", code, errOut)
	}
}
