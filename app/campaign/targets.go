package campaign

import (
	"campaigndesk/data"
)

// KeepTargets carries out a change of segment lines, interactions or contacts and brings the target groups of activated
// campaigns along (CP-90…99). The reasons that the change can touch are read before and after it: a party that lost its
// reason leaves unless another line or interaction of the campaign calls for it (CP-95), a party that gained one joins.
//
// Whether a campaign is activated counts as it was before the change, so that replacing the only target by another keeps
// the campaign going. A campaign that lost its last target is not activated any more; the notice M-06 says so (CP-99).
func KeepTargets(tx *data.Tx, reasons func() ([]data.Reason, error), change func() error) (notices []data.Message, err error) {
	before, err := reasons()
	if err != nil {
		return nil, err
	}
	if err := change(); err != nil {
		return nil, err
	}
	after, err := reasons()
	if err != nil {
		return nil, err
	}
	lost := without(before, after)
	if err := data.RemoveTargetsWithoutReason(tx, lost); err != nil {
		return nil, err
	}
	if err := data.AddTargets(tx, without(after, before)); err != nil {
		return nil, err
	}
	return ended(tx, lost)
}

// without returns the reasons of all that are not among the others.
func without(all, others []data.Reason) []data.Reason {
	known := make(map[data.Reason]bool, len(others))
	for _, r := range others {
		known[r] = true
	}
	var rest []data.Reason
	for _, r := range all {
		if !known[r] {
			rest = append(rest, r)
		}
	}
	return rest
}

// ended gives the notice M-06 for each campaign of the lost reasons that has no target left.
func ended(r data.Reader, lost []data.Reason) (notices []data.Message, err error) {
	seen := map[data.CampaignNo]bool{}
	for _, reason := range lost {
		if seen[reason.CampaignNo] {
			continue
		}
		seen[reason.CampaignNo] = true
		activated, err := data.IsActivated(r, reason.CampaignNo)
		if err != nil {
			return nil, err
		}
		if !activated {
			notices = append(notices, data.Msg("m06-last-target-gone", reason.CampaignNo))
		}
	}
	return notices, nil
}

// ContactIsCustomer lets a contact that became a customer, new or existing, stand as that customer in all target groups
// (CP-100, CP-101).
func ContactIsCustomer(tx *data.Tx, contact data.ContactNo, customer data.CustomerNo) error {
	return data.MoveTargets(tx, data.TargetContact, string(contact), data.TargetCustomer, string(customer))
}

// CustomerIsGone lets the contact of a customer that is deleted or no longer linked stand in all target groups in its place
// (CP-102). It is called while the link still exists; a customer without a contact leaves the groups.
func CustomerIsGone(tx *data.Tx, customer data.CustomerNo) error {
	gone, err := data.Customers.Get(tx, customer)
	if err != nil {
		return err
	}
	if gone.ContactNo == "" {
		return data.DropTarget(tx, data.TargetCustomer, string(customer))
	}
	return data.MoveTargets(tx, data.TargetCustomer, string(customer), data.TargetContact, string(gone.ContactNo))
}
