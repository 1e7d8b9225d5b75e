"""A desk tells how it is with every round, and a supervising desk shows it."""

import pytest

from desktop.letters.model import Registration
from desktop.office.errors import OfficeError
from desktop.office.version import VERSION
from sync.client.line import Line
from tests.helpers.town import Page, Town


def test_a_supervisor_sees_what_another_desk_still_holds(town: Town) -> None:
    registry, second = town.desk(), town.second_desk()
    registry.letters().register(Registration("อำเภอ", "นายก", "หนังสือ"), [Page(b"%PDF-1.7 scan")])
    registry.round.run()
    second.round.run()
    line = Line(registry.desk, registry.proxy.url)
    found = {report.counter: report for report in line.desks()}
    assert set(found) == {"C1", "E1"}
    assert (found["C1"].outbox, found["C1"].blobs, found["C1"].version) == (1, 1, VERSION)
    assert found["C1"].oldest is not None
    assert found["C1"].disk_free is not None
    assert found["E1"].unsent == 0
    registry.round.run()
    registry.errand.run()
    registry.round.run()
    assert all(report.unsent == 0 for report in line.desks())
    line.stop()


def test_a_desk_that_does_not_supervise_is_told_so(town: Town) -> None:
    second = town.second_desk()
    line = Line(second.desk, second.proxy.url)
    with pytest.raises(OfficeError, match=r"desks\.not_supervisor"):
        line.desks()
    line.stop()
