package exchange

import (
	"errors"

	"campaigndesk/data"
)

// items are the goods that prices are for.
var items = register[data.Item]{
	id:    "items",
	table: data.Items,
	fresh: data.Item{AllowInvoiceDisc: true},
	fields: []bound[data.Item]{
		{required(code("no", 20, "No.", "Nr", "Item No.", "Artikelnr", "ProductID", "Product ID", "Artikelnummer", "Item Number",
			"Product No.", "Product Code", "Produktnr", "Produktnummer", "Art.nr", "Artnr", "SKU", "Item Code", "Item ID", "ID")),
			func(i *data.Item) any { return &i.No }},
		{text("description", 100, "Description", "Beskrivning", "Product Name", "ProductName", "Benämning", "Artikelbenämning",
			"Item Name", "Item Description", "Artikelnamn", "Produktnamn", "Name", "Namn", "Title", "Item", "Artikel"),
			func(i *data.Item) any { return &i.Description }},
		{code("base-unit-of-measure", 10, "Base Unit of Measure", "Basenhet", "Base Unit", "Unit of Measure", "Unit of Measure Code",
			"Enhet", "Enhetskod", "Unit", "UOM", "Lagerenhet"), func(i *data.Item) any { return &i.BaseUnit }},
		{code("sales-unit-of-measure", 10, "Sales Unit of Measure", "Försäljningsenhet", "Förs.enhet", "Sales Unit"),
			func(i *data.Item) any { return &i.SalesUnit }},
		{unitPrice, func(i *data.Item) any { return &i.UnitPrice }},
		{amount("unit-cost", "Unit Cost", "Kostnad per enhet", "Styckkostnad", "Enhetskostnad", "Cost", "Cost Price", "Kostpris",
			"Inpris", "Inköpspris", "Purchase Price", "Självkostnad"), func(i *data.Item) any { return &i.UnitCost }},
		{code("item-disc-group", 20, "Item Disc. Group", "Artikelrabattgrupp", "Item Discount Group", "Discount Group", "Rabattgrupp",
			"Category ID", "Category", "Kategori"), func(i *data.Item) any { return &i.DiscGroup }},
		{allowInvoiceDisc, func(i *data.Item) any { return &i.AllowInvoiceDisc }},
		{priceIncludesVAT, func(i *data.Item) any { return &i.PriceIncludesVAT }},
		{priceVATGroup, func(i *data.Item) any { return &i.PriceVATGroup }},
		{code("vat-prod-posting-group", 20, "VAT Prod. Posting Group", "Moms produktbokföringsmall", "VAT Product Posting Group", "Momskod"),
			func(i *data.Item) any { return &i.VATProductGroup }},
		{boolean("blocked", "Blocked", "Spärrad", "Discontinued", "Utgått", "Utgången", "Inactive", "Inaktiv"),
			func(i *data.Item) any { return &i.Blocked }},
	},
	check: func(j *job, _ *draft, _, i *data.Item) error {
		if i.SalesUnit != "" && i.SalesUnit != i.BaseUnit {
			known, err := data.ItemUnits.Exists(j.tx, i.No, i.SalesUnit)
			if err == nil && !known {
				err = data.Msg("no-unit-of-item", i.SalesUnit, i.No).At("sales_unit")
			}
			if err != nil {
				return err
			}
		}
		unit, err := data.ItemUnits.Get(j.tx, i.No, i.BaseUnit)
		switch {
		case err == nil && unit.QtyPerUnit != data.One:
			return data.Msg("base-unit-holds-one", unit.Code, unit.QtyPerUnit).At("base_unit")
		case err != nil && !errors.Is(err, data.ErrNotFound):
			return err
		}
		if err := ensure(j, data.ItemDiscGroups, i.DiscGroup, "item-disc-group", data.ItemDiscountGroup{Code: i.DiscGroup}); err != nil {
			return err
		}
		return ensure(j, data.Units, i.BaseUnit, "base-unit-of-measure", data.Unit{Code: i.BaseUnit})
	},
	// The base unit is one of the item's units, exactly one of itself.
	follow: func(j *job, _ *draft, before, i *data.Item) (bool, error) {
		if i.BaseUnit == "" || before != nil && before.BaseUnit == i.BaseUnit {
			return false, nil
		}
		known, err := data.ItemUnits.Exists(j.tx, i.No, i.BaseUnit)
		if err != nil || known {
			return false, err
		}
		return true, data.ItemUnits.Insert(j.tx, &data.ItemUnit{ItemNo: i.No, Code: i.BaseUnit, QtyPerUnit: data.One})
	},
}

// itemUnits are further units of items that exist, itemVariants their kinds.
var (
	itemUnits = register[data.ItemUnit]{
		id:    "item-units-of-measure",
		table: data.ItemUnits,
		fields: []bound[data.ItemUnit]{
			{required(itemNo), func(u *data.ItemUnit) any { return &u.ItemNo }},
			{required(code("code", 10, "Code", "Kod", "Unit of Measure Code", "Enhetskod", "Unit", "Enhet")), func(u *data.ItemUnit) any { return &u.Code }},
			{required(amount("qty-per-unit-of-measure", "Qty. per Unit of Measure", "Antal per enhet", "Quantity", "Antal")),
				func(u *data.ItemUnit) any { return &u.QtyPerUnit }},
		},
		bulk: true,
		check: func(j *job, _ *draft, _, u *data.ItemUnit) error {
			if u.QtyPerUnit == 0 {
				return data.Msg("must-be-positive").At("qty-per-unit-of-measure")
			}
			if err := exists(j, data.Items, u.ItemNo, itemNo.ID); err != nil {
				return err
			}
			return ensure(j, data.Units, u.Code, "code", data.Unit{Code: u.Code})
		},
	}
	itemVariants = register[data.ItemVariant]{
		id:    "item-variants",
		table: data.ItemVariants,
		fields: []bound[data.ItemVariant]{
			{required(itemNo), func(v *data.ItemVariant) any { return &v.ItemNo }},
			{required(code("code", 10, "Code", "Kod", "Variant Code", "Variantkod", "Variant")), func(v *data.ItemVariant) any { return &v.Code }},
			{text("description", 100, "Description", "Beskrivning", "Benämning"), func(v *data.ItemVariant) any { return &v.Description }},
		},
		bulk: true,
		check: func(j *job, _ *draft, _, v *data.ItemVariant) error {
			return exists(j, data.Items, v.ItemNo, itemNo.ID)
		},
	}
)
