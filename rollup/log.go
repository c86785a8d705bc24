package rollup

import (
	"context"
	"log/slog"
	"strings"
	"sync"

	gethlog "github.com/ethereum/go-ethereum/log"
)

// geth has one log for the whole process. bridgeLog sends what is at least a warning to slog's default logger.
var bridgeLog = sync.OnceFunc(func() {
	gethlog.SetDefault(opaqueLogger{gethlog.NewLogger(bridge{})})
})

// opaqueLogger keeps geth from recognising its own type, upon which it would also replace slog's default logger.
type opaqueLogger struct{ gethlog.Logger }

type bridge struct{ attrs []slog.Attr }

func (b bridge) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelWarn }

func (b bridge) Handle(ctx context.Context, record slog.Record) error {
	if ordinary(record.Message) {
		record.Level = slog.LevelDebug
	}
	handler := slog.Default().Handler()
	if !handler.Enabled(ctx, record.Level) {
		return nil
	}
	record = record.Clone()
	record.AddAttrs(slog.String("component", "geth"))
	record.AddAttrs(b.attrs...)
	return handler.Handle(ctx, record)
}

func (b bridge) WithAttrs(attrs []slog.Attr) slog.Handler {
	return bridge{append(b.attrs[:len(b.attrs):len(b.attrs)], attrs...)}
}

func (b bridge) WithGroup(string) slog.Handler { return b }

// ordinary tells the warnings about what is normal here: a node without peers, a fresh database, a restart after a kill (the
// caller logs what it replays, and blocks outrun the pool meanwhile), a bad block (Import returns it as an error), a bad request (the client is told).
func ordinary(message string) bool {
	switch message {
	case "P2P server will be useless, neither dialing nor listening",
		"Head block is not reachable",
		"Failed to load old bad blocks",
		"Failed to reset txpool state",
		"Failed to reset blobpool state",
		"Switching from full-sync to snap-sync",
		"Truncated extra histories",
		"Unclean shutdown detected",
		"Head state missing, repairing",
		"SetHead invalidated safe block",
		"SetHead invalidated finalized block":
		return true
	}
	return strings.HasPrefix(message, "Served ") || strings.HasPrefix(message, "Truncating ") || strings.Contains(message, "########## BAD BLOCK")
}
