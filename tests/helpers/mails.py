"""E-mails, archives and letter XML as other people's programs write them."""

import base64
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from desktop.application import Office
from desktop.interchange.arrival import Arrival
from desktop.interchange.arrivals import Arrivals, Brought
from tests.helpers.desk import MORNING, person
from tools.demo_letters import DemoLetter, letter_pdf

MAYOR = "นายกเทศมนตรีเมืองแม่เหียะ"
WORDS = "เรียน นายกเทศมนตรี\nส่งหนังสือ ที่ ชม ๐๐๒๓.๓/ว ๔๕๖ ลงวันที่ ๕ พฤศจิกายน ๒๕๖๙ เรื่อง ขอเชิญประชุมชี้แจงงบประมาณ\nขอแสดงความนับถือ"


@cache
def pdf(pages: int = 1) -> bytes:
    letter = DemoLetter("อำเภอเมืองเชียงใหม่", "ชม 0023.3/ว 456", date(2026, 11, 5), MAYOR, "ขอเชิญประชุม", "", pages)
    return letter_pdf(letter, MORNING)


def word(text: str, charset: str, said: str = "") -> str:
    """An encoded word of a header."""
    return f"=?{said or charset}?B?{base64.b64encode(text.encode(charset)).decode()}?="


def attachment(disposition: str, data: bytes, media_type: str = "application/pdf") -> bytes:
    head = f"Content-Type: {media_type}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: {disposition}\r\n"
    return head.encode("cp874") + b"\r\n" + base64.encodebytes(data).replace(b"\n", b"\r\n")


def text_part(text: str = WORDS, charset: str = "utf-8", kind: str = "plain") -> bytes:
    head = f"Content-Type: text/{kind}; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    encoded = base64.encodebytes(text.encode("cp874" if "874" in charset or "tis" in charset else charset))
    return head.encode() + encoded.replace(b"\n", b"\r\n")


def mail(parts: Sequence[bytes], subject: str = "", kind: str = "mixed", more: str = "") -> bytes:
    head = (
        f"Received: from gov.example\r\nFrom: {word('ที่ทำการปกครองอำเภอเมือง', 'utf-8')} <saraban@district.example>\r\n"
        f"To: saraban_04500109@dla.example\r\nSubject: {subject or word('ขอเชิญประชุม', 'utf-8')}\r\n"
        f"Date: Fri, 6 Nov 2026 09:30:00 +0700\r\n{more}MIME-Version: 1.0\r\n"
        f'Content-Type: multipart/{kind}; boundary="=_เส้น_1"\r\n\r\n'
    )
    return head.encode() + multipart(parts)


def multipart(parts: Sequence[bytes], boundary: str = "=_เส้น_1") -> bytes:
    mark = b"--" + boundary.encode()
    return b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts) + mark + b"--\r\n"


def archive(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


def bring(office: Office, *files: tuple[str, bytes], folder: Path) -> Brought:
    paths = []
    for name, data in files:
        (folder / name).write_bytes(data)
        paths.append(folder / name)
    return bring_paths(office, *paths)


def bring_paths(office: Office, *paths: Path) -> Brought:
    import threading

    return office.arrivals(person(office)).bring(paths, MAYOR, lambda *_: None, threading.Event())


def only(office: Office, brought: Brought) -> Arrival:
    """The one letter that came, and nothing failed."""
    assert not brought.failures
    (one,) = brought.arrivals
    return arrivals(office).arrival(one)


def arrivals(office: Office) -> Arrivals:
    return office.arrivals(person(office))
