"""A PDF/A-2b of pictures, written from its first byte to its last: of a page no more is held than its numbers.

What PDF/A asks is here: embedded sRGB as output intent, XMP that says what the trailer says, an identifier, no object
left out of the table, no encryption, no script, and nothing that is drawn by a font.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from xml.sax.saxutils import escape

PRODUCER = "Thesaban Desk"
_POINTS = 72 / 25.4
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True)
class Picture:
    """A picture as a PDF holds it: `data` packed as `filter` says (DCTDecode, CCITTFaxDecode, FlateDecode)."""

    data: bytes
    filter: str
    width: int
    height: int
    space: str
    bits: int = 8


@dataclass(frozen=True)
class Sheet:
    """A page: its picture fills `width_mm` x `height_mm`, laid down turned by `held` and then by `skew` to the left.

    `held`, `turn`: degrees clockwise; by `turn` readers show the whole page turned.
    """

    picture: Picture
    width_mm: float
    height_mm: float
    held: int = 0
    skew: float = 0.0
    turn: int = 0


class PdfStream:
    """`write` takes the bytes in order. `add` the pages, then `finish`."""

    def __init__(self, write: Callable[[bytes], object], title: str, at: datetime) -> None:
        self._write_on = write
        self._title, self._at = title, at.astimezone(UTC)
        self._length = 0
        self._offsets: dict[int, int] = {}
        self._pages: list[int] = []
        self._print = hashlib.sha256()
        self._catalogue, self._tree = 1, 2
        self._last = 2
        self._write(_HEAD)

    def add(self, sheet: Sheet) -> None:
        wide, high = sheet.width_mm * _POINTS, sheet.height_mm * _POINTS
        picture = self._stream(_dictionary(sheet.picture), sheet.picture.data)
        content = self._stream("", _drawn(sheet, wide, high))
        turned = f" /Rotate {sheet.turn}" if sheet.turn else ""
        page = self._object(
            f"<< /Type /Page /Parent {self._tree} 0 R /MediaBox [0 0 {wide:.4f} {high:.4f}]{turned}"
            f" /Resources << /XObject << /Im {picture} 0 R >> >> /Contents {content} 0 R >>"
        )
        self._pages.append(page)

    def finish(self) -> None:
        at = self._at.strftime("%Y-%m-%dT%H:%M:%SZ")
        xmp = _XMP.format(title=escape(self._title), producer=PRODUCER, at=at)
        metadata = self._stream("/Type /Metadata /Subtype /XML", xmp.encode())
        profile = self._stream("/N 3", srgb())
        intent = (
            "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
            f" /Info (sRGB) /DestOutputProfile {profile} 0 R >>"
        )
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self._object(f"<< /Type /Pages /Count {len(self._pages)} /Kids [{kids}] >>", self._tree)
        self._object(
            f"<< /Type /Catalog /Pages {self._tree} 0 R /Metadata {metadata} 0 R /OutputIntents [{intent}]"
            " /Lang (th-TH) >>",
            self._catalogue,
        )
        stamp = self._at.strftime("D:%Y%m%d%H%M%SZ")
        info = self._object(
            f"<< /Title {_text(self._title)} /Producer ({PRODUCER}) /CreationDate ({stamp}) /ModDate ({stamp}) >>"
        )
        self._end(info)

    def _end(self, info: int) -> None:
        begins, name = self._length, self._print.hexdigest()[:32]
        lines = [f"{self._offsets[number]:010} 00000 n \n" for number in range(1, self._last + 1)]
        self._write(f"xref\n0 {len(lines) + 1}\n0000000000 65535 f \n{''.join(lines)}".encode())
        self._write(
            f"trailer\n<< /Size {len(lines) + 1} /Root {self._catalogue} 0 R /Info {info} 0 R"
            f" /ID [<{name}> <{name}>] >>\nstartxref\n{begins}\n%%EOF\n".encode()
        )

    def _object(self, words: str, number: int | None = None) -> int:
        number = self._begin(number)
        self._write(f"{number} 0 obj\n{words}\nendobj\n".encode())
        return number

    def _stream(self, about: str, data: bytes) -> int:
        number = self._begin(None)
        self._write(f"{number} 0 obj\n<< {about} /Length {len(data)} >>\nstream\n".encode())
        self._write(data)
        self._write(b"\nendstream\nendobj\n")
        return number

    def _begin(self, number: int | None) -> int:
        if number is None:
            self._last += 1
            number = self._last
        self._offsets[number] = self._length
        return number

    def _write(self, data: bytes) -> None:
        self._write_on(data)
        self._print.update(data)
        self._length += len(data)


def _dictionary(picture: Picture) -> str:
    fax = f" /DecodeParms << /K -1 /Columns {picture.width} /Rows {picture.height} >>"
    parameters = fax if picture.filter == "CCITTFaxDecode" else ""
    return (
        f"/Type /XObject /Subtype /Image /Width {picture.width} /Height {picture.height} /ColorSpace /{picture.space}"
        f" /BitsPerComponent {picture.bits} /Filter /{picture.filter}{parameters}"
    )


def _drawn(sheet: Sheet, wide: float, high: float) -> bytes:
    from math import cos, radians, sin

    lines = ["q"]
    if sheet.skew:
        across, up = cos(radians(sheet.skew)), sin(radians(sheet.skew))
        x, y = wide / 2, high / 2
        lines.append(_matrix(across, up, -up, across, x - across * x + up * y, y - up * x - across * y))
    lines.append(_matrix(*_laid(sheet.held, wide, high)))
    return "\n".join([*lines, "/Im Do", "Q"]).encode()


def _laid(held: int, wide: float, high: float) -> Sequence[float]:
    """The picture's unit square onto the page, turned clockwise."""
    return {
        90: (0, -high, wide, 0, 0, high),
        180: (-wide, 0, 0, -high, wide, high),
        270: (0, high, -wide, 0, wide, 0),
    }.get(held, (wide, 0, 0, high, 0, 0))


def _matrix(*values: float) -> str:
    return " ".join(f"{value:.6f}".rstrip("0").rstrip(".") for value in values) + " cm"


def _text(words: str) -> str:
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


@cache
def srgb() -> bytes:
    """The profile of the colours of screens and scanners, the same bytes at any time."""
    from PIL import ImageCms

    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[24:36] = bytes((0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))  # when it was made: the year 2000
    return bytes(made)
