"""A time stamping authority of our own on loopback: RFC 3161 over HTTP, and on wish as no authority should speak."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from tests.helpers.certificates import Authority

NAME = "ผู้ประทับเวลาทดสอบ"
_REJECTION = bytes.fromhex("3005 3003 020102")
REPLY = "application/timestamp-reply"


@dataclass
class TimeAuthority:
    """`mood`: good, other_hash, other_question, refuses, garbage, torn, web_page, huge, silent, busy."""

    at: datetime
    authority: Authority
    url: str = ""
    mood: str = "good"
    questions: list[bytes] = field(default_factory=list)
    gone: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        builder = self.authority._builder(NAME, key, timedelta(days=3000))
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.authority.key.public_key())
        certificate = (
            builder.add_extension(usage, critical=True)
            .add_extension(issuer, critical=False)
            .sign(self.authority.key, hashes.SHA256())
        )
        self._certificate = asn1.Certificate.load(certificate.public_bytes(Encoding.DER))
        der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        self._key = keys.PrivateKeyInfo.load(der)

    @property
    def roots(self) -> bytes:
        """PEM of whom to trust for its stamps."""
        return self.authority.root.public_bytes(Encoding.PEM)

    def answer(self, question: bytes) -> bytes:
        asked = tsp.TimeStampReq.load(question)
        if self.mood == "other_hash":
            asked["message_imprint"]["hashed_message"] = bytes(32)
        if self.mood == "other_question":
            asked["nonce"] = 1
        if self.mood == "refuses":
            return _REJECTION
        stamper: Any = DummyTimeStamper(self._certificate, self._key, fixed_dt=self.at)
        told: bytes = stamper.request_tsa_response(asked).dump()
        return told[:-40] if self.mood == "torn" else told


class _Door(BaseHTTPRequestHandler):
    server: "_Server"

    def do_POST(self) -> None:
        authority = self.server.authority
        question = self.rfile.read(int(self.headers["Content-Length"]))
        authority.questions.append(question)
        if authority.mood == "silent":
            authority.gone.wait(60)
            return
        if authority.mood == "busy":
            self.send_error(503)
            return
        kind, body = REPLY, b""
        if authority.mood == "garbage":
            body = b"\x30\x03\x02\x01\x07 and so on"
        elif authority.mood == "huge":
            body = bytes(1 << 20)
        elif authority.mood == "web_page":
            kind, body = "text/html", "<html>โปรดลงชื่อเข้าใช้เครือข่าย</html>".encode()
        else:
            body = authority.answer(question)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return  # who asked had enough

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    authority: TimeAuthority


@contextmanager
def time_authority(at: datetime, authority: Authority | None = None) -> Iterator[TimeAuthority]:
    """Answers while the context lasts; every stamp says `at`."""
    found = TimeAuthority(at, authority or Authority(at, "ผู้ออกตราเวลา"))
    with _Server(("127.0.0.1", 0), _Door) as server:
        server.authority = found
        found.url = f"http://127.0.0.1:{server.server_address[1]}/tsr"
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="time authority")
        serving.start()
        try:
            yield found
        finally:
            found.gone.set()
            server.shutdown()
            serving.join()
