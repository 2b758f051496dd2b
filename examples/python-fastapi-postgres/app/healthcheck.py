"""Ask the service how it is: `python -m app.healthcheck`. Standard library only.

The slim image has neither curl nor wget, and needs neither: Python is there.
"""

import os
import sys
import urllib.error
import urllib.request


def is_healthy(url: str, timeout_seconds: float = 2.0) -> bool:
    """Whether the address answers with a 2xx status in time."""
    # No proxy, whatever the environment says: the request must not leave the container.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=timeout_seconds) as response:
            return 200 <= response.status < 300
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    sys.exit(0 if is_healthy(os.environ.get("HEALTH_URL", "http://127.0.0.1:8000/health/ready")) else 1)
