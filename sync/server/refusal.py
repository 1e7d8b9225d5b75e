"""A request that is answered with a `Problem`: what happened in a code, and the HTTP status it travels with."""

from typing import Any

from sync.wire.messages import Problem


class Refusal(Exception):
    """`detail` is English for whoever reads a log, never a person's data; `headers` go out with the answer."""

    def __init__(
        self, status: int, code: str, detail: str = "", headers: dict[str, str] | None = None, **data: Any
    ) -> None:
        super().__init__(f"{status} {code} {detail}")
        self.status = status
        self.headers = headers or {}
        self.problem = Problem(code, detail, data or None)
