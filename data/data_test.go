package data

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The tests start their own program once more to have a second process; childEnv says what it does instead of testing.
const childEnv = "CAMPAIGNDESK_TEST_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(childEnv) {
	case "hold":
		holdCompany(os.Args[1])
	case "write":
		writeUntilKilled(os.Args[1])
	default:
		code := m.Run()
		removeLarge()
		os.Exit(code)
	}
}

// child starts this program in the given role on a company. Its lines on stdout are read from the scanner; it ends when
// its stdin is closed, at the latest with the test.
func child(t *testing.T, role, path string) (*exec.Cmd, *bufio.Scanner, io.Closer) {
	t.Helper()
	cmd := exec.Command(os.Args[0], path)
	cmd.Env = append(os.Environ(), childEnv+"="+role)
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stdin.Close()
		cmd.Wait()
	})
	return cmd, bufio.NewScanner(stdout), stdin
}

// newCompany makes an empty company for a test.
func newCompany(t testing.TB) *DB {
	t.Helper()
	db, err := Create(filepath.Join(t.TempDir(), "test.campaigndesk"), "Test AB")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// reopen closes a company and opens it again.
func reopen(t testing.TB, db *DB) *DB {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return opened(t, db.path)
}

// opened opens a company that must open.
func opened(t testing.TB, path string) *DB {
	t.Helper()
	db, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// write carries out a command that must succeed.
func write(t testing.TB, db *DB, fn func(*Tx) error) {
	t.Helper()
	if err := db.Write(context.Background(), Msg("test"), fn); err != nil {
		t.Fatal(err)
	}
}

// refusalOf is the message key of a refusal with its column, "" for success.
func refusalOf(err error) string {
	if err == nil {
		return ""
	}
	refused, ok := err.(Message)
	switch {
	case !ok:
		return "no message: " + err.Error()
	case refused.Field != "":
		return refused.Field + ": " + refused.Key
	}
	return refused.Key
}
