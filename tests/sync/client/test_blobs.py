"""Files travel in pieces, resume where the centre stands, arrive as they were sent, and never hold up anything else."""

import hashlib
import os

import pytest

from desktop.letters.model import Registered, Registration
from desktop.office.errors import OfficeError
from desktop.store.blobs import CHUNK
from sync.client.blobs import PIECE, BlobErrand, Carried
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


def test_a_download_that_was_cut_is_not_kept(town: Town) -> None:
    first, second = town.desk(), town.second_desk()
    register(first)
    first.errand.run()
    second.round.run()
    second.proxy.set(Fault(cut_after=1_500_000))
    with pytest.raises(OfficeError, match=r"post\.no_line"):
        second.errand.run()
    assert not second.desk.blobs.has(SHA)
    assert [path.name for path in (second.folder / "blobs").iterdir() if path.is_file()] == []


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
