package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestSearchFindsRecordsByTheBeginningsOfTheirWords(t *testing.T) {
	db := newCompany(t)
	write(t, db, func(tx *Tx) error {
		for _, err := range []error{
			Campaigns.Insert(tx, &Campaign{No: "CP1", Description: "Kök & bad, våren"}),
			Contacts.Insert(tx, &Contact{No: "CT1", Name: "Åsa Öberg", City: "Malmö", EMail: "asa.oberg@example.se", PhoneNo: "040-12 34"}),
			Customers.Insert(tx, &Customer{No: "C1", Name: "Öbergs Kök AB"}),
			Items.Insert(tx, &Item{No: "1000", Description: `Bänkskiva 60" (ek)`}),
			SegmentHeaders.Insert(tx, &SegmentHeader{No: "SM1", Description: "Kök i Skåne"}),
			QuoteHeaders.Insert(tx, &QuoteHeader{No: "Q1", Name: "Öbergs Kök AB"}),
			Salespeople.Insert(tx, &Salesperson{Code: "AÖ", Name: "Anna Öst"}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	for words, want := range map[string]string{
		"kök":                  "CP1 SM1 Q1 C1",
		"KÖK öb":               "Q1 C1",
		"öb":                   "Q1 CT1 C1",
		"oberg":                "CT1", // of the e-mail address; Ö is not O
		"asa.oberg@example.se": "CT1",
		"040-12":               "CT1",
		"malmö åsa":            "CT1",
		"60\"":                 "1000",
		"(ek":                  "1000",
		"ao\u0308":             "AÖ",
		"bad AND våren":        "",
		"NEAR(kök bad)":        "",
		"  ":                   "",
		"*":                    "",
		"\"":                   "",
	} {
		hits, err := Search(db, words, 10)
		if err != nil {
			t.Errorf("%q: %v", words, err)
		}
		var got []string
		for _, h := range hits {
			got = append(got, h.No)
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q: %s", words, diff)
		}
	}
	if hits, err := Search(db, "kök", 0); err != nil || len(hits) != 0 {
		t.Errorf("none wanted: %v %v", hits, err)
	}
}

// Whatever was written, undone or written in bulk, the index knows the words of each contact.
func TestTheSearchIndexFollowsEveryChange(t *testing.T) {
	db := newCompany(t)
	if _, err := db.writer.conn.ExecContext(t.Context(), "PRAGMA synchronous=OFF"); err != nil {
		t.Fatal(err)
	}
	n := 0
	name := rapid.SampledFrom([]string{"Åsa", "åsa öberg", "Eva", "", "Bo-Ek", "\U0001F600"})
	insert := func(tx *Tx, name string) error {
		n++
		return Contacts.Insert(tx, &Contact{No: ContactNo(fmt.Sprint("N", n)), Name: name})
	}
	rapid.Check(t, func(t *rapid.T) {
		do := func(fn func(*Tx) error) {
			if err := db.Write(t.Context(), Msg("test"), fn); err != nil {
				t.Fatal(err)
			}
		}
		change := func(tx *Tx, name string, rest int) error {
			_, err := tx.exec("UPDATE contact SET name=? WHERE id % 3 = ?", name, rest)
			return err
		}
		t.Repeat(map[string]func(*rapid.T){
			"insert": func(t *rapid.T) {
				name := name.Draw(t, "name")
				do(func(tx *Tx) error { return insert(tx, name) })
			},
			"change": func(t *rapid.T) {
				name, rest := name.Draw(t, "name"), rapid.IntRange(0, 2).Draw(t, "rest")
				do(func(tx *Tx) error { return change(tx, name, rest) })
			},
			"delete": func(t *rapid.T) {
				rest := rapid.IntRange(0, 6).Draw(t, "rest")
				do(func(tx *Tx) error { _, err := tx.exec("DELETE FROM contact WHERE id % 7 = ?", rest); return err })
			},
			"bulk": func(t *rapid.T) {
				first, second, rest := name.Draw(t, "name"), name.Draw(t, "name"), rapid.IntRange(0, 2).Draw(t, "rest")
				do(func(tx *Tx) error {
					return tx.Bulk("contact", func() error {
						for range 3 {
							if err := insert(tx, first); err != nil {
								return err
							}
						}
						if err := Customers.Insert(tx, &Customer{No: CustomerNo(fmt.Sprint("K", n)), Name: "Kund"}); err != nil {
							return err
						}
						return change(tx, second, rest)
					})
				})
			},
			"undo": func(t *rapid.T) { db.Undo(t.Context()) },
			"redo": func(t *rapid.T) { db.Redo(t.Context()) },
			"": func(t *rapid.T) {
				for _, table := range []string{"contact", "customer"} {
					for _, word := range []string{"ÅSA", "Ö", "EVA", "B", "EK", "K", "N1", "KUND"} {
						want, err := column1[int64](db, "SELECT id FROM "+table+" WHERE instr(words, ?) ORDER BY id", " "+word)
						if err != nil {
							t.Fatal(err)
						}
						got, err := column1[int64](db, "SELECT rowid FROM search_"+table+" WHERE search_"+table+" MATCH ? ORDER BY rowid", matchExpression(word))
						if err != nil {
							t.Fatal(err)
						}
						if !slices.Equal(want, got) {
							t.Fatalf("%s %s: the table has %v, the index %v", table, word, want, got)
						}
					}
				}
			},
		})
	})
}
