"""A letter with its number and without its digital signature: listed, finished with the key, and numbered once."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.application import Office
from desktop.catalogue import catalogue
from desktop.letters.keeping_actions import KeepingActions
from desktop.office.clock import ManualClock
from desktop.office.errors import OfficeError
from desktop.outgoing.keys import KeyFile, KeyOnToken, opened
from desktop.outgoing.model import DraftRow, Level, Signed, SignedCopy, State
from desktop.paper.pades import check, open_key
from desktop.store.desk import Desk
from desktop.store.keys import DeskKeys
from tests.helpers.certificates import PASSPHRASE, Authority
from tests.helpers.desk import MORNING, make_desk, make_office, person
from tests.helpers.house import ROOT
from tests.helpers.outgoing import approved, found
from tests.helpers.tokens import PIN, SoftToken

KEY = bytes(range(32))
MAYOR = "นายสมชาย ตัวอย่างดี"
OUTGOING = ("letters.outgoing/central",)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = make_desk(tmp_path / "desk", clock=ManualClock(MORNING), registers=OUTGOING, keys=DeskKeys(KEY))
    yield desk
    desk.close()


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority(MORNING)


@pytest.fixture
def card(card: SoftToken, authority: Authority, monkeypatch: pytest.MonkeyPatch) -> SoftToken:
    """The mayor's card, which the programs of this test see."""
    card.put_key(authority, "mayor", MAYOR)
    for name, value in card.environment.items():
        monkeypatch.setenv(name, value)
    return card


def numbers_taken(desk: Desk) -> int:
    return int(desk.reader.rows("SELECT count(*) FROM number_event")[0][0])


def unsealed(office: Office) -> list[DraftRow]:
    return [row for row in office.outgoing.queries.drafts([], and_unsealed=True) if row.unsealed]


def sign(office: Office, card: SoftToken, pin: str = PIN) -> Signed:
    draft = approved(office)
    with opened(KeyOnToken(card.key, pin), card.driver, MORNING) as key:
        return office.outgoing.signing(person(office, "somchai")).sign(
            draft.id, draft.current.id, Level.CERTIFICATE, key
        )


@contextmanager
def no_room() -> Iterator[None]:
    """The limit on file sizes acts as a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_token_signs_and_strangers_find_it_valid(
    office: Office, desk: Desk, card: SoftToken, authority: Authority, tmp_path: Path
) -> None:
    signed = sign(office, card)
    assert (signed.number, signed.trouble) == (1, None)
    assert signed.file is not None
    pdf = desk.blobs.get(signed.file)
    (checked,) = check(pdf, [authority.root], [authority.revoked()])
    assert (checked.signer, checked.intact, checked.whole, checked.trusted) == (MAYOR, True, True, True)
    (tmp_path / "signed.pdf").write_bytes(pdf)
    command = ["pdfsig", "-nocert", str(tmp_path / "signed.pdf")]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180).stdout
    assert "Signature is Valid." in told
    assert "ETSI.CAdES.detached" in told
    assert "Total document signed" in told
    assert unsealed(office) == []


def test_a_wrong_pin_takes_no_number_and_signs_nothing(office: Office, desk: Desk, card: SoftToken) -> None:
    for code in (r"token\.pin_wrong", r"token\.pin_last_try"):
        with pytest.raises(OfficeError, match=code):
            sign(office, card, "999999")
    assert (numbers_taken(desk), desk.reader.rows("SELECT count(*) FROM letter")) == (0, [(0,)])
    assert sign(office, card).number == 1


def test_an_expired_certificate_is_told_before_its_pin_is_given(office: Office, desk: Desk, card: SoftToken) -> None:
    late = MORNING.replace(year=2030)
    with (
        pytest.raises(OfficeError, match=r"outgoing\.key_expired"),
        opened(KeyOnToken(card.key, "999999"), card.driver, late),
    ):
        pass
    assert card.tries == 3


def test_a_token_pulled_out_after_the_number_is_plugged_in_again(office: Office, desk: Desk, card: SoftToken) -> None:
    draft = approved(office)
    mayor = office.outgoing.signing(person(office, "somchai"))
    with opened(KeyOnToken(card.key, PIN), card.driver, MORNING) as key:
        card.pull_out()
        signed = mayor.sign(draft.id, draft.current.id, Level.CERTIFICATE, key)
    assert (signed.number, signed.file) == (1, None)
    assert signed.trouble is not None
    assert signed.trouble.code == "token.gone"
    (row,) = unsealed(office)
    assert (row.id, row.number, row.state) == (draft.id, 1, State.SIGNED)
    assert found(office, draft.id).unsealed
    assert [one.copy for one in office.outgoing.queries.unsent()] == [SignedCopy.WAITING]
    assert office.outgoing.queries.waiting_for(person(office, "somchai").id) == 1
    assert office.outgoing.queries.waiting_for(person(office).id) == 0
    card.plug_in()
    with opened(KeyOnToken(card.key, PIN), card.driver, MORNING) as key:
        file = mayor.finish(signed.letter_id, key)
        assert mayor.finish(signed.letter_id, key) == file
    assert (unsealed(office), numbers_taken(desk)) == ([], 1)
    assert not found(office, draft.id).unsealed
    assert [one.copy for one in office.outgoing.queries.unsent()] == [SignedCopy.MADE]


def test_killed_between_number_and_signature_it_is_signed_with_the_same_number(
    tmp_path: Path, authority: Authority
) -> None:
    made = make_desk(tmp_path / "desk", registers=OUTGOING, keys=DeskKeys(KEY))
    draft_id = approved(make_office(made)).id
    made.close()
    command = [sys.executable, "-m", "tests.desktop.outgoing.signing_child", str(tmp_path / "desk"), KEY.hex()]
    with subprocess.Popen([*command, draft_id.hex()], cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "numbered\n"
        os.kill(child.pid, signal.SIGKILL)
    desk = Desk(tmp_path / "desk", DeskKeys(KEY), ManualClock(MORNING), catalogue)
    office = make_office(desk)
    (row,) = unsealed(office)
    assert (row.id, row.number) == (draft_id, 1)
    mayor = office.outgoing.signing(person(office, "somchai"))
    assert mayor.finish_waiting() == []
    (tmp_path / "key.p12").write_bytes(authority.issue(MAYOR)[0])
    with opened(KeyFile(tmp_path / "key.p12", PASSPHRASE), None, MORNING) as key:
        file = mayor.finish(row.letter_id or b"", key)
    assert file is not None
    (checked,) = check(desk.blobs.get(file), [authority.root])
    assert (checked.intact, checked.whole) == (True, True)
    assert (numbers_taken(desk), desk.reader.rows("SELECT count(*) FROM letter")) == (1, [(1,)])
    desk.close()


def test_a_disk_that_fills_up_after_the_number_loses_nothing(office: Office, desk: Desk, authority: Authority) -> None:
    key = open_key(authority.issue(MAYOR)[0], PASSPHRASE, MORNING)
    draft = approved(office)
    mayor = office.outgoing.signing(person(office, "somchai"))
    put = desk.blobs.put

    def put_on_a_full_disk(data: bytes) -> object:
        with no_room():
            return put(data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.blobs, "put", put_on_a_full_disk)
        signed = mayor.sign(draft.id, draft.current.id, Level.CERTIFICATE, key)
    assert signed.trouble is not None
    assert (signed.number, signed.trouble.code) == (1, "store.disk_full")
    assert [row.number for row in unsealed(office)] == [1]
    assert mayor.finish(signed.letter_id, key) is not None
    assert (unsealed(office), numbers_taken(desk)) == ([], 1)


def test_only_the_signers_own_certificate_finishes(
    office: Office, desk: Desk, authority: Authority, tmp_path: Path
) -> None:
    key = open_key(authority.issue(MAYOR)[0], PASSPHRASE, MORNING)
    draft = approved(office)
    mayor = office.outgoing.signing(person(office, "somchai"))
    signed = mayor.sign(draft.id, draft.current.id, Level.CERTIFICATE, key)
    desk.settle("DELETE FROM letter_file", ())
    other = open_key(authority.issue("นายวิชัย โยธาเทียม")[0], PASSPHRASE, MORNING)
    with pytest.raises(OfficeError, match=r"outgoing\.other_certificate"):
        mayor.finish(signed.letter_id, other)
    with pytest.raises(OfficeError, match=r"outgoing\.not_the_signer"):
        office.outgoing.signing(person(office)).finish(signed.letter_id, key)
    desk.settle("UPDATE letter_signature SET device_id = ?", (bytes(16),))
    assert unsealed(office) == []
    with pytest.raises(OfficeError, match=r"outgoing\.signed_elsewhere"):
        mayor.finish(signed.letter_id, key)


def test_a_letter_that_was_cancelled_waits_no_more(office: Office, desk: Desk, authority: Authority) -> None:
    key = open_key(authority.issue(MAYOR)[0], PASSPHRASE, MORNING)
    draft = approved(office)
    signed = office.outgoing.signing(person(office, "somchai")).sign(draft.id, draft.current.id, Level.CERTIFICATE, key)
    desk.settle("DELETE FROM letter_file", ())
    assert len(unsealed(office)) == 1
    KeepingActions(desk, person(office)).cancel(signed.letter_id, "ยกเลิกเรื่อง")
    assert unsealed(office) == []
