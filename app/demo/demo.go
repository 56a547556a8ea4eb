// Package demo makes companies to try the program with: the demo company Nordic Office AB, told by the tables in
// assets/demo, and companies of any size for measuring ([Large]). All people and companies in them are invented.
package demo

import (
	"context"
	"errors"

	"campaigndesk/app/company"
	"campaigndesk/data"
)

// New makes the demo company in a new file and opens it: its words in the language ("en" or "sv"), numbers and dates written
// as in Sweden, its campaigns over, running and to come on the work date. There is nothing in it to undo. The same language
// and work date make the same company.
func New(path, language string, workDate data.Date) (*data.DB, error) {
	db, err := company.New(path, company.Choices{Name: "Nordic Office AB", Language: language, Region: "sv", Currency: "SEK"})
	if err != nil {
		return nil, err
	}
	err = db.Remember(context.Background(), func(tx *data.Tx) error {
		s := &story{tx: tx, language: language, workDate: workDate}
		for _, chapter := range []func() error{s.registers, s.items, s.codes, s.parties, s.classification, s.documents, s.campaigns, s.prices, s.segments, s.activation, s.quotes, s.afterwards, s.numbers} {
			if err := chapter(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		company.Discard(db)
		return nil, err
	}
	return db, nil
}

// registers are the short lists that everything else refers to.
func (s *story) registers() error {
	setup, err := data.GetSetup(s.tx)
	if err != nil {
		return err
	}
	setup.SalespersonCode, setup.QuoteVATGroup = "JR", "DOM"
	return errors.Join(
		load(s, "salesperson", data.Salespeople, data.Salesperson{}, asItIs),
		load(s, "currency", data.Currencies, data.Currency{}, asItIs),
		load(s, "exchange_rate", data.ExchangeRates, data.ExchangeRate{}, asItIs),
		load(s, "vat_posting_setup", data.VATPostingSetups, data.VATPostingSetup{}, asItIs),
		load(s, "dimension_value", data.DimensionValues, data.DimensionValue{}, asItIs),
		load(s, "unit_of_measure", data.Units, data.Unit{}, asItIs),
		load(s, "item_disc_group", data.ItemDiscGroups, data.ItemDiscountGroup{}, asItIs),
		load(s, "customer_price_group", data.CustomerPriceGroups, data.PriceGroup{AllowLineDisc: true, AllowInvoiceDisc: true}, asItIs),
		load(s, "customer_disc_group", data.CustomerDiscGroups, data.CustomerDiscountGroup{}, asItIs),
		data.Setups.Update(s.tx, &setup),
	)
}

// items come with their base unit, the units they are packed in, and their colours.
func (s *story) items() error {
	return errors.Join(
		load(s, "item", data.Items, data.Item{AllowInvoiceDisc: true, VATProductGroup: "STD"}, func(i *data.Item) error {
			return data.ItemUnits.Insert(s.tx, &data.ItemUnit{ItemNo: i.No, Code: i.BaseUnit, QtyPerUnit: data.One})
		}),
		load(s, "item_unit_of_measure", data.ItemUnits, data.ItemUnit{}, asItIs),
		load(s, "item_variant", data.ItemVariants, data.ItemVariant{}, asItIs),
	)
}

// parties are companies, the people in them, and the companies that are customers.
func (s *story) parties() error {
	spokesman := map[data.ContactNo]string{} // the first person of each company
	return errors.Join(
		load(s, "company", data.Contacts, data.Contact{Type: data.Company, NoSeries: "CONT", SalutationCode: "COMPANY"}, func(c *data.Contact) error {
			c.CompanyNo, c.CompanyName = c.No, c.Name
			return nil
		}),
		load(s, "person", data.Contacts, data.Contact{Type: data.Person, NoSeries: "CONT", SalutationCode: "PERSON", CountryCode: "SE", SalespersonCode: "JR"}, func(c *data.Contact) error {
			c.Name = c.FirstName + " " + c.Surname
			if c.CompanyNo == "" {
				return nil
			}
			of, err := data.Contacts.Get(s.tx, c.CompanyNo)
			c.CompanyName, c.Address, c.PostCode, c.City, c.CountryCode = of.Name, of.Address, of.PostCode, of.City, of.CountryCode
			c.PhoneNo, c.HomePage, c.SalespersonCode, c.TerritoryCode = of.PhoneNo, of.HomePage, of.SalespersonCode, of.TerritoryCode
			if spokesman[of.No] == "" {
				spokesman[of.No] = c.Name
			}
			return err
		}),
		load(s, "customer", data.Customers, data.Customer{AllowLineDisc: true}, func(c *data.Customer) error {
			of, err := data.Contacts.Get(s.tx, c.ContactNo)
			if err != nil {
				return err
			}
			c.Name, c.Address, c.PostCode, c.City, c.CountryCode = of.Name, of.Address, of.PostCode, of.City, of.CountryCode
			c.PhoneNo, c.EMail, c.SalespersonCode, c.ContactName = of.PhoneNo, of.EMail, of.SalespersonCode, spokesman[of.No]
			return data.LinkCustomer(s.tx, of.No, c.No)
		}),
	)
}

// numbers makes the number series go on after the numbers of the company.
func (s *story) numbers() error {
	return useNumbers(s.tx, map[data.NoSeriesCode]string{"CAMP": "CP0008", "SEG": "SM00011", "CONT": "CT000210", "CUST": "CU00040", "QUOTE": "SQ00012"}, s.workDate)
}

// useNumbers notes the last number used of each series.
func useNumbers(tx *data.Tx, last map[data.NoSeriesCode]string, day data.Date) error {
	for series, no := range last {
		line, err := data.NoSeriesLines.Get(tx, series, 10000)
		if err != nil {
			return err
		}
		line.LastNoUsed, line.LastDateUsed = no, day
		if err := data.UseNo(tx, line); err != nil {
			return err
		}
	}
	return nil
}
