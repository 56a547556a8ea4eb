package data

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// generated is a company of some thousand records, for tests that only read.
func generated(t *testing.T) *DB {
	t.Helper()
	db := newCompany(t)
	if err := fill(db, sizes{contacts: 5000, customers: 200, items: 300, campaigns: 20, prices: 6000}); err != nil {
		t.Fatal(err)
	}
	return db
}

// A list scrolled through at random shows what reading all of the view at once shows.
func TestAListIsItsViewWhereverOneLooks(t *testing.T) {
	db := generated(t)
	check := func(t *rapid.T, v View, open func(View) (length int, at func(int) (int64, error), index func(int64) int), all []int64) {
		length, at, index := open(v)
		if length != len(all) {
			t.Fatalf("%d rows instead of %d", length, len(all))
		}
		for range rapid.IntRange(1, 5).Draw(t, "looks") {
			row := rapid.IntRange(-1, len(all)).Draw(t, "row")
			id, err := at(row)
			if row < 0 || row >= len(all) {
				if !errors.Is(err, ErrNotFound) {
					t.Fatalf("row %d: %d, %v", row, id, err)
				}
				continue
			}
			if err != nil || id != all[row] {
				t.Fatalf("row %d is record %d, want %d, %v", row, id, all[row], err)
			}
			if got := index(id); got != row {
				t.Fatalf("record %d is found in row %d, want %d", id, got, row)
			}
		}
		if index(-1) != -1 {
			t.Fatal("a record that does not exist is found")
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		v := View{Desc: rapid.Bool().Draw(t, "descending")}
		if rapid.Bool().Draw(t, "contacts") {
			v.Sort = rapid.SampledFrom([]string{"", "no", "name", "city", "company_name", "customer_no", "type"}).Draw(t, "sort")
			v.Search = rapid.SampledFrom([]string{"", "", "e", "ev", "eva1 ö", "öb", "a firma", "nobody", "&"}).Draw(t, "search")
			if rapid.Bool().Draw(t, "filtered") {
				v.Filters = map[string]string{"city": rapid.SampledFrom([]string{"lund", "ö*", "<>ystad", "l..s"}).Draw(t, "filter")}
			}
			check(t, v, opener(t, db, Contacts), idsOf(t, db, Contacts, v))
			return
		}
		v.Sort = rapid.SampledFrom([]string{"", "sales_code", "unit_price", "starting_date", "description", "unit_code"}).Draw(t, "sort")
		v.Search = rapid.SampledFrom([]string{"", "", "", "skrivbord 7", "cp0003", "'cp0003'"}).Draw(t, "search")
		check(t, v, opener(t, db, SalesPrices), idsOf(t, db, SalesPrices, v))
	})
}

func opener[T any](t *rapid.T, db *DB, table *Table[T]) func(View) (int, func(int) (int64, error), func(int64) int) {
	return func(v View) (int, func(int) (int64, error), func(int64) int) {
		list, err := table.Open(db, v)
		if err != nil {
			t.Fatal(err)
		}
		return list.Len(), func(row int) (int64, error) {
			record, err := list.At(row)
			return table.ID(&record), err
		}, list.IndexOf
	}
}

func idsOf[T any](t *rapid.T, db *DB, table *Table[T], v View) (ids []int64) {
	records, err := table.Select(db, v)
	if err != nil {
		t.Fatal(err)
	}
	for i := range records {
		ids = append(ids, table.ID(&records[i]))
	}
	return ids
}

// However a search is carried out, through the index or along the order of the list, it finds the same.
func TestAllWaysOfSearchingFindTheSame(t *testing.T) {
	db := generated(t)
	for _, words := range []string{"e", "ev", "eva", "eva1", "ö", "öberg", "ek 1", "08", "example.se", "a5@ex", "firma 12", "zz"} {
		var found [3][]int64
		for i, way := range []searchWay{throughIndex, alongOrder, rowByRow} {
			query, args, err := Contacts.idsSQL(View{Search: words, Sort: "name"}, way)
			if err != nil {
				t.Fatal(err)
			}
			if found[i], err = column1[int64](db, query, append(args, 10_000)...); err != nil {
				t.Fatal(err)
			}
		}
		for _, other := range found[1:] {
			if diff := cmp.Diff(found[0], other); diff != "" {
				t.Errorf("%s: %s", words, diff)
			}
		}
		if n, err := Contacts.Count(db, View{Search: words}); err != nil || n != len(found[0]) {
			t.Errorf("%s: %d counted, %d found, %v", words, n, len(found[0]), err)
		}
	}
}

func TestListsAreInSwedishOrder(t *testing.T) {
	db := newCompany(t)
	cities := []string{"", "alingsås", "Arvika", "Évora", "Eslöv", "zürich", "Åmål", "Ängelholm", "ärla", "Örebro", "østerby"}
	write(t, db, func(tx *Tx) error {
		for i, city := range cities {
			c := Contact{No: ContactNo(fmt.Sprint("C", 100-i)), City: city, Name: city, JobTitle: city}
			if err := Contacts.Insert(tx, &c); err != nil {
				return err
			}
		}
		return nil
	})
	want := []string{"", "alingsås", "Arvika", "Eslöv", "Évora", "zürich", "Åmål", "Ängelholm", "ärla", "Örebro", "østerby"}
	for _, column := range []string{"city", "name", "job_title"} {
		contacts, err := Contacts.Select(db, View{Sort: column})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range contacts {
			got = append(got, c.City)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("by %s: %s", column, diff)
		}
	}
}

func TestAListReadsAnewAfterAChange(t *testing.T) {
	db := companyWith(t, "CP1", "CP3")
	list, err := Campaigns.Open(db, View{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := list.At(1); err != nil {
		t.Fatal(err)
	}
	addCampaigns(t, db, "CP2")
	if err := list.Reload(); err != nil {
		t.Fatal(err)
	}
	var got []CampaignNo
	for row := range list.Len() {
		c, err := list.At(row)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, c.No)
	}
	if diff := cmp.Diff([]CampaignNo{"CP1", "CP2", "CP3"}, got); diff != "" {
		t.Error(diff)
	}
}

// A filter on a column that is looked up in another table goes another way than one on a stored column, to the same rows.
func TestAFilterOnALookedUpColumnFindsTheSame(t *testing.T) {
	db := generated(t)
	write(t, db, func(tx *Tx) error {
		if err := SegmentHeaders.Insert(tx, &SegmentHeader{No: "S1"}); err != nil {
			return err
		}
		for i, contact := range []ContactNo{"", "CT000001", "CT000002", "", "CT000004"} {
			if err := SegmentLines.Insert(tx, &SegmentLine{SegmentNo: "S1", LineNo: i, ContactNo: contact, ContactCompanyNo: contact}); err != nil {
				return err
			}
		}
		_, err := tx.exec("UPDATE contact SET phone_no='' WHERE no='CT000002'")
		return err
	})
	for _, test := range []struct {
		table   *shape
		column  string
		filters []string
	}{
		{SalesPrices.shape, "description", []string{"*7*", "<>*7*", "skrivbord 12 för*", "''", "<>''", "a..skrivbord 2", "> t"}},
		{SegmentLines.shape, "phone_no", []string{"08*", "<>08*", "''", "<>''", "08-000001|''", "*4"}},
		{SegmentLines.shape, "company_name", []string{"*a*", "<>*a*", "''"}},
		{SegmentHeaders.shape, "campaign_name", []string{"''", "x"}},
	} {
		c := test.table.column(test.column)
		if c.lookup.table == "" {
			t.Errorf("%s.%s is not looked up", test.table.name, test.column)
		}
		for _, filter := range test.filters {
			plain, err := test.table.compileOn(c, c.sql(), filter, View{})
			if err != nil {
				t.Fatal(err)
			}
			fast, err := test.table.compile(test.column, filter, View{})
			if err != nil {
				t.Fatal(err)
			}
			want, err := column1[int64](db, "SELECT id FROM "+test.table.name+" WHERE "+plain.SQL, plain.Args...)
			if err != nil {
				t.Fatal(err)
			}
			got, err := column1[int64](db, "SELECT id FROM "+test.table.name+" WHERE "+fast.SQL, fast.Args...)
			if err != nil {
				t.Fatal(err)
			}
			slices.Sort(want)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s %s: %s", test.column, filter, diff)
			}
		}
	}
}

func TestListsAreReadWhileACommandWrites(t *testing.T) {
	db := generated(t)
	var readers sync.WaitGroup
	write(t, db, func(tx *Tx) error {
		if _, err := tx.exec("DELETE FROM sales_price"); err != nil {
			return err
		}
		for range 8 {
			readers.Go(func() {
				if list, err := SalesPrices.Open(db, View{}); err != nil || list.Len() != 6000 {
					t.Errorf("a list of %v rows, %v", list.Len(), err)
				}
			})
		}
		readers.Wait()
		return nil
	})
	if n, err := SalesPrices.Count(db, View{}); err != nil || n != 0 {
		t.Errorf("afterwards %d, %v", n, err)
	}
}
