package main

import (
	"fmt"
	"net/http"

	"github.com/google/uuid"

	"example.com/freight/quote"
)

func main() {
	http.HandleFunc("/quote", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "%s %.2f\n", uuid.NewString(), quote.For(r.URL.Query().Get("weight")))
	})
	http.ListenAndServe(":8080", nil)
}
