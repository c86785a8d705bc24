package rollup

import (
	"bufio"
	"context"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/trident-network/trident/avs"
)

const crashBlocks = 40

// crashChild is the process that gets killed: it builds blocks, makes each the head, finalizes all but the last two, and
// prints their bytes, as the durable log of an operator would keep them. Then it waits for its end.
func crashChild(dir string) {
	err := func() error {
		ctx := context.Background()
		d, err := Open(ctx, Config{DataDir: dir, Genesis: testGenesis(1)})
		if err != nil {
			return err
		}
		var refs []avs.BlockRef
		parent, err := d.Head(ctx)
		if err != nil {
			return err
		}
		for n := range uint64(crashBlocks) {
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
			if err := d.SetHead(ctx, b.Ref.Hash); err != nil {
				return err
			}
			parent, refs = b.Ref, append(refs, b.Ref)
			if n >= 2 {
				if err := d.Finalize(ctx, refs[n-2].Hash); err != nil {
					return err
				}
			}
			fmt.Println(hex.EncodeToString(b.Body))
		}
		return nil
	}()
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	fmt.Println(childReady)
	select {} // until the kill
}

func TestKillAndReplay(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childDir+"="+dir)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	var log [][]byte
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, MaxBodyBytes)
	for lines.Scan() && lines.Text() != childReady {
		require.False(t, strings.HasPrefix(lines.Text(), "error"), lines.Text())
		body, err := hex.DecodeString(lines.Text())
		require.NoError(t, err)
		log = append(log, body)
	}
	require.Len(t, log, crashBlocks)
	require.NoError(t, cmd.Process.Kill())
	require.Error(t, cmd.Wait(), "it was killed")

	cfg := Config{DataDir: dir, Genesis: testGenesis(1)}
	d, err := Open(ctx, cfg)
	require.NoError(t, err)
	came := head(t, d)
	t.Logf("killed at %d, came back at %d", crashBlocks, came.Number)
	requireSaneTags(t, d)
	for _, body := range log[came.Number:] {
		ref, err := d.Import(ctx, body)
		require.NoError(t, err)
		require.NoError(t, d.SetHead(ctx, ref.Hash))
		require.NoError(t, d.Finalize(ctx, ref.ParentHash))
	}
	last, err := DecodeBody(log[crashBlocks-1])
	require.NoError(t, err)
	require.Equal(t, refOf(last), head(t, d))
	requireSaneTags(t, d)
	shut(t, d)

	again := open(t, cfg)
	require.Equal(t, refOf(last), head(t, again), "a clean stop loses nothing")
	require.EqualValues(t, crashBlocks-1, again.chain.CurrentFinalBlock().Number.Uint64())
	give(t, again, transfer(0, crashBlocks, common.Address{1}))
	require.EqualValues(t, crashBlocks+1, build(t, again, head(t, again)).Ref.Number)
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
