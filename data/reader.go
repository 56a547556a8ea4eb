package data

import (
	"context"
	"database/sql"
	"errors"
)

// Reader is what queries read from: the [DB] with everything committed, or a [Tx] with its own changes too.
type Reader interface {
	// stmt prepares a query; done is to be called when its rows are read.
	stmt(query string) (stmt *sql.Stmt, done func(), err error)
}

// each runs a query and hands every row to fn.
func each(r Reader, query string, args []any, fn func(*sql.Rows) error) error {
	stmt, done, err := r.stmt(query)
	if err != nil {
		return explain(err)
	}
	defer done()
	rows, err := stmt.QueryContext(context.Background(), args...)
	if err != nil {
		return explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := fn(rows); err != nil {
			return err
		}
	}
	return explain(rows.Err())
}

// scalar reads the single value of a query; ErrNotFound when it has no row.
func scalar[V any](r Reader, query string, args ...any) (V, error) {
	var v V
	stmt, done, err := r.stmt(query)
	if err != nil {
		return v, explain(err)
	}
	defer done()
	err = stmt.QueryRowContext(context.Background(), args...).Scan(&v)
	if errors.Is(err, sql.ErrNoRows) {
		return v, ErrNotFound
	}
	return v, explain(err)
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
