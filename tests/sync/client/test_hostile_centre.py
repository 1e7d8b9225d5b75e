"""A centre that lies or comes from the future: nothing of it becomes SQL, nothing of the desk's own is lost."""

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.letters.model import Registration
from desktop.office.errors import OfficeError
from sync.client import answer as answers
from sync.client.request import build
from sync.client.transport import MOST_BYTES, Ask, Transport
from sync.wire.codec import Malformed, decode
from sync.wire.messages import EntityRows, Entry, SyncRequest, SyncResponse
from tests.helpers.town import Town
from tests.sync.client.strangers import http, stranger
from tests.sync.wire.test_fuzz import altered

ODD_NAMES = ('subject" = 1; --', "office_id", "id", "ver", "", "ไม่รู้จัก", "sqlite_master", 'x"; DROP TABLE outbox; --')


class Talk:
    """A desk with work of its own in hand, its request and the honest answer to that."""

    def __init__(self, town: Town) -> None:
        self.desk = town.desk()
        self._register("หนังสือที่ส่งแล้ว")
        self.desk.round.run()
        self._register("หนังสือที่ยังไม่ส่ง")
        self.mine = self.outbox()
        self.request = msgspec.structs.replace(build(self.desk.desk, ()), cursors={}, mutations=())
        self.honest = self.desk.centre.sync(self.request)
        assert self.honest.rows

    def _register(self, subject: str) -> None:
        self.desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", subject))

    def outbox(self) -> list[Any]:
        return self.desk.desk.reader.rows("SELECT mseq, mut_id, body, hash FROM outbox ORDER BY mseq")

    def hears(self, said: SyncResponse) -> str:
        """What the desk makes of it: "taken", or the code of what it says."""
        try:
            answers.take(self.desk.desk, self.request, said)
        except OfficeError as error:
            return error.code
        return "taken"

    def is_whole(self) -> bool:
        """The desk's own acts are all there and its store is sound."""
        tables = self.desk.desk.reader.rows("SELECT count(*) FROM sqlite_master WHERE type = 'table'")
        sound = self.desk.desk.reader.rows("PRAGMA integrity_check")
        return self.outbox() == self.mine and sound == [("ok",)] and tables[0][0] > 20


@pytest.fixture
def talk(town: Town) -> Talk:
    return Talk(town)


def with_rows(talk: Talk, **changes: Any) -> SyncResponse:
    part = next(part for part in talk.honest.rows if part.entity == "letter")
    return msgspec.structs.replace(talk.honest, rows=(msgspec.structs.replace(part, **changes),))


@pytest.mark.parametrize("name", ODD_NAMES)
def test_names_from_the_wire_never_become_sql(talk: Talk, name: str) -> None:
    """A column or an entity that the desk does not know is skipped, whatever it is called."""
    part = next(part for part in talk.honest.rows if part.entity == "letter")
    rows = tuple((*row, "worm") for row in part.rows)
    assert talk.hears(with_rows(talk, columns=(*part.columns, name), rows=rows)) in ("taken", "post.not_the_centre")
    stranger = EntityRows(name, part.columns, part.rows)
    entry = Entry("registry/normal", name, bytes(16), talk.honest.upto, "P", 1)
    said = msgspec.structs.replace(talk.honest, rows=(stranger,), entries=(entry,))
    assert talk.hears(said) in ("taken", "post.not_the_centre")
    assert talk.is_whole()
    assert not talk.desk.desk.reader.rows("SELECT 1 FROM letter WHERE subject = 'worm'")


def test_rows_of_no_shape_are_refused_whole(talk: Talk) -> None:
    part = next(part for part in talk.honest.rows if part.entity == "letter")
    first = list(part.rows[0])
    place, version = part.columns.index("id"), part.columns.index("ver")

    def changed(at: int, value: Any) -> tuple[tuple[Any, ...], ...]:
        return (tuple(value if where == at else held for where, held in enumerate(first)),)

    before = talk.desk.desk.reader.rows("SELECT * FROM letter ORDER BY id")
    for rows in (
        (tuple(first[:-1]),),
        ((*first, 1),),
        ((),),
        changed(place, b"short"),
        changed(place, None),
        changed(version, -1),
        changed(version, 1 << 64),
        changed(version, "1"),
        changed(version, True),
        changed(part.columns.index("subject"), float("nan")),
        changed(part.columns.index("subject"), [1]),
        changed(part.columns.index("subject"), {"a": 1}),
        changed(part.columns.index("subject"), None),
        changed(part.columns.index("number"), 1 << 63),
    ):
        assert talk.hears(with_rows(talk, rows=rows)) == "post.not_the_centre", rows
    for columns in ((), part.columns[:-1], (*part.columns, "id"), tuple("x" for _ in part.columns)):
        assert talk.hears(with_rows(talk, columns=columns)) == "post.not_the_centre"
    assert talk.desk.desk.reader.rows("SELECT * FROM letter ORDER BY id") == before
    assert talk.is_whole()


@pytest.mark.parametrize(
    "changes",
    [
        {"upto": -1},
        {"head": 1 << 63},
        {"feed_epoch": b""},
        {"buckets": ()},
        {"digests": {"registry/normal": [-1, 5]}},
        {"digests": {"registry/normal": [1, 1 << 64]}},
        {"results": [{"mseq": 4000, "status": "applied"}]},
        {"entries": [["registry/normal", "letter", b"x", 1, "P", 1]]},
        {"entries": [["registry/normal", "letter", bytes(16), -1, "P", 1]]},
        {"leases": [{"lease_id": bytes(16), "series": "s", "year_be": 1, "book_no": 1, "epoch": 1, "lo": 9, "hi": -9}]},
        {"leases": [{"lease_id": b"", "series": "s", "year_be": 1, "book_no": 1, "epoch": 1, "lo": 1, "hi": 9}]},
    ],
    ids=str,
)
def test_figures_that_can_not_be_are_refused_whole(talk: Talk, changes: dict[str, Any]) -> None:
    fields = msgspec.msgpack.decode(msgspec.msgpack.encode(talk.honest)) | changes
    try:
        said = decode(msgspec.msgpack.encode(fields), SyncResponse)
    except (Malformed, OverflowError):
        said = None
    talk.request = msgspec.structs.replace(talk.request, cursors={"registry/normal": 0})
    assert said is None or talk.hears(said) == "post.not_the_centre"
    assert talk.is_whole()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_an_answer_bent_anywhere_is_taken_or_refused_and_loses_nothing(talk: Talk, data: st.DataObject) -> None:
    """Structure-aware: one value somewhere inside an honest answer is another. The desk's own acts survive it."""
    value = data.draw(altered(msgspec.msgpack.decode(msgspec.msgpack.encode(talk.honest))))
    try:
        said = decode(msgspec.msgpack.encode(value), SyncResponse)
    except Malformed:
        return
    assert talk.hears(said) in ("taken", "post.not_the_centre", "post.answer_unknown")
    assert talk.is_whole()


def test_what_comes_from_the_future_is_taken_as_far_as_it_is_understood(talk: Talk) -> None:
    """Columns, entities, notices, feed marks and fields of a newer centre; what is honest in it is written."""
    fields = msgspec.msgpack.decode(msgspec.msgpack.encode(talk.honest))
    for part in fields["rows"]:
        part["columns"] = [*part["columns"], "colour"]
        part["rows"] = [[*row, "blue"] for row in part["rows"]]
    fields["rows"].append({"entity": "drone", "columns": ["id", "ver", "speed"], "rows": [[bytes(16), 1, 9.5]]})
    fields["entries"].append(["registry/normal", "letter", bytes(16), talk.honest.upto, "Q", 1])
    fields |= {"notices": ["come_and_see 2600"], "weather": {"rain": True}}
    said = decode(msgspec.msgpack.encode(fields), SyncResponse)
    assert talk.hears(said) == "taken"
    assert talk.is_whole()
    subjects = {row[0] for row in talk.desk.desk.reader.rows("SELECT subject FROM letter")}
    assert subjects == {"หนังสือที่ส่งแล้ว", "หนังสือที่ยังไม่ส่ง"}


def test_a_verdict_of_a_newer_centre_goes_before_a_person_and_holds_nothing_up(town: Town) -> None:
    desk = town.desk()
    desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "เรื่อง"))
    honest = desk.centre.sync

    def newer(request: SyncRequest) -> SyncResponse:
        said = honest(request)
        results = tuple(msgspec.structs.replace(one, status="enshrined") for one in said.results)
        return msgspec.structs.replace(said, results=results)

    desk.centre.sync = newer  # type: ignore[method-assign]
    assert desk.round.run().settled == 1
    assert desk.desk.reader.rows("SELECT state FROM outbox") == [("flagged",)]
    assert ("post.answer_unknown",) in desk.desk.reader.rows("SELECT code FROM attention")
    desk.centre.sync = honest  # type: ignore[method-assign]
    desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "เรื่องถัดไป"))
    assert desk.round.run().settled == 1


def test_a_huge_answer_is_let_go_before_it_is_held(town: Town) -> None:
    """A hundred mebibytes of an answer are not read to their end."""
    piece = bytes(1 << 20)
    head = http("200 OK", b"", "Content-Type: application/vnd.thesaban.post+msgpack").replace(
        b"Content-Length: 0", b"Content-Length: 104857600"
    )
    with stranger(head, *[piece] * 100) as url:
        line = Transport(url, town.clock)
        with pytest.raises(OfficeError, match=r"post\.not_the_centre"):
            line.exchange(Ask("GET", "/v1/wait?head=0"))
        line.close()
    assert MOST_BYTES < 100 << 20
