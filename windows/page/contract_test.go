package page_test

import (
	"testing"

	"campaigndesk/app"
	"campaigndesk/data/datatest"
	"campaigndesk/windows/page"
	"campaigndesk/windows/pagetest"
)

// The sample windows keep the contract of all windows, so that what breaks it elsewhere is the window's own.
func TestContract(t *testing.T) {
	all := append(register(),
		page.Entry{Name: "home", Caption: "home", Open: home},
		page.Entry{Name: "campaign-card", Caption: "campaign-card", Open: func(s *app.Session) page.Page { return campaign(s, 1) }})
	pagetest.Contract(t, all)
}

func TestContractInTheMainWindow(t *testing.T) { pagetest.ContractInMain(t, register(), home) }

func TestContractInAnEmptyCompany(t *testing.T) { pagetest.ContractIn(t, datatest.New(t), register()) }
