package rollup

import (
	"reflect"
	"unsafe"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	_ "github.com/ethereum/go-ethereum/triedb/pathdb" // so that its initialisation comes before ours
)

// geth is made for machines with gigabytes to spare, and two of its bounds are not configurable. This file reaches
// past its exported surface to lower them; a test fails if a new version of geth moves what is reached for.

// keptLayers is how many blocks of state geth keeps in memory, one difference each, below the newest it has executed.
// geth keeps 128: with a thousand transfers in a block each takes about 3 MB, and all of them more than twice what an
// operator may use. What is needed here are the blocks executed ahead of the order, and the certified block, which is
// one or two behind the head. State of older blocks cannot be read over RPC.
const keptLayers = 12

//go:linkname maxDiffLayers github.com/ethereum/go-ethereum/triedb/pathdb.maxDiffLayers
var maxDiffLayers int

func init() { maxDiffLayers = keptLayers }

// recentBlocks is how many decoded blocks are kept; SetHead follows Import by a few. geth keeps 256, some 200 MB of them
// under load, and puts every head there.
const recentBlocks = 8

// recent holds blocks that were imported or built a moment ago, with the senders of their transactions. They are put
// into geth's cache too, so that nobody decodes them again, and that cache is emptied before it grows.
type recent struct {
	own  *lru.Cache[common.Hash, *types.Block]
	geth *lru.Cache[common.Hash, *types.Block] // nil if it was not found
}

func newRecent(chain *core.BlockChain) recent {
	return recent{own: lru.NewCache[common.Hash, *types.Block](recentBlocks), geth: blockCache(chain)}
}

func (r recent) add(b *types.Block) {
	r.own.Add(b.Hash(), b)
	if r.geth == nil {
		return
	}
	if r.geth.Len() >= recentBlocks {
		r.geth.Purge()
	}
	r.geth.Add(b.Hash(), b)
}

// blockCache finds the chain's unexported cache of decoded blocks. The cache has a lock of its own.
func blockCache(chain *core.BlockChain) *lru.Cache[common.Hash, *types.Block] {
	field := reflect.ValueOf(chain).Elem().FieldByName("blockCache")
	var cache *lru.Cache[common.Hash, *types.Block]
	if !field.IsValid() || field.Type() != reflect.TypeOf(cache) {
		return nil
	}
	return *(**lru.Cache[common.Hash, *types.Block])(unsafe.Pointer(field.UnsafeAddr()))
}
