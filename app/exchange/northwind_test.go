package exchange

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"campaigndesk/app/apptest"
	"campaigndesk/data"
)

// northwind returns the path of a file of the Northwind company, a real export with line breaks inside cells.
func northwind(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", "northwind", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the sample data are not there: %v", err)
	}
	return path
}

func TestNorthwindIsReadWhole(t *testing.T) {
	for _, c := range []struct {
		file string
		rows int
	}{
		{"categories.csv", 8}, {"customers.csv", 91}, {"employees.csv", 9}, {"orders.csv", 830}, {"order_details.csv", 2155}, {"products.csv", 77},
	} {
		t.Run(c.file, func(t *testing.T) {
			table, err := Open(northwind(t, c.file))
			if err != nil {
				t.Fatal(err)
			}
			survey, err := table.Survey(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			if survey.Rows != c.rows || survey.Faulty != 0 {
				t.Errorf("%d rows, %d of them faulty; want %d", survey.Rows, survey.Faulty, c.rows)
			}
			for _, column := range survey.Columns {
				if column.DecimalDoubt != "" || column.OrderDoubt != "" {
					t.Errorf("%s leaves doubt: %q %q", column.Heading, column.DecimalDoubt, column.OrderDoubt)
				}
				switch column.Heading {
				case "OrderDate", "RequiredDate", "ShippedDate", "BirthDate", "HireDate":
					if column.Order != MonthFirst {
						t.Errorf("%s has order %s", column.Heading, column.Order)
					}
				case "Discount":
					if !column.Fractions {
						t.Error("discounts are parts of one")
					}
				}
			}
		})
	}
}

// A whole company from the files of another program, mapped as proposed: customers with their contacts, items, salespeople,
// and orders as quotes.
func TestNorthwindBecomesACompany(t *testing.T) {
	s := apptest.New(t)
	before := apptest.Read(t, s)
	files := []struct {
		name   string
		target Target
		rows   int
		fixed  map[string]string
	}{
		{"employees.csv", Salespeople, 9, nil},
		{"customers.csv", Customers, 91, nil},
		{"products.csv", Items, 77, map[string]string{"base-unit-of-measure": "PCS"}},
		{"orders.csv", SalesQuotes, 830, nil},
		{"order_details.csv", SalesQuoteLines, 2155, nil},
	}
	for _, f := range files {
		i := importOf(t, s, f.target, northwind(t, f.name))
		i.CreateCodes, i.Mapping.Fixed = true, f.fixed
		report := carriedOut(t, i)
		if report.Counts != [verdicts]int{New: f.rows} {
			t.Errorf("%s: %v %v", f.name, report.Counts, report.Rows[Faulty])
		}
	}
	contacts := apptest.All(t, s, data.Contacts)
	if len(contacts) != 2*91 {
		t.Errorf("%d contacts, want a company and a person for each customer", len(contacts))
	}
	for _, c := range contacts {
		if c.CustomerNo == "" {
			t.Errorf("%s %s is no customer's", c.No, c.Name)
		}
	}
	maria := apptest.All(t, s, data.Contacts, data.Equal("name", "Maria Anders"))
	if len(maria) != 1 || maria[0].CompanyName != "Alfreds Futterkiste" || maria[0].JobTitle != "Sales Representative" || maria[0].CustomerNo != "ALFKI" {
		t.Errorf("got %+v", maria)
	}
	if p := apptest.Get(t, s, data.Salespeople, data.SalespersonCode("6")); p.Name != "Michael Suyama" {
		t.Errorf("got %+v", p)
	}
	quote := apptest.Get(t, s, data.QuoteHeaders, data.QuoteNo("10250"))
	if quote.CustomerNo != "HANAR" || quote.SalespersonCode != "4" || quote.OrderDate != "1996-07-08" || quote.Amount.String() != "1552.6" {
		t.Errorf("got %+v", quote) // 10 × 7.70 + 35 × 42.40 less 15 % + 15 × 16.80 less 15 %
	}
	for _, f := range files {
		i := importOf(t, s, f.target, northwind(t, f.name))
		i.CreateCodes, i.Mapping.Fixed = true, f.fixed
		if report := carriedOut(t, i); report.Counts != [verdicts]int{Same: f.rows} {
			t.Errorf("%s again: %v %v", f.name, report.Counts, report.Rows[Changed])
		}
	}
	for range files {
		if _, err := s.DB.Undo(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(before, apptest.Read(t, s)); diff != "" {
		t.Error(diff)
	}
}
