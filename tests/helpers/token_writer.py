"""Writes a key and its certificates on a token, in a process of its own: `driver label pin p12 passphrase name`.

With `always` behind it the key asks for the PIN at every signature.
"""

import sys
from pathlib import Path
from typing import Any

import pkcs11
from asn1crypto import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from pkcs11 import Attribute
from pkcs11.util.ec import decode_ec_private_key
from pkcs11.util.rsa import decode_rsa_private_key
from pkcs11.util.x509 import decode_x509_certificate

_ID, _ISSUER_ID = b"\x01", b"\x02"


def main(driver: str, token: str, pin: str, file: str, passphrase: str, name: str, asks: str = "") -> None:
    issued = load_pkcs12(Path(file).read_bytes(), passphrase.encode())
    assert issued.cert is not None
    assert issued.key is not None
    kept = {Attribute.TOKEN: True, Attribute.LABEL: name, Attribute.ID: _ID}
    with pkcs11.lib(driver).get_token(token_label=token).open(rw=True, user_pin=pin) as session:
        session.create_object(_key(issued.key) | kept | {Attribute.ALWAYS_AUTHENTICATE: asks == "always"})
        session.create_object(_certificate(issued.cert.certificate) | kept)
        for other in issued.additional_certs:
            about = {Attribute.LABEL: f"{name} issuer", Attribute.ID: _ISSUER_ID}
            session.create_object(_certificate(other.certificate) | kept | about)


def _key(key: Any) -> dict[Any, Any]:
    secret = {Attribute.PRIVATE: True, Attribute.SENSITIVE: True, Attribute.SIGN: True}
    if isinstance(key, rsa.RSAPrivateKey):
        der = key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
        return decode_rsa_private_key(der) | secret
    der = key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    return decode_ec_private_key(der) | secret


def _certificate(certificate: Any) -> dict[Any, Any]:
    der = certificate.public_bytes(Encoding.DER)
    subject = x509.Certificate.load(der).subject.dump()
    return decode_x509_certificate(der) | {Attribute.SUBJECT: subject, Attribute.PRIVATE: False}


if __name__ == "__main__":
    main(*sys.argv[1:])
