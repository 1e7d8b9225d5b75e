"""A letter that came by another channel too: no second number, its pages beside its own, known where it is."""

import pytest

from desktop.letters.model import Channel, Registration, Secrecy
from desktop.letters.rules import history
from desktop.office.errors import OfficeError
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.town import Page, Town, TownDesk
from tests.helpers.ways import ENG, LETTER, came_to, held, rounds


@pytest.fixture
def registry(town: Town) -> TownDesk:
    return town.desk("C1")


def test_it_keeps_its_one_number_and_every_desk_that_has_it_knows(town: Town, registry: TownDesk) -> None:
    engineers = town.second_desk()
    id_ = came_to(registry, engineers)
    registry.letters().came_again(id_, Channel.EMAIL, [Page(b"%PDF-1.7 of the second paper")])
    rounds(registry, engineers)
    for desk in (registry, engineers):
        letter = held(desk, id_)
        assert [(one.channel, one.noted_by) for one in letter.came_again] == [(Channel.EMAIL, "นางkanda")]
        assert [file.name for file in letter.files] == ["หนังสือเข้า.pdf"]
        assert ("came_again", "email") in [(event.kind, event.text) for event in history(letter)]
        desk_equals_centre(town, desk)
    assert town.count(f"SELECT count(*) FROM letter WHERE office_id = {town.office_id}") == 1
    assert ENG in {route.unit_id for route in held(engineers, id_).routes}


def test_of_a_secret_paper_no_page_comes_to_a_desk_that_keeps_none(town: Town, registry: TownDesk) -> None:
    secret = Registration(LETTER.from_party, LETTER.to_party, "x", secrecy=Secrecy.SECRET)
    secrets = "letters.secret.incoming/central"
    desk = town.desk("C2", (secrets,))
    town.scopes.clear_person(town.office_id, "kanda", "secret")
    desk.round.run()
    id_ = desk.letters().register(secret).id
    with pytest.raises(OfficeError, match=r"letters\.envelope_only"):
        desk.letters().came_again(id_, Channel.PAPER, [Page(b"%PDF-1.7 secret")])
    desk.letters().came_again(id_, Channel.PAPER)
    assert held(desk, id_).files == ()


def test_a_letter_that_is_not_here_takes_nothing(registry: TownDesk) -> None:
    with pytest.raises(OfficeError, match=r"letters\.gone"):
        registry.letters().came_again(bytes(16), Channel.HAND, [Page(b"%PDF-1.7")])
