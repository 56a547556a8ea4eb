package demo

import (
	"fmt"
	"slices"

	"campaigndesk/data"
)

// How many mailing groups, industry groups, job responsibilities and territories there are, whatever the size of the company.
const marketingGroups = 10

// marketing classifies the contacts: every company has an industry group, every person a job responsibility, every second
// contact a mailing group.
func (b *builder) marketing() {
	store(b, data.IndustryGroups, numbered(marketingGroups, func(i int) data.IndustryGroup {
		return data.IndustryGroup{Code: data.IndustryGroupCode(groupCode(i)), Description: fmt.Sprint("Industry group ", i+1)}
	}))
	store(b, data.MailingGroups, numbered(marketingGroups, func(i int) data.MailingGroup {
		return data.MailingGroup{Code: data.MailingGroupCode(groupCode(i)), Description: fmt.Sprint("Mailing group ", i+1)}
	}))
	store(b, data.JobResponsibilities, numbered(marketingGroups, func(i int) data.JobResponsibility {
		return data.JobResponsibility{Code: data.JobResponsibilityCode(groupCode(i)), Description: fmt.Sprint("Responsibility ", i+1)}
	}))
	r := b.random(7)
	store(b, data.ContactIndustryGroups, numbered(len(b.companies), func(i int) data.ContactIndustryGroup {
		return data.ContactIndustryGroup{ContactNo: b.companies[i].No, Code: data.IndustryGroupCode(groupCode(r.IntN(marketingGroups)))}
	}))
	store(b, data.ContactJobResponsibilities, numbered(len(b.persons), func(i int) data.ContactJobResponsibility {
		return data.ContactJobResponsibility{ContactNo: b.persons[i].No, Code: data.JobResponsibilityCode(groupCode(r.IntN(marketingGroups)))}
	}))
	all := slices.Concat(b.companies, b.persons)
	store(b, data.ContactMailingGroups, numbered(len(all)/2, func(i int) data.ContactMailingGroup {
		return data.ContactMailingGroup{ContactNo: all[i*2].No, Code: data.MailingGroupCode(groupCode(r.IntN(marketingGroups)))}
	}))
}

// territories are the parts of the market that companies and their persons lie in.
func (b *builder) territories() {
	store(b, data.Territories, numbered(marketingGroups, func(i int) data.Territory {
		return data.Territory{Code: data.TerritoryCode(groupCode(i)), Name: fmt.Sprint("Territory ", i+1)}
	}))
}
