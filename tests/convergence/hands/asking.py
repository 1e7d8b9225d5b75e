"""What citizens ask: opened at one counter, moved by whoever has it, contradicted now and then."""

from desktop.cases.actions import CaseActions
from desktop.cases.kinds import shipped
from desktop.cases.model import Deed, Place, Reporter, Wanted
from tests.convergence.hands.hand import EDU, ENG, Hand

_CASES = "SELECT id FROM citizen_case ORDER BY id"
_CATEGORIES = ("streetlight", "garbage", "other", "road", "corruption")
_STEPS = ("accept", "start", "ask", "resume", "done", "reject", "reopen", "rate", "note", "part_done", "confirm")


class Asking(Hand):
    ACTS = ("open_case", "open_case", "step_case", "step_case", "step_case", "share_case")

    def open_case(self, which: int) -> None:
        kind = next(one for one in shipped() if one.code == "complaint")
        reporter = Reporter(f"ผู้แจ้ง {which}") if which % 3 else Reporter()
        category = _CATEGORIES[which % len(_CATEGORIES)]
        place = Place(f"ซอย {which % 9}", 18_740_000 + which, 98_940_000, "gps")
        case = self._cases("kanda").open(Wanted(kind, f"เรื่องที่ {which}", "counter", category, place, reporter))
        self.printer.numbers.append((case.line.series, case.line.year_be, case.line.number))

    def step_case(self, which: int) -> None:
        if case := self.pick(_CASES, which):
            deed = Deed(_STEPS[which % len(_STEPS)], f"บันทึก {which}", "กฟภ.", score=which % 5 + 1)
            self._cases(self.someone(which)).take(case, deed)

    def share_case(self, which: int) -> None:
        """With another division, or given to it altogether."""
        if case := self.pick(_CASES, which):
            step = "move" if which % 3 == 0 else "split"
            deed = Deed(step, "งานของกอง", unit_id=EDU if which % 2 else ENG)
            self._cases(self.someone(which)).take(case, deed)

    def _cases(self, login: str) -> CaseActions:
        return CaseActions(self.desk.desk, self.desk.person(login))
