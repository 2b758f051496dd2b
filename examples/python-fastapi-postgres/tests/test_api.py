"""The routes, called as an ASGI server would call them. Needs FastAPI, but no database."""

import asyncio
import importlib.util
import json
import unittest
from contextlib import contextmanager

from app.notes import MemoryStore


async def call(app, method: str, path: str, body: object = None) -> tuple[int, object]:
    """Send one request through the application's start, its routes and its stop."""
    to_app: asyncio.Queue = asyncio.Queue()
    from_app: asyncio.Queue = asyncio.Queue()
    lifespan = asyncio.create_task(app({"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}, to_app.get, from_app.put))
    await to_app.put({"type": "lifespan.startup"})
    assert (await from_app.get())["type"] == "lifespan.startup.complete"

    path, _, query = path.partition("?")
    request = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "method": method,
        "path": path, "raw_path": path.encode(), "root_path": "", "query_string": query.encode(),
        "headers": [(b"content-type", b"application/json")],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8000),
    }  # fmt: skip
    sent: list[dict] = []

    async def receive() -> dict:
        content = b"" if body is None else json.dumps(body).encode()
        return {"type": "http.request", "body": content, "more_body": False}

    async def send(message: dict) -> None:
        sent.append(message)

    await app(request, receive, send)
    await to_app.put({"type": "lifespan.shutdown"})
    await lifespan
    content = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return sent[0]["status"], json.loads(content)


class BrokenStore(MemoryStore):
    def ping(self) -> None:
        raise ConnectionError("no database")


@unittest.skipUnless(importlib.util.find_spec("fastapi"), "FastAPI is not installed: pip install -r requirements.txt")
class Api(unittest.TestCase):
    def app(self, store):
        from app.main import create_app

        self.closed = False

        @contextmanager
        def open_store():
            yield store
            self.closed = True

        return create_app(open_store)

    def test_stores_a_note_and_lists_it(self):
        app = self.app(MemoryStore())
        self.assertEqual(asyncio.run(call(app, "POST", "/notes", {"text": " buy  milk "}))[0], 201)
        self.assertEqual(asyncio.run(call(app, "GET", "/notes?limit=5")), (200, [{"id": 1, "text": "buy milk"}]))

    def test_refuses_an_empty_note_with_422(self):
        status, answer = asyncio.run(call(self.app(MemoryStore()), "POST", "/notes", {"text": " "}))
        self.assertEqual((status, answer["detail"]), (422, "A note needs some text."))

    def test_is_alive_but_not_ready_without_its_database(self):
        app = self.app(BrokenStore())
        self.assertEqual(asyncio.run(call(app, "GET", "/health/live"))[0], 200)
        self.assertEqual(asyncio.run(call(app, "GET", "/health/ready"))[0], 503)

    def test_closes_the_store_when_it_stops(self):
        asyncio.run(call(self.app(MemoryStore()), "GET", "/health/live"))
        self.assertTrue(self.closed)


if __name__ == "__main__":
    unittest.main()
