"""A printer of the network as CUPS knows them (IPP/1.1): its paper can be counted, and it has every bad habit."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast

from PIL import Image

from desktop.paper import pages
from tests.helpers import ipp_wire as wire
from tests.helpers.escpos import pieces
from tests.helpers.rasters import grey

_PRINT, _VALIDATE, _CREATE, _SEND, _CANCEL, _JOB, _JOBS, _PRINTER = 0x02, 0x04, 0x05, 0x06, 0x08, 0x09, 0x0A, 0x0B
_OPERATIONS = (_PRINT, _VALIDATE, _CREATE, _SEND, _CANCEL, _JOB, _JOBS, _PRINTER)
_OK, _NOT_FOUND, _NOT_POSSIBLE = 0x0000, 0x0406, 0x0404
PENDING, PROCESSING, STOPPED, CANCELLED, ABORTED, COMPLETED = 3, 5, 6, 7, 8, 9
_IDLE, _PRINTS, _RESTS = 3, 4, 5


class Habit(StrEnum):
    WELL = "well"
    DIES = "dies"
    """Goes out in the middle of a sheet, and answers nobody until it is switched on."""
    JAMS = "jams"
    """Tears a sheet and stops; the job is lost when the jam is cleared."""
    EMPTY = "empty"
    """Has no paper; goes on when it is filled."""
    LIES = "lies"
    """Says completed, and nothing came out."""
    TWICE = "twice"
    """Every sheet comes out twice."""


@dataclass(frozen=True)
class Paper:
    """What lies in the tray: how it looks, and whether all of it is there."""

    picture: Image.Image
    whole: bool


@dataclass
class _Job:
    number: int
    name: str
    state: int = PENDING
    sheets: int = 0
    waiting: list[Image.Image] = field(default_factory=list)


class IppPrinter:
    """Runs on a port of this machine; `habit` is what it does with the next job, and with which of its sheets (from 1);
    `tray` is what came out."""

    def __init__(self) -> None:
        self.habit, self.at = Habit.WELL, 1
        self.tray: list[Paper] = []
        self.state, self.reasons = _IDLE, ("none",)
        self._jobs: dict[int, _Job] = {}
        self._lock = threading.RLock()
        self._port = 0
        self._server: _Server | None = None
        self.switch_on()

    @property
    def uri(self) -> str:
        return f"ipp://localhost:{self._port}/ipp/print"

    def switch_on(self) -> None:
        """What was in its memory is gone."""
        self.state, self.reasons, self._jobs = _IDLE, ("none",), {}
        self._server = _Server(("127.0.0.1", self._port), self)
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def switch_off(self) -> None:
        """Nobody hears it any more; whoever is connected is cut off."""
        server, self._server = self._server, None
        if server is not None:
            server.shutdown()
            server.server_close()
            server.cut()

    def fill(self) -> None:
        """Paper is laid in: what waited comes out."""
        with self._lock:
            self.state, self.reasons = _IDLE, ("none",)
            for job in self._jobs.values():
                if job.state == STOPPED:
                    self._lay_out(job, job.waiting)

    def clear_jam(self) -> None:
        """The torn sheet is taken out; what was to come after it is lost."""
        with self._lock:
            self.state, self.reasons = _IDLE, ("none",)
            for job in self._jobs.values():
                if job.state == STOPPED:
                    job.state = ABORTED

    @property
    def names(self) -> list[str]:
        """Of the jobs that it has taken since it was switched on."""
        return [job.name for job in self._jobs.values()]

    def answer(self, request: wire.Request) -> bytes | None:
        """The reply, or None when it goes out over the request."""
        with self._lock:
            return self._answer(request)

    def _answer(self, request: wire.Request) -> bytes | None:
        match request.operation:
            case 0x0B:
                return wire.reply(request, _OK, (wire.PRINTER, self._about_me()))
            case 0x04:
                return wire.reply(request, _OK)
            case 0x05:
                return self._about(request, self._new(request))
            case 0x02:
                return self._take(request, self._new(request))
        if request.operation == _JOBS:
            groups = [(wire.JOB, self._attributes(job)) for job in self._jobs.values()]
            return wire.reply(request, _OK, *groups)
        job = self._jobs.get(request.whole("job-id")) if "job-id" in request.said else None
        if job is None:
            return wire.reply(request, _NOT_FOUND)
        if request.operation == _SEND:
            return self._take(request, job)
        if request.operation == _CANCEL:
            return self._cancel(request, job)
        return self._about(request, job)

    def _new(self, request: wire.Request) -> _Job:
        job = _Job(len(self._jobs) + 1, request.words("job-name"))
        self._jobs[job.number] = job
        return job

    def _take(self, request: wire.Request, job: _Job) -> bytes | None:
        habit, self.habit = self.habit, Habit.WELL
        sheets = _drawn(request.data)
        if habit is Habit.DIES:
            self._tear(sheets)
            self.switch_off()
            return None
        if habit is Habit.JAMS:
            self._tear(sheets)
            job.state, self.state, self.reasons = STOPPED, _RESTS, ("media-jam-error",)
        elif habit is Habit.EMPTY:
            job.state, job.waiting = STOPPED, sheets
            self.state, self.reasons = _RESTS, ("media-empty-error",)
        elif habit is Habit.LIES:
            job.state, job.sheets = COMPLETED, len(sheets)
        else:
            self._lay_out(job, [sheet for sheet in sheets for _ in range(1 + (habit is Habit.TWICE))])
        return self._about(request, job)

    def _tear(self, sheets: list[Image.Image]) -> None:
        at, self.at = min(self.at, len(sheets)), 1
        self.tray += [*(Paper(sheet, True) for sheet in sheets[: at - 1]), _torn(sheets[at - 1])]

    def _lay_out(self, job: _Job, sheets: list[Image.Image]) -> None:
        self.tray += [Paper(sheet, True) for sheet in sheets]
        job.state, job.sheets = COMPLETED, len(sheets)

    def _cancel(self, request: wire.Request, job: _Job) -> bytes:
        if job.state >= CANCELLED:
            return wire.reply(request, _NOT_POSSIBLE)
        job.state = CANCELLED
        self.state, self.reasons = _IDLE, ("none",)
        return wire.reply(request, _OK)

    def _about(self, request: wire.Request, job: _Job) -> bytes:
        return wire.reply(request, _OK, (wire.JOB, self._attributes(job)))

    def _attributes(self, job: _Job) -> tuple[wire.Attribute, ...]:
        reasons = {STOPPED: "printer-stopped", ABORTED: "aborted-by-system", CANCELLED: "job-canceled-by-user"}
        return (
            (wire.INTEGER, "job-id", (job.number,)),
            (wire.URI, "job-uri", (f"{self.uri}/{job.number}",)),
            (wire.NAME, "job-name", (job.name,)),
            (wire.ENUM, "job-state", (job.state,)),
            (wire.KEYWORD, "job-state-reasons", (reasons.get(job.state, "none"),)),
            (wire.INTEGER, "job-impressions-completed", (job.sheets,)),
            (wire.INTEGER, "job-media-sheets-completed", (job.sheets,)),
        )

    def _about_me(self) -> tuple[wire.Attribute, ...]:
        formats = ("application/octet-stream", "application/pdf")
        return (
            (wire.URI, "printer-uri-supported", (self.uri,)),
            (wire.KEYWORD, "uri-security-supported", ("none",)),
            (wire.KEYWORD, "uri-authentication-supported", ("none",)),
            (wire.NAME, "printer-name", ("Emulator",)),
            (wire.TEXT, "printer-make-and-model", ("Emulator",)),
            (wire.ENUM, "printer-state", (self.state,)),
            (wire.KEYWORD, "printer-state-reasons", self.reasons),
            (wire.BOOLEAN, "printer-is-accepting-jobs", (True,)),
            (wire.KEYWORD, "ipp-versions-supported", ("1.1",)),
            (wire.ENUM, "operations-supported", _OPERATIONS),
            (wire.CHARSET, "charset-configured", ("utf-8",)),
            (wire.CHARSET, "charset-supported", ("utf-8",)),
            (wire.LANGUAGE, "natural-language-configured", ("en",)),
            (wire.LANGUAGE, "generated-natural-language-supported", ("en",)),
            (wire.MIME, "document-format-default", (formats[0],)),
            (wire.MIME, "document-format-supported", formats),
            (wire.INTEGER, "queued-job-count", (0,)),
            (wire.KEYWORD, "pdl-override-supported", ("attempted",)),
            (wire.INTEGER, "printer-up-time", (1,)),
            (wire.KEYWORD, "compression-supported", ("none",)),
            (wire.KEYWORD, "media-supported", ("iso_a4_210x297mm", "iso_a5_148x210mm")),
            (wire.KEYWORD, "sides-supported", ("one-sided",)),
            (wire.RANGE, "copies-supported", ((1, 99),)),
        )


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, where: tuple[str, int], printer: IppPrinter) -> None:
        self.printer = printer
        super().__init__(where, _Handler)

        self.held: set[socket.socket] = set()

    def cut(self) -> None:
        for one in list(self.held):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no trouble of the printer's."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        super().setup()
        cast(_Server, self.server).held.add(self.connection)

    def finish(self) -> None:
        cast(_Server, self.server).held.discard(self.connection)
        super().finish()

    def do_POST(self) -> None:
        if self.headers.get("Expect", "").lower() == "100-continue":
            self.send_response_only(100)
            self.end_headers()
        request = wire.read(self._body())
        body = cast(_Server, self.server).printer.answer(request)
        if body is None:
            self.close_connection = True
            self.connection.close()
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/ipp")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_expect_100(self) -> bool:
        return True

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers["Content-Length"]))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def log_message(self, *_: object) -> None:
        """Printers are quiet."""


def _drawn(data: bytes) -> list[Image.Image]:
    """The sheets of a document: a PDF's pages, or pieces of a roll."""
    begin = data[:4096].find(b"%PDF")  # drivers write job commands (PJL) before it
    if begin < 0:
        return pieces(data)
    pdf = data[begin : data.rindex(b"%%EOF") + 6]
    return [grey(pdf, page) for page in range(pages.page_count(pdf))]


def _torn(sheet: Image.Image) -> Paper:
    """Half of it printed, the rest white."""
    torn = Image.new("L", sheet.size, 255)
    torn.paste(sheet.crop((0, 0, sheet.width, sheet.height // 2)), (0, 0))
    return Paper(torn, False)


@contextmanager
def ipp_printer() -> Iterator[IppPrinter]:
    printer = IppPrinter()
    try:
        yield printer
    finally:
        printer.switch_off()
