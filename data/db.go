package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"sync"

	"campaigndesk/data/filter"

	"modernc.org/sqlite"
)

func init() {
	// The driver wants functions and collations before the first connection, once per process.
	for name, fn := range map[string]func(string) string{"fold": filter.Fold, "sortkey": filter.SortKey, "words": searchable} {
		sqlite.MustRegisterDeterministicScalarFunction(name, 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
			if text, ok := args[0].(string); ok {
				return fn(text), nil
			}
			return args[0], nil
		})
	}
	sqlite.MustRegisterDeterministicScalarFunction("searchstring", 3, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		text, _ := args[0].(string)
		part, _ := args[1].(int64)
		length, _ := args[2].(int64)
		return SearchString(text, PartOfField(part), int(length)), nil
	})
	sqlite.MustRegisterCollationUtf8("swedish", compareSwedish)
}

// DB is an open company file. One connection writes, a few others read what is committed (write-ahead log), so that a
// long write never holds up a window.
type DB struct {
	path   string
	lock   *fileLock
	write  sync.Mutex // one command at a time
	writer *writer
	reader *sql.DB
	cached statements // on reader

	// Changed is told after every command, undo and redo which tables have other rows than before, on the goroutine
	// that wrote. It is the only notice that climbs from the data to the windows.
	Changed func(tables []string)
}

// writer is the one connection that writes. It is never replaced: what runs along with every change, the journal above
// all, hangs on this very connection, and a new one would write without it.
type writer struct {
	pool   *sql.DB
	conn   *sql.Conn
	cached statements
}

// Path is where the company file lies.
func (db *DB) Path() string { return db.path }

// Every commit is on the disk before it is reported, and the log is cut back after a large command. The file is not mapped
// into memory: a drive that is pulled out would end the program with a signal instead of an error. The caches keep SQLite's
// small size, because the readers' are thrown away whenever a command was written, which takes longer than a large one saves;
// the system caches the file anyway.
const (
	pragmas       = "_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)&_pragma=busy_timeout(5000)&_pragma=journal_size_limit(16777216)"
	readerPragmas = pragmas + "&_query_only=1"
	// The journal's triggers keep a statement journal of their own; in memory it costs a third of the time it costs on disk.
	writerPragmas = pragmas + "&_pragma=temp_store(MEMORY)"
)

// address is the name by which SQLite opens a file with the given options, whatever characters the path has.
func address(path, options string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: options}).String()
}

// connect opens the connections to a file that is known to be a company of this format.
func connect(path string) (*DB, error) {
	db := &DB{path: path}
	if err := db.connect(); err != nil {
		db.disconnect()
		return nil, err
	}
	return db, nil
}

func (db *DB) connect() (err error) {
	if db.writer, err = openWriter(db.path); err != nil {
		return err
	}
	if db.reader, err = sql.Open("sqlite", address(db.path, readerPragmas)); err != nil {
		return err
	}
	db.reader.SetMaxOpenConns(4)
	db.reader.SetMaxIdleConns(4)
	return db.transact(context.Background(), prepareWriter)
}

func openWriter(path string) (*writer, error) {
	pool, err := sql.Open("sqlite", address(path, writerPragmas))
	if err != nil {
		return nil, err
	}
	conn, err := pool.Conn(context.Background())
	if err != nil {
		pool.Close()
		return nil, err
	}
	return &writer{pool: pool, conn: conn}, nil
}

// The writer's cache, in kibibytes: SQLite's own size, and the one with which inserting many rows is fastest.
const (
	usualCache = 2000
	bulkCache  = 16_000
)

// setCache changes the size of the cache. It does not go through a prepared statement: SQLite carries this out when it
// prepares it, and only then.
func (w *writer) setCache(kibibytes int) error {
	_, err := w.conn.ExecContext(context.Background(), fmt.Sprintf("PRAGMA cache_size=-%d", kibibytes))
	return err
}

// disconnect closes all connections; the writer last, so that the log is folded into the file.
func (db *DB) disconnect() error {
	var faults []error
	if db.reader != nil {
		db.cached.close()
		faults = append(faults, db.reader.Close())
	}
	if db.writer != nil {
		db.writer.cached.close()
		faults = append(faults, db.writer.conn.Close(), db.writer.pool.Close())
	}
	return errors.Join(faults...)
}

func (db *DB) stmt(query string) (*sql.Stmt, func(), error) {
	return db.cached.get(query, func() (*sql.Stmt, error) { return db.reader.Prepare(query) })
}

// Tx is a command being carried out: what it writes becomes visible and lasting together, or not at all.
type Tx struct {
	ctx      context.Context
	writer   *writer
	entry    int64 // the command's entry in the journal, 0 for what is not in it
	flipping int64 // the entry being undone or redone, 0 otherwise
	aborted  error // SQLite has given up the transaction; nothing more may be written
}

func (tx *Tx) stmt(query string) (*sql.Stmt, func(), error) {
	return tx.writer.cached.get(query, func() (*sql.Stmt, error) { return tx.writer.conn.PrepareContext(tx.ctx, query) })
}

// exec runs a statement that changes rows. It is the only door to the file for changes.
func (tx *Tx) exec(query string, args ...any) (sql.Result, error) {
	if tx.aborted != nil {
		return nil, tx.aborted
	}
	stmt, done, err := tx.stmt(query)
	if err != nil {
		return nil, tx.failed(err)
	}
	defer done()
	result, err := stmt.ExecContext(tx.ctx, args...)
	return result, tx.failed(err)
}

// failed passes an error on. After anything but a broken rule of the schema the transaction may be gone, and what would be
// written next would stay even though the command fails.
func (tx *Tx) failed(err error) error {
	if err == nil {
		return nil
	}
	err = explain(err)
	if constraintOf(err) == constraintNone {
		tx.aborted = err
	}
	return err
}

// transact runs fn in one transaction of the writing connection. Cancelling ctx rolls back.
func (db *DB) transact(ctx context.Context, fn func(*Tx) error) error {
	db.write.Lock()
	defer db.write.Unlock()
	tx := &Tx{ctx: ctx, writer: db.writer}
	if _, err := tx.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	ending := &Tx{ctx: context.Background(), writer: db.writer} // cancelling must not hit the commit or the rollback itself
	committed := false
	defer func() {
		if !committed {
			ending.exec("ROLLBACK")
		}
	}()
	if err := fn(tx); err != nil {
		return err
	}
	if err := errors.Join(tx.aborted, ctx.Err()); err != nil {
		return err
	}
	if _, err := ending.exec("COMMIT"); err != nil {
		if constraintOf(err) == constraintForeignKey {
			return tx.brokenReference()
		}
		return err
	}
	committed = true
	return nil
}

// statements are prepared statements kept for the next time. Filters can be typed in endless variety, so beyond a number
// of different queries the further ones are prepared for one use.
type statements struct {
	mu   sync.Mutex
	kept map[string]*sql.Stmt
}

const maxStatements = 256

// get returns the statement for a query, and what to call when it has been used.
func (s *statements) get(query string, prepare func() (*sql.Stmt, error)) (stmt *sql.Stmt, done func(), err error) {
	if stmt := s.find(query); stmt != nil {
		return stmt, func() {}, nil
	}
	if stmt, err = prepare(); err != nil {
		return nil, nil, fmt.Errorf("%w in %s", err, query)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept[query] != nil || len(s.kept) >= maxStatements {
		return stmt, func() { stmt.Close() }, nil
	}
	if s.kept == nil {
		s.kept = map[string]*sql.Stmt{}
	}
	s.kept[query] = stmt
	return stmt, func() {}, nil
}

func (s *statements) find(query string) *sql.Stmt {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.kept[query]
}

func (s *statements) close() {
	for _, stmt := range s.kept {
		stmt.Close()
	}
	s.kept = nil
}
