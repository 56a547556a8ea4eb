package data

import "database/sql"

// Period is a range of days, both included; a blank end is open.
type Period struct{ From, To Date }

// ends are the first and last day of the period as a statement compares them.
func (p Period) ends() (from, to string) {
	if from, to = string(p.From), string(p.To); to == "" {
		to = string(LastDate)
	}
	return from, to
}

// inPeriod is the condition that an interaction lies in the period of the parameters ?2 and ?3; one without a date only in an open one.
const inPeriod = " AND ifnull(date, '') BETWEEN ?2 AND ?3"

// always are the ends of the open period, in which no interaction needs to be looked at for its date.
const always = " AND ?2 <= ?3"

// condition is what an interaction of the period fulfils.
func (p Period) condition() string {
	if p == (Period{}) {
		return always
	}
	return inPeriod
}

// CampaignFigures are the sums over a campaign's interactions that are neither canceled nor postponed.
type CampaignFigures struct {
	TargetsContacted int // interactions marked Campaign Target (CP-62, CS-1)
	Responded        int // interactions marked Campaign Response (CP-63, CS-2)
	Cost             Amount
	Duration         Amount // minutes
}

const campaignSums = "ifnull(sum(campaign_target), 0), ifnull(sum(campaign_response), 0), ifnull(sum(cost), 0), ifnull(sum(duration), 0)"

// FiguresOfCampaign sums a campaign's interactions of a period (CP-62…65, CS-1…7, CS-15).
func FiguresOfCampaign(r Reader, campaign CampaignNo, p Period) (CampaignFigures, error) {
	var f CampaignFigures
	from, to := p.ends()
	err := each(r, "SELECT "+campaignSums+" FROM interaction WHERE campaign_no=?1 AND postponed=0 AND canceled=0"+p.condition(),
		[]any{string(campaign), from, to}, func(rows *sql.Rows) error {
			return rows.Scan(&f.TargetsContacted, &f.Responded, &f.Cost, &f.Duration)
		})
	return f, err
}

// FiguresOfCampaigns sums the interactions of a period of all campaigns that have any.
func FiguresOfCampaigns(r Reader, p Period) (map[CampaignNo]CampaignFigures, error) {
	all := map[CampaignNo]CampaignFigures{}
	from, to := p.ends()
	err := each(r, "SELECT campaign_no, "+campaignSums+" FROM interaction WHERE campaign_no<>?1 AND postponed=0 AND canceled=0"+p.condition()+" GROUP BY campaign_no",
		[]any{"", from, to}, func(rows *sql.Rows) error {
			var no CampaignNo
			var f CampaignFigures
			err := rows.Scan(&no, &f.TargetsContacted, &f.Responded, &f.Cost, &f.Duration)
			all[no] = f
			return err
		})
	return all, err
}

// CampaignPeople are the contacts behind a campaign's figures, each counted once (S:OQ-4).
type CampaignPeople struct {
	Contacted, Responded int
}

// PeopleOfCampaign counts the different contacts that were contacted as targets in a period, and those that responded.
func PeopleOfCampaign(r Reader, campaign CampaignNo, p Period) (CampaignPeople, error) {
	var n CampaignPeople
	from, to := p.ends()
	err := each(r, `SELECT count(DISTINCT iif(campaign_target=1, contact_no, NULL)), count(DISTINCT iif(campaign_response=1, contact_no, NULL))
		FROM interaction WHERE campaign_no=?1 AND postponed=0 AND canceled=0 AND contact_no<>''`+inPeriod,
		[]any{string(campaign), from, to}, func(rows *sql.Rows) error { return rows.Scan(&n.Contacted, &n.Responded) })
	return n, err
}

// ContactFigures are what a contact's interactions add up to, and what the contact has (CO-53…55).
type ContactFigures struct {
	Interactions        int
	Cost                Amount // LCY
	Duration            Amount // minutes
	LastAttempt         Date   // Last Date Attempted: of an interaction initiated by us
	LastInteraction     Date   // Date of Last Interaction: of an attempt that did not fail
	JobResponsibilities int
	MailingGroups       int
	IndustryGroups      int // of its company, like the business relations
	BusinessRelations   int
}

// FiguresOfContact computes the figures of a contact: a company's count those of its persons too. Canceled and postponed
// interactions count nowhere (S:DV-9); the period is for the first three figures only (CO-53g).
func FiguresOfContact(r Reader, contact ContactNo, p Period) (ContactFigures, error) {
	var f ContactFigures
	c, err := Contacts.Get(r, contact)
	if err != nil {
		return f, err
	}
	company, of := c.CompanyNo, "contact_company_no=?1"
	switch {
	case company == "":
		company, of = c.No, "contact_no=?1 AND ?1=?4"
	case c.Type == Person:
		of = "contact_no=?4 AND contact_company_no=?1"
	default:
		of += " AND ?4=?4"
	}
	from, to := p.ends()
	live := " FROM interaction WHERE " + of + " AND postponed=0 AND canceled=0"
	err = each(r, `SELECT count(*) FILTER (WHERE true`+inPeriod+`), ifnull(sum(cost) FILTER (WHERE true`+inPeriod+`), 0), ifnull(sum(duration) FILTER (WHERE true`+inPeriod+`), 0),
		ifnull(max(iif(initiated_by=1, date, NULL)), ''), ifnull(max(iif(attempt_failed=0, date, NULL)), ''),
		(SELECT count(*) FROM contact_job_responsibility AS j WHERE j.contact_no=?4), (SELECT count(*) FROM contact_mailing_group AS m WHERE m.contact_no=?4),
		(SELECT count(*) FROM contact_industry_group AS g WHERE g.contact_no=?1), (SELECT count(*) FROM contact_business_relation AS b WHERE b.contact_no=?1)`+live,
		[]any{string(company), from, to, string(contact)}, func(rows *sql.Rows) error {
			return rows.Scan(&f.Interactions, &f.Cost, &f.Duration, &f.LastAttempt, &f.LastInteraction,
				&f.JobResponsibilities, &f.MailingGroups, &f.IndustryGroups, &f.BusinessRelations)
		})
	return f, err
}
