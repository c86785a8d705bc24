package node

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/trident-network/trident/avs"
)

// Status gathers what the operator knows of itself now.
func (n *Node) Status() Status {
	p := &n.parts
	s := Status{Name: n.home.name(), Operator: p.self.ID, Network: n.network.Name, Version: n.version, Started: n.started,
		Peers: p.gossip.Peers(), MemoryMiB: residentMiB(), Faults: n.config.Faults}
	if cursor, ok, err := p.watcher.Cursor(); err == nil && ok {
		s.L1.Finalized = cursor.Number
	}
	s.L1.ChainID = n.network.L1ChainID
	s.L1.View, _ = p.consensus.L1()
	c := p.consensus.Status()
	s.Consensus = StatusConsensus{Height: c.Height, Time: time.UnixMilli(int64(c.TimeMillis)).UTC(), Validators: len(c.Validators), Peers: len(c.Peers)}
	if set, err := p.consensus.Current(avs.OrderingSet); err == nil {
		s.Consensus.Epoch = uint64(set.Epoch())
	}
	for _, id := range n.sets(p) {
		if set, err := p.consensus.Current(id); err == nil {
			weight, total := weightIn(set, p.self.ID)
			s.Sets = append(s.Sets, StatusSet{ID: uint32(id), Epoch: uint64(set.Epoch()), Members: set.Len(), Weight: weight, Total: total})
		}
	}
	if c.Syncing {
		s.Trouble = append(s.Trouble, "consensus is catching up")
	}
	if waiting := n.waiting.Load(); waiting > 0 {
		s.Trouble = append(s.Trouble, fmt.Sprintf("signing history was restored from a backup: %d streams wait until the network has moved on", waiting))
	}
	s.Ready = len(s.Trouble) == 0
	for _, h := range p.rollups.all() {
		status, own, trouble := n.hostedStatus(h)
		s.Rollups = append(s.Rollups, status)
		s.Ready = s.Ready && len(own) == 0 && status.State != RollupOpening
		s.Trouble = append(s.Trouble, append(own, trouble...)...)
	}
	for _, f := range p.followed {
		status, trouble := n.followedStatus(f)
		s.Rollups = append(s.Rollups, status)
		s.Trouble = append(s.Trouble, trouble...)
	}
	s.Healthy = len(s.Trouble) == 0
	return s
}

// lagAllowed is how many ordered blocks an operator may have to execute and still be called healthy.
const lagAllowed = 5

// hostedStatus is a sequenced rollup as trident_status shows it, with what is wrong with this operator's part of it, and
// what else is.
func (n *Node) hostedStatus(h *hosted) (s StatusRollup, own, trouble []string) {
	s = StatusRollup{Name: h.rollup.Name, ID: h.rollup.ID, ChainID: h.rollup.ChainID}
	s.State, s.Why = h.now()
	n.stake(&s, h.rollup)
	if s.State == RollupFailed {
		trouble = append(trouble, fmt.Sprintf("rollup %s is not served here: %s; it is tried again", s.Name, s.Why))
	}
	rp := h.open()
	if rp == nil {
		if tip, err := n.parts.consensus.Tip(h.rollup.ID); err == nil {
			s.Ordered = tip.Number
		}
		return s, nil, trouble
	}
	m := rp.mach.Status()
	s.Head, s.Certified = m.Head, m.Certified
	if rp.squad != nil {
		own = n.sequenced(&s, *rp)
	}
	if m.DivergedAt != 0 {
		own = append(own, fmt.Sprintf("rollup %s: the certificate of block %d contradicts what this operator executed", s.Name, m.DivergedAt))
	}
	var alerts []string
	s.Alert, s.Paused, alerts = alertTrouble(h.rollup, rp.breaker)
	return s, own, append(trouble, alerts...)
}

// sequenced fills in what SQUAD and the execution client tell.
func (n *Node) sequenced(s *StatusRollup, r rollupParts) (trouble []string) {
	q := r.squad.Status()
	s.RPC, s.Ordered, s.Head, s.HeadHash, s.StateRoot = r.driver.HTTP(), q.Tip.Number, q.Head.Number, q.Head.Hash, q.Head.StateRoot
	s.Slot, s.Leader = q.Slot, q.Leader
	if q.Broken {
		trouble = append(trouble, fmt.Sprintf("rollup %s has stopped here: an ordered batch is invalid, see the log", s.Name))
	}
	if q.Tip.Number > q.Head.Number+lagAllowed {
		trouble = append(trouble, fmt.Sprintf("rollup %s: %d ordered blocks are still to be executed", s.Name, q.Tip.Number-q.Head.Number))
	}
	return trouble
}

// weightIn is an operator's weight in a set, 0 if it is no member, and the whole weight.
func weightIn(set *avs.OperatorSet, operator avs.OperatorID) (weight, all string) {
	total := set.TotalWeight()
	i := set.Index(operator)
	if i < 0 {
		return "0", total.Dec()
	}
	own := set.Member(i).Weight
	return own.Dec(), total.Dec()
}

// residentMiB is the resident set of this process, 0 where the machine has no /proc.
func residentMiB() uint64 {
	data, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(data))
	if len(fields) < 2 {
		return 0
	}
	pages, err := strconv.ParseUint(fields[1], 10, 64)
	if err != nil {
		return 0
	}
	return pages * uint64(os.Getpagesize()) >> 20
}
