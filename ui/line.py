"""The post as the window sees it; whoever assembles the program brings the real one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from threading import Event

    from desktop.application import Desk
    from desktop.letters.online import ReadsAtCentre
    from desktop.office.desk_report import DeskReport
    from desktop.office.line_check import Finding, LineReport
    from desktop.office.post_state import PostState


class Line(Protocol):
    """Every call may block but `start`, `state` and `listen`; listeners are called on the post's own thread.

    `online`: what may be read at the centre and is never kept.
    """

    online: "ReadsAtCentre"

    def ask_centre(self, login: str, password: str) -> bytes:
        """The staff id of who signs in; OfficeError `post.no_line`, `accounts.wrong_password`, `accounts.too_often`."""
        ...

    def enrol(self, code: str, name: str) -> None:
        """Makes this desk known to the centre; OfficeError."""
        ...

    def succeed(self, code: str, name: str) -> None:
        """Goes on as the device of a new code, with all the work of this desk; OfficeError."""
        ...

    def desks(self) -> "tuple[DeskReport, ...]":
        """How every desk of the office is; OfficeError `desks.not_supervisor`, `post.no_line`."""
        ...

    def check(self, told: "Callable[[Finding], None]", ended: "Event") -> "LineReport":
        """Tries the line step by step; stops soon after `ended` is set."""
        ...

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def state(self) -> "PostState": ...

    def listen(self, told: "Callable[[PostState], None]") -> Callable[[], None]:
        """Starts telling every new state; the returned call stops it."""
        ...


MakeLine = Callable[["Desk", str], Line]
"""`make_line(desk, url)`; called off the GUI thread."""
