"""The parts of an e-mail, found by looking: the file is mapped, not read, and a torn one gives what it has.

The standard library's parser takes several times the memory of the file; here only headers go through it.
"""

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from email.policy import compat32
from io import BytesIO
from mmap import mmap
from typing import TypeAlias

from desktop.interchange.budget import Budget
from desktop.interchange.charsets import file_name, text_of, words_of

Bytes: TypeAlias = "bytes | mmap"
MOST_HEADERS = 512 << 10
MOST_NESTED = 16
_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = 1 << 20
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64))


@dataclass(frozen=True)
class Part:
    """One leaf, or a message inside the message (`headers` then are its own). `torn`: its end is missing."""

    headers: Message
    data: Bytes
    start: int
    end: int
    inside: str
    torn: bool = False

    @property
    def media_type(self) -> str:
        return self.headers.get_content_type()

    @property
    def name(self) -> str:
        """What the sender called the file; empty for a text of the message itself."""
        said = _parameter(self.headers, "filename", "content-disposition") or _parameter(
            self.headers, "name", "content-type"
        )
        return file_name(said) if said else ""

    @property
    def is_attached(self) -> bool:
        return self.headers.get_content_disposition() == "attachment" or bool(self.name)

    @property
    def is_in_text(self) -> bool:
        """A picture that the text of the message shows: a logo, a signature."""
        return self.inside == "multipart/related" and "content-id" in self.headers

    def decoded(self, budget: Budget) -> bytes:
        how = str(self.headers.get("content-transfer-encoding", "")).strip().lower()
        if how == "base64":
            return _from_base64(self.data, self.start, self.end, budget)
        budget.take(self.end - self.start)
        raw = bytes(self.data[self.start : self.end])
        return quopri.decodestring(raw) if how == "quoted-printable" else raw

    def text(self, budget: Budget) -> str:
        return text_of(self.decoded(budget), _parameter(self.headers, "charset", "content-type"))


def headers_of(data: Bytes, start: int, end: int) -> tuple[Message, int]:
    """The headers of a message or part, and where its content begins."""
    if bytes(data[start : start + 2]) == b"\r\n" or bytes(data[start : start + 1]) == b"\n":
        return Message(compat32), start + (2 if bytes(data[start : start + 1]) == b"\r" else 1)
    head = bytes(data[start : min(end, start + MOST_HEADERS)])
    found = _END.search(head)
    stop, body = (found.start(), found.end()) if found else (len(head), len(head))
    return HeaderParser(policy=compat32).parsestr(text_of(head[:stop])), start + body


def leaves(data: Bytes, start: int, end: int, budget: Budget, inside: str = "", depth: int = 0) -> Iterator[Part]:
    """Every part that has no parts, in the order of the message; a forwarded message's too, after its own headers."""
    budget.next_piece()
    headers, body = headers_of(data, start, end)
    kind, boundary = headers.get_content_type(), headers.get_boundary()
    if kind == "message/rfc822" and depth < MOST_NESTED:
        inner, _ = headers_of(data, body, end)
        yield Part(inner, data, body, body, "message/rfc822")
        yield from leaves(data, body, end, budget, kind, depth + 1)
    elif headers.get_content_maintype() == "multipart" and boundary and depth < MOST_NESTED:
        for first, last, torn in _sections(data, body, end, boundary.encode("utf-8", "surrogateescape")):
            for part in leaves(data, first, last, budget, kind, depth + 1):
                yield Part(part.headers, data, part.start, part.end, part.inside, part.torn or torn)
    else:
        yield Part(headers, data, body, end, inside)


def _sections(data: Bytes, start: int, end: int, boundary: bytes) -> Iterator[tuple[int, int, bool]]:
    """Where the parts lie between their boundaries; the last one is torn when no closing boundary follows."""
    begun: int | None = None
    for at, closing in _boundaries(data, start, end, b"--" + boundary):
        if begun is not None:
            last = at - (2 if bytes(data[at - 2 : at]) == b"\r\n" else 1)
            yield begun, max(begun, last), False
        if closing:
            return
        line = data.find(b"\n", at, end)
        begun = line + 1 if line >= 0 else end
    if begun is not None:
        yield begun, end, True


def _boundaries(data: Bytes, start: int, end: int, mark: bytes) -> Iterator[tuple[int, bool]]:
    at = data.find(mark, start, end)
    while at >= 0:
        after = bytes(data[at + len(mark) : at + len(mark) + 2])
        own_line = at == start or bytes(data[at - 1 : at]) == b"\n"
        if own_line and (after[:1] in b" \t\r\n" or after == b"--"):
            yield at, after == b"--"
        at = data.find(mark, at + len(mark), end)


def _from_base64(data: Bytes, start: int, end: int, budget: Budget) -> bytes:
    """Decoded piece by piece, so that a part of 300 MB lies in the memory once; a torn one gives what is there."""
    out, kept = BytesIO(), b""
    for at in range(start, end, _CHUNK):
        raw, ends, _ = (kept + bytes(data[at : min(end, at + _CHUNK)]).translate(None, _NOT_BASE64)).partition(b"=")
        whole = len(raw) - len(raw) % 4
        budget.take(whole * 3 // 4)
        out.write(binascii.a2b_base64(raw[:whole]))
        kept = raw[whole:]
        if ends:  # what follows is a foot that some list put under the file
            break
    if len(kept) > 1:
        out.write(binascii.a2b_base64(kept + b"=="))
    return out.getvalue()


def _parameter(headers: Message, name: str, header: str) -> str:
    """A parameter of a header in whatever way it was written: RFC 2231, encoded words, or plain Thai."""
    said = headers.get_param(name, header=header)
    if isinstance(said, tuple):
        charset, _, value = said
        return " ".join(text_of(value.encode("latin-1", "replace"), charset).split())
    return words_of(str(said)) if said else ""
