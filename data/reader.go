package data

import (
	"context"
	"database/sql"
	"errors"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Reader is what queries read from: the [DB] with everything committed, or a [Tx] with its own changes too.
type Reader interface {
	stmt(query string) (*sql.Stmt, error)
}

// each runs a query and hands every row to fn.
func each(r Reader, query string, args []any, fn func(*sql.Rows) error) error {
	stmt, err := r.stmt(query)
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(context.Background(), args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := fn(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// scalar reads the single value of a query; ErrNotFound when it has no row.
func scalar[V any](r Reader, query string, args ...any) (V, error) {
	var v V
	stmt, err := r.stmt(query)
	if err != nil {
		return v, err
	}
	err = stmt.QueryRowContext(context.Background(), args...).Scan(&v)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	return v, err
}

// column1 reads the single column of a query.
func column1[V any](r Reader, query string, args ...any) ([]V, error) {
	var all []V
	err := each(r, query, args, func(rows *sql.Rows) error {
		var v V
		if err := rows.Scan(&v); err != nil {
			return err
		}
		all = append(all, v)
		return nil
	})
	return all, err
}

// constraint names the kind of rule of the schema that a statement broke.
type constraint int

const (
	constraintNone constraint = iota
	constraintUnique
	constraintForeignKey
	constraintNotNull
	constraintOther
)

func constraintOf(err error) constraint {
	var failed *sqlite.Error
	if !errors.As(err, &failed) {
		return constraintNone
	}
	switch failed.Code() {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return constraintUnique
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
		return constraintForeignKey
	case sqlite3.SQLITE_CONSTRAINT_NOTNULL:
		return constraintNotNull
	}
	if failed.Code()&0xff == sqlite3.SQLITE_CONSTRAINT {
		return constraintOther
	}
	return constraintNone
}
