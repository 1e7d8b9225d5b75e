"""What all hands share: a desk, the witness, and a way to choose among what there is to act upon."""

from typing import Any, ClassVar

from desktop.accounts.mutations import DefinePost, DefineStaff
from tests.convergence.invariants.scene import Printer
from tests.helpers.acts import begin_proofs
from tests.helpers.town import Town, TownDesk, identity

CLK, ENG, FIN, EDU = (identity(code) for code in ("CLK", "ENG", "FIN", "EDU"))
HEAD_POST, MAYOR_POST = identity("post-eng"), identity("post-mayor")
MAYOR, HEAD = "นายกเทศมนตรี", "ผู้อำนวยการ"
"""The positions of somchai and wichai: delegations name them."""
LETTERS = "SELECT id FROM letter ORDER BY id"


class Hand:
    """Each name of `ACTS` is a deed of it, called with a number that chooses; what our own rules refuse is no fault."""

    ACTS: ClassVar[tuple[str, ...]] = ()

    def __init__(self, printer: Printer, desk: TownDesk) -> None:
        self.printer = printer
        self.desk = desk
        self.where = str(desk.folder)

    def pick(self, query: str, which: int, *values: Any) -> Any:
        """The first column of one of the rows; None where there is none."""
        row = self.row(query, which, *values)
        return row[0] if row else None

    def row(self, query: str, which: int, *values: Any) -> Any:
        found = self.desk.desk.reader.rows(query, values)
        return found[which % len(found)] if found else None

    @staticmethod
    def someone(which: int) -> str:
        """Of the registry, or of the engineers."""
        return "wichai" if which % 2 else "kanda"


def people_the_chain(town: Town) -> None:
    """A mayor, a head of the engineers below him and one of theirs to whom letters may be given; and a cashier.

    The office has its key: it vouches for its desks.
    """
    begin_proofs(town)
    for login, name, post, unit, role in (
        ("somchai", "นายสมชาย", MAYOR, CLK, "executive"),
        ("wichai", "นายวิชัย เดิม", HEAD, ENG, "head"),
        ("chang", "นายช่าง", "นายช่างโยธา", ENG, "officer"),
        ("piyada", "นางสาวปิยะดา", "เจ้าพนักงานการเงิน", FIN, "cashier"),
    ):
        town.admin.define_staff(
            town.office_id, DefineStaff(identity(login), login, name, login, post, post, unit, role)
        )
    mayor = DefinePost(MAYOR_POST, "MAYOR", MAYOR, "Mayor", 9, CLK, None, identity("somchai"))
    town.admin.define_post(town.office_id, mayor)
    head = DefinePost(HEAD_POST, "ENG", HEAD, "Director", 5, ENG, MAYOR_POST, identity("wichai"))
    town.admin.define_post(town.office_id, head)
