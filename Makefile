# Trident: two commands matter to a newcomer, `make localnet` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
GO ?= go
BIN := bin/trident
# PKGS is what `make test` tests; TESTFLAGS are added to go test.
PKGS ?= ./...
TESTFLAGS ?=
DIR ?= localnet-data
FLAGS ?=

.PHONY: help build localnet test test-go test-contracts test-client-ts lint generate generate-check bench simulate gas fuzz clean contracts-deps client-ts-deps

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

build: ## build bin/trident
	@mkdir -p bin
	$(GO) build -trimpath -o $(BIN) ./cmd/trident

localnet: build ## start an L1 with EigenLayer, four operators and one rollup (FLAGS="--operators 7", DIR=folder)
	$(BIN) localnet up --dir $(DIR) $(FLAGS)

test: test-contracts test-client-ts test-go ## run every test, with the race detector where it can see

# The command line is tested by networks of many processes, which the race detector makes several times slower without
# seeing across them: what is below cmd has its race tests in its own packages, whole networks in one process among them.
# So are trials, in which a network has several rollups, leaders that err, or newcomers: other tests of whole networks in one
# process look for races.
TRIALS := TestLeadersThatErr|TestForcedInclusion|TestJoinByStateAndByReplay|TestRollups|TestExternalClient
test-go: contracts-deps client-ts-deps ## run the Go tests
	$(GO) list $(PKGS) | grep -v /cmd/ | xargs -r $(GO) test -race -timeout 20m -skip '$(TRIALS)' $(TESTFLAGS)
	$(GO) list $(PKGS) | grep /localnet$$ | xargs -r $(GO) test -timeout 20m -run '$(TRIALS)' $(TESTFLAGS)
	$(GO) list $(PKGS) | grep /cmd/ | xargs -r $(GO) test -timeout 20m $(TESTFLAGS)

test-contracts: contracts-deps ## run the Forge tests
	cd contracts && ./node_modules/.bin/forge test

test-client-ts: client-ts-deps ## build and test the TypeScript client
	cd api/client-ts && npm test --silent

contracts-deps: contracts/node_modules/.installed

client-ts-deps: api/client-ts/node_modules/.installed

%/node_modules/.installed: %/package.json %/package-lock.json
	@command -v npm >/dev/null || { echo "make test needs node 20 or newer with npm for the contract tools and the TypeScript client: install it (Debian: apt-get install nodejs npm) and try again; make localnet works without it" >&2; exit 1; }
	cd $* && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

lint: ## run golangci-lint, pinned in internal/tools/go.mod
	$(GO) tool -modfile=internal/tools/go.mod golangci-lint run

generate: contracts-deps ## regenerate contract artifacts, bindings and protobuf code
	$(GO) run ./contracts/tools/generate
	api/proto/generate

generate-check: contracts-deps ## fail when something generated is not fresh
	$(GO) run ./contracts/tools/generate --check
	cd contracts && FORGE_SNAPSHOT_CHECK=true ./node_modules/.bin/forge test --match-contract GasTest
	api/proto/generate --check

bench: build ## measure latency, throughput, memory, gas, aggregation, subscribers and signing
	$(GO) run ./localnet/bench $(FLAGS)
	$(GO) test -run '^$$' -bench Gas -benchtime 1x ./contracts
	$(GO) test -run '^$$' -bench 'BenchmarkAggregation|BenchmarkCertificateBytes' -benchtime 8x ./avs/mach
	$(GO) test -run '^$$' -bench BenchmarkSubscribers -benchtime 40x ./api
	$(GO) test -run '^$$' -bench 'BenchmarkVote|BenchmarkSign$$' -benchtime 300x ./consensus ./internal/signer/remote

simulate: ## simulate up to a hundred operators that are 50 ms apart, and compare ways to spread batches (a quarter of an hour)
	TRIDENT_SIMULATE=1 $(GO) test -v -count=1 -timeout 40m -run OverWAN ./localnet/simulation | grep operators
	$(GO) test -run '^$$' -bench BenchmarkCompression -benchtime 20x ./localnet/simulation

gas: contracts-deps ## write contracts/snapshots, what transactions of the contracts cost
	cd contracts && ./node_modules/.bin/forge test --match-contract GasTest

fuzz: ## run every fuzz target for 20 seconds each
	@for pkg in $$($(GO) list ./...); do for f in $$($(GO) test -list '^Fuzz' $$pkg 2>/dev/null | grep ^Fuzz || true); do \
		$(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime 20s $$pkg || exit 1; done; done

clean: ## remove what was built
	rm -rf bin contracts/out contracts/cache api/client-ts/dist api/client-ts/build
