"""A clerk's verbs on letters, on a real encrypted store."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.letters.model import Basket, Mark, Registration, RouteState, StampPlace, Status
from desktop.letters.queries import InboxFilter
from desktop.letters.rules import history
from desktop.office.changes import Changes
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.store.desk import Desk
from tests.helpers.desk import make_desk, make_office, person, unit_id


@dataclass(frozen=True)
class Scan:
    data: bytes = b"%PDF-1.7 a scan"
    name: str = "scan.pdf"
    page_count: int = 2
    source: str = "scan"
    original: bytes | None = None
    original_media_type: str | None = None


FLOOD = Registration("จังหวัดเชียงใหม่", "นายกเทศมนตรีเมืองแม่เหียะ", "การเฝ้าระวังน้ำท่วม", "ชม ๐๐๒๓.๓/ว ๒๙๐๑")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk")
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def test_a_registered_letter_has_the_next_number_its_file_and_one_act_for_the_centre(
    office: Office, desk: Desk
) -> None:
    act = office.letters(person(office))
    scan = Scan(original=b"\x89PNG the untouched picture", original_media_type="image/png")
    first = act.register(FLOOD, [scan])
    second = act.register(FLOOD)
    assert (first.number, second.number, first.year_be) == (4824, 4825, 2569)
    letter = office.letter_queries.letter(first.id)
    assert letter is not None
    assert letter.mark is Mark.HERE
    assert letter.files[0].sha256 == hashlib.sha256(scan.data).hexdigest()
    assert desk.blobs.get(letter.files[0].sha256) == scan.data
    assert letter.files[0].original_sha256 is not None
    assert desk.blobs.get(letter.files[0].original_sha256) == scan.original
    assert desk.reader.rows("SELECT mseq, type, state FROM outbox") == [
        (1, "letters.register", "pending"),
        (2, "letters.register", "pending"),
    ]
    assert desk.reader.rows("SELECT n, status FROM number_event ORDER BY n") == [(4824, "issued"), (4825, "issued")]


def test_what_is_missing_is_named_and_no_number_is_used(office: Office, desk: Desk) -> None:
    tomorrow = local_date(desk.clock.now()) + timedelta(days=1)
    with pytest.raises(OfficeError) as caught:
        office.letters(person(office)).register(Registration("", "นายก", " ", letter_date=tomorrow))
    assert caught.value.code == "letters.cannot_register"
    assert caught.value.subject["fields"] == ["from_party", "letter_date", "subject"]
    assert desk.reader.rows("SELECT next FROM lease WHERE series LIKE 'letters%'") == [(4824,)]


def test_a_desk_without_the_register_says_so(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "other", registers=())
    office = make_office(desk)
    with pytest.raises(OfficeError, match="numbers.not_here"):
        office.letters(person(office)).register(FLOOD)
    desk.close()


def test_the_stamp_stands_where_it_was_put(office: Office) -> None:
    place = StampPlace(0, 147.25, 12.5)
    registered = office.letters(person(office)).register(
        Registration(FLOOD.from_party, FLOOD.to_party, FLOOD.subject, stamp=place), [Scan()]
    )
    letter = office.letter_queries.letter(registered.id)
    assert letter is not None
    assert letter.stamp == place


def test_routing_receiving_and_recalling(office: Office) -> None:
    act = office.letters(person(office))
    letter_id = act.register(FLOOD).id
    sent = act.route(letter_id, [unit_id("ENG"), unit_id("FIN")])
    act.recall(sent[1:])
    office.letters(person(office, "wichai")).receive(sent[0])
    letter = office.letter_queries.letter(letter_id)
    assert letter is not None
    assert letter.status is Status.ROUTED
    assert {route.unit_name: route.state for route in letter.routes} == {
        "กองช่าง": RouteState.RECEIVED,
        "กองคลัง": RouteState.RECALLED,
    }
    with pytest.raises(OfficeError, match="letters.route_settled"):
        act.recall(sent[:1])
    with pytest.raises(OfficeError, match="letters.already_routed"):
        act.route(letter_id, [unit_id("ENG")])


def test_recalling_the_only_route_puts_the_letter_back_to_the_registry(office: Office) -> None:
    act = office.letters(person(office))
    letter_id = act.register(FLOOD).id
    act.recall(act.route(letter_id, [unit_id("ENG")]))
    letter = office.letter_queries.letter(letter_id)
    assert letter is not None
    assert letter.status is Status.REGISTERED


def test_the_history_tells_everything_in_its_order(office: Office) -> None:
    act = office.letters(person(office))
    letter_id = act.register(FLOOD).id
    act.endorse(letter_id, "เรียน ปลัดเทศบาล\n- เพื่อโปรดทราบ")
    act.route(letter_id, [unit_id("ENG")])
    letter = office.letter_queries.letter(letter_id)
    assert letter is not None
    assert [event.kind for event in history(letter)] == ["registered", "endorsed", "routed"]
    with pytest.raises(OfficeError, match="letters.endorsement_empty"):
        act.endorse(letter_id, "  ")


def test_baskets_pages_and_filter(office: Office, desk: Desk) -> None:
    act = office.letters(person(office))
    ids = [act.register(FLOOD).id for _ in range(25)]
    act.route(ids[3], [unit_id("ENG")])
    today = local_date(desk.clock.now())
    counts = office.letter_queries.counts(unit_id("ENG"), today)
    assert {one: count for one, count in counts.items() if count} == {
        Basket.ALL: 25, Basket.NEW: 24, Basket.MINE: 1, Basket.RECEIVE: 1,
    }  # fmt: skip
    everything = InboxFilter(Basket.ALL, unit_id("ENG"), today)
    anchors = office.letter_queries.anchors(everything, 10)
    pages = [office.letter_queries.page(everything, 10, anchor) for anchor in anchors]
    assert [row.number for page in pages for row in page] == list(range(4848, 4823, -1))
    found = InboxFilter(Basket.ALL, unit_id("ENG"), today, words="น้ำท่วม ๒๙๐๑")
    assert office.letter_queries.count(found) == 25
    assert office.letter_queries.count(InboxFilter(Basket.ALL, unit_id("ENG"), today, words="04830")) == 1


def test_a_write_tells_which_rows_changed(office: Office, desk: Desk) -> None:
    told: list[Changes] = []
    stop = desk.changes.listen(told.append)
    letter_id = office.letters(person(office)).register(FLOOD).id
    stop()
    office.letters(person(office)).endorse(letter_id, "ทราบ")
    assert [changes.rows for changes in told] == [frozenset({("letter", letter_id)})]
