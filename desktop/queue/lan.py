"""How two desks of an office speak with each other: TLS 1.3, both with the identity that follows from the queue's code.

Who does not know the code has no identity and gets no further than the handshake. Inside, messages are msgpack with
their length before them (4 bytes, big end first); one that says it is longer than allowed ends the conversation unread.
"""

import os
import secrets
import socket
import ssl
import tempfile
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from desktop.office.errors import OfficeError
from desktop.office.key_code import made_of, secret_of

REQUEST_LIMIT = 64 << 10
"""Bytes of a request: what a morning without the keeper wrote by hand is a tenth of it."""
REPLY_LIMIT = 4 << 20
"""Bytes of a reply: a day of ten thousand tickets."""
HANDSHAKE_S = 5.0
_LENGTH = 4
_NAME = "thesaban-queue"


def key_of(code: str) -> bytes:
    """32 bytes of a code as people type it; OfficeError `queue.code_wrong` when no code looks like that."""
    secret = secret_of(code)
    if secret is None:
        raise OfficeError("queue.code_wrong")
    return made_of(secret, "queue", "")


@lru_cache(8)
def _identity(key: bytes) -> tuple[bytes, bytes, bytes]:
    """Certificate, private key sealed with a passphrase of this process, and that passphrase; the same key, the same
    certificate everywhere."""
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.x509.oid import NameOID

    private = Ed25519PrivateKey.from_private_bytes(key)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, _NAME)])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(private.public_key())
    builder = builder.serial_number(1).not_valid_before(datetime(2000, 1, 1, tzinfo=UTC))
    builder = builder.not_valid_after(datetime(2999, 1, 1, tzinfo=UTC))  # desks whose clocks are wrong still speak
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    passphrase = secrets.token_hex(32).encode()
    sealed = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase),
    )
    return builder.sign(private, None).public_bytes(serialization.Encoding.PEM), sealed, passphrase


def tls(key: bytes, *, keeper: bool) -> ssl.SSLContext:
    """One end of the conversation."""
    certificate, sealed, passphrase = _identity(key)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER if keeper else ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False  # the key says who it is, wherever it stands
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(cadata=certificate.decode("ascii"))
    _load(context, certificate, sealed, passphrase)
    return context


def _load(context: ssl.SSLContext, certificate: bytes, sealed: bytes, passphrase: bytes) -> None:
    """Python reads keys from files alone: what lies there for a moment is sealed."""
    with tempfile.TemporaryDirectory(prefix="queue-") as folder:
        path = Path(folder) / "identity.pem"
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(certificate + sealed)
        context.load_cert_chain(path, password=passphrase)


def send(line: socket.socket, message: bytes) -> None:
    line.sendall(len(message).to_bytes(_LENGTH, "big") + message)


def receive(line: socket.socket, limit: int) -> bytes | None:
    """The next message; None when the other end went, or says that it would send more than `limit` bytes."""
    head = _exactly(line, _LENGTH)
    length = int.from_bytes(head, "big") if head else 0
    return _exactly(line, length) if 0 < length <= limit else None


def _exactly(line: socket.socket, count: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < count:
        part = line.recv(min(count - len(parts), 64 << 10))
        if not part:
            return None
        parts += part
    return bytes(parts)


def host_and_port(address: str, usual: int) -> tuple[str, int]:
    """Of `192.168.1.20`, `office-1:47815`; OfficeError `queue.address_wrong` for what is no address."""
    host, colon, port = address.strip().partition(":")
    if not host or " " in host or (colon and not (port.isdecimal() and 0 < int(port) < 1 << 16)):
        raise OfficeError("queue.address_wrong")
    return host, int(port) if colon else usual


def own_addresses() -> tuple[str, ...]:
    """Where this desk can be reached in the office's network, as far as the machine says."""
    from ifaddr import get_adapters

    told = (str(one.ip) for adapter in get_adapters() for one in adapter.ips if one.is_IPv4)
    return tuple(address for address in told if not address.startswith(("127.", "169.254.")))
