package localnet

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestOptionsCheck(t *testing.T) {
	require.NoError(t, DefaultOptions().Check())
	unasked := DefaultOptions()
	unasked.Operators, unasked.L1Port, unasked.BasePort = AsMade, AsMade, AsMade
	require.NoError(t, unasked.Check())
	require.Equal(t, DefaultOptions(), unasked.orDefaults())
	for name, c := range map[string]struct {
		change func(*Options)
		want   error
	}{
		"directory":         {func(o *Options) { o.Dir = "" }, ErrDir},
		"no operators":      {func(o *Options) { o.Operators = 0 }, ErrOperators},
		"many operators":    {func(o *Options) { o.Operators = maxOperators + 1 }, ErrOperators},
		"negative l1 port":  {func(o *Options) { o.L1Port = -2 }, ErrPort},
		"great l1 port":     {func(o *Options) { o.L1Port = 65536 }, ErrPort},
		"great base port":   {func(o *Options) { o.BasePort = 65500 }, ErrPort},
		"short interval":    {func(o *Options) { o.BlockInterval = time.Millisecond }, ErrInterval},
		"interval of hours": {func(o *Options) { o.BlockInterval = time.Hour }, ErrInterval},
	} {
		t.Run(name, func(t *testing.T) {
			o := DefaultOptions()
			c.change(&o)
			require.ErrorIs(t, o.Check(), c.want)
		})
	}
}

// TestPlanMatches asks a directory with two operators for what it is and is not.
func TestPlanMatches(t *testing.T) {
	o := DefaultOptions()
	o.Operators = 2
	operators, err := planOperators(o)
	require.NoError(t, err)
	own := plan{Version: planVersion, L1Port: 1234, Operators: operators, Rollups: []planRollup{{}}}
	foreign := plan{Version: planVersion, L1URL: "http://l1", Operators: operators, Rollups: []planRollup{{}}}
	unasked := Options{Operators: AsMade, Rollups: AsMade, L1Port: AsMade, BasePort: AsMade}
	require.NoError(t, own.matches(o))
	require.NoError(t, own.matches(unasked))
	require.Equal(t, Options{Operators: 2, Rollups: 1, L1Port: 1234, BasePort: AsMade}, own.resumed(unasked))
	require.Equal(t, "http://l1", foreign.resumed(unasked).L1URL)
	moved := unasked
	moved.L1URL = "http://moved"
	require.NoError(t, foreign.matches(moved))
	require.Equal(t, "http://moved", foreign.resumed(moved).L1URL)
	require.ErrorIs(t, own.matches(moved), ErrOtherNetwork)
	require.ErrorIs(t, own.matches(Options{Operators: 3, Rollups: AsMade, BasePort: AsMade}), ErrOtherNetwork)
	require.ErrorIs(t, own.matches(Options{Operators: 2, Rollups: 2, BasePort: AsMade}), ErrOtherNetwork)
	require.ErrorIs(t, own.matches(Options{Operators: 2, Rollups: AsMade, BasePort: 4000}), ErrOtherNetwork)
}

func TestClearUnfinished(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{dirLock, FileName + ".tmp", planFile + ".tmp"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), nil, 0o600))
	}
	require.NoError(t, os.MkdirAll(filepath.Join(dir, l1Dir, "geth"), 0o700))
	require.NoError(t, clearUnfinished(dir))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 1, "the lock is held and stays")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "letter"), nil, 0o600))
	require.ErrorIs(t, clearUnfinished(dir), ErrOtherNetwork)
	require.FileExists(t, filepath.Join(dir, "letter"))
}

func FuzzLoadPlan(f *testing.F) {
	f.Add([]byte(`{"version": 2, "chain_id": 1, "contracts": {}, "operators": [{"name": "operator-1"}]}`))
	f.Add([]byte(`{`))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, planFile), data, 0o600))
		p, found, err := loadPlan(dir)
		if err == nil && found {
			require.NotEmpty(t, p.Operators) // what resume takes for granted
		}
	})
}
