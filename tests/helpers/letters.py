"""Letters of the demo municipality registered on a test's desk, with real pages."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from desktop.application import Office
from desktop.capture.model import CapturedDocument
from desktop.letters.model import Channel, Purpose, Registered, Registration, StampPlace, Urgency
from tests.helpers.captured import from_bytes
from tests.helpers.desk import MORNING, person, unit_id
from tools.demo_letters import DemoLetter, letter_pdf

URGENCY_WORDS = {"urgent": "ด่วน", "very_urgent": "ด่วนมาก", "most_urgent": "ด่วนที่สุด"}
_CHANNELS = {"email": Channel.EMAIL, "paper": Channel.PAPER, "counter": Channel.HAND}


@dataclass(frozen=True)
class Sample:
    registration: Registration
    units: tuple[bytes, ...]
    phrase: str
    pages: int


@cache
def samples() -> tuple[Sample, ...]:
    """The incoming letters of the sample municipality that are not secret, newest last."""
    text = (resources.files("resources") / "demo" / "municipality.json").read_text("utf-8")
    return tuple(_sample(one) for one in json.loads(text)["incoming_letters"] if one["secrecy"] == "normal")


def _sample(one: dict[str, Any]) -> Sample:
    registration = Registration(
        from_party=one["sender_agency"],
        to_party=one["addressed_to"],
        subject=one["subject"],
        book_number=one["sender_book_number"],
        letter_date=min(date.fromisoformat(one["letter_date"]), MORNING.date()) if one["letter_date"] else None,
        urgency=Urgency(one["urgency"]),
        channel=_CHANNELS[one["received_channel"]],
        due_date=date.fromisoformat(one["due_date"]) if one["due_date"] else None,
        stamp=StampPlace(0, 148.0, 12.0),
    )
    units = tuple(unit_id(code) for code in one["assigned_divisions"])
    phrase = one["endorsements"][0]["text"] if one["endorsements"] else ""
    return Sample(registration, units, phrase, one["pages"])


@cache
def document(place: int = 0, pages: int | None = None) -> CapturedDocument:
    """The pages of the sample at `place`, as a captured PDF."""
    sample = samples()[place]
    wanted = sample.registration
    letter = DemoLetter(
        wanted.from_party,
        wanted.book_number,
        wanted.letter_date or MORNING.date(),
        wanted.to_party,
        wanted.subject,
        URGENCY_WORDS.get(wanted.urgency, ""),
        pages or sample.pages,
    )
    return from_bytes(letter_pdf(letter, MORNING), f"letter-{place + 1:02d}.pdf")


def register(office: Office, place: int = 0, *, login: str = "kanda", with_pages: bool = True) -> Registered:
    """Registers one sample; what is due before today is registered without its due date."""
    wanted = samples()[place].registration
    documents: Sequence[CapturedDocument] = (document(place),) if with_pages else ()
    return office.letters(person(office, login)).register(wanted, documents)


def fill(office: Office, count: int = 20, *, routed: int = 8, pages: bool = True) -> tuple[Registered, ...]:
    """Registers samples over and over; the first `routed` of them are endorsed and sent to their units."""
    act = office.letters(person(office))
    done = []
    for number in range(count):
        place = number % len(samples())
        done.append(register(office, place, with_pages=pages))
        if number < routed:
            sample = samples()[place]
            act.endorse(done[-1].id, sample.phrase or "- เพื่อโปรดทราบ")
            act.route(done[-1].id, sample.units[:1])
            act.route(done[-1].id, sample.units[1:2], purpose=Purpose.COPY) if sample.units[1:2] else None
    return tuple(done)
