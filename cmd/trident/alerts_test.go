package main

import (
	"bytes"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/api/client"
)

func TestPrintAlerts(t *testing.T) {
	vote := client.AlertVote{Operator: common.Address{1}, Paused: true, Number: 7, Reason: "block hashes differ\x1b[2J", Ours: common.Hash{1}, Theirs: common.Hash{2}}
	print := func(a client.Alerts) string {
		var out bytes.Buffer
		printAlerts(&out, a)
		return out.String()
	}
	require.Equal(t, "final: no alert was ever certified\n", print(client.Alerts{}))
	paused := print(client.Alerts{Alert: client.Alert{Sequence: 1, Epoch: 3, Paused: true}, Why: []client.AlertVote{vote}, Votes: []client.AlertVote{{Reason: "well"}}})
	require.Contains(t, paused, "paused: alert 1 of epoch 3\n")
	require.Contains(t, paused, `pause  block 7  "block hashes differ\x1b[2J"  ours 0x01000000… theirs 0x02000000…`, "what a peer wrote moves no cursor")
	require.Contains(t, paused, `resume  "well"`)
	require.Contains(t, print(client.Alerts{Alert: client.Alert{Sequence: 2, Epoch: 3}}), "lifted by alert 2")
}

func TestResumeNeedsAnOperator(t *testing.T) {
	home := t.TempDir()
	requireRefused(t, command(t, "mach", "resume", "op", "--home", home), "no operator runs from this home", "trident node --home "+home)
	requireRefused(t, command(t, "mach", "resume"), "ROLLUP is missing")
}

func TestFollowFlagIsChecked(t *testing.T) {
	for value, says := range map[string]string{
		"op":                               "it has no name",
		"op=opstack":                       "no stack, level or URL",
		"op=opstack:9:http://a":            "level is not 0, 1 or 2",
		"op=cobol:1:http://a":              "cobol",
		"op=opstack:2:http://a":            "reaches level 1",
		"op=opstack:1:http://a,http://b":   "give three",
		"demo=plain:0:http://a,http://b,c": "is taken",
	} {
		requireRefused(t, command(t, "localnet", "up", "--dir", t.TempDir(), "--follow", value), says)
	}
}
