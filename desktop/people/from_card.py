"""What an identity card says of a citizen, as the register keeps it."""

from dataclasses import replace

from desktop.devices.id_card import IdCard
from desktop.people.model import Address, Entry, Kind

_WORDS = {
    "moo": ("หมู่ที่", "หมู่", "ม."),
    "trok": ("ตรอก",),
    "soi": ("ซอย", "ซ."),
    "road": ("ถนน", "ถ."),
    "tambon": ("ตำบล", "แขวง", "ต."),
    "amphoe": ("อำเภอ", "เขต", "อ."),
    "province": ("จังหวัด", "จ."),
}
"""What introduces a part of an address and is no part of its name."""


def entry_of_card(card: IdCard) -> Entry:
    """The citizen of a card; no more of it is kept than this."""
    return Entry(
        kind=_kind(card),
        title=card.title,
        given=card.given,
        middle=card.middle,
        family=card.family,
        name_en=card.name_en,
        born=card.born,
        sex=card.sex,
        address=address_of_card(card),
        number=card.number,
    )


def updated(known: Entry, card: IdCard) -> Entry:
    """What is kept of a citizen, with the name and the address as the card has them now."""
    new = entry_of_card(card)
    names = {name: getattr(new, name) or getattr(known, name) for name in ("name_en", "born", "sex")}
    where = replace(new.address, postcode=known.address.postcode) if any(vars(new.address).values()) else known.address
    return replace(
        known, title=new.title, given=new.given, middle=new.middle, family=new.family, address=where, **names
    )


def address_of_card(card: IdCard) -> Address:
    house_no, *parts = card.address
    named = zip(_WORDS, parts, strict=True)
    return Address(house_no.strip(), **{name: _plain(part, _WORDS[name]) for name, part in named})


def _plain(part: str, words: tuple[str, ...]) -> str:
    text = part.strip()
    found = next((word for word in words if text.startswith(word) and len(text) > len(word)), "")
    return text[len(found) :].strip()


def _kind(card: IdCard) -> Kind:
    """A monk by his title; the first digit decides nothing."""
    is_royal = card.title.startswith(("พระองค์", "พระเจ้า", "พระบาท", "พระวรวงศ์"))
    return Kind.MONK if card.title.startswith(("พระ", "สามเณร")) and not is_royal else Kind.NATURAL
