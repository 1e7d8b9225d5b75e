"""What a clerk does on a letter's way. Each verb is one transaction on the desk's writer; on return it is durable."""

from collections.abc import Sequence

from desktop.accounts.model import Person
from desktop.letters import asking, circulating, reassigning, routing
from desktop.letters.route_model import Part, Stages
from desktop.letters.underway import RoutePart
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.mutation import Mutation
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork


class RouteActions:
    """`who` is the person signed in: every act carries them."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who

    def send(
        self, letter_id: Id, stages: Stages, *, note: str | None = None, done_route: Id | None = None
    ) -> tuple[Id, ...]:
        """Sends the first stage; the others go as their turn comes. The ids of the first may be given to `recall`.

        `done_route`: the person's own holding, which ends with it. OfficeError `letters.already_routed`,
        `letters.unit_closed`, `letters.route_settled`, `letters.gone`, `letters.no_recipient`.
        """
        if not any(stages):
            raise OfficeError("letters.no_recipient")

        def act(unit: UnitOfWork) -> tuple[Id, ...]:
            first, *later = (tuple(_part(unit, part) for part in stage) for stage in stages if stage)
            plan_id = unit.new_id() if later else None
            body = routing.Route(letter_id, first, note, tuple(later), plan_id, done_route, self._who.unit.id)
            unit.perform(routing.ROUTE, body, self._who.id)
            return tuple(part.id for part in first)

        return self._desk.write(act)

    def finish(self, route_id: Id) -> None:
        """The person has done their part; the next stage goes. OfficeError `letters.route_settled`."""
        self._desk.write(lambda unit: unit.perform(routing.FINISH, routing.Finish(route_id), self._who.id))

    def ask_back(self, route_id: Id, reason: str) -> None:
        """OfficeError `letters.reason_missing`, `letters.already_asked`, `letters.route_settled`."""
        self._saying(asking.ASK_BACK, asking.AskBack, route_id, reason)

    def give_back(self, route_id: Id, words: str = "") -> None:
        """Agrees to what the sender asks. OfficeError `letters.not_asked`, `letters.route_settled`."""
        self._answer(route_id, words, agreed=1)

    def keep(self, route_id: Id, reason: str) -> None:
        """Refuses it. OfficeError `letters.reason_missing`, `letters.not_asked`, `letters.route_settled`."""
        self._answer(route_id, reason, agreed=0)

    def send_back(self, route_id: Id, reason: str) -> None:
        """It came to the wrong place. OfficeError `letters.reason_missing`, `letters.route_settled`."""
        self._saying(asking.SEND_BACK, asking.SendBack, route_id, reason)

    def remind(self, letter_id: Id, route_ids: Sequence[Id], words: str = "") -> None:
        """OfficeError `letters.nobody_to_remind`."""
        if not route_ids:
            raise OfficeError("letters.nobody_to_remind")

        def act(unit: UnitOfWork) -> None:
            parts = tuple(circulating.ReminderPart(unit.new_id(), route_id) for route_id in route_ids)
            body = circulating.Remind(letter_id, parts, words.strip(), self._who.name_th)
            unit.perform(circulating.REMIND, body, self._who.id)

        self._desk.write(act)

    def reassign(self, route_ids: Sequence[Id], to: Person, reason: str) -> None:
        """OfficeError `letters.reason_missing`, `.may_not_reassign`, `.person_not_of_unit`, `.route_settled`."""

        def act(unit: UnitOfWork) -> None:
            parts = tuple(reassigning.HeldPart(unit.new_id(), route_id) for route_id in route_ids)
            body = reassigning.Reassign(parts, to.id, to.name_th, reason.strip(), self._who.name_th)
            unit.perform(reassigning.REASSIGN, body, self._who.id)

        self._desk.write(act)

    def _answer(self, route_id: Id, reason: str, *, agreed: int) -> None:
        def act(unit: UnitOfWork) -> None:
            body = asking.AnswerAsk(unit.new_id(), route_id, agreed, reason.strip(), self._who.name_th)
            unit.perform(asking.ANSWER_ASK, body, self._who.id)

        self._desk.write(act)

    def _saying(
        self,
        verb: "Mutation[asking.AskBack] | Mutation[asking.SendBack]",
        body: type[asking.AskBack] | type[asking.SendBack],
        route_id: Id,
        reason: str,
    ) -> None:
        def act(unit: UnitOfWork) -> None:
            unit.perform(verb, body(unit.new_id(), route_id, reason.strip(), self._who.name_th), self._who.id)

        self._desk.write(act)


def _part(unit: UnitOfWork, part: Part) -> RoutePart:
    due = part.due.isoformat() if part.due else None
    return RoutePart(
        unit.new_id(), part.unit_id, part.purpose.value, due, part.post_id, part.person_id, int(part.wants_ack)
    )
