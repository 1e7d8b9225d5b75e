"""E4, E8: a signed paper has one number and one signature, and what was done with papers is kept word for word."""

from typing import Any

from desktop.letters.custody import MOVE_PAPER
from desktop.office.ids import Id
from desktop.outgoing.dispatching import DELIVER, SEND
from desktop.outgoing.mutations import SIGN
from tests.convergence.invariants.scene import Scene, at_centre, deeds

_SIGNATURES = "SELECT letter_id, draft_id, version_id, content_sha256 FROM letter_signature WHERE office_id = :o"
_DRAFTS = "SELECT id, letter_id FROM draft WHERE office_id = :o AND letter_id IS NOT NULL"
_CUSTODY = "SELECT id, letter_id, act, holder, batch_id FROM letter_custody WHERE office_id = :o"
_DISPATCHES = "SELECT id, letter_id, to_party, reference, received_by_name FROM dispatch WHERE office_id = :o"


def a_signature_has_one_letter(scene: Scene) -> None:
    """E4: each act of signing is one signature under one letter; a draft names a letter that was signed from it."""
    said = {body["letter_id"]: tuple(body[name] for name in _SIGNED) for body in deeds(scene.town, SIGN.name)}
    rows = at_centre(scene.town, _SIGNATURES)
    assert len(rows) == len({letter for letter, *_ in rows}), "a letter was signed twice"
    assert {row[0]: row[1:] for row in rows} == said, "a signature is not as it was given"
    for draft, letter in at_centre(scene.town, _DRAFTS):
        assert said[letter][0] == draft, "a draft names another's letter"


_SIGNED = ("draft_id", "version_id", "content_sha256")


def papers_are_where_it_was_said(scene: Scene) -> None:
    """E8: every move of a paper, every dispatch and its first receipt is there once and as it was entered."""
    moved = {
        part["id"]: (part["letter_id"], part["act"], part["holder"], body["batch_id"])
        for body in deeds(scene.town, MOVE_PAPER.name)
        for part in body["parts"]
    }
    assert {row[0]: row[1:] for row in at_centre(scene.town, _CUSTODY)} == moved, "a paper is not where it was said"
    sent = {body["dispatch_id"]: body for body in deeds(scene.town, SEND.name)}
    rows = {row[0]: row[1:] for row in at_centre(scene.town, _DISPATCHES)}
    words = {key: (body["letter_id"], body["to_party"], body["reference"]) for key, body in sent.items()}
    assert {key: row[:3] for key, row in rows.items()} == words, "the dispatch book was changed"
    receivers = _first_receivers(deeds(scene.town, DELIVER.name, but="outgoing.dispatch_unknown"))
    assert {key for key, row in rows.items() if row[3]} == receivers.keys(), "a receipt without a word of anybody"
    for key, names in receivers.items():
        assert rows[key][3] in names, "the first receipt does not stand"


def _first_receivers(said: list[dict[str, Any]]) -> dict[Id, set[str]]:
    """Dispatch -> who received it by the word that came first (two that came in one stride are equals)."""
    first: dict[Id, int] = {}
    for body in said:
        first[body["dispatch_id"]] = min(body["oseq"], first.get(body["dispatch_id"], body["oseq"]))
    found: dict[Id, set[str]] = {key: set() for key in first}
    for body in said:
        if body["oseq"] == first[body["dispatch_id"]]:
            found[body["dispatch_id"]].add(body["received_by_name"])
    return found
