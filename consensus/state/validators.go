package state

import (
	"bytes"
	"slices"

	"github.com/trident-network/trident/avs"
)

// Validator is a consensus key with its voting power; power zero removes it.
type Validator struct {
	Key   [33]byte // compressed secp256k1
	Power int64
}

// Validators are the validators that an ordering set gives, ascending by key.
func Validators(set *avs.OperatorSet) []Validator {
	powers := set.VotingPowers()
	list := make([]Validator, set.Len())
	for i := range list {
		list[i] = Validator{Key: set.Member(i).ConsensusKey, Power: powers[i]}
	}
	slices.SortFunc(list, compareValidators)
	return list
}

// ValidatorUpdates turns the validators of one ordering set into those of another, ascending by key.
func ValidatorUpdates(from, to *avs.OperatorSet) []Validator {
	before, after := Validators(from), Validators(to)
	var updates []Validator
	for _, v := range after {
		if i, ok := slices.BinarySearchFunc(before, v, compareValidators); !ok || before[i].Power != v.Power {
			updates = append(updates, v)
		}
	}
	for _, v := range before {
		if _, ok := slices.BinarySearchFunc(after, v, compareValidators); !ok {
			updates = append(updates, Validator{Key: v.Key})
		}
	}
	slices.SortFunc(updates, compareValidators)
	return updates
}

func compareValidators(a, b Validator) int { return bytes.Compare(a.Key[:], b.Key[:]) }
