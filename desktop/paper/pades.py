"""Digital signatures over finished PDFs, with a certificate in a PKCS#12 file or with a key elsewhere.

They are PAdES B-B; with a stamp of the time behind them (`pades_time`) they are B-T.
"""

import logging
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from asn1crypto import x509 as asn1
    from cryptography import x509
    from pyhanko.sign.signers import Signer
    from pyhanko_certvalidator.registry import SimpleCertificateStore

FIELD = "Signature"
DIGEST = "sha256"
_PROBE = 32


@dataclass(frozen=True)
class Checked:
    """What a reader finds out of a signature. `intact`: nothing that it covers was changed; `whole`: it covers all but
    the stamps of the time that came after it, of which the last covers all.

    `trusted`: the certificate leads to a root that is trusted, and is not known to be revoked.
    """

    signer: str
    intact: bool
    whole: bool
    trusted: bool


class DigitalKey:
    """A certificate whose key is at hand, in a file that was opened or on a token; nothing of it is kept.

    `signer` makes pyHanko's signer with the certificate and a store of its issuers.
    """

    def __init__(
        self,
        certificate: "x509.Certificate",
        chain: "Iterable[x509.Certificate]",
        signer: "Callable[[asn1.Certificate, SimpleCertificateStore], Signer]",
    ) -> None:
        self._certificate = certificate
        self._chain = tuple(chain)
        self._signer = signer

    @property
    def subject(self) -> str:
        """The holder's name as the certificate has it."""
        return holder(self._certificate)

    def sign(self, pdf: bytes, at: datetime) -> bytes:
        """The PDF with the signature behind it; what was there before stays byte for byte. `at` is aware."""
        from pyhanko.sign import signers
        from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
        from pyhanko_certvalidator.registry import SimpleCertificateStore

        from desktop.paper.pades_behind import Behind

        make: Any = SimpleCertificateStore
        signer = self._signer(_certificate(self._certificate), make.from_certs(map(_certificate, self._chain)))
        meta = signers.PdfSignatureMetadata(
            field_name=FIELD, subfilter=SigSeedSubFilter.PADES, md_algorithm=DIGEST, name=self.subject
        )
        out = BytesIO()
        pdf_signer = signers.PdfSigner(meta, signer=signer, new_field_spec=SigFieldSpec(FIELD))
        pdf_signer.sign_pdf(Behind(BytesIO(pdf)), output=out)
        return out.getvalue()


def open_key(pkcs12: bytes, passphrase: str, now: datetime) -> DigitalKey:
    """OfficeError `outgoing.key_unreadable`, `outgoing.key_expired` (not valid at `now`, aware)."""
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

    try:
        found = load_pkcs12(pkcs12, passphrase.encode())
    except (ValueError, TypeError) as error:
        raise OfficeError("outgoing.key_unreadable") from error
    if found.key is None or found.cert is None:
        raise OfficeError("outgoing.key_unreadable")

    def signer(certificate: "asn1.Certificate", issuers: "SimpleCertificateStore") -> "Signer":
        from pyhanko.sign.signers import SimpleSigner

        return SimpleSigner(signing_cert=certificate, signing_key=_key(found.key), cert_registry=issuers)

    chain = (one.certificate for one in found.additional_certs)
    return DigitalKey(valid(found.cert.certificate, now), chain, signer)


def key_elsewhere(certificate: bytes, chain: Iterable[bytes], sign: Callable[[bytes, str], bytes]) -> DigitalKey:
    """A key that never leaves its token: `sign(data, digest)` gives its signature. Certificates are DER.

    It is tried once; OfficeError `token.key_unusable` if what it signs does not fit the certificate.
    """

    def signer(certificate: "asn1.Certificate", issuers: "SimpleCertificateStore") -> "Signer":
        from desktop.paper.pades_elsewhere import SignerElsewhere

        return SignerElsewhere(certificate, issuers, sign)

    own = read(certificate)
    probe = os.urandom(_PROBE)
    if not _fits(own.public_key(), sign(probe, DIGEST), probe):
        raise OfficeError("token.key_unusable", words="the key is not the certificate's")
    return DigitalKey(own, map(read, chain), signer)


def _fits(public_key: Any, signature: bytes, data: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
    from cryptography.hazmat.primitives.hashes import SHA256

    try:
        if isinstance(public_key, rsa.RSAPublicKey):
            public_key.verify(signature, data, padding.PKCS1v15(), SHA256())
        elif isinstance(public_key, ec.EllipticCurvePublicKey):
            public_key.verify(signature, data, ec.ECDSA(SHA256()))
        else:
            return False
    except InvalidSignature:
        return False
    return True


def holder(certificate: "x509.Certificate") -> str:
    """The name of whom a certificate is for; of one without a name what it says instead."""
    from cryptography.x509.oid import NameOID

    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else certificate.subject.rfc4514_string()


def read(certificate: bytes) -> "x509.Certificate":
    """A certificate in DER. OfficeError `outgoing.key_unreadable`."""
    from cryptography.x509 import load_der_x509_certificate

    try:
        return load_der_x509_certificate(certificate)
    except ValueError as error:
        raise OfficeError("outgoing.key_unreadable") from error


def valid(certificate: "x509.Certificate", now: datetime) -> "x509.Certificate":
    """The certificate, if it holds at `now` (aware). OfficeError `outgoing.key_expired`."""
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        raise OfficeError("outgoing.key_expired")
    return certificate


def check(pdf: bytes, roots: "Iterable[x509.Certificate]", revoked: Iterable[bytes] = ()) -> tuple[Checked, ...]:
    """The signatures of a PDF in their order, held against these roots and lists of what is revoked (CRL, DER).

    Without a list of its issuer no certificate is trusted: whoever does not ask learns nothing of a stolen key.
    """
    from asn1crypto import crl

    keep_names_out_of_the_log()
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    trust = [_certificate(root) for root in roots]
    lists = [crl.CertificateList.load(one) for one in revoked]
    found, paper = [], PdfFileReader(BytesIO(pdf))
    for embedded in paper.embedded_regular_signatures:
        context = ValidationContext(trust_roots=trust, crls=lists, allow_fetching=False, revocation_mode="require")
        status: Any = validate_pdf_signature(embedded, context)
        name = str(embedded.signer_cert.subject.native.get("common_name", ""))
        whole = _covers_all(status) or (_only_stamped(status) and _last_stamp_covers_all(paper))
        found.append(Checked(name, bool(status.intact and status.valid), whole, bool(status.trusted)))
    return tuple(found)


def _covers_all(status: Any) -> bool:
    return status.coverage is not None and status.coverage.name == "ENTIRE_FILE"


def _only_stamped(status: Any) -> bool:
    """Whether what was put behind a signature is stamps of the time and nothing else."""
    return status.modification_level is not None and status.modification_level.name == "LTA_UPDATES"


def _last_stamp_covers_all(paper: Any) -> bool:
    stamps = paper.embedded_timestamp_signatures
    return bool(stamps) and stamps[-1].evaluate_signature_coverage().name == "ENTIRE_FILE"


def keep_names_out_of_the_log() -> None:
    """The library tells the log whom it does not trust; here the answer is what is returned."""
    log = logging.getLogger("pyhanko")
    log.propagate = False
    if not log.handlers:
        log.addHandler(logging.NullHandler())


def _certificate(one: "x509.Certificate") -> Any:
    from asn1crypto import x509 as asn1
    from cryptography.hazmat.primitives.serialization import Encoding

    return asn1.Certificate.load(one.public_bytes(Encoding.DER))


def _key(key: Any) -> Any:
    from asn1crypto import keys
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return keys.PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
