"""Files travel in pieces, resume where the centre stands, arrive as they were sent, and never hold up anything else."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from desktop.letters.model import Registered, Registration
from desktop.office.errors import OfficeError
from desktop.store import arriving
from desktop.store.arriving import Arriving
from desktop.store.blobs import CHUNK
from sync.client.blobs import PIECE, BlobErrand, Carried
from sync.client.transport import Ask, Transport
from tests.helpers.proxy import Fault
from tests.helpers.town import Page, Town, TownDesk, identity

BYTES = os.urandom(3 * CHUNK + 12_345)
SHA = hashlib.sha256(BYTES).hexdigest()


def register(desk: TownDesk, data: bytes = BYTES, original: bytes | None = None) -> Registered:
    page = Page(data, original=original, original_media_type="image/png" if original else None)
    done = desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", "แบบแปลน"), [page])
    desk.letters().route(done.id, [identity("ENG")])
    desk.round.run()
    return done


def states(desk: TownDesk) -> dict[str, str]:
    return dict(desk.desk.reader.rows("SELECT sha256, state FROM blob"))


def test_a_scan_and_its_original_reach_the_other_desk(town: Town) -> None:
    first, second = town.desk(), town.second_desk()
    register(first, original=b"an untouched picture")
    picture = hashlib.sha256(b"an untouched picture").hexdigest()
    assert first.errand.run() == Carried(sent=2)
    second.round.run()
    assert states(second) == {SHA: "wanted", picture: "wanted"}
    assert second.errand.run() == Carried(fetched=2)
    assert second.desk.blobs.get(SHA) == BYTES
    assert second.desk.blobs.get(picture) == b"an untouched picture"
    assert states(second) == {SHA: "stored", picture: "stored"}


def test_an_upload_that_was_cut_goes_on_where_the_centre_stands(town: Town) -> None:
    """L5: after a cut at most one piece is sent again."""
    desk = town.desk()
    register(desk)
    pieces: list[int] = []
    honest = desk.centre.append_blob

    def counted(sha256: str, offset: int, chunk: bytes, attempt: int) -> object:
        pieces.append(len(chunk))
        if len(pieces) == 3:
            desk.proxy.set(Fault(cut_after=0))  # the centre keeps the piece, the desk does not hear of it
        try:
            return honest(sha256, offset, chunk, attempt)
        finally:
            desk.proxy.heal()

    desk.centre.append_blob = counted  # type: ignore[method-assign, assignment]
    with pytest.raises(OfficeError, match=r"post\.no_line"):
        desk.errand.run()
    assert states(desk) == {SHA: "local"}
    assert desk.errand.run() == Carried(sent=1)
    assert sum(pieces) <= len(BYTES) + PIECE
    assert states(desk) == {SHA: "stored"}


def test_an_upload_whose_last_word_was_lost_is_known_to_be_complete(town: Town) -> None:
    desk = town.desk()
    register(desk)
    desk.errand.run()
    desk.desk.settle("UPDATE blob SET state = 'local', offset = 0", ())
    assert desk.errand.run() == Carried(sent=1)


def test_a_file_that_the_centre_does_not_have_yet_is_waited_for(town: Town) -> None:
    first, second = town.desk(), town.second_desk()
    register(first)
    second.round.run()
    assert second.errand.run() == Carried(left=1)
    first.errand.run()
    assert second.errand.run() == Carried(fetched=1)


def test_a_file_that_no_row_names_any_more_is_not_fetched(town: Town) -> None:
    first, second = town.desk(), town.second_desk()
    letter = register(first)
    second.round.run()
    first.letters().recall([first.desk.reader.rows("SELECT id FROM routing WHERE letter_id = ?", (letter.id,))[0][0]])
    first.round.run()
    second.round.run()
    second.errand.run()
    assert states(second) == {}


def test_an_altered_download_is_not_kept(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    first, second = town.desk(), town.second_desk()
    register(first)
    first.errand.run()
    second.round.run()
    second.proxy.set(Fault(flip=2_000_000))
    assert second.errand.run() == Carried(left=1)
    assert not second.desk.blobs.has(SHA)
    second.proxy.heal()
    assert second.errand.run() == Carried(fetched=1)


@pytest.fixture
def reader(town: Town) -> TownDesk:
    """A desk that wants the file, which is at the centre."""
    first, second = town.desk(), town.second_desk()
    register(first)
    first.errand.run()
    second.round.run()
    return second


def tear(desk: TownDesk, at: int = 1_500_000) -> int:
    """A download whose line is cut; how much of the file is here (a reset takes with it what was not read yet)."""
    desk.proxy.set(Fault(cut_after=at))
    with pytest.raises(OfficeError, match=r"post\.no_line"):
        desk.errand.run()
    desk.proxy.heal()
    assert not desk.desk.blobs.has(SHA)
    return Arriving(desk.desk.blobs, SHA).offset


def begun(desk: TownDesk) -> int:
    """So much of the file is here as a torn download left."""
    half = Arriving(desk.desk.blobs, SHA)
    half.take([BYTES[:1_500_000]])
    return half.offset


class Bent(Transport):
    """A line to a centre that does not know ranges, or says wrong ones."""

    asked: list[str]
    bend: Callable[[str], str | None]

    @contextmanager
    def stream(self, ask: Ask) -> Iterator[tuple[Mapping[str, str], Iterator[bytes]]]:
        self.asked.append(ask.headers.get("Range", ""))
        headers = {name: value for name, value in ask.headers.items() if name != "Range"}
        wanted = self.bend(ask.headers.get("Range", ""))
        headers |= {"Range": wanted} if wanted else {}
        with super().stream(replace(ask, headers=headers)) as answer:
            yield answer


def through(desk: TownDesk, bend: Callable[[str], str | None]) -> list[str]:
    """Puts a bent line before the desk's files; what ranges it asked for."""
    desk.transport = Bent(desk.proxy.url, desk.clock)  # type: ignore[assignment]
    bent: Any = desk.transport
    bent.asked, bent.bend = [], bend
    desk.connect()
    asked: list[str] = bent.asked
    return asked


def test_a_download_that_was_cut_goes_on_at_the_byte_it_had(reader: TownDesk) -> None:
    """Over two cuts and a new start of the program no byte comes twice."""
    first = tear(reader)
    assert first < 1_500_000
    reader.crash()
    reader.open()
    second = tear(reader, 900_000)
    assert first <= second
    assert reader.errand.run() == Carried(fetched=1)
    assert len(BYTES) - second <= reader.proxy.reply_bytes < len(BYTES) - second + 20_000
    assert reader.desk.blobs.get(SHA) == BYTES
    assert states(reader) == {SHA: "stored"}
    assert [path for path in (reader.folder / "blobs").iterdir() if path.is_file()] == []


def test_a_centre_that_answers_with_the_whole_file_is_understood(reader: TownDesk) -> None:
    here = begun(reader)
    asked = through(reader, lambda wanted: None)
    assert reader.errand.run() == Carried(fetched=1)
    assert [one for one in asked if one] == [f"bytes={here}-"]
    assert reader.desk.blobs.get(SHA) == BYTES


@pytest.mark.parametrize("wrong", ["bytes=0-99", "bytes=2000000-", "bytes=-5"])
def test_a_part_that_is_another_is_not_taken_and_the_file_begins_anew(reader: TownDesk, wrong: str) -> None:
    here = begun(reader)
    asked = through(reader, lambda wanted: wrong if wanted else None)
    assert reader.errand.run() == Carried(fetched=1)
    assert [one for one in asked if "bytes" in one] == [f"bytes={here}-"]
    assert reader.desk.blobs.get(SHA) == BYTES


def test_a_centre_that_never_sends_the_right_part_holds_up_no_other_file(town: Town, reader: TownDesk) -> None:
    through(reader, lambda wanted: "bytes=5-9")
    assert reader.errand.run() == Carried(left=1)
    assert reader.desk.reader.rows("SELECT last_error FROM blob") == [("range_wrong",)]


def test_a_download_that_lacks_only_its_last_step_is_not_begun_anew(reader: TownDesk) -> None:
    """The program ended when all bytes were here, and before the file was named."""
    Arriving(reader.desk.blobs, SHA).take([BYTES])
    assert reader.errand.run() == Carried(fetched=1)
    assert reader.proxy.reply_bytes < 10_000
    assert reader.desk.blobs.get(SHA) == BYTES


def test_what_came_before_and_is_false_is_found_out_at_the_end(reader: TownDesk) -> None:
    Arriving(reader.desk.blobs, SHA).take([b"not what it should be"])
    assert reader.errand.run() == Carried(left=1)
    assert reader.errand.run() == Carried(fetched=1)
    assert reader.desk.blobs.get(SHA) == BYTES


def test_a_file_that_the_disk_has_no_room_for_waits(reader: TownDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as full:
        full.setattr(arriving, "SPARE", 1 << 60)
        with pytest.raises(OfficeError, match=r"store\.disk_full"):
            reader.errand.run()
    assert states(reader) == {SHA: "wanted"}
    assert reader.errand.run() == Carried(fetched=1)


def test_what_came_of_a_file_goes_with_the_row_that_named_it(town: Town) -> None:
    first, second = town.desk(), town.second_desk()
    letter = register(first)
    first.errand.run()
    second.round.run()
    begun(second)
    first.letters().recall([first.desk.reader.rows("SELECT id FROM routing WHERE letter_id = ?", (letter.id,))[0][0]])
    first.round.run()
    second.round.run()
    second.errand.run()
    assert [path for path in (second.folder / "blobs").rglob("*") if path.is_file()] == []


def test_one_bad_file_holds_up_no_other(town: Town) -> None:
    """A file that this desk itself has lost goes before a person; the others travel."""
    desk = town.desk()
    register(desk, b"%PDF lost")
    register(desk, b"%PDF kept")
    lost = hashlib.sha256(b"%PDF lost").hexdigest()
    desk.desk.blobs.path(lost).unlink()
    for _ in range(3):
        carried = desk.errand.run()
    assert carried == Carried(left=1)
    assert states(desk) == {lost: "local", hashlib.sha256(b"%PDF kept").hexdigest(): "stored"}
    assert desk.desk.reader.rows("SELECT code FROM attention") == [("blob.lost",)]


def test_a_stubborn_file_is_tried_seldom(town: Town) -> None:
    first, second = town.desk(), town.second_desk()
    register(first)
    second.round.run()
    before = second.proxy.requests
    for _ in range(16):
        second.errand.run()
    assert second.proxy.requests - before == 7
    assert second.desk.reader.rows("SELECT attempts, last_error FROM blob") == [(7, "not_found")]


def test_an_errand_ends_when_it_is_asked_to(town: Town) -> None:
    desk = town.desk()
    register(desk)
    asked: list[int] = []

    def goes_on() -> bool:
        asked.append(1)
        return len(asked) < 4

    assert BlobErrand(desk.desk, desk.centre, goes_on).run().sent == 0
    assert states(desk) == {SHA: "local"}
    assert BlobErrand(desk.desk, desk.centre).run().sent == 1
