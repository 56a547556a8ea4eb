package exchange

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"campaigndesk/app/apptest"
	"campaigndesk/data"
)

func TestMappingIsRemembered(t *testing.T) {
	s := apptest.New(t)
	table, err := Open(fileOf(t, "a.csv", "No.,Label,Price\n1000,Chair,12\n"))
	if err != nil {
		t.Fatal(err)
	}
	recalled := func() Mapping {
		t.Helper()
		m, err := Recall(s.DB, Items, table)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	if diff := cmp.Diff(Propose(Items, table.Headings, table.Sample), recalled()); diff != "" {
		t.Errorf("before anything is remembered: %s", diff)
	}
	chosen := Mapping{Columns: []string{"no", "description", "unit-cost"}, Fixed: map[string]string{"base-unit-of-measure": "PCS"}}
	if err := chosen.Remember(context.Background(), s.DB, Items, table); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(chosen, recalled()); diff != "" {
		t.Error(diff)
	}
	if m, err := Recall(s.DB, Customers, table); err != nil || cmp.Equal(m, chosen) {
		t.Errorf("another target has its own mapping: %v %v", m, err)
	}
}

// What an older version remembered must not reach fields that are no more.
func TestMappingThatFitsNoMoreIsForgotten(t *testing.T) {
	s := apptest.New(t)
	table, err := Open(fileOf(t, "a.csv", "No.,Price\n1000,12\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, kept := range []string{"nonsense", `{"Columns":["no"]}`, `{"Columns":["no","colour"]}`, `{"Columns":["no",""],"Fixed":{"colour":"red"}}`} {
		if err := data.SetImportMapping(context.Background(), s.DB, Items.ID, "No.\tPrice", kept); err != nil {
			t.Fatal(err)
		}
		m, err := Recall(s.DB, Items, table)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(Propose(Items, table.Headings, table.Sample), m); diff != "" {
			t.Errorf("%s: %s", kept, diff)
		}
	}
}
