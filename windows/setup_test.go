package windows

import (
	"testing"

	"campaigndesk/data"

	"campaigndesk/windows/pagetest"
)

// The whole program follows the language and the region at once.
func TestLanguageAndRegionChangeAtRunTime(t *testing.T) {
	s := pagetest.Session(t, "en")
	p := pagetest.OpenIn(t, s, Setup(s))
	items := pagetest.OpenIn(t, s, ItemCard(s, first(s, data.Items).ID))
	p.Field("Language").Enter("s")
	p.WantField("Säljarkod", "JR").WantField("Språk", "Svenska")
	p.Field("Region").Enter("English (United Kingdom)")
	items.WantField("A-pris", "4,290.00")
	p.Field("Språk").Enter("e")
	p.WantField("Language", "English")
}

func TestSettingsThatCannotBeAreRefused(t *testing.T) {
	for _, c := range []struct{ field, typed, message string }{
		{"Company Name", "", "must be filled in"},
		{"Region", "Atlantis", "no region"},
		{"Salesperson Code", "NOBODY", "NOBODY does not exist"},
		{"Salesperson Code", "PE", "is blocked"},
		{"Campaign Nos.", "NONE", "NONE"},
		{"Days to Undo", "0", "greater than zero"},
		{"Amount Rounding Precision", "-1", "greater than zero"},
	} {
		t.Run(c.field+" "+c.typed, func(t *testing.T) {
			s := pagetest.Session(t, "en")
			before := s.Setup
			p := pagetest.OpenIn(t, s, Setup(s))
			p.Field(c.field).Enter(c.typed)
			p.WantMessage(c.message)
			if s.Setup != before {
				t.Errorf("the settings changed: %+v", s.Setup)
			}
		})
	}
}
