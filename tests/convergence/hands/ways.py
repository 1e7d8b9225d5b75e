"""Letters on their way: stages side by side and one after another, circulars, questions, what is kept in sight."""

from datetime import timedelta

from desktop.letters.chain import late_to_acknowledge
from desktop.letters.queries import LetterQueries
from desktop.letters.route_actions import RouteActions
from desktop.letters.route_model import Part, Purpose, Stages
from desktop.letters.watch_actions import WatchActions
from desktop.office.dates import local_date
from tests.convergence.hands.hand import CLK, EDU, ENG, FIN, HEAD_POST, LETTERS, MAYOR_POST, Hand
from tests.helpers.town import identity

_WICHAI = identity("wichai")
_STAGES: tuple[Stages, ...] = (
    ((Part(ENG),), (Part(EDU),)),
    ((Part(ENG), Part(FIN)), (Part(CLK),)),
    ((Part(ENG, person_id=_WICHAI),), (Part(ENG, post_id=HEAD_POST), Part(FIN, Purpose.COPY)), (Part(CLK),)),
    ((Part(FIN, Purpose.COPY),), (Part(ENG),), (Part(CLK, post_id=MAYOR_POST), Part(EDU))),
    ((Part(CLK, post_id=MAYOR_POST),),),
)
_CIRCULARS: tuple[Stages, ...] = (
    (tuple(Part(unit, wants_ack=True) for unit in (ENG, EDU, FIN)),),
    ((Part(ENG, wants_ack=True), Part(FIN, wants_ack=True)), (Part(EDU, wants_ack=True),)),
)
_OPEN = "SELECT id FROM routing WHERE state <> 'recalled' AND done_at IS NULL ORDER BY id"
_HELD = """
SELECT id FROM routing WHERE letter_id = ? AND unit_id = ? AND state = 'received' AND done_at IS NULL ORDER BY id
"""
_ASKED = "SELECT id FROM routing WHERE asked_at IS NOT NULL ORDER BY id"
_OF_ENG = "SELECT id FROM routing WHERE unit_id = ? AND state <> 'recalled' AND done_at IS NULL ORDER BY id"
_CIRCULAR = "SELECT id FROM routing WHERE wants_ack = 1 ORDER BY id"
_UNREAD = "SELECT id FROM routing WHERE wants_ack = 1 AND acknowledged_at IS NULL ORDER BY id"
_CIRCULATED = "SELECT DISTINCT letter_id FROM routing WHERE wants_ack = 1 ORDER BY letter_id"


class Ways(Hand):
    ACTS = (
        *("send_on", "send_on", "circulate", "finish", "finish", "ask_back", "answer", "send_back", "reassign"),
        *("open_circular", "acknowledge", "acknowledge", "remind", "follow", "snooze"),
    )

    def send_on(self, which: int) -> None:
        """Along stages; two times out of three what the sender's own unit holds of it ends with that."""
        letter, login = self.pick(LETTERS, which), self.someone(which)
        if letter:
            unit = self.desk.person(login).unit.id
            own = self.pick(_HELD, which, letter, unit) if which % 3 else None
            self._routes(login).send(letter, _STAGES[which % len(_STAGES)], done_route=own)

    def circulate(self, which: int) -> None:
        if letter := self.pick(LETTERS, which):
            self._routes("kanda").send(letter, _CIRCULARS[which % len(_CIRCULARS)], note="เวียน")

    def finish(self, which: int) -> None:
        if route := self.pick(_OPEN, which):
            self._routes(self.someone(which)).finish(route)

    def ask_back(self, which: int) -> None:
        if route := self.pick(_OPEN, which):
            self._routes("kanda").ask_back(route, "ส่งผิดกอง")

    def answer(self, which: int) -> None:
        """Gives back what was asked for, or keeps it."""
        if route := self.pick(_ASKED, which):
            routes = self._routes(self.someone(which))
            routes.give_back(route, "ตามที่ขอ") if which % 3 else routes.keep(route, "ดำเนินการแล้ว")

    def send_back(self, which: int) -> None:
        if route := self.pick(_OPEN, which):
            self._routes("wichai").send_back(route, "ไม่เกี่ยวข้อง")

    def reassign(self, which: int) -> None:
        """By the mayor, or by the head himself."""
        if route := self.pick(_OF_ENG, which, ENG):
            to = self.desk.person("chang" if which % 3 else "wichai")
            self._routes("somchai" if which % 2 else "wichai").reassign([route], to, "ลาป่วย")

    def open_circular(self, which: int) -> None:
        if route := self.pick(_UNREAD, which):
            self._watching(self.someone(which)).read(route)

    def acknowledge(self, which: int) -> None:
        """Now and then what was acknowledged, or recalled, already."""
        if route := self.pick(_UNREAD if which % 4 else _CIRCULAR, which):
            self._watching(self.someone(which // 4)).acknowledge(route)

    def remind(self, which: int) -> None:
        if letter := self.pick(_CIRCULATED, which):
            found = LetterQueries(self.desk.desk.reader).letter(letter)
            assert found is not None
            self._routes("kanda").remind(letter, late_to_acknowledge(found), "โปรดรับทราบ")

    def follow(self, which: int) -> None:
        if letter := self.pick(LETTERS, which):
            self._watching(self.someone(which)).follow(letter, on=bool(which % 3))

    def snooze(self, which: int) -> None:
        if letter := self.pick(LETTERS, which):
            today = local_date(self.desk.clock.now())
            until = today + timedelta(days=which % 5 + 1) if which % 4 else None
            self._watching(self.someone(which)).snooze(letter, until)

    def _routes(self, login: str) -> RouteActions:
        return RouteActions(self.desk.desk, self.desk.person(login))

    def _watching(self, login: str) -> WatchActions:
        return WatchActions(self.desk.desk, self.desk.person(login))
