"""Thai QR payment (EMVCo, merchant-presented): what the code on a bill says, and what the one on a payer's slip says.

A payload is a run of tag (2 figures), length (2 figures) and value; the last tag is a CRC-16 over all before it.
"""

import re
from dataclasses import dataclass

from desktop.office.keyboard import as_latin

_BILL_PAYMENT, _CREDIT_TRANSFER = "A000000677010112", "A000000677010111"
_SLIP, _TRUE_MONEY = "000001", "01"
_BAHT, _THAILAND = "764", "TH"
_CRC, _SLIP_CRC = "63", "91"
_HEX = re.compile("[0-9A-Fa-f]{1,4}", re.ASCII)
TRUE_MONEY_BANK = "TMN"
"""Stands for the wallet where other slips name a bank by three figures."""


@dataclass(frozen=True)
class Slip:
    """What a bank says of a transfer on the payer's slip: its own code, and its reference for the transfer."""

    bank: str
    reference: str


class Unreadable(ValueError):
    """The text is no payload of this kind, or was read wrongly."""


def crc16(text: str) -> int:
    """CRC-16/CCITT-FALSE: polynomial 1021, begins with FFFF."""
    found = 0xFFFF
    for byte in text.encode():
        found ^= byte << 8
        for _ in range(8):
            found = (found << 1) ^ 0x1021 if found & 0x8000 else found << 1
            found &= 0xFFFF
    return found


def bill_payload(
    biller_id: str, reference: str, other_reference: str, satang: int, merchant: str = "", terminal: str = ""
) -> str:
    """Tag 30, cross-bank bill payment of an exact sum. `biller_id`: 15 figures; ValueError for what does not fit."""
    if len(biller_id) != 15 or not biller_id.isdecimal() or satang <= 0:
        raise ValueError("a biller has 15 figures, and a sum is more than nothing")
    account = _joined(("00", _BILL_PAYMENT), ("01", biller_id), ("02", reference), ("03", other_reference))
    return _dynamic("30", account, satang, merchant, terminal)


def tax_id_payload(tax_id: str, satang: int) -> str:
    """Tag 29, a transfer to whoever has registered this tax ID of 13 figures."""
    return _dynamic("29", _joined(("00", _CREDIT_TRANSFER), ("02", tax_id)), satang)


def _dynamic(tag: str, account: str, satang: int, merchant: str = "", terminal: str = "") -> str:
    more = _joined(("07", terminal))
    head = _joined(
        ("00", "01"),
        ("01", "12"),
        (tag, account),
        ("53", _BAHT),
        ("54", f"{satang // 100}.{satang % 100:02d}"),
        ("58", _THAILAND),
        ("59", merchant[:25]),
        ("62", more),
    )
    return _sealed(head, _CRC)


def barcode_text(biller_id: str, reference: str, other_reference: str, satang: int) -> str:
    """What the barcode of the Bank of Thailand's standard says under the QR code."""
    return f"|{biller_id}\r{reference}\r{other_reference}\r{satang}"


def fields_of(payload: str) -> dict[str, str]:
    """Tag -> value of one level, in whatever order they stand; Unreadable."""
    found: dict[str, str] = {}
    place = 0
    while place < len(payload):
        tag, length = payload[place : place + 2], payload[place + 2 : place + 4]
        value = payload[place + 4 : place + 4 + int(length)] if _is_figures(length) else ""
        if not _is_figures(tag) or not value or len(value) != int(length):
            raise Unreadable(payload)
        found[tag] = value
        place += 4 + len(value)
    return found


def read_slip(scanned: str) -> Slip:
    """The slip's code as a scanner typed it, also onto a Thai keyboard; Unreadable.

    Some banks leave out the leading zeros of the CRC, and one wallet writes it small.
    """
    text = "".join(scanned.split())
    for reading in (text, as_latin(text)):
        try:
            return _slip(_checked(reading))
        except Unreadable:
            continue
    raise Unreadable(scanned)


def _slip(payload: str) -> Slip:
    body = fields_of(fields_of(payload).get("00", ""))
    if body.get("00") == _SLIP and body.get("01") and body.get("02"):
        return Slip(body["01"], body["02"])
    if (body.get("00"), body.get("01")) == (_TRUE_MONEY, _TRUE_MONEY) and body.get("03"):
        return Slip(TRUE_MONEY_BANK, body["03"])
    raise Unreadable(payload)


def _checked(payload: str) -> str:
    """The payload without its CRC tag, if that fits."""
    for length in (4, 3, 2, 1):
        head, crc = payload[:-length], payload[-length:]
        if head.endswith(f"{_SLIP_CRC}04") and _HEX.fullmatch(crc) and int(crc, 16) == crc16(head):
            return head.removesuffix(f"{_SLIP_CRC}04")
    raise Unreadable(payload)


def _joined(*parts: tuple[str, str]) -> str:
    """The tags that have a value; ValueError for one that is too long."""
    if any(len(value) > 99 for _, value in parts):
        raise ValueError("a value has at most 99 signs")
    return "".join(f"{tag}{len(value):02d}{value}" for tag, value in parts if value)


def _sealed(head: str, tag: str) -> str:
    head += f"{tag}04"
    return f"{head}{crc16(head):04X}"


def _is_figures(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isdecimal()
