package data

import (
	"os"
	"strconv"
	"strings"

	"github.com/gofrs/flock"
)

// fileLock keeps a second program from the company: a lock on a small file beside it that says which process holds it.
type fileLock struct{ lock *flock.Flock }

// lockCompany takes the lock or refuses, naming the process that has it.
func lockCompany(path string) (*fileLock, error) {
	name := path + "-lock"
	lock := flock.New(name)
	got, err := lock.TryLock()
	if err != nil {
		return nil, Msg("file-cannot-lock", path, err.Error())
	}
	if !got {
		holder, _ := os.ReadFile(name)
		return nil, Msg("file-in-use", path, strings.TrimSpace(string(holder)))
	}
	if err := os.WriteFile(name, []byte(strconv.Itoa(os.Getpid())), 0o600); err != nil {
		lock.Unlock()
		return nil, Msg("file-cannot-lock", path, err.Error())
	}
	return &fileLock{lock}, nil
}

// release gives the company free. The file stays: removing it would let two processes lock two files of one name.
func (l *fileLock) release() error { return l.lock.Unlock() }
