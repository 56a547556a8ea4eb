package data

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// fileLock keeps a second program from the company. Two small files lie beside it: one is locked, the other says who
// holds the lock (a locked file cannot be read everywhere) and on which socket the holder listens for a knock.
type fileLock struct {
	lock   *flock.Flock
	holder string
	socket net.Listener // nil where the system has no such sockets
	knocks chan struct{}

	// unclean is set when the last holder did not release the company. It stays so, for the next holder too, until the
	// file has been checked.
	unclean bool
}

// lockCompany takes the lock or refuses, naming the process that has it.
func lockCompany(path string) (*fileLock, error) {
	lock := flock.New(path+"-lock", flock.SetPermissions(0o600))
	got, err := lock.TryLock()
	if err != nil {
		return nil, Msg("file-cannot-lock", path, err.Error())
	}
	if !got {
		pid, _, err := readHolder(path)
		if err != nil {
			pid = "?"
		}
		return nil, Msg(fileInUse, path, pid)
	}
	l := &fileLock{lock: lock, holder: holderFile(path), knocks: make(chan struct{}, 1)}
	_, err = os.Stat(l.holder)
	l.unclean = err == nil
	if err := l.announce(); err != nil {
		l.release()
		return nil, Msg("file-cannot-lock", path, err.Error())
	}
	return l, nil
}

const fileInUse = "file-in-use"

// announce writes down who holds the lock and begins to listen.
func (l *fileLock) announce() error {
	socket := ""
	// A directory of its own under a short name: only this user can reach into it, and paths of sockets are limited.
	if dir, err := os.MkdirTemp("", "campaigndesk-"); err == nil {
		socket = filepath.Join(dir, "knock")
		if l.socket, err = net.Listen("unix", socket); err != nil {
			os.Remove(dir)
		}
	}
	if l.socket != nil {
		go l.listen()
	} else {
		socket = ""
		close(l.knocks) // nobody will come
	}
	return os.WriteFile(l.holder, fmt.Appendf(nil, "%d\n%s\n", os.Getpid(), socket), 0o600)
}

func (l *fileLock) listen() {
	defer close(l.knocks)
	for {
		visitor, err := l.socket.Accept()
		if err != nil {
			return
		}
		select {
		case l.knocks <- struct{}{}:
		default: // the last knock has not been answered yet
		}
		visitor.Write([]byte{'!'})
		visitor.Close()
	}
}

// release gives the company free. The locked file stays: removing it would let two processes lock two files of one name.
func (l *fileLock) release() error {
	if l.socket != nil {
		socket := l.socket.Addr().String()
		l.socket.Close()
		os.Remove(filepath.Dir(socket))
	}
	if !l.unclean {
		os.Remove(l.holder)
	}
	return l.lock.Unlock()
}

func holderFile(path string) string { return path + "-holder" }

func readHolder(path string) (pid, socket string, err error) {
	text, err := os.ReadFile(holderFile(path))
	if err != nil {
		return "", "", err
	}
	pid, socket, _ = strings.Cut(strings.TrimSpace(string(text)), "\n")
	_, err = strconv.Atoi(pid)
	return pid, socket, err
}

// InUse reports whether the error of Open or Create says that another program has the company open.
func InUse(err error) bool {
	refused, ok := err.(Message)
	return ok && refused.Key == fileInUse
}

// Knock asks the program that has the company open to come to the front, and fails when none answers.
func Knock(path string) error {
	path, err := fullPath(path)
	if err != nil {
		return err
	}
	_, socket, err := readHolder(path)
	if err != nil {
		return err
	}
	const patience = 2 * time.Second
	door, err := net.DialTimeout("unix", socket, patience)
	if err != nil {
		return err
	}
	defer door.Close()
	door.SetDeadline(time.Now().Add(patience))
	_, err = door.Read(make([]byte, 1))
	return err
}

// Knocks delivers whenever a second start of the program asks this one to come to the front (see [Knock]), until Close.
func (db *DB) Knocks() <-chan struct{} { return db.lock.knocks }
