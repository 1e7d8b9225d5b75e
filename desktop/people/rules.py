"""What the register of citizens decides without looking at a store."""

import hashlib
import re
from collections.abc import Mapping

from desktop.office.ids import Id
from desktop.office.national_id import is_valid, mask
from desktop.office.thai import normalise
from desktop.people.model import ADDRESS_PARTS, Address, Entry, Kind, NumberKind, Tie

LONGEST = 300
"""Signs of one field: more is a slip, or somebody's harm."""
_BORN = re.compile(r"\d{4}-(00-00|(0[1-9]|1[0-2])-(0[0-9]|[12][0-9]|3[01]))")
_PHONE = re.compile(r"\+?\d{8,15}")
_PASSPORT = re.compile(r"[A-Z0-9]{5,20}")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s-]+(?=\d)")
_CARD_DIGITS = 13
_BANGKOK = "กรุงเทพมหานคร"


def problems(entry: Entry) -> dict[str, str]:
    """Field -> code of what stops a citizen from being kept; a name without surname and a first digit 0 are none."""
    found: dict[str, str] = {}
    if not entry.given.strip():
        found["given"] = "people.name_missing"
    if entry.number and number_key(entry.number, entry.number_kind) is None:
        found["number"] = "people.number_wrong"
    if entry.born and not _BORN.fullmatch(entry.born):
        found["born"] = "people.born_wrong"
    for name, value in (("phone", entry.phone), ("other_phone", entry.other_phone)):
        if value and not _PHONE.fullmatch(phone_digits(value)):
            found[name] = "people.phone_wrong"
    return found


def number_key(typed: str, kind: NumberKind) -> str | None:
    """The one spelling of a number; None when it can't be one (13 digits whose last fits, or a passport's)."""
    if kind is NumberKind.THAI:
        return re.sub(r"[\s-]", "", normalise(typed)) if is_valid(typed) else None
    plain = re.sub(r"[\s-]", "", normalise(typed)).upper()
    return plain if _PASSPORT.fullmatch(plain) else None


def kind_of_number(typed: str, kind: Kind) -> NumberKind:
    """A foreigner's number is a passport's, unless it has the thirteen digits of a card."""
    bare = re.sub(r"[\s-]", "", normalise(typed))
    is_card = kind is not Kind.FOREIGNER or (len(bare) == _CARD_DIGITS and bare.isdecimal())
    return NumberKind.THAI if is_card else NumberKind.PASSPORT


def masked(number: str, kind: NumberKind) -> str:
    """Enough of a number to recognise, too little to misuse."""
    if kind is NumberKind.THAI:
        return mask(number)
    return number[:2] + "x" * (len(number) - 4) + number[-2:]


def phone_digits(text: str) -> str:
    """`081-234 5678` -> `0812345678`; a plus sign before the country's code stays."""
    return re.sub(r"[\s().-]", "", normalise(text))


def full_name(parts: Mapping[str, str | None]) -> str:
    """`นายบุญมี ใจคำ`, `พระบุญมี ฐานวีโร (ใจคำ)`, `บริษัท ตัวอย่าง จำกัด`; one name only where there is no other."""
    title, given, middle, family, monastic = (
        (parts.get(name) or "").strip() for name in ("title", "given", "middle", "family", "monastic")
    )
    if monastic:
        lay = f"({family})" if family else ""
        return " ".join(filter(None, (title + given, monastic, lay)))
    joined = title if not title or (_is_thai(title[-1]) and _is_thai(given[:1])) else title + " "
    return " ".join(filter(None, (joined + given, middle, family))).strip()


def masked_name(parts: Mapping[str, str | None]) -> str:
    """`นายบุญมี ใ•••`: enough for who is meant, on a screen that others see too; an office's name stays whole."""
    family = (parts.get("family") or "").strip()
    if parts.get("kind") == Kind.JURISTIC or not family:
        return full_name(parts)
    return full_name({**parts, "family": f"{family[:1]}•••", "middle": ""})


def _is_thai(sign: str) -> bool:
    return "\u0e01" <= sign <= "\u0e5b"


def address_line(where: Mapping[str, str | None]) -> str:
    """`91/1 หมู่ 2 ซ.1 ถ.เลียบคลอง ต.แม่เหียะ อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50100`; in Bangkok as it is said there."""
    part = {name: (where.get(name) or "").strip() for name in ADDRESS_PARTS}
    capital = part["province"] == _BANGKOK
    words = {
        "house_no": "", "moo": "หมู่ ", "trok": "ตรอก", "soi": "ซ.", "road": "ถ.",
        "tambon": "แขวง" if capital else "ต.", "amphoe": "เขต" if capital else "อ.",
        "province": "" if capital else "จ.", "postcode": "",
    }  # fmt: skip
    return " ".join(words[name] + value for name, value in part.items() if value)


def short_address(where: Mapping[str, str | None]) -> str:
    """`91/1 หมู่ 2`: what tells one house from another within the town."""
    return address_line({name: where.get(name) for name in ("house_no", "moo", "trok", "soi", "road")})


def person_words(parts: Mapping[str, str | None]) -> str:
    """What a citizen is found by: the given name first, so that who is called so comes before who merely has it."""
    names = ("given", "middle", "family", "monastic", "name_en", "title")
    phones = (phone_digits(parts.get(name) or "") for name in ("phone", "other_phone"))
    return normalise(" ".join(filter(None, (*(parts.get(name) for name in names), *phones, parts.get("house_no")))))


def house_words(parts: Mapping[str, str | None]) -> str:
    """What a house is found by: its number first."""
    names = ("house_no", "moo", "trok", "soi", "road", "tambon", "code")
    return normalise(" ".join(filter(None, (parts.get(name) for name in names))))


def terms(typed: str) -> tuple[str, ...]:
    """The words that must all be found; a telephone number typed in groups is one of them."""
    plain = normalise(typed)
    joined = _BETWEEN_DIGITS.sub("", plain)
    return (joined,) if _PHONE.fullmatch(joined) else tuple(plain.split())


def house_id(where: Address) -> Id:
    """The id of the house at an address: the same at every desk, so that two who enter one house have one.

    Where there is a หมู่ the number is the only one in it; else ตรอก, ซอย and road tell houses apart.
    """
    parts = (where.trok, where.soi, where.road) if not where.moo.strip() else ("", "", "")
    place = (where.house_no, where.moo, *parts, where.tambon, where.amphoe, where.province)
    return made_id("house", *(normalise(part) for part in place))


def tie_id(person_id: Id, house_id: Id, tie: Tie) -> Id:
    """The id of a tie: once for each citizen, house and kind."""
    return made_id("tie", person_id.hex(), house_id.hex(), tie.value)


def made_id(*parts: str) -> Id:
    """16 bytes that follow from the parts."""
    return hashlib.sha256("\n".join(("thesaban-people/1", *parts)).encode()).digest()[:16]


def unfit(changes: Mapping[str, str | None], allowed: tuple[str, ...], needed: str) -> list[str]:
    """Fields that can't be written so: unknown, too long, emptied where something must stand, no such kind."""
    return [
        name
        for name, value in changes.items()
        if name not in allowed
        or len(value or "") > LONGEST
        or (name == needed and not (value or "").strip())
        or (name == "kind" and value not in frozenset(Kind))
    ]
