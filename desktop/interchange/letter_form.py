"""The letter XML of TH e-GIF / e-CMS: names, codes and schema (decision 0043 says what is certain of them)."""

import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.letters.model import Secrecy, Urgency

if TYPE_CHECKING:
    from lxml.etree import XMLSchema

RSM = "urn:th:gov:egif:data:standard:GovernmentDocument:1.0"
RAM = "urn:th:gov:egif:data:standard:ReusableAggregateBusinessInformationEntity:1"
SIGNATURE = "http://www.w3.org/2000/09/xmldsig#"
DOCUMENT, LETTER = "GovernmentDocument", "CorrespondenceLetter"
NOTIFIERS = (
    "ReceiveLetterNotifier", "AcceptLetterNotifier", "RejectLetterNotifier", "InvalidLetterNotifier",
    "InvalidAcceptIDNotifier",
)  # fmt: skip
"""What comes back about a letter: files of their own that hold no letter."""

Form: TypeAlias = dict[str, Any]
_PARTY: Form = {
    "GivenName": {}, "FamilyName": {}, "JobTitle": {}, "MinistryOrganization": {"ID": {}},
    "DepartmentOrganization": {"ID": {}},
}  # fmt: skip
KNOWN: Form = {
    LETTER: {
        "ID": {}, "CorrespondenceDate": {}, "Subject": {}, "SecretCode": {}, "SpeedCode": {},
        "SenderParty": _PARTY, "ReceiverParty": _PARTY,
        "ReferenceCorrespondence": {"ID": {}, "CorrespondenceDate": {}, "Subject": {}},
        "Attachment": {}, "SendDate": {}, "Description": {}, "MainLetterBinaryObject": {}, "AttachmentBinaryObject": {},
    },
    "GovernmentSignature": {
        "TypeCode": {},
        "SignerParty": {"GivenName": {}, "FamilyName": {}, "Title": {}, "MinistryCode": {}, "DepartmentCode": {}},
        "Signature": None,
    },
}  # fmt: skip
"""Element -> the elements it may hold; None: whatever it holds belongs to it."""
ATTRIBUTES = {LETTER: {"ID"}, "MainLetterBinaryObject": {"mimeCode"}, "AttachmentBinaryObject": {"mimeCode"}}


def _folder() -> Path:
    return Path(str(resources.files("resources"))) / "interchange"


@cache
def schema() -> "XMLSchema":
    from lxml import etree

    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    return etree.XMLSchema(etree.parse(str(_folder() / "government_document.xsd"), parser))


@cache
def _codes() -> dict[str, dict[str, str]]:
    codes: dict[str, dict[str, str]] = json.loads((_folder() / "letter_codes.json").read_text("utf-8"))
    return codes


def secrecy_of(code: str) -> Secrecy | None:
    """None for a code that the list does not have."""
    found = _codes()["secret"].get(code)
    return Secrecy(found) if found else None


def urgency_of(code: str) -> Urgency | None:
    found = _codes()["speed"].get(code)
    return Urgency(found) if found else None


def code_of(level: Secrecy | Urgency) -> str:
    codes = _codes()["secret" if isinstance(level, Secrecy) else "speed"]
    return next(code for code, name in codes.items() if name == level.value)
