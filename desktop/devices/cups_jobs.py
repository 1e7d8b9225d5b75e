"""Jobs of CUPS, handed over and asked about by IPP: `lp` and `lpstat` tell too little, and are slow to start."""

import ctypes
import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from desktop.devices.libcups import Answer, JobRow, connection, libcups
from desktop.devices.printer import JobReport, JobState, Media, PrintJob
from desktop.office.errors import OfficeError

_ALL_JOBS = -1
_GET_JOB, _GET_PRINTER = 0x0009, 0x000B
_GOES_ON = 100
_PIECE = 1 << 18
_REQUEST_FAILED, _SERVER_AWAY = 0x0100, frozenset({0x0500, 0x0502})
_STOPPED = 5
_STATES = {
    3: JobState.WAITING,
    4: JobState.WAITING,
    5: JobState.PRINTING,
    6: JobState.FAILED,
    7: JobState.CANCELLED,
    8: JobState.FAILED,
    9: JobState.DONE,
}
"""IPP job-state (RFC 8011 5.3.7); CUPS leaves a job that a filter broke at 6, stopped, and never takes it up again."""
_UNFINISHED = frozenset({JobState.WAITING, JobState.PRINTING})
_RESTS = (
    *("media-empty", "media-needed", "media-jam", "cover-open", "door-open", "input-tray-missing", "interlock-open"),
    *("offline", "shutdown", "stopped", "paused", "timed-out", "toner-empty", "marker-supply-empty", "fuser"),
    *("output-area-full", "developer-empty", "hold-new-jobs"),
)
"""Beginnings of printer-state-reasons with which no paper moves."""
_HARMLESS = ("-warning", "-low", "none")


def job_state(job: PrintJob, server: str | None = None) -> JobState:
    """The state of a job; OfficeError `printer.offline` if no server answers, `printer.no_system` without libcups."""
    with connection(server, job.queue) as http:
        return _state(http, job)


def job_report(job: PrintJob, server: str | None = None) -> JobReport:
    """Its state, and how its printer does while it is not done; errors as `job_state`."""
    with connection(server, job.queue) as http:
        state = _state(http, job)
        if state is JobState.FORGOTTEN:
            return JobReport(state)
        with Answer(http, _GET_JOB, _uri(job.queue), job_id=job.number) as told:
            sheets = told.number("job-media-sheets-completed")
        if state not in _UNFINISHED:
            return JobReport(state, sheets)
        with Answer(http, _GET_PRINTER, _uri(job.queue)) as printer:
            reasons = tuple(one for one in printer.words("printer-state-reasons") if not one.endswith(_HARMLESS))
            stopped = printer.number("printer-state") == _STOPPED
        return JobReport(state, sheets, stopped or any(one.startswith(_RESTS) for one in reasons), reasons)


def find_job(queue: str, title: str, server: str | None = None) -> PrintJob | None:
    with connection(server, queue) as http:
        numbers = [row.id for row in _rows(http, queue) if row.title == title.encode()]
    return PrintJob(queue, max(numbers)) if numbers else None


def cancel_job(job: PrintJob, server: str | None = None) -> None:
    """Nothing happens to a job that is done, or forgotten."""
    with connection(server, job.queue) as http:
        libcups().cupsCancelJob2(http, job.queue.encode(), job.number, 0)


def submit_job(data: bytes, queue: str, title: str, media: Media, copies: int, server: str | None = None) -> PrintJob:
    """Hands over a PDF in its true size, one side only; anything else in the printer's own language."""
    is_pdf = data.startswith(b"%PDF")
    options = {"copies": str(copies)} | (_true_size(media) if is_pdf else {})
    form = "application/pdf" if is_pdf else "application/vnd.cups-raw"
    with connection(server, queue) as http:
        job = PrintJob(queue, _create(http, queue, title, options))
        _send(http, job, lambda out: out.write(data), form)
    return job


def submit_written(
    write: Callable[[BinaryIO], object], queue: str, title: str, media: Media, server: str | None = None
) -> PrintJob:
    """Hands over a PDF as `submit_job` does, while it is being written."""
    with connection(server, queue) as http:
        job = PrintJob(queue, _create(http, queue, title, _true_size(media)))
        _send(http, job, write, "application/pdf")
    return job


def _true_size(media: Media) -> dict[str, str]:
    return {"media": media.value, "print-scaling": "none", "sides": "one-sided"}


def _create(http: Any, queue: str, title: str, options: dict[str, str]) -> int:
    cups, kept, count = libcups(), ctypes.c_void_p(), 0
    for name, value in options.items():
        count = cups.cupsAddOption(name.encode(), value.encode(), count, ctypes.byref(kept))
    try:
        number = int(cups.cupsCreateJob(http, queue.encode(), title.encode(), count, kept))
    finally:
        cups.cupsFreeOptions(count, kept)
    if number == 0:
        refusal = _refusal(queue)
        with Answer(http, _GET_PRINTER, _uri(queue)) as printer:
            known = printer.number("printer-state") is not None
        raise refusal if known else OfficeError("printer.unknown_queue", queue=queue)
    return number


class _Sent(io.RawIOBase):
    """What is written goes to the server, for as long as it takes it."""

    def __init__(self, http: Any, *, goes_on: bool) -> None:
        super().__init__()
        self._http, self._size, self.goes_on = http, 0, goes_on

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._size

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self.goes_on = self.goes_on and libcups().cupsWriteRequestData(self._http, piece, len(piece)) == _GOES_ON
        self._size += len(piece)
        return len(piece)


def _send(http: Any, job: PrintJob, write: Callable[[BinaryIO], object], form: str) -> None:
    cups, queue = libcups(), job.queue.encode()
    begun = cups.cupsStartDocument(http, queue, job.number, b"paper", form.encode(), 1)
    sent = _Sent(http, goes_on=begun == _GOES_ON)
    try:
        with io.BufferedWriter(sent, _PIECE) as out:
            write(out)
    except BaseException:
        cups.cupsFinishDocument(http, queue)
        cups.cupsCancelJob2(http, queue, job.number, 0)
        raise
    if cups.cupsFinishDocument(http, queue) < _REQUEST_FAILED and sent.goes_on:
        return
    if cups.cupsLastError() in _SERVER_AWAY:
        raise OfficeError("printer.unsure", queue=job.queue)
    refusal = _refusal(job.queue)
    cups.cupsCancelJob2(http, queue, job.number, 0)
    raise refusal


def _refusal(queue: str) -> OfficeError:
    cups = libcups()
    reason = (cups.cupsLastErrorString() or b"").decode(errors="replace")
    return OfficeError("printer.refused", queue=queue, reason=reason)


def _state(http: Any, job: PrintJob) -> JobState:
    states = [row.state for row in _rows(http, job.queue) if row.id == job.number]
    return _STATES.get(states[0], JobState.WAITING) if states else JobState.FORGOTTEN


def _rows(http: Any, queue: str) -> Iterator[JobRow]:
    cups, jobs = libcups(), ctypes.POINTER(JobRow)()
    count = cups.cupsGetJobs2(http, ctypes.byref(jobs), queue.encode(), 0, _ALL_JOBS)
    try:
        yield from (jobs[place] for place in range(count))
    finally:
        cups.cupsFreeJobs(count, jobs)


def _uri(queue: str) -> str:
    return f"ipp://localhost/printers/{queue}"
