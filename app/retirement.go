package app

import "cosohoi/data/day"

// retirementMonths is the age of retirement, in months, of those who reach it in a year (Nghị định 135/2020/NĐ-CP, Điều 4): from 2021 on
// it rises each year, to 60 years for women in 2035 and 62 for men in 2028.
func retirementMonths(year int, female bool) int {
	raised := max(year-2020, 0)
	if female {
		return min(55*12+4*raised, 60*12)
	}
	return min(60*12+3*raised, 62*12)
}

// RetiresOn is the last day at work of somebody who retires at the usual age: that of the month in which the age of its year is reached
// (Nghị định 135/2020/NĐ-CP, Điều 3). ok is false when the birth is not known to the month.
func RetiresOn(birth day.Date, female bool) (last day.Date, ok bool) {
	if birth.Month == 0 {
		return day.Date{}, false
	}
	for year := birth.Year + retirementMonths(0, female)/12; ; year++ {
		months := birth.Month - 1 + retirementMonths(year, female)
		if reached := birth.Year + months/12; reached <= year {
			return day.Of(reached, months%12+1, 0).Last(), true
		}
	}
}
