package exchange

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countryCode turns the name of a country, in English or Swedish, into its code, such as DE for Germany. Other programs
// keep names where a code belongs; what is no name is taken for a code.
func countryCode(text string) string {
	if code, ok := countryCodes()[normalised(text)]; ok {
		return code
	}
	return strings.ToUpper(text)
}

// countryCodes has the names of all countries, normalised.
var countryCodes = sync.OnceValue(func() map[string]string {
	codes := map[string]string{"uk": "GB", "greatbritain": "GB", "england": "GB", "usa": "US", "holland": "NL", "czechrepublic": "CZ",
		"storbritannien": "GB", "turkey": "TR", "turkiet": "TR"}
	english, swedish := display.English.Regions(), display.Swedish.Regions()
	for first := 'A'; first <= 'Z'; first++ {
		for second := 'A'; second <= 'Z'; second++ {
			region, err := language.ParseRegion(string([]rune{first, second}))
			if err != nil || !region.IsCountry() || region.Canonicalize() != region {
				continue
			}
			codes[normalised(english.Name(region))] = region.String()
			codes[normalised(swedish.Name(region))] = region.String()
		}
	}
	return codes
})
