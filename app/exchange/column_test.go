package exchange

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"campaigndesk/data"
)

// surveyed returns what a file of one column with these cells tells, other columns standing beside it.
func surveyed(t *testing.T, delimiter string, cells []string, beside ...string) Column {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "Värde%sAnnat\n", delimiter)
	for i, cell := range cells {
		other := "text"
		if i < len(beside) {
			other = beside[i]
		}
		fmt.Fprintf(&b, "%q%s%q\n", cell, delimiter, other)
	}
	table, err := Open(fileOf(t, "a.csv", b.String()))
	if err != nil {
		t.Fatal(err)
	}
	survey, err := table.Survey(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return survey.Columns[0]
}

func TestDecimalSignOfAColumn(t *testing.T) {
	for _, c := range []struct {
		name          string
		delimiter     string
		cells, beside []string
		decimal       byte
		doubt         string
		amount        data.Amount // of the first cell
	}{
		{"comma", ";", []string{"12,5", "13"}, nil, ',', "", 1250_000},
		{"point", ";", []string{"12.5", "13"}, nil, '.', "", 1250_000},
		{"three digits behind, decided by another cell", ";", []string{"1,234", "12,5"}, nil, ',', "", 123_400},
		{"three digits behind, decided by another column", ";", []string{"1.234", "2.500"}, []string{"12,5"}, ',', "", 1234 * data.One},
		{"three digits behind in a semicolon file", ";", []string{"1,234", "2,500"}, nil, ',', "1,234", 123_400},
		{"three digits behind in a comma file", ",", []string{"1,234", "2,500"}, nil, '.', "1,234", 1234 * data.One},
		{"both signs", ";", []string{"1.234,50", "1.000"}, nil, ',', "", 1234_50000},
		{"groups of blanks", ";", []string{"1 234,50"}, nil, ',', "", 1234_50000},
		{"groups of hard blanks", ";", []string{"1\u00a0234\u00a0567,5"}, nil, ',', "", 1234567_50000},
		{"groups of apostrophes", ";", []string{"1'234.50"}, nil, '.', "", 1234_50000},
		{"several groups", ";", []string{"1,234,567"}, nil, '.', "", 1234567 * data.One},
		{"leading zero", ";", []string{"0,125"}, nil, ',', "", 12_500},
		{"four digits before", ";", []string{"1234,567"}, nil, ',', "", 1234_56700},
		{"currency behind", ";", []string{"12,50 kr"}, nil, ',', "", 12_50000},
		{"currency before", ";", []string{"€ 12.50"}, nil, '.', "", 12_50000},
		{"percent sign", ";", []string{"12,5 %"}, nil, ',', "", 12_50000},
		{"minus", ";", []string{"-12,5"}, nil, ',', "", -12_50000},
		{"minus behind", ";", []string{"12,5-"}, nil, ',', "", -12_50000},
		{"typographic minus", ";", []string{"−12,5"}, nil, ',', "", -12_50000},
		{"exponent", ";", []string{"1.5E+3"}, nil, '.', "", 1500 * data.One},
		{"six decimals are rounded", ";", []string{"0.1234567"}, nil, '.', "", 12_346},
		{"no whole part", ";", []string{",5"}, nil, ',', "", 50_000},
	} {
		t.Run(c.name, func(t *testing.T) {
			column := surveyed(t, c.delimiter, c.cells, c.beside...)
			if column.Decimal != c.decimal || column.DecimalDoubt != c.doubt {
				t.Errorf("decimal sign %c, doubt %q; want %c, %q", column.Decimal, column.DecimalDoubt, c.decimal, c.doubt)
			}
			if got, err := column.Amount(c.cells[0]); got != c.amount || err != nil {
				t.Errorf("%s read as %v, %v; want %v", c.cells[0], got, err, c.amount)
			}
		})
	}
}

func TestWhatIsNoNumber(t *testing.T) {
	comma := Column{Decimal: ','}
	for _, cell := range []string{"x", "12,5,0", "1.23", "12.5", "1,2 3", "1.2345", "12 34", "01.234", "--1", "1-2", "kr", "-", "1e", "1e999", ".5", "99999999999", "1 234.567", "'", "1''234"} {
		if got, err := comma.Amount(cell); keyOf(fmt.Errorf("%w", orNone(err))) != "import-no-number" {
			t.Errorf("%q read as %v, %v", cell, got, err)
		}
	}
}

func orNone(err error) error {
	if err == nil {
		return data.Msg("none")
	}
	return err
}

func TestBlankCells(t *testing.T) {
	var c Column
	if amount, err := c.Amount(" "); amount != 0 || err != nil {
		t.Error(amount, err)
	}
	if day, err := c.Date("\u00a0"); day != "" || err != nil {
		t.Error(day, err)
	}
	if yes, err := c.Bool(""); yes || err != nil {
		t.Error(yes, err)
	}
}

func TestFractionsArePercentages(t *testing.T) {
	for _, c := range []struct {
		name, heading string
		cells         []string
		want          data.Amount // of the first cell
	}{
		{"all between 0 and 1", "Discount", []string{"0.15", "0", "1"}, 15 * data.One},
		{"one is larger", "Discount", []string{"0.15", "15"}, 15_000},
		{"the heading promises percent", "Discount %", []string{"0.15", "0.5"}, 15_000},
		{"percent sign", "Discount", []string{"0.5%", "0.15%"}, 50_000},
		{"only whole numbers", "Discount", []string{"1", "0"}, data.One},
	} {
		t.Run(c.name, func(t *testing.T) {
			table, err := Open(fileOf(t, "a.csv", "No.;"+c.heading+"\nA;"+strings.Join(c.cells, "\nA;")+"\n"))
			if err != nil {
				t.Fatal(err)
			}
			survey, err := table.Survey(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := survey.Columns[1].Percent(c.cells[0]); got != c.want || err != nil {
				t.Errorf("got %v, %v; want %v", got, err, c.want)
			}
		})
	}
}

func TestDateOrderOfAColumn(t *testing.T) {
	for _, c := range []struct {
		name          string
		cells, beside []string
		order         DateOrder
		doubt         string
		day           data.Date // of the first cell
	}{
		{"ISO", []string{"1996-07-04"}, nil, DayFirst, "", "1996-07-04"},
		{"ISO with time", []string{"1996-07-04T23:59:00"}, nil, DayFirst, "", "1996-07-04"},
		{"a day above 12 comes first", []string{"4/7/1996", "14/7/1996"}, nil, DayFirst, "", "1996-07-04"},
		{"a day above 12 comes second", []string{"7/4/1996", "7/14/1996"}, nil, MonthFirst, "", "1996-07-04"},
		{"no day above 12", []string{"7/4/1996", "8/1/1996"}, nil, DayFirst, "7/4/1996", "1996-04-07"},
		{"no day above 12, other column decides", []string{"7/4/1996", "8/1/1996"}, []string{"7/14/1996"}, MonthFirst, "", "1996-07-04"},
		{"day and month are equal", []string{"7/7/1996", "8/8/1996"}, nil, DayFirst, "", "1996-07-07"},
		{"points", []string{"24.12.2025"}, nil, DayFirst, "", "2025-12-24"},
		{"time behind", []string{"7/14/1996 12:00:00 AM"}, nil, MonthFirst, "", "1996-07-14"},
		{"two digits for the year", []string{"31/12/49"}, nil, DayFirst, "", "2049-12-31"},
		{"two digits for the year, last century", []string{"31/12/50"}, nil, DayFirst, "", "1950-12-31"},
		{"two digits, year first", []string{"96-07-31", "96-07-01"}, nil, YearFirst, "", "1996-07-31"},
		{"eight digits", []string{"19960704", "19961231"}, nil, YearFirst, "", "1996-07-04"},
		{"six digits", []string{"960731"}, nil, YearFirst, "", "1996-07-31"},
		{"month in letters", []string{"4 juli 1996"}, nil, DayFirst, "", "1996-07-04"},
		{"month in short letters", []string{"04-Okt-96"}, nil, DayFirst, "", "1996-10-04"},
		{"American month in letters", []string{"Jul 4, 1996"}, nil, DayFirst, "", "1996-07-04"},
		{"one wrong cell does not turn the order", []string{"7/14/1996", "31/12/1996", "7/15/1996"}, nil, MonthFirst, "", "1996-07-14"},
	} {
		t.Run(c.name, func(t *testing.T) {
			column := surveyed(t, ";", c.cells, c.beside...)
			if column.Order != c.order || column.OrderDoubt != c.doubt {
				t.Errorf("order %s, doubt %q; want %s, %q", column.Order, column.OrderDoubt, c.order, c.doubt)
			}
			if got, err := column.Date(c.cells[0]); got != c.day || err != nil {
				t.Errorf("%s read as %v, %v; want %v", c.cells[0], got, err, c.day)
			}
		})
	}
}

func TestWhatIsNoDate(t *testing.T) {
	for _, order := range dateOrders {
		column := Column{Order: order}
		for _, cell := range []string{"x", "1996", "1996-02-30", "0000-01-01", "1996-13-01", "12:30", "7/4", "1/2/3/4", "July", "1 2 July", "1234567", "99999999", "1752-12-31"} {
			if got, err := column.Date(cell); err == nil {
				t.Errorf("%q read as %v in order %s", cell, got, order)
			}
		}
	}
}

func TestWordsForYesAndNo(t *testing.T) {
	var c Column
	for word, want := range map[string]bool{"Yes": true, "ja": true, "SANT": true, "1": true, "-1": true, " x ": true, "No": false, "Nej": false, "FALSE": false, "0": false} {
		if got, err := c.Bool(word); got != want || err != nil {
			t.Errorf("%q read as %v, %v", word, got, err)
		}
	}
	if _, err := c.Bool("kanske"); keyOf(err) != "import-no-boolean" {
		t.Error(err)
	}
}

// Whatever a program writes with one decimal sign and grouping is read as it was meant.
func TestWrittenAmountsAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := data.Amount(rapid.Int64Range(-int64(data.MaxAmount), int64(data.MaxAmount)).Draw(t, "amount"))
		decimal := rapid.SampledFrom([]byte{'.', ','}).Draw(t, "decimal sign")
		group := rapid.SampledFrom(map[byte][]string{'.': {"", ",", " ", "'"}, ',': {"", ".", "\u00a0", "\u202f"}}[decimal]).Draw(t, "grouping")
		whole, fraction, hasFraction := strings.Cut(strings.TrimPrefix(amount.String(), "-"), ".")
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + group + whole[i:]
		}
		cell := whole
		if hasFraction {
			cell += string(decimal) + fraction
		}
		if amount < 0 {
			cell = "-" + cell
		}
		if got, err := (Column{Decimal: decimal}).Amount(cell); got != amount || err != nil {
			t.Fatalf("%s read as %v, %v", cell, got, err)
		}
	})
}

// Whatever a program writes in one order is read as it was meant, and the survey finds the order when a day tells.
func TestWrittenDatesAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.SampledFrom(dateOrders[:2]).Draw(t, "order")
		layout := rapid.SampledFrom(map[DateOrder][]string{
			DayFirst:   {"2/1/2006", "02.01.2006", "02-01-06", "2 Jan 2006", "02012006"},
			MonthFirst: {"1/2/2006", "01-02-2006", "01/02/06", "Jan 2, 2006", "1/2/2006 15:04:05"},
		}[order]).Draw(t, "layout")
		evidence := dateEvidence{}
		days := rapid.SliceOfN(rapid.IntRange(0, 20_000), 1, 20).Draw(t, "days since 1950")
		for _, n := range days {
			day := data.Date("1950-01-01").AddDays(n)
			cell := day.Time().Format(layout)
			evidence.weigh(cell)
			if got, err := (Column{Order: order}).Date(cell); got != day || err != nil {
				t.Fatalf("%s in order %s read as %s, %v; want %s", cell, order, got, err, day)
			}
		}
		if found, clear := evidence.order(); clear && found != order && !allReadAs(evidence, order, len(days)) {
			t.Fatalf("found order %s in dates written %s", found, layout)
		}
	})
}

func allReadAs(e dateEvidence, order DateOrder, n int) bool {
	for i, o := range dateOrders {
		if o == order {
			return e.valid[i] == n
		}
	}
	return false
}

func TestNamesOfMonths(t *testing.T) {
	for word, want := range map[string]time.Month{"jan": 1, "maj": 5, "May": 5, "MÄRZ": 3, "mars": 3, "okt": 10, "dez": 12, "ma": 0, "januarix": 0, "": 0, "12": 0} {
		if got := monthOf(word); got != want {
			t.Errorf("%q is %v, want %v", word, got, want)
		}
	}
}
