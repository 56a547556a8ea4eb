package contact

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/campaign"
	"campaigndesk/data"
)

// The rows that belong to a contact: business relations, groups, responsibilities, alternative addresses with their date
// ranges, comments. Each change of them is a change of the contact (CO-16).

// AddRow stores a new row of a contact.
func AddRow[T any](s *app.Session, table *data.Table[T], row *T) error {
	return writeRows(s, "contact-row-added", table, []T{*row}, func(tx *data.Tx) error {
		if err := checkRow(tx, row); err != nil {
			return err
		}
		return table.Insert(tx, row)
	})
}

// SaveRow stores a changed row of a contact. A new code of an alternative address goes over to its date ranges and to open
// segments.
func SaveRow[T any](s *app.Session, table *data.Table[T], before, after *T) error {
	return writeRows(s, "contact-row-changed", table, []T{*before}, func(tx *data.Tx) error {
		if err := checkRow(tx, after); err != nil {
			return err
		}
		if relation, ok := any(before).(*data.ContactBusinessRelation); ok && relation.CustomerNo != "" {
			return data.Msg("relation-is-linked", relation.ContactNo, relation.CustomerNo).At("business_relation_code")
		}
		if err := table.Update(tx, after); err != nil {
			return err
		}
		if address, ok := any(before).(*data.AltAddress); ok {
			return renameAltAddress(tx, address, any(after).(*data.AltAddress).Code)
		}
		return nil
	})
}

// DeleteRows removes rows of a contact: with a linked business relation the link to the customer (CO-32), with an alternative
// address its date ranges.
func DeleteRows[T any](s *app.Session, table *data.Table[T], rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	return writeRows(s, "contact-rows-deleted", table, rows, func(tx *data.Tx) error {
		for i := range rows {
			switch row := any(&rows[i]).(type) {
			case *data.ContactBusinessRelation:
				if row.CustomerNo != "" {
					if err := campaign.CustomerIsGone(tx, row.CustomerNo); err != nil {
						return err
					}
				}
			case *data.AltAddress:
				if err := data.DeleteOwned(tx, data.AltAddressRanges.Name(), ofAltAddress(row)...); err != nil {
					return err
				}
			}
			if err := table.Delete(tx, table.ID(&rows[i])); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeRows carries out a command on rows and stamps their contacts.
func writeRows[T any](s *app.Session, name string, table *data.Table[T], rows []T, fn func(tx *data.Tx) error) error {
	return s.Write(data.Msg(name, table.CodeOf(&rows[0]), len(rows)), func(tx *data.Tx) error {
		if err := fn(tx); err != nil {
			return err
		}
		stamped := map[string]bool{}
		for i := range rows {
			no := table.CodeOf(&rows[i])
			if stamped[no] {
				continue
			}
			stamped[no] = true
			if err := touch(s, tx, data.ContactNo(no)); err != nil {
				return err
			}
		}
		return nil
	})
}

// touch stamps a contact; one that is not there will be missed by its row.
func touch(s *app.Session, tx *data.Tx, no data.ContactNo) error {
	c, err := data.Contacts.Get(tx, no)
	if errors.Is(err, data.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	Stamp(s, &c)
	return data.Contacts.Update(tx, &c)
}

// checkRow refuses a row that the contact may not have.
func checkRow(tx *data.Tx, row any) error {
	switch row := row.(type) {
	case *data.ContactBusinessRelation:
		return checkRelation(tx, row)
	case *data.ContactIndustryGroup:
		return onlyFor(tx, data.Company, row.ContactNo, "industry-groups-of-companies")
	case *data.ContactJobResponsibility:
		return onlyFor(tx, data.Person, row.ContactNo, "job-responsibilities-of-persons")
	case *data.AltAddress:
		for _, phone := range []struct{ column, no string }{{"phone_no", row.PhoneNo}, {"mobile_phone_no", row.MobilePhoneNo}} {
			if hasLetter(phone.no) {
				return data.Msg("phone-with-letters", phone.no).At(phone.column)
			}
		}
		if !isAddressList(row.EMail) {
			return data.Msg("e-mail-not-valid", row.EMail).At("e_mail")
		}
	case *data.AltAddressRange:
		if row.EndingDate != "" && row.EndingDate < row.StartingDate {
			return data.Msg("alt-address-range-backwards").At("ending_date") // CO-39
		}
		known, err := data.AltAddresses.Exists(tx, row.ContactNo, row.AltAddressCode)
		if err == nil && !known {
			err = data.Msg("alt-address-missing", row.AltAddressCode, row.ContactNo).At("alt_address_code")
		}
		return err
	}
	return nil
}

// checkRelation refuses business relations of persons, and the relation that means customer without a link (CO-25, CO-27).
func checkRelation(tx *data.Tx, row *data.ContactBusinessRelation) error {
	setup, err := data.GetSetup(tx)
	if err != nil {
		return err
	}
	if row.CustomerNo == "" && row.Code == setup.CustomerRelation && row.Code != "" {
		return data.Msg("relation-needs-link", row.Code).At("business_relation_code")
	}
	c, err := data.Contacts.Get(tx, row.ContactNo)
	if err != nil || c.Type == data.Company || c.CompanyNo == "" {
		return err
	}
	return data.Msg("relations-of-companies", row.ContactNo)
}

func onlyFor(tx *data.Tx, kind data.ContactType, no data.ContactNo, refusal string) error {
	c, err := data.Contacts.Get(tx, no)
	switch {
	case errors.Is(err, data.ErrNotFound):
		return data.Msg("contact-missing", no).At("contact_no")
	case err == nil && c.Type != kind:
		return data.Msg(refusal, no).At("contact_no")
	}
	return err
}

func ofAltAddress(a *data.AltAddress) []data.Cond {
	return []data.Cond{data.Equal("contact_no", a.ContactNo), data.Equal("alt_address_code", a.Code)}
}

func renameAltAddress(tx *data.Tx, before *data.AltAddress, code data.AltAddressCode) error {
	if code == before.Code {
		return nil
	}
	for _, table := range []string{data.AltAddressRanges.Name(), data.SegmentLines.Name()} {
		if err := data.RenameIn(tx, table, "alt_address_code", string(code), ofAltAddress(before)...); err != nil {
			return err
		}
	}
	return nil
}
