"""Templates are data, read strictly: a word too many or a field that is not there is told, and nothing is used."""

import json
from datetime import date
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from desktop.certificates.templates import in_force, read_template, schema, shipped, written
from desktop.office.errors import OfficeError
from tests.desktop.certificates.conftest import LICENCE


def plain() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(LICENCE.read_text("utf-8"))
    return found


def test_what_comes_with_the_program_is_sound_and_fits_its_schema() -> None:
    from importlib import resources

    folder = resources.files("resources") / "certificates"
    assert (folder / "schema.json").read_bytes() == schema()
    assert [one.code for one in shipped()] == ["food_notification"]
    assert read_template(written(shipped()[0])) == shipped()[0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"titel": "x"}, "unknown field"),
        ({"subject": "nobody"}, "subject: there is no field nobody"),
        ({"public": ["site", "phone"]}, "public: there is no field phone"),
        ({"paragraphs": [{"text": "ให้ {holder} ที่ {place_of_birth}"}]}, "there is no field place_of_birth"),
        ({"paragraphs": [{"text": "ให้ {holder"}]}, "a bracket without its field"),
        ({"paragraphs": [{"text": "ให้ [ {site}"}]}, "a bracket without its field"),
        ({"paragraphs": []}, "length"),
        ({"register": "food"}, "regex"),
        ({"fees": {"yearly": "X", "late_percent": 20}}, "has no code"),
        ({"valid_to": "2020-01-01"}, "valid_to is before valid_from"),
    ],
)
def test_a_template_with_something_wrong_says_what(change: dict[str, object], said: str) -> None:
    with pytest.raises(OfficeError) as told:
        read_template(json.dumps(plain() | change))
    assert told.value.code == "certificates.template_unreadable"
    assert said in str(told.value.subject["what"])


def test_two_fields_of_one_name_and_choices_for_nothing_are_told() -> None:
    twice = plain()
    twice["fields"].append(dict(twice["fields"][0]))
    with pytest.raises(OfficeError, match="unreadable"):
        read_template(json.dumps(twice))
    lone = plain()
    lone["fields"][0]["type"] = "choice"
    with pytest.raises(OfficeError, match="unreadable"):
        read_template(json.dumps(lone))
    named = plain()
    named["fields"][2]["code"] = "holder"
    named["paragraphs"] = [{"text": "{holder}"}]
    with pytest.raises(OfficeError, match="unreadable"):
        read_template(json.dumps(named))


def test_garbage_and_too_much_are_told() -> None:
    for data in (b"", b"{", b"[" * 100_000, b" " * 300_000):
        with pytest.raises(OfficeError, match="unreadable"):
            read_template(data)


def test_the_day_chooses_the_version() -> None:
    first = read_template(LICENCE.read_bytes())
    second = replace(first, version="2570", valid_from=date(2026, 10, 1))
    ended = replace(first, code="other", valid_to=date(2026, 1, 31))
    known = (second, first, ended)
    assert [one.version for one in in_force(known, date(2026, 9, 30))] == ["2569-1"]
    assert [one.version for one in in_force(known, date(2026, 10, 1))] == ["2570"]
    assert len(in_force(known, date(2026, 1, 31))) == 2
    assert in_force(known, date(2020, 1, 1)) == ()


def test_a_template_travels_as_plain_json() -> None:
    assert msgspec.json.decode(written(shipped()[0]))["register"] == "FOOD"
