"""Whether a paper's code may be believed, by the office's public key alone and the list that is at hand."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from desktop.office.dates import local_date
from desktop.office.keyboard import as_latin
from desktop.office.signing import verified
from desktop.proofs.model import Claim, Page, PaperKind, Proof, Standing, Trust, Verdict
from desktop.proofs.packing import BEGINS, SIGNATURE, claim_part, from_text, to_text
from desktop.proofs.packing import as_page as as_page
from desktop.proofs.packing import as_voucher as as_voucher
from desktop.proofs.packing import page_part as page_part
from desktop.proofs.packing import voucher_part as voucher_part

DESK, PAPER, LIST = b"thesaban-desk desk/1\n", b"thesaban-desk paper/1\n", b"thesaban-desk revoked/1\n"
"""What every signature begins with, so that none of them can be taken for another."""
FIRST_PAGE = bytes(32)
_LEADING = "เแโใไ"
_MASKED = "…"


def as_read(typed: str) -> str:
    """A code as it was meant: a scanner is a keyboard, and under the Thai layout it types Thai letters."""
    text = typed.strip("\r\n\t")
    other = as_latin(text)
    return other if other.startswith(BEGINS) and not text.startswith(BEGINS) else text


def issuer(office_key: bytes) -> bytes:
    """Six bytes by which a code names the office's key."""
    return hashlib.sha256(office_key).digest()[:6]


def short_key(desk_key: bytes) -> bytes:
    return hashlib.sha256(desk_key).digest()[:8]


def short_paper(kind: PaperKind, number: str) -> bytes:
    """Eight bytes by which the list names a paper: who has the list learns no number from it by reading."""
    return hashlib.sha256(f"{int(kind)}\n{number}".encode()).digest()[:8]


def masked(name: str) -> str:
    """A name so that its owner is recognised by who sees the paper, and nobody is found by who sees the code.

    The first word stays, of the others the first letter: `นายบุญมี ใจ…`. One word alone keeps its first half.
    """
    words = name.split()
    if len(words) < 2:
        return name[: (len(name) + 1) // 2] + _MASKED if name else ""
    return " ".join([words[0], *(word[: 2 if word[0] in _LEADING else 1] + _MASKED for word in words[1:])])


def fits(office_key: bytes, content: bytes) -> bool:
    """Whether a voucher (with its signature) is the office's."""
    return verified(office_key, DESK + content[:-SIGNATURE], content[-SIGNATURE:])


def code_of(voucher: bytes, claim: Claim, signature: bytes) -> str:
    """The text of the QR code; `signature` over `to_sign`."""
    return to_text(voucher + claim_part(claim) + signature)


def to_sign(voucher: bytes, claim: Claim) -> bytes:
    return PAPER + voucher + claim_part(claim)


def may_sign(voucher: bytes, desk_key: bytes, today: date) -> bool:
    """Whether a desk may sign papers of this day under this voucher."""
    found = as_voucher(voucher)
    return found.desk_key == desk_key and found.first <= today <= found.last


def pages_of(trust: Trust) -> tuple[Page, ...]:
    """The list, the oldest month first; empty when it is not whole or none of the office's keys signed its last page.

    Each page names the one before, so the last signature holds for all.
    """
    if not trust.pages or not _signed(trust):
        return ()
    try:
        pages = tuple(as_page(content) for content in trust.pages)
    except ValueError:
        return ()
    ends = (FIRST_PAGE, *(hashlib.sha256(content).digest() for content in trust.pages))
    return pages if all(page.before == end for page, end in zip(pages, ends, strict=False)) else ()


def _signed(trust: Trust) -> bool:
    last = trust.pages[-1]
    return any(verified(key, LIST + last[:-SIGNATURE], last[-SIGNATURE:]) for key in trust.keys)


def judge(text: str, trust: Trust, known: Iterable[tuple[bytes, datetime]] = ()) -> Verdict:
    """What may be thought of a code as it was read; `known`: papers (as `short_paper`) revoked since the list was made.

    Without the office's key, and for what is no code of ours, it is unreadable; nobody else's paper is called false.
    """
    pages = pages_of(trust)
    list_at = pages[-1].at if pages else None
    try:
        proof = from_text(as_read(text))
    except ValueError:
        return Verdict(Standing.UNREADABLE, list_at=list_at)
    office_name, desk = proof.voucher.office_name, proof.voucher.desk
    key = next((one for one in trust.keys if issuer(one) == proof.voucher.issuer), None)
    if key is None:
        standing = Standing.FOREIGN if trust.keys else Standing.UNREADABLE
        return Verdict(standing, proof.claim, desk, office_name, list_at)
    if not (fits(key, proof.voucher.content) and _is_signed(proof)):
        return Verdict(Standing.ALTERED, office_name=trust.office_name, list_at=list_at)
    return _listed(proof, pages, dict(known), Verdict(Standing.GENUINE, proof.claim, desk, office_name, list_at))


def _is_signed(proof: Proof) -> bool:
    return verified(proof.voucher.desk_key, PAPER + proof.signed, proof.signature)


def _listed(proof: Proof, pages: Sequence[Page], known: Mapping[bytes, datetime], good: Verdict) -> Verdict:
    """What is true of a code whose signatures fit."""
    paper, desk = short_paper(proof.claim.kind, proof.claim.number), short_key(proof.voucher.desk_key)
    revoked = {one.paper: one.at for page in reversed(pages) for one in page.revoked}
    lost_at = min((one.at for page in pages for one in page.lost if one.desk == desk), default=None)
    revoked_at = revoked.get(paper) or known.get(paper)
    standing = good.standing
    if not proof.voucher.first <= local_date(proof.claim.at) <= proof.voucher.last:
        standing = Standing.DOUBTFUL
    if lost_at is not None and proof.claim.at >= lost_at:
        standing = Standing.DOUBTFUL
    if revoked_at is not None:
        standing = Standing.REVOKED
    return Verdict(standing, good.claim, good.desk, good.office_name, good.list_at, revoked_at, lost_at)
