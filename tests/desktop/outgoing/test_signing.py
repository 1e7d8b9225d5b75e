"""Signing takes the number of that moment, once, and leaves the paper; the dispatch book follows it."""

import random
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.letters.model import Direction, Kind, Letter
from desktop.letters.numbering import number_waiting
from desktop.letters.tags import is_provisional
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.office.ids import Id
from desktop.outgoing.model import Content, Level, Sending, Signed, SignedCopy, State, Template
from desktop.paper.pades import check, open_key
from desktop.paper.pages import page_text
from desktop.store.desk import Desk
from tests.helpers.certificates import PASSPHRASE, Authority
from tests.helpers.desk import MORNING, arrived, make_desk, make_office, person, unit_id
from tests.helpers.outgoing import LETTER, MEMO, approved, found

SERIES = (
    "letters.outgoing/central", "letters.circular/central", "letters.order", "letters.announcement",
    "letters.memo/central",
)  # fmt: skip


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=clock, registers=SERIES)
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def sign(office: Office, content: Content = LETTER, level: Level = Level.WET, login: str = "kanda") -> Signed:
    draft = approved(office, content)
    return office.outgoing.signing(person(office, login)).sign(draft.id, draft.current.id, level)


def letter_of(office: Office, letter_id: Id) -> Letter:
    letter = office.letter_queries.letter(letter_id)
    assert letter is not None
    return letter


def text_of(office: Office, signed: Signed) -> str:
    assert signed.file is not None
    return page_text(office.desk.blobs.get(signed.file))


def numbers_taken(desk: Desk) -> int:
    return int(desk.reader.rows("SELECT count(*) FROM number_event")[0][0])


def test_the_number_is_that_of_the_moment_of_signing(office: Office, desk: Desk) -> None:
    early, late = approved(office), approved(office, replace(LETTER, subject="ฉบับหลัง"))
    assert numbers_taken(desk) == 0
    act = office.outgoing.signing(person(office))
    second = act.sign(late.id, late.current.id, Level.WET)
    first = act.sign(early.id, early.current.id, Level.WET)
    assert [second.number, first.number] == [1, 2]
    letter = letter_of(office, second.letter_id)
    assert (letter.book_number, letter.letter_date, letter.direction) == (
        "ชม ๕๒๓๐๑/1",
        date(2026, 11, 11),
        Direction.OUTGOING,
    )
    assert [one.book_number for one in letter.citations] == ["ชม 0023.3/ว 2901"]
    assert [one.title for one in letter.enclosures] == ["รายชื่อผู้เข้าร่วมพิธี"]
    draft = found(office, late.id)
    assert (draft.state, draft.letter_id) == (State.SIGNED, second.letter_id)
    row = next(one for one in office.outgoing.queries.drafts([State.SIGNED]) if one.id == late.id)
    assert (row.letter_id, row.number, row.year_be) == (second.letter_id, 1, 2569)


def test_the_paper_bears_number_day_and_how_it_was_signed(office: Office) -> None:
    signed = sign(office)
    said = text_of(office, signed)
    assert "ที่ ชม ๕๒๓๐๑/๑" in " ".join(said.split())
    assert "๑๑ พฤศจิกายน ๒๕๖๙" in said
    assert "การลงนามระดับ ๑: ลงลายมือชื่อบนกระดาษ" in said
    assert "ร่าง" not in said
    files = letter_of(office, signed.letter_id).files
    assert [(one.sha256, one.source, one.pages) for one in files] == [(signed.file, "signed", 1)]


def test_a_draft_is_signed_once_whoever_asks_and_how_often(office: Office, desk: Desk) -> None:
    """Eight clerks press the key at once: one letter, one number."""
    draft = approved(office)
    done: list[object] = []

    def press() -> None:
        try:
            done.append(office.outgoing.signing(person(office)).sign(draft.id, draft.current.id, Level.WET))
        except OfficeError as error:
            done.append(error.code)

    threads = [threading.Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(type, done), key=str) == sorted([Signed, *[str] * 7], key=str)
    assert {one for one in done if isinstance(one, str)} == {"outgoing.not_now"}
    assert numbers_taken(desk) == 1
    assert desk.reader.rows("SELECT count(*) FROM letter") == [(1,)]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_the_order_each_paper_has_one_number_and_none_is_left_out(
    office: Office, desk: Desk, seed: int
) -> None:
    """Drafts of all templates approved, changed, signed or refused as it comes."""
    chance = random.Random(seed)
    drafts = [
        approved(office, replace(LETTER, template=one, subject=f"{one} {n}")) for one in Template for n in range(3)
    ]
    chance.shuffle(drafts)
    signed: list[Signed] = []
    for draft in drafts:
        if chance.random() < 0.3:
            office.outgoing.drafts(person(office)).save(
                draft.id, draft.current.id, replace(draft.current.content, body="แก้")
            )
        act = office.outgoing.signing(person(office))
        if found(office, draft.id).state is State.APPROVED:
            signed.append(act.sign(draft.id, draft.current.id, Level.WET))
        else:
            with pytest.raises(OfficeError, match=r"outgoing\.not_now"):
                act.sign(draft.id, draft.current.id, Level.WET)
    letters = [letter_of(office, one.letter_id) for one in signed]
    for register in {one.register for one in letters}:
        numbers = sorted(one.number for one in letters if one.register == register)
        assert numbers == list(range(1, len(numbers) + 1))
    assert numbers_taken(desk) == len(signed)


def test_every_template_has_its_register_and_its_kind(office: Office) -> None:
    kinds = {
        Template.EXTERNAL: (Kind.EXTERNAL, "outgoing/central", "ชม ๕๒๓๐๑/1"),
        Template.SEALED: (Kind.SEALED, "outgoing/central", "ชม ๕๒๓๐๑/2"),
        Template.MEMO: (Kind.INTERNAL, "memo/central", "ชม ๕๒๓๐๑/1"),
        Template.ORDER: (Kind.ORDER, "order", "1/2569"),
        Template.ANNOUNCEMENT: (Kind.ANNOUNCEMENT, "announcement", "1/2569"),
    }
    for template, wanted in kinds.items():
        letter = letter_of(office, sign(office, replace(LETTER, template=template)).letter_id)
        assert (letter.kind, letter.register, letter.book_number) == wanted
    circular = letter_of(office, sign(office, replace(LETTER, circular=True)).letter_id)
    assert (circular.kind, circular.book_number) == (Kind.CIRCULAR, "ชม ๕๒๓๐๑/ว 1")


def test_an_electronic_signature_is_the_act_of_the_signer_alone(office: Office, desk: Desk) -> None:
    draft = approved(office)
    with pytest.raises(OfficeError, match=r"outgoing\.not_the_signer"):
        office.outgoing.signing(person(office)).sign(draft.id, draft.current.id, Level.ACT)
    assert numbers_taken(desk) == 0
    signed = office.outgoing.signing(person(office, "somchai")).sign(draft.id, draft.current.id, Level.ACT)
    said = " ".join(text_of(office, signed).split())
    signing = office.outgoing.queries.signing(signed.letter_id)
    assert signing is not None
    assert "(ลงนามทางอิเล็กทรอนิกส์)" in said
    assert f"รหัสตรวจสอบ {signing.chain}" in said
    assert len(signing.chain) == 16
    chain = desk.reader.rows("SELECT hash FROM outbox WHERE type = 'outgoing.sign'")[0][0]
    assert bytes(chain).hex().startswith(signing.chain)


def test_nothing_is_signed_before_it_is_approved_nor_as_another_version(office: Office, desk: Desk) -> None:
    act = office.outgoing.signing(person(office))
    draft_id = office.outgoing.drafts(person(office)).start(Template.EXTERNAL, content=LETTER)
    version = found(office, draft_id).current.id
    with pytest.raises(OfficeError, match=r"outgoing\.not_now"):
        act.sign(draft_id, version, Level.WET)
    draft = approved(office)
    with pytest.raises(OfficeError, match=r"outgoing\.changed_since"):
        act.sign(draft.id, version, Level.WET)
    with pytest.raises(OfficeError, match=r"outgoing\.draft_gone"):
        act.sign(bytes(16), version, Level.WET)
    assert numbers_taken(desk) == 0


def test_a_desk_without_the_register_signs_nothing_of_it(office: Office, desk: Desk) -> None:
    desk.settle("UPDATE device SET registers = 'letters.order'", ())
    desk.__dict__.pop("identity", None)
    draft = approved(office)
    with pytest.raises(OfficeError, match=r"numbers\.not_here"):
        office.outgoing.signing(person(office)).sign(draft.id, draft.current.id, Level.WET)
    assert (numbers_taken(desk), found(office, draft.id).state) == (0, State.APPROVED)


def test_away_from_the_register_the_paper_waits_for_its_number(office: Office, desk: Desk) -> None:
    held = desk.reader.rows("SELECT * FROM lease WHERE series = 'letters.outgoing/central'")[0]
    desk.settle("DELETE FROM lease WHERE series = 'letters.outgoing/central'", ())
    signed = sign(office)
    assert is_provisional(signed.number)
    assert signed.file is None
    assert office.outgoing.signing(person(office)).finish_waiting() == []
    desk.settle(f"INSERT INTO lease VALUES ({', '.join('?' * len(held))})", held)
    number_waiting(desk)
    assert office.outgoing.signing(person(office)).finish_waiting() == [signed.letter_id]
    letter = letter_of(office, signed.letter_id)
    assert (letter.number, letter.book_number, len(letter.files)) == (1, "ชม ๕๒๓๐๑/1", 1)
    assert "ชม ๕๒๓๐๑/๑" in page_text(desk.blobs.get(letter.files[0].sha256))
    assert office.outgoing.signing(person(office)).finish_waiting() == []


def test_a_paper_that_was_not_made_in_time_is_made_later_and_once(office: Office, desk: Desk) -> None:
    """The desk stops between the number and its paper."""
    signed = sign(office)
    desk.settle("DELETE FROM letter_file", ())
    act = office.outgoing.signing(person(office))
    assert act.finish_waiting() == [signed.letter_id]
    assert act.finish(signed.letter_id) == signed.file
    assert len(letter_of(office, signed.letter_id).files) == 1


def test_the_owner_gets_the_copy_when_another_register_bears_the_letter(office: Office) -> None:
    draft = approved(office, LETTER, "wichai", "somchai")
    signed = office.outgoing.signing(person(office)).sign(draft.id, draft.current.id, Level.WET)
    routes = letter_of(office, signed.letter_id).routes
    assert [(one.unit_id, one.purpose.value) for one in routes] == [(unit_id("ENG"), "copy")]


def test_the_dispatch_book_and_its_receipts(office: Office, clock: ManualClock) -> None:
    signed = sign(office)
    assert [one.key for one in office.outgoing.queries.unsent()] == [signed.letter_id]
    act = office.outgoing.dispatching(person(office))
    post = act.send(signed.letter_id, "ผู้ว่าราชการจังหวัดเชียงใหม่", Sending.REGISTERED_POST, reference="RA123456789TH")
    clock.advance(timedelta(days=1))
    hand = act.send(signed.letter_id, "กองช่าง", Sending.HAND)
    act.deliver(hand, "นายวิชัย โยธาเทียม", note="ชั้น 2")
    assert office.outgoing.queries.unsent() == ()
    day = office.outgoing.queries.dispatches(date(2026, 11, 11), date(2026, 11, 11))
    assert [(one.id, one.book_number, one.reference, one.received_at) for one in day] == [
        (post, "ชม ๕๒๓๐๑/1", "RA123456789TH", None)
    ]
    both = office.outgoing.queries.dispatches_of(signed.letter_id)
    assert [one.received_by_name for one in both] == ["", "นายวิชัย โยธาเทียม"]
    act.deliver(hand, "คนอื่น")
    assert office.outgoing.queries.dispatches_of(signed.letter_id)[1].received_by_name == "นายวิชัย โยธาเทียม"


def test_the_dispatch_book_takes_no_nonsense(office: Office) -> None:
    signed = sign(office)
    act = office.outgoing.dispatching(person(office))
    later = datetime(2026, 11, 12, tzinfo=UTC)
    with pytest.raises(OfficeError, match=r"outgoing\.addressee_missing"):
        act.send(signed.letter_id, " ", Sending.HAND)
    with pytest.raises(OfficeError, match=r"outgoing\.sent_in_future"):
        act.send(signed.letter_id, "กองช่าง", Sending.HAND, sent_at=later)
    with pytest.raises(OfficeError, match=r"letters\.gone"):
        act.send(bytes(16), "กองช่าง", Sending.HAND)
    sent = act.send(signed.letter_id, "กองช่าง", Sending.HAND)
    with pytest.raises(OfficeError, match=r"outgoing\.receiver_missing"):
        act.deliver(sent, "")
    with pytest.raises(OfficeError, match=r"outgoing\.received_in_future"):
        act.deliver(sent, "นายวิชัย", received_at=later)


def test_a_memo_is_signed_like_a_letter(office: Office, desk: Desk) -> None:
    signed = sign(office, MEMO)
    said = text_of(office, signed)
    assert "บันทึกข้อความ" in said
    assert "ขอแสดงความนับถือ" not in said
    arrived(desk)
    assert office.outgoing.queries.signed_paper(signed.letter_id) == signed.file


def test_a_certificate_signs_the_paper_that_bears_the_number(office: Office, desk: Desk) -> None:
    authority = Authority(MORNING)
    file, _ = authority.issue("นายสมชาย ตัวอย่างดี")
    draft = approved(office)
    act = office.outgoing.signing(person(office, "somchai"))
    with pytest.raises(OfficeError, match=r"outgoing\.key_missing"):
        act.sign(draft.id, draft.current.id, Level.CERTIFICATE)
    with pytest.raises(OfficeError, match=r"outgoing\.key_unreadable"):
        act.sign(draft.id, draft.current.id, Level.CERTIFICATE, open_key(file, "ผิด", MORNING))
    assert numbers_taken(desk) == 0
    signed = act.sign(draft.id, draft.current.id, Level.CERTIFICATE, open_key(file, PASSPHRASE, MORNING))
    assert signed.file is not None
    pdf = desk.blobs.get(signed.file)
    assert "การลงนามระดับ ๓" in page_text(pdf)
    assert "ชม ๕๒๓๐๑/๑" in page_text(pdf)
    (found_,) = check(pdf, [authority.root])
    assert (found_.signer, found_.intact, found_.whole) == ("นายสมชาย ตัวอย่างดี", True, True)
    signing = office.outgoing.queries.signing(signed.letter_id)
    assert signing is not None
    assert signing.certificate == "นายสมชาย ตัวอย่างดี"


def test_a_certificate_is_not_used_where_there_is_no_number(office: Office, desk: Desk) -> None:
    desk.settle("DELETE FROM lease WHERE series = 'letters.outgoing/central'", ())
    draft = approved(office)
    key = open_key(Authority(MORNING).issue("นายสมชาย")[0], PASSPHRASE, MORNING)
    with pytest.raises(OfficeError, match=r"outgoing\.digital_needs_number"):
        office.outgoing.signing(person(office, "somchai")).sign(draft.id, draft.current.id, Level.CERTIFICATE, key)
    assert desk.reader.rows("SELECT count(*) FROM letter") == [(0,)]
    assert found(office, draft.id).state is State.APPROVED


def test_a_paper_whose_certificate_was_taken_away_too_soon_is_finished_with_it(office: Office, desk: Desk) -> None:
    """The desk stopped after the number and before the signature: nobody else can make that paper."""
    key = open_key(Authority(MORNING).issue("นายสมชาย")[0], PASSPHRASE, MORNING)
    draft = approved(office)
    act = office.outgoing.signing(person(office, "somchai"))
    signed = act.sign(draft.id, draft.current.id, Level.CERTIFICATE, key)
    desk.settle("DELETE FROM letter_file", ())
    assert act.finish_waiting() == []
    assert act.finish(signed.letter_id) is None
    assert act.finish(signed.letter_id, key) is not None


def test_the_scan_of_a_paper_signed_by_hand_is_the_copy_that_counts(office: Office, desk: Desk, tmp_path: Path) -> None:
    """The last scan counts; what was made from the draft, and the scan before, stay beside it."""
    signed = sign(office)
    assert signed.file is not None
    act, queries = office.outgoing.dispatching(person(office)), office.outgoing.queries
    first, better = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for file, subject in ((first, "ครั้งแรก"), (better, "ชัดกว่า")):
        file.write_bytes(office.outgoing.draft_pdf(replace(LETTER, subject=subject)))
        act.attach_scan(signed.letter_id, file)
    act.attach_scan(signed.letter_id, better)
    assert office.outgoing.signed_pdf(signed.letter_id) == better.read_bytes()
    assert queries.made_paper(signed.letter_id) == signed.file
    files = letter_of(office, signed.letter_id).files
    assert [desk.blobs.get(one.sha256) for one in files] == [
        better.read_bytes(), first.read_bytes(), desk.blobs.get(signed.file),
    ]  # fmt: skip
    (line,) = queries.unsent()
    assert line.copy is SignedCopy.SCANNED
    act.send(signed.letter_id, "จังหวัดเชียงใหม่", Sending.POST)
    today = date(2026, 11, 11)
    assert [one.copy for one in queries.book(today, today)] == [SignedCopy.SCANNED]


def test_only_a_numbered_paper_that_was_signed_by_hand_takes_a_scan(office: Office, desk: Desk, tmp_path: Path) -> None:
    act = office.outgoing.dispatching(person(office))
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(office.outgoing.draft_pdf(LETTER))
    electronic = sign(office, level=Level.ACT, login="somchai")
    with pytest.raises(OfficeError, match=r"outgoing\.scan_not_wet"):
        act.attach_scan(electronic.letter_id, scan)
    with pytest.raises(OfficeError, match=r"letters\.gone"):
        act.attach_scan(bytes(16), scan)
    wet = sign(office)
    (tmp_path / "note.txt").write_text("ไม่ใช่เอกสาร")
    with pytest.raises(OfficeError, match=r"capture\.not_a_document"):
        act.attach_scan(wet.letter_id, tmp_path / "note.txt")
    desk.settle("DELETE FROM lease WHERE series = 'letters.outgoing/central'", ())
    tagged = sign(office)
    with pytest.raises(OfficeError, match=r"outgoing\.scan_needs_number"):
        act.attach_scan(tagged.letter_id, scan)
    assert len(letter_of(office, wet.letter_id).files) == 1


def test_an_envelope_for_every_size_and_for_a_window(office: Office, desk: Desk) -> None:
    signed = sign(office, replace(LETTER, address="ศาลากลางจังหวัดเชียงใหม่\nถนนโชตนา 50300"))
    for size in ("C4", "C5", "C6", "DL", ""):
        said = page_text(office.outgoing.envelope_pdf(signed.letter_id, size))
        assert "ศาลากลางจังหวัดเชียงใหม่" in said
        assert "ชม ๕๒๓๐๑/๑" in said
    with pytest.raises(OfficeError, match=r"outgoing\.no_envelope"):
        office.outgoing.envelope_pdf(bytes(16), "")
    today = date(2026, 11, 11)
    assert [one.sent for one in office.outgoing.queries.book(today, today)] == [None]
    office.outgoing.dispatching(person(office)).send(signed.letter_id, "จังหวัดเชียงใหม่", Sending.POST)
    (line,) = office.outgoing.queries.book(today, today)
    assert line.sent is not None
    assert (line.key, line.sent.sending) == (line.sent.id, Sending.POST)
