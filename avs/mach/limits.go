package mach

import (
	"time"

	"github.com/trident-network/trident/avs"
)

// Limits and pace of the service.
const (
	// behindWindow is how many numbers behind the certified tip late signatures still count for participation. More
	// than a minute of blocks: who is later than that catches up by certificates.
	behindWindow = 64
	// aheadWindow is how far ahead of the own head attestations are kept. It covers the time that an operator needs to
	// execute what others executed already; who is further behind catches up by certificates.
	aheadWindow = 256
	// evidenceWindow is how many numbers behind the certified tip the attestations of others are kept on disk, so that
	// a conflicting one that turns up late is still evidence.
	evidenceWindow = 1 << 16
	// pruneStep is how many numbers are pruned at once: seldom, since a range deletion is not free.
	pruneStep = 1 << 10

	// tickInterval is the pace of repetition and catching up: long against the 100 ms that gossip takes, short against
	// what a person would call a halt.
	tickInterval = time.Second
	// resendTicks is after how many ticks own attestations are sent again: gossip takes identical bytes for the same
	// message for 15 seconds. Peers that are connected pull what they miss sooner.
	resendTicks = 16
	// resendLimit bounds the own attestations sent again in one tick, so that a halted network is not flooded.
	resendLimit = 32
	// idleSyncTicks is after how many ticks peers are asked for certificates although none seems to be missing.
	idleSyncTicks = 10
	// gapTicks is for how many ticks the stream waits for a missing certificate before it goes on without it.
	gapTicks = 30
	// epochWait is how often consensus is asked for the epoch of a block that it has not passed the time of: it passes a
	// second about every second.
	epochWait = tickInterval / 4
	// epochPatience is after how many times that is worth a line in the log: half a minute.
	epochPatience = 120
	// peersAsked bounds the peers asked in one round of catching up.
	peersAsked = 3
	// requestTimeout bounds one request.
	requestTimeout = 5 * time.Second

	// maxBatch is how many signatures of one claim are checked together: those of a whole operator set. Beyond, a check
	// costs no less for each.
	maxBatch = avs.MaxMembers
	// maxBatches is how many claims are remembered with their hash for the signatures to come.
	maxBatches = 64
	// lateWindow is how long signatures of a certified claim wait for each other: nobody waits for them, and one check
	// for all costs a fraction.
	lateWindow = 100 * time.Millisecond

	// pushDelay is how long the first aggregator waits for the signatures of all before it tells its certificate:
	// where everybody was heard, nobody needs it. pushStagger is how much later the next one does if nobody has.
	pushDelay   = 40 * time.Millisecond
	pushStagger = 20 * time.Millisecond
	// maxAggregators bounds who takes part for one number; if all of them are dead, peers pull.
	maxAggregators = 8

	// maxWants is how many numbers one request asks about, and maxLacks how many claims for each.
	maxWants = 32
	maxLacks = 4
	// maxWantSize is more than the encoding of the largest request: 32 numbers with 4 bitmaps of 256 bits.
	maxWantSize = 16 << 10

	// pageSize is how many certificates or attestations one reply carries: 256 times at most 512 bytes.
	pageSize = 256
	// maxRequestSize is more than the encoding of a page request.
	maxRequestSize = 64
	// maxReplySize is more than a full page.
	maxReplySize = 192 << 10

	// DefaultQuiet is for how long nothing must be wrong at an operator before it votes for the end of a pause: longer than
	// a node takes to restart, short against what waits for finality.
	DefaultQuiet = 2 * time.Minute
	// epochsBehind is how many epochs behind the one in force an alert may be: operators change over a little apart, and
	// L1 takes as many.
	epochsBehind = 1
	// maxAlertRequest is more than an encoded request, alertPage and alertVotePage what one reply carries: together less
	// than maxReplySize, as certified alerts have at most 512 bytes and votes 768.
	maxAlertRequest = 128
	alertPage       = 32
	alertVotePage   = 200

	// maxViews bounds the L1 block numbers that votes are kept for. Candidates follow each other by rule, each after the
	// one before was ordered, so two or three are alive at a time.
	maxViews = 16
	// maxViewVote is more than an encoded vote.
	maxViewVote = 256
	// submitStagger bounds how many ticks an operator waits for others to submit a certified view first.
	submitStagger = 4
	// recentCertificates are kept in memory for subscribers that follow the tip.
	recentCertificates = 512
	// streamPage is how many certificates a subscriber that is behind reads at once.
	streamPage = 64
)
