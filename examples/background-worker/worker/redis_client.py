"""As much of a Redis client as one worker needs: RESP2 over one socket, one command at a time."""

import socket
from typing import Union

Reply = Union[bytes, int, str, None, list["Reply"]]


class RedisError(RuntimeError):
    """Redis refused a command; the message is its own."""


class RedisClient:
    """One connection. Raises OSError when it breaks, RedisError when Redis says no."""

    def __init__(self, host: str, port: int, password: str | None = None, timeout_seconds: float = 10) -> None:
        self._socket = socket.create_connection((host, port), timeout=timeout_seconds)
        self._replies = self._socket.makefile("rb")
        if password is not None:
            self.call("AUTH", password)

    def call(self, *command: str | bytes | int | float) -> Reply:
        """Send one command and wait for its reply."""
        parts = [part if isinstance(part, bytes) else str(part).encode() for part in command]
        lines = [b"*%d\r\n" % len(parts), *(b"$%d\r\n%s\r\n" % (len(part), part) for part in parts)]
        self._socket.sendall(b"".join(lines))
        return self._read()

    def close(self) -> None:
        self._replies.close()
        self._socket.close()

    def _read(self) -> Reply:
        line = self._replies.readline()
        if not line.endswith(b"\r\n"):
            raise ConnectionError("Redis closed the connection.")
        kind, rest = line[:1], line[1:-2]
        if kind == b"+":
            return rest.decode()
        if kind == b"-":
            raise RedisError(rest.decode())
        if kind == b":":
            return int(rest)
        size = int(rest)
        if size < 0:
            return None
        if kind == b"$":
            content = self._replies.read(size + 2)
            if len(content) != size + 2:
                raise ConnectionError("Redis closed the connection.")
            return content[:-2]
        if kind == b"*":
            return [self._read() for _ in range(size)]
        raise RedisError(f"A reply of unknown kind: {line!r}")
