// Package company makes new companies.
package company

import (
	"context"
	"fmt"
	"os"
	"strings"

	"campaigndesk/app/locale"
	"campaigndesk/app/text"
	"campaigndesk/data"
)

// Choices are what is asked before a company is made.
type Choices struct {
	Name     string            // of the company, not blank
	Language string            // of the program's words: "en" or "sv"
	Region   string            // how dates and numbers are written: "sv", "en-GB", …
	Currency data.CurrencyCode // name of the local currency, for show
	Prefix   string            // of this laptop, before every number it gives; blank for a single laptop (CP-49)
}

// New makes a company file that is ready for the first campaign and the first call, and opens it: settings, number series, six campaign
// statuses (CP-3), what contacts and interactions start with (see fillMarketing), and nothing to undo. It refuses a file that exists and a blank or too long choice, leaving no file.
func New(path string, c Choices) (*data.DB, error) {
	c.Name, c.Prefix = strings.TrimSpace(c.Name), strings.TrimRight(strings.TrimSpace(c.Prefix), "-")
	if c.Name == "" {
		return nil, data.Msg("must-not-be-blank").At("company_name")
	}
	region, ok := locale.Find(c.Region)
	if !ok {
		return nil, fmt.Errorf("no region %q", c.Region)
	}
	db, err := data.Create(path, c.Name)
	if err != nil {
		return nil, err
	}
	words := text.For(c.Language, region)
	if err := db.Remember(context.Background(), func(tx *data.Tx) error { return fill(tx, c, words) }); err != nil {
		Discard(db)
		return nil, err
	}
	return db, nil
}

// Discard closes a company and removes its file; for one that could not be finished.
func Discard(db *data.DB) {
	db.Close()
	os.Remove(db.Path())
}

// statuses are the campaign statuses of a new company in the order of their codes (CP-2).
var statuses = []data.CampaignStatusCode{"1-PLAN", "2-APP", "3-INIT", "4-SCH", "5-START", "9-DONE"}

// series are the number series of a new company: code, first and last number (CP-49), and the setting that points at it.
var series = []struct {
	code        data.NoSeriesCode
	first, last string
	setting     func(*data.Setup) *data.NoSeriesCode
}{
	{"CAMP", "CP0001", "CP9999", func(s *data.Setup) *data.NoSeriesCode { return &s.CampaignNos }},
	{"SEG", "SM00001", "SM99999", func(s *data.Setup) *data.NoSeriesCode { return &s.SegmentNos }},
	{"CONT", "CT000001", "CT999999", func(s *data.Setup) *data.NoSeriesCode { return &s.ContactNos }},
	{"CUST", "CU00001", "CU99999", func(s *data.Setup) *data.NoSeriesCode { return &s.CustomerNos }},
	{"ITEM", "IT00001", "IT99999", func(s *data.Setup) *data.NoSeriesCode { return &s.ItemNos }},
	{"QUOTE", "SQ00001", "SQ99999", func(s *data.Setup) *data.NoSeriesCode { return &s.QuoteNos }},
}

func fill(tx *data.Tx, c Choices, words *text.Catalogue) error {
	setup, err := data.GetSetup(tx)
	if err != nil {
		return err
	}
	setup.Language, setup.Region, setup.LCYCode, setup.LaptopPrefix = words.Language(), c.Region, c.Currency, c.Prefix
	before := ""
	if c.Prefix != "" {
		before = c.Prefix + "-"
	}
	for _, s := range series {
		row := data.NoSeries{Code: s.code, Description: words.T("series-" + strings.ToLower(string(s.code))), DefaultNos: true, ManualNos: true}
		if err := data.NoSeriesTable.Insert(tx, &row); err != nil {
			return err
		}
		line := data.NoSeriesLine{SeriesCode: s.code, LineNo: 10000, StartingNo: before + s.first, EndingNo: before + s.last, IncrementBy: 1, Open: true}
		if err := data.NoSeriesLines.Insert(tx, &line); err != nil {
			return err
		}
		*s.setting(&setup) = s.code
	}
	for _, code := range statuses {
		row := data.CampaignStatus{Code: code, Description: words.T("status-" + strings.ToLower(string(code)))}
		if err := data.CampaignStatuses.Insert(tx, &row); err != nil {
			return err
		}
	}
	if err := fillMarketing(tx, &setup, words); err != nil {
		return err
	}
	return data.Setups.Update(tx, &setup)
}
