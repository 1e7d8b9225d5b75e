"""The machine: two desks and a centre do everything in every order, on lines that break at the worst moments."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.accounts.mutations import DefineStaff
from desktop.cashier.fees import catalogue as fees
from desktop.cashier.model import Charge, Payment
from desktop.letters.model import Registration
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.post_state import PostState, judge
from sync.client.facts import LineFacts, facts
from sync.client.request import build
from sync.server.running import Beside
from sync.wire.messages import SyncRequest, SyncResponse
from tests.convergence import invariants as must
from tests.helpers.proxy import NONE, Fault
from tests.helpers.town import Page, Town, TownDesk, identity

REGISTRY, ENGINEERING = 0, 1
FAULTS = {
    "nothing": NONE,
    "refused": Fault(refuse=True),
    "reply lost": Fault(cut_after=0),
    "reply cut": Fault(cut_after=300),
    "somebody else": Fault(html=True),
}
ACTS = ("register", "register", "endorse", "route", "recall", "receive", "issue", "issue", "void")
UNITS = [identity(code) for code in ("ENG", "EDU", "FIN")]
DESKS = st.sampled_from([REGISTRY, ENGINEERING])
LETTERS = st.integers(0, 50)
WORK = st.lists(st.tuples(st.sampled_from(ACTS), LETTERS), min_size=1, max_size=5)
counts = {"examples": 0, "acts": 0, "rounds": 0, "broken rounds": 0, "crashes": 0, "numbers": 0, "green": 0}


class Municipality(RuleBasedStateMachine):
    """Actions at two desks, rounds over broken lines, crashes; at the end the lines heal and all must be one."""

    beside: Beside

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory(prefix="thesaban-machine-")
        self.town = Town(self.beside, Path(self._folder.name))
        assert isinstance(self.town.clock, ManualClock)
        self.clock = self.town.clock
        self.printer = must.Printer()
        self.desks: list[TownDesk] = []
        self.lines: list[LineFacts] = []
        self.said: dict[int, SyncRequest] = {}
        counts["examples"] += 1

    @initialize()
    def open_the_desks(self) -> None:
        self.desks = [self.town.desk(), self.town.second_desk()]
        self.lines = [LineFacts(), LineFacts()]
        for desk in self.desks:
            self.printer.acts[str(desk.folder)] = []

    @rule(at=DESKS, acts=WORK)
    def work(self, at: int, acts: list[tuple[str, int]]) -> None:
        """A stretch of work at one desk; `which` chooses among what there is to act upon."""
        for act, which in acts:
            with _Witnessed(self, at):
                getattr(self, act)(self.desks[at], which)

    def register(self, desk: TownDesk, which: int) -> None:
        count = len(self.printer.numbers)
        pages = [Page(f"%PDF-1.7 page {count}".encode() * 400)] if which % 2 else []
        done = desk.letters().register(Registration("กรมการปกครอง", "นายกเทศมนตรี", f"เรื่องที่ {count}"), pages)
        self.printer.numbers.append((INCOMING_SERIES, done.year_be, done.number))

    def endorse(self, desk: TownDesk, which: int) -> None:
        if letter := _pick(desk, "SELECT id FROM letter ORDER BY id", which):
            desk.letters("wichai" if which % 2 else "kanda").endorse(letter, "เพื่อโปรดทราบ")

    def route(self, desk: TownDesk, which: int) -> None:
        if letter := _pick(desk, "SELECT id FROM letter ORDER BY id", which):
            desk.letters().route(letter, UNITS[: which % 3 + 1])

    def recall(self, desk: TownDesk, which: int) -> None:
        if route := _pick(desk, "SELECT id FROM routing WHERE state = 'sent' ORDER BY id", which):
            desk.letters().recall([route])

    def receive(self, desk: TownDesk, which: int) -> None:
        if route := _pick(desk, "SELECT id FROM routing WHERE state = 'sent' ORDER BY id", which):
            desk.letters("wichai").receive(route)

    def issue(self, desk: TownDesk, which: int) -> None:
        receipt = desk.cashier().issue(Payment("นายทดสอบ ระบบดี", (Charge(fees()[0], which % 9 + 1),)))
        self.printer.numbers.append((receipt.series, receipt.fiscal_year_be, receipt.number))
        self.printer.receipts[receipt.id] = receipt

    def void(self, desk: TownDesk, which: int) -> None:
        counter = desk.desk.identity.counter
        mine = [one for one, paper in self.printer.receipts.items() if paper.counter == counter]
        standing = [one for one in mine if one not in self.printer.voids]
        if standing:
            receipt = standing[which % len(standing)]
            desk.cashier().void(receipt, "พิมพ์ผิด")
            self.printer.voids[receipt] = "พิมพ์ผิด"

    @rule(at=DESKS, fault=st.sampled_from(["nothing"] * len(FAULTS) + sorted(FAULTS)), meanwhile=WORK)
    def exchange(self, at: int, fault: str, meanwhile: list[tuple[str, int]]) -> None:
        """A round over a line with a fault, while the clerk works on; afterwards the line is whole again.

        What is done between request and answer must lie on top of the answer.
        """
        desk = self.desks[at]
        desk.proxy.set(FAULTS[fault])
        self.said[at] = build(desk.desk, ())
        honest, left = desk.centre.sync, [meanwhile]

        def slow(request: SyncRequest) -> SyncResponse:
            answer = honest(request)
            if left:
                self.work(at, left.pop())
            return answer

        desk.centre.sync = slow  # type: ignore[method-assign]
        self._round(at)
        desk.centre.sync = honest  # type: ignore[method-assign]
        desk.proxy.heal()

    @rule(pause=st.sampled_from([timedelta(minutes=1), timedelta(minutes=20), timedelta(hours=8), timedelta(days=45)]))
    def time_passes(self, pause: timedelta) -> None:
        """Tokens end, news grow old, and now and then a year turns while a desk has no line."""
        self.clock.advance(pause)

    @rule(name=st.sampled_from(["นายวิชัย ใหม่", "นายวิชัย เดิม"]))
    def centre_renames(self, name: str) -> None:
        words = ("wichai", name, "Wichai", "ผู้อำนวยการ", "Director")
        person = DefineStaff(identity("wichai"), *words, identity("ENG"), "head")
        self.town.admin.define_staff(self.town.office_id, person)

    @rule(at=DESKS)
    def carry_files(self, at: int) -> None:
        self.desks[at].errand.run()

    @rule(at=DESKS)
    def say_it_again(self, at: int) -> None:
        """S3: a request that was answered before, sent again, changes nothing and is answered as then."""
        if at in self.said and self.said[at].mutations:
            request = self.said[at]
            first = self._replay(at, request)
            acts = self._acts_at_centre()
            assert self._replay(at, request) == first
            assert self._acts_at_centre() == acts

    @rule(at=DESKS)
    def crash(self, at: int) -> None:
        """The process ends without a farewell; the desk starts again from its disk."""
        counts["crashes"] += 1
        self.desks[at].crash()
        self.desks[at].open()
        self.lines[at] = LineFacts()

    @invariant()
    def what_must_always_hold(self) -> None:
        must.numbers_are_unique(self.printer)
        for at, desk in enumerate(self.desks):
            must.pending_acts_lie_on_top(desk)
            must.every_number_is_accounted_for(desk, self.printer)
            must.nothing_done_is_lost(self.town, desk, self.printer)
            must.receipts_never_change(self.town, desk, self.printer)
            self._green_is_true(at)

    @precondition(lambda self: self.desks)
    @invariant()
    def the_feed_is_sound(self) -> None:
        must.feed_is_sound(self.town)

    def teardown(self) -> None:
        try:
            if self.desks:
                self._heal_and_drain()
                self._all_is_one()
        finally:
            counts["numbers"] += len(self.printer.numbers)
            self.town.close()
            self._folder.cleanup()

    def _heal_and_drain(self) -> None:
        """L1: a few rounds and errands after the faults end, everything has arrived."""
        for desk in self.desks:
            desk.proxy.heal()
        for _ in range(2):
            for at, desk in enumerate(self.desks):
                self._round(at)
                desk.errand.run()
        for at, desk in enumerate(self.desks):
            self._round(at)
            while desk.errand.run().left:
                pass

    def _all_is_one(self) -> None:
        for at, desk in enumerate(self.desks):
            must.desk_equals_centre(self.town, desk)
            must.nothing_is_held_without_right(desk)
            must.acts_are_in_order(self.town, desk)
            must.files_are_whole(self.town, desk, complete=True)
            desk.desk.settle("UPDATE attention SET resolved_at = created_at", ())
            assert self._strip(at).kind == "green", self._strip(at)
        must.money_is_the_same_everywhere(self.town, self.desks, self.printer)

    def _green_is_true(self, at: int) -> None:
        """L4: a green strip means S1, S9, S10, S11 and S16, as of the head that the desk has heard of."""
        desk, line = self.desks[at], self.lines[at]
        if self._strip(at).kind != "green":
            return
        counts["green"] += 1
        must.acts_are_in_order(self.town, desk)
        assert not desk.desk.reader.rows("SELECT 1 FROM outbox WHERE state = 'pending'")
        if line.head == self.town.count("SELECT head FROM office_head WHERE office_id = :o", o=self.town.office_id):
            must.desk_equals_centre(self.town, desk)
            must.nothing_is_held_without_right(desk)
            must.files_are_whole(self.town, desk, complete=True)

    def _strip(self, at: int) -> PostState:
        return judge(facts(self.desks[at].desk.reader, self.lines[at], self.town.clock.now()))

    def _round(self, at: int) -> None:
        desk = self.desks[at]
        counts["rounds"] += 1
        try:
            happened = desk.round.run(lambda step: must.pending_acts_lie_on_top(desk))
        except OfficeError as error:
            counts["broken rounds"] += 1
            if error.code not in {"post.no_line", "post.not_the_centre"}:
                raise
            self.lines[at] = self.lines[at].after_failure(error.code, self.town.clock.now())
        else:
            self.lines[at] = self.lines[at].after_round(happened, self.town.clock.now())

    def _replay(self, at: int, request: SyncRequest) -> list[object]:
        """What the centre says about acts that it may have heard of before; statuses are told as the first time."""
        answer = self.desks[at].centre.sync(request)
        return [(one.mseq, one.outcome or one.status, one.eff_oseq, one.code, one.data) for one in answer.results]

    def _acts_at_centre(self) -> int:
        return self.town.count("SELECT count(*) FROM mutation WHERE office_id = :o", o=self.town.office_id)


def _pick(desk: TownDesk, query: str, which: int) -> bytes | None:
    found = [row[0] for row in desk.desk.reader.rows(query)]
    return found[which % len(found)] if found else None


class _Witnessed(suppress):
    """Lets refusals pass (a letter may be elsewhere by now); notes all acts in the outbox: none may ever be missing."""

    def __init__(self, machine: Municipality, at: int) -> None:
        super().__init__(OfficeError)
        counts["acts"] += 1
        self._machine, self._at = machine, at

    def __exit__(self, *args: object) -> bool:
        desk = self._machine.desks[self._at]
        known = self._machine.printer.acts[str(desk.folder)]
        found = [mut_id for (mut_id,) in desk.desk.reader.rows("SELECT mut_id FROM outbox ORDER BY mseq")]
        assert found[: len(known)] == known
        known += found[len(known) :]
        return bool(super().__exit__(*args))  # type: ignore[arg-type]
