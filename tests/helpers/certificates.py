"""An authority of our own, certificates of people with their keys as PKCS#12 files, and its list of what is revoked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

PersonsKey: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
PASSPHRASE = "รหัส-1234"
_USAGES = (
    "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
    "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
)  # fmt: skip
_NONE = dict.fromkeys(_USAGES, False)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "TH"), x509.NameAttribute(NameOID.COMMON_NAME, common)])


@dataclass
class Authority:
    """Everything it issues is valid from a day before `now` to a year after it."""

    now: datetime
    name: str = "ผู้ออกใบรับรองทดสอบ"

    @cached_property
    def key(self) -> ec.EllipticCurvePrivateKey:
        return ec.generate_private_key(ec.SECP256R1())

    @cached_property
    def root(self) -> x509.Certificate:
        usage = x509.KeyUsage(**(_NONE | {"key_cert_sign": True, "crl_sign": True}))
        builder = self._builder(self.name, self.key, timedelta(days=3650))
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        return builder.add_extension(usage, critical=True).sign(self.key, hashes.SHA256())

    def issue(
        self, common: str, valid: timedelta = timedelta(days=365), key: PersonsKey | None = None
    ) -> tuple[bytes, x509.Certificate]:
        """A person's PKCS#12 file under `PASSPHRASE`, and the certificate that is in it."""
        key = key or ec.generate_private_key(ec.SECP256R1())
        usage = x509.KeyUsage(**(_NONE | {"digital_signature": True, "content_commitment": True}))
        builder = self._builder(common, key, valid).add_extension(usage, critical=True)
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        certificate = builder.add_extension(issuer, critical=False).sign(self.key, hashes.SHA256())
        sealed = BestAvailableEncryption(PASSPHRASE.encode())
        return serialize_key_and_certificates(b"me", key, certificate, [self.root], sealed), certificate

    def revoked(self, *certificates: x509.Certificate) -> bytes:
        """The list of what is revoked, DER."""
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.root.subject)
        builder = builder.last_update(self.now - timedelta(hours=1)).next_update(self.now + timedelta(days=30))
        for one in certificates:
            entry = x509.RevokedCertificateBuilder().serial_number(one.serial_number)
            builder = builder.add_revoked_certificate(entry.revocation_date(self.now - timedelta(minutes=30)).build())
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        signed = builder.add_extension(issuer, False).add_extension(x509.CRLNumber(1), False)
        return signed.sign(self.key, hashes.SHA256()).public_bytes(Encoding.DER)

    def _builder(self, common: str, key: PersonsKey, valid: timedelta) -> x509.CertificateBuilder:
        builder = x509.CertificateBuilder().subject_name(_name(common)).issuer_name(_name(self.name))
        builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
        builder = builder.not_valid_before(self.now - timedelta(days=1)).not_valid_after(self.now + valid)
        return builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
