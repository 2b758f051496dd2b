"""A queue in Redis that loses no job when a worker dies in the middle of one.

Three lists: `jobs` (waiting; producers LPUSH), `jobs:taken:<worker>` (in progress) and `jobs:failed`.
BLMOVE takes a job and notes who has it in one step, so a job is always in one of the lists.
"""

import json
from typing import Any

from worker.redis_client import RedisClient

WAITING = "jobs"
FAILED = "jobs:failed"
RESULT_SECONDS = 24 * 60 * 60


class RedisQueue:
    def __init__(self, client: RedisClient, worker_name: str) -> None:
        self._client = client
        self._taken = f"jobs:taken:{worker_name}"

    def recover(self) -> int:
        """Put back what this worker had taken when it last died; how many that was."""
        count = 0
        # From the end that the worker takes from, so these jobs are next.
        while self._client.call("LMOVE", self._taken, WAITING, "LEFT", "RIGHT") is not None:
            count += 1
        return count

    def take(self, wait_seconds: float) -> bytes | None:
        """Wait for a job, but not longer; None when there was none."""
        message = self._client.call("BLMOVE", WAITING, self._taken, "RIGHT", "LEFT", wait_seconds)
        assert message is None or isinstance(message, bytes)
        return message

    def finish(self, message: bytes, job_id: str, result: dict[str, Any]) -> None:
        """Keep the result for a day, then forget the job: in this order, so that a crash between repeats the job."""
        self._client.call("SET", f"result:{job_id}", json.dumps(result), "EX", RESULT_SECONDS)
        self._client.call("LREM", self._taken, 1, message)

    def fail(self, message: bytes) -> None:
        """Set a job aside that can never succeed, for a person to look at."""
        self._client.call("LPUSH", FAILED, message)
        self._client.call("LREM", self._taken, 1, message)
