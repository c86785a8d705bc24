package rollup

import (
	"bufio"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

// Variables of the process that gets killed.
const (
	childBlocks = "TRIDENT_ROLLUP_BLOCKS"
	childFreeze = "TRIDENT_ROLLUP_FREEZE"
)

// crashChild is the process that gets killed: it builds blocks, prints their bytes, as the durable log of an operator
// would keep them, makes each the head, and finalizes all but the last two. Then it waits for its end.
func crashChild(dir string) {
	err := func() error {
		ctx := context.Background()
		d, err := Open(ctx, Config{DataDir: dir, Genesis: testGenesis(1)})
		if err != nil {
			return err
		}
		blocks, err := strconv.Atoi(os.Getenv(childBlocks))
		if err != nil {
			return err
		}
		var refs []avs.BlockRef
		parent, err := d.Head(ctx)
		if err != nil {
			return err
		}
		for n := range uint64(blocks) {
			data, err := transfer(0, n, common.Address{1}).MarshalBinary()
			if err != nil {
				return err
			}
			if err := d.AddTransactions([][]byte{data})[0]; err != nil {
				return err
			}
			<-d.Work()
			b, err := d.Build(ctx, avs.BuildRequest{Parent: parent.Hash, Timestamp: parent.Timestamp + 1})
			if err != nil {
				return err
			}
			fmt.Println(hex.EncodeToString(b.Body))
			if err := d.SetHead(ctx, b.Ref.Hash); err != nil {
				return err
			}
			parent, refs = b.Ref, append(refs, b.Ref)
			if n >= 2 {
				if err := d.Finalize(ctx, refs[n-2].Hash); err != nil {
					return err
				}
			}
		}
		if os.Getenv(childFreeze) == "" {
			return nil
		}
		inner := reflect.ValueOf(d.eth.ChainDb()).Elem().FieldByName("Database").Interface() // without the node's wrapper
		freezer, ok := inner.(interface{ Freeze() error })
		if !ok {
			return errors.New("the database cannot freeze")
		}
		return freezer.Freeze()
	}()
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	fmt.Println(childReady)
	select {} // until the kill
}

func TestKillAndReplay(t *testing.T) {
	for name, test := range map[string]struct {
		blocks, kill int // kill after so many, or 0 for when all is quiet
		env          string
	}{
		"early":                        {3, 0, ""},
		"in full swing":                {1 << 30, 60, ""},
		"with state on disk":           {600, 0, ""},
		"with blocks in cold storage":  {600, 0, childFreeze + "=1"},
		"cold storage, state all gone": {12, 0, childFreeze + "=1"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			replay(t, dir, killedAfter(t, dir, test.blocks, test.kill, test.env))
		})
	}
}

// killedAfter runs the child on a directory, kills it when it is done, and gives the bodies that it built.
func killedAfter(t *testing.T, dir string, blocks, kill int, env string) [][]byte {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childDir+"="+dir, childBlocks+"="+strconv.Itoa(blocks), env)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	var log [][]byte
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, MaxBodyBytes)
	for lines.Scan() {
		if lines.Text() == childReady {
			require.NoError(t, cmd.Process.Kill())
			continue
		}
		require.False(t, strings.HasPrefix(lines.Text(), "error"), lines.Text())
		body, err := hex.DecodeString(lines.Text())
		require.NoError(t, err)
		log = append(log, body)
		if len(log) == kill {
			require.NoError(t, cmd.Process.Kill())
		}
	}
	require.Error(t, cmd.Wait(), "it was killed")
	if kill == 0 {
		require.Len(t, log, blocks)
	}
	return log
}

func replay(t *testing.T, dir string, log [][]byte) {
	t.Helper()
	ctx := context.Background()
	cfg := Config{DataDir: dir, Genesis: testGenesis(1)}
	d, err := Open(ctx, cfg)
	require.NoError(t, err)
	came := head(t, d)
	t.Logf("killed at %d, came back at %d", len(log), came.Number)
	requireSaneTags(t, d)
	for _, body := range log[came.Number:] {
		ref, err := d.Import(ctx, body)
		require.NoError(t, err)
		require.NoError(t, d.SetHead(ctx, ref.Hash))
		require.NoError(t, d.Finalize(ctx, ref.ParentHash))
	}
	last, err := DecodeBody(log[len(log)-1])
	require.NoError(t, err)
	require.Equal(t, RefOf(last), head(t, d))
	requireSaneTags(t, d)
	shut(t, d)

	again := open(t, cfg)
	require.Equal(t, RefOf(last), head(t, again), "a clean stop loses nothing")
	require.EqualValues(t, len(log)-1, again.chain.CurrentFinalBlock().Number.Uint64())
	give(t, again, transfer(0, uint64(len(log)), common.Address{1}))
	require.EqualValues(t, len(log)+1, build(t, again, head(t, again)).Ref.Number)
}

func requireSaneTags(t *testing.T, d *Driver) {
	t.Helper()
	at := d.chain.CurrentBlock()
	safe, final := d.chain.CurrentSafeBlock(), d.chain.CurrentFinalBlock()
	require.NotNil(t, safe)
	require.NotNil(t, final)
	require.Equal(t, at.Hash(), safe.Hash())
	require.LessOrEqual(t, final.Number.Uint64(), at.Number.Uint64())
	require.Equal(t, final.Hash(), d.chain.GetCanonicalHash(final.Number.Uint64()))
}
