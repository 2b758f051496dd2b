import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer

from app.healthcheck import is_healthy


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(204 if self.path == "/well" else 503)
        self.end_headers()

    def log_message(self, *arguments):
        """Keep the test's output quiet."""


class HealthCheck(unittest.TestCase):
    def setUp(self):
        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        self.base = f"http://127.0.0.1:{self.server.server_port}"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def test_is_healthy_when_the_service_says_so(self):
        self.addCleanup(self.stop)
        self.assertTrue(is_healthy(f"{self.base}/well"))

    def test_is_unhealthy_when_the_service_answers_with_an_error(self):
        self.addCleanup(self.stop)
        self.assertFalse(is_healthy(f"{self.base}/ill"))

    def test_is_unhealthy_when_nothing_listens(self):
        self.stop()
        self.assertFalse(is_healthy(f"{self.base}/well"))


if __name__ == "__main__":
    unittest.main()
