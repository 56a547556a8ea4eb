package exchange

import "testing"

func TestNamesOfCountriesBecomeCodes(t *testing.T) {
	for text, want := range map[string]string{
		"Germany": "DE", "Tyskland": "DE", "SVERIGE": "SE", "United States": "US", "USA": "US", "UK": "GB", "Storbritannien": "GB",
		"Switzerland": "CH", "Venezuela": "VE", "de": "DE", "SE": "SE", "Norden": "NORDEN",
	} {
		if got := countryCode(text); got != want {
			t.Errorf("%s becomes %s, want %s", text, got, want)
		}
	}
}
