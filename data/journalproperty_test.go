package data

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The second opinion on the journal: rows as they are read from the file, and commands as the differences between what
// was read before and after. It knows nothing of images, triggers or SQL's way of undoing.
type (
	rowKey struct {
		table string
		id    int64
	}
	rowSet  map[rowKey]map[string]any // the stored columns of each row
	command struct {
		id      int64
		name    string
		before  rowSet // of the rows it changed; a row that was not there is missing
		after   rowSet
		touched map[rowKey]bool // also rows that it changed to and fro
	}
)

// The tables of the test, with what must be unique in each and what refers to what.
var (
	testedTables = []string{"salesperson", "campaign", "contact", "item", "item_variant", "sales_price"}
	uniqueKeys   = map[string][]string{"salesperson": {"code"}, "campaign": {"no"}, "contact": {"no"},
		"item": {"no"}, "item_variant": {"item_no", "code"}, "sales_price": {"item_no", "sales_type", "sales_code", "starting_date"}}
	references = map[string]map[string][2]string{
		"campaign":     {"salesperson_code": {"salesperson", "code"}},
		"item_variant": {"item_no": {"item", "no"}},
		"contact":      {"company_no": {"contact", "no"}, "salesperson_code": {"salesperson", "code"}},
		"sales_price":  {"item_no": {"item", "no"}},
	}
)

func readRows(t *rapid.T, db *DB) rowSet {
	all := rowSet{}
	for _, table := range testedTables {
		images, err := column1[string](db, fmt.Sprintf("SELECT %s FROM %s AS t", imageOf("t", declared[table].storedNames()), table))
		if err != nil {
			t.Fatal(err)
		}
		for _, image := range images {
			row := map[string]any{}
			if err := json.Unmarshal([]byte(image), &row); err != nil {
				t.Fatal(err)
			}
			all[rowKey{table, int64(row["id"].(float64))}] = row
		}
	}
	return all
}

// difference makes a command of what was read before and after it.
func difference(before, after rowSet) command {
	c := command{before: rowSet{}, after: rowSet{}}
	for key, row := range before {
		if now, there := after[key]; !there || !cmp.Equal(row, now) {
			c.before[key] = row
			if there {
				c.after[key] = now
			}
		}
	}
	for key, row := range after {
		if _, there := before[key]; !there {
			c.after[key] = row
		}
	}
	return c
}

func touchedRows(t *rapid.T, db *DB, entry int64) map[rowKey]bool {
	keys := map[rowKey]bool{}
	err := each(db, "SELECT tbl, row_id FROM journal_row WHERE entry=?", []any{entry}, func(rows *sql.Rows) error {
		var key rowKey
		err := rows.Scan(&key.table, &key.id)
		keys[key] = true
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// replaced is a state in which some rows are as in another one.
func replaced(state, gone, come rowSet) rowSet {
	next := maps.Clone(state)
	for key := range gone {
		delete(next, key)
	}
	maps.Copy(next, come)
	return next
}

// sound reports whether a state fulfils the rules of the schema.
func sound(state rowSet) bool {
	value := func(row map[string]any, columns []string) string {
		text := ""
		for _, c := range columns {
			text += fmt.Sprint(row[c], "|")
		}
		return text
	}
	keys := map[string]bool{}
	codes := map[string]bool{}
	for key, row := range state {
		unique := key.table + value(row, uniqueKeys[key.table])
		if keys[unique] {
			return false
		}
		keys[unique] = true
		for _, c := range []string{"no", "code"} {
			codes[fmt.Sprint(key.table, c, row[c])] = true
		}
	}
	for key, row := range state {
		for column, target := range references[key.table] {
			if row[column] != nil && !codes[fmt.Sprint(target[0], target[1], row[column])] {
				return false
			}
		}
	}
	return true
}

// journalMachine plays a user who does, undoes and redoes at random, and knows what must come of it.
type journalMachine struct {
	db      *DB
	state   rowSet
	applied []command // in the order in which they were carried out first
	undone  []command // in the order in which they were undone
	n       int       // makes every value a new one, so that a command always changes something
}

func TestJournalAgainstSnapshots(t *testing.T) {
	db := newCompany(t)
	if _, err := db.writer.conn.ExecContext(t.Context(), "PRAGMA synchronous=OFF"); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		m := &journalMachine{db: db}
		if err := db.Remember(t.Context(), func(tx *Tx) error {
			for _, table := range append([]string{"journal", "journal_row", "sqlite_sequence"}, testedTables...) {
				if _, err := tx.exec("DELETE FROM " + table); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		m.state = readRows(t, db)
		t.Repeat(map[string]func(*rapid.T){
			"":        m.check,
			"insert":  m.insert,
			"change":  m.change,
			"rename":  m.rename,
			"delete":  m.delete,
			"several": m.several,
			"undo":    m.undo,
			"redo":    m.redo,
			"pick":    m.undoAny,
		})
	})
}

func (m *journalMachine) check(t *rapid.T) {
	if diff := cmp.Diff(m.state, readRows(t, m.db)); diff != "" {
		t.Fatalf("the file (-expected +is):\n%s", diff)
	}
	entries, err := Journal(m.db, 1000)
	if err != nil {
		t.Fatal(err)
	}
	want := map[int64]JournalState{}
	for _, c := range m.applied {
		want[c.id] = Applied
	}
	for _, c := range m.undone {
		want[c.id] = Undone
	}
	got := map[int64]JournalState{}
	for _, e := range entries {
		if e.State != Abandoned {
			got[e.ID] = e.State
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("the journal (-expected +is):\n%s", diff)
	}
}

// do carries out a command, which may break a rule of the schema and then must have changed nothing.
func (m *journalMachine) do(t *rapid.T, fn func(*Tx) error) {
	m.n++
	name := fmt.Sprint(m.n)
	err := m.db.Write(t.Context(), Msg("test", name), fn)
	after := readRows(t, m.db)
	c := difference(m.state, after)
	if err != nil {
		var refused Message
		if !errors.As(err, &refused) {
			t.Fatalf("no message: %v", err)
		}
		if len(c.before)+len(c.after) > 0 {
			t.Fatalf("refused with %v, but changed %v to %v", err, c.before, c.after)
		}
		return
	}
	if c.id, err = scalar[int64](m.db, "SELECT ifnull(max(id), 0) FROM journal WHERE name LIKE ?", fmt.Sprintf("%%%q%%", name)); err != nil {
		t.Fatal(err)
	}
	c.touched = touchedRows(t, m.db, c.id)
	for _, rows := range []rowSet{c.before, c.after} {
		for key := range rows {
			if !c.touched[key] {
				t.Fatalf("the journal misses %v", key)
			}
		}
	}
	if len(c.touched) > 0 {
		c.name = name
		m.applied, m.undone, m.state = append(m.applied, c), nil, after
	}
}

var someCodes = rapid.SampledFrom([]string{"A", "B", "C"})

func (m *journalMachine) insertOne(t *rapid.T) func(*Tx) error {
	code := someCodes.Draw(t, "code")
	other := rapid.SampledFrom([]string{"", "A", "B", "C"}).Draw(t, "other")
	n := m.n
	switch rapid.SampledFrom(testedTables).Draw(t, "table") {
	case "salesperson":
		return func(tx *Tx) error {
			return Salespeople.Insert(tx, &Salesperson{Code: SalespersonCode(code), Name: fmt.Sprint("ö ", n)})
		}
	case "campaign":
		return func(tx *Tx) error {
			return Campaigns.Insert(tx, &Campaign{No: CampaignNo(code), SalespersonCode: SalespersonCode(other), StartingDate: "2026-01-01"})
		}
	case "item_variant":
		return func(tx *Tx) error {
			return ItemVariants.Insert(tx, &ItemVariant{ItemNo: ItemNo(code), Code: VariantCode(other), Description: "\"quoted\" \\ \n"})
		}
	case "contact":
		return func(tx *Tx) error {
			return Contacts.Insert(tx, &Contact{No: ContactNo(code), CompanyNo: ContactNo(other), Name: "Åsa"})
		}
	case "item":
		return func(tx *Tx) error { return Items.Insert(tx, &Item{No: ItemNo(code), UnitPrice: MaxAmount}) }
	default:
		return func(tx *Tx) error {
			return SalesPrices.Insert(tx, &SalesPrice{SalesType: ForAllCustomers, SalesCode: other, ItemNo: ItemNo(code)})
		}
	}
}

func (m *journalMachine) insert(t *rapid.T) { m.do(t, m.insertOne(t)) }

func (m *journalMachine) changeSome(t *rapid.T) func(*Tx) error {
	statement := rapid.SampledFrom([]string{
		"UPDATE campaign SET description='x' || ?1 WHERE id % 2 = ?2",
		"UPDATE sales_price SET unit_price=?1 WHERE id % 2 = ?2",
		"UPDATE contact SET name='Ö' || ?1, company_no=NULL WHERE id % 2 = ?2",
		"UPDATE salesperson SET name='' || ?1 WHERE id % 2 = ?2",
	}).Draw(t, "statement")
	n, rest := m.n+1000, rapid.IntRange(0, 1).Draw(t, "rest")
	return func(tx *Tx) error { _, err := tx.exec(statement, n, rest); return err }
}

func (m *journalMachine) change(t *rapid.T) { m.do(t, m.changeSome(t)) }

// renameOne lets a code be another one, with every reference to it.
func (m *journalMachine) renameOne(t *rapid.T) func(*Tx) error {
	target := rapid.SampledFrom([][2]string{{"salesperson", "code"}, {"campaign", "no"}, {"contact", "no"}, {"item", "no"}}).Draw(t, "what")
	from := someCodes.Draw(t, "from")
	to := someCodes.Filter(func(code string) bool { return code != from }).Draw(t, "to")
	return func(tx *Tx) error {
		table := declared[target[0]]
		_, err := tx.exec(fmt.Sprintf("UPDATE %s SET %s=? WHERE %[2]s=?", target[0], target[1]), to, from)
		return table.refusal(err, to)
	}
}

func (m *journalMachine) rename(t *rapid.T) { m.do(t, m.renameOne(t)) }

func (m *journalMachine) deleteOne(t *rapid.T) func(*Tx) error {
	table := rapid.SampledFrom(testedTables).Draw(t, "table")
	var ids []int64
	for key := range m.state {
		if key.table == table {
			ids = append(ids, key.id)
		}
	}
	if ids == nil {
		return func(*Tx) error { return nil }
	}
	slices.Sort(ids)
	id := rapid.SampledFrom(ids).Draw(t, "id")
	return func(tx *Tx) error { _, err := tx.exec(declared[table].deleteSQL, id); return err }
}

func (m *journalMachine) delete(t *rapid.T) { m.do(t, m.deleteOne(t)) }

// several does different things to the same rows in one command.
func (m *journalMachine) several(t *rapid.T) {
	var steps []func(*Tx) error
	for range rapid.IntRange(2, 5).Draw(t, "steps") {
		step := rapid.SampledFrom([]func(*rapid.T) func(*Tx) error{m.insertOne, m.changeSome, m.renameOne, m.deleteOne}).Draw(t, "step")
		steps = append(steps, step(t))
	}
	m.do(t, func(tx *Tx) error {
		for _, step := range steps {
			if err := step(tx); err != nil {
				return err
			}
		}
		return nil
	})
}

func (m *journalMachine) undo(t *rapid.T) {
	name, err := m.db.Undo(t.Context())
	if len(m.applied) == 0 {
		if !errors.Is(err, ErrNotFound) {
			t.Fatalf("undo of nothing: %v %v", name, err)
		}
		return
	}
	m.undid(t, len(m.applied)-1, name, err)
}

func (m *journalMachine) undoAny(t *rapid.T) {
	if len(m.applied) == 0 {
		return
	}
	i := rapid.IntRange(0, len(m.applied)-1).Draw(t, "command")
	name, err := m.db.UndoEntry(t.Context(), m.applied[i].id)
	m.undid(t, i, name, err)
}

// undid judges what came of undoing one of the commands.
func (m *journalMachine) undid(t *rapid.T, i int, name Message, err error) {
	c := m.applied[i]
	var later []string
	for _, other := range m.applied[i+1:] {
		for key := range other.touched {
			if c.touched[key] {
				later = append(later, other.name)
				break
			}
		}
	}
	next := replaced(m.state, c.after, c.before)
	switch {
	case later != nil:
		if diff := cmp.Diff(Msg("undo-in-the-way", Msg("test", later[len(later)-1]), len(later)), err); diff != "" {
			t.Fatalf("command %s (-expected +is): %s", c.name, diff)
		}
	case !sound(next):
		if key := refusalOf(err); key != "undo-reference" && key != "undo-key-taken" {
			t.Fatalf("undoing %s breaks the rules, but: %v", c.name, err)
		}
	case err != nil:
		t.Fatalf("undoing %s: %v", c.name, err)
	default:
		if diff := cmp.Diff(Msg("test", c.name), name); diff != "" {
			t.Fatal(diff)
		}
		m.state = next
		m.applied = slices.Delete(m.applied, i, i+1)
		m.undone = append(m.undone, c)
	}
}

func (m *journalMachine) redo(t *rapid.T) {
	name, err := m.db.Redo(t.Context())
	if len(m.undone) == 0 {
		if !errors.Is(err, ErrNotFound) {
			t.Fatalf("redo of nothing: %v %v", name, err)
		}
		return
	}
	c := m.undone[len(m.undone)-1]
	if diff := cmp.Diff(Msg("test", c.name), name); diff != "" || err != nil {
		t.Fatalf("redo of %s: %v %s", c.name, err, diff)
	}
	m.state = replaced(m.state, c.before, c.after)
	m.undone = m.undone[:len(m.undone)-1]
	place, _ := slices.BinarySearchFunc(m.applied, c, func(a, b command) int { return int(a.id - b.id) })
	m.applied = slices.Insert(m.applied, place, c)
}
