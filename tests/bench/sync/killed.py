"""A file whose line is cut in the middle, by a desk whose process is then killed: what goes over the line again."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from desktop.store.blobs import CHUNK
from tests.bench.sync.ours import Ours
from tests.bench.sync.systems import Client
from tests.helpers.proxy import Fault, Proxy

MIDDLE = 6 * CHUNK + CHUNK // 2


@dataclass(frozen=True)
class Again:
    """Bytes that went a second time, as parts of a chunk."""

    sent: float
    fetched: float


def again() -> Again:
    """One upload and one download between two desks and a centre in processes of their own, through the fault proxy."""
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        folder, ours = Path(place), Ours()
        with ours.serving(folder) as port:
            proxy = Proxy("127.0.0.1", port)
            writer = ours.client(proxy.url, "writer", folder)
            size = writer.seconds("keep")
            sent = _over_a_kill(ours, folder, proxy, "writer", writer, Fault(cut_request=MIDDLE))
            reader = ours.client(proxy.url, "reader", folder)
            reader.seconds("fetch")
            fetched = _over_a_kill(ours, folder, proxy, "reader", reader, Fault(cut_after=MIDDLE))
            proxy.close()
    return Again((sent - size) / CHUNK, (fetched - size) / CHUNK)


def _over_a_kill(ours: Ours, folder: Path, proxy: Proxy, name: str, desk: Client, fault: Fault) -> float:
    """Bytes of the file that went over the line, before the kill and after it, until it was whole."""
    proxy.set(fault)
    moved = desk.seconds("carry")
    if desk.seconds("files"):
        raise RuntimeError("the line was not cut")
    desk.kill()
    proxy.heal()
    desk = ours.client(proxy.url, name, folder)
    moved += desk.seconds("carry")
    if not desk.seconds("files"):
        raise RuntimeError("the file did not arrive")
    desk.close()
    return moved
