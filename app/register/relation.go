package register

import (
	"campaigndesk/app/campaign"
	"campaigndesk/data"
)

// setupRelations are the columns of Setup that name business relations (CO-24).
var setupRelations = []string{"customer_relation", "vendor_relation", "bank_relation", "employee_relation"}

func relationsOfSetup() (all []followed) {
	for _, column := range setupRelations {
		all = append(all, followed{data.Setups.Name(), column, where(column)})
	}
	return all
}

// partRelation keeps the business relations that Setup names. Any other goes with the rows of contacts (CO-33e); customers that it
// linked are parted from their contacts, which take their places in target groups (CO-32, CP-102).
func partRelation(tx *data.Tx, code string) error {
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
		if row.CustomerNo == "" {
			continue
		}
		if err := campaign.CustomerIsGone(tx, row.CustomerNo); err != nil {
			return err
		}
	}
	return nil
}
