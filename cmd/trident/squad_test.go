package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api/client"
)

// someNames are three operators of a local network; the fourth is known by its address.
func someNames() (names, [4]common.Address) {
	var a [4]common.Address
	n := names{}
	for i := range a {
		a[i] = common.HexToAddress("0x00000000000000000000000000000000000000" + strings.Repeat(string("1234"[i]), 2))
		if i < 3 {
			n[a[i]] = "operator-" + string("1234"[i])
		}
	}
	return n, a
}

func goldenSchedule() client.SquadSchedule {
	_, a := someNames()
	window := func(number hexutil.Uint64, jailed ...common.Address) client.SquadWindow {
		return client.SquadWindow{Window: number, Epoch: 3, Seed: common.Hash{byte(number)}, FirstSlot: number * 48, SpanSlots: 8,
			StartMillis: 1_700_000_000_000 + number*12_000, EndMillis: 1_700_000_012_000 + number*12_000, Ranks: 3,
			Seats: []common.Address{a[0], a[3], a[1], a[2], a[0], a[1]}, Jailed: jailed}
	}
	return client.SquadSchedule{Slot: 1_234_57, Millis: 1_700_000_864_250, Window: 2572, Windows: []client.SquadWindow{window(2572), window(2573, a[3])}}
}

func goldenBatches() []client.SquadBatch {
	_, a := someNames()
	return []client.SquadBatch{
		{Tier: client.TierOrdered, Leader: a[3], Slot: 123_455, Number: 70_001, Bytes: 1_048_576, Executed: true, Transactions: []common.Hash{{1}, {2}}},
		{Tier: client.TierPreconfirmed, Leader: a[0], Slot: 123_456, Rank: 2, Number: 70_002, Bytes: 612},
		{Tier: client.TierPreconfirmed, Leader: a[1], Slot: 123_457, Number: 70_003, Bytes: 900, Invalid: true, Transactions: []common.Hash{}},
	}
}

func goldenStatus() client.SquadStatus {
	_, a := someNames()
	window := hexutil.Uint64(2570)
	return client.SquadStatus{Slot: 123_457, Epoch: 3, Leader: a[3], Ladder: []common.Address{a[3], a[0], a[1]}, NextLeader: a[2],
		Tip: client.SquadTip{Slot: 123_455, Number: 70_001, Hash: common.Hash{7}}, Head: client.SquadHead{Number: 70_000, Hash: common.Hash{6}},
		InFlight: goldenBatches(), Inbox: client.SquadInbox{Count: 12, Taken: 10, Due: 11, L1Number: 4321}, HandOff: client.SquadHandOff{Count: 41, Millis: 1004},
		Preconfirmations: client.SquadReceipts{Signed: 120, Wishes: 3, Open: 2, Honoured: 90, Void: 4, Broken: 1}, Own: client.SquadOwn{Led: 130, Missed: 2},
		Pending: 17, Lists: []client.SquadList{{Member: 2, Slot: 123_450, Transactions: []common.Hash{{1}}}}, Broken: true, Stopped: true,
		OnPurpose: []string{"withhold_bodies", "censor:" + a[0].Hex()},
		Members:   []client.SquadMember{{Operator: a[0], Led: 40, Missed: 1}, {Operator: a[3], Missed: 12, Jailed: true, Window: &window}},
		Faults:    []client.SquadFault{{Leader: a[1], Kind: "equivocation", Count: 2, Slot: 123_400}, {Leader: a[3], Kind: "broken_preconfirmation", Count: 1, Slot: 123_441}}}
}

// TestSquadTables holds what people read to the files in testdata, and to 80 columns.
func TestSquadTables(t *testing.T) {
	n, _ := someNames()
	for name, print := range map[string]func(io.Writer){
		"squad-schedule-table": func(out io.Writer) { printSchedule(out, n, goldenSchedule()) },
		"squad-status-table":   func(out io.Writer) { printSquadStatus(out, n, goldenStatus()) },
		"squad-pending-table": func(out io.Writer) {
			printSquadPending(out, n, client.SquadPending{Tip: goldenStatus().Tip, Head: goldenStatus().Head, Batches: goldenBatches()})
		},
		"squad-quiet-table": func(out io.Writer) {
			printSquadStatus(out, names{}, client.SquadStatus{})
			printSquadPending(out, names{}, client.SquadPending{})
		},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			print(&out)
			path := filepath.Join("testdata", name+".txt")
			if *update {
				require.NoError(t, os.WriteFile(path, out.Bytes(), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err, "write it with: go test ./cmd/trident -run TestSquadTables -update")
			require.Equal(t, string(want), out.String())
			for _, line := range strings.Split(out.String(), "\n") {
				require.LessOrEqual(t, utf8.RuneCountInString(line), 80, line)
			}
		})
	}
}
