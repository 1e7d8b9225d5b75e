"""The identity card through the real PC/SC service: right card, right reader, every habit, and all that goes wrong."""

import sys
from collections.abc import Callable, Iterator

import pytest

from desktop.devices.id_card import CardState, IdCard, WorkerCardReader
from tests.helpers.cards import HABITS, BankCard, Heard, Readers, ThaiCard, memory

READ, READING, WAITING, TROUBLE = CardState.READ, CardState.READING, CardState.WAITING, CardState.TROUBLE
BUNMI = IdCard(
    "3500100234569", "นาย", "บุญมี", "", "ใจคำ", "Mr. Bunmee Jaikham", "1962-07-14", "male", "2032-07-13",
    ("91/1", "หมู่ที่ 2", "", "ซอย 1", "", "ตำบลแม่เหียะ", "อำเภอเมืองเชียงใหม่", "จังหวัดเชียงใหม่"),
)  # fmt: skip
Watch = Callable[[], Heard]


@pytest.fixture
def watch(readers: Readers) -> Iterator[Watch]:
    """A watch over the readers by the real worker; all of them end with the test."""
    begun: list[Heard] = []

    def begin() -> Heard:
        begun.append(Heard(WorkerCardReader(environment=readers.environment)))
        return begun[-1]

    yield begin
    for heard in begun:
        heard.end()


@pytest.mark.parametrize("habit", HABITS)
def test_a_card_is_read_whatever_its_habits(readers: Readers, watch: Watch, habit: str) -> None:
    heard, card = watch(), ThaiCard(habit)
    heard.until(WAITING)
    readers.slots[0].put_in(card)
    heard.until(READING)
    assert heard.until(READ).card == BUNMI
    readers.slots[0].take_out()
    heard.until(WAITING)


def test_only_what_is_needed_is_asked_for(readers: Readers, watch: Watch) -> None:
    """No photo (017B to 166F), no issuer, no chip's number; the register office's part of the card alone."""
    card = ThaiCard("direct")
    readers.slots[0].put_in(card)
    watch().until(READ)
    assert card.asked == [
        "00A4040008A000000054480001", "80B0000402000D", "80B000110200D1", "80B0016F020008", "80B01579020064",
    ]  # fmt: skip


def test_a_card_that_is_in_already_is_read_at_once(readers: Readers, watch: Watch) -> None:
    readers.slots[1].put_in(ThaiCard())
    assert watch().until(READ).card == BUNMI


def test_of_two_readers_the_one_with_the_identity_card_counts(readers: Readers, watch: Watch) -> None:
    readers.slots[0].put_in(BankCard())
    heard = watch()
    assert "00 00" in heard.until(TROUBLE, "card.other_card").reader
    readers.slots[1].put_in(ThaiCard())
    news = heard.until(READ)
    assert (news.card, news.reader.endswith("00 01")) == (BUNMI, True)
    readers.slots[1].take_out()
    heard.until(TROUBLE, "card.other_card")
    readers.slots[0].take_out()
    heard.until(WAITING)


def test_a_bank_card_beside_a_citizens_card_disturbs_nobody(readers: Readers, watch: Watch) -> None:
    heard = watch()
    readers.slots[0].put_in(ThaiCard())
    heard.until(READ)
    bank = BankCard()
    readers.slots[1].put_in(bank)
    readers.slots[0].take_out()
    heard.until(TROUBLE, "card.other_card")
    assert bank.asked


def test_the_number_is_told_before_the_rest_is_read(readers: Readers, watch: Watch) -> None:
    heard = watch()
    heard.until(WAITING)
    readers.slots[0].put_in(ThaiCard(pull_after=4))
    assert [heard.until(READING).number, heard.until(READING).number] == ["", BUNMI.number]
    heard.until(TROUBLE, "card.pulled")


@pytest.mark.parametrize("answered", [0, 2, 5])
def test_a_card_pulled_half_way_is_told_and_the_next_one_read(readers: Readers, watch: Watch, answered: int) -> None:
    heard = watch()
    heard.until(WAITING)
    readers.slots[0].put_in(ThaiCard(pull_after=answered))
    heard.until(TROUBLE, "card.pulled")
    readers.slots[0].take_out()
    readers.slots[0].put_in(ThaiCard())
    assert heard.until(READ).card == BUNMI


def test_cards_that_say_what_can_not_be_are_refused(readers: Readers, watch: Watch) -> None:
    heard = watch()
    readers.slots[0].put_in(ThaiCard(held=memory(number="ไม่มีเลข")))
    heard.until(TROUBLE, "card.damaged")
    readers.slots[1].put_in(ThaiCard(held=memory()[:0x0100]))
    heard.until(READING)
    assert heard.until(TROUBLE, "card.damaged")


def test_what_is_unknown_stays_unknown(readers: Readers, watch: Watch) -> None:
    """A year of birth alone, a card for life, one name, no province."""
    held = memory(born="25050000", expires="99999999", thai="นาง#คำแปง##", address="9#######", number="0999000000116")
    readers.slots[0].put_in(ThaiCard(held=held))
    card = watch().until(READ).card
    assert card is not None
    assert (card.number, card.given, card.family, card.born, card.expires) == (
        "0999000000116", "คำแปง", "", "1962-00-00", "",
    )  # fmt: skip
    assert card.address == ("9", "", "", "", "", "", "", "")


def test_the_service_is_started_anew_and_cards_are_read_again(readers: Readers, watch: Watch) -> None:
    heard = watch()
    readers.slots[0].put_in(ThaiCard())
    heard.until(READ)
    readers.stop()
    heard.until(TROUBLE, "card.no_service")
    readers.start()
    heard.until(WAITING)
    readers.slots[0].put_in(ThaiCard())
    assert heard.until(READ).card == BUNMI


def test_a_reader_that_is_unplugged_and_plugged_in_again(readers: Readers, watch: Watch) -> None:
    readers.stop()
    readers.start(plugged=False)
    heard = watch()
    heard.until(TROUBLE, "card.no_reader")
    readers.stop()
    readers.start()
    readers.slots[0].put_in(ThaiCard())
    assert heard.until(READ).card == BUNMI


def test_a_worker_that_dies_is_started_again(readers: Readers) -> None:
    """A driver that crashes takes its worker along and nothing else."""
    crash = "import os, sys; os.write(1, b'nonsense'); os._exit(3)"
    heard = Heard(WorkerCardReader((sys.executable, "-c", crash), readers.environment))
    heard.until(TROUBLE, "card.driver_stopped")
    heard.until(TROUBLE, "card.driver_stopped")
    heard.end()


def test_a_worker_that_can_not_be_started_is_told() -> None:
    heard = Heard(WorkerCardReader(("/no/such/program",)))
    heard.until(TROUBLE, "card.driver_stopped")
    heard.end()
