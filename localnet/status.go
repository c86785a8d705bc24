package localnet

import (
	"context"
	"fmt"
	"io"
	"math/big"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/trident-network/trident/node"
)

// Status is the state of a whole local network.
type Status struct {
	L1Head    uint64           `json:"l1_head"`
	Operators []OperatorStatus `json:"operators"`
	Rollups   []FileRollup     `json:"rollups"`
}

// OperatorStatus is one operator's answer, or why there is none.
type OperatorStatus struct {
	Name    string         `json:"name"`
	Address common.Address `json:"address"`
	PID     int            `json:"pid"`
	State   string         `json:"state,omitempty"` // joining, leaving or left; empty for one that is there to stay
	Error   string         `json:"error,omitempty"`
	Node    *node.Status   `json:"node,omitempty"`
}

// askTimeout bounds one operator's answer, so that a dead one does not hold up the screen.
const askTimeout = time.Second

// askStatus asks one operator for its status.
func askStatus(ctx context.Context, api string) (*node.Status, error) {
	ctx, cancel := context.WithTimeout(ctx, askTimeout)
	defer cancel()
	client, err := rpc.DialContext(ctx, api)
	if err != nil {
		return nil, err
	}
	defer client.Close()
	var s node.Status
	if err := client.CallContext(ctx, &s, "trident_status"); err != nil {
		return nil, err
	}
	return &s, nil
}

// askAll asks all operators at once.
func askAll(ctx context.Context, operators []FileOperator) []OperatorStatus {
	out := make([]OperatorStatus, len(operators))
	var wg sync.WaitGroup
	for i, o := range operators {
		wg.Go(func() {
			out[i] = OperatorStatus{Name: o.Name, Address: o.Address, PID: o.PID}
			s, err := askStatus(ctx, o.API)
			if err != nil {
				out[i].Error = "does not answer"
				if o.PID == 0 {
					out[i].Error = "not running"
				}
				return
			}
			out[i].Node = s
		})
	}
	wg.Wait()
	return out
}

// Write prints the status as a table of at most 80 columns.
func (s Status) Write(w io.Writer) {
	names := map[common.Address]string{}
	for _, o := range s.Operators {
		names[o.Address] = o.Name
	}
	fmt.Fprintf(w, "L1 block %d\n", s.L1Head)
	fmt.Fprintf(w, "%-11s %7s %9s %8s %9s %5s %5s %6s %6s %s\n", "OPERATOR", "PID", "CONSENSUS", "ORDERED", "CERTIFIED", "PEERS", "EPOCH", "WEIGHT", "STAKE", "MiB")
	for _, o := range s.Operators {
		s.writeOperator(w, o)
	}
	for _, line := range s.leaders(names) {
		fmt.Fprintln(w, line)
	}
}

// writeOperator prints a row for each rollup of an operator. Weight and stake are those in the rollup's MACH set in force.
func (s Status) writeOperator(w io.Writer, o OperatorStatus) {
	if o.Node == nil {
		pid := "-"
		if o.PID != 0 {
			pid = fmt.Sprint(o.PID)
		}
		text := o.Error
		if o.State != "" {
			text = strings.Trim(o.State+", "+o.Error, ", ")
		}
		fmt.Fprintf(w, "%-11s %7s  %s\n", o.Name, pid, text)
		return
	}
	n := o.Node
	for i, r := range n.Rollups {
		label, pid := o.Name, fmt.Sprint(o.PID)
		if i > 0 {
			label, pid = "  "+r.Name, ""
		}
		fmt.Fprintf(w, "%-11s %7s %9d %8d %9d %5d %5d %6s %6s %d\n", label, pid, n.Consensus.Height, r.Ordered, r.Certified,
			len(n.Peers), r.Epoch, wholeText(r.Weight), share(r.Weight, r.Total), n.MemoryMiB)
	}
	for _, f := range n.Faults {
		fmt.Fprintf(w, "%-11s ! on purpose: %s\n", "", f)
	}
	for _, t := range n.Trouble {
		fmt.Fprintf(w, "%-11s ! %s\n", "", t)
	}
	switch {
	case o.State == stateLeaving:
		fmt.Fprintf(w, "%-11s ! leaving: it runs until the others have taken over\n", "")
	case isOut(n):
		fmt.Fprintf(w, "%-11s ! no member yet: it is one with the next snapshot\n", "")
	}
}

// wholeText is a weight in whole units.
func wholeText(weight string) string {
	w, ok := new(big.Int).SetString(weight, 10)
	if !ok {
		return "-"
	}
	return whole(w)
}

// leaders says who leads each rollup, by the first operator that answers.
func (s Status) leaders(names map[common.Address]string) []string {
	var lines []string
	for _, o := range s.Operators {
		if o.Node == nil {
			continue
		}
		for _, r := range o.Node.Rollups {
			if r.Followed {
				lines = append(lines, fmt.Sprintf("%s: followed up to block %d; epoch %d", r.Name, r.Ordered, r.Epoch))
				continue
			}
			leader := names[r.Leader]
			if leader == "" {
				leader = r.Leader.Hex()
			}
			lines = append(lines, fmt.Sprintf("%s: slot %d is led by %s; epoch %d, %d members, weight %s", r.Name, r.Slot, leader, r.Epoch,
				r.Members, wholeText(r.Total)))
		}
		break
	}
	return lines
}

// share is a part of a whole in per cent.
func share(part, whole string) string {
	p, okP := new(big.Int).SetString(part, 10)
	w, okW := new(big.Int).SetString(whole, 10)
	if !okP || !okW || w.Sign() == 0 {
		return "-"
	}
	p.Mul(p, big.NewInt(1000)).Div(p, w)
	return fmt.Sprintf("%d.%d%%", p.Int64()/10, p.Int64()%10)
}

// In a terminal that is too narrow, lines are cut: one that goes on below would upset the count of lines to redraw.
const (
	noWrap = "\x1b[?7l"
	wrap   = "\x1b[?7h"
)

// screen redraws a status in place on a terminal, and prints it only now and then elsewhere.
type screen struct {
	out      io.Writer
	terminal bool
	lines    int
}

func (v *screen) show(s Status, footer string) {
	var b strings.Builder
	s.Write(&b)
	b.WriteString(footer + "\n")
	text := b.String()
	if v.terminal {
		text = noWrap + text + wrap
		if v.lines > 0 {
			text = fmt.Sprintf("\x1b[%dA\x1b[J", v.lines) + text
		}
	}
	_, _ = io.WriteString(v.out, text) // a closed terminal must not stop the network
	v.lines = strings.Count(b.String(), "\n")
}
