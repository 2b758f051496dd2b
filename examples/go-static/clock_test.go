package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"
)

var summer = time.Date(2026, time.July, 1, 12, 0, 0, 0, time.UTC)

func TestMain(m *testing.M) {
	log.SetOutput(io.Discard)
	os.Exit(m.Run())
}

func TestTimeInKnowsSummerTime(t *testing.T) {
	for _, c := range []struct {
		zone   string
		moment time.Time
		want   clock
	}{
		{"Europe/Paris", summer, clock{"Europe/Paris", "2026-07-01T14:00:00+02:00", "+02:00", true}},
		{"Europe/Paris", summer.AddDate(0, 6, 0), clock{"Europe/Paris", "2027-01-01T13:00:00+01:00", "+01:00", false}},
		{"Asia/Kolkata", summer, clock{"Asia/Kolkata", "2026-07-01T17:30:00+05:30", "+05:30", false}},
		{"", summer, clock{"UTC", "2026-07-01T12:00:00Z", "+00:00", false}},
	} {
		got, err := timeIn(c.zone, c.moment)
		if err != nil || got != c.want {
			t.Errorf("timeIn(%q) = %v, %v; want %v", c.zone, got, err, c.want)
		}
	}
}

func TestTimeInRefusesWhatIsNoZone(t *testing.T) {
	for _, zone := range []string{"Local", "Mars/Olympus", "../etc/passwd", "/etc/passwd"} {
		if _, err := timeIn(zone, summer); !errors.Is(err, errUnknownZone) {
			t.Errorf("timeIn(%q): %v; want errUnknownZone", zone, err)
		}
	}
}

func TestHandler(t *testing.T) {
	handler := newHandler(func() time.Time { return summer })
	for _, c := range []struct {
		method, target string
		status         int
		key, want      string
	}{
		{"GET", "/time?zone=America/New_York", 200, "time", "2026-07-01T08:00:00-04:00"},
		{"GET", "/time?zone=Nowhere", 404, "error", errUnknownZone.Error()},
		{"POST", "/time", 405, "error", "Only GET is answered here."},
		{"GET", "/health", 200, "status", "ok"},
	} {
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, httptest.NewRequest(c.method, c.target, nil))
		var body map[string]any
		if err := json.NewDecoder(recorder.Body).Decode(&body); err != nil {
			t.Fatalf("%s %s: %v", c.method, c.target, err)
		}
		if recorder.Code != c.status || body[c.key] != c.want {
			t.Errorf("%s %s: %d %v; want %d and %s %q", c.method, c.target, recorder.Code, body, c.status, c.key, c.want)
		}
	}
}

func TestServeFinishesTheRequestInProgressAndThenStops(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	handler := http.NewServeMux()
	// Asks the service to stop in the middle of a request, then answers it.
	handler.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		stop()
		_, _ = io.WriteString(w, "done")
	})
	handler.Handle("/", newHandler(time.Now))

	served := make(chan error, 1)
	go func() { served <- serve(ctx, listener, handler) }()

	if !healthy(address, time.Minute) {
		t.Error("the service is not healthy while it runs")
	}
	response, err := http.Get("http://" + address + "/slow")
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(response.Body)
	response.Body.Close()
	if string(body) != "done" {
		t.Errorf("the request in progress got %q", body)
	}
	if err := <-served; err != nil {
		t.Errorf("serve: %v", err)
	}
	if healthy(address, time.Minute) {
		t.Error("the service is healthy after it stopped")
	}
}
