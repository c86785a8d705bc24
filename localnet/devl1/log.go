package devl1

import (
	"context"
	"log/slog"
	"strings"
	"sync"

	gethlog "github.com/ethereum/go-ethereum/log"
)

// gethLogger hides the concrete type of geth's logger: given its own, geth would also replace slog's default.
type gethLogger struct{ gethlog.Logger }

// warnings passes records of level warn and above to whatever slog's default handler is at that moment.
type warnings struct{ attrs []slog.Attr }

func (warnings) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelWarn }

func (w warnings) Handle(ctx context.Context, r slog.Record) error {
	h := slog.Default().Handler()
	if expected(r.Message) {
		r.Level = slog.LevelDebug
	}
	if !h.Enabled(ctx, r.Level) {
		return nil
	}
	r.AddAttrs(append(w.attrs, slog.String("component", "geth"))...)
	return h.Handle(ctx, r)
}

func (w warnings) WithAttrs(attrs []slog.Attr) slog.Handler {
	return warnings{append(w.attrs[:len(w.attrs):len(w.attrs)], attrs...)}
}

func (w warnings) WithGroup(string) slog.Handler { return w }

// expected tells the warnings that a node without peers, without a log index, or killed and started again gives by its
// nature, and those about a client's bad request, which the client is told.
func expected(message string) bool {
	switch message {
	case "P2P server will be useless, neither dialing nor listening", "Head block is not reachable", "Unclean shutdown detected":
		return true
	}
	return strings.HasPrefix(message, "Served ")
}

// quietGeth bridges geth's log, which is one for the whole process, into slog.
var quietGeth = sync.OnceFunc(func() {
	gethlog.SetDefault(gethLogger{gethlog.NewLogger(warnings{})})
})
