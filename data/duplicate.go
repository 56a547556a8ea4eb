package data

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"campaigndesk/data/filter"
)

// PartOfField says which end of a field is compared.
type PartOfField int

const (
	FirstPart PartOfField = iota
	LastPart
)

// DuplicateSearchField is one of the things that companies are compared by (CO-49b).
type DuplicateSearchField struct {
	ID     int64       `db:"id"`
	Field  string      `db:"field,text=30"` // a column of contacts, one of ComparedFields
	Part   PartOfField `db:"part"`
	Length int         `db:"length"` // characters, 2–10
}

// ContactDuplicate is a pair of companies that may be the same (CO-49f).
type ContactDuplicate struct {
	ID            int64     `db:"id"`
	ContactNo     ContactNo `db:"contact_no,code=20"` // the one with the lower number
	DuplicateNo   ContactNo `db:"duplicate_no,code=20"`
	Hits          int       `db:"hits"`     // equal strings
	Separate      bool      `db:"separate"` // Separate Contacts: not the same, not to be reported again
	ContactName   string    `db:"contact_name,calc"`
	DuplicateName string    `db:"duplicate_name,calc"`
}

// The tables of the duplicate search.
var (
	DuplicateSearchFields = newTable[DuplicateSearchField]("duplicate_search_setup", "field part", "", nil)
	ContactDuplicates     = newTable[ContactDuplicate]("contact_duplicate", "contact_no duplicate_no", "", map[string]string{
		"contact_name":   "SELECT name FROM contact WHERE contact.no=contact_duplicate.contact_no",
		"duplicate_name": "SELECT name FROM contact WHERE contact.no=contact_duplicate.duplicate_no",
	})
)

// ComparedFields are the columns of contacts that companies can be compared by.
var ComparedFields = []string{"name", "name_2", "address", "address_2", "city", "post_code", "phone_no", "mobile_phone_no", "fax_no",
	"e_mail", "home_page", "vat_registration_no", "registration_no"}

const leftOut = "+\"&/,.;:-_(){}#!£$\\"

// SearchString is what one field of a company is compared by: its first or last characters without blanks and punctuation, in
// capitals (CO-49c). SQL knows it as searchstring.
func SearchString(value string, part PartOfField, length int) string {
	kept := []rune(strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00a0' || strings.ContainsRune(leftOut, r) {
			return -1
		}
		return r
	}, filter.Fold(value)))
	switch {
	case len(kept) <= length:
	case part == FirstPart:
		kept = kept[:length]
	default:
		kept = kept[len(kept)-length:]
	}
	return string(kept)
}

// searchStrings is the query of the strings (contact, setup, string) of the companies that a condition picks out of rows with
// the columns of contacts.
func searchStrings(row, from string) string {
	var value strings.Builder
	for _, field := range ComparedFields {
		fmt.Fprintf(&value, " WHEN '%s' THEN %s.%s", field, row, field)
	}
	return fmt.Sprintf(`SELECT contact, setup, string FROM (SELECT %s.id AS contact, s.id AS setup,
		searchstring(CASE s.field%s END, s.part, s.length) AS string FROM %s) WHERE string <> ''`, row, value.String(), from)
}

// duplicateTriggers keep the strings of companies in step with their fields, also through undo, as long as Setup says so.
func duplicateTriggers() []string {
	maintained := "(SELECT maintain_search_strings FROM setup)"
	put := "INSERT INTO contact_search_string " + searchStrings("NEW", "duplicate_search_setup AS s WHERE NEW.type=0") + ";"
	drop := "DELETE FROM contact_search_string WHERE contact=OLD.id;"
	var changed []string
	for _, field := range append([]string{"type"}, ComparedFields...) {
		changed = append(changed, fmt.Sprintf("NEW.%s <> OLD.%[1]s", field))
	}
	return []string{
		fmt.Sprintf("CREATE TEMP TRIGGER duplicate_insert AFTER INSERT ON main.contact WHEN %s BEGIN %s END", maintained, put),
		fmt.Sprintf("CREATE TEMP TRIGGER duplicate_update AFTER UPDATE ON main.contact WHEN %s AND (%s) BEGIN %s %s END", maintained,
			strings.Join(changed, " OR "), drop, put),
		"CREATE TEMP TRIGGER duplicate_delete AFTER DELETE ON main.contact BEGIN " + drop + " END",
	}
}

// RebuildSearchStrings makes the strings of all companies anew: when they begin to be maintained, or are made another way
// (CO-49g). They are no part of the journal, so that this is to be done again after an undo of that.
func RebuildSearchStrings(tx *Tx) error {
	if _, err := tx.exec("DELETE FROM contact_search_string"); err != nil {
		return err
	}
	_, err := tx.exec("INSERT INTO contact_search_string " + searchStrings("contact", "contact CROSS JOIN duplicate_search_setup AS s WHERE contact.type=0"))
	return err
}

// LikeContact finds companies that have at least as many strings in common with a contact, stored or just being typed, as
// Setup asks for, the most alike first, at most limit (CO-49d). The strings must be maintained.
func LikeContact(r Reader, c Contact, limit int) ([]Contact, error) {
	fields, err := DuplicateSearchFields.Select(r, View{})
	if err != nil {
		return nil, err
	}
	setup, err := GetSetup(r)
	if err != nil {
		return nil, err
	}
	type compared struct {
		Setup  int64  `json:"p"`
		String string `json:"s"`
	}
	var all []compared
	for _, f := range fields {
		value := reflect.ValueOf(c).Field(Contacts.column(f.Field).index).String()
		if text := SearchString(value, f.Part, f.Length); text != "" {
			all = append(all, compared{f.ID, text})
		}
	}
	needed := hitsNeeded(len(fields), setup.SearchHit)
	if len(all) < needed {
		return nil, nil
	}
	list, err := json.Marshal(all)
	if err != nil {
		return nil, err
	}
	ids, err := column1[int64](r, `SELECT contact FROM json_each(?) CROSS JOIN contact_search_string AS s ON s.string=value->>'s' AND s.setup=value->>'p'
		WHERE contact<>? GROUP BY contact HAVING count(*) >= ? ORDER BY count(*) DESC, contact LIMIT ?`, string(list), c.ID, needed, limit)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return Contacts.ByIDs(r, ids)
}

// hitsNeeded is how many equal strings make two companies duplicates: the per cent of the fields, rounded up (CO-49d).
func hitsNeeded(fields int, hit Amount) int {
	hundred := int64(Int(100))
	return max(1, int((int64(fields)*int64(hit)+hundred-1)/hundred))
}

// duplicatePairs is the query of all pairs of companies with at least ?1 equal strings. Whoever has so many in common with another
// has one of them among its rarest: all but ?1-1 of its own, in an order that is the same for all. Only who shares such a
// one is compared, so that a city that everybody shares costs nothing.
const duplicatePairs = `WITH frequency AS (SELECT string, setup, count(*) AS n FROM contact_search_string GROUP BY string, setup),
	ranked AS (SELECT contact, s.setup, s.string, row_number() OVER (PARTITION BY contact ORDER BY n, s.setup, s.string) AS place,
		count(*) OVER (PARTITION BY contact) AS size
		FROM contact_search_string AS s JOIN frequency AS f ON f.string=s.string AND f.setup=s.setup),
	rare AS MATERIALIZED (SELECT contact, setup, string FROM ranked WHERE place <= size-?1+1),
	candidate AS (SELECT DISTINCT a.contact AS one, b.contact AS other FROM rare AS a JOIN rare AS b
		ON b.string=a.string AND b.setup=a.setup AND b.contact > a.contact)
	SELECT one, other, count(*) AS hits FROM candidate
	CROSS JOIN contact_search_string AS a ON a.contact=one
	CROSS JOIN contact_search_string AS b ON b.contact=other AND b.setup=a.setup AND b.string=a.string
	GROUP BY one, other HAVING count(*) >= ?1`

// FindDuplicates looks for all pairs of companies that are duplicates and puts the new ones among the found ones, each once
// (CO-49d, CO-49f). Pairs that are none any more leave the list, but for those marked as separate. It returns how many are
// new. The strings must be maintained.
func FindDuplicates(tx *Tx) (int, error) {
	fields, err := scalar[int](tx, "SELECT count(*) FROM duplicate_search_setup")
	if err != nil {
		return 0, err
	}
	setup, err := GetSetup(tx)
	if err != nil {
		return 0, err
	}
	pairs, err := scalar[string](tx, `SELECT json_group_array(json_array(min(c.no, d.no), max(c.no, d.no), hits)) FROM (`+duplicatePairs+`)
		JOIN contact AS c ON c.id=one JOIN contact AS d ON d.id=other`, hitsNeeded(fields, setup.SearchHit))
	if err != nil {
		return 0, err
	}
	if _, err := tx.exec(`DELETE FROM contact_duplicate WHERE separate=0
		AND (contact_no, duplicate_no) NOT IN (SELECT value->>0, value->>1 FROM json_each(?))`, pairs); err != nil {
		return 0, err
	}
	result, err := tx.exec(`INSERT INTO contact_duplicate (contact_no, duplicate_no, hits)
		SELECT value->>0, value->>1, value->>2 FROM json_each(?) WHERE true ORDER BY 1, 2 ON CONFLICT DO NOTHING`, pairs)
	if err != nil {
		return 0, err
	}
	found, err := result.RowsAffected()
	return int(found), err
}
