"""Names, addresses and numbers of citizens as an office writes them."""

import pytest

from desktop.people.model import Address, Entry, Kind, NumberKind
from desktop.people.rules import address_line, full_name, house_id, masked, number_key, problems, terms


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ({"title": "นาย", "given": "บุญมี", "family": "ใจคำ"}, "นายบุญมี ใจคำ"),
        ({"title": "นาง", "given": "คำแปง"}, "นางคำแปง"),
        ({"title": "พระ", "given": "บุญมี", "family": "ใจคำ", "monastic": "ฐานวีโร"}, "พระบุญมี ฐานวีโร (ใจคำ)"),
        ({"title": "Mr.", "given": "John", "middle": "Q", "family": "Public"}, "Mr. John Q Public"),
        ({"given": "บริษัท ตัวอย่าง จำกัด"}, "บริษัท ตัวอย่าง จำกัด"),
    ],
)
def test_a_name_reads_as_it_is_written(parts: dict[str, str | None], name: str) -> None:
    assert full_name(parts) == name


def test_a_first_digit_0_is_served_and_a_wrong_last_digit_is_told() -> None:
    assert problems(Entry(kind=Kind.JURISTIC, given="เทศบาล", number="0999000000116")) == {}
    assert problems(Entry(given="บุญมี", number="0999000000117")) == {"number": "people.number_wrong"}


def test_nobody_needs_a_surname_and_everybody_a_name() -> None:
    assert problems(Entry(given="ซาย", kind=Kind.FOREIGNER)) == {}
    assert problems(Entry(family="ใจคำ")) == {"given": "people.name_missing"}


def test_days_of_birth_may_be_known_in_part() -> None:
    assert [problems(Entry(given="ก", born=born)) for born in ("2505-00-00", "1962-07-00", "1962-07-14")] == [{}] * 3
    assert problems(Entry(given="ก", born="14/07/2505")) == {"born": "people.born_wrong"}


def test_telephones_are_digits() -> None:
    assert problems(Entry(given="ก", phone="+66 81 234 5678", other_phone="053-276-491")) == {}
    assert problems(Entry(given="ก", phone="ไม่มี")) == {"phone": "people.phone_wrong"}


def test_masks_leave_enough_to_recognise() -> None:
    assert masked("1234567890121", NumberKind.THAI) == "1-23xx-xxxxx-12-1"
    assert masked("AB1234567", NumberKind.PASSPORT) == "ABxxxxx67"
    assert number_key("ab 123-4567", NumberKind.PASSPORT) == "AB1234567"


def test_an_address_is_written_as_in_its_province() -> None:
    town = Address("๙๑/๑", "2", "", "1", "เลียบคลอง", "แม่เหียะ", "เมืองเชียงใหม่", "เชียงใหม่", "50100")
    assert address_line(vars(town)) == "๙๑/๑ หมู่ 2 ซ.1 ถ.เลียบคลอง ต.แม่เหียะ อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50100"
    capital = Address("9", tambon="บางรัก", amphoe="บางรัก", province="กรุงเทพมหานคร")
    assert address_line(vars(capital)) == "9 แขวงบางรัก เขตบางรัก กรุงเทพมหานคร"


def test_a_house_has_one_id_however_its_address_is_typed() -> None:
    typed = Address("๙๑/๑", "๒", soi="1", tambon="แม่เหียะ")
    again = Address(" 91/1 ", "2", tambon="แม่เหียะ")
    assert house_id(typed) == house_id(again)
    assert house_id(Address("9", soi="1")) != house_id(Address("9", soi="2"))
    assert house_id(again) != house_id(Address("91/1", "3", tambon="แม่เหียะ"))


def test_what_is_typed_becomes_words_and_a_telephone_in_groups_one_word() -> None:
    assert terms("  บุญมี ใจ") == ("บุญมี", "ใจ")
    assert terms("081-234 5678") == ("0812345678",)
    assert terms("91/1 หมู่") == ("91/1", "หมู่")
