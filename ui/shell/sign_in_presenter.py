"""What the sign-in decides: when it may ask, what to say when it fails, and what a first time needs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop.office.errors import OfficeError

Ask = Callable[[str, str, Callable[[object], None], Callable[[Exception], None]], None]
"""`ask(user_name, password, done, failed)`: checks off the GUI thread; `done` brings the session."""


@dataclass(frozen=True)
class Person:
    """Somebody who has worked at this desk before, and can therefore enter without a line to the centre."""

    user_name: str
    name: str
    unit: str


class SignInView(Protocol):
    """What the presenter asks of the window."""

    def show_people(self, people: Sequence[Person], chosen: str) -> None: ...
    def show_busy(self, busy: bool) -> None: ...
    def show_missing(self, name: bool, password: bool) -> None: ...
    def show_failure(self, title: str, advice: str) -> None: ...
    def ask_again(self) -> None: ...


class SignInPresenter:
    """`entered` gets the session; `failed` hears of faults that are ours."""

    def __init__(
        self,
        view: SignInView,
        people: Sequence[Person],
        ask: Ask,
        entered: Callable[[object], None],
        failed: Callable[[Exception], object],
        language: Callable[[], str] = lambda: "th",
    ) -> None:
        self._view, self._ask, self._entered, self._failed = view, ask, entered, failed
        self._language = language
        self._busy = False
        self._failure: OfficeError | None = None
        view.show_people(people, people[0].user_name if people else "")

    def sign_in(self, user_name: str, password: str) -> None:
        """Asks once at a time; says at once what is not filled in."""
        if self._busy:
            return
        self._view.show_missing(not user_name, not password)
        if user_name and password:
            self._set_busy(True)
            self._ask(user_name, password, self._done, self._refused)

    def tell_again(self) -> None:
        """The language changed."""
        if self._failure is not None:
            self._view.show_failure(*self._failure.describe(self._language()))

    def _done(self, session: object) -> None:
        self._set_busy(False)
        self._entered(session)

    def _refused(self, error: Exception) -> None:
        from desktop.office.errors import OfficeError

        self._set_busy(False)
        if isinstance(error, OfficeError):
            self._failure = error
            self._view.show_failure(*error.describe(self._language()))
        else:
            self._failed(error)
        self._view.ask_again()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._failure = None
        self._view.show_busy(busy)
