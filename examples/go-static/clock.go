package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	// An image from scratch has no time zone files; this puts them into the program (about 450 KB).
	_ "time/tzdata"
)

// errUnknownZone says that a name is not in the IANA time zone database.
var errUnknownZone = errors.New("there is no such time zone; try Europe/Paris")

// clock is what /time answers.
type clock struct {
	Zone   string `json:"zone"`
	Time   string `json:"time"`
	Offset string `json:"offset"`
	Summer bool   `json:"summerTime"`
}

// timeIn gives the moment as clocks in the zone show it. "Local" is refused, as it would
// mean whatever the server's machine is set to.
func timeIn(zone string, moment time.Time) (clock, error) {
	if zone == "Local" {
		return clock{}, errUnknownZone
	}
	location, err := time.LoadLocation(zone)
	if err != nil {
		return clock{}, errUnknownZone
	}
	local := moment.In(location)
	return clock{
		Zone:   location.String(),
		Time:   local.Format(time.RFC3339),
		Offset: local.Format("-07:00"),
		Summer: local.IsDST(),
	}, nil
}

// newHandler routes requests; now is the clock to read, so that tests can hold it still.
func newHandler(now func() time.Time) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/time", func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			writeJSON(w, http.StatusMethodNotAllowed, map[string]string{"error": "Only GET is answered here."})
			return
		}
		answer, err := timeIn(r.URL.Query().Get("zone"), now())
		if err != nil {
			writeJSON(w, http.StatusNotFound, map[string]string{"error": err.Error()})
			return
		}
		writeJSON(w, http.StatusOK, answer)
	})
	mux.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) {
		writeJSON(w, http.StatusOK, map[string]string{"status": "ok"})
	})
	return mux
}

func writeJSON(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	// An error here means that the client has gone; there is nobody left to tell.
	_ = json.NewEncoder(w).Encode(body)
}
