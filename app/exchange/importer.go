package exchange

import (
	"context"
	"errors"
	"hash/maphash"
	"iter"

	"campaigndesk/app"
	"campaigndesk/app/pricing"
	"campaigndesk/data"
)

// Import brings the rows of a foreign table into the company.
type Import struct {
	Session *app.Session
	Table   *Table
	Columns []Column // from [Table.Survey], as corrected by the user
	Rows    int      // from [Table.Survey], for the progress
	Target  Target
	Mapping Mapping

	// StopAtFault lets Write refuse the whole file for the first faulty row; otherwise faulty rows are left out.
	StopAtFault bool
	// CreateCodes lets units and groups that rows name and that do not exist be created along with them.
	CreateCodes bool
}

// errPreviewed ends a preview's transaction, so that nothing of it stays.
var errPreviewed = errors.New("previewed")

// Preview says of each row what Write would do with it. It is the import itself, taken back before it ends.
func (i *Import) Preview(ctx context.Context, progress app.Progress) (report Report, err error) {
	err = i.Session.DB.Remember(ctx, func(tx *data.Tx) error {
		if report, err = i.run(ctx, tx, progress, false); err != nil {
			return err
		}
		return errPreviewed
	})
	if errors.Is(err, errPreviewed) {
		return report, nil
	}
	return Report{}, cancelledOr(ctx, err)
}

// Write imports the rows as one command that one undo takes back. When it returns an error, because it was cancelled or
// refused, nothing has been written.
func (i *Import) Write(ctx context.Context, progress app.Progress) (report Report, err error) {
	name := data.Msg("import-command", data.Msg(i.Target.ID), i.Table.Name)
	err = i.Session.DB.Write(ctx, name, func(tx *data.Tx) error {
		report, err = i.run(ctx, tx, progress, i.StopAtFault)
		return err
	})
	if err != nil {
		return Report{}, cancelledOr(ctx, err)
	}
	return report, nil
}

// cancelledOr tells a cancellation as such, whatever it broke off.
func cancelledOr(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// chunk is how many rows are taken before new records are stored and their words put into the search index.
const chunk = 50_000

func (i *Import) run(ctx context.Context, tx *data.Tx, progress app.Progress, stopAtFault bool) (Report, error) {
	if progress == nil {
		progress = func(int, int) {}
	}
	rows, err := newReader(i.Target, i.Mapping, i.Columns)
	if err != nil {
		return Report{}, err
	}
	j := &job{tx: tx, session: i.Session, createCodes: i.CreateCodes, seen: map[uint64]int32{}, seed: maphash.MakeSeed(),
		known: map[string]any{}, lines: map[data.QuoteNo]*quoteLines{}, entry: pricing.Enter(tx, i.Session.Setup)}
	in := i.Target.open()
	if err := in.begin(j); err != nil {
		return Report{}, err
	}
	next, stop := iter.Pull2(i.Table.Rows(ctx))
	defer stop()
	taken, more := 0, true
	for more {
		err := inBulk(tx, []string{in.tableName(), data.Contacts.Name(), data.Customers.Name()}, func() error {
			for n := 0; n < chunk; n++ {
				row, err, ok := next()
				if more = ok && err == nil; !more {
					return err
				}
				if taken++; taken%500 == 0 {
					progress(taken, i.Rows)
				}
				judged, err := judge(j, in, rows, row)
				if err != nil {
					return err
				}
				if judged.verdict == Faulty && stopAtFault {
					return data.Msg("import-stopped", row.Line, judged.reason)
				}
				j.report.add(row, judged)
			}
			return nil
		})
		if err == nil {
			err = in.flush(j)
		}
		if err != nil {
			return Report{}, err
		}
	}
	return j.report, nil
}

func judge(j *job, in intake, rows *reader, row Row) (judgement, error) {
	if row.Fault != nil {
		return refused(row.Fault)
	}
	d, err := rows.draft(row)
	if err != nil {
		return refused(err)
	}
	return in.take(j, d)
}

// inBulk inserts into several tables with their search index filled at the end.
func inBulk(tx *data.Tx, tables []string, fn func() error) error {
	if len(tables) == 0 {
		return fn()
	}
	return tx.Bulk(tables[0], func() error { return inBulk(tx, tables[1:], fn) })
}

// intake takes the rows of an import into the company.
type intake interface {
	begin(*job) error
	take(*job, *draft) (judgement, error)
	flush(*job) error
	tableName() string
}

// job is one run of an import.
type job struct {
	tx          *data.Tx
	session     *app.Session
	createCodes bool
	report      Report

	seed  maphash.Seed
	seen  map[uint64]int32 // hash of each key that the file has named, and the line
	known map[string]any   // table and code: the record as a pointer, nil if there is none
	lines map[data.QuoteNo]*quoteLines
	entry *pricing.Entry
}

// refuseRepeated refuses a second row of the file for the same record. Records without a key yet are told apart by find.
func (j *job) refuseRepeated(key string, d *draft) error {
	if key == "" {
		return nil
	}
	hash := maphash.String(j.seed, key)
	if line, ok := j.seen[hash]; ok {
		return data.Msg("import-repeated", int(line))
	}
	j.seen[hash] = int32(d.line)
	return nil
}

// lookup reads the record of a code once per import, nil if there is none.
func lookup[T any, C ~string](j *job, table *data.Table[T], code C) (*T, error) {
	key := table.Name() + "\x00" + string(code)
	if known, ok := j.known[key]; ok {
		return known.(*T), nil
	}
	var found *T
	record, err := table.Get(j.tx, code)
	switch {
	case err == nil:
		found = &record
	case !errors.Is(err, data.ErrNotFound):
		return nil, err
	}
	j.known[key] = found
	return found, nil
}

// knows reports whether a code names a record of the table.
func knows[T any](j *job, table *data.Table[T], code string) (bool, error) {
	record, err := lookup(j, table, code)
	return record != nil, err
}

// need is lookup for a code that must exist; the refusal is at the field. A blank code names nothing and is always right.
func need[T any, C ~string](j *job, table *data.Table[T], code C, field string) (*T, error) {
	if code == "" {
		return nil, nil
	}
	record, err := lookup(j, table, code)
	if err == nil && record == nil {
		err = data.Msg("import-unknown-code", data.Msg(field), code).At(field)
	}
	return record, err
}

// exists refuses a code that names no record of the table.
func exists[T any, C ~string](j *job, table *data.Table[T], code C, field string) error {
	_, err := need(j, table, code, field)
	return err
}

// ensure is exists for a code that may be created: record is the new one.
func ensure[T any, C ~string](j *job, table *data.Table[T], code C, field string, record T) error {
	err := exists(j, table, code, field)
	if err == nil || !j.createCodes || !errors.As(err, new(data.Message)) {
		return err
	}
	if err := table.Insert(j.tx, &record); err != nil {
		return err
	}
	j.known[table.Name()+"\x00"+string(code)] = &record
	j.report.Codes = append(j.report.Codes, NewCode{Table: table.Name(), Code: string(code)})
	return nil
}
