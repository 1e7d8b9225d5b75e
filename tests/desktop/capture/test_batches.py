"""Batches on a real desk: what came is there after everything, and is a letter once."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from desktop.accounts.model import Person
from desktop.capture.batch import NewPage, Standing
from desktop.capture.batches import Batches
from desktop.capture.edits import Delete, Edit, Move, Split, Turn
from desktop.capture.layout import Start
from desktop.capture.model import Source
from desktop.devices.scanner import ScannedPage, ScanSettings
from desktop.letters.model import Registration
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store import backup
from desktop.store.desk import Desk
from desktop.store.erasure import erase_files
from desktop.store.unit_of_work import UnitOfWork
from tests.desktop.store.test_disk_full import limit_pages
from tests.desktop.store.test_inbound import pull, row
from tests.desktop.store.test_inbound import settle as outbox_settle
from tests.helpers.desk import make_desk, make_office, person


def jpeg(shade: int) -> bytes:
    file = io.BytesIO()
    Image.new("L", (210, 297), shade).save(file, "JPEG")
    return file.getvalue()


def scanned(seq: int) -> ScannedPage:
    return ScannedPage(seq, jpeg(seq), "image/jpeg", 300, 2480, 3508)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def who(desk: Desk) -> Person:
    return person(make_office(desk))


@pytest.fixture
def batches(desk: Desk, who: Person) -> Batches:
    return Batches(desk, who)


def batch_of(batches: Batches, pages: int) -> Id:
    batch_id = batches.begin(Source.SCAN, "2026-11-11 09.14.00", ScanSettings())
    for seq in range(pages):
        assert batches.take_scanned(batch_id, scanned(seq)) == seq + 1
    return batch_id


def order(batches: Batches, batch_id: Id) -> list[int]:
    return [leaf.page for leaf in batches.batch(batch_id).layout.shown]


def test_what_a_batch_knows(desk: Desk, batches: Batches, who: Person) -> None:
    batch = batches.batch(batch_of(batches, 2))
    assert (batch.row.source, batch.row.by_name, batch.row.pages) == (Source.SCAN, who.name_th, 2)
    assert batch.row.standing is Standing.WAITING
    assert (batch.settings["dpi"], batch.settings["mode"]) == (300, "gray")
    assert [desk.blobs.get(page.sha256) for page in batch.pages] == [jpeg(0), jpeg(1)]
    assert batch.pages[0].width_mm == pytest.approx(210, abs=0.1)
    assert [row.id for row in batches.waiting()] == [batch.id]


def test_a_batch_without_a_page_is_not_offered(batches: Batches) -> None:
    batches.begin(Source.SCAN, "empty")
    assert batches.waiting() == ()


def test_the_same_page_twice_is_two_pages_and_one_file(batches: Batches) -> None:
    batch_id = batches.begin(Source.FILE, "twice")
    same = NewPage(jpeg(9), "image/jpeg", 210, 297)
    assert batches.take(batch_id, same, same) == 2
    assert len({page.sha256 for page in batches.batch(batch_id).pages}) == 1


def test_edits_are_undone_and_done_again_one_by_one(batches: Batches) -> None:
    batch_id = batch_of(batches, 3)
    batches.edit(batch_id, Move((2,), 0))
    batches.edit(batch_id, Delete((1,)))
    assert order(batches, batch_id) == [2, 0]
    assert [one.edit for one in batches.undo(batch_id).redoable] == [Delete((1,))]
    batches.undo(batch_id)
    batches.undo(batch_id)
    assert order(batches, batch_id) == [0, 1, 2]
    batches.redo(batch_id)
    assert order(batches, batch_id) == [2, 0, 1]
    batches.edit(batch_id, Turn((0,), 90))
    assert batches.redo(batch_id).redoable == ()
    assert order(batches, batch_id) == [2, 0, 1]


def test_an_edit_that_can_not_be_leaves_no_trace(batches: Batches) -> None:
    batch_id = batch_of(batches, 2)
    before = batches.batch(batch_id)
    with pytest.raises(OfficeError, match="capture.edit_impossible"):
        batches.edit(batch_id, Delete((5,)))
    assert batches.batch(batch_id) == before


def test_a_signed_file_in_a_batch_refuses_edits(batches: Batches) -> None:
    batch_id = batch_of(batches, 1)
    batches.take(batch_id, *(NewPage(b"%PDF-", "application/pdf", 210, 297, frame, True) for frame in range(2)))
    with pytest.raises(OfficeError, match="capture.signed"):
        batches.edit(batch_id, Turn((2,), 90))
    assert [part.pages for part in batches.batch(batch_id).parts] == [(0,), (1, 2)]


def test_put_away_and_taken_back(batches: Batches) -> None:
    batch_id = batch_of(batches, 1)
    batches.put_away(batch_id)
    assert batches.waiting() == ()
    assert [row.id for row in batches.put_away_lately()] == [batch_id]
    batches.take_back(batch_id)
    assert [row.id for row in batches.waiting()] == [batch_id]


def test_a_batch_is_its_persons(desk: Desk, batches: Batches) -> None:
    """Who sits down at the same desk next neither sees it, nor opens it by its id, nor does anything to it."""
    mine = batch_of(batches, 2)
    next_one = Batches(desk, person(make_office(desk), "somchai"))
    theirs = batch_of(next_one, 1)
    assert [row.id for row in batches.waiting()] == [mine]
    assert [row.id for row in next_one.waiting()] == [theirs]
    for attempt in (
        next_one.batch, next_one.put_away, next_one.undo, lambda batch_id: next_one.edit(batch_id, Delete((0,))),
        lambda batch_id: next_one.leave(batch_id, to_unit=True),
        lambda batch_id: next_one.take_scanned(batch_id, scanned(3)),
    ):  # fmt: skip
        with pytest.raises(OfficeError, match=r"capture.batch_gone"):
            attempt(mine)
    batches.put_away(mine)
    assert next_one.put_away_lately() == ()
    assert batches.batch(mine).row.pages == 2


def test_what_is_left_to_the_unit_is_offered_to_its_others_alone(desk: Desk, batches: Batches) -> None:
    office = make_office(desk)
    batch_id = batch_of(batches, 1)
    batches.leave(batch_id, to_unit=True)
    same_unit, other_unit = (Batches(desk, person(office, login)) for login in ("somchai", "wichai"))
    assert [(row.id, row.for_unit) for row in same_unit.waiting()] == [(batch_id, True)]
    assert other_unit.waiting() == ()
    batches.leave(batch_id, to_unit=False)
    assert same_unit.waiting() == ()
    copied = same_unit.begin(Source.FOLDER, "copier")
    same_unit.take_scanned(copied, scanned(0))
    assert [row.id for row in batches.waiting()] == [copied, batch_id]


def test_what_somebody_left_who_works_here_no_more_falls_to_the_unit(desk: Desk, batches: Batches) -> None:
    batch_id = batch_of(batches, 1)
    others = [Batches(desk, person(make_office(desk), login)) for login in ("somchai", "wichai")]
    desk.settle("UPDATE staff SET active = 0 WHERE login = ?", ("kanda",))
    assert [[row.id for row in one.waiting()] for one in others] == [[batch_id], []]


def test_a_batch_from_before_people_were_noted_goes_by_the_name(desk: Desk, batches: Batches) -> None:
    batch_id = batch_of(batches, 1)
    desk.settle("UPDATE batch SET by_id = NULL, unit_id = NULL WHERE id = ?", (batch_id,))
    assert [row.id for row in batches.waiting()] == [batch_id]
    assert Batches(desk, person(make_office(desk), "somchai")).waiting() == ()


def register(desk: Desk, who: Person, batches: Batches, batch_id: Id, pages: tuple[int, ...]) -> Id:
    found: list[Id] = []

    def beside(unit: UnitOfWork, letter_id: Id) -> None:
        batches.registered(unit, batch_id, pages, letter_id)
        found.append(letter_id)

    make_office(desk).letters(who).register(Registration("กรมการปกครอง", "นายก", "เรื่อง"), (), beside)
    return found[0]


def test_pages_become_letters_one_document_after_the_other(desk: Desk, who: Person, batches: Batches) -> None:
    batch_id = batch_of(batches, 3)
    batches.edit(batch_id, Split((Start(0), Start(2))))
    letter_id = register(desk, who, batches, batch_id, (0, 1))
    batch = batches.batch(batch_id)
    assert [page.letter_id for page in batch.pages] == [letter_id, letter_id, None]
    assert [part.pages for part in batch.parts] == [(2,)]
    assert (batch.row.standing, batch.row.registered) == (Standing.WAITING, 2)
    edits: tuple[Edit, ...] = (Turn((0,), 90), Delete((1,)))
    for edit in edits:
        with pytest.raises(OfficeError, match="capture.page_registered"):
            batches.edit(batch_id, edit)
    register(desk, who, batches, batch_id, (2,))
    assert batches.batch(batch_id).row.standing is Standing.FINISHED
    assert batches.waiting() == ()


def test_a_page_is_never_two_letters(desk: Desk, who: Person, batches: Batches) -> None:
    batch_id = batch_of(batches, 2)
    register(desk, who, batches, batch_id, (0,))
    with pytest.raises(OfficeError, match="capture.page_registered"):
        register(desk, who, batches, batch_id, (0, 1))
    assert desk.reader.one("SELECT count(*) FROM letter") == (1,)
    assert batches.batch(batch_id).pages[1].letter_id is None


def test_a_full_disk_keeps_the_pages_before(desk: Desk, batches: Batches) -> None:
    batch_id = batch_of(batches, 3)
    limit_pages(desk, 0)
    kept, told = 3, ""
    while not told:
        try:
            kept = batches.take_scanned(batch_id, scanned(kept))
        except OfficeError as error:
            told = error.code
    assert told == "store.disk_full"
    limit_pages(desk, None)
    assert batches.batch(batch_id).row.pages == kept >= 3
    assert batches.take_scanned(batch_id, scanned(kept)) == kept + 1
    assert [desk.blobs.get(page.sha256) for page in batches.batch(batch_id).pages] == [jpeg(n) for n in range(kept + 1)]


def test_pages_leave_the_desk_with_their_letter(desk: Desk, who: Person, batches: Batches) -> None:
    """A letter that became secret leaves nothing of itself on a desk that may no longer see it; other pages stay."""
    batch_id = batch_of(batches, 3)
    first, second, third = batches.batch(batch_id).pages
    letter_id = register(desk, who, batches, batch_id, (0, 1))
    desk.settle("INSERT INTO batch_thumb VALUES (?, 0, x'00')", (batch_id,))
    outbox_settle(desk, 1, "applied", 5)
    pull(desk, 5, ("letter", row(desk, "letter", letter_id, ver=1)))
    assert erase_files(desk) == 0
    pull(desk, 6, gone=(("letter", letter_id),))
    assert erase_files(desk) == 2
    assert [desk.blobs.has(page.sha256) for page in (first, second, third)] == [False, False, True]
    assert desk.reader.rows("SELECT * FROM batch_thumb") == []
    assert batches.take_scanned(batch_id, scanned(9)) == 4
    assert backup.make(desk) is not None
    assert [part.pages for part in batches.batch(batch_id).parts] == [(2, 3)]


def test_a_waiting_page_is_never_erased_and_is_in_every_copy(desk: Desk, batches: Batches) -> None:
    batch_id = batch_of(batches, 1)
    (page,) = batches.batch(batch_id).pages
    desk.settle("INSERT INTO blob_erasure VALUES (?)", (page.sha256,))
    assert erase_files(desk) == 0
    assert desk.blobs.get(page.sha256) == jpeg(0)
    saved = backup.make(desk)
    assert saved is not None
    assert saved.files == (page.sha256,)
    batches.edit(batch_id, Turn((0,), 90))
    assert backup.differs(desk, saved)
