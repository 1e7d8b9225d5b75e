"""Citizens of the demo municipality with their houses and waste-fee accounts, as acts of the centre.

They are the parties of `resources/demo/municipality.json`; their numbers are sealed with the demo's own code, as a desk
would have sealed them.
"""

from collections.abc import Iterator
from typing import Any

from desktop.office.key_code import secret_of
from desktop.people import mutations as people
from desktop.people.model import Address, NumberKind, Tie
from desktop.people.numbers import PeopleKey
from desktop.people.rules import house_id, number_key, tie_id
from desktop.waste import mutations as waste
from desktop.waste.actions import part_of
from desktop.waste.model import NewAccount, Payer, Place, Rate

FIRST_MONTH = "2026-08"
"""From then on they are charged, so that there are arrears from the first day."""
_TITLES = ("นางสาว", "นาง", "นาย")
_BY_HOUSEHOLD = Rate("WASTE_MONTHLY")


def acts_of(parties: list[dict[str, Any]], code: str, clerk: str) -> Iterator[tuple[Any, Any]]:
    """(mutation, body) of every person who lives in the municipality, and of their house's account."""
    secret = secret_of(code)
    assert secret
    key, accounts = PeopleKey(secret), []
    for party in parties:
        if party["kind"] != "person":
            continue
        title, given, family = _name(party["name"])
        where = _address(party["address"])
        number = number_key(party["national_id"], NumberKind.THAI)
        assert number is not None
        person, house = key.person_id(number, NumberKind.THAI), house_id(where)
        sealed = people.Number("thai", key.hash_of(number, NumberKind.THAI), key.seal(number, NumberKind.THAI))
        place = {name: value for name, value in vars(where).items() if value}
        named = {"kind": "natural", "title": title, "given": given, "family": family}
        yield people.RECORD, people.RecordPerson(person, named | place, sealed)
        yield people.RECORD_HOUSE, people.RecordHouse(house, place)
        yield people.TIE, people.TieHouse(tie_id(person, house, Tie.PAYER), person, house, Tie.PAYER.value)
        payer = Payer(party["name"], person_id=person)
        accounts.append(part_of(NewAccount(Place(**vars(where)), payer, _BY_HOUSEHOLD, FIRST_MONTH)))
    yield waste.OPEN, waste.OpenAccounts(tuple(accounts), clerk)


def _name(whole: str) -> tuple[str, str, str]:
    """Title, given name and family name."""
    title = next(one for one in _TITLES if whole.startswith(one))
    given, family = whole.removeprefix(title).split(" ", 1)
    return title, given, family


def _address(said: dict[str, str]) -> Address:
    return Address(
        said["house_no"], said["moo"], soi=said["soi"], road=said["road"], tambon=said["subdistrict"],
        amphoe=said["district"], province=said["province"],
    )  # fmt: skip
