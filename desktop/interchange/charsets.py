"""Bytes of other people's programs into Thai: what they say of themselves is believed as far as it proves true."""

import re
from email.errors import MessageError
from email.header import decode_header

_THAI = frozenset({"tis-620", "tis620", "windows-874", "x-windows-874", "cp874", "iso-8859-11", "ibm874", "874"})
_FIT = re.compile(
    r"utf-?(?:8|16|16le|16be|32)|(?:us-)?ascii|iso-?8859-?\d+|latin-?1|(?:windows-?|cp)\d+|gb\w{1,6}|big5|shift_jis"
    r"|euc-\w{2}|koi8-\w|iso-2022-\w{2}"
)
"""Encodings of texts that people send; Python knows others, some of which take hours over a crafted line."""
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f"*:<>?|\u202a-\u202e\u2066-\u2069]+')
MOST_OF_NAME = 120


def text_of(raw: bytes, charset: str | None = None) -> str:
    """The text; a name of an encoding that is unknown or does not fit gives way to UTF-8, then to Windows Thai."""
    said = (charset or "").strip().lower().strip("'\"")
    tried = ("cp874" if said in _THAI else said if _FIT.fullmatch(said) else "", "utf-8", "cp874")
    for name in filter(None, tried):
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return raw.decode("cp874", "replace")


def words_of(value: str) -> str:
    """A header's value with its encoded words (`=?tis-620?B?...?=`) read, on one line."""
    try:
        parts = decode_header(" ".join(value.split()))
    except (ValueError, LookupError, MessageError):  # a torn encoded word stays as it is written
        parts = [(value, None)]
    said = "".join(text_of(part, charset) if isinstance(part, bytes) else part for part, charset in parts)
    return " ".join(_UNSEEN.sub(" ", said).split())


def plain_text(text: str) -> str:
    """Without what can't be seen; lines stay lines."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def file_name(said: str, fallback: str = "-") -> str:
    """The last part of a name from outside, fit to be shown and kept: no folder, no drive, nothing unseen."""
    last = re.split(r"[\\/]", said)[-1]
    name = " ".join(_NOT_IN_NAMES.sub(" ", last).split()).lstrip(".")
    if len(name) > MOST_OF_NAME:
        stem, dot, suffix = name.rpartition(".")
        name = f"{stem[: MOST_OF_NAME - 12]}….{suffix[:10]}" if dot else name[:MOST_OF_NAME]
    return name or fallback
