package main

import "github.com/spf13/cobra"

func machCommand() *cobra.Command { return &cobra.Command{Use: "mach"} }
