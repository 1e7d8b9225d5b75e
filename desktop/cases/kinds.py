"""Kinds of cases read from data: those that come with the program, and those of the office, checked before use."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib import resources

import msgspec

from desktop.cases.kind import Kind, Step, When
from desktop.office.errors import OfficeError

SCHEMA = "schema.json"
_MOST = 256 * 1024


def read_kind(data: bytes | str, file: str = "") -> Kind:
    """A kind out of its JSON. OfficeError `cases.kind_unreadable` says in which file and what is wrong."""
    try:
        if len(data) > _MOST:
            raise ValueError("too large")
        kind = msgspec.json.decode(data, type=Kind)
    except (ValueError, RecursionError) as error:
        raise OfficeError("cases.kind_unreadable", file=file or "-", what=str(error)) from error
    wrong = next(contradictions(kind), None)
    if wrong is not None:
        raise OfficeError("cases.kind_unreadable", file=file or kind.code, what=wrong)
    return kind


def schema() -> bytes:
    """The JSON schema of a kind's file, for editors of such files."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Kind), order="deterministic"), indent=2) + b"\n"


@cache
def shipped() -> tuple[Kind, ...]:
    """Every kind of `resources/cases`. OfficeError `cases.kind_unreadable` names the file."""
    files = sorted((resources.files("resources") / "cases").iterdir(), key=lambda entry: entry.name)
    return tuple(
        read_kind(file.read_bytes(), file.name) for file in files if file.name.endswith(".json") and file.name != SCHEMA
    )


def in_force(kinds: Iterable[Kind], day: date) -> tuple[Kind, ...]:
    """The kinds in which a case may be opened on a day; of one code the one that came last, and was named last."""
    held: dict[str, Kind] = {}
    for kind in kinds:
        before = held.get(kind.code)
        valid = kind.valid_from <= day and (kind.valid_to is None or day <= kind.valid_to)
        if valid and (before is None or before.valid_from <= kind.valid_from):
            held[kind.code] = kind
    return tuple(held.values())


def contradictions(kind: Kind) -> Iterator[str]:
    """What a kind says that can't be, in words for whoever writes the file."""
    states = {state.code for state in kind.states}
    for name, codes in _named(kind):
        twice = {code for code in codes if codes.count(code) > 1}
        yield from (f"{name}: {code} is there twice" for code in sorted(twice))
    if kind.states[0].clock == "ended":
        yield "states: the first one is an end"
    for step in kind.steps:
        yield from _wrong_step(step, states)
    conditions = [(one.code, one.when) for one in kind.fields] + [(one.code, one.when) for one in kind.checklist]
    for whose, when in conditions:
        yield from _wrong_when(kind, whose, when)
    for field in kind.fields:
        if (field.type == "choice") != bool(field.choices):
            yield f"fields: {field.code} needs choices, or has some for nothing"
    for paper in kind.papers:
        yield from (f"papers: {paper.code} names the state {code}" for code in paper.states if code not in states)
    if kind.valid_to is not None and kind.valid_to < kind.valid_from:
        yield "valid_to is before valid_from"


def _named(kind: Kind) -> Iterator[tuple[str, list[str]]]:
    yield "states", [one.code for one in kind.states]
    yield "steps", [one.code for one in kind.steps]
    yield "categories", [one.code for one in kind.categories]
    yield "fields", [one.code for one in kind.fields]
    yield "checklist", [one.code for one in kind.checklist]
    yield "channels", [one.code for one in kind.channels]
    yield "papers", [one.code for one in kind.papers]
    yield "keys of categories", [str(one.key) for one in kind.categories if one.key is not None]


def _wrong_step(step: Step, states: set[str]) -> Iterator[str]:
    yield from (
        f"steps: {step.code} names the state {code}"
        for code in (*step.begins, *filter(None, [step.to]))
        if code not in states
    )
    needs = {"own": "unit", "split": "unit", "assign": "person", "item": "item", "rate": "score", "link": "case"}
    asked = needs.get(step.effect or "")
    if asked is not None and asked not in step.asks:
        yield f"steps: {step.code} must ask for {asked}"


def _wrong_when(kind: Kind, whose: str, when: When | None) -> Iterator[str]:
    if when is not None and all(field.code != when.field for field in kind.fields):
        yield f"{whose}: there is no field {when.field}"
