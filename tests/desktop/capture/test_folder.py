"""The copier's folder: half-written files, the same file twice, held files, a vanished folder, desks side by side."""

import hashlib
import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desktop.capture.folder import DONE, PROBLEMS, Look, WatchedFolder
from desktop.capture.whole import is_whole
from desktop.office.errors import OfficeError
from tests.helpers.captured import from_bytes
from tests.helpers.letters import document


def picture(form: str, gray: int = 90, frames: int = 1) -> bytes:
    file = io.BytesIO()
    images = [Image.new("L", (300, 400), gray + frame) for frame in range(frames)]
    images[0].save(file, form, **({"save_all": True, "append_images": images[1:]} if frames > 1 else {}))
    return file.getvalue()


PDF = document(1).data


@dataclass
class Copier:
    """A folder, a desk that watches it, and the time that passes when a test says so."""

    folder: Path
    now: float = 0.0
    kept: dict[str, str] = field(default_factory=dict)
    """Names by their content."""
    trouble: OfficeError | None = None

    def desk(self, mark: str = "desk-1", keep: Callable[[Path], None] | None = None) -> WatchedFolder:
        return WatchedFolder(self.folder, mark, self.kept.__contains__, keep or self._keep, lambda: self.now)

    def _keep(self, path: Path) -> None:
        if self.trouble is not None:
            raise self.trouble
        from_bytes(data := path.read_bytes(), path.name)
        self.kept[hashlib.sha256(data).hexdigest()] = path.name

    def later(self, desk: WatchedFolder, seconds: float = 1.1) -> Look:
        self.now += seconds
        return desk.look()

    def lies_in(self, folder: str) -> list[str]:
        return sorted(path.name for path in (self.folder / folder).iterdir())


@pytest.fixture
def copier(tmp_path: Path) -> Copier:
    folder = tmp_path / "scan"
    folder.mkdir()
    return Copier(folder)


def test_a_whole_file_is_taken_once_and_moved_aside(copier: Copier) -> None:
    (copier.folder / "หนังสือ.pdf").write_bytes(PDF)
    desk = copier.desk()
    assert desk.look() == Look(waiting=1)
    assert copier.later(desk) == Look(taken=("หนังสือ.pdf",))
    assert copier.later(desk) == Look()
    assert copier.lies_in(DONE) == ["หนังสือ.pdf"]
    assert (copier.folder / DONE / "หนังสือ.pdf").read_bytes() == PDF


@pytest.mark.parametrize("name", ["slow.pdf", "slow.jpg", "slow.tif"])
def test_a_file_that_grows_slowly_is_taken_whole(copier: Copier, name: str) -> None:
    """Even where it stands still for a second between two pieces, as over a busy network."""
    whole = {"slow.pdf": PDF, "slow.jpg": picture("JPEG"), "slow.tif": picture("TIFF", frames=3)}[name]
    desk, path = copier.desk(), copier.folder / name
    for end in range(len(whole) // 4, len(whole), len(whole) // 4):
        path.write_bytes(whole[:end])
        assert copier.later(desk).taken == copier.later(desk).taken == ()
    path.write_bytes(whole)
    desk.look()
    assert copier.later(desk).taken == (name,)
    assert hashlib.sha256(whole).hexdigest() in copier.kept


def test_a_file_whose_room_was_made_beforehand_is_taken_when_it_is_filled(copier: Copier) -> None:
    path, desk = copier.folder / "room.pdf", copier.desk()
    path.write_bytes(PDF[:2000] + bytes(len(PDF) - 2000))
    desk.look()
    assert copier.later(desk).waiting == 1
    path.write_bytes(PDF)
    desk.look()
    assert copier.later(desk).taken == ("room.pdf",)


def test_a_file_that_gets_its_name_at_the_end(copier: Copier) -> None:
    path, desk = copier.folder / "scan.pdf.part", copier.desk()
    path.write_bytes(PDF)
    desk.look()
    assert copier.later(desk) == Look()
    path.rename(copier.folder / "scan.pdf")
    desk.look()
    assert copier.later(desk).taken == ("scan.pdf",)


def test_the_same_content_comes_in_once(copier: Copier) -> None:
    desk = copier.desk()
    for name in ("one.pdf", "two.pdf"):
        (copier.folder / name).write_bytes(PDF)
    desk.look()
    look = copier.later(desk)
    assert (len(look.taken), len(look.again)) == (1, 1)
    assert copier.lies_in(DONE) == ["one.pdf", "two.pdf"]


def test_the_copier_calls_every_file_the_same(copier: Copier) -> None:
    desk = copier.desk()
    for gray in (10, 20, 30):
        (copier.folder / "doc.jpg").write_bytes(picture("JPEG", gray))
        desk.look()
        assert copier.later(desk).taken == ("doc.jpg",)
    assert copier.lies_in(DONE) == ["doc (2).jpg", "doc (3).jpg", "doc.jpg"]
    assert len(copier.kept) == 3


def test_a_file_that_never_becomes_whole_is_set_aside_with_words(copier: Copier) -> None:
    (copier.folder / "half.pdf").write_bytes(PDF[:3000])
    desk = copier.desk()
    desk.look()
    assert copier.later(desk, 590) == Look(waiting=1)
    (trouble,) = copier.later(desk, 20).troubles
    assert trouble.code == "capture.never_whole"
    assert copier.lies_in(PROBLEMS) == ["half.pdf", "half.pdf.txt"]
    assert "half.pdf" in (copier.folder / PROBLEMS / "half.pdf.txt").read_text("utf-8")
    assert copier.later(desk) == Look()


def test_what_is_no_document_is_set_aside_with_words(copier: Copier) -> None:
    (copier.folder / "lie.pdf").write_bytes(b"%PDF-1.7 nothing here %%EOF")
    desk = copier.desk()
    desk.look()
    (trouble,) = copier.later(desk).troubles
    assert trouble.code == "document.torn"
    assert copier.lies_in(PROBLEMS) == ["lie.pdf", "lie.pdf.txt"]


def test_a_file_that_another_program_holds_waits(copier: Copier, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows refuses to rename what is open."""
    (copier.folder / "held.pdf").write_bytes(PDF)
    desk, replace = copier.desk(), Path.replace

    def held(path: Path, target: Path) -> Path:
        raise PermissionError(32, "in use", str(path))

    desk.look()
    monkeypatch.setattr(Path, "replace", held)
    assert copier.later(desk) == Look(waiting=1)
    monkeypatch.setattr(Path, "replace", replace)
    assert copier.later(desk).taken == ("held.pdf",)


def test_a_folder_that_vanishes_is_told_once_and_found_again(copier: Copier) -> None:
    desk = copier.desk()
    shutil.rmtree(copier.folder)
    (trouble,) = desk.look().troubles
    assert trouble.code == "capture.folder_gone"
    assert all(all(trouble.describe(language)) for language in ("th", "en"))
    assert desk.look() == Look()
    copier.folder.mkdir()
    (copier.folder / "back.pdf").write_bytes(PDF)
    desk.look()
    assert copier.later(desk).taken == ("back.pdf",)


def test_a_full_disk_gives_the_file_back_and_rests(copier: Copier) -> None:
    (copier.folder / "a.pdf").write_bytes(PDF)
    desk = copier.desk()
    copier.trouble = OfficeError("store.disk_full")
    desk.look()
    assert [trouble.code for trouble in copier.later(desk).troubles] == ["store.disk_full"]
    assert (copier.folder / "a.pdf").read_bytes() == PDF
    copier.trouble = None
    assert copier.later(desk) == Look()
    assert copier.later(desk, 60).taken == ("a.pdf",)


def test_two_desks_share_a_folder(copier: Copier) -> None:
    names = [f"{number}.jpg" for number in range(6)]
    for number, name in enumerate(names):
        (copier.folder / name).write_bytes(picture("JPEG", 10 * number))
    one, two = copier.desk("one"), copier.desk("two")
    for _ in range(2):
        copier.now += 2
        first, second = one.look(), two.look()
    assert sorted(first.taken + second.taken) == names
    assert len(copier.kept) == 6


def test_after_a_power_cut_nothing_is_lost_and_nothing_comes_twice(copier: Copier) -> None:
    (copier.folder / "a.jpg").write_bytes(picture("JPEG", 1))
    (copier.folder / "b.jpg").write_bytes(picture("JPEG", 2))

    def cut(path: Path) -> None:
        if path.name == "b.jpg":
            raise KeyboardInterrupt
        copier._keep(path)
        raise KeyboardInterrupt

    for _ in range(2):
        desk = copier.desk(keep=cut)
        with pytest.raises(KeyboardInterrupt):
            copier.later(desk).taken or copier.later(desk)
    assert copier.desk().look().taken == ("b.jpg",)
    assert sorted(copier.kept.values()) == copier.lies_in(DONE) == ["a.jpg", "b.jpg"]


def test_links_and_folders_are_left_alone(copier: Copier, tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(PDF)
    (copier.folder / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    (copier.folder / "sub").mkdir()
    desk = copier.desk()
    desk.look()
    assert copier.later(desk) == Look()
    assert (copier.folder / "link.pdf").is_symlink()


WHOLE = {"PDF": PDF, **{form: picture(form) for form in ("JPEG", "PNG", "TIFF", "BMP")}}


@pytest.mark.parametrize("form", list(WHOLE))
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_part_of_a_file_is_not_whole(form: str, share: float, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / f"part.{form}"
    whole = WHOLE[form]
    path.write_bytes(whole)
    assert is_whole(path)
    path.write_bytes(whole[: int(len(whole.rstrip()) * share)])
    assert not is_whole(path)


@pytest.mark.parametrize("form", list(WHOLE))
def test_no_head_of_a_file_is_whole(form: str, tmp_path: Path) -> None:
    path = tmp_path / "head"
    for length in range(64):
        path.write_bytes(WHOLE[form][:length])
        assert not is_whole(path), length


@given(tail=st.binary(max_size=200), head=st.sampled_from([b"", b"II*\0", b"MM\0*", b"BM", b"%PDF-", b"\xff\xd8\xff"]))
def test_any_bytes_are_judged(tail: bytes, head: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.bytes"
    path.write_bytes(head + tail)
    assert is_whole(path) in (True, False)
