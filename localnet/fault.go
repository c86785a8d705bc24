package localnet

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/trident-network/trident/avs/squad"
	"github.com/trident-network/trident/node"
)

// Fault writes into an operator's configuration what it is to do wrong as a leader (none: nothing), starts it again, and
// returns when it answers.
func (n *Network) Fault(ctx context.Context, name string, kinds []string) error {
	if err := n.setFaults(name, kinds); err != nil {
		return err
	}
	return n.Restart(ctx, name)
}

func (n *Network) setFaults(name string, kinds []string) error {
	o, err := n.seat(name)
	if err != nil {
		return err
	}
	if _, err := squad.ParseFaults(kinds); err != nil {
		return err
	}
	home := filepath.Join(n.options.Dir, o.Home)
	config, err := node.LoadConfig(home)
	if err != nil {
		return fmt.Errorf("change faults of %s: %w", name, err)
	}
	config.Faults = kinds
	if err := config.Check(); err != nil {
		return fmt.Errorf("change faults of %s: %w", name, err)
	}
	if err := config.Save(home); err != nil {
		return fmt.Errorf("change faults of %s: %w", name, err)
	}
	return nil
}
