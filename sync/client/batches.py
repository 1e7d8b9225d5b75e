"""Acts put together for one request."""

from collections.abc import Iterable

from desktop.store.outbox import Posted
from sync.wire.messages import WireMutation

MOST_BYTES = 1 << 20
_ENVELOPE = 200
"""Bytes of an act on the wire beside its body, at least."""


def batch(acts: Iterable[Posted]) -> list[WireMutation]:
    """As many acts as 1 MiB holds, but never none because one is large."""
    batch: list[WireMutation] = []
    size = 0
    for act in acts:
        size += len(act.body) + _ENVELOPE
        if batch and size > MOST_BYTES:
            break
        batch.append(WireMutation(*act))
    return batch
