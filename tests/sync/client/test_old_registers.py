"""Old registers at the centre: one desk brings one in, the others see it; numbers never meet; two desks, one book."""

import threading
from datetime import date
from pathlib import Path

from sqlalchemy import text

from desktop.interchange.model import Outcome
from desktop.interchange.register import RegisterImports
from desktop.interchange.sheets import look_at
from desktop.letters.past_actions import PastActions
from desktop.letters.rules import INCOMING_SERIES
from sync.server.proving import first_contradiction, registers
from tests.convergence.invariants import desk_equals_centre
from tests.helpers.sheets import csv_file, many, plan
from tests.helpers.town import Town, TownDesk
from tests.sync.client.test_round import attention, register

TODAY = date(2026, 11, 11)
SERIES = "letters.past/incoming/ทะเบียนกลาง"


def bring_in(desk: TownDesk, path: Path) -> Outcome:
    imports, wanted = RegisterImports(desk.desk.reader), plan(look_at(path))
    act, still = PastActions(desk.desk, desk.person("kanda")), threading.Event()
    tried = imports.try_out(wanted, TODAY, lambda *_: None, still)
    return imports.run(wanted, tried, TODAY, act, lambda *_: None, still)


def shown(desk: TownDesk) -> list[tuple[str, int]]:
    return desk.desk.reader.rows("SELECT register, number FROM letter ORDER BY register, number")


def proven(town: Town) -> None:
    with town.engine.connect() as connection:
        for series, year in registers(connection, town.office_id):
            assert first_contradiction(connection, town.office_id, series, year) is None


def test_an_old_register_crosses_the_town_and_is_withdrawn(town: Town, tmp_path: Path) -> None:
    first, second = town.desk(), town.desk("R2", (), ("registry/normal",))
    letter = register(first)
    done = bring_in(first, csv_file(tmp_path / "รับ.csv", "utf-8", many(450, 2569)))
    assert done.entered == 450
    first.round.run()
    second.round.run()
    assert len(shown(second)) == 451
    assert ("central", letter.number) in shown(second)
    for desk in (first, second):
        desk_equals_centre(town, desk)
    proven(town)
    act = PastActions(second.desk, second.person("kanda"))
    assert act.withdraw(done.import_id, "ผิดแฟ้ม", lambda *_: None, threading.Event()) == 3
    second.round.run()
    first.round.run()
    assert not [one for one in shown(first) if one[0].startswith("past/")]
    desk_equals_centre(town, first)
    proven(town)
    assert bring_in(first, tmp_path / "รับ.csv").entered == 450
    first.round.run()
    assert attention(first) == []
    proven(town)


def test_two_desks_bring_in_one_register_and_only_one_has_it(town: Town, tmp_path: Path) -> None:
    first, second = town.desk(), town.desk("R2", (), ("registry/normal",))
    bring_in(first, csv_file(tmp_path / "ก.csv", "utf-8", many(30)))
    bring_in(second, csv_file(tmp_path / "ข.csv", "utf-8", many(20)))
    for desk in (first, second, first):
        desk.round.run()
    assert attention(second) == ["letters.past_there"]
    for desk in (first, second):
        assert len(shown(desk)) == 30
        desk_equals_centre(town, desk)
    proven(town)
    assert bring_in(second, tmp_path / "ข.csv").there == 20
    with town.engine.connect() as connection:
        events = text("SELECT count(*) FROM number_event WHERE series = :s AND office_id = :o")
        assert connection.scalar(events, {"s": SERIES, "o": town.office_id}) == 30


def test_the_sequence_of_the_living_register_goes_on_as_before(town: Town, tmp_path: Path) -> None:
    desk = town.desk()
    before = register(desk).number
    bring_in(desk, csv_file(tmp_path / "รับ.csv", "utf-8", many(25, 2569)))
    desk.round.run()
    assert register(desk).number == before + 1
    desk.round.run()
    assert attention(desk) == []
    assert INCOMING_SERIES in {series for series, _ in _known(town)}
    proven(town)


def _known(town: Town) -> list[tuple[str, int]]:
    with town.engine.connect() as connection:
        return registers(connection, town.office_id)
