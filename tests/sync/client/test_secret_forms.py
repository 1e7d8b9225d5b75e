"""แบบที่ 13 and 14 of secret letters: with their words for the registrar of secrets alone, masked for everybody else."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.archive.lines import RegisterReading
from desktop.archive.model import Asked, Form
from desktop.archive.papers import Papers
from desktop.archive.queries import ArchiveQueries
from desktop.archive.retention import shipped
from desktop.archive.storing import STORE, Store
from desktop.letters.model import Direction, Registration, Secrecy
from desktop.letters.rules import INCOMING_SERIES
from desktop.office.dates import local_date
from desktop.paper.exporting import to_csv
from desktop.paper.pages import page_count, page_text
from desktop.paper.table import FormTable, TableRow
from desktop.registers.queries import RegisterQueries
from tests.helpers.town import REGISTRY, Town, TownDesk

SECRET_IN, SECRET_OUT = "secret.incoming/central", "secret.outgoing/central"
WORDS = "สืบสวนการทุจริตโครงการถนนสาย 7"
LETTER = Registration("ป.ป.ช.", "นายกเทศมนตรี", WORDS, "ปช 0001/1", date(2026, 11, 1), secrecy=Secrecy.SECRET)
ANSWER = replace(
    LETTER, from_party="เทศบาล", to_party="ป.ป.ช.", direction=Direction.OUTGOING, book_number="-",
    subject=f"ตอบ {WORDS}",
)  # fmt: skip


@pytest.fixture
def registrar(town: Town) -> TownDesk:
    """kanda's desk, cleared for secrets, with their registers."""
    desk = town.secrets_desk(registers=(f"letters.{SECRET_IN}", f"letters.{SECRET_OUT}"))
    for letter in (LETTER, ANSWER):
        desk.letters("kanda").register(letter)
    desk.round.run()
    return desk


def reading(desk: TownDesk) -> RegisterReading:
    return RegisterReading(desk.desk.reader, RegisterQueries(desk.desk.reader))


def papers(desk: TownDesk) -> Papers:
    return Papers(desk.desk.reader, reading(desk), ArchiveQueries(desk.desk.reader, shipped()), desk.clock)


def asked(desk: TownDesk, register: str, login: str = "kanda", form: Form = Form.REGISTER) -> Asked:
    """As the screen asks for a person."""
    today = local_date(desk.clock.now())
    return Asked(form, register, today, today, reading(desk).cleared(desk.person(login).id))


def said(table: FormTable) -> str:
    return " ".join(str(value) for row in table.rows if isinstance(row, TableRow) for value in row.values)


def test_the_registrar_of_secrets_prints_both_forms_with_their_words_and_the_mark(registrar: TownDesk) -> None:
    cleared = reading(registrar).cleared(registrar.person("kanda").id)
    assert reading(registrar).registers(cleared) == (SECRET_IN, SECRET_OUT)
    came = papers(registrar).table(asked(registrar, SECRET_IN))
    assert (came.title, came.columns[0].head) == ("ทะเบียนหนังสือรับ (ลับ)", "เลขทะเบียนรับ")
    assert WORDS in said(came)
    went = papers(registrar).table(asked(registrar, SECRET_OUT))
    assert (went.title, went.columns[0].head) == ("ทะเบียนหนังสือส่ง (ลับ)", "เลขทะเบียนส่ง")
    assert f"ตอบ {WORDS}" in said(went)
    pdf = papers(registrar).pdf(asked(registrar, SECRET_IN))
    text = page_text(pdf, 0)
    assert page_count(pdf) == 1
    assert text.replace(" ", "").count("ลับ") >= 3
    assert "สืบสวนการทุจริต" in text.replace(" ", "")


def test_for_who_is_not_cleared_the_same_desk_prints_masks_and_offers_no_secret_register(registrar: TownDesk) -> None:
    """Somebody else sits down at the registrar's desk."""
    assert reading(registrar).cleared(registrar.person("piyada").id) is Secrecy.NORMAL
    assert reading(registrar).registers() == ()
    for register in (SECRET_IN, SECRET_OUT):
        table = papers(registrar).table(asked(registrar, register, "piyada"))
        assert table.mark == ""
        assert "สืบสวน" not in said(table)
        assert "เรื่องลับ" in said(table)
        assert "สืบสวน" not in to_csv(table).decode("utf-8-sig")
    assert "สืบสวน" not in said(papers(registrar).table(asked(registrar, SECRET_OUT, "piyada", Form.DISPATCH)))


def test_a_cleared_person_at_a_desk_without_secret_registers_prints_masks(town: Town, registrar: TownDesk) -> None:
    registry = town.desk("C1", (INCOMING_SERIES,), REGISTRY)
    registry.round.run()
    assert reading(registry).cleared(registry.person("kanda").id) is Secrecy.NORMAL
    assert reading(registry).registers() == ()


def test_secret_letters_in_an_open_register_stay_masked_for_everybody(town: Town, registrar: TownDesk) -> None:
    """The central register's sheets are open: what was made secret shows its number alone, also where it is stored."""
    registry = town.desk("C1", (INCOMING_SERIES,), REGISTRY)
    came = registry.letters("kanda").register(replace(LETTER, secrecy=Secrecy.NORMAL))
    registry.round.run()
    registrar.round.run()
    registrar.letters("kanda").classify(came.id, Secrecy.SECRET, "มีชื่อผู้ร้อง")
    who = registrar.person("kanda")
    store = Store(
        registrar.desk.ids.new(), came.id, "secret", "ตู้นิรภัย", local_date(registrar.clock.now()).isoformat(), who.name_th
    )
    registrar.desk.write(lambda unit: unit.perform(STORE, store, who.id))
    registrar.round.run()
    for form in (Form.REGISTER, Form.STORAGE, Form.STORED):
        table = papers(registrar).table(asked(registrar, "central", form=form))
        assert "สืบสวน" not in said(table)
        assert "ปช" not in said(table)
        assert "เรื่องลับ" in said(table)
        assert table.mark == ""
