package contact

import (
	"reflect"
	"slices"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
)

// Difference is a field in which two contacts that are to become one differ.
type Difference struct {
	Column        string
	Kept, Merged  string // what each has, as it is stored
	FromDuplicate bool   // the merged contact's value is to be kept
}

// notMerged are the columns that make a contact the one it is, or follow from others.
var notMerged = []string{"id", "no", "type", "company_no", "company_name", "no_series", "last_date_modified", "last_time_modified"}

// Differences lists the texts and codes in which two contacts differ, in the order of the record. Where the one that stays has
// nothing, the other's value is proposed (CO-49f).
func Differences(kept, merged data.Contact) []Difference {
	var all []Difference
	eachMerged(&kept, &merged, func(column string, k, m reflect.Value) {
		if !k.Equal(m) {
			all = append(all, Difference{Column: column, Kept: k.String(), Merged: m.String(), FromDuplicate: k.String() == ""})
		}
	})
	return all
}

// eachMerged goes through the fields of two contacts that a merge chooses between.
func eachMerged(kept, merged *data.Contact, fn func(column string, kept, merged reflect.Value)) {
	k, m := reflect.ValueOf(kept).Elem(), reflect.ValueOf(merged).Elem()
	for i := range k.NumField() {
		column, options, _ := strings.Cut(k.Type().Field(i).Tag.Get("db"), ",")
		if k.Field(i).Kind() == reflect.String && !strings.Contains(options, "calc") && !slices.Contains(notMerged, column) {
			fn(column, k.Field(i), m.Field(i))
		}
	}
}

// CheckMerge refuses to make one contact of two that cannot be one: a company and a person, a contact and itself, two
// customers, or two with alternative addresses of the same code.
func CheckMerge(r data.Reader, kept, merged data.Contact) error {
	switch {
	case kept.No == merged.No:
		return data.Msg("merge-with-itself", kept.No).At("merged_no")
	case kept.Type != merged.Type:
		return data.Msg("merge-other-type", kept.No, merged.No).At("merged_no")
	case kept.CustomerNo != "" && merged.CustomerNo != "" && kept.CustomerNo != merged.CustomerNo && kept.Type == data.Company:
		return data.Msg("merge-two-customers", kept.CustomerNo, merged.CustomerNo).At("merged_no")
	}
	common, err := data.CommonAltAddresses(r, kept.No, merged.No)
	if err == nil && len(common) > 0 {
		err = data.Msg("merge-same-alt-address", common[0]).At("merged_no")
	}
	return err
}

// Merge makes one contact of two in one command: the kept one takes the chosen fields of the merged one and everything that
// names it, and the merged one goes (CO-49f). What persons inherit, the customer and target groups follow.
func Merge(s *app.Session, keptNo, mergedNo data.ContactNo, chosen []Difference) (notices []data.Message, err error) {
	kept, err := data.Contacts.Get(s.DB, keptNo)
	if err != nil {
		return nil, err
	}
	merged, err := data.Contacts.Get(s.DB, mergedNo)
	if err != nil {
		return nil, err
	}
	if err := CheckMerge(s.DB, kept, merged); err != nil {
		return nil, err
	}
	after := kept
	eachMerged(&after, &merged, func(column string, k, m reflect.Value) {
		for _, d := range chosen {
			if d.Column == column && d.FromDuplicate {
				k.Set(m)
			}
		}
	})
	after.ExcludeFromSegment = kept.ExcludeFromSegment || merged.ExcludeFromSegment
	after.PrivacyBlocked = kept.PrivacyBlocked || merged.PrivacyBlocked
	if after.Type == data.Company {
		after.CompanyName = after.Name
	}
	Stamp(s, &after)
	err = s.Write(data.Msg("contacts-merged", mergedNo, merged.Name, keptNo, after.Name), func(tx *data.Tx) error {
		reasons := func() ([]data.Reason, error) {
			of, err := data.ReasonsOfContact(tx, keptNo)
			if err != nil {
				return nil, err
			}
			others, err := data.ReasonsOfContact(tx, mergedNo)
			return append(of, others...), err
		}
		notices, err = campaign.KeepTargets(tx, reasons, func() error { return mergeInto(tx, &kept, &merged, &after) })
		if err != nil {
			return err
		}
		return mergedCustomer(tx, &kept, keptNo)
	})
	if err != nil {
		return nil, err
	}
	return notices, nil
}

// mergeInto lets everything that names the merged contact name the kept one, and stores it as it is afterwards.
func mergeInto(tx *data.Tx, kept, merged, after *data.Contact) error {
	persons := *after
	persons.No = merged.No
	if err := toPersons(tx, merged, &persons); err != nil { // who are still the merged company's
		return err
	}
	if merged.Type == data.Person && merged.CompanyNo != "" && merged.CompanyNo != kept.CompanyNo {
		if err := data.LeaveHistoryWithCompany(tx, merged.No); err != nil { // CO-23
			return err
		}
	}
	if err := data.MergeContact(tx, *merged, *after); err != nil {
		return err
	}
	if err := data.Contacts.Delete(tx, merged.ID); err != nil {
		return err
	}
	if err := data.Contacts.Update(tx, after); err != nil {
		return err
	}
	if err := toPersons(tx, kept, after); err != nil || after.Type == data.Company {
		return err
	}
	if err := data.MoveLinesToCompany(tx, after.No, after.CompanyNo); err != nil {
		return err
	}
	return data.TakeHistoryToCompany(tx, after.No, after.CompanyNo)
}

// mergedCustomer brings the customer along that the contact is after the merge: one that the merged contact brought takes the
// contact's fields and its places in target groups (CO-29, CP-101), one that it was before follows (CO-31).
func mergedCustomer(tx *data.Tx, kept *data.Contact, no data.ContactNo) error {
	after, err := data.Contacts.Get(tx, no)
	switch {
	case err != nil:
		return err
	case kept.CustomerNo != "" || after.CustomerNo == "" || after.CompanyNo != "" && after.CompanyNo != no:
		return toCustomer(tx, kept, &after)
	}
	customer, err := data.Customers.Get(tx, after.CustomerNo)
	if err != nil {
		return err
	}
	copyAll(commonOfContact(&after), commonOfCustomer(&customer))
	if err := data.Customers.Update(tx, &customer); err != nil {
		return err
	}
	return campaign.ContactIsCustomer(tx, no, after.CustomerNo)
}
