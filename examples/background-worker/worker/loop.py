"""The worker's life: take a job, finish it, see whether to stop."""

import logging
from collections.abc import Callable
from typing import Any, Protocol

from worker import jobs

log = logging.getLogger("worker")


class Queue(Protocol):
    def take(self, wait_seconds: float) -> bytes | None: ...

    def finish(self, message: bytes, job_id: str, result: dict[str, Any]) -> None: ...

    def fail(self, message: bytes) -> None: ...


def work(queue: Queue, stopping: Callable[[], bool], beat: Callable[[], None], wait_seconds: float = 2) -> int:
    """Work until `stopping` says so; how many jobs were finished.

    `stopping` is asked between jobs only: a job that was begun is finished. `beat` is called once a
    round, by the same thread that works, so that a worker that hangs stops beating.
    """
    finished = 0
    while not stopping():
        beat()
        message = queue.take(wait_seconds)
        if message is None:
            continue
        try:
            job = jobs.parse(message)
        except jobs.BadJob as error:
            log.error("A job was set aside: %s.", error)
            queue.fail(message)
            continue
        queue.finish(message, job.id, jobs.run(job))
        log.info("Job %s is done.", job.id)
        finished += 1
    return finished
