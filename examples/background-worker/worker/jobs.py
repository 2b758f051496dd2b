"""What a job is and what is done with it. Pure: no queue, no clock, no network."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any


class BadJob(ValueError):
    """The message is no job that this worker knows; the text says why."""


@dataclass(frozen=True)
class Job:
    id: str
    text: str


def parse(message: bytes) -> Job:
    """Read a message such as {"id": "7", "text": "..."}. Raises BadJob."""
    try:
        content: Any = json.loads(message)
    except ValueError as error:
        raise BadJob(f"not JSON: {error}") from error
    if not isinstance(content, dict):
        raise BadJob("not a JSON object")
    job_id, text = content.get("id"), content.get("text")
    if not isinstance(job_id, str) or not re.fullmatch(r"[\w-]{1,64}", job_id):
        raise BadJob("its id is not 1 to 64 letters, digits, _ or -")
    if not isinstance(text, str):
        raise BadJob("it has no text")
    return Job(job_id, text)


def run(job: Job) -> dict[str, Any]:
    """Count the job's words. Running a job twice gives the same result, so it may be run again."""
    words = re.findall(r"\w+(?:['’]\w+)*", job.text.lower())
    return {
        "words": len(words),
        "different": len(set(words)),
        "most_common": Counter(words).most_common(3),
    }
