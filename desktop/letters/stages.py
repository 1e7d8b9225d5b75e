"""A route of several stages as a text that travels and is kept."""

import json
from collections.abc import Sequence
from typing import Any

from desktop.letters.route_model import Part, Purpose, Stages


def stages_as_json(stages: Stages) -> str:
    """Without deadlines, which belong to one letter."""
    return json.dumps([[_as_said(part) for part in stage] for stage in stages])


def _as_said(part: Part) -> dict[str, Any]:
    ids = {"unit": part.unit_id, "post": part.post_id, "person": part.person_id}
    said: dict[str, Any] = {name: value.hex() for name, value in ids.items() if value is not None}
    return said | {"purpose": part.purpose.value} | ({"ack": 1} if part.wants_ack else {})


def stages_from_json(said: str) -> Stages:
    """Empty for what is no route."""
    try:
        read: Sequence[Sequence[dict[str, Any]]] = json.loads(said)
        stages = tuple(tuple(_part(one) for one in stage) for stage in read)
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()
    return stages if stages and all(stages) else ()


def _part(said: dict[str, Any]) -> Part:
    post, person = (bytes.fromhex(said[name]) if name in said else None for name in ("post", "person"))
    unit = bytes.fromhex(said["unit"])
    return Part(unit, Purpose(said["purpose"]), post, person, wants_ack=bool(said.get("ack")))
