"""The time on a letter's digital signature: at once while there is a line, later without a second number."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.letters.keeping_actions import KeepingActions
from desktop.office.clock import ManualClock, utc_text
from desktop.office.errors import OfficeError
from desktop.outgoing.model import Level, Signed, SignedCopy, State
from desktop.paper.pades import check, open_key
from desktop.paper.pades_time import stamps
from desktop.store.desk import Desk
from tests.helpers.certificates import PASSPHRASE, Authority
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.outgoing import approved, found
from tests.helpers.time_authority import NAME, TimeAuthority, time_authority

MAYOR = "นายสมชาย ตัวอย่างดี"
STAMPED = MORNING.replace(microsecond=0) + timedelta(minutes=5)
OUTGOING = ("letters.outgoing/central",)
_AUTHORITY = (
    "INSERT INTO time_authority (office_id, id, ver, from_day, url, roots, set_at) VALUES (?, ?, 1, ?, ?, ?, ?)"
)


@pytest.fixture(scope="module")
def running() -> Iterator[TimeAuthority]:
    with time_authority(STAMPED) as authority:
        yield authority


@pytest.fixture
def tsa(running: TimeAuthority) -> TimeAuthority:
    running.mood = "good"
    return running


@pytest.fixture(scope="module")
def people() -> Authority:
    return Authority(MORNING)


@pytest.fixture
def desk(tmp_path: Path, tsa: TimeAuthority) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=ManualClock(MORNING), registers=OUTGOING)
    uses(desk, tsa.url, tsa.roots)
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def uses(desk: Desk, url: str, roots: bytes = b"", from_day: str = "2026-01-01") -> None:
    """As the centre's row comes to the desk."""
    values = (desk.identity.office_id, desk.ids.new(), from_day, url, roots.decode(), utc_text(MORNING))
    desk.settle(_AUTHORITY, values)


def sign(office: Office, people: Authority) -> Signed:
    draft = approved(office)
    key = open_key(people.issue(MAYOR)[0], PASSPHRASE, MORNING)
    return office.outgoing.signing(person(office, "somchai")).sign(draft.id, draft.current.id, Level.CERTIFICATE, key)


def waiting(office: Office) -> list[int | None]:
    return [row.number for row in office.outgoing.queries.drafts([State.SIGNED]) if row.unstamped]


def test_with_a_line_it_has_its_time_at_once(office: Office, desk: Desk, tsa: TimeAuthority, people: Authority) -> None:
    signed = sign(office, people)
    assert (signed.number, signed.trouble) == (1, None)
    assert signed.file is not None
    pdf = desk.blobs.get(signed.file)
    (checked,) = check(pdf, [people.root], [people.revoked()])
    assert (checked.intact, checked.whole, checked.trusted) == (True, True, True)
    (stamp,) = stamps(pdf, tsa.roots)
    assert (stamp.stamp.at, stamp.intact, stamp.trusted) == (STAMPED, True, True)
    time = office.outgoing.queries.time_of(signed.letter_id)
    assert time is not None
    assert (time.at, time.authority, time.waits) == (STAMPED, NAME, False)
    assert waiting(office) == []
    assert desk.reader.rows("SELECT count(*) FROM letter_file") == [(1,)]
    assert [one.copy for one in office.outgoing.queries.unsent()] == [SignedCopy.MADE]


def test_without_a_line_it_is_signed_and_stamped_later(
    office: Office, desk: Desk, tsa: TimeAuthority, people: Authority
) -> None:
    """The same number, the same signature; what was signed is in the stamped paper byte for byte."""
    tsa.mood = "busy"
    signed = sign(office, people)
    assert (signed.number, signed.trouble) == (1, None)
    assert signed.file is not None
    before = desk.blobs.get(signed.file)
    assert check(before, [people.root])[0].whole
    assert waiting(office) == [1]
    assert [one.copy for one in office.outgoing.queries.unsent()] == [SignedCopy.UNSTAMPED]
    act = office.outgoing.stamping(person(office))
    with pytest.raises(OfficeError, match=r"stamping\.no_answer"):
        act.stamp_waiting()
    assert waiting(office) == [1]
    tsa.mood = "good"
    assert act.stamp_waiting() == [signed.letter_id]
    assert act.stamp_waiting() == []
    after = office.outgoing.signed_pdf(signed.letter_id)
    assert after is not None
    assert after.startswith(before)
    assert [one.stamp.at for one in stamps(after, tsa.roots)] == [STAMPED]
    assert check(after, [people.root])[0].whole
    assert waiting(office) == []
    assert desk.reader.rows("SELECT count(*), max(number) FROM letter") == [(1, 1)]
    letter = office.letter_queries.letter(signed.letter_id)
    assert letter is not None
    assert [file.source for file in letter.files] == ["stamped", "signed"]
    assert [one.copy for one in office.outgoing.queries.unsent()] == [SignedCopy.MADE]
    (draft,) = office.outgoing.queries.drafts([State.SIGNED])
    time = found(office, draft.id).time
    assert time is not None
    assert (time.at, time.waits) == (STAMPED, False)


@pytest.mark.parametrize("mood", ["other_hash", "garbage", "refuses"])
def test_a_bad_answer_leaves_the_letter_as_it_was(
    office: Office, desk: Desk, tsa: TimeAuthority, people: Authority, mood: str
) -> None:
    tsa.mood = mood
    signed = sign(office, people)
    files = desk.reader.rows("SELECT sha256 FROM letter_file")
    with pytest.raises(OfficeError, match=r"stamping\."):
        office.outgoing.stamping(person(office)).stamp_waiting()
    assert desk.reader.rows("SELECT sha256 FROM letter_file") == files
    assert signed.file == files[0][0]
    assert waiting(office) == [1]


def test_who_has_no_authority_waits_for_none(office: Office, desk: Desk, people: Authority) -> None:
    """From that day on: of what was signed before, the authority of before is asked for its time."""
    uses(desk, "", from_day="2026-11-01")
    signed = sign(office, people)
    time = office.outgoing.queries.time_of(signed.letter_id)
    assert time is not None
    assert (time.at, time.waits) == (None, False)
    assert office.outgoing.stamping(person(office)).stamp_waiting() == []


def test_what_was_cancelled_or_signed_otherwise_waits_for_no_time(
    office: Office, tsa: TimeAuthority, people: Authority
) -> None:
    tsa.mood = "busy"
    signed = sign(office, people)
    KeepingActions(office.desk, person(office)).cancel(signed.letter_id, "ยกเลิกเรื่อง")
    other = approved(office)
    act = office.outgoing.signing(person(office, "somchai")).sign(other.id, other.current.id, Level.ACT)
    assert office.outgoing.queries.time_of(act.letter_id) is None
    assert waiting(office) == []
