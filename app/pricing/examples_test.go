package pricing_test

import (
	"cmp"
	"testing"

	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// E1–E34 of CP section 10.
var examples = []struct {
	name     string
	party    string
	currency data.CurrencyCode
	item     data.ItemNo
	variant  data.VariantCode
	quantity string
	unit     data.UnitCode
	day      data.Date
	price    string
	discount string
	amount   string
	rows     string
}{
	{name: "E1 minimum not reached, card price (CP-228)", party: "C20", item: "CABLE", quantity: "10", unit: "M", price: "9.99", discount: "0", amount: "99.9", rows: "card"},
	{name: "E2 blank unit: 300 M reach 250, price per drum (CP-217, CP-222)", party: "C20", item: "CABLE", quantity: "3", unit: "DRUM", price: "849", discount: "0", amount: "2547", rows: "P10"},
	{name: "E3 unit row and blank-unit row compete on price only", party: "C10", item: "CABLE", quantity: "3", unit: "DRUM", price: "840", discount: "0", amount: "2520", rows: "P11"},
	{name: "E4 campaign beats customer and all-customers price", party: "C10", item: "CHAIR", quantity: "1", price: "900", discount: "5", amount: "855", rows: "P1 D1"},
	{name: "E5 quantity steps; customer discount on campaign price", party: "C10", item: "CHAIR", quantity: "10", price: "850", discount: "7", amount: "7905", rows: "P2 D4"},
	{name: "E6 last day is included", party: "C10", item: "CHAIR", quantity: "1", day: "2026-03-31", price: "900", discount: "5", amount: "855", rows: "P1 D1"},
	{name: "E7 day after: rows expired", party: "C10", item: "CHAIR", quantity: "1", day: "2026-04-01", price: "920", discount: "3", amount: "892.4", rows: "P5 D3"},
	{name: "E8 net 901.60 beats undiscountable 940 (CP-224)", party: "C20", item: "CHAIR", quantity: "1", price: "980", discount: "8", amount: "901.6", rows: "P3 D2"},
	{name: "E9 940 beats 980 less 3 %; then 3 % is blocked", party: "C21", item: "CHAIR", quantity: "1", price: "940", discount: "0", amount: "940", rows: "P4"},
	{name: "E10 contact without customer, through its company", party: "CT501", item: "CHAIR", quantity: "1", price: "900", discount: "5", amount: "855", rows: "P1 D1"},
	{name: "E11 contact that is no target", party: "CT600", item: "CHAIR", quantity: "1", price: "980", discount: "3", amount: "950.6", rows: "P3 D3"},
	{name: "E12 a document's campaign is not looked at (CP-106)", party: "C22", item: "CHAIR", quantity: "1", price: "980", discount: "3", amount: "950.6", rows: "P3 D3"},
	{name: "E13 BOX row; PCS rows not used", party: "C10", item: "CHAIR", quantity: "2", unit: "BOX", price: "3500", discount: "5", amount: "6650", rows: "P6 D1"},
	{name: "E14 variant row wins although dearer", party: "C10", item: "CHAIR", variant: "RED", quantity: "1", price: "960", discount: "5", amount: "912", rows: "P7 D1"},
	{name: "E15 0 % for a variant blocks 5 % and 3 %", party: "C10", item: "CHAIR", variant: "BLUE", quantity: "1", price: "900", discount: "0", amount: "900", rows: "P1 D5"},
	{name: "E16 EUR rows win over LCY rows and over 3 %", party: "C40", item: "CHAIR", quantity: "1", price: "88", discount: "2", amount: "86.24", rows: "P8 D7"},
	{name: "E17 converted to NOK, rounded to 0.01", party: "C60", item: "CHAIR", quantity: "3", price: "1010.31", discount: "3", amount: "2940", rows: "P3 D3"},
	{name: "E18 customer without line discounts, no price row", party: "C30", item: "TABLE", quantity: "1", price: "3000", discount: "0", amount: "3000", rows: "card"},
	{name: "E19 the price row allows what the customer does not", party: "C30", item: "CHAIR", quantity: "1", price: "980", discount: "3", amount: "950.6", rows: "P3 D3"},
	{name: "E20 sales price above card price is still used", party: "C10", item: "TABLE", quantity: "1", price: "3100", discount: "3", amount: "3007", rows: "P12 D3"},
	{name: "E21 price of one campaign, discount of another", party: "C10", item: "TABLE", quantity: "20", price: "3100", discount: "6", amount: "58280", rows: "P12 D6"},
	{name: "E22 incl. to excl. VAT", party: "C10", item: "LAMP", quantity: "1", price: "159.2", discount: "0", amount: "159.2", rows: "P9"},
	{name: "E23 incl. to incl., same VAT group", party: "C50", item: "LAMP", quantity: "2", price: "249", discount: "0", amount: "498", rows: "card"},
	{name: "E24 incl. to incl., other VAT group", party: "C70", item: "LAMP", quantity: "2", price: "199.2", discount: "0", amount: "398.4", rows: "card"},
	{name: "E25 excl. to incl. VAT", party: "C50", item: "CHAIR", quantity: "1", price: "1225", discount: "3", amount: "1188.25", rows: "P3 D3"},
	{name: "E26 unit price keeps 5 decimals, only the line is rounded", party: "C22", item: "BOOK", quantity: "3", price: "234.90566", discount: "0", amount: "704.72", rows: "card"},
	{name: "E27 0 is a price (CP-227)", party: "C10", item: "GIFT", quantity: "5", price: "0", discount: "0", amount: "0", rows: "P13"},
	{name: "E28 variant only against currency only: lower wins", party: "C10", currency: "EUR", item: "CHAIR", variant: "RED", quantity: "1", price: "85.33333", discount: "2", amount: "83.62", rows: "P7 D7"},
	{name: "E29 the same the other way round (CP-218)", party: "C10", currency: "EUR", item: "CHAIR", variant: "GREEN", quantity: "1", price: "88", discount: "2", amount: "86.24", rows: "P8 D7"},
	{name: "E30 a return gets the price of its absolute quantity", party: "C10", item: "CHAIR", quantity: "-10", price: "850", discount: "7", amount: "-7905", rows: "P2 D4"},
	{name: "E31 older open-ended lower price hides the newer (CP-240)", party: "C22", item: "SHELF", quantity: "1", price: "900", discount: "0", amount: "900", rows: "P16"},
	{name: "E32 dearer quantity step is never used (CP-241)", party: "C22", item: "SHELF", quantity: "60", price: "900", discount: "0", amount: "54000", rows: "P16"},
	{name: "E33 campaign price in NOK", party: "C10", currency: "NOK", item: "CHAIR", quantity: "3", price: "927.84", discount: "5", amount: "2644.34", rows: "P1 D1"},
	{name: "E34 blank-unit price per BOX", party: "C22", item: "CHAIR", quantity: "1", unit: "BOX", price: "3920", discount: "3", amount: "3802.4", rows: "P3 D3"},
}

func TestExamples(t *testing.T) {
	company := section10(t)
	for _, c := range examples {
		t.Run(c.name, func(t *testing.T) {
			party := company.party(t, c.party, c.currency)
			for _, loaded := range []struct {
				how     string
				parties []pricing.Party
			}{{"with the party's rows", []pricing.Party{party}}, {"with everybody's rows", nil}} {
				book, err := pricing.Load(company.db, company.setup, []data.ItemNo{c.item}, loaded.parties...)
				if err != nil {
					t.Fatal(err)
				}
				line, err := book.Line(party, c.item, c.variant, c.unit, amount(c.quantity), cmp.Or(c.day, day))
				if err != nil {
					t.Fatal(err)
				}
				got := book.Best(&line)
				amounts, err := pricing.AmountsOf(line.Quantity, got.UnitPrice, got.Discount, party.Currency.AmountRounding)
				if err != nil {
					t.Fatal(err)
				}
				if got.UnitPrice != amount(c.price) || got.Discount != amount(c.discount) || amounts.Amount != amount(c.amount) || company.sources(got) != c.rows {
					t.Errorf("%s: %s, %s %%, %s from %s; want %s, %s %%, %s from %s", loaded.how,
						got.UnitPrice, got.Discount, amounts.Amount, company.sources(got), c.price, c.discount, c.amount, c.rows)
				}
			}
		})
	}
}
