package register_test

import (
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/app/register"
	"campaigndesk/data"
)

// CO-33e: a relation goes with the rows of contacts unless Setup names it. A customer that it linked is parted from its contact,
// which takes its place in target groups (CO-32, CP-102).
func TestDeleteBusinessRelations(t *testing.T) {
	for _, c := range []struct {
		name string
		code data.BusinessRelationCode
		want string
	}{
		{"of contacts that are no customers", "PROS", ""},
		{"that once meant customer", "OLD", ""},
		{"that means customer", "CUST", "relation-in-setup"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := apptest.New(t)
			for _, code := range []data.BusinessRelationCode{"OLD", "PROS", "CUST"} {
				if known, err := data.BusinessRelations.Exists(s.DB, code); err != nil || known {
					continue
				}
				apptest.Add(t, s, data.BusinessRelations, data.BusinessRelation{Code: code})
			}
			apptest.Add(t, s, data.Customers, data.Customer{No: "C1"})
			apptest.Add(t, s, data.Contacts, data.Contact{No: "CT1", CompanyNo: "CT1"})
			apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{ContactNo: "CT1", Code: "OLD", CustomerNo: "C1"},
				data.ContactBusinessRelation{ContactNo: "CT1", Code: "PROS"})
			apptest.Add(t, s, data.Campaigns, data.Campaign{No: "CP1"})
			apptest.Add(t, s, data.CampaignTargets, data.CampaignTarget{Type: data.TargetCustomer, No: "C1", CampaignNo: "CP1"})
			var err error
			apptest.Undoes(t, s, func() {
				err = register.Delete(s, data.BusinessRelations, []data.BusinessRelation{apptest.Get(t, s, data.BusinessRelations, c.code)})
			})
			if c.want != "" {
				refused(t, err, c.want, "")
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			rows := apptest.All(t, s, data.ContactBusinessRelations)
			if len(rows) != 1 || rows[0].Code == c.code {
				t.Errorf("left %+v", rows)
			}
			target := apptest.All(t, s, data.CampaignTargets)[0]
			if customer := apptest.Get(t, s, data.Customers, data.CustomerNo("C1")); (customer.ContactNo == "") != (target.Type == data.TargetContact && target.No == "CT1") ||
				(customer.ContactNo == "") != (c.code == "OLD") {
				t.Errorf("customer %+v, target %+v", customer, target)
			}
		})
	}
}
