"""What the centre decides about single acts, and that no act stops the acts behind it."""

import logging
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection

from desktop.accounts.mutations import DefineUnit
from desktop.cashier import mutations as cashier
from desktop.letters import mutations as letters
from desktop.office.mutation import Catalogue, Context, Kind, Mutation, Rows
from desktop.office.numbers import Taken
from sync.server import post_office
from sync.server.acts import centre_act
from sync.server.database import transact
from sync.server.devices import DeviceKey
from sync.server.rooms import CATALOGUE
from sync.wire.messages import Result
from tests.sync.server.town import IDS, LETTERS, REGISTRY, MiniDesk, Town, this_year


def follows(desk: MiniDesk) -> Result:
    """Sends the outbox with a good act behind it, which must pass; returns what was said about the act before it."""
    desk.register("ตามหลัง")
    desk.sync()
    assert desk.results[desk.mseq].status == "applied"
    return desk.results[desk.mseq - 1]


def kept(town: Town, desk: MiniDesk, mseq: int) -> Any:
    query = "SELECT * FROM mutation WHERE office_id = %s AND device_id = %s AND mseq = %s"
    with town.server.centre.engine.connect() as connection:
        return connection.exec_driver_sql(query, (town.office_id, desk.id, mseq)).one()


def test_a_refused_intent_keeps_the_queue_moving(town: Town) -> None:
    desk = town.registry()
    letter = desk.register()
    desk.route(letter, town.eng)
    desk.route(letter, town.eng)
    said = follows(desk)
    assert (said.status, said.code, said.eff_oseq) == ("rejected", "letters.already_routed", 0)


def test_two_desks_that_settle_one_route_differently_get_one_answer_each(town: Town) -> None:
    registry, unit = town.registry(), town.desk("unit:ENG/normal")
    route = registry.route(registry.register(), town.eng)[0]
    registry.sync()
    unit.sync()
    unit.act("letters.receive", letters.Receive(route))
    unit.sync()
    registry.act("letters.recall", letters.Recall((route,)))
    said = follows(registry)
    assert (said.status, said.code) == ("rejected", "letters.route_settled")
    assert said.data
    assert said.data["state"] == "received"
    assert [(one["unit_id"], one["received_by"]) for one in said.data["routes"]] == [
        (town.eng.hex(), unit.user_id.hex())
    ]


@pytest.mark.parametrize(
    ("name", "version", "body", "code"),
    [
        ("letters.shred", 1, b"\x80", "unknown_type"),
        ("letters.register", 9, b"\x80", "unknown_type"),
        ("letters.register", 1, b"\x80", "bad_body"),
        ("letters.register", 1, b"\xc1", "bad_body"),
        ("letters.register", 1, b"", "bad_body"),
        ("letters.endorse", 1, b"\x91" * 100_000, "bad_body"),
        (
            "accounts.define_unit",
            1,
            msgspec.msgpack.encode(DefineUnit(b"unit".rjust(16), "X", "X", "X", "X")),
            "not_allowed",
        ),
    ],
)
def test_what_can_not_be_understood_or_done_is_kept_whole_with_the_reason(
    town: Town, name: str, version: int, body: bytes, code: str
) -> None:
    desk = town.registry()
    act = desk.act(name, body, version)
    said = follows(desk)
    assert (said.status, said.code) == ("rejected", code)
    row = kept(town, desk, act.mseq)
    assert (row.type, row.v, row.body, row.status, row.code) == (name, version, body, "rejected", code)


def test_an_intent_that_breaks_our_code_is_refused_and_kept(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    desk = town.registry()
    desk.act("letters.recall", letters.Recall(()))
    with caplog.at_level(logging.CRITICAL):
        said = follows(desk)
    assert (said.status, said.code) == ("rejected", "not_applied")


def test_a_fact_is_never_refused_for_what_is_in_it(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    desk = town.registry()
    with caplog.at_level(logging.ERROR):
        desk.register("ความ\0ลับ")
        act = desk.outbox[-1]
        said = follows(desk)
        assert (said.status, said.code) == ("flagged", "not_applied")
        assert kept(town, desk, act.mseq).body == act.body
        desk.register(n=1 << 63)
        assert follows(desk).status == "flagged"
    assert "ลับ" not in caplog.text


def test_a_row_made_twice_is_flagged_not_doubled(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    desk = town.registry()
    note = letters.Endorse(IDS.new(), desk.register(), "ก", "registrar", "note", "ครั้งแรก")
    desk.act("letters.endorse", note)
    desk.act("letters.endorse", msgspec.structs.replace(note, text="ครั้งที่สอง"))
    with caplog.at_level(logging.CRITICAL):
        said = follows(desk)
    assert (said.status, said.code) == ("flagged", "not_applied")
    assert desk.rows[("endorsement", note.endorsement_id)]["text"] == "ครั้งแรก"


def test_an_id_of_another_length_is_refused(town: Town) -> None:
    desk = town.registry()
    desk.act("letters.endorse", letters.Endorse(b"short", desk.register(), "ก", "registrar", "note", "ข"))
    assert follows(desk).code == "bad_body"


def test_a_number_that_another_paper_bears_is_flagged(town: Town) -> None:
    desk = town.registry()
    desk.register(n=7)
    desk.register(n=7)
    said = follows(desk)
    assert (said.status, said.code) == ("flagged", "number.taken")
    assert said.data is not None
    assert said.data["n"] == 7


def test_a_number_from_nobody_s_book_is_flagged(town: Town) -> None:
    desk = town.desk(REGISTRY)
    desk.register(n=3)
    desk.sync()
    assert (desk.results[1].status, desk.results[1].code) == ("flagged", "number_not_leased")
    assert desk.letters()


def test_several_oddities_are_all_told(town: Town) -> None:
    desk = town.desk("finance/normal")
    line = cashier.LinePart(IDS.new(), "F1", "2569", "ค่าธรรมเนียม", 1, "ฉบับ", 1000, 1000)
    taken = Taken("receipts", this_year(), 1, bytes(16), 1, 1)
    body = cashier.IssueReceipt(
        IDS.new(), taken, "C1", "ผู้ชำระ", "cash", 9999, "สิบบาทถ้วน", "ปิยะดา", "เจ้าพนักงาน", (line,)
    )
    desk.act("cashier.issue_receipt", body)
    desk.sync()
    said = desk.results[1]
    assert (said.status, said.code) == ("flagged", "cashier.total_differs")
    assert said.data is not None
    assert said.data["also"] == ["number_not_leased"]
    assert (said.data["series"], said.data["n"]) == ("receipts", 1), "what the further one tells is not lost"
    assert desk.has("receipt", body.receipt_id)


def test_somebody_unknown_may_want_nothing_but_what_he_did_is_kept(town: Town) -> None:
    desk = town.registry()
    letter = desk.register()
    desk.sync()
    desk.user_id = IDS.new()
    note = desk.endorse(letter)
    desk.route(letter, town.eng)
    desk.sync()
    assert (desk.results[2].status, desk.results[2].code) == ("flagged", "user_unknown")
    assert (desk.results[3].status, desk.results[3].code) == ("rejected", "user_unknown")
    assert desk.has("endorsement", note)


def test_the_centre_acts_by_the_same_function_on_its_own_chain(town: Town) -> None:
    unit = DefineUnit(IDS.new(), "NEW", "กองใหม่", "New", "ใหม่")
    assert centre_act(town.server.centre.engine, town.office_id, "accounts.define_unit", unit).status == "applied"
    desk = town.desk()
    desk.sync()
    assert desk.rows[("unit", unit.id)]["ver"] == 1
    changed = msgspec.structs.replace(unit, name_en="Newer")
    centre_act(town.server.centre.engine, town.office_id, "accounts.define_unit", changed)
    desk.sync()
    assert (desk.rows[("unit", unit.id)]["ver"], desk.rows[("unit", unit.id)]["name_en"]) == (2, "Newer")


def test_a_fact_that_breaks_is_flagged_and_leaves_nothing_half_done(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    class Body(msgspec.Struct, frozen=True):
        unit_id: bytes

    def half(rows: Rows, body: Body, context: Context) -> None:
        table = CATALOGUE.entities["unit"].table
        row = rows.find(table, body.unit_id)
        assert row is not None
        rows.update(table, row, name_th="ครึ่งทาง")
        raise KeyError(body.unit_id.hex())

    act = Mutation("test.half", 1, Kind.FACT, Body, half)
    catalogue = Catalogue(CATALOGUE.entities.values(), [*CATALOGUE.mutations.values(), act])
    desk = town.desk()
    wire = desk.act("test.half", Body(town.eng))

    def work(connection: Connection) -> tuple[Result, ...]:
        key = DeviceKey(town.office_id, desk.id)
        return post_office.accept(connection, catalogue, key, [wire], "2026-11-21T00:00:00.000000Z")

    with caplog.at_level(logging.ERROR):
        said = transact(town.server.centre.engine, work)[0]
    assert (said.status, said.code) == ("flagged", "not_applied")
    assert "KeyError" in caplog.text
    assert town.eng.hex() not in caplog.text
    desk.outbox.clear()
    desk.cursors.clear()
    desk.exchange()
    assert desk.rows[("unit", town.eng)]["name_th"] == "ENG"


def test_letters_registered_by_the_registry_s_lease_are_plainly_applied(town: Town) -> None:
    desk = town.registry()
    desk.register()
    desk.sync()
    assert desk.results[1].status == "applied"
    with town.server.centre.engine.connect() as connection:
        query = "SELECT series, n, status FROM number_event WHERE office_id = %s"
        assert connection.exec_driver_sql(query, (town.office_id,)).all() == [(LETTERS, 1, "issued")]
