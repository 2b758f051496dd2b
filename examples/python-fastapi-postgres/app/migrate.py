"""Bring the database's tables up to date, then end: `python -m app.migrate`.

Run once per deployment, before the service, and not by the service itself: several
replicas that start together would otherwise race to create the same table.
"""

import os

import psycopg

from app.settings import DatabaseSettings

# Any number, as long as nothing else in this database takes the same lock.
MIGRATION_LOCK = 20261123

STATEMENTS = (
    """
    CREATE TABLE IF NOT EXISTS notes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        text text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
    )
    """,
)


def main() -> None:
    settings = DatabaseSettings.from_environment(os.environ)
    # One transaction: all statements or none, and the lock goes with it.
    with psycopg.connect(**settings.connection_arguments()) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (MIGRATION_LOCK,))
        for statement in STATEMENTS:
            connection.execute(statement)
    print("The database is up to date.")


if __name__ == "__main__":
    main()
