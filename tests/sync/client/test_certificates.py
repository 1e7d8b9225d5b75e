"""Certificates over the real post: books of their own, facts from two desks kept, templates for everybody."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from desktop.accounts.mutations import DefineStaff, DefineUnit
from desktop.certificates.actions import CertificateActions
from desktop.certificates.model import Certificate, Origin, ReceiptRef, State, Wanted
from desktop.certificates.mutations import WITHDRAW, WithdrawTemplate
from desktop.certificates.queries import CertificateQueries, Sought
from desktop.certificates.templates import read_template, shipped
from desktop.office.clock import ManualClock
from desktop.office.dates import local_date
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.proofs.model import Standing
from desktop.proofs.queries import ProofQueries
from desktop.proofs.rules import judge
from desktop.registers.queries import RegisterQueries
from sync.server.acts import centre_act
from sync.server.proving import first_contradiction
from tests.convergence.invariants import desk_equals_centre
from tests.desktop.certificates.conftest import ANSWERS, FOOD, MAYOR, PAID
from tests.helpers.acts import begin_proofs
from tests.helpers.town import ENGINEERING, Town, TownDesk, identity

SERVICE = ("service/normal", "unit:CLK/normal")


@pytest.fixture
def counter(town: Town) -> TownDesk:
    town.admin.define_unit(town.office_id, DefineUnit(identity("HLT"), "HLT", "กองสาธารณสุข", "Health", "สธ."))
    words = ("somchai", "นายสมชาย ตัวอย่างดี", "Somchai", "นายกเทศมนตรี", "Mayor")
    town.admin.define_staff(town.office_id, DefineStaff(identity("somchai"), *words, identity("CLK"), "executive"))
    return town.desk("C1", (FOOD,), SERVICE)


@pytest.fixture
def second(town: Town, counter: TownDesk) -> TownDesk:
    return town.desk("C2", (FOOD,), SERVICE)


def acts(desk: TownDesk, login: str = "kanda") -> CertificateActions:
    return CertificateActions(desk.desk, desk.person(login))


def issued(desk: TownDesk, **given: object) -> Certificate:
    made = Wanted(shipped()[0], "นางคำแปง สุขใจ", ANSWERS, MAYOR, PAID)
    return acts(desk).issue(replace(made, **given))  # type: ignore[arg-type]


def seen(desk: TownDesk, certificate_id: Id) -> Certificate:
    return acts(desk).found(certificate_id)


def later(town: Town, *desks: TownDesk) -> None:
    """When tokens have run out."""
    assert isinstance(town.clock, ManualClock)
    town.clock.advance(timedelta(minutes=20))
    rounds(*desks)


def judged(desk: TownDesk, held: Certificate) -> Standing:
    return ProofQueries(desk.desk.reader).judge(held.proof).standing


def rounds(*desks: TownDesk) -> None:
    for desk in (*desks, *desks):
        desk.round.run()


def codes(desk: TownDesk) -> list[str]:
    return [code for (code,) in desk.desk.reader.rows("SELECT code FROM attention ORDER BY created_at, id")]


def test_two_desks_number_in_books_of_their_own_and_see_each_others(
    town: Town, counter: TownDesk, second: TownDesk
) -> None:
    places = [(one.line.book_no, one.line.number) for one in (issued(counter), issued(second), issued(counter))]
    assert places == [(1, 1), (3, 101), (1, 2)]
    rounds(counter, second)
    day = local_date(counter.clock.now())
    for desk in (counter, second):
        assert len(CertificateQueries(desk.desk.reader).lines(Sought(), day)) == 3
        desk_equals_centre(town, desk)
        assert not codes(desk)
        (account,) = (one for one in RegisterQueries(desk.desk.reader).accounts() if one.series == FOOD)
        assert account.count("unknown") == 0  # type: ignore[arg-type]
    year = counter.clock.now().year + 543
    with town.engine.connect() as connection:
        assert first_contradiction(connection, town.office_id, FOOD, year) is None


def test_a_desk_that_is_not_enrolled_gets_no_book_and_does_not_see_them(town: Town, counter: TownDesk) -> None:
    other = town.desk("E1", (), ENGINEERING)
    held = issued(counter)
    rounds(counter, other)
    with pytest.raises(OfficeError, match=r"numbers\.not_here"):
        issued(other)
    with pytest.raises(OfficeError, match=r"certificates\.gone"):
        seen(other, held.id)


def test_what_two_desks_did_without_a_line_is_all_kept_and_comes_out_the_same(
    town: Town, counter: TownDesk, second: TownDesk
) -> None:
    held = issued(counter)
    rounds(counter, second)
    acts(counter, "somchai").revoke(held.id, "เอกสารเท็จ")
    acts(second, "somchai").revoke(held.id, "ร้องเรียนซ้ำ")
    for desk in (counter, second):
        acts(desk).copy(held.id, "ยื่นธนาคาร")
    rounds(counter, second)
    found = [seen(desk, held.id) for desk in (counter, second)]
    assert found[0].line.standing == found[1].line.standing
    assert found[0].line.standing.state is State.REVOKED
    assert [(one.n, one.counter) for one in found[1].copies] == [(one.n, one.counter) for one in found[0].copies]
    assert {one.counter for one in found[0].copies} == {"C1", "C2"}
    assert len(found[0].deeds) == 2
    for desk in (counter, second):
        desk_equals_centre(town, desk)


def test_contradictions_go_before_a_person(town: Town, counter: TownDesk, second: TownDesk) -> None:
    held, other = issued(counter), issued(counter)
    rounds(counter, second)
    for desk in (counter, second):
        acts(desk).pay(held.id, ReceiptRef(1, 5, local_date(desk.clock.now()), 300_00))
    acts(counter, "somchai").revoke(other.id, "เอกสารเท็จ")
    again = {"origin": Origin.REPLACEMENT, "reason": "สูญหาย"}
    issued(second, replaces_id=other.id, **again)
    issued(counter, replaces_id=held.id, **again)
    issued(second, replaces_id=held.id, **again)
    rounds(counter, second)
    told = {*codes(counter), *codes(second)}
    assert told == {"certificates.fee_paid_twice", "certificates.revoked_meanwhile", "certificates.replaced_twice"}
    for desk in (counter, second):
        desk_equals_centre(town, desk)


def test_what_two_desks_revoked_without_a_line_is_once_on_the_list_of_everybody(
    town: Town, counter: TownDesk, second: TownDesk
) -> None:
    begin_proofs(town)
    other = town.desk("E1", (), ENGINEERING)
    later(town, counter, second)
    held, good = issued(counter), issued(counter)
    rounds(counter, second, other)
    for desk in (counter, second):
        acts(desk, "somchai").revoke(held.id, "เอกสารเท็จ")
        assert judged(desk, held) is Standing.REVOKED
    mended = issued(second, origin=Origin.CORRECTION, replaces_id=good.id, reason="สะกดชื่อผิด")
    for _ in range(2):
        later(town, counter, second, other)
    trust = ProofQueries(other.desk.reader).trust()
    assert [judge(one.proof, trust).standing for one in (held, good, mended)] == [
        Standing.REVOKED, Standing.REVOKED, Standing.GENUINE,
    ]  # fmt: skip
    assert town.count("SELECT count(*) FROM revocation WHERE office_id = :o", o=town.office_id) == 2
    for desk in (counter, second, other):
        desk_equals_centre(town, desk)


def test_a_template_of_the_office_reaches_every_desk_and_a_version_is_only_once(
    town: Town, counter: TownDesk, second: TownDesk
) -> None:
    newer = changed(shipped()[0], version="2570-1", title="หนังสือรับรองการแจ้ง (แบบใหม่)")
    acts(counter, "somchai").define(newer)
    acts(second, "somchai").define(changed(newer, title="อีกแบบ"))
    rounds(counter, second)
    day = local_date(counter.clock.now())
    titles = {CertificateQueries(desk.desk.reader).templates(day)[0].title for desk in (counter, second)}
    assert titles == {newer.title}
    assert codes(second) == ["certificates.version_taken"]
    held = issued(second, template=newer)
    body = WithdrawTemplate(newer.code, newer.version)
    assert centre_act(town.engine, town.office_id, WITHDRAW.name, body, town.clock).status == "applied"
    rounds(counter, second)
    assert CertificateQueries(second.desk.reader).templates(day)[0].version == "2569-1"
    assert seen(second, held.id).template.title == newer.title


def test_a_licence_out_of_a_file_is_issued_at_another_desk(town: Town, counter: TownDesk) -> None:
    file = Path(__file__).parents[2] / "desktop" / "certificates" / "licence.json"
    licence = read_template(file.read_bytes())
    other = town.desk("C3", (FOOD, "certificates.HAZ"), SERVICE)
    acts(counter, "somchai").define(licence)
    rounds(counter, other)
    held = issued(other, template=licence, answers={"activity": "แต่งผม", "site": "99 หมู่ 1"})
    assert (held.line.register, held.line.number) == ("HAZ", 1)
    rounds(counter, other)
    assert seen(counter, held.id).line.subject == "แต่งผม"
