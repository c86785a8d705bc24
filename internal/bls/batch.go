package bls

import (
	"crypto/rand"

	herumi "github.com/herumi/bls-eth-go-binary/bls"
)

// negativeGenerator is −G of G1, for the product of pairings that every check is. The package's init sets it.
var negativeGenerator herumi.G1

func setNegativeGenerator() {
	var g herumi.PublicKey
	herumi.GetGeneratorOfPublicKey(&g)
	herumi.G1Neg(&negativeGenerator, herumi.CastFromPublicKey(&g))
}

// Message is a digest hashed to the curve, which is a quarter of the cost of a check: many signatures of one digest
// are checked with one Message. The zero Message is nobody's digest; it verifies nothing.
type Message struct {
	point herumi.G2
}

// NewMessage hashes a digest to the curve.
func NewMessage(digest [32]byte) Message {
	return Message{*herumi.CastFromSign(herumi.HashAndMapToSignature(digest[:]))}
}

// Verify says whether sig is key's signature of the message.
func (m Message) Verify(key PublicKey, sig Signature) bool {
	if key.IsInfinity() || sig.IsInfinity() || m.point.IsZero() {
		return false
	}
	return m.balanced(herumi.CastFromPublicKey(&key.v), herumi.CastFromSign(&sig.v))
}

// balanced says whether e(key, H(m)) = e(G, sig).
func (m Message) balanced(key *herumi.G1, sig *herumi.G2) bool {
	var product herumi.GT
	herumi.MillerLoopVec(&product, []herumi.G1{*key, negativeGenerator}, []herumi.G2{m.point, *sig})
	herumi.FinalExp(&product, &product)
	return product.IsOne()
}

// Share is what one key is said to have signed.
type Share struct {
	Key       PublicKey
	Signature Signature
}

// Invalid finds the shares that are no signature of the message by their key, as ascending indices, and tells how many
// checks it took: one if all are good, about log₂(len(shares)) more for each that is not.
//
// The sums are weighted with random numbers, so that each share is checked and not only their sum: of shares chosen to
// cancel (sig₁+X and sig₂−X) a check is passed with a chance of 2⁻³². That is enough where each try is seen and costs
// the peer that made it; what is to convince others is verified alone.
func (m Message) Invalid(shares []Share) (bad []int, checks int) {
	s := search{message: m, shares: shares, weights: make([]byte, weightSize*len(shares))}
	_, _ = rand.Read(s.weights) // never fails, as its documentation says
	s.run()
	return s.bad, s.checks
}

// A weight is the sum of eight powers of two, one in each sixteen bits: 2³² weights, all different below the group
// order, which is all that the bound on cancelling asks for. Such a weight costs eight additions of a share, where one
// of 32 random bits costs about twice that for some hundred shares; the doublings are shared.
const (
	weightSize = 4   // bytes of randomness: a nibble for each power
	weightBits = 128 // eight times sixteen
)

// search finds bad shares: while a check of all that is left fails, the first bad one is found by halves.
type search struct {
	message Message
	shares  []Share
	weights []byte
	bad     []int
	checks  int
}

func (s *search) run() {
	n := len(s.shares)
	for from := 0; from < n && !s.good(from, n); {
		if len(s.bad) > 2+n/16 { // so many that halves save nothing
			for ; from < n; from++ {
				if !s.good(from, from+1) {
					s.bad = append(s.bad, from)
				}
			}
			return
		}
		// Shares below from are good, and one of from..to is bad.
		for to := n; to-from > 1; {
			if middle := from + (to-from)/2; s.good(from, middle) {
				from = middle
			} else {
				to = middle
			}
		}
		s.bad = append(s.bad, from)
		from++
	}
}

// good checks the weighted sums of shares from..to.
func (s *search) good(from, to int) bool {
	s.checks++
	if to-from == 1 {
		return s.message.Verify(s.shares[from].Key, s.shares[from].Signature)
	}
	if s.message.point.IsZero() {
		return false
	}
	for i := from; i < to; i++ {
		if s.shares[i].Key.IsInfinity() || s.shares[i].Signature.IsInfinity() {
			return false
		}
	}
	key, sig := s.sums(from, to)
	if key.IsZero() || sig.IsZero() {
		return key.IsZero() && sig.IsZero() // as balanced would say
	}
	return s.message.balanced(&key, &sig)
}

// sums are the weighted sums of keys and of signatures: each share is added to the buckets of its powers of two, and
// the buckets are put together from the highest down.
func (s *search) sums(from, to int) (key herumi.G1, sig herumi.G2) {
	var keys [weightBits]herumi.G1 // zero values are the point at infinity
	var sigs [weightBits]herumi.G2
	for i := from; i < to; i++ {
		k, g := herumi.CastFromPublicKey(&s.shares[i].Key.v), herumi.CastFromSign(&s.shares[i].Signature.v)
		for j, b := range s.weights[i*weightSize : (i+1)*weightSize] {
			low, high := 32*j+int(b&0xf), 32*j+16+int(b>>4)
			herumi.G1Add(&keys[low], &keys[low], k)
			herumi.G1Add(&keys[high], &keys[high], k)
			herumi.G2Add(&sigs[low], &sigs[low], g)
			herumi.G2Add(&sigs[high], &sigs[high], g)
		}
	}
	for bit := weightBits - 1; bit >= 0; bit-- {
		herumi.G1Dbl(&key, &key)
		herumi.G1Add(&key, &key, &keys[bit])
		herumi.G2Dbl(&sig, &sig)
		herumi.G2Add(&sig, &sig, &sigs[bit])
	}
	return key, sig
}
