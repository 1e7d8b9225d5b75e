"""How a Thai identity card is asked: the few commands, and the habits in which cards and readers answer them."""

from collections.abc import Callable
from typing import TypeAlias

from desktop.devices.id_card import IdCard

Transmit: TypeAlias = Callable[[list[int]], tuple[list[int], int, int]]
"""Gives a command to the card: its answer, and the two status bytes."""

SELECT = [0x00, 0xA4, 0x04, 0x00, 0x08, 0xA0, 0x00, 0x00, 0x00, 0x54, 0x48, 0x00, 0x01]
NUMBER, NAMES, EXPIRES, ADDRESS = (0x0004, 13), (0x0011, 0xD1), (0x016F, 8), (0x1579, 100)
"""Where it lies and how long it is; the names in Thai and English, the day of birth and the sex lie side by side."""
_OLD = bytes([0x3B, 0x67])
_MOST_PARTS = 16
_BE = 543


class NotThisCard(Exception):
    """The card is none of ours (a bank's, a health card), or it does not answer as one of ours does."""


class Damaged(Exception):
    """It is one of ours, and what it says can't be true."""


class Asked:
    """A card that is asked. `atr`: with what it introduced itself."""

    def __init__(self, transmit: Transmit, atr: bytes) -> None:
        self._transmit = transmit
        self._response_p2 = 1 if atr.startswith(_OLD) else 0

    def select(self) -> None:
        """Turns to the register office's part of the card; NotThisCard where there is none."""
        self._ask(SELECT)

    def read(self, offset: int, length: int) -> bytes:
        """So many bytes from there on."""
        found = self._ask([0x80, 0xB0, offset >> 8, offset & 0xFF, 0x02, length >> 8, length & 0xFF])
        if len(found) < length:
            raise Damaged(f"{len(found)} of {length} bytes at {offset:04X}")
        return found[:length]

    def _ask(self, command: list[int]) -> bytes:
        """The whole answer: 61 says how much more waits, 6C how much should have been asked for."""
        answer, first, second = self._transmit(command)
        if first == 0x6C:
            answer, first, second = self._transmit([*command, second])
        whole = list(answer)
        for _ in range(_MOST_PARTS):
            if first != 0x61:
                break
            more = [0x00, 0xC0, 0x00, self._response_p2, second]
            answer, first, second = self._transmit(more)
            if first == 0x6C:
                answer, first, second = self._transmit([*more[:-1], second])
            whole += answer
        if (first, second) != (0x90, 0x00):
            raise NotThisCard(f"{first:02X}{second:02X}")
        return bytes(whole)


def read_card(transmit: Transmit, atr: bytes, numbered: Callable[[str], None] = lambda _: None) -> IdCard:
    """What the office needs of a card, in five questions. NotThisCard, Damaged, and what `transmit` raises.

    `numbered` hears the number as soon as that is known; the rest takes ten times as long.
    """
    asked = Asked(transmit, atr)
    asked.select()
    number = text_of(asked.read(*NUMBER))
    if len(number) != 13 or not (number.isascii() and number.isdigit()):
        raise Damaged("no number")
    numbered(number)
    names = asked.read(*NAMES)
    title, given, middle, family = parts_of(names[:100], 4)
    expires = day_of(text_of(asked.read(*EXPIRES)))
    address = parts_of(asked.read(*ADDRESS), 8)
    return IdCard(
        number=number,
        title=title,
        given=given,
        middle=middle,
        family=family,
        name_en=" ".join(part for part in parts_of(names[100:200], 4) if part),
        born=day_of(text_of(names[200:208])),
        sex={"1": "male", "2": "female"}.get(text_of(names[208:209]), ""),
        expires=expires,
        address=tuple(address),
    )


def text_of(raw: bytes) -> str:
    return raw.decode("cp874", "replace").replace("\0", " ").strip()


def parts_of(raw: bytes, count: int) -> list[str]:
    """The parts between #, so many; what is missing is empty, what is too much belongs to the last."""
    parts = [part.strip() for part in text_of(raw).split("#", count - 1)]
    return parts + [""] * (count - len(parts))


def day_of(digits: str) -> str:
    """`25350714` -> `1992-07-14`; 00 stays where month or day is unknown; none for no year, or 9999 (for life)."""
    if len(digits) != 8 or not (digits.isascii() and digits.isdigit()):
        return ""
    year, month, day = int(digits[:4]), digits[4:6], digits[6:]
    if year in (0, 9999) or int(month) > 12 or int(day) > 31:
        return ""
    return f"{year - _BE:04}-{month}-{day if month != '00' else '00'}"
