package consensus

import (
	"context"
	"log/slog"

	cmtlog "github.com/cometbft/cometbft/libs/log"
)

// levelTrace is for what CometBFT calls debug: several lines for each vote.
const levelTrace = slog.LevelDebug - 4

// bridge hands CometBFT's log to slog, a level or more down: what it calls an error is mostly a peer that went away, and
// it logs several lines of information for each block. What an operator can act on is logged by this package itself.
type bridge struct {
	log   *slog.Logger
	peers bool // a part whose errors are those of peers
}

func newBridge(log *slog.Logger) cmtlog.Logger { return bridge{log: log} }

func (b bridge) Debug(msg string, keyvals ...any) { b.emit(levelTrace, msg, keyvals) }
func (b bridge) Info(msg string, keyvals ...any)  { b.emit(slog.LevelDebug, msg, keyvals) }
func (b bridge) Warn(msg string, keyvals ...any)  { b.emit(slog.LevelDebug, msg, keyvals) }

func (b bridge) Error(msg string, keyvals ...any) {
	level := slog.LevelWarn
	if b.peers {
		level = slog.LevelDebug
	}
	b.emit(level, msg, keyvals)
}

func (b bridge) emit(level slog.Level, msg string, keyvals []any) {
	ctx := context.Background()
	if b.log.Enabled(ctx, level) {
		b.log.Log(ctx, level, msg, keyvals...)
	}
}

func (b bridge) With(keyvals ...any) cmtlog.Logger {
	peers := b.peers
	for i := 0; i+1 < len(keyvals); i += 2 {
		peers = peers || keyvals[i] == "module" && (keyvals[i+1] == "p2p" || keyvals[i+1] == "blocksync")
	}
	return bridge{b.log.With(keyvals...), peers}
}
