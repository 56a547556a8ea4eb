package register_test

import (
	"testing"

	"campaigndesk/app/apptest"
	"campaigndesk/app/register"
	"campaigndesk/data"
)

func TestItemHasItsBaseUnit(t *testing.T) {
	s := apptest.New(t)
	apptest.Add(t, s, data.Units, data.Unit{Code: "PCS"}, data.Unit{Code: "BOX"})
	item := data.Item{Description: "Chair", BaseUnit: "PCS"}
	if _, err := register.CreateItem(s, &item); err != nil {
		t.Fatal(err)
	}
	unit := apptest.Get(t, s, data.ItemUnits, item.No, data.UnitCode("PCS"))
	if item.No != "IT00001" || unit.QtyPerUnit != data.One {
		t.Errorf("item %s, %v base units in one", item.No, unit.QtyPerUnit)
	}
	boxed := item
	boxed.SalesUnit = "BOX"
	refused(t, register.SaveItem(s, &item, &boxed), "no-unit-of-item", "sales_unit")
	apptest.Add(t, s, data.ItemUnits, data.ItemUnit{ItemNo: item.No, Code: "BOX", QtyPerUnit: 12 * data.One})
	if err := register.SaveItem(s, &item, &boxed); err != nil {
		t.Error(err)
	}
	inBoxes := boxed
	inBoxes.BaseUnit = "BOX"
	refused(t, register.SaveItem(s, &boxed, &inBoxes), "base-unit-holds-one", "base_unit")
	double := unit
	double.QtyPerUnit = 2 * data.One
	refused(t, register.SaveUnit(s, &unit, &double), "base-unit-fixed", "code")
	refused(t, register.DeleteUnits(s, &boxed, []data.ItemUnit{unit}), "unit-in-use-by-item", "")
}
