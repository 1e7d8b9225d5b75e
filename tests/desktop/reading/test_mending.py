"""Thai as readers see it becomes Thai as people write it."""

import pytest

from desktop.reading.mending import mended, sources


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("จํานวน", "จำนวน"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("เเจ้ง", "แจ้ง"),
        ("ท ี่", "ที่"),
        ("ท่ี", "ที่"),
        ("ท ่ี ส่ง", "ที่ ส่ง"),
        ("ที่่", "ที่"),
        ("วัันที่", "วันที่"),
        ("ก่้", "ก่"),
        ("่าน", "าน"),
        ("๑่", "๑"),
        ("พ.ศ. ๒๕๖๙", "พ.ศ. ๒๕๖๙"),
        ("กตัญญู ฤๅ ๆ", "กตัญญู ฤๅ ๆ"),
        ("New GFMIS", "New GFMIS"),
    ],
)
def test_marks_stand_on_letters_and_vowels_are_whole(read: str, written: str) -> None:
    assert mended(read) == written


def test_each_character_knows_where_it_was_read() -> None:
    read = "เเจํานวน"
    assert sources(read, mended(read)) == [0, 2, 3, 5, 6, 7]
    assert sources("ท่ี", mended("ท่ี")) == [0, 2, 1]
