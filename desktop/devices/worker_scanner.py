"""Scanners behind a driver of somebody else's, in a worker process a question: it may crash or hang without harm."""

import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from queue import Empty, SimpleQueue
from time import monotonic
from types import TracebackType

from desktop.devices.frames import Header, read_frame, write_frame
from desktop.devices.scanner import (
    MOST_PAGES,
    MOST_PIXELS,
    Abilities,
    ColourMode,
    Feed,
    ScannedPage,
    ScannerDevice,
    ScanSettings,
)
from desktop.devices.worker_process import close, opened, start, surroundings
from desktop.office.errors import OfficeError

_LOOK_S = 0.05
_GRACE_S = 5.0
"""How long a worker may take to stop before it is killed."""

_Answer = tuple[Header, bytes]


class WorkerScanner:
    """A `ScanSource`. `worker_command` starts a worker that talks as `driver_process` says."""

    def __init__(
        self,
        worker_command: Sequence[str],
        environment: Mapping[str, str] | None = None,
        patience_s: float = 180.0,
        leave_out: tuple[str, ...] = (),
    ) -> None:
        """`environment` is added to this process's own; a scanner that is silent for `patience_s` counts as offline.

        `leave_out`: how the ids begin of scanners that another source drives better.
        """
        self._leave_out = leave_out
        self._command = tuple(worker_command)
        self._environment = surroundings(environment)
        self._patience_s = patience_s

    def devices(self) -> list[ScannerDevice]:
        found: dict[str, ScannerDevice] = {}
        with self._ask({"do": "devices"}, threading.Event()) as worker:
            try:
                for header, _ in worker:
                    found |= _learned(found, header)
            except OfficeError:
                if not found:
                    raise  # else one driver died when asked for more, and the others are good
        driven = [device for device in found.values() if not device.id.startswith(self._leave_out)]
        if not driven:
            raise OfficeError("scanner.none_found", pages_done=0)
        return driven

    def scan(self, device_id: str, settings: ScanSettings, cancel: threading.Event) -> Iterator[ScannedPage]:
        order = {"do": "scan", "device": device_id, **vars(settings)}
        with self._ask(order, cancel) as worker:
            for header, body in worker:
                page = ScannedPage(data=body, **header["page"])
                if page.seq >= MOST_PAGES or page.width * page.height > MOST_PIXELS:
                    raise OfficeError("scanner.unbelievable", pages_done=page.seq)
                yield page

    def _ask(self, order: Header, cancel: threading.Event) -> "_Worker":
        return _Worker(self._command, self._environment, order, cancel, self._patience_s)


class _Worker:
    """One worker with its order; iterating gives its answers up to the last. Leaving the context ends the process."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        order: Header,
        cancel: threading.Event,
        patience_s: float,
    ) -> None:
        self._cancel = cancel
        self._patience_s = patience_s
        self._pages = 0
        self._answers: SimpleQueue[_Answer | None] = SimpleQueue()
        self._process = _start(command, environment)
        self._reader = threading.Thread(target=self._read, name="scanner", daemon=True)
        self._reader.start()
        self._say(order)

    def __enter__(self) -> "_Worker":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            close(pipe)

    def __iter__(self) -> Iterator[_Answer]:
        while answer := self._next():
            header, _ = answer
            if header["kind"] == "error":
                raise self._trouble(header["code"], header["words"])
            if header["kind"] == "end":
                return
            yield answer
            self._pages += 1

    def _next(self) -> _Answer | None:
        """The next answer; None when cancelled and stopped. OfficeError when the worker died or says nothing."""
        told = False
        deadline = monotonic() + self._patience_s
        while monotonic() < deadline:
            if self._cancel.is_set() and not told:
                told = True
                self._say({"do": "cancel"})
                deadline = monotonic() + _GRACE_S
            try:
                answer = self._answers.get(timeout=_LOOK_S)
            except Empty:
                continue
            if answer is None and not self._cancel.is_set():
                raise self._trouble("scanner.io", "the driver stopped")
            return answer
        if told:
            return None
        raise self._trouble("scanner.offline", "no answer")

    def _trouble(self, code: str, words: str) -> OfficeError:
        return OfficeError(code, pages_done=self._pages, words=words)

    def _say(self, order: Header) -> None:
        with suppress(OSError):  # it died: the end of its answers tells
            write_frame(opened(self._process.stdin), order)

    def _read(self) -> None:
        answers = opened(self._process.stdout)
        while answer := read_frame(answers):
            self._answers.put(answer)
        self._answers.put(None)


def _learned(found: Mapping[str, ScannerDevice], header: Header) -> dict[str, ScannerDevice]:
    if header["kind"] == "devices":
        return {name: ScannerDevice(name, words) for name, words in header["devices"]}
    device, said = found[header["device"]], header["can"]
    feeds, modes = frozenset(map(Feed, said["feeds"])), frozenset(map(ColourMode, said["modes"]))
    abilities = Abilities(**{**said, "feeds": feeds, "modes": modes, "dpis": tuple(said["dpis"])})
    return {device.id: replace(device, can=abilities)}


def _start(command: Sequence[str], environment: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    try:
        return start(command, environment)
    except OSError as error:
        raise OfficeError("scanner.io", pages_done=0, words=str(error)) from error
