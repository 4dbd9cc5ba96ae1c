// Package lunar is the Vietnamese lunar calendar: a month begins on the day of the new moon in Hanoi (UTC+7), the month of the winter
// solstice is the eleventh, and in a year of thirteen months the first one that holds no principal term is a leap month (Quyết định
// 121/CP of 8/8/1967). Calendars for Beijing (UTC+8) differ when the new moon falls between 23:00 and 24:00 in Hanoi, as in 2007 and 2030.
//
// The formulas are those of Jean Meeus, Astronomical Algorithms, 2nd edition: chapter 49 for the new moon, chapter 25 for the longitude
// of the sun, chapter 10 for what clocks lag behind (in the form of Espenak and Meeus for 2005 to 2050, good to a few seconds from 1980
// to 2050). They are right to well under a minute, which decides the day unless the moon is new within a minute of midnight.
package lunar

import (
	"math"
	"time"

	"cosohoi/data/day"
)

// Date is a day of the lunar calendar.
type Date struct {
	Year, Month, Day int
	// Leap tells the second of two months with one number.
	Leap bool
}

// hanoi is what Hanoi's clocks are ahead of Greenwich, in days.
const hanoi = 7.0 / 24

// epoch is the Julian day of 1/1/1970, 0 h.
const epoch = 2440587.5

// number counts days from 1/1/1970.
func number(d day.Date) int { return int(d.Time().Unix() / 86400) }

func date(n int) day.Date { return day.FromTime(time.Unix(int64(n)*86400, 0).UTC()) }

// hanoiDay is the day in Hanoi at an instant given in Julian days of dynamical time.
func hanoiDay(jde float64) int {
	return int(math.Floor(jde - lag(jde)/86400 - epoch + hanoi))
}

// lag is how many seconds clocks are behind dynamical time.
func lag(jde float64) float64 {
	t := (jde - 2451545) / 365.25
	return 62.92 + 0.32217*t + 0.005589*t*t
}

func sin(degrees float64) float64 { return math.Sin(degrees * math.Pi / 180) }

// newMoonTerms are the periodic terms of chapter 49: the sine's coefficient in days, the power of the eccentricity, and the multiples of
// the sun's anomaly, the moon's anomaly, the moon's argument of latitude and the node.
var newMoonTerms = []struct {
	size            float64
	e, m, mm, f, om float64
}{
	{-0.40720, 0, 0, 1, 0, 0}, {0.17241, 1, 1, 0, 0, 0}, {0.01608, 0, 0, 2, 0, 0}, {0.01039, 0, 0, 0, 2, 0}, {0.00739, 1, -1, 1, 0, 0},
	{-0.00514, 1, 1, 1, 0, 0}, {0.00208, 2, 2, 0, 0, 0}, {-0.00111, 0, 0, 1, -2, 0}, {-0.00057, 0, 0, 1, 2, 0}, {0.00056, 1, 1, 2, 0, 0},
	{-0.00042, 0, 0, 3, 0, 0}, {0.00042, 1, 1, 0, 2, 0}, {0.00038, 1, 1, 0, -2, 0}, {-0.00024, 1, -1, 2, 0, 0}, {-0.00017, 0, 0, 0, 0, 1},
	{-0.00007, 0, 2, 1, 0, 0}, {0.00004, 0, 0, 2, -2, 0}, {0.00004, 0, 3, 0, 0, 0}, {0.00003, 0, 1, 1, -2, 0}, {0.00003, 0, 0, 2, 2, 0},
	{-0.00003, 0, 1, 1, 2, 0}, {0.00003, 0, -1, 1, 2, 0}, {-0.00002, 0, -1, 1, -2, 0}, {-0.00002, 0, 1, 3, 0, 0}, {0.00002, 0, 0, 4, 0, 0},
}

// planets are the further terms of chapter 49: coefficient in days, angle at k = 0 and its growth with k. The first has a term in T² as well,
// which is nothing for these centuries.
var planets = [][3]float64{
	{0.000325, 299.77, 0.107408}, {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886}, {0.000126, 349.42, 36.412478},
	{0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771}, {0.000060, 207.14, 2.453732}, {0.000056, 154.84, 7.306860},
	{0.000047, 34.52, 27.261239}, {0.000042, 207.19, 0.121824}, {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
	{0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518},
}

// newMoon is the day in Hanoi of new moon k, counted from that of 6/1/2000.
func newMoon(k int) int {
	n := float64(k)
	t := n / 1236.85
	jde := 2451550.09766 + 29.530588861*n + 0.00015437*t*t
	e := 1 - 0.002516*t - 0.0000074*t*t
	m := 2.5534 + 29.10535670*n - 0.0000014*t*t
	mm := 201.5643 + 385.81693528*n + 0.0107582*t*t
	f := 160.7108 + 390.67050284*n - 0.0016118*t*t
	om := 124.7746 - 1.56375588*n + 0.0020672*t*t
	for _, p := range newMoonTerms {
		jde += p.size * math.Pow(e, p.e) * sin(p.m*m+p.mm*mm+p.f*f+p.om*om)
	}
	for _, p := range planets {
		jde += p[0] * sin(p[1]+p[2]*n)
	}
	return hanoiDay(jde)
}

// sunSector is in which twelfth of its year, from the spring equinox, the sun is when a day begins in Hanoi.
func sunSector(n int) int {
	jde := float64(n) + epoch - hanoi
	jde += lag(jde) / 86400
	t := (jde - 2451545) / 36525
	mean := 280.46646 + 36000.76983*t + 0.0003032*t*t
	m := 357.52911 + 35999.05029*t - 0.0001537*t*t
	centre := (1.914602-0.004817*t-0.000014*t*t)*sin(m) + (0.019993-0.000101*t)*sin(2*m) + 0.000289*sin(3*m)
	apparent := mean + centre - 0.00569 - 0.00478*sin(125.04-1934.136*t)
	return int(math.Floor(math.Mod(math.Mod(apparent, 360)+360, 360) / 30))
}

// moonBy is the last new moon on or before a day.
func moonBy(n int) int {
	k := int(math.Floor((float64(n) - 10962) / 29.530588861)) // 6/1/2000 is day 10962
	for newMoon(k+1) <= n {
		k++
	}
	for newMoon(k) > n {
		k--
	}
	return k
}

// eleventh is the new moon that begins the eleventh month near the end of a year, the one with the winter solstice.
func eleventh(year int) int {
	k := moonBy(number(day.Of(year, 12, 31)))
	if sunSector(newMoon(k)) >= 9 { // the solstice was before this month
		k--
	}
	return k
}

// leap is the new moon of the leap month between two eleventh months, or that of the last when there is none.
func leap(from, to int) int {
	if to-from == 12 {
		return to
	}
	for k := from + 1; k < to; k++ {
		if sunSector(newMoon(k)) == sunSector(newMoon(k+1)) {
			return k
		}
	}
	return to
}

// Of gives the lunar date of a full day.
func Of(d day.Date) Date {
	n := number(d)
	k := moonBy(n)
	from, to := eleventh(d.Year-1), eleventh(d.Year)
	year := d.Year - 1
	if k >= to {
		from, to = to, eleventh(d.Year+1)
		year = d.Year
	}
	gap := leap(from, to)
	months := k - from
	if k >= gap {
		months--
	}
	month := 11 + months
	if month > 12 {
		month -= 12
		year++
	}
	return Date{Year: year, Month: month, Day: n - newMoon(k) + 1, Leap: k == gap && k != to}
}

// Solar gives the day of a lunar date: the reverse of Of. A day that the month does not have runs into the next one.
func (l Date) Solar() day.Date {
	first := l.Year - 1
	if l.Month >= 11 {
		first = l.Year
	}
	from, to := eleventh(first), eleventh(first+1)
	gap := leap(from, to)
	k := from + (l.Month+1)%12
	if k > gap-1 && gap != to || l.Leap {
		k++
	}
	return date(newMoon(k) + l.Day - 1)
}

// NewYear is Mùng 1 Tết of a year.
func NewYear(year int) day.Date { return Date{Year: year, Month: 1, Day: 1}.Solar() }
