"""Waiting on a machine of any speed: what a test waits for is its promise, how long it may take is none."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from tests.helpers.answers import all_heard

PATIENCE_MS = 60_000
"""By then a test hangs. Five seconds passed with one password being hashed on a machine that had other work."""


class PatientBot(QtBot):
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """Until it is so and every act that was begun has answered.

        What is not there yet (`heard[-1]` of none, `page.id` of no page) is as little true as what is false.
        """

        def holds() -> bool | None:
            try:
                return callback()
            except (LookupError, AttributeError) as nothing:
                raise AssertionError(str(nothing)) from nothing

        super().waitUntil(holds, timeout=timeout)
        super().waitUntil(all_heard, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: list[Any], *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **more)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitActive(widget, timeout=timeout)
