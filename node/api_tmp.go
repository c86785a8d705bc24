package node

import (
	"context"
	"net"
	"net/http"

	"github.com/ethereum/go-ethereum/rpc"
	"github.com/trident-network/trident/avs"
)

type tmpAPI struct {
	n   *Node
	srv *http.Server
}
type TmpTrident struct{ n *Node }

func (t *TmpTrident) Status() Status { return t.n.Status() }

type TmpMach struct{ n *Node }

func (t *TmpMach) Certificate(number uint64) (*avs.Certificate, error) {
	c, ok, err := t.n.parts.rollups[0].mach.ByNumber(t.n.parts.rollups[0].rollup.ID, number)
	if !ok {
		return nil, err
	}
	return &c, err
}
func (n *Node) openAPI(p *parts) (*tmpAPI, error) { return &tmpAPI{n: n}, nil }
func (a *tmpAPI) Start(context.Context) error {
	s := rpc.NewServer()
	s.RegisterName("trident", &TmpTrident{a.n})
	s.RegisterName("mach", &TmpMach{a.n})
	l, err := net.Listen("tcp", a.n.config.API)
	if err != nil {
		return err
	}
	a.srv = &http.Server{Handler: s}
	go a.srv.Serve(l)
	return nil
}
func (a *tmpAPI) Close(context.Context) error { return a.srv.Close() }
