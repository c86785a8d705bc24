package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/api/client"
)

// clockTime is a moment in Unix milliseconds, as people read it.
func clockTime(millis uint64) string {
	return time.UnixMilli(int64(millis)).UTC().Format("15:04:05.000")
}

// printSchedule prints each window with a line for every span, in at most 80 columns.
func printSchedule(out io.Writer, n names, s client.SquadSchedule) {
	fmt.Fprintf(out, "%s UTC: slot %d of window %d\n", clockTime(uint64(s.Millis)), uint64(s.Slot), uint64(s.Window))
	for _, w := range s.Windows {
		fmt.Fprintf(out, "\nwindow %d  %s to %s  epoch %d  seed %s\n", uint64(w.Window), clockTime(uint64(w.StartMillis)), clockTime(uint64(w.EndMillis)),
			uint64(w.Epoch), short(w.Seed))
		if len(w.Jailed) > 0 {
			fmt.Fprintf(out, "jailed: %s\n", wrapped(n.each(w.Jailed), 70, "        "))
		}
		fmt.Fprintf(out, "%-13s %-21s %s\n", "FROM", "SLOTS", "LEADER")
		for i, leader := range w.Seats {
			first := uint64(w.FirstSlot) + uint64(i)*uint64(w.SpanSlots)
			mark := ""
			if first <= uint64(s.Slot) && uint64(s.Slot) < first+uint64(w.SpanSlots) {
				mark = "  < now"
			}
			span := (uint64(w.EndMillis) - uint64(w.StartMillis)) / uint64(len(w.Seats))
			fmt.Fprintf(out, "%-13s %-21s %s%s\n", clockTime(uint64(w.StartMillis)+uint64(i)*span), fmt.Sprintf("%d-%d", first, first+uint64(w.SpanSlots)-1), n.of(leader), mark)
		}
		printSeats(out, n, w.Seats)
	}
}

// printSeats says how many seats each has, in the order in which they come first.
func printSeats(out io.Writer, n names, seats []common.Address) {
	count, order := map[common.Address]int{}, []common.Address{}
	for _, a := range seats {
		if count[a]++; count[a] == 1 {
			order = append(order, a)
		}
	}
	parts := make([]string, len(order))
	for i, a := range order {
		parts[i] = fmt.Sprintf("%s %d", n.of(a), count[a])
	}
	fmt.Fprintln(out, "seats: "+wrapped(parts, 72, "       "))
}

// wrapped joins parts by commas, in lines of at most width columns of which all but the first are indented.
func wrapped(parts []string, width int, indent string) string {
	var b strings.Builder
	column := 0
	for i, p := range parts {
		if i < len(parts)-1 {
			p += ","
		}
		if column > 0 && column+1+len(p) > width {
			b.WriteString("\n" + indent)
			column = 0
		}
		if column > 0 {
			b.WriteString(" ")
			column++
		}
		b.WriteString(p)
		column += len(p)
	}
	return b.String()
}

// printSquadStatus prints it in at most 80 columns.
func printSquadStatus(out io.Writer, n names, s client.SquadStatus) {
	fmt.Fprintf(out, "slot     %d, epoch %d: %s leads, next span %s\n", uint64(s.Slot), uint64(s.Epoch), n.of(s.Leader), n.of(s.NextLeader))
	if standIns := s.Ladder[min(1, len(s.Ladder)):]; len(standIns) > 0 {
		fmt.Fprintf(out, "then     %s\n", wrapped(n.each(standIns), 70, "         "))
	}
	fmt.Fprintf(out, "ordered  %d of slot %d, %s\n", uint64(s.Tip.Number), uint64(s.Tip.Slot), short(s.Tip.Hash))
	fmt.Fprintf(out, "executed %d, %s\n", uint64(s.Head.Number), short(s.Head.Hash))
	fmt.Fprintf(out, "inbox    %d on L1 block %d, %d taken, %d due\n", uint64(s.Inbox.Count), uint64(s.Inbox.L1Number), uint64(s.Inbox.Taken), uint64(s.Inbox.Due))
	if s.HandOff.Count > 0 {
		fmt.Fprintf(out, "hand-off %d ms the last of %d\n", uint64(s.HandOff.Millis), uint64(s.HandOff.Count))
	}
	p := s.Preconfirmations
	fmt.Fprintf(out, "receipts %d given, %d wanted; held: %d open, %d honoured, %d void, %d broken\n", uint64(p.Signed), uint64(p.Wishes), uint64(p.Open),
		uint64(p.Honoured), uint64(p.Void), uint64(p.Broken))
	fmt.Fprintf(out, "own      %d slots led, %d missed; %d transactions wait\n", uint64(s.Own.Led), uint64(s.Own.Missed), uint64(s.Pending))
	for _, l := range s.Lists {
		fmt.Fprintf(out, "list     of member %d, slot %d: %d transactions\n", uint64(l.Member), uint64(l.Slot), len(l.Transactions))
	}
	if s.Broken {
		fmt.Fprintln(out, "BROKEN   an ordered batch is invalid here; see the operator's log")
	}
	if s.Stopped {
		fmt.Fprintln(out, "stopped  the rollup is sequenced no more")
	}
	if len(s.OnPurpose) > 0 {
		fmt.Fprintf(out, "faulty   on purpose: %s\n", wrapped(s.OnPurpose, 60, "         "))
	}
	printBatches(out, n, s.InFlight, false)
	printMembers(out, n, s.Members)
	printFaults(out, n, s.Faults)
}

func printMembers(out io.Writer, n names, members []client.SquadMember) {
	if len(members) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%-20s %8s %8s  %s\n", "MEMBER", "LED", "MISSED", "STATE")
	for _, m := range members {
		state := "leads"
		if m.Jailed && m.Window != nil {
			state = fmt.Sprintf("jailed in window %d", uint64(*m.Window))
		}
		fmt.Fprintf(out, "%-20s %8d %8d  %s\n", n.of(m.Operator), uint64(m.Led), uint64(m.Missed), state)
	}
}

func printFaults(out io.Writer, n names, faults []client.SquadFault) {
	if len(faults) == 0 {
		fmt.Fprintln(out, "\nno faults seen")
		return
	}
	fmt.Fprintf(out, "\n%-20s %-24s %8s  %s\n", "FAULTS OF", "KIND", "COUNT", "NEWEST SLOT")
	for _, f := range faults {
		fmt.Fprintf(out, "%-20s %-24s %8d  %d\n", n.of(f.Leader), f.Kind, uint64(f.Count), uint64(f.Slot))
	}
}

func printSquadPending(out io.Writer, n names, s client.SquadPending) {
	fmt.Fprintf(out, "ordered %d of slot %d, executed %d\n", uint64(s.Tip.Number), uint64(s.Tip.Slot), uint64(s.Head.Number))
	if len(s.Batches) == 0 {
		fmt.Fprintln(out, "nothing is on its way")
		return
	}
	printBatches(out, n, s.Batches, true)
}

// printBatches prints a row for each batch, and if wanted its transactions below it.
func printBatches(out io.Writer, n names, batches []client.SquadBatch, transactions bool) {
	if len(batches) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%8s %-12s %8s %4s %-16s %8s %s\n", "NUMBER", "TIER", "SLOT", "RANK", "LEADER", "BYTES", "STATE")
	for _, b := range batches {
		state := "waits"
		switch {
		case b.Invalid:
			state = "invalid"
		case b.Executed:
			state = "executed"
		}
		fmt.Fprintf(out, "%8d %-12s %8d %4d %-16s %8d %s\n", uint64(b.Number), b.Tier, uint64(b.Slot), uint64(b.Rank), n.of(b.Leader), uint64(b.Bytes), state)
		if !transactions {
			continue
		}
		if b.Transactions == nil {
			fmt.Fprintln(out, "         its body is not here yet")
		}
		for _, tx := range b.Transactions {
			fmt.Fprintf(out, "         %s\n", tx)
		}
	}
}
