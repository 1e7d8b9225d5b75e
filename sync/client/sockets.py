"""HTTP connections whose sockets can be cut from another thread, so that a call that waits for news can be ended."""

import socket
import threading
import weakref
from contextlib import suppress
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from desktop.office.clock import Clock

REST_SECONDS = 5.0
"""A connection that rested so long is not used again: the centre ends it after ten seconds, and a request that crosses
that end on the wire is lost, as if the line were down."""


class OpenSockets:
    """Every socket that a session of one transport has open."""

    def __init__(self) -> None:
        self._sockets: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._lock = threading.Lock()
        self._ended = False

    def add(self, opened: socket.socket) -> None:
        with self._lock:
            self._sockets.add(opened)
            ended = self._ended
        if ended:
            _shut(opened)

    def cut(self) -> None:
        """Ends every call under way and any that is just beginning; each sees its connection reset."""
        with self._lock:
            self._ended = True
            opened = list(self._sockets)
        for one in opened:
            _shut(one)


def _shut(one: socket.socket) -> None:
    with suppress(OSError):  # closed already, by either end
        one.shutdown(socket.SHUT_RDWR)


class WatchedAdapter(HTTPAdapter):
    """Tells `OpenSockets` about each connection it opens, through a proxy or not, and takes none up after a rest."""

    def __init__(self, sockets: OpenSockets, clock: Clock) -> None:
        self._pools = _pools(sockets, clock)
        super().__init__(pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager


class _Watched(HTTPConnection):
    sockets: OpenSockets
    clock: Clock
    answered_at = 0.0

    def connect(self) -> None:
        super().connect()
        self.sockets.add(self.sock)

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]
        answer = super().getresponse()
        self.answered_at = self.clock.monotonic()
        return answer

    @property
    def is_connected(self) -> bool:
        """Asked before it is used once more."""
        return super().is_connected and self.clock.monotonic() - self.answered_at < REST_SECONDS


def _pools(at: OpenSockets, by: Clock) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(_Watched):
        sockets, clock = at, by

    class Secure(_Watched, HTTPSConnection):
        sockets, clock = at, by

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
