"""What citizens ask, over the real post: one number each, one standing everywhere, nobody told what is not theirs."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.accounts.mutations import DefineStaff, DefineUnit
from desktop.cases.actions import CaseActions
from desktop.cases.kinds import read_kind
from desktop.cases.model import Case, Deed, Place, Reporter, Wanted
from desktop.cases.mutations import DEFINE_KIND, WITHDRAW_KIND, DefineKind, WithdrawKind
from desktop.cases.photos import read_photo
from desktop.cases.queries import CaseQueries
from desktop.cases.rules import display_number
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from sync.server.acts import centre_act
from sync.server.proving import first_contradiction
from sync.server.scope import Kind
from tests.convergence.invariants import desk_equals_centre
from tests.desktop.cases.test_photos import photo
from tests.helpers.town import ENGINEERING, Town, TownDesk, identity

SERVICE = ("service/normal", "unit:CLK/normal")
LICENCE = Path(__file__).parents[2] / "desktop" / "cases" / "health_hazard_licence.json"
SOI = Place("ซอย 3", 18_741_120, 98_940_350, "gps")


@pytest.fixture
def counter(town: Town) -> TownDesk:
    town.admin.define_unit(town.office_id, DefineUnit(identity("HLT"), "HLT", "กองสาธารณสุข", "Health", "สธ."))
    return town.desk("C1", (), SERVICE)


@pytest.fixture
def second(town: Town, counter: TownDesk) -> TownDesk:
    return town.desk("C2", (), SERVICE)


@pytest.fixture
def engineers(town: Town, counter: TownDesk) -> TownDesk:
    return town.desk("E1", (), ENGINEERING)


def queries(desk: TownDesk) -> CaseQueries:
    return CaseQueries(desk.desk.reader)


def cases(desk: TownDesk, login: str = "kanda") -> CaseActions:
    return CaseActions(desk.desk, desk.person(login))


def opened(desk: TownDesk, category: str = "streetlight", **given: object) -> Case:
    today = desk.clock.now().date()
    kind = next(one for one in queries(desk).kinds(today) if one.code == "complaint")
    wanted = Wanted(kind, "ไฟดับหน้าปากซอย", "counter", category, SOI, Reporter("นายบุญมี ใจคำ", "0811111111"))
    return cases(desk).open(replace(wanted, **given))  # type: ignore[arg-type]


def seen(desk: TownDesk, case_id: Id) -> Case:
    found = queries(desk).case(case_id)
    assert found is not None
    return found


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def codes(desk: TownDesk) -> list[str]:
    return [code for (code,) in desk.desk.reader.rows("SELECT code FROM attention ORDER BY created_at, id")]


def test_two_counters_number_in_registers_of_their_own(town: Town, counter: TownDesk, second: TownDesk) -> None:
    labels = [
        display_number(one.line.series, one.line.year_be, one.line.number)
        for one in (opened(counter), opened(second), opened(counter))
    ]
    assert labels == ["OSS-70-C1-00001", "OSS-70-C2-00001", "OSS-70-C1-00002"]
    rounds(counter, second)
    assert not codes(counter)
    assert not codes(second)
    for desk in (counter, second):
        desk_equals_centre(town, desk)
        assert len(queries(desk).of_person(b"x" * 16)) == 0
    with town.engine.connect() as connection:
        for one in ("C1", "C2"):
            assert first_contradiction(connection, town.office_id, f"cases.OSS/{one}", 2570) is None


def test_the_unit_in_the_field_sees_the_case_and_never_who_asked(
    town: Town, counter: TownDesk, second: TownDesk, engineers: TownDesk
) -> None:
    taken = read_photo(photo(), "ไฟดับ.jpg")
    case = cases(counter).open(
        Wanted(opened(counter).kind, "ไฟดับ", "line", "streetlight", SOI, Reporter("นายบุญมี")), [taken]
    )
    rounds(counter, second, engineers)
    for desk in (counter, second, engineers):
        desk.errand.run()
    here, there = seen(engineers, case.id), seen(second, case.id)
    assert here.line.reporter is None
    assert there.line.reporter == Reporter("นายบุญมี")
    assert here.files[0].sha256 == ""
    assert there.files[0].sha256 == case.files[0].sha256
    assert engineers.desk.blobs.get(here.files[0].public_sha256) == taken.public
    assert not engineers.desk.blobs.has(case.files[0].sha256)
    for desk in (counter, second, engineers):
        desk_equals_centre(town, desk)


def test_what_two_did_offline_is_all_kept_and_the_contradiction_is_told(
    town: Town, counter: TownDesk, engineers: TownDesk
) -> None:
    case = opened(counter)
    rounds(counter, engineers)
    cases(engineers, "wichai").take(case.id, Deed("start"))
    cases(engineers, "wichai").take(case.id, Deed("done", "เปลี่ยนหลอดแล้ว"))
    assert isinstance(town.clock, ManualClock)
    town.clock.advance(timedelta(hours=1))
    cases(counter).take(case.id, Deed("ask", "เสาต้นไหน"))
    rounds(counter, engineers)
    for desk in (counter, engineers):
        found = seen(desk, case.id)
        assert [event.step for event in found.events] == ["opened", "start", "done", "ask"]
        assert (found.line.state, found.standing.state) == ("done", "done")
        assert found.standing.set_aside == {found.events[-1].id}
        desk_equals_centre(town, desk)
    assert codes(engineers) + codes(counter) == ["cases.crossed"]


def test_a_division_that_shares_a_case_gets_it_and_one_that_gives_it_on_keeps_it(
    town: Town, counter: TownDesk, engineers: TownDesk
) -> None:
    education = town.desk("D1", (), ("unit:EDU/normal",))
    case = opened(counter)
    rounds(counter, education)
    assert queries(education).case(case.id) is None
    cases(counter).take(case.id, Deed("split", unit_id=identity("EDU")))
    rounds(counter, education, engineers)
    assert seen(education, case.id).standing.parts == {identity("EDU"): False}
    cases(engineers, "wichai").take(case.id, Deed("move", "เป็นงานของการศึกษา", unit_id=identity("EDU")))
    rounds(engineers, education, counter)
    assert seen(engineers, case.id).line.unit_id == identity("EDU")
    for desk in (counter, engineers, education):
        desk_equals_centre(town, desk)


def test_a_restricted_case_leaves_the_counter_that_took_it_and_is_at_no_other_desk(
    town: Town, counter: TownDesk, second: TownDesk
) -> None:
    town.scopes.clear_person(town.office_id, "kanda", "secret")
    head = town.desk("P1", (), ("unit:CLK/normal", "unit:CLK/secret"), kind=Kind.PERSONAL, people=("kanda",))
    case = opened(counter, "corruption")
    assert seen(counter, case.id).line.restricted
    rounds(counter, second, head)
    assert seen(head, case.id).line.reporter is not None
    for desk in (counter, second):
        assert queries(desk).case(case.id) is None
        assert not desk.desk.reader.rows("SELECT 1 FROM case_reporter UNION SELECT 1 FROM case_event")
        desk_equals_centre(town, desk)


def test_what_the_kind_does_not_allow_is_kept_and_told(town: Town, counter: TownDesk, engineers: TownDesk) -> None:
    case = cases(counter).take(opened(counter).id, Deed("accept"))
    rounds(counter, engineers)
    words = ("wichai", "นายวิชัย", "wichai", "นายช่าง", "Engineer")
    town.admin.define_staff(town.office_id, DefineStaff(identity("wichai"), *words, identity("EDU"), "clerk"))
    cases(engineers, "wichai").take(case.id, Deed("done", "เสร็จ"))
    rounds(engineers, counter)
    assert codes(engineers) == ["cases.not_yours"]
    assert seen(counter, case.id).line.state == "done"


def test_an_office_s_own_kind_comes_to_every_desk_and_is_carried_by_the_centre(
    town: Town, counter: TownDesk, second: TownDesk
) -> None:
    own = read_kind(LICENCE.read_bytes())
    body = DefineKind(identity("kind"), own.code, own.version, LICENCE.read_text("utf-8"))
    assert centre_act(town.engine, town.office_id, DEFINE_KIND.name, body, town.clock).status == "applied"
    assert (
        centre_act(town.engine, town.office_id, DEFINE_KIND.name, body, town.clock).code == "cases.kind_version_taken"
    )
    rounds(counter, second)
    case = cases(counter).open(Wanted(own, "เสริมสวย", "counter", "", SOI, Reporter("นางศรี"), {"business": "เสริมสวย"}))
    cases(counter).take(case.id, Deed("hand_in", item="ap1"))
    rounds(counter, second)
    assert not codes(counter)
    assert seen(second, case.id).kind == own
    assert set(seen(second, case.id).standing.items) == {"ap1"}
    centre_act(town.engine, town.office_id, WITHDRAW_KIND.name, WithdrawKind(own.code, own.version), town.clock)
    rounds(counter)
    assert own.code not in {kind.code for kind in queries(counter).kinds(town.clock.now().date())}
    assert seen(counter, case.id).kind == own


def test_no_desk_makes_kinds(town: Town, counter: TownDesk) -> None:
    body = DefineKind(identity("kind"), "x", "1", "{}")
    with pytest.raises(OfficeError, match="kind_unreadable"):
        counter.desk.write(lambda unit: unit.perform(DEFINE_KIND, body, identity("kanda")))
    own = LICENCE.read_text("utf-8")
    told = read_kind(own)
    good = DefineKind(identity("kind"), told.code, told.version, own)
    counter.desk.write(lambda unit: unit.perform(DEFINE_KIND, good, identity("kanda")))
    counter.round.run()
    assert codes(counter) == ["not_allowed"]
    assert told.code not in {kind.code for kind in queries(counter).kinds(town.clock.now().date())}
