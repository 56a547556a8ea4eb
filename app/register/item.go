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
		if err := update(tx, data.Items, before, after); err != nil {
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

// SaveUnit stores a changed unit of an item; the base unit holds exactly one.
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

// DeleteUnits removes units of an item, but not those that the item is kept or sold in.
func DeleteUnits(s *app.Session, item *data.Item, units []data.ItemUnit) error {
	for _, u := range units {
		if u.Code == item.BaseUnit || u.Code == item.SalesUnit {
			return data.Msg("unit-in-use-by-item", u.Code, item.No)
		}
	}
	return Delete(s, data.ItemUnits, units)
}
