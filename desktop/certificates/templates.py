"""Templates read from data: those that come with the program, and those of the office, checked before use."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib import resources

import msgspec

from desktop.certificates.template import Paragraph, Template
from desktop.office.errors import OfficeError

SCHEMA = "schema.json"
_MOST = 256 * 1024
PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""Where the value of a field stands in a paragraph."""
OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
"""What stands in a paragraph only when its values are known."""
GIVEN = frozenset({"holder", "office", "issued_on", "expires_on", "fee", "receipt"})
"""What a paragraph may name beside the template's own fields."""


def read_template(data: bytes | str, file: str = "") -> Template:
    """A template out of its JSON. OfficeError `certificates.template_unreadable` says where and what is wrong."""
    try:
        if len(data) > _MOST:
            raise ValueError("too large")
        template = msgspec.json.decode(data, type=Template)
    except (ValueError, RecursionError) as error:
        raise OfficeError("certificates.template_unreadable", file=file or "-", what=str(error)) from error
    wrong = next(contradictions(template), None)
    if wrong is not None:
        raise OfficeError("certificates.template_unreadable", file=file or template.code, what=wrong)
    return template


def written(template: Template) -> str:
    """A template as its file says it."""
    return msgspec.json.format(msgspec.json.encode(template), indent=2).decode()


def schema() -> bytes:
    """The JSON schema of a template's file, for editors of such files."""
    made = msgspec.json.encode(msgspec.json.schema(Template), order="deterministic")
    return msgspec.json.format(made, indent=2) + b"\n"


@cache
def shipped() -> tuple[Template, ...]:
    """Every template of `resources/certificates`. OfficeError `certificates.template_unreadable` names the file."""
    files = sorted((resources.files("resources") / "certificates").iterdir(), key=lambda entry: entry.name)
    return tuple(
        read_template(file.read_bytes(), file.name)
        for file in files
        if file.name.endswith(".json") and file.name != SCHEMA
    )


def in_force(templates: Iterable[Template], day: date) -> tuple[Template, ...]:
    """The templates by which may be issued on a day; of one code the one that came last, and was named last."""
    held: dict[str, Template] = {}
    for one in templates:
        before = held.get(one.code)
        valid = one.valid_from <= day and (one.valid_to is None or day <= one.valid_to)
        if valid and (before is None or before.valid_from <= one.valid_from):
            held[one.code] = one
    return tuple(held.values())


def contradictions(template: Template) -> Iterator[str]:
    """What a template says that can't be, in words for whoever writes it."""
    codes = [one.code for one in template.fields]
    yield from (f"fields: {code} is there twice" for code in sorted({one for one in codes if codes.count(one) > 1}))
    yield from (f"fields: {code} is a name of the program" for code in codes if code in GIVEN)
    named = (("subject", template.subject), ("place", template.place), *(("public", one) for one in template.public))
    yield from (f"{what}: there is no field {code}" for what, code in named if code not in codes)
    for one in template.fields:
        if (one.type == "choice") != bool(one.choices):
            yield f"fields: {one.code} needs choices, or has some for nothing"
    for paragraph in template.paragraphs:
        yield from _wrong_places(paragraph, set(codes))
    conditions = [*(one.when for one in template.fields), *(one.when for one in template.paragraphs)]
    named_there = (when.field for when in conditions if when is not None)
    yield from (f"there is no field {code}" for code in named_there if code not in codes)
    if template.fees.late_percent and not template.fees.late:
        yield "fees: what is added when it is late has no code"
    if template.valid_to is not None and template.valid_to < template.valid_from:
        yield "valid_to is before valid_from"


def _wrong_places(paragraph: Paragraph, codes: set[str]) -> Iterator[str]:
    named = PLACE.findall(paragraph.text)
    yield from (f"paragraphs: there is no field {code}" for code in named if code not in codes | GIVEN)
    rest = OPTIONAL.sub(lambda part: part[1], PLACE.sub("", paragraph.text))
    if any(sign in rest for sign in "{}[]"):
        yield f"paragraphs: a bracket without its field in {paragraph.text[:40]!r}"
