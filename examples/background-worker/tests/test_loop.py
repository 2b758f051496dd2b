import logging
import os
import tempfile
import unittest
from pathlib import Path

from worker.heartbeat import beat, is_alive
from worker.loop import work


class MemoryQueue:
    """Gives its messages one after another, then nothing."""

    def __init__(self, *messages: bytes) -> None:
        self.waiting = list(messages)
        self.results: dict[str, dict] = {}
        self.failed: list[bytes] = []
        self.on_finish = lambda: None

    def take(self, wait_seconds):
        return self.waiting.pop(0) if self.waiting else None

    def finish(self, message, job_id, result):
        self.on_finish()
        self.results[job_id] = result

    def fail(self, message):
        self.failed.append(message)


class Work(unittest.TestCase):
    def setUp(self):
        logging.disable(logging.CRITICAL)
        self.addCleanup(logging.disable, logging.NOTSET)

    def test_finishes_the_job_in_progress_and_takes_no_other(self):
        queue = MemoryQueue(b'{"id": "1", "text": "one"}', b'{"id": "2", "text": "two"}')
        stop = []
        queue.on_finish = lambda: stop.append(True)
        self.assertEqual(work(queue, lambda: bool(stop), lambda: None), 1)
        self.assertEqual(list(queue.results), ["1"])
        self.assertEqual(len(queue.waiting), 1)

    def test_one_bad_job_stops_nothing(self):
        queue = MemoryQueue(b"nonsense", b'{"id": "2", "text": "two"}')
        work(queue, lambda: bool(queue.results), lambda: None)
        self.assertEqual((queue.failed, list(queue.results)), ([b"nonsense"], ["2"]))

    def test_beats_once_a_round_even_without_jobs(self):
        beats = []
        work(MemoryQueue(), lambda: len(beats) == 3, lambda: beats.append(1))
        self.assertEqual(len(beats), 3)


class Heartbeat(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name, "heartbeat")

    def test_is_dead_before_the_first_beat(self):
        self.assertFalse(is_alive(self.path, now=0))

    def test_is_alive_until_the_last_beat_is_too_old(self):
        beat(self.path)
        os.utime(self.path, (1000, 1000))
        self.assertTrue(is_alive(self.path, now=1030, max_age_seconds=30))
        self.assertFalse(is_alive(self.path, now=1030.5, max_age_seconds=30))


if __name__ == "__main__":
    unittest.main()
