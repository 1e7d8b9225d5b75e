"""An old register brought in: tried out, put right, entered, gone on with, taken back."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.application import Office
from desktop.interchange.model import Cell, Column, DryRun, Outcome, PastLetter, Plan, Problem
from desktop.interchange.reading import RegisterReader
from desktop.interchange.sheets import look_at
from desktop.office.errors import OfficeError
from tests.helpers.desk import make_desk, make_office, person
from tests.helpers.sheets import LINES, csv_file, many, plan, workbook

TODAY = date(2026, 11, 11)
ROWS = "SELECT number, year_be, subject, register, status FROM letter ORDER BY year_be, number"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = make_office(make_desk(tmp_path / "desk"))
    yield made
    made.desk.close()


def try_out(office: Office, wanted: Plan) -> DryRun:
    return office.register_imports.try_out(wanted, TODAY, lambda *_: None, threading.Event())


def run(office: Office, wanted: Plan, stop_after: int | None = None) -> Outcome:
    cancel = threading.Event()

    def progress(done: int, total: int) -> None:
        if stop_after is not None and done >= stop_after:
            cancel.set()

    tried = try_out(office, wanted)
    return office.register_imports.run(wanted, tried, TODAY, office.past_letters(person(office)), progress, cancel)


def test_a_register_comes_in_with_the_numbers_it_has(office: Office, tmp_path: Path) -> None:
    wanted = plan(look_at(workbook(tmp_path / "รับ.xlsx")))
    tried = try_out(office, wanted)
    assert (tried.lines, tried.ready, tried.wrong, tried.years) == (3, 3, 0, {2568: (1, 3, 3)})
    assert run(office, wanted).entered == 3
    register = "past/incoming/ทะเบียนกลาง"
    assert office.desk.reader.rows(ROWS) == [
        (n, 2568, line[6], register, "closed") for n, line in enumerate(LINES, start=1)
    ]
    first = office.desk.reader.one(
        "SELECT received_at, letter_date, book_number_key, remarks FROM letter WHERE number = 1"
    )
    assert first == ("2025-01-02T17:00:00.000000Z", "2025-01-02", "มท 0808.2/ว 1", "กองคลัง")


def test_new_numbers_and_old_ones_never_meet(office: Office, tmp_path: Path) -> None:
    """The old register of this very year holds the number that the desk gives next."""
    from tests.helpers.letters import register

    path = csv_file(tmp_path / "รับ.csv", "utf-8", [(4824, "3/1/2569", "-", "", "อำเภอ", "นายก", "เรื่องเก่า", "", "")])
    run(office, plan(look_at(path)))
    assert register(office, with_pages=False).number == 4824
    rows = office.desk.reader.rows("SELECT register, number FROM letter ORDER BY register")
    assert rows == [("central", 4824), ("past/incoming/ทะเบียนกลาง", 4824)]


def test_every_wrong_line_is_told_and_may_be_put_right_or_left_out(office: Office, tmp_path: Path) -> None:
    lines = [
        ("รอเลข", "3/1/2568", "-", "", "อำเภอ", "นายก", "เลขไม่ชัด", "", ""),
        (5, "31/2/2568", "-", "", "อำเภอ", "นายก", "วันไม่มี", "", ""),
        (6, "3/1/2568", "-", "3/1/2570", "อำเภอ", "นายก", "ลงวันที่ในอนาคต", "", ""),
        (7, "3/1/2568", "-", "", "อำเภอ", "นายก", "", "", ""),
        (8, "3/1/2568", "-", "", "", "นายก", "ไม่มีผู้ส่ง", "", ""),
        (9, "3/1/2568", "-", "", "อำเภอ", "นายก", "ใบแรก", "", ""),
        (9, "3/1/2568", "-", "", "อำเภอ", "นายก", "ใบซ้ำ", "", ""),
        (10, "", "-", "", "อำเภอ", "นายก", "ไม่มีปี", "", ""),
    ]  # fmt: skip
    wanted = plan(look_at(csv_file(tmp_path / "รับ.csv", "cp874", lines)))
    tried = try_out(office, wanted)
    assert [(one.line, one.column, one.code) for one in tried.problems] == [
        (2, Column.NUMBER, "row.number_unclear"),
        (3, Column.DAY, "row.date_unclear"),
        (4, Column.LETTER_DATE, "row.date_in_future"),
        (5, Column.SUBJECT, "row.subject_missing"),
        (6, Column.FROM_PARTY, "row.sender_missing"),
        (8, Column.NUMBER, "row.number_twice"),
        (9, Column.DAY, "row.year_missing"),
    ]
    mended = replace(
        wanted,
        left_out=frozenset({8}),
        put_right={2: {Column.NUMBER: "4"}, 3: {Column.DAY: "28/2/2568"}, 9: {Column.DAY: "5/1/2568"}},
    )
    done = run(office, mended)
    assert (done.entered, done.left_out, done.wrong) == (4, 1, 3)
    assert [row[0] for row in office.desk.reader.rows(ROWS)] == [4, 5, 9, 10]


def test_a_register_that_tells_its_day_once_and_then_ditto(office: Office, tmp_path: Path) -> None:
    lines = [
        ("วันที่ 6 มกราคม 2568", "", "", "", "", "", "", "", ""),
        (1, "", "ที่ 1", "5/1/2568", "อำเภอเมือง", "นายก", "หนึ่ง", "", ""),
        (2, "", "ที่ 2", '"', '"', '"', "สอง", "", ""),
    ]  # fmt: skip
    run(office, plan(look_at(csv_file(tmp_path / "รับ.csv", "utf-8", lines))))
    rows = office.desk.reader.rows("SELECT received_at, letter_date, from_party FROM letter ORDER BY number")
    assert rows == [("2025-01-05T17:00:00.000000Z", "2025-01-05", "อำเภอเมือง")] * 2


def test_a_secret_register_is_not_taken_in(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "ลับ.csv"
    path.write_text(
        "เลขรับ,วันที่รับ,จาก,เรื่อง,ชั้นความลับ\n1,3/1/2568,อำเภอ,เรื่อง ก,ลับมาก\n2,3/1/2568,อำเภอ,เรื่อง ข,ปกติ\n", "utf-8"
    )
    tried = try_out(office, plan(look_at(path)))
    assert (tried.ready, [one.code for one in tried.problems]) == (1, ["row.secret"])


def test_the_same_file_again_brings_nothing_twice(office: Office, tmp_path: Path) -> None:
    wanted = plan(look_at(workbook(tmp_path / "รับ.xlsx")))
    run(office, wanted)
    again = run(office, wanted)
    assert (again.entered, again.there) == (0, 3)
    other = [(1, "3/1/2568", "อื่น 9/9", "", "อำเภอ", "นายก", "หนังสืออีกฉบับ", "", "")]
    tried = try_out(office, plan(look_at(csv_file(tmp_path / "อื่น.csv", "utf-8", other))))
    assert [one.code for one in tried.problems] == ["row.number_taken"]


def test_what_was_stopped_is_gone_on_with_and_withdrawn_as_one(office: Office, tmp_path: Path) -> None:
    wanted = plan(look_at(csv_file(tmp_path / "รับ.csv", "cp874", many(1000))))
    stopped = run(office, wanted, stop_after=400)
    assert (stopped.entered, stopped.stopped) == (400, True)
    begun = office.register_imports.unfinished(wanted)
    assert begun
    assert (begun.entered, begun.total) == (400, 1000)
    rest = run(office, wanted)
    assert (rest.entered, rest.there, rest.import_id) == (600, 400, stopped.import_id)
    assert office.register_imports.unfinished(wanted) is None
    act = office.past_letters(person(office))
    with pytest.raises(OfficeError, match="reason_missing"):
        act.withdraw(rest.import_id, " ", lambda *_: None, threading.Event())
    assert act.withdraw(rest.import_id, "แฟ้มผิดปี", lambda *_: None, threading.Event()) == 5
    (one,) = office.register_imports.imports()
    assert (one.withdrawn, one.reason) == (1000, "แฟ้มผิดปี")
    assert not office.desk.reader.rows("SELECT 1 FROM letter WHERE register LIKE 'past/%'")
    assert run(office, wanted).entered == 1000


def test_an_import_may_be_tried_and_given_up(office: Office, tmp_path: Path) -> None:
    wanted = plan(look_at(csv_file(tmp_path / "รับ.csv", "utf-8", many(300))))
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(OfficeError) as caught:
        office.register_imports.try_out(wanted, TODAY, lambda *_: None, cancel)
    assert caught.value.code == "interchange.cancelled"


cells = st.one_of(st.none(), st.text(max_size=30), st.integers(), st.floats(), st.booleans(), st.datetimes())


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(*[cells] * 9), max_size=5))
def test_whatever_stands_in_a_line_it_is_a_letter_or_says_why_not(
    tmp_path: Path, lines: list[tuple[Cell, ...]]
) -> None:
    wanted = plan(look_at(csv_file(tmp_path / "รับ.csv", "utf-8")))
    for _, one in RegisterReader(wanted, TODAY).read(enumerate(lines, start=2)):
        assert one is None or isinstance(one, Problem | PastLetter)
        if isinstance(one, PastLetter):
            assert 0 < one.number < 1_000_000
            assert one.received_at <= datetime(2026, 11, 11, tzinfo=UTC)
            assert "\x00" not in one.subject
