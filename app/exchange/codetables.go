package exchange

import "campaigndesk/data"

// codeTable is a table of codes with descriptions.
func codeTable[T any](id string, table *data.Table[T], fresh T, atCode, atDescription func(*T) any) register[T] {
	known := []string{"Code", "Kod", "No.", "Nr", "ID", "Group", "Grupp", "Unit", "Enhet", "Category ID", "Category", "Kategori"}
	return register[T]{id: id, table: table, fresh: fresh, bulk: true, fields: []bound[T]{
		{required(code("code", table.MaxLength("code"), known...)), atCode},
		{text("description", table.MaxLength("description"), "Description", "Beskrivning", "Benämning", "Name", "Namn", "Category Name", "Kategorinamn"), atDescription},
	}}
}

var (
	units = codeTable("units-of-measure", data.Units, data.Unit{},
		func(u *data.Unit) any { return &u.Code }, func(u *data.Unit) any { return &u.Description })
	customerPriceGroups = codeTable("customer-price-groups", data.CustomerPriceGroups, data.PriceGroup{AllowLineDisc: true, AllowInvoiceDisc: true},
		func(g *data.PriceGroup) any { return &g.Code }, func(g *data.PriceGroup) any { return &g.Description })
	customerDiscGroups = codeTable("customer-disc-groups", data.CustomerDiscGroups, data.CustomerDiscountGroup{},
		func(g *data.CustomerDiscountGroup) any { return &g.Code }, func(g *data.CustomerDiscountGroup) any { return &g.Description })
	itemDiscGroups = codeTable("item-discount-groups", data.ItemDiscGroups, data.ItemDiscountGroup{},
		func(g *data.ItemDiscountGroup) any { return &g.Code }, func(g *data.ItemDiscountGroup) any { return &g.Description })
)
