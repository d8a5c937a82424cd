"""Bytes over TCP to a device that listens on a port of its own (9100 for printers)."""

from __future__ import annotations

import select
import socket
import struct

CONNECT_TIMEOUT_S = 1.0
WRITE_TIMEOUT_S = 2.0
_UNACKNOWLEDGED_MS = 4000  # a pulled cable is noticed after this, not after the kernel's quarter of an hour
_MOST = 4096
# Bytes that the kernel holds are neither on paper nor with us: few of them, and none survive the connection.
_HELD_BY_KERNEL = 8192
_NO_LINGER = struct.pack("ii", 1, 0)


class TcpLine:
    """An open connection. Every trouble is an OSError; TimeoutError when the peer takes no more bytes."""

    def __init__(
        self, host: str, port: int, *, connect_timeout_s: float = CONNECT_TIMEOUT_S, write_timeout_s: float = WRITE_TIMEOUT_S
    ) -> None:
        self._socket = socket.create_connection((host, port), connect_timeout_s)
        self._socket.settimeout(write_timeout_s)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _UNACKNOWLEDGED_MS)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _HELD_BY_KERNEL)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)

    def close(self) -> None:
        self._socket.close()

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def receive(self, wait_s: float) -> bytes:
        """What has arrived, waiting at most ``wait_s`` seconds for the first byte; empty when nothing came."""
        if self._socket.fileno() < 0:
            raise ConnectionResetError("closed")
        readable, _, _ = select.select([self._socket], [], [], max(0.0, wait_s))
        if not readable:
            return b""
        data = self._socket.recv(_MOST)
        if not data:
            raise ConnectionResetError("the peer has closed")
        return data
