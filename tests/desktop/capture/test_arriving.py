"""Files from outside become batches: the copier's, and photos of sheets."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from desktop.accounts.model import Person
from desktop.capture.arriving import take_file, watched_folder
from desktop.capture.batches import Batches
from desktop.capture.folder import SETTLED_S, WatchedFolder
from desktop.capture.layout import Leaf
from desktop.capture.look import size_of
from desktop.capture.model import Source
from desktop.office.errors import OfficeError
from desktop.store.desk import Desk
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.letters import document
from tests.helpers.phone_photos import phone_photo, table_alone


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def who(desk: Desk) -> Person:
    return person(make_office(desk))


def watching(desk: Desk, who: Person, folder: Path) -> WatchedFolder:
    watch = watched_folder(desk, who, folder)
    times = iter(range(10_000))
    watch._clock = lambda: next(times) * SETTLED_S
    return watch


def test_the_copiers_files_wait_as_batches_and_come_once(desk: Desk, who: Person, tmp_path: Path) -> None:
    folder = tmp_path / "scan"
    folder.mkdir()
    (folder / "ขอเชิญประชุม.pdf").write_bytes(document(2).data)
    watch = watching(desk, who, folder)
    looks = [watch.look() for _ in range(4)]
    assert [look.taken for look in looks if look.taken] == [("ขอเชิญประชุม.pdf",)]
    (row,) = Batches(desk, who).waiting()
    assert (row.source, row.name, row.pages, row.by_name) == (Source.FOLDER, "ขอเชิญประชุม", 4, who.name_th)
    (folder / "อีกครั้ง.pdf").write_bytes(document(2).data)
    again = watching(desk, who, folder)
    assert [look.again for look in (again.look(), again.look(), again.look()) if look.again] == [("อีกครั้ง.pdf",)]
    assert len(Batches(desk, who).waiting()) == 1


def test_a_photo_is_shown_as_its_sheet_and_undoing_brings_it_back(desk: Desk, who: Person) -> None:
    batches, taken = Batches(desk, who), phone_photo(1).jpeg()
    batch_id, _ = take_file(batches, Source.PHOTO, "IMG_0001.jpg", desk.blobs.put(taken))
    batch = batches.batch(batch_id)
    (leaf,) = batch.layout.shown
    assert size_of(leaf, batch.pages[0].width_mm, batch.pages[0].height_mm) == (210, 297)
    assert desk.blobs.get(batch.pages[0].sha256) == taken
    assert batches.undo(batch_id).layout.shown == (Leaf(0),)


def test_a_photo_of_nothing_stays_as_it_is(desk: Desk, who: Person) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x829A] = (1, 60)
    file = io.BytesIO()
    table_alone(2).save(file, "JPEG", exif=exif)
    batches = Batches(desk, who)
    batch_id, _ = take_file(batches, Source.FILE, "table.jpg", desk.blobs.put(file.getvalue()))
    batch = batches.batch(batch_id)
    assert batch.layout.shown == (Leaf(0),)


def test_what_is_refused_is_not_kept(desk: Desk, who: Person) -> None:
    batches, torn = Batches(desk, who), document(2).data[:900]
    ref = desk.blobs.put(torn)
    with pytest.raises(OfficeError, match=r"document\.torn"):
        take_file(batches, Source.FILE, "torn.pdf", ref)
    assert not desk.blobs.has(ref.sha256)
    assert batches.waiting() == ()
