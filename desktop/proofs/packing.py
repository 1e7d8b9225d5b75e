"""Codes and lists as bytes. Numbers are big-endian, words one byte a Thai letter (code page 874), moments minutes."""

from datetime import UTC, date, datetime, timedelta

from desktop.proofs import base45
from desktop.proofs.model import Claim, Lost, Page, PaperKind, Proof, Revoked, Voucher

BEGINS = "TDP1:"
SIGNATURE = 64
_VERSION = b"\x01"
_LIST = b"TDL1"
_ISSUER, _SHORT, _HASH = 6, 8, 32
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MOST_LETTERS = 60


def voucher_part(issuer: bytes, office_name: str, desk: str, desk_key: bytes, first: date, last: date) -> bytes:
    """What the office signs for a desk."""
    return _VERSION + issuer + _words(office_name) + _words(desk) + desk_key + _days(first) + _days(last)


def claim_part(claim: Claim) -> bytes:
    """What stands behind the voucher."""
    said = _words(claim.number) + _minutes(claim.at) + _varied(claim.satang) + _words(claim.subject)
    return bytes([claim.kind]) + said


def to_text(content: bytes) -> str:
    """As a QR code holds it."""
    return BEGINS + base45.encode(content)


def from_text(text: str) -> Proof:
    """ValueError for anything that is not one of our codes, whole."""
    if not text.startswith(BEGINS):
        raise ValueError("not one of our codes")
    content = base45.decode(text.removeprefix(BEGINS))
    read = _Reader(content)
    voucher = read_voucher(read)
    kind, number, at = PaperKind(read.take(1)[0]), read.words(), read.minutes()
    claim = Claim(kind, number, at, satang=read.varied(), subject=read.words())
    signed, signature = content[: read.place], read.take(SIGNATURE)
    read.must_end()
    return Proof(voucher, claim, signed, signature)


def as_voucher(content: bytes) -> Voucher:
    """A voucher alone, as the desk keeps it; ValueError if it is none."""
    read = _Reader(content)
    found = read_voucher(read)
    read.must_end()
    return found


def read_voucher(read: "_Reader") -> Voucher:
    if read.take(1) != _VERSION:
        raise ValueError("a code of another version")
    issuer, office_name, desk = read.take(_ISSUER), read.words(), read.words()
    desk_key, first, last = read.take(_HASH), read.day(), read.day()
    read.take(SIGNATURE)
    return Voucher(issuer, office_name, desk, desk_key, first, last, read.content[: read.place])


def page_part(page: Page) -> bytes:
    """What the office signs of a month of its list."""
    head = _LIST + page.issuer + _days(page.month) + _minutes(page.at) + page.before
    revoked = b"".join(one.paper + _minutes(one.at) for one in page.revoked)
    lost = b"".join(one.desk + _minutes(one.at) for one in page.lost)
    return head + _short(len(page.revoked)) + revoked + _short(len(page.lost)) + lost


def as_page(content: bytes) -> Page:
    """A page with its signature; ValueError if it is none."""
    read = _Reader(content)
    if read.take(len(_LIST)) != _LIST:
        raise ValueError("not a page of the list")
    issuer, month, at, before = read.take(_ISSUER), read.day(), read.minutes(), read.take(_HASH)
    revoked = tuple(Revoked(read.take(_SHORT), read.minutes()) for _ in range(read.short()))
    lost = tuple(Lost(read.take(_SHORT), read.minutes()) for _ in range(read.short()))
    read.take(SIGNATURE)
    read.must_end()
    return Page(issuer, month, at, before, revoked, lost)


class _Reader:
    """Takes bytes one part after the other; ValueError where they end too early."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.place = 0

    def take(self, size: int) -> bytes:
        part = self.content[self.place : self.place + size]
        if len(part) != size:
            raise ValueError("cut off")
        self.place += size
        return part

    def words(self) -> str:
        return self.take(self.take(1)[0]).decode("cp874")

    def short(self) -> int:
        return int.from_bytes(self.take(2))

    def day(self) -> date:
        return (_EPOCH + timedelta(days=self.short())).date()

    def minutes(self) -> datetime:
        return _EPOCH + timedelta(minutes=int.from_bytes(self.take(4)))

    def varied(self) -> int:
        value, shift = 0, 0
        while shift < 56:
            (byte,) = self.take(1)
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7
        raise ValueError("too large a number")

    def must_end(self) -> None:
        if self.place != len(self.content):
            raise ValueError("more than a code")


def _words(text: str) -> bytes:
    """What the code page lacks becomes a question mark."""
    content = text[:_MOST_LETTERS].encode("cp874", "replace")
    return bytes([len(content)]) + content


def _short(value: int) -> bytes:
    return value.to_bytes(2)


def _days(day: date) -> bytes:
    return _short((day - _EPOCH.date()).days)


def _minutes(at: datetime) -> bytes:
    return int((at - _EPOCH).total_seconds() // 60).to_bytes(4)


def _varied(value: int) -> bytes:
    parts = bytearray()
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    return bytes([*parts, value])
