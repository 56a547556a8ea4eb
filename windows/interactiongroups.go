package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// InteractionGroups is the list of the kinds of templates: letters, calls, meetings (UI-37), edited in place.
func InteractionGroups(s *app.Session) page.Page {
	type G = data.InteractionGroup
	return &page.Worksheet[G]{
		Name: "interaction-groups", Session: s, Table: data.InteractionGroups,
		New:     func(*G) G { return G{} },
		Delete:  func(_ *page.Window, rows []G) error { return register.Delete(s, data.InteractionGroups, rows) },
		Watches: []string{data.Interactions.Name()},
		Fields: page.Fields[G]{
			page.Code("code", func(g *G) *data.InteractionGroupCode { return &g.Code }),
			page.Text("description", func(g *G) *string { return &g.Description }).Width(40),
		},
		FactBoxes: []page.FactBox[G]{{
			Caption: "statistics", Watches: []string{data.Interactions.Name()},
			Facts: func(g *G) ([]page.Fact, error) {
				return interactionFacts(s, logOfGroup(g), g.Interactions, g.Cost, g.Duration), nil
			},
		}},
		Actions: []page.Action[G]{
			{Caption: "interaction-log-entries", Key: "Ctrl+F7", Promoted: true, Open: func(g *G) page.Page { return interactionLog(s, logOfGroup(g)) }},
			{Caption: "statistics", Key: "F7", Promoted: true, Open: func(g *G) page.Page { return InteractionGroupStatistics(s, g.ID) }},
			{Caption: "interaction-templates", Promoted: true, Open: func(g *G) page.Page { return templatesOf(s, g.Code) }},
		},
		Empty: "interaction-groups-empty",
	}
}

// InteractionGroupStatistics shows what the interactions of a group add up to (UI-38).
func InteractionGroupStatistics(s *app.Session, id int64) page.Page {
	type G = data.InteractionGroup
	drill := func(g *G) page.Page { return interactionLog(s, onlyLive(logOfGroup(g))) }
	return &page.Card[G]{
		Name: "interaction-group-statistics", Session: s, Table: data.InteractionGroups, ID: id,
		Title:   func(g *G) string { return string(g.Code) + " " + g.Description },
		Watches: []string{data.Interactions.Name()},
		Tabs: []page.Tab[G]{{Caption: "general", Fields: page.Fields[G]{
			page.Number("no-of-interactions", func(g *G) *int { return &g.Interactions }).ReadOnly().Drill(drill),
			page.Amount("cost-lcy", func(g *G) *data.Amount { return &g.Cost }).Places(2, 2).ReadOnly().Drill(drill),
			page.Amount("duration-min", func(g *G) *data.Amount { return &g.Duration }).Places(0, 0).ReadOnly().Drill(drill),
		}}},
	}
}

// interactionFacts are the figures of interactions, each leading to its rows.
func interactionFacts(s *app.Session, of logOf, count int, cost, minutes data.Amount) []page.Fact {
	open := func() page.Page { return interactionLog(s, onlyLive(of)) }
	l := s.Locale
	return []page.Fact{
		{Caption: "no-of-interactions", Text: l.FormatInt(int64(count)), Open: open},
		{Caption: "cost-lcy", Text: l.FormatAmount(cost, 2, 2), Open: open},
		{Caption: "duration-min", Text: l.FormatAmount(minutes, 0, 0), Open: open},
	}
}
