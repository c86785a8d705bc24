package client_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"os/signal"

	"github.com/ethereum/go-ethereum/common"

	"github.com/trident-network/trident/api/client"
	"github.com/trident-network/trident/avs"
)

// A bridge follows a rollup at three operators. It believes its own L1 node, and no operator.
func ExampleSubscriber() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	sub, err := client.Subscribe(ctx, client.SubscriberConfig{
		APIs:   []string{"https://a.example", "https://b.example", "https://c.example"},
		Rollup: "demo",
		Trust:  client.TrustL1("http://127.0.0.1:8545", common.HexToAddress("0x00000000000000000000000000000000000000aa")),
		From:   1200,
		Level:  avs.LevelExecution,
	})
	if err != nil {
		log.Print(err)
		return
	}
	defer sub.Close()
	for e, err := range sub.Events(ctx) {
		switch {
		case err != nil: // ctx ended, or client.ErrConflict: stop paying out
			log.Print(err)
			return
		case e.Kind == client.KindCertificate && !e.Paused:
			fmt.Println("final:", e.Certificate.Claim.Number, e.Certificate.Claim.BlockHash)
		default:
			log.Print(e.Kind, e.Operator, e.Err)
		}
	}
}
