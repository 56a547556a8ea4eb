package exchange

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"campaigndesk/data"
)

// register is a target whose rows become records of one table. What is special about a target are its functions; all of
// them may be nil.
type register[T any] struct {
	id     string
	table  *data.Table[T]
	fields []bound[T]
	fresh  T    // a new record before anything is known of it
	bulk   bool // a row needs only this one table, and no later row of the file needs the record

	// derive completes the row with what it implies: a name from its parts, a type from a code.
	derive func(*job, *draft) error
	// initial gives a new record what it takes from other records, before the row's own values are put in.
	initial func(*job, *draft, *T) error
	// find returns the stored record that the row is about; data.ErrNotFound if there is none. Without it the key decides.
	find func(*job, *draft, *T) (T, error)
	// check refuses what the record may not be; before is nil for a new record.
	check func(j *job, d *draft, before, after *T) error
	// settle prepares the record for being stored: its number, records it needs.
	settle func(j *job, d *draft, before, after *T) error
	// follow does what follows from the stored record, and reports whether it did anything.
	follow func(j *job, d *draft, before, after *T) (bool, error)
}

// bound is a field and where it lies in the record; at is nil for what is no field of the record itself.
type bound[T any] struct {
	Field
	at func(*T) any
}

func (r *register[T]) target() Target {
	t := Target{ID: r.id, open: func() intake { return &registration[T]{register: r} }}
	for _, f := range r.fields {
		t.Fields = append(t.Fields, f.Field)
	}
	return t
}

// registration is one import into a register.
type registration[T any] struct {
	*register[T]
	empty   bool       // nothing was stored when the import began
	pending []keyed[T] // new records of a bulk register, not stored yet
}

type keyed[T any] struct {
	key    string
	record T
}

func (r *registration[T]) begin(j *job) error {
	n, err := r.table.Count(j.tx, data.View{})
	r.empty = n == 0
	return err
}

func (r *registration[T]) tableName() string { return r.table.Name() }

// take judges a row and, unless it is faulty, brings it into the company.
func (r *registration[T]) take(j *job, d *draft) (judgement, error) {
	judged, err := r.judge(j, d)
	if judged.verdict == Faulty {
		judged.reason.Field = r.fieldOf(judged.reason.Field)
	}
	return judged, err
}

// fieldOf is the ID of the field that a refusal points at: rules name columns of the table. Blank if the target has none.
func (r *register[T]) fieldOf(column string) string {
	for _, f := range r.fields {
		if f.ID == column || f.ID == strings.ReplaceAll(column, "_", "-") {
			return f.ID
		}
		if f.at != nil {
			if name, ok := r.table.ColumnAt(f.at); ok && name == column {
				return f.ID
			}
		}
	}
	return ""
}

func (r *registration[T]) judge(j *job, d *draft) (judgement, error) {
	if r.derive != nil {
		if err := r.derive(j, d); err != nil {
			return refused(err)
		}
	}
	record := r.fresh
	if r.initial != nil {
		if err := r.initial(j, d, &record); err != nil {
			return refused(err)
		}
	}
	r.put(d, &record)
	key := r.table.Key(&record)
	if err := j.refuseRepeated(key, d); err != nil {
		return refused(err)
	}
	stored, err := r.stored(j, d, &record)
	if errors.Is(err, data.ErrNotFound) {
		return r.insert(j, d, key, &record)
	}
	if err != nil {
		return refused(err)
	}
	return r.update(j, d, &stored)
}

// put writes the row's values into the record.
func (r *register[T]) put(d *draft, record *T) {
	for i, f := range r.fields {
		if f.at != nil && d.values[i].given {
			d.values[i].put(f.Kind, reflect.ValueOf(f.at(record)).Elem())
		}
	}
}

func (r *registration[T]) stored(j *job, d *draft, record *T) (T, error) {
	switch {
	case r.find != nil:
		return r.find(j, d, record)
	case r.empty:
		var none T
		return none, data.ErrNotFound
	}
	return r.table.Twin(j.tx, record)
}

func (r *registration[T]) insert(j *job, d *draft, key string, record *T) (judgement, error) {
	for i, f := range r.fields {
		if f.Required && !d.values[i].given {
			return refused(data.Msg("must-not-be-blank").At(f.ID))
		}
	}
	if err := r.prepare(j, d, nil, record); err != nil {
		return refused(err)
	}
	if r.bulk {
		r.pending = append(r.pending, keyed[T]{key, *record})
		return judgement{verdict: New}, nil
	}
	if err := r.table.Insert(j.tx, record); err != nil {
		return refused(err)
	}
	if r.follow != nil {
		if _, err := r.follow(j, d, nil, record); err != nil {
			return judgement{}, err
		}
	}
	return judgement{verdict: New}, nil
}

func (r *registration[T]) update(j *job, d *draft, stored *T) (judgement, error) {
	record := *stored
	r.put(d, &record)
	changes := r.changes(stored, &record)
	if len(changes) > 0 {
		if err := r.prepare(j, d, stored, &record); err != nil {
			return refused(err)
		}
		if err := r.table.Update(j.tx, &record); err != nil {
			return refused(err)
		}
	}
	more := false
	if r.follow != nil {
		var err error
		if more, err = r.follow(j, d, stored, &record); err != nil {
			return judgement{}, err
		}
	}
	if len(changes) == 0 && !more {
		return judgement{verdict: Same}, nil
	}
	return judgement{verdict: Changed, changes: changes}, nil
}

func (r *register[T]) prepare(j *job, d *draft, before, after *T) error {
	if r.check != nil {
		if err := r.check(j, d, before, after); err != nil {
			return err
		}
	}
	if r.settle != nil {
		return r.settle(j, d, before, after)
	}
	return nil
}

// changes lists the fields in which two records differ.
func (r *register[T]) changes(before, after *T) (changes []Change) {
	for _, f := range r.fields {
		if f.at == nil {
			continue
		}
		old, now := reflect.ValueOf(f.at(before)).Elem(), reflect.ValueOf(f.at(after)).Elem()
		if !old.Equal(now) {
			changes = append(changes, Change{Field: f.ID, Old: f.shown(old), New: f.shown(now)})
		}
	}
	return changes
}

// shown is a field's value as a message takes it.
func (f Field) shown(v reflect.Value) any {
	switch value := v.Interface().(type) {
	case data.Amount, data.Date, bool:
		return value
	}
	if f.Kind == Option {
		return data.Msg(f.Options[v.Int()].ID)
	}
	return fmt.Sprint(v.Interface())
}

// flush stores the records that are waiting, in the order of their keys: a file in any order would otherwise touch all
// pages of the table's indexes again and again.
func (r *registration[T]) flush(j *job) error {
	slices.SortFunc(r.pending, func(a, b keyed[T]) int { return strings.Compare(a.key, b.key) })
	records := make([]T, len(r.pending))
	for i := range records {
		records[i] = r.pending[i].record
	}
	r.pending = r.pending[:0]
	return r.table.InsertAll(j.tx, records)
}

// refused tells a row that is at fault from a fault of ours, which ends the import.
func refused(err error) (judgement, error) {
	var reason data.Message
	if errors.As(err, &reason) {
		return judgement{verdict: Faulty, reason: reason}, nil
	}
	return judgement{}, err
}
