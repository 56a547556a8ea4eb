package data

import (
	"testing"
)

func BenchmarkOpen(b *testing.B) {
	db := large(b)
	for _, test := range []struct {
		name string
		open func() (interface{ Len() int }, error)
	}{
		{"prices", openView(db, SalesPrices, View{})},
		{"prices descending", openView(db, SalesPrices, View{Desc: true})},
		{"prices by party", openView(db, SalesPrices, View{Sort: "sales_code"})},
		{"prices by price", openView(db, SalesPrices, View{Sort: "unit_price"})},
		{"prices by start", openView(db, SalesPrices, View{Sort: "starting_date"})},
		{"prices by description", openView(db, SalesPrices, View{Sort: "description"})},
		{"prices of campaign", openView(db, SalesPrices, View{Fixed: []Cond{Equal("sales_type", ForCampaign), Equal("sales_code", CampaignNo("CP0007"))}})},
		{"prices of item", openView(db, SalesPrices, View{Filters: map[string]string{"item_no": "I00500"}})},
		{"prices of items", openView(db, SalesPrices, View{Filters: map[string]string{"item_no": "I005*"}})},
		{"prices of code", openView(db, SalesPrices, View{Filters: map[string]string{"sales_code": "CP0007"}})},
		{"prices with description", openView(db, SalesPrices, View{Filters: map[string]string{"description": "*bord 77*"}})},
		{"prices search", openView(db, SalesPrices, View{Search: "skriv"})},
		{"prices search rare", openView(db, SalesPrices, View{Search: "skrivbord 777"})},
		{"contacts", openView(db, Contacts, View{})},
		{"contacts by name", openView(db, Contacts, View{Sort: "name"})},
		{"contacts by city", openView(db, Contacts, View{Sort: "city"})},
		{"contacts by customer", openView(db, Contacts, View{Sort: "customer_no"})},
		{"contacts in city", openView(db, Contacts, View{Filters: map[string]string{"city": "lund"}})},
		{"contacts search e", openView(db, Contacts, View{Search: "e"})},
		{"contacts search ev", openView(db, Contacts, View{Search: "ev"})},
		{"contacts search eva1", openView(db, Contacts, View{Search: "eva1"})},
		{"contacts search eva1 öb", openView(db, Contacts, View{Search: "eva1 öb"})},
		{"contacts search e by name", openView(db, Contacts, View{Search: "e", Sort: "name"})},
		{"items", openView(db, Items, View{})},
	} {
		b.Run(test.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := test.open(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func openView[T any](db *DB, t *Table[T], v View) func() (interface{ Len() int }, error) {
	return func() (interface{ Len() int }, error) { return t.Open(db, v) }
}
