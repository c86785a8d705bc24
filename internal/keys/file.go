package keys

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// maxFile bounds what is read as a key file; real ones are below 2 KiB.
const maxFile = 64 << 10

// readFile reads a key or password file and refuses one that others can read.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, faultf(ErrNotFound, "key file %s does not exist: restore it from a backup, or check the path", path)
	}
	if err != nil {
		return nil, fmt.Errorf("open key file: %w", err)
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("open key file: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, corrupt(path, "it is not a regular file")
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		return nil, faultf(ErrPermissions, "key file %s is readable by others (mode %04o): run chmod 600 %s",
			path, mode, path)
	}
	b, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("read key file: %w", err)
	}
	if len(b) > maxFile {
		return nil, corrupt(path, fmt.Sprintf("it is above %d bytes", maxFile))
	}
	return b, nil
}

// writeFile makes a new key file: whole and on disk when it returns nil, not there otherwise.
func writeFile(path string, data []byte) (err error) {
	if _, err := os.Lstat(path); err == nil {
		return faultf(ErrExists, "key file %s exists and is not replaced: move it away first", path)
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("write key file: %w", err)
	}
	f, err := os.CreateTemp(dir, "."+filepath.Base(path)+".*") // mode 0600
	if err != nil {
		return fmt.Errorf("write key file: %w", err)
	}
	made := f.Name()
	defer func() {
		if err != nil {
			err = fmt.Errorf("write key file %s: %w", path, errors.Join(err, os.Remove(made)))
		}
	}()
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err = os.Rename(made, path); err != nil {
		return err
	}
	made = path
	return syncDir(dir)
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
