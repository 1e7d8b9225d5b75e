"""Writing the print journal: before a sheet is sent, when the spooler has it, and what became of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from desktop.accounts.model import Person
from desktop.devices.printer import JobReport, PrintJob
from desktop.office.clock import utc_text
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.sheets import rules
from desktop.sheets.model import Answer, Doubt, Job, Outcome, Role, Run, Sheet, Wanted
from desktop.sheets.queries import SheetQueries
from desktop.store.desk import Desk
from desktop.store.unit_of_work import UnitOfWork

_BEGIN = "INSERT INTO print_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, '', NULL)"
_SHEET = "INSERT INTO print_sheet VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_HANDED = "UPDATE print_run SET job = ? WHERE id = ? AND job IS NULL"
_DOUBT = "UPDATE print_run SET doubt = ? WHERE id = ? AND settled_at IS NULL"
_TELL = "UPDATE print_sheet SET outcome = ?, how = ?, told_at = ?, told_by_name = ? WHERE id = ? AND outcome = 'sent'"
_SETTLE = """
UPDATE print_run SET settled_at = ? WHERE id = ? AND settled_at IS NULL
AND NOT EXISTS (SELECT 1 FROM print_sheet s WHERE s.run_id = print_run.id AND s.outcome = 'sent')
"""
_ASK_AGAIN = """
UPDATE print_sheet SET outcome = 'sent' WHERE run_id = ? AND outcome IN ('out', 'not_out') AND how <> 'program'
"""
_SPLIT = "UPDATE print_sheet SET of_pages = ? WHERE id = ?"
_TIME = """
SELECT coalesce(max(s.time) + 1, 0) FROM print_run r JOIN print_sheet s ON s.run_id = r.id
WHERE r.document_id = ? AND r.kind = ? AND s.role = ? AND s.outcome <> 'not_out'
"""
_LET_GO = "UPDATE print_run SET file = NULL WHERE file IS NOT NULL AND settled_at < ?"
_DOOM = """
INSERT OR IGNORE INTO blob_erasure
SELECT CAST(file AS TEXT) FROM print_run WHERE length(file) = 64 AND settled_at < ?
"""
_SPARE = "DELETE FROM blob_erasure WHERE sha256 IN (SELECT CAST(file AS TEXT) FROM print_run WHERE length(file) = 64)"
_OPEN_AGAIN = "UPDATE print_run SET settled_at = NULL, doubt = ? WHERE id = ?"
Again = Callable[[UnitOfWork, Run], tuple[Job, bytes | None] | None]
"""What is to be printed once a run is settled, and its file where the paper cannot be made anew; None: nothing."""
KEPT = timedelta(days=1)
"""How long the file of a settled paper stays: somebody at the printer may still see that it is not there."""
SPOOLER, PERSON, PROGRAM = "spooler", "person", "program"


class SheetJournal:
    """`who` prints. When a verb returns, it is durable; only then may a sheet be sent."""

    def __init__(self, desk: Desk, who: Person) -> None:
        self._desk = desk
        self._who = who
        self._queries = SheetQueries(desk.reader)

    def begin(self, job: Job, file: bytes | None = None, *, numbered: bool = False) -> Run:
        """The sheets as rows, before the job is handed over; `file` where the paper cannot be made anew.

        `numbered`: what was printed of this paper before counts, and its sheets bear the mark.
        """

        def act(unit: UnitOfWork) -> Id:
            begun = self._begin(unit, _marked(unit, job) if numbered else job, file)
            self._let_go(unit)
            return begun

        return self._run(self._desk.write(act))

    def handed(self, run: Run, job: PrintJob) -> None:
        """The spooler has the job, and this is its number there."""
        self._desk.settle(_HANDED, (job.number, run.id))

    def not_sent(self, run: Run) -> None:
        """The spooler refused the job: not a sheet of it left this program."""
        self._tell(run, {sheet.id: Outcome.NOT_OUT for sheet in run.unknown}, PROGRAM)

    def seen(self, run: Run, report: JobReport) -> Run:
        """What the spooler says of the job: settles the run, or puts it before a person; a doubt may pass again."""
        if not run.unknown or run.doubt is Doubt.PERSON:
            return run
        if rules.is_out(run, report):
            return self._tell(run, {sheet.id: Outcome.OUT for sheet in run.unknown}, SPOOLER)
        return self.doubted(run, rules.doubt_of(run, report))

    def doubted(self, run: Run, doubt: Doubt) -> Run:
        if doubt is run.doubt:
            return run

        def act(unit: UnitOfWork) -> None:
            unit.connection.exec_driver_sql(_DOUBT, (doubt.value, run.id))
            unit.changed("print_run", run.id)

        self._desk.write(act)
        return self._run(run.id)

    def answer(self, run: Run, sheet: Sheet, answer: Answer, again: Again, came: int = 0) -> tuple[Run, Run | None]:
        """What a person saw; with the last sheet, the run that prints what is missing begins in the same breath.

        `came`: of a pile that came out in part, how many of its sheets lie there whole.
        OfficeError `sheets.answered` when the sheet is settled already.
        """

        def act(unit: UnitOfWork) -> Id | None:
            now = self._queries.run(run.id)
            if now is None or sheet.id not in {other.id for other in now.unknown}:
                raise OfficeError("sheets.answered")
            if sheet.wanted.role is Role.PILE and answer is Answer.PARTLY:
                now, told = self._part(unit, now, sheet, came)
            else:
                told = rules.outcomes(now, sheet, answer)
            self._write(unit, now, told, PERSON)
            if answer is Answer.TWICE:
                place = max(other.place for other in now.sheets) + 1
                self._add(unit, run.id, place, sheet.wanted, Outcome.EXTRA, PERSON)
            then = rules.told(now, told)
            following = None if then.unknown else again(unit, then)
            return self._begin(unit, *following) if following else None

        following = self._desk.write(act)
        return self._run(run.id), self._run(following) if following else None

    def ask_again(self, run: Run) -> Run:
        """A person doubts what the spooler said, or what somebody answered: all of the run is asked about anew."""

        def act(unit: UnitOfWork) -> None:
            unit.connection.exec_driver_sql(_ASK_AGAIN, (run.id,))
            unit.connection.exec_driver_sql(_OPEN_AGAIN, (Doubt.PERSON.value, run.id))
            unit.changed("print_run", run.id)

        self._desk.write(act)
        return self._run(run.id)

    def _part(self, unit: UnitOfWork, run: Run, pile: Sheet, came: int) -> tuple[Run, Mapping[Id, Outcome]]:
        """Of a pile the first sheets came out; the others are a row of their own."""
        if not 0 < came < pile.wanted.sheets:
            return run, {pile.id: Outcome.OUT if came else Outcome.NOT_OUT}
        parted, first, rest = rules.split(run, pile, came, unit.new_id())
        unit.connection.exec_driver_sql(_SPLIT, (first.wanted.of, first.id))
        self._add(unit, run.id, rest.place, rest.wanted, Outcome.SENT, "", rest.id)
        return parted, {first.id: Outcome.OUT, rest.id: Outcome.NOT_OUT}

    def _let_go(self, unit: UnitOfWork) -> None:
        """Files of papers of which everything is known, and was for a day."""
        before = (utc_text(unit.now - KEPT),)
        unit.connection.exec_driver_sql(_DOOM, before)
        unit.connection.exec_driver_sql(_LET_GO, before)
        unit.connection.exec_driver_sql(_SPARE)

    def _begin(self, unit: UnitOfWork, job: Job, file: bytes | None) -> Id:
        run_id = unit.new_id()
        row = (run_id, job.kind, job.document, job.label, job.queue, job.layout, job.media.value, file, unit.at)
        unit.connection.exec_driver_sql(_BEGIN, (*row, self._who.id, self._who.name_th))
        for place, wanted in enumerate(job.wanted):
            self._add(unit, run_id, place, wanted, Outcome.SENT, "")
        unit.changed("print_run", run_id)
        return run_id

    def _tell(self, run: Run, outcomes: Mapping[Id, Outcome], how: str) -> Run:
        self._desk.write(lambda unit: self._write(unit, run, outcomes, how))
        return self._run(run.id)

    def _write(self, unit: UnitOfWork, run: Run, outcomes: Mapping[Id, Outcome], how: str) -> None:
        name = self._who.name_th if how == PERSON else None
        for sheet_id, outcome in outcomes.items():
            unit.connection.exec_driver_sql(_TELL, (outcome.value, how, unit.at, name, sheet_id))
        unit.connection.exec_driver_sql(_SETTLE, (unit.at, run.id))
        unit.changed("print_run", run.id)

    def _add(
        self, unit: UnitOfWork, run_id: Id, place: int, wanted: Wanted, outcome: Outcome, how: str,
        sheet_id: Id | None = None,
    ) -> None:  # fmt: skip
        kept = (wanted.role.value, wanted.page, wanted.of, wanted.time, int(wanted.voided), wanted.serial)
        told = (unit.at, self._who.name_th) if how else (None, None)
        row = (sheet_id or unit.new_id(), run_id, place, *kept, outcome.value, how, *told)
        unit.connection.exec_driver_sql(_SHEET, row)

    def _run(self, run_id: Id) -> Run:
        run = self._queries.run(run_id)
        assert run is not None
        return run


def _marked(unit: UnitOfWork, job: Job) -> Job:
    """Its sheets with the number of this printing, where the paper came out at this desk before."""
    role = job.wanted[0].role.value
    time = unit.connection.exec_driver_sql(_TIME, (job.document, job.kind, role)).scalar()
    return replace(job, wanted=tuple(replace(one, time=int(time or 0)) for one in job.wanted))
