package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// BackupKind says why a backup was made.
type BackupKind int

const (
	Manual        BackupKind = iota // wished for
	Daily                           // the first of a day; the last seven are kept
	BeforeUpgrade                   // before the file was brought to a newer format
	BeforeRestore                   // what a restored backup took the place of
)

// backupWords are how the kinds stand in the names of files.
var backupWords = []string{"manual", "daily", "before-upgrade", "before-restore"}

// BackupInfo is a backup beside a company file.
type BackupInfo struct {
	Path string
	At   time.Time // when it was made
	Kind BackupKind
	Size int64 // bytes
}

// keptDaily is how many daily backups are kept.
const keptDaily = 7

// Backup writes a verified copy of the company as it is now into a new file, or, when path is blank, into the folder of backups
// beside the company. The company can be worked in meanwhile; when ctx is cancelled no file is left.
func Backup(ctx context.Context, db *DB, path string) (BackupInfo, error) {
	if path == "" {
		return backUp(ctx, db.path, Manual)
	}
	if err := copyCompany(ctx, db.path, path); err != nil {
		return BackupInfo{}, err
	}
	return backupInfo(path, time.Now(), Manual)
}

// BackupDaily makes the backup of the day unless there is one, and lets go of all daily backups but the last seven.
func BackupDaily(ctx context.Context, db *DB) error {
	daily := func() ([]BackupInfo, error) {
		all, err := Backups(db)
		return slices.DeleteFunc(all, func(b BackupInfo) bool { return b.Kind != Daily }), err
	}
	made, err := daily()
	if err != nil || len(made) > 0 && DateOf(made[0].At) == DateOf(time.Now()) {
		return err
	}
	if _, err := backUp(ctx, db.path, Daily); err != nil {
		return err
	}
	made, err = daily()
	for len(made) > keptDaily {
		last := len(made) - 1
		err = errors.Join(err, os.Remove(made[last].Path))
		made = made[:last]
	}
	return err
}

// Backups lists the backups in the folder beside the company, the newest first.
func Backups(db *DB) ([]BackupInfo, error) {
	folder, name, extension := backupPlace(db.path)
	files, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var found []BackupInfo
	for _, file := range files {
		words, ours := strings.CutPrefix(file.Name(), name+" ")
		words, whole := strings.CutSuffix(words, extension)
		if !ours || !whole || len(words) <= len(backupTime) {
			continue
		}
		kind := slices.Index(backupWords, strings.TrimSpace(words[len(backupTime):]))
		at, err := time.ParseInLocation(backupTime, words[:len(backupTime)], time.Local)
		if kind < 0 || err != nil {
			continue
		}
		if b, err := backupInfo(filepath.Join(folder, file.Name()), at, BackupKind(kind)); err == nil {
			found = append(found, b)
		}
	}
	slices.SortFunc(found, func(a, b BackupInfo) int { return b.At.Compare(a.At) })
	return found, err
}

// Restore puts a backup in the place of a company file that nobody has open. The backup is verified first, and what was in
// its place is kept as a backup too, even when it is damaged.
func Restore(path, backup string) error {
	path, err := fullPath(path)
	if err != nil {
		return err
	}
	lock, err := lockCompany(path)
	if err != nil {
		return err
	}
	defer lock.release()
	if _, err := inspect(backup, true); err != nil {
		return err
	}
	if _, err := os.Stat(path); err == nil {
		if err := keepAside(path); err != nil {
			return err
		}
	}
	restored := path + "-new"
	defer os.Remove(restored)
	if err := copyFile(backup, restored); err != nil {
		return err
	}
	// A log belongs to the file that it was written beside, and would spoil another one.
	for _, rest := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + rest); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	lock.unclean = false
	return os.Rename(restored, path)
}

// keepAside keeps a company as a backup, or at least its bytes, those of the log included.
func keepAside(path string) error {
	if _, err := backUp(context.Background(), path, BeforeRestore); err == nil {
		return nil
	}
	kept, err := newBackupPath(path, BeforeRestore)
	if err != nil {
		return err
	}
	if err := copyFile(path, kept); err != nil {
		return err
	}
	if err := copyFile(path+"-wal", kept+"-wal"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// backUp makes a backup in the folder beside the company.
func backUp(ctx context.Context, path string, kind BackupKind) (BackupInfo, error) {
	at := time.Now()
	backup, err := newBackupPath(path, kind)
	if err != nil {
		return BackupInfo{}, err
	}
	if err := copyCompany(ctx, path, backup); err != nil {
		return BackupInfo{}, err
	}
	return backupInfo(backup, at, kind)
}

// backupTime is how the time of a backup stands in its name; no system forbids the characters.
const backupTime = "2006-01-02 15.04.05"

// backupPlace is where backups of a company lie, and how their names begin and end.
func backupPlace(path string) (folder, name, extension string) {
	extension = filepath.Ext(path)
	name = strings.TrimSuffix(filepath.Base(path), extension)
	return filepath.Join(filepath.Dir(path), name+" backups"), name, extension
}

// newBackupPath names a backup that does not exist yet: where one was made in the same second, that of the next.
func newBackupPath(path string, kind BackupKind) (string, error) {
	folder, name, extension := backupPlace(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", Msg("file-cannot-create", folder, err.Error())
	}
	for at := time.Now(); ; at = at.Add(time.Second) {
		backup := filepath.Join(folder, fmt.Sprintf("%s %s %s%s", name, at.Format(backupTime), backupWords[kind], extension))
		if _, err := os.Lstat(backup); errors.Is(err, fs.ErrNotExist) {
			return backup, nil
		}
	}
}

func backupInfo(path string, at time.Time, kind BackupKind) (BackupInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return BackupInfo{}, err
	}
	return BackupInfo{Path: path, At: at, Kind: kind, Size: info.Size()}, nil
}

// copyCompany writes a company, compacted, to a new file and verifies it. The file gets its name only when it is whole and on
// the disk.
func copyCompany(ctx context.Context, from, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return Msg("file-exists", to)
	}
	part := to + "-new"
	os.Remove(part)
	defer os.Remove(part)
	if err := vacuumInto(ctx, from, part); err != nil {
		return explainFile(err, to)
	}
	if _, err := inspect(part, true); err != nil {
		return err
	}
	if err := syncFile(part); err != nil {
		return err
	}
	return os.Rename(part, to)
}

func vacuumInto(ctx context.Context, from, to string) error {
	file, err := sql.Open("sqlite", address(from, "mode=rw&_pragma=busy_timeout(5000)"))
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = file.ExecContext(ctx, "VACUUM INTO ?", to)
	return err
}

func copyFile(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(target, source)
	return errors.Join(err, target.Sync(), target.Close())
}

func syncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}
