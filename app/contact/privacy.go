package contact

import "campaigndesk/data"

// settlePrivacy lets the marks that protect a contact agree: one marked Minor, or whose consent changes, is blocked (CO-61);
// a minor without consent stays blocked, and only a minor has a consent (CO-62).
func settlePrivacy(before, after *data.Contact) error {
	if before.Minor && !after.Minor {
		after.ParentalConsent = false
	}
	switch {
	case after.ParentalConsent && !after.Minor:
		return data.Msg("consent-only-for-minors").At("parental_consent")
	case after.Minor && (!before.Minor || after.ParentalConsent != before.ParentalConsent):
		after.PrivacyBlocked = true
	case before.PrivacyBlocked && !after.PrivacyBlocked && after.Minor && !after.ParentalConsent:
		return data.Msg("minor-without-consent").At("privacy_blocked")
	}
	return nil
}

// CheckUsable refuses a contact whose privacy is blocked for something new: a customer, a quote, an interaction (CO-60).
func CheckUsable(c data.Contact) error {
	if c.PrivacyBlocked {
		return data.Msg("contact-privacy-blocked", c.No, c.Name).At("contact_no")
	}
	return nil
}
