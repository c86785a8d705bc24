package node

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/rollup/follow"
)

func followTerms() *FollowTerms {
	return &FollowTerms{Stack: "opstack", Level: avs.LevelCommitments, Start: 7, Head: follow.Finalized, Handover: Duration(time.Minute)}
}

func TestNetworkWithFollowedRollup(t *testing.T) {
	made := func(change func(*NetworkRollup)) *Network {
		n := network()
		r := NetworkRollup{Name: "op", Index: 1, ChainID: 10, Follow: followTerms()}
		change(&r)
		n.Rollups = append(n.Rollups, r)
		return n
	}
	n := made(func(*NetworkRollup) {})
	require.NoError(t, n.Check())
	require.Len(t, n.Sets(), 7, "a followed rollup has three sets, too")
	r := n.Rollup(n.Rollups[1])
	require.True(t, r.Followed)
	require.Equal(t, avs.LevelCommitments, r.Level)
	require.NotZero(t, r.ID)
	for name, c := range map[string]struct {
		change func(*NetworkRollup)
		says   string
	}{
		"genesis":  {func(r *NetworkRollup) { r.Genesis = n.Rollups[0].Genesis }, "it has a genesis"},
		"chain id": {func(r *NetworkRollup) { r.ChainID = 0 }, "chain_id is 0"},
		"stack":    {func(r *NetworkRollup) { r.Follow.Stack = "cobol" }, "cobol"},
		"level":    {func(r *NetworkRollup) { r.Follow.Level = avs.LevelExecution }, "reaches level 1"},
		"head":     {func(r *NetworkRollup) { r.Follow.Head = "newest" }, "latest, safe or finalized"},
		"start":    {func(r *NetworkRollup) { r.Follow.Start = 0 }, "start is 0"},
		"handover": {func(r *NetworkRollup) { r.Follow.Handover = 0 }, "handover"},
		"name":     {func(r *NetworkRollup) { r.Name = "demo" }, `"demo"`},
		"no name":  {func(r *NetworkRollup) { r.Name = "" }, "no name"},
	} {
		t.Run(name, func(t *testing.T) {
			err := made(c.change).Check()
			require.ErrorIs(t, err, ErrNetwork)
			require.ErrorContains(t, err, c.says)
		})
	}
}

// TestFollowConfig says what is wrong and what to write.
func TestFollowConfig(t *testing.T) {
	n := &Node{network: network(), config: DefaultConfig(), log: slog.New(slog.DiscardHandler)}
	r := NetworkRollup{Name: "op", Index: 1, ChainID: 10, Follow: followTerms()}
	n.network.Rollups = append(n.network.Rollups, r)
	good := FollowConfig{Node: "http://own.test/secret", Endpoints: []string{"http://a.test", "http://b.test"}}
	for name, c := range map[string]struct {
		change func(map[string]FollowConfig)
		want   error
		says   string
	}{
		"good":         {func(m map[string]FollowConfig) { m["op"] = good }, nil, ""},
		"missing":      {func(map[string]FollowConfig) {}, ErrFollow, `[follow.op] with node = "URL`},
		"one endpoint": {func(m map[string]FollowConfig) { f := good; f.Endpoints = f.Endpoints[:1]; m["op"] = f }, follow.ErrFewEndpoints, "two"},
		"one host": {func(m map[string]FollowConfig) {
			f := good
			f.Endpoints = []string{"http://a.test/1", "http://a.test/2"}
			m["op"] = f
		}, follow.ErrSharedHost, "a.test"},
		"misspelt name": {func(m map[string]FollowConfig) { m["op"], m["oq"] = good, good }, ErrFollow, "[follow.oq]"},
		"sequenced one": {func(m map[string]FollowConfig) { m["op"], m["demo"] = good, good }, ErrFollow, "[follow.demo]"},
	} {
		t.Run(name, func(t *testing.T) {
			n.config.Follow = map[string]FollowConfig{}
			c.change(n.config.Follow)
			_, err := n.followConfig(r)
			err = errors.Join(err, n.checkFollow())
			if c.want == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, c.want)
			require.ErrorContains(t, err, c.says)
			require.NotContains(t, err.Error(), "secret")
		})
	}
}

func TestFollowConfigIsSavedAndLoaded(t *testing.T) {
	home := t.TempDir()
	config := DefaultConfig()
	config.Follow = map[string]FollowConfig{"op": {Node: "http://own.test", Endpoints: []string{"http://a.test", "http://b.test"}, Poll: Duration(time.Second)}}
	require.NoError(t, config.Save(home))
	loaded, err := LoadConfig(home)
	require.NoError(t, err)
	require.Equal(t, config, loaded)
}

// TestControl lets only whoever can read the home have a rollup resumed.
func TestControl(t *testing.T) {
	path := filepath.Join(t.TempDir(), "home")
	require.NoError(t, InitHome(path))
	home, err := OpenHome(path)
	require.NoError(t, err)
	defer home.Close()
	var asked []string
	c := newControl(home, map[string]func(context.Context, string) error{"resume": func(_ context.Context, rollup string) error {
		asked = append(asked, rollup)
		if rollup != "op" {
			return ErrTrouble
		}
		return nil
	}})
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	require.ErrorIs(t, AskResume(ctx, path, "op"), ErrNotRunning)
	require.NoError(t, c.start(ctx))
	require.NoError(t, AskResume(ctx, path, "op"))
	require.ErrorContains(t, AskResume(ctx, path, "a/b"), ErrTrouble.Error())
	require.Equal(t, []string{"op", "a/b"}, asked)

	file := filepath.Join(path, controlFile)
	info, err := os.Stat(file)
	require.NoError(t, err)
	require.EqualValues(t, 0o600, info.Mode().Perm())
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var at controlAddress
	require.NoError(t, json.Unmarshal(data, &at))
	at.Token = "guessed"
	data, err = json.Marshal(at)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, data, 0o600))
	require.ErrorContains(t, AskResume(ctx, path, "op"), "not authorised")
	require.NoError(t, c.stop(ctx))
	require.ErrorIs(t, AskResume(ctx, path, "op"), ErrNotRunning)
}
