package exchange

import "testing"

func TestWhatAFileIsByItsName(t *testing.T) {
	for name, want := range map[string]string{
		"employees.csv": "salespeople", "products.csv": "items", "customers.csv": "customers", "orders.csv": "sales-quotes",
		"order_details.csv": "sales-quote-lines", "Kundprisgrupper.xlsx": "customer-price-groups", "Kunder 2026.csv": "customers",
		"SalesLineDiscounts.csv": "sales-line-discounts", "Prislista våren.xlsx": "sales-prices", "artiklar.txt": "items",
		"Customer Disc. Groups.csv": "customer-disc-groups", "Personal.csv": "salespeople", "contacts (google).csv": "contacts", "export.csv": "",
	} {
		if got, _ := GuessByName(name); got.ID != want {
			t.Errorf("%s: %q, want %q", name, got.ID, want)
		}
	}
}

func TestWhatAFileIsByItsHeadings(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Outlook", "First Name,Last Name,Company,Business Phone,E-mail Address\nEva,Ek,Ek AB,08-1,eva@ek.se\n", "contacts"},
		{"price list", "Item No.,Unit Price,Starting Date,Minimum Quantity\n1000,12,2026-01-01,1\n", "sales-prices"},
		{"discounts", "Sales Code,Code,Line Discount %\nC1,1000,12\n", "sales-line-discounts"},
		{"nothing known", "a,b\n1,2\n", "contacts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Open(fileOf(t, "export.csv", c.text))
			if err != nil {
				t.Fatal(err)
			}
			if got := Guess(table); got.ID != c.want {
				t.Errorf("%q, want %q", got.ID, c.want)
			}
		})
	}
}
