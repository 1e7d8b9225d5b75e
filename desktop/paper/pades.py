"""Digital signatures over finished PDFs (PAdES B-B) with a certificate that its holder keeps as a PKCS#12 file."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from cryptography import x509

FIELD = "Signature"


@dataclass(frozen=True)
class Checked:
    """What a reader finds out of a signature. `intact`: nothing that it covers was changed; `whole`: it covers all.

    `trusted`: the certificate leads to a root that is trusted, and is not known to be revoked.
    """

    signer: str
    intact: bool
    whole: bool
    trusted: bool


class DigitalKey:
    """A certificate with its key, opened; nothing of it is kept."""

    def __init__(self, key: Any, certificate: "x509.Certificate", chain: "Iterable[x509.Certificate]") -> None:
        self._key = key
        self._certificate = certificate
        self._chain = tuple(chain)

    @property
    def subject(self) -> str:
        """The holder's name as the certificate has it."""
        from cryptography.x509.oid import NameOID

        names = self._certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(names[0].value) if names else self._certificate.subject.rfc4514_string()

    def sign(self, pdf: bytes, at: datetime) -> bytes:
        """The PDF with the signature behind it; what was there before stays byte for byte. `at` is aware."""
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign import signers
        from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
        from pyhanko_certvalidator.registry import SimpleCertificateStore

        make: Any = SimpleCertificateStore
        registry = make.from_certs(map(_certificate, self._chain))
        signer = signers.SimpleSigner(
            signing_cert=_certificate(self._certificate), signing_key=_key(self._key), cert_registry=registry
        )
        meta = signers.PdfSignatureMetadata(
            field_name=FIELD, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256", name=self.subject
        )
        out = BytesIO()
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        pdf_signer = signers.PdfSigner(meta, signer=signer, new_field_spec=SigFieldSpec(FIELD))
        pdf_signer.sign_pdf(writer, output=out)
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
    certificate = found.cert.certificate
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        raise OfficeError("outgoing.key_expired")
    return DigitalKey(found.key, certificate, (one.certificate for one in found.additional_certs))


def check(pdf: bytes, roots: "Iterable[x509.Certificate]", revoked: Iterable[bytes] = ()) -> tuple[Checked, ...]:
    """The signatures of a PDF in their order, held against these roots and lists of what is revoked (CRL, DER).

    Without a list of its issuer no certificate is trusted: whoever does not ask learns nothing of a stolen key.
    """
    from asn1crypto import crl

    _keep_names_out_of_the_log()
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    trust = [_certificate(root) for root in roots]
    lists = [crl.CertificateList.load(one) for one in revoked]
    found = []
    for embedded in PdfFileReader(BytesIO(pdf)).embedded_signatures:
        context = ValidationContext(trust_roots=trust, crls=lists, allow_fetching=False, revocation_mode="require")
        status: Any = validate_pdf_signature(embedded, context)
        name = str(embedded.signer_cert.subject.native.get("common_name", ""))
        whole = status.coverage is not None and status.coverage.name == "ENTIRE_FILE"
        found.append(Checked(name, bool(status.intact and status.valid), whole, bool(status.trusted)))
    return tuple(found)


def _keep_names_out_of_the_log() -> None:
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
