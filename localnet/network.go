package localnet

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
	control *control
	down    chan struct{}
	once    sync.Once

	life  context.Context // of what goes on in the background; Close ends it
	end   context.CancelFunc
	tasks sync.WaitGroup

	writing sync.Mutex // of localnet.json; guards closed
	closed  bool

	moving sync.Mutex // one change of membership or stake is sent to L1 at a time

	mu      sync.Mutex
	plan    *plan
	runners map[string]runner // by name, of the operators that have a home and have not left
	killed  map[string]bool   // operators that a person killed: they stay down until restarted
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
	n := &Network{options: options, lock: lock, down: make(chan struct{}), killed: map[string]bool{}, runners: map[string]runner{}}
	n.life, n.end = context.WithCancel(context.WithoutCancel(ctx))
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
	for _, o := range n.plan.running() {
		if err := n.addRunner(o); err != nil {
			return err
		}
	}
	for _, o := range n.seats() {
		if err := o.runner.start(); err != nil {
			return fmt.Errorf("start %s: %w", o.Name, err)
		}
	}
	ready, cancel := context.WithTimeout(ctx, readyTimeout)
	defer cancel()
	for _, o := range n.seats() {
		if err := awaitReady(ready, o); err != nil {
			return err
		}
	}
	if n.control, err = startControl(n.options.Dir, n); err != nil {
		return err
	}
	n.goOn()
	return n.describe()
}

// awaitReady waits until an operator says it is healthy. An operator that has ended fails at once, with its last words.
func awaitReady(ctx context.Context, o seat) error {
	for {
		if err := o.runner.ended(); err != nil {
			return err
		}
		s, err := askStatus(ctx, o.apiURL())
		if err == nil && s.Ready {
			return nil
		}
		if pauseErr := sleep(ctx, 50*time.Millisecond); pauseErr != nil {
			if err == nil && len(s.Trouble) > 0 {
				return fmt.Errorf("%s is not ready after %s: %s", o.Name, readyTimeout, s.Trouble[0])
			}
			return fmt.Errorf("wait for %s: %w", o.Name, pauseErr)
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
	n.mu.Lock()
	defer n.mu.Unlock()
	f := n.plan.file(n.chain)
	f.PID = os.Getpid()
	for i := range f.Operators {
		if r := n.runners[f.Operators[i].Name]; r != nil {
			f.Operators[i].PID = r.pid()
		}
	}
	return f
}

// L1 is a client of the network's L1.
func (n *Network) L1() *l1.Client { return n.chain.client }

// seat is an operator with what runs it.
type seat struct {
	planOperator
	runner runner
}

// seats are the operators that have a home and have not left.
func (n *Network) seats() []seat {
	n.mu.Lock()
	defer n.mu.Unlock()
	var out []seat
	for _, o := range n.plan.Operators {
		if r := n.runners[o.Name]; r != nil {
			out = append(out, seat{o, r})
		}
	}
	return out
}

// seat finds an operator that can be started and stopped.
func (n *Network) seat(name string) (seat, error) {
	var names []string
	for _, o := range n.seats() {
		if o.Name == name {
			return o, nil
		}
		names = append(names, o.Name)
	}
	for _, o := range n.planned() {
		switch {
		case o.Name == name && o.State == stateLeft:
			return seat{}, fmt.Errorf("%s has left this network; it has %v", name, names)
		case o.Name == name:
			return seat{}, fmt.Errorf("%s is still joining; it has %v", name, names)
		}
	}
	return seat{}, fmt.Errorf("no operator %q in this network; it has %v", name, names)
}

// planned are all operators that there are or were.
func (n *Network) planned() []planOperator {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.Clone(n.plan.Operators)
}

// addRunner makes what runs an operator; it starts nothing.
func (n *Network) addRunner(o planOperator) error {
	r, err := n.newRunner(o)
	if err != nil {
		return err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.runners[o.Name] = r
	return nil
}

// Kill ends an operator with SIGKILL and returns when it is gone. It stays down until Restart.
func (n *Network) Kill(name string) error {
	o, err := n.seat(name)
	if err != nil {
		return err
	}
	n.mu.Lock()
	n.killed[name] = true
	n.mu.Unlock()
	o.runner.kill()
	return n.describe()
}

// Restart stops an operator if it runs, starts it, and returns when it answers.
func (n *Network) Restart(ctx context.Context, name string) error {
	o, err := n.seat(name)
	if err != nil {
		return err
	}
	n.mu.Lock()
	delete(n.killed, name)
	n.mu.Unlock()
	if err := o.runner.stop(ctx); err != nil {
		n.options.Log.Warn("operator was slow to stop", "operator", name, "err", err)
	}
	return n.launch(ctx, o)
}

// launch starts an operator and returns when it answers.
func (n *Network) launch(ctx context.Context, o seat) error {
	if err := n.begin(o); err != nil {
		return err
	}
	ready, cancel := context.WithTimeout(ctx, readyTimeout)
	defer cancel()
	if err := awaitReady(ready, o); err != nil {
		return err
	}
	return n.describe()
}

// begin starts an operator again unless the network is closing, and says so in localnet.json.
func (n *Network) begin(o seat) error {
	n.writing.Lock()
	defer n.writing.Unlock()
	if n.closed {
		return errStopping
	}
	if err := o.runner.start(); err != nil {
		return err
	}
	return n.File().write(n.options.Dir)
}

var errStopping = errors.New("the network is stopping")

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
	file := n.File()
	s := Status{Operators: askAll(ctx, file.Operators), Rollups: file.Rollups}
	for _, o := range n.planned() {
		i := slices.IndexFunc(s.Operators, func(have OperatorStatus) bool { return have.Name == o.Name })
		switch {
		case i >= 0:
			s.Operators[i].State = o.State
		case o.State != "": // it has not begun or has ended
			s.Operators = append(s.Operators, OperatorStatus{Name: o.Name, Address: o.Address, State: o.State})
		}
	}
	if head, err := n.chain.client.BlockNumber(ctx); err == nil {
		s.L1Head = head
	}
	return s
}

// Fallen are operators that ended by themselves since they were started.
func (n *Network) Fallen() []error {
	var out []error
	for _, o := range n.seats() {
		n.mu.Lock()
		meant := n.killed[o.Name]
		n.mu.Unlock()
		if err := o.runner.ended(); err != nil && !meant {
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
	n.end()
	if n.control != nil {
		n.control.close()
	}
	n.tasks.Wait()
	var seats []seat
	if n.plan != nil {
		seats = n.seats()
	}
	errs := make([]error, len(seats))
	var wg sync.WaitGroup
	for i, o := range seats {
		wg.Go(func() { errs[i] = o.runner.stop(ctx) })
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
