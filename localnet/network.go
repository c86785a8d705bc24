package localnet

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"github.com/trident-network/trident/l1"
)

// ErrDirInUse is the sentinel of a directory whose network runs already.
var ErrDirInUse = errors.New("a network runs in this directory already")

// readyTimeout bounds how long operators may take from start to answering.
const readyTimeout = 90 * time.Second

// runner is one operator that can be started again and again: a process, or a node inside this process.
type runner interface {
	start() error
	stop(ctx context.Context) error
	kill()
	pid() int
	ended() error // why it does not run; nil while it does
}

// Network is a running local network.
type Network struct {
	options Options
	lock    *flock.Flock
	chain   *chain // the L1
	plan    *plan
	runners []runner
	control *control
	down    chan struct{}
	once    sync.Once

	writing sync.Mutex // of localnet.json; guards closed
	closed  bool

	mu     sync.Mutex
	killed map[string]bool // operators that a person killed: they stay down until restarted
}

// Start brings up the network of a directory, making it first when it is new, and returns when every operator answers
// and localnet.json is written. The caller calls Close.
func Start(ctx context.Context, options Options) (*Network, error) {
	if err := options.Check(); err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(options.Dir)
	if err != nil {
		return nil, fmt.Errorf("find directory: %w", err)
	}
	options.Dir = dir
	_, statErr := os.Stat(dir)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make directory: %w; choose another --dir", err)
	}
	if _, found, err := loadPlan(dir); err == nil && !found {
		if err := refuseForeign(dir); err != nil {
			return nil, err // before the lock file is written into somebody else's directory
		}
	}
	lock := flock.New(filepath.Join(dir, dirLock))
	if ok, err := lock.TryLock(); err != nil {
		return nil, fmt.Errorf("lock directory: %w", err)
	} else if !ok {
		return nil, fmt.Errorf("%w: %s; stop it with: trident localnet down --dir %s, or choose another --dir", ErrDirInUse, dir, options.Dir)
	}
	n := &Network{options: options, lock: lock, down: make(chan struct{}), killed: map[string]bool{}}
	if err := n.start(ctx); err != nil {
		closeCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopGrace)
		defer cancel()
		err = errors.Join(err, n.Close(closeCtx))
		if errors.Is(statErr, os.ErrNotExist) {
			removeIfEmpty(dir)
		}
		return nil, err
	}
	return n, nil
}

// removeIfEmpty removes a directory in which there is no more than the lock file. What it cannot remove does no harm.
func removeIfEmpty(dir string) {
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) == 1 && entries[0].Name() == dirLock {
		_ = os.RemoveAll(dir)
	}
}

func (n *Network) start(ctx context.Context) error {
	// A stale description would tell a script that waits for it that all is ready.
	if err := os.Remove(filepath.Join(n.options.Dir, FileName)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("remove old %s: %w", FileName, err)
	}
	var err error
	if n.plan, n.chain, err = prepare(ctx, n.options); err != nil {
		return err
	}
	for _, o := range n.plan.Operators {
		r, err := n.newRunner(o)
		if err != nil {
			return err
		}
		n.runners = append(n.runners, r)
	}
	for i, r := range n.runners {
		if err := r.start(); err != nil {
			return fmt.Errorf("start %s: %w", n.plan.Operators[i].Name, err)
		}
	}
	ready, cancel := context.WithTimeout(ctx, readyTimeout)
	defer cancel()
	for i := range n.runners {
		if err := n.awaitReady(ready, i); err != nil {
			return err
		}
	}
	if n.control, err = startControl(n.options.Dir, n); err != nil {
		return err
	}
	return n.describe()
}

// awaitReady waits until an operator says it is healthy. An operator that has ended fails at once, with its last words.
func (n *Network) awaitReady(ctx context.Context, i int) error {
	for {
		if err := n.runners[i].ended(); err != nil {
			return err
		}
		s, err := askStatus(ctx, n.plan.Operators[i].apiURL())
		if err == nil && s.Ready {
			return nil
		}
		if pauseErr := sleep(ctx, 50*time.Millisecond); pauseErr != nil {
			if err == nil && len(s.Trouble) > 0 {
				return fmt.Errorf("%s is not ready after %s: %s", n.plan.Operators[i].Name, readyTimeout, s.Trouble[0])
			}
			return fmt.Errorf("wait for %s: %w", n.plan.Operators[i].Name, pauseErr)
		}
	}
}

// describe writes localnet.json, one writer at a time, until the network closes.
func (n *Network) describe() error {
	n.writing.Lock()
	defer n.writing.Unlock()
	if n.closed {
		return nil
	}
	return n.File().write(n.options.Dir)
}

// File is the content of localnet.json now.
func (n *Network) File() *File {
	f := n.plan.file(n.chain)
	f.PID = os.Getpid()
	for i := range f.Operators {
		f.Operators[i].PID = n.runners[i].pid()
	}
	return f
}

// L1 is a client of the network's L1.
func (n *Network) L1() *l1.Client { return n.chain.client }

func (n *Network) index(name string) (int, error) {
	var names []string
	for i, o := range n.plan.Operators {
		if o.Name == name {
			return i, nil
		}
		names = append(names, o.Name)
	}
	return 0, fmt.Errorf("no operator %q in this network; it has %v", name, names)
}

// Kill ends an operator with SIGKILL and returns when it is gone. It stays down until Restart.
func (n *Network) Kill(name string) error {
	i, err := n.index(name)
	if err != nil {
		return err
	}
	n.mu.Lock()
	n.killed[name] = true
	n.mu.Unlock()
	n.runners[i].kill()
	return n.describe()
}

// Restart stops an operator if it runs, starts it, and returns when it answers.
func (n *Network) Restart(ctx context.Context, name string) error {
	i, err := n.index(name)
	if err != nil {
		return err
	}
	n.mu.Lock()
	delete(n.killed, name)
	n.mu.Unlock()
	if err := n.runners[i].stop(ctx); err != nil {
		n.options.Log.Warn("operator was slow to stop", "operator", name, "err", err)
	}
	if err := n.begin(i); err != nil {
		return err
	}
	ready, cancel := context.WithTimeout(ctx, readyTimeout)
	defer cancel()
	if err := n.awaitReady(ready, i); err != nil {
		return err
	}
	return n.describe()
}

// begin starts an operator again unless the network is closing, and says so in localnet.json.
func (n *Network) begin(i int) error {
	n.writing.Lock()
	defer n.writing.Unlock()
	if n.closed {
		return errors.New("the network is stopping")
	}
	if err := n.runners[i].start(); err != nil {
		return err
	}
	return n.File().write(n.options.Dir)
}

// Down asks whoever waits in Wait to stop the network.
func (n *Network) Down() { n.once.Do(func() { close(n.down) }) }

// Stopped is closed by Down.
func (n *Network) Stopped() <-chan struct{} { return n.down }

func (n *Network) isDown() bool {
	select {
	case <-n.down:
		return true
	default:
		return false
	}
}

// Status asks the L1 and every operator.
func (n *Network) Status(ctx context.Context) Status {
	s := Status{Operators: askAll(ctx, n.File().Operators)}
	if head, err := n.chain.client.BlockNumber(ctx); err == nil {
		s.L1Head = head
	}
	return s
}

// Fallen are operators that ended by themselves since they were started.
func (n *Network) Fallen() []error {
	n.mu.Lock()
	defer n.mu.Unlock()
	var out []error
	for i, o := range n.plan.Operators {
		if err := n.runners[i].ended(); err != nil && !n.killed[o.Name] {
			out = append(out, err)
		}
	}
	return out
}

// Close stops the operators, then the L1. No process is left.
func (n *Network) Close(ctx context.Context) error {
	n.writing.Lock()
	n.closed = true
	n.writing.Unlock()
	if n.control != nil {
		n.control.close()
	}
	errs := make([]error, len(n.runners))
	var wg sync.WaitGroup
	for i, r := range n.runners {
		wg.Go(func() { errs[i] = r.stop(ctx) })
	}
	wg.Wait()
	if n.chain != nil {
		errs = append(errs, n.chain.close())
	}
	if err := os.Remove(filepath.Join(n.options.Dir, FileName)); err != nil && !errors.Is(err, os.ErrNotExist) {
		errs = append(errs, err)
	}
	return errors.Join(append(errs, n.lock.Unlock())...)
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
