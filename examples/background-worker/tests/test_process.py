"""The real process against a Redis of a few lines, which sends it SIGTERM at the worst moment."""

import os
import signal
import socketserver
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JOB = b'{"id": "7", "text": "finish me"}'


def read_command(stream) -> list[bytes] | None:
    head = stream.readline()
    if not head:
        return None
    parts = []
    for _ in range(int(head[1:])):
        size = int(stream.readline()[1:])
        parts.append(stream.read(size + 2)[:-2])
    return parts


class Redis(socketserver.StreamRequestHandler):
    def handle(self):
        while (command := read_command(self.rfile)) is not None:
            self.server.commands.append(command)
            self.wfile.write(self.server.answer(command))


class StopInTheMiddleOfAJob(unittest.TestCase):
    def test_the_job_is_finished_and_the_worker_ends_well(self):
        jobs = [JOB, b'{"id": "8", "text": "not any more"}']

        def answer(command: list[bytes]) -> bytes:
            if command[0] == b"BLMOVE":
                job = jobs.pop(0)
                return b"$%d\r\n%s\r\n" % (len(job), job)
            if command[0] == b"SET":
                # The job is running: it has a result, which is not stored yet.
                worker.send_signal(signal.SIGTERM)
                return b"+OK\r\n"
            return b"$-1\r\n" if command[0] == b"LMOVE" else b":1\r\n"

        server = socketserver.TCPServer(("127.0.0.1", 0), Redis)
        server.commands, server.answer = [], answer
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)

        with tempfile.TemporaryDirectory() as folder:
            password = Path(folder, "password")
            password.write_text("s3cret\n", encoding="utf-8")
            environment = {
                **os.environ,
                "REDIS_HOST": "127.0.0.1",
                "REDIS_PORT": str(server.server_address[1]),
                "REDIS_PASSWORD_FILE": str(password),
                "HEARTBEAT_FILE": str(Path(folder, "heartbeat")),
                "WORKER_NAME": "w1",
            }
            worker = subprocess.Popen(
                [sys.executable, "-m", "worker"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
            )
            try:
                output, _ = worker.communicate(timeout=30)
            except subprocess.TimeoutExpired:
                worker.kill()
                worker.communicate()
                raise

        self.assertEqual(worker.returncode, 0, output)
        self.assertEqual(server.commands[0], [b"AUTH", b"s3cret"])
        self.assertEqual(
            [command[0] for command in server.commands], [b"AUTH", b"LMOVE", b"BLMOVE", b"SET", b"LREM"], output
        )
        self.assertEqual(server.commands[-1], [b"LREM", b"jobs:taken:w1", b"1", JOB])
        self.assertIn("Stopped after 1 jobs.", output)

    def test_without_a_queue_it_says_so_and_fails(self):
        with socketserver.TCPServer(("127.0.0.1", 0), Redis) as server:
            port = server.server_address[1]
        environment = {**os.environ, "REDIS_HOST": "127.0.0.1", "REDIS_PORT": str(port)}
        done = subprocess.run(
            [sys.executable, "-m", "worker"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=30
        )
        self.assertEqual(done.returncode, 1)
        self.assertIn("The queue cannot be used", done.stdout)


if __name__ == "__main__":
    unittest.main()
