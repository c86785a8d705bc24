package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/gofrs/flock"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/trident-network/trident/internal/testutil"
	"github.com/trident-network/trident/localnet"
)

// patience bounds every wait.
const patience = 90 * time.Second

// asTrident makes the test binary be the trident program: operators of a network are then processes of it too, with the
// race detector when the test has it.
const asTrident = "TRIDENT_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asTrident) != "" {
		main()
	}
	goleak.VerifyTestMain(m, testutil.LeakOptions()...)
}

// result is what a command left.
type result struct {
	code           int
	stdout, stderr string
}

// command runs a command in this process.
func command(t *testing.T, args ...string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var stdout, stderr bytes.Buffer
	code := run(ctx, args, &stdout, &stderr)
	return result{code, stdout.String(), stderr.String()}
}

// requireOK is a command that must succeed; it returns what it printed.
func requireOK(t *testing.T, args ...string) string {
	t.Helper()
	r := command(t, args...)
	require.Zero(t, r.code, "trident %s: %s", strings.Join(args, " "), r.stderr)
	return r.stdout
}

// requireRefused checks that an error is one line that says what is meant, and no success.
func requireRefused(t *testing.T, r result, says ...string) {
	t.Helper()
	require.Equal(t, 1, r.code, "%s%s", r.stdout, r.stderr)
	require.Equal(t, 1, strings.Count(r.stderr, "\n"), r.stderr)
	require.True(t, strings.HasPrefix(r.stderr, "trident: "), r.stderr)
	for _, s := range says {
		require.Contains(t, r.stderr, s)
	}
}

// program is a trident process.
type program struct {
	t      *testing.T
	cmd    *exec.Cmd
	done   chan struct{}
	stdout safeBuffer
	stderr safeBuffer
}

// safeBuffer may be read while a process writes it.
type safeBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// launch starts a trident process that does not outlive the test.
func launch(t *testing.T, args ...string) *program {
	t.Helper()
	path, err := os.Executable()
	require.NoError(t, err)
	p := &program{t: t, cmd: exec.Command(path, args...), done: make(chan struct{})}
	p.cmd.Env = append(os.Environ(), asTrident+"=1")
	p.cmd.Stdout, p.cmd.Stderr = &p.stdout, &p.stderr
	require.NoError(t, p.cmd.Start())
	go func() {
		_ = p.cmd.Wait() // the exit code says it
		close(p.done)
	}()
	t.Cleanup(func() {
		_ = p.cmd.Process.Signal(syscall.SIGTERM)
		select {
		case <-p.done:
		case <-time.After(patience):
			_ = p.cmd.Process.Kill()
			<-p.done
		}
		if t.Failed() {
			t.Logf("trident %s\n%s%s", strings.Join(args, " "), p.stdout.String(), p.stderr.String())
		}
	})
	return p
}

func (p *program) signal(s syscall.Signal) {
	p.t.Helper()
	require.NoError(p.t, p.cmd.Process.Signal(s))
}

// wait returns what the process left when it has ended.
func (p *program) wait() result {
	p.t.Helper()
	testutil.Eventually(p.t, patience, p.ended, "end of %v", p.cmd.Args)
	return result{p.cmd.ProcessState.ExitCode(), p.stdout.String(), p.stderr.String()}
}

func (p *program) ended() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}

// until waits for a condition while the process runs.
func (p *program) until(cond func() bool, what string) {
	p.t.Helper()
	testutil.Eventually(p.t, patience, func() bool { return p.ended() || cond() }, what)
	require.True(p.t, cond(), "%s: %s%s", what, p.stdout.String(), p.stderr.String())
}

// up starts a network on free ports and waits until localnet.json says that it is ready: its own, not one that a killed
// supervisor left.
func up(t *testing.T, dir string, more ...string) *program {
	t.Helper()
	p := launch(t, upArgs(dir, more...)...)
	p.until(func() bool {
		f, err := localnet.ReadFile(dir)
		return err == nil && f.PID == p.cmd.Process.Pid
	}, "the network to be ready")
	p.until(func() bool { return strings.Contains(p.stdout.String(), "settled") }, "its first transaction to be settled")
	return p
}

func upArgs(dir string, more ...string) []string {
	return append([]string{"localnet", "up", "--dir", dir, "--quiet", "--base-port", "0", "--l1-port", "0", "--block-interval", "200ms"}, more...)
}

func upOnce(t *testing.T, dir string, more ...string) result {
	t.Helper()
	return launch(t, upArgs(dir, append(more, "--once")...)...).wait()
}

func exists(elem ...string) bool {
	_, err := os.Stat(filepath.Join(elem...))
	return err == nil
}

// requireStopped waits until no process holds an operator's home or the directory itself: nothing is left running.
func requireStopped(t *testing.T, dir string) {
	t.Helper()
	locks, err := filepath.Glob(filepath.Join(dir, "operators", "*", "LOCK"))
	require.NoError(t, err)
	for _, path := range append(locks, filepath.Join(dir, "LOCK")) {
		lock := flock.New(path)
		testutil.Eventually(t, patience, func() bool {
			ok, err := lock.TryLock()
			return err == nil && ok
		}, "the process that holds %s to end", path)
		require.NoError(t, lock.Unlock())
	}
}
