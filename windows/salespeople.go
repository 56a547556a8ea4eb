package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/register"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// Salespeople is the list of those who sell (SP section 7), edited in place.
func Salespeople(s *app.Session) page.Page {
	type S = data.Salesperson
	return &page.Worksheet[S]{
		Name: "salespeople", Session: s, Table: data.Salespeople,
		New:    func(*S) S { return S{} },
		Delete: func(_ *page.Window, rows []S) error { return register.Delete(s, data.Salespeople, rows) },
		Fields: page.Fields[S]{
			page.Code("code", func(p *S) *data.SalespersonCode { return &p.Code }),
			page.Text("name", func(p *S) *string { return &p.Name }),
			page.Text("job-title", func(p *S) *string { return &p.JobTitle }).Width(18),
			page.Amount("commission-percent", func(p *S) *data.Amount { return &p.Commission }).Places(0, 2).BlankZero().Validate(func(p *S) error { return percentage(p.Commission, "commission") }),
			page.Text("phone-no", func(p *S) *string { return &p.PhoneNo }).Width(14),
			page.Text("e-mail", func(p *S) *string { return &p.EMail }).Width(30),
			page.Check("blocked", func(p *S) *bool { return &p.Blocked }),
			page.Check("privacy-blocked", func(p *S) *bool { return &p.PrivacyBlocked }).Width(16).Hidden(),
		},
		Actions: []page.Action[S]{
			{Caption: "campaigns", Promoted: true, Open: func(p *S) page.Page {
				return campaignList(s, string(p.Code), func() data.View {
					return data.View{Fixed: []data.Cond{data.Equal("salesperson_code", p.Code)}}
				})
			}},
		},
		Empty: "salespeople-empty",
	}
}
