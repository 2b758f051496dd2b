"""The worker as it runs in a container: `python -m worker`."""

import functools
import logging
import os
import signal
import socket
import sys
import threading
from pathlib import Path
from types import FrameType

from worker.heartbeat import beat, heartbeat_file
from worker.loop import log, work
from worker.queue import RedisQueue
from worker.redis_client import RedisClient, RedisError


def read_password() -> str | None:
    path = os.environ.get("REDIS_PASSWORD_FILE")
    return Path(path).read_text(encoding="utf-8").rstrip("\r\n") if path else None


def main() -> int:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stdout)
    stop = threading.Event()

    def ask_to_stop(number: int, frame: FrameType | None) -> None:
        log.info("%s: finishing the job in progress.", signal.Signals(number).name)
        stop.set()

    # Process 1 has no default handlers: without these lines SIGTERM would do nothing in a container, and Docker would
    # kill the worker in the middle of a job. Python resumes the interrupted system call, so no job is disturbed.
    signal.signal(signal.SIGTERM, ask_to_stop)
    signal.signal(signal.SIGINT, ask_to_stop)

    try:
        client = RedisClient(
            os.environ.get("REDIS_HOST", "localhost"), int(os.environ.get("REDIS_PORT", "6379")), read_password()
        )
        # The host name is the container's; it stays the same when the container starts again, and
        # so does a pod's in a StatefulSet. WORKER_NAME is for everything else.
        queue = RedisQueue(client, os.environ.get("WORKER_NAME") or socket.gethostname())
        recovered = queue.recover()
        if recovered:
            log.info("%d unfinished jobs were put back.", recovered)
        log.info("Waiting for jobs.")
        finished = work(queue, stop.is_set, functools.partial(beat, heartbeat_file()))
        client.close()
    except (OSError, RedisError) as error:
        # Ending is the simplest way to recover: the restart policy starts it again, and no job is lost.
        log.error("The queue cannot be used: %s", error)
        return 1
    log.info("Stopped after %d jobs.", finished)
    return 0


if __name__ == "__main__":
    sys.exit(main())
