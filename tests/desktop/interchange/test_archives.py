"""Archives: many letters in one file, names that lie, sizes that lie."""

import io
import struct
import zipfile
from collections.abc import Iterator
from functools import partialmethod
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.interchange import budget as limits
from desktop.interchange.arrival import Origin
from desktop.store.erasure import erase_files
from tests.helpers.desk import make_desk, make_office
from tests.helpers.mails import archive, arrivals, attachment, bring, mail, only, pdf, text_part


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make_office(make_desk(tmp_path / "desk"))
    yield made
    made.desk.close()


def test_each_message_and_each_folder_is_a_letter(office: Office, tmp_path: Path) -> None:
    message = mail([text_part(), attachment('attachment; filename="a.pdf"', pdf())])
    files = {"รวม/หนังสือ.pdf": pdf(), "รวม/แนบ.pdf": pdf(2), "จดหมาย.eml": message, "หน้าเดียว.pdf": pdf(3)}
    brought = bring(office, ("ส่ง.zip", archive(files | {"__MACOSX/x": b"1", "รวม/.DS_Store": b"2"})), folder=tmp_path)
    assert not brought.failures
    found = [arrivals(office).arrival(one).arrived for one in brought.arrivals]
    assert [(one.origin, one.name) for one in found] == [
        (Origin.EMAIL, "จดหมาย.eml"),
        (Origin.ARCHIVE, "ส่ง.zip · รวม"),
        (Origin.ARCHIVE, "ส่ง.zip"),
    ]
    assert [one.name for one in found[1].documents] == ["หนังสือ.pdf", "แนบ.pdf"]
    assert [one.title for one in found[1].registration.enclosures] == ["แนบ"]


def test_a_packer_of_windows_writes_names_in_its_own_thai(office: Office, tmp_path: Path) -> None:
    raw = archive({"X" * 11: pdf()}).replace(b"X" * 11, "หนังสือ.pdf".encode("cp874"))
    arrived = only(office, bring(office, ("a.zip", raw), folder=tmp_path)).arrived
    assert [one.name for one in arrived.documents] == ["หนังสือ.pdf"]


def test_a_name_with_dots_goes_nowhere(office: Office, tmp_path: Path) -> None:
    names = ("../../../../tmp/นอก.pdf", "/etc/ราก.pdf", "C:\\Windows\\ไดรฟ์.pdf")
    before = sorted(tmp_path.rglob("*.pdf"))
    brought = bring(office, ("a.zip", archive({name: pdf() for name in names})), folder=tmp_path)
    found = [arrivals(office).arrival(one).arrived for one in brought.arrivals]
    assert sorted(one.name for each in found for one in each.documents) == ["นอก.pdf", "ราก.pdf", "ไดรฟ์.pdf"]
    assert sorted(tmp_path.rglob("*.pdf")) == before
    assert not Path("/tmp/นอก.pdf").exists()


def test_a_bomb_is_refused_and_leaves_nothing(office: Office, tmp_path: Path) -> None:
    bomb = archive({"หนังสือ.pdf": pdf(), "b.txt": bytes(65 << 20)})
    brought = bring(office, ("b.zip", bomb), folder=tmp_path)
    assert [error.code for error in brought.failures] == ["interchange.bomb"]
    assert brought.arrivals == ()
    assert office.desk.reader.one("SELECT count(*) FROM blob_erasure") == (1,)
    assert erase_files(office.desk) == 1
    assert not list((tmp_path / "desk" / "blobs").glob("??/*"))


def test_many_files_that_are_much_together_are_a_bomb_too(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits.Budget, "__init__", partialmethod(limits.Budget.__init__, bytes_left=5 << 20))
    files = {f"{n}.txt": bytes(1 << 20) for n in range(9)}
    brought = bring(office, ("b.zip", archive(files)), folder=tmp_path)
    assert [error.code for error in brought.failures] == ["interchange.bomb"]


def test_a_size_that_lies_is_found_out(office: Office, tmp_path: Path) -> None:
    lying = archive({"a.bin": bytes(3 << 20)})
    place = lying.index(b"PK\x01\x02") + 24
    shrunk = lying[:place] + struct.pack("<I", 10) + lying[place + 4 :]
    brought = bring(office, ("lying.zip", shrunk), folder=tmp_path)
    assert [note.code for one in brought.arrivals for note in arrivals(office).arrival(one).arrived.notes] == [
        "archive.torn_file"
    ]


def test_an_archive_in_an_archive_in_an_archive_is_opened_only_so_deep(office: Office, tmp_path: Path) -> None:
    packed = archive({"หนังสือ.pdf": pdf()})
    for depth in range(3):
        packed = archive({f"{depth}.zip": packed})
    assert only(office, bring(office, ("a.zip", packed), folder=tmp_path)).arrived.documents[0].name == "หนังสือ.pdf"
    for depth in range(3):
        packed = archive({f"{depth}.zip": packed})
    brought = bring(office, ("deep.zip", packed), folder=tmp_path)
    assert [error.code for error in brought.failures] == ["interchange.bomb"]


def test_one_torn_file_keeps_no_other_out(office: Office, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("ดี.pdf", pdf())
        packed.writestr("เสีย.pdf", b"%PDF-1.4 torn torn torn")
    raw = out.getvalue().replace(b"torn torn torn", b"turn torn torn")
    arrived = only(office, bring(office, ("a.zip", raw), folder=tmp_path)).arrived
    assert [one.name for one in arrived.documents] == ["ดี.pdf"]
    assert [(note.code, note.about) for note in arrived.notes] == [("archive.torn_file", "เสีย.pdf")]
    brought = bring(office, ("cut.zip", raw[: len(raw) // 2]), folder=tmp_path)
    assert [error.code for error in brought.failures] == ["interchange.torn_archive"]


def test_a_word_document_is_one_file_and_not_an_archive(office: Office, tmp_path: Path) -> None:
    docx = archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    (document,) = only(office, bring(office, ("ร่าง.docx", docx), folder=tmp_path)).arrived.documents
    assert document.name == "ร่าง.docx.pdf"
    assert arrivals(office).original(document) == docx
