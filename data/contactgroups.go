package data

// IndustryGroup is a branch that companies work in (CO-33a).
type IndustryGroup struct {
	ID          int64             `db:"id"`
	Code        IndustryGroupCode `db:"code,code=10"`
	Description string            `db:"description,text=100"`
	Contacts    int               `db:"contacts,calc"` // No. of Contacts
}

// ContactIndustryGroup says that a company works in a branch.
type ContactIndustryGroup struct {
	ID          int64             `db:"id"`
	ContactNo   ContactNo         `db:"contact_no,code=20"`
	Code        IndustryGroupCode `db:"industry_group_code,code=10"`
	Description string            `db:"description,calc"`
	ContactName string            `db:"contact_name,calc"`
}

// MailingGroup is a list of contacts that get the same mailings; not deleted while it has any (CO-33b).
type MailingGroup struct {
	ID          int64            `db:"id"`
	Code        MailingGroupCode `db:"code,code=10"`
	Description string           `db:"description,text=100"`
	Contacts    int              `db:"contacts,calc"`
}

// ContactMailingGroup says that a contact gets the mailings of a group.
type ContactMailingGroup struct {
	ID          int64            `db:"id"`
	ContactNo   ContactNo        `db:"contact_no,code=20"`
	Code        MailingGroupCode `db:"mailing_group_code,code=10"`
	Description string           `db:"description,calc"`
	ContactName string           `db:"contact_name,calc"`
	CompanyName string           `db:"company_name,calc"`
}

// JobResponsibility is what somebody decides about in a company (CO-33c).
type JobResponsibility struct {
	ID          int64                 `db:"id"`
	Code        JobResponsibilityCode `db:"code,code=10"`
	Description string                `db:"description,text=100"`
	Contacts    int                   `db:"contacts,calc"`
}

// ContactJobResponsibility says that a person has a responsibility.
type ContactJobResponsibility struct {
	ID          int64                 `db:"id"`
	ContactNo   ContactNo             `db:"contact_no,code=20"`
	Code        JobResponsibilityCode `db:"job_responsibility_code,code=10"`
	Description string                `db:"description,calc"`
	ContactName string                `db:"contact_name,calc"`
	CompanyName string                `db:"company_name,calc"`
}

// OrganizationalLevel is how high somebody stands in a company (CO-33d).
type OrganizationalLevel struct {
	ID          int64                   `db:"id"`
	Code        OrganizationalLevelCode `db:"code,code=10"`
	Description string                  `db:"description,text=100"`
}

// Territory is a part of the market (CO-52).
type Territory struct {
	ID   int64         `db:"id"`
	Code TerritoryCode `db:"code,code=10"`
	Name string        `db:"name,text=50"`
}

// The tables by which contacts are classified.
var (
	IndustryGroups             = newTable[IndustryGroup]("industry_group", "code", "", contactsWith("industry_group"))
	ContactIndustryGroups      = newTable[ContactIndustryGroup]("contact_industry_group", "contact_no industry_group_code", "", ofContact("industry_group"))
	MailingGroups              = newTable[MailingGroup]("mailing_group", "code", "", contactsWith("mailing_group"))
	ContactMailingGroups       = newTable[ContactMailingGroup]("contact_mailing_group", "contact_no mailing_group_code", "", ofContact("mailing_group"))
	JobResponsibilities        = newTable[JobResponsibility]("job_responsibility", "code", "", contactsWith("job_responsibility"))
	ContactJobResponsibilities = newTable[ContactJobResponsibility]("contact_job_responsibility", "contact_no job_responsibility_code", "", ofContact("job_responsibility"))
	OrganizationalLevels       = newTable[OrganizationalLevel]("organizational_level", "code", "", nil)
	Territories                = newTable[Territory]("territory", "code", "", nil)
)

// contactsWith are the calculated columns of a table of groups.
func contactsWith(group string) map[string]string {
	of := "contact_" + group
	return map[string]string{"contacts": "SELECT count(*) FROM " + of + " WHERE " + of + "." + group + "_code=" + group + ".code"}
}

// ofContact are the calculated columns of the rows that put contacts into groups.
func ofContact(group string) map[string]string {
	of := "contact_" + group
	return map[string]string{
		"description":  "SELECT description FROM " + group + " WHERE " + group + ".code=" + of + "." + group + "_code",
		"contact_name": "SELECT name FROM contact WHERE contact.no=" + of + ".contact_no",
		"company_name": "SELECT company_name FROM contact WHERE contact.no=" + of + ".contact_no",
	}
}
