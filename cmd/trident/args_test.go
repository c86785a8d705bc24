package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestHelp holds the help texts, which people and scripts rely on, to the files in testdata.
func TestHelp(t *testing.T) {
	for name, args := range map[string][]string{
		"root": {"--help"}, "localnet": {"localnet"}, "localnet-up": {"localnet", "up", "--help"},
		"localnet-stake": {"localnet", "stake", "--help"},
		"mach":           {"mach"}, "mach-verify": {"mach", "verify", "--help"}, "mach-checkpoint": {"mach", "checkpoint", "--help"},
		"mach-watch": {"mach", "watch", "--help"}, "rollup": {"rollup"}, "rollup-proxy": {"rollup", "proxy", "--help"}, "node": {"node", "--help"},
		"signer": {"signer", "--help"}, "signer-init": {"signer", "init", "--help"}, "signer-import": {"signer", "import", "--help"},
		"signer-settle": {"signer", "settle", "--help"}, "squad": {"squad"}, "squad-schedule": {"squad", "schedule", "--help"},
		"squad-preconfirm": {"squad", "preconfirm", "--help"}, "localnet-fault": {"localnet", "fault", "--help"},
	} {
		t.Run(name, func(t *testing.T) {
			got := requireOK(t, args...)
			path := filepath.Join("testdata", name+".txt")
			if *update {
				require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err, "write it with: go test ./cmd/trident -run TestHelp -update")
			require.Equal(t, string(want), got)
		})
	}
}

func TestVersion(t *testing.T) {
	require.Contains(t, requireOK(t, "--version"), "trident version ")
}

// TestArguments gives each command what it cannot use.
func TestArguments(t *testing.T) {
	dir := t.TempDir()
	none := filepath.Join(dir, "none")
	file := filepath.Join(dir, "file")
	require.NoError(t, os.WriteFile(file, []byte("{}"), 0o600))
	garbage := filepath.Join(dir, "garbage")
	require.NoError(t, os.WriteFile(garbage, []byte("no json"), 0o600))
	const nowhere = "http://127.0.0.1:1"
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"unknown command":               {[]string{"bogus"}, `unknown command "bogus": trident has`},
		"unknown localnet command":      {[]string{"localnet", "bogus"}, `unknown command "bogus": trident localnet has down, fault, join, kill, leave, restart, stake, status, up`},
		"unknown mach command":          {[]string{"mach", "bogus"}, `unknown command "bogus": trident mach has`},
		"unknown flag":                  {[]string{"localnet", "up", "--bogus"}, "unknown flag: --bogus; see trident localnet up --help"},
		"up with an argument":           {[]string{"localnet", "up", "x"}, `unexpected argument "x"`},
		"operators no number":           {[]string{"localnet", "up", "--operators", "x"}, `--operators "x": want int such as 4`},
		"no operators":                  {[]string{"localnet", "up", "--operators", "0"}, "--operators 0, want 1 to 64"},
		"negative operators":            {[]string{"localnet", "up", "--operators", "-2"}, "--operators -2, want 1 to 64"},
		"too many operators":            {[]string{"localnet", "up", "--operators", "65"}, "--operators 65, want 1 to 64"},
		"l1 port":                       {[]string{"localnet", "up", "--l1-port", "70000"}, "--l1-port 70000"},
		"base port":                     {[]string{"localnet", "up", "--base-port", "65530"}, "--base-port 65530"},
		"short interval":                {[]string{"localnet", "up", "--block-interval", "1ms"}, "--block-interval 1ms, want 50ms to 1m0s"},
		"interval no duration":          {[]string{"localnet", "up", "--block-interval", "soon"}, `--block-interval "soon": want duration such as 1s`},
		"log level":                     {[]string{"localnet", "up", "--log-level", "loud"}, "want debug, info, warn or error"},
		"no directory":                  {[]string{"localnet", "up", "--dir", ""}, "give one with --dir"},
		"directory is a file":           {[]string{"localnet", "up", "--dir", file}, "choose another --dir"},
		"l1 unreachable":                {[]string{"localnet", "up", "--dir", none, "--l1", nowhere}, "check the URL and that the node runs"},
		"l1 no url":                     {[]string{"localnet", "up", "--dir", none, "--l1", "gopher://x"}, "check the URL and that the node runs"},
		"status of nothing":             {[]string{"localnet", "status", "--dir", none}, "start one with: trident localnet up --dir " + none},
		"down of nothing":               {[]string{"localnet", "down", "--dir", none}, "start one with: trident localnet up --dir " + none},
		"kill nobody":                   {[]string{"localnet", "kill"}, "NAME is missing: trident localnet kill NAME"},
		"kill two":                      {[]string{"localnet", "kill", "a", "b"}, `unexpected argument "b"`},
		"kill in nothing":               {[]string{"localnet", "kill", "operator-1", "--dir", none}, "no local network runs there"},
		"join whom":                     {[]string{"localnet", "join", "operator-9"}, `unexpected argument "operator-9"`},
		"join in nothing":               {[]string{"localnet", "join", "--dir", none}, "no local network runs there"},
		"leave nobody":                  {[]string{"localnet", "leave"}, "NAME is missing: trident localnet leave NAME"},
		"leave in nothing":              {[]string{"localnet", "leave", "operator-1", "--dir", none}, "no local network runs there"},
		"stake of nobody":               {[]string{"localnet", "stake"}, "NAME is missing"},
		"stake of how much":             {[]string{"localnet", "stake", "operator-1"}, "+AMOUNT|-AMOUNT is missing"},
		"stake without a sign":          {[]string{"localnet", "stake", "operator-1", "500"}, `"500" is no amount`},
		"stake no number":               {[]string{"localnet", "stake", "operator-1", "+x"}, `"+x" is no amount`},
		"less stake in nothing":         {[]string{"localnet", "stake", "operator-1", "-500", "--dir", none}, "no local network runs there"},
		"stake with an unknown flag":    {[]string{"localnet", "stake", "operator-1", "-500", "--bogus"}, "unknown flag: --bogus; see trident localnet stake --help"},
		"restart nobody":                {[]string{"localnet", "restart"}, "NAME is missing"},
		"node without home":             {[]string{"node", "--home", none}, "is --home right?"},
		"node with an argument":         {[]string{"node", "x"}, `unexpected argument "x"`},
		"unknown signer command":        {[]string{"signer", "bogus"}, `unknown command "bogus": trident signer has export, import, init, settle, status`},
		"signer without home":           {[]string{"signer", "--home", none}, "open home"},
		"signer in the open":            {[]string{"signer", "--home", none, "--listen", "0.0.0.0:30390"}, "not loopback; give --tls-cert, --tls-key and --client-ca"},
		"signer listens where":          {[]string{"signer", "--home", none, "--listen", "x"}, "want host:port, such as 127.0.0.1:30390"},
		"signer with half of TLS":       {[]string{"signer", "--home", none, "--tls-cert", file}, "--tls-cert, --tls-key and --client-ca go together"},
		"signer log level":              {[]string{"signer", "--log-level", "loud"}, "want debug, info, warn or error"},
		"signer init in the open":       {[]string{"signer", "init", "--home", none, "--listen", ":1"}, "not loopback"},
		"signer init from nothing":      {[]string{"signer", "init", "--home", none, "--from", filepath.Join(dir, "no node")}, "open home"},
		"signer init without a port":    {[]string{"signer", "init", "--home", none, "--from", dir, "--listen", "127.0.0.1:0"}, "the node must know the port"},
		"export of no home":             {[]string{"signer", "export", "--home", none}, "open home"},
		"status of no home":             {[]string{"signer", "status", "--home", none}, "open home"},
		"import of no file":             {[]string{"signer", "import", "--home", none}, "FILE is missing"},
		"import of a missing file":      {[]string{"signer", "import", none, "--home", none}, "read signing history"},
		"import of a file and of none":  {[]string{"signer", "import", file, "--lost", "--home", none}, "exclude each other"},
		"import of two files":           {[]string{"signer", "import", file, file}, "unexpected argument"},
		"settle nothing":                {[]string{"signer", "settle"}, "KEY is missing"},
		"settle of no key":              {[]string{"signer", "settle", "rsa", "mach", someScope, "1"}, `KEY "rsa": want bls or consensus`},
		"settle of no scope":            {[]string{"signer", "settle", "bls", "mach", "0x1", "1"}, `SCOPE "0x1": want 0x and 64`},
		"settle at no position":         {[]string{"signer", "settle", "bls", "mach", someScope, "x"}, `POSITION "x": want a number`},
		"settle of no home":             {[]string{"signer", "settle", "bls", "mach", someScope, "1", "--home", none}, "open home"},
		"certificate of nothing":        {[]string{"mach", "certificate", "--dir", none}, "or name an operator with --api and --rollup"},
		"certificate of what":           {[]string{"mach", "certificate", "x"}, "want a number, a 0x block hash, or latest"},
		"certificate of half a hash":    {[]string{"mach", "certificate", "0xzz"}, "want a number, a 0x block hash, or latest"},
		"certificate of two":            {[]string{"mach", "certificate", "1", "2"}, `unexpected argument "2"`},
		"certificate from nowhere":      {[]string{"mach", "certificate", "--api", nowhere, "--rollup", "demo"}, "is it running"},
		"api no url":                    {[]string{"mach", "certificate", "--api", "x", "--rollup", "demo"}, "http:// or https://"},
		"checkpoint of what":            {[]string{"mach", "checkpoint", "x"}, "want a number, a 0x block hash, or latest"},
		"checkpoint of nothing":         {[]string{"mach", "checkpoint", "--dir", none}, "or name an L1 with --l1 and --contract"},
		"checkpoint without a contract": {[]string{"mach", "checkpoint", "--l1", nowhere}, "give the address of Mach"},
		"checkpoint without a payer":    {[]string{"mach", "checkpoint", "--l1", nowhere, "--contract", someAddress, "--dir", none}, "give --key-file"},
		"checkpoint, no password":       {[]string{"mach", "checkpoint", "--l1", nowhere, "--contract", someAddress, "--key-file", file, "--password-file", none}, "password"},
		"checkpoint, no key":            {[]string{"mach", "checkpoint", "--l1", nowhere, "--contract", someAddress, "--key-file", file, "--password-file", garbage}, "key"},
		"epoch no number":               {[]string{"mach", "operator-set", "x"}, "want a number from 1, or latest"},
		"epoch zero":                    {[]string{"mach", "operator-set", "0"}, "want a number from 1, or latest"},
		"set from nowhere":              {[]string{"mach", "operator-set", "--api", nowhere, "--rollup", "demo"}, "is it running"},
		"watch nowhere":                 {[]string{"mach", "watch", "--api", nowhere, "--rollup", "demo", "--l1", nowhere, "--contract", someAddress}, "check the URL and that the node runs"},
		"watch whom to trust":           {[]string{"mach", "watch", "--api", nowhere, "--rollup", "demo"}, "say whom to trust"},
		"watch with two trusts":         {[]string{"mach", "watch", "--api", nowhere, "--rollup", "demo", "--l1", nowhere, "--trust", file}, "give one of them"},
		"watch without the contract":    {[]string{"mach", "watch", "--api", nowhere, "--rollup", "demo", "--l1", nowhere}, "give the address of Mach"},
		"watch with an empty trust":     {[]string{"mach", "watch", "--api", nowhere, "--rollup", "demo", "--trust", file}, "make it with: trident mach genesis"},
		"watch with a garbage trust":    {[]string{"mach", "watch", "--api", nowhere, "--rollup", "demo", "--trust", garbage}, "make it with: trident mach genesis"},
		"watch with a missing trust":    {[]string{"mach", "watch", "--api", nowhere, "--rollup", "demo", "--trust", none}, "read trusted sets"},
		"watch nothing":                 {[]string{"mach", "watch", "--dir", none}, "or name operators with --api and --rollup"},
		"alerts from nowhere":           {[]string{"mach", "alerts", "--api", nowhere, "--rollup", "demo"}, "is it running"},
		"hand-offs from nowhere":        {[]string{"mach", "hand-offs", "--api", nowhere, "--rollup", "demo"}, "is it running"},
		"genesis from nowhere":          {[]string{"mach", "genesis", "--api", nowhere, "--rollup", "demo"}, "is it running"},
		"genesis with an argument":      {[]string{"mach", "genesis", "x"}, `unexpected argument "x"`},
		"verify with a missing trust":   {[]string{"mach", "verify", validLooking(t, dir), "--trust", none}, "read trusted sets"},
		"verify with an empty trust":    {[]string{"mach", "verify", validLooking(t, dir), "--trust", file}, "make it with: trident mach genesis"},
		"unknown squad command":         {[]string{"squad", "bogus"}, `unknown command "bogus": trident squad has pending, preconfirm, schedule, status, unjail`},
		"schedule of nothing":           {[]string{"squad", "schedule", "--dir", none}, "or name an operator with --api and --rollup"},
		"schedule from nowhere":         {[]string{"squad", "schedule", "--api", nowhere, "--rollup", "demo"}, "is it running"},
		"schedule of what window":       {[]string{"squad", "schedule", "--window", "x"}, `--window "x": want uint64`},
		"squad status of what":          {[]string{"squad", "status", "x"}, `unexpected argument "x"`},
		"squad status from nowhere":     {[]string{"squad", "status", "--api", nowhere, "--rollup", "demo"}, "is it running"},
		"pending from nowhere":          {[]string{"squad", "pending", "--api", nowhere, "--rollup", "demo"}, "is it running"},
		"preconfirm nothing":            {[]string{"squad", "preconfirm"}, "RAW is missing"},
		"preconfirm no transaction":     {[]string{"squad", "preconfirm", "x"}, "want a signed transaction in 0x-hex"},
		"preconfirm for less than none": {[]string{"squad", "preconfirm", "0x01", "--wait", "-1s"}, "want 0 or more"},
		"preconfirm nowhere":            {[]string{"squad", "preconfirm", "0x01", "--api", nowhere, "--rollup", "demo"}, "is it running"},
		"unjail nobody":                 {[]string{"squad", "unjail"}, "ROLLUP is missing"},
		"unjail without an operator":    {[]string{"squad", "unjail", "demo", "--home", dir}, "no operator runs from this home"},
		"fault of nobody":               {[]string{"localnet", "fault"}, "NAME is missing"},
		"fault of no kind":              {[]string{"localnet", "fault", "operator-1"}, "KIND is missing"},
		"fault of another kind":         {[]string{"localnet", "fault", "operator-1", "sloth"}, `no such fault: "sloth"; there are withhold_bodies`},
		"fault in nothing":              {[]string{"localnet", "fault", "operator-1", "mute", "--dir", none}, "no local network runs there"},
		"unknown rollup command":        {[]string{"rollup", "bogus"}, `unknown command "bogus": trident rollup has create, list, proxy, status, stop`},
		"proxy of nothing":              {[]string{"rollup", "proxy"}, "give the URL of the rollup's node with --upstream"},
		"proxy with an argument":        {[]string{"rollup", "proxy", "x"}, `unexpected argument "x"`},
		"proxy of no network":           {[]string{"rollup", "proxy", "--upstream", nowhere, "--dir", none}, "or name operators with --api and --rollup"},
		"proxy whom to trust":           {[]string{"rollup", "proxy", "--upstream", nowhere, "--api", nowhere, "--rollup", "demo"}, "say whom to trust"},
		"proxy without an l1":           {[]string{"rollup", "proxy", "--upstream", nowhere, "--api", nowhere, "--rollup", "demo", "--l1", nowhere, "--contract", someAddress}, "check the URL and that the node runs"},
		"watch from what":               {[]string{"mach", "watch", "--from", "x"}, `--from "x": want uint64`},
		"verify nothing":                {[]string{"mach", "verify"}, "FILE is missing"},
		"verify how":                    {[]string{"mach", "verify", file}, "give --set FILE to check offline, or --l1"},
		"verify both ways":              {[]string{"mach", "verify", file, "--set", file, "--l1"}, "give one of them"},
		"verify a missing file":         {[]string{"mach", "verify", none, "--set", file}, "read certificate"},
		"verify an empty object":        {[]string{"mach", "verify", file, "--set", file}, "field is missing"},
		"verify garbage":                {[]string{"mach", "verify", garbage, "--set", file}, "read certificate"},
		"verify without an l1":          {[]string{"mach", "verify", file, "--l1"}, "read certificate"},
		"verify without the contract":   {[]string{"mach", "verify", validLooking(t, dir), "--l1=" + nowhere}, "give the address of CertificateVerifier"},
		"verify with a missing set":     {[]string{"mach", "verify", validLooking(t, dir), "--set", none}, "read operator set"},
		"verify with a garbage set":     {[]string{"mach", "verify", validLooking(t, dir), "--set", garbage}, "read operator set"},
		"verify with an empty set":      {[]string{"mach", "verify", validLooking(t, dir), "--set", file}, "make it with: trident mach operator-set"},
		"verify on an unreachable l1":   {[]string{"mach", "verify", validLooking(t, dir), "--l1=" + nowhere, "--contract", someAddress}, "check the URL"},
		"verify in a stopped directory": {[]string{"mach", "verify", validLooking(t, dir), "--l1", "--dir", none}, "no local network runs there"},
	} {
		t.Run(name, func(t *testing.T) {
			requireRefused(t, command(t, c.args...), c.says)
			require.False(t, exists(none), "nothing is half-written")
		})
	}
}

var someScope = "0x" + strings.Repeat("01", 32)

const someAddress = "0x00000000000000000000000000000000000000aa"

// validLooking is a certificate file with all its fields, and nothing true in it.
func validLooking(t *testing.T, dir string) string {
	t.Helper()
	path := filepath.Join(dir, "certificate.json")
	zeros := "0x" + strings.Repeat("00", 96)
	text := `{"claim": {"epoch": "0x1", "number": "0x1", "level": "0x2"}, "epoch": "0x1", "signers": "0x01", "signature": "` + zeros + `"}`
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}
