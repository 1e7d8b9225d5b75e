"""libcups, which speaks IPP with the CUPS server: the few of its functions that are used, and a connection."""

import ctypes
import ctypes.util
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, ClassVar

from desktop.office.errors import OfficeError

_CONNECT_MS = 5000
_WHOLE, _TEXT, _POINTER = ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p
_TAKES: dict[str, tuple[Any, list[Any]]] = {
    "cupsSetServer": (None, [_TEXT]),
    "cupsServer": (_TEXT, []),
    "cupsUser": (_TEXT, []),
    "cupsLastError": (_WHOLE, []),
    "cupsLastErrorString": (_TEXT, []),
    "httpConnect2": (_POINTER, [_TEXT, _WHOLE, _POINTER, _WHOLE, _WHOLE, _WHOLE, _WHOLE, _POINTER]),
    "httpClose": (None, [_POINTER]),
    "cupsAddOption": (_WHOLE, [_TEXT, _TEXT, _WHOLE, ctypes.POINTER(_POINTER)]),
    "cupsFreeOptions": (None, [_WHOLE, _POINTER]),
    "cupsCreateJob": (_WHOLE, [_POINTER, _TEXT, _TEXT, _WHOLE, _POINTER]),
    "cupsStartDocument": (_WHOLE, [_POINTER, _TEXT, _WHOLE, _TEXT, _TEXT, _WHOLE]),
    "cupsWriteRequestData": (_WHOLE, [_POINTER, _TEXT, ctypes.c_size_t]),
    "cupsFinishDocument": (_WHOLE, [_POINTER, _TEXT]),
    "cupsCancelJob2": (_WHOLE, [_POINTER, _TEXT, _WHOLE, _WHOLE]),
    "cupsGetJobs2": (_WHOLE, [_POINTER, _POINTER, _TEXT, _WHOLE, _WHOLE]),
    "cupsFreeJobs": (None, [_WHOLE, _POINTER]),
    "ippNewRequest": (_POINTER, [_WHOLE]),
    "ippAddString": (_POINTER, [_POINTER, _WHOLE, _WHOLE, _TEXT, _TEXT, _TEXT]),
    "ippAddInteger": (_POINTER, [_POINTER, _WHOLE, _WHOLE, _TEXT, _WHOLE]),
    "cupsDoRequest": (_POINTER, [_POINTER, _POINTER, _TEXT]),
    "ippFindAttribute": (_POINTER, [_POINTER, _TEXT, _WHOLE]),
    "ippGetCount": (_WHOLE, [_POINTER]),
    "ippGetInteger": (_WHOLE, [_POINTER, _WHOLE]),
    "ippGetString": (_TEXT, [_POINTER, _WHOLE, _POINTER]),
    "ippDelete": (None, [_POINTER]),
}
_ANY_TAG = 0
OPERATION_GROUP, INTEGER, NAME, URI = 0x01, 0x21, 0x42, 0x45
"""Tags of RFC 8010."""


class JobRow(ctypes.Structure):
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


@cache
def libcups() -> Any:
    """OfficeError `printer.no_system` where there is none."""
    try:
        cups = ctypes.CDLL(ctypes.util.find_library("cups") or "libcups.so.2")
    except OSError as error:
        raise OfficeError("printer.no_system") from error
    for name, (gives, takes) in _TAKES.items():
        function = getattr(cups, name)
        function.restype, function.argtypes = gives, takes
    return cups


@contextmanager
def connection(server: str | None, queue: str) -> Iterator[Any]:
    """A connection to the server. OfficeError `printer.offline` if none answers, `printer.no_system`."""
    cups = libcups()
    cups.cupsSetServer(server.encode() if server else None)
    where = cups.cupsServer(), cups.ippPort()
    found = cups.httpConnect2(*where, None, 0, cups.cupsEncryption(), 1, _CONNECT_MS, None)
    if not found:
        raise OfficeError("printer.offline", queue=queue)
    try:
        yield found
    finally:
        cups.httpClose(found)


class Answer:
    """What the server said to one IPP request; closed with `with`."""

    def __init__(self, http: Any, operation: int, uri: str, **numbers: int) -> None:
        cups = libcups()
        request = cups.ippNewRequest(operation)
        cups.ippAddString(request, OPERATION_GROUP, URI, b"printer-uri", None, uri.encode())
        for name, value in numbers.items():
            cups.ippAddInteger(request, OPERATION_GROUP, INTEGER, name.replace("_", "-").encode(), value)
        cups.ippAddString(request, OPERATION_GROUP, NAME, b"requesting-user-name", None, cups.cupsUser())
        self._answer = cups.cupsDoRequest(http, request, b"/")

    def __enter__(self) -> "Answer":
        return self

    def __exit__(self, *_: object) -> None:
        libcups().ippDelete(self._answer)

    def number(self, name: str) -> int | None:
        found = libcups().ippFindAttribute(self._answer, name.encode(), _ANY_TAG) if self._answer else None
        return int(libcups().ippGetInteger(found, 0)) if found else None

    def words(self, name: str) -> tuple[str, ...]:
        cups = libcups()
        found = cups.ippFindAttribute(self._answer, name.encode(), _ANY_TAG) if self._answer else None
        count = cups.ippGetCount(found) if found else 0
        return tuple((cups.ippGetString(found, place, None) or b"").decode() for place in range(count))
