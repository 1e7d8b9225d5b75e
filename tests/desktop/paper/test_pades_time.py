"""The time on a digital signature: vouched for by an authority, over this very paper, and nothing of it changed."""

import subprocess
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from desktop.devices.time_authority import ask
from desktop.office.errors import OfficeError
from desktop.paper.pades import check, open_key
from desktop.paper.pades_time import stamped, stamps
from desktop.paper.pages import page_text
from desktop.paper.pdfa import for_ever
from tests.desktop.paper.papers import NINE_TWENTY, a_paper
from tests.helpers.certificates import PASSPHRASE, Authority
from tests.helpers.pdfa import flaws
from tests.helpers.time_authority import NAME, TimeAuthority, time_authority

LATER = NINE_TWENTY.replace(microsecond=0) + timedelta(minutes=5)


@pytest.fixture(scope="module")
def running() -> Iterator[TimeAuthority]:
    with time_authority(LATER) as authority:
        yield authority


@pytest.fixture
def tsa(running: TimeAuthority) -> TimeAuthority:
    running.mood = "good"
    return running


@pytest.fixture(scope="module")
def people() -> Authority:
    return Authority(NINE_TWENTY)


@pytest.fixture(scope="module")
def signed(people: Authority) -> bytes:
    key = open_key(people.issue("นายสมชาย ตัวอย่างดี")[0], PASSPHRASE, NINE_TWENTY)
    return key.sign(for_ever(a_paper()), NINE_TWENTY)


def test_what_was_signed_stays_and_readers_find_both_whole(
    tsa: TimeAuthority, people: Authority, signed: bytes, tmp_path: Path
) -> None:
    pdf, stamp = stamped(signed, partial(ask, tsa.url), tsa.roots)
    assert (stamp.at, stamp.authority) == (LATER, NAME)
    assert pdf.startswith(signed)
    assert page_text(pdf) == page_text(signed)
    (found,) = check(pdf, [people.root], [people.revoked()])
    assert (found.intact, found.whole, found.trusted) == (True, True, True)
    (time,) = stamps(pdf, tsa.roots, NINE_TWENTY)
    assert (time.stamp, time.intact, time.whole, time.trusted) == (stamp, True, True, True)
    assert flaws(pdf) == []
    (tmp_path / "stamped.pdf").write_bytes(pdf)
    command = ["pdfsig", "-nocert", str(tmp_path / "stamped.pdf")]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180).stdout
    first, second = told.split("Signature #2")
    assert "ETSI.CAdES.detached" in first
    assert "Signature is Valid." in first
    assert NAME in second  # pdfsig names the stamp's authority and judges no stamps
    assert "Total document signed" in second


def test_strangers_find_the_stamp_valid(tsa: TimeAuthority, signed: bytes, tmp_path: Path) -> None:
    pdf, _ = stamped(signed, partial(ask, tsa.url), tsa.roots)
    (one,) = PdfFileReader(BytesIO(pdf)).embedded_timestamp_signatures
    start, length, then, rest = one.byte_range
    (tmp_path / "covered").write_bytes(pdf[start : start + length] + pdf[then : then + rest])
    (tmp_path / "token").write_bytes(one.pkcs7_content)
    (tmp_path / "roots").write_bytes(tsa.roots)
    command = [
        "openssl",
        "ts",
        "-verify",
        "-data",
        "covered",
        "-in",
        "token",
        "-token_in",
        "-CAfile",
        "roots",
        "-attime",
    ]
    told = subprocess.run(
        [*command, str(int(LATER.timestamp()))], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=180
    )
    assert "Verification: OK" in told.stdout + told.stderr


def test_what_is_changed_or_added_afterwards_is_seen(tsa: TimeAuthority, people: Authority, signed: bytes) -> None:
    pdf, _ = stamped(signed, partial(ask, tsa.url), tsa.roots)
    (found,) = check(pdf + b"\n% more", [people.root])
    (time,) = stamps(pdf + b"\n% more", tsa.roots, NINE_TWENTY)
    assert (found.whole, time.whole) == (False, False)
    altered = bytearray(pdf)
    altered[altered.index(b"stream") + 20] ^= 1
    (time,) = stamps(bytes(altered), tsa.roots, NINE_TWENTY)
    assert not time.intact


def test_a_stamp_proves_its_moment_when_the_authoritys_certificate_is_long_over(
    tsa: TimeAuthority, signed: bytes
) -> None:
    pdf, _ = stamped(signed, partial(ask, tsa.url), tsa.roots)
    (late,) = stamps(pdf, tsa.roots, NINE_TWENTY + timedelta(days=3600))
    assert (late.intact, late.trusted) == (True, False)
    (then,) = stamps(pdf, tsa.roots)
    assert then.trusted


@pytest.mark.parametrize(
    ("mood", "code"),
    [
        ("other_hash", "stamping.bad_answer"),
        ("other_question", "stamping.bad_answer"),
        ("garbage", "stamping.bad_answer"),
        ("torn", "stamping.bad_answer"),
        ("web_page", "stamping.bad_answer"),
        ("huge", "stamping.bad_answer"),
        ("refuses", "stamping.refused"),
        ("busy", "stamping.no_answer"),
    ],
)
def test_a_bad_answer_is_told(tsa: TimeAuthority, signed: bytes, mood: str, code: str) -> None:
    tsa.mood = mood
    with pytest.raises(OfficeError) as told:
        stamped(signed, partial(ask, tsa.url), tsa.roots)
    assert told.value.code == code
    for language in ("th", "en"):
        assert all(told.value.describe(language))


def test_a_strangers_stamp_is_told_with_its_name(tsa: TimeAuthority, people: Authority, signed: bytes) -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    with pytest.raises(OfficeError, match=r"stamping\.untrusted") as told:
        stamped(signed, partial(ask, tsa.url), people.root.public_bytes(Encoding.PEM))
    assert told.value.subject == {"authority": NAME}


def test_a_silent_authority_is_not_waited_for(
    tsa: TimeAuthority, signed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.devices import time_authority as device

    monkeypatch.setattr(device, "SILENT_SECONDS", 0.2)
    tsa.mood = "silent"
    with pytest.raises(OfficeError, match=r"stamping\.no_answer"):
        ask(tsa.url, b"")
    tsa.gone.set()
    with pytest.raises(OfficeError, match=r"stamping\.no_answer"):
        ask("http://127.0.0.1:9/tsr", b"")


def test_one_that_drips_is_not_waited_for(tsa: TimeAuthority) -> None:
    seconds = iter(range(0, 1000, 100))
    with pytest.raises(OfficeError, match=r"stamping\.no_answer"):
        ask(tsa.url, _question(), lambda: float(next(seconds)))


def _question() -> bytes:
    from pyhanko.sign.timestamps import TimeStamper

    stamper: Any = TimeStamper
    _, asked = stamper().request_cms(bytes(32), "sha256")
    return bytes(asked.dump())
