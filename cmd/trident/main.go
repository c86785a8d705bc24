// Command trident runs operators, local networks and the tools around them. It turns flags into configuration and makes
// one call; all logic is in the packages.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is main without the process: it returns the exit code. Errors come out as one line on stderr.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		fmt.Fprintln(stderr, "trident: interrupted")
		return 130
	}
	fmt.Fprintln(stderr, "trident: "+oneLine(err))
	return 1
}

// oneLine joins what errors.Join has put on several lines.
func oneLine(err error) string {
	return strings.Join(strings.FieldsFunc(err.Error(), func(r rune) bool { return r == '\n' || r == '\r' }), "; ")
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "trident",
		Short: "Restaked rollups: sequencing, fast finality and verification by operators with stake on EigenLayer",
		Long: `Trident is a peer-to-peer network of restaked operators. SQUAD sequences a rollup, MACH certifies its blocks,
VITAL watches what it claims on L1.

Start a whole network on this machine with: trident localnet up`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version(),
	}
	root.Args, root.RunE = cobra.ArbitraryArgs, group
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(localnetCommand(), nodeCommand(), signerCommand(), machCommand(), rollupCommand(), squadCommand())
	return root
}
