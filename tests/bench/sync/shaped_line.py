"""A line on the loopback that counts what passes and can be made as thin, long and lossy as a real one.

Every system is measured through one of these, also at full speed, so that all of them pay for it alike.
"""

import asyncio
import random
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

_PIECE = 64 << 10
_SEGMENT = 1448
"""Bytes of one TCP segment on an Ethernet line."""


@dataclass(frozen=True)
class Shape:
    """`rate` in bytes a second each way, `round_trip` in seconds, `loss` the share of segments that must be resent.

    A lost segment holds up everything behind it for one more round trip, as a fast retransmission does.
    """

    rate: float = 0.0
    round_trip: float = 0.0
    loss: float = 0.0


DIRECT = Shape()
UPCOUNTRY = Shape(rate=2_000_000 / 8, round_trip=0.150, loss=0.01)
"""2 Mbit/s, 150 ms there and back, 1 % loss: a town hall in the hills."""


class ShapedLine:
    """Listens on a port of its own until `close`; `up` and `down` count bytes from and to the client."""

    def __init__(self, port: int, shape: Shape = DIRECT, seed: int = 2569) -> None:
        self._upstream = port
        self._shape = shape
        self._rng = random.Random(seed)
        self.up = self.down = 0
        self.port = 0
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="line", daemon=True)
        self._thread.start()
        self._ready.wait()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def reset(self) -> None:
        """Begins to count anew."""
        self.up = self.down = 0

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self._loop.close()

    async def _serve(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        await asyncio.sleep(self._shape.round_trip)  # the handshake
        try:
            server, to_server = await asyncio.open_connection("127.0.0.1", self._upstream)
        except OSError:
            to_client.close()
            return
        ways = (self._carry(client, to_server, self._count_up), self._carry(server, to_client, self._count_down))
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*ways)
        for end in (to_server, to_client):
            end.close()
            with suppress(OSError):
                await end.wait_closed()

    def _count_up(self, size: int) -> None:
        self.up += size

    def _count_down(self, size: int) -> None:
        self.down += size

    async def _carry(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, count: Callable[[int], None]
    ) -> None:
        """One direction of one connection; pieces leave at the line's rate and arrive half a round trip later."""
        waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(64)
        arriving = asyncio.create_task(_arrive(waiting, target))
        free_at = self._loop.time()
        with suppress(OSError):
            while piece := await source.read(_PIECE):
                count(len(piece))
                free_at = max(free_at, self._loop.time()) + self._takes(len(piece))
                await waiting.put((free_at + self._shape.round_trip / 2, piece))
                if self._shape.rate:
                    await asyncio.sleep(max(0.0, free_at - self._loop.time()))
        await waiting.put((0.0, b""))
        await arriving

    def _takes(self, size: int) -> float:
        """Seconds for which the line is busy with so many bytes, resent segments among them."""
        segments = -(-size // _SEGMENT)
        lost = sum(self._rng.random() < self._shape.loss for _ in range(segments)) if self._shape.loss else 0
        return (size / self._shape.rate if self._shape.rate else 0.0) + lost * self._shape.round_trip


async def _arrive(waiting: "asyncio.Queue[tuple[float, bytes]]", target: asyncio.StreamWriter) -> None:
    loop = asyncio.get_running_loop()
    with suppress(OSError):
        while True:
            due, piece = await waiting.get()
            if not piece:
                break
            await asyncio.sleep(max(0.0, due - loop.time()))
            target.write(piece)
            await target.drain()
    with suppress(OSError):
        target.close()
