package data

import (
	"strings"
	"unicode/utf8"

	"campaigndesk/data/filter"

	"golang.org/x/text/unicode/norm"
)

// The codes and numbers that name records: at most as long as BC's, upper case and without surrounding blanks
// (Code[n]); the tables bring entered text into that form and refuse what is too long.
type (
	CampaignNo           string // Code[20]
	CampaignStatusCode   string // Code[10]
	SalespersonCode      string // Code[20]
	ContactNo            string // Code[20]
	CustomerNo           string // Code[20]
	ItemNo               string // Code[20]
	VariantCode          string // Code[10]
	UnitCode             string // Code[10], a unit of measure
	CurrencyCode         string // Code[10]; blank is the local currency, LCY
	CustomerPriceGroup   string // Code[10]
	CustomerDiscGroup    string // Code[20]
	ItemDiscGroup        string // Code[20]
	VATBusinessGroup     string // Code[20]
	VATProductGroup      string // Code[20]
	NoSeriesCode         string // Code[20]
	SegmentNo            string // Code[20]
	QuoteNo              string // Code[20]
	TerritoryCode        string // Code[10]
	CountryCode          string // Code[10]
	DimensionCode        string // Code[20]
	BusinessRelationCode string // Code[10]

	IndustryGroupCode       string // Code[10]
	MailingGroupCode        string // Code[10]
	JobResponsibilityCode   string // Code[10]
	OrganizationalLevelCode string // Code[10]
	SalutationCode          string // Code[10]
	QuestionnaireCode       string // Code[20]
	AltAddressCode          string // Code[10], an alternative address of one contact
	InteractionGroupCode    string // Code[10]
	InteractionTemplateCode string // Code[10]
	SavedCriteriaCode       string // Code[10]
	TaskNo                  string // Code[20]
	OpportunityNo           string // Code[20]
)

// normalCode brings entered text into the form in which codes are stored and compared.
func normalCode(s string) string { return filter.Fold(strings.TrimSpace(normalText(s))) }

// normalText brings entered text into the form in which it is stored: one way of writing each letter, however the text
// was typed or whichever system it was copied from, and nothing that is no character.
func normalText(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i] == 0 {
			return norm.NFC.String(strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", ""))
		}
	}
	return s
}
