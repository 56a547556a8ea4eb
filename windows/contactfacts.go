package windows

import (
	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/data"
	"campaigndesk/windows/page"
)

// contactFacts are the figures of a contact beside its card and list (UI-51), each with what is behind it.
func contactFacts(s *app.Session) page.FactBox[data.Contact] {
	return page.FactBox[data.Contact]{
		Caption: "contact-statistics",
		Watches: []string{data.Interactions.Name(), data.ContactJobResponsibilities.Name(), data.ContactIndustryGroups.Name(),
			data.ContactBusinessRelations.Name(), data.ContactMailingGroups.Name()},
		Facts: func(c *data.Contact) ([]page.Fact, error) {
			if c.No == "" {
				return nil, nil
			}
			f, err := data.FiguresOfContact(s.DB, c.No, data.Period{})
			if err != nil {
				return nil, ignoreMissing(err)
			}
			l, no, company := s.Locale, c.No, c.No
			if c.CompanyNo != "" {
				company = c.CompanyNo
			}
			history := func() page.Page { return interactionsOfContact(s, no, data.Period{}) }
			return []page.Fact{
				{Caption: "no-of-interactions", Text: l.FormatInt(int64(f.Interactions)), Open: history},
				{Caption: "cost-lcy", Text: l.FormatAmount(f.Cost, 2, 2), Open: history},
				{Caption: "duration-min", Text: l.FormatAmount(f.Duration, 0, 0), Open: history},
				{Caption: "no-of-job-responsibilities", Text: l.FormatInt(int64(f.JobResponsibilities)), Open: func() page.Page { return ContactJobResponsibilities(s, no) }},
				{Caption: "no-of-industry-groups", Text: l.FormatInt(int64(f.IndustryGroups)), Open: func() page.Page { return ContactIndustryGroups(s, company) }},
				{Caption: "no-of-business-relations", Text: l.FormatInt(int64(f.BusinessRelations)), Open: func() page.Page { return ContactBusinessRelations(s, company) }},
				{Caption: "no-of-mailing-groups", Text: l.FormatInt(int64(f.MailingGroups)), Open: func() page.Page { return ContactMailingGroups(s, no) }},
			}, nil
		},
	}
}

// likeFacts are the companies that are like the one on the card, while it is typed (CO-49e).
func likeFacts(s *app.Session) page.FactBox[data.Contact] {
	return page.FactBox[data.Contact]{
		Caption: "possible-duplicates",
		Facts: func(c *data.Contact) (facts []page.Fact, err error) {
			found, err := contact.Like(s, *c)
			for _, like := range found[:min(len(found), 5)] {
				facts = append(facts, page.Fact{Caption: "duplicate-contact", Text: string(like.No) + " " + like.Name, Tone: page.Warning,
					Open: func() page.Page { return ContactCard(s, like.ID, "") }})
			}
			return facts, err
		},
	}
}

// offerDuplicates asks, where Setup says so, whether to see the companies that are like one just made or changed (CO-49e).
func offerDuplicates(s *app.Session, w *page.Window, before, after *data.Contact) error {
	question, err := contact.AskDuplicates(s, before, after)
	if err != nil || question == nil {
		return err
	}
	w.Ask(*question, func(yes bool) {
		if yes {
			w.Open(LikeContacts(s, after.No))
		}
	})
	return nil
}
