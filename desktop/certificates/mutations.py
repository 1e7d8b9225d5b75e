"""Certificates as they travel: issued, copied, paid for and taken back by facts, because papers hang on walls.

Templates of the office are wishes: two that bear the same version can't both be. What contradicts something else is
kept and goes before a person at the centre.
"""

from datetime import date, datetime, time
from typing import Any

import msgspec

from desktop.accounts.tables import staff
from desktop.certificates import tables
from desktop.certificates.model import What
from desktop.certificates.rules import proof_number
from desktop.certificates.template import Template
from desktop.certificates.templates import read_template, shipped
from desktop.office import secrecy
from desktop.office.clock import utc_text
from desktop.office.dates import BANGKOK
from desktop.office.errors import OfficeError
from desktop.office.mutation import Context, Entity, Kind, Look, Mutation, Refused, Row, Rows
from desktop.office.numbers import Taken, issue
from desktop.office.secrecy import Secrecy
from desktop.office.thai import normalise
from desktop.proofs.model import PaperKind
from desktop.proofs.mutations import revoke

SERVICE = "service"
DECIDING = frozenset({"head", "executive"})
"""Roles that may take a certificate back, suspend it, and write the office's templates."""
DECIDED = frozenset({What.REVOKE, What.SUSPEND, What.RESUME})


class ReceiptPart(msgspec.Struct, frozen=True):
    """`day`: ISO; `receipt_id` where the receipt is one of this system."""

    book_no: int
    number: int
    day: str
    satang: int
    late_satang: int = 0
    receipt_id: bytes | None = None


class AnswerPart(msgspec.Struct, frozen=True):
    field: str
    value: str


class IssueCertificate(msgspec.Struct, frozen=True):
    """Days are ISO. `level`: 1 by hand, 2 by the signer's act, 3 with a certificate."""

    certificate_id: bytes
    taken: Taken
    template: str
    template_version: str
    origin: str
    holder_name: str
    subject: str
    place: str
    answers: tuple[AnswerPart, ...]
    unit_id: bytes
    issued_on: str
    counts_from: str
    paid_until: str
    signer_name: str
    signer_lines: str
    level: int
    issued_by: str
    expires_on: str | None = None
    signer_id: bytes | None = None
    key_subject: str = ""
    counter: str = ""
    replaces_id: bytes | None = None
    reason: str = ""
    person_id: bytes | None = None
    house_id: bytes | None = None
    case_id: bytes | None = None
    receipt: ReceiptPart | None = None
    proof: str | None = None


class CopyCertificate(msgspec.Struct, frozen=True):
    copy_id: bytes
    certificate_id: bytes
    n: int
    reason: str
    by_name: str
    counter: str = ""


class DoWithCertificate(msgspec.Struct, frozen=True):
    """`what`: revoke, suspend, resume, close, fee, renew; `due_on`: the anniversary that a fee is for."""

    deed_id: bytes
    certificate_id: bytes
    what: str
    reason: str
    from_day: str
    by_name: str
    counter: str = ""
    until_day: str | None = None
    due_on: str | None = None
    expires_on: str | None = None
    receipt: ReceiptPart | None = None


class AttachCertificate(msgspec.Struct, frozen=True):
    """The file of a certificate that is signed digitally."""

    paper_id: bytes
    certificate_id: bytes
    sha256: str


class DefineTemplate(msgspec.Struct, frozen=True):
    """`definition`: the template's file (JSON), whose code and version are told here once more."""

    template_id: bytes
    code: str
    version: str
    definition: str
    defined_by: str = ""


class WithdrawTemplate(msgspec.Struct, frozen=True):
    """Nothing is issued by that version any more; what was issued keeps it."""

    code: str
    version: str


def issue_certificate(rows: Rows, body: IssueCertificate, context: Context) -> None:
    issue(rows, body.taken, "certificate", body.certificate_id, context)
    values = msgspec.structs.asdict(body)
    for name in ("certificate_id", "taken", "receipt"):
        del values[name]
    taken = body.taken
    answers = {part.field: part.value for part in body.answers}
    values["answers"] = msgspec.json.encode(answers, order="deterministic").decode()
    who = {"issuer_id": context.user_id, "device_id": context.device_id, "mseq": context.mseq, "issued_at": context.at}
    label = f"{taken.book_no}/{taken.n}/{taken.year_be}"
    found_by = normalise(" ".join((label, body.holder_name, body.subject, body.place)))
    paid = _paid(body.receipt)
    del paid["late_satang"]
    rows.insert(tables.certificate, body.certificate_id, **numbered(taken), **values, **who, **paid, found_by=found_by)
    if body.replaces_id is not None:
        _revoke(rows, body.replaces_id, context)
    if context.authority:
        _look_at_issue(rows, body)


def numbered(taken: Taken) -> dict[str, Any]:
    """A number's columns in a certificate's row."""
    return {"series": taken.series, "year_be": taken.year_be, "book_no": taken.book_no, "number": taken.n}


def _revoke(rows: Rows, certificate_id: bytes, context: Context, since: str = "") -> None:
    """Puts its paper on the list of what does not hold any more."""
    row = rows.find(tables.certificate, certificate_id)
    if row is not None:
        revoke(rows, PaperKind.CERTIFICATE, proof_number(row), context, since)


def _look_at_issue(rows: Rows, body: IssueCertificate) -> None:
    """It hangs on a wall and is kept; what is odd about it goes before a person."""
    told = _told(body.certificate_id, body.taken)
    if known_template(rows, body.template, body.template_version) is None:
        rows.flag("certificates.template_unknown", template=body.template, version=body.template_version, **told)
    if body.replaces_id is None:
        return
    others = rows.where(tables.certificate, "replaces_id", body.replaces_id)
    if any(row["id"] != body.certificate_id for row in others):
        rows.flag("certificates.replaced_twice", **told)
    deeds = rows.where(tables.certificate_deed, "certificate_id", body.replaces_id)
    if any(row["what"] == What.REVOKE for row in deeds):
        rows.flag("certificates.revoked_meanwhile", **told)


def copy_certificate(rows: Rows, body: CopyCertificate, context: Context) -> None:
    if not _is_here(rows, body.certificate_id, context):
        return
    values = msgspec.structs.asdict(body)
    rows.insert(tables.certificate_copy, values.pop("copy_id"), **values, **_who(context))


def do_with_certificate(rows: Rows, body: DoWithCertificate, context: Context) -> None:
    """Whoever no longer sees the certificate writes nothing here; its deeds are where it is seen."""
    if not _is_here(rows, body.certificate_id, context):
        return
    if context.authority:
        _look_at_deed(rows, body, context)
    values = msgspec.structs.asdict(body)
    del values["receipt"]
    rows.insert(tables.certificate_deed, values.pop("deed_id"), **values, **_paid(body.receipt), **_who(context))
    if body.what == What.REVOKE:
        _revoke(rows, body.certificate_id, context, _begins(body.from_day, context.at))


def _begins(day: str, at: str) -> str:
    """The moment (UTC text) at which a day after `at` begins; empty for any other, and for what is no day."""
    if day <= at[:10]:
        return ""
    try:
        return utc_text(datetime.combine(date.fromisoformat(day), time(), BANGKOK))
    except (ValueError, OverflowError):
        return ""


def _look_at_deed(rows: Rows, body: DoWithCertificate, context: Context) -> None:
    row = rows.find(tables.certificate, body.certificate_id)
    assert row is not None
    told = {"certificate_id": body.certificate_id.hex(), "number": label(row)}
    before = rows.where(tables.certificate_deed, "certificate_id", body.certificate_id)
    if body.what == What.FEE and any(one["what"] == What.FEE and one["due_on"] == body.due_on for one in before):
        rows.flag("certificates.fee_paid_twice", **told)
    person = rows.find(staff, context.user_id)
    if body.what in DECIDED and person is not None and person["role"] not in DECIDING:
        rows.flag("certificates.not_yours", **told)


def attach_certificate(rows: Rows, body: AttachCertificate, context: Context) -> None:
    if not _is_here(rows, body.certificate_id, context):
        return
    told = {"certificate_id": body.certificate_id, "sha256": body.sha256}
    rows.insert(tables.certificate_paper, body.paper_id, **told, made_at=context.at)


def _is_here(rows: Rows, certificate_id: bytes, context: Context) -> bool:
    here = rows.find(tables.certificate, certificate_id) is not None
    if not here and context.authority:
        rows.flag("certificates.gone")
    return here


def _who(context: Context) -> dict[str, Any]:
    return {"by_id": context.user_id, "device_id": context.device_id, "at": context.at}


def _paid(part: ReceiptPart | None) -> dict[str, Any]:
    return {
        "receipt_book": part.book_no if part else None,
        "receipt_number": part.number if part else None,
        "receipt_day": part.day if part else None,
        "receipt_satang": part.satang if part else None,
        "late_satang": part.late_satang if part else None,
        "receipt_id": part.receipt_id if part else None,
    }


def _told(certificate_id: bytes, taken: Taken) -> dict[str, Any]:
    return {"certificate_id": certificate_id.hex(), "number": f"{taken.n}/{taken.year_be}"}


def label(row: Row) -> str:
    return f"{row['number']}/{row['year_be']}"


def known_template(rows: Rows, code: str, version: str) -> Template | None:
    """A version of a template: the office's own, else one that comes with the program."""
    own = (row for row in rows.where(tables.certificate_template, "code", code) if row["version"] == version)
    row = next(own, None)
    if row is not None:
        return read_template(row["definition"])
    return next((one for one in shipped() if (one.code, one.version) == (code, version)), None)


def define_template(rows: Rows, body: DefineTemplate, context: Context) -> None:
    """A version that is known already stays as it is: certificates were issued by it."""
    try:
        template = read_template(body.definition)
    except OfficeError as error:
        raise Refused(error.code, **error.subject) from error
    if (template.code, template.version) != (body.code, body.version):
        raise Refused("certificates.template_unreadable", file=body.code, what="code or version differ")
    person = rows.find(staff, context.user_id)
    if not context.is_centre and (person is None or person["role"] not in DECIDING):
        raise Refused("certificates.not_yours", number=body.code)
    if known_template(rows, body.code, body.version) is not None:
        raise Refused("certificates.version_taken", template=body.code, version=body.version)
    told = {"code": body.code, "version": body.version, "definition": body.definition, "defined_by": body.defined_by}
    rows.insert(tables.certificate_template, body.template_id, **told, defined_at=context.at, withdrawn_at=None)


def withdraw_template(rows: Rows, body: WithdrawTemplate, context: Context) -> None:
    for row in rows.where(tables.certificate_template, "code", body.code):
        if row["version"] == body.version and row["withdrawn_at"] is None:
            rows.update(tables.certificate_template, row, withdrawn_at=context.at)
            return
    raise Refused("certificates.template_unknown", template=body.code, version=body.version)


def audience(rows: Rows, row: Row) -> frozenset[str]:
    """The service centre, the division that issued it, and the desk at which that was."""
    who = {SERVICE, f"unit:{row['unit_id'].hex()}", f"counter:{row['device_id'].hex()}"}
    return secrecy.buckets(who, Secrecy.NORMAL)


def everyone(rows: Rows, row: Row) -> frozenset[str]:
    return frozenset({"common/normal"})


def _issued(body: IssueCertificate) -> tuple[Look, ...]:
    found = (Look(tables.certificate_template, "code", body.template),)
    if body.replaces_id is None:
        return found
    former = (Look(tables.certificate, name, body.replaces_id) for name in ("id", "replaces_id"))
    return (*found, *former, Look(tables.certificate_deed, "certificate_id", body.replaces_id))


def _done(body: DoWithCertificate) -> tuple[Look, ...]:
    return (
        Look(tables.certificate, "id", body.certificate_id),
        Look(tables.certificate_deed, "certificate_id", body.certificate_id),
    )


def _of(body: CopyCertificate | AttachCertificate) -> tuple[Look, ...]:
    return (Look(tables.certificate, "id", body.certificate_id),)


_PARENT = ("certificate", "certificate_id")
ENTITIES = (
    Entity(tables.certificate, buckets=audience),
    Entity(tables.certificate_deed, parent=_PARENT),
    Entity(tables.certificate_copy, parent=_PARENT),
    Entity(tables.certificate_paper, parent=_PARENT, blobs=("sha256",)),
    Entity(tables.certificate_template, buckets=everyone),
)

ISSUE = Mutation("certificates.issue", 1, Kind.FACT, IssueCertificate, issue_certificate, reads=_issued)
COPY = Mutation("certificates.copy", 1, Kind.FACT, CopyCertificate, copy_certificate, reads=_of)
DO = Mutation("certificates.do", 1, Kind.FACT, DoWithCertificate, do_with_certificate, reads=_done)
ATTACH = Mutation("certificates.attach", 1, Kind.FACT, AttachCertificate, attach_certificate, reads=_of)
DEFINE = Mutation("certificates.define_template", 1, Kind.INTENT, DefineTemplate, define_template)
WITHDRAW = Mutation(
    "certificates.withdraw_template", 1, Kind.INTENT, WithdrawTemplate, withdraw_template, centre_only=True
)

MUTATIONS = (ISSUE, COPY, DO, ATTACH, DEFINE, WITHDRAW)
