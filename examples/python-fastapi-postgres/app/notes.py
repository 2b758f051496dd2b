"""What a note is, and where notes are kept. Standard library only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

MAX_LENGTH = 500


@dataclass(frozen=True)
class Note:
    id: int
    text: str


class InvalidNote(ValueError):
    """The text cannot become a note; the message says why."""


class NoteStore(Protocol):
    """What the service needs of a database."""

    def add(self, text: str) -> Note: ...

    def latest(self, limit: int) -> Sequence[Note]: ...

    def ping(self) -> None:
        """Raise if the store cannot answer right now."""


def clean_text(text: str) -> str:
    """Return the text as it is stored: white space collapsed, one line.

    Raises InvalidNote for an empty text, one longer than MAX_LENGTH characters, and
    one with a NUL, which PostgreSQL cannot store.
    """
    if "\x00" in text:
        raise InvalidNote("A note cannot contain a NUL character.")
    cleaned = " ".join(text.split())
    if not cleaned:
        raise InvalidNote("A note needs some text.")
    if len(cleaned) > MAX_LENGTH:
        raise InvalidNote(f"A note has at most {MAX_LENGTH} characters; this one has {len(cleaned)}.")
    return cleaned


class MemoryStore:
    """Keeps notes in memory: for tests, and for trying the service without a database."""

    def __init__(self) -> None:
        self._notes: list[Note] = []

    def add(self, text: str) -> Note:
        note = Note(len(self._notes) + 1, text)
        self._notes.append(note)
        return note

    def latest(self, limit: int) -> Sequence[Note]:
        return self._notes[::-1][:limit]

    def ping(self) -> None:
        return None
