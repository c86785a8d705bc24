package localnet

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

// stopGrace is how long an operator gets to stop before it is killed.
const stopGrace = 20 * time.Second

// process is one operator's process: at most one at a time, started again and again on the same home.
type process struct {
	name   string
	binary string
	args   []string
	log    string // file that takes its output

	mu    sync.Mutex
	cmd   *exec.Cmd
	stdin io.Closer     // closing it, or our death, asks the operator to stop
	done  chan struct{} // closed when the process has ended
	err   error         // how it ended
}

// start runs the process unless it runs already.
func (p *process) start() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.running() {
		return nil
	}
	out, err := os.OpenFile(p.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("open log of %s: %w", p.name, err)
	}
	defer out.Close()
	cmd := exec.Command(p.binary, p.args...)
	cmd.Stdout, cmd.Stderr = out, out
	// Ctrl-C in the terminal goes to the whole group: the supervisor alone decides what stops when.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return fmt.Errorf("start %s: %w", p.name, err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start %s: %w", p.name, err)
	}
	p.cmd, p.stdin, p.done, p.err = cmd, stdin, make(chan struct{}), nil
	go p.wait(cmd, p.done)
	return nil
}

func (p *process) wait(cmd *exec.Cmd, done chan struct{}) {
	err := cmd.Wait()
	p.mu.Lock()
	p.err = err
	p.mu.Unlock()
	close(done)
}

// running needs mu.
func (p *process) running() bool {
	if p.done == nil {
		return false
	}
	select {
	case <-p.done:
		return false
	default:
		return true
	}
}

// pid is the process id, 0 when it does not run.
func (p *process) pid() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.running() {
		return 0
	}
	return p.cmd.Process.Pid
}

// kill is SIGKILL; it returns when the process is gone.
func (p *process) kill() {
	p.mu.Lock()
	done := p.done
	if p.running() {
		_ = p.cmd.Process.Kill() // it may have ended this moment
	}
	p.mu.Unlock()
	if done != nil {
		<-done
	}
}

// stop asks the process to end and kills it when it does not in time.
func (p *process) stop(ctx context.Context) error {
	p.mu.Lock()
	done := p.done
	if !p.running() {
		p.mu.Unlock()
		return nil
	}
	_ = p.stdin.Close()
	_ = p.cmd.Process.Signal(syscall.SIGTERM) // it may have ended this moment
	p.mu.Unlock()
	timer := time.NewTimer(stopGrace)
	defer timer.Stop()
	select {
	case <-done:
		return nil
	case <-timer.C:
	case <-ctx.Done():
	}
	p.kill()
	return fmt.Errorf("%s did not stop within %s and was killed; see %s", p.name, stopGrace, p.log)
}

// ended says why a process that should run does not, with the end of its log; nil while it runs.
func (p *process) ended() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.running() {
		return nil
	}
	reason := "it was not started"
	if p.err != nil {
		reason = p.err.Error()
	}
	var exit *exec.ExitError
	if errors.As(p.err, &exit) && !exit.Exited() {
		return fmt.Errorf("%s has ended (%s); its log is %s", p.name, reason, p.log) // a signal leaves no last words
	}
	return fmt.Errorf("%s has ended (%s): %s", p.name, reason, strings.TrimPrefix(lastLine(p.log), "trident: "))
}

// lastLine is the last line of a log file that says something.
func lastLine(path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		return "no log"
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	return lines[len(lines)-1]
}

// Binary finds the trident program that operators are run with: this one, unless it is a test or a tool.
func Binary() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("find own program: %w", err)
	}
	if !strings.HasPrefix(filepath.Base(path), "trident") {
		return "", errors.New("this program is not trident: name the trident binary to run operators with")
	}
	return path, nil
}
