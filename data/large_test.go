package data

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// large is the company of the benchmarks, built once per process: 100,000 contacts, 20,000 customers and items, 1,000,000
// sales prices for 300 campaigns. It is made by SQL from nothing but row numbers, so that it is the same every time.
func large(tb testing.TB) *DB {
	tb.Helper()
	once.Do(func() {
		dir, err := os.MkdirTemp("", "large")
		if err != nil {
			panic(err)
		}
		largeDir = dir
		db, err := Create(filepath.Join(dir, "large.campaigndesk"), "Large AB")
		if err != nil {
			panic(err)
		}
		if err := fill(db, sizes{contacts: 100_000, customers: 20_000, items: 20_000, campaigns: 300, prices: 1_000_000}); err != nil {
			panic(err)
		}
		largeDB = db
	})
	return largeDB
}

var (
	once     sync.Once
	largeDB  *DB
	largeDir string
)

func removeLarge() {
	if largeDB != nil {
		largeDB.Close()
		os.RemoveAll(largeDir)
	}
}

// sizes says how many records of each kind a generated company has.
type sizes struct{ contacts, customers, items, campaigns, prices int }

// fill generates records. Every tenth name has a Swedish letter.
func fill(db *DB, n sizes) error {
	series := func(count int) string {
		return fmt.Sprintf("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n WHERE i < %d)", count-1)
	}
	const surname = `(SELECT value FROM json_each('["Andersson","Berg","Carlsson","Dahl","Eriksson","Fors","Gren","Holm","Isaksson","Öberg","Åkesson","Lind","Moberg","Nilsson","Olsson","Persson","Quist","Roos","Ström","Ek"]') WHERE key=i*7919/13%20)`
	const city = `(SELECT value FROM json_each('["Stockholm","Göteborg","Malmö","Uppsala","Lund","Örebro","Kiruna","Ystad"]') WHERE key=i*31/7%8)`
	return db.Write(context.Background(), Msg("test"), func(tx *Tx) error {
		for table, rows := range map[string]string{
			"contact": series(n.contacts) + `INSERT INTO contact (no, type, name, company_no, company_name, city, post_code, e_mail, phone_no)
				SELECT format('CT%06d', i), min(i%4, 1), CASE i%4 WHEN 0 THEN format('%s & Co %d', ` + surname + `, i%977) ELSE format('Eva%d %s', i%577, ` + surname + `) END,
					format('CT%06d', i-i%4), format('Firma %d AB', i/4), ` + city + `, 10000+i%80000, format('a%d@example.se', i), format('08-%06d', i) FROM n`,
			"customer": series(n.customers) + `INSERT INTO customer (no, name, city) SELECT format('C%05d', i), format('%s Handel %d', ` + surname + `, i), ` + city + ` FROM n`,
			"item":     series(n.items) + `INSERT INTO item (no, description, unit_price, unit_cost) SELECT format('I%05d', i), format('Skrivbord %d för %s', i, ` + surname + `), (100+i%9000)*100000, (50+i%4000)*100000 FROM n`,
		} {
			if err := tx.Bulk(table, func() error { _, err := tx.exec(rows); return err }); err != nil {
				return err
			}
		}
		for _, statement := range []string{
			series(n.campaigns) + `INSERT INTO campaign (no, description, starting_date, ending_date) SELECT format('CP%04d', i), format('Kampanj %d', i), '2026-01-01', '2026-12-31' FROM n`,
			`INSERT INTO contact_business_relation (contact_no, business_relation_code, customer_no) SELECT contact.no, 'CUST', customer.no FROM customer JOIN contact ON contact.id=customer.id*4-3`,
			fmt.Sprintf(`%s INSERT INTO sales_price (sales_type, sales_code, item_no, minimum_quantity, unit_price, starting_date, ending_date)
				SELECT i%%4, CASE i%%4 WHEN 0 THEN format('C%%05d', i*31%%%d) WHEN 1 THEN 'RETAIL' WHEN 2 THEN '' ELSE format('CP%%04d', i/4%%%d) END,
					format('I%%05d', i/50%%%d), i%%50*100000, (100+i*7919%%9000)*100000, date('2026-01-01', i%%300||' days'), date('2026-02-01', i%%300||' days') FROM n`,
				series(n.prices), n.customers, n.campaigns, n.items),
		} {
			if _, err := tx.exec(statement); err != nil {
				return fmt.Errorf("%w in %s", err, statement)
			}
		}
		return nil
	})
}
