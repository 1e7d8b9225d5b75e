"""What a card says becomes what the register keeps, and no more than that."""

from dataclasses import replace

import pytest

from desktop.devices.id_card import IdCard
from desktop.people.from_card import address_of_card, entry_of_card, updated
from desktop.people.model import Address, Kind
from desktop.people.rules import full_name, problems

CARD = IdCard(
    "3500100234569", "นาย", "บุญมี", "", "ใจคำ", "Mr. Bunmee Jaikham", "1962-07-14", "male", "2032-07-13",
    ("91/1", "หมู่ที่ 2", "", "ซอย 1", "ถนนเลียบคลอง", "ตำบลแม่เหียะ", "อำเภอเมืองเชียงใหม่", "จังหวัดเชียงใหม่"),
)  # fmt: skip


def test_words_that_introduce_a_part_are_no_part_of_its_name() -> None:
    assert address_of_card(CARD) == Address("91/1", "2", "", "1", "เลียบคลอง", "แม่เหียะ", "เมืองเชียงใหม่", "เชียงใหม่")
    capital = replace(CARD, address=("9", "", "ตรอกข้าวสาร", "", "", "แขวงตลาดยอด", "เขตพระนคร", "กรุงเทพมหานคร"))
    assert address_of_card(capital) == Address("9", "", "ข้าวสาร", "", "", "ตลาดยอด", "พระนคร", "กรุงเทพมหานคร")


def test_a_card_can_be_kept_as_it_is() -> None:
    entry = entry_of_card(CARD)
    assert problems(entry) == {}
    assert (full_name(vars(entry)), entry.born, entry.phone) == ("นายบุญมี ใจคำ", "1962-07-14", "")


@pytest.mark.parametrize(
    ("title", "kind"), [("พระ", Kind.MONK), ("พระมหา", Kind.MONK), ("สามเณร", Kind.MONK), ("นาง", Kind.NATURAL)]
)
def test_a_monk_is_known_by_his_title(title: str, kind: Kind) -> None:
    assert entry_of_card(replace(CARD, title=title)).kind is kind


def test_who_is_known_keeps_what_no_card_says() -> None:
    known = replace(entry_of_card(CARD), phone="0812345678", remarks="โทรช่วงเย็น", family="เดิม")
    known = replace(known, address=Address("1", "9", postcode="50100"))
    now = updated(known, CARD)
    assert (now.phone, now.remarks, now.family, now.address.moo, now.address.postcode) == (
        "0812345678", "โทรช่วงเย็น", "ใจคำ", "2", "50100",
    )  # fmt: skip
    assert updated(known, replace(CARD, address=("",) * 8)).address == known.address
