"""XML from outside: no document type, so no entity of any kind; nothing fetched; bounded in size, depth and count."""

import codecs
import re
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from desktop.interchange.charsets import text_of
from desktop.office.errors import OfficeError

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_BYTES = 200 << 20
MOST_ELEMENTS = 20_000
MOST_DEPTH = 64
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class _Refused(Exception):
    """Raised inside the parser's callbacks; expat hands it on."""


def tree_of(data: bytes, name: str) -> "_Element":
    """The root. OfficeError `interchange.xml_torn`, `interchange.xml_entities`, `interchange.xml_too_large`."""
    from lxml import etree

    if len(data) > MOST_BYTES:
        raise OfficeError("interchange.xml_too_large", file=name)
    plain = _DECLARATION.sub("", _decoded(data), count=1).encode("utf-8", "replace")
    _look_through(plain, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(plain, parser)
    except etree.XMLSyntaxError as error:
        raise OfficeError("interchange.xml_torn", file=name) from error


def _decoded(data: bytes) -> str:
    """By its mark, or by what it declares, or as Thai is written; both parsers then read one and the same text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    said = _ENCODING.match(data[:200].lstrip())
    return text_of(data, said[1].decode("ascii") if said else "utf-8")


def _look_through(plain: bytes, name: str) -> None:
    """Refuses before a tree is built: a document type is where entities are declared, and letters have none."""
    parser = expat.ParserCreate("utf-8")
    depth = count = 0

    def refuse(*_: Any) -> None:
        raise _Refused("interchange.xml_entities")

    def start(*_: Any) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > MOST_DEPTH or count > MOST_ELEMENTS:
            raise _Refused("interchange.xml_too_large")

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler, parser.EntityDeclHandler = refuse, refuse
    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(plain, True)
    except _Refused as refused:
        raise OfficeError(str(refused), file=name) from refused
    except expat.ExpatError as error:
        raise OfficeError("interchange.xml_torn", file=name) from error
