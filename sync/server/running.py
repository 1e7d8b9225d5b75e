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

from sync.server.app import build
from sync.server.centre import Centre
from sync.server.heads import Heads

_AT_ONCE = 20_000


class Running:
    """One server; must be made and stopped on the event loop that serves it."""

    def __init__(self, centre: Centre, host: str, port: int, started: Callable[[], object] | None = None) -> None:
        self._heads = Heads(centre.heads)
        self._server = Server(
            build(centre, self._heads, started),
            address=host,
            port=port,
            interface=Interfaces.ASGI,
            backlog=1024,
            backpressure=_AT_ONCE,
            websockets=False,
            log_enabled=False,
        )

    async def serve(self) -> None:
        """Until `stop`; requests under way are answered first."""
        await self._server.serve()

    def stop(self) -> None:
        """Lets waiting desks go, then ends."""
        self._heads.close()
        self._server.stop()  # type: ignore[no-untyped-call]


def serve(centre: Centre, host: str, port: int, started: Callable[[], object] | None = None) -> None:
    """Serves until SIGTERM or SIGINT."""

    async def main() -> None:
        running = Running(centre, host, port, started)
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, running.stop)
        await running.serve()

    asyncio.run(main())


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
        running = Running(centre, host, port, ready.set)
        loop = asyncio.get_running_loop()
        stop.append(lambda: loop.call_soon_threadsafe(running.stop))
        await running.serve()

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
