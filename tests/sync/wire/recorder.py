"""Records what real desks and this version's centre say to each other: `python -m tests.sync.wire.recorder FOLDER`.

A recording is made once for a schema, when it is released, and never again: later versions are held against it.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import requests

from desktop.office.clock import Clock, ManualClock, utc_text
from desktop.office.errors import OfficeError
from sync.client.transport import Answer, Ask
from sync.server.centre import Centre
from sync.server.database import make_engine, setting
from sync.server.migrating import migrate
from sync.server.running import Beside, beside
from tests.helpers.town import HeardTransport, TownDesk
from tests.sync.wire import recorded_day
from tests.sync.wire.past_office import PastOffice
from tools.demo_postgres import PostgresCluster

OFFICE = 4200
_KEPT = ("Content-Type", "Accept", "Authorization", "Upload-Offset", "Upload-Checksum", "Upload-Attempt", "Range")


@dataclass
class Tape(requests.Session):
    """A session that keeps what went each way; `name` and `before` belong to what comes next."""

    folder: Path
    lines: list[dict[str, Any]] = field(default_factory=list)
    name: str = ""
    before: list[Sequence[Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def request(self, method: Any, url: Any, *args: Any, **rest: Any) -> requests.Response:
        response = super().request(method, url, *args, **rest)
        place = f"{len(self.lines):02}-{self.name}"
        asked = response.request
        body = asked.body or b""
        (self.folder / f"{place}.asked").write_bytes(body if isinstance(body, bytes) else body.encode())
        (self.folder / f"{place}.answered").write_bytes(response.content)
        line: dict[str, Any] = {"place": place, "method": method, "path": asked.path_url}
        line["headers"] = {name: asked.headers[name] for name in _KEPT if name in asked.headers}
        line |= {"status": response.status_code, "type": response.headers.get("Content-Type", "")}
        line["upload"] = {name: response.headers[name] for name in response.headers if name.startswith("Upload-")}
        if self.before:
            line["before"], self.before = self.before, []
        self.lines.append(line)
        return response

    def __hash__(self) -> int:
        return id(self)


class TapedTransport(HeardTransport):
    """The program's own transport, over a session that is recorded."""

    tape: Tape

    def _session(self) -> requests.Session:
        return self.tape


class _Road:
    """The straight way to the centre, in the place of a proxy."""

    def __init__(self, url: str) -> None:
        self.url = url

    def close(self) -> None: ...


class TapedDesk(TownDesk):
    """A real desk of this version whose every exchange is recorded."""

    def __init__(self, folder: Path, clock: Clock, url: str, tape: Tape) -> None:
        self._tape = tape
        super().__init__(folder, clock, _Road(url))  # type: ignore[arg-type]

    def open(self) -> None:
        super().open()
        self.transport = TapedTransport(self.proxy, self.clock, self.ears)
        self.transport.tape = self._tape


class Recording:
    """What a day is played on: `desk` makes desks, `happen` has administrators act, `say` says one request by hand."""

    def __init__(self, running: Beside, tape: Tape, office: PastOffice, clock: ManualClock, folder: Path) -> None:
        self._running, self._tape, self._office, self._clock, self._folder = running, tape, office, clock, folder
        self.desks: list[TapedDesk] = []

    def named(self, name: str) -> None:
        """What the next exchanges are called."""
        self._tape.name = name

    def happen(self, *step: Any) -> None:
        self._office.happen(step)
        self._tape.before.append(step)

    def desk(self, name: str) -> TapedDesk:
        desk = TapedDesk(self._folder / name, self._clock, self._running.url, self._tape)
        self.desks.append(desk)
        return desk

    def say(self, name: str, desk: TapedDesk, ask: Ask, *, token: bool = True) -> Answer | None:
        """None when it is refused, which is recorded too."""
        self.named(name)
        try:
            return desk.centre._authorised(ask) if token else desk.transport.exchange(ask)
        except OfficeError:
            return None


def record(running: Beside, folder: Path, clock: ManualClock, stores: Path) -> None:
    """One day of an office, request by request, and what a new centre must be told to answer the same."""
    folder.mkdir(parents=True)
    tape = Tape(folder)
    office = PastOffice(running.centre.engine, clock, OFFICE)
    office.found()
    began = utc_text(clock.now())
    recording = Recording(running, tape, office, clock, stores)
    recorded_day.play(recording)
    for desk in recording.desks:
        desk.close()
    with running.centre.engine.connect() as connection:
        settings = {name: setting(connection, name).hex() for name in ("feed_epoch", "token_key")}
    facts = {"clock": began, "office": OFFICE, "settings": settings, "exchanges": tape.lines}
    (folder / "index.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n")


def main(folder: Path) -> None:
    with PostgresCluster(durable=False) as cluster, tempfile.TemporaryDirectory() as place:
        url = cluster.new_database()
        migrate(url)
        clock = ManualClock(datetime.now(UTC))
        blobs = Path(place) / "centre"
        blobs.mkdir()
        with beside(Centre(make_engine(url), blobs, clock)) as running:
            record(running, folder, clock, Path(place))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
