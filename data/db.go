package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"net/url"
	"sync"

	"campaigndesk/data/filter"

	"modernc.org/sqlite"
)

func init() {
	// The driver wants functions and collations before the first connection, once per process.
	for name, fn := range map[string]func(string) string{"fold": filter.Fold, "sortkey": filter.SortKey} {
		sqlite.MustRegisterDeterministicScalarFunction(name, 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
			if text, ok := args[0].(string); ok {
				return fn(text), nil
			}
			return args[0], nil
		})
	}
	sqlite.MustRegisterCollationUtf8("swedish", compareSwedish)
}

// DB is an open company file. One connection writes, a few others read what is committed (write-ahead log), so that a
// long write never holds up a window.
type DB struct {
	path   string
	writer *sql.DB
	reader *sql.DB
	write  sync.Mutex // one command at a time
	lock   *fileLock

	prepared sync.Map // query → *sql.Stmt on reader

	// Changed is told after every command, undo and redo which tables have other rows than before, on the goroutine
	// that wrote. It is the only notice that climbs from the data to the windows.
	Changed func(tables []string)
}

// Path is where the company file lies.
func (db *DB) Path() string { return db.path }

const pragmas = "_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)&_pragma=busy_timeout(5000)" +
	"&_pragma=mmap_size(268435456)&_pragma=cache_size(-20000)"

// connect opens the connections to a file that is known to be a company of this format.
func connect(path string) (*DB, error) {
	address := (&url.URL{Scheme: "file", Opaque: url.PathEscape(path)}).String()
	writer, err := sql.Open("sqlite", address+"?_txlock=immediate&"+pragmas)
	if err != nil {
		return nil, err
	}
	writer.SetMaxOpenConns(1)
	reader, err := sql.Open("sqlite", address+"?_query_only=1&"+pragmas)
	if err != nil {
		writer.Close()
		return nil, err
	}
	reader.SetMaxOpenConns(4)
	reader.SetMaxIdleConns(4)
	db := &DB{path: path, writer: writer, reader: reader}
	if err := db.prepareWriter(); err != nil {
		db.closeConnections()
		return nil, err
	}
	return db, nil
}

// closeConnections closes both pools; the writer last, so that the log is folded into the file.
func (db *DB) closeConnections() error {
	db.prepared.Range(func(_, stmt any) bool {
		stmt.(*sql.Stmt).Close()
		return true
	})
	err := db.reader.Close()
	if werr := db.writer.Close(); err == nil {
		err = werr
	}
	return err
}

// stmt prepares a query once per file.
func (db *DB) stmt(query string) (*sql.Stmt, error) {
	if stmt, ok := db.prepared.Load(query); ok {
		return stmt.(*sql.Stmt), nil
	}
	stmt, err := db.reader.Prepare(query)
	if err != nil {
		return nil, fmt.Errorf("%w in %s", err, query)
	}
	if earlier, loaded := db.prepared.LoadOrStore(query, stmt); loaded {
		stmt.Close()
		return earlier.(*sql.Stmt), nil
	}
	return stmt, nil
}

// Tx is a command being carried out: what it writes becomes visible and lasting together, or not at all.
type Tx struct {
	ctx      context.Context
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
}

func (tx *Tx) stmt(query string) (*sql.Stmt, error) {
	if stmt, ok := tx.prepared[query]; ok {
		return stmt, nil
	}
	stmt, err := tx.tx.PrepareContext(tx.ctx, query)
	if err != nil {
		return nil, fmt.Errorf("%w in %s", err, query)
	}
	tx.prepared[query] = stmt
	return stmt, nil
}

// exec runs a statement that changes rows. It is the only door to the file for changes.
func (tx *Tx) exec(query string, args ...any) (sql.Result, error) {
	stmt, err := tx.stmt(query)
	if err != nil {
		return nil, err
	}
	return stmt.ExecContext(tx.ctx, args...)
}

// transact runs fn in one transaction of the writing connection. Cancelling ctx rolls back.
func (db *DB) transact(ctx context.Context, fn func(*Tx) error) error {
	db.write.Lock()
	defer db.write.Unlock()
	sqltx, err := db.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer sqltx.Rollback()
	tx := &Tx{ctx: ctx, tx: sqltx, prepared: map[string]*sql.Stmt{}}
	if _, err := tx.exec("PRAGMA defer_foreign_keys=ON"); err != nil {
		return err
	}
	if err := fn(tx); err != nil {
		return err
	}
	if err := sqltx.Commit(); err != nil {
		if constraintOf(err) == constraintForeignKey {
			return Msg("still-referred-to")
		}
		return err
	}
	return nil
}
