package exchange

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// proposed returns what Propose maps, "heading: field" for each column that is mapped.
func proposed(target Target, headings string) (mapped []string) {
	names := strings.Split(headings, ",")
	for i, id := range Propose(target, names, nil).Columns {
		if id != "" {
			mapped = append(mapped, names[i]+": "+id)
		}
	}
	return mapped
}

func TestHeadingsOfOtherPrograms(t *testing.T) {
	for _, c := range []struct {
		name     string
		target   Target
		headings string
		want     []string
	}{
		{"BC contacts in English", Contacts, "No.,Name,Company Name,Phone No.,E-Mail,Salesperson Code,Territory Code",
			[]string{"No.: no", "Name: name", "Company Name: company-name", "Phone No.: phone-no", "E-Mail: e-mail", "Salesperson Code: salesperson-code", "Territory Code: territory-code"}},
		{"BC contacts in Swedish", Contacts, "Nr,Typ,Namn,Företagsnamn,Postnr,Ort,Lands-/regionkod,Mobiltelefonnr,E-post,Säljarkod",
			[]string{"Nr: no", "Typ: type", "Namn: name", "Företagsnamn: company-name", "Postnr: post-code", "Ort: city", "Lands-/regionkod: country-region-code", "Mobiltelefonnr: mobile-phone-no", "E-post: e-mail", "Säljarkod: salesperson-code"}},
		{"Outlook in English", Contacts, "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Business Fax,Business Phone,Business Phone 2,Home Phone,Mobile Phone,E-mail Address,E-mail 2 Address,Web Page,Notes",
			[]string{"First Name: first-name", "Middle Name: middle-name", "Last Name: surname", "Company: company-name", "Job Title: job-title", "Business Street: address", "Business Street 2: address-2", "Business City: city", "Business State: county", "Business Postal Code: post-code", "Business Country/Region: country-region-code", "Business Phone: phone-no", "Mobile Phone: mobile-phone-no", "E-mail Address: e-mail", "Web Page: home-page"}},
		{"Outlook in Swedish", Contacts, "Titel;Förnamn;Efternamn;Företag;Avdelning;Befattning;Gatuadress, arbete;Ort, arbete;Postnummer, arbete;Land/region, arbete;Telefon, arbete;Mobiltelefon;E-postadress;Webbsida", nil},
		{"Google", Contacts, "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country,Website 1 - Value",
			[]string{"First Name: first-name", "Middle Name: middle-name", "Last Name: surname", "Organization Name: company-name", "Organization Title: job-title", "E-mail 1 - Value: e-mail", "Phone 1 - Value: phone-no", "Address 1 - Street: address", "Address 1 - City: city", "Address 1 - Postal Code: post-code", "Address 1 - Country: country-region-code", "Website 1 - Value: home-page"}},
		{"plain list", Contacts, "name,company,phone,e-mail,zip,town",
			[]string{"name: name", "company: company-name", "phone: phone-no", "e-mail: e-mail", "zip: post-code", "town: city"}},
		{"names with additions", Contacts, "Full name of contact,Telephone (office),Company e-mail address",
			[]string{"Full name of contact: name", "Telephone (office): phone-no", "Company e-mail address: e-mail"}},
		{"Northwind customers", Customers, "CustomerID,CompanyName,ContactName,ContactTitle,Address,City,Region,PostalCode,Country,Phone,Fax",
			[]string{"CustomerID: no", "CompanyName: name", "ContactName: contact", "ContactTitle: job-title", "Address: address", "City: city", "Region: county", "PostalCode: post-code", "Country: country-region-code", "Phone: phone-no"}},
		{"Northwind products", Items, "ProductID,ProductName,SupplierID,CategoryID,QuantityPerUnit,UnitPrice,UnitsInStock,UnitsOnOrder,ReorderLevel,Discontinued",
			[]string{"ProductID: no", "ProductName: description", "CategoryID: item-disc-group", "UnitPrice: unit-price", "Discontinued: blocked"}},
		{"Northwind employees", Salespeople, "EmployeeID,LastName,FirstName,Title,TitleOfCourtesy,BirthDate,HireDate,Address,City,HomePhone,Extension",
			[]string{"EmployeeID: code", "LastName: surname", "FirstName: first-name", "Title: job-title", "HomePhone: phone-no"}},
		{"Northwind orders", SalesQuotes, "OrderID,CustomerID,EmployeeID,OrderDate,RequiredDate,ShippedDate,ShipVia,Freight,ShipName",
			[]string{"OrderID: no", "CustomerID: customer-no", "EmployeeID: salesperson-code", "OrderDate: order-date"}},
		{"Northwind order details", SalesQuoteLines, "OrderID,ProductID,UnitPrice,Quantity,Discount",
			[]string{"OrderID: document-no", "ProductID: item-no", "UnitPrice: unit-price", "Quantity: quantity", "Discount: line-discount-percent"}},
		{"BC prices in Swedish", SalesPrices, "Försäljningstyp,Försäljningskod,Artikelnr,Variantkod,Enhetskod,Minimiantal,A-pris,Startdatum,Slutdatum,Pris inkl. moms",
			[]string{"Försäljningstyp: sales-type", "Försäljningskod: sales-code", "Artikelnr: item-no", "Variantkod: variant-code", "Enhetskod: unit-of-measure-code", "Minimiantal: minimum-quantity", "A-pris: unit-price", "Startdatum: starting-date", "Slutdatum: ending-date", "Pris inkl. moms: price-includes-vat"}},
		{"BC discounts in English", SalesLineDiscounts, "Sales Type,Sales Code,Type,Code,Minimum Quantity,Line Discount %,Starting Date",
			[]string{"Sales Type: sales-type", "Sales Code: sales-code", "Type: type", "Code: code", "Minimum Quantity: minimum-quantity", "Line Discount %: line-discount-percent", "Starting Date: starting-date"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.want == nil { // headings with commas
				got := Propose(c.target, strings.Split(c.headings, ";"), nil).Columns
				want := []string{"", "first-name", "surname", "company-name", "", "job-title", "address", "city", "post-code", "country-region-code", "phone-no", "mobile-phone-no", "e-mail", "home-page"}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Error(diff)
				}
				return
			}
			if diff := cmp.Diff(c.want, proposed(c.target, c.headings)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheCellsMustFitTheHeading(t *testing.T) {
	got := Propose(SalesPrices, []string{"Artikel", "Pris", "Från"}, [][]string{{"1000", "på begäran", "Lund"}, {"1001", "saknas", "2026-01-01"}, {"1002", "", "Ystad"}})
	if diff := cmp.Diff([]string{"item-no", "", ""}, got.Columns); diff != "" {
		t.Error(diff)
	}
}

func TestEMailIsRecognisedWithoutHeading(t *testing.T) {
	got := Propose(Contacts, []string{"", ""}, [][]string{{"Anna Berg", "anna@example.com"}})
	if diff := cmp.Diff([]string{"", "e-mail"}, got.Columns); diff != "" {
		t.Error(diff)
	}
}

// Each field's own caption leads to it, and no target has a field twice.
func TestTargets(t *testing.T) {
	for _, target := range Targets() {
		seen := map[string]bool{}
		for _, field := range target.Fields {
			if seen[field.ID] {
				t.Errorf("%s has %s twice", target.ID, field.ID)
			}
			seen[field.ID] = true
			if got := Propose(target, []string{field.known[0]}, nil).Columns[0]; got != field.ID {
				t.Errorf("%s: the heading %q leads to %q, not to %s", target.ID, field.known[0], got, field.ID)
			}
			if (field.Length > 0) != (field.Kind == Text || field.Kind == Code) {
				t.Errorf("%s: %s has length %d", target.ID, field.ID, field.Length)
			}
			if (field.Options != nil) != (field.Kind == Option) {
				t.Errorf("%s: %s has choices %v", target.ID, field.ID, field.Options)
			}
		}
	}
}
