"""The bundled program in surroundings that know nothing of Python: it opens a desk, signs in and prints a receipt."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_der_x509_certificate
from sqlalchemy import text

from desktop.application import Office
from desktop.devices.token import Tokens
from desktop.opening import unlock_with_passphrase
from desktop.paper.pades import check
from desktop.paper.pages import page_text
from sync.client.line import Line
from tests.acceptance.town import HOUSE, CentreProcess, Screen
from tests.desktop.paper.papers import a_paper
from tests.helpers.certificates import PASSPHRASE as KEY_PASSPHRASE
from tests.helpers.certificates import Authority
from tests.helpers.cups import Cups
from tests.helpers.tokens import PIN, SoftToken
from tools.demo_centre import REGISTRY_DESK, DemoCentre
from tools.demo_municipality import PASSWORD

BUNDLE = HOUSE / "dist" / "thesaban-desk" / "thesaban-desk"
FAILURE = HOUSE / "output" / "test-failures" / "bundle.png"
PATIENCE_S = 120
PAYER = "นายบุญมี ใจคำ"
CASHIER, PASSPHRASE = "piyada", "a long passphrase"


class Keyboard:
    """Types into the program's topmost window on a screen without a window manager."""

    def __init__(self, display: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display}

    def _xdotool(self, *words: str) -> str:
        command = ["xdotool", *words]
        done = subprocess.run(command, capture_output=True, text=True, env=self._environment, timeout=180)
        return done.stdout

    def titles(self) -> dict[str, str]:
        """Window -> title, of those that are visible."""
        windows = self._xdotool("search", "--onlyvisible", "--name", ".").split()
        return {window: self._xdotool("getwindowname", window).strip() for window in windows}

    def focus(self, title: str) -> bool:
        for window, found in self.titles().items():
            if title in found:
                self._xdotool("windowfocus", "--sync", window)
                return True
        return False

    def type(self, words: str) -> None:
        self._xdotool("type", words)

    def press(self, *keys: str) -> None:
        self._xdotool("key", "--delay", "250", *keys)


def until(happened: Callable[[], object]) -> None:
    """Waits for what must happen; each look takes its time by itself, because it asks the X server or the database."""
    end = monotonic() + PATIENCE_S
    while not happened():
        if monotonic() > end:
            raise TimeoutError(happened.__qualname__)


@pytest.fixture(scope="module")
def bundle() -> Path:
    """The program as `make bundle` leaves it, built anew."""
    FAILURE.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, str(HOUSE / "build" / "bundle.py")], check=True, cwd=HOUSE, capture_output=True)
    return BUNDLE


@pytest.fixture
def demo(database: str, tmp_path: Path) -> Iterator[DemoCentre]:
    centre = DemoCentre(database, tmp_path / "blobs")
    centre.fill()
    yield centre
    centre.close()


@pytest.fixture
def centre(demo: DemoCentre, database: str, tmp_path: Path) -> Iterator[CentreProcess]:
    process = CentreProcess(database, tmp_path / "blobs", tmp_path / "centre.log")
    process.start()
    yield process
    process.close()


@pytest.fixture
def screen() -> Iterator[Screen]:
    screen = Screen()
    yield screen
    screen.close()


def enrolled_desk(folder: Path, code: str, url: str) -> None:
    """A desk that was enrolled and where the cashier has worked before."""
    desk = unlock_with_passphrase(folder, PASSPHRASE)
    line = Line(desk, url)
    line.enrol(code, "bundle")
    green = threading.Event()
    line.listen(lambda state: green.set() if state.kind == "green" else None)
    line.start()
    assert green.wait(PATIENCE_S)
    Office(desk, line.ask_centre).accounts.sign_in(CASHIER, PASSWORD)
    line.stop()
    desk.close()


def test_the_bundle_signs_with_a_certificate_file_and_finds_it_valid(bundle: Path, tmp_path: Path) -> None:
    """In surroundings without Python; a reader of ours and poppler's agree with what it says itself."""
    authority = Authority(datetime.now(UTC))
    (tmp_path / "key.p12").write_bytes(authority.issue("นายสมชาย ตัวอย่างดี")[0])
    (tmp_path / "in.pdf").write_bytes(a_paper())
    command = [str(bundle), "-m", "desktop.paper.pades_check", "key.p12", "in.pdf", "out.pdf"]
    scrubbed = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command, input=f"{KEY_PASSPHRASE}\n", env=scrubbed, cwd=tmp_path, capture_output=True, text=True, timeout=180
    )
    assert done.returncode == 0, done.stderr + done.stdout
    assert json.loads(done.stdout) == {
        "signer": "นายสมชาย ตัวอย่างดี", "intact": True, "whole": True, "trusted": False,
    }  # fmt: skip
    (found,) = check((tmp_path / "out.pdf").read_bytes(), [authority.root], [authority.revoked()])
    assert (found.intact, found.whole, found.trusted) == (True, True, True)
    told = subprocess.run(
        ["pdfsig", "-nocert", "out.pdf"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=180
    )
    assert "Signature is Valid." in told.stdout


def test_the_bundle_drives_a_token(bundle: Path, token: SoftToken) -> None:
    token.put_key(Authority(datetime.now(UTC)), "mayor", "นายสมชาย ตัวอย่างดี")
    tokens = Tokens(token.driver, (str(bundle), "-m", "desktop.devices.token_worker"), token.environment)
    (key,) = tokens.certificates()
    with tokens.open(key, PIN) as opened:
        signature = opened.sign(b"one", "sha256")
    public = load_der_x509_certificate(key.certificate).public_key()
    assert isinstance(public, rsa.RSAPublicKey)
    public.verify(signature, b"one", padding.PKCS1v15(), SHA256())


def test_the_bundle_opens_a_desk_signs_in_and_prints_a_receipt(
    bundle: Path, demo: DemoCentre, centre: CentreProcess, screen: Screen, cups: Cups, tmp_path: Path
) -> None:
    cups.add_queue("bundle", media="A5")
    home, data = tmp_path / "home", tmp_path / "data"
    home.mkdir()
    enrolled_desk(data, demo.code(REGISTRY_DESK), centre.url)
    (data / "settings.json").write_text(json.dumps({"printer": "bundle", "nearby": "off"}), "utf-8")
    scrubbed = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LC_ALL": "C.UTF-8", "DISPLAY": screen.display}
    command = [str(bundle), "--data", str(data), "--centre", centre.url]
    said = tmp_path / "program.log"
    with said.open("wb") as log:
        process = subprocess.Popen(command, env=scrubbed | {"CUPS_SERVER": cups.server}, cwd=home, stderr=log)
    try:
        keys = Keyboard(screen.display)
        sits_down(keys)
        takes_the_waste_fee(keys)
        until(lambda: receipts(demo) == 1)
        until(lambda: cups.printed("bundle"))
    except TimeoutError:
        subprocess.run(["import", "-display", screen.display, "-window", "root", str(FAILURE)], check=True)
        print(f"{process.poll()=}", said.read_text("utf-8", "replace"))
        raise
    finally:
        process.terminate()
        process.wait(60)
    assert PAYER in page_text(cups.printed("bundle"))


def receipts(demo: DemoCentre) -> int:
    with demo.engine.connect() as connection:
        return int(connection.scalar(text("SELECT count(*) FROM receipt")) or 0)


def sits_down(keys: Keyboard) -> None:
    """Unlocks the store and signs in."""
    until(lambda: keys.focus("เปิดแฟ้มข้อมูล"))
    keys.type(PASSPHRASE)
    keys.press("F9")
    until(lambda: not any("เปิดแฟ้มข้อมูล" in title for title in keys.titles().values()))
    until(lambda: keys.focus("·"))
    keys.press("F9", "ctrl+a")  # empty: the page points to the password, and has the keyboard for sure
    keys.type(PASSWORD)
    keys.press("F9")
    until(lambda: keys.focus("วันนี้ ·"))


def takes_the_waste_fee(keys: Keyboard) -> None:
    keys.press("alt+4")
    until(lambda: keys.focus("เคาน์เตอร์ ·"))
    keys.type("1")
    keys.press("F7")
    keys.type(PAYER)
    keys.press("F8")
    keys.type("200")
    keys.press("F9")
