package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/interaction"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// SalespersonCard shows one of those who sell (UI-71). An id of 0 is a new one.
func SalespersonCard(s *app.Session, id int64) page.Page {
	type S = data.Salesperson
	return &page.Card[S]{
		Name: "salesperson-card", Session: s, Table: data.Salespeople, ID: id,
		Title:  func(p *S) string { return string(p.Code) + " " + p.Name },
		Delete: func(_ *page.Window, p *S) error { return register.Delete(s, data.Salespeople, []S{*p}) },
		Tabs: []page.Tab[S]{
			{Caption: "general", Fields: page.Fields[S]{
				page.Code("code", func(p *S) *data.SalespersonCode { return &p.Code }),
				page.Text("name", func(p *S) *string { return &p.Name }).Required(),
				page.Text("job-title", func(p *S) *string { return &p.JobTitle }),
				page.Amount("commission-percent", func(p *S) *data.Amount { return &p.Commission }).Places(0, 2).BlankZero().Validate(func(p *S) error { return percentage(p.Commission, "commission") }),
				page.Text("phone-no", func(p *S) *string { return &p.PhoneNo }),
				page.Text("e-mail", func(p *S) *string { return &p.EMail }),
				page.Text("e-mail-2", func(p *S) *string { return &p.EMail2 }).More(),
				page.Check("privacy-blocked", func(p *S) *bool { return &p.PrivacyBlocked }),
				page.Check("blocked", func(p *S) *bool { return &p.Blocked }),
			}},
		},
		FactBoxes: []page.FactBox[S]{salespersonFacts(s)},
		Actions:   salespersonActions(s),
	}
}

// salespersonActions are what can be done with a salesperson, on the card as in the list.
func salespersonActions(s *app.Session) []page.Action[data.Salesperson] {
	type S = data.Salesperson
	of := func(p *S) func() data.View {
		return func() data.View { return data.View{Fixed: []data.Cond{data.Equal("salesperson_code", p.Code)}} }
	}
	return []page.Action[S]{
		{Caption: "campaigns", Promoted: true, Open: func(p *S) page.Page { return campaignList(s, string(p.Code), of(p)) }},
		{Caption: "contacts", Promoted: true, Open: func(p *S) page.Page { return contactsIn(s, string(p.Code), of(p)) }},
		{Caption: "salesperson-statistics", Key: "F7", Promoted: true, Open: func(p *S) page.Page { return SalespersonStatistics(s, p.Code) }},
		{Caption: "interaction-log-entries", Group: "history", Key: "Ctrl+F7", Open: func(p *S) page.Page { return interactionLog(s, logOfSalesperson(p)) }},
		{Caption: "postponed-interactions", Group: "history", Open: func(p *S) page.Page { return postponedOf(s, logOfSalesperson(p)) }},
		{Caption: "create-interaction", Do: func(w *page.Window, p *S) error { return openDraft(s, w, interaction.From{SalespersonCode: p.Code}) }},
	}
}

// salespersonFacts are the figures of a salesperson's interactions.
func salespersonFacts(s *app.Session) page.FactBox[data.Salesperson] {
	return page.FactBox[data.Salesperson]{
		Caption: "salesperson-statistics",
		Watches: []string{data.Interactions.Name()},
		Facts: func(p *data.Salesperson) ([]page.Fact, error) {
			f, err := data.FiguresOfSalesperson(s.DB, p.Code)
			return interactionFacts(s, logOfSalesperson(p), f.Interactions, f.Cost, f.Duration), err
		},
	}
}

// SalespersonStatistics shows what a salesperson's interactions add up to and come to on average (UI-72, CO-51).
func SalespersonStatistics(s *app.Session, code data.SalespersonCode) page.Page {
	type F = app.SalespersonStatistics
	person := data.Salesperson{Code: code}
	drill := func(*F) page.Page { return interactionLog(s, onlyLive(logOfSalesperson(&person))) }
	return &page.Card[F]{
		Name: "salesperson-statistics", Session: s, Key: string(code),
		Title:   func(*F) string { return string(code) },
		Load:    func() (F, error) { return app.StatisticsOfSalesperson(s.DB, code) },
		Watches: []string{data.Interactions.Name()},
		Tabs: []page.Tab[F]{{Caption: "interactions", Fields: page.Fields[F]{
			page.Number("no-of-interactions", func(f *F) *int { return &f.Interactions }).ReadOnly().Drill(drill),
			page.Amount("cost-lcy", func(f *F) *data.Amount { return &f.Cost }).Places(2, 2).ReadOnly().Drill(drill),
			page.Amount("avg-cost-lcy", func(f *F) *data.Amount { return &f.AvgCost }).Places(2, 2).ReadOnly(),
			page.Amount("duration-min", func(f *F) *data.Amount { return &f.Duration }).Places(0, 0).ReadOnly().Drill(drill),
			page.Amount("avg-duration-min", func(f *F) *data.Amount { return &f.AvgDuration }).Places(0, 2).ReadOnly(),
		}}},
	}
}
