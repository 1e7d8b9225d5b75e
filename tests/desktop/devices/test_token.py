"""Keys on tokens: found without a PIN, opened with it, and every trouble told in words of the desk."""

import sys
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from desktop.devices.token import USUAL_DRIVERS, Pin, Tokens, usual_driver
from desktop.office.errors import OfficeError
from tests.helpers.certificates import Authority
from tests.helpers.desk import MORNING
from tests.helpers.tokens import PIN, TRIES, SoftToken

MAYOR = "นายสมชาย ตัวอย่างดี"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority(MORNING)


def verify(certificate: x509.Certificate, signature: bytes, data: bytes) -> None:
    public = certificate.public_key()
    if isinstance(public, rsa.RSAPublicKey):
        public.verify(signature, data, padding.PKCS1v15(), SHA256())
    else:
        assert isinstance(public, ec.EllipticCurvePublicKey)
        public.verify(signature, data, ec.ECDSA(SHA256()))


@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_a_key_is_found_by_its_label_and_signs_behind_its_pin(
    token: SoftToken, authority: Authority, kind: str
) -> None:
    certificate = token.put_key(authority, "mayor", MAYOR, kind)
    key = token.key
    assert (key.token, key.label, key.pin) == ("เทศบาล", "mayor", Pin.GOOD)
    assert x509.load_der_x509_certificate(key.certificate) == certificate
    assert [x509.load_der_x509_certificate(one) for one in key.others] == [authority.root]
    with token.tokens.open(key, PIN) as opened:
        for data in (b"one", b"two" * 1000):
            verify(certificate, opened.sign(data, "sha256"), data)


def test_a_key_that_asks_for_its_pin_at_every_signature_gets_it(token: SoftToken, authority: Authority) -> None:
    certificate = token.put_key(authority, "mayor", MAYOR, always=True)
    with token.tokens.open(token.key, PIN) as opened:
        for data in (b"one", b"two"):
            verify(certificate, opened.sign(data, "sha256"), data)


def test_no_token_is_no_trouble_and_no_driver_is_told(token: SoftToken, tmp_path: Path) -> None:
    token.destroy()
    (token.folder / "tokens").mkdir()
    assert token.tokens.certificates() == ()
    broken = tmp_path / "broken.so"
    broken.write_bytes(b"not a driver")
    for path in (str(broken), str(tmp_path / "nothing.so")):
        with pytest.raises(OfficeError, match=r"token\.no_driver"):
            Tokens(path).certificates()


def test_a_driver_is_looked_for_where_it_usually_is() -> None:
    for platform, paths in USUAL_DRIVERS.items():
        assert usual_driver(platform, paths[-1:].__contains__) == paths[-1]
        with pytest.raises(OfficeError, match=r"token\.no_driver"):
            usual_driver(platform, lambda path: False)


def test_a_wrong_pin_says_how_the_token_stands(card: SoftToken, authority: Authority) -> None:
    card.put_key(authority, "mayor", MAYOR, "ec")
    key = card.key
    told = []
    for _ in range(TRIES + 1):
        with pytest.raises(OfficeError) as caught:
            card.tokens.open(key, "999999")
        told.append((caught.value.code, card.key.pin))
    assert told == [
        ("token.pin_wrong", Pin.LOW),
        ("token.pin_last_try", Pin.LAST),
        ("token.pin_locked", Pin.LOCKED),
        ("token.pin_locked", Pin.LOCKED),
    ]
    with pytest.raises(OfficeError, match=r"token\.pin_locked"):
        card.tokens.open(key, PIN)


def test_the_right_pin_gives_all_tries_back(card: SoftToken, authority: Authority) -> None:
    card.put_key(authority, "mayor", MAYOR, "ec")
    with pytest.raises(OfficeError, match=r"token\.pin_wrong"):
        card.tokens.open(card.key, "999999")
    card.tokens.open(card.key, PIN).close()
    assert (card.tries, card.key.pin) == (TRIES, Pin.GOOD)


def test_a_token_that_is_pulled_out_is_told(card: SoftToken, authority: Authority) -> None:
    certificate = card.put_key(authority, "mayor", MAYOR, "ec")
    key = card.key
    with card.tokens.open(key, PIN) as opened:
        card.pull_out()
        with pytest.raises(OfficeError, match=r"token\.gone"):
            opened.sign(b"one", "sha256")
    assert card.tokens.certificates() == ()
    with pytest.raises(OfficeError, match=r"token\.gone"):
        card.tokens.open(key, PIN)
    card.plug_in()
    with card.tokens.open(key, PIN) as opened:
        verify(certificate, opened.sign(b"one", "sha256"), b"one")


def test_a_driver_that_dies_or_is_silent_does_no_harm(token: SoftToken, authority: Authority) -> None:
    token.put_key(authority, "mayor", MAYOR, "ec")
    with token.tokens.open(token.key, PIN) as opened:
        opened._worker._process.kill()
        with pytest.raises(OfficeError, match=r"token\.gone"):
            opened.sign(b"one", "sha256")
    silent = Tokens(token.driver, (sys.executable, "-c", "input(); input()"), patience_s=0.2)
    with pytest.raises(OfficeError, match=r"token\.failed"):
        silent.certificates()


def test_a_certificate_without_its_key_is_told(token: SoftToken, authority: Authority) -> None:
    token.put_key(authority, "mayor", MAYOR, "ec")
    key = token.key
    with pytest.raises(OfficeError, match=r"token\.key_unusable"):
        token.tokens.open(type(key)(**vars(key) | {"label": "deputy"}), PIN)
