"""What a person does with a letter for themselves: reading a circular, following, putting away; and naming routes."""

from datetime import date

from desktop.accounts.model import Person
from desktop.letters import circulating, templates, watching
from desktop.letters.route_model import Stages
from desktop.letters.stages import stages_as_json
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork


class WatchActions:
    """`who` is the person signed in. Each verb is durable when it returns."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def read(self, route_id: Id) -> None:
        """Notes that somebody of the unit has opened a circular."""
        body = circulating.Read(route_id, self._who.name_th)
        self._desk.write(lambda unit: unit.perform(circulating.READ, body, self._who.id))

    def acknowledge(self, route_id: Id) -> None:
        """ทราบ: the unit's part of a circular is done."""
        body = circulating.Acknowledge(route_id, self._who.name_th)
        self._desk.write(lambda unit: unit.perform(circulating.ACKNOWLEDGE, body, self._who.id))

    def follow(self, letter_id: Id, on: bool = True) -> None:
        """Follows a letter, or has looked again at one that is followed; `on` False: no more."""

        def act(unit: UnitOfWork) -> None:
            unit.perform(watching.FOLLOW, watching.Follow(unit.new_id(), letter_id, int(on)), self._who.id)

        self._desk.write(act)

    def snooze(self, letter_id: Id, until: date | None) -> None:
        """Out of the person's baskets until a day; None: back at once. OfficeError `letters.snooze_in_past`."""

        if until is not None and until <= local_date(self._desk.clock.now()):
            raise OfficeError("letters.snooze_in_past")

        def act(unit: UnitOfWork) -> None:
            day = until.isoformat() if until else None
            unit.perform(watching.SNOOZE, watching.Snooze(unit.new_id(), letter_id, day), self._who.id)

        self._desk.write(act)

    def define_template(
        self, name: str, stages: Stages, *, unit_id: Id | None, kind: str | None = None, replaces: Id | None = None
    ) -> Id:
        """Names a route. OfficeError `letters.template_empty`."""

        def act(unit: UnitOfWork) -> Id:
            said = stages_as_json(stages)
            body = templates.DefineTemplate(
                unit.new_id(), name.strip(), said, self._who.name_th, unit_id, kind, replaces
            )
            unit.perform(templates.DEFINE, body, self._who.id)
            return body.template_id

        return self._desk.write(act)

    def withdraw_template(self, template_id: Id) -> None:
        """It is offered no more; what was sent by it stays as it is."""
        body = templates.WithdrawTemplate(template_id)
        self._desk.write(lambda unit: unit.perform(templates.WITHDRAW, body, self._who.id))
