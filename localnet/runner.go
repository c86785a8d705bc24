package localnet

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"

	"github.com/trident-network/trident/node"
)

// newRunner runs an operator as a process, or inside this one when no program is named.
func (n *Network) newRunner(o planOperator) (runner, error) {
	home := filepath.Join(n.options.Dir, o.Home)
	if n.options.Binary == "" {
		return &inProcess{home: home, l1: n.chain.rpc, network: n}, nil
	}
	binary, err := filepath.Abs(n.options.Binary)
	if err != nil {
		return nil, fmt.Errorf("find %s: %w", n.options.Binary, err)
	}
	args := []string{"node", "--home", home, "--l1", n.chain.rpc, "--supervised"}
	if n.options.Replay {
		args = append(args, "--replay")
	}
	return &process{name: o.Name, binary: binary, log: filepath.Join(n.options.Dir, o.Log), args: args}, nil
}

// inProcess is an operator inside this process, for tests that run a whole network under the race detector. kill can
// only stop it: what a real SIGKILL does is tested with processes.
type inProcess struct {
	home    string
	l1      string
	network *Network

	mu     sync.Mutex
	cancel context.CancelFunc
	done   chan struct{}
	err    error
}

func (p *inProcess) start() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cancel != nil {
		return nil
	}
	config, err := node.LoadConfig(p.home)
	if err != nil {
		return err
	}
	config.L1, config.Replay = p.l1, p.network.options.Replay
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	p.cancel, p.done, p.err = cancel, done, nil
	go func() {
		err := node.Run(ctx, p.home, config, "test", p.network.options.Log)
		p.mu.Lock()
		p.err = err
		p.mu.Unlock()
		close(done)
	}()
	return nil
}

func (p *inProcess) stop(context.Context) error {
	p.mu.Lock()
	cancel, done := p.cancel, p.done
	p.mu.Unlock()
	if cancel == nil {
		return nil
	}
	cancel()
	<-done // the node's own stop is bounded
	p.mu.Lock()
	defer p.mu.Unlock()
	p.cancel = nil
	return p.err
}

func (p *inProcess) kill() { _ = p.stop(context.Background()) }

func (p *inProcess) pid() int { return 0 }

func (p *inProcess) ended() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.cancel == nil {
		return errors.New("operator was not started")
	}
	select {
	case <-p.done:
		return fmt.Errorf("operator has ended: %w", p.err)
	default:
		return nil
	}
}
