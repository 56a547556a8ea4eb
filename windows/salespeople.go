package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Salespeople is the list of those who sell (UI-70).
func Salespeople(s *app.Session) page.Page {
	type S = data.Salesperson
	return &page.List[S]{
		Name: "salespeople", Session: s, Table: data.Salespeople,
		Card:    func(p *S) page.Page { return SalespersonCard(s, p.ID) },
		NewCard: func() page.Page { return SalespersonCard(s, 0) },
		Delete:  func(_ *page.Window, rows []S) error { return register.Delete(s, data.Salespeople, rows) },
		Fields: page.Fields[S]{
			page.Code("code", func(p *S) *data.SalespersonCode { return &p.Code }),
			page.Text("name", func(p *S) *string { return &p.Name }).Width(28),
			page.Text("job-title", func(p *S) *string { return &p.JobTitle }).Width(20),
			page.Amount("commission-percent", func(p *S) *data.Amount { return &p.Commission }).Places(0, 2).BlankZero(),
			page.Text("phone-no", func(p *S) *string { return &p.PhoneNo }).Width(16),
			page.Text("e-mail", func(p *S) *string { return &p.EMail }).Width(30).Hidden(),
			page.Check("blocked", func(p *S) *bool { return &p.Blocked }),
			page.Check("privacy-blocked", func(p *S) *bool { return &p.PrivacyBlocked }).Width(16).Hidden(),
		},
		FactBoxes: []page.FactBox[S]{salespersonFacts(s)},
		Actions:   salespersonActions(s),
		Empty:     "salespeople-empty",
	}
}
