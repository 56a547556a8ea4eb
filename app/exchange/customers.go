package exchange

import (
	"errors"

	"campaigndesk/app/campaign"
	"campaigndesk/app/contact"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
	"campaigndesk/data/filter"
)

// customers are those who buy. Each has its contact, the company, and the row may name a person there.
var customers = register[data.Customer]{
	id:    "customers",
	table: data.Customers,
	fresh: data.Customer{AllowLineDisc: true},
	fields: []bound[data.Customer]{
		{code("no", 20, "No.", "Nr", "Customer No.", "Kundnr", "CustomerID", "Customer ID", "Kundnummer", "Customer Number",
			"Account No.", "Kund-ID", "Customer Code", "Kundkod", "ID"), func(c *data.Customer) any { return &c.No }},
		{required(text("name", 100, "Name", "Namn", "Company Name", "CompanyName", "Customer Name", "Kundnamn", "Företagsnamn",
			"Företag", "Company", "Customer", "Kund", "Organization Name", "Firma")), func(c *data.Customer) any { return &c.Name }},
		{text("contact", 100, "Contact", "Kontakt", "Contact Name", "ContactName", "Kontaktnamn", "Contact Person",
			"Kontaktperson", "Primary Contact", "Er referens"), func(c *data.Customer) any { return &c.ContactName }},
		{jobTitle, nil},
		{address, func(c *data.Customer) any { return &c.Address }},
		{address2, nil},
		{postCode, func(c *data.Customer) any { return &c.PostCode }},
		{city, func(c *data.Customer) any { return &c.City }},
		{county, nil},
		{country, func(c *data.Customer) any { return &c.CountryCode }},
		{phone, func(c *data.Customer) any { return &c.PhoneNo }},
		{mobile, nil},
		{email, func(c *data.Customer) any { return &c.EMail }},
		{homePage, nil},
		{salesperson, func(c *data.Customer) any { return &c.SalespersonCode }},
		{currency, func(c *data.Customer) any { return &c.CurrencyCode }},
		{code("customer-price-group", 10, "Customer Price Group", "Kundprisgrupp", "Kund prisgrupp", "Price Group", "Prisgrupp",
			"Prislista", "Price List"), func(c *data.Customer) any { return &c.PriceGroup }},
		{code("customer-disc-group", 20, "Customer Disc. Group", "Kundrabattgrupp", "Customer Discount Group", "Discount Group",
			"Rabattgrupp"), func(c *data.Customer) any { return &c.DiscGroup }},
		{allowLineDisc, func(c *data.Customer) any { return &c.AllowLineDisc }},
		{boolean("prices-including-vat", "Prices Including VAT", "Priser inkl. moms", "Priser inklusive moms"), func(c *data.Customer) any { return &c.PricesIncludingVAT }},
		{code("vat-bus-posting-group", 20, "VAT Bus. Posting Group", "Moms rörelsebokföringsmall", "VAT Business Posting Group",
			"Momsgrupp"), func(c *data.Customer) any { return &c.VATGroup }},
	},
	find:   findCustomer,
	check:  checkCustomer,
	settle: settleCustomer,
	follow: followCustomer,
}

// findCustomer finds the customer by its number, else by its name.
func findCustomer(j *job, _ *draft, c *data.Customer) (data.Customer, error) {
	if c.No != "" {
		return data.Customers.Twin(j.tx, c)
	}
	namesakes, err := data.Customers.First(j.tx, data.View{Fixed: []data.Cond{data.Equal("name", c.Name)}}, 2)
	if err != nil || len(namesakes) != 1 {
		return data.Customer{}, errors.Join(err, data.ErrNotFound)
	}
	return namesakes[0], nil
}

func checkCustomer(j *job, d *draft, _, c *data.Customer) error {
	if err := checkReach(j, c.PhoneNo, d.text(mobile.ID), c.EMail); err != nil {
		return err
	}
	if err := exists(j, data.Salespeople, c.SalespersonCode, salesperson.ID); err != nil {
		return err
	}
	if err := exists(j, data.Currencies, c.CurrencyCode, currency.ID); err != nil {
		return err
	}
	group := data.PriceGroup{Code: c.PriceGroup, AllowLineDisc: true, AllowInvoiceDisc: true}
	if err := ensure(j, data.CustomerPriceGroups, c.PriceGroup, "customer-price-group", group); err != nil {
		return err
	}
	return ensure(j, data.CustomerDiscGroups, c.DiscGroup, "customer-disc-group", data.CustomerDiscountGroup{Code: c.DiscGroup})
}

func settleCustomer(j *job, _ *draft, before, c *data.Customer) error {
	if c.No != "" {
		return nil
	}
	no, _, err := noseries.NextFree(j.tx, j.session.Setup.CustomerNos, j.session.WorkDate, func(no string) (bool, error) {
		return data.Customers.Exists(j.tx, no)
	})
	c.No = data.CustomerNo(no)
	return err
}

// followCustomer keeps the contact in step: a new customer gets the company that has its name and is no customer yet, or a
// new one; a changed customer changes its contact (CO-31). A person whom the customer names becomes one of the company's.
func followCustomer(j *job, d *draft, before, c *data.Customer) (bool, error) {
	if before != nil && *before != *c {
		if err := contact.CustomerChanged(j.session, j.tx, before, c); err != nil {
			return false, err
		}
	}
	company, made, err := contactOf(j, d, c)
	if err != nil {
		return false, err
	}
	person, err := addPerson(j, d, &company, c.ContactName)
	return made || person, err
}

// contactOf reads the contact of a customer, linking or creating one if there is none.
func contactOf(j *job, d *draft, c *data.Customer) (company data.Contact, made bool, err error) {
	if c.ContactNo != "" {
		company, err = data.Contacts.Get(j.tx, c.ContactNo)
		return company, false, err
	}
	company, err = findCompany(j, c.Name, c.City)
	switch {
	case errors.Is(err, data.ErrNotFound) || err == nil && company.CustomerNo != "":
		company = data.Contact{Type: data.Company, Name: c.Name, Address: c.Address, Address2: d.text(address2.ID), PostCode: c.PostCode,
			City: c.City, County: d.text(county.ID), CountryCode: c.CountryCode, PhoneNo: c.PhoneNo, MobilePhoneNo: d.text(mobile.ID),
			EMail: c.EMail, HomePage: d.text(homePage.ID), SalespersonCode: c.SalespersonCode}
		err = insertContact(j, &company)
	case err != nil:
		return company, false, err
	}
	if err == nil {
		err = data.LinkCustomer(j.tx, company.No, c.No)
	}
	if err == nil {
		err = campaign.ContactIsCustomer(j.tx, company.No, c.No)
	}
	return company, true, err
}

// addPerson puts a person of that name into the company unless there is one.
func addPerson(j *job, d *draft, company *data.Contact, name string) (bool, error) {
	if name == "" {
		return false, nil
	}
	persons, err := data.PersonsOf(j.tx, company.No)
	if err != nil {
		return false, err
	}
	for _, p := range persons {
		if filter.Fold(p.Name) == filter.Fold(name) {
			return false, nil
		}
	}
	person := data.Contact{Type: data.Person, Name: name, JobTitle: d.text(jobTitle.ID), CompanyNo: company.No}
	return true, insertContact(j, &person)
}
