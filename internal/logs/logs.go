// Package logs makes the program's structured logger. It has no state; a Logger may be used from any goroutine.
package logs

import (
	"fmt"
	"io"
	"log/slog"
)

// New is a text logger at a level named debug, info, warn or error.
func New(w io.Writer, level string) (*slog.Logger, error) {
	var l slog.Level
	if err := l.UnmarshalText([]byte(level)); err != nil {
		return nil, fmt.Errorf("log level %q: want debug, info, warn or error", level)
	}
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: l})), nil
}
