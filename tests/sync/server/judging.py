"""Signed acts of a real desk in generated requests, and the count of those that were judged."""

from collections import Counter
from typing import Any

import msgspec
import schemathesis
from hypothesis import strategies as st

from sync.server.running import Beside
from sync.wire.codec import decode
from sync.wire.messages import JSON_TYPE, Chain, SyncResponse
from tests.sync.server.plausible import KINDS, Drawn, rounds
from tests.sync.server.town import MiniDesk

_METRIC = "thesaban_acts_total"
_STATUSES = ("applied", "flagged", "rejected", "duplicate")


def plain(values: dict[str, Any], media_type: str | None) -> Any:
    """Fields as a generated body of that encoding has them: JSON has no bytes."""
    return msgspec.to_builtins(values, builtin_types=() if media_type == JSON_TYPE else (bytes,))


class Judging:
    """Puts acts of all kinds in turn into requests for one desk, signs them, and follows its chain."""

    def __init__(self, desk: MiniDesk, *, judged: bool) -> None:
        self._desk = desk
        self._wanted = judged
        self.judged: Counter[tuple[str, str]] = Counter()
        known = sorted({row_id for _, row_id in desk.rows} | {desk.user_id, desk.id})
        self.rounds = rounds(known) if judged else [st.just([])]

    def put_acts(self, case: Any, drawn: list[Drawn]) -> None:
        """In the place of acts that the page alone would make up: those never get past the chain."""
        if not self._wanted or not isinstance(case.body, dict):
            return
        for kind, body in drawn:
            self._desk.act(kind.name, body, kind.version)
        asked = self._desk.request()
        told = {"mutations": asked.mutations, "signature": asked.signature, "feed_epoch": asked.feed_epoch}
        case.body |= plain(told | {"schema": asked.schema}, case.media_type)

    def hear(self, response: schemathesis.Response) -> None:
        """Counts what was judged; what was refused whole has not happened."""
        desk = self._desk
        if not self._wanted or not desk.outbox:
            return
        if response.status_code == 200:
            kind = response.headers["content-type"][0].partition(";")[0]
            results = decode(response.content, SyncResponse, kind).results
            types = {act.mseq: act.type for act in desk.outbox}
            self.judged.update((types[result.mseq], result.status) for result in results)
            last = desk.outbox[len(results) - 1]
            desk.acked = Chain(last.mseq, last.hash) if results else desk.acked
        desk.outbox.clear()
        desk.mseq, desk.hash = desk.acked.last_mseq, desk.acked.last_hash

    def prove(self, centre: Beside) -> None:
        """Every kind reached the judge behind the door, the outcomes are of every sort, and the centre counted them."""
        if not self._wanted:
            return
        seen = Counter(dict.fromkeys(_STATUSES, 0))
        for (_, status), count in self.judged.items():
            seen[status] += count
        print(f"{self.judged.total()} acts of {len({one for one, _ in self.judged})} kinds were judged: {dict(seen)}")
        assert {one for one, _ in self.judged} == {kind.name for kind in KINDS}
        assert min(seen["applied"], seen["rejected"], seen["flagged"]) > 0
        counted = centre.measures.registry.get_sample_value
        for status in ("applied", "rejected", "flagged"):
            assert (counted(_METRIC, {"outcome": status}) or 0) >= seen[status]
