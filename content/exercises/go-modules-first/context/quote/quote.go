package quote

import "strconv"

// For returns the price of a parcel of this weight in kilograms.
func For(weight string) float64 {
	kg, err := strconv.ParseFloat(weight, 64)
	if err != nil {
		return 0
	}
	return 4.5 + 1.2*kg
}
