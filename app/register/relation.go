package register

import "campaigndesk/data"

// setupRelations are the columns of Setup that name business relations (CO-24).
var setupRelations = []string{"customer_relation", "vendor_relation", "bank_relation", "employee_relation"}

func relationsOfSetup() (all []followed) {
	for _, column := range setupRelations {
		all = append(all, followed{data.Setups.Name(), column, where(column)})
	}
	return all
}

// refuseRelationInUse keeps the business relations that Setup names and those by which contacts are customers: the links
// are to be removed one by one (CO-32).
func refuseRelationInUse(tx *data.Tx, code string) error {
	for _, column := range setupRelations {
		use, err := data.UsesIn(tx, data.Setups.Name(), where(column)(code)...)
		if err != nil {
			return err
		}
		if use.Count > 0 {
			return data.Msg("relation-in-setup", code)
		}
	}
	rows, err := data.ContactBusinessRelations.Select(tx, data.View{Fixed: where("business_relation_code")(code)})
	if err != nil {
		return err
	}
	for _, row := range rows {
		if row.CustomerNo != "" {
			return data.Msg("relation-links", code, row.ContactNo, row.CustomerNo)
		}
	}
	return nil
}
