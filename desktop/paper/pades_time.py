"""That a signed paper was there at a moment, as a time stamping authority vouches: a document time-stamp behind it.

With one of them a signature is PAdES B-T, whether the stamp came at once or years later: what was signed stays byte for
byte, and the stamp stands over it. Brought in only when something is stamped.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, ClassVar

from asn1crypto import cms, core, tsp
from asn1crypto import x509 as asn1
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import CMSStructuralError, SigningError, ValueErrorWithMessage
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation import validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext

from desktop.office.errors import OfficeError
from desktop.paper.pades import DIGEST, keep_names_out_of_the_log
from desktop.paper.pades_behind import Behind

_ROOM = 32 << 10
"""Hexadecimal digits kept free for a stamp and the certificates of its authority."""
_UNREADABLE = (
    ValueErrorWithMessage, CMSStructuralError, SigningError, PdfError, ValueError, TypeError, KeyError, AttributeError,
    AssertionError, IndexError, NotImplementedError,
)  # fmt: skip
"""As which pyHanko and asn1crypto tell an answer that is none."""


@dataclass(frozen=True)
class Stamp:
    """`at`: the moment that the authority vouches for; `authority`: its name as its certificate has it."""

    at: datetime
    authority: str


@dataclass(frozen=True)
class CheckedStamp:
    """What a reader finds: `intact`: it stands over this very content; `whole`: nothing came after it."""

    stamp: Stamp
    intact: bool
    whole: bool
    trusted: bool


def stamped(pdf: bytes, ask: Callable[[bytes], bytes], roots: bytes) -> tuple[bytes, Stamp]:
    """The PDF with a stamp behind it, and what the stamp says; `roots`: certificates in PEM that are trusted for it.

    OfficeError `stamping.refused`, `stamping.bad_answer` (not a stamp, or not of this paper), `stamping.untrusted`, and
    those of `ask`.
    """
    keep_names_out_of_the_log()
    out = BytesIO()
    try:
        PdfTimeStamper(_Asking(ask)).timestamp_pdf(Behind(BytesIO(pdf)), DIGEST, bytes_reserved=_ROOM, output=out)
        found = stamps(out.getvalue(), roots)[-1]
    except _UNREADABLE as error:
        raise OfficeError("stamping.bad_answer") from error
    if not (found.intact and found.whole):
        raise OfficeError("stamping.bad_answer")
    if not found.trusted:
        raise OfficeError("stamping.untrusted", authority=found.stamp.authority)
    return out.getvalue(), found.stamp


def stamps(pdf: bytes, roots: bytes, now: datetime | None = None) -> tuple[CheckedStamp, ...]:
    """The stamps of a PDF in their order, held against the certificates in PEM: as of `now` (aware), or each as of the
    moment it vouches for. The clock of a desk may be wrong; that of an authority is not."""
    keep_names_out_of_the_log()
    return tuple(_checked(one, roots, now) for one in PdfFileReader(BytesIO(pdf)).embedded_timestamp_signatures)


def _checked(one: Any, roots: bytes, now: datetime | None) -> CheckedStamp:
    moment = now or one.signed_data["encap_content_info"]["content"].parsed["gen_time"].native
    context = ValidationContext(
        trust_roots=list(certificates(roots)), moment=moment, allow_fetching=False, revocation_mode="soft-fail"
    )
    status: Any = validate_pdf_timestamp(one, context)
    name = str(status.signing_cert.subject.native.get("common_name", ""))
    whole = status.coverage is not None and status.coverage.name == "ENTIRE_FILE"
    stamp = Stamp(status.timestamp, name)
    return CheckedStamp(stamp, bool(status.intact and status.valid), whole, bool(status.trusted))


def certificates(pem: bytes) -> Iterable[asn1.Certificate]:
    """ValueError where something in it is no certificate."""
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509 import load_pem_x509_certificates

    for one in load_pem_x509_certificates(pem):
        yield asn1.Certificate.load(one.public_bytes(Encoding.DER))


class _Asking(TimeStamper):
    """pyHanko's side of the question; an answer to another question is none."""

    def __init__(self, ask: Callable[[bytes], bytes]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._ask = ask

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        came = self._ask(req.dump())
        if _Answer.load(came, strict=True)["status"]["status"].native != "granted":
            raise OfficeError("stamping.refused")
        answer = tsp.TimeStampResp.load(came, strict=True)
        told = answer["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed
        if told["nonce"].native != req["nonce"].native:
            raise OfficeError("stamping.bad_answer")
        return answer


class _Answer(core.Sequence):  # type: ignore[misc]
    """As RFC 3161 has it: who refuses sends no stamp along."""

    _fields: ClassVar = [("status", tsp.PKIStatusInfo), ("time_stamp_token", cms.ContentInfo, {"optional": True})]
