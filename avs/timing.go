package avs

// Block times. An execution client wants timestamps that rise by at least a second a block, so several quick blocks run
// ahead of the clock; how far is bounded by both rules below.
const (
	// MaxTimestampLead is how far, in seconds, a block's timestamp may be ahead of the consensus time that orders it.
	MaxTimestampLead = 2
	// BuildTimestampLead is how far ahead of its own clock a leader builds. The rest of MaxTimestampLead allows for
	// consensus time, which is that of the last block's votes, being behind.
	BuildTimestampLead = 1
	// MaxSlotLeadMillis is how far a slot may begin after the consensus time that orders it, for the same reason.
	MaxSlotLeadMillis = 1000
	// BeaconMillis is the length of a beacon round, from the network's genesis time.
	BeaconMillis = 60_000
	// ListGraceMillis is how long after consensus ordered an inclusion list batches may still leave its transactions out,
	// by the start of their slot; ListLifeMillis is when the list is over.
	ListGraceMillis = 1_500
	ListLifeMillis  = 20_000
)

// NextTimestamp is the timestamp of a block built now on a parent, and whether building may go ahead: when blocks have
// run too far ahead of the clock the leader waits.
func NextTimestamp(parent, nowMillis uint64) (timestamp uint64, ready bool) {
	now := nowMillis / 1000
	timestamp = max(parent+1, now)
	return timestamp, timestamp <= now+BuildTimestampLead
}
