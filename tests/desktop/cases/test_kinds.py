"""Kinds are data: read strictly, checked against themselves, in force from a day; the schema is that of the code."""

import json
from datetime import date
from importlib import resources
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.cases.kinds import SCHEMA, contradictions, in_force, read_kind, schema, shipped
from desktop.days.shipped import rules
from desktop.office.errors import OfficeError

FOLDER = resources.files("resources") / "cases"
LICENCE = (Path(__file__).parent / "health_hazard_licence.json").read_bytes()


def test_the_schema_beside_the_kinds_is_the_one_the_program_reads_by() -> None:
    assert (FOLDER / SCHEMA).read_bytes() == schema()


def test_every_shipped_kind_is_sound_and_its_clock_has_a_rule() -> None:
    known = {rule.code for rule in rules()}
    assert {kind.code for kind in shipped()} >= {"complaint", "food_notification"}
    for kind in shipped():
        assert not list(contradictions(kind))
        assert kind.clock is not None
        assert kind.clock.rule in known | {rule.code for rule in kind.rules}


def test_every_state_of_a_shipped_kind_can_be_reached_and_left_or_is_an_end() -> None:
    for kind in shipped():
        reached = {kind.states[0].code}
        while (
            more := {step.to for step in kind.steps if step.to and (not step.begins or reached & set(step.begins))}
            - reached
        ):
            reached |= more
        assert reached == {state.code for state in kind.states}
        for state in kind.states:
            leaves = any(step.to not in (None, state.code) and state.code in step.begins for step in kind.steps)
            assert leaves or state.clock == "ended", f"{kind.code}: {state.code} is never left"


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"nmae": "x"}, "nmae"),
        ({"states": []}, "states"),
        ({"valid_from": "tomorrow"}, "valid_from"),
        ({"reporter": {"required": "yes", "hidden": True}}, "required"),
        ({"code": "No Code"}, "code"),
    ],
)
def test_what_is_misspelt_or_misshapen_is_refused_with_its_place(change: dict[str, object], what: str) -> None:
    wrong = json.loads(LICENCE) | change
    with pytest.raises(OfficeError) as caught:
        read_kind(json.dumps(wrong), "own.json")
    assert caught.value.code == "cases.kind_unreadable"
    assert what in caught.value.subject["what"]
    assert caught.value.subject["file"] == "own.json"


def broken(**change: object) -> str:
    return json.dumps(json.loads(LICENCE) | change)


def test_a_kind_that_contradicts_itself_is_refused() -> None:
    told = json.loads(LICENCE)
    nowhere = [step | {"to": "nowhere"} if step["code"] == "license" else step for step in told["steps"]]
    twice = [*told["states"], told["states"][0]]
    astray = [told["fields"][0] | {"when": {"field": "no_such", "equals": "1"}}]
    bare = [step | {"asks": []} if step["code"] == "hand_in" else step for step in told["steps"]]
    for wrong, word in ((broken(steps=nowhere), "nowhere"), (broken(states=twice), "twice"),
                        (broken(fields=astray), "no_such"), (broken(steps=bare), "item"),
                        (broken(valid_to="2024-01-01"), "valid_to")):  # fmt: skip
        with pytest.raises(OfficeError) as caught:
            read_kind(wrong)
        assert word in caught.value.subject["what"]


@pytest.mark.parametrize("wrong", [b"", b"[]", b"{", b"\xff\xfe", b"[" * 100_000, b" " * 300_000])
def test_what_is_no_kind_at_all_is_refused_in_words(wrong: bytes) -> None:
    with pytest.raises(OfficeError, match="kind_unreadable"):
        read_kind(wrong)


def test_of_one_code_the_version_that_came_last_holds_on_a_day() -> None:
    old = read_kind(LICENCE)
    new = replace(old, version="2570-1", valid_from=date(2026, 10, 1))
    assert in_force((old, new), date(2026, 9, 30)) == (old,)
    assert in_force((new, old), date(2026, 10, 1)) == (new,)
    assert in_force((replace(old, valid_to=date(2026, 1, 1)),), date(2026, 1, 2)) == ()
    assert in_force((old,), date(2020, 1, 1)) == ()
