package campaign_test

import (
	"fmt"
	"slices"
	"testing"

	"campaigndesk/app"
	"campaigndesk/app/apptest"
	"campaigndesk/app/campaign"
	"campaigndesk/app/pricing"
	"campaigndesk/data"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// try is a dry run that must not change anything.
func try(t apptest.T, s *app.Session, step campaign.Step) *campaign.DryRun {
	t.Helper()
	before := apptest.Read(t, s)
	run, err := campaign.Try(s, "CP1", step)
	if err != nil {
		t.Fatalf("%v", err)
	}
	if diff := cmp.Diff(before, apptest.Read(t, s)); diff != "" {
		t.Fatalf("the dry run changed (-before +after):\n%s", diff)
	}
	return run
}

func target(kind data.TargetType, no string, of data.CampaignNo) data.CampaignTarget {
	return data.CampaignTarget{Type: kind, No: no, CampaignNo: of}
}

// changes are price changes in words: item, price before → after, for how many.
func changes(run *campaign.DryRun) (all []string) {
	for _, c := range run.Changes {
		all = append(all, fmt.Sprintf("%s %s %s → %s for %d", c.ItemNo, c.Quantity, c.Before, c.After, c.Parties))
	}
	return all
}

func faults(run *campaign.DryRun) (all []string) {
	for _, f := range run.Faults {
		all = append(all, f.Kind.Key)
	}
	return all
}

func names(targets []data.CampaignTarget) (all []string) {
	for _, t := range targets {
		all = append(all, t.Name)
	}
	return all
}

// newShop is newDesk with list prices, costs and prices of CP1: a chair for 80 instead of 100, from ten on for 70.
func newShop(t testing.TB) *app.Session {
	t.Helper()
	s := newDesk(t)
	err := s.Write(data.Msg("test"), func(tx *data.Tx) error {
		for no, cost := range map[data.ItemNo]data.Amount{"CHAIR": data.Int(60), "DESK": data.Int(200)} {
			item, err := data.Items.Get(tx, no)
			if err != nil {
				return err
			}
			item.UnitCost = cost
			if err := data.Items.Update(tx, &item); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	apptest.Add(t, s, data.SalesPrices, priceRow("CP1", "CHAIR"), priceRow("CP1", "CHAIR", func(p *data.SalesPrice) { p.MinimumQuantity, p.UnitPrice = data.Int(10), data.Int(70) }))
	return s
}

func TestDryRunSaysWhoComesAndGoes(t *testing.T) {
	type want struct {
		entering, leaving []string
		staying           int
		changes           []string
	}
	for _, c := range []struct {
		name string
		step campaign.Step
		want want
	}{
		{"activating adds and removes nobody", campaign.Activating, want{[]string{"Alfa AB", "Siv Ensam"}, nil, 2, []string{"CHAIR 1 100 → 80 for 2", "CHAIR 10 100 → 70 for 2"}}},
		{"bringing in line removes too", campaign.Aligning, want{[]string{"Alfa AB", "Siv Ensam"}, []string{"Bo Ensam"}, 1,
			[]string{"CHAIR 1 100 → 80 for 2", "CHAIR 1 80 → 100 for 1", "CHAIR 10 100 → 70 for 2", "CHAIR 10 70 → 100 for 1"}}},
		{"deactivating removes everybody", campaign.Deactivating, want{nil, []string{"Beta AB", "Bo Ensam"}, 0, []string{"CHAIR 1 80 → 100 for 2", "CHAIR 10 70 → 100 for 2"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newShop(t)
			apptest.Add(t, s, data.Contacts, data.Contact{No: "LONE-2", Type: data.Person, Name: "Bo Ensam"})
			apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1"), line(2, "ALFA-2"), line(3, "LONE"), line(4, "BETA-1"))
			apptest.Add(t, s, data.CampaignTargets, target(data.TargetContact, "BETA", "CP1"), target(data.TargetContact, "LONE-2", "CP1"))
			run := try(t, s, c.step)
			leaving := names(run.Leaving)
			slices.Sort(leaving)
			got := want{names(run.Entering), leaving, run.Staying, changes(run)}
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(want{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestACustomerStandingAsItsContactIsOneParty(t *testing.T) { // CP-213
	s := newShop(t)
	apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1"))
	apptest.Add(t, s, data.CampaignTargets, target(data.TargetContact, "ALFA", "CP1"))
	run := try(t, s, campaign.Aligning)
	if len(run.Entering) != 1 || len(run.Leaving) != 1 || len(run.Changes) != 0 {
		t.Errorf("entering %v, leaving %v, but its prices change: %v", run.Entering, run.Leaving, changes(run))
	}
}

func TestDryRunPricesEverybodyByHisTerms(t *testing.T) {
	for _, c := range []struct {
		name  string
		setup func(*app.Session)
		want  []string
	}{
		{"list price for all", func(*app.Session) {}, []string{"CHAIR 1 100 → 80 for 3", "CHAIR 10 100 → 70 for 3"}},
		{"a customer's own better price stays", func(s *app.Session) {
			apptest.Add(t, s, data.SalesPrices, data.SalesPrice{SalesType: data.ForCustomer, SalesCode: "10000", ItemNo: "CHAIR", UnitPrice: data.Int(75)})
		}, []string{"CHAIR 1 100 → 80 for 2", "CHAIR 10 100 → 70 for 2", "CHAIR 10 75 → 70 for 1"}},
		{"another activated campaign", func(s *app.Session) {
			apptest.Add(t, s, data.SalesPrices, priceRow("CP2", "CHAIR", func(p *data.SalesPrice) { p.UnitPrice = data.Int(90) }))
			apptest.Add(t, s, data.CampaignTargets, target(data.TargetContact, "BETA", "CP2"), target(data.TargetContact, "LONE", "CP2"))
		}, []string{"CHAIR 1 100 → 80 for 1", "CHAIR 1 90 → 80 for 2", "CHAIR 10 100 → 70 for 1", "CHAIR 10 90 → 70 for 2"}},
		{"a customer's own discount counts on both sides", func(s *app.Session) {
			apptest.Add(t, s, data.SalesLineDiscounts, data.SalesLineDiscount{SalesType: data.ForCustomer, SalesCode: "10000", Code: "CHAIR", LineDiscount: data.Int(10)})
			rows := apptest.All(t, s, data.SalesPrices)
			s.Write(data.Msg("test"), func(tx *data.Tx) error {
				for i := range rows {
					rows[i].AllowLineDisc = true
					if err := data.SalesPrices.Update(tx, &rows[i]); err != nil {
						return err
					}
				}
				return nil
			})
		}, []string{"CHAIR 1 100 → 80 for 2", "CHAIR 1 90 → 72 for 1", "CHAIR 10 100 → 70 for 2", "CHAIR 10 90 → 63 for 1"}},
		{"a customer in another currency", func(s *app.Session) {
			apptest.Add(t, s, data.Currencies, data.Currency{Code: "EUR", AmountRounding: 1000, UnitAmountRounding: 1})
			apptest.Add(t, s, data.ExchangeRates, data.ExchangeRate{CurrencyCode: "EUR", ExchangeRateAmount: data.Int(1), RelationalAmount: data.Int(10)})
			customer := apptest.Get(t, s, data.Customers, data.CustomerNo("10000"))
			customer.CurrencyCode = "EUR"
			s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.Customers.Update(tx, &customer) })
		}, []string{"CHAIR 1 10 → 8 for 1", "CHAIR 1 100 → 80 for 2", "CHAIR 10 10 → 7 for 1", "CHAIR 10 100 → 70 for 2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newShop(t)
			customer := apptest.Get(t, s, data.Customers, data.CustomerNo("10000"))
			customer.AllowLineDisc = true
			if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.Customers.Update(tx, &customer) }); err != nil {
				t.Fatal(err)
			}
			apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1"), line(2, "LONE"), line(3, "BETA-1"))
			c.setup(s)
			got := changes(try(t, s, campaign.Activating))
			slices.Sort(got)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestDiscountsOfAGroupReachItsItems(t *testing.T) {
	s := newDesk(t)
	apptest.Add(t, s, data.ItemDiscGroups, data.ItemDiscountGroup{Code: "SEATS"})
	apptest.Add(t, s, data.Items, data.Item{No: "SOFA", UnitPrice: data.Int(500), DiscGroup: "SEATS"}, data.Item{No: "STOOL", UnitPrice: data.Int(50), DiscGroup: "SEATS"},
		data.Item{No: "THRONE", UnitPrice: data.Int(900), DiscGroup: "SEATS", Blocked: true})
	apptest.Add(t, s, data.SalesLineDiscounts, data.SalesLineDiscount{SalesType: data.ForCampaign, SalesCode: "CP1", Type: data.DiscountItemGroup, Code: "SEATS", LineDiscount: data.Int(20)})
	apptest.Add(t, s, data.SegmentLines, line(1, "LONE"))
	if diff := cmp.Diff([]string{"SOFA 1 500 → 400 for 1", "STOOL 1 50 → 40 for 1"}, changes(try(t, s, campaign.Activating))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFaults(t *testing.T) {
	price := func(item data.ItemNo, amount int64) func(*app.Session) {
		return func(s *app.Session) {
			apptest.Add(t, s, data.SalesPrices, priceRow("CP1", item, func(p *data.SalesPrice) { p.UnitPrice = data.Int(amount) }))
		}
	}
	dates := func(start, end data.Date) func(*app.Session) {
		return func(s *app.Session) {
			before := apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1"))
			after := before
			after.StartingDate, after.EndingDate = start, end
			campaign.Save(s, &before, &after)
		}
	}
	for _, c := range []struct {
		name    string
		targets []data.ContactNo
		setup   func(*app.Session)
		step    campaign.Step
		want    []string
	}{
		{"nothing wrong", []data.ContactNo{"ALFA"}, price("DESK", 250), campaign.Activating, nil},
		{"CP-79 no targets", nil, price("DESK", 250), campaign.Activating, []string{"fault-no-targets"}},
		{"CP-84 no rows", []data.ContactNo{"ALFA"}, func(s *app.Session) {
			campaignRows := apptest.All(t, s, data.SalesPrices)
			s.Write(data.Msg("test"), func(tx *data.Tx) error {
				for _, r := range campaignRows {
					if err := data.SalesPrices.Delete(tx, r.ID); err != nil {
						return err
					}
				}
				return nil
			})
		}, campaign.Activating, []string{"fault-no-rows"}},
		{"CP-84 over", []data.ContactNo{"ALFA"}, dates("", "2026-03-01"), campaign.Activating, []string{"fault-over"}},
		{"CP-84 not begun", []data.ContactNo{"ALFA"}, dates("2026-03-03", ""), campaign.Activating, []string{"fault-not-begun"}},
		{"below cost", []data.ContactNo{"ALFA"}, price("DESK", 199), campaign.Activating, []string{"fault-below-cost"}},
		{"below cost by price and discount together", []data.ContactNo{"ALFA"}, func(s *app.Session) {
			apptest.Add(t, s, data.SalesPrices, priceRow("CP1", "DESK", func(p *data.SalesPrice) { p.UnitPrice, p.AllowLineDisc = data.Int(210), true }))
			apptest.Add(t, s, data.SalesLineDiscounts, discountRow("CP1", "DESK"))
		}, campaign.Activating, []string{"fault-below-cost"}},
		{"above the list", []data.ContactNo{"ALFA"}, price("DESK", 301), campaign.Activating, []string{"fault-above-list"}},
		{"a price of nothing", []data.ContactNo{"ALFA"}, price("DESK", 0), campaign.Activating, []string{"fault-zero"}},
		{"a row that nobody gets", []data.ContactNo{"ALFA"}, func(s *app.Session) {
			apptest.Add(t, s, data.SalesPrices, data.SalesPrice{SalesType: data.ForAllCustomers, ItemNo: "DESK", UnitPrice: data.Int(220)})
			price("DESK", 250)(s)
		}, campaign.Activating, []string{"fault-dead-row"}},
		{"grave ones first", nil, price("DESK", 301), campaign.Activating, []string{"fault-no-targets", "fault-above-list"}},
		{"CP-80 activated again with somebody too many", []data.ContactNo{"ALFA"}, func(s *app.Session) {
			apptest.Add(t, s, data.CampaignTargets, target(data.TargetContact, "BETA", "CP1"))
		}, campaign.Activating, []string{"fault-drift"}},
		{"bringing in line mends that", []data.ContactNo{"ALFA"}, func(s *app.Session) {
			apptest.Add(t, s, data.CampaignTargets, target(data.TargetContact, "BETA", "CP1"))
		}, campaign.Aligning, nil},
		{"deactivating needs no targets", nil, func(*app.Session) {}, campaign.Deactivating, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newShop(t)
			for i, contact := range c.targets {
				apptest.Add(t, s, data.SegmentLines, line(i+1, contact))
			}
			c.setup(s)
			if diff := cmp.Diff(c.want, faults(try(t, s, c.step))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestConflicts(t *testing.T) {
	row := func(of data.SalesType, code string, amount int64, start, end data.Date, item data.ItemNo) data.SalesPrice {
		return data.SalesPrice{SalesType: of, SalesCode: code, ItemNo: item, UnitPrice: data.Int(amount), StartingDate: start, EndingDate: end}
	}
	for _, c := range []struct {
		name      string
		end       data.Date // of CP1
		prices    []data.SalesPrice
		discounts []data.SalesLineDiscount
		want      []campaign.Conflict
	}{
		{"nobody else", "", nil, nil, nil},
		{"another campaign that is dearer", "", []data.SalesPrice{row(data.ForCampaign, "CP2", 260, "", "2026-04-30", "DESK")}, nil,
			[]campaign.Conflict{{Other: "CP2", Wins: true, Parties: 1, To: "2026-04-30", Taken: data.Int(250), Passed: data.Int(260)}}},
		{"another campaign that is cheaper", "2026-03-31", []data.SalesPrice{row(data.ForCampaign, "CP2", 240, "2026-02-01", "", "DESK")}, nil,
			[]campaign.Conflict{{Other: "CP2", Parties: 1, From: "2026-02-01", To: "2026-03-31", Taken: data.Int(240), Passed: data.Int(250)}}},
		{"an agreement with the customer", "", []data.SalesPrice{row(data.ForCustomer, "10000", 240, "", "", "DESK")}, nil,
			[]campaign.Conflict{{Other: "10000", Agreement: true, Parties: 1, Taken: data.Int(240), Passed: data.Int(250)}}},
		{"one that begins later", "2026-03-31", []data.SalesPrice{row(data.ForCampaign, "CP2", 240, "2026-03-20", "", "DESK")}, nil,
			[]campaign.Conflict{{Other: "CP2", Parties: 1, From: "2026-03-20", To: "2026-03-31", Taken: data.Int(240), Passed: data.Int(250)}}},
		{"one that begins when this one is over", "2026-03-31", []data.SalesPrice{row(data.ForCampaign, "CP2", 240, "2026-04-01", "", "DESK")}, nil, nil},
		{"one that is over", "", []data.SalesPrice{row(data.ForCampaign, "CP2", 240, "", "2026-03-01", "DESK")}, nil, nil},
		{"another item", "", []data.SalesPrice{row(data.ForCampaign, "CP2", 40, "", "", "CHAIR")}, nil, nil},
		{"another customer's agreement", "", []data.SalesPrice{row(data.ForCustomer, "20000", 240, "", "", "DESK")}, nil, nil},
		{"both lose to a price for all", "", []data.SalesPrice{row(data.ForCampaign, "CP2", 240, "", "", "DESK"), row(data.ForAllCustomers, "", 100, "", "", "DESK")}, nil, nil},
		{"discounts", "", nil, []data.SalesLineDiscount{
			{SalesType: data.ForCampaign, SalesCode: "CP1", Code: "CHAIR", LineDiscount: data.Int(10)},
			{SalesType: data.ForCustomer, SalesCode: "10000", Code: "CHAIR", LineDiscount: data.Int(15)}},
			[]campaign.Conflict{{ItemNo: "CHAIR", Description: "Chair", Discount: true, Other: "10000", Agreement: true, Parties: 1, Taken: data.Int(15), Passed: data.Int(10)}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDesk(t)
			apptest.Add(t, s, data.Customers, data.Customer{No: "20000"})
			customer := apptest.Get(t, s, data.Customers, data.CustomerNo("10000"))
			customer.AllowLineDisc = true
			before := apptest.Get(t, s, data.Campaigns, data.CampaignNo("CP1"))
			after := before
			after.EndingDate = c.end
			if err := s.Write(data.Msg("test"), func(tx *data.Tx) error { return data.Customers.Update(tx, &customer) }); err != nil {
				t.Fatal(err)
			}
			apptest.Add(t, s, data.SalesPrices, row(data.ForCampaign, "CP1", 250, "", "", "DESK"))
			if err := campaign.Save(s, &before, &after); err != nil {
				t.Fatal(err)
			}
			apptest.Add(t, s, data.SalesPrices, c.prices...)
			apptest.Add(t, s, data.SalesLineDiscounts, c.discounts...)
			apptest.Add(t, s, data.SegmentLines, line(1, "ALFA-1"), line(2, "LONE"))
			apptest.Add(t, s, data.CampaignTargets, target(data.TargetCustomer, "10000", "CP2"))
			for i := range c.want {
				if c.want[i].ItemNo == "" {
					c.want[i].ItemNo, c.want[i].Description = "DESK", "Desk"
				}
			}
			if diff := cmp.Diff(c.want, try(t, s, campaign.Activating).Conflicts); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Pricing parties together gives what pricing everybody alone, before and after the step is carried out, gives.
func TestDryRunComesTrue(t *testing.T) {
	s := newDesk(t)
	apptest.Add(t, s, data.CustomerPriceGroups, data.PriceGroup{Code: "A"})
	contacts := []data.ContactNo{"ALFA", "BETA", "LONE"}
	for i := range 6 {
		no := data.ContactNo(fmt.Sprintf("GAMMA%d", i))
		contacts = append(contacts, no)
		apptest.Add(t, s, data.Contacts, data.Contact{No: no, Type: data.Company, CompanyNo: no})
		if i%2 == 0 {
			customer := data.CustomerNo(fmt.Sprintf("2000%d", i))
			group := data.CustomerPriceGroup("")
			if i%4 == 0 {
				group = "A"
			}
			apptest.Add(t, s, data.Customers, data.Customer{No: customer, PriceGroup: group, AllowLineDisc: true})
			apptest.Add(t, s, data.ContactBusinessRelations, data.ContactBusinessRelation{Code: "CUST", ContactNo: no, CustomerNo: customer})
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		defer apptest.Rewind(rt, s)()
		items := rapid.SampledFrom([]data.ItemNo{"CHAIR", "DESK"})
		buyers := rapid.SampledFrom([]data.Buyer{{Type: data.ForCampaign, Code: "CP1"}, {Type: data.ForCampaign, Code: "CP2"}, {Type: data.ForCustomer, Code: "10000"},
			{Type: data.ForCustomer, Code: "20000"}, {Type: data.ForGroup, Code: "A"}, {Type: data.ForAllCustomers}})
		err := s.Write(data.Msg("test"), func(tx *data.Tx) error {
			for range rapid.IntRange(1, 8).Draw(rt, "rows") {
				b, item := buyers.Draw(rt, "buyer"), items.Draw(rt, "item")
				quantity := data.Int(rapid.SampledFrom([]int64{0, 5}).Draw(rt, "minimum"))
				price := data.SalesPrice{SalesType: b.Type, SalesCode: b.Code, ItemNo: item, MinimumQuantity: quantity,
					UnitPrice: data.Int(rapid.Int64Range(1, 300).Draw(rt, "price")), AllowLineDisc: rapid.Bool().Draw(rt, "allowed")}
				discount := data.SalesLineDiscount{SalesType: b.Type, SalesCode: b.Code, Code: string(item), MinimumQuantity: quantity,
					LineDiscount: data.Int(rapid.Int64Range(0, 60).Draw(rt, "discount"))}
				if rapid.Bool().Draw(rt, "a price") {
					data.SalesPrices.Insert(tx, &price) // the same row again is refused, which is as well
				} else {
					data.SalesLineDiscounts.Insert(tx, &discount)
				}
			}
			for i, contact := range contacts {
				l := line(i+1, contact)
				l.ContactCompanyNo = ""
				l.CampaignTarget = rapid.Bool().Draw(rt, "targeted")
				if err := data.SegmentLines.Insert(tx, &l); err != nil {
					return err
				}
				for _, of := range []data.CampaignNo{"CP1", "CP2"} {
					if rapid.Bool().Draw(rt, "in the group") {
						row := target(data.TargetContact, string(contact), of)
						if err := data.CampaignTargets.Insert(tx, &row); err != nil {
							return err
						}
					}
				}
			}
			return nil
		})
		if err != nil {
			rt.Fatal(err)
		}
		step := rapid.SampledFrom([]campaign.Step{campaign.Activating, campaign.Aligning, campaign.Deactivating}).Draw(rt, "step")
		run := try(rt, s, step)
		before := pricesOfAll(rt, s, contacts)
		switch step {
		case campaign.Activating:
			campaign.Activate(s, "CP1") // refused when there are no targets
		case campaign.Aligning:
			campaign.BringInLine(s, "CP1") // refused when it is not activated
			if len(run.Leaving)+run.Staying == 0 {
				return
			}
		case campaign.Deactivating:
			campaign.Deactivate(s, "CP1")
		}
		want := map[string]int{}
		for who, price := range pricesOfAll(rt, s, contacts) {
			if price != before[who] {
				want[fmt.Sprintf("%s %s → %s", who.line, before[who], price)]++
			}
		}
		own := map[string]bool{} // lines that the campaign has rows for
		for _, p := range apptest.All(rt, s, data.SalesPrices, data.Equal("sales_code", "CP1")) {
			own[fmt.Sprintf("%s %s", p.ItemNo, max(p.MinimumQuantity, data.One))] = true
		}
		for _, d := range apptest.All(rt, s, data.SalesLineDiscounts, data.Equal("sales_code", "CP1")) {
			own[fmt.Sprintf("%s %s", d.Code, max(d.MinimumQuantity, data.One))] = true
		}
		got := map[string]int{}
		for _, c := range run.Changes {
			got[fmt.Sprintf("%s %s %s → %s", c.ItemNo, c.Quantity, c.Before, c.After)] += c.Parties
		}
		for change := range want {
			var item, quantity string
			fmt.Sscan(change, &item, &quantity)
			if !own[item+" "+quantity] {
				delete(want, change)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatalf("(-what came +what was announced):\n%s", diff)
		}
	})
}

// asking is somebody asking for the price of a line.
type asking struct {
	contact data.ContactNo
	line    string
}

// pricesOfAll prices both items in both quantities for each contact alone.
func pricesOfAll(t apptest.T, s *app.Session, contacts []data.ContactNo) map[asking]data.Amount {
	t.Helper()
	prices := map[asking]data.Amount{}
	for _, contact := range contacts {
		party, err := pricing.PartyOf(s.DB, s.Setup, "", contact, s.WorkDate)
		if err != nil {
			t.Fatalf("%v", err)
		}
		book, err := pricing.Load(s.DB, s.Setup, []data.ItemNo{"CHAIR", "DESK"}, party)
		if err != nil {
			t.Fatalf("%v", err)
		}
		for _, item := range []data.ItemNo{"CHAIR", "DESK"} {
			for _, quantity := range []data.Amount{data.One, data.Int(5)} {
				line, err := book.Line(party, item, "", "", quantity, s.WorkDate)
				if err != nil {
					t.Fatalf("%v", err)
				}
				best := book.Best(&line)
				paid, err := data.AmountOf(best.UnitPrice.Decimal().Mul((data.Int(100) - best.Discount).Decimal()).Shift(-2))
				if err != nil {
					t.Fatalf("%v", err)
				}
				prices[asking{contact, fmt.Sprintf("%s %s", item, quantity)}] = paid
			}
		}
	}
	return prices
}
