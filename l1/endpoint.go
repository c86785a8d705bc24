package l1

import (
	"net/http"
	"net/url"
)

// An L1 URL often holds a provider's key, in its path, its query or its user part. None of that may reach a log or an
// error: HTTP requests are made to a public form of the URL, which the library quotes in its errors, and sent to the
// real one.

// publicURL is scheme and host of an endpoint; an IPC path is returned as it is.
func publicURL(endpoint string) string {
	u, err := url.Parse(endpoint)
	if err != nil {
		return "l1"
	}
	if u.Host == "" {
		return endpoint
	}
	return u.Scheme + "://" + u.Host
}

// hidden sends requests for the public form of a URL to the real one.
type hidden struct {
	target *url.URL
	*http.Transport
}

// RoundTrip implements http.RoundTripper.
func (h hidden) RoundTrip(r *http.Request) (*http.Response, error) {
	c := r.Clone(r.Context())
	c.URL = h.target
	if user := h.target.User; user != nil && c.Header.Get("Authorization") == "" {
		password, _ := user.Password()
		c.SetBasicAuth(user.Username(), password)
	}
	return h.Transport.RoundTrip(c)
}

// newHTTP is the HTTP client of an endpoint and the URL to dial it by. A transport of its own leaves no idle connection
// behind when the client is closed.
func newHTTP(endpoint string) (client *http.Client, dial string) {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	target, err := url.Parse(endpoint)
	if err != nil || target.Scheme != "http" && target.Scheme != "https" {
		return &http.Client{Transport: transport, Timeout: callTimeout}, endpoint
	}
	return &http.Client{Transport: hidden{target, transport}, Timeout: callTimeout}, publicURL(endpoint)
}
