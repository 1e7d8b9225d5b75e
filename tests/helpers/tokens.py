"""Signing tokens that are real software: SoftHSM with a folder of the test's own, and a driver before it that makes a
card of it, which counts wrong PINs and can be pulled out."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from desktop.devices.token import TokenKey, Tokens
from tests.helpers.certificates import PASSPHRASE, Authority
from tests.helpers.house import ROOT

SOFTHSM = "/usr/lib/softhsm/libsofthsm2.so"
PIN, OFFICER_PIN = "123456", "87654321"
TRIES = 3
_SOURCE = Path(__file__).with_name("token_card.c")
_CONF = "directories.tokendir = {folder}\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = true\n"


@dataclass
class SoftToken:
    """A token with one key in a folder. `card`: the driver that counts and can be pulled out, else SoftHSM's own."""

    folder: Path
    label: str
    driver: str = SOFTHSM

    @property
    def environment(self) -> dict[str, str]:
        return {"SOFTHSM2_CONF": str(self.folder / "softhsm2.conf"), "TOKEN_CARD": str(self.folder / "card")}

    @property
    def tokens(self) -> Tokens:
        return Tokens(self.driver, environment=self.environment)

    def set_up(self) -> None:
        (self.folder / "tokens").mkdir(parents=True)
        (self.folder / "softhsm2.conf").write_text(_CONF.format(folder=self.folder / "tokens"))
        (self.folder / "card").write_text(f"in {TRIES}")
        self._run(
            "softhsm2-util", "--init-token", "--free", "--label", self.label, "--pin", PIN, "--so-pin", OFFICER_PIN
        )

    def put_key(
        self, authority: Authority, label: str, holder: str, kind: str = "rsa", *, always: bool = False
    ) -> x509.Certificate:
        """A key with its certificate and the authority's, as an issuer writes them on a card.

        `always`: it asks for the PIN at every signature.
        """
        key = rsa.generate_private_key(65537, 2048) if kind == "rsa" else ec.generate_private_key(ec.SECP256R1())
        file, certificate = authority.issue(holder, key=key)
        (self.folder / "issued.p12").write_bytes(file)
        where = (SOFTHSM, self.label, PIN, str(self.folder / "issued.p12"), PASSPHRASE, label)
        self._run(sys.executable, "-m", "tests.helpers.token_writer", *where, *["always"] * always)
        (self.folder / "issued.p12").unlink()
        return certificate

    @property
    def key(self) -> TokenKey:
        """The only key that is on it."""
        (key,) = self.tokens.certificates()
        return key

    def pull_out(self) -> None:
        """What was plugged in is no more: the card's driver says so."""
        (self.folder / "card").write_text(f"out {self.tries}")

    def plug_in(self) -> None:
        (self.folder / "card").write_text(f"in {self.tries}")

    def destroy(self) -> None:
        rmtree(self.folder / "tokens")

    @property
    def tries(self) -> int:
        """How often the card may still be given a wrong PIN."""
        return int((self.folder / "card").read_text().split()[1])

    def _run(self, *command: str) -> None:
        environment = {**os.environ, **self.environment}
        done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=180)
        assert done.returncode == 0, done.stderr + done.stdout


@pytest.fixture
def token(tmp_path: Path) -> SoftToken:
    """An empty SoftHSM token."""
    made = SoftToken(tmp_path / "token", "เทศบาล")
    made.set_up()
    return made


@pytest.fixture(scope="session")
def card_driver(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The card's driver, built once."""
    out = tmp_path_factory.mktemp("card") / "libcard.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", str(out), str(_SOURCE), "-ldl"], check=True)
    return str(out)


@pytest.fixture
def card(token: SoftToken, card_driver: str) -> SoftToken:
    """An empty token that counts wrong PINs and can be pulled out."""
    token.driver = card_driver
    return token
