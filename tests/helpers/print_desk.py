"""A desk that prints receipts: its office, its cashier, and the printing system it prints on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from desktop.accounts.model import Person
from desktop.application import Office
from desktop.cashier.fees import catalogue
from desktop.cashier.model import Charge, Payment, Receipt
from desktop.devices.printer import JobReport, JobState, Media, PrintJob, Queue, WatchedPrinter
from desktop.office.clock import ManualClock
from desktop.sheets.model import Outcome, Run
from desktop.sheets.sending import Sending
from tests.helpers.desk import MORNING, make_desk, make_office, person


def _nothing() -> None:
    """What happens around the handing over, if the test does not say."""


class ScriptedPrinter:
    """A spooler whose word the test decides: what it answers for each job, and what it was given."""

    def __init__(self) -> None:
        self.given: list[tuple[str, bytes]] = []
        self.report_now = JobReport(JobState.DONE)
        self.reports: dict[int, JobReport] = {}
        """Of single jobs, by their number; of all others it says `report_now`."""
        self.cancelled: list[int] = []
        self.before_taking: Callable[[], None] = _nothing
        self.after_taking: Callable[[], None] = _nothing

    def queues(self) -> tuple[Queue, ...]:
        return (Queue("laser", True, True),)

    def submit(self, pdf: bytes, queue: str, title: str, media: Media, copies: int = 1) -> PrintJob:
        self.before_taking()
        self.given.append((title, pdf))
        self.after_taking()
        return PrintJob(queue, len(self.given))

    def submit_written(self, write: Callable[[BinaryIO], object], queue: str, title: str, media: Media) -> PrintJob:
        made = BytesIO()
        write(made)
        return self.submit(made.getvalue(), queue, title, media)

    def state(self, job: PrintJob) -> JobState:
        return self.report(job).state

    def report(self, job: PrintJob) -> JobReport:
        return self.reports.get(job.number, self.report_now)

    def find(self, queue: str, title: str) -> PrintJob | None:
        places = [place for place, (known, _) in enumerate(self.given, start=1) if known == title]
        return PrintJob(queue, places[-1]) if places else None

    def cancel(self, job: PrintJob) -> None:
        self.cancelled.append(job.number)


@dataclass
class PrintDesk:
    """`printer` may be replaced between two printings."""

    office: Office
    clock: ManualClock
    who: Person
    printer: WatchedPrinter

    @property
    def sending(self) -> Sending:
        return self.office.sheets.sending(self.who, lambda: self.printer)

    def receipt(self, payer: str = "นายบุญมี ใจคำ", units: int = 1) -> Receipt:
        return self.office.cashier(self.who).issue(Payment(payer, (Charge(catalogue()[0], units),)))

    def send(self, receipt: Receipt, queue: str = "laser") -> Run:
        return self.sending.send(self.office.receipt_sheets.job(receipt, queue))

    def journal(self) -> list[tuple[str, int, Outcome]]:
        """Role, number of the mark and outcome of every sheet, in the order of sending."""
        day = self.office.sheets.queries.between(MORNING.replace(hour=0), MORNING.replace(year=2030))
        runs = {line.run.id: line.run for line in reversed(day)}
        return [
            (sheet.wanted.role.value, sheet.wanted.time, sheet.outcome) for run in runs.values() for sheet in run.sheets
        ]


@contextmanager
def print_desk(folder: Path, printer: WatchedPrinter | None = None) -> Iterator[PrintDesk]:
    clock = ManualClock(MORNING)
    desk = make_desk(folder, clock=clock)
    office = make_office(desk)
    yield PrintDesk(office, clock, person(office, "piyada"), printer or ScriptedPrinter())
    desk.close()
