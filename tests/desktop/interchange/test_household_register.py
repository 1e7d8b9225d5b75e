"""A town's houses out of CSV and XLSX: whatever encoding, torn or not, twice or not; only whole lines come in."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import openpyxl
import pytest

from desktop.application import Office
from desktop.interchange.columns import recognise_houses
from desktop.interchange.model import Column, DryRun, HousePlan, Outcome
from desktop.interchange.sheets import look_at
from desktop.office.errors import OfficeError
from desktop.store.desk import Desk
from desktop.waste.model import Payer, Rate, Standing
from desktop.waste.rules import BY_VOLUME, FLAT
from tests.helpers.citizens import BUNMI, give_key, numbered
from tests.helpers.desk import make_desk, make_office, person

TODAY, MONTH = date(2026, 11, 11), "2026-11"
HEADINGS = ("ลำดับ", "บ้านเลขที่", "หมู่ที่", "ซอย", "ชื่อ-สกุล", "อัตรา (บาท/เดือน)", "ลิตร/วัน", "เริ่มเก็บ", "ยกเว้น", "เหตุผล")
LINES: tuple[tuple[Any, ...], ...] = (
    (1, "๑๒/๓", "๕", "", "นายบุญมี ใจคำ", "60", "", "ต.ค. 2568", "", ""),
    (2, "99", "หมู่ 2", "ซ.1", "ร้านข้าวซอยลำดวน", "150.00", "45", "1/10/2568", "", ""),
    (3, "7", "2", "", "วัดท่าข้าม", "", "", "", "ยกเว้น", "วัด"),
    (4, "8", "2", "", "นางคำแปง แสนสุข", 120, None, None, None, None),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk")
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def csv_file(path: Path, lines: Iterable[Sequence[Any]] = LINES, encoding: str = "utf-8-sig") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([("ทะเบียนผู้ชำระค่าขยะ",), HEADINGS, *lines])
    return path


def workbook(path: Path, lines: Iterable[Sequence[Any]] = LINES) -> Path:
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("ครัวเรือน")
    for line in (HEADINGS, *lines):
        page.append(list(line))
    book.save(path)
    return path


def plan(path: Path) -> HousePlan:
    sheet = look_at(path, recognised=recognise_houses)
    return HousePlan(
        sheet, sheet.columns, sheet.book, "", from_month="2026-10",
        tambon="แม่เหียะ", amphoe="เมืองเชียงใหม่", province="เชียงใหม่",
    )  # fmt: skip


def tried(office: Office, wanted: HousePlan) -> DryRun:
    return office.household_imports.try_out(wanted, TODAY, lambda done, total: None, Event())


def run(office: Office, wanted: HousePlan, cancel: Event | None = None) -> Outcome:
    act = office.waste.acts(person(office, "piyada"))
    dry = tried(office, wanted)
    return office.household_imports.run(wanted, dry, TODAY, act, lambda done, total: None, cancel or Event())


@pytest.mark.parametrize("kind", ["utf-8-sig", "cp874", "utf-16", "xlsx"])
def test_the_same_houses_come_out_of_every_kind_of_file(office: Office, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"houses.{'xlsx' if kind == 'xlsx' else 'csv'}"
    wanted = plan(workbook(path) if kind == "xlsx" else csv_file(path, encoding=kind))
    dry = tried(office, wanted)
    assert (dry.lines, dry.ready, dry.there, dry.wrong) == (4, 4, 0, 0)
    assert office.waste.queries.count() == 0, "trying writes nothing"
    assert run(office, wanted).entered == 4
    held = {one.place.house_no: one for one in office.waste.queries.accounts(MONTH)}
    assert held["12/3"].payer == Payer("นายบุญมี ใจคำ")
    assert (held["12/3"].place.moo, held["99"].place.moo, held["99"].place.soi) == ("5", "2", "1")
    assert held["99"].rate == Rate(BY_VOLUME, 45)
    assert held["8"].rate == Rate(BY_VOLUME, 40), "the volume that costs as much"
    assert held["12/3"].rate == Rate(FLAT)
    assert (held["7"].standing, held["7"].reason) == (Standing.EXEMPT, "วัด")
    begun = [office.waste.queries.account(held["12/3"].id, month) for month in ("2025-09", "2025-10")]
    assert [one.standing for one in begun if one] == [None, Standing.CHARGED]


def test_the_same_file_twice_doubles_nothing(office: Office, desk: Desk, tmp_path: Path) -> None:
    wanted = plan(csv_file(tmp_path / "houses.csv"))
    run(office, wanted)
    again = run(office, wanted)
    assert (again.entered, again.there) == (0, 4)
    assert desk.reader.one("SELECT count(*) FROM outbox") == (1,)
    assert desk.reader.one("SELECT count(*) FROM house") == (4,)


WRONG = (
    ((1, "", "2", "", "ไม่มีเลขบ้าน", "60"), Column.HOUSE_NO, "row.house_missing"),
    ((1, "1", "2", "", "", "60"), Column.PAYER, "row.payer_missing"),
    ((1, "1", "2", "", "ก", "61"), Column.RATE, "row.rate_unknown"),
    ((1, "1", "2", "", "ก", "-60"), Column.RATE, "row.rate_unknown"),
    ((1, "1", "2", "", "ก", "999999999999"), Column.RATE, "row.rate_unknown"),
    ((1, "1", "2", "", "ก", "60", "45"), Column.RATE, "row.rate_differs"),
    ((1, "1", "2", "", "ก", "", "มาก"), Column.LITRES, "row.litres_unclear"),
    ((1, "1", "2", "", "ก", "60", "", "เมื่อวาน"), Column.START, "row.month_unclear"),
    ((1, "1", "2", "", "ก", "60", "", "", "ไม่แน่ใจ"), Column.STANDING, "row.standing_unclear"),
    ((1, "1", "2", "", "ก", "60", "", "", "ยกเว้น", ""), Column.REASON, "row.reason_missing"),
    ((1, "1", "2", "", "ก" * 400, "60"), Column.PAYER, "row.too_long"),
    ((1, "๑๒/๓", "5", "", "คนอื่น", "60"), Column.HOUSE_NO, "row.house_twice"),
)


@pytest.mark.parametrize(("line", "column", "code"), WRONG, ids=[code + str(at) for at, (*_, code) in enumerate(WRONG)])
def test_a_line_that_can_not_be_so_stays_out_and_says_why(
    office: Office, tmp_path: Path, line: Sequence[Any], column: Column, code: str
) -> None:
    wanted = plan(csv_file(tmp_path / "houses.csv", (*LINES, line)))
    dry = tried(office, wanted)
    assert (dry.ready, dry.wrong) == (4, 1)
    (problem,) = dry.problems
    assert (problem.line, problem.column, problem.code) == (7, column, code)
    assert run(office, wanted).entered == 4


def test_a_line_put_right_comes_in_and_one_left_out_does_not(office: Office, tmp_path: Path) -> None:
    wrong = ((5, "1", "2", "", "ก", "61"), (6, "2", "2", "", "", "60"))
    wanted = plan(csv_file(tmp_path / "houses.csv", (*LINES, *wrong)))
    assert tried(office, wanted).wrong == 2
    wanted = replace(wanted, put_right={7: {Column.RATE: "60"}}, left_out=frozenset({8}))
    dry = tried(office, wanted)
    assert (dry.ready, dry.left_out, dry.wrong) == (5, 1, 0)


def test_sums_and_headings_on_a_new_page_are_no_houses(office: Office, tmp_path: Path) -> None:
    wanted = plan(csv_file(tmp_path / "houses.csv", (*LINES, HEADINGS, ("รวม", "", "", "", "", "330"))))
    dry = tried(office, wanted)
    assert (dry.ready, dry.left_out, dry.wrong) == (4, 2, 0)


def test_a_citizens_number_is_looked_up_checked_and_never_kept(office: Office, desk: Desk, tmp_path: Path) -> None:
    give_key(desk)
    known = office.people(person(office, "piyada")).record(replace(BUNMI, number=numbered(1)))
    lines = [("1", "นายบุญมี ใจคำ", numbered(1)), ("2", "ใครไม่รู้", numbered(2)), ("3", "พิมพ์ผิด", "1234567890123")]
    path = tmp_path / "houses.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([("บ้านเลขที่", "ผู้ชำระ", "เลขประจำตัวประชาชน"), *lines])
    wanted = plan(path)
    dry = tried(office, wanted)
    assert [(one.code, one.column) for one in dry.problems] == [("row.id_wrong", Column.PAYER_NUMBER)]
    run(office, wanted)
    held = {one.place.house_no: one.payer.person_id for one in office.waste.queries.accounts(MONTH)}
    assert held == {"1": known, "2": None}
    bodies = [body for (body,) in desk.reader.rows("SELECT body FROM outbox")]
    assert not any(numbered(which).encode() in body for body in bodies for which in (1, 2))


def test_a_torn_workbook_is_told_and_a_torn_csv_gives_what_is_whole(office: Office, tmp_path: Path) -> None:
    path = workbook(tmp_path / "houses.xlsx")
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(OfficeError, match=r"interchange\.torn_sheet"):
        plan(path)
    whole = csv_file(tmp_path / "houses.csv", encoding="cp874")
    torn = tmp_path / "torn.csv"
    torn.write_bytes(whole.read_bytes()[:-15])
    dry = tried(office, plan(torn))
    assert (dry.ready, [one.code for one in dry.problems]) == (3, ["row.torn"])


def test_a_stopped_import_keeps_what_came_in_and_the_same_file_goes_on(office: Office, tmp_path: Path) -> None:
    lines = [(at, f"{at}", "2", "", f"ผู้ชำระ {at}", "60") for at in range(1, 251)]
    wanted = plan(csv_file(tmp_path / "houses.csv", lines))
    cancel = Event()
    act, dry = office.waste.acts(person(office, "piyada")), tried(office, wanted)

    def progress(done: int, total: int) -> None:
        assert total == 250
        if done >= 100:
            cancel.set()

    stopped = office.household_imports.run(wanted, dry, TODAY, act, progress, cancel)
    assert (stopped.entered, stopped.stopped) == (100, True)
    rest = run(office, wanted)
    assert (rest.entered, rest.there, office.waste.queries.count()) == (150, 100, 250)


@pytest.mark.parametrize("said", [date(2568, 10, 1), date(2025, 10, 1), "1/10/2568", "10/2568"])
def test_a_month_is_the_same_however_a_spreadsheet_has_it(office: Office, tmp_path: Path, said: Any) -> None:
    """A day that a clerk typed in พ.ศ. is to a spreadsheet one of the far future: its house would never be billed."""
    line = (1, "12/3", "5", "", "นายบุญมี ใจคำ", 60.00000000000001, None, said, None, None)
    assert run(office, plan(workbook(tmp_path / "houses.xlsx", [line]))).entered == 1
    (account,) = office.waste.queries.accounts("2025-10")
    assert (account.standing, account.rate) == (Standing.CHARGED, Rate(FLAT))


def test_a_sum_below_a_satang_is_told_and_not_cut(office: Office, tmp_path: Path) -> None:
    line = (1, "12/3", "5", "", "นายบุญมี ใจคำ", "60.005", None, None, None, None)
    (problem,) = tried(office, plan(workbook(tmp_path / "houses.xlsx", [line]))).problems
    assert problem.code == "row.rate_unknown"
