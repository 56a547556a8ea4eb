package exchange

import (
	"context"
	"os"
	"path/filepath"
	"testing"
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
