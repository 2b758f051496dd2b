"""A health check without HTTP: the worker touches a file, the check looks how long ago.

`python -m worker.heartbeat` exits with 0 when the last beat is recent, else with 1.
"""

import os
import sys
import time
from pathlib import Path

# A round waits 2 seconds for a job and a job takes well under a second; ten times that is no longer slow, but stuck.
MAX_AGE_SECONDS = 30.0


def heartbeat_file() -> Path:
    return Path(os.environ.get("HEARTBEAT_FILE", "/tmp/heartbeat"))


def beat(path: Path) -> None:
    path.touch()


def is_alive(path: Path, now: float, max_age_seconds: float = MAX_AGE_SECONDS) -> bool:
    """Whether the file was touched in the last `max_age_seconds` before `now` (seconds since 1970)."""
    try:
        return now - path.stat().st_mtime <= max_age_seconds
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(0 if is_alive(heartbeat_file(), time.time()) else 1)
