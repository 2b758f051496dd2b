"""Settings from the environment, and secrets from files. Standard library only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


class SettingsError(RuntimeError):
    """A setting is missing or unreadable; the message names it."""


@dataclass(frozen=True)
class DatabaseSettings:
    host: str
    port: int
    name: str
    user: str
    # Kept out of repr(), so that a logged settings object does not show it.
    password: str | None = field(default=None, repr=False)

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> "DatabaseSettings":
        """Read DB_HOST, DB_PORT, DB_NAME, DB_USER and the file named by DB_PASSWORD_FILE.

        The password comes from a file because an environment variable is shown by
        `docker inspect` and is handed on to every child process.
        Raises SettingsError when a value is missing, malformed or unreadable.
        """
        return cls(
            host=_required(env, "DB_HOST"),
            port=_port(env.get("DB_PORT", "5432")),
            name=_required(env, "DB_NAME"),
            user=_required(env, "DB_USER"),
            password=_secret(env.get("DB_PASSWORD_FILE")),
        )

    def connection_arguments(self) -> dict[str, str | int]:
        """The keyword arguments that psycopg.connect takes."""
        arguments: dict[str, str | int] = {
            "host": self.host,
            "port": self.port,
            "dbname": self.name,
            "user": self.user,
            "connect_timeout": 3,
        }
        if self.password is not None:
            arguments["password"] = self.password
        return arguments


def _required(env: Mapping[str, str], name: str) -> str:
    value = env.get(name, "").strip()
    if not value:
        raise SettingsError(f"{name} is not set.")
    return value


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise SettingsError(f"DB_PORT is {text!r}, which is not a port number.")
    return int(text)


def _secret(path: str | None) -> str | None:
    if not path:
        return None
    try:
        # Editors and `echo` end a file with a newline that is not part of the password.
        secret = Path(path).read_text(encoding="utf-8").rstrip("\r\n")
    except OSError as error:
        raise SettingsError(f"The file that DB_PASSWORD_FILE names cannot be read: {error}") from error
    if not secret:
        raise SettingsError(f"The file that DB_PASSWORD_FILE names, {path}, is empty.")
    return secret
