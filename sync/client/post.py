"""The post at work: rounds when there is something to carry, an ear at the centre, and the truth about both.

Three threads that sleep until they are woken: one makes rounds and owns their retries, one waits for news, one carries
files.
"""

import logging
import random
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from desktop.office.changes import Changes
from desktop.office.errors import OfficeError
from desktop.office.post_state import PostFacts, PostState, judge
from desktop.store.desk import Desk
from sync.client.backoff import Backoff
from sync.client.blobs import BlobErrand
from sync.client.carrier import Carrier
from sync.client.centre import Centre
from sync.client.ear import Ear
from sync.client.facts import Stillness, facts
from sync.client.known import Known
from sync.client.outages import Outages
from sync.client.pulse import Pulse
from sync.client.round import Happened, Round

log = logging.getLogger(__name__)

IDLE_SECONDS = 60.0
"""A round is made at least this often, whatever is heard."""
LOOK_SECONDS = 15.0
"""The state is judged at least this often, because time alone can change it."""


class Post:
    """Carries one enrolled desk's post until `stop`. Listeners are called on the post's thread and must not block."""

    def __init__(self, desk: Desk, centre: Centre, rng: random.Random) -> None:
        self._desk = desk
        self._centre = centre
        self._clock = desk.clock
        self._round = Round(desk, centre)
        self._again = Backoff(rng)
        self._pulse = Pulse(desk.clock)
        self._known = Known(desk.clock, self._pulse)
        self._outages = Outages(desk)
        self._listeners: list[Callable[[PostState], None]] = []
        self._telling = threading.Lock()
        self._still = Stillness()
        self._state = judge(PostFacts(desk.clock.now()))
        self._unlisten: Callable[[], None] = lambda: None
        ear = Ear(centre, self._known, self._pulse, desk.clock, Backoff(rng))
        errand = BlobErrand(desk, centre, lambda: not self._pulse.ended)
        carrier = Carrier(errand, self._known, self._pulse, Backoff(rng))
        work = {"post": self._make_rounds, "post-news": ear.run, "post-files": carrier.run, "post-watch": self._watch}
        self._threads = [threading.Thread(target=act, name=name, daemon=True) for name, act in work.items()]

    def start(self) -> None:
        self._unlisten = self._desk.changes.listen(self._on_change)
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ends all threads; whoever has the transport must have cut it, or waits are waited for."""
        self._unlisten()
        self._pulse.end()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join()

    def try_now(self) -> None:
        """A person asks: the next round begins at once, whatever the last one said."""
        self._pulse.due_in(0)

    def state(self) -> PostState:
        """The state as last judged."""
        return self._state

    def listen(self, told: Callable[[PostState], None]) -> Callable[[], None]:
        """Starts telling every new state; the returned call stops it."""
        self._listeners.append(told)
        return lambda: self._listeners.remove(told)

    def _on_change(self, changes: Changes) -> None:
        """On the writer's thread: an act of the clerk is sent at once, unless the line is known to fail."""
        if changes.pulled:
            self._pulse.look()
        else:
            self._known.ring()

    def _make_rounds(self) -> None:
        while not self._pulse.ended:
            if self._pulse.wait_for_work(LOOK_SECONDS):
                self._pulse.due_in(IDLE_SECONDS)
                self._tell()  # what waits shows before it is sent: the round may hang
                self._guarded(self._make_round)
            self._tell()

    def _watch(self) -> None:
        """Judges the state also while a round hangs: what is stuck must show, whatever it is stuck in."""
        while not self._pulse.ended:
            self._pulse.rest(LOOK_SECONDS)
            if not self._pulse.ended:
                self._tell()

    def _make_round(self) -> None:
        began = self._clock.monotonic()
        first: list[tuple[int, float]] = []

        def progress(step: Happened) -> None:
            now = self._clock.monotonic()
            if not first or step.rows < first[0][0]:
                first[:] = [(step.rows, now)]
            rows, since = first[0]
            self._known.change(
                acts_a_second=_rate(step.sent, now - began),
                rows=step.rows,
                rows_of=step.rows_of,
                rows_a_second=_rate(step.rows - rows, now - since),
            )
            self._tell()

        happened = self._round.run(progress)
        self._again.reset()
        self._known.after_round(happened)
        self._note_line()
        self._pulse.beat()

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except OfficeError as error:
            if not self._pulse.ended:
                self._failed(error.code, float(error.subject.get("again_after", 0)))
        except Exception:
            log.exception("the post stumbled")
            self._failed("post.fault", 0.0)

    def _failed(self, code: str, at_least: float) -> None:
        """The retry belongs to a timer: no event of the line may bring it forward, only a person."""
        log.info("a round failed: %s", code)
        self._known.after_failure(code)
        self._note_line()
        self._pulse.due_in(self._again.next(at_least))

    def _note_line(self) -> None:
        """A ledger that can't be written (a full disk) must not end the post's thread."""
        with suppress(OfficeError):
            self._outages.note(self._known.facts.offline_since, self._clock.now())

    def _tell(self) -> None:
        """Judges the state, and tells it when it is another."""
        with self._telling:
            self._judge()

    def _judge(self) -> None:
        try:
            free = shutil.disk_usage(self._desk.folder).free
            state = judge(facts(self._desk.reader, self._known.facts, self._clock.now(), self._still, free))
        except OfficeError as error:
            state = replace(self._state, kind="red", trouble=error.code)
        if state != self._state:
            self._state = state
            for told in tuple(self._listeners):
                try:
                    told(state)
                except Exception:
                    log.exception("a listener stumbled")  # a screen's fault must not stop the post


def _rate(count: int, seconds: float) -> float:
    return count / seconds if seconds > 0 else 0.0
