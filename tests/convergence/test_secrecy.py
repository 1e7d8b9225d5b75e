"""Secret papers between real desks and a real centre: gone from shared counters, kept where people are cleared."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.letters.model import Registration
from desktop.letters.rules import MASKED
from desktop.office.errors import OfficeError
from desktop.office.secrecy import Secrecy
from sync.server.running import Beside
from sync.server.scope import Kind
from tests.convergence import invariants as must
from tests.helpers.faults import Fault
from tests.helpers.town import ENGINEERING, Page, Town, TownDesk, identity

CONTENT = b"%PDF-1.7 the pages of the letter" * 5000
LETTER = Registration("กอ.รมน.", "นายกเทศมนตรี", "การรักษาความสงบ")


@pytest.fixture
def town(a_centre: Beside, tmp_path: Path) -> Iterator[Town]:
    made = Town(a_centre, tmp_path)
    yield made
    made.close()


def carry(*desks: TownDesk) -> None:
    """Everything goes round until nothing moves."""
    for _ in range(3):
        for desk in desks:
            desk.round.run()
            while desk.errand.run().left:
                pass


def subjects(desk: TownDesk) -> list[str]:
    return [subject for (subject,) in desk.desk.reader.rows("SELECT subject FROM letter ORDER BY number")]


def everything_agrees(town: Town, *desks: TownDesk) -> None:
    for desk in desks:
        must.desk_equals_centre(town, desk)
        must.nothing_is_held_without_right(desk)
        must.files_are_whole(town, desk, complete=True)
        must.no_file_is_kept_without_right(desk)
    must.feed_is_sound(town)


def test_a_letter_that_becomes_secret_leaves_the_counters_and_comes_back(town: Town) -> None:
    counter, engineering, registrar = town.desk(), town.second_desk(), town.secrets_desk()
    done = counter.letters().register(LETTER, [Page(CONTENT)])
    counter.letters().route(done.id, [identity("ENG")])
    counter.letters().endorse(done.id, "เพื่อโปรดทราบ")
    carry(counter, engineering, registrar)
    sha256 = counter.desk.reader.rows("SELECT sha256 FROM letter_file")[0][0]
    for desk in (counter, engineering, registrar):
        assert desk.desk.blobs.get(sha256) == CONTENT
    engineering.letters("wichai").classify(done.id, Secrecy.SECRET, "มีรายชื่อสายข่าว")
    assert engineering.desk.reader.rows("SELECT secrecy FROM letter") == [("secret",)], "raised at once, without a line"
    carry(engineering, counter, registrar)
    for desk in (counter, engineering):
        for table in ("letter", "letter_file", "routing", "endorsement", "classification", "blob", "shadow", "touch"):
            assert desk.desk.reader.rows(f"SELECT * FROM {table}") == []
        assert not desk.desk.blobs.has(sha256), "the bytes left the disk"
    assert subjects(registrar) == [LETTER.subject]
    assert registrar.desk.blobs.get(sha256) == CONTENT
    everything_agrees(town, counter, engineering, registrar)
    registrar.letters().classify(done.id, Secrecy.NORMAL, "เปิดเผยได้แล้ว")
    assert registrar.desk.reader.rows("SELECT secrecy FROM letter") == [("secret",)], "only the centre lowers"
    carry(registrar, counter, engineering)
    for desk in (counter, engineering, registrar):
        assert subjects(desk) == [LETTER.subject]
        assert desk.desk.blobs.get(sha256) == CONTENT
        changes = desk.desk.reader.rows('SELECT "before", "after", reason FROM classification ORDER BY "after" DESC')
        assert changes == [("normal", "secret", "มีรายชื่อสายข่าว"), ("secret", "normal", "เปิดเผยได้แล้ว")]
    everything_agrees(town, counter, engineering, registrar)


def test_lowering_needs_the_line_and_the_clearance(town: Town) -> None:
    counter, registrar = town.desk(), town.secrets_desk()
    done = registrar_letter(counter, registrar)
    registrar.proxy.set(Fault(refuse=True))
    with pytest.raises(OfficeError, match="letters.lower_needs_line"):
        registrar.letters().classify(done, Secrecy.NORMAL, "เปิดเผยได้แล้ว")
    assert registrar.desk.reader.rows("SELECT 1 FROM outbox WHERE state = 'pending'") == []
    registrar.proxy.heal()
    town.scopes.clear_person(town.office_id, "kanda", "normal")
    registrar.letters().classify(done, Secrecy.NORMAL, "เปิดเผยได้แล้ว")
    carry(registrar, counter)
    assert registrar.desk.reader.rows("SELECT code FROM attention") == [("letters.may_not_lower",)]
    assert subjects(registrar) == subjects(counter) == [], "who is cleared for nothing keeps nothing"
    everything_agrees(town, counter, registrar)


def registrar_letter(counter: TownDesk, registrar: TownDesk) -> bytes:
    """A letter that is secret and lies at the registrar's desk only."""
    done = counter.letters().register(LETTER, [Page(CONTENT)])
    carry(counter, registrar)
    counter.letters().classify(done.id, Secrecy.SECRET, "ลับ")
    carry(counter, registrar)
    assert (subjects(counter), subjects(registrar)) == ([], [LETTER.subject])
    return done.id


def test_a_file_that_another_letter_names_stays(town: Town) -> None:
    counter, registrar = town.desk(), town.secrets_desk()
    first = counter.letters().register(LETTER, [Page(CONTENT)])
    counter.letters().register(Registration("อำเภอ", "นายกเทศมนตรี", "สำเนาฉบับเดียวกัน"), [Page(CONTENT)])
    counter.letters().classify(first.id, Secrecy.SECRET, "ลับ")
    carry(counter, registrar)
    assert subjects(counter) == ["สำเนาฉบับเดียวกัน"]
    assert [counter.desk.blobs.has(sha) for (sha,) in counter.desk.reader.rows("SELECT sha256 FROM letter_file")] == [
        True
    ]
    everything_agrees(town, counter, registrar)


def test_what_was_raised_before_its_pages_were_sent_still_sends_them_and_then_forgets(town: Town) -> None:
    """The counter scanned, registered and raised without a line: the centre gets all, the counter keeps nothing."""
    counter, registrar = town.desk(), town.secrets_desk()
    counter.proxy.set(Fault(refuse=True))
    done = counter.letters().register(LETTER, [Page(CONTENT)])
    counter.letters().classify(done.id, Secrecy.SECRET, "ลับ")
    counter.proxy.heal()
    counter.round.run()
    sha256 = counter.desk.reader.rows("SELECT sha256 FROM blob")[0][0]
    assert counter.desk.blobs.has(sha256), "not before the centre has it"
    carry(counter, registrar)
    assert not counter.desk.blobs.has(sha256)
    assert registrar.desk.blobs.get(sha256) == CONTENT
    everything_agrees(town, counter, registrar)


def test_acts_on_a_letter_that_left_are_still_sent_and_judged(town: Town) -> None:
    counter, engineering, registrar = town.desk(), town.second_desk(), town.secrets_desk()
    done = counter.letters().register(LETTER)
    counter.letters().route(done.id, [identity("ENG")])
    carry(counter, engineering, registrar)
    engineering.proxy.set(Fault(refuse=True))
    engineering.letters("wichai").endorse(done.id, "ตรวจสอบแล้ว")
    engineering.letters("wichai").route(done.id, [identity("EDU")])
    counter.letters().classify(done.id, Secrecy.SECRET, "ลับ")
    counter.round.run()
    engineering.proxy.heal()
    carry(engineering, registrar)
    assert registrar.desk.reader.rows("SELECT text FROM endorsement") == [("ตรวจสอบแล้ว",)]
    assert len(registrar.desk.reader.rows("SELECT 1 FROM routing")) == 2
    states = engineering.desk.reader.rows("SELECT state FROM outbox ORDER BY mseq")
    assert states == [("applied",), ("applied",)]
    assert subjects(engineering) == []
    everything_agrees(town, counter, engineering, registrar)


def test_a_counter_takes_only_the_envelope_of_a_secret_paper(town: Town) -> None:
    counter, registrar = town.desk(), town.secrets_desk()
    secret = Registration("กอ.รมน.", "นายกเทศมนตรี", "เนื้อความที่พิมพ์มา", secrecy=Secrecy.SECRET, remarks="ด้านใน")
    with pytest.raises(OfficeError, match="letters.envelope_only"):
        counter.letters().register(secret, [Page(CONTENT)])
    assert list((counter.folder / "blobs").rglob("*")) == [], "nothing was kept of the pages"
    counter.letters().register(secret)
    carry(counter, registrar)
    assert subjects(counter) == []
    assert registrar.desk.reader.rows("SELECT subject, remarks, secrecy FROM letter") == [
        (MASKED[Secrecy.SECRET], None, "secret")
    ]
    outbox = b"".join(body for (body,) in counter.desk.reader.rows("SELECT body FROM outbox"))
    assert "เนื้อความที่พิมพ์มา".encode() not in outbox
    everything_agrees(town, counter, registrar)


def test_a_registrar_registers_secret_papers_whole_but_never_the_higher_ones(town: Town) -> None:
    town.scopes.clear_person(town.office_id, "kanda", "secret")
    registrar = town.desk(audiences=("registry/normal", "registry/secret"), kind=Kind.REGISTRY, people=("kanda",))
    registrar.letters().register(Registration("กอ.รมน.", "นายก", "ลับจริง", secrecy=Secrecy.SECRET), [Page(CONTENT)])
    with pytest.raises(OfficeError, match="letters.envelope_only"):
        registrar.letters().register(Registration("ก", "ข", "ค", secrecy=Secrecy.VERY_SECRET), [Page(CONTENT)])
    with pytest.raises(OfficeError, match="letters.top_secret_by_hand"):
        registrar.letters().register(Registration("ก", "ข", "ค", secrecy=Secrecy.TOP_SECRET))
    carry(registrar)
    assert subjects(registrar) == ["ลับจริง"]
    everything_agrees(town, registrar)


def test_the_highest_secret_is_seen_nowhere_until_the_centre_opens_it(town: Town) -> None:
    counter, registrar = town.desk(), town.secrets_desk()
    done = counter.letters().register(LETTER, [Page(CONTENT)])
    counter.letters().classify(done.id, Secrecy.TOP_SECRET, "ลับที่สุด")
    carry(counter, registrar)
    assert subjects(counter) == subjects(registrar) == []
    everything_agrees(town, counter, registrar)
    town.scopes.classify(town.office_id, done.year_be, done.number, "secret", "คำสั่ง", "ปลัด")
    carry(counter, registrar)
    assert (subjects(counter), subjects(registrar)) == ([], [LETTER.subject])
    everything_agrees(town, counter, registrar)


def test_the_very_secret_is_read_at_the_centre_and_kept_nowhere(town: Town) -> None:
    counter, registrar = town.desk(), town.secrets_desk()
    done = counter.letters().register(LETTER, [Page(CONTENT)])
    counter.letters().endorse(done.id, "เพื่อโปรดทราบ")
    carry(counter, registrar)
    counter.letters().classify(done.id, Secrecy.VERY_SECRET, "ลับมาก")
    carry(counter, registrar)
    assert subjects(counter) == subjects(registrar) == []
    kanda, wichai = identity("kanda"), identity("wichai")
    assert [row["subject"] for row in registrar.online.read(kanda)["letter"]] == [LETTER.subject]
    found = registrar.online.read(kanda, done.id)
    assert [row["text"] for row in found["endorsement"]] == ["เพื่อโปรดทราบ"]
    assert registrar.online.file(found["letter_file"][0]["sha256"]) == CONTENT
    assert registrar.desk.reader.rows("SELECT 1 FROM letter UNION SELECT 1 FROM blob UNION SELECT 1 FROM member "
                                      "WHERE entity = 'letter'") == []  # fmt: skip
    looks = "SELECT count(*) FROM secret_view WHERE office_id = :o AND row_id = :r AND user_id = :u"
    assert town.count(looks, o=town.office_id, r=done.id, u=kanda) == 1
    with pytest.raises(OfficeError, match="accounts.not_at_this_desk"):
        registrar.online.read(wichai, done.id)
    assert not counter.online.read(kanda), "a counter may ask and reads nothing"
    for desk, ask in ((counter, done.id), (registrar, b"\x01" * 16)):
        with pytest.raises(OfficeError, match="letters.gone"):
            desk.online.read(kanda, ask)
    with pytest.raises(OfficeError, match="letters.gone"):
        counter.online.file(found["letter_file"][0]["sha256"])
    everything_agrees(town, counter, registrar)


def test_two_who_raise_at_once_leave_the_higher_and_the_late_one_lowers_nothing(town: Town) -> None:
    first, second, registrar = town.desk(), town.second_desk(), town.secrets_desk()
    done = first.letters().register(LETTER)
    first.letters().route(done.id, [identity("ENG")])
    carry(first, second, registrar)
    first.letters().classify(done.id, Secrecy.VERY_SECRET, "มาก")
    second.letters("wichai").classify(done.id, Secrecy.SECRET, "น้อย")
    carry(first, second, registrar)
    assert town.count("SELECT count(*) FROM letter WHERE office_id = :o AND secrecy = 'very_secret'", o=town.office_id)
    assert subjects(first) == subjects(second) == subjects(registrar) == []
    everything_agrees(town, first, second, registrar)


def test_a_desk_whose_standing_changes_loses_and_gains_at_its_next_round(town: Town) -> None:
    counter, other = town.desk(), town.desk("E1", (), ENGINEERING)
    kept = counter.letters().register(LETTER, [Page(CONTENT)])
    counter.letters().route(kept.id, [identity("ENG")])
    carry(counter, other)
    sha256 = other.desk.reader.rows("SELECT sha256 FROM letter_file")[0][0]
    other.proxy.set(Fault(refuse=True))
    other.letters("wichai").endorse(kept.id, "เขียนไว้ก่อนย้าย")
    town.scopes.set_standing(town.office_id, "desk E1", audiences=["unit:EDU/normal"])
    other.proxy.heal()
    carry(other, counter)
    assert subjects(other) == []
    assert not other.desk.blobs.has(sha256)
    assert counter.desk.reader.rows("SELECT text FROM endorsement") == [("เขียนไว้ก่อนย้าย",)]
    everything_agrees(town, counter, other)
    town.scopes.set_standing(town.office_id, "desk E1", audiences=["unit:EDU/normal", "unit:ENG/normal"])
    carry(other)
    assert subjects(other) == [LETTER.subject]
    everything_agrees(town, counter, other)


def test_a_desk_of_people_follows_them_and_forgets_them(town: Town) -> None:
    counter = town.desk()
    personal = town.desk("P1", (), ("people/normal",), kind=Kind.PERSONAL, people=("wichai",))
    for unit, subject in (("ENG", "ถนน"), ("EDU", "โรงเรียน")):
        done = counter.letters().register(Registration("อำเภอ", "นายก", subject))
        counter.letters().route(done.id, [identity(unit)])
    carry(counter, personal)
    assert subjects(personal) == ["ถนน"]
    town.scopes.move_person(town.office_id, "wichai", "EDU")
    carry(counter, personal)
    assert subjects(personal) == ["โรงเรียน"]
    everything_agrees(town, counter, personal)
    remember(personal, "wichai", "piyada")
    carry(personal)
    assert personal.desk.reader.rows("SELECT staff_id FROM verifier") == [(identity("wichai"),)], "not piyada's desk"
    town.scopes.dismiss(town.office_id, "wichai")
    carry(counter, personal)
    assert personal.desk.reader.rows("SELECT * FROM verifier") == []
    assert subjects(personal) == []
    everything_agrees(town, counter, personal)


def remember(desk: TownDesk, *logins: str) -> None:
    for login in logins:
        desk.desk.settle("INSERT INTO verifier VALUES (?, 'x', '2026')", (identity(login),))


@pytest.mark.parametrize(
    ("kind", "audience", "people", "code"),
    [
        (Kind.COUNTER, "registry/secret", ("kanda",), "centre.secret_on_counter"),
        (Kind.COUNTER, "unit:ENG/very_secret", ("kanda",), "centre.secret_on_counter"),
        (Kind.PERSONAL, "registry/secret", ("kanda",), "centre.secret_needs_registry"),
        (Kind.REGISTRY, "registry/top_secret", ("kanda",), "centre.secrecy_not_kept"),
        (Kind.REGISTRY, "registry/private", ("kanda",), "centre.secrecy_not_kept"),
        (Kind.REGISTRY, "registry/secret", (), "centre.people_needed"),
        (Kind.REGISTRY, "registry/secret", ("kanda", "wichai"), "centre.people_not_cleared"),
        (Kind.REGISTRY, "registry/very_secret", ("kanda",), "centre.people_not_cleared"),
    ],
)
def test_what_would_let_secrets_out_is_refused(
    town: Town, kind: Kind, audience: str, people: tuple[str, ...], code: str
) -> None:
    town.scopes.clear_person(town.office_id, "kanda", "secret")
    with pytest.raises(OfficeError, match=code):
        town.code("C1", (), (audience,), kind, people)
    town.desk("C1", (), ("registry/normal",), synced=False)
    with pytest.raises(OfficeError, match=code):
        town.scopes.set_standing(town.office_id, "desk C1", kind=kind, audiences=[audience], people=people)
