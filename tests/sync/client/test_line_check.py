"""The test of the line, on real sockets: each fault is found at its own step, and what lies behind it is untried."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event
from urllib.parse import urlsplit

from desktop.office.clock import ManualClock
from desktop.office.line_check import STEPS, Finding, LineReport, Verdict, code_of, read_code
from sync.client.line import Line
from tests.helpers.proxy import Fault
from tests.helpers.town import Town, TownDesk

GOOD, BAD, UNTRIED = Verdict.GOOD, Verdict.BAD, Verdict.UNTRIED


@contextmanager
def line_of(desk: TownDesk, url: str = "") -> Iterator[Line]:
    line = Line(desk.desk, url or desk.proxy.url)
    yield line
    line.stop()


def checked(desk: TownDesk, url: str = "") -> tuple[LineReport, dict[str, Finding]]:
    found: list[Finding] = []
    with line_of(desk, url) as line:
        report = line.check(found.append, Event())
    assert [one.step for one in found] == list(STEPS)
    assert read_code(code_of(report)).verdicts == report.verdicts
    return report, {one.step: one for one in found}


def test_a_good_line_is_good_at_every_step(town: Town) -> None:
    report, found = checked(town.desk())
    tried = {one.verdict for step, one in found.items() if step != "tls"}
    assert tried <= {GOOD, Verdict.DOUBTFUL}  # a machine that is busy is slow
    assert found["clock"].verdict is GOOD
    assert found["tls"].verdict is UNTRIED
    assert report.round_trip_ms is not None
    assert report.kilobytes_s is not None
    assert report.kilobytes_s > 0


def test_a_name_that_nobody_knows(town: Town) -> None:
    nobody = "localhost" * 10  # longer than a name can be: no server of names need be asked
    report, found = checked(town.desk(), f"http://{nobody}:8470")
    assert found["name"].verdict is BAD
    assert {report.verdicts[step] for step in STEPS[1:]} == {UNTRIED}


def test_a_port_where_nobody_answers(town: Town) -> None:
    desk = town.desk()
    port = urlsplit(desk.proxy.url).port
    desk.proxy.close()
    report, _ = checked(desk, f"http://127.0.0.1:{port}")
    assert (report.verdicts["port"], report.verdicts["token"]) == (BAD, UNTRIED)


def test_a_line_without_its_encryption(town: Town) -> None:
    desk = town.desk()
    report, _ = checked(desk, desk.proxy.url.replace("http:", "https:"))
    assert (report.verdicts["tls"], report.verdicts["health"]) == (BAD, UNTRIED)


def test_a_page_of_somebody_else_in_between(town: Town) -> None:
    desk = town.desk()
    desk.proxy.set(Fault(html=True))
    report, _ = checked(desk)
    assert (report.verdicts["health"], report.verdicts["clock"]) == (BAD, UNTRIED)


def test_a_clock_that_is_off_is_told_and_the_rest_is_tried_all_the_same(town: Town) -> None:
    desk = town.desk()
    clock = ManualClock(town.clock.now() + timedelta(minutes=2))
    desk.desk.clock = clock
    report, found = checked(desk)
    assert (found["clock"].verdict, found["clock"].figure) == (Verdict.DOUBTFUL, 120)
    assert report.verdicts["token"] in (GOOD, Verdict.DOUBTFUL)
    clock.advance(timedelta(hours=3))
    report, found = checked(desk)
    assert found["clock"].verdict is BAD
    assert report.clock_off_s > 3600


def test_a_desk_that_the_centre_lets_in_no_more(town: Town) -> None:
    desk = town.desk()
    with town.engine.begin() as connection:
        sql = "UPDATE device SET state = 'revoked' WHERE device_id = %s"
        connection.exec_driver_sql(sql, (desk.desk.identity.device_id,))
    report, found = checked(desk)
    assert (report.verdicts["token"], report.verdicts["speed"]) == (BAD, UNTRIED)
    assert found["token"].problem == "device_revoked"


def test_a_test_that_is_stopped_ends_and_keeps_what_it_found(town: Town) -> None:
    ended = Event()
    found: list[Finding] = []

    def told(finding: Finding) -> None:
        found.append(finding)
        ended.set()

    with line_of(town.desk()) as line:
        report = line.check(told, ended)
    assert [one.step for one in found] == ["name"]
    assert report.verdicts["speed"] is UNTRIED


def test_a_probe_is_as_long_as_was_asked_and_never_longer_than_allowed(town: Town) -> None:
    desk = town.desk()
    assert desk.centre.probe(0) == 0
    assert desk.centre.probe(70_000) == 70_000
