"""The application on a socket: in this process until told to stop, or on a thread beside a test or a demo."""

import asyncio
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any

from granian._granian import SocketHolder
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from desktop.office.errors import OfficeError
from sync.server.app import build
from sync.server.centre import Centre
from sync.server.doors.door import House
from sync.server.heads import Heads
from sync.server.limits import Bodies, Limits, Meter
from sync.server.metrics import Measures
from sync.server.workers import COUNT, Workers

_AT_ONCE = 20_000
_BACKLOG = 1024
_HEADER_BYTES = 64 << 10


class _Shared(Server):
    """Serves a socket that is listening already, so that several processes may serve the same."""

    def __init__(self, listener: socket.socket, **rest: Any) -> None:
        super().__init__(**rest)
        self._listener = listener

    def _init_shared_socket(self) -> None:
        own = os.dup(self._listener.fileno())  # granian closes what it is given
        self._shd = SocketHolder(own, False, _BACKLOG)  # type: ignore


class Running:
    """One server; must be made and stopped on the event loop that serves it."""

    def __init__(
        self, centre: Centre, listener: socket.socket, limits: Limits, meter: Meter, measures: Measures, threads: int
    ) -> None:
        self._workers = Workers(threads)
        _set_patience(listener, limits.silence_seconds)
        self._heads = Heads(
            lambda offices: self._workers.run(centre.heads, offices),
            lambda places: self._workers.run(centre.tops, places),
        )
        house = House(centre, self._workers, self._heads, measures, limits, meter, Bodies(limits.bodies))
        header = HTTP1Settings(header_read_timeout=round(limits.header_seconds * 1000), max_buffer_size=_HEADER_BYTES)
        self._server = _Shared(
            listener,
            target=build(house),
            interface=Interfaces.ASGINL,
            http=HTTPModes.http1,
            http1_settings=header,
            backlog=_BACKLOG,
            backpressure=_AT_ONCE,
            websockets=False,
            log_enabled=False,
        )

    async def serve(self) -> None:
        """Until `stop`; answers what is under way before it ends."""
        try:
            await self._server.serve()
        finally:
            self._heads.close()
            self._workers.close()

    def stop(self) -> None:
        """Lets waiting desks go, then ends."""
        self._heads.close()
        self._server.stop()  # type: ignore[no-untyped-call]


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; OfficeError when the address is not to be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except (OSError, OverflowError) as error:
        raise OfficeError("centre.address_taken", host=host, port=port) from error
    listener.setblocking(False)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    return listener


def _set_patience(listener: socket.socket, seconds: float) -> None:
    """A peer that takes nothing of an answer for so long, or does not answer the line's own question, is gone."""
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # accepted sockets inherit it
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, round(seconds * 1000))


def serve(
    centre: Centre,
    listener: socket.socket,
    limits: Limits,
    meter: Meter,
    measures: Measures,
    threads: int,
    started: Callable[[], object] = lambda: None,
) -> None:
    """Serves until SIGTERM or SIGINT; calls `started` when a signal would already be heeded."""

    async def main() -> None:
        running = Running(centre, listener, limits, meter, measures, threads)
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, running.stop)
        asyncio.get_running_loop().call_soon(started)
        await running.serve()

    asyncio.run(main())
    centre.engine.dispose()


def free_port(host: str = "127.0.0.1") -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True)
class Beside:
    url: str
    centre: Centre
    measures: Measures = field(default_factory=Measures)


@contextmanager
def beside(centre: Centre, port: int = 0, limits: Limits | None = None) -> Iterator[Beside]:
    """Serves on a thread of this process, on a free port of the loopback, until the block ends."""
    ready = threading.Event()
    stop: list[Callable[[], object]] = []
    measures = Measures()
    with listen("127.0.0.1", port) as listener, closing(Meter()) as meter:

        async def main() -> None:
            running = Running(centre, listener, limits or Limits(), meter, measures, COUNT)
            loop = asyncio.get_running_loop()
            stop.append(lambda: loop.call_soon_threadsafe(running.stop))
            loop.call_soon(ready.set)
            await running.serve()

        thread = threading.Thread(target=lambda: asyncio.run(main()), name="centre")
        thread.start()
        try:
            if not ready.wait(20):
                raise RuntimeError("the centre did not start")
            yield Beside(f"http://127.0.0.1:{listener.getsockname()[1]}", centre, measures)
        finally:
            for end in stop:
                end()
            thread.join()
            centre.engine.dispose()
