"""A clerk's verbs on waste-fee accounts. When one returns, it is durable."""

from collections.abc import Sequence

from desktop.accounts.model import Person
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.people.model import Address
from desktop.people.rules import house_id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork
from desktop.waste import mutations as verbs
from desktop.waste.model import NewAccount, Payer, Rate, Standing, What
from desktop.waste.mutations import MOST_AT_ONCE, AccountPart, TermPart
from desktop.waste.queries import WasteQueries
from desktop.waste.rules import account_id, charge_of, first_term_id, in_force, is_month, problems


class WasteActions:
    """`who` is the clerk signed in."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = WasteQueries(desk.reader)

    def open(self, new: NewAccount) -> Id:
        """Opens the account of a house.

        OfficeError `waste.cannot_open` (fields), `waste.account_there`.
        """
        found = problems(new)
        if found:
            raise OfficeError("waste.cannot_open", fields=sorted(found))
        part = part_of(new)
        if self._queries.known([part.account_id]):
            raise OfficeError("waste.account_there")
        self.enter([new], "")
        return part.account_id

    def enter(self, accounts: Sequence[NewAccount], file_name: str, import_id: Id | None = None) -> None:
        """Opens some accounts of a file, in one transaction; houses that have theirs keep it as it is.

        `import_id`: what all parts of one file have in common (`new_import`).
        """
        parts = tuple(part_of(new) for new in accounts)
        assert len(parts) <= MOST_AT_ONCE
        body = verbs.OpenAccounts(parts, self._who.name_th, file_name, import_id)
        self._desk.write(lambda unit: unit.perform(verbs.OPEN, body, self._who.id))

    def new_import(self) -> Id:
        return self._desk.ids.new()

    def take_back(self, import_id: Id, reason: str) -> None:
        """Takes a whole file back, of which nothing was billed.

        OfficeError `waste.reason_missing`, `waste.import_gone`, `waste.import_billed` (file).
        """
        if not reason.strip():
            raise OfficeError("waste.reason_missing")
        body = verbs.TakeBackImport(import_id, reason.strip(), self._who.name_th)
        self._desk.write(lambda unit: unit.perform(verbs.TAKE_BACK, body, self._who.id))

    def change_payer(self, account: Id, from_month: str, payer: Payer, note: str = "") -> None:
        """OfficeError `waste.cannot_open` (fields), `waste.account_gone`."""
        if not payer.name.strip():
            raise OfficeError("waste.cannot_open", fields=["payer"])
        who = {"payer_name": payer.name.strip(), "payer_address": payer.address.strip(), "person_id": payer.person_id}
        self._change(account, from_month, What.PAYER, note=note, **who)

    def change_rate(self, account: Id, from_month: str, rate: Rate, note: str = "") -> None:
        """OfficeError `waste.cannot_open` (fields), `waste.account_gone`."""
        if not is_month(from_month) or charge_of(rate, from_month) is None:
            raise OfficeError("waste.cannot_open", fields=["rate"])
        self._change(account, from_month, What.RATE, note=note, fee_code=rate.fee_code, litres=rate.litres)

    def change_standing(self, account: Id, from_month: str, standing: Standing, reason: str, note: str = "") -> None:
        """Stops, exempts or charges (again) from a month on.

        OfficeError `waste.cannot_open` (fields), `waste.account_gone`.
        """
        if not reason.strip():
            raise OfficeError("waste.cannot_open", fields=["reason"])
        self._change(account, from_month, What.STANDING, standing=standing.value, reason=reason.strip(), note=note)

    def _change(self, account: Id, from_month: str, what: What, **said: object) -> None:
        if not is_month(from_month):
            raise OfficeError("waste.cannot_open", fields=["from_month"])

        def act(unit: UnitOfWork) -> None:
            now = in_force(self._queries.terms(account), from_month).get(what)
            values: dict[str, object] = {name: value for name, value in said.items() if value != ""}
            term = TermPart(unit.new_id(), what.value, from_month, seen=now.id if now else None, **values)  # type: ignore[arg-type]
            unit.perform(verbs.CHANGE, verbs.ChangeAccount(account, (term,), self._who.name_th), self._who.id)

        self._desk.write(act)


def part_of(new: NewAccount) -> AccountPart:
    """As it travels. The ids follow from the house: entered twice it is one account."""
    address = Address(**vars(new.place))
    house = house_id(address)
    account = account_id(house)
    parts = {name: value.strip() for name, value in (vars(new.place) | {"code": new.code}).items() if value.strip()}
    first = new.from_month
    terms = [
        _first(account, What.PAYER, first, payer_name=new.payer.name.strip(),
               payer_address=new.payer.address.strip() or None, person_id=new.payer.person_id),
        _first(account, What.RATE, first, fee_code=new.rate.fee_code, litres=new.rate.litres),
        _first(account, What.STANDING, first, standing=new.standing.value, reason=new.reason.strip() or None,
               note=new.note.strip() or None),
    ]  # fmt: skip
    if new.stop_month and new.stop_month > first:
        stopped = {"standing": Standing.STOPPED.value, "reason": new.reason.strip() or None}
        terms.append(_first(account, What.STANDING, new.stop_month, **stopped))
    return AccountPart(account, house, parts, tuple(terms))


def _first(account: Id, what: What, month: str, **said: object) -> TermPart:
    return TermPart(first_term_id(account, what, month), what.value, month, **said)  # type: ignore[arg-type]
