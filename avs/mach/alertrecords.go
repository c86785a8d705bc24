package mach

import (
	"encoding/binary"
	"fmt"

	"github.com/ethereum/go-ethereum/rlp"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/trident-network/trident/avs"
	"github.com/trident-network/trident/internal/metrics"
	"github.com/trident-network/trident/internal/store"
)

// alertRecords is the breaker's part of the store. Keys are one letter, then numbers big-endian:
//
//	c sequence               certified alert; written synced, never changed
//	v sequence epoch member  vote; the own ones written synced
//	t source                 what this operator has against the rollup; written synced
type alertRecords struct{ space *store.Space }

const (
	keyAlert   byte = 'c'
	keyVote    byte = 'v'
	keyTrouble byte = 't'
)

// addCertified writes the newest alert and forgets the votes of those before it.
func (r alertRecords) addCertified(c avs.CertifiedAlert) error {
	batch := r.space.NewBatch()
	defer batch.Discard()
	batch.Set(numberKey(keyAlert, c.Alert.Sequence), c.Encode())
	batch.DeleteRange([]byte{keyVote}, numberKey(keyVote, c.Alert.Sequence))
	return wrap("keep certified alert", batch.Commit(true))
}

func (r alertRecords) newest() (*avs.CertifiedAlert, error) {
	_, data, found, err := r.space.Last([]byte{keyAlert})
	if err != nil || !found {
		return nil, wrap("read certified alert", err)
	}
	c, err := avs.DecodeCertifiedAlert(data)
	return &c, wrap("read certified alert", err)
}

func (r alertRecords) certified(sequence uint64) (avs.CertifiedAlert, bool, error) {
	data, found, err := r.space.Get(numberKey(keyAlert, sequence))
	if err != nil || !found {
		return avs.CertifiedAlert{}, false, wrap("read certified alert", err)
	}
	c, err := avs.DecodeCertifiedAlert(data)
	return c, err == nil, wrap("read certified alert", err)
}

// certifiedFrom are at most limit certified alerts from a sequence on, ascending.
func (r alertRecords) certifiedFrom(from uint64, limit int) ([]avs.CertifiedAlert, error) {
	var out []avs.CertifiedAlert
	err := r.space.Iterate([]byte{keyAlert}, numberKey(keyAlert, from), func(_, value []byte) error {
		if len(out) == limit {
			return store.ErrStop
		}
		c, err := avs.DecodeCertifiedAlert(value)
		out = append(out, c)
		return err
	})
	return out, wrap("read certified alerts", err)
}

func (r alertRecords) addVote(v avs.AlertVote, sync bool) error {
	key := binary.BigEndian.AppendUint64(numberKey(keyVote, v.Alert.Sequence), uint64(v.Alert.Epoch))
	key = binary.BigEndian.AppendUint16(key, v.Member)
	if sync {
		return wrap("keep alert vote", r.space.SetSync(key, v.Encode()))
	}
	return wrap("keep alert vote", r.space.Set(key, v.Encode()))
}

// votes are those kept for a sequence, by epoch and member.
func (r alertRecords) votes(sequence uint64) ([]avs.AlertVote, error) {
	var out []avs.AlertVote
	err := r.space.Iterate(numberKey(keyVote, sequence), nil, func(_, value []byte) error {
		v, err := avs.DecodeAlertVote(value)
		out = append(out, v)
		return err
	})
	return out, wrap("read alert votes", err)
}

func troubleKey(source Source) []byte { return append([]byte{keyTrouble}, source...) }

func (r alertRecords) setTrouble(source Source, report avs.AlertReport) error {
	data, err := rlp.EncodeToBytes(report)
	if err != nil {
		return fmt.Errorf("keep trouble: %w", err)
	}
	return wrap("keep trouble", r.space.SetSync(troubleKey(source), data))
}

func (r alertRecords) clearTrouble(source Source) error {
	return wrap("clear trouble", r.space.Delete(troubleKey(source)))
}

func (r alertRecords) troubles() (map[Source]avs.AlertReport, error) {
	out := make(map[Source]avs.AlertReport)
	err := r.space.Iterate([]byte{keyTrouble}, nil, func(key, value []byte) error {
		var report avs.AlertReport
		err := rlp.DecodeBytes(value, &report)
		out[Source(key[1:])] = report
		return err
	})
	return out, wrap("read troubles", err)
}

// alertMeters are the breaker's metrics, with the rollup filled in.
type alertMeters struct {
	votes    *prometheus.CounterVec // rollup, verdict
	paused   prometheus.Gauge
	sequence prometheus.Gauge
	troubles prometheus.Gauge
	rollup   string
}

func newAlertMeters(r *metrics.Registry, rollup string) alertMeters {
	r = r.Sub("alert")
	gauge := func(name, help string) prometheus.Gauge {
		return r.GaugeVec(name, help, "rollup").WithLabelValues(rollup)
	}
	return alertMeters{
		rollup:   rollup,
		votes:    r.CounterVec("votes_total", "Alert votes received, by what was made of them.", "rollup", "verdict"),
		paused:   gauge("paused", "1 while a quorum has paused the rollup's finality."),
		sequence: gauge("sequence", "Number of certified alerts."),
		troubles: gauge("troubles", "Parts of this operator that have something against the rollup: it votes for a pause."),
	}
}

func (m alertMeters) received(v avs.Verdict) {
	m.votes.WithLabelValues(m.rollup, [...]string{"accept", "ignore", "reject"}[v]).Inc()
}

// meter shows the state.
func (b *Breaker) meter() {
	b.mu.Lock()
	sequence, troubles := b.sequence(), len(b.troubles)
	b.mu.Unlock()
	b.meters.sequence.Set(float64(sequence))
	b.meters.paused.Set(float64(sequence % 2))
	b.meters.troubles.Set(float64(troubles))
}
