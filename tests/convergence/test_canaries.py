"""Words planted where they may not be seen: at every door, as every desk, in every folder and log."""

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.model import Registration
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.secrecy import Secrecy
from sync.server.running import Beside
from sync.server.scope import Kind, Scope, Somebody, scope
from sync.wire.codec import encode
from tests.convergence.canaries import Canaries, spread
from tests.helpers.town import ENGINEERING, REGISTRY, Page, Town, TownDesk, identity

pytestmark = pytest.mark.long


@pytest.fixture
def towns(a_centre: Beside, tmp_path: Path) -> Iterator[list[Town]]:
    made = [Town(a_centre, tmp_path / name) for name in ("here", "there")]
    yield made
    for town in made:
        town.close()


def desks_of(town: Town) -> list[TownDesk]:
    """A shared counter, a unit's desk, a cleared head's own desk and the registrar's."""
    town.scopes.clear_person(town.office_id, "wichai", "secret")
    own = {"kind": Kind.PERSONAL, "people": ("wichai",)}
    return [
        town.desk("C1", (), REGISTRY),
        town.desk("E1", (), ENGINEERING),
        town.desk("P1", (), ("people/normal", "people/secret"), **own),  # type: ignore[arg-type]
        town.secrets_desk(),
    ]


def carry(*desks: TownDesk) -> None:
    for _ in range(2):
        for desk in desks:
            desk.round.run()
            while desk.errand.run().left:
                pass


def plant(town: Town, planter: TownDesk, canaries: Canaries) -> None:
    """A letter with a file, a note and a route of each secrecy for two units and for none, and a receipt."""
    for level in Secrecy:
        for unit in ("ENG", "EDU", None):
            name = f"คำ{town.office_id}{level.value}{unit}"
            page = f"%PDF-1.7 หน้า{name}".encode()
            letter = planter.letters().register(Registration(f"จาก{name}", "นายก", f"เรื่อง{name}"), [Page(page)])
            planter.letters().endorse(letter.id, f"เกษียณ{name}")
            if unit:
                planter.letters().route(letter.id, [identity(unit)], note=f"ส่ง{name}")
            if level is not Secrecy.NORMAL:
                planter.letters().classify(letter.id, level, f"เหตุ{name}")
            for place in ("จาก", "เรื่อง", "เกษียณ", "หน้า", *(("ส่ง",) if unit else ())):
                canaries.put(place + name, town, ("letter", letter.id), planter)
            canaries.files.add(hashlib.sha256(page).hexdigest())
    receipt = planter.cashier().issue(Payment(f"ผู้ชำระ{town.office_id}", (Charge(fees()[0], 1),)))
    canaries.put(f"ผู้ชำระ{town.office_id}", town, ("receipt", receipt.id), planter)


def test_no_word_is_met_where_it_may_not_be(towns: list[Town], caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    canaries = Canaries()
    here, there = towns
    for town in towns:
        planter = town.desk("X1", (INCOMING_SERIES,), ("registry/normal",))
        planter.round.run()
        plant(town, planter, canaries)
        carry(planter)
    desks = desks_of(here)
    strangers = [there.desk("C1", (), REGISTRY), there.secrets_desk()]
    carry(*desks, *strangers)
    canaries.nothing_leaks(here, desks, caplog.text)
    canaries.nothing_leaks(there, strangers, caplog.text)
    counter, unit, personal, registrar = (str(desk.folder) for desk in desks)
    met = {name: canaries.found.get(f"เรื่องคำ{here.office_id}{name}", set()) for name in met_by}
    assert met == {
        name: {{"C": counter, "E": unit, "P": personal, "R": registrar}[sign] for sign in signs}
        for name, signs in met_by.items()
    }
    hidden = f"คำ{here.office_id}{Secrecy.TOP_SECRET.value}"
    assert not [word for word in canaries.found if hidden in word]


met_by = {
    "normalENG": "CEPR",
    "normalEDU": "CR",
    "normalNone": "CR",
    "secretENG": "PR",
    "secretEDU": "R",
    "secretNone": "R",
    "very_secretENG": "R",
    "very_secretNone": "R",
}
"""Who must have met which subject: C counter, E unit, P the head's own desk, R registrar. Else nothing was tried."""


def test_the_search_finds_what_is_let_out(towns: list[Town], monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a centre that forgets to look at scopes is found out, in answers, in folders and in logs."""
    town, canaries = towns[0], Canaries()
    planter = town.desk("X1", (INCOMING_SERIES,), ("registry/normal",))
    secret = planter.letters().register(Registration("จากนกคีรีบูน", "นายก", "นกคีรีบูน"))
    planter.letters().classify(secret.id, Secrecy.SECRET, "ลับ")
    canaries.put("นกคีรีบูน", town, ("letter", secret.id), planter)
    carry(planter)
    counter = town.desk("C1", (), REGISTRY)
    canaries.nothing_leaks(town, [counter])
    with pytest.raises(AssertionError, match="words in a log"):
        canaries.nothing_leaks(town, [], "subject=นกคีรีบูน")
    allowed = canaries._words_by_row(town, counter)
    with monkeypatch.context() as careless:
        careless.setattr("sync.server.devices.scope", _careless)
        careless.setattr(canaries, "_words_by_row", lambda *_: allowed)
        with pytest.raises(AssertionError, match="met in /v1/sync"):
            canaries.nothing_leaks(town, [counter])
        counter.round.run()
    with pytest.raises(AssertionError, match="met in its folder"):
        canaries.nothing_leaks(town, [counter])
    counter.round.run()
    canaries.nothing_leaks(town, [counter])


def _careless(line: Sequence[bytes], kind: str, audiences: Iterable[str], people: Sequence[Somebody]) -> Scope:
    """The registry's secrets for everybody who has the registry."""
    honest = scope(line, kind, audiences, people)
    return Scope((*honest.buckets, "registry/secret"), (), None)


def test_what_lay_in_a_pack_before_it_was_secret_does_not_go_out(towns: list[Town]) -> None:
    town, canaries = towns[0], Canaries()
    planter, counter = town.desk("X1", (INCOMING_SERIES,), ("registry/normal",)), town.desk("C1", (), REGISTRY)
    letter = planter.letters().register(Registration("จากนกคีรีบูน", "นายก", "นกคีรีบูน"))
    canaries.put("นกคีรีบูน", town, ("letter", letter.id), planter)
    carry(planter)
    canaries.note_packs(town, counter)
    canaries.nothing_leaks(town, [counter])
    assert canaries.found == {"นกคีรีบูน": {str(counter.folder)}}, "as long as it is anybody's to read"
    planter.letters().classify(letter.id, Secrecy.SECRET, "ลับ")
    carry(planter, counter)
    canaries.nothing_leaks(town, [counter])


def test_what_is_packed_is_looked_into() -> None:
    packed = encode({"rows": [encode({"subject": "นกคีรีบูน" * 200})]})
    assert "นกคีรีบูน".encode() not in packed
    assert "นกคีรีบูน".encode() in spread(packed)
