"""The page that checks papers from any disk, in a real browser that has no line."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.office.keyboard import as_thai
from desktop.office.signing import Signer
from desktop.proofs import base45, packing
from desktop.proofs.model import Claim, Lost, PaperKind, Revoked, Trust
from desktop.proofs.page import page, trust_file
from desktop.proofs.rules import judge, masked, short_key, short_paper
from tests.helpers.browser import Browser, chromium
from tests.helpers.proofs import AT, DESK, OFFICE, a_code, a_list, voucher_of

CLAIM = Claim(PaperKind.RECEIPT, "70/C1 000451", AT, masked("นายบุญมี ใจคำ"), 18000)
GONE = replace(CLAIM, number="70/C1 000452")
LATE = replace(CLAIM, number="70/C1 000460", at=AT + timedelta(days=9))
OLD = Trust("เทศบาลเมืองแม่เหียะ", (OFFICE.public_key,), a_list([], at=AT + timedelta(days=1)))
NEW = replace(
    OLD,
    pages=a_list(
        [Revoked(short_paper(GONE.kind, GONE.number), AT + timedelta(days=2))],
        at=AT + timedelta(days=9),
        lost=[Lost(short_key(DESK.public_key), AT + timedelta(days=8))],
    ),
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as running:
        yield running


def opened(browser: Browser, folder: Path, trust: Trust) -> None:
    file = folder / "check.html"
    file.write_bytes(page(trust))
    browser.opens(file)


def types(browser: Browser, text: str) -> str:
    """A scanner types the code and Enter; the page's verdict."""
    browser.does("document.getElementById('verdict').dataset.standing = ''")
    browser.does(f"document.getElementById('code').value = {json.dumps(text)}")
    browser.does("document.getElementById('code').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}))")
    return verdict(browser)


def verdict(browser: Browser) -> str:
    browser.until("document.getElementById('verdict').dataset.standing")
    return str(browser.does("document.getElementById('verdict').dataset.standing"))


def words(browser: Browser) -> str:
    return str(browser.does("document.body.innerText"))


def altered(text: str) -> str:
    content = bytearray(base45.decode(text.removeprefix(packing.BEGINS)))
    content[-70] ^= 1
    return packing.to_text(bytes(content))


def test_the_page_says_what_the_program_says(browser: Browser, tmp_path: Path) -> None:
    opened(browser, tmp_path, NEW)
    foreign = a_code(CLAIM, voucher=voucher_of(DESK, office=Signer(b"o" * 32)))
    thief = a_code(CLAIM, by=Signer(b"t" * 32))
    codes = [a_code(CLAIM), a_code(GONE), a_code(LATE), foreign, thief, altered(a_code(CLAIM)), "TDR1|1|2", "TDP1:X"]
    said = [types(browser, code) for code in codes]
    assert said == [judge(code, NEW).standing.value for code in codes]
    assert set(said) == {"genuine", "revoked", "doubtful", "foreign", "altered", "unreadable"}
    assert types(browser, as_thai(a_code(CLAIM))) == "genuine"


def test_what_it_tells_is_read_by_a_person_in_both_languages(browser: Browser, tmp_path: Path) -> None:
    opened(browser, tmp_path, NEW)
    types(browser, a_code(GONE))
    thai = words(browser)
    for part in ("ถูกยกเลิกแล้ว", "70/C1 000452", "180.00 บาท", "นายบุญมี ใจ…", "13 พฤศจิกายน 2569", "รายการยกเลิก ณ วันที่"):
        assert part in thai
    browser.does("document.getElementById('other').click()")
    assert "Revoked" in words(browser)
    assert "13 November 2026" in words(browser)


def test_a_newer_list_is_taken_from_a_file_and_an_older_or_forged_one_is_not(browser: Browser, tmp_path: Path) -> None:
    opened(browser, tmp_path, OLD)
    assert types(browser, a_code(GONE)) == "genuine"
    (tmp_path / "new.json").write_bytes(trust_file(NEW))
    browser.does("document.getElementById('verdict').dataset.standing = ''")
    browser.chooses("#list-file", tmp_path / "new.json")
    assert verdict(browser) == "revoked"
    for name, wrong in (("old", OLD), ("forged", replace(NEW, pages=(NEW.pages[0][:-1] + b"x",)))):
        (tmp_path / f"{name}.json").write_bytes(trust_file(wrong))
        browser.does("document.getElementById('complaint').textContent = ''")
        browser.chooses("#list-file", tmp_path / f"{name}.json")
        browser.until("document.getElementById('complaint').textContent")
    assert types(browser, a_code(GONE)) == "revoked"


def test_a_picture_is_read_and_nothing_is_asked_of_anybody(browser: Browser, tmp_path: Path) -> None:
    import segno

    browser.asked.clear()
    opened(browser, tmp_path, NEW)
    segno.make_qr(a_code(CLAIM), error="m", boost_error=False).save(str(tmp_path / "code.png"), scale=5, border=6)
    browser.chooses("#file", tmp_path / "code.png")
    assert verdict(browser) == "genuine"
    assert {address.partition(":")[0] for address in browser.asked} <= {"file", "blob", "data"}
    refused = "fetch('https://example.org/').then(() => 'went', () => 'refused')"
    assert browser.does(refused) == "refused"
