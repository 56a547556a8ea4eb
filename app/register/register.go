// Package register keeps the rules that all registers share: what goes with a record that is deleted, what refuses the
// deletion (CP-5, CP-6, CP-160…165, SP-1, SP-2), and which references follow a new code (CP-5, CP-173).
package register

import (
	"fmt"
	"strings"

	"campaigndesk/app"
	"campaigndesk/app/contact"
	"campaigndesk/data"
)

// owned is what goes with a record: rows of a table, found by the record's code.
type owned struct {
	table string
	rows  func(code string) []data.Cond
}

// followed is a reference that no foreign key carries along: a column of a table in the rows found by the record's code.
type followed struct {
	table, column string
	rows          func(code string) []data.Cond
}

// rule is how one register behaves.
type rule struct {
	owned    []owned
	followed []followed
	before   func(tx *data.Tx, code string) error // further work before a record goes
}

// where finds rows by a column, and by an option beside it where the column may name records of several kinds.
func where(column string, conditions ...data.Cond) func(code string) []data.Cond {
	return func(code string) []data.Cond { return append([]data.Cond{data.Equal(column, code)}, conditions...) }
}

// partyOf finds the price or discount rows of a party.
func partyOf(kind data.SalesType) func(code string) []data.Cond {
	return where("sales_code", data.Equal("sales_type", kind))
}

var rules = map[string]rule{
	data.Customers.Name(): {
		owned: []owned{{data.SalesPrices.Name(), partyOf(data.ForCustomer)}, {data.SalesLineDiscounts.Name(), partyOf(data.ForCustomer)}}, // CP-160
		followed: []followed{{data.SalesPrices.Name(), "sales_code", partyOf(data.ForCustomer)},
			{data.SalesLineDiscounts.Name(), "sales_code", partyOf(data.ForCustomer)},
			{data.CampaignTargets.Name(), "no", where("no", data.Equal("type", data.TargetCustomer))}},
		before: func(tx *data.Tx, code string) error { return contact.CustomerDeleted(tx, data.CustomerNo(code)) }, // CP-102
	},
	data.CustomerPriceGroups.Name(): {
		owned:    []owned{{data.SalesPrices.Name(), partyOf(data.ForGroup)}}, // CP-161
		followed: []followed{{data.SalesPrices.Name(), "sales_code", partyOf(data.ForGroup)}},
	},
	data.CustomerDiscGroups.Name(): {
		owned:    []owned{{data.SalesLineDiscounts.Name(), partyOf(data.ForGroup)}}, // CP-162
		followed: []followed{{data.SalesLineDiscounts.Name(), "sales_code", partyOf(data.ForGroup)}},
	},
	data.Items.Name(): {
		owned: []owned{{data.SalesPrices.Name(), where("item_no")}, {data.SalesLineDiscounts.Name(), where("code", data.Equal("type", data.DiscountItem))}, // CP-163
			{data.ItemUnits.Name(), where("item_no")}, {data.ItemVariants.Name(), where("item_no")}},
		followed: []followed{{data.SalesLineDiscounts.Name(), "code", where("code", data.Equal("type", data.DiscountItem))}},
	},
	data.ItemDiscGroups.Name(): {
		owned:    []owned{{data.SalesLineDiscounts.Name(), where("code", data.Equal("type", data.DiscountItemGroup))}}, // CP-164
		followed: []followed{{data.SalesLineDiscounts.Name(), "code", where("code", data.Equal("type", data.DiscountItemGroup))}},
	},
	data.Currencies.Name(): {owned: []owned{{data.ExchangeRates.Name(), where("currency_code")}}},
	data.NoSeriesTable.Name(): {
		owned: []owned{{data.NoSeriesLines.Name(), where("series_code")}, {data.NoSeriesRelationships.Name(), where("code")}},
		followed: []followed{{data.Campaigns.Name(), "no_series", where("no_series")}, {data.SegmentHeaders.Name(), "no_series", where("no_series")},
			{data.Contacts.Name(), "no_series", where("no_series")}, {data.QuoteHeaders.Name(), "no_series", where("no_series")}},
	},
	data.InteractionGroups.Name(): { // IN-1: never refused
		before: func(tx *data.Tx, code string) error {
			for _, table := range []string{data.SegmentHeaders.Name(), data.SegmentLines.Name()} {
				if err := data.RenameIn(tx, table, "interaction_group_code", "", where("interaction_group_code")(code)...); err != nil {
					return err
				}
			}
			return data.ClearIn(tx, data.InteractionTemplates.Name(), "interaction_group_code", where("interaction_group_code")(code)...)
		},
		followed: []followed{{data.Interactions.Name(), "interaction_group_code", where("interaction_group_code")},
			{data.SegmentHeaders.Name(), "interaction_group_code", where("interaction_group_code")},
			{data.SegmentLines.Name(), "interaction_group_code", where("interaction_group_code")}},
	},
	data.InteractionTemplates.Name(): { // IN-6: never refused; what was logged keeps the code
		owned: []owned{{data.InteractionTemplateLanguages.Name(), where("template_code")}},
		before: func(tx *data.Tx, code string) error {
			for _, reference := range []struct{ table, column string }{{data.SegmentHeaders.Name(), "interaction_template_code"},
				{data.SegmentLines.Name(), "interaction_template_code"}, {data.Setups.Name(), "cover_sheet_template"},
				{data.Setups.Name(), "outgoing_call_template"}, {data.Setups.Name(), "e_mail_template"}, {data.Setups.Name(), "meeting_template"}} {
				if err := data.ClearIn(tx, reference.table, reference.column, where(reference.column)(code)...); err != nil {
					return err
				}
			}
			return nil
		},
		followed: []followed{{data.Interactions.Name(), "interaction_template_code", where("interaction_template_code")}},
	},
	data.BusinessRelations.Name(): {
		owned:    []owned{{data.ContactBusinessRelations.Name(), where("business_relation_code")}}, // CO-33e
		followed: relationsOfSetup(),                                                               // CO-24
		before:   partRelation,
	},
	data.IndustryGroups.Name():      {owned: []owned{{data.ContactIndustryGroups.Name(), where("industry_group_code")}}},          // CO-33a
	data.JobResponsibilities.Name(): {owned: []owned{{data.ContactJobResponsibilities.Name(), where("job_responsibility_code")}}}, // CO-33c
	data.OrganizationalLevels.Name(): {before: func(tx *data.Tx, code string) error { // CO-33d
		return data.ClearIn(tx, data.Contacts.Name(), "organizational_level_code", where("organizational_level_code")(code)...)
	}},
	data.Territories.Name(): { // CO-52
		before: func(tx *data.Tx, code string) error {
			return data.ClearIn(tx, data.Contacts.Name(), "territory_code", where("territory_code")(code)...)
		},
		followed: []followed{{data.Customers.Name(), "territory_code", where("territory_code")}},
	},
	data.Salutations.Name(): { // CO-33f
		owned: []owned{{data.SalutationFormulas.Name(), where("salutation_code")}},
		before: func(tx *data.Tx, code string) error {
			return data.ClearIn(tx, data.Contacts.Name(), "salutation_code", where("salutation_code")(code)...)
		},
	},
	data.Salespeople.Name(): {followed: []followed{{data.Interactions.Name(), "salesperson_code", where("salesperson_code")},
		{data.CampaignEntries.Name(), "salesperson_code", where("salesperson_code")}}},
}

// Delete removes records with what goes with them, in one command. A record that others name is refused, and the refusal
// names the first ten of them and says how many there are; then none is removed.
func Delete[T any](s *app.Session, table *data.Table[T], records []T) error {
	if len(records) == 0 {
		return nil
	}
	name := data.Msg("register-deleted", len(records), data.Msg("table-"+keyOf(table.Name())))
	return s.Write(name, func(tx *data.Tx) error {
		for i := range records {
			if err := remove(tx, table, &records[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func remove[T any](tx *data.Tx, table *data.Table[T], record *T) error {
	code, r := table.CodeOf(record), rules[table.Name()]
	if r.before != nil {
		if err := r.before(tx, code); err != nil {
			return err
		}
	}
	for _, o := range r.owned {
		if err := data.DeleteOwned(tx, o.table, o.rows(code)...); err != nil {
			return err
		}
	}
	uses, err := data.UsesOf(tx, table.Name(), code)
	if err != nil {
		return err
	}
	if len(uses) > 0 {
		return refusal(table.Name(), code, uses)
	}
	return table.Delete(tx, table.ID(record))
}

// refusal names what stands in the way. The messages of the specification come first where there is one (M-20, M-21).
func refusal(table, code string, uses []data.Use) error {
	list := useText(uses[len(uses)-1])
	for i := len(uses) - 2; i >= 0; i-- {
		list = data.Msg("register-uses", useText(uses[i]), list)
	}
	switch table {
	case data.CampaignStatuses.Name():
		return data.Msg("m20-status-used", code, uses[0].Count, list)
	case data.CustomerPriceGroups.Name(), data.CustomerDiscGroups.Name():
		if uses[0].Table == data.Customers.Name() {
			return data.Msg("m21-group-used", code, uses[0].Count, list)
		}
	case data.Salespeople.Name():
		return data.Msg("salesperson-in-use", code, list) // SP-2
	}
	return data.Msg("register-in-use", code, list)
}

func useText(u data.Use) data.Message {
	first := strings.Join(u.First, ", ")
	if len(u.First) == data.ShownUses && u.Count > data.ShownUses {
		first += ", …"
	}
	return data.Msg("register-use", data.Msg("table-"+keyOf(u.Table)), u.Count, first)
}

// Insert stores a new record of a register.
func Insert[T any](s *app.Session, table *data.Table[T], record *T) error {
	name := created(table.Name(), strings.ToUpper(table.CodeOf(record)))
	return s.Write(name, func(tx *data.Tx) error { return table.Insert(tx, record) })
}

// Save stores a changed record. A new code goes over to every row that names it.
func Save[T any](s *app.Session, table *data.Table[T], before, after *T) error {
	return s.Write(changed(table.Name(), table.CodeOf(before)), func(tx *data.Tx) error { return Update(tx, table, before, after) })
}

// Update stores a changed record as part of a command of its own; see [Save].
func Update[T any](tx *data.Tx, table *data.Table[T], before, after *T) error {
	if err := table.Update(tx, after); err != nil {
		return err
	}
	switch b := any(before).(type) { // named together with their item
	case *data.ItemUnit:
		return unitFollowed(tx, b, any(after).(*data.ItemUnit))
	case *data.ItemVariant:
		return renameOfItem(tx, b.ItemNo, "variant_code", string(b.Code), string(any(after).(*data.ItemVariant).Code))
	}
	from, to := table.CodeOf(before), table.CodeOf(after)
	if to == from {
		return nil
	}
	for _, f := range rules[table.Name()].followed {
		if err := data.RenameIn(tx, f.table, f.column, to, f.rows(from)...); err != nil {
			return fmt.Errorf("rename %s to %s: %w", from, to, err)
		}
	}
	return nil
}

// created and changed are what the journal calls the command.
func created(table, code string) data.Message {
	return data.Msg("register-created", data.Msg("table-"+keyOf(table)), code)
}

func changed(table, code string) data.Message {
	return data.Msg("register-changed", data.Msg("table-"+keyOf(table)), code)
}

func keyOf(table string) string { return strings.ReplaceAll(table, "_", "-") }
