"""A web service that needs nothing but Python's own library."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

GREETING = Path("greeting.txt").read_text(encoding="utf-8").strip()


class Greeter(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = json.dumps({"message": GREETING}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    HTTPServer(("0.0.0.0", 8000), Greeter).serve_forever()
