"""An office with its key and desks that it vouches for, with and without a store."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from datetime import UTC, date, datetime

from desktop.office.clock import utc_text
from desktop.office.signing import Signer
from desktop.proofs import packing
from desktop.proofs.model import Claim, Lost, Page, Revoked
from desktop.proofs.rules import DESK as DESK_WORDS
from desktop.proofs.rules import FIRST_PAGE, LIST, code_of, issuer, to_sign
from desktop.store.desk import Desk
from tests.helpers.desk import OFFICE_ID

OFFICE, DESK = Signer(hashlib.sha256(b"office").digest()), Signer(hashlib.sha256(b"desk").digest())
AT = datetime(2026, 11, 11, 2, 14, tzinfo=UTC)
FIRST, LAST = date(2026, 11, 1), date(2027, 12, 1)


def voucher_of(
    desk: Signer, *, office: Signer = OFFICE, issuer_of: Signer | None = None, name: str = "เทศบาลเมืองแม่เหียะ"
) -> bytes:
    """`issuer_of`: whose word it pretends to be."""
    part = packing.voucher_part(issuer((issuer_of or office).public_key), name, "C1", desk.public_key, FIRST, LAST)
    return part + office.sign(DESK_WORDS + part)


def a_code(claim: Claim, *, by: Signer = DESK, voucher: bytes | None = None) -> str:
    voucher = voucher or voucher_of(DESK)
    return code_of(voucher, claim, by.sign(to_sign(voucher, claim)))


def a_list(revoked: Iterable[Revoked], *, at: datetime, lost: Iterable[Lost] = ()) -> tuple[bytes, ...]:
    """A list of one month."""
    page = Page(issuer(OFFICE.public_key), at.date().replace(day=1), at, FIRST_PAGE, tuple(revoked), tuple(lost))
    content = packing.page_part(page)
    return (content + OFFICE.sign(LIST + content),)


def vouch_for(desk: Desk) -> None:
    """The office's key and its word for this desk, as if the centre had sent them."""
    at, key = utc_text(desk.clock.now()), _text(OFFICE.public_key)
    desk.settle("INSERT INTO proof_key VALUES (?, ?, 1, ?, ?)", (OFFICE_ID, b"\x05" * 16, key, at))
    content = _text(voucher_of(Signer(desk.seed)))
    values = (OFFICE_ID, b"\x06" * 16, desk.identity.device_id, LAST.isoformat(), content)
    desk.settle("INSERT INTO desk_voucher VALUES (?, ?, 1, ?, ?, ?)", values)


def know_each_other(*desks: Desk) -> None:
    """The office's word for each of these desks, in the stores of all."""
    for place, desk in enumerate(desks):
        content = _text(voucher_of(Signer(desk.seed)))
        values = (OFFICE_ID, b"\x06" * 15 + bytes([place]), desk.identity.device_id, LAST.isoformat(), content)
        for one in desks:
            one.settle("INSERT INTO desk_voucher VALUES (?, ?, 1, ?, ?, ?)", values)


def publish(desk: Desk, pages: tuple[bytes, ...], at: datetime) -> None:
    """The office's list as the desk has it, one page after the other."""
    for place, content in enumerate(pages):
        values = (OFFICE_ID, bytes([7 + place]) * 16, f"2026-{11 + place}-01", utc_text(at), 1, _text(content))
        desk.settle("INSERT OR REPLACE INTO revocation_page VALUES (?, ?, 1, ?, ?, ?, ?)", values)


def _text(content: bytes) -> str:
    return b64encode(content).decode("ascii")
