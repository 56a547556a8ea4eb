package data

import (
	"database/sql"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// What stands in the way of undoing or redoing a command, and of committing any.

// refuseOverlaid refuses when later commands that count touched a row of the entry.
func (tx *Tx) refuseOverlaid(entry int64) error {
	later, err := journalEntries(tx, `WHERE id > ?1 AND state=?2 AND EXISTS (
		SELECT 1 FROM journal_row AS later JOIN journal_row AS mine ON mine.entry=?1 AND mine.tbl=later.tbl AND mine.row_id=later.row_id
		WHERE later.entry=journal.id) ORDER BY id DESC`, entry, Applied)
	if err != nil || len(later) == 0 {
		return err
	}
	return Msg("undo-in-the-way", later[0].Name, len(later))
}

var uniqueColumns = regexp.MustCompile(`\w+\.(\w+)`)

// keyTaken says who has the key of a row that should come back.
func (tx *Tx) keyTaken(entry int64, table *shape, broken error) error {
	var same []string
	_, rule, _ := strings.Cut(broken.Error(), "UNIQUE constraint failed: ")
	for _, c := range uniqueColumns.FindAllStringSubmatch(rule, -1) {
		same = append(same, fmt.Sprintf("t.%s IS image->>'$.%[1]s'", c[1]))
	}
	if same == nil { // an index over expressions, which only keys have
		for _, c := range table.key {
			same = append(same, fmt.Sprintf("t.%s IS image->>'$.%[1]s'", c.name))
		}
	}
	row, err := scalar[int64](tx, fmt.Sprintf("SELECT t.id FROM journal_row JOIN %s AS t ON %s WHERE entry=? AND tbl=? AND t.id<>row_id LIMIT 1",
		table.name, strings.Join(same, " AND ")), entry, table.name)
	if err != nil {
		return err
	}
	key, err := scalar[string](tx, fmt.Sprintf("SELECT %s FROM %s WHERE id=?", table.keyExpression(), table.name), row)
	if err != nil {
		return err
	}
	return tx.inTheWay(Msg("already-exists", key), "undo-key-taken", key,
		"EXISTS (SELECT 1 FROM journal_row WHERE entry=journal.id AND tbl=? AND row_id=?)", table.name, row)
}

// brokenReference says which reference made the commit fail. It looks through the whole file, which is worth the time
// only after a failure.
func (tx *Tx) brokenReference() error {
	var child, parent string
	var row int64
	var number int
	err := each(tx, `SELECT "table", rowid, parent, fkid FROM pragma_foreign_key_check LIMIT 1`, nil, func(rows *sql.Rows) error {
		return rows.Scan(&child, &row, &parent, &number)
	})
	if err != nil {
		return err
	}
	var column, target string
	err = each(tx, `SELECT "from", "to" FROM pragma_foreign_key_list(?) WHERE id=?`, []any{child, number}, func(rows *sql.Rows) error {
		return rows.Scan(&column, &target)
	})
	if err != nil {
		return err
	}
	value, err := scalar[string](tx, fmt.Sprintf("SELECT %s FROM %s WHERE id=?", column, child), row)
	if err != nil {
		return err
	}
	if tx.flipping != 0 {
		return tx.lostReference(child, row, value, parent, target)
	}
	written, err := scalar[bool](tx, "SELECT EXISTS (SELECT 1 FROM journal_row WHERE entry=? AND tbl=? AND row_id=?)", tx.entry, child, row)
	switch {
	case err != nil:
		return err
	case written && value == "":
		return Msg("must-not-be-blank").At(column)
	case written:
		return Msg("unknown-code", value).At(column)
	}
	return Msg("still-referred-to", value)
}

// lostReference says which other command needs what a row names: the one that wrote the row, or that took away what it names.
func (tx *Tx) lostReference(child string, row int64, value, parent, target string) error {
	return tx.inTheWay(Msg("still-referred-to", value), "undo-reference", value, `EXISTS (SELECT 1 FROM journal_row WHERE entry=journal.id AND
		(tbl=? AND row_id=? OR tbl=? AND image->>?=?))`, child, row, parent, target, value)
}

// looseReference is a reference that no foreign key watches, because what it names depends on another column, or takes two
// columns.
type looseReference struct {
	table, when string // the rows that have the reference
	column      string
	target, key string // what it names
	more        string // a further column, called the same in both tables
}

var looseReferences = []looseReference{
	{table: "sales_price", when: "sales_type=0", column: "sales_code", target: "customer", key: "no"},
	{table: "sales_price", when: "sales_type=1", column: "sales_code", target: "customer_price_group", key: "code"},
	{table: "sales_price", when: "sales_type=3", column: "sales_code", target: "campaign", key: "no"},
	{table: "sales_price", when: "variant_code<>''", column: "variant_code", target: "item_variant", key: "code", more: "item_no"},
	{table: "sales_line_discount", when: "sales_type=0", column: "sales_code", target: "customer", key: "no"},
	{table: "sales_line_discount", when: "sales_type=1", column: "sales_code", target: "customer_disc_group", key: "code"},
	{table: "sales_line_discount", when: "sales_type=3", column: "sales_code", target: "campaign", key: "no"},
	{table: "sales_line_discount", when: "type=0", column: "code", target: "item", key: "no"},
	{table: "sales_line_discount", when: "type=1", column: "code", target: "item_disc_group", key: "code"},
	{table: "campaign_target", when: "type=0", column: "no", target: "customer", key: "no"},
	{table: "campaign_target", when: "type=1", column: "no", target: "contact", key: "no"},
	{table: "comment_line", when: "table_name=0", column: "no", target: "contact", key: "no"},
	{table: "comment_line", when: "table_name=1", column: "no", target: "campaign", key: "no"},
	{table: "quote_line", when: "variant_code<>''", column: "variant_code", target: "item_variant", key: "code", more: "item_no"},
}

// refuseLooseEnds refuses to undo an older command, when that leaves a row that names what is not there: a row of a later
// command whose target would vanish, or a row come back whose target a later command took away.
func (tx *Tx) refuseLooseEnds(entry int64, changed []string) error {
	newest, err := scalar[bool](tx, "SELECT NOT EXISTS (SELECT 1 FROM journal WHERE id > ? AND state=?)", entry, Applied)
	if err != nil || newest {
		return err
	}
	for _, l := range looseReferences {
		named, image := fmt.Sprintf("t.%s=r.%s", l.key, l.column), fmt.Sprintf("r.%s=j.image->>'$.%s'", l.column, l.key)
		if l.more != "" {
			named += fmt.Sprintf(" AND t.%s=r.%[1]s", l.more)
			image += fmt.Sprintf(" AND r.%s=j.image->>'$.%[1]s'", l.more)
		}
		lost := fmt.Sprintf("%s AND NOT EXISTS (SELECT 1 FROM %s AS t WHERE %s) LIMIT 1", l.when, l.target, named)
		var ways []string
		if slices.Contains(changed, l.target) {
			ways = append(ways, fmt.Sprintf("journal_row AS j JOIN %s AS r ON %s WHERE j.entry=? AND j.tbl='%s' AND %s", l.table, image, l.target, lost))
		}
		if slices.Contains(changed, l.table) {
			ways = append(ways, fmt.Sprintf("journal_row AS j CROSS JOIN %s AS r ON r.id=j.row_id WHERE j.entry=? AND j.tbl='%[1]s' AND %[2]s", l.table, lost))
		}
		for _, way := range ways {
			var row int64
			var value string
			err := each(tx, fmt.Sprintf("SELECT r.id, r.%s FROM %s", l.column, way), []any{entry}, func(rows *sql.Rows) error { return rows.Scan(&row, &value) })
			if err != nil {
				return err
			}
			if row != 0 {
				return tx.lostReference(l.table, row, value, l.target, l.key)
			}
		}
	}
	return nil
}

// inTheWay is the refusal to undo or redo a command because of something that the newest other command did for which the
// condition on journal holds. Where the journal does not know who did it, the general message stands.
func (tx *Tx) inTheWay(general Message, key, value, condition string, args ...any) error {
	others, err := journalEntries(tx, "WHERE state=0 AND id<>? AND "+condition+" ORDER BY id DESC LIMIT 1", append([]any{tx.flipping}, args...)...)
	if err != nil {
		return err
	}
	if len(others) == 0 {
		return general
	}
	return Msg(key, value, others[0].Name)
}
