// Clock answers what time it is anywhere in the world.
package main

import (
	"context"
	"errors"
	"flag"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// grace is how long requests in progress may take once the service was asked to stop. It is
// shorter than the ten seconds after which `docker stop` kills.
const grace = 8 * time.Second

func main() {
	address := flag.String("listen", ":8080", "address to listen on")
	check := flag.Bool("health", false, "ask the running service how it is, and exit with 0 or 1")
	flag.Parse()

	if *check {
		if !healthy(*address, 2*time.Second) {
			os.Exit(1)
		}
		return
	}

	// A Go program that does not ask for SIGTERM ends at once, in the middle of its requests.
	stopped, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer cancel()
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		log.Fatal(err)
	}
	if err := serve(stopped, listener, newHandler(time.Now)); err != nil {
		log.Fatal(err)
	}
}

// serve answers requests until the context ends, then lets those in progress finish.
func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler: handler,
		// Without limits a client that sends a byte a minute keeps its connection for ever.
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      10 * time.Second,
		IdleTimeout:       60 * time.Second,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	log.Printf("Listening on %s.", listener.Addr())

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Print("Finishing the requests in progress.")
	deadline, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	if err := server.Shutdown(deadline); err != nil {
		return err
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
