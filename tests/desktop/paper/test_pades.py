"""Signed with a certificate: whole, by whom, and what a stranger, a change or a revoked key look like."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.office.errors import OfficeError
from desktop.paper.pades import Checked, check, open_key
from desktop.paper.pages import page_text
from tests.desktop.paper.papers import a_paper
from tests.helpers.certificates import PASSPHRASE, Authority

NAME = "นายสมชาย ตัวอย่างดี"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority(datetime.now(UTC))


def test_a_signed_paper_is_whole_and_its_signer_known(authority: Authority) -> None:
    file, _ = authority.issue(NAME)
    key = open_key(file, PASSPHRASE, authority.now)
    pdf = a_paper()
    signed = key.sign(pdf, authority.now)
    assert key.subject == NAME
    assert signed.startswith(pdf)
    assert check(signed, [authority.root], [authority.revoked()]) == (Checked(NAME, True, True, True),)
    assert page_text(signed) == page_text(pdf)
    assert check(pdf, [authority.root]) == ()


def test_one_changed_byte_is_seen(authority: Authority) -> None:
    signed = bytearray(open_key(authority.issue(NAME)[0], PASSPHRASE, authority.now).sign(a_paper(), authority.now))
    signed[signed.index(b"stream") + 20] ^= 1
    found = check(bytes(signed), [authority.root], [authority.revoked()])
    assert [one.intact for one in found] == [False]


def test_what_is_added_behind_the_signature_is_seen(authority: Authority) -> None:
    file, _ = authority.issue(NAME)
    key = open_key(file, PASSPHRASE, authority.now)
    signed = key.sign(a_paper(), authority.now)
    (found,) = check(signed + b"\n% more", [authority.root], [authority.revoked()])
    assert not found.whole


def test_a_stranger_a_revoked_key_and_a_list_that_is_missing_are_not_trusted(authority: Authority) -> None:
    file, certificate = authority.issue(NAME)
    signed = open_key(file, PASSPHRASE, authority.now).sign(a_paper(), authority.now)
    other = Authority(authority.now, "อีกหน่วยงาน")
    for roots, lists in (
        ([other.root], [other.revoked()]),
        ([authority.root], [authority.revoked(certificate)]),
        ([authority.root], []),
    ):
        (found,) = check(signed, roots, lists)
        assert (found.intact, found.trusted) == (True, False)


def test_a_key_that_can_not_be_used_is_told_before_anything_is_signed(authority: Authority) -> None:
    file, _ = authority.issue(NAME)
    for wrong in ((file, "ผิด"), (b"nothing", PASSPHRASE), (file[:100], PASSPHRASE)):
        with pytest.raises(OfficeError, match=r"outgoing\.key_unreadable"):
            open_key(*wrong, authority.now)
    with pytest.raises(OfficeError, match=r"outgoing\.key_expired"):
        open_key(file, PASSPHRASE, authority.now + timedelta(days=400))
