package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// takes checks that exactly the named arguments are given.
func takes(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) == len(names):
			return nil
		case len(args) > len(names):
			return unexpected(cmd, args[len(names)])
		}
		return fmt.Errorf("%s is missing: %s", names[len(args)], cmd.UseLine())
	}
}

// mayTake checks that no more than the named argument is given.
func mayTake(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < 2 {
			return nil
		}
		return unexpected(cmd, args[1])
	}
}

func unexpected(cmd *cobra.Command, arg string) error {
	return fmt.Errorf("unexpected argument %q: %s", arg, cmd.UseLine())
}

// withNegatives lets a command take negative numbers as arguments, which would else be read as flags.
func withNegatives(cmd *cobra.Command) *cobra.Command {
	run, check := cmd.RunE, cmd.Args
	cmd.DisableFlagParsing, cmd.Args = true, nil
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		cmd.DisableFlagParsing = false
		var flags, numbers []string
		for _, arg := range args {
			if _, err := strconv.ParseInt(arg, 10, 64); err == nil && strings.HasPrefix(arg, "-") {
				numbers = append(numbers, arg)
			} else {
				flags = append(flags, arg)
			}
		}
		if err := cmd.ParseFlags(flags); err != nil {
			return flagError(cmd, err)
		}
		if help, _ := cmd.Flags().GetBool("help"); help {
			return cmd.Help()
		}
		args = append(cmd.Flags().Args(), numbers...)
		if err := check(cmd, args); err != nil {
			return err
		}
		return run(cmd, args)
	}
	return cmd
}

// group is the body of a command that has only commands below it: help when nothing is asked, an error for a command
// that it does not have.
func group(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return fmt.Errorf("unknown command %q: %s has %s", args[0], cmd.CommandPath(), strings.Join(names, ", "))
}

// flagError says which value of which flag is wrong, in words of the command line.
func flagError(cmd *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		f := invalid.GetFlag()
		return fmt.Errorf("--%s %q: want %s such as %s; see %s --help", f.Name, invalid.GetValue(), f.Value.Type(), f.DefValue, cmd.CommandPath())
	}
	return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
}
