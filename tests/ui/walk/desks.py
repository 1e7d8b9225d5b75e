"""The two desks that are walked through: one full of work without a line, one with a centre behind it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.application import Office
from desktop.letters.model import Registration, Secrecy
from desktop.office.clock import ManualClock
from sync.client.line import Line
from tests.helpers.desk import MORNING
from tests.helpers.letters import document
from tests.helpers.town import Town, centre_beside
from tests.ui.walk.furniture import Furniture
from tests.ui.walk.stage import Stage
from tools.demo_postgres import PostgresCluster


@contextmanager
def at_home(app: QApplication, folder: Path) -> Iterator[tuple[Stage, Furniture]]:
    """A desk without a line, full of work."""
    furniture = Furniture(folder, ManualClock(MORNING))
    stage = Stage(app, furniture.office, folder / "settings")
    yield stage, furniture
    stage.close()
    furniture.close()


@contextmanager
def with_a_line(app: QApplication, postgres: PostgresCluster, folder: Path) -> Iterator[Stage]:
    """The desk of the secrets registrar, with a centre that has a letter which is read there only."""
    with centre_beside(postgres.new_database(), folder / "centre") as beside:
        town = Town(beside, folder / "town", passwords=False)
        counter = town.desk()
        done = counter.letters().register(Registration("กอ.รมน.", "นายก", "รายชื่อสายข่าวในพื้นที่ชายแดน"), [document(1)])
        counter.round.run()
        counter.errand.run()
        counter.letters().classify(done.id, Secrecy.VERY_SECRET, "มีรายชื่อสายข่าว")
        counter.round.run()
        desk = town.secrets_desk()
        line = Line(desk.desk, desk.proxy.url)
        stage = Stage(app, Office(desk.desk, line.ask_centre, line.online), folder / "settings-of-secrets", line)
        yield stage
        stage.close()
        line.stop()
        town.close()
