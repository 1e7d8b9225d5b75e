"""Sheets on their way: written down, made, handed over, watched, and asked about before anything else is printed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from desktop.accounts.model import Person
from desktop.devices.printer import JobReport, JobState, PrintJob, WatchedPrinter, usual
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.sheets import rules
from desktop.sheets.journal import SheetJournal
from desktop.sheets.model import Answer, Doubt, Filed, Job, Role, Run, Sheet
from desktop.sheets.papers import ROLL, PaperKind, filed_job, sheets_of
from desktop.sheets.queries import SheetQueries
from desktop.sheets.ways import Ways
from desktop.store.desk import Desk
from desktop.store.erasure import erase_files
from desktop.store.unit_of_work import UnitOfWork

LONG = timedelta(seconds=90)
"""No printer takes so long for a few sheets."""
FOR_A_SHEET = timedelta(seconds=6)


class Sending:
    """`who` prints; `kinds` and `guards` as in `desktop.sheets.desk.Sheets`. Any thread but the writer's.

    `since`: when each run was looked at first, in seconds that no setting of the clock moves.
    """

    def __init__(
        self,
        desk: Desk,
        who: Person,
        printer: Callable[[], WatchedPrinter],
        kinds: Mapping[str, PaperKind],
        guards: Mapping[str, Callable[[Id], None]],
        since: dict[Id, float],
    ) -> None:
        self._desk, self._who, self._printer = desk, who, printer
        self._kinds, self._guards, self._since = kinds, guards, since
        self.journal = SheetJournal(desk, who)
        self.queries = SheetQueries(desk.reader)
        self._ways = Ways(desk)

    def send(self, job: Job) -> Run:
        """Writes the sheets down and hands them over.

        OfficeError `sheets.asked` while a person must first say what came out before, and those of `Printer.submit`.
        """
        self._nothing_asked()
        begun = self._desk.writer.submit(lambda: self.journal.begin(job))  # the disk works while the page is drawn
        try:
            made = self._kinds[job.kind].pdf(job)
        except BaseException:
            self.journal.not_sent(begun.result())
            raise
        return self._hand_over(begun.result(), made)

    def send_file(self, paper: Filed, queue: str) -> Run:
        """The same of a paper that is only a file, on the named queue or, where that is empty, the system's own."""
        self._nothing_asked()
        job = filed_job(paper, queue or usual(self._printer().queues()))
        erase_files(self._desk)
        run = self.journal.begin(job, self._to_keep(job, paper.pdf), numbered=paper.numbered)
        return self._hand_over(run, sheets_of(paper.pdf, run.job))

    def question(self) -> Run | None:
        """The first run of which a person must say what came out; the spooler is asked about those under way."""
        looked = (self.look(run) for run in self.queries.open_runs())
        return next((run for run in looked if run.unknown and run.doubt is not Doubt.NONE), None)

    def look(self, run: Run) -> Run:
        """What the spooler says now of a run that nobody has settled. A spooler that does not answer leaves a doubt."""
        try:
            report = self._report(run)
        except OfficeError:
            return run if run.doubt is not Doubt.NONE else self.journal.doubted(run, Doubt.FORGOTTEN)
        if report is None:
            return self.journal.doubted(run, Doubt.UNHEARD)
        slow = report.state in _UNDER_WAY and self._waited(run) > LONG + FOR_A_SHEET * run.job.sheets
        return self.journal.seen(run, replace(report, held_up=True) if slow else report)

    def answer(self, run: Run, sheet: Sheet, answer: Answer, came: int = 0) -> tuple[Run, Run | None]:
        """What a person saw; the run that was sent for what is missing, if the answer calls for one.

        `came`: of a pile that came out in part, how many of its sheets lie there whole.

        The old job is taken back first, so that it cannot come out as well. If it was done meanwhile, the question
        stands: OfficeError `sheets.came_out`. Others: `sheets.answered`, those of `Printer.submit`, and the guard's own
        where the paper has lost its worth: then the answer counts, and nothing follows.
        """
        if answer in (Answer.NOT_OUT, Answer.PARTLY):
            self._take_back(run)
        told, following = self.journal.answer(run, sheet, answer, self._again, came)
        if following is None:
            if refused := self._refusal(told):
                raise refused
            return told, None
        return told, self._hand_over(following, self.pdf(following))

    def ask_again(self, run: Run) -> Run:
        """Somebody at the printer doubts what the journal says of a run.

        OfficeError `sheets.no_picture` where it could not be printed again from here.
        """
        known = run.job.kind in self._kinds or run.job.kind in rules.ONCE
        if not known and self.queries.file(run.id) is None:
            raise OfficeError("sheets.no_picture")
        return self.journal.ask_again(run)

    def pdf(self, run: Run) -> bytes:
        """The pages of a run as they were sent, one for each sheet. OfficeError `sheets.no_picture`."""
        kept = self._kept(run)
        if kept is not None:
            return sheets_of(kept, run.job)
        if run.job.kind not in self._kinds:
            raise OfficeError("sheets.no_picture")
        return self._kinds[run.job.kind].pdf(run.job)

    def _hand_over(self, run: Run, pdf: bytes) -> Run:
        try:
            job = self._printer().submit(_as_sent(run.job, pdf), run.job.queue, run.title, run.job.media)
        except OfficeError as error:
            if error.code == "printer.unsure":
                self.journal.doubted(run, Doubt.UNHEARD)
            else:
                self.journal.not_sent(run)
            raise
        self._desk.writer.submit(lambda: self.journal.handed(run, job))  # lost, it is found again by the job's title
        return replace(run, number=job.number)

    def _report(self, run: Run) -> JobReport | None:
        """None: the spooler has never heard of it, or we never heard its number."""
        printer = self._printer()
        job = PrintJob(run.job.queue, run.number) if run.number is not None else None
        if job is None:
            job = printer.find(run.job.queue, run.title)
            if job is None:
                return None
            self.journal.handed(run, job)
        return printer.report(job)

    def _take_back(self, run: Run) -> None:
        if run.number is None:
            return
        printer, job = self._printer(), PrintJob(run.job.queue, run.number)
        try:
            before = printer.state(job)
            if before not in _UNDER_WAY:
                if before is JobState.DONE and run.doubt in (Doubt.HELD_UP, Doubt.UNHEARD):
                    raise OfficeError("sheets.came_out")
                return
            printer.cancel(job)
        except OfficeError as error:
            if error.code == "sheets.came_out":
                self.journal.doubted(run, Doubt.PERSON)
                raise

    def _again(self, unit: UnitOfWork, run: Run) -> tuple[Job, bytes | None] | None:
        """The job for what is missing of a settled run, counted in the same transaction."""
        left = rules.left(run)
        if not left or run.job.kind in rules.ONCE or self._refusal(run) is not None:
            return None
        marked = run.job.kind not in rules.UNMARKED and any(torn for _, torn in left)
        time = self._mark(unit, run) if marked else 0
        wanted = rules.again(run, time)
        if any(sheet.wanted.serial is not None for sheet in run.sheets):
            wanted = self._ways.numbered_within(unit, run.job.kind, wanted)
        return replace(run.job, wanted=wanted), self.queries.file(run.id)

    def _refusal(self, run: Run) -> OfficeError | None:
        """Why the file of a settled run must not come out any more, though a sheet of it is missing.

        A copy says what held when it was made, and may.
        """
        guard, document = self._guards.get(run.job.kind), run.job.document
        missing = not run.unknown and any(wanted.role is not Role.COPY for wanted, _ in rules.left(run))
        if guard is None or document is None or not missing:
            return None
        try:
            guard(document)
        except OfficeError as error:
            return error
        return None

    def _waited(self, run: Run) -> timedelta:
        """By the clock, or, where that was set back, since this program first looked."""
        clock = self._desk.clock
        steady = clock.monotonic() - self._since.setdefault(run.id, clock.monotonic())
        return max(clock.now() - run.begun_at, timedelta(seconds=steady))

    def _to_keep(self, job: Job, pdf: bytes) -> bytes | None:
        if job.kind in rules.ONCE:
            return None
        return self._desk.blobs.put(pdf).sha256.encode() if _is_pile(job) else pdf

    def _kept(self, run: Run) -> bytes | None:
        """The file of a paper that cannot be made anew; that of a pile lies among the blobs."""
        kept = self.queries.file(run.id)
        if kept is None or not _is_pile(run.job):
            return kept
        return self._desk.blobs.get(kept.decode())

    def _nothing_asked(self) -> None:
        if self.question() is not None:
            raise OfficeError("sheets.asked")

    def _mark(self, unit: UnitOfWork, run: Run) -> int:
        kind, document = run.job.kind, run.job.document
        if kind in self._kinds and document is not None:
            return self._kinds[kind].mark(unit, self._who, document)
        known = max(sheet.wanted.time for sheet in run.sheets)
        return max(known, self.queries.times(kind, document) if document is not None else 0) + 1


_UNDER_WAY = frozenset({JobState.WAITING, JobState.PRINTING})


def _is_pile(job: Job) -> bool:
    return any(one.role is Role.PILE for one in job.wanted)


def _as_sent(job: Job, pdf: bytes) -> bytes:
    if job.layout != ROLL:
        return pdf
    from desktop.paper.escpos import to_escpos

    return to_escpos(pdf)
