"""Reads about the ways of letters: templates, what a person watches, what is open in somebody's hands."""

from datetime import date

from desktop.accounts.queries import AccountQueries
from desktop.letters.authority_queries import AuthorityQueries
from desktop.letters.chain import recipients
from desktop.letters.route_model import Held, Recipient, Stages, Template, Watch
from desktop.letters.stages import stages_from_json
from desktop.office.clock import from_utc_text
from desktop.office.ids import Id
from desktop.store.reader import Reader

_TEMPLATES = """
SELECT id, name, unit_id, kind, stages FROM route_template
WHERE withdrawn_at IS NULL AND (unit_id IS NULL OR unit_id = ?) AND (kind IS NULL OR kind = ?)
ORDER BY unit_id IS NULL, kind IS NULL, name, id
"""
_WATCH = "SELECT followed_at, looked_at, snoozed_until FROM letter_watch WHERE letter_id = ? AND person_id = ?"
_HELD = """
SELECT r.id, l.id, l.number, l.year_be, l.subject, r.unit_id, r.due_date
FROM routing r JOIN letter l ON l.office_id = r.office_id AND l.id = r.letter_id
LEFT JOIN chain_post p ON p.office_id = r.office_id AND p.id = r.post_id
WHERE r.state IN ('sent', 'received') AND r.done_at IS NULL AND (r.purpose = 'action' OR r.wants_ack = 1)
AND coalesce(r.held_by, p.staff_id, r.received_by) = ? ORDER BY r.due_date IS NULL, r.due_date, r.sent_at, r.id
"""


class RouteQueries:
    def __init__(self, reader: Reader, people: AccountQueries) -> None:
        self._reader = reader
        self._people = people

    def templates(self, unit_id: Id, kind: str) -> tuple[Template, ...]:
        """Those of the unit first, then the office's; those for this kind of letter before those for all."""
        found = self._reader.rows(_TEMPLATES, (unit_id, kind))
        return tuple(Template(id_, name, unit, of, stages_from_json(said)) for id_, name, unit, of, said in found)

    def preview(self, stages: Stages, today: date) -> tuple[tuple[Recipient, ...], ...]:
        """Who would get a letter, stage by stage, before it is sent: with who acts for whom on that day."""
        units = {unit.id: unit.name_th for unit in self._people.units()}
        acting = AuthorityQueries(self._reader).deputies(today)
        return recipients(stages, units, self._people.posts(today), self._people.names(), acting)

    def watch(self, letter_id: Id, person_id: Id) -> Watch:
        row = self._reader.one(_WATCH, (letter_id, person_id))
        if row is None:
            return Watch()
        followed, looked, snoozed = row
        return Watch(
            from_utc_text(followed) if followed else None,
            from_utc_text(looked) if looked else None,
            date.fromisoformat(snoozed) if snoozed else None,
        )

    def open_of(self, person_id: Id) -> tuple[Held, ...]:
        """The open letters in somebody's hands, those that are due first."""
        return tuple(
            Held(route, letter, number, year, subject, unit, date.fromisoformat(due) if due else None)
            for route, letter, number, year, subject, unit, due in self._reader.rows(_HELD, (person_id,))
        )
