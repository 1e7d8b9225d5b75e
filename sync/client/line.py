"""The line of one desk to its centre, as the program holds it: enrolment, signing in, and the post."""

import random
from collections.abc import Callable

from desktop.letters.online import ReadsAtCentre
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.office.post_state import PostFacts, PostState, judge
from desktop.store.desk import Desk
from sync.client import recovery
from sync.client.centre import Centre
from sync.client.enrol import enrol
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
            desk = self._desk
            watch = Watch(desk)
            self._centre = Centre(self._transport, desk.identity.device_id, desk.seed, desk.clock, self._rng, watch)
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
