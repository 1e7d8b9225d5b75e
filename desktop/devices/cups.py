"""Printing through CUPS: the archived PDF itself is handed over, so that text, fonts and millimetres survive."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from typing import BinaryIO

from desktop.devices.cups_jobs import cancel_job, find_job, job_report, job_state, submit_job, submit_written
from desktop.devices.printer import JobReport, JobState, Media, PrintJob, Queue
from desktop.office.errors import OfficeError

_TIMEOUT_S = 20
_QUEUE = re.compile(r"^printer (?P<name>\S+) (?P<doing>.*)$")


class CupsPrinter:
    """A `Printer` on the CUPS server of this machine, or on `server` (`host:port`)."""

    def __init__(self, server: str | None = None) -> None:
        self._server = server

    def queues(self) -> tuple[Queue, ...]:
        answer = self._run("lpstat", "-p", "-d")
        if answer.returncode and not self._alive():
            raise OfficeError("printer.offline", queue="CUPS")
        return tuple(_queues(answer.stdout.splitlines()))

    def submit(self, pdf: bytes, queue: str, title: str, media: Media, copies: int = 1) -> PrintJob:
        return submit_job(pdf, queue, _plain(title), media, copies, self._server)

    def submit_written(self, write: Callable[[BinaryIO], object], queue: str, title: str, media: Media) -> PrintJob:
        return submit_written(write, queue, _plain(title), media, self._server)

    def state(self, job: PrintJob) -> JobState:
        return job_state(job, self._server)

    def report(self, job: PrintJob) -> JobReport:
        return job_report(job, self._server)

    def find(self, queue: str, title: str) -> PrintJob | None:
        return find_job(queue, _plain(title), self._server)

    def cancel(self, job: PrintJob) -> None:
        cancel_job(job, self._server)

    def _alive(self) -> bool:
        return "is running" in self._run("lpstat", "-r").stdout

    def _run(self, *command: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, "LC_ALL": "C"} | ({"CUPS_SERVER": self._server} if self._server else {})
        try:
            done = subprocess.run(command, input=stdin, capture_output=True, timeout=_TIMEOUT_S, env=environment)
        except FileNotFoundError as error:
            raise OfficeError("printer.no_system") from error
        except subprocess.TimeoutExpired as error:
            raise OfficeError("printer.offline", queue="CUPS") from error
        out, err = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        return subprocess.CompletedProcess(command, done.returncode, out, err)


def _plain(title: str) -> str:
    """Drivers turn other letters into octal, and a title shows on screens that strangers see."""
    return re.sub(r"[^ -~]+", " ", title).strip(" -") or "Thesaban Desk"


def _queues(lines: list[str]) -> Iterator[Queue]:
    """Queues of `lpstat -p -d`: a line each, its remark indented under it, the default at the end."""
    default = next(
        (line.rpartition(": ")[2] for line in lines if line.startswith("system default destination: ")), None
    )
    for number, line in enumerate(lines):
        if found := _QUEUE.match(line):
            below = lines[number + 1] if number + 1 < len(lines) else ""
            remark = below.strip() if below.startswith("\t") else ""
            yield Queue(found["name"], found["name"] == default, not found["doing"].startswith("disabled"), remark)
