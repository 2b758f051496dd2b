"""Notes in PostgreSQL, through a small connection pool."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from psycopg.rows import class_row
from psycopg_pool import ConnectionPool

from app.notes import Note
from app.settings import DatabaseSettings


class PostgresStore:
    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool

    def add(self, text: str) -> Note:
        with self._pool.connection() as connection, connection.cursor(row_factory=class_row(Note)) as cursor:
            note = cursor.execute("INSERT INTO notes (text) VALUES (%s) RETURNING id, text", (text,)).fetchone()
            assert note is not None  # RETURNING gives the row that was inserted.
            return note

    def latest(self, limit: int) -> Sequence[Note]:
        with self._pool.connection() as connection, connection.cursor(row_factory=class_row(Note)) as cursor:
            return cursor.execute("SELECT id, text FROM notes ORDER BY id DESC LIMIT %s", (limit,)).fetchall()

    def ping(self) -> None:
        with self._pool.connection(timeout=2) as connection:
            connection.execute("SELECT 1")


@contextmanager
def open_store() -> Iterator[PostgresStore]:
    """Open the pool that the environment describes; close it, and its connections, at the end."""
    settings = DatabaseSettings.from_environment(os.environ)
    with ConnectionPool(
        kwargs=settings.connection_arguments(), min_size=1, max_size=5, open=False
    ) as pool:
        yield PostgresStore(pool)
