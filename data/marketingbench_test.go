package data

import (
	"fmt"
	"testing"
)

// marketing adds to the large company what its segments and statistics are measured with: 1,000,000 interactions of its campaigns, and
// a mailing group with half of its contacts.
func marketing(b *testing.B) *DB {
	db := large(b)
	if n, err := Interactions.Count(db, View{}); n > 0 || err != nil {
		return db
	}
	write(b, db, func(tx *Tx) error {
		for _, statement := range []string{
			"INSERT INTO salesperson (code) VALUES ('JL')",
			"INSERT INTO mailing_group (code) VALUES ('HALF')",
			"INSERT INTO contact_mailing_group (contact_no, mailing_group_code) SELECT no, 'HALF' FROM contact WHERE id%2=0",
			"INSERT INTO interaction_template (code, unit_cost) VALUES ('BUS', 800000)",
			"INSERT INTO segment_header (no, interaction_template_code, salesperson_code, date, campaign_no, campaign_target, unit_cost) VALUES ('SMALL', 'BUS', 'JL', '2026-03-01', 'CP0007', 1, 800000)",
		} {
			if _, err := tx.exec(statement); err != nil {
				return err
			}
		}
		return tx.Bulk("interaction", func() error {
			_, err := tx.exec(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n WHERE i < 999999)
				INSERT INTO interaction (contact_no, contact_company_no, date, campaign_no, campaign_target, campaign_response, cost, duration, interaction_template_code)
				SELECT format('CT%06d', i%100000), format('CT%06d', i%100000-i%4), date('2026-01-01', i%300||' days'), format('CP%04d', i%300), i%3>0, i%7=0, 800000, 3000000, 'BUS' FROM n`)
			return err
		})
	})
	return db
}

// A campaign among a million interactions, and all campaigns.
func BenchmarkCampaignFigures(b *testing.B) {
	db := marketing(b)
	for name, read := range map[string]func() error{
		"one": func() error { _, err := FiguresOfCampaign(db, "CP0007", Period{}); return err },
		"one in a month": func() error {
			_, err := FiguresOfCampaign(db, "CP0007", Period{"2026-03-01", "2026-03-31"})
			return err
		},
		"people of one":   func() error { _, err := PeopleOfCampaign(db, "CP0007", Period{}); return err },
		"all":             func() error { _, err := FiguresOfCampaigns(db, Period{}); return err },
		"of a contact":    func() error { _, err := FiguresOfContact(db, "CT000004", Period{}); return err },
		"all by template": func() error { _, err := InteractionTemplates.Select(db, View{}); return err },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := read(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Counting, adding, reducing and logging half of 100,000 contacts, each with the journal and then undone.
func BenchmarkSegmentOfHalf(b *testing.B) {
	db := marketing(b)
	half := Related{MailingGroupSection: by("mailing_group_code", "HALF")}
	b.Run("count", func(b *testing.B) {
		for b.Loop() {
			if n, err := CountContacts(db, "SMALL", ContactChoice{Related: half}); n != 50_000 || err != nil {
				b.Fatal(n, err)
			}
		}
	})
	steps := []struct {
		name string
		do   func(*Tx) (int, error)
	}{
		{"add", func(tx *Tx) (int, error) { return AddContacts(tx, "SMALL", ContactChoice{ActionNo: 1}) }},
		{"reduce", func(tx *Tx) (int, error) {
			return RemoveContacts(tx, "SMALL", Removal{Related: half, ActionNo: 2})
		}},
		{"log", func(tx *Tx) (int, error) {
			made, err := LogSegment(tx, "SMALL", "2026-03-01", "me")
			return made.Interactions, err
		}},
	}
	for i, step := range steps {
		b.Run(step.name, func(b *testing.B) {
			if step.name != "add" {
				write(b, db, func(tx *Tx) error { _, err := steps[0].do(tx); return err })
			}
			rows := 0
			for b.Loop() {
				write(b, db, func(tx *Tx) (err error) { rows, err = step.do(tx); return err })
				b.StopTimer()
				if _, err := db.Undo(b.Context()); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
			b.ReportMetric(float64(rows), "rows")
			if i > 0 {
				if _, err := db.Undo(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Companies compared while one is typed, and all with each other.
func BenchmarkDuplicates(b *testing.B) {
	db := marketing(b)
	write(b, db, RebuildSearchStrings)
	c, err := Contacts.Get(db, ContactNo("CT000004"))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("typed", func(b *testing.B) {
		for b.Loop() {
			if _, err := LikeContact(db, c, 10); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			write(b, db, func(tx *Tx) error {
				n, err := FindDuplicates(tx)
				b.Log(fmt.Sprint(n, " new"))
				return err
			})
		}
	})
}
