package demo

import (
	"fmt"
	"slices"
	"strings"

	"campaigndesk/data"
)

// How many of the short lists there are, whatever the size of the company.
const (
	salespeople = 20
	groups      = 20 // customer price groups, and as many customer discount groups
	itemGroups  = 40
)

// The numbers and codes of the records counted from 0.
func contactNo(i int) string  { return fmt.Sprintf("CT%06d", i+1) }
func customerNo(i int) string { return fmt.Sprintf("CU%05d", i+1) }
func itemNo(i int) string     { return fmt.Sprintf("IT%05d", i+1) }
func campaignNo(i int) string { return fmt.Sprintf("CP%04d", i+1) }
func segmentNo(i int) string  { return fmt.Sprintf("SM%05d", i+1) }
func quoteNo(i int) string    { return fmt.Sprintf("SQ%05d", i+1) }
func groupCode(i int) string  { return fmt.Sprintf("G%02d", i+1) }
func sellerCode(i int) string { return fmt.Sprintf("S%02d", i+1) }

// The words that names are put together from.
var (
	firstNames = strings.Fields(`Anna Björn Cecilia David Ebba Fredrik Greta Henrik Ida Jesper Karin Lars Malin Niklas Olivia Per Rebecka Simon
		Therese Ulf Viktoria William Åsa Örjan Anders Birgitta Gustav Linnéa Märta Sixten Tove Elias Hanna Oskar Yasmin Amir Milica Leyla Mikko Ylva`)
	nameStarts = strings.Fields(`Al Björk Ceder Dal Ek Fors Gran Häll Isak Järn Käll Lind Moss Ny Ask Palm Ryd Sand Torn Udd Vall Åker Äng Östan Hägg
		Rönn Sten Ström Tall Vik`)
	nameEnds = strings.Fields(`berg blad bo dahl fors gren hed holm kvist lund mark näs rot sjö stam strand ström vall vik ås`)
	trades   = strings.Fields(`Arkitekter Bygg Data El Fastigheter Grafiska Hotell Invest Juridik Konsult Logistik Måleri Optik Plåt Reklam Service Teknik
		Utbildning Verkstad Åkeri Inredning Redovisning Förlag Livs Tandvård`)
	cities = strings.Fields(`Göteborg Stockholm Malmö Uppsala Västerås Örebro Linköping Helsingborg Jönköping Norrköping Lund Umeå Gävle Borås
		Södertälje Eskilstuna Halmstad Växjö Karlstad Sundsvall Östersund Trollhättan Luleå Kalmar Falun`)
	jobs     = []string{"Purchasing Manager", "Managing Director", "Office Manager", "Facility Manager", "Finance Manager", "HR Manager", "Caretaker"}
	products = strings.Fields(`chair stool desk table shelf cupboard locker lamp screen sofa armchair board rack bench trolley cabinet mat footrest`)
	looks    = strings.Fields(`black white grey blue green red oak birch ash sand`)
)

// registers are the short lists.
func (b *builder) registers() {
	store(b, data.Salespeople, numbered(salespeople, func(i int) data.Salesperson {
		return data.Salesperson{Code: data.SalespersonCode(sellerCode(i)), Name: firstNames[i] + " " + nameStarts[i] + nameEnds[i]}
	}))
	store(b, data.Currencies, slices.Values([]data.Currency{{Code: "EUR", Description: "Euro", AmountRounding: data.One / 100, UnitAmountRounding: 1}}))
	store(b, data.ExchangeRates, slices.Values([]data.ExchangeRate{{CurrencyCode: "EUR", ExchangeRateAmount: data.Int(100), RelationalAmount: data.Int(1125)}}))
	store(b, data.Units, slices.Values([]data.Unit{{Code: "PCS", Description: "Piece"}, {Code: "BOX", Description: "Box"}}))
	store(b, data.CustomerPriceGroups, numbered(groups, func(i int) data.PriceGroup {
		return data.PriceGroup{Code: data.CustomerPriceGroup(groupCode(i)), Description: fmt.Sprint("Price group ", i+1), AllowLineDisc: true, AllowInvoiceDisc: true}
	}))
	store(b, data.CustomerDiscGroups, numbered(groups, func(i int) data.CustomerDiscountGroup {
		return data.CustomerDiscountGroup{Code: data.CustomerDiscGroup(groupCode(i)), Description: fmt.Sprint("Discount group ", i+1)}
	}))
	store(b, data.ItemDiscGroups, numbered(itemGroups, func(i int) data.ItemDiscountGroup {
		return data.ItemDiscountGroup{Code: data.ItemDiscGroup(groupCode(i)), Description: fmt.Sprint("Item group ", i+1)}
	}))
	b.write(func(tx *data.Tx) error {
		setup, err := data.GetSetup(tx)
		if err != nil {
			return err
		}
		setup.SalespersonCode = data.SalespersonCode(sellerCode(0))
		return data.Setups.Update(tx, &setup)
	})
}

// parties are companies, persons, and customers, which are the first companies. Every fifth customer pays in euro.
func (b *builder) parties() {
	r := b.random(1)
	companies := (b.sizes.Contacts*3 + 9) / 10
	for i := range companies {
		name := fmt.Sprintf("%s%s %s AB", pick(r, nameStarts), pick(r, nameEnds), pick(r, trades))
		no := data.ContactNo(contactNo(i))
		b.companies = append(b.companies, data.Contact{No: no, Type: data.Company, Name: name, CompanyNo: no, CompanyName: name,
			Address: fmt.Sprintf("%s%sgatan %d", pick(r, nameStarts), pick(r, nameEnds), 1+r.IntN(90)), PostCode: fmt.Sprintf("%03d %02d", 100+r.IntN(900), r.IntN(100)),
			City: pick(r, cities), CountryCode: "SE", PhoneNo: fmt.Sprintf("08-465 %03d %02d", r.IntN(1000), r.IntN(100)), EMail: fmt.Sprintf("info@company%d.example", i+1),
			SalespersonCode: data.SalespersonCode(sellerCode(r.IntN(salespeople))), TerritoryCode: data.TerritoryCode(groupCode(i % marketingGroups)), NoSeries: "CONT"})
	}
	for i := range b.sizes.Contacts - companies {
		of := b.companies[i%companies]
		first, surname := pick(r, firstNames), pick(r, nameStarts)+pick(r, nameEnds)
		b.persons = append(b.persons, data.Contact{No: data.ContactNo(contactNo(companies + i)), Type: data.Person, Name: first + " " + surname,
			CompanyNo: of.No, CompanyName: of.Name, FirstName: first, Surname: surname, JobTitle: pick(r, jobs), Address: of.Address, PostCode: of.PostCode,
			City: of.City, CountryCode: of.CountryCode, PhoneNo: of.PhoneNo, MobilePhoneNo: fmt.Sprintf("070-174 %02d %02d", r.IntN(100), r.IntN(100)),
			EMail: fmt.Sprintf("person%d@company%d.example", i+1, i%companies+1), SalespersonCode: of.SalespersonCode, TerritoryCode: of.TerritoryCode, NoSeries: "CONT"})
	}
	for i, of := range b.companies[:min(b.sizes.Customers, companies)] {
		c := data.Customer{No: data.CustomerNo(customerNo(i)), Name: of.Name, Address: of.Address, PostCode: of.PostCode, City: of.City,
			CountryCode: of.CountryCode, PhoneNo: of.PhoneNo, EMail: of.EMail, SalespersonCode: of.SalespersonCode, AllowLineDisc: true}
		if i%5 == 4 {
			c.CurrencyCode = "EUR"
		}
		if r.IntN(2) == 0 {
			c.PriceGroup = data.CustomerPriceGroup(groupCode(r.IntN(groups)))
		}
		if r.IntN(2) == 0 {
			c.DiscGroup = data.CustomerDiscGroup(groupCode(r.IntN(groups)))
		}
		b.customers = append(b.customers, c)
	}
	store(b, data.Contacts, slices.Values(b.companies))
	store(b, data.Contacts, slices.Values(b.persons))
	store(b, data.Customers, slices.Values(b.customers))
	store(b, data.ContactBusinessRelations, numbered(len(b.customers), func(i int) data.ContactBusinessRelation {
		return data.ContactBusinessRelation{Code: "CUST", ContactNo: b.companies[i].No, CustomerNo: b.customers[i].No}
	}))
}
