"""Files whose form is right and whose content lies: every part is where a reader looks for it, and says what it likes.

Hypothesis strategies of whole files. Cutting bytes out of good ones mostly ends at the first checksum; these get
further in: trees that contain themselves, sizes that no machine has, offsets to anywhere, filters upon filters.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st
from PIL import Image

from tests.helpers.mails import archive, attachment, mail, pdf, text_part

Objects = Mapping[int, Mapping[str, str]]

_PDF_VALUES = st.sampled_from(
    (
        *(f"{number} 0 R" for number in range(10)), "null", "true", "-1", "0", "1e308", "2147483648",
        "99999999999999999",
        "/Page", "/Pages", "/Catalog", "/Image", "/FlateDecode", "/DCTDecode", "/JBIG2Decode", "/JavaScript", "/Launch",
        "[]", "<<>>", "(x)", "<FEFF>", "[2 0 R 2 0 R]", "[3 0 R 3 0 R 3 0 R]", "[0 0 1e9 1e9]", "[1 1 1 1]",
        "[/FlateDecode /FlateDecode /FlateDecode /RunLengthDecode]", "[" * 900 + "]" * 900,
        "<</A " * 300 + "1" + ">>" * 300,
        "<</S /JavaScript /JS (x) /Next 7 0 R>>", "<</Names [(a) 7 0 R] /Kids [8 0 R]>>",
        "<</Type /Sig /ByteRange [0 9 9 9]>>",
    )
)  # fmt: skip
_PDF: Objects = {
    1: {"Type": "/Catalog", "Pages": "2 0 R", "Names": "8 0 R", "OpenAction": "7 0 R", "AcroForm": "9 0 R"},
    2: {"Type": "/Pages", "Kids": "[3 0 R]", "Count": "1", "Parent": "null"},
    3: {"Type": "/Page", "Parent": "2 0 R", "MediaBox": "[0 0 595 842]", "Contents": "4 0 R", "Rotate": "0",
        "Resources": "<</XObject <</Im 6 0 R>> /Font <</F 5 0 R>>>>", "Annots": "[7 0 R]", "CropBox": "[0 0 595 842]"},
    5: {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica", "Widths": "[600]", "DescendantFonts": "null"},
    7: {"Type": "/Annot", "Subtype": "/Link", "Rect": "[0 0 9 9]", "A": "<</S /URI /URI (x)>>", "S": "/GoTo",
    "Next": "null"},
    8: {"Names": "[]", "Kids": "[]", "EmbeddedFiles": "null", "JavaScript": "null"},
    9: {"Fields": "[7 0 R]", "XFA": "null", "SigFlags": "0"},
}  # fmt: skip
_STREAMS: Mapping[int, tuple[Mapping[str, str], bytes]] = {
    4: ({"Filter": "/FlateDecode"}, zlib.compress(b"q 100 0 0 100 0 0 cm /Im Do Q BT /F 12 Tf (x) Tj ET")),
    6: ({"Type": "/XObject", "Subtype": "/Image", "Width": "8", "Height": "8", "BitsPerComponent": "8",
         "ColorSpace": "/DeviceGray", "Filter": "/FlateDecode", "SMask": "null"}, zlib.compress(bytes(64))),
}  # fmt: skip
_PDF_KEYS = [(number, key) for number, entries in (*_PDF.items(), *((n, e) for n, (e, _) in _STREAMS.items()))
             for key in entries]  # fmt: skip


@st.composite
def pdfs(draw: st.DrawFn) -> bytes:
    """Some entries say something else, also how long a stream is, where the tables lie and what they are of."""
    lies = dict(draw(st.lists(st.tuples(st.sampled_from(_PDF_KEYS), _PDF_VALUES), min_size=1, max_size=5)))
    out, places = io.BytesIO(b""), dict[int, int]()
    out.write(b"%PDF-1.7\n")
    for number in range(1, 10):
        entries, body = _STREAMS.get(number, (_PDF.get(number, {}), b""))
        said = {key: lies.get((number, key), value) for key, value in entries.items()}
        if body:
            said["Length"] = draw(st.sampled_from((str(len(body)), "0", "99999999", "4 0 R", "-5")))
        places[number] = out.tell()
        words = " ".join(f"/{key} {value}" for key, value in said.items())
        stream = b"\nstream\n" + body + b"\nendstream" if body else b""
        out.write(f"{number} 0 obj <<{words}>>".encode() + stream + b"\nendobj\n")
    table = out.tell() + draw(st.sampled_from((0, 0, 0, 7, -400)))
    rows = "".join(f"{places[number]:010d} 00000 n \n" for number in range(1, 10))
    trailer = draw(st.sampled_from(("", f"/Prev {table}", "/Prev 99999999", "/Encrypt 9 0 R", "/XRefStm 1")))
    size = draw(st.sampled_from((10, 10, 1, 2**31 - 1)))
    tail = f"trailer <</Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{table}\n%%EOF"
    return out.getvalue() + f"xref\n0 10\n0000000000 65535 f \n{rows}{tail}".encode()


_NUMBERS = st.sampled_from((0, 1, 2, 7, 8, 255, 1700, 65535, 65536, 10**6, 2**31 - 1, 2**32 - 1))
_TIFF_TAGS = (254, 256, 257, 258, 259, 262, 273, 277, 278, 279, 282, 284, 296, 317, 322, 323, 324, 325, 330, 338, 339,
              347, 529, 530, 34665)  # fmt: skip
_TIFF = {256: 16, 257: 16, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: 16, 279: 256}
"""A grey picture of 16 by 16, not packed, whose rows follow on the head."""


@st.composite
def tiffs(draw: st.DrawFn) -> bytes:
    """Two directories, of which some entries lie, and which may follow on each other for ever."""
    order = draw(st.sampled_from("<>"))
    pages = []
    for _ in range(2):
        lies = draw(st.dictionaries(st.sampled_from(_TIFF_TAGS), _NUMBERS, max_size=4))
        packing = {259: draw(st.sampled_from((1, 2, 3, 4, 5, 6, 7, 8, 32773, 34712, 50000)))}
        pages.append(_TIFF | packing | lies)
    first = 8 + 256
    second = first + 6 + 12 * len(pages[0])
    nexts = draw(st.sampled_from(((second, 0), (first, 0), (second, first), (second, 2**32 - 1))))
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", first)
    body = b"".join(_directory(order, page, after, draw) for page, after in zip(pages, nexts, strict=True))
    return head + bytes(range(256)) + body


def _directory(order: str, page: Mapping[int, int], after: int, draw: st.DrawFn) -> bytes:
    count, kind = draw(st.sampled_from(((1, 4), (1, 4), (1, 4), (2**32 - 1, 4), (70_000, 12), (4, 1), (1, 99))))
    odd = draw(st.sampled_from(sorted(page)))
    rows = [
        struct.pack(f"{order}HHII", tag, *((kind, count) if tag == odd else (4, 1)), value)
        for tag, value in sorted(page.items())
    ]
    return struct.pack(f"{order}H", len(rows)) + b"".join(rows) + struct.pack(f"{order}I", after)


def _picture(kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").resize((48, 40)).convert("RGB").save(file, kind, **options)
    return file.getvalue()


def _segments(jpeg: bytes) -> list[bytes]:
    """From mark to mark; what follows the beginning of the scan is one."""
    found, at = [], 2
    while jpeg[at + 1] != 0xDA:
        length = 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        found.append(jpeg[at : at + length])
        at += length
    return [*found, jpeg[at:]]


_JPEGS = [_segments(_picture("JPEG")), _segments(_picture("JPEG", progressive=True))]
_ODD_SEGMENTS = [
    b"\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x01\x11\x00", b"\xff\xc2\x00\x0b\x08\x00\x00\x00\x00\x01\x01\x11\x00",
    b"\xff\xe1\x00\x08Exif\0\0", b"\xff\xe1\xff\xffExif\0\0MM\0*\0\0\0\x08\xff\xff", b"\xff\xfe\x00\x00",
    b"\xff\xdd\x00\x04\xff\xff",
    b"\xff\xc4\x00\x14\x00" + bytes([255] * 16), b"\xff\xdb\x00\x43\x00" + bytes(64), b"\xff\xcc\x00\x02",
    b"\xff\xee\x00\x0eAdobe\0d\0\0\0\0\x02",
]  # fmt: skip


@st.composite
def jpegs(draw: st.DrawFn) -> bytes:
    """Segments that are doubled, missing, strange or in another order, whose lengths may lie."""
    parts = list(draw(st.sampled_from(_JPEGS)))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(parts) - 1))
        do = draw(st.sampled_from(("drop", "double", "strange", "length", "swap")))
        if do == "drop" and len(parts) > 1:
            del parts[place]
        elif do == "double":
            parts.insert(place, parts[place])
        elif do == "strange":
            parts.insert(place, draw(st.sampled_from(_ODD_SEGMENTS)))
        elif do == "length":
            parts[place] = parts[place][:2] + struct.pack(">H", draw(_NUMBERS) & 0xFFFF) + parts[place][4:]
        else:
            parts[place], parts[-1] = parts[-1], parts[place]
    return b"\xff\xd8" + b"".join(parts)


@st.composite
def pngs(draw: st.DrawFn) -> bytes:
    """Chunks with right checksums and wrong contents."""
    wide, high = draw(_NUMBERS), draw(_NUMBERS)
    depth, colour = draw(st.sampled_from((1, 8, 16, 3))), draw(st.sampled_from((0, 2, 3, 4, 6, 9)))
    head = struct.pack(">IIBBBBB", wide, high, depth, colour, 0, 0, draw(st.sampled_from((0, 1, 7))))
    chunks = [
        (b"tEXt", b"a\0" + bytes(100)), (b"zTXt", b"a\0\0" + zlib.compress(bytes(1 << 20))), (b"iCCP",
        b"a\0\0" + zlib.compress(bytes(300))),
        (b"PLTE", bytes(7)), (b"tRNS", bytes(3)), (b"pHYs", bytes(9)), (b"acTL", bytes(8)), (b"eXIf",
        b"MM\0*\xff\xff\xff\xff"),
        (b"IDAT", zlib.compress(bytes(1 << 16))), (b"IDAT", b""), (b"IEND", b""), (b"IHDR", head),
    ]  # fmt: skip
    chosen = draw(st.lists(st.sampled_from(chunks), min_size=1, max_size=6))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in ((b"IHDR", head), *chosen))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


_INSIDE = st.one_of(
    st.just(pdf()), pdfs(), tiffs(), jpegs(), pngs(), st.binary(max_size=40), st.just(archive({"a.pdf": pdf()}))
)
_NAMES = st.sampled_from(("a.pdf", "../../a.pdf", "C:\\a.pdf", "a\0.pdf", "", "a" * 300, "หนังสือ.pdf", "con", ".", "a/"))
_HEADERS = st.sampled_from(
    (
        "", "Content-Type: multipart/mixed\r\n", "Content-Type: text/plain; charset=\"\0\"\r\n",
        "Subject: =?utf-8?B?////?=\r\n",
        "Date: Fri, 99 Nov 99999 99:99:99 +9999\r\n", "From: =?x?Q?=\r\n", "Content-Transfer-Encoding: uuencode\r\n",
        "X: " + "a" * 70_000 + "\r\n", "From: " + "<" * 500 + "\r\n", "Subject: " + "=?utf-8?Q?a?= " * 500 + "\r\n",
    )
)  # fmt: skip


@st.composite
def mails(draw: st.DrawFn) -> bytes:
    """Parts in parts, headers that lie, ends that are missing, attachments that mean harm."""
    parts = [text_part(charset=draw(st.sampled_from(("utf-8", "cp874"))))]
    for data in draw(st.lists(_INSIDE, max_size=2)):
        name = draw(_NAMES).replace("\0", "%00").encode("cp874", "replace").decode("cp874")
        kind = draw(st.sampled_from(("application/pdf", "message/rfc822", "multipart/mixed", "image/tiff", "x")))
        parts.append(attachment(f'attachment; filename="{name}"', data, kind))
    whole = mail(parts, more=draw(_HEADERS), kind=draw(st.sampled_from(("mixed", "alternative", "signed", "x"))))
    for _ in range(draw(st.integers(0, 12))):
        whole = mail([attachment("inline", whole, "message/rfc822")])
    return whole[: draw(st.sampled_from((None, None, -30, 600)))]


@st.composite
def zips(draw: st.DrawFn) -> bytes:
    """Names, sizes, ways of packing and places that the two lists of an archive tell differently."""
    files: Sequence[tuple[str, bytes]] = draw(st.lists(st.tuples(_NAMES, _INSIDE), min_size=1, max_size=3))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, (name, data) in enumerate(files):
            packed.writestr(f"{place}{name}".replace("\0", "") or "x", data)
    whole = bytearray(out.getvalue())
    for _ in range(draw(st.integers(0, 4))):
        mark = draw(st.sampled_from((b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06")))
        at = whole.find(mark) + draw(st.integers(4, 28))
        whole[at : at + 2] = struct.pack("<H", draw(_NUMBERS) & 0xFFFF)
    return bytes(whole)
