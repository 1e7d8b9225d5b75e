"""Words that a scanner spoilt are read as they were meant; words that are right, and names, stay as they are."""

import pytest

from desktop.suggesting.spelling import mended
from tests.helpers import letter_words as words


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("คณะกรร่มการบริหารจัดการขยะ", "คณะกรรมการบริหารจัดการขยะ"),
        ("ประจำปีึงบประมาณ", "ประจำปีงบประมาณ"),
        ("คุณภาพน้าประปาหมู่บ้าน", "คุณภาพน้ำประปาหมู่บ้าน"),
        ("ออกในบเสร็จรับเงิน", "ออกใบเสร็จรับเงิน"),
        ("ขององ ค๊กรปกครอง ส่วนท้องถิ่น", "ขององค์กรปกครองส่วนท้องถิ่น"),
        ("เบี้ยยังชีพผู้สูงอำยุ", "เบี้ยยังชีพผู้สูงอายุ"),
        ("ซ่อมแชมถนน ไตรมาลที่ ๔", "ซ่อมแซมถนน ไตรมาสที่ ๔"),
        ("การบริหารจัดการน้าในฤดูแล้ง", "การบริหารจัดการน้ำในฤดูแล้ง"),
        ("การขนทะเบียนเกษตรกร", "การขึ้นทะเบียนเกษตรกร"),
        ("การรังวัดสอบเขต๓ที่ดินสาธารณะ", "การรังวัดสอบเขตที่ดินสาธารณะ"),
        ("การช่อมสร้างผิวจราจร", "การซ่อมสร้างผิวจราจร"),
        ("การจัดการสุสานและฆาปนสถาน", "การจัดการสุสานและฌาปนสถาน"),
        ("สารบรรณลอิเล็กทรอนิกส์ ประจำปี", "สารบรรณอิเล็กทรอนิกส์ ประจำปี"),
    ],
)
def test_signs_that_were_lost_or_put_on_are_put_right_and_counted(read: str, meant: str) -> None:
    assert mended(read).text == meant
    assert mended(read).signs >= 1


def test_a_figure_follows_on_thi() -> None:
    assert mended("งวดที ๑ และครั้งที 2/2569").text == "งวดที่ ๑ และครั้งที่ 2/2569"
    assert mended("อีกที").text == "อีกที"


def test_what_is_right_stays_as_it_is() -> None:
    subjects = [act + matter for act in words.USUAL.acts for matter in words.USUAL.matters]
    for text in (*subjects, *words.USUAL.bodies, *words.USUAL.enclosed, *words.USUAL.tails):
        assert mended(text) == (text, 0)


def test_names_stay_as_they_are() -> None:
    for name in (*words.USUAL.towns, *words.USUAL.districts, *words.USUAL.provinces.values()):
        assert mended(f"ขอใช้สถานที่ตำบล{name}เพื่อการประชุม").signs == 0


def test_what_is_short_for_something_stays() -> None:
    for text in (
        "สำนักงาน ป.ป.ช. ประจำจังหวัด",
        "พ.ร.บ.การสาธารณสุข พ.ศ. 2535",
        "เวลา ๑๓.๓๐ น. ณ ห้องประชุม",
        "PM 2.5",
        "ครั้งที่ ๓ประจำปี",
        "",
    ):
        assert mended(text) == (text, 0)


def test_a_blank_within_a_word_is_the_readers() -> None:
    assert mended("ช่วยงานกา รใช้อาคาร").text == "ช่วยงานการใช้อาคาร"
    for meant in ("รายงานผล งานประจำปี", "แจ้งกำหนด การประชุมสภา", "โรงเรียน บ้านป่าเป้า"):
        assert mended(meant) == (meant, 0)


def test_words_that_are_known_are_not_turned_into_a_longer_one() -> None:
    for meant in ("เร่งรัดการเลี้ยงช้าง", "ขอใช้สถานที่จัดการเลี้ยงช้าง"):
        assert mended(meant) == (meant, 0)
