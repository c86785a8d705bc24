package node

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gofrs/flock"
)

// The layout of a home directory.
const (
	configFile  = "node.toml"
	NetworkFile = "network.json"
	versionFile = "VERSION"
	lockFile    = "LOCK"
	keysDir     = "keys"
	dataDir     = "data"
)

// homeVersion is the layout that this program reads and writes.
const homeVersion = 3

// Sentinels of a home directory.
var (
	ErrHomeInUse   = errors.New("home directory is in use")
	ErrHomeVersion = errors.New("home directory has another version")
)

// Home is an operator's locked directory.
type Home struct {
	Path string
	lock *flock.Flock
	keys string // folder of the keys, when it is not keysDir
}

// OpenHome locks a home directory that InitHome made.
func OpenHome(path string) (*Home, error) {
	version, err := os.ReadFile(filepath.Join(path, versionFile))
	if err != nil {
		return nil, fmt.Errorf("open home %s: %w; make one first (trident localnet up makes them for a local network)", path, err)
	}
	if v, err := strconv.Atoi(strings.TrimSpace(string(version))); err != nil || v != homeVersion {
		return nil, fmt.Errorf("open home %s: %w: it says %q, this program knows %d; use the release that made it, or its migration", path,
			ErrHomeVersion, strings.TrimSpace(string(version)), homeVersion)
	}
	lock := flock.New(filepath.Join(path, lockFile))
	ok, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock home %s: %w", path, err)
	}
	if !ok {
		return nil, fmt.Errorf("%w: %s; stop the other trident process or choose another --home", ErrHomeInUse, path)
	}
	return &Home{Path: path, lock: lock}, nil
}

// InitHome makes the directories and the version file.
func InitHome(path string) error {
	for _, dir := range []string{path, filepath.Join(path, keysDir), filepath.Join(path, dataDir)} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return fmt.Errorf("make home: %w", err)
		}
	}
	return writeFile(filepath.Join(path, versionFile), fmt.Appendf(nil, "%d\n", homeVersion))
}

// Close releases the lock.
func (h *Home) Close() error { return h.lock.Unlock() }

// Data is a path below the data directory.
func (h *Home) Data(elem ...string) string {
	return filepath.Join(append([]string{h.Path, dataDir}, elem...)...)
}

// Keys is a path below the key directory.
func (h *Home) Keys(elem ...string) string {
	dir := h.keys
	if dir == "" {
		dir = keysDir
	}
	return filepath.Join(append([]string{h.Path, dir}, elem...)...)
}

// writeFile replaces a file as a whole: a crash leaves the old one or the new one.
func writeFile(path string, data []byte) error {
	temp := path + ".tmp"
	f, err := os.OpenFile(temp, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(temp, path)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// name is the last part of the path, by which a person knows the operator on this machine.
func (h *Home) name() string { return filepath.Base(h.Path) }
