"""The application on a socket: in this process until told to stop, or on a thread beside a test or a demo."""

import asyncio
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from granian.constants import Interfaces
from granian.server.embed import Server

from desktop.office.errors import OfficeError
from sync.server.app import build
from sync.server.centre import Centre
from sync.server.heads import Heads
from sync.server.workers import Workers

_AT_ONCE = 20_000


class Running:
    """One server; must be made and stopped on the event loop that serves it."""

    def __init__(self, centre: Centre, host: str, port: int) -> None:
        self._address = host, port
        self._workers = Workers()
        self._heads = Heads(lambda offices: self._workers.run(centre.heads, offices))
        self._server = Server(
            build(centre, self._workers, self._heads),
            address=host,
            port=port,
            interface=Interfaces.ASGINL,
            backlog=1024,
            backpressure=_AT_ONCE,
            websockets=False,
            log_enabled=False,
        )

    async def serve(self, started: Callable[[], object]) -> None:
        """Until `stop`; calls `started` once it can be reached, and answers what is under way before it ends."""
        announcing = asyncio.create_task(self._announce(started))
        try:
            await self._server.serve()
        finally:
            announcing.cancel()
            self._heads.close()
            self._workers.close()

    def stop(self) -> None:
        """Lets waiting desks go, then ends."""
        self._heads.close()
        self._server.stop()  # type: ignore[no-untyped-call]

    async def _announce(self, started: Callable[[], object]) -> None:
        """The socket listens only some time after the server was told to serve."""
        host, port = self._address
        reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
        while True:
            try:
                _, line = await asyncio.open_connection(reachable, port)
            except OSError:
                await asyncio.sleep(0.01)
            else:
                line.close()
                break
        started()


def serve(centre: Centre, host: str, port: int, started: Callable[[], object]) -> None:
    """Serves until SIGTERM or SIGINT; OfficeError when the address is not to be had."""
    _must_be_free(host, port)

    async def main() -> None:
        running = Running(centre, host, port)
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, running.stop)
        await running.serve(started)

    asyncio.run(main())
    centre.engine.dispose()


def _must_be_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            raise OfficeError("centre.address_taken", host=host, port=port) from error


def free_port(host: str = "127.0.0.1") -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True)
class Beside:
    url: str
    centre: Centre


@contextmanager
def beside(centre: Centre, port: int | None = None) -> Iterator[Beside]:
    """Serves on a thread of this process, on a free port of the loopback, until the block ends."""
    host, port = "127.0.0.1", port or free_port()
    ready = threading.Event()
    stop: list[Callable[[], object]] = []

    async def main() -> None:
        running = Running(centre, host, port)
        loop = asyncio.get_running_loop()
        stop.append(lambda: loop.call_soon_threadsafe(running.stop))
        await running.serve(ready.set)

    thread = threading.Thread(target=lambda: asyncio.run(main()), name="centre")
    thread.start()
    try:
        if not ready.wait(20):
            raise RuntimeError("the centre did not start")
        yield Beside(f"http://{host}:{port}", centre)
    finally:
        for end in stop:
            end()
        thread.join()
        centre.engine.dispose()
