"""A photo's place is read; the copy that others see says nothing of it."""

import io
from pathlib import Path

import pytest
from PIL import Image

from desktop.application import Office
from desktop.cases.model import FileUse
from desktop.cases.photos import read_photo
from desktop.office.errors import OfficeError
from tests.desktop.cases.conftest import complaint
from tests.helpers.desk import person

LATITUDE, LONGITUDE = (18.0, 44.0, 28.03), (98.0, 56.0, 25.26)


def photo(*, south: bool = False, turned: bool = False, gps: bool = True) -> bytes:
    picture = Image.new("RGB", (400, 300), "#336655")
    exif = Image.Exif()
    exif[0x010F] = "PhoneMaker"
    if turned:
        exif[0x0112] = 6
    if gps:
        exif[0x8825] = {1: "S" if south else "N", 2: LATITUDE, 3: "E", 4: LONGITUDE}
    file = io.BytesIO()
    picture.save(file, "JPEG", exif=exif)
    return file.getvalue()


def test_the_place_is_read_and_taken_out() -> None:
    found = read_photo(photo(), "ไฟดับ.jpg")
    assert (found.lat_e6, found.lon_e6) == (18_741_119, 98_940_350)
    with Image.open(io.BytesIO(found.public)) as public:
        assert not public.getexif()
        assert "exif" not in public.info
    assert b"PhoneMaker" not in found.public
    assert b"PhoneMaker" in found.original


def test_the_southern_half_is_below_zero_and_a_turned_photo_stands_upright() -> None:
    found = read_photo(photo(south=True, turned=True), "x.jpg")
    assert found.lat_e6 == -18_741_119
    with Image.open(io.BytesIO(found.public)) as public:
        assert public.size == (300, 400)


def test_without_a_place_there_is_none() -> None:
    found = read_photo(photo(gps=False), "x.jpg")
    assert (found.lat_e6, found.lon_e6) == (None, None)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", photo()[:200], b"GIF89a" + b"\0" * 100])
def test_what_is_no_picture_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(OfficeError, match="photo_unreadable"):
        read_photo(data, "x.jpg")


def test_both_copies_are_kept_with_the_case(office: Office, tmp_path: Path) -> None:
    taken = read_photo(photo(), "ไฟดับ.jpg")
    case = office.cases.acts(person(office)).open(complaint(office), [taken])
    (file,) = case.files
    assert (file.use, file.lat_e6, file.name) == (FileUse.BEFORE, taken.lat_e6, "ไฟดับ.jpg")
    assert office.desk.blobs.get(file.sha256) == taken.original
    assert office.desk.blobs.get(file.public_sha256) == taken.public
