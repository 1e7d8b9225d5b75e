"""How far CUPS has come with a job, asked from libcups: `lpstat` tells finished jobs and aborted ones alike."""

import ctypes
import ctypes.util
from functools import cache
from typing import Any, ClassVar

from desktop.devices.printer import JobState, PrintJob
from desktop.office.errors import OfficeError

_CONNECT_MS = 5000
_ALL_JOBS = -1
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


class _Job(ctypes.Structure):
    """`cups_job_t` of <cups/cups.h>, unchanged since CUPS 1.2."""

    _fields_: ClassVar = [
        ("id", ctypes.c_int),
        ("dest", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed_time", ctypes.c_long),
        ("creation_time", ctypes.c_long),
        ("processing_time", ctypes.c_long),
    ]


def job_state(job: PrintJob, server: str | None = None) -> JobState:
    """The state of a job; OfficeError `printer.offline` if no server answers, `printer.no_system` without libcups."""
    cups = _libcups()
    cups.cupsSetServer(server.encode() if server else None)
    where = cups.cupsServer(), cups.ippPort()
    connection = cups.httpConnect2(*where, None, 0, cups.cupsEncryption(), 1, _CONNECT_MS, None)
    if not connection:
        raise OfficeError("printer.offline", queue=job.queue)
    jobs = ctypes.POINTER(_Job)()
    try:
        count = cups.cupsGetJobs2(connection, ctypes.byref(jobs), job.queue.encode(), 0, _ALL_JOBS)
        states = [jobs[n].state for n in range(count) if jobs[n].id == job.number]
        cups.cupsFreeJobs(count, jobs)
    finally:
        cups.httpClose(connection)
    return _STATES.get(states[0], JobState.WAITING) if states else JobState.FORGOTTEN


@cache
def _libcups() -> Any:
    try:
        cups = ctypes.CDLL(ctypes.util.find_library("cups") or "libcups.so.2")
    except OSError as error:
        raise OfficeError("printer.no_system") from error
    pointer, text, whole = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    cups.cupsSetServer.argtypes = [text]
    cups.cupsServer.restype = text
    cups.httpConnect2.argtypes = [text, whole, pointer, whole, whole, whole, whole, pointer]
    cups.httpConnect2.restype = pointer
    cups.httpClose.argtypes = [pointer]
    cups.cupsGetJobs2.argtypes = [pointer, ctypes.POINTER(ctypes.POINTER(_Job)), text, whole, whole]
    cups.cupsFreeJobs.argtypes = [whole, ctypes.POINTER(_Job)]
    return cups
