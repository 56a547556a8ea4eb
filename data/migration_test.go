package data

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// oldCompany makes a company file of the first format, with the given rows.
func oldCompany(t *testing.T, rows ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "old.campaigndesk")
	file, err := sql.Open("sqlite", address(path, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows = append([]string{"INSERT INTO setup (id, language) VALUES (1, 'sv')"}, rows...)
	if _, err := file.Exec(fmt.Sprintf("BEGIN; %s; %s; PRAGMA application_id=%d; PRAGMA user_version=1; COMMIT", migrations[0], strings.Join(rows, ";"), applicationID)); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestACompanyOfTheFirstFormatKeepsWhatItHas(t *testing.T) {
	path := oldCompany(t,
		"INSERT INTO campaign (no) VALUES ('CP1'), ('CP2')",
		"INSERT INTO customer (no, name) VALUES ('C1', 'Alfa AB')",
		`INSERT INTO contact (id, no, type, name, company_no, company_name, territory_code) VALUES
			(7, 'CT1', 0, 'Alfa åb', 'CT1', 'Alfa åb', 'NORTH'), (8, 'CT2', 1, 'Eva Ek', 'CT1', 'Alfa åb', ''), (9, 'CT3', 1, 'Gone', NULL, '', 'NORTH')`,
		"DELETE FROM contact WHERE no='CT3'",
		"INSERT INTO contact_customer (contact_no, customer_no) VALUES ('CT1', 'C1')",
		"INSERT INTO comment_line (campaign_no, line_no, comment) VALUES ('CP1', 10000, 'Call')",
		"INSERT INTO segment_header (no) VALUES ('SM2')",
		"INSERT INTO segment_line (segment_no, line_no, contact_no, contact_company_no) VALUES ('SM2', 10000, 'CT2', 'CT1')",
		`INSERT INTO interaction (contact_no, contact_company_no, date, description, cost, campaign_no, campaign_target, segment_no, canceled, postponed) VALUES
			('CT2', 'CT1', '2026-02-02', 'Letter', 800000, 'CP1', 1, 'SM1', 0, 0), ('CT1', 'CT1', '2026-02-01', 'Letter', 100000, 'CP1', 1, 'SM1', 1, 0),
			('CT1', 'CT1', '2026-03-01', 'Call', 0, 'CP1', 0, '', 0, 0), ('CT1', 'CT1', '2026-03-01', 'Later', 0, 'CP1', 0, '', 0, 1),
			('CT1', 'CT1', '2026-03-01', 'Old', 0, 'GONE', 0, '', 0, 0)`)
	db, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	get := func(query string) string {
		text, err := scalar[string](db, query)
		if err != nil {
			t.Errorf("%v in %s", err, query)
		}
		return text
	}
	for _, c := range []struct{ what, query, want string }{
		{"contacts with their ids and references", "SELECT group_concat(concat_ws(' ', id, no, search_name, territory_code), ', ') FROM contact", "7 CT1 ALFA ÅB NORTH, 8 CT2 EVA EK"},
		{"no id is given again", "SELECT seq FROM sqlite_sequence WHERE name='contact'", "9"},
		{"what was a free text is a territory", "SELECT group_concat(code) FROM territory", "NORTH"},
		{"the link to the customer", "SELECT contact_no || business_relation_code || customer_no FROM contact_business_relation", "CT1CUSTC1"},
		{"the business relation of customers", "SELECT code || ' ' || description FROM business_relation", "CUST Kund"},
		{"comments", "SELECT concat_ws(' ', table_name, no, sub_no, line_no, comment) FROM comment_line", "1 CP1 0 10000 Call"},
		{"logged segments", "SELECT concat_ws(' ', id, segment_no, description, creation_date) FROM logged_segment", "1 SM1 Letter 2026-02-02"},
		{"campaign entries", "SELECT group_concat(concat_ws(' ', id, campaign_no, segment_no, date, description, register_no), ', ') FROM campaign_entry", "1 CP1 SM1 2026-02-01 Letter 1, 2 CP1  2026-03-01  0"},
		{"interactions in them", "SELECT group_concat(concat_ws(' ', id, description, campaign_entry_no, logged_segment_no, canceled_with), ', ') FROM interaction",
			"1 Letter 1 1 0, 2 Letter 1 1 1, 3 Call 2 0 0, 4 Later 0 0 0, 5 Old 0 0 0"},
		{"what companies are compared by", "SELECT count(*) FROM duplicate_search_setup", "16"},
		{"no reference is broken", "SELECT count(*) FROM pragma_foreign_key_check", "0"},
		{"the file is sound", "SELECT * FROM pragma_integrity_check", "ok"},
	} {
		if diff := cmp.Diff(c.want, get(c.query)); diff != "" {
			t.Errorf("%s: %s", c.what, diff)
		}
	}
	setup, err := GetSetup(db)
	if err != nil || !setup.InheritAddress || setup.SearchHit != Int(60) {
		t.Errorf("setup %+v, %v", setup, err)
	}
	write(t, db, func(tx *Tx) error { return Contacts.Insert(tx, &Contact{No: "CT4", TerritoryCode: "NORTH"}) })
	if _, err := db.Undo(t.Context()); err != nil {
		t.Errorf("undo in the new format: %v", err)
	}
}
