package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

// The exchange rates come from another service, over HTTPS.
var source = os.Getenv("RATES_URL")

func main() {
	if len(os.Args) > 1 && os.Args[1] == "healthcheck" {
		answer, err := http.Get("http://127.0.0.1:8080/health")
		if err != nil || answer.StatusCode != http.StatusOK {
			os.Exit(1)
		}
		return
	}
	http.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	http.HandleFunc("/rates", func(w http.ResponseWriter, _ *http.Request) {
		answer, err := http.Get(source)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		io.Copy(w, answer.Body)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
