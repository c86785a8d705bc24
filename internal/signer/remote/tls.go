package remote

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"net"
	"time"
)

// ErrCertificate is a certificate or key that cannot be used.
var ErrCertificate = errors.New("certificate is not usable")

// validity is how long the certificates of a pair hold; trident signer init makes new ones.
const validity = 5 * 365 * 24 * time.Hour

// Pair are the certificates of one signer and its node, in PEM. The authority's key is not among them: it signed these
// two and nobody else can be added.
type Pair struct {
	Authority             []byte
	ServerCert, ServerKey []byte
	ClientCert, ClientKey []byte
}

// NewPair makes the certificates for a signer that is reached at host, a name or an IP address.
func NewPair(host string, now time.Time) (p Pair, err error) {
	authority, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return p, fmt.Errorf("make certificates: %w", err)
	}
	root := template("trident signer authority", now)
	root.IsCA, root.BasicConstraintsValid, root.MaxPathLenZero, root.KeyUsage = true, true, true, x509.KeyUsageCertSign
	der, err := x509.CreateCertificate(rand.Reader, root, root, &authority.PublicKey, authority)
	if err != nil {
		return p, fmt.Errorf("make certificates: %w", err)
	}
	p.Authority = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	server, client := template("trident signer", now), template("trident node", now)
	server.ExtKeyUsage, client.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}
	if ip := net.ParseIP(host); ip != nil {
		server.IPAddresses = []net.IP{ip}
	} else {
		server.DNSNames = []string{host}
	}
	if p.ServerCert, p.ServerKey, err = issue(server, root, authority); err != nil {
		return p, err
	}
	p.ClientCert, p.ClientKey, err = issue(client, root, authority)
	return p, err
}

func template(name string, now time.Time) *x509.Certificate {
	serial, _ := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120)) // it never fails
	return &x509.Certificate{SerialNumber: serial, Subject: pkix.Name{CommonName: name}, NotBefore: now.Add(-time.Hour),
		NotAfter: now.Add(validity), KeyUsage: x509.KeyUsageDigitalSignature}
}

func issue(c, root *x509.Certificate, authority *ecdsa.PrivateKey) (certificate, private []byte, err error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, nil, fmt.Errorf("make certificates: %w", err)
	}
	der, err := x509.CreateCertificate(rand.Reader, c, root, &key.PublicKey, authority)
	if err != nil {
		return nil, nil, fmt.Errorf("make certificates: %w", err)
	}
	raw, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, nil, fmt.Errorf("make certificates: %w", err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}),
		pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: raw}), nil
}

// ServerTLS wants a certificate of the authority from whoever connects.
func ServerTLS(certificate, private, authority []byte) (*tls.Config, error) {
	pair, pool, err := load(certificate, private, authority)
	if err != nil {
		return nil, err
	}
	return &tls.Config{MinVersion: tls.VersionTLS13, Certificates: []tls.Certificate{pair}, ClientCAs: pool,
		ClientAuth: tls.RequireAndVerifyClientCert}, nil
}

// ClientTLS trusts the authority alone, and shows its own certificate.
func ClientTLS(certificate, private, authority []byte) (*tls.Config, error) {
	pair, pool, err := load(certificate, private, authority)
	if err != nil {
		return nil, err
	}
	return &tls.Config{MinVersion: tls.VersionTLS13, Certificates: []tls.Certificate{pair}, RootCAs: pool}, nil
}

func load(certificate, private, authority []byte) (tls.Certificate, *x509.CertPool, error) {
	pair, err := tls.X509KeyPair(certificate, private)
	if err != nil {
		return pair, nil, fmt.Errorf("%w: %w", ErrCertificate, err)
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(authority) {
		return pair, nil, fmt.Errorf("%w: no certificate of the authority in its file", ErrCertificate)
	}
	return pair, pool, nil
}
