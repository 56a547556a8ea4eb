package register

import (
	"errors"

	"campaigndesk/app"
	"campaigndesk/app/noseries"
	"campaigndesk/data"
)

// CreateItem stores a new item with its base unit. A blank number is taken from the series of Setup; a typed one must be
// allowed.
func CreateItem(s *app.Session, i *data.Item) (notices []data.Message, err error) {
	no, notices, err := numbered(s, data.Items, string(i.No), s.Setup.ItemNos)
	if err != nil {
		return nil, err
	}
	i.No = data.ItemNo(no)
	return notices, s.Write(created(data.Items.Name(), no), func(tx *data.Tx) error {
		if err := data.Items.Insert(tx, i); err != nil {
			return err
		}
		return keepUnits(tx, i)
	})
}

// SaveItem stores a changed item. A new base unit becomes one of its units; the sales unit must be one of them.
func SaveItem(s *app.Session, before, after *data.Item) error {
	if after.No != before.No {
		if err := noseries.CheckManual(s.DB, s.Setup.ItemNos); err != nil {
			return err
		}
	}
	return s.Write(changed(data.Items.Name(), string(before.No)), func(tx *data.Tx) error {
		if err := Update(tx, data.Items, before, after); err != nil {
			return err
		}
		return keepUnits(tx, after)
	})
}

// keepUnits makes sure that the base unit is one of the item's units, one base unit large, and refuses a sales unit that is not.
func keepUnits(tx *data.Tx, i *data.Item) error {
	if i.BaseUnit != "" {
		unit, err := data.ItemUnits.Get(tx, i.No, i.BaseUnit)
		switch {
		case errors.Is(err, data.ErrNotFound):
			err = data.ItemUnits.Insert(tx, &data.ItemUnit{ItemNo: i.No, Code: i.BaseUnit, QtyPerUnit: data.One})
		case err == nil && unit.QtyPerUnit != data.One:
			err = data.Msg("base-unit-holds-one", unit.Code, unit.QtyPerUnit).At("base_unit")
		}
		if err != nil {
			return err
		}
	}
	if i.SalesUnit == "" {
		return nil
	}
	known, err := data.ItemUnits.Exists(tx, i.No, i.SalesUnit)
	if err == nil && !known {
		err = data.Msg("no-unit-of-item", i.SalesUnit, i.No).At("sales_unit")
	}
	return err
}

// ofItem are the tables whose rows name a unit or a variant of their item, which no foreign key guards: by the columns
// unit_code and variant_code.
var ofItem = []struct {
	table string
	rows  func(item string) []data.Cond
}{
	{data.SalesPrices.Name(), where("item_no")},
	{data.SalesLineDiscounts.Name(), where("code", data.Equal("type", data.DiscountItem))},
	{data.QuoteLines.Name(), where("item_no")},
}

// SaveUnit stores a changed unit of an item, with a new code also in the rows that name it; the base unit holds exactly one.
func SaveUnit(s *app.Session, before, after *data.ItemUnit) error {
	item, err := data.Items.Get(s.DB, before.ItemNo)
	if err != nil {
		return err
	}
	if before.Code == item.BaseUnit && *after != *before {
		return data.Msg("base-unit-fixed", before.Code).At("code")
	}
	return Save(s, data.ItemUnits, before, after)
}

// unitFollowed brings a unit's new code to its item and to the rows that name it.
func unitFollowed(tx *data.Tx, before, after *data.ItemUnit) error {
	sold := []data.Cond{data.Equal("no", before.ItemNo), data.Equal("sales_unit", before.Code)}
	if err := data.RenameIn(tx, data.Items.Name(), "sales_unit", string(after.Code), sold...); err != nil {
		return err
	}
	return renameOfItem(tx, before.ItemNo, "unit_code", string(before.Code), string(after.Code))
}

// renameOfItem brings the new code of a unit or variant to the rows that name it together with its item.
func renameOfItem(tx *data.Tx, item data.ItemNo, column, from, to string) error {
	if to == from {
		return nil
	}
	for _, t := range ofItem {
		if err := data.RenameIn(tx, t.table, column, to, append(t.rows(string(item)), data.Equal(column, from))...); err != nil {
			return err
		}
	}
	return nil
}

// DeleteUnits removes units of an item, but not those that the item is kept or sold in, or that prices, discounts or quotes
// name (CP-165).
func DeleteUnits(s *app.Session, item *data.Item, units []data.ItemUnit) error {
	for _, u := range units {
		if u.Code == item.BaseUnit || u.Code == item.SalesUnit {
			return data.Msg("unit-in-use-by-item", u.Code, item.No)
		}
	}
	name := data.Msg("register-deleted", len(units), data.Msg("table-item-unit-of-measure"))
	return s.Write(name, func(tx *data.Tx) error {
		for _, u := range units {
			var uses []data.Use
			for _, t := range ofItem {
				use, err := data.UsesIn(tx, t.table, append(t.rows(string(u.ItemNo)), data.Equal("unit_code", u.Code))...)
				if err != nil {
					return err
				}
				if use.Count > 0 {
					uses = append(uses, use)
				}
			}
			if len(uses) > 0 {
				return refusal(data.ItemUnits.Name(), string(u.Code), uses)
			}
			if err := data.ItemUnits.Delete(tx, u.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// DeleteVariants removes variants of an item with the prices and discounts of just that variant (CP-163), but not those that
// quotes name.
func DeleteVariants(s *app.Session, variants []data.ItemVariant) error {
	name := data.Msg("register-deleted", len(variants), data.Msg("table-item-variant"))
	return s.Write(name, func(tx *data.Tx) error {
		for _, v := range variants {
			for _, t := range ofItem {
				rows := append(t.rows(string(v.ItemNo)), data.Equal("variant_code", v.Code))
				if t.table != data.QuoteLines.Name() {
					if err := data.DeleteOwned(tx, t.table, rows...); err != nil {
						return err
					}
					continue
				}
				use, err := data.UsesIn(tx, t.table, rows...)
				if err != nil {
					return err
				}
				if use.Count > 0 {
					return refusal(data.ItemVariants.Name(), string(v.Code), []data.Use{use})
				}
			}
			if err := data.ItemVariants.Delete(tx, v.ID); err != nil {
				return err
			}
		}
		return nil
	})
}
