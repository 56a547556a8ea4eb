package data

// ContactRelation is what a contact is to us in one word (CO-26), in BC's order.
type ContactRelation int

const (
	RelationBlank ContactRelation = iota
	RelationCustomer
	RelationVendor
	RelationBankAccount
	RelationEmployee
	RelationNone
	RelationOther
	RelationMultiple
)

// BusinessRelation is a way in which companies have to do with us: customer, prospect, competitor (CO-24).
type BusinessRelation struct {
	ID          int64                `db:"id"`
	Code        BusinessRelationCode `db:"code,code=10"`
	Description string               `db:"description,text=100"`
	Contacts    int                  `db:"contacts,calc"` // No. of Contacts
}

// ContactBusinessRelation says that a company contact has a business relation; with a customer number it is the link to the
// customer that the contact is, at most one each way (CO-25, CO-28).
type ContactBusinessRelation struct {
	ID          int64                `db:"id"`
	ContactNo   ContactNo            `db:"contact_no,code=20"`
	Code        BusinessRelationCode `db:"business_relation_code,code=10"`
	CustomerNo  CustomerNo           `db:"customer_no,code=20,ref"` // the linked record's No.; Link to Table is Customer when filled
	Description string               `db:"description,calc"`
	ContactName string               `db:"contact_name,calc"`
	Name        string               `db:"name,calc"` // of the linked customer
}

// relationShown is the expression for the Business Relation of a contact: for a person its own and its company's (CO-26).
// Only customers are linked here.
const relationShown = `SELECT CASE count(*) WHEN 0 THEN 5 WHEN 1 THEN iif(max(customer_no) IS NULL, 6, 1) ELSE 7 END
	FROM contact_business_relation AS r WHERE r.contact_no IN (contact.no, contact.company_no)`

// The tables of business relations.
var (
	BusinessRelations = newTable[BusinessRelation]("business_relation", "code", "", map[string]string{
		"contacts": "SELECT count(*) FROM contact_business_relation WHERE contact_business_relation.business_relation_code=business_relation.code",
	})
	ContactBusinessRelations = newTable[ContactBusinessRelation]("contact_business_relation", "contact_no business_relation_code", "", map[string]string{
		"description":  "SELECT description FROM business_relation WHERE business_relation.code=contact_business_relation.business_relation_code",
		"contact_name": "SELECT name FROM contact WHERE contact.no=contact_business_relation.contact_no",
		"name":         "SELECT name FROM customer WHERE customer.no=contact_business_relation.customer_no",
	})
)

// LinkCustomer links a company contact to the customer that it is, by the business relation that Setup names, in place of an
// unlinked row of the same relation (CO-28). A contact or customer that is linked already is refused.
func LinkCustomer(tx *Tx, contact ContactNo, customer CustomerNo) error {
	setup, err := GetSetup(tx)
	if err != nil {
		return err
	}
	if _, err := tx.exec("DELETE FROM contact_business_relation WHERE contact_no=? AND business_relation_code=? AND customer_no IS NULL",
		string(contact), string(setup.CustomerRelation)); err != nil {
		return err
	}
	return ContactBusinessRelations.Insert(tx, &ContactBusinessRelation{ContactNo: contact, Code: setup.CustomerRelation, CustomerNo: customer})
}

// UnlinkCustomer removes the link between a contact and its customer.
func UnlinkCustomer(tx *Tx, contact ContactNo) error {
	_, err := tx.exec("DELETE FROM contact_business_relation WHERE contact_no=? AND customer_no IS NOT NULL", string(contact))
	return err
}
