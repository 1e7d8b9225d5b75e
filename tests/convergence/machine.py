"""The machine: desks and a centre do everything in every order, on lines that break at the worst moments."""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition
from hypothesis.stateful import rule as plain_rule
from sqlalchemy import text

from desktop.accounts.mutations import DefineStaff
from desktop.letters.model import MOMENT
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.secrecy import Secrecy
from sync.client.recovery import WAY_ON
from sync.wire.messages import SyncRequest, SyncResponse
from tests.convergence import invariants as must
from tests.convergence.astray_clock import AstrayClock
from tests.convergence.clerk import ACTS, Clerk
from tests.convergence.hands import CERTIFYING, EVERY, MONEY
from tests.convergence.hands.certifying import SERIES as CERTIFICATES
from tests.convergence.hands.hand import HEAD, people_the_chain
from tests.convergence.invariants.scene import at_centre
from tests.convergence.mishaps import DEVICES, DISKS, NUMBERS, Mishaps, is_active
from tests.helpers.direct import DirectCentre
from tests.helpers.faults import FAULTS, NONE
from tests.helpers.tally import Tally
from tests.helpers.town import CITIZENS, ENGINEERING, REGISTRY, Said, Town, TownDesk, identity

DESKS = st.integers(0, 2)
WHICH = st.integers(0, 50)
WORK = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 50)), min_size=1, max_size=5)
LINES = st.sampled_from(["whole"] * len(FAULTS) + sorted(FAULTS))
SEEDS, WIDE = st.integers(0, (1 << 32) - 1), 10_000
ABOUT = ("register", (*EVERY, "receive", "receive", "endorse", "route"))
HOURS = (("make_bill", MONEY), ABOUT, ABOUT, ("certify", CERTIFYING))
"""What some hours are full of: the deed that comes first, and all that may follow."""
PAUSES = st.sampled_from([timedelta(minutes=1), timedelta(minutes=20), timedelta(hours=8), timedelta(days=45)])
JUMPS = st.sampled_from([timedelta(0)] * 3 + [timedelta(hours=-1), timedelta(days=3), timedelta(days=400)])
PASSING = frozenset({"post.no_line", "post.not_the_centre", "post.refused"}) | WAY_ON
OUTGOING, SERVICE = "letters.outgoing/central", "service/normal"
OF_C1 = (INCOMING_SERIES, OUTGOING, CERTIFICATES)
OF_E1 = (OUTGOING, CERTIFICATES, f"letters.incoming/{identity('ENG').hex()}")
tally = Tally()
_PASSED = "SELECT type, count(*) FROM mutation WHERE office_id = :o AND status <> 'rejected' GROUP BY type"
_FLAWED = "SELECT flaw, count(*) FROM endorsement WHERE office_id = :o AND flaw IS NOT NULL GROUP BY flaw"


EVENTS = st.one_of(
    st.tuples(st.just("time_passes"), PAUSES),
    st.tuples(st.just("a_clock_jumps"), JUMPS),
    st.tuples(st.just("a_desk_moves"), st.sampled_from([ENGINEERING, REGISTRY, ("unit:EDU/normal",), ()])),
)


def rule(**given: Any) -> Callable[[Callable[..., None]], Any]:
    """A rule of the machine that is counted by its name."""

    def counting(deed: Callable[..., None]) -> Any:
        @wraps(deed)
        def counted(machine: Any, **values: Any) -> None:
            tally.add("rules", deed.__name__)
            deed(machine, **values)

        declared: Callable[..., Any] = plain_rule(**given)
        return declared(counted)

    return counting


class Municipality(RuleBasedStateMachine):
    """Actions at two or three desks, rounds over broken lines, crashes, copies; at the end all must be one."""

    centre: DirectCentre

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory(prefix="thesaban-machine-")
        self.town = Town(self.centre, Path(self._folder.name))
        assert isinstance(self.town.clock, ManualClock)
        self.clock = self.town.clock
        self.scene = must.Scene(self.town)
        self.mishaps = Mishaps(self.scene, self._open)
        self.copies: dict[int, tuple[Path, int]] = {}
        people_the_chain(self.town)
        tally.add("schedules", "histories")

    @initialize(third=st.booleans())
    def open_the_desks(self, third: bool) -> None:
        self.begin(third)

    def begin(self, third: bool) -> None:
        for counter, series, audiences in (("C1", OF_C1, REGISTRY), ("E1", OF_E1, ENGINEERING)):
            clock = AstrayClock(self.clock)
            self._enter(self.town.desk(counter, series, (*audiences, CITIZENS, SERVICE), clock=clock))
        if third:
            self._enter(self.town.secrets_desk("C2", AstrayClock(self.clock), (INCOMING_SERIES,)))

    def _enter(self, desk: TownDesk) -> None:
        self.scene.enter(desk)
        self._listen(desk)

    def _listen(self, desk: TownDesk) -> None:
        """Each answer is searched for words above the desk's scope as it comes."""

        def told(said: Said) -> None:
            must.no_word_above_scope(self.scene, desk, said)
            self.scene.checked["S20"] += 1

        desk.ears.told = told  # type: ignore[method-assign]

    def _at(self, which: int) -> TownDesk:
        return self.scene.desks[which % len(self.scene.desks)]

    @rule(at=DESKS, acts=WORK, more=WORK)
    def a_busy_hour(self, at: int, acts: list[tuple[str, int]], more: list[tuple[str, int]]) -> None:
        self._work(at, acts)
        self._work(at + 1, more)

    @rule(at=DESKS, acts=WORK)
    def work(self, at: int, acts: list[tuple[str, int]]) -> None:
        """A stretch of work at one desk."""
        self._work(at, acts)

    def _work(self, at: int, acts: list[tuple[str, int]]) -> None:
        tally.add("schedules", "acts", Clerk(self.scene, self._at(at)).do(acts))

    @rule(at=DESKS, seed=SEEDS)
    def letters_go_about(self, at: int, seed: int) -> None:
        self.hours(at, seed)

    def hours(self, at: int, seed: int) -> None:
        """Hours in which one desk and the other send, sign and lend letters, or make and pay bills, post in between."""
        rng = random.Random(seed)
        first, acts = HOURS[seed % len(HOURS)]
        for _ in range(rng.randint(3, 5)):
            some = [(first, rng.randrange(WIDE)), *((rng.choice(acts), rng.randrange(WIDE)) for _ in range(12))]
            self._work(at + rng.randrange(3), some)
            if rng.random() < 0.7:
                self._round(self._at(at + rng.randrange(3)))
            if rng.random() < 0.3:
                self.clock.advance(rng.choice([MOMENT, timedelta(hours=8), timedelta(days=2)]))

    @rule(at=DESKS, fault=LINES, meanwhile=WORK)
    def exchange(self, at: int, fault: str, meanwhile: list[tuple[str, int]]) -> None:
        """A round over a line with a fault, while the clerk works on; afterwards the line is whole again.

        What is done between request and answer must lie on top of the answer.
        """
        desk = self._at(at)
        self._break(desk, fault)
        honest, left = desk.centre.sync, [meanwhile]

        def slow(request: SyncRequest) -> SyncResponse:
            answer = honest(request)
            if left:
                self._work(at, left.pop())
            return answer

        desk.centre.sync = slow  # type: ignore[method-assign]
        self._round(desk)
        desk.centre.sync = honest  # type: ignore[method-assign]
        desk.proxy.heal()

    @rule(at=DESKS, fault=LINES)
    def carry_files(self, at: int, fault: str) -> None:
        desk = self._at(at)
        self._break(desk, fault)
        try:
            desk.errand.run()
        except OfficeError as error:
            if error.code not in PASSING | {"post.clock_wrong"}:
                raise
        desk.proxy.heal()

    @rule(at=DESKS, event=st.sampled_from(["crash", "arrive_late", "copy_the_disk", "the_copy_speaks"]))
    def happens(self, at: int, event: str) -> None:
        """Something befalls one desk."""
        tally.add("rules", event)
        getattr(self, event)(at)

    def arrive_late(self, at: int) -> None:
        """Requests that a line held back reach the centre after others of the same desk."""
        tally.add("faults", "arrived late", self._at(at).proxy.deliver_late())

    @rule(at=DESKS, event=EVENTS)
    def the_world_moves(self, at: int, event: tuple[str, Any]) -> None:
        """Time, clocks, standings: what nobody at a desk decides."""
        what, how = event
        tally.add("rules", what)
        getattr(self, what)(at, how)

    def time_passes(self, at: int, pause: timedelta) -> None:
        """Tokens end, news grow old, and now and then a year turns while a desk has no line."""
        self.clock.advance(pause)

    def a_clock_jumps(self, at: int, by: timedelta) -> None:
        """Somebody sets a desk's clock wrong, or right again."""
        clock = self._at(at).clock
        assert isinstance(clock, AstrayClock)
        clock.off = by
        tally.add("faults", "clock set")

    def a_desk_moves(self, at: int, audiences: tuple[str, ...]) -> None:
        """A desk is given another division: what it may no longer see goes with its next round."""
        identity = self._at(at).desk.identity
        if identity.counter == "C2":
            return  # the secrets registrar stays where he is
        self.town.scopes.set_standing(self.town.office_id, identity.device_id.hex(), audiences=audiences)
        tally.add("faults", "desk moved")
        self.scene.stale(self._at(at))

    @rule(at=DESKS, what=st.sampled_from(NUMBERS), which=WHICH, then=WORK)
    def numbers_change_hands(self, at: int, what: str, which: int, then: list[tuple[str, int]]) -> None:
        """Registers and books are passed on, taken and lost, while others number on as if nothing were."""
        self.befall(at, what, which)
        self._work(at + which, then)

    @rule(at=DESKS, what=st.sampled_from(DEVICES), which=WHICH, before=WORK, after=WORK)
    def desks_come_and_go(
        self, at: int, what: str, which: int, before: list[tuple[str, int]], after: list[tuple[str, int]]
    ) -> None:
        """A desk is withdrawn, replaced, or what it left is settled; it works before, and after all the same."""
        self._work(at, before)
        self.befall(at, what, which)
        self._work(at, after)

    @rule(at=DESKS, what=st.sampled_from(DISKS), which=WHICH, before=WORK, after=WORK)
    def disks_fail(
        self, at: int, what: str, which: int, before: list[tuple[str, int]], after: list[tuple[str, int]]
    ) -> None:
        """A copy of a store is kept, or put in its place after more was done."""
        self._work(at, before)
        self.befall(at, what, which)
        self._work(at, after)

    def befall(self, at: int, what: str, which: int) -> None:
        tally.add("rules", what)
        self.mishaps.befall(what, self._at(at), which)

    @rule(name=st.sampled_from(["นายวิชัย ใหม่", "นายวิชัย เดิม"]), active=st.sampled_from([1, 1, 0]))
    def centre_changes_a_person(self, name: str, active: int) -> None:
        """Somebody gets another name, or may not work any more: his intents are refused from now on, facts flagged."""
        words = ("wichai", name, "Wichai", HEAD, "Director")
        person = DefineStaff(identity("wichai"), *words, identity("ENG"), "head", active)
        self.town.admin.define_staff(self.town.office_id, person)

    @rule(which=st.integers(0, 50), wanted=st.sampled_from(Secrecy))
    def the_centre_classifies(self, which: int, wanted: Secrecy) -> None:
        """An administrator decides: the only one who can bring back what is ลับที่สุด."""
        office = self.town.office_id
        query = text("SELECT year_be, number FROM letter WHERE office_id = :o AND secrecy <> :s ORDER BY number")
        with self.town.engine.connect() as connection:
            found = connection.execute(query, {"o": office, "s": wanted.value}).all()
        if found:
            letter = found[which % len(found)]
            self.town.scopes.classify(office, letter.year_be, letter.number, wanted, "คำสั่ง", "ปลัด")

    @rule(at=DESKS, which=st.integers(0, 200))
    def say_it_again(self, at: int, which: int) -> None:
        """S3, for anything that this desk ever said."""
        desk = self._at(at)
        self.a_clock_jumps(at, timedelta(0))
        said = list(desk.ears.said)
        if said and is_active(self.scene, desk):
            must.replays_change_nothing(self.town, desk, said[which % len(said)])
            self.scene.checked["S3"] += 1
            tally.add("faults", "said again later")

    def crash(self, at: int) -> None:
        """The process ends without a farewell; the desk starts again from its disk."""
        tally.add("faults", "desk killed")
        self._at(at).crash()
        self._open(self._at(at))

    def copy_the_disk(self, at: int) -> None:
        """Somebody keeps a copy of a desk's disk; where its chain stood then is remembered."""
        desk, folder = self._at(at), Path(self._folder.name) / f"copy {len(self.copies)} {at}"
        shutil.rmtree(folder, ignore_errors=True)
        desk.crash()
        shutil.copytree(desk.folder, folder)
        self._open(desk)
        self.copies[at % len(self.scene.desks)] = (folder, _last(desk, "1"))

    def the_copy_speaks(self, at: int) -> None:
        """S19: the original has worked on; the copy does something else and is refused within one request."""
        at %= len(self.scene.desks)
        original = self._at(at)
        if not is_active(self.scene, original):
            return
        if at not in self.copies or _last(original, "state <> 'pending'") <= self.copies[at][1]:
            return
        folder, _ = self.copies.pop(at)
        tally.add("faults", "disk copied")
        copy = TownDesk(folder, self.clock, self.town.line(), original.keys)
        try:
            if letter := copy.desk.reader.one("SELECT id FROM letter LIMIT 1"):
                copy.letters().endorse(letter[0], "จากสำเนา")
                must.a_copy_is_refused(self.town, copy)
                self.scene.checked["S19"] += 1
        finally:
            copy.close()

    @precondition(lambda self: self.scene.desks)
    @invariant()
    def what_must_always_hold(self) -> None:
        must.hold(self.scene, must.When.ALWAYS)

    def teardown(self) -> None:
        try:
            if self.scene.desks:
                self._all_is_one()
        finally:
            tally.add("schedules", "numbers printed", len(self.scene.printer.numbers))
            tally.of("laws").update(self.scene.checked)
            tally.of("deeds").update(self.deeds())
            self.town.close()
            self._folder.cleanup()

    def _all_is_one(self) -> None:
        """Lines are whole, late requests arrive, everything drains, and then all is the same everywhere."""
        self.clock.advance(MOMENT)
        for desk in self.scene.desks:
            desk.proxy.heal()
            desk.proxy.deliver_late()
            assert isinstance(desk.clock, AstrayClock)
            desk.clock.off = timedelta(0)
        for desk in self.scene.desks:
            self._round(desk)
            if desk.desk.trouble:
                self.mishaps.enrol_anew(desk)
        must.everything_drains(self.scene, self._turn)
        self.scene.checked["L1"] += 1
        must.hold(self.scene, must.When.ALWAYS, must.When.AT_REST)
        for desk in self.scene.desks:
            desk.desk.settle("UPDATE attention SET resolved_at = created_at", ())
            desk.desk.settle("UPDATE review SET state = 'answered'", ())
            assert self.scene.strip(desk).kind == "green", self.scene.strip(desk)

    def deeds(self) -> dict[str, int]:
        """What the centre let pass, by kind: a deed that never came about proves nothing."""
        passed = Counter({"undone": len(self.scene.printer.undone)})
        for query in (_PASSED, _FLAWED):
            passed.update(dict(at_centre(self.town, query)))
        return +passed

    def _break(self, desk: TownDesk, fault: str) -> None:
        desk.proxy.set(FAULTS.get(fault, NONE))
        if fault in FAULTS:
            tally.add("faults", fault)

    def _turn(self, desk: TownDesk) -> None:
        self._round(desk)
        desk.errand.run()

    def _open(self, desk: TownDesk) -> None:
        desk.open()
        self._listen(desk)
        self.scene.forget_the_line(desk)

    def _look(self, desk: TownDesk) -> None:
        """What a clerk sees while a round is under way."""
        if str(desk.folder) not in self.scene.behind:
            must.pending_acts_lie_on_top(desk, self.scene.printer.acked)

    def _round(self, desk: TownDesk) -> None:
        tally.add("schedules", "rounds")
        line = self.scene.line(desk)
        try:
            happened = desk.round.run(lambda step: self._look(desk))
        except OfficeError as error:
            tally.add("schedules", "broken rounds")
            told_wrong = error.code == "post.clock_wrong" and desk.clock.now() != self.clock.now()
            if error.code not in PASSING and not told_wrong:
                raise
            line = line.after_failure(error.code, desk.clock.now())
        else:
            line = line.after_round(happened, desk.clock.now())
            if happened.proven:
                self.scene.behind.discard(str(desk.folder))
        finally:
            Clerk(self.scene, desk).note()  # a desk turns a year by itself
        self.scene.lines[str(desk.folder)] = line


def _last(desk: TownDesk, which: str) -> int:
    """The place of the last act of which this holds."""
    row = desk.desk.reader.one(f"SELECT coalesce(max(mseq), 0) FROM outbox WHERE {which}")
    return int(row[0]) if row else 0
