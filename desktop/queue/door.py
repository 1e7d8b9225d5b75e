"""The keeper's door in the office's network: a conversation, on a thread of its own, for each desk."""

import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from threading import BoundedSemaphore, Event, Lock, Thread

import msgspec

from desktop.office.errors import OfficeError
from desktop.queue.lan import HANDSHAKE_S, REQUEST_LIMIT, receive, send, tls
from desktop.queue.model import Reply, Request

MOST = 64
"""Conversations at a time: two for each desk of a large service centre. Whoever comes later is not let in."""
PORTS = 10
"""So many ports are tried, one after the other."""
_LAST_PORT = 65_535
_SILENT_S = 90.0
"""A conversation in which nothing was said for so long is over."""


class Door:
    """Open from the beginning, at the port or, where another program has that, at one of the next; port 0: any.

    OfficeError `queue.port_taken` when all of them are taken.
    """

    def __init__(self, answer: Callable[[Request], Reply], key: bytes, port: int, host: str = "") -> None:
        self._answer = answer
        self._context = tls(key, keeper=True)
        self._room = BoundedSemaphore(MOST)
        self._lines: set[socket.socket] = set()
        self._lock = Lock()
        self._threads: list[Thread] = []
        self._over = Event()
        self._listening = _listening(host, port)
        self.port: int = self._listening.getsockname()[1]
        self._welcome = Thread(target=self._let_in, name="queue-door", daemon=True)
        self._welcome.start()

    def close(self) -> None:
        """Ends every conversation; returns when their threads have ended."""
        with self._lock:
            self._over.set()
            lines = tuple(self._lines)
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for line in lines:
            _hang_up(line)
        self._welcome.join()
        for thread in tuple(self._threads):
            thread.join()

    def _let_in(self) -> None:
        while not self._over.is_set():
            try:
                line, _ = self._listening.accept()
            except OSError:
                continue
            if not self._room.acquire(blocking=False):
                line.close()
                continue
            self._threads = [thread for thread in self._threads if thread.is_alive()]
            thread = Thread(target=self._converse, args=(line,), name="queue-line", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _converse(self, raw: socket.socket) -> None:
        raw.settimeout(HANDSHAKE_S)
        line: ssl.SSLSocket | None = None
        with suppress(OSError, ValueError):
            line = self._context.wrap_socket(raw, server_side=True, do_handshake_on_connect=False)
            if self._keep(line):
                line.do_handshake()
                line.settimeout(_SILENT_S)
                while self._turn(line):
                    pass
        with self._lock:
            self._lines.discard(line or raw)
        (line or raw).close()
        self._room.release()

    def _turn(self, line: ssl.SSLSocket) -> bool:
        """One request and its answer; False when there is nothing more to say."""
        message = receive(line, REQUEST_LIMIT)
        if message is None:
            return False
        try:
            request = msgspec.msgpack.decode(message, type=Request)
        except (msgspec.DecodeError, RecursionError):
            return False
        send(line, msgspec.msgpack.encode(self._answer(request)))
        return True

    def _keep(self, line: socket.socket) -> bool:
        """Remembers the line, so that closing ends it; False when all is over already."""
        with self._lock:
            self._lines.add(line)
            return not self._over.is_set()


def _listening(host: str, port: int) -> socket.socket:
    """At the first of a few ports that nobody has; not at any: who knows the keeper finds it again after a start."""
    for place in range(port, min(port + PORTS, _LAST_PORT + 1)):
        try:
            return socket.create_server((host, place), backlog=MOST)
        except OSError as error:
            last = error
    raise OfficeError("queue.port_taken", port=port) from last


def _hang_up(line: socket.socket) -> None:
    """Wakes the thread that listens to it, which closes it; TLS would forget its state under that thread's hands."""
    with suppress(OSError):
        socket.socket.shutdown(line, socket.SHUT_RDWR)
