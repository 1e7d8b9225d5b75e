"""Three generations of desks in one office at one centre: they exchange letters, and what is new troubles nobody."""

from datetime import timedelta

import msgspec
import pytest
import zstandard

from desktop.accounts.mutations import DefineStaff
from desktop.letters.model import Registration
from desktop.letters.rules import INCOMING_SERIES, PROVISIONAL
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from sync.client import request as requests
from sync.server.admin_books import BookAdmin
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.acts import waiting
from tests.helpers.town import ENGINEERING, REGISTRY, Town, TownDesk, identity
from tests.sync.wire.captures import FIRST, SECOND, Release
from tests.sync.wire.past_desk import PastDesk, Told, recorded_acts

YEAR = 2569


def past(
    town: Town, release: Release, counter: str, registers: tuple[str, ...], audiences: tuple[str, ...]
) -> PastDesk:
    desk = PastDesk(release, town.url, town.clock, identity("kanda"))
    desk.enrol(town.code(counter, registers, audiences), f"desk {counter}")
    return desk


@pytest.fixture
def oldest(town: Town) -> PastDesk:
    """Of the first release; it keeps the letter register of this year."""
    desk = past(town, FIRST, "C1", (INCOMING_SERIES,), REGISTRY)
    desk.sync([(INCOMING_SERIES, YEAR)])
    return desk


@pytest.fixture
def older(town: Town) -> PastDesk:
    """Of the second release, at the engineers."""
    desk = past(town, SECOND, "E1", (INCOMING_SERIES,), ENGINEERING)
    desk.sync()
    return desk


@pytest.fixture
def newest(town: Town, oldest: PastDesk) -> TownDesk:
    """Today's program, whole, at the registry too."""
    return town.desk("C2", (INCOMING_SERIES,), REGISTRY)


def register(desk: PastDesk, subject: str) -> Id:
    """A letter under the desk's own number, in its release's words."""
    letter = desk.ids.new()
    taken = desk.next_number(INCOMING_SERIES)
    desk.act("letters.register", letter_id=letter, taken=taken, subject=subject, files=[])
    return letter


def route(desk: PastDesk, letter: Id, unit: str) -> None:
    routes = [recorded_acts(desk.release)["letters.route"]["routes"][0]]
    desk.act("letters.route", letter_id=letter, routes=[routes[0] | {"id": desk.ids.new(), "unit_id": identity(unit)}])


def endorse(desk: PastDesk, letter: Id, text: str) -> None:
    desk.act("letters.endorse", endorsement_id=desk.ids.new(), letter_id=letter, text=text)


def hand_over(town: Town, to: str) -> None:
    """The register goes to another desk; the old holder's unused numbers stay behind in suspense."""
    words = ("wichai", "นายวิชัย", "Wichai", "หัวหน้า", "Head")
    town.admin.define_staff(town.office_id, DefineStaff(identity("wichai"), *words, identity("ENG"), "head"))
    books = BookAdmin(town.engine, town.office_id, town.clock)
    books.take_over(INCOMING_SERIES, YEAR, to, ["kanda", "wichai"], "เครื่องเก่าจะเลิกใช้")
    assert isinstance(town.clock, ManualClock)
    town.clock.advance(timedelta(minutes=11))  # who was refused numbers asks again after ten


def outcomes(desk: PastDesk) -> set[tuple[str, str | None]]:
    return {(one.status, one.code) for one in desk.results.values()}


def test_three_generations_exchange_letters_in_one_office(
    town: Town, oldest: PastDesk, older: PastDesk, newest: TownDesk
) -> None:
    """The first release registers and sends; the second receives and answers; today's takes the register over."""
    first = register(oldest, "เรื่องจากเครื่องรุ่นแรก")
    route(oldest, first, "ENG")
    oldest.sync()
    older.sync()
    (arrived,) = (row["id"] for (entity, _), row in older.rows.items() if entity == "routing")
    older.act("letters.receive", route_id=arrived)
    endorse(older, first, "เห็นแล้ว จากเครื่องรุ่นที่สอง")
    older.sync()

    hand_over(town, "desk C2")
    newest.round.run()
    second = newest.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "เรื่องจากเครื่องรุ่นนี้"))
    newest.letters().route(second.id, [identity("ENG")])
    newest.letters().amend_fields(first, {"subject": ("เรื่องจากเครื่องรุ่นแรก", "เรื่องที่แก้แล้ว")})
    newest.letters().endorse(second.id, "จากเครื่องรุ่นนี้")
    third, tag = older.ids.new(), {"tag_id": older.ids.new(), "number": 557_000_001, "year_be": YEAR}
    older.act("letters.register_provisional", letter_id=third, subject="เรื่องของกองช่าง", files=[], **tag)
    older.sync()
    newest.round.run()
    newest.letters().route(third, [identity("ENG")])
    newest.round.run()
    oldest.sync()
    endorse(oldest, second.id, "รุ่นแรกอ่านเรื่องของรุ่นนี้")
    oldest.sync()
    older.sync()
    newest.round.run()

    assert outcomes(oldest) | outcomes(older) == {("applied", None)}
    here = dict(newest.desk.reader.rows("SELECT id, subject FROM letter"))
    assert {letter: row["subject"] for letter, row in oldest.letters().items()} == here
    assert set(here.values()) == {"เรื่องที่แก้แล้ว", "เรื่องจากเครื่องรุ่นนี้", "เรื่องของกองช่าง"}
    assert {older.letters()[one]["subject"] for one in (first, second.id, third)} == set(here.values())
    numbers = dict(newest.desk.reader.rows("SELECT id, number FROM letter"))
    assert {letter: row["number"] for letter, row in oldest.letters().items()} == numbers
    assert numbers[first] == 1
    assert len(set(numbers.values())) == 3
    assert max(numbers.values()) < PROVISIONAL
    texts = {text for (text,) in newest.desk.reader.rows("SELECT text FROM endorsement")}
    assert oldest.texts() == older.texts() == texts
    assert len(texts) == 3
    desk_equals_centre(town, newest)


def test_what_is_new_is_skipped_by_those_who_do_not_know_it(town: Town, oldest: PastDesk, newest: TownDesk) -> None:
    """Kinds of rows that came with later releases reach the oldest desk, and it stays equal to the centre."""
    letter = register(oldest, "เรื่อง")
    oldest.sync()
    newest.round.run()
    newest.letters().amend_fields(letter, {"subject": ("เรื่อง", "เรื่องใหม่")})
    newest.round.run()
    oldest.sync()
    assert oldest.letters()[letter]["subject"] == "เรื่องใหม่"
    assert oldest.strange, "today's centre tells of nothing that the first release did not know"


@pytest.mark.parametrize(("release", "counter"), [(FIRST, "C7"), (SECOND, "C8")])
def test_a_centre_to_come_is_understood_by_desks_of_the_past(
    town: Town, newest: TownDesk, release: Release, counter: str
) -> None:
    """Fields, columns, kinds of rows, feed marks and notices that nobody has thought of yet."""
    newest.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "เรื่อง"))
    desk = past(town, release, counter, (), REGISTRY)
    desk.hears = _of_a_centre_to_come
    desk.sync()
    newest.round.run()
    desk.sync()
    assert "drone" in desk.strange
    letters = dict(newest.desk.reader.rows("SELECT id, subject FROM letter"))
    assert {letter: row["subject"] for letter, row in desk.letters().items()} == letters
    for letter in letters:
        endorse(desk, letter, f"อ่านแล้ว {counter}")
    desk.sync()
    assert outcomes(desk) <= {("applied", None)}


def _of_a_centre_to_come(data: bytes) -> bytes:
    plain = zstandard.decompress(data) if data[:4] == b"\x28\xb5\x2f\xfd" else data
    said = msgspec.msgpack.decode(plain) | {"from_the_future": {"deep": [1, None, b"x"]}}
    if "entries" in said:
        for part in said["rows"]:
            part["columns"] = [*part["columns"], "colour"]
            part["rows"] = [[*row, "blue"] for row in part["rows"]]
        said["rows"].append({"entity": "drone", "columns": ["id", "ver"], "rows": [[bytes(16), 1]], "weight": 2})
        said["entries"].append(["registry/normal", "letter", bytes(16), said["upto"], "Q", 1, "and more"])
        said["notices"] = [*said["notices"], "come_and_see 2600"]
    return msgspec.msgpack.encode(said)


@pytest.mark.parametrize(("release", "counter"), [(FIRST, "C5"), (SECOND, "C6")])
@pytest.mark.parametrize("proto", [0, 2, 1 << 40])
def test_a_desk_of_another_protocol_is_told_so_in_its_own_words_and_loses_nothing(
    town: Town, oldest: PastDesk, release: Release, counter: str, proto: int
) -> None:
    letter = register(oldest, "เรื่อง")
    oldest.sync()
    desk = past(town, release, counter, (), REGISTRY)
    desk.sync()
    endorse(desk, letter, "เขียนไว้ก่อน")
    desk.proto = proto
    with pytest.raises(Told) as told:
        desk.sync()
    assert (told.value.status, told.value.problem.code) == (426, "upgrade_required")
    assert told.value.problem.data == {"proto": 1}
    desk.proto = 1
    desk.sync()
    assert outcomes(desk) == {("applied", None)}


def test_todays_program_says_so_to_its_clerk_and_keeps_the_work(
    town: Town, newest: TownDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "เรื่อง"))
    with monkeypatch.context() as tomorrow:
        tomorrow.setattr(requests, "PROTO", 2)
        with pytest.raises(OfficeError, match=r"post\.upgrade_required"):
            newest.round.run()
    assert waiting(newest) == 1
    newest.round.run()
    assert waiting(newest) == 0
    desk_equals_centre(town, newest)


@pytest.mark.parametrize("schema", [99, 1 << 30])
def test_acts_of_a_desk_to_come_are_kept_for_a_centre_to_come(
    town: Town, oldest: PastDesk, newest: TownDesk, schema: int
) -> None:
    """An act that nobody knows yet is kept whole and answered clearly; those behind it and the other desks go on."""
    letter = register(oldest, "เรื่อง")
    oldest.sync()
    desk = past(town, SECOND, "C9", (), REGISTRY)
    desk.schema = schema
    desk.act("letters.paint", letter_id=letter, colour="blue")
    endorse(desk, letter, "งานถัดไปไม่ค้าง")
    desk.sync()
    assert [(one.status, one.code) for one in desk.results.values()] == [
        ("rejected", "unknown_type"),
        ("applied", None),
    ]
    kept = "SELECT count(*) FROM mutation WHERE office_id = :o AND type = 'letters.paint' AND status = 'rejected'"
    assert town.count(kept, o=town.office_id) == 1
    newest.round.run()
    oldest.sync()
    assert oldest.texts() == {text for (text,) in newest.desk.reader.rows("SELECT text FROM endorsement")}
