"""The shop: needs Python's own library only, from 3.9 on."""

import json
import os
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

PRICES = json.loads(Path("prices.json").read_text(encoding="utf-8"))
CURRENCY = os.environ["SHOP_CURRENCY"]


class Shop(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = json.dumps({"currency": CURRENCY, "prices": PRICES}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    HTTPServer(("0.0.0.0", 8000), Shop).serve_forever()
