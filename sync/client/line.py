"""The line of one desk to its centre, as the program holds it: enrolment, signing in, and the post."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event

from desktop.letters.online import ReadsAtCentre
from desktop.office.clock import from_utc_text
from desktop.office.desk_report import DeskReport
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.line_check import Finding, LineReport, Verdict, report_of
from desktop.office.post_state import PostFacts, PostState, judge
from desktop.office.version import VERSION
from desktop.store.desk import Desk
from sync.client import recovery
from sync.client.centre import Centre
from sync.client.enrol import enrol
from sync.client.line_check import LineCheck
from sync.client.online import OnlineReading
from sync.client.post import Post
from sync.client.succession import succeed
from sync.client.transport import Transport
from sync.client.watchword import Watch


class Line:
    """Calls may block, but `start`, `state`, `try_now` and `listen` never do. `url`: the address of the centre."""

    def __init__(self, desk: Desk, url: str, rng: random.Random | None = None) -> None:
        self._desk = desk
        self._url = url
        self._rng = rng or random.SystemRandom()
        self._transport = Transport(url, desk.clock)
        self._centre: Centre | None = None
        self._post: Post | None = None
        self._listeners: list[Callable[[PostState], None]] = []
        self.online: ReadsAtCentre = OnlineReading(lambda: self.centre)

    @property
    def centre(self) -> Centre:
        """OfficeError `desk.not_enrolled` before the centre knows this desk."""
        if self._centre is None:
            self._centre = self._speaker(self._transport)
        return self._centre

    def enrol(self, code: str, name: str) -> None:
        """Makes this desk known to the centre; errors as `sync.client.enrol.enrol`."""
        enrol(self._desk, self._url, code, name)

    def succeed(self, code: str, name: str) -> None:
        """Goes on as the device of a new code, with all the work; errors as `sync.client.succession.succeed`."""
        if self._post is not None:
            self._transport.abort()
            self._post.stop()
        self._transport.close()
        self._transport = Transport(self._url, self._desk.clock)
        self._centre, running = None, self._post is not None
        self._post = None
        try:
            succeed(self._desk, self._url, code, name, self._rng)
        finally:
            if running:
                self.start()

    def ask_centre(self, login: str, password: str) -> Id:
        """The staff id of who signs in; OfficeError `accounts.wrong_password`, `accounts.too_often`, `post.no_line`."""
        try:
            return self.centre.sign_in(login, password)
        except OfficeError as error:
            failure = recovery.told(self._desk, error)
            if failure.code in {"post.not_the_centre", "post.clock_wrong", *recovery.WAY_ON}:
                raise OfficeError("post.no_line") from error  # who has worked here may still read and print
            raise failure from error

    def desks(self) -> tuple[DeskReport, ...]:
        """How every desk of the office is; OfficeError `desks.not_supervisor`, `post.no_line`."""
        return tuple(
            DeskReport(
                one.device_id,
                one.name,
                one.counter,
                one.active,
                _moment(one.heard_at),
                one.outbox,
                _moment(one.oldest),
                one.blobs,
                one.attention,
                one.disk_free,
                timedelta(milliseconds=one.clock_off_ms),
                one.version,
            )
            for one in self.centre.desks().desks
        )

    def check(self, told: Callable[[Finding], None], ended: Event) -> LineReport:
        """Tries the line step by step, over connections of its own; stops soon after `ended` is set.

        Where it is found to be whole, the post does not wait for its next try.
        """
        fresh = Transport(self._url, self._desk.clock)
        try:
            centre = self._speaker(fresh) if self._desk.enrolled else None
            report = report_of(LineCheck(self._url, centre, self._desk.clock).run(told, ended), VERSION)
            if report.verdicts["round_trip"] in (Verdict.GOOD, Verdict.DOUBTFUL):
                self.try_now()
            return report
        finally:
            fresh.close()

    def _speaker(self, transport: Transport) -> Centre:
        desk = self._desk
        return Centre(transport, desk.identity.device_id, desk.seed, desk.clock, self._rng, Watch(desk))

    def start(self) -> None:
        """Begins to carry the post; again is no harm."""
        if self._post is None:
            self._post = Post(self._desk, self.centre, self._rng)
            self._post.listen(self._tell)
            self._post.start()

    def stop(self) -> None:
        """Ends every call under way and all threads; what was not sent stays in the store."""
        self._transport.abort()
        if self._post is not None:
            self._post.stop()
        self._transport.close()

    def try_now(self) -> None:
        if self._post is not None:
            self._post.try_now()

    def state(self) -> PostState:
        return self._post.state() if self._post else judge(PostFacts(self._desk.clock.now()))

    def listen(self, told: Callable[[PostState], None]) -> Callable[[], None]:
        """Starts telling every new state; the returned call stops it."""
        self._listeners.append(told)
        return lambda: self._listeners.remove(told)

    def _tell(self, state: PostState) -> None:
        for told in tuple(self._listeners):
            told(state)


def _moment(text: str | None) -> datetime | None:
    return from_utc_text(text) if text else None
