"""kill -9 between any two steps of a printing: at the next start each sheet in the tray is known of, or asked about."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.office.clock import ManualClock
from desktop.opening import open_desk
from desktop.sheets.model import Answer, Outcome
from desktop.store.keys import DeskKeys
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.print_desk import PrintDesk, ScriptedPrinter

KEYS = DeskKeys(bytes(range(32)))
REPOSITORY = Path(__file__).parents[3]
STEPS = ("begun", "taken", "handed", "answered", "answered-taken")

_CLERK = """
import os, signal, sys
from pathlib import Path
from desktop.devices.printer import JobReport, JobState
from desktop.office.clock import ManualClock
from desktop.opening import open_desk
from desktop.sheets.model import Answer
from desktop.store.keys import DeskKeys
from tests.helpers.desk import MORNING, make_office, person
from tests.helpers.print_desk import PrintDesk, ScriptedPrinter

folder, step, tray = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
desk = open_desk(folder, DeskKeys(bytes(range(32))), ManualClock(MORNING))
office = make_office(desk)

def die():
    os.kill(os.getpid(), signal.SIGKILL)

class Printer(ScriptedPrinter):
    def submit(self, pdf, queue, title, media, copies=1):
        if step == ("begun", "answered")[len(self.given) > 0]:
            die()
        with tray.open("a") as out:
            out.write(title + "\\n")
            out.flush()
            os.fsync(out.fileno())
        job = super().submit(pdf, queue, title, media, copies)
        if step == ("taken", "answered-taken")[len(self.given) > 1]:
            die()
        return job

printer = Printer()
booth = PrintDesk(office, desk.clock, person(office, "piyada"), printer)
run = booth.send(booth.receipt())
if step == "handed":
    die()
printer.report_now = JobReport(JobState.FAILED)
question = booth.sending.question()
told, _ = booth.sending.answer(question, question.unknown[0], Answer.PARTLY)
booth.sending.answer(told, told.unknown[0], Answer.NOT_OUT)
die()
"""


@pytest.mark.parametrize("step", STEPS)
def test_a_killed_program_asks_about_every_sheet_that_may_have_come_out(tmp_path: Path, step: str) -> None:
    make_desk(tmp_path / "desk", keys=KEYS).close()
    tray = tmp_path / "tray"
    tray.touch()
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-c", _CLERK, str(tmp_path / "desk"), step, str(tray)]
    assert subprocess.run(command, env=environment, cwd=REPOSITORY, check=False).returncode == -9

    desk = open_desk(tmp_path / "desk", KEYS, ManualClock(MORNING))
    office = make_office(desk)
    booth = PrintDesk(office, ManualClock(MORNING), person(office, "piyada"), _remembers(tray))
    question = booth.sending.question()
    sent = tray.read_text().split("\n")[:-1]
    known = {run.title: run for line in booth.sending.queries.named("70/C1") for run in (line.run,)}
    assert set(sent) <= set(known), "a job went out of which no row tells"
    if step in ("taken", "handed", "answered-taken"):
        assert question is None, "the spooler knows the job by its title and says that it is done"
    else:
        assert question is not None
        assert question.title not in sent
        booth.sending.answer(question, question.unknown[0], Answer.NOT_OUT)
        assert booth.sending.question() is None
    outcomes = [outcome for _, _, outcome in booth.journal()]
    assert Outcome.SENT not in outcomes
    receipt = office.cashier_queries.recent()[0]
    assert receipt.reprints == (1 if step.startswith("answered") else 0)
    out = [(role, time) for role, time, outcome in booth.journal() if outcome is Outcome.OUT]
    assert out == ([("original", 1), ("copy", 0)] if step.startswith("answered") else [("original", 0), ("copy", 0)])
    desk.close()


def _remembers(tray: Path) -> ScriptedPrinter:
    """The spooler, which was not killed: it knows the jobs it has taken."""
    printer = ScriptedPrinter()
    printer.given = [(title, b"") for title in tray.read_text().split("\n")[:-1]]
    return printer
