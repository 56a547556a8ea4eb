package windows_test

import (
	"context"
	"path/filepath"
	"testing"

	"campaigndesk/app/company"
	"campaigndesk/app/demo"
	"campaigndesk/data"
	"campaigndesk/windows"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"
)

// all is the register with Home.
func all() []page.Entry {
	return append(windows.All(), page.Entry{Name: "home", Caption: "home", Open: windows.Home})
}

func TestContract(t *testing.T) { pagetest.Contract(t, all()) }

func TestContractInTheMainWindow(t *testing.T) {
	pagetest.ContractInMain(t, windows.All(), windows.Home)
}

func TestContractInAnEmptyCompany(t *testing.T) {
	db, err := company.New(filepath.Join(t.TempDir(), "empty.campaigndesk"), company.Choices{Name: "Test AB", Language: "en", Region: "sv", Currency: "SEK"})
	open(t, db, err)
}

// Lists of 100,000 rows open like any other.
func TestContractInALargeCompany(t *testing.T) {
	if testing.Short() {
		t.Skip("making it takes some seconds")
	}
	sizes := demo.Sizes{Contacts: 20_000, Customers: 2_000, Items: 2_000, Prices: 100_000, Discounts: 20_000, Campaigns: 30, SegmentLines: 50,
		Interactions: 500, Quotes: 20, LongestQuote: 200}
	db, err := demo.Large(context.Background(), filepath.Join(t.TempDir(), "large.campaigndesk"), sizes, 1, func(int, int) {})
	open(t, db, err)
}

func open(t *testing.T, db *data.DB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	pagetest.ContractIn(t, db, all())
}
