package main

import (
	"net"
	"net/http"
	"time"
)

// healthy asks the service on this address's port how it is. The image from scratch has no
// shell and no curl, so the program is its own health check: `clock -health`.
func healthy(address string, timeout time.Duration) bool {
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	client := http.Client{
		Timeout: timeout,
		// No proxy, whatever the environment says: the request must not leave the container.
		Transport: &http.Transport{Proxy: nil},
	}
	response, err := client.Get("http://" + net.JoinHostPort("127.0.0.1", port) + "/health")
	if err != nil {
		return false
	}
	defer response.Body.Close()
	return response.StatusCode == http.StatusOK
}
