"""A scan's copy as it leaves the desk: any reader finds and copies its Thai, and what the letter keeps is untouched."""

import io
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from desktop.application import Office
from desktop.capture.batch import NewPage
from desktop.capture.batches import Batches
from desktop.capture.building import Builder
from desktop.capture.model import Source
from desktop.letters.model import Letter, Registration, StampPlace
from desktop.letters.on_page import write_copy
from desktop.paper.intake_stamp import IntakeStamp
from desktop.paper.pages import page_text
from desktop.reading.kept import KeptReadings
from desktop.reading.model import PageReading
from desktop.reading.searchable import words_of
from desktop.store.desk import Desk
from tests.desktop.reading.test_text_layer import _LINES, _images, _poppler, _reading
from tests.helpers.captured import from_bytes
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.letters import document
from tests.helpers.pdfa import flaws
from tests.helpers.sheets_of_paper import file_of, sheet


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def office(desk: Desk) -> Iterator[Office]:
    made = make_office(desk)
    yield made
    made.end_reading()


def letter_of(office: Office, *pages: NewPage) -> Letter:
    """A letter whose file was made of these pages of a batch."""
    batches = Batches(office.desk, person(office))
    batch_id = batches.begin(Source.SCAN, "x")
    batches.take(batch_id, *pages)
    batch = batches.batch(batch_id)
    document = Builder(office.desk).build(batch, batch.parts[0], "x")
    done = office.letters(person(office)).register(Registration("กรมการปกครอง", "นายก", "เรื่อง"), [document])
    letter = office.letter_queries.letter(done.id)
    assert letter is not None
    return replace(letter, stamp=StampPlace(0, 120, 10))


def scans(count: int) -> list[NewPage]:
    return [NewPage(file_of(sheet(seed, 100, "L")), "image/jpeg", 210, 297) for seed in range(count)]


def signed_by_hand() -> bytes:
    """A picture of a page in a PDF with a signature field that is filled."""
    with pikepdf.open(io.BytesIO(from_bytes(file_of(sheet(1, 100, "L")), "x.jpg").data)) as pdf:
        value = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Sig, Contents=b"0"))
        field = pdf.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="sig", V=value))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]), SigFlags=3)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def copy_of(
    office: Office, letter: Letter, readings: dict[int, PageReading], stamp: IntakeStamp | None = None
) -> bytes:
    out = io.BytesIO()
    file = letter.files[0]
    write_copy(office.stored(file.sha256), letter, file, stamp, readings, out)
    return out.getvalue()


def test_what_was_read_is_found_and_copied_and_the_file_stays(office: Office, tmp_path: Path) -> None:
    letter = letter_of(office, *scans(2))
    (file,) = letter.files
    before = office.desk.blobs.get(file.sha256)
    KeptReadings(office.desk).keep(file.sha256, 0, _reading())
    words = words_of(office.desk, office.reading, file.sha256, file.pages)
    assert (set(words.readings), words.unread) == ({0}, (1,))
    assert office.reading.progress(file.sha256).total == 1, "what nobody read yet is read from now on"
    copy = copy_of(office, letter, dict(words.readings), IntakeStamp("เทศบาล", "04824", MORNING))
    for copied in (_poppler(copy, tmp_path), page_text(copy, 0)):
        assert all(line in copied for line in _LINES)
    assert "เทศบาล" in page_text(copy, 0)
    found = subprocess.run(
        ["pdftotext", "-f", "1", "-l", "1", "-bbox", str(tmp_path / "read.pdf"), "-"], capture_output=True, check=True
    )
    assert "คณะกรรมการ" in found.stdout.decode()
    assert page_text(copy, 1).strip() == ""
    assert _images(copy) == _images(before)
    assert office.desk.blobs.get(file.sha256) == before


def test_the_copy_is_made_to_be_kept_as_the_scan_is(office: Office) -> None:
    letter = letter_of(office, *scans(1))
    assert flaws(office.desk.blobs.get(letter.files[0].sha256)) == ["no fonts"]
    copy = copy_of(office, letter, {0: _reading()}, IntakeStamp("เทศบาล", "04824", MORNING))
    assert flaws(copy) == []
    with pikepdf.open(io.BytesIO(copy)) as made:
        assert made.check_pdf_syntax() == []


def test_without_anything_to_lay_over_it_the_copy_is_the_very_file(office: Office) -> None:
    letter = letter_of(office, *scans(1))
    assert copy_of(office, letter, {}) == office.desk.blobs.get(letter.files[0].sha256)


@pytest.mark.parametrize("signed", [True, False])
def test_a_pdf_with_words_or_a_signature_gets_none(office: Office, signed: bool) -> None:
    letter = letter_of(
        office, NewPage(signed_by_hand() if signed else document(1).data, "application/pdf", 210, 297, 0, signed)
    )
    (file,) = letter.files
    KeptReadings(office.desk).keep(file.sha256, 0, _reading())
    words = words_of(office.desk, office.reading, file.sha256, file.pages)
    assert (words.readings, words.unread) == ({}, ())
