package windows

import (
	"campaigndesk/app"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// contactFigures are a contact's figures of a period.
type contactFigures struct {
	data.Period
	data.ContactFigures
}

// ContactStatistics shows what a contact's interactions add up to (UI-56, CO-53): a company's are also those of its persons. A
// period limits them.
func ContactStatistics(s *app.Session, no data.ContactNo) page.Page {
	type F = contactFigures
	var period data.Period
	return &page.Card[F]{
		Name: "contact-statistics", Session: s, Key: string(no),
		Title:   func(*F) string { return string(no) },
		Watches: []string{data.Interactions.Name()},
		Load: func() (F, error) {
			figures, err := data.FiguresOfContact(s.DB, no, period)
			return F{period, figures}, ignoreMissing(err)
		},
		Save: func(_ *page.Window, _, after *F) error {
			period = after.Period
			return nil
		},
		Tabs: []page.Tab[F]{
			{Caption: "period", Fields: page.Fields[F]{
				page.Date("from-date", func(f *F) *data.Date { return &f.From }),
				page.Date("to-date", func(f *F) *data.Date { return &f.To }),
			}},
			{Caption: "interactions", Fields: page.Fields[F]{
				page.Number("no-of-interactions", func(f *F) *int { return &f.Interactions }).ReadOnly().Drill(func(f *F) page.Page { return interactionsOfContact(s, no, f.Period) }),
				page.Amount("cost-lcy", func(f *F) *data.Amount { return &f.Cost }).Places(2, 2).ReadOnly().Drill(func(f *F) page.Page { return interactionsOfContact(s, no, f.Period) }),
				page.Amount("duration-min", func(f *F) *data.Amount { return &f.Duration }).Places(0, 0).ReadOnly().Drill(func(f *F) page.Page { return interactionsOfContact(s, no, f.Period) }),
				page.Date("date-of-last-interaction", func(f *F) *data.Date { return &f.LastInteraction }).ReadOnly(),
				page.Date("last-date-attempted", func(f *F) *data.Date { return &f.LastAttempt }).ReadOnly(),
			}},
		},
	}
}
