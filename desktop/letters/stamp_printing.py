"""The intake stamp printed onto the paper that came in; how each printer of this desk takes a sheet is kept here."""

import json
from dataclasses import asdict
from typing import Any

from desktop.letters.model import StampPlace
from desktop.paper.intake_stamp import IntakeStamp
from desktop.paper.stamp_sheet import Feed, stamp_sheet_pdf, trial_sheet_pdf
from desktop.store import notes
from desktop.store.desk import Desk


class StampPrinting:
    """What is kept of a printer goes by the name of its queue, and belongs to this desk alone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def feed(self, queue: str) -> Feed | None:
        """How the printer takes a sheet; None while nobody has tried it."""
        kept = self._kept().get(queue)
        return Feed(**kept) if kept else None

    def keep(self, queue: str, feed: Feed) -> None:
        """Keeps it for this printer; belongs on the writer's lane."""
        kept = self._kept() | {queue: asdict(feed)}
        self._desk.settle(notes.PUT, (notes.STAMP_FEEDS, json.dumps(kept).encode()))

    def sheet(self, stamp: IntakeStamp, place: StampPlace, page_mm: tuple[float, float], feed: Feed) -> bytes:
        """The sheet for the printer; any thread."""
        return stamp_sheet_pdf(stamp, place.x_mm, place.y_mm, page_mm, feed)

    def trial(self, queue: str, office_name: str) -> bytes:
        """The sheet by which the printer is measured; any thread."""
        return trial_sheet_pdf(queue, office_name, self._desk.clock.now())

    def _kept(self) -> dict[str, dict[str, Any]]:
        said = notes.read(self._desk.reader, notes.STAMP_FEEDS)
        return json.loads(said) if said else {}
